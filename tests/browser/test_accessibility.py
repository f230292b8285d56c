"""The real course as axe-core sees it, and what is said aloud.

Every state of every kind is looked at in ``test_every_state.py``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import REAL, Offer, Open
from tests.support.axe import accessibility_faults
from tests.support.eleven_kinds import COUNT, eleven_questions
from tests.support.learner import Learner
from tests.support.replies import wrong
from tests.support.small_course import SmallCourse, questions_of
from tests.support.stage import Stage
from tests.support.unfolding import section_names, show_unfolded
from tiers_lieu_mooc.model.course import Course

pytestmark = pytest.mark.browser

KINDS = SmallCourse({"definir": eleven_questions(options="essais : 1"), "suite": "La fin.\n"})


MODULES = sorted(path.parent.name for path in REAL.glob("*/module.yaml"))


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
@pytest.mark.parametrize("module", MODULES)
def test_the_real_course(
    open_window: Open, preview: Stage, real: Course, module: str, scheme: str, width: int
) -> None:
    """Module by module: axe looks through the whole page for each section."""
    page = open_window(color_scheme=scheme, viewport={"width": width, "height": 720})
    page.goto(preview.bare(f"{real.id}-{module}-web"))
    names = section_names(page)
    if module != MODULES[0]:
        # The glossary, the sheet and their like are those of the first module.
        names = [name for name in names if name.startswith(module)]
    assert len(names) > 4
    for name in names:
        show_unfolded(page, name)
        assert accessibility_faults(page) == [], name


def test_each_section_of_the_real_course_has_a_title_of_its_own(
    open_window: Open, preview: Stage, real: Course
) -> None:
    """RGAA 8.6."""
    page = open_window()
    page.goto(preview.bare(f"{real.id}-web"))
    names = section_names(page)
    assert len(names) > len(real.lessons) + len(real.modules)
    titles = set()
    for name in names:
        show_unfolded(page, name)
        titles.add(page.title())
    assert len(titles) == len(names)


SAID = """region => {
  const texts = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
  let said = '';
  while (texts.nextNode()) {
    const holder = texts.currentNode.parentElement;
    const isKnown = holder.checkVisibility() && !holder.closest('[aria-hidden=true]');
    if (isKnown) said += texts.currentNode.data;
  }
  return said;
}"""
"""What of a live region is in the accessibility tree, seen or not."""


def test_what_is_said_aloud_is_what_is_seen(
    open_window: Open, preview: Stage, offer: Offer, tmp_path: Path
) -> None:
    """Live regions are in the page, empty, before anything is said (RGAA 7.5)."""
    page = open_window()
    page.goto(f"{preview.bare(f'{offer(KINDS)}-web')}#comprendre/definir")
    learner = Learner(page)
    forms = page.locator("main [data-question]:visible")
    expect(forms).to_have_count(COUNT)
    page.evaluate(
        "window.regions ="
        " [...document.querySelectorAll('.question [role=status], .question [role=alert]')]"
    )
    assert page.evaluate("regions.every(region => region.textContent === '')")
    for question in questions_of(KINDS, tmp_path)[:COUNT]:
        group = learner.question(question)
        form = forms.filter(has=group)
        learner.check(group)
        alert = form.get_by_role("alert")
        expect(alert).to_have_text("Répondez avant de valider.")
        assert unlinked(form) == [], question.id
        learner.reply(wrong(question), group)
        expect(alert).to_be_empty()
        learner.check(group)
        verdict = form.get_by_role("status").last
        expect(verdict).not_to_be_empty()
        said, seen = verdict.evaluate(SAID), verdict.inner_text()
        assert "".join(said.split()) == "".join(seen.split()), question.id
    assert page.evaluate("regions.every(region => region.isConnected)")


def unlinked(form: Locator) -> list[str]:
    """List the fields that are not said to be wrong, or do not lead to the alert that says why."""
    faults: list[str] = form.evaluate(
        """form => [...form.querySelectorAll('input, select, textarea')].filter(field => {
          const groups = [field, field.closest('fieldset')];
          const linked = groups.map(each => each.getAttribute('aria-describedby') || '').join(' ');
          const alert = form.querySelector('[role=alert]').id;
          const isMarked = field.getAttribute('aria-invalid') === 'true';
          return !isMarked || !linked.split(' ').includes(alert);
        }).map(field => field.outerHTML)"""
    )
    return faults
