"""In every state: axe, our own rules, layout, targets, the Tab key's way, and the validator."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Offer, Open
from tests.support.axe import accessibility_faults, colour_faults
from tests.support.eleven_kinds import COUNT
from tests.support.layout import layout_faults, spaced_layout_faults
from tests.support.plain_lms import ADDRESS, launch
from tests.support.small_course import questions_of
from tests.support.stage import Stage
from tests.support.tabbing import tab_faults
from tests.support.validator import html_faults
from tests.support.walks import EVERYTHING, LMS_WALKS, WALKS, Visit, Walk

pytestmark = pytest.mark.browser

WIDTHS = (1280, 320)

# A click on a control comes from keys as well, and goes up to what holds the control; on anything
# else it comes from pointers only. Of presses and touches, nothing needs to hear.
STRAY_LISTENERS = r"""
  window.strayListeners = [];
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    const isInside = this instanceof Element;
    const isPress = isInside && /^(mousedown|mouseup|touch|pointer|drag|drop)/.test(type);
    const controls = 'a[href], button, input, summary';
    const isOdd = isInside && type === 'click'
      && !this.matches(controls) && !this.querySelector(controls);
    const isOurs = /\/(app|tools)\.js/.test(new Error().stack);
    if (isOurs && (isPress || isOdd)) window.strayListeners.push(`${type} on ${this.nodeName}`);
    return listen.call(this, type, ...rest);
  };
"""

# A result lays its questions out when they are scrolled to: all of them are looked at.
LAID_OUT = """
  document.addEventListener('DOMContentLoaded', () => {
    const style = new CSSStyleSheet();
    style.replaceSync('.question { content-visibility: visible !important }');
    document.adoptedStyleSheets = [style];
  });
"""


def faults_now(page: Page) -> list[str]:
    """List what is wrong with the page as it stands, wide and narrow, light and dark."""
    faults = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 720})
        page.emulate_media(color_scheme="dark")
        found = colour_faults(page)
        page.emulate_media(color_scheme="light")
        found += accessibility_faults(page)
        found += layout_faults(page) + spaced_layout_faults(page) + tab_faults(page)
        faults += [f"{width} px: {fault}" for fault in found]
    return faults


def assert_faultless(walk: Walk, page: Page, folder: Path) -> None:
    questions = questions_of(EVERYTHING, folder)
    faults, pages = {}, {}
    for state in walk(Visit(page, questions[:COUNT], questions[-COUNT:])):
        faults[state] = faults_now(page)
        pages[state] = page.content()
    assert {state: found for state, found in faults.items() if found} == {}
    assert page.evaluate("strayListeners") == []
    assert html_faults(pages) == []


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__)
def test_nothing_is_wrong_in_any_state(
    walk: Walk, open_window: Open, preview: Stage, offer: Offer, tmp_path: Path
) -> None:
    page = open_window(reduced_motion="reduce")
    page.add_init_script(STRAY_LISTENERS + LAID_OUT)
    page.goto(preview.bare(f"{offer(EVERYTHING)}-web"))
    assert_faultless(walk, page, tmp_path)


LINE = r"""
  window.line = '';
  const ask = window.fetch.bind(window);
  window.fetch = (address, options) => {
    if (!/temoin\.txt$/.test(address) || !window.line) return ask(address, options);
    if (window.line === 'cut') return Promise.reject(new TypeError('cut'));
    return Promise.resolve(new Response('<h1>Connexion</h1>'));
  };
"""
"""Without the browser's own complaint in the console."""


@pytest.mark.parametrize("walk", LMS_WALKS, ids=lambda walk: walk.__name__)
def test_nothing_is_wrong_whatever_becomes_of_saving(
    walk: Walk, open_window: Open, preview: Stage, offer: Offer, tmp_path: Path
) -> None:
    page = open_window(own=ADDRESS, reduced_motion="reduce")
    page.add_init_script(STRAY_LISTENERS + LAID_OUT)
    page.add_init_script(LINE)
    launch(page, preview.files(f"{offer(EVERYTHING)}-scorm12"))
    assert_faultless(walk, page, tmp_path)
