"""How long lessons take and how hard their sentences are, against what is promised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from scorm_export.diagnostic import Position
from tiers_lieu_mooc.linting.survey import LessonSurvey
from tiers_lieu_mooc.linting.template import (
    ReadingTime,
    count_words,
    holds_quiz,
    lesson_words,
    reading_time,
)
from tiers_lieu_mooc.linting.wording import SENTENCE_WORDS, sentences_of
from tiers_lieu_mooc.quality.syllables import count_syllables


class Ease(StrEnum):
    """How easily a text is read. Source of the bands: Flesch (1948), kept by Kandel and Moles."""

    VERY_EASY = "very easy"
    EASY = "easy"
    FAIRLY_EASY = "fairly easy"
    STANDARD = "standard"
    FAIRLY_HARD = "fairly hard"
    HARD = "hard"
    VERY_HARD = "very hard"


_BANDS = (
    (90, Ease.VERY_EASY),
    (80, Ease.EASY),
    (70, Ease.FAIRLY_EASY),
    (60, Ease.STANDARD),
    (50, Ease.FAIRLY_HARD),
    (30, Ease.HARD),
)


@dataclass(frozen=True, slots=True)
class Readability:
    """Sentences and words of a text.

    Attributes:
        longest: words of the longest sentence.
        long_sentences: how many have more words than ``linting`` lets pass without advice.
    """

    sentences: int
    words: int
    syllables: int
    longest: int
    long_sentences: int

    @property
    def words_per_sentence(self) -> float:
        """Mean length of a sentence."""
        return self.words / self.sentences

    @property
    def syllables_per_word(self) -> float:
        """Mean length of a word."""
        return self.syllables / self.words

    @property
    def score(self) -> float:
        """Ease of reading, from 100 (easy) down; a text of short words may go beyond.

        Source: Kandel and Moles, « Application de l’indice de Flesch à la langue française »
        (1958): 207 − 1.015 × words per sentence − 73.6 × syllables per word.
        """
        return 207 - 1.015 * self.words_per_sentence - 73.6 * self.syllables_per_word

    @property
    def ease(self) -> Ease:
        """The band that the score falls in."""
        return next((ease for least, ease in _BANDS if self.score >= least), Ease.VERY_HARD)


@dataclass(frozen=True, slots=True)
class LessonReading:
    """A lesson as it is read.

    Attributes:
        minutes: promised to learners.
        time: what reading and activities can take; None when a whole quiz stands in the lesson,
            whose time nobody estimates.
        words: those that the programme limits.
        readability: of paragraphs and lists; None when there are none.
    """

    full_name: str
    title: str
    module: str
    at: Position
    minutes: int
    time: ReadingTime | None
    words: int
    readability: Readability | None

    @property
    def is_kept(self) -> bool:
        """Whether the promise is plausible, as far as anybody can tell."""
        return self.time is None or self.time.low <= self.minutes <= self.time.high


def reading_of(lesson: LessonSurvey) -> LessonReading:
    """Measure a lesson with the linter's own measures of words, sentences and minutes."""
    return LessonReading(
        full_name=lesson.lesson.full_name,
        title=lesson.lesson.title,
        module=lesson.module.title,
        at=lesson.lesson.at,
        minutes=lesson.lesson.minutes,
        time=None if holds_quiz(lesson) else reading_time(lesson),
        words=lesson_words(lesson),
        readability=readability_of(sentences_of(lesson)),
    )


def readability_of(sentences: Iterable[str]) -> Readability | None:
    """Measure sentences; those without a word do not count."""
    counted = [(count, each) for each in sentences if (count := count_words(each))]
    if not counted:
        return None
    return Readability(
        sentences=len(counted),
        words=sum(count for count, _ in counted),
        syllables=sum(count_syllables(sentence) for _, sentence in counted),
        longest=max(count for count, _ in counted),
        long_sentences=sum(count > SENTENCE_WORDS for count, _ in counted),
    )
