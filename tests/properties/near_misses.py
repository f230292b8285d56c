"""What becomes of the texts of a course: the course, what is found, what is shown."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from pydantic import BaseModel

from scorm_export.diagnostic import Diagnostic, Report, Severity
from tests.properties.constructs import BANK, MEDIA
from tests.support.model_values import values_in
from tiers_lieu_mooc.assembly import assemble
from tiers_lieu_mooc.linting import lint
from tiers_lieu_mooc.model.course import Course
from tiers_lieu_mooc.model.node import Rich
from tiers_lieu_mooc.parsing import parse
from tiers_lieu_mooc.reading import MediaSource, SourceTree
from tiers_lieu_mooc.reading.decoding import decode

TODAY = datetime.date(2026, 11, 23)


@dataclass(frozen=True)
class Outcome:
    """What became of a course: itself, None where nothing whole is left, and what was found."""

    course: Course | None
    found: tuple[Diagnostic, ...]


def outcome_of(texts: Mapping[str, str]) -> Outcome:
    """Take texts through every stage that reads or judges them."""
    report = Report()
    read = {
        name: decode(text.encode(), f"courses/essai/{name}", name, report)
        for name, text in texts.items()
        if name != BANK
    }
    bank = decode(texts[BANK].encode(), BANK, "b.md", report)
    tree = SourceTree(
        course="essai",
        path="courses/essai",
        banks_path="quizzes",
        texts={name: source for name, source in read.items() if source is not None},
        banks={} if bank is None else {"b": bank},
        media={
            name: MediaSource(f"courses/essai/{name}", name, data) for name, data in MEDIA.items()
        },
    )
    draft, in_text = parse(tree)
    course, assembled = assemble(draft)
    linted = lint(course, TODAY, texts, is_advice_wanted=False) if course else []
    found = [*report, *in_text, *assembled, *linted]
    return Outcome(course, tuple(found))


def told(outcome: Outcome) -> list[Diagnostic]:
    """Give what an author is told without asking for advice."""
    return [each for each in outcome.found if each.severity is not Severity.INFO]


_TAG = re.compile(r"<(/?\w+)([^<>]*)>")
_MARKS = re.compile(
    r"\*\*|\[\[|\]\]|\]\(|\{\{|\}\}|:::|\|-|-\||\[ ?x?\]|\[\^|\[@|`|\{|\}|<\w"
    r"|^ *(?:[-*>|]|#+|\d+[.)]) ",
    re.MULTILINE,
)


def letters(text: str) -> str:
    """Give what an edit of prose leaves of a text: its letters and digits."""
    return re.sub(r"\W", "", unescape(text))


def shape_of(value: object) -> object:
    """Give what a course says and how, without places and without what stands between words."""
    if isinstance(value, Rich):
        html = str(value.html)
        tags = [(found[1], letters(found[2])) for found in _TAG.finditer(html)]
        return tags, [letters(text) for text in re.split(r"<[^<>]*>", html) if letters(text)]
    if isinstance(value, BaseModel):
        names = type(value).model_fields
        return type(value).__name__, [
            (name, shape_of(getattr(value, name))) for name in names if name != "at"
        ]
    if isinstance(value, tuple | list):
        if value and all(isinstance(each, tuple) and not isinstance(each, Rich) for each in value):
            return letters(
                "".join("".join(each) for each in value)
            )  # the labels that an author made up
        return [shape_of(each) for each in value]
    if isinstance(value, Mapping):
        return [(key, shape_of(each)) for key, each in value.items()]
    return letters(value) if isinstance(value, str) else repr(value)


def strings_in(value: object) -> Iterator[str]:
    """Give every text that a course shows, without its markup."""
    for each in values_in(value):
        if isinstance(each, Rich):
            yield re.sub(r"<code>.*?</code>|<[^<>]*>", "", str(each.html), flags=re.DOTALL)
        elif isinstance(each, str):
            yield re.sub("[{}]", "", each)


def marks_in(course: Course) -> int:
    """Count the signs of Markdown that a course shows as they are."""
    return sum(len(_MARKS.findall(text)) for text in strings_in(course))
