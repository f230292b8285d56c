"""Every question kind has all its parts; what one lacks is named with the file to write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from tiers_lieu_mooc.linting.budget import answer_size
from tiers_lieu_mooc.model.quiz import QUESTION_KINDS, QuestionNode
from tiers_lieu_mooc.parsing.question import KINDS
from tiers_lieu_mooc.rendering.controls import fields_of

ROOT = Path(__file__).parents[1]


def name_of(kind: type[QuestionNode]) -> str:
    """The name that authors type."""
    (name,) = get_args(kind.model_fields["kind"].annotation)
    return str(name)


MODELS = {name_of(kind): kind for kind in QUESTION_KINDS}


def missing_of(name: str) -> Iterator[str]:
    """Give the files in which the kind of that name is still to be written."""
    model = MODELS.get(name)
    if model is None:
        yield "tiers_lieu_mooc/model/quiz.py: QUESTION_KINDS"
    if name not in KINDS:
        yield "tiers_lieu_mooc/parsing/question/__init__.py: KINDS"
    if model is None or fields_of.dispatch(model) is fields_of.dispatch(QuestionNode):
        yield "tiers_lieu_mooc/rendering/controls.py: fields_of"
    if model is None or answer_size.dispatch(model) is answer_size.dispatch(QuestionNode):
        yield "tiers_lieu_mooc/linting/budget.py: answer_size"
    for file, pattern in (
        ("tiers_lieu_mooc/learner/js/question/index.js", rf'^\s+"?{name}"?: '),
        ("tests/js/learner/kinds.test.js", rf'\["[^"]+", "{name}"|\["{name}"'),
        ("quizzes/README.md", rf"^### {name}\b"),
        ("docs/reference/types-de-question.md", rf"\b{name}\b"),
    ):
        if not re.search(pattern, (ROOT / file).read_text("utf-8"), re.MULTILINE):
            yield file
    case = f"tests/cases/parsing/{name}.md"
    if not (ROOT / case).is_file():
        yield case


@pytest.mark.parametrize("name", sorted({*MODELS, *KINDS}))
def test_a_question_kind_has_all_its_parts(name: str) -> None:
    assert list(missing_of(name)) == []


def test_what_a_new_kind_lacks_is_named() -> None:
    assert list(missing_of("dessin")) == [
        "tiers_lieu_mooc/model/quiz.py: QUESTION_KINDS",
        "tiers_lieu_mooc/parsing/question/__init__.py: KINDS",
        "tiers_lieu_mooc/rendering/controls.py: fields_of",
        "tiers_lieu_mooc/linting/budget.py: answer_size",
        "tiers_lieu_mooc/learner/js/question/index.js",
        "tests/js/learner/kinds.test.js",
        "quizzes/README.md",
        "docs/reference/types-de-question.md",
        "tests/cases/parsing/dessin.md",
    ]


def test_there_are_eleven_kinds() -> None:
    assert len(MODELS) == 11
