"""Nothing that is being read moves when the scripts, the learner's work or pictures arrive."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.support.held import Held
from tests.support.stage import Stage
from tests.support.waiting import until

pytestmark = pytest.mark.browser

WATCH = """
window.moved = [];
new PerformanceObserver(list => list.getEntries().forEach(entry =>
  entry.hadRecentInput || moved.push([entry.value, ...entry.sources.map(each =>
    each.node && `${each.node.nodeName}.${each.node.className}`)])
)).observe({ type: 'layout-shift', buffered: true });
"""
PAINTED = (
    """new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))"""
)

PACKAGES = pytest.mark.parametrize(
    "key",
    [
        "tiers-lieux-ruraux-web",
        "tiers-lieux-ruraux-accueil-web",
        "tiers-lieux-ruraux-comprendre-web",
    ],
)
WIDTHS = pytest.mark.parametrize("width", [320, 1280])


@pytest.fixture
def visit(open_window: Open) -> Callable[[str, int], Page]:
    """Open a page whose scripts and style come one by one, each once all before is painted."""

    def open_page(address: str, width: int) -> Page:
        page = open_window(viewport={"width": width, "height": 700})
        page.add_init_script(WATCH)
        arrive_slowly(page, lambda: page.goto(address, wait_until="commit"))
        return page

    return open_page


def arrive_slowly(page: Page, load: Callable[[], object]) -> None:
    script, tools, style = (Held(page, name) for name in ("app.js", "tools.js", "more.css"))
    load()
    page.locator("footer").first.wait_for(state="attached")
    page.evaluate(PAINTED)
    script.let_go()
    page.locator("html.js [data-ready].open").wait_for(state="attached")
    page.evaluate(PAINTED)
    tools.let_go()
    page.locator("html.tools").wait_for(state="attached")
    page.evaluate(PAINTED)
    style.let_go()
    until(page, "document.querySelector('link[rel=stylesheet]').sheet")
    page.evaluate(PAINTED)
    page.unroute_all()


def moved(page: Page) -> list[object]:
    page.evaluate(PAINTED)
    found: list[object] = page.evaluate("window.moved")
    return found


@PACKAGES
@WIDTHS
def test_nothing_moves_while_a_page_is_opened(
    visit: Callable[[str, int], Page], preview: Stage, key: str, width: int
) -> None:
    assert moved(visit(preview.bare(key), width)) == []


@WIDTHS
@pytest.mark.parametrize("place", ["comprendre/portrait-en-chiffres", "comprendre/quiz"])
def test_nothing_moves_when_a_page_is_opened_at_one_of_its_parts(
    visit: Callable[[str, int], Page], preview: Stage, place: str, width: int
) -> None:
    page = visit(f"{preview.bare('tiers-lieux-ruraux-web')}#{place}", width)
    assert moved(page) == []


@WIDTHS
def test_nothing_moves_when_a_learner_comes_back_to_where_they_were(
    visit: Callable[[str, int], Page], preview: Stage, width: int
) -> None:
    page = visit(preview.bare("tiers-lieux-ruraux-web"), width)
    page.locator(".page.open .pager a.button").click()
    expect(page.get_by_role("heading", level=2).locator("visible=true")).to_be_focused()
    page.locator(".page.open .pager a.button").click()
    title = page.locator(".page.open h2").text_content() or ""
    address = preview.bare("tiers-lieux-ruraux-web")
    page.goto("about:blank")
    arrive_slowly(page, lambda: page.goto(address, wait_until="commit"))
    expect(page.get_by_role("heading", name=title, level=2)).to_be_visible()
    assert moved(page) == []


@PACKAGES
def test_every_picture_says_how_large_it_is(open_window: Open, preview: Stage, key: str) -> None:
    page = open_window()
    page.goto(preview.bare(key))
    loose = page.locator("img:not([width]), img:not([height])")
    expect(loose).to_have_count(0)


TURN = """link => new Promise(done => {
  const page = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const shown = () => Array.from(page.children).filter(part => part.getClientRects().length).length;
  link.click();
  const atOnce = shown();
  const end = page.children[atOnce - 1].getBoundingClientRect().bottom;
  const finish = () => done([atOnce, end, shown()]);
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(finish)));
})"""


def test_a_long_lesson_shows_a_screenful_first_and_its_rest_in_the_frame_after(
    open_window: Open, preview: Stage
) -> None:
    page = open_window(viewport={"width": 650, "height": 666})
    page.goto(preview.bare("tiers-lieux-ruraux-comprendre-web") + "#comprendre/d-ou-vient-l-idee")
    page.locator("html.tools").wait_for(state="attached")
    at_once, end, afterwards = page.locator(".page.open .pager a.button").evaluate(TURN)
    assert at_once < afterwards == page.locator(".page.open > *").count()
    assert end >= 666, "what is shown first fills the window"
