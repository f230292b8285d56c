"""The guides and the files to download, as a trainer meets them: on any screen, and on paper."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Windows
from tests.support.axe import accessibility_faults
from tests.support.layout import layout_faults
from tests.support.stage import Stage, stage
from tests.support.tabbing import tab_faults
from tests.support.telling_course import telling_course

pytestmark = pytest.mark.browser

MOODLE = "guides/docs/deposer-dans-moodle.md"
PATHS = {"accueil": "", "guide": MOODLE, "liste": "guides/docs/index.md"}
PHONE = {"width": 360, "height": 640}
DESKTOP = {"width": 1280, "height": 720}

MOST_PAGES = 6
"""Of the guide of Moodle, on A4: who has more to read before depositing does not read it."""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A preview for this machine only, of one course."""
    folder = tmp_path_factory.mktemp("courses")
    course = telling_course(datetime.date.today().isoformat())
    with stage(folder / "cache") as (served, _):
        served.show(course.write(folder, "parlant"))
        yield served


@pytest.fixture
def windows(browser: Browser, own: Stage) -> Iterator[Windows]:
    opened = Windows(browser, own.address)
    yield opened
    opened.close()
    assert opened.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["telephone", "ordinateur"])
@pytest.mark.parametrize("name", PATHS)
def test_nothing_keeps_anybody_out(
    windows: Windows, own: Stage, name: str, size: dict[str, int], scheme: str
) -> None:
    page = windows.open(viewport=size, color_scheme=scheme)
    page.goto(own.address + PATHS[name])
    assert accessibility_faults(page) == []
    assert layout_faults(page) == []
    assert tab_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_a_package_is_downloaded_beside_the_button_that_tries_it(
    windows: Windows, own: Stage, tmp_path: Path
) -> None:
    page = windows.open(viewport=DESKTOP)
    page.goto(own.address)
    with page.expect_download() as kept:
        page.get_by_role("link", name="Télécharger SCORM 1.2, Cours entier").click()
    assert kept.value.suggested_filename == "parlant-scorm12.zip"
    kept.value.save_as(tmp_path / "paquet.zip")
    with zipfile.ZipFile(tmp_path / "paquet.zip") as archive:
        assert "imsmanifest.xml" in archive.namelist()
    page.get_by_role("link", name="Le guide de Moodle").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Déposer le cours dans Moodle")


def pages_on_paper(page: Page) -> int:
    edge = "15mm"
    content = page.pdf(
        format="A4", margin={"top": edge, "right": edge, "bottom": edge, "left": edge}
    )
    return len(re.findall(rb"/Type\s*/Page\b", content))


def test_the_first_printed_page_is_enough_to_deposit_in_moodle(
    windows: Windows, own: Stage
) -> None:
    page = windows.open(viewport=DESKTOP)
    page.goto(own.address + MOODLE)
    assert pages_on_paper(page) <= MOST_PAGES
    rest = page.get_by_role("heading", name="Si vous choisissez autrement")
    rest.evaluate(
        "first => { while (first.nextSibling) first.nextSibling.remove(); first.remove(); }"
    )
    expect(page.get_by_role("listitem").last).to_contain_text("Enregistrer et quitter")
    assert pages_on_paper(page) == 1
