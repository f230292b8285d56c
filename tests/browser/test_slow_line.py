"""What has arrived works while the rest of the page is still on its way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Offer, Open
from tests.support.eleven_kinds import eleven_questions
from tests.support.held import Held
from tests.support.learner import Learner
from tests.support.slow_line import SlowLine, slow_line
from tests.support.small_course import SmallCourse
from tests.support.stage import Stage

pytestmark = pytest.mark.browser

COURSE = SmallCourse(
    {"definir": eleven_questions(), "suite": "La fin.\n"}, eleven_questions("q-"), "tirage: 4"
)


@pytest.fixture
def line(preview: Stage, offer: Offer) -> Iterator[SlowLine]:
    """The first lesson arrives and the beginning of the second, no more."""
    files = preview.files(f"{offer(COURSE)}-web")
    with slow_line(files, cut=b"La fin.") as opened:
        yield opened


@pytest.fixture
def page(line: SlowLine, open_window: Open) -> Page:
    # In this order the window is closed before the line: the page may still be asking for a file.
    opened = open_window(own=line.address.removesuffix("index.html"))
    opened.goto(line.address, wait_until="commit")
    return opened


def test_the_first_lesson_answers_before_the_rest_is_there(page: Page, line: SlowLine) -> None:
    learner = Learner(page)
    learner.follow("Definir")
    group = learner.question("Qui décide")
    group.get_by_label("La météo").check()
    learner.check(group)
    learner.sees("✘ À revoir")
    learner.sees("Non, pas la météo.")
    learner.sees("Sans plateforme")
    assert page.evaluate("document.readyState") == "loading"
    line.go_on()
    learner.finish_lesson("Suite")
    learner.sees("La fin.")
    learner.open_from_plan("Le quiz")
    learner.start_quiz()
    learner.sees("Question 1 sur 4")


def test_the_second_script_leaves_the_line_to_the_first(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    page = open_window()
    script, tools = Held(page, "app.js"), Held(page, "tools.js")
    with page.expect_request("**/app.js"):
        page.goto(preview.bare(f"{offer(COURSE)}-web"), wait_until="domcontentloaded")
    assert not tools.is_asked_for
    with page.expect_request("**/tools.js"):
        script.let_go()
    tools.let_go()
    expect(page.locator("html.tools")).to_be_attached()


def test_the_end_of_the_page_does_not_take_the_focus_away(page: Page, line: SlowLine) -> None:
    learner = Learner(page)
    learner.follow("Definir")
    field = page.get_by_role("main").get_by_role("textbox").first
    field.fill("le con")
    line.go_on()
    page.wait_for_load_state()
    expect(field).to_be_focused()


def test_a_page_that_has_not_arrived_yet_opens_when_it_does(page: Page, line: SlowLine) -> None:
    learner = Learner(page)
    learner.follow("Definir")
    learner.open_from_menu("Plan du cours")
    learner.sees("Cette page arrive")
    expect(page.get_by_role("heading", name="Definir", level=2)).to_be_visible()
    assert page.evaluate("document.readyState") == "loading"
    line.go_on()
    expect(page.get_by_role("heading", name="Plan du cours", level=2)).to_be_focused()
    expect(page.get_by_text("Cette page arrive")).to_have_count(0)
    page.go_back()
    expect(page.get_by_role("heading", name="Definir", level=2)).to_be_focused()


def test_whoever_moves_on_is_not_called_back_by_a_page_that_arrives(
    page: Page, line: SlowLine
) -> None:
    learner = Learner(page)
    learner.open_from_menu("Plan du cours")
    learner.follow("Definir")
    expect(page.get_by_role("heading", name="Definir", level=2)).to_be_focused()
    line.go_on()
    page.wait_for_load_state()
    expect(page.get_by_role("heading", name="Definir", level=2)).to_be_visible()


def test_the_kept_place_is_taken_again_once_it_has_arrived(page: Page, line: SlowLine) -> None:
    learner = Learner(page)
    line.go_on()
    learner.follow("Definir")
    learner.finish_lesson("Suite")
    line.stop_again()
    page.goto(line.address, wait_until="commit")
    expect(page.get_by_role("heading", name="Comprendre", level=2)).to_be_visible()
    assert page.evaluate("document.readyState") == "loading"
    line.go_on()
    expect(page.get_by_role("heading", name="Suite", level=2)).to_be_visible()
    expect(page.get_by_role("heading", name="Comprendre", level=2)).to_be_hidden()
    learner.sees("1 leçon terminée sur 2")


def test_a_field_that_is_cut_off_from_its_question_is_no_error(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    files = preview.files(f"{offer(COURSE)}-web")
    with slow_line(files, cut=b"<textarea") as line:
        page = open_window(own=line.address.removesuffix("index.html"))
        page.goto(line.address, wait_until="commit")
        learner = Learner(page)
        learner.sees("Sans plateforme")
        line.go_on()
        learner.follow("Definir")
        field = page.get_by_role("main").get_by_role("textbox").last
        field.fill("La gare")
        learner.sees("Texte gardé sur cet appareil.")
        expect(page.locator("html.tools")).to_be_attached()
