"""What the device keeps is there at the next visit, whatever happened between the two."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Offer, Open, OpenPlayer
from tests.support.chromium import kill_all, running
from tests.support.devices import FULL, open_elsewhere
from tests.support.eleven_kinds import eleven_questions
from tests.support.kept import (
    answers,
    in_local_storage,
    keeps,
    keeps_answers,
    on_disk,
    put_on_disk,
    text_of,
)
from tests.support.killing import kill
from tests.support.learner import Learner
from tests.support.player import Player
from tests.support.sheet_course import SHEET, SHEET_COURSE, VISION, field, level, write
from tests.support.small_course import SmallCourse
from tests.support.stage import Stage
from tests.support.waiting import until_true

pytestmark = pytest.mark.browser

COURSE = SmallCourse({"definir": eleven_questions(), "suite": "La fin.\n"})
LONG = "".join(f"Paragraphe {number} {'et encore ' * 30}.\n\n" for number in range(1, 41))
TEXT = "Un ancien café tenu par ses habitants."


def frame(page: Page) -> Learner:
    return Learner(page.frame_locator("[data-frame]"))


def answer(learner: Learner, label: str = "La météo") -> None:
    learner.open_from_plan("Definir")
    learner.question("Qui décide").get_by_label(label).check()


def essay(learner: Learner) -> Any:
    return learner.question("Décrivez un lieu").get_by_role("textbox")


def shows(learner: Learner, label: str = "La météo") -> None:
    learner.open_from_plan("Definir")
    expect(learner.question("Qui décide").get_by_label(label)).to_be_checked()


# A disk without room


def test_what_was_said_of_a_text_is_taken_back_when_the_disk_is_full(
    open_player: OpenPlayer, offer: Offer
) -> None:
    _, learner = open_player(f"{offer(COURSE)}-scorm12")
    learner.open_from_plan("Definir")
    essay(learner).fill(TEXT)
    learner.sees("Texte gardé sur cet appareil.")
    learner.screen.locator("html").evaluate(f"() => {{ {FULL} }}")
    answer(learner)
    learner.sees("Cet appareil ne peut pas garder votre texte : copiez-le")


# A crash


def test_a_browser_that_is_killed_has_what_was_answered_just_before(
    browser: Browser, preview: Stage, offer: Offer, tmp_path: Path
) -> None:
    """Written strictly: what IndexedDB gives back is on the disk."""
    address = preview.player(f"{offer(COURSE)}-scorm12")
    with running(browser.browser_type, tmp_path) as (page, process):
        page.goto(address)
        learner = frame(page)
        answer(learner)
        essay(learner).fill(TEXT)
        learner.sees("Texte gardé sur cet appareil.")
        keeps_answers(page, learner.screen, [2])
        until_true(lambda: TEXT in text_of(page, "texts"))
        kill_all(process)
    with running(browser.browser_type, tmp_path) as (page, _):
        page.goto(address)
        again = frame(page)
        shows(again)
        expect(essay(again)).to_have_value(TEXT)
        again.is_sent()


# A new login to Moodle, which empties localStorage


def new_login(page: Page) -> Page:
    """Leave, log in anew, and come back: in the LMS of the preview, as somebody new."""
    context, address = page.context, page.url
    page.goto("about:blank")
    page.close()
    again = context.new_page()
    again.goto(address.partition("/lecteur/")[0])
    again.evaluate("localStorage.clear()")
    again.goto(address)
    return again


def test_a_new_login_loses_neither_answers_nor_texts(open_player: OpenPlayer, offer: Offer) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    answer(learner)
    essay(learner).fill(TEXT)
    learner.sees("Texte gardé sur cet appareil.")
    page = new_login(page)
    again = frame(page)
    shows(again)
    expect(essay(again)).to_have_value(TEXT)


def test_a_new_login_loses_nothing_of_the_project_sheet(
    open_player: OpenPlayer, offer: Offer
) -> None:
    page, learner = open_player(f"{offer(SHEET_COURSE)}-scorm12")
    learner.open_from_plan(SHEET)
    write(learner, "Notre vision", VISION)
    level(learner.screen, "1. Vision", "2 : idée précise").check()
    page = new_login(page)
    again = frame(page)
    again.open_from_plan(SHEET)
    expect(field(again.screen, "Notre vision")).to_have_value(VISION)
    expect(level(again.screen, "1. Vision", "2 : idée précise")).to_be_checked()


def test_a_new_login_does_not_forget_that_the_computer_is_shared(
    open_player: OpenPlayer, offer: Offer
) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    learner.screen.get_by_text("Enregistrement sur cet appareil").click()
    learner.screen.get_by_label("Je suis sur un poste partagé").check()
    keeps(page, "poste-partage")
    page = new_login(page)
    again = frame(page)
    again.screen.get_by_text("Enregistrement sur cet appareil").click()
    expect(again.screen.get_by_label("Je suis sur un poste partagé")).to_be_checked()
    answer(again)
    again.sees("cet appareil ne garde pas vos réponses")
    keeps(page, "poste-partage")


def test_a_new_login_does_not_forget_where_the_learner_was_reading(
    open_player: OpenPlayer, offer: Offer
) -> None:
    page, learner = open_player(f"{offer(SmallCourse({'definir': LONG}))}-scorm12")
    learner.open_from_plan("Definir")
    learner.screen.get_by_text("Paragraphe 20 ").evaluate("part => part.scrollIntoView()")
    until_true(lambda: text_of(page, "position") != "")
    page = new_login(page)
    expect(frame(page).screen.get_by_text("Paragraphe 20 ")).to_be_in_viewport()


# What goes at the last moment


def test_a_text_typed_just_before_the_page_goes_is_there_at_the_next_visit(
    open_player: OpenPlayer, offer: Offer
) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    learner.open_from_plan("Definir")
    essay(learner).press_sequentially("Un ancien")
    until_true(lambda: "Un ancien" in text_of(page, "texts"))
    until_true(lambda: text_of(page, "position") != "")
    player, elsewhere = page.url, page.url.partition("lecteur/")[0]
    essay(learner).evaluate(
        """(field, [text, address]) => {
          field.value = text;
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
          top.location.href = address;
        }""",
        [TEXT, elsewhere],
    )
    page.wait_for_url(elsewhere)
    page.goto(player)
    again = frame(page)
    again.open_from_plan("Definir")
    expect(essay(again)).to_have_value(TEXT)
    until_true(lambda: TEXT in text_of(page, "texts"))
    assert TEXT not in "".join(in_local_storage(page).values())
    until_true(lambda: [key for key in on_disk(page) if "~" in key] == [])


def test_the_place_read_last_counts_not_the_one_kept_before(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    page = open_window(viewport={"width": 400, "height": 500})
    address = preview.bare(f"{offer(SmallCourse({'definir': LONG}))}-web")
    page.goto(address)
    Learner(page).follow("Definir")
    page.get_by_text("Paragraphe 10 ").evaluate("part => part.scrollIntoView()")
    until_true(lambda: text_of(page, "position") != "")
    page.get_by_text("Paragraphe 30 ").evaluate(
        "part => { part.scrollIntoView(); location.href = 'about:blank'; }"
    )
    page.wait_for_url("about:blank")
    page.goto(address)
    expect(page.get_by_text("Paragraphe 30 ")).to_be_in_viewport()


# From localStorage, where earlier versions of the page kept it


def test_what_was_kept_in_local_storage_moves_to_the_disk(
    open_player: OpenPlayer, offer: Offer
) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    answer(learner)
    essay(learner).fill(TEXT)
    learner.sees("Texte gardé sur cet appareil.")
    keeps_answers(page, learner.screen, [2])
    until_true(lambda: TEXT in text_of(page, "texts"))
    context, address = page.context, page.url
    kill(page)
    page = context.new_page()
    page.goto(address.partition("/lecteur/")[0])
    entries = on_disk(page)
    put_on_disk(page, dict.fromkeys(entries, ""))
    page.evaluate(
        "all => Object.entries(all).forEach(each => localStorage.setItem(...each))", entries
    )
    page.goto(address)
    again = frame(page)
    shows(again)
    expect(essay(again)).to_have_value(TEXT)
    until_true(lambda: TEXT in text_of(page, "texts"))
    until_true(lambda: in_local_storage(page) == {}, lambda: str(in_local_storage(page)))


# A page that sleeps

AWAY = """
const looks = {
  hidden: () => Boolean(window.isAway),
  visibilityState: () => (window.isAway ? "hidden" : "visible"),
};
for (const name of Object.keys(looks)) Object.defineProperty(document, name, { get: looks[name] });
"""


def turn(page: Page, *, is_away: bool) -> None:
    """Put the window out of sight, or back."""
    page.frames[1].evaluate(
        """isAway => {
          window.isAway = isAway;
          document.dispatchEvent(new Event("visibilitychange"));
        }""",
        is_away,
    )


@pytest.mark.parametrize("target", ["scorm12", "scorm2004-4"])
def test_a_page_that_slept_for_ten_minutes_launches_anew_and_overwrites_nothing(
    open_window: Open, preview: Stage, offer: Offer, target: str
) -> None:
    key = f"{offer(COURSE)}-{target}"
    page = open_window()
    page.add_init_script(AWAY)
    page.clock.install()
    page.goto(preview.player(key))
    learner = frame(page)
    answer(learner)
    turn(page, is_away=True)
    other = frame(open_elsewhere(open_window, preview, key, page))
    other.open_from_plan("Definir")
    other.question("Que peut-on y faire ?").get_by_label("Réparer").check()
    other.leave()
    page.clock.fast_forward("10:01")
    with page.expect_navigation():
        turn(page, is_away=False)
    again = frame(page)
    shows(again)
    expect(again.question("Que peut-on y faire ?").get_by_label("Réparer")).to_be_checked()
    again.leave()
    third = frame(open_elsewhere(open_window, preview, key, page))
    shows(third)
    expect(third.question("Que peut-on y faire ?").get_by_label("Réparer")).to_be_checked()


# A look that leaves nothing behind


BROWSED = [["cmi.core.lesson_status", "browsed"]]


@pytest.mark.parametrize(("target", "told"), [("scorm12", BROWSED), ("scorm2004-4", [])])
def test_a_browsing_leaves_the_activity_untouched(
    open_player: OpenPlayer, offer: Offer, target: str, told: list[list[str]]
) -> None:
    page, _ = open_player(f"{offer(COURSE)}-{target}")
    player = Player(page)
    player.launch(Mode="Consultation (browse)")
    player.renew()
    learner = player.learner
    learner.sees("Mode aperçu : rien n’est enregistré")
    answer(learner)
    essay(learner).fill(TEXT)
    learner.press("Enregistrer et quitter")
    calls = player.calls()
    begin = max(at for at, call in enumerate(calls) if call["name"].endswith("Initialize"))
    written = [call["parameters"] for call in calls[begin:] if "SetValue" in call["name"]]
    assert written == told
    assert answers(page, learner.screen) == []
    player.launch(Mode="Normal")
    player.learner.open_from_plan("Definir")
    question = player.learner.question("Qui décide")
    expect(question.get_by_label("La météo")).not_to_be_checked()
