"""Without scripts everything can be read; from a disk everything works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Offer, Open
from tests.support.learner import Learner, folded
from tests.support.replies import right, wrong
from tests.support.small_course import questions_of
from tests.support.stage import Stage
from tests.support.walks import EVERYTHING
from tiers_lieu_mooc.model.content import Aside, Fiche, Figure, Prose, QuestionBlock, Webinar
from tiers_lieu_mooc.model.course import Course, Lesson, walk
from tiers_lieu_mooc.model.node import Node, Rich
from tiers_lieu_mooc.model.quiz import QuestionNode

pytestmark = pytest.mark.browser


def texts_of(question: QuestionNode) -> Iterator[Rich]:
    """Everything an author wrote for a question, wherever the model keeps it."""
    yield from _rich_in(question)


def _rich_in(value: object) -> Iterator[Rich]:
    if isinstance(value, Rich):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _rich_in(each)
    elif isinstance(value, Node):
        for name in type(value).model_fields:
            yield from _rich_in(getattr(value, name))


def read_in(lesson: Lesson) -> Iterator[Rich]:
    # Meetings that have no date yet are not told of.
    told = (block for block in lesson.blocks if not isinstance(block, Webinar) or block.date)
    for block in walk(tuple(told)):
        if isinstance(block, Prose):
            yield block.text
        elif isinstance(block, Figure):
            yield from (each for each in (block.caption, block.description) if each)
        elif isinstance(block, Aside | Fiche) and block.title:
            yield block.title
        elif isinstance(block, QuestionBlock):
            yield from texts_of(block.question)


def letters(text: str) -> str:
    """Give the letters and digits of a text: blanks differ between a page and its source."""
    return "".join(re.findall(r"\w+", text))


@pytest.fixture
def unscripted(open_window: Open, preview: Stage, real: Course) -> Page:
    page = open_window(java_script_enabled=False)
    page.goto(preview.bare(f"{real.id}-scorm12"))
    page.locator("summary").evaluate_all("all => all.forEach(each => each.click())")
    return page


def test_without_scripts_every_text_of_the_course_can_be_read(
    unscripted: Page, real: Course
) -> None:
    shown = letters(unscripted.locator("body").inner_text())
    wanted = [text for lesson in real.lessons for text in read_in(lesson)]
    wanted += [text for bank in real.banks for each in bank.questions for text in texts_of(each)]
    cited = {code for lesson in real.lessons for code in lesson.facts}
    wanted += [fact.statement for fact in real.facts if fact.code in cited]
    assert len(wanted) > 300
    # Gaps are fields on the page: their options stand between the parts of the text.
    parts = [part for text in wanted for part in text.plain.split("[…]")]
    missing = [part for part in parts if letters(part) not in shown]
    assert missing == []


def test_without_scripts_both_style_sheets_are_on_the_screen(unscripted: Page) -> None:
    section = unscripted.locator(".rubrique").first
    expect(section).to_have_css("border-top-style", "solid")


def test_while_the_second_style_sheet_stalls_a_page_answers(
    open_window: Open, preview: Stage, offer: Offer, tmp_path: Path
) -> None:
    page = open_window()
    page.route("**/more.css", lambda _: None)
    page.goto(preview.bare(f"{offer(EVERYTHING)}-web"), wait_until="domcontentloaded")
    learner = Learner(page)
    learner.sees("Sans plateforme")
    question = next(each for each in questions_of(EVERYTHING, tmp_path) if each.id == "mot")
    page.evaluate("location.hash = '#' + document.getElementById('q-mot').closest('.page').id")
    learner.reply(right(question), learner.question(question))
    learner.check(learner.question(question))
    expect(page.locator("#q-mot").get_by_role("status").last).to_contain_text("✔ Juste")
    page.unroute_all()


def test_without_scripts_each_term_that_is_linked_can_be_read(
    unscripted: Page, real: Course
) -> None:
    body = unscripted.locator("body")
    shown = letters(body.inner_text())
    linked = set(body.locator("a[data-term]").evaluate_all("a => a.map(e => e.dataset.term)"))
    assert linked
    definitions = [each.definition.plain for each in real.glossary if each.id in linked]
    assert [each for each in definitions if letters(each) not in shown] == []


def test_without_scripts_a_message_explains_and_nothing_pretends_to_work(unscripted: Page) -> None:
    message = unscripted.get_by_role("banner").inner_text()
    assert "Les scripts sont désactivés" in message
    expect(unscripted.get_by_role("button")).to_have_count(0)
    expect(unscripted.get_by_role("progressbar")).to_have_count(0)
    for name in ("Votre résultat", "Relire mes réponses"):
        expect(unscripted.get_by_role("heading", name=name)).to_have_count(0)
    expect(unscripted.get_by_text("Les bonnes réponses :").first).to_be_visible()


def test_from_a_disk_a_course_works_and_keeps_progress(
    open_window: Open, preview: Stage, real: Course, tmp_path: Path
) -> None:
    for name, content in preview.files(f"{real.id}-web").items():
        path = tmp_path / "cours" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    page = open_window()
    page.goto((tmp_path / "cours" / "index.html").as_uri())
    learner = Learner(page)
    learner.sees("Sans plateforme : tout reste sur cet appareil.")
    lesson = next(each for each in real.lessons if each.questions)
    learner.open_from_plan(lesson.title)
    question = next(each for each in lesson.questions if each.points)
    group = learner.question(question)
    learner.reply(right(question), group)
    learner.check(group)
    learner.sees("✔ Juste")
    following = real.lessons[real.lessons.index(lesson) + 1]
    learner.finish_lesson(following.title)
    page.reload()
    expect(page.get_by_role("heading", name=following.title, level=2)).to_be_visible()
    learner.sees(f"1 leçon terminée sur {len(real.lessons)}")
    learner.open_from_plan(lesson.title)
    learner.sees("✔ Juste")
    assert folded(question.stem.plain).startswith(learner.shown())
    shown = page.locator("img:visible")
    assert shown.count() == 0 or shown.evaluate_all("all => all.every(each => each.complete)")


def test_without_style_all_is_read_in_order_and_answered(
    open_window: Open, preview: Stage, offer: Offer, tmp_path: Path
) -> None:
    page = open_window()
    page.goto(preview.bare(f"{offer(EVERYTHING)}-web"))
    learner = Learner(page)
    learner.sees("Sans plateforme")
    page.evaluate("document.querySelectorAll('style, link').forEach(style => style.remove())")
    assert page.evaluate("document.styleSheets.length") == 0
    sections = page.locator("[data-page]")
    assert sections.count() == sections.locator("visible=true").count()
    written = [text for text in map(letters, page.evaluate(_IN_SOURCE)) if text]
    assert len(written) > 200
    shown = letters(page.locator("body").inner_text())
    for text in written:
        before, found, shown = shown.partition(text)
        # What lists offer is on the screen as well, and no text of its own in the source.
        assert found, f"not where it is written: {text}"
        assert len(before) < 100, f"late: {text}"
    question = next(each for each in questions_of(EVERYTHING, tmp_path) if each.id == "mot")
    group = learner.question(question)
    learner.reply(wrong(question), group)
    learner.check(group)
    expect(page.locator("#q-mot").get_by_role("status").last).to_contain_text("✘ À revoir")


_IN_SOURCE = """() => {
  const isRead = node => node.parentElement.checkVisibility()
    && !node.parentElement.closest('script, template, noscript, select, textarea');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (isRead(walker.currentNode)) texts.push(walker.currentNode.data);
  return texts;
}"""
"""The text in the order of the source: what screen readers and text browsers follow."""
