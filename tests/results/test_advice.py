"""Which questions come first, over many drawn groups and plants."""

from __future__ import annotations

import pytest

from tests.results.desk import Desk
from tests.support.moodle_report import Flaws, people_of, report_on
from tiers_lieu_mooc.codebook import Codebook
from tiers_lieu_mooc.model.course import Module
from tiers_lieu_mooc.model.quiz import SingleChoice
from tiers_lieu_mooc.results.advice import cases_in, reasons_for
from tiers_lieu_mooc.results.measures import Measure


@pytest.mark.parametrize("seed", range(8))
def test_reversed_questions_are_among_the_first_three_whatever_the_group(
    desk: Desk, module: Module, seed: int
) -> None:
    """Another question of the lessons and another of the quiz are reversed for each group."""
    asked = [each for lesson in module.lessons for each in lesson.questions]
    assert module.bank is not None
    pools = [
        [each.id.replace("-", "_") for each in found if isinstance(each, SingleChoice)]
        for found in (asked, module.bank.questions)
    ]
    planted = frozenset(pool[seed % len(pool)] for pool in pools)
    people = people_of(module, 60, seed=seed, flaws=Flaws(planted))
    first = [case.measure.entry.id for case in desk.read(report_on(people)).cases[:3]]
    assert planted <= {*first}


def test_a_link_the_wrong_way_round_goes_before_a_low_success_with_a_rival(book: Codebook) -> None:
    one, two, *_ = [entry for entry in book.entries if entry.kind == "qcu"]
    reversed_ = Measure(one, 60, 0.5, -0.4, ())
    hard = Measure(two, 60, 0.1, 0.0, ())
    assert [case.measure for case in cases_in([hard, reversed_])] == [reversed_, hard]


@pytest.mark.parametrize(
    ("link", "answers", "is_said"),
    [(0.09, 35, False), (0.09, 400, True), (0.02, 35, True), (0.19, 400, False), (-0.1, 35, True)],
)
def test_a_weak_link_is_told_when_chance_does_not_make_it(
    book: Codebook, link: float, answers: int, is_said: bool
) -> None:
    entry = next(entry for entry in book.entries if entry.kind == "qcu")
    words = " ".join(each.words for each in reasons_for(Measure(entry, answers, 0.6, link, ())))
    assert ("ne dit presque rien du reste" in words) == is_said
