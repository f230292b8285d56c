"""What a screen reader is told of each kind of question, in each state, as kept in tests/trees.

After a change that is meant: ``scripts/test browser -- --rewrite-trees -k trees``, then read the
difference as a screen reader would say it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Offer, Open
from tests.support.eleven_kinds import COUNT, eleven_questions
from tests.support.learner import Learner
from tests.support.replies import partial, right, wrong
from tests.support.small_course import SmallCourse, questions_of
from tests.support.stage import Stage
from tiers_lieu_mooc.model.quiz import QuestionNode

pytestmark = pytest.mark.browser

FOLDER = Path(__file__).parents[1] / "trees"
SAME_ORDER = "Math.random = () => 0.5"
COURSE = SmallCourse(
    {
        "definir": eleven_questions(options="essais : 3"),
        "suite": eleven_questions("d-", options="essais : 1"),
    }
)


def states(learner: Learner, form: Locator, question: QuestionNode) -> Iterator[str]:
    """Go through the states of a question that may be tried again; name each."""
    group = learner.question(question)
    yield "before"
    learner.check(group)
    expect(form.get_by_role("alert")).not_to_be_empty()
    yield "left empty"
    answers = {"wrong": wrong(question), "in part right": partial(question)}
    for name, answer in answers.items():
        if answer is not None and (question.points or name == "wrong"):
            learner.reply(answer, group)
            learner.check(group)
            yield name if question.points else "kept"
    if question.points:
        learner.reply(right(question), group)
        learner.check(group)
        expect(form.get_by_role("status").last).to_contain_text("Juste")
        yield "right"


def test_a_screen_reader_is_told_of_each_kind_what_was_reviewed(
    open_window: Open, preview: Stage, offer: Offer, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    page = open_window()
    page.add_init_script(SAME_ORDER)
    page.goto(preview.bare(f"{offer(COURSE)}-web"))
    learner = Learner(page)
    questions = questions_of(COURSE, tmp_path)
    trees: dict[str, str] = {kind_of(question): "" for question in questions}
    learner.open_from_plan("Definir")
    for question in questions[:COUNT]:
        form = page.locator(f"#q-{question.id}")
        for state in states(learner, form, question):
            trees[kind_of(question)] += told(state, form)
    learner.open_from_plan("Suite")
    for question in questions[COUNT:]:
        form = page.locator(f"#q-{question.id}")
        if question.points:
            group = learner.question(question)
            learner.reply(wrong(question), group)
            learner.check(group)
            trees[kind_of(question)] += told("wrong, at the last try", form)
    if request.config.getoption("--rewrite-trees"):
        rewrite(trees)
    kept = {path.stem: path.read_text("utf-8") for path in FOLDER.glob("*.yaml")}
    assert trees == kept, "meant? --rewrite-trees"


def kind_of(question: QuestionNode) -> str:
    return str(type(question).model_fields["kind"].default)


def told(state: str, form: Locator) -> str:
    return f"{state}:\n{indent(form.aria_snapshot(), '  ')}\n"


def rewrite(trees: dict[str, str]) -> None:
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.yaml"):
        path.unlink()
    for kind, text in trees.items():
        (FOLDER / f"{kind}.yaml").write_text(text, "utf-8", newline="\n")
