"""Questions: feedback for every answer, objectives covered, no answer that gives itself away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tiers_lieu_mooc.linting.placing import Findings
from tiers_lieu_mooc.linting.survey import QuestionSurvey, Survey
from tiers_lieu_mooc.model.course import Module
from tiers_lieu_mooc.model.quiz import (
    Bank,
    Choice,
    MultipleChoice,
    QuestionNode,
    Reflection,
    SelfPositioning,
    SingleChoice,
    TrueFalse,
)
from tiers_lieu_mooc.rules import pedagogy as rules

FEWEST_FOR_A_PATTERN = 4
"""Questions from which a repeated giveaway is a pattern: by chance, 1 in 27 with three answers."""

_OTHERS = re.compile(
    r"^(?:toutes?|tous|aucune?)\b.{0,12}\b(?:r[ée]ponses?|propositions?|choix|affirmations?)\b"
    r"|^(?:toutes?|tous|aucune?) (?:à la fois|d[’']entre)"
    r"|\bci-dessus$",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"\b(?:ne\b|n[’'])", re.IGNORECASE)
_NEGATIVE = re.compile(
    r"\b(?:faux|fausses?|inexacte?s?|incorrecte?s?|impossibles?|interdite?s?|sans|sauf)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")

_Choices = SingleChoice | MultipleChoice | TrueFalse


def lint_questions(survey: Survey, found: Findings) -> None:
    """Look at every question, then at what each module's questions share."""
    for each in survey.questions:
        if _is_graded(each.question):
            _check_feedback(each.question, found)
            _check_objective(each, found)
        _check_wording(each.question, found)
    for module in survey.course.modules:
        _check_coverage(module, found)
        if module.bank is not None:
            _check_longest(module.bank, found)
            _check_place(module.bank, found)


def _check_feedback(question: QuestionNode, found: Findings) -> None:
    if isinstance(question, SingleChoice | MultipleChoice | TrueFalse):
        for choice in question.choices:
            if choice.feedback is None and not _is_answered(question, choice):
                _report_feedback(question, choice, found)
    elif question.explanation is None and (question.if_right is None or question.if_wrong is None):
        answer = "réussit" if question.if_right is None else "se trompe"
        found.add(
            rules.FEEDBACK_MISSING,
            question.at,
            question=question.id,
            answer=answer,
            label="Explication",
        )


def _is_answered(question: _Choices, choice: Choice) -> bool:
    """Tell whether something is said to everyone who takes such an answer."""
    if choice.is_right:
        return question.if_right is not None or question.explanation is not None
    return question.if_wrong is not None


def _report_feedback(question: _Choices, choice: Choice, found: Findings) -> None:
    found.add(
        rules.FEEDBACK_MISSING,
        choice.at,
        question=question.id,
        answer=f"choisit «\u00a0{choice.text.plain}\u00a0»",
        label="Si juste" if choice.is_right else "Si faux",
    )


def _check_objective(survey: QuestionSurvey, found: Findings) -> None:
    declared = survey.module.objectives
    question = survey.question
    if declared and not question.objectives:
        found.add(
            rules.QUESTION_WITHOUT_OBJECTIVE,
            question.at,
            question=question.id,
            objective=declared[0].id,
        )


def _check_coverage(module: Module, found: Findings) -> None:
    questions = [question for lesson in module.lessons for question in lesson.questions]
    questions += module.bank.questions if module.bank is not None else ()
    graded = [question for question in questions if _is_graded(question)]
    assessed = {objective for question in graded for objective in question.objectives}
    for objective in module.objectives if graded else ():
        if objective.id not in assessed:
            found.add(rules.OBJECTIVE_UNASSESSED, objective.at, objective=objective.id)


def _check_wording(question: QuestionNode, found: Findings) -> None:
    if isinstance(question, SingleChoice | MultipleChoice):
        for choice in question.choices:
            if _OTHERS.search(choice.text.plain.strip(" .\u00a0")):
                found.add(rules.ALL_OF_THE_ABOVE, choice.at, text=choice.text.plain)
    if _negates_twice(question):
        found.add(rules.DOUBLE_NEGATION, question.at, question=question.id)


def _negates_twice(question: QuestionNode) -> bool:
    """Tell a negation to deny: twice in one sentence, or a false negative statement."""
    stem = question.stem.plain
    for sentence in _SENTENCE_END.split(stem):
        negations = len(_NEGATION.findall(sentence))
        if negations > 1 or (negations and _NEGATIVE.search(sentence)):
            return True
    is_denied = isinstance(question, TrueFalse) and not question.choices[question.agree].is_right
    return is_denied and _NEGATION.search(stem) is not None


def _check_longest(bank: Bank, found: Findings) -> None:
    questions = [each for each in bank.questions if isinstance(each, SingleChoice)]
    if len(questions) >= FEWEST_FOR_A_PATTERN and all(map(_is_right_longest, questions)):
        found.add(rules.RIGHT_ANSWER_LONGEST, bank.at, count=len(questions))


def _is_right_longest(question: SingleChoice) -> bool:
    right = [len(each.text.plain) for each in question.choices if each.is_right]
    wrong = [len(each.text.plain) for each in question.choices if not each.is_right]
    return bool(right and wrong) and min(right) > max(wrong)


def _check_place(bank: Bank, found: Findings) -> None:
    fixed = [
        each for each in bank.questions if isinstance(each, SingleChoice) and not each.is_shuffled
    ]
    statements = [each for each in bank.questions if isinstance(each, TrueFalse)]
    _report_place(bank, fixed, "changez l’ordre de quelques réponses, ou mélangez-les", found)
    _report_place(bank, statements, "écrivez des affirmations justes et des fausses", found)


def _report_place(
    bank: Bank, questions: Sequence[SingleChoice | TrueFalse], advice: str, found: Findings
) -> None:
    places = set(_right_places(questions))
    if len(questions) >= FEWEST_FOR_A_PATTERN and len(places) == 1:
        found.add(
            rules.RIGHT_ANSWER_PLACE,
            bank.at,
            count=len(questions),
            kind=questions[0].kind,
            place=places.pop(),
            advice=advice,
        )


def _right_places(questions: Iterable[SingleChoice | TrueFalse]) -> Iterable[int]:
    for question in questions:
        yield next((n for n, each in enumerate(question.choices, start=1) if each.is_right), 0)


def _is_graded(question: QuestionNode) -> bool:
    return question.points > 0 and not isinstance(question, Reflection | SelfPositioning)
