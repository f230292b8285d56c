"""Searching what the package holds, on the page itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Offer, Open
from tests.support.axe import accessibility_faults
from tests.support.layout import layout_faults
from tests.support.learner import Learner, folded
from tests.support.slow_line import SlowLine, slow_line
from tests.support.small_course import SmallCourse
from tests.support.stage import Stage
from tests.support.typist import Typist

pytestmark = pytest.mark.browser

COURSE = SmallCourse(
    {
        "accueillir": "Un texte.\n\n" * 30 + "On y croise le menuisier, à l’Été.\n\n" * 1,
        "decider": (
            "Le collège (a < b) décide, un soir d’été.\n\n- Une ligne\n  - Le bail rural\n\n"
            "::: qcu #q\nQui tient la buvette ?\n\n- [x] Le kiosquier\n  > Oui, le kiosquier.\n"
            "- [ ] Personne\n\nExplication : le kiosquier est élu.\n:::\n"
        ),
    },
    "::: vrai-faux #v\nLa guinguette ferme ?\n\n- [x] Vrai\n- [ ] Faux\n:::\n",
    files={"glossaire.md": "Décider\n: Choisir ensemble.\n\nBail\n: Un contrat.\n"},
)


def find(page: Page, words: str) -> list[str]:
    field = page.get_by_role("searchbox", name="Mots à chercher")
    field.fill(words)
    field.press("Enter")
    expect(page.get_by_role("status").filter(has_text=f"« {words} »")).to_be_visible()
    return [folded(link) for link in page.locator(".results a").all_inner_texts()]


@pytest.fixture
def page(open_window: Open, preview: Stage, offer: Offer) -> Page:
    opened = open_window(viewport={"width": 320, "height": 480})
    opened.goto(preview.bare(f"{offer(COURSE)}-web"))
    Learner(opened).open_from_menu("Rechercher")
    return opened


def test_titles_come_first_then_terms_then_what_is_read(page: Page) -> None:
    assert find(page, "decider") == ["Decider", "Décider – Glossaire"]
    expect(page.get_by_text("2 résultats pour « decider ».")).to_be_visible()
    assert find(page, "un soir d'ETE") == ["Decider"]
    assert find(page, "BAUX") == []
    assert find(page, "bail rural") == ["Decider"]


def test_a_result_shows_the_words_as_they_are_written(page: Page) -> None:
    find(page, "ete college")
    line = page.locator(".results li")
    expect(line).to_contain_text("Le collège (a < b) décide, un soir d’été.")
    assert line.locator("mark").all_inner_texts() == [" collège", " d’été."]


def test_following_a_result_leads_to_the_passage_and_marks_it(page: Page) -> None:
    typist = Typist(page)
    find(page, "menuisier")
    link = page.get_by_role("link", name="Accueillir", exact=True)
    typist.act(link)
    passage = page.locator("section p", has_text="On y croise le menuisier").first
    expect(passage).to_be_focused()
    expect(passage).to_be_in_viewport()
    expect(passage).to_have_class("found")
    assert passage.evaluate("p => getComputedStyle(p).outlineStyle") == "solid"
    page.go_back()
    expect(link).to_be_focused()
    expect(page.locator(".found")).to_have_count(0)


def test_answers_and_explanations_are_never_given_away(page: Page) -> None:
    for words in ("kiosquier", "buvette", "guinguette", "explication"):
        assert find(page, words) == []
    expect(page.get_by_text("Vérifiez l’orthographe du mot")).to_be_visible()


def test_nothing_to_search_is_said(page: Page) -> None:
    find(page, "bail")
    page.get_by_role("searchbox").fill(" ,")
    page.get_by_role("button", name="Rechercher").click()
    expect(page.get_by_text("Écrivez un mot à chercher.")).to_be_visible()


def test_the_search_has_no_fault_and_fits_a_narrow_window(page: Page) -> None:
    for words in ("decider", "rien du tout"):
        find(page, words)
        assert accessibility_faults(page) == [], words
        assert layout_faults(page) == [], words


@pytest.fixture
def line(preview: Stage, offer: Offer) -> Iterator[SlowLine]:
    """All arrives but the glossary's end."""
    with slow_line(preview.files(f"{offer(COURSE)}-web"), cut=b"Un contrat.") as opened:
        yield opened


def test_what_arrives_later_is_found_too(open_window: Open, line: SlowLine) -> None:
    page = open_window(own=line.address.removesuffix("index.html"))
    page.goto(line.address, wait_until="commit")
    Learner(page).open_from_menu("Rechercher")
    assert find(page, "bail") == ["Decider"]
    assert page.evaluate("document.readyState") == "loading"
    line.go_on()
    expect(page.locator(".results a")).to_have_text(["Bail – Glossaire", "Decider"])
