"""The preview's home and quality pages, as designers and reviewers of any ability use them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import REAL, Windows
from tests.support.axe import accessibility_faults
from tests.support.layout import layout_faults, spaced_layout_faults
from tests.support.player import SCREENSHOTS
from tests.support.stage import Stage, stage
from tests.support.tabbing import tab_faults
from tests.support.telling_course import telling_course

pytestmark = pytest.mark.browser

SHARED = "http://192.168.1.20:8000/?cle=4Zr0zq5wJ2m1c8vTn7QkXg"

PHONE = {"width": 360, "height": 640}
NARROWEST = {"width": 320, "height": 640}
DESKTOP = {"width": 1280, "height": 720}

PATHS = {"accueil": "", "qualite": "qualite/parlant", "qualite-reel": f"qualite/{REAL.name}"}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A preview that is shared, of a course that breaks budgets and of the real one."""
    folder = tmp_path_factory.mktemp("courses")
    read_on = datetime.date.today() - datetime.timedelta(days=300)
    course = telling_course(read_on.isoformat())
    with stage(folder / "cache", shared_address=SHARED) as (served, _):
        served.show(course.write(folder, "parlant"))
        served.show(REAL)
        yield served


@pytest.fixture
def windows(browser: Browser, shared: Stage) -> Iterator[Windows]:
    opened = Windows(browser, shared.address)
    yield opened
    opened.close()
    assert opened.complaints == []


def opened(windows: Windows, shared: Stage, name: str, **options: Any) -> Page:
    page = windows.open(**options)
    page.goto(shared.address + PATHS[name])
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    return page


def unfold(page: Page) -> None:
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["telephone", "ordinateur"])
@pytest.mark.parametrize("name", PATHS)
def test_nothing_keeps_anybody_out(
    windows: Windows, shared: Stage, name: str, size: dict[str, int], scheme: str
) -> None:
    page = opened(windows, shared, name, viewport=size, color_scheme=scheme)
    unfold(page)
    assert accessibility_faults(page) == []
    assert layout_faults(page) == []
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    path = SCREENSHOTS / f"{name}-{size['width']}-{scheme}.png"
    page.screenshot(path=path, full_page=True)
    assert path.stat().st_size > 10_000


@pytest.mark.parametrize("name", PATHS)
def test_the_narrowest_screen_and_spaced_out_text_lose_nothing(
    windows: Windows, shared: Stage, name: str
) -> None:
    # The spacing is a style of ours, which the page's own policy refuses.
    page = opened(windows, shared, name, viewport=NARROWEST, bypass_csp=True)
    unfold(page)
    assert layout_faults(page) == []
    assert spaced_layout_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", PATHS)
def test_a_keyboard_reaches_everything_in_order(windows: Windows, shared: Stage, name: str) -> None:
    page = opened(windows, shared, name, viewport=DESKTOP)
    unfold(page)
    assert tab_faults(page) == []


def test_home_leads_to_packages_and_to_quality(windows: Windows, shared: Stage) -> None:
    page = opened(windows, shared, "accueil", viewport=DESKTOP)
    course = page.get_by_role("region", name="Un cours qui parle")
    expect(course.get_by_text("avertissement")).to_be_visible()
    expect(course.get_by_role("heading", level=3)).to_have_text(
        ["Cours entier", "Le module 1", "Le module 2"]
    )
    course.get_by_role("link", name="Qualité du cours « Un cours qui parle »").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Qualité : Un cours qui parle")
    page.get_by_role("link", name="Objectifs et questions").press("Enter")
    expect(page.locator("#objectifs")).to_be_in_viewport()


def test_a_shared_preview_gives_phones_a_code_and_its_address(
    windows: Windows, shared: Stage
) -> None:
    page = opened(windows, shared, "accueil", viewport=DESKTOP)
    phone = page.get_by_role("group").filter(has_text="Sur un téléphone")
    expect(phone.get_by_role("link", name=SHARED)).to_be_hidden()
    phone.locator("summary").press("Enter")
    expect(phone.get_by_role("img", name="Code QR")).to_be_visible()
    expect(phone.get_by_role("link", name=SHARED)).to_have_attribute("href", SHARED)


def test_an_objective_that_nothing_asks_is_told_in_words(windows: Windows, shared: Stage) -> None:
    page = opened(windows, shared, "qualite", viewport=DESKTOP)
    matrix = page.get_by_role("region", name="Le module 1").get_by_role("table")
    empty = matrix.get_by_role("row").filter(has_text="Que rien ne demande")
    expect(empty).to_contain_text("aucune question")
    expect(empty).to_contain_text("aucune leçon")
    expect(empty.get_by_role("rowheader")).to_have_count(1)
    asked = matrix.get_by_role("row").filter(has_text="Expliquer 1")
    expect(asked.get_by_role("cell", name="oui", exact=True)).to_have_count(2)
    expect(matrix.get_by_role("columnheader", name="m1-a")).to_have_count(1)


@pytest.mark.parametrize(
    ("region", "row", "words"),
    [
        ("Faits au terme dépassé", "A1", "terme dépassé depuis"),
        ("Faits au terme dépassé", "A2", "terme proche, encore 65 jours"),
        ("Temps et facilité de lecture, par leçon", "La leçon 1", "peu plausible"),
        ("Temps et facilité de lecture, par leçon", "La leçon 2", "plausible"),
        ("Poids par leçon", "La leçon 2", "tenu"),
        ("Poids par média", "plan.svg", "dépassé"),
        ("Place prise par la progression", "Cours entier", "tenu"),
        ("Essais à la main", "NVDA", ""),
    ],
)
def test_each_table_tells_where_things_stand(
    windows: Windows, shared: Stage, region: str, row: str, words: str
) -> None:
    page = opened(windows, shared, "qualite", viewport=DESKTOP)
    table = page.get_by_role("region", name=region).first.get_by_role("table")
    expect(table.get_by_role("row").filter(has_text=row).first).to_contain_text(words)


def test_every_chart_has_its_table_of_the_same_rows(windows: Windows, shared: Stage) -> None:
    page = opened(windows, shared, "qualite", viewport=DESKTOP)
    charts = page.locator("figure.chart")
    expect(charts).to_have_count(3)
    for chart in charts.all():
        rows = chart.locator("xpath=following-sibling::div[1]//tbody/tr")
        expect(chart.locator("svg")).to_have_count(rows.count())
        expect(
            chart.get_by_role("img", name="Les mêmes valeurs sont dans le tableau")
        ).to_have_count(1)
        assert chart.locator("svg").first.bounding_box()


def test_findings_are_grouped_with_their_place(windows: Windows, shared: Stage) -> None:
    page = opened(windows, shared, "qualite", viewport=DESKTOP)
    findings = page.get_by_role("region", name="Constats")
    expect(findings.get_by_role("heading", level=3).first).to_contain_text("avertissement")
    expect(findings.get_by_text("fact/expired")).to_be_visible()
    expect(findings.locator("li").filter(has_text="fact/expired")).to_contain_text("faits.yaml:1")


def test_a_newer_build_is_told_and_takes_nothing_away(browser: Browser, tmp_path: Path) -> None:
    folder = telling_course(datetime.date.today().isoformat()).write(tmp_path, "parlant")
    with stage(tmp_path / "cache", watched=[folder]) as (served, _):
        served.show(folder)
        windows = Windows(browser, served.address)
        page = windows.open()
        page.goto(f"{served.address}qualite/parlant")
        weights = page.get_by_role("link", name="Poids")
        weights.focus()
        told = page.get_by_role("status")
        expect(told).to_be_empty()
        (folder / "faits.yaml").write_text("", "utf-8")
        expect(told).to_have_text("Le cours a été reconstruit depuis l’ouverture de cette page.")
        expect(weights).to_be_focused()
        page.get_by_role("link", name="Voir les nouvelles mesures").press("Enter")
        expect(page.get_by_role("link", name="Voir les nouvelles mesures")).to_be_hidden()
        expect(told).to_be_empty()
        windows.close()
        assert windows.complaints == []
