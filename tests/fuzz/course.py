"""A small course of every construct, with some of its texts replaced, through every stage."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from scorm_export.diagnostic import Diagnostic, Report, by_place, has_errors
from tests.properties.constructs import BANK, FILES, LESSON, MEDIA
from tiers_lieu_mooc.assembly import assemble
from tiers_lieu_mooc.building import Workshop, outputs_of
from tiers_lieu_mooc.linting import lint
from tiers_lieu_mooc.parsing import parse
from tiers_lieu_mooc.reading import MediaSource, SourceTree
from tiers_lieu_mooc.reading.decoding import decode
from tiers_lieu_mooc.targets import Split, Target

TODAY = datetime.date(2026, 11, 23)
HEADER = "---\ntitre: Un\ndurée: 1 min\nobjectifs: O1\n---\n\n"
QUESTION = "::: vrai-faux #sure\nobjectifs : O1\n\nUne phrase.\n\n- [x] Vrai\n- [ ] Faux\n:::\n"
TEXTS = {
    **FILES,
    LESSON: f"{HEADER}Un texte.\n",
    BANK: f"---\ntitre: Quiz\n---\n\n{QUESTION}",
}
"""The texts of a sound course by name."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a course.

    Attributes:
        found: every finding, sorted by place.
        page: the whole course as one page; None when errors forbid to build it.
    """

    found: tuple[Diagnostic, ...]
    page: str | None


def outcome_of(changed: Mapping[str, str], media: Mapping[str, bytes] = MEDIA) -> Outcome:
    """Take a course through every stage, from bytes to its page where it can be built.

    Args:
        changed: texts that replace those of the sound course, by name.
    """
    report = Report()
    texts = {**TEXTS, **changed}
    decoded = {
        name: decode(text.encode("utf-8", "replace"), name, name, report)
        for name, text in texts.items()
    }
    read = {name: source for name, source in decoded.items() if source is not None}
    bank = read.pop(BANK, None)
    tree = SourceTree(
        course="essai",
        path="courses/essai",
        banks_path="quizzes",
        texts=read,
        banks={} if bank is None else {"b": bank},
        media={name: MediaSource(name, name, data) for name, data in media.items()},
    )
    draft, in_text = parse(tree)
    course, assembled = assemble(draft)
    sources = {each.path: each.text for each in (*tree.texts.values(), *tree.banks.values())}
    linted = lint(course, TODAY, sources) if course else []
    found = tuple(by_place([*report, *in_text, *assembled, *linted]))
    if course is None or has_errors(found):
        return Outcome(found, None)
    output = outputs_of(course, [Target.WEB], [Split.COURSE])[0]
    return Outcome(found, Workshop(course).make(output).files["index.html"].decode())
