"""axe-core and our own rules find nothing, in any state, wide and narrow, light and dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Offer, Open
from tests.support.axe import accessibility_faults, load_axe
from tests.support.eleven_kinds import COUNT, eleven_questions
from tests.support.learner import Learner
from tests.support.replies import partial, right, wrong
from tests.support.small_course import SmallCourse, questions_of
from tests.support.stage import Stage
from tiers_lieu_mooc.model.course import Course

pytestmark = pytest.mark.browser

KINDS = SmallCourse(
    {"definir": eleven_questions(options="essais : 1"), "suite": "La fin.\n"},
    bank=eleven_questions("q-"),
    quiz="mélanger: non\ntentatives: 2",
)

LOOKS = pytest.mark.parametrize("scheme", ["light", "dark"])


class Inspection:
    """Looks at the states of one page at some widths."""

    def __init__(self, page: Page, widths: tuple[int, ...] = (1280, 320)) -> None:
        self.page = page
        self.widths = widths
        self.learner = Learner(page)
        self.states = 0

    def at(self, state: str) -> None:
        for width in self.widths:
            self.page.set_viewport_size({"width": width, "height": 720})
            assert accessibility_faults(self.page) == [], f"{state}, {width} px"
        self.states += 1


@pytest.fixture
def inspect(open_window: Open, preview: Stage, offer: Offer, scheme: str) -> Inspection:
    page = open_window(color_scheme=scheme, reduced_motion="reduce")
    page.goto(preview.bare(f"{offer(KINDS)}-web"))
    load_axe(page)
    return Inspection(page)


@LOOKS
def test_questions_in_a_lesson(inspect: Inspection, tmp_path: Path) -> None:
    page, learner = inspect.page, inspect.learner
    inspect.at("start")
    learner.open_from_menu("Plan du cours")
    inspect.at("plan")
    learner.open_from_plan("Definir")
    inspect.at("lesson")
    buttons = page.locator("main [type=submit]:visible")
    expect(buttons).to_have_count(COUNT)
    for button in buttons.all():
        button.click()
    expect(page.get_by_role("alert").locator("visible=true")).to_have_count(COUNT)
    inspect.at("alerts")
    for hint in page.get_by_text("Indice", exact=False).locator("visible=true").all():
        hint.click()
    inspect.at("hints")
    questions = questions_of(KINDS, tmp_path)[:COUNT]
    for place, question in enumerate(questions):
        answer = (right, wrong, lambda each: partial(each) or wrong(each))[place % 3](question)
        group = learner.question(question)
        learner.reply(answer, group)
        learner.check(group)
    for verdict in ("✔ Juste", "◐ En partie juste", "✘ À revoir"):
        learner.sees(verdict)
    inspect.at("verdicts")
    learner.finish_lesson("Suite")
    inspect.at("another lesson")
    learner.press("Enregistrer et quitter")
    inspect.at("left")
    assert inspect.states == 8


@LOOKS
def test_a_quiz(inspect: Inspection, tmp_path: Path) -> None:
    learner = inspect.learner
    questions = questions_of(KINDS, tmp_path)[COUNT:]
    learner.open_from_plan("Le quiz")
    inspect.at("introduction")
    learner.start_quiz()
    inspect.at("question")
    learner.take_quiz(questions, {each.id: wrong(each) for each in questions[:9]})
    inspect.at("review")
    learner.send()
    learner.sees("Quiz à reprendre")
    inspect.at("failed")
    learner.press("Recommencer le quiz")
    learner.take_quiz(questions, {each.id: right(each) for each in questions})
    learner.send()
    learner.sees("Quiz réussi : 100 % des points.")
    inspect.at("passed")
    assert inspect.states == 5


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_the_real_course(
    open_window: Open, preview: Stage, real: Course, scheme: str, width: int
) -> None:
    page = open_window(color_scheme=scheme)
    page.goto(preview.bare(f"{real.id}-web"))
    load_axe(page)
    inspection = Inspection(page, (width,))
    lessons = [lesson.title for lesson in real.lessons]
    for title in (
        *lessons,
        "Glossaire",
        "Sources des faits et des chiffres",
        "À propos",
        "Accessibilité",
    ):
        inspection.learner.open_from_menu("Plan du cours")
        plan = page.get_by_role("navigation", name="Plan du cours")
        plan.get_by_role("link", name=title, exact=True).click()
        expect(page.get_by_role("main").get_by_role("heading", level=2)).to_be_focused()
        inspection.at(title)
    assert inspection.states == len(lessons) + 4


def test_what_is_said_aloud_is_what_is_seen(
    open_window: Open, preview: Stage, offer: Offer, tmp_path: Path
) -> None:
    """Live regions are in the page, empty, before anything is said (RGAA 7.5)."""
    page = open_window()
    page.goto(f"{preview.bare(f'{offer(KINDS)}-web')}#comprendre/definir")
    learner = Learner(page)
    forms = page.locator("main form:visible")
    expect(forms).to_have_count(COUNT)
    page.evaluate(
        "window.regions = [...document.querySelectorAll('form [role=status], form [role=alert]')]"
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
        said, seen = verdict.text_content() or "", verdict.inner_text()
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
