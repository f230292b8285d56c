"""Groups drawn by a law that the test states: what people answered, as a report has it."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence

from tiers_lieu_mooc.codebook import Code, Codebook, Entry, Role
from tiers_lieu_mooc.results.reports import Given, Sitting

LETTERS = "abcd"

Chance = Callable[[float, int], float]
"""The chance of the right answer for somebody of an ability, at a question by its number."""


def book_of(questions: int) -> Codebook:
    """Write the key of that many single choices of four; « a » is always right."""
    codes = tuple(Code(Role.ANSWER, each, f"réponse {each}", each == "a") for each in LETTERS)
    entries = tuple(
        Entry(f"q_{n}", f"Question {n}", "", "qcu", "M", "L", "", "", "a", "réponse a", codes)
        for n in range(questions)
    )
    return Codebook("essai", "Essai", entries)


def sound(luck: random.Random, questions: int) -> Chance:
    """Draw sound questions: those who know more succeed more, and half of all succeed or more."""
    difficulty = [min(luck.gauss(-0.6, 0.7), 0) for _ in range(questions)]
    return lambda ability, number: 1 / (1 + math.exp(-1.7 * ability + difficulty[number]))


def unrelated(luck: random.Random, questions: int) -> Chance:
    """Draw questions, from hard to very easy, that say nothing of one another."""
    shares = [luck.uniform(0.4, 0.97) for _ in range(questions)]
    return lambda _, number: shares[number]


def sittings_of(
    chance: Chance, luck: random.Random, people: int, questions: Sequence[int]
) -> list[Sitting]:
    """Let so many people answer; who errs takes any wrong answer, the second one more often."""
    return [_sitting(chance, luck, luck.gauss(0, 1), questions) for _ in range(people)]


def _sitting(
    chance: Chance, luck: random.Random, ability: float, questions: Sequence[int]
) -> Sitting:
    given = []
    for number in questions:
        is_right = luck.random() < chance(ability, number)
        answer = "a" if is_right else luck.choices("bcd", [4, 1, 1])[0]
        result = "correct" if is_right else "wrong"
        given.append(Given(f"q_{number}", answer, "a", result))
    return Sitting(1, tuple(given))
