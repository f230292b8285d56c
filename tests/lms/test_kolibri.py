"""What is Kolibri's own: the whole course, a frame that forbids, a storage that travels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.lms.judging import Work, rows_of
from tests.lms.kolibri import Kolibri
from tests.lms.packages import Packages
from tests.lms.playing import do_lessons, open_lesson
from tests.lms.sitting import Desk, Sitting, desk
from tests.support.replies import Typed
from tiers_lieu_mooc.model.course import Lesson
from tiers_lieu_mooc.model.quiz import Reflection

pytestmark = [pytest.mark.lms, pytest.mark.kolibri, pytest.mark.timeout(300)]

ESSAY, SHEET_TEXT = "zanzibar aux lavandes", "quarante girafes au moulin"
KEPT = "Texte gardé sur cet appareil."
HAND = Path(__file__).parents[1] / "campaign" / "hand.js"
WALK = """
async body => {
  const frame = () => new Promise(requestAnimationFrame);
  const painted = () => frame().then(frame);
  const roll = dice(7), asked = [];
  const go = async page => { location.hash = '#' + page.id; await painted(); };
  const note = form => asked.push(JSON.parse(form.dataset.key).id);
  for (const page of all(body, '[data-page][data-lesson]')) {
    await go(page);
    for (const form of all(page, '[data-question]:not([data-quoted])')) {
      answer(form, roll);
      form.querySelector('[data-hand-in]').click();
      if (form.dataset.kind !== 'réflexion') note(form);
    }
    const end = page.querySelector('a[data-done]');
    if (end) end.click();
    await painted();
  }
  for (const quiz of all(body, '[data-page][data-quiz]')) {
    await go(quiz);
    const press = name => { quiz.querySelector(`[data-quiz-${name}]`).click(); return painted(); };
    await press('start');
    for (;;) {
      const form = all(quiz, '[data-question]').find(isShown);
      answer(form, roll);
      note(form);
      if (quiz.querySelector('[data-quiz-next]').hidden) break;
      await press('next');
    }
    await press('review');
    await press('send');
  }
  return asked;
}
"""
"""Every lesson and every quiz of a package, answered at random."""


@pytest.fixture
def at_module(in_kolibri: Kolibri, browser: Browser, packages: Packages) -> Iterator[Desk]:
    published = packages.course.published
    with desk(browser, in_kolibri, packages.of_module("scorm12"), published.__getitem__) as made:
        yield made


@pytest.fixture
def at_course(in_kolibri: Kolibri, browser: Browser, packages: Packages) -> Iterator[Desk]:
    published = packages.course.published
    with desk(browser, in_kolibri, packages.of_course("scorm12"), published.__getitem__) as made:
        yield made


def walk(sitting: Sitting) -> list[str]:
    """Answer everything, and give the names of the questions that came."""
    hand = HAND.read_text("utf-8").replace("export ", "")
    script = f"body => {{ {hand}; return ({WALK})(body); }}"
    asked: list[str] = sitting.screen.locator("body").evaluate(script)
    return asked


def test_the_whole_course_is_stored_as_it_was_shown(at_course: Desk) -> None:
    sitting = at_course.device().open()
    asked = walk(sitting)
    rows = {name.replace("-", "_"): "" for name in asked}
    work = Work(sitting.shown, rows, rows_of(sitting.told))
    assert len(work.shown.quizzes) > 1
    assert at_course.lacks(sitting, work) == []
    assert at_course.misheard(sitting) == []
    assert sitting.refusals == []
    sitting.leave()
    other = at_course.device().open()
    assert other.shown.lacks(work.shown) == []


def essays(packages: Packages) -> tuple[Lesson, Reflection]:
    """Give the first open question, and its lesson."""
    return next(
        (lesson, each)
        for lesson in packages.module.lessons
        for each in lesson.questions
        if isinstance(each, Reflection)
    )


def write(sitting: Sitting, packages: Packages) -> None:
    """Write in an open question and in the project sheet."""
    learner = sitting.learner
    lesson, essay = essays(packages)
    open_lesson(learner, lesson)
    learner.reply(Typed(ESSAY), learner.question(essay))
    learner.sees(KEPT)
    assert packages.course.sheet is not None
    learner.open_from_plan(packages.course.sheet.title)
    field = learner.screen.get_by_role("main").get_by_role("textbox").first
    field.fill(SHEET_TEXT)
    learner.sees(KEPT)


def written(sitting: Sitting) -> list[str]:
    """Give what stands in the fields for texts."""
    fields = sitting.screen.locator("textarea")
    told: list[str] = fields.evaluate_all("fields => fields.map(field => field.value)")
    return [each for each in (ESSAY, SHEET_TEXT) if each in told]


def test_no_text_of_the_learner_reaches_the_server(
    at_module: Desk, in_kolibri: Kolibri, packages: Packages
) -> None:
    sitting = at_module.device().open()
    write(sitting, packages)
    do_lessons(sitting.learner, packages, packages.module.lessons[:1], "right")
    assert at_module.misheard(sitting) == []
    sitting.leave()
    kept = in_kolibri.everything()
    assert [text for text in (ESSAY, SHEET_TEXT) if text.encode() in kept] == []


@pytest.mark.parametrize("status", [None, 0, 500], ids=["sound", "cut", "refused"])
def test_texts_come_back_on_the_device_where_they_were_written(
    at_module: Desk, packages: Packages, status: int | None
) -> None:
    device = at_module.device()
    sitting = device.open()
    if status is not None:
        device.line.refuse(status, times=1000)
    write(sitting, packages)
    sitting.close()
    device.line.mend()
    again = device.open()
    # They are read after the page works.
    again.until(lambda: len(written(again)) == 2)
    assert written(again) == [ESSAY, SHEET_TEXT]


def test_a_link_to_another_site_leaves_the_course_in_its_frame(
    at_module: Desk, packages: Packages
) -> None:
    device = at_module.device()
    sitting = device.open()

    def answer(route: Route) -> None:
        route.fulfill(body="<h1>Ailleurs</h1>", content_type="text/html")

    device.context.route(lambda address: "127.0.0.1" not in address, answer)
    open_lesson(sitting.learner, packages.module.lessons[0])
    links = sitting.screen.get_by_role("main").locator('a[href^="http"]').locator("visible=true")
    links.first.click()
    sitting.until(lambda: not sitting.screen.locator("html.tools").count(), 3)
    expect(sitting.screen.locator("html.tools")).to_be_attached()


def test_the_frame_still_forbids_what_the_page_must_do_without(at_module: Desk) -> None:
    sitting = at_module.device().open()
    allowed = sitting.page.locator("iframe.iframe").get_attribute("sandbox")
    assert allowed == "allow-scripts allow-same-origin"
