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
    "login": 3,
    "purge": 1,
    "crash": 2,
    "preview": 2,
}
_ODD_WORDS = ("undefined", "null", "empty", "True", "ok", "object", "promise", "false")
"""What commits may answer that were kept: names in ``tests/support/lms/api.js``."""
WORK = {"answer", "check", "quiz", "finish"}
_BACK = {"break": "mend", "hide": "show"}
_PAUSES_S = (0.05, 0.5, 1.5, 1.5, 5, 20, 95, 95, 400, 4000)


@dataclass(frozen=True)
class Act:
    """One thing that happens.

    Attributes:
        name: ``open``, ``answer``, ``check``, ``finish``, ``quiz``, ``pass``, ``hide``, ``show``,
            ``close``, ``button``, ``kill``, ``crash`` (of the browser), ``line``, ``break``,
            ``mend``, ``republish``, ``login``, ``purge``, ``preview``.
        seed: of the choices on the page.
        seconds: that go by.
        line: what the device's line becomes.
        storage: what the device's storage is like in a window that opens, "" for normal.
        is_shared: the learner says on opening that the device is shared.
        is_taken: whether a learner who is offered newer answers takes them at once.
        says: what commits of the window answer when all is well.
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
    says: str = "true"

    def __str__(self) -> str:
        what = {
            "pass": f"{self.seconds:g} s",
            "line": self.line.value,
            "open": " ".join(
                filter(
                    None,
                    (
                        self.storage,
                        "shared" * self.is_shared,
                        "later" * (not self.is_taken),
                        f"commits say {self.says}" * (self.says != "true"),
                    ),
                )
            ),
        }.get(self.name, "")
        return " ".join(filter(None, (self.device + self.tab, self.name, what)))


@dataclass(frozen=True)
class Plan:
    """One session.

    Attributes:
        room: characters of a state that the LMS keeps of what it takes; 0 for all.
    """

    seed: int
    profile: Profile
    acts: tuple[Act, ...]
    room: int = 0


def plan_of(seed: int) -> Plan:
    """Make the session of a seed."""
    dice = Random(seed)
    profile = dice.choice(tuple(PROFILES.values()))
    room = dice.randint(20, 300) if dice.random() < 0.05 else 0
    # What such an LMS drops reaches no other device.
    writer = _Writer(dice, profile, is_alone=room > 0)
    return Plan(seed, profile, tuple(writer.acts()), room)


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
    """Writes a plan act by act, and knows which windows are open."""

    dice: Random
    profile: Profile
    is_alone: bool = False
    open_tabs: dict[_Device, list[str]] = field(default_factory=dict)
    lines: dict[_Device, Line] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)
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
        if self.is_alone:
            return [_Device("A")]
        if self.dice.random() < 0.65:
            return [_Device("A", storage)]
        return [_Device("A"), _Device("B", storage, self.dice.random() < 0.3)]

    def _open(self, device: _Device) -> Iterator[Act]:
        # Without a line nothing is launched; who signs in again has a session again.
        if self._line_of(device) is Line.EXPIRED:
            yield self._log_in(device)
        if self._line_of(device) is Line.CUT:
            yield self._turn_to(device, Line.OPEN)
        self.open_tabs[device].append(self._tab())
        yield Act(
            "open",
            device.name,
            self.open_tabs[device][-1],
            storage=device.storage,
            is_shared=device.is_shared,
            is_taken=self.dice.random() < 0.8,
            says=self.dice.choice(_ODD_WORDS) if self.dice.random() < 0.2 else "true",
        )

    def _tab(self) -> str:
        self.count += 1
        return str(self.count)

    def _log_in(self, device: _Device) -> Act:
        if self._line_of(device) is Line.EXPIRED:
            self.lines[device] = Line.OPEN
        return Act("login", device.name)

    def _preview(self, device: _Device) -> Iterator[Act]:
        """Somebody looks at the course as a visitor, and answers; not where no page is told so."""
        if self.profile.tells_mode:
            yield from self._end_all(device)
            yield Act("preview", device.name, self._tab(), seed=self.dice.randrange(1 << 30))

    def _next(self, device: _Device) -> Iterator[Act]:
        tab = self.dice.choice(self.open_tabs[device])
        name = self.dice.choices(tuple(_OFTEN), tuple(_OFTEN.values()))[0]
        if name in WORK:
            yield from self._work(name, device, tab)
        elif name in _BACK:
            yield from self._toggle(name, device, tab)
        elif name == "end":
            yield self._end(device, tab)
        elif name == "pass":
            yield Act("pass", seconds=self.dice.choice(_PAUSES_S))
        else:
            yield from self._around(name, device)

    def _around(self, name: str, device: _Device) -> Iterator[Act]:
        """Let something happen to a device, or to the course."""
        if name == "line":
            yield self._turn(device)
        elif name == "tab" and device.keeps and len(self.open_tabs[device]) < 2:
            yield from self._open(device)
        elif name == "login":
            yield self._log_in(device)
        elif name == "preview":
            yield from self._preview(device)
        elif name in {"purge", "crash"}:
            yield from self._lose(name, device)
        elif name == "republish" and self.revision < REVISIONS - 1:
            self.revision += 1
            yield Act("republish")

    def _lose(self, name: str, device: _Device) -> Iterator[Act]:
        if name == "crash":
            self.open_tabs[device].clear()
        yield Act(name, device.name if name == "crash" else "")

    def _work(self, name: str, device: _Device, tab: str) -> Iterator[Act]:
        times = self.dice.randint(2, 7) if name == "quiz" else self.dice.randint(1, 3)
        for _ in range(times):
            yield Act(name, device.name, tab, seed=self.dice.randrange(1 << 30))

    def _toggle(self, name: str, device: _Device, tab: str) -> Iterator[Act]:
        marked = self.broken if name == "break" else self.hidden
        yield Act(_BACK[name] if tab in marked else name, device.name, tab)
        marked ^= {tab}

    def _turn(self, device: _Device) -> Act:
        if self._line_of(device) is Line.EXPIRED:
            return self._log_in(device)
        if self._line_of(device) is not Line.OPEN:
            return self._turn_to(device, Line.OPEN)
        return self._turn_to(device, self.dice.choice(_FAULTS))

    def _turn_to(self, device: _Device, line: Line) -> Act:
        self.lines[device] = line
        return Act("line", device.name, line=line)

    def _line_of(self, device: _Device) -> Line:
        return self.lines.get(device, Line.OPEN)

    def _end(self, device: _Device, tab: str) -> Act:
        self.open_tabs[device].remove(tab)
        ways = ("close", "close", "button", "kill", "kill")
        return Act(self.dice.choice(ways), device.name, tab)

    def _end_all(self, device: _Device) -> Iterator[Act]:
        for tab in tuple(self.open_tabs[device]):
            yield self._end(device, tab)
        if self._line_of(device) is Line.EXPIRED:
            yield self._log_in(device)
        yield self._turn_to(device, Line.OPEN)
