"""Which questions come first, over many drawn groups and plants."""

from __future__ import annotations

import re

import pytest

from tests.results.desk import Desk, changed
from tests.support.moodle_report import Flaws, Person, people_of, report_on
from tests.support.reported import Row
from tiers_lieu_mooc.codebook import Codebook
from tiers_lieu_mooc.model.course import Module
from tiers_lieu_mooc.model.quiz import SingleChoice
from tiers_lieu_mooc.results.advice import MOST_FIRST, cases_in, reasons_for, signs_in
from tiers_lieu_mooc.results.measures import Chosen, Measure


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
    [(0.09, 35, False), (0.09, 400, True), (0.02, 35, False), (0.19, 400, False), (-0.1, 35, True)],
)
def test_a_weak_link_is_told_when_chance_does_not_make_it(
    book: Codebook, link: float, answers: int, is_said: bool
) -> None:
    entry = next(entry for entry in book.entries if entry.kind == "qcu")
    measure = Measure(entry, answers, 0.6, link, ())
    words = " ".join(each.words for each in reasons_for(measure, signs_in([measure])))
    assert ("ne dit presque rien du reste" in words) == is_said


@pytest.mark.parametrize(("wrong", "is_clear"), [(2, False), (6, False), (14, True)])
def test_a_rival_is_a_reason_when_chance_does_not_make_it(
    book: Codebook, wrong: int, is_clear: bool
) -> None:
    """Of 40 people, so many more take one wrong answer than the right one."""
    entry = next(entry for entry in book.entries if entry.kind == "qcu")
    right = 20 - wrong // 2
    chosen = (
        Chosen("juste", True, right, right / 40),
        Chosen("faux", False, 40 - right, 1 - right / 40),
    )
    measure = Measure(entry, 40, right / 40, None, chosen)
    (reason,) = reasons_for(measure, signs_in([measure]))
    assert ("peut venir du hasard" in reason.words) != is_clear
    assert ("vérifiez le corrigé" in reason.words) == is_clear
    assert bool(cases_in([measure])) == is_clear


def test_five_come_first_in_order_of_gravity_and_the_rest_is_counted(
    desk: Desk, module: Module, group: list[Person]
) -> None:
    asked = {each.id.replace("-", "_") for lesson in module.lessons for each in lesson.questions}

    def fail(_: int, row: Row) -> Row:
        return {**row, "result": "wrong"} if row["id"].partition(".")[0] in asked else row

    table = report_on(changed(group, fail))
    results = desk.read(table)
    assert len(results.cases) > MOST_FIRST
    weights = [case.weight for case in results.cases]
    assert weights == sorted(weights, reverse=True)
    _, said = desk.run(table)
    assert re.findall(r"^  (\d)\. ", said, re.MULTILINE) == ["1", "2", "3", "4", "5"]
    rest = f"{len(results.cases) - MOST_FIRST}\u00a0autres, moins pressantes"
    assert rest in said
    assert rest in desk.page()
    assert desk.page().count("<li><h3>") == MOST_FIRST


@pytest.mark.parametrize(("flawed", "words"), [(0, "Rien ne ressort"), (1, "Une seule question")])
def test_fewer_than_three_are_said_to_be_fewer(
    desk: Desk, module: Module, flaws: Flaws, flawed: int, words: str
) -> None:
    planted = Flaws(frozenset([*sorted(flaws.reversed_)][:flawed]))
    _, said = desk.run(report_on(people_of(module, 60, seed=7, flaws=planted)))
    assert words in said
    assert words in desk.page()
    assert ("commencez par" in said) is False
