"""Results as a few lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from tiers_lieu_mooc.results.advice import MOST_FIRST, Case
from tiers_lieu_mooc.results.measures import LEAST_ANSWERS, LEAST_FOR_LINK
from tiers_lieu_mooc.results.reading import Results
from tiers_lieu_mooc.results.wording import asked, counted, located, percent

_BEGIN = 3
"""Questions to begin with: what can be written again in an afternoon."""


def as_text(results: Results) -> str:
    """Write who answered, which questions to look at first and why."""
    return "\n".join(_lines(results)) + "\n"


def counts(results: Results) -> str:
    """Say how many people, answers and questions there are; a question with gaps is one."""
    people = counted(results.sittings, "personne", "personnes")
    answers = counted(results.answers, "réponse", "réponses")
    return f"{people}, {answers} à {counted(results.questions, 'question', 'questions')}."


def standing_out(results: Results) -> str:
    """Say how many questions stand out and with which to begin, or why none does."""
    count = len(results.cases)
    if count == 0:
        return _nothing_to_look_at(results.most_answers)
    if count == 1:
        return "Une seule question ressort :"
    if count < _BEGIN:
        return "Deux questions ressortent, la plus pressante en premier :"
    return "La plus pressante en premier ; commencez par les trois premières :"


def said_of_rest(results: Results, where: str) -> str:
    """Say what of the questions that are not among the first; "" when there is nothing to say."""
    rest = len(results.cases) - MOST_FIRST
    if rest > 0:
        others = counted(rest, "autre, moins pressante, est", "autres, moins pressantes, sont")
        return f"{others} {where}."
    if 0 < len(results.cases) < _BEGIN:
        return "Des autres, rien ne se détache de ce que fait le hasard."
    return ""


def _lines(results: Results) -> Iterator[str]:
    yield f"{results.book.title}\n{counts(results)}\n"
    if not results.cases:
        yield standing_out(results)
        return
    yield f"À regarder d’abord. {standing_out(results)}"
    for rank, case in enumerate(results.cases[:MOST_FIRST], start=1):
        yield from _case(rank, case)
    rest = said_of_rest(results, "dans la page")
    if rest:
        yield rest


def _nothing_to_look_at(answers: int) -> str:
    if answers < LEAST_ANSWERS:
        least = counted(LEAST_ANSWERS, "réponse", "réponses")
        return f"Aucune question notée n’a encore {least} : il est trop tôt pour en choisir."
    if answers < LEAST_FOR_LINK:
        least = counted(LEAST_FOR_LINK, "réponse", "réponses")
        return f"Rien ne ressort encore ; il faut {least} à une question pour s’y fier."
    return "Rien ne ressort : aucune question ne demande à être regardée d’abord."


def _case(rank: int, case: Case) -> Iterator[str]:
    entry = case.measure.entry
    figures = counted(case.measure.answers, "réponse", "réponses")
    if case.measure.success is not None:
        figures = f"réussite {percent(case.measure.success)}, {figures}"
    yield f"  {rank}. {asked(entry.question, entry.part)}"
    yield f"     {entry.id}, {entry.place} ; {figures}"
    if entry.source:
        yield f"     À corriger dans {located(entry.source)}"
    yield from (f"     • {reason.words}" for reason in case.reasons)
