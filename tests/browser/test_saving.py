"""Work that is done stays: on the device at once, in the LMS with a proof, on no shared one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.conftest import Offer, Open, OpenPlayer
from tests.support.cmi import record_of
from tests.support.eleven_kinds import eleven_questions
from tests.support.learner import Learner
from tests.support.small_course import SmallCourse
from tests.support.stage import Stage

pytestmark = pytest.mark.browser

COURSE = SmallCourse({"definir": eleven_questions(), "suite": "La fin.\n"})
WITNESS = "**/temoin.txt"
OFFER = "Des réponses plus récentes ont été retrouvées sur cet appareil."


def frame(page: Page) -> Learner:
    return Learner(page.frame_locator("[data-frame]"))


def keys(page: Page) -> list[str]:
    """Name what of learners' work is on the disk, without whose it is."""
    found: list[str] = page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('tlm:'))")
    return sorted({key.rpartition(":")[2] for key in found} - {"progress", "position"})


def answer(learner: Learner, label: str) -> None:
    learner.open_from_plan("Definir")
    learner.question("Qui décide").get_by_label(label).check()


def killed(page: Page, address: str) -> Page:
    """Open the package in a new window, as after a crash: the old one said nothing to its LMS."""
    other = page.context.new_page()
    other.goto(address)
    return other


def test_what_a_killed_page_had_not_sent_is_offered_and_taken_over(
    open_player: OpenPlayer, offer: Offer
) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    answer(learner, "La météo")
    group = learner.question("Que peut-on y faire ?")
    group.get_by_label("Réparer").check()
    learner.check(group)
    learner.sees("◐ En partie juste")
    assert keys(page) == ["state"]
    other = killed(page, page.url)
    again = frame(other)
    again.sees(OFFER)
    again.press("Les reprendre")
    expect(again.screen.get_by_role("heading", name="Definir", level=2)).to_be_focused()
    expect(again.question("Qui décide").get_by_label("La météo")).to_be_checked()
    again.sees("◐ En partie juste")
    expect(again.screen.get_by_text(OFFER)).to_have_count(0)
    again.sees("Enregistré à")
    assert list(record_of(other).interactions) == ["qcm"]


def test_an_offer_that_is_refused_is_gone(open_player: OpenPlayer, offer: Offer) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    answer(learner, "La météo")
    other = killed(page, page.url)
    again = frame(other)
    again.sees(OFFER)
    again.press("Ne pas les reprendre")
    again.open_from_plan("Definir")
    expect(again.question("Qui décide").get_by_label("La météo")).not_to_be_checked()
    third = killed(other, page.url)
    frame(third).sees("Comprendre")
    expect(frame(third).screen.get_by_text(OFFER)).to_have_count(0)


def test_an_offer_that_is_ignored_waits_beside_newer_answers(
    open_player: OpenPlayer, offer: Offer
) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    answer(learner, "La météo")
    other = killed(page, page.url)
    again = frame(other)
    again.sees(OFFER)
    again.open_from_plan("Definir")
    again.question("Que peut-on y faire ?").get_by_label("Réparer").check()
    third = killed(other, page.url)
    last = frame(third)
    last.sees(OFFER)
    last.press("Les reprendre")
    expect(last.question("Qui décide").get_by_label("La météo")).to_be_checked()
    expect(last.question("Que peut-on y faire ?").get_by_label("Réparer")).to_be_checked()


def test_two_windows_bring_their_answers_together(open_player: OpenPlayer, offer: Offer) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    learner.open_from_plan("Definir")
    other = killed(page, page.url)
    second = frame(other)
    second.open_from_plan("Definir")
    answer(learner, "La météo")
    second.question("Que peut-on y faire ?").get_by_label("Réparer").check()
    other.evaluate("frames[0].dispatchEvent(new Event('focus'))")
    expect(second.question("Qui décide").get_by_label("La météo")).to_be_checked()
    expect(second.question("Que peut-on y faire ?").get_by_label("Réparer")).to_be_checked()


def test_a_proven_end_leaves_no_answer(open_player: OpenPlayer, offer: Offer) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    answer(learner, "La météo")
    assert keys(page) == ["state"]
    learner.press("Enregistrer et quitter")
    learner.sees("Vous pouvez fermer cette fenêtre.")
    assert keys(page) == []


def test_an_end_that_cannot_be_proven_is_not_called_one(
    open_player: OpenPlayer, offer: Offer
) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    page.route(WITNESS, lambda route: route.fulfill(body="<h1>Connexion</h1>"))
    answer(learner, "La météo")
    learner.press("Enregistrer et quitter")
    learner.sees("Session terminée : reconnectez-vous dans un autre onglet, puis Réessayer")
    assert keys(page) == ["state"]
    page.unroute(WITNESS)
    learner.press("Réessayer")
    learner.sees("Enregistré à")
    expect(learner.screen.get_by_role("button", name="Réessayer")).to_have_count(0)
    learner.press("Enregistrer et quitter")
    learner.sees("Vous pouvez fermer cette fenêtre.")


def test_a_shared_computer_keeps_nothing(open_player: OpenPlayer, offer: Offer) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    answer(learner, "La météo")
    learner.question("Décrivez un lieu").get_by_role("textbox").fill("Le mien.")
    learner.sees("Texte gardé sur cet appareil.")
    assert keys(page) == ["state", "texts"]
    learner.screen.get_by_text("Enregistrement sur cet appareil").click()
    learner.screen.get_by_label("Je suis sur un poste partagé").check()
    learner.sees("seule la plateforme garde votre travail")
    learner.question("Que peut-on y faire ?").get_by_label("Réparer").check()
    learner.sees("Envoi en cours, et cet appareil ne garde pas vos réponses")
    assert keys(page) == ["poste-partage"]
    page.reload()
    again = frame(page)
    expect(again.question("Que peut-on y faire ?").get_by_label("Réparer")).to_be_checked()
    again.sees("seule la plateforme garde votre travail")
    again.question("Que peut-on y faire ?").get_by_label("Cuisiner").check()
    assert keys(page) == ["poste-partage"]
    again.screen.get_by_text("Enregistrement sur cet appareil").click()
    again.screen.get_by_label("Je suis sur un poste partagé").uncheck()
    assert keys(page) == ["state"]


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
    assert keys(page) == []


def test_work_done_without_the_lms_is_offered_when_it_is_back(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    name = f"{offer(COURSE)}-scorm12"
    page = open_window()
    page.clock.install()
    page.goto(preview.bare(name))
    page.clock.run_for(4_000)
    learner = Learner(page)
    learner.sees("Elle vous sera proposée quand vous rouvrirez ce cours depuis la plateforme.")
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
            page.add_init_script(
                "Object.defineProperty(window, 'localStorage', {get() { throw Error('no'); }});"
            )
        page.goto(preview.bare(name))
        learner = Learner(page)
        learner.sees("Sans plateforme de formation")
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
    assert keys(page) == ["state"]
