"""The one page of a package → its lessons, quizzes and questions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tiers_lieu_mooc.comparing.records import (
    LessonRecord,
    NotComparable,
    QuestionRecord,
    QuizRecord,
)

_BROKEN = "la page de ce paquet est abîmée"
_BLANKS = re.compile(r"[ \t\r\n]+")
"""No-break spaces stay: the words are shown again."""

_TEXTS = etree.XPath("descendant::text()[not(ancestor::select or ancestor::*[@class='paper'])]")


@dataclass(frozen=True, slots=True)
class Page:
    """What was read of a page."""

    course: str
    lessons: tuple[LessonRecord, ...]
    quizzes: tuple[QuizRecord, ...]
    score: float | None
    questions: tuple[QuestionRecord, ...]


def page_of(content: bytes) -> Page | None:
    """Read a page; None when it is none of ours.

    Raises:
        NotComparable: when it is one of ours and something in it cannot be read.
    """
    root = _root(content)
    # On the script's element; on the document's own in packages of format A.
    said = () if root is None else (root, *root.iter("script"))
    holder = next((each for each in said if each.get("data-package") is not None), None)
    if root is None or holder is None:
        return None
    contents = _object(holder.get("data-package"))
    sections = list(root.iterfind(".//section[@data-index]"))
    quizzes = [section for section in sections if section.get("data-quiz") is not None]
    lessons = [section for section in sections if section.get("data-lesson") is not None]
    return Page(
        course=_word(contents.get("id")),
        lessons=tuple(LessonRecord(*_heading(section)) for section in lessons),
        quizzes=tuple(
            QuizRecord(*_heading(section), rules=_object(section.get("data-quiz")))
            for section in quizzes
        ),
        score=None if quizzes else _score(contents.get("score")),
        questions=(
            *(each for section in lessons for each in _questions(section, is_in_quiz=False)),
            *(each for section in quizzes for each in _questions(section, is_in_quiz=True)),
        ),
    )


def _root(content: bytes) -> etree._Element | None:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _heading(section: etree._Element) -> tuple[str, int, str]:
    name = _word(section.get("id"))
    if name.count("/") != 1:
        raise NotComparable(_BROKEN)
    title = section.find(".//h2")
    return name, _number(section.get("data-index")), "" if title is None else _words(title)


def _questions(section: etree._Element, *, is_in_quiz: bool) -> Iterator[QuestionRecord]:
    container = _word(section.get("id")).partition("/")[0]
    for element in section.iterfind(".//*[@data-question]"):
        # A question of a bank that is quoted in a lesson is recorded where its bank is.
        if element.get("data-quoted") is None:
            yield _question(element, container, is_in_quiz=is_in_quiz)


def _question(element: etree._Element, container: str, *, is_in_quiz: bool) -> QuestionRecord:
    key = _object(element.get("data-key"))
    kind = element.get("data-kind", "")
    options = _options(element)
    return QuestionRecord(
        name=f"{container}/{_word(key.get('id')).replace('_', '-')}",
        number=_number(key.get("index")),
        kind=kind,
        stem=_stem(element),
        parts=_gaps(element) if kind == "trous" else _parts(element),
        options=() if kind == "trous" else options,
        key=key,
        is_in_quiz=is_in_quiz,
    )


def _stem(element: etree._Element) -> str:
    # A gap is known by its place: its own words are in `parts`.
    places = ("legend[@data-stem]", "div[@class='context']", "div[@class='gaps']")
    found = (element.find(f".//{place}") for place in places)
    return " ".join(_words(each) for each in found if each is not None).strip()


def _parts(element: etree._Element) -> tuple[str, ...]:
    """Give what answers point at, whatever the kind: each kind marks its own."""
    found: dict[int, str] = {}
    for choice in element.iterfind(".//*[@data-choice-text]"):
        found[_number(choice.get("data-choice-text"))] = _words(choice)
    for place in element.iterfind(".//*[@data-place]") if not found else ():
        step, label = place.find(".//*[@data-step]"), place.find(".//label")
        shown = step if step is not None else label
        found[_number(place.get("data-place"))] = "" if shown is None else _words(shown)
    if not found:
        legends = (each.find("legend") for each in element.iterfind(".//fieldset[@data-statement]"))
        found = dict(enumerate("" if each is None else _words(each) for each in legends))
    return tuple(found[place] for place in sorted(found))


def _options(element: etree._Element) -> tuple[str, ...]:
    rows = element.find(".//select[@data-row]")
    if rows is not None:
        return _choices(rows)
    statement = element.find(".//fieldset[@data-statement]")
    degrees = [] if statement is None else statement.iterfind(".//label")
    return tuple(_words(each) for each in degrees)


def _gaps(element: etree._Element) -> tuple[str, ...]:
    gaps = element.iterfind(".//*[@data-gap]")
    return tuple("\n".join(_choices(gap)) if gap.tag == "select" else "" for gap in gaps)


def _words(element: etree._Element) -> str:
    """Give the words under an element, those of lists left out, white space folded."""
    return _BLANKS.sub(" ", " ".join(_outside_lists(element))).strip()


def _choices(select: etree._Element) -> tuple[str, ...]:
    found = {
        _number(option.get("value")): _BLANKS.sub(" ", option.text or "").strip()
        for option in select.iterfind("option")
        if option.get("value")
    }
    return tuple(found[place] for place in sorted(found))


def _outside_lists(element: etree._Element) -> list[str]:
    found = _TEXTS(element)
    return [str(text) for text in found] if isinstance(found, list) else []


def _score(value: object) -> float | None:
    """Read the score without quiz; older packages say nothing of it, and report none."""
    return float(value) if isinstance(value, int | float) else None


def _object(text: str | None) -> dict[str, object]:
    try:
        found = json.loads(text or "")
    except (ValueError, RecursionError) as fault:
        raise NotComparable(_BROKEN) from fault
    if not isinstance(found, dict):
        raise NotComparable(_BROKEN)
    return found


def _word(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise NotComparable(_BROKEN)
    return value


def _number(value: object) -> int:
    text = str(value)
    if not text.isdecimal() or len(text) > 6:
        raise NotComparable(_BROKEN)
    return int(text)
