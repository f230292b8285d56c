"""Every question kind has all its parts; what one lacks is named with the file to write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from tiers_lieu_mooc.codebook.describing import reported
from tiers_lieu_mooc.linting.budget import answer_size
from tiers_lieu_mooc.model.quiz import QUESTION_KINDS, QuestionNode
from tiers_lieu_mooc.parsing.containers import KINDS as CONTAINERS
from tiers_lieu_mooc.parsing.question import KINDS
from tiers_lieu_mooc.rendering.controls import fields_of
from tiers_lieu_mooc.rendering.corrections import solution_of

ROOT = Path(__file__).parents[1]
_REFERENCE = ROOT / "docs/reference/types-de-question.md"


def name_of(kind: type[QuestionNode]) -> str:
    """The name that authors type."""
    (name,) = get_args(kind.model_fields["kind"].annotation)
    return str(name)


MODELS = {name_of(kind): kind for kind in QUESTION_KINDS}


def missing_of(name: str) -> Iterator[str]:
    """Give the places in which the kind of that name is still to be written."""
    model = MODELS.get(name)
    if model is None:
        yield "tiers_lieu_mooc/model/quiz.py: QUESTION_KINDS"
    if name not in KINDS:
        yield "tiers_lieu_mooc/parsing/question/__init__.py: KINDS"
    if name not in CONTAINERS.values():
        yield "tiers_lieu_mooc/parsing/containers.py: KINDS"
    yield from _undispatched(model)
    for place, pattern in _patterns(name, model):
        text = (ROOT / place.partition(":")[0]).read_text("utf-8")
        if not re.search(pattern, text, re.MULTILINE):
            yield place
    if not re.search(rf"\b{name}\b", _REFERENCE.read_text("utf-8")):
        yield "tiers_lieu_mooc/reference.py: _QUESTIONS, then scripts/reference"
    case = f"tests/cases/parsing/{name}.md"
    if not (ROOT / case).is_file():
        yield case


def _undispatched(model: type[QuestionNode] | None) -> Iterator[str]:
    if model is None or fields_of.dispatch(model) is fields_of.dispatch(QuestionNode):
        yield "tiers_lieu_mooc/rendering/controls.py: fields_of"
    is_graded = model is None or model.model_fields["points"].default != 0
    if is_graded and (
        model is None or solution_of.dispatch(model) is solution_of.dispatch(QuestionNode)
    ):
        yield "tiers_lieu_mooc/rendering/corrections.py: solution_of"
    if model is None or reported.dispatch(model) is reported.dispatch(QuestionNode):
        yield "tiers_lieu_mooc/codebook/describing.py: reported"
    if model is None or answer_size.dispatch(model) is answer_size.dispatch(QuestionNode):
        yield "tiers_lieu_mooc/linting/budget.py: answer_size"


def _patterns(name: str, model: type[QuestionNode] | None) -> Iterator[tuple[str, str]]:
    in_python = rf"\b{model.__name__ if model else name}\b"
    for place in (
        "tiers_lieu_mooc/assembly/questions.py: _own_part",
        "tiers_lieu_mooc/rendering/keys.py: _own",
        "tests/support/replies.py",
        "tests/properties/test_page_text.py",
    ):
        yield place, in_python
    yield "tiers_lieu_mooc/codebook/page.py: _HOW", rf'^\s+"{name}": '
    yield "tiers_lieu_mooc/learner/js/question/index.js: name: object", rf'^\s+"?{name}"?: '
    yield "tests/js/learner/kinds.test.js", rf'\["[^"]+", "{name}"|\["{name}"'
    yield "tests/properties/strategies.py", rf"{name} #"
    yield "tests/support/eleven_kinds.py", rf"::: {name} #"
    yield "quizzes/README.md", rf"^### {name}\b"


@pytest.mark.parametrize("name", sorted({*MODELS, *KINDS}))
def test_a_question_kind_has_all_its_parts(name: str) -> None:
    missing = list(missing_of(name))
    assert not missing, "\n".join([f"{name}: still to be written in", *missing])


def test_what_a_new_kind_lacks_is_named() -> None:
    assert list(missing_of("dessin")) == [
        "tiers_lieu_mooc/model/quiz.py: QUESTION_KINDS",
        "tiers_lieu_mooc/parsing/question/__init__.py: KINDS",
        "tiers_lieu_mooc/parsing/containers.py: KINDS",
        "tiers_lieu_mooc/rendering/controls.py: fields_of",
        "tiers_lieu_mooc/rendering/corrections.py: solution_of",
        "tiers_lieu_mooc/codebook/describing.py: reported",
        "tiers_lieu_mooc/linting/budget.py: answer_size",
        "tiers_lieu_mooc/assembly/questions.py: _own_part",
        "tiers_lieu_mooc/rendering/keys.py: _own",
        "tests/support/replies.py",
        "tests/properties/test_page_text.py",
        "tiers_lieu_mooc/codebook/page.py: _HOW",
        "tiers_lieu_mooc/learner/js/question/index.js: name: object",
        "tests/js/learner/kinds.test.js",
        "tests/properties/strategies.py",
        "tests/support/eleven_kinds.py",
        "quizzes/README.md",
        "tiers_lieu_mooc/reference.py: _QUESTIONS, then scripts/reference",
        "tests/cases/parsing/dessin.md",
    ]
