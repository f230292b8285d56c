"""A line's cost grows with its length, whatever it repeats: the bar is the processor's time."""

from __future__ import annotations

import random
from functools import partial

import pytest

from tests.fuzz.course import TEXTS, outcome_of
from tests.fuzz.pace import seconds
from tests.fuzz.shapes import PLACES, SHAPES, Shape
from tests.properties.strategies import CONTAINERS, LINES, MARKS, WORDS, YAML_PIECES

PIECES = (*MARKS, *CONTAINERS, *LINES, *WORDS, *YAML_PIECES)
SIZES = (60_000, 200_000)
MOST_SECONDS = 5.0
"""For both sizes. What grows with the size takes a tenth of that; with its square, minutes."""


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_what_comes_again_and_again_is_checked_in_time(shape: Shape) -> None:
    for size in SIZES:
        taken = seconds(partial(outcome_of, shape.texts(size)), MOST_SECONDS)
        assert taken < MOST_SECONDS


@pytest.mark.parametrize("seed", range(40))
def test_what_no_table_thought_of_is_checked_in_time(seed: int) -> None:
    luck = random.Random(seed)
    pieces = ["".join(luck.choices(PIECES, k=luck.randint(1, 3))) for _ in range(3)]
    shape = Shape("random", luck.choice(list(PLACES)), *pieces)
    taken = seconds(partial(outcome_of, shape.texts(SIZES[0])), MOST_SECONDS / 2)
    assert taken < MOST_SECONDS / 2, shape


def test_the_course_that_shapes_change_is_sound() -> None:
    assert outcome_of(TEXTS).page is not None
