"""The project sheet's texts in the LMS: only when asked, as many as fit, gone when refused."""

from __future__ import annotations

import hashlib
import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Offer, Open, OpenPlayer
from tests.support.cmi import record_of
from tests.support.devices import open_elsewhere
from tests.support.kept import name_of, on_disk, put_on_disk
from tests.support.learner import Learner
from tests.support.sheet_course import KEPT, SHEET, SHEET_COURSE, VISION, field, write
from tests.support.stage import Stage

pytestmark = pytest.mark.browser

BOTH = pytest.mark.parametrize("target", ["scorm12", "scorm2004-4"])
BOX = "Garder aussi ma fiche sur la plateforme"


@pytest.fixture
def course(offer: Offer) -> str:
    """The name of the course on show."""
    return offer(SHEET_COURSE)


def ask(learner: Learner) -> None:
    """Ask for the texts to be kept by the LMS."""
    learner.screen.get_by_text("Reprendre une fiche, la garder ailleurs").click()
    learner.screen.get_by_label(BOX).check()


def leave(page: Page, learner: Learner) -> str:
    """Save and leave; gives what the LMS keeps."""
    learner.press("Enregistrer et quitter")
    learner.sees("Vous pouvez fermer cette fenêtre.")
    kept: str = record_of(page).core["cmi.suspend_data"]
    return kept


def elsewhere(open_window: Open, preview: Stage, key: str, first: Page) -> tuple[Page, Learner]:
    """Open the sheet on a device that has never been used, where the LMS knows the learner."""
    page = open_elsewhere(open_window, preview, key, first)
    learner = Learner(page.frame_locator("[data-frame]"))
    learner.open_from_plan(SHEET)
    return page, learner


@BOTH
def test_texts_stay_here_unless_the_learner_asks(
    open_player: OpenPlayer, course: str, target: str
) -> None:
    page, learner = open_player(f"{course}-{target}")
    learner.open_from_plan(SHEET)
    write(learner, "Notre vision", VISION)
    assert "." not in leave(page, learner)


@BOTH
def test_texts_that_the_lms_keeps_are_found_on_another_device_and_leave_when_refused(
    open_window: Open, preview: Stage, open_player: OpenPlayer, course: str, target: str
) -> None:
    page, learner = open_player(f"{course}-{target}")
    learner.open_from_plan("Rever")
    essay = learner.question("Racontez un souvenir").get_by_role("textbox")
    essay.fill("Un bal très personnel.")
    learner.sees(KEPT)
    learner.open_from_plan(SHEET)
    write(learner, "Notre vision", VISION)
    ask(learner)
    learner.sees("Votre fiche part vers la plateforme")
    write(learner, "Nos valeurs", "Accueil")
    _, _, sent = leave(page, learner).partition(".")
    assert 10 < len(sent) < len(VISION) + 30

    other, again = elsewhere(open_window, preview, f"{course}-{target}", page)
    expect(field(again.screen, "Notre vision")).to_have_value(VISION)
    expect(field(again.screen, "Nos valeurs")).to_have_value("Accueil")
    again.screen.get_by_text("Reprendre une fiche, la garder ailleurs").click()
    expect(again.screen.get_by_label(BOX)).to_be_checked()
    again.screen.get_by_label(BOX).uncheck()
    again.sees("Votre fiche sera retirée de la plateforme")
    again.open_from_plan("Rever")
    essay = again.question("Racontez un souvenir").get_by_role("textbox")
    expect(essay).to_have_value("")
    assert "." not in leave(other, again)


def test_what_the_lms_has_no_room_for_is_named(open_player: OpenPlayer, course: str) -> None:
    page, learner = open_player(f"{course}-scorm12")
    learner.open_from_plan(SHEET)
    ask(learner)
    write(learner, "Notre vision", VISION)
    field(learner.screen, "Nos valeurs").fill("Accueil, entraide et sobriété. " * 120)
    field(learner.screen, "Notre lieu").fill(
        "".join(hashlib.sha256(bytes([n])).hexdigest() for n in range(60))
    )
    learner.sees("Restent sur cet appareil seulement : « Nos valeurs ».")
    state, _, sent = leave(page, learner).partition(".")
    assert len(state) + 1 + len(sent) <= 4096
    assert len(sent) > 40


def test_a_text_written_elsewhere_without_knowing_of_ours_stays_beside_it(
    open_window: Open, preview: Stage, open_player: OpenPlayer, course: str
) -> None:
    """A device that was cut off comes back; meanwhile another one has told the LMS."""
    page, learner = open_player(f"{course}-scorm12")
    learner.open_from_plan(SHEET)
    ask(learner)
    write(learner, "Notre vision", "Première version.")
    leave(page, learner)
    other, again = elsewhere(open_window, preview, f"{course}-scorm12", page)
    write(again, "Notre vision", "De l’autre appareil.")
    leave(other, again)
    # As if it had been written here later, while the line was cut.
    [(key, texts)] = [each for each in on_disk(page).items() if name_of(each[0]) == "texts"]
    rows = {
        number: [stamp + 1_000_000, "D’ici, sans réseau."]
        for number, (stamp, *_) in json.loads(texts).items()
    }
    put_on_disk(page, {key: json.dumps(rows)})
    page.reload()
    back = Learner(page.frame_locator("[data-frame]"))
    back.open_from_plan(SHEET)
    expect(field(back.screen, "Notre vision")).to_have_value("D’ici, sans réseau.")
    back.sees("Version précédente")
    back.sees("De l’autre appareil.")
