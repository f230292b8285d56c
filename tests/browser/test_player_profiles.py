"""What learners live under each LMS that the player knows: a table, replayed.

What each switch does to a call is replayed in ``tests/js/preview/profiles.test.js``; here the page
of a package meets the whole LMS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Offer
from tests.support.player import Player
from tests.support.small_course import SmallCourse
from tests.support.stage import Stage
from tests.support.waiting import until_true
from tiers_lieu_mooc.preview.profiles import known_profiles

pytestmark = pytest.mark.browser

QUESTION = """
::: qcu #{name}
objectifs : O1

Qui décide dans un tiers-lieu ?

- [ ] Le hasard
- [x] Le collectif
:::
"""
COURSE = SmallCourse(
    {"definir": QUESTION.format(name="qui")}, QUESTION.format(name="q-qui"), "mélanger: non"
)

REFUSED = "refus"
OVER = "expiree"
CUT = "coupee"

ALL_KEPT = """
() => {
  const [held, kept] = [simulatedLms.record(), simulatedLms.kept()];
  const ours = name => /suspend_data|(lesson|completion|success)_status|score.raw/.test(name);
  return held['cmi.suspend_data'] && Object.keys(held).filter(ours).every(
    name => held[name] === undefined || held[name] === kept[name]);
}
"""


@dataclass(frozen=True)
class Row:
    """One LMS and edition, and what it makes of a learner's work.

    Attributes:
        grade: what the trainer reads after a quiz with all points.
        status: the same, of the status.
        answers: the same, of the answers.
        again: mode of a launch after the end.
    """

    lms: str
    target: str
    grade: str = "100 sur 100"
    status: str = "réussi (passed)"
    answers: str = "réponses montrées, sous leur identifiant : 2"
    again: str = "normal"


DONE = "terminé (completed)"
HIDDEN = "une « Question 0 » vide, bien que ce nombre de réponses soit gardé : 2"
NONE = "ce LMS ne montre aucune réponse"

ROWS = (
    Row("strict", "scorm12"),
    Row("strict", "scorm2004-3", status=DONE),
    Row("strict", "scorm2004-4", status=DONE),
    Row("moodle", "scorm12", again="review"),
    Row("moodle", "scorm2004-3", status=DONE, answers=HIDDEN, again="review"),
    Row("moodle", "scorm2004-4", status=DONE, answers=HIDDEN, again="review"),
    Row("claroline", "scorm12", answers=NONE),
    Row("claroline", "scorm2004-4", status=DONE),
    Row("kolibri", "scorm12"),
    Row("open-edx", "scorm12", again=""),
    Row("open-edx", "scorm2004-4", status=DONE, again=""),
)
EACH = pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.lms}-{row.target}")
BARE = (("sans-lms", "scorm12"), ("sans-lms", "scorm2004-4"), ("kolibri", "scorm2004-4"))

# Every LMS on a cut line, of which each says something else; the others where they differ. Kolibri
# saves nothing more after a failure: a test of its own.
TROUBLES = (
    *((row, CUT) for row in ROWS if row.target != "scorm2004-3" and row.lms != "kolibri"),
    *((row, REFUSED) for row in ROWS if row.lms == "strict"),
    *((row, OVER) for row in ROWS if row.lms == "moodle" and row.target != "scorm2004-3"),
)

Open = Callable[[str, str], Player]


@pytest.fixture
def open_under(browser: Browser, preview: Stage, offer: Offer) -> Iterator[Open]:
    """Open the course under an LMS, for a learner who was never there.

    A line that is cut on purpose makes the browser complain: nobody listens here.
    """
    context = browser.new_context(locale="fr-FR")
    context.set_default_timeout(15_000)

    def opened(lms: str, target: str) -> Player:
        page = context.new_page()
        page.goto(f"{preview.player(f'{offer(COURSE)}-{target}')}?lms={lms}")
        return Player(page)

    yield opened
    context.close()


def wait_until_kept(player: Player) -> None:
    """Wait until the LMS has what the page said of state, status and score.

    Some LMSs take nothing of a page that goes, so that one must not leave before.
    """
    until_true(lambda: bool(player.page.evaluate(ALL_KEPT)))


def answer(player: Player) -> None:
    learner = player.learner
    learner.open_from_plan("Definir")
    group = learner.question("Qui décide")
    group.get_by_label("Le collectif").check()
    learner.check(group)
    learner.sees("✔ Juste")


def shows_answer(player: Player) -> None:
    player.learner.open_from_plan("Definir")
    expect(player.learner.question("Qui décide").get_by_label("Le collectif")).to_be_checked()
    player.learner.sees("✔ Juste")


def pass_quiz(player: Player) -> None:
    learner = player.learner
    learner.open_from_plan("Le quiz")
    learner.start_quiz()
    learner.question("Qui décide").get_by_label("Le collectif").check()
    learner.press("Relire mes réponses")
    learner.send()


def own_refusals(player: Player) -> list[object]:
    """Calls that were refused for a reason that is neither this LMS's own nor the line's."""
    told: list[object] = player.page.evaluate("simulatedLms.refused()")
    return told


def test_every_lms_of_the_player_is_in_the_table() -> None:
    tabled = {row.lms for row in ROWS} | {lms for lms, _ in BARE}
    assert {profile.name for profile in known_profiles()} == tabled


@EACH
def test_the_lms_gives_work_back_on_another_device_and_shows_its_result(
    open_under: Open, row: Row
) -> None:
    player = open_under(row.lms, row.target)
    answer(player)
    # What would hurt to lose is committed at once.
    player.learner.finish_lesson("Le quiz")
    wait_until_kept(player)
    player.change_device()
    shows_answer(player)
    pass_quiz(player)
    wait_until_kept(player)
    expect(player.gradebook("Progression" if row.lms == "kolibri" else "Note")).to_contain_text(
        row.grade
    )
    expect(player.gradebook("Statut")).to_contain_text(row.status)
    expect(player.gradebook("Rapport des réponses")).to_contain_text(row.answers)
    player.change_device()
    shows_answer(player)
    mode = "cmi.core.lesson_mode" if row.target == "scorm12" else "cmi.mode"
    reads = [call["answer"] for call in player.calls() if mode in call["parameters"]]
    assert reads[-1] == row.again
    expect(player.gradebook("Statut")).to_contain_text(row.status)
    expect(player.gradebook("Rapport des réponses")).to_contain_text(row.answers)
    assert own_refusals(player) == []


@pytest.mark.parametrize(
    ("row", "line"),
    TROUBLES,
    ids=[f"{row.lms}-{row.target}-{number}" for number, (row, _) in enumerate(TROUBLES)],
)
def test_the_page_says_what_the_line_does_and_catches_up(
    open_under: Open, row: Row, line: str
) -> None:
    player = open_under(row.lms, row.target)
    player.learner.open_from_plan("Definir")
    player.line(line)
    answer(player)
    # What would hurt to lose is committed at once.
    player.learner.finish_lesson("Le quiz")
    assert not player.page.evaluate(ALL_KEPT)
    player.line("normale")
    if line == OVER:
        # Moodle takes nothing more of a page whose session has ended.
        player.relaunch()
        answer(player)
        player.learner.finish_lesson("Le quiz")
    wait_until_kept(player)
    player.change_device()
    shows_answer(player)
    assert own_refusals(player) == []


def test_after_one_failure_kolibri_saves_nothing_before_the_next_launch(open_under: Open) -> None:
    player = open_under("kolibri", "scorm12")
    silence = player.page.locator('[data-state="silent"]')
    player.learner.open_from_plan("Definir")
    wait_until_kept(player)
    player.line(REFUSED)
    player.learner.finish_lesson("Le quiz")
    expect(silence).to_be_visible()
    expect(player.page.locator("[data-dropped]")).to_contain_text("1")
    player.line("normale")
    before = player.kept()
    pass_quiz(player)
    expect(player.journal("cmi.core.score.raw").first).to_be_visible()
    assert player.kept() == before
    player.relaunch()
    expect(silence).to_be_hidden()
    player.learner.open_from_plan("Definir")
    player.learner.finish_lesson("Le quiz")
    wait_until_kept(player)
    assert player.kept() != before


@pytest.mark.parametrize(("lms", "target"), BARE)
def test_where_no_lms_is_found_the_device_keeps_the_work(
    open_under: Open, lms: str, target: str
) -> None:
    player = open_under(lms, target)
    expect(player.page.locator('[data-state="bare"]')).to_be_visible()
    player.learner.sees("Sans plateforme")
    answer(player)
    player.relaunch()
    shows_answer(player)
    assert player.calls() == []
