"""The containers of a lesson → block drafts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tiers_lieu_mooc.model.node import Rich
from tiers_lieu_mooc.parsing.containers import ASIDES, Container, Lines, Part
from tiers_lieu_mooc.parsing.drafts import (
    AsideDraft,
    BlockDraft,
    FicheDraft,
    FigureDraft,
    QuestionBlockDraft,
    QuizDraft,
    QuotationDraft,
    WebinarDraft,
)
from tiers_lieu_mooc.parsing.links import is_web_address
from tiers_lieu_mooc.parsing.markup import block_rich, inline_rich, prose
from tiers_lieu_mooc.parsing.options import free_options, known_options
from tiers_lieu_mooc.parsing.pointing import picture_at
from tiers_lieu_mooc.parsing.question import question_draft
from tiers_lieu_mooc.parsing.recordings import recording_draft
from tiers_lieu_mooc.parsing.references import Word
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.typography import french
from tiers_lieu_mooc.rules import text as rules

__all__ = ["blocks_of"]

_WITH_DETAILS = frozenset({"étude-de-cas", "déniché", "fait"})
_WEBINAR_OPTIONS = {
    "titre": "titre",
    "date": "date",
    "intervenants": "intervenants",
    "intervenantes": "intervenants",
    "intervenant": "intervenants",
    "intervenante": "intervenants",
    "replay": "replay",
    "rediffusion": "replay",
}
_FICHE_OPTIONS = {"champs": "champs", "champ": "champs"}
_NO_FICHE_OPTION = re.compile(r"(?!\W{0,3}c\W?h\W?a\W?m\W?p\W?s?\W{0,3}[:：=])", re.IGNORECASE)
"""Any other line is text: the first sentence of a step may well have a colon."""
_FIGURE_OPTIONS = {"alternative": "alternative", "legende": "légende"}


def blocks_of(sheet: Sheet, parts: Sequence[Part]) -> tuple[BlockDraft, ...]:
    """Read containers and the prose between them; unknown containers are read as plain text."""
    blocks: list[BlockDraft] = []
    for part in parts:
        if isinstance(part, Lines):
            blocks.extend(prose(sheet, part.first, part.last))
        elif part.is_question:
            question = question_draft(sheet, part)
            blocks.append(QuestionBlockDraft(sheet.at(part.line), question))
        elif not part.name:
            blocks.extend(blocks_of(sheet, part.parts))
        else:
            found = _READERS[part.name](sheet, part)
            blocks.extend([] if found is None else [found])
    return tuple(blocks)


def body_of(sheet: Sheet, container: Container, first: int) -> tuple[BlockDraft, ...]:
    """Read the blocks of a container from line ``first`` on, after its options."""
    head = container.parts[0] if container.parts else None
    if not isinstance(head, Lines):
        return blocks_of(sheet, container.parts)
    rest = Lines(max(first, head.first), head.last)
    return blocks_of(sheet, [rest, *container.parts[1:]])


def _title(sheet: Sheet, container: Container) -> Rich | None:
    text = container.argument
    return inline_rich(sheet, text, container.line) if text else None


def _aside(sheet: Sheet, container: Container) -> AsideDraft:
    details: tuple[tuple[str, str], ...] = ()
    first = container.line + 1
    if container.name in _WITH_DETAILS:
        options, first = free_options(sheet, container)
        details = tuple((french(each.key), french(each.value)) for each in options)
    return AsideDraft(
        at=sheet.at(container.line),
        name=container.name,
        title=_title(sheet, container),
        details=details,
        blocks=body_of(sheet, container, first),
    )


def _fiche(sheet: Sheet, container: Container) -> FicheDraft:
    number, _, title = container.argument.partition(" ")
    options, first = known_options(sheet, container, _FICHE_OPTIONS, _NO_FICHE_OPTION)
    blocks = body_of(sheet, container, first)
    if not (number.isascii() and number.isdigit() and 1 <= int(number[:4]) <= 12):
        _report_argument(sheet, container, "le numéro de la rubrique, de 1 à 12", "::: fiche 2")
        number, title = "1", container.argument
    heading = inline_rich(sheet, title, container.line) if title.strip() else None
    return FicheDraft(
        sheet.at(container.line), int(number), heading, options.words("champs"), blocks
    )


def _webinar(sheet: Sheet, container: Container) -> WebinarDraft:
    options, first = known_options(sheet, container, _WEBINAR_OPTIONS)
    title = container.argument or options.must("titre", "titre : Rencontre avec un fablab")
    replay = options.found.get("replay")
    if replay and not is_web_address(replay.value):
        options.refuse("replay", "une adresse complète", "https://example.org/rencontre")
    return WebinarDraft(
        at=sheet.at(container.line),
        title=french(title),
        date=french(options.text("date")),
        speakers=french(options.text("intervenants")),
        replay=options.text("replay"),
        blocks=body_of(sheet, container, first),
    )


def _figure(sheet: Sheet, container: Container) -> FigureDraft | None:
    options, first = known_options(sheet, container, _FIGURE_OPTIONS)
    description = _description(sheet, container, first)
    address, _, extra = container.argument.partition(" ")
    if not address or extra.strip():
        _report_argument(
            sheet, container, "le chemin d’une image, sans espace", "::: figure media/plan.svg"
        )
        return None
    place = sheet.find(address, container.line)
    picture = picture_at(sheet, address, french(options.text("alternative")), place)
    if picture is None:
        return None
    return FigureDraft(
        at=sheet.at(container.line),
        media=picture.name,
        alternative=picture.alternative,
        caption=_caption(sheet, options.text("légende"), container.line),
        description=description,
    )


def _caption(sheet: Sheet, text: str, line: int) -> Rich | None:
    return inline_rich(sheet, text, line) if text else None


def _description(sheet: Sheet, container: Container, first: int) -> Rich | None:
    for part in container.parts:
        if isinstance(part, Container):
            _report_misplaced(sheet, part, "placez-le avant ou après la figure")
    text = "\n".join(sheet.body[first - 1 : container.last])
    return block_rich(sheet, text, first) if text.strip() else None


def _quotation(sheet: Sheet, container: Container) -> QuotationDraft | None:
    _refuse_body(sheet, container)
    word = _argument(sheet, container)
    if word is None:
        expected, example = "la question citée", "::: question comprendre/tl-definition"
        _report_argument(sheet, container, expected, example)
        return None
    return QuotationDraft(sheet.at(container.line), word)


def _quiz(sheet: Sheet, container: Container) -> QuizDraft | None:
    _refuse_body(sheet, container)
    word = _argument(sheet, container)
    if word is None:
        _report_argument(sheet, container, "le nom de la banque", "::: quiz comprendre")
        return None
    return QuizDraft(sheet.at(container.line), word)


def _argument(sheet: Sheet, container: Container) -> Word | None:
    text = container.argument or container.identifier
    if not text or " " in text:
        return None
    return Word(text.lstrip("#"), sheet.find(text, container.line))


def _refuse_body(sheet: Sheet, container: Container) -> None:
    for line in range(container.line + 1, container.last + 1):
        if sheet.body[line - 1].strip():
            sheet.add(rules.UNEXPECTED_BODY, sheet.at(line, 1), name=container.typed)
            return


def _report_argument(sheet: Sheet, container: Container, expected: str, example: str) -> None:
    value = container.argument
    at = sheet.find(value or container.typed, container.line)
    values = {"name": container.typed, "expected": expected, "example": example}
    if value:
        sheet.add(rules.BAD_ARGUMENT, at, value=value, **values)
    else:
        sheet.add(rules.MISSING_ARGUMENT, at, **values)


def _report_misplaced(sheet: Sheet, container: Container, advice: str) -> None:
    at = sheet.at(container.line, 1)
    sheet.add(rules.MISPLACED_CONTAINER, at, name=container.typed, advice=advice)


def _recording(sheet: Sheet, container: Container) -> BlockDraft | None:
    return recording_draft(sheet, container, body_of)


_READERS: dict[str, Callable[[Sheet, Container], BlockDraft | None]] = {
    **dict.fromkeys(ASIDES.values(), _aside),
    "fiche": _fiche,
    "webinaire": _webinar,
    "vidéo": _recording,
    "audio": _recording,
    "figure": _figure,
    "question": _quotation,
    "quiz": _quiz,
}
