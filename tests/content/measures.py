"""What can be counted of each lesson of the real course: length, time, plainness, links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from scorm_export.diagnostic import Position
from tiers_lieu_mooc.building import Checked
from tiers_lieu_mooc.linting.survey import LessonSurvey, Piece, survey_of
from tiers_lieu_mooc.linting.template import count_words, lesson_words, reading_time
from tiers_lieu_mooc.linting.wording import sentences_in
from tiers_lieu_mooc.model.content import Recording
from tiers_lieu_mooc.quality.readings import readability_of
from tiers_lieu_mooc.rules import pedagogy

ROOT = Path(__file__).parents[2]
COURSE = ROOT / "courses" / "tiers-lieux-ruraux"
QUIZZES = ROOT / "quizzes" / "tiers-lieux-ruraux"


@dataclass(frozen=True, slots=True)
class Measure:
    """One lesson in numbers.

    Attributes:
        words: without resources, transcripts and long descriptions.
        promised: minutes that learners are told.
        least, most: minutes between which the linter finds that plausible.
        sentence: words of a sentence, on average.
        longest: words of the longest sentence.
        at: that sentence, as ``path:line``.
        readability: ease by Kandel and Moles; 60 and more is plain, under 30 hard.
        acronyms: those that the lesson leaves unexplained.
        terms: links to the glossary.
    """

    lesson: str
    words: int
    promised: int
    least: int
    most: int
    sentence: float
    longest: int
    at: str
    readability: float
    acronyms: tuple[str, ...]
    terms: int


def measures_of(checked: Checked) -> list[Measure]:
    """Measure every lesson of a course that has no error, in reading order."""
    assert checked.course is not None
    unexplained: defaultdict[str, list[str]] = defaultdict(list)
    for finding in checked.found:
        if finding.rule is pedagogy.ACRONYM_UNEXPLAINED:
            unexplained[finding.at.path].append(dict(finding.values)["acronym"])
    return [
        _measure(lesson, tuple(unexplained[lesson.lesson.at.path]))
        for lesson in survey_of(checked.course).lessons
    ]


def _measure(lesson: LessonSurvey, acronyms: tuple[str, ...]) -> Measure:
    pieces = [piece for piece in lesson.pieces if not piece.is_within(Recording)]
    counted = [(count_words(text), at, text) for at, text in sentences_of(pieces)]
    longest, at, _ = max(counted)
    time = reading_time(lesson)
    ease = readability_of(text for _, _, text in counted)
    assert ease is not None
    return Measure(
        lesson=lesson.lesson.full_name,
        words=lesson_words(lesson),
        promised=lesson.lesson.minutes,
        least=time.low,
        most=time.high,
        sentence=fmean(count for count, _, _ in counted),
        longest=longest,
        at=f"{at.path}:{at.line}",
        readability=ease.score,
        acronyms=acronyms,
        terms=sum(len(passage.terms) for piece in pieces for passage in piece.passages),
    )


def sentences_of(pieces: Iterable[Piece]) -> Iterator[tuple[Position, str]]:
    """Give every sentence, as the linter cuts them, with the place of its block."""
    for piece in pieces:
        for _, sentence in sentences_in(piece):
            yield piece.at, sentence
