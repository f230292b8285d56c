"""The project sheet: written in lessons, found everywhere, carried by file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Offer, Open, OpenPlayer
from tests.support.axe import accessibility_faults
from tests.support.cmi import record_of
from tests.support.devices import BLOCKED
from tests.support.held import Held
from tests.support.kept import in_local_storage, on_disk, put_on_disk
from tests.support.layout import layout_faults
from tests.support.learner import Learner
from tests.support.saved_state import read_state
from tests.support.sheet_course import (
    KEPT,
    SHEET,
    SHEET_COURSE,
    VISION,
    downloaded,
    field,
    level,
    opened,
    take_up,
    write,
)
from tests.support.stage import Stage

pytestmark = pytest.mark.browser

DONE = 2
"""Status of a lesson that was finished, as states write it."""


@pytest.fixture
def course(offer: Offer) -> str:
    """The name of the course on show."""
    return offer(SHEET_COURSE)


def test_a_text_written_in_a_lesson_stands_in_the_sheet_and_stays(
    open_window: Open, preview: Stage, course: str
) -> None:
    page = open_window()
    learner = opened(page, preview.bare(f"{course}-web"), "Definir")
    write(learner, "Notre vision", VISION)
    learner.follow("Voir ma fiche, rubrique 1")
    expect(field(page, "Notre vision")).to_have_value(VISION)
    expect(level(page, "1. Vision", "1 : idée notée")).to_be_checked()
    learner.sees("1 rubrique commencée sur 2.")
    page.reload()
    expect(field(page, "Notre vision")).to_have_value(VISION)
    write(learner, "Nos valeurs", "Accueil, partage")
    learner.open_from_plan("Definir")
    expect(field(page, "Notre vision")).to_have_value(VISION)


def test_every_package_of_the_course_on_this_device_has_the_same_texts_and_levels(
    open_window: Open, preview: Stage, course: str
) -> None:
    page = open_window()
    learner = opened(page, preview.bare(f"{course}-comprendre-scorm12"))
    write(learner, "Notre lieu", "L’ancienne poste.")
    level(page, "2. Lieu", "2 : idée précise").check()
    learner = opened(page, preview.bare(f"{course}-lieu-scorm12"), "Visiter")
    expect(field(page, "Notre lieu")).to_have_value("L’ancienne poste.")
    learner.open_from_plan(SHEET)
    expect(level(page, "2. Lieu", "2 : idée précise")).to_be_checked()


def test_a_level_chosen_before_the_sheets_script_is_there_counts(
    open_window: Open, preview: Stage, course: str
) -> None:
    page = open_window()
    tools = Held(page, "tools.js")
    page.goto(preview.bare(f"{course}-web"), wait_until="commit")
    learner = Learner(page)
    learner.open_from_plan(SHEET)
    level(page, "1. Vision", "2 : idée précise").check()
    tools.let_go()
    learner.sees("1 rubrique commencée sur 2.")
    expect(level(page, "1. Vision", "2 : idée précise")).to_be_checked()
    page.reload()
    expect(level(page, "1. Vision", "2 : idée précise")).to_be_checked()


def test_a_level_chosen_as_the_page_goes_is_known_to_the_next_package(
    open_window: Open, preview: Stage, course: str
) -> None:
    page = open_window()
    learner = opened(page, preview.bare(f"{course}-comprendre-scorm12"))
    learner.sees("0 rubrique commencée sur 2.")
    following = preview.bare(f"{course}-lieu-scorm12")
    page.evaluate(
        "address => { document.querySelector('[name=niveau-2][value=\"2\"]').click();"
        " location.href = address; }",
        following,
    )
    page.wait_for_url(following)
    Learner(page).open_from_plan(SHEET)
    expect(level(page, "2. Lieu", "2 : idée précise")).to_be_checked()


def test_a_level_is_the_learners_to_choose_and_goes_with_the_state(
    open_window: Open, preview: Stage, course: str
) -> None:
    page = open_window()
    learner = opened(page, preview.bare(f"{course}-web"))
    learner.sees("0 rubrique commencée sur 2.")
    level(page, "1. Vision", "3 : précise et vérifiée").check()
    learner.sees("1 rubrique commencée sur 2.")
    level(page, "2. Lieu", "1 : idée notée").check()
    level(page, "2. Lieu", "0 : vide").check()
    write(learner, "Notre lieu", "La poste.")
    expect(level(page, "2. Lieu", "0 : vide")).to_be_checked()
    page.reload()
    expect(level(page, "1. Vision", "3 : précise et vérifiée")).to_be_checked()
    expect(level(page, "2. Lieu", "0 : vide")).to_be_checked()


def test_each_section_leads_to_the_lessons_of_this_package_that_fill_it(
    open_window: Open, preview: Stage, course: str
) -> None:
    page = open_window()
    learner = opened(page, preview.bare(f"{course}-web"))
    page.get_by_role("region", name="2. Lieu").get_by_role("link", name="Visiter").click()
    expect(page.get_by_role("heading", name="Visiter", level=2)).to_be_focused()
    learner = opened(page, preview.bare(f"{course}-comprendre-web"))
    learner.sees("Pour la remplir : Definir")
    expect(page.get_by_role("region", name="2. Lieu").get_by_role("link")).to_have_count(0)


def test_the_sheet_goes_to_another_device_by_file(
    open_window: Open, preview: Stage, course: str, tmp_path: Path
) -> None:
    page = open_window()
    learner = opened(page, preview.bare(f"{course}-web"), "Rever")
    essay = learner.question("Racontez un souvenir").get_by_role("textbox")
    essay.fill("Le bal <script>alert(1)</script> & « la fête ».")
    learner.sees(KEPT)
    learner.finish_lesson("Un lieu")
    learner.open_from_plan(SHEET)
    write(learner, "Notre vision", VISION)
    level(page, "1. Vision", "2 : idée précise").check()
    path = downloaded(page, tmp_path)
    assert re.fullmatch(r"ma-fiche-\d{4}-\d\d-\d\d\.html", path.name)

    other = open_window()
    again = opened(other, preview.bare(f"{course}-web"))
    take_up(other, path)
    again.sees("Fiche reprise : 2 textes repris.")
    expect(field(other, "Notre vision")).to_have_value(VISION)
    expect(level(other, "1. Vision", "2 : idée précise")).to_be_checked()
    again.sees("1 leçon terminée sur 3")
    take_up_again = other.get_by_label("Reprendre une fiche téléchargée")
    take_up_again.set_input_files(path)
    again.sees("Fiche lue : tous ses textes étaient déjà ici.")
    again.open_from_plan("Rever")
    expect(again.question("Racontez un souvenir").get_by_role("textbox")).to_have_value(
        "Le bal <script>alert(1)</script> & « la fête »."
    )


def test_a_file_from_somebody_else_completes_nothing_where_an_lms_is_told(
    open_window: Open, open_player: OpenPlayer, preview: Stage, course: str, tmp_path: Path
) -> None:
    page = open_window()
    learner = opened(page, preview.bare(f"{course}-web"), "Rever")
    learner.finish_lesson("Un lieu")
    learner.open_from_plan(SHEET)
    write(learner, "Notre vision", VISION)
    level(page, "1. Vision", "2 : idée précise").check()
    path = downloaded(page, tmp_path)

    player, hers = open_player(f"{course}-scorm12")
    hers.open_from_plan(SHEET)
    take_up(hers.screen, path)
    hers.sees("Fiche reprise : 1 texte repris.")
    expect(level(hers.screen, "1. Vision", "2 : idée précise")).to_be_checked()
    hers.press("Enregistrer et quitter")
    hers.sees("Vous pouvez fermer cette fenêtre.")
    state = read_state(record_of(player).core["cmi.suspend_data"], hers.screen)
    assert all(lesson["status"] < DONE for lesson in state["lessons"].values())
    assert state["sheet"]["1"]["level"] == 2


def test_the_file_is_a_page_that_reads_without_the_course(
    open_window: Open, preview: Stage, course: str, tmp_path: Path
) -> None:
    page = open_window()
    learner = opened(page, preview.bare(f"{course}-web"))
    write(learner, "Notre vision", "Un café.\n</script><b>Deux lignes</b>")
    path = downloaded(page, tmp_path)
    reader = open_window(java_script_enabled=False)
    reader.goto(path.as_uri())
    expect(reader).to_have_title("Ma fiche – Un cours d’essai")
    expect(reader.get_by_role("heading", name="1. Vision", level=2)).to_be_visible()
    expect(reader.get_by_role("heading", name="Notre vision", level=3)).to_be_visible()
    expect(reader.get_by_text("Un café.\n</script><b>Deux lignes</b>")).to_be_visible()
    assert reader.evaluate("document.documentElement.lang") == "fr"


def written_later(page: Page, address: str, folder: Path) -> Path:
    """Write on a device whose clock is years ahead; gives the downloaded sheet."""
    page.clock.set_system_time("2031-01-01")
    learner = opened(page, address)
    write(learner, "Notre vision", "Version du téléphone, plus tard.")
    return downloaded(page, folder)


def test_a_text_that_another_one_replaces_can_be_brought_back(
    open_window: Open, preview: Stage, course: str, tmp_path: Path
) -> None:
    page = open_window()
    learner = opened(page, preview.bare(f"{course}-web"))
    write(learner, "Notre vision", "Version du bureau.")
    path = written_later(open_window(), preview.bare(f"{course}-web"), tmp_path)
    take_up(page, path)
    learner.sees("1 texte d’ici, remplacé, reste proposé sous son champ comme version précédente.")
    vision = field(page, "Notre vision")
    expect(vision).to_have_value("Version du téléphone, plus tard.")
    learner.sees("Version du bureau.")
    page.reload()
    learner.press("Reprendre cette version")
    expect(vision).to_have_value("Version du bureau.")
    expect(vision).to_be_focused()
    learner.sees("Version du téléphone, plus tard.")
    learner.press("Ne plus la garder")
    expect(page.get_by_text("Version précédente")).to_have_count(0)
    page.reload()
    expect(vision).to_have_value("Version du bureau.")
    take_up(page, path)
    learner.sees("1 texte du fichier, plus ancien, est laissé de côté.")


BAD_FILES = {
    "": "Ce fichier n’est pas une fiche de ce cours, ou il est abîmé",
    "<p>Une page</p>": "Ce fichier n’est pas une fiche de ce cours, ou il est abîmé",
    '"course":"autre"': "Ce fichier est la fiche d’un autre cours",
    '"version":2': "Ce fichier vient d’une version plus récente",
    '"progress":"?"': "Ce fichier n’est pas une fiche de ce cours, ou il est abîmé",
    "x" * 4_000_001: "Ce fichier est trop gros pour être une fiche",
}


@pytest.mark.parametrize("content", BAD_FILES, ids=range(len(BAD_FILES)))
def test_a_file_that_cannot_be_taken_up_is_said_and_changes_nothing(
    open_window: Open, preview: Stage, course: str, tmp_path: Path, content: str
) -> None:
    page = open_window()
    learner = opened(page, preview.bare(f"{course}-web"))
    write(learner, "Notre vision", VISION)
    path = downloaded(page, tmp_path)
    text = path.read_text("utf-8")
    key = content.partition(":")[0]
    spoiled = re.sub(f'{key}:("[^"]*"|[0-9]+)', content, text) if content[:1] == '"' else content
    path.write_text(spoiled, "utf-8")
    field(page, "Notre vision").fill("Une phrase plus neuve.")
    learner.sees(KEPT)
    take_up(page, path)
    learner.sees(BAD_FILES[content])
    expect(field(page, "Notre vision")).to_have_value("Une phrase plus neuve.")


def test_two_windows_show_each_others_texts_and_lose_none(
    open_window: Open, preview: Stage, course: str
) -> None:
    page = open_window()
    first = opened(page, preview.bare(f"{course}-web"))
    window = page.context.new_page()
    second = opened(window, preview.bare(f"{course}-lieu-web"))
    write(first, "Notre vision", "De la première fenêtre.")
    expect(field(window, "Notre vision")).to_have_value("De la première fenêtre.")
    field(window, "Notre lieu").press_sequentially("La poste")
    second.sees(KEPT)
    write(first, "Notre lieu", "La gare")
    expect(field(window, "Notre lieu")).to_have_value("La poste")
    field(window, "Notre lieu").press_sequentially(" du village")
    second.sees("Version précédente")
    window.reload()
    expect(field(window, "Notre lieu")).to_have_value("La poste du village")
    second.sees("La gare")


def test_a_shared_device_keeps_texts_as_long_as_the_page_and_says_so(
    open_window: Open, preview: Stage, course: str, tmp_path: Path
) -> None:
    page = open_window()
    page.goto(preview.bare(f"{course}-web"))
    put_on_disk(page, {"tlm:poste-partage": "1"})
    page.reload()
    learner = opened(page, preview.bare(f"{course}-web"), "Definir")
    field(page, "Notre vision").fill(VISION)
    learner.sees("Appareil partagé : ce texte reste le temps de la page.")
    learner.open_from_plan(SHEET)
    expect(field(page, "Notre vision")).to_have_value(VISION)
    assert VISION in downloaded(page, tmp_path).read_text("utf-8")
    assert VISION not in "".join([*on_disk(page).values(), *in_local_storage(page).values()])
    page.reload()
    expect(field(page, "Notre vision")).to_have_value("")


def test_a_device_that_keeps_nothing_says_so_and_the_file_still_does(
    open_window: Open, preview: Stage, course: str, tmp_path: Path
) -> None:
    page = open_window()
    page.add_init_script(BLOCKED)
    learner = opened(page, preview.bare(f"{course}-web"))
    field(page, "Notre vision").fill(VISION)
    learner.sees("Cet appareil ne peut pas garder votre texte")
    assert VISION in downloaded(page, tmp_path).read_text("utf-8")


def test_the_sheet_is_filled_by_keyboard_alone(
    open_window: Open, preview: Stage, course: str
) -> None:
    page = open_window()
    page.goto(preview.bare(f"{course}-web") + "#ma-fiche")
    expect(page.get_by_role("heading", name=SHEET, level=2)).to_be_visible()
    seen: list[str] = []
    while "Notre vision" not in seen:
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.labels?.[0]?.textContent || ''"))
        assert len(seen) < 40
    page.keyboard.type(VISION)
    Learner(page).sees(KEPT)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(level(page, "1. Vision", "2 : idée précise")).to_be_checked()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sheet_is_accessible_and_fits_wide_and_narrow(
    open_window: Open, preview: Stage, course: str, scheme: str, tmp_path: Path
) -> None:
    page = open_window(color_scheme=scheme, reduced_motion="reduce")
    learner = opened(page, preview.bare(f"{course}-scorm12"))
    write(learner, "Notre vision", VISION)
    path = downloaded(page, tmp_path)
    take_up(page, path)
    for title in (SHEET, "Ma fiche en une page", "Definir"):
        learner.open_from_plan(title)
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 720})
            assert accessibility_faults(page) == [], f"{title}, {width} px"
        assert layout_faults(page) == [], title
