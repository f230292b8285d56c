"""A question's container → ``QuestionDraft``."""

from __future__ import annotations

from scorm_export.diagnostic import Position
from tiers_lieu_mooc.model.node import Rich
from tiers_lieu_mooc.parsing.containers import Container
from tiers_lieu_mooc.parsing.identifiers import identifier_of
from tiers_lieu_mooc.parsing.markup import block_rich
from tiers_lieu_mooc.parsing.options import Options, known_options
from tiers_lieu_mooc.parsing.question.anatomy import Anatomy, Label, dissect
from tiers_lieu_mooc.parsing.question.choices import MULTIPLE_CHOICE, SINGLE_CHOICE, TRUE_FALSE
from tiers_lieu_mooc.parsing.question.gaps import GAPS, split_at_gaps
from tiers_lieu_mooc.parsing.question.labels import FIELDS, LABEL
from tiers_lieu_mooc.parsing.question.matching import MATCHING
from tiers_lieu_mooc.parsing.question.numeric import NUMERIC
from tiers_lieu_mooc.parsing.question.ordering import ORDERING
from tiers_lieu_mooc.parsing.question.raw import Kind, Raw
from tiers_lieu_mooc.parsing.question.reflection import REFLECTION
from tiers_lieu_mooc.parsing.question.self_positioning import SELF_POSITIONING
from tiers_lieu_mooc.parsing.question.short_answer import SHORT_ANSWER
from tiers_lieu_mooc.parsing.question.sorting import SORTING
from tiers_lieu_mooc.parsing.question_drafts import GapsBody, OptionValue, QuestionDraft
from tiers_lieu_mooc.parsing.references import Reference, ReferenceKind
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.typography import french
from tiers_lieu_mooc.parsing.words import fold
from tiers_lieu_mooc.rules import quiz as rules

__all__ = ["COMMON_OPTIONS", "KINDS", "question_draft"]

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        SINGLE_CHOICE,
        MULTIPLE_CHOICE,
        TRUE_FALSE,
        SHORT_ANSWER,
        NUMERIC,
        MATCHING,
        ORDERING,
        GAPS,
        SORTING,
        SELF_POSITIONING,
        REFLECTION,
    )
}
"""Every kind, in the order of the authors' guide."""

COMMON_OPTIONS = (
    "points",
    "objectifs",
    "leçon",
    "étiquettes",
    "difficulté",
    "mélanger",
    "notation",
    "essais",
    "pénalité",
    "obligatoire",
    "titre",
)
"""Options that every kind has. Source: UX §1.4; the way back to a lesson: PROGRAMME §6.3."""

_TITLE_LENGTH = 60
_KNOWN = {
    kind.name: {fold(option): option for option in (*COMMON_OPTIONS, *kind.options)}
    | {fold("leçons"): "leçon"}
    for kind in KINDS.values()
}


def question_draft(sheet: Sheet, container: Container) -> QuestionDraft:
    """Read one question; everything amiss in it is reported on the sheet."""
    kind = KINDS[container.name]
    options, first = known_options(sheet, container, _KNOWN[kind.name], LABEL)
    anatomy = dissect(sheet, first, container.last, kind.style)
    sheet.has_gaps = kind is GAPS
    stem = _stem(sheet, kind, anatomy)
    raw = Raw(sheet, kind.name, container.line, options, anatomy, stem)
    body = kind.read(raw)
    sheet.has_gaps = False
    if kind.has_stem and not stem.plain and not stem.media:
        sheet.add(rules.NO_STEM, sheet.at(container.line))
    labels = _labels(sheet, anatomy.labels)
    values = _values(options, kind)
    shown = stem.plain or (body.text.plain if isinstance(body, GapsBody) else "")
    title = french(options.text("titre")) or short_title(shown) or container.name
    return QuestionDraft(
        at=sheet.at(container.line),
        kind=kind.name,
        id=identifier_of(sheet, container, title),
        title=title,
        stem=stem,
        body=body,
        values=values,
        option_places=_places(options),
        objectives=options.words("objectifs"),
        lessons=_lessons(sheet, options),
        hints=tuple(labels.pop("hints", ())),
        **{name: texts[0] for name, texts in labels.items()},
    )


def _lessons(sheet: Sheet, options: Options) -> tuple[Reference, ...]:
    """Give the lessons that are named, by full name: a short one is of the text's own module."""
    return tuple(
        Reference(
            ReferenceKind.LESSON,
            word.text if "/" in word.text else f"{sheet.folder}/{word.text}",
            word.at,
            word.text,
        )
        for word in options.words("leçon")
    )


def _stem(sheet: Sheet, kind: Kind, anatomy: Anatomy) -> Rich:
    lines = anatomy.stem
    if kind is GAPS:
        lines = lines[: split_at_gaps(lines)]
    return block_rich(sheet, "\n".join(lines), anatomy.stem_line)


def _labels(sheet: Sheet, found: list[Label]) -> dict[str, list[Rich]]:
    """Format labelled texts by field; only hints may be several."""
    texts: dict[str, list[Rich]] = {}
    lines: dict[str, int] = {}
    for label in found:
        name = FIELDS[fold(label.name).removesuffix("s")]
        if name != "hints" and name in lines:
            at = sheet.at(label.line, 1)
            sheet.add(rules.LABEL_TWICE, at, label=label.name, first=lines[name])
        lines.setdefault(name, label.line)
        texts.setdefault(name, []).append(block_rich(sheet, "\n".join(label.lines), label.line))
    return texts


def _values(options: Options, kind: Kind) -> dict[str, OptionValue]:
    """Give the common options by model name, those that were given or differ from the model."""
    tags = tuple(french(word.text) for word in options.words("étiquettes"))
    asked: dict[str, OptionValue] = {
        "points": options.number("points"),
        "tags": tags or None,
        "difficulty": options.word("difficulté", ("facile", "moyenne", "difficile")),
        "is_shuffled": options.yes("mélanger"),
        "scoring": _scoring(options, kind),
        "penalty": options.share("pénalité"),
        "is_required": options.yes("obligatoire"),
    }
    given: dict[str, OptionValue] = {
        name: value for name, value in asked.items() if value is not None
    }
    if fold(options.text("essais")) in ("illimite", "illimites"):
        given["tries"] = None
    elif (tries := options.whole("essais")) is not None:
        given["tries"] = tries
    return {**kind.defaults, **given}


def _scoring(options: Options, kind: Kind) -> str | None:
    # « partielle » is what the authors' guide calls the default of every kind.
    if kind is ORDERING and fold(options.text("notation")) == "partielle":
        return "position"
    return options.word("notation", kind.scorings)


_MODEL_NAMES = {
    "points": "points",
    "étiquettes": "tags",
    "difficulté": "difficulty",
    "mélanger": "is_shuffled",
    "notation": "scoring",
    "essais": "tries",
    "pénalité": "penalty",
    "obligatoire": "is_required",
}


def _places(options: Options) -> dict[str, Position]:
    return {_MODEL_NAMES.get(name, name): at for name, at in options.places().items()}


def short_title(plain: str) -> str:
    """Cut a stem to the first 60 characters, at a word."""
    plain = plain.replace("\n", " ")
    if len(plain) <= _TITLE_LENGTH:
        return plain
    cut = plain[: _TITLE_LENGTH + 1].rpartition(" ")[0] or plain[:_TITLE_LENGTH]
    return cut.rstrip(" \u00a0,;:.«") + "\u00a0…"
