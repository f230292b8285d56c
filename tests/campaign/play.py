"""Plays one session in Chromium and says what was lost."""

from __future__ import annotations

import contextlib
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from playwright.sync_api import Browser, Error, Page

from tests.campaign.course import Package
from tests.campaign.oracle import Ledger, Place, Visit, precious
from tests.campaign.plan import DEVICES, WORK, Act, Plan
from tests.support.lms import Attempt, FakeLms, fake_lms
from tests.support.waiting import until

PATIENCE_MS = 20_000
TEXT_LOST = re.compile("ne peut pas garder votre texte|ce texte reste le temps de la page")
TAKE, SHARED = "Les reprendre", "Je suis sur un poste partagé"
_FINAL_STATUSES = {"completed", "passed", "failed"}


@dataclass(frozen=True)
class Outcome:
    """What became of a session.

    Attributes:
        lost: a sentence for everything that was lost; () when nothing was.
        log: what happened, line by line.
    """

    seed: int
    lost: tuple[str, ...]
    answers: int
    log: tuple[str, ...] = ()


@dataclass
class Theatre:
    """A fake LMS and two devices, used for one session after the other."""

    lms: FakeLms
    desks: Mapping[str, Page]

    def play(self, plan: Plan, packages: Mapping[str, Sequence[Package]]) -> Outcome:
        """Play a session, relaunch it without faults, and look for what is missing."""
        attempt = self.lms.enrol(f"s{plan.seed}", plan.profile, packages[plan.profile.target])
        attempt.room = plan.room
        session = _Session(plan.seed, attempt, self.desks)
        try:
            lost = self._lost(session, plan)
        except (Error, TimeoutError) as reason:
            lost = [f"the session stopped: {reason}"]
        finally:
            self.lms.forget(attempt)
        answers = sum(len(visit.answers) for visit in session.ledger.visits)
        return Outcome(plan.seed, tuple(lost), answers, tuple(session.log))

    def _lost(self, session: _Session, plan: Plan) -> list[str]:
        for desk in self.desks.values():
            desk.evaluate("desk.clear()")
        for device, acts in groupby(plan.acts, lambda act: act.device * (act.name in WORK)):
            if device:
                session.work(list(acts))
            else:
                for act in acts:
                    session.do(act)
        return session.reckon()


@contextlib.contextmanager
def theatre(browser: Browser) -> Iterator[Theatre]:
    """Open the LMS and the devices while the block lasts."""
    with fake_lms() as lms:
        contexts = [browser.new_context(locale="fr-FR") for _ in DEVICES]
        try:
            yield Theatre(
                lms,
                {
                    device: _desk(context.new_page(), lms)
                    for device, context in zip(DEVICES, contexts, strict=True)
                },
            )
        finally:
            for context in contexts:
                context.close()


def _desk(page: Page, lms: FakeLms) -> Page:
    page.set_default_timeout(PATIENCE_MS)
    page.goto(f"{lms.address}tests/campaign/desk.html")
    until(page, "window.desk !== undefined")
    return page


@dataclass
class _Session:
    seed: int
    attempt: Attempt
    desks: Mapping[str, Page]
    ledger: Ledger = field(default_factory=Ledger)
    visits: dict[str, Visit] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)
    now_ms: float = 1_800_000_000_000

    def do(self, act: Act) -> None:
        """Let one act happen."""
        self.log.append(str(act))
        deeds: dict[str, Callable[[Act], None]] = {
            "pass": lambda act: self._pass(act.seconds),
            "republish": self._republish,
            "line": self._turn,
            "login": self._log_in,
            "purge": self._purge,
            "crash": self._crash,
            "open": self._open,
            "preview": self._preview,
            "hide": self._hide,
            "show": self._hide,
            "break": self._break,
            "mend": self._break,
        }
        deeds.get(act.name, self._end)(act)

    def _republish(self, _: Act) -> None:
        self.attempt.revision += 1

    def _turn(self, act: Act) -> None:
        self.attempt.lines[act.device] = act.line

    def _log_in(self, act: Act) -> None:
        self.attempt.log_in(act.device)
        if self.attempt.profile.empties_storage:
            self.desks[act.device].evaluate("desk.empty()")

    def _purge(self, _: Act) -> None:
        for desk in self.desks.values():
            desk.evaluate("desk.empty()")

    def _crash(self, act: Act) -> None:
        """Kill every window of a device, and what its browser had not written down yet."""
        for tab in [tab for tab, visit in self.visits.items() if visit.device == act.device]:
            self._end(replace(act, name="kill", tab=tab))
        self.desks[act.device].evaluate("desk.crash()")

    def _hide(self, act: Act) -> None:
        self._look(act.tab, self._ask(act, "desk.hide", act.name == "hide"))

    def _break(self, act: Act) -> None:
        is_broken = "true" if act.name == "break" else "false"
        script = f"tab => {{ desk.windowsOf(tab).player.fake.isBroken = {is_broken}; }}"
        if act.tab in self.visits:
            self.desks[act.device].evaluate(script, act.tab)

    def _ask(self, act: Act, function: str, *values: object) -> Any:
        script = f"values => {function}(...values)"
        return self.desks[act.device].evaluate(script, [act.tab, *values])

    def _look(self, tab: str, seen: Mapping[str, Any]) -> None:
        if seen["isGone"]:
            # It asked for a new launch, and something else came.
            self.visits.pop(tab, None)
            return
        said = str(seen["said"])
        self.visits[tab].state = seen["state"] or self.visits[tab].state
        self.log.append(f"    « {said} » {zlib.crc32(seen['state'].encode()):08x}")

    def _open(self, act: Act) -> None:
        is_kept_here = not (act.is_shared or act.storage)
        visit = self.ledger.visit(act.device, is_kept_here=is_kept_here)
        self.visits[act.tab] = visit
        options = {
            "clock": "still",
            "now": f"{self.now_ms:.0f}",
            "random": str(self.seed * 1000 + len(self.ledger.visits)),
            "storage": act.storage,
            "says": act.says,
        }
        seen = self._ask(act, "desk.open", self.attempt.player(act.device, **options))
        self._look(act.tab, seen)
        if act.is_shared:
            self._ask(act, "desk.press", SHARED)
        if act.is_taken:
            self._take(act)

    def _take(self, act: Act) -> None:
        """Take what the page found, if it found something: that is an answer to both."""
        before = self._answers(act)
        seen = self._ask(act, "desk.press", TAKE)
        self._look(act.tab, seen)
        if not seen["isThere"]:
            return
        self.log.append("    takes the newer answers")
        after = self._answers(act)
        for place, reading in after.items():
            if before.get(place) != reading:
                self.ledger.give(self.visits[act.tab], place, before.get(place, ""), reading)

    def _answers(self, act: Act) -> dict[Place, str]:
        readings: dict[str, list[str]] = self._ask(act, "desk.answers")
        return {("", int(index), attempt): text for index, (attempt, text) in readings.items()}

    def _preview(self, act: Act) -> None:
        """Look at the course as a visitor, answer, leave; the record stays as it was."""
        before, is_alone = precious(self.attempt.kept), not self.visits
        options = {"clock": "still", "now": f"{self.now_ms:.0f}", "random": "1", "mode": "browse"}
        self._ask(act, "desk.open", self.attempt.player(act.device, **options))
        asked = [[act.tab, name, act.seed] for name in ("answer", "quiz", "quiz")]
        self.desks[act.device].evaluate("asked => desk.acts(asked)", asked)
        self._pass(100)
        seen = self._ask(act, "desk.end", "close")
        self.attempt.wait_for_posts(*seen["posted"])
        if is_alone and precious(self.attempt.kept) != before:
            self.unsaid.append("a preview changed the record")

    def work(self, acts: Sequence[Act]) -> None:
        """Let the learner do one thing after the other on a device."""
        asked = [[act.tab, act.name, act.seed] for act in acts]
        seen = self.desks[acts[0].device].evaluate("asked => desk.acts(asked)", asked)
        for act, left in zip(acts, seen, strict=True):
            self.log.append(str(act))
            if act.tab in self.visits:
                self._note(act, left)

    def _note(self, act: Act, seen: Mapping[str, Any]) -> None:
        visit = self.visits[act.tab]
        if seen["finished"] is not None:
            self.ledger.finish(visit, seen["finished"])
            self.log.append(f"    ends {seen['finished']}")
        if seen["given"]:
            self._give(visit, act.device, seen["given"])
        self._look(act.tab, seen)

    def _give(self, visit: Visit, device: str, given: Mapping[str, Any]) -> None:
        is_text = bool(given["isText"])
        place = (device if is_text else "", given["question"], given["attempt"])
        answer = self.ledger.give(visit, place, given["before"], given["reading"])
        # What only the LMS could keep is looked at apart; where it came through, it may be shown.
        answer.is_owed = visit.is_kept_here
        if is_text and not visit.is_kept_here and not TEXT_LOST.search(given["told"]):
            self.unsaid.append(f"a text that cannot be kept was not told: {given['told']!r}")
        self.log.append(f"    {place}: {given['before']!r} → {given['reading']!r}")

    def _pass(self, seconds: float) -> None:
        self.now_ms += seconds * 1000
        for desk in self.desks.values():
            for tab, seen in desk.evaluate("ms => desk.pass(ms)", seconds * 1000).items():
                if tab in self.visits:
                    self._look(tab, seen)

    def _end(self, act: Act) -> None:
        if act.tab not in self.visits:
            return
        seen = self._ask(act, "desk.end", act.name)
        self.attempt.wait_for_posts(*seen["posted"])
        self._look(act.tab, seen)
        self.visits.pop(act.tab, None)

    # The end

    def reckon(self) -> list[str]:
        """Relaunch on every device, without faults, then once more, and list what is lost."""
        self.ledger.forgive_unkept()
        record = self.attempt.state
        devices = list(dict.fromkeys(visit.device for visit in self.ledger.visits))
        screens: dict[str, Any] = {}
        for place, device in enumerate([*devices, *devices[:1]]):
            tab = f"end-{place}"
            self.log.append(f"{device} final launch")
            self._open(Act("open", device, tab))
            self._pass(100)
            screens[device] = self.desks[device].evaluate("tab => desk.screen(tab)", tab)
            self._end(Act("button", device, tab))
        screen = screens[devices[0]]
        held = [self.attempt.state, [record, *self.ledger.held()]]
        return [
            # What an LMS drops that keeps less than it is given, the device has.
            *([] if self.attempt.room else self._missing_states(held)),
            *self._missing_answers(screen),
            *(line for device in devices for line in self._missing_texts(screens[device], device)),
            *self._missing_lessons(screen),
            *self._lowered(),
            *self.unsaid,
        ]

    def _missing_states(self, held: list[Any]) -> list[str]:
        lines: list[str] = self.desks["A"].evaluate("values => desk.missing(...values)", held)
        return lines

    def _missing_answers(self, screen: Mapping[str, Any]) -> Iterator[str]:
        for place in self.ledger.answers:
            device, _, attempt = place
            if device or (attempt and attempt != screen["attempt"]):
                continue
            yield from self._wrong(screen, place)

    def _missing_texts(self, screen: Mapping[str, Any], at: str) -> list[str]:
        mine = [
            place
            for place in self.ledger.answers
            if place[0] == at and (not place[2] or place[2] == screen["attempt"])
        ]
        return [line for place in mine for line in self._wrong(screen, place)]

    def _wrong(self, screen: Mapping[str, Any], place: tuple[str, int, str]) -> Iterator[str]:
        shown = screen["readings"].get(str(place[1]))
        allowed = self.ledger.allowed(place)
        if shown is not None and shown not in allowed:
            wanted = " or ".join(map(repr, sorted(allowed)))
            yield f"question {place}: {shown!r} is shown, not {wanted}"

    def _missing_lessons(self, screen: Mapping[str, Any]) -> Iterator[str]:
        for lesson in sorted(self.ledger.finished() & set(screen["lessons"]) - set(screen["done"])):
            yield f"lesson {lesson} was ended and is not done"

    def _lowered(self) -> Iterator[str]:
        """A final status and a score are the best ones in the end. On their way they may be lower:
        where sessions work side by side, and where an LMS takes nothing for new but another value.
        """
        core = "cmi.core." if self.attempt.profile.target == "scorm12" else "cmi."
        status = {"cmi.core.": "cmi.core.lesson_status", "cmi.": "cmi.completion_status"}[core]
        history = self.attempt.history
        ends = [float(record.get(status) in _FINAL_STATUSES) for record in history]
        scores = [float(record.get(f"{core}score.raw", -1)) for record in history]
        for what, values in (("status", ends), ("score", scores)):
            if values and values[-1] < max(values):
                yield f"the {what} was lowered"
