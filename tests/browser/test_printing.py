"""On paper: what was asked for, room for a pencil, corrections only on sheets of their own."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Offer, Open
from tests.support.axe import accessibility_faults
from tests.support.eleven_kinds import eleven_questions
from tests.support.layout import layout_faults
from tests.support.learner import Learner, folded
from tests.support.small_course import SmallCourse
from tests.support.stage import Stage
from tests.support.typist import Typist
from tests.support.waiting import until

pytestmark = pytest.mark.browser

COURSE = SmallCourse(
    {
        "definir": "Voir [le réseau](https://example.org/reseau).\n\n" + eleven_questions(),
        "suite": "La fin de tout.\n",
    },
    "::: vrai-faux #v\nLa guinguette ferme ?\n\n- [x] Vrai\n- [ ] Faux\n\n"
    "Explication : elle ferme à minuit.\n:::\n",
)


@pytest.fixture
def page(open_window: Open, preview: Stage, offer: Offer) -> Page:
    opened = open_window(viewport={"width": 320, "height": 640})
    # The window of the printer would wait for somebody: what it would print is looked at instead.
    opened.add_init_script("window.print = () => { window.asked = true; };")
    opened.goto(f"{preview.bare(f'{offer(COURSE)}-web')}#comprendre/definir")
    expect(opened.locator("html")).to_have_class("js tools")
    return opened


def ask(page: Page, name: str, *, answers: bool = False) -> None:
    typist = Typist(page)
    menu = page.get_by_text("Imprimer", exact=True)
    if not page.get_by_role("button", name=name).is_visible():
        typist.act(menu)
    page.get_by_role("checkbox", name="Ajouter le corrigé").set_checked(answers)
    page.evaluate("window.asked = false")
    typist.act(typist.button(name))
    until(page, "window.asked")


def paper(page: Page) -> str:
    """What is read on paper, as the browser lays it out for a printer."""
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    text = folded(page.locator("body").inner_text())
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    return text


def test_the_browsers_own_print_gives_the_open_page(page: Page) -> None:
    text = paper(page)
    assert "Qui décide dans un tiers-lieu ?" in text
    assert "le réseau (https://example.org/reseau)" in page_text_with_addresses(page)
    for other in ("La fin de tout.", "guinguette", "Enregistrer et quitter", "Imprimer"):
        assert other not in text


def page_text_with_addresses(page: Page) -> str:
    """Text that the style sheet writes is not in the document: read it from the style."""
    page.emulate_media(media="print")
    link = page.get_by_role("link", name="le réseau")
    after: str = link.evaluate("a => a.textContent + getComputedStyle(a, '::after').content")
    page.emulate_media(media="screen")
    address = link.get_attribute("href") or ""
    return after.replace('"', "").replace(f"(https{address[5:]})", f"({address})")


@pytest.mark.parametrize(
    ("name", "there", "missing"),
    [
        ("Imprimer cette leçon", ["Qui décide"], ["La fin de tout.", "La guinguette ferme"]),
        ("Imprimer ce module", ["Qui décide", "La fin de tout.", "La guinguette ferme"], []),
        ("Imprimer tout", ["Qui décide", "La fin de tout.", "À propos de ce cours"], []),
    ],
)
def test_a_lesson_a_module_or_everything(
    page: Page, name: str, there: list[str], missing: list[str]
) -> None:
    ask(page, name)
    text = paper(page)
    assert [words for words in there if words not in text] == []
    assert [words for words in missing if words in text] == []
    assert "Corrigé" not in text
    assert "Mots à chercher" not in text
    # The screen is as it was.
    expect(page.get_by_role("heading", name="Definir", level=2)).to_be_visible()
    expect(page.get_by_text("La fin de tout.")).to_be_hidden()


def test_corrections_are_sheets_of_their_own_and_those_of_an_unsent_quiz_stay_out(
    page: Page,
) -> None:
    ask(page, "Imprimer ce module", answers=True)
    text = paper(page)
    questions, found, corrections = text.partition("Corrigé")
    assert found
    assert "La bonne réponse" not in questions
    assert "Le collectif" in corrections
    assert "elle ferme à minuit" not in text
    learner = Learner(page)
    learner.open_from_plan("Le quiz")
    learner.start_quiz()
    learner.question("La guinguette").get_by_label("Vrai").check()
    learner.press("Relire mes réponses")
    learner.send()
    ask(page, "Imprimer ce module", answers=True)
    assert "elle ferme à minuit" in paper(page).partition("Corrigé")[2]


def test_a_pencil_finds_its_choices_and_its_room(page: Page) -> None:
    text = paper(page)
    assert text.count("À choisir :") == 2
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    blank = page.locator("select:visible").evaluate_all(
        "all => all.map(each => getComputedStyle(each).color)"
    )
    assert set(blank) == {"rgba(0, 0, 0, 0)"}
    assert page.locator("textarea:visible").first.evaluate("area => area.offsetHeight") > 90
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".blank")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_black_on_white_and_tagged(
    open_window: Open, preview: Stage, offer: Offer, scheme: str
) -> None:
    page = open_window(color_scheme=scheme)
    page.goto(f"{preview.bare(f'{offer(COURSE)}-web')}#comprendre/definir")
    expect(page.locator("html")).to_have_class("js tools")
    page.emulate_media(media="print")
    seen = page.locator("body *:visible").evaluate_all(
        "all => all.flatMap(each => { const style = getComputedStyle(each);"
        " return [style.backgroundColor, style.color]; })"
    )
    greys = [re.findall(r"[\d.]+", colour) for colour in set(seen)]
    assert all(len(set(each[:3])) == 1 for each in greys), set(seen)
    pdf = page.pdf(tagged=True, outline=True)
    for mark in (b"/StructTreeRoot", b"/Lang (fr)", b"/Title"):
        assert mark in pdf


def test_the_menu_has_no_fault_and_fits_a_narrow_window(page: Page) -> None:
    Typist(page).act(page.get_by_text("Imprimer", exact=True))
    assert accessibility_faults(page) == []
    assert layout_faults(page) == []
    Learner(page).open_from_menu("Plan du cours")
    expect(page.get_by_role("button", name="Imprimer cette page")).to_be_visible()
    expect(page.get_by_role("button", name="Imprimer ce module")).to_be_hidden()
