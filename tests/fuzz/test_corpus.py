"""What once showed a fault shows none any more."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.fuzz.corpus import CORPUS
from tests.fuzz.mutating import shrunk
from tests.fuzz.subjects import SUBJECTS


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*/*.txt")), ids=lambda path: path.stem)
def test_what_once_failed_is_answered(path: Path) -> None:
    content = path.read_bytes().decode("utf-8", "surrogatepass")
    SUBJECTS[path.parent.name].judge(content, 2)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_same_seed_makes_the_same_input(subject: str) -> None:
    made = [SUBJECTS[subject].make(random.Random("1/7")) for _ in range(2)]
    assert made[0] == made[1]


def test_a_fault_is_shown_as_small_as_it_gets() -> None:
    text = "une ligne\ndeux\nun [b] mot\ntrois\n" * 9
    assert shrunk(text, lambda each: "[b]" in each) == "[b]"
