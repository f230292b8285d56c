"""Without pictures: they are not asked for, their texts stand instead, and it is remembered."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Offer, Open
from tests.support.axe import accessibility_faults
from tests.support.layout import layout_faults
from tests.support.learner import Learner
from tests.support.small_course import SmallCourse
from tests.support.stage import Stage
from tests.support.typist import Typist
from tests.support.waiting import until

pytestmark = pytest.mark.browser

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><path d="M9 9h9"/></svg>'
COURSE = SmallCourse(
    {
        "definir": (
            "::: figure media/plan.svg\nalternative : Le plan de la salle\n"
            "\nTrois tables et un comptoir.\n:::\n\n"
            "Un ![rond](media/rond.svg) dans une phrase.\n"
        ),
        "suite": "![Le bourg](media/bourg.svg)\n",
    },
    files={f"comprendre/media/{name}.svg": SQUARE for name in ("plan", "rond", "bourg")},
)
SAVES_DATA = (
    "Object.defineProperty(Navigator.prototype, 'connection', {get: () => ({saveData: true})})"
)


@pytest.fixture
def address(preview: Stage, offer: Offer) -> str:
    return f"{preview.bare(f'{offer(COURSE)}-web')}#comprendre/definir"


@pytest.fixture
def page(open_window: Open) -> Page:
    return open_window(viewport={"width": 320, "height": 640})


@pytest.fixture
def asked(page: Page) -> list[str]:
    names: list[str] = []
    page.on("request", lambda request: names.append(request.url.rpartition("/")[2]))
    return names


def pictures(asked: list[str]) -> list[str]:
    return sorted(name for name in asked if name.endswith(".svg"))


def switch(page: Page) -> None:
    Typist(page).act(page.get_by_role("button", name="Version allégée, sans images"))


def test_in_the_light_version_no_picture_is_asked_for_and_texts_stand_instead(
    page: Page, address: str, asked: list[str]
) -> None:
    page.goto(address)
    expect(page.get_by_role("img", name="Le plan de la salle")).to_be_visible()
    expect(page.get_by_text("Image : Le plan de la salle")).to_be_hidden()
    switch(page)
    button = page.get_by_role("button", name="Version allégée, sans images")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("img", name="Le plan de la salle")).to_be_hidden()
    expect(page.get_by_text("Image : Le plan de la salle")).to_be_visible()
    expect(page.get_by_text("Image : rond")).to_be_visible()
    expect(page.get_by_text("Trois tables et un comptoir.")).to_be_visible()
    asked.clear()
    page.reload()
    Learner(page).finish_lesson("Suite")
    expect(page.get_by_text("Image : Le bourg")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert pictures(asked) == []
    switch(page)
    expect(page.get_by_role("img", name="Le bourg")).to_be_visible()
    until(page, "[...document.images].filter(each => each.checkVisibility())[0].complete")
    assert "bourg.svg" in pictures(asked)
    page.reload()
    expect(page.get_by_text("Image : Le bourg")).to_be_hidden()


def test_the_browsers_wish_to_save_data_counts_until_the_learner_chooses(
    page: Page, address: str, asked: list[str]
) -> None:
    page.add_init_script(SAVES_DATA)
    page.goto(address)
    expect(page.get_by_text("Image : Le plan de la salle")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert pictures(asked) == []
    switch(page)
    page.reload()
    expect(page.get_by_role("img", name="Le plan de la salle")).to_be_visible()


def test_without_scripts_pictures_are_there(open_window: Open, address: str) -> None:
    page = open_window(java_script_enabled=False)
    page.goto(address)
    expect(page.get_by_role("img", name="Le plan de la salle")).to_be_visible()
    expect(page.get_by_text("Image : Le plan de la salle")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_light_version_has_no_fault_and_fits_a_narrow_window(
    open_window: Open, address: str, scheme: str
) -> None:
    page = open_window(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    page.add_init_script(SAVES_DATA)
    page.goto(address)
    expect(page.get_by_text("Image : Le plan de la salle")).to_be_visible()
    button = page.get_by_role("button", name="Version allégée, sans images")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert accessibility_faults(page) == []
    assert layout_faults(page) == []
