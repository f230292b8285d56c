"""What a device keeps goes when it is said twice, and comes back until the page is left."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Offer, Open, OpenPlayer
from tests.support.axe import accessibility_faults
from tests.support.devices import FULL
from tests.support.eleven_kinds import eleven_questions
from tests.support.kept import in_local_storage, name_of, on_disk
from tests.support.learner import Learner, Screen
from tests.support.player import Player
from tests.support.sheet_course import SHEET, SHEET_COURSE, VISION, field, write
from tests.support.small_course import SmallCourse
from tests.support.stage import Stage

pytestmark = pytest.mark.browser

COURSE = SmallCourse({"definir": eleven_questions(), "suite": "La fin.\n"})
ERASE = "Effacer mes réponses de cet appareil"
GONE = "Cet appareil ne garde plus rien de vous pour ce cours."


def kept(page: Page) -> set[str]:
    """Name what the device keeps of learners."""
    return {name_of(key) for key in [*on_disk(page), *in_local_storage(page)]}


def work_kept(page: Page) -> list[str]:
    """Name it, but for where the reader is, which is noted whenever the page moves."""
    return sorted(kept(page) - {"position"})


def ask(screen: Screen) -> None:
    """Open what asks whether to erase."""
    screen.get_by_text("Enregistrement sur cet appareil", exact=True).click()
    screen.get_by_text(ERASE).click()


def work(learner: Learner) -> None:
    """Leave an answer and a text."""
    learner.open_from_plan("Definir")
    learner.question("Qui décide").get_by_label("La météo").check()
    learner.question("Décrivez un lieu").get_by_role("textbox").fill("Le mien.")
    learner.sees("Texte gardé sur cet appareil.")


def finds_work(learner: Learner) -> None:
    """See that the answer and the text are there."""
    expect(learner.question("Qui décide").get_by_label("La météo")).to_be_checked()
    note = learner.question("Décrivez un lieu").get_by_role("textbox")
    expect(note).to_have_value("Le mien.")


@pytest.fixture
def alone(open_window: Open, preview: Stage, offer: Offer) -> Learner:
    """A learner without LMS who has worked."""
    page = open_window()
    page.goto(preview.bare(f"{offer(COURSE)}-web"))
    learner = Learner(page)
    work(learner)
    return learner


def page_of(learner: Learner) -> Page:
    assert isinstance(learner.screen, Page)
    return learner.screen


def test_nothing_goes_before_it_was_asked_and_answered_by_keyboard(alone: Learner) -> None:
    page = page_of(alone)
    before = work_kept(page)
    page.get_by_text("Enregistrement sur cet appareil", exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_text(ERASE).focus()
    page.keyboard.press("Enter")
    alone.sees("vos réponses, vos textes libres, pour toutes les parties de ce cours.")
    alone.sees("ce que la plateforme de formation, s’il y en a une, a déjà reçu.")
    assert accessibility_faults(page) == []
    page.get_by_role("button", name="Ne rien effacer").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(ERASE)).to_be_focused()
    expect(page.get_by_role("button", name="Effacer maintenant")).to_be_hidden()
    assert work_kept(page) == before


def test_without_a_platform_all_is_gone_and_comes_back(alone: Learner) -> None:
    page = page_of(alone)
    before = work_kept(page)
    ask(page)
    alone.press("Effacer maintenant")
    alone.sees(GONE)
    assert kept(page) == set()
    expect(page.get_by_role("button", name="Annuler l’effacement")).to_be_focused()
    assert accessibility_faults(page) == []
    # Nobody can go on with what would not be kept.
    expect(page.get_by_role("heading", name="Definir")).to_be_hidden()
    alone.press("Annuler l’effacement")
    alone.sees("Effacement annulé")
    expect(page.get_by_text(ERASE)).to_be_focused()
    assert work_kept(page) == before
    finds_work(alone)
    page.reload()
    finds_work(alone)


def test_without_a_platform_one_begins_again(alone: Learner) -> None:
    page = page_of(alone)
    ask(page)
    alone.press("Effacer maintenant")
    page.mouse.wheel(0, 200)
    alone.press("Recommencer à zéro")
    alone.open_from_plan("Definir")
    expect(alone.question("Qui décide").get_by_label("La météo")).not_to_be_checked()
    expect(alone.question("Décrivez un lieu").get_by_role("textbox")).to_have_value("")


def test_a_closed_page_cannot_bring_anything_back(alone: Learner, preview: Stage) -> None:
    page = page_of(alone)
    ask(page)
    alone.press("Effacer maintenant")
    page.goto(preview.address)
    assert kept(page) == set()


@pytest.mark.parametrize("target", ["scorm12", "scorm2004-4"])
def test_what_the_platform_has_stays_there(
    open_player: OpenPlayer, offer: Offer, target: str
) -> None:
    page, learner = open_player(f"{offer(COURSE)}-{target}")
    work(learner)
    ask(learner.screen)
    learner.press("Effacer maintenant")
    learner.sees(GONE)
    learner.sees("La plateforme garde ce qu’elle a reçu.")
    expect(learner.screen.get_by_role("button", name="Recommencer à zéro")).to_be_hidden()
    page.get_by_role("button", name="Quitter et relancer").click()
    learner.open_from_plan("Definir")
    expect(learner.question("Qui décide").get_by_label("La météo")).to_be_checked()
    expect(learner.question("Décrivez un lieu").get_by_role("textbox")).to_have_value("")


def test_texts_that_the_platform_keeps_stay_there_too(
    open_player: OpenPlayer, offer: Offer
) -> None:
    page, learner = open_player(f"{offer(SHEET_COURSE)}-scorm12")
    learner.open_from_plan(SHEET)
    write(learner, "Notre vision", VISION)
    learner.screen.get_by_text("Reprendre une fiche, la garder ailleurs").click()
    learner.screen.get_by_label("Garder aussi ma fiche sur la plateforme").check()
    ask(learner.screen)
    learner.press("Effacer maintenant")
    learner.sees(GONE)
    page.get_by_role("button", name="Quitter et relancer").click()
    learner.open_from_plan(SHEET)
    expect(field(learner.screen, "Notre vision")).to_have_value(VISION)


def test_the_page_warns_while_it_alone_has_the_work(open_player: OpenPlayer, offer: Offer) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    work(learner)
    Player(page).line("expiree")
    learner.press("Enregistrer et quitter")
    learner.sees("Session terminée. Rechargez l’activité")
    ask(learner.screen)
    learner.press("Effacer maintenant")
    learner.sees("laissez cette page ouverte")
    learner.press("Annuler l’effacement")
    learner.sees("Session terminée. Rechargez l’activité")


@pytest.mark.parametrize(
    ("course", "button", "name", "text"),
    [
        (SHEET_COURSE, "Télécharger ma fiche et mes textes", "ma-fiche-", VISION),
        (COURSE, "Télécharger mes textes", "mes-textes-", "Le mien."),
    ],
    ids=["sheet", "texts"],
)
def test_the_download_is_offered_first(
    open_window: Open,
    preview: Stage,
    offer: Offer,
    tmp_path: Path,
    course: SmallCourse,
    button: str,
    name: str,
    text: str,
) -> None:
    page = open_window()
    page.goto(preview.bare(f"{offer(course)}-web"))
    learner = Learner(page)
    if course is COURSE:
        work(learner)
    else:
        learner.open_from_plan(SHEET)
        write(learner, "Notre vision", VISION)
    ask(page)
    with page.expect_download() as waiting:
        learner.press(button)
    assert waiting.value.suggested_filename.startswith(name)
    waiting.value.save_as(tmp_path / "file.html")
    assert text in (tmp_path / "file.html").read_text("utf-8")


def test_a_preview_erases_nothing_and_keeps_nothing(open_player: OpenPlayer, offer: Offer) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    work(learner)
    learner.press("Enregistrer et quitter")
    player = Player(page)
    player.launch(Mode="Consultation (browse)")
    player.renew()
    learner = player.learner
    learner.sees("Mode aperçu : rien n’est enregistré")
    expect(learner.screen.locator("[data-device]")).to_be_hidden()
    expect(learner.screen.locator("[data-sheet-lms]")).to_be_hidden()
    before = on_disk(page)
    learner.open_from_plan("Definir")
    learner.question("Décrivez un lieu").get_by_role("textbox").fill("Pour voir.")
    learner.press("Enregistrer et quitter")
    assert on_disk(page) == before


def test_leaving_is_not_said_to_be_safe_while_a_text_is_in_the_page_only(alone: Learner) -> None:
    page = page_of(alone)
    page.evaluate(f"() => {{ {FULL} }}")
    alone.question("Décrivez un lieu").get_by_role("textbox").fill("Le mien, plus long.")
    alone.press("Enregistrer et quitter")
    expect(alone.screen.locator("[data-saving]")).to_be_focused()
    expect(alone.screen.get_by_text("Vous pouvez fermer cette fenêtre")).to_be_hidden()
    alone.sees("cet appareil ne garde")
