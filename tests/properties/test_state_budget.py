"""The compiler's bound on the saved state, against the scripts that write it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from scorm_export.diagnostic import Position
from tiers_lieu_mooc.linting.budget import largest_state
from tiers_lieu_mooc.model.course import Lesson, Module
from tiers_lieu_mooc.model.node import Rich
from tiers_lieu_mooc.model.quiz import (
    Bank,
    Category,
    Choice,
    Gaps,
    Matching,
    MultipleChoice,
    NumberRange,
    Numeric,
    Ordering,
    OrderItem,
    Pair,
    QuestionNode,
    Reflection,
    SelectGap,
    SelfPositioning,
    ShortAnswer,
    Sorting,
    TextForm,
    TextMatching,
    TypedGap,
)
from tiers_lieu_mooc.rendering.keys import key_of

_AT = Position("essai.md", 1)
_REACH = Path(__file__).parents[1] / "support" / "reach.js"
_TEXT = Rich(Markup("mot"), "mot")


_ITEM = OrderItem(at=_AT, text=_TEXT)
_TOLERANT = TextMatching(at=_AT)
_GAPS = (
    TypedGap(variants=("a",), at=_AT),
    SelectGap(options=("a", "b"), right=0, at=_AT),
)
_MAKERS: dict[str, tuple[type[QuestionNode], Callable[[int], dict[str, object]]]] = {
    "qcm": (
        MultipleChoice,
        lambda size: {"choices": (Choice(at=_AT, text=_TEXT, is_right=True),) * size},
    ),
    "réponse-courte": (
        ShortAnswer,
        lambda _size: {
            "forms": (TextForm(at=_AT, text="mot", is_right=True),),
            "matching": _TOLERANT,
        },
    ),
    "numérique": (
        Numeric,
        lambda _size: {"ranges": (NumberRange(at=_AT, low=1, high=2, text="1", is_right=True),)},
    ),
    "appariement": (
        Matching,
        lambda size: {"pairs": (Pair(at=_AT, left=_TEXT, right=_TEXT),) * size},
    ),
    "ordre": (Ordering, lambda size: {"items": (_ITEM,) * size}),
    "trous": (
        Gaps,
        lambda size: {"text": _TEXT, "gaps": _GAPS * (1 + size // 6), "matching": _TOLERANT},
    ),
    "classement": (
        Sorting,
        lambda size: {"categories": (Category(at=_AT, name=_TEXT, items=(_ITEM,) * size),)},
    ),
    "positionnement": (
        SelfPositioning,
        lambda size: {"statements": (_TEXT,) * size, "scale": ("a", "b", "c")},
    ),
    "réflexion": (Reflection, lambda _size: {}),
}


def _question(kind: str, size: int, number: int) -> QuestionNode:
    common = {"at": _AT, "id": f"q{number}", "container": "b", "title": "Q", "stem": _TEXT}
    made, details = _MAKERS[kind]
    return made.model_validate({**common, **details(size)})


_KINDS = st.sampled_from(list(_MAKERS))
_PACKAGES = st.tuples(
    st.integers(0, 30),  # lessons
    st.lists(st.tuples(_KINDS, st.integers(2, 14)), max_size=25),
    st.integers(0, 2_000),  # names released before
    st.integers(0, 10_000),  # seed
    st.none() | st.integers(1, 60),  # attempts that the quiz allows
)


def _module(lessons: int, questions: list[QuestionNode], attempts: int | None) -> Module:
    return Module(
        at=_AT,
        id="m",
        title="M",
        lessons=tuple(
            Lesson(at=_AT, id=f"l{number}", module="m", title="L", minutes=1, blocks=())
            for number in range(lessons)
        ),
        bank=Bank(at=_AT, id="b", title="B", questions=tuple(questions), attempts=attempts),
    )


@settings(max_examples=15, deadline=None)
@given(st.lists(_PACKAGES, min_size=1, max_size=12))
def test_no_reachable_state_is_longer_than_the_compiler_says(
    packages: list[tuple[int, list[tuple[str, int]], int, int, int | None]],
) -> None:
    bounds: list[int] = []
    contents: list[dict[str, object]] = []
    for lessons, kinds, before, seed, attempts in packages:
        questions = [_question(kind, size, place) for place, (kind, size) in enumerate(kinds)]
        module = _module(lessons, questions, attempts)
        names = [lesson.full_name for lesson in module.lessons]
        names += ["b/quiz", *(question.full_name for question in questions)]
        # Indexes with holes between them, as after years of lessons moved and retired.
        numbers = {name: before + place * 3 for place, name in enumerate(names)}
        bounds.append(largest_state([module], numbers))
        contents.append(
            {
                "seed": seed,
                "attempts": attempts or 1_022,
                "lessons": [numbers[lesson.full_name] for lesson in module.lessons],
                "quizzes": [numbers["b/quiz"]],
                "questions": [
                    {
                        "kind": kind,
                        "isInQuiz": True,
                        "key": key_of(question, numbers[question.full_name], ()),
                    }
                    for (kind, _size), question in zip(kinds, questions, strict=True)
                ],
            }
        )
    reached = _reached(contents)
    for bound, longest in zip(bounds, reached, strict=True):
        assert longest <= bound
        # Not a bound so wide that it means nothing: full work comes near it.
        assert longest >= bound * 0.8 - 5


def _reached(contents: list[dict[str, object]]) -> list[int]:
    ran = subprocess.run(
        ["node", str(_REACH)],
        input=json.dumps(contents),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    lengths: list[int] = json.loads(ran.stdout)
    return lengths
