"""Before a quiz the page proposes a question of an earlier module, for practice."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Offer, Open, OpenPlayer
from tests.support.axe import accessibility_faults
from tests.support.cmi import record_of
from tests.support.learner import Learner
from tests.support.modules_course import modules_course
from tests.support.saved_state import read_state
from tests.support.stage import Stage

pytestmark = pytest.mark.browser

SUMMARY = "Un rappel avant de commencer"


def reminder(learner: Learner) -> Locator:
    """The reminder of the quiz that is open, unfolded."""
    learner.screen.get_by_text(SUMMARY).locator("visible=true").click()
    return learner.screen.locator("details[open]:visible")


def fail(learner: Learner, number: int, letter: str) -> None:
    """Send the quiz of a module with one answer wrong."""
    learner.open_from_plan(f"Le quiz {number}")
    learner.start_quiz()
    for asked in "ab":
        kind = "faux" if asked == letter else "vrai"
        learner.question(f"Que dit {asked}{number}").get_by_label(
            f"Le {kind} {asked}{number}"
        ).check()
        if asked == "a":
            learner.press("Question suivante")
    learner.press("Relire mes réponses")
    learner.send()


def test_the_first_module_has_nothing_to_be_reminded_of(
    open_player: OpenPlayer, offer: Offer
) -> None:
    _, learner = open_player(f"{offer(modules_course(2))}-scorm12")
    learner.open_from_plan("Le quiz 1")
    expect(learner.screen.get_by_text(SUMMARY).locator("visible=true")).to_have_count(0)


def test_what_went_wrong_before_is_asked_again_and_neither_kept_nor_counted(
    open_player: OpenPlayer, offer: Offer
) -> None:
    page, learner = open_player(f"{offer(modules_course(3))}-scorm12")
    fail(learner, 1, "b")
    learner.is_sent()
    rows, before = record_of(page).interactions, saved(page, learner)["questions"]
    learner.open_from_plan("Le quiz 3")
    asked = reminder(learner)
    expect(asked.get_by_role("group")).to_have_accessible_name("Que dit b1 ?")
    asked.get_by_label("Le faux b1").check()
    asked.get_by_role("button", name="Valider ma réponse").click()
    expect(asked).to_contain_text("✘ À revoir")
    asked.get_by_label("Le vrai b1").check()
    asked.get_by_role("button", name="Valider ma réponse").click()
    expect(asked).to_contain_text("✔ Juste")
    learner.start_quiz()
    learner.sees("Question 1 sur 2")
    learner.leave()
    assert record_of(page).interactions == rows
    assert saved(page, learner)["questions"] == before


def saved(page: Page, learner: Learner) -> dict[str, object]:
    return read_state(record_of(page).core["cmi.suspend_data"], learner.screen)


def test_no_two_elements_have_the_same_name_once_a_question_is_there_twice(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    page = open_window()
    page.goto(f"{preview.bare(f'{offer(modules_course(2))}-web')}#m2/quiz")
    learner = Learner(page)
    asked = reminder(learner)
    expect(asked.get_by_role("radio")).to_have_count(2)
    names = page.evaluate("Array.from(document.querySelectorAll('[id]'), each => each.id)")
    assert len(names) == len(set(names))
    loose = page.evaluate(
        "Array.from(document.querySelectorAll('[for], [aria-describedby]')).filter(each =>"
        " (each.htmlFor || each.getAttribute('aria-describedby')).trim().split(/\\s+/)"
        ".some(name => !document.getElementById(name))).length"
    )
    assert loose == 0


def test_a_module_alone_brings_a_question_of_another_with_it(
    open_player: OpenPlayer, offer: Offer
) -> None:
    _, learner = open_player(f"{offer(modules_course(2))}-m2-scorm12")
    learner.open_from_plan("Le quiz 2")
    asked = reminder(learner)
    box = asked.get_by_label("Le faux")
    box.check()
    asked.get_by_role("button", name="Valider ma réponse").click()
    expect(asked).to_contain_text("✘ À revoir")
    # The lesson is in another package: its name is of use all the same, a link would lead nowhere.
    expect(asked).to_contain_text("Revoir la leçon : La leçon 1 (module « Le module 1 »)")
    expect(asked.get_by_role("link")).to_have_count(0)


@pytest.mark.parametrize(("rules", "count"), [("rappel: non", 0), ("rappel: 2", 2)])
def test_authors_say_how_many_questions_are_asked_again(
    open_player: OpenPlayer, offer: Offer, rules: str, count: int
) -> None:
    _, learner = open_player(f"{offer(modules_course(2, rules))}-scorm12")
    learner.open_from_plan("Le quiz 2")
    if count:
        expect(reminder(learner).get_by_role("group")).to_have_count(count)
    else:
        expect(learner.screen.get_by_text(SUMMARY).locator("visible=true")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_found_against_a_reminder(
    open_window: Open, preview: Stage, offer: Offer, width: int
) -> None:
    page = open_window(viewport={"width": width, "height": 700})
    page.goto(f"{preview.bare(f'{offer(modules_course(2))}-web')}#m2/quiz")
    asked = reminder(Learner(page))
    asked.get_by_label("Le faux").check()
    asked.get_by_role("button", name="Valider ma réponse").click()
    expect(asked).to_contain_text("✘ À revoir")
    assert accessibility_faults(page) == []
