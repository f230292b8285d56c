"""A seed becomes a session: an LMS, devices, and what learner, network and authors do in turn.

A plan depends on nothing but its seed. Where an act needs a choice on the page (which question,
which answer), it carries a number that the page's hand chooses by.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from tests.campaign.course import REVISIONS
from tests.support.lms import PROFILES, Line, Profile

DEVICES = ("A", "B")
_FAULTS = (Line.CUT, Line.CUT, Line.CUT, Line.EXPIRED, Line.REFUSING, Line.LYING)
_OFTEN = {
    "answer": 30,
    "check": 12,
    "quiz": 24,
    "finish": 6,
    "pass": 14,
    "end": 12,
    "line": 10,
    "break": 2,
    "hide": 3,
    "tab": 3,
    "republish": 3,
}
WORK = {"answer", "check", "quiz", "finish"}
_BACK = {"break": "mend", "hide": "show"}
_PAUSES_S = (0.05, 0.5, 1.5, 1.5, 5, 20, 95, 95, 400, 4000)


@dataclass(frozen=True)
class Act:
    """One thing that happens.

    Attributes:
        name: ``open``, ``answer``, ``check``, ``finish``, ``quiz``, ``pass``, ``hide``, ``show``,
            ``close``, ``button``, ``kill``, ``line``, ``break``, ``mend``, ``republish``.
        seed: of the choices on the page.
        seconds: that go by.
        line: what the device's line becomes.
        storage: what the device's storage is like in a window that opens, "" for normal.
        is_shared: the learner says on opening that the device is shared.
        is_taken: whether a learner who is offered newer answers takes them at once.
    """

    name: str
    device: str = ""
    tab: str = ""
    seed: int = 0
    seconds: float = 0
    line: Line = Line.OPEN
    storage: str = ""
    is_shared: bool = False
    is_taken: bool = True

    def __str__(self) -> str:
        what = {
            "pass": f"{self.seconds:g} s",
            "line": self.line.value,
            "open": " ".join(
                filter(
                    None, (self.storage, "shared" * self.is_shared, "later" * (not self.is_taken))
                )
            ),
        }.get(self.name, "")
        return " ".join(filter(None, (self.device + self.tab, self.name, what)))


@dataclass(frozen=True)
class Plan:
    """One session."""

    seed: int
    profile: Profile
    acts: tuple[Act, ...]


def plan_of(seed: int) -> Plan:
    """Make the session of a seed."""
    dice = Random(seed)
    profile = dice.choice(tuple(PROFILES.values()))
    return Plan(seed, profile, tuple(_Writer(dice, profile).acts()))


@dataclass(frozen=True)
class _Device:
    """A device, and whether it keeps anything."""

    name: str
    storage: str = ""
    is_shared: bool = False

    @property
    def keeps(self) -> bool:
        return not (self.storage or self.is_shared)


@dataclass
class _Writer:
    """Writes a plan act by act, and knows which windows are open.

    Three things are left out, because no page can know of them: another device that shows an older
    record and sends it after this one was proven and cleared what it kept; the same with two
    windows of a device that keeps nothing; an LMS that drops what it took while its line works, and
    keeps the rest of the session to itself.
    """

    dice: Random
    profile: Profile
    open_tabs: dict[_Device, list[str]] = field(default_factory=dict)
    lines: dict[_Device, Line] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)
    deceived: set[str] = field(default_factory=set)
    crossed: set[str] = field(default_factory=set)
    revision: int = 0
    count: int = 0

    def acts(self) -> Iterator[Act]:
        self.open_tabs = {each: [] for each in self._devices()}
        for _ in range(self.dice.randint(10, 28)):
            device = self.dice.choice(tuple(self.open_tabs))
            if not self.open_tabs[device]:
                yield from self._open(device)
            yield from self._next(device)
        for device in self.open_tabs:
            yield from self._end_all(device)

    def _devices(self) -> list[_Device]:
        storage = self.dice.choice(("blocked", "full")) if self.dice.random() < 0.08 else ""
        if self.dice.random() < 0.65:
            return [_Device("A", storage)]
        return [_Device("A"), _Device("B", storage, self.dice.random() < 0.3)]

    def _open(self, device: _Device) -> Iterator[Act]:
        for other, tabs in self.open_tabs.items():
            if tabs and not (device.keeps and other.keeps):
                yield from self._end_all(other)
        # Without a line nothing is launched; who signs in again has a session again.
        if self._line_of(device) in {Line.CUT, Line.EXPIRED}:
            yield self._turn_to(device, Line.OPEN)
        self.count += 1
        tab = str(self.count)
        self.open_tabs[device].append(tab)
        self._note_lies(device)
        if sum(map(bool, self.open_tabs.values())) > 1:
            self.crossed.update(*self.open_tabs.values())
        is_taken = self.dice.random() < 0.8
        yield Act(
            "open",
            device.name,
            tab,
            storage=device.storage,
            is_shared=device.is_shared,
            is_taken=is_taken,
        )

    def _next(self, device: _Device) -> Iterator[Act]:
        tab = self.dice.choice(self.open_tabs[device])
        name = self.dice.choices(tuple(_OFTEN), tuple(_OFTEN.values()))[0]
        if name in WORK:
            yield from self._work(name, device, tab)
        elif name == "pass":
            yield Act("pass", seconds=self.dice.choice(_PAUSES_S))
        elif name == "line":
            yield self._turn(device)
        elif name in _BACK:
            yield from self._toggle(name, device, tab)
        elif name == "end":
            yield self._end(device, tab)
        elif name == "tab" and device.keeps and len(self.open_tabs[device]) < 2:
            yield from self._open(device)
        elif name == "republish" and self.revision < REVISIONS - 1:
            self.revision += 1
            yield Act("republish")

    def _work(self, name: str, device: _Device, tab: str) -> Iterator[Act]:
        times = self.dice.randint(2, 7) if name == "quiz" else self.dice.randint(1, 3)
        for _ in range(times):
            yield Act(name, device.name, tab, seed=self.dice.randrange(1 << 30))

    def _toggle(self, name: str, device: _Device, tab: str) -> Iterator[Act]:
        marked = self.broken if name == "break" else self.hidden
        yield Act(_BACK[name] if tab in marked else name, device.name, tab)
        marked ^= {tab}

    def _turn(self, device: _Device) -> Act:
        if self._line_of(device) is not Line.OPEN:
            return self._turn_to(device, Line.OPEN)
        faults = [each for each in _FAULTS if device.keeps or not self._is_lie(each)]
        return self._turn_to(device, self.dice.choice(faults))

    def _turn_to(self, device: _Device, line: Line) -> Act:
        self.lines[device] = line
        self._note_lies(device)
        return Act("line", device.name, line=line)

    def _line_of(self, device: _Device) -> Line:
        return self.lines.get(device, Line.OPEN)

    def _is_lie(self, line: Line) -> bool:
        """Whether commits are lost without a sign; some LMSs say nothing of what they refuse."""
        is_silent = self.profile.sends == "each value"
        return line is Line.LYING or (line is Line.REFUSING and is_silent)

    def _note_lies(self, device: _Device) -> None:
        if self._is_lie(self._line_of(device)):
            self.deceived |= set(self.open_tabs[device])

    def _end(self, device: _Device, tab: str) -> Act:
        self.open_tabs[device].remove(tab)
        is_gentle = tab not in self.deceived | self.crossed
        ways = ("close", "close", "button", "kill", "kill") if is_gentle else ("kill",)
        return Act(self.dice.choice(ways), device.name, tab)

    def _end_all(self, device: _Device) -> Iterator[Act]:
        for tab in tuple(self.open_tabs[device]):
            yield self._end(device, tab)
        yield self._turn_to(device, Line.OPEN)
