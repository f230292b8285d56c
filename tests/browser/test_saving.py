"""Work that is done stays: on the device at once, in the LMS soon after, on no shared one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.conftest import Offer, Open, OpenPlayer
from tests.support.cmi import record_of
from tests.support.devices import BLOCKED, open_elsewhere
from tests.support.eleven_kinds import eleven_questions
from tests.support.kept import keeps, keeps_answers
from tests.support.killing import kill
from tests.support.learner import Learner
from tests.support.player import Player
from tests.support.saved_state import read_state
from tests.support.small_course import SmallCourse
from tests.support.stage import Stage

pytestmark = pytest.mark.browser

COURSE = SmallCourse({"definir": eleven_questions(), "suite": "La fin.\n"})
WITNESS = "**/temoin.txt"
OFFER = "À quelques questions, vous avez répondu autrement ailleurs."
SENT = "✔ Envoyé à la plateforme à"


def frame(page: Page) -> Learner:
    return Learner(page.frame_locator("[data-frame]"))


def answer(learner: Learner, label: str) -> None:
    learner.open_from_plan("Definir")
    learner.question("Qui décide").get_by_label(label).check()


def reopened(page: Page) -> Page:
    """Open the package in a new window, as after a crash: the old one said nothing to its LMS."""
    context, address = page.context, page.url
    kill(page)
    other = context.new_page()
    other.goto(address)
    return other


def test_what_a_killed_page_had_not_sent_is_there_again_and_sent(
    open_player: OpenPlayer, offer: Offer
) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    answer(learner, "La météo")
    group = learner.question("Que peut-on y faire ?")
    group.get_by_label("Réparer").check()
    learner.check(group)
    learner.sees("◐ En partie juste")
    keeps_answers(page, learner.screen, [2], [0])
    other = reopened(page)
    again = frame(other)
    expect(again.screen.get_by_role("heading", name="Definir", level=2)).to_be_visible()
    expect(again.question("Qui décide").get_by_label("La météo")).to_be_checked()
    again.sees("◐ En partie juste")
    again.sees(SENT)
    expect(again.screen.get_by_text(OFFER)).to_have_count(0)
    record = record_of(other)
    assert list(record.interactions) == ["qcm"]
    asked = read_state(record.core["cmi.suspend_data"], again.screen)["questions"]
    assert [each["answer"] for each in asked.values()] == [[2], [0]]


@pytest.fixture
def divided(open_window: Open, preview: Stage, offer: Offer) -> Page:
    """The first of two devices on which the learner answered the same question otherwise.

    « Le hasard » was given on the other device, later than « La météo » on this one.
    """
    key = f"{offer(COURSE)}-scorm12"
    page = open_window()
    page.goto(preview.player(key))
    learner = frame(page)
    answer(learner, "La météo")
    for title in ("Suite", "Definir", "Suite", "Definir"):
        learner.open_from_plan(title)
    keeps_answers(page, learner.screen, [2])
    other = frame(open_elsewhere(open_window, preview, key, page))
    for title in ("Definir", "Suite"):
        other.open_from_plan(title)
    answer(other, "Le hasard")
    other.press("Enregistrer et quitter")
    other.sees("Vous pouvez fermer cette fenêtre.")
    return reopened(page)


def test_of_answers_that_contradict_each_other_the_learner_chooses(divided: Page) -> None:
    learner = frame(divided)
    learner.sees(OFFER)
    expect(learner.question("Qui décide").get_by_label("Le hasard")).to_be_checked()
    learner.press("Les reprendre")
    expect(learner.screen.get_by_role("heading", name="Definir", level=2)).to_be_focused()
    expect(learner.question("Qui décide").get_by_label("La météo")).to_be_checked()
    expect(learner.screen.get_by_text(OFFER)).to_have_count(0)
    learner.sees(SENT)
    again = frame(reopened(divided))
    expect(again.question("Qui décide").get_by_label("La météo")).to_be_checked()
    expect(again.screen.get_by_text(OFFER)).to_have_count(0)


def test_an_offer_that_is_refused_is_gone(divided: Page) -> None:
    learner = frame(divided)
    learner.sees(OFFER)
    learner.press("Ne pas les reprendre")
    learner.sees(SENT)
    expect(learner.question("Qui décide").get_by_label("Le hasard")).to_be_checked()
    keeps(divided, "state")
    again = frame(reopened(divided))
    again.sees("Votre progression est suivie par la plateforme.")
    expect(again.question("Qui décide").get_by_label("Le hasard")).to_be_checked()
    expect(again.screen.get_by_text(OFFER)).to_have_count(0)


def test_an_offer_that_is_ignored_waits_beside_newer_answers(divided: Page) -> None:
    learner = frame(divided)
    learner.sees(OFFER)
    learner.question("Que peut-on y faire ?").get_by_label("Réparer").check()
    keeps_answers(divided, learner.screen, [0], [0])
    again = frame(reopened(divided))
    again.sees(OFFER)
    again.press("Les reprendre")
    expect(again.question("Qui décide").get_by_label("La météo")).to_be_checked()
    expect(again.question("Que peut-on y faire ?").get_by_label("Réparer")).to_be_checked()


def test_two_windows_bring_their_answers_together(open_player: OpenPlayer, offer: Offer) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    learner.open_from_plan("Definir")
    other = page.context.new_page()
    other.goto(page.url)
    second = frame(other)
    second.open_from_plan("Definir")
    answer(learner, "La météo")
    second.question("Que peut-on y faire ?").get_by_label("Réparer").check()
    keeps_answers(page, learner.screen, [2], [0])
    other.evaluate("frames[0].dispatchEvent(new Event('focus'))")
    expect(second.question("Qui décide").get_by_label("La météo")).to_be_checked()
    expect(second.question("Que peut-on y faire ?").get_by_label("Réparer")).to_be_checked()


def test_an_end_leaves_the_copy_on_the_device(open_player: OpenPlayer, offer: Offer) -> None:
    """Another session may overwrite what this one sent: only a later launch is a proof."""
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    answer(learner, "La météo")
    learner.press("Enregistrer et quitter")
    learner.sees("Vous pouvez fermer cette fenêtre.")
    keeps(page, "state")


def test_a_session_that_is_over_is_begun_anew_by_a_button(
    open_player: OpenPlayer, offer: Offer
) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    player = Player(page)
    answer(learner, "La météo")
    # The second script has arrived: on this line it would be a login page.
    expect(learner.screen.get_by_label("Je suis sur un poste partagé")).to_be_enabled()
    player.line("expiree")
    learner.press("Enregistrer et quitter")
    learner.sees("Session terminée. Rechargez l’activité : vos réponses sont sur cet appareil.")
    expect(learner.screen.get_by_text("Vous pouvez fermer")).to_be_hidden()
    expect(learner.screen.get_by_role("button", name="Réessayer")).to_have_count(0)
    keeps(page, "state")
    player.line("normale")
    learner.press("Recharger l’activité")
    learner.sees(SENT)
    expect(learner.question("Qui décide").get_by_label("La météo")).to_be_checked()
    learner.press("Enregistrer et quitter")
    learner.sees("Vous pouvez fermer cette fenêtre.")


def test_a_login_page_in_the_place_of_the_witness_does_not_undo_a_commit(
    open_player: OpenPlayer, offer: Offer
) -> None:
    """It tells of the line only: a page whose own cookie is gone may have an LMS that saves."""
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    page.route(WITNESS, lambda route: route.fulfill(body="<h1>Connexion</h1>"))
    answer(learner, "La météo")
    learner.press("Enregistrer et quitter")
    learner.sees("Vous pouvez fermer cette fenêtre.")


def test_a_shared_computer_keeps_nothing(open_player: OpenPlayer, offer: Offer) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    answer(learner, "La météo")
    learner.question("Décrivez un lieu").get_by_role("textbox").fill("Le mien.")
    learner.sees("Texte gardé sur cet appareil.")
    keeps(page, "state", "texts")
    learner.screen.get_by_text("Enregistrement sur cet appareil").click()
    learner.screen.get_by_label("Je suis sur un poste partagé").check()
    learner.sees("seule la plateforme garde votre travail")
    learner.question("Que peut-on y faire ?").get_by_label("Réparer").check()
    learner.sees("Envoi en cours, et cet appareil ne garde pas vos réponses")
    keeps(page, "poste-partage")
    page.reload()
    again = frame(page)
    expect(again.question("Que peut-on y faire ?").get_by_label("Réparer")).to_be_checked()
    again.sees("seule la plateforme garde votre travail")
    again.question("Que peut-on y faire ?").get_by_label("Cuisiner").check()
    keeps(page, "poste-partage")
    again.screen.get_by_text("Enregistrement sur cet appareil").click()
    again.screen.get_by_label("Je suis sur un poste partagé").uncheck()
    keeps(page, "state")


def test_a_learner_can_take_everything_off_the_device(
    open_player: OpenPlayer, offer: Offer
) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    answer(learner, "La météo")
    learner.question("Décrivez un lieu").get_by_role("textbox").fill("Le mien.")
    learner.sees("Texte gardé sur cet appareil.")
    learner.screen.get_by_text("Enregistrement sur cet appareil", exact=True).click()
    learner.screen.get_by_text("Effacer mes réponses de cet appareil").click()
    learner.press("Effacer maintenant")
    learner.sees("Cet appareil ne garde plus rien de vous pour ce cours.")
    keeps(page)


def test_work_done_without_the_lms_is_offered_when_it_is_back(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    name = f"{offer(COURSE)}-scorm12"
    page = open_window()
    page.clock.install()
    page.goto(preview.bare(name))
    page.clock.run_for(4_000)
    learner = Learner(page)
    learner.sees("Votre progression vous sera proposée quand vous rouvrirez ce cours")
    answer(learner, "La météo")
    page.goto(preview.player(name))
    again = frame(page)
    page.clock.run_for(4_000)
    again.sees("Si elles sont de vous, vous pouvez les reprendre.")
    again.press("Les reprendre")
    expect(again.question("Qui décide").get_by_label("La météo")).to_be_checked()


def test_leaving_warns_only_when_work_would_be_lost(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    name = f"{offer(COURSE)}-web"
    warned: list[str] = []

    def hear(dialog: Dialog) -> None:
        warned.append(dialog.type)
        dialog.accept()

    for is_blocked in (False, True):
        page = open_window()
        page.on("dialog", hear)
        if is_blocked:
            page.add_init_script(BLOCKED)
        page.goto(preview.bare(name))
        learner = Learner(page)
        learner.sees("Sans plateforme")
        answer(learner, "La météo")
        page.reload()
        assert len(warned) == int(is_blocked)
    assert warned == ["beforeunload"]


def test_what_is_under_way_is_shown_and_not_announced(
    open_player: OpenPlayer, offer: Offer
) -> None:
    _, learner = open_player(f"{offer(COURSE)}-scorm12")
    learner.sees("Votre progression est suivie par la plateforme.")
    answer(learner, "La météo")
    learner.sees("Enregistrement…")
    status: list[Any] = learner.screen.get_by_role("status").all_text_contents()
    assert "Enregistrement…" not in json.dumps(status, ensure_ascii=False)


def test_the_witness_is_in_packages_for_an_lms_only(preview: Stage, offer: Offer) -> None:
    name = offer(COURSE)
    assert preview.files(f"{name}-scorm12")["temoin.txt"] == f"temoin {name}\n".encode()
    assert "temoin.txt" not in preview.files(f"{name}-web")


NO_LINE = """
const ask = window.fetch.bind(window);
window.fetch = (address, options) =>
  /temoin.txt$/.test(address) ? Promise.reject(new TypeError('cut')) : ask(address, options);
"""
"""A cut line, without the browser's own complaint in the console."""


def test_a_cut_line_is_told_and_work_stays_on_the_device(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    page = open_window()
    page.add_init_script(NO_LINE)
    page.goto(preview.player(f"{offer(COURSE)}-scorm12"))
    learner = frame(page)
    answer(learner, "La météo")
    learner.press("Enregistrer et quitter")
    learner.sees("Connexion instable\u00a0: vos réponses sont gardées sur cet appareil")
    keeps(page, "state")
