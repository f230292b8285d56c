"""The course as a whole keeps what its programme promises: length, plainness, sources, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import pytest

from scorm_export.diagnostic import Diagnostic, Position, Severity
from tests.content.measures import COURSE, QUIZZES, measures_of, sentences_of
from tests.content.programme import CAUTIONS, glossary
from tiers_lieu_mooc.building import Checked, check_budget, outputs_of
from tiers_lieu_mooc.linting.passages import folded
from tiers_lieu_mooc.linting.survey import LessonSurvey, Piece, Survey
from tiers_lieu_mooc.linting.template import (
    LESSON_WORDS,
    count_words,
    is_taught,
    lesson_words,
    reading_time,
)
from tiers_lieu_mooc.model.content import AsideName, Figure, Webinar
from tiers_lieu_mooc.model.course import Course, Module, walk
from tiers_lieu_mooc.model.quiz import (
    QUESTION_KINDS,
    Bank,
    Draw,
    MultipleChoice,
    QuestionNode,
    Reflection,
    SingleChoice,
    TrueFalse,
)
from tiers_lieu_mooc.rendering.revisiting import Guide
from tiers_lieu_mooc.rules import fact, ids, pedagogy
from tiers_lieu_mooc.targets import Split, Target

SENTENCE_WORDS = 20
"""Most words of a sentence. Source: course programme, § 10."""

PICTURE_BYTES = 15_000
FEWEST_PICTURES = 2
FEWEST_GRADED = 15
"""Heaviest picture, pictures of a module and graded questions of a bank. Source: issue 5."""

GRADED_IN_A_QUIZ = 9
"""Source: course programme, § 11."""

PLAIN = 60
"""Reading ease from which a text is plain (Flesch's « standard »)."""

UNSOURCED = {
    fact.BOX_UNCITED,
    fact.EXPIRED,
    fact.FIGURE_UNSOURCED,
    fact.FRAGILE_GRADED,
    fact.TO_SOURCE,
    fact.UNDATED,
}


def place(at: Position) -> str:
    return f"{at.path}:{at.line}"


def check_none(found: Iterable[str]) -> None:
    """Fail with every line, not only the first."""
    lines = list(found)
    assert not lines, "\n".join(["", *lines])


def told(found: Iterable[Diagnostic]) -> Iterator[str]:
    return (f"{place(each.at)} {each.code} {each.message}" for each in found)


def is_graded(question: QuestionNode) -> bool:
    return question.points > 0


@pytest.fixture(scope="module")
def ending(real: Course) -> list[tuple[Module, Bank]]:
    """The modules that end with a quiz, each with its bank."""
    return [(each, each.bank) for each in real.modules if each.bank is not None]


# Findings


def test_nothing_is_found_but_identifiers_that_are_not_published(
    checked: Checked, real: Course
) -> None:
    packages = outputs_of(real, [Target.SCORM_12], [Split.MODULE])
    found = [*checked.found, *check_budget(real, packages)]
    left = [
        each
        for each in found
        if each.severity is not Severity.INFO and each.rule is not ids.NOT_PUBLISHED
    ]
    check_none(told(left))


def test_figures_are_sourced_and_dated(checked: Checked) -> None:
    check_none(told(each for each in checked.found if each.rule in UNSOURCED))


def test_no_source_is_still_to_be_found() -> None:
    files = [path for folder in (COURSE, QUIZZES) for path in folder.rglob("*.*")]
    texts = {path: path.read_text("utf-8") for path in files if path.suffix in {".md", ".yaml"}}
    assert len(texts) > 50
    check_none(
        f"{path}:{number}"
        for path, text in texts.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if "SOURCER" in line
    )


# Length and plainness


def test_lessons_are_as_long_as_the_programme_says(survey: Survey) -> None:
    low, high = LESSON_WORDS
    counts = {
        each.lesson.full_name: lesson_words(each) for each in survey.lessons if not each.is_free
    }
    assert {name: count for name, count in counts.items() if not low <= count <= high} == {}


def test_case_studies_and_summaries_are_no_longer_than_lessons(survey: Survey) -> None:
    counts = {each.lesson.full_name: lesson_words(each) for each in survey.lessons if each.is_free}
    assert {name: count for name, count in counts.items() if count > LESSON_WORDS[1]} == {}


def test_reading_leaves_time_for_what_a_lesson_asks(survey: Survey) -> None:
    hurried = {
        each.lesson.full_name: reading_time(each)
        for each in survey.lessons
        if not reading_time(each).low <= each.lesson.minutes <= reading_time(each).high
    }
    assert hurried == {}


def check_sentences(pieces: Iterable[Piece]) -> None:
    counted = [(count_words(text), at, text) for at, text in sentences_of(pieces)]
    assert len(counted) > 50
    check_none(
        f"{place(at)} {count} words: {text}"
        for count, at, text in counted
        if count > SENTENCE_WORDS
    )


def test_sentences_of_lessons_are_short(survey: Survey) -> None:
    check_sentences(piece for each in survey.lessons for piece in each.pieces)


def test_sentences_of_questions_are_short(survey: Survey) -> None:
    check_sentences(piece for each in survey.questions for piece in each.pieces)


def test_sentences_of_introductions_and_of_the_glossary_are_short(survey: Survey) -> None:
    facts = {each.at for each in survey.course.facts}
    check_sentences(piece for piece in survey.others if piece.at not in facts)


def test_every_lesson_reads_easily_and_links_to_the_glossary(checked: Checked) -> None:
    measures = measures_of(checked)
    assert {each.lesson: each.readability for each in measures if each.readability < PLAIN} == {}
    assert [each.lesson for each in measures if not each.terms] == []


def test_every_acronym_is_explained(checked: Checked) -> None:
    rule = pedagogy.ACRONYM_UNEXPLAINED
    check_none(told(each for each in checked.found if each.rule is rule))


# The template


def test_lessons_about_money_or_law_carry_a_caution(survey: Survey) -> None:
    by_name = {each.lesson.full_name: each for each in survey.lessons}
    assert set(CAUTIONS.values()) <= set(by_name)
    bare = [name for name in CAUTIONS.values() if not by_name[name].asides(AsideName.CAUTION)]
    assert bare == []


def test_lessons_that_rest_on_fragile_facts_carry_a_caution(survey: Survey) -> None:
    fragile = {each.code for each in survey.course.facts if each.shelf_life.value == "fragile"}
    bare = {
        each.lesson.full_name: sorted(fragile & {*each.lesson.facts})
        for each in survey.lessons
        if fragile & {*each.lesson.facts} and not each.asides(AsideName.CAUTION)
    }
    assert bare == {}


def ordinary(survey: Survey) -> list[LessonSurvey]:
    return [each for each in survey.lessons if is_taught(each) and not each.is_free]


def test_an_ordinary_lesson_has_one_scene_one_fact_and_one_or_two_questions(survey: Survey) -> None:
    assert len(ordinary(survey)) == 34
    for name in (AsideName.SCENE, AsideName.FACT, AsideName.TRY_IT):
        counts = {each.lesson.full_name: len(each.asides(name)) for each in ordinary(survey)}
        assert {lesson: count for lesson, count in counts.items() if count != 1} == {}, name
    asked = {each.lesson.full_name: len(each.lesson.questions) for each in ordinary(survey)}
    assert {lesson: count for lesson, count in asked.items() if count not in {1, 2}} == {}


def test_every_module_with_a_quiz_has_a_case_study_with_three_open_questions(
    survey: Survey, ending: list[tuple[Module, Bank]]
) -> None:
    assert len(ending) == 6
    for module, _ in ending:
        cases = [
            each
            for each in survey.lessons
            if each.module is module and each.asides(AsideName.CASE_STUDY)
        ]
        open_questions = [
            [question for question in each.lesson.questions if isinstance(question, Reflection)]
            for each in cases
        ]
        assert [len(each) for each in open_questions] == [3], module.id


def test_every_module_with_a_quiz_keeps_a_place_for_a_live_session(
    ending: list[tuple[Module, Bank]],
) -> None:
    for module, _ in ending:
        blocks = [block for lesson in module.lessons for block in walk(lesson.blocks)]
        assert len([each for each in blocks if isinstance(each, Webinar)]) == 1, module.id


# Pictures


def figures_of(module: Module) -> list[Figure]:
    blocks = (block for lesson in module.lessons for block in walk(lesson.blocks))
    return [block for block in blocks if isinstance(block, Figure)]


def test_every_module_with_a_quiz_teaches_with_two_drawings(
    ending: list[tuple[Module, Bank]],
) -> None:
    drawn = {module.id: {each.media for each in figures_of(module)} for module, _ in ending}
    assert {name: files for name, files in drawn.items() if len(files) < FEWEST_PICTURES} == {}


def test_pictures_are_light_drawings_with_both_alternatives(real: Course) -> None:
    figures = [figure for module in real.modules for figure in figures_of(module)]
    for figure in figures:
        assert figure.media.endswith(".svg"), place(figure.at)
        assert len(real.media[figure.media].content) < PICTURE_BYTES, place(figure.at)
        assert figure.alternative, place(figure.at)
        assert figure.description is not None, place(figure.at)
        assert count_words(figure.description.plain) > count_words(figure.alternative), place(
            figure.at
        )
    assert {each.media for each in figures} == {*real.media}


# Quizzes


def test_every_bank_has_enough_for_draws(ending: list[tuple[Module, Bank]]) -> None:
    counts = {bank.id: sum(map(is_graded, bank.questions)) for _, bank in ending}
    assert {name: count for name, count in counts.items() if count < FEWEST_GRADED} == {}


def test_every_objective_is_assessed_in_its_bank(ending: list[tuple[Module, Bank]]) -> None:
    for module, bank in ending:
        assessed = {name for each in bank.questions if is_graded(each) for name in each.objectives}
        assert {each.id for each in module.objectives} - assessed == set(), module.id


def test_every_quiz_asks_nine_graded_questions_and_one_that_is_not(
    ending: list[tuple[Module, Bank]],
) -> None:
    for _, bank in ending:
        graded = [is_graded(each) for draw in bank.draws for each in drawn_by(draw, bank)]
        assert graded.count(True) == GRADED_IN_A_QUIZ, bank.id
        assert graded.count(False) == 1, bank.id


def drawn_by(draw: Draw, bank: Bank) -> Sequence[QuestionNode]:
    """Give as many of the questions that a draw takes from, all alike in being graded or not."""
    pool = [each for each in bank.questions if draw.tag is None or draw.tag in each.tags]
    assert len(pool) >= draw.count, (bank.id, draw.tag)
    assert len(set(map(is_graded, pool))) == 1, (bank.id, draw.tag)
    return pool[: draw.count]


def test_true_and_false_are_right_equally_often(survey: Survey) -> None:
    statements = [each.question for each in survey.questions]
    truths = [each.choices[0].is_right for each in statements if isinstance(each, TrueFalse)]
    assert len(truths) > 10
    assert abs(truths.count(True) - truths.count(False)) <= 1


def test_no_feedback_is_a_bare_no(survey: Survey) -> None:
    """« Non. » tells nothing by itself; « Non : … » goes on in the same sentence."""
    asked = [each.question for each in survey.questions]
    choices = (SingleChoice, MultipleChoice, TrueFalse)
    check_none(
        f"{place(each.at)} {each.feedback.plain}"
        for question in asked
        if isinstance(question, choices)
        for each in question.choices
        if each.feedback and re.match(r"Non[.!]|Non$", each.feedback.plain)
    )


def test_all_kinds_of_questions_are_used(survey: Survey) -> None:
    assert {type(each.question) for each in survey.questions} == {*QUESTION_KINDS}


def test_every_graded_question_leads_back_to_a_lesson(
    real: Course, ending: list[tuple[Module, Bank]]
) -> None:
    guide = Guide(real)
    lost = [
        question.full_name
        for module, bank in ending
        for question in bank.questions
        if is_graded(question) and not guide.lessons_for(question, module, module=module.id)
    ]
    assert lost == []


# Words


def test_words_before_a_link_are_elided() -> None:
    paths = [path for folder in (COURSE, QUIZZES) for path in folder.rglob("*.md")]
    assert len(paths) > 50
    check_none(
        f"{path}:{number} {line}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if re.search(r"\b(?:de|que) \[{1,2}(?=[AEIOUYÀÂÉÈÊÎÔaeiouyàâéèêîô])", line)
    )


def test_the_glossary_has_every_term_of_the_programme(real: Course) -> None:
    wanted = glossary()
    assert len(wanted) == len(set(wanted)) == 73
    known = {folded(each) for term in real.glossary for each in (term.name, *term.variants)}
    assert [name for name in wanted if folded(name) not in known] == []
