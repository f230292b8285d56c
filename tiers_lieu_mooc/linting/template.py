"""The lesson template: parts, length, scene, duration."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from tiers_lieu_mooc.linting.passages import Shape, folded
from tiers_lieu_mooc.linting.placing import Findings
from tiers_lieu_mooc.linting.survey import (
    LessonSurvey,
    Piece,
    Survey,
)
from tiers_lieu_mooc.model.content import (
    Aside,
    AsideName,
    Block,
    Fiche,
    QuestionBlock,
    QuizBlock,
    Recording,
)
from tiers_lieu_mooc.model.course import LessonTemplate
from tiers_lieu_mooc.model.quiz import Reflection, SelfPositioning
from tiers_lieu_mooc.rules import pedagogy as rules

LESSON_WORDS = (350, 600)
"""Words of a lesson. Source: course programme, § 6.1."""

SCENE_WORDS = 60
"""Most words of a scene. Source: course programme, § 6.1."""

WORDS_PER_MINUTE = 180
"""Reading speed for a plain text on a screen, on the slow side."""

_FAST, _SLOW = 0.75, 1.5
_ACTIVITY_MIN, _QUESTION_MIN = 5, 3
_PARTS = (
    (AsideName.ESSENTIAL, "l’essentiel"),
    (AsideName.FACT, "le fait"),
    (AsideName.TRY_IT, "à vous"),
)
_NOT_COUNTED = frozenset((AsideName.RESOURCES,))
_WORD = re.compile(r"\w\S*")
_COUNTED_TEXTS = 50_000
_DURATION = re.compile(r"(?:(\d+)\s*h)?\s*(?:(\d+)\s*min)?")


def lint_template(survey: Survey, found: Findings) -> None:
    """Hold lessons to their duration, and to the template where the course has chosen it.

    Case studies and modules without a quiz are freer.
    """
    is_held = survey.course.template is LessonTemplate.RURAL
    for lesson in survey.lessons:
        _check_duration(lesson, found)
        if is_held:
            _check_scenes(lesson, found)
        if is_held and not lesson.is_free:
            _check_length(lesson, found)
            if is_taught(lesson):
                _check_parts(lesson, found)


@dataclass(frozen=True, slots=True)
class ReadingTime:
    """Whole minutes that a lesson can take, from who only reads to who does all it proposes."""

    low: int
    high: int


@lru_cache(maxsize=_COUNTED_TEXTS)
def count_words(text: str) -> int:
    """Count words as word processors do: what stands between spaces and holds a letter or digit."""
    return len(_WORD.findall(text))


def _check_parts(lesson: LessonSurvey, found: Findings) -> None:
    titles = {
        folded(passage.text)
        for piece in lesson.pieces
        for passage in piece.passages
        if passage.shape is Shape.HEADING
    }
    missing = [
        title
        for name, title in _PARTS
        if not lesson.asides(name) and not titles & {folded(title), folded(name.value)}
    ]
    if not lesson.lesson.questions:
        missing.append("une question")
    if missing:
        found.add(rules.PART_MISSING, lesson.lesson.at, parts=", ".join(missing))


def _check_length(lesson: LessonSurvey, found: Findings) -> None:
    low, high = LESSON_WORDS
    count = lesson_words(lesson)
    if count > high:
        advice = "coupez, ou partagez la leçon en deux"
    elif count < low and is_taught(lesson):
        advice = "développez, ou réunissez deux leçons"
    else:
        return
    found.add(rules.LESSON_LENGTH, lesson.lesson.at, count=count, low=low, high=high, advice=advice)


def _check_scenes(lesson: LessonSurvey, found: Findings) -> None:
    for scene in lesson.asides(AsideName.SCENE):
        count = _words(lesson.pieces_in(scene))
        if count > SCENE_WORDS:
            found.add(rules.SCENE_LONG, scene.at, count=count, limit=SCENE_WORDS)


def lesson_words(lesson: LessonSurvey) -> int:
    """Count the words that the programme limits: no transcript, resource or long description."""
    return _words(piece for piece in lesson.pieces if _is_counted(piece))


def reading_time(lesson: LessonSurvey) -> ReadingTime:
    """Estimate how long a lesson takes, questions and activities included, quizzes left out."""
    read = [piece for piece in lesson.pieces if not piece.is_description]
    reading = (_words(read) + sum(map(count_words, lesson.asked))) / WORDS_PER_MINUTE
    return ReadingTime(
        low=max(1, math.floor(reading * _FAST)),
        high=max(1, math.ceil(reading * _SLOW + sum(_extra(block) for block in lesson.blocks))),
    )


def holds_quiz(lesson: LessonSurvey) -> bool:
    """Tell whether a whole quiz, whose time nobody estimates, stands in the lesson."""
    return any(isinstance(each, QuizBlock) for each in lesson.blocks)


def _check_duration(lesson: LessonSurvey, found: Findings) -> None:
    time = reading_time(lesson)
    minutes = lesson.lesson.minutes
    if not time.low <= minutes <= time.high and not holds_quiz(lesson):
        found.add(
            rules.DURATION_IMPLAUSIBLE,
            lesson.lesson.at,
            minutes=minutes,
            range=f"de {time.low} à {time.high}" if time.low < time.high else str(time.low),
        )


def _extra(block: Block) -> float:
    """Give the most minutes that a block takes beyond its reading."""
    match block:
        case Fiche():
            return _ACTIVITY_MIN
        case Aside() if block.name is AsideName.TRY_IT:
            return _ACTIVITY_MIN
        case QuestionBlock():
            is_open = isinstance(block.question, Reflection | SelfPositioning)
            return _ACTIVITY_MIN if is_open else _QUESTION_MIN
        case Recording():
            return _minutes(block.duration)
        case _:
            return 0


def _minutes(duration: str) -> int:
    """Read « 3 min » or « 1 h 10 min »; what cannot be read takes no time."""
    match = _DURATION.match(duration.replace("\u00a0", " ").strip())
    hours, minutes = match.groups() if match else (None, None)
    return int(hours or 0) * 60 + int(minutes or 0)


def is_taught(lesson: LessonSurvey) -> bool:
    """Tell a lesson of a module that ends with a quiz from a welcome, a closing or the quiz."""
    return lesson.module.bank is not None and not holds_quiz(lesson)


def _is_counted(piece: Piece) -> bool:
    return not (piece.is_description or piece.is_among(_NOT_COUNTED) or piece.is_within(Recording))


def _words(pieces: Iterable[Piece]) -> int:
    return sum(count_words(passage.text) for piece in pieces for passage in piece.passages)
