"""A term explains itself where it is read: by finger, by keyboard, in a narrow window."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Offer, Open
from tests.support.axe import accessibility_faults
from tests.support.layout import layout_faults
from tests.support.learner import Learner
from tests.support.small_course import SmallCourse
from tests.support.stage import Stage
from tests.support.typist import Typist

pytestmark = pytest.mark.browser

COURSE = SmallCourse(
    {
        "definir": (
            "Un [[tiers-lieu]] est un [[commun]].\n\n- Une ligne avec un [[commun]].\n\n"
            "| Mot | Sens |\n|---|---|\n| [[tiers-lieu]] | un lieu |\n\n"
            "Un fait [@B5].\n\n"
            "::: qcu #q\nUn [[commun]], est-ce un lieu ?\n\n- [x] Oui, un [[tiers-lieu]]\n"
            "- [ ] Non\n:::\n"
        ),
    },
    files={
        "glossaire.md": (
            "Tiers-lieu, tiers lieux\n: Un lieu entre la maison et le travail, un [[commun]].\n\n"
            "Commun\n: Ce dont plusieurs prennent soin.\n"
        ),
        "faits.yaml": (
            "B5:\n  énoncé: Un tiers est rural.\n  source: un rapport\n  date: 2023\n"
            "  confiance: vérifié\n  durée de vie: stable\n  lu le: 2026-05-04\n"
        ),
    },
)


@pytest.fixture
def page(open_window: Open, preview: Stage, offer: Offer) -> Page:
    opened = open_window(viewport={"width": 320, "height": 256})
    opened.goto(f"{preview.bare(f'{offer(COURSE)}-web')}#comprendre/definir")
    return opened


def term(page: Page, name: str) -> Locator:
    return page.get_by_role("main").get_by_role("link", name=name, exact=True).first


def test_a_finger_opens_and_closes_a_definition_after_its_paragraph(page: Page) -> None:
    link = term(page, "tiers-lieu")
    link.click()
    box = page.get_by_role("region", name="Tiers-lieu")
    expect(box).to_be_focused()
    expect(box).to_contain_text("Un lieu entre la maison et le travail")
    expect(link).to_have_attribute("aria-expanded", "true")
    assert link.evaluate("a => a.closest('p').nextElementSibling.id") == "definition"
    assert page.url.endswith("#comprendre/definir")
    link.click()
    expect(box).to_have_count(0)
    expect(link).to_have_attribute("aria-expanded", "false")
    expect(link).to_be_focused()


@pytest.mark.parametrize("way_out", ["Escape", "Fermer"])
def test_by_keyboard_the_focus_goes_to_the_definition_and_back(page: Page, way_out: str) -> None:
    typist = Typist(page)
    link = term(page, "tiers-lieu")
    typist.act(link)
    expect(page.get_by_role("region", name="Tiers-lieu")).to_be_focused()
    # A term inside the definition is explained in the same place.
    typist.act(page.locator("#definition").get_by_role("link", name="commun"))
    box = page.get_by_role("region", name="Commun")
    expect(box).to_be_focused()
    expect(box).to_contain_text("Ce dont plusieurs prennent soin.")
    if way_out == "Escape":
        typist.press("Escape")
    else:
        typist.act(typist.button("Fermer"))
    expect(box).to_have_count(0)
    expect(link).to_be_focused()


def test_the_glossary_is_one_link_further_and_the_way_back_leads_to_the_definition(
    page: Page,
) -> None:
    term(page, "tiers-lieu").click()
    more = page.get_by_role("link", name="Voir dans le glossaire")
    more.click()
    entry = page.get_by_role("term").filter(has_text="Tiers-lieu")
    expect(entry).to_be_focused()
    expect(entry).to_be_in_viewport()
    # There the links of definitions lead to their own entries.
    term(page, "commun").click()
    expect(page.get_by_role("term").filter(has_text="Commun")).to_be_focused()
    page.go_back()
    page.go_back()
    expect(more).to_be_focused()


def test_a_fact_shows_its_source(page: Page) -> None:
    term(page, "Source B5").click()
    box = page.get_by_role("region", name="Source B5")
    expect(box).to_contain_text("Un tiers est rural.")
    expect(box).to_contain_text("Source : un rapport")
    box.get_by_role("link", name="Voir dans la liste des sources").click()
    expect(page.get_by_role("term").filter(has_text="B5")).to_be_focused()


def test_wherever_a_term_stands_its_definition_has_no_fault_and_fits(page: Page) -> None:
    links = page.locator("#comprendre\\/definir a[data-term]:visible")
    expect(links).to_have_count(6)
    for number in range(links.count()):
        links.nth(number).click()
        expect(page.locator("#definition")).to_be_focused()
        assert accessibility_faults(page) == [], number
        assert layout_faults(page) == [], number
        box = page.locator("#definition").bounding_box()
        assert box
        assert box["x"] >= 0
        page.keyboard.press("Escape")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


def test_an_answer_keeps_its_words_while_a_definition_is_open(page: Page) -> None:
    learner = Learner(page)
    group = learner.question("Un commun")
    group.get_by_role("link", name="tiers-lieu").click()
    expect(page.get_by_role("region", name="Tiers-lieu")).to_be_visible()
    group.get_by_role("radio", name="Oui").check()
    learner.check(group)
    learner.sees("✔ Juste")
