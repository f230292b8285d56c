"""Results as a few lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from tiers_lieu_mooc.results.advice import Case
from tiers_lieu_mooc.results.measures import LEAST_ANSWERS, LEAST_FOR_LINK
from tiers_lieu_mooc.results.reading import Results
from tiers_lieu_mooc.results.wording import asked, counted, percent

MOST_CASES = 5


def as_text(results: Results) -> str:
    """Write who answered, which questions to look at first and why."""
    return "\n".join(_lines(results)) + "\n"


def _lines(results: Results) -> Iterator[str]:
    people = counted(results.sittings, "personne", "personnes")
    answers = counted(results.answers, "réponse", "réponses")
    questions = counted(len(results.measures), "question", "questions")
    yield f"{results.book.title}\n{people}, {answers} à {questions}."
    yield ""
    if not results.cases:
        yield _nothing_to_look_at(results.most_answers)
        return
    yield "À regarder d’abord :"
    for rank, case in enumerate(results.cases[:MOST_CASES], start=1):
        yield from _case(rank, case)
    rest = len(results.cases) - MOST_CASES
    if rest > 0:
        yield f"et {counted(rest, 'autre', 'autres')}, dans la page."


def _nothing_to_look_at(answers: int) -> str:
    if answers < LEAST_ANSWERS:
        least = counted(LEAST_ANSWERS, "réponse", "réponses")
        return f"Aucune question notée n’a encore {least} : il est trop tôt pour en choisir."
    if answers < LEAST_FOR_LINK:
        least = counted(LEAST_FOR_LINK, "réponse", "réponses")
        return f"Rien ne ressort encore ; il faut {least} à une question pour s’y fier."
    return "Aucune question ne demande à être regardée d’abord."


def _case(rank: int, case: Case) -> Iterator[str]:
    entry = case.measure.entry
    figures = (
        f"réussite {percent(case.measure.success or 0)}, "
        f"{counted(case.measure.answers, 'réponse', 'réponses')}"
    )
    yield f"  {rank}. {asked(entry.question, entry.part)}"
    yield f"     {entry.id}, {entry.place} ; {figures}"
    yield from (f"     • {reason.words}" for reason in case.reasons)
