"""An LMS that is late, absent or broken: the page works, says so, and loses nothing."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Offer, Open
from tests.support.cmi import record_of
from tests.support.devices import BLOCKED
from tests.support.eleven_kinds import eleven_questions
from tests.support.learner import Learner
from tests.support.saved_state import read_state
from tests.support.small_course import SmallCourse
from tests.support.stage import Stage
from tests.support.waiting import until_true

pytestmark = pytest.mark.browser

BOTH = pytest.mark.parametrize("target", ["scorm12", "scorm2004-4"])
COURSE = SmallCourse({"definir": eleven_questions()}, eleven_questions("q-"), "mélanger: non")

LATE = """
for (const name of ['API', 'API_1484_11']) {
  let api;
  Object.defineProperty(window, name, {
    get: () => (window.isThere ? api : undefined),
    set: value => { api = value; },
  });
}
"""
"""The window of an LMS whose object cannot be found until `isThere`."""

BROKEN = {
    "throws": "() => { throw new Error('the LMS is broken'); }",
    "says nothing": "() => undefined",
    "says false": "() => 'false'",
}

EARLY_TEXT = "Un texte commencé avant que la plateforme soit là."


def awaited(page: Page) -> Learner:
    """Let the page look for its LMS for as long as it will, without waiting."""
    page.clock.run_for(4_000)
    return Learner(page)


@BOTH
def test_a_late_lms_is_found_and_answers_given_before_stay(
    open_window: Open, preview: Stage, offer: Offer, target: str
) -> None:
    page = open_window()
    page.add_init_script(LATE)
    page.clock.install()
    page.goto(preview.player(f"{offer(COURSE)}-{target}"))
    learner = Learner(page.frame_locator("[data-frame]"))
    learner.follow("Definir")
    answer_early(learner)
    # Time passes by itself, too, and after three seconds nobody looks for an LMS any more.
    page.clock.run_for(200)
    assert page.evaluate("simulatedLms.calls()") == []
    page.evaluate("isThere = true")
    page.clock.run_for(200)
    learner.sees("◐ En partie juste")
    learner.sees("Texte gardé sur cet appareil.")
    keeps_early_answers(learner)
    # A jump: what the page asks of the network in it would wait for ever in run time.
    page.clock.fast_forward(92_000)
    learner.sees("Envoyé à la plateforme à")
    assert answers_told(page, learner) == [[2], [0]]
    assert list(record_of(page).interactions) == ["qcm"]
    page.reload()
    page.evaluate("isThere = true")
    page.clock.run_for(400)
    keeps_early_answers(Learner(page.frame_locator("[data-frame]")))


def answers_told(page: Page, learner: Learner) -> list[object]:
    """The answers that the LMS knows, in the order of the questions."""
    state = read_state(record_of(page).core["cmi.suspend_data"], learner.screen)
    return [record["answer"] for record in state["questions"].values() if record["text"]]


def answer_early(learner: Learner) -> None:
    learner.question("Qui décide").get_by_label("La météo").check()
    do = learner.question("Que peut-on y faire ?")
    do.get_by_label("Réparer").check()
    learner.check(do)
    learner.question("Décrivez un lieu").get_by_role("textbox").fill(EARLY_TEXT)


def keeps_early_answers(learner: Learner) -> None:
    expect(learner.question("Qui décide").get_by_label("La météo")).to_be_checked()
    expect(learner.question("Que peut-on y faire ?").get_by_label("Réparer")).to_be_checked()
    text = learner.question("Décrivez un lieu").get_by_role("textbox")
    expect(text).to_have_value(EARLY_TEXT)


@BOTH
def test_newer_answers_join_what_a_late_lms_had_kept(
    open_window: Open, preview: Stage, offer: Offer, target: str
) -> None:
    page = open_window()
    page.add_init_script(LATE)
    page.clock.install()
    page.goto(preview.player(f"{offer(COURSE)}-{target}"))
    page.evaluate("isThere = true")
    page.clock.run_for(200)
    learner = Learner(page.frame_locator("[data-frame]"))
    learner.follow("Definir")
    learner.question("Qui décide").get_by_label("La météo").check()
    learner.question("Que peut-on y faire ?").get_by_label("Réparer").check()
    page.reload()
    again = Learner(page.frame_locator("[data-frame]"))
    again.follow("Definir")
    again.question("Qui décide").get_by_label("Le collectif").check()
    page.evaluate("isThere = true")
    page.clock.run_for(400)
    expect(again.question("Que peut-on y faire ?").get_by_label("Réparer")).to_be_checked()
    expect(again.question("Qui décide").get_by_label("Le collectif")).to_be_checked()
    page.clock.run_for(4_000)
    until_true(lambda: answers_told(page, again) == [[1], [0]])


@BOTH
def test_without_an_lms_the_device_keeps_the_work_and_the_page_says_so(
    open_window: Open, preview: Stage, offer: Offer, target: str
) -> None:
    page = open_window()
    page.clock.install()
    address = preview.bare(f"{offer(COURSE)}-{target}")
    page.goto(address)
    learner = awaited(page)
    learner.sees("Sans plateforme : tout reste sur cet appareil.")
    learner.follow("Definir")
    learner.question("Qui décide").get_by_label("La météo").check()
    page.reload()
    again = awaited(page)
    expect(page.get_by_role("heading", name="Definir", level=2)).to_be_visible()
    expect(again.question("Qui décide").get_by_label("La météo")).to_be_checked()


@BOTH
@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_lms_does_not_stop_the_course_and_the_page_says_what_is_not_saved(
    open_window: Open, preview: Stage, offer: Offer, target: str, fault: str
) -> None:
    page = open_window()
    page.add_init_script(
        f"window.API = window.API_1484_11 = new Proxy({{}}, {{get: () => {BROKEN[fault]}}});"
    )
    page.clock.install()
    page.goto(preview.bare(f"{offer(COURSE)}-{target}"))
    learner = awaited(page)
    learner.follow("Definir")
    group = learner.question("Qui décide")
    group.get_by_label("Le collectif").check()
    learner.check(group)
    learner.sees("✔ Juste")
    learner.sees("Rouvrez l’activité depuis la plateforme")
    learner.open_from_plan("Le quiz")
    learner.start_quiz()
    learner.question("Qui décide").get_by_label("Le collectif").check()
    learner.press("Question suivante")
    learner.sees("Question 2 sur 11")
    learner.press("Enregistrer et quitter")


def test_a_device_that_keeps_nothing_is_told_to_the_learner(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    page = open_window()
    page.add_init_script(BLOCKED)
    page.goto(preview.bare(f"{offer(COURSE)}-web"))
    learner = Learner(page)
    learner.follow("Definir")
    learner.question("Décrivez un lieu").get_by_role("textbox").fill(EARLY_TEXT)
    learner.sees("Cet appareil ne peut pas garder votre texte")


def test_commits_are_few_and_come_after_a_burst(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    page = open_window()
    page.clock.install()
    page.goto(preview.player(f"{offer(COURSE)}-scorm12"))
    page.clock.run_for(200)
    learner = Learner(page.frame_locator("[data-frame]"))
    learner.follow("Definir")
    # The lesson opens after the click, and opening it is worth a commit: wait until it is there.
    expect(learner.question("Qui décide")).to_be_visible()

    def commits() -> int:
        names = page.evaluate("simulatedLms.calls().map(({name}) => name)")
        return json.dumps(names).count("LMSCommit")

    page.clock.run_for(2_000)
    before = commits()
    for label in ("Le hasard", "La météo", "Le hasard"):
        learner.question("Qui décide").get_by_label(label).check()
    page.clock.run_for(60_000)
    assert commits() == before
    page.clock.run_for(31_000)
    assert commits() == before + 1
    # The witness is fetched in real time: a clock that runs on would take it for lost.
    learner.sees("Envoyé à la plateforme à")
    page.clock.run_for(600_000)
    assert commits() == before + 1
