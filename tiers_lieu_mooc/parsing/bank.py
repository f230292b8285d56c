"""A bank's text → ``BankDraft``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tiers_lieu_mooc.model.node import Rich
from tiers_lieu_mooc.parsing.containers import Container, Lines, Part, parts_of
from tiers_lieu_mooc.parsing.drafts import BankDraft, DrawDraft
from tiers_lieu_mooc.parsing.fields import Fields
from tiers_lieu_mooc.parsing.header import header_of
from tiers_lieu_mooc.parsing.markup import block_rich
from tiers_lieu_mooc.parsing.question import question_draft
from tiers_lieu_mooc.parsing.question_drafts import OptionValue, QuestionDraft
from tiers_lieu_mooc.parsing.scaffold import report_scaffold
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.slips import mend_slips
from tiers_lieu_mooc.parsing.terms import TermIndex
from tiers_lieu_mooc.parsing.typography import french
from tiers_lieu_mooc.parsing.words import fold
from tiers_lieu_mooc.reading import Source
from tiers_lieu_mooc.rules import quiz as rules
from tiers_lieu_mooc.rules import text as text_rules

__all__ = ["parse_bank"]

_KEYS = ("titre", "seuil", "tentatives", "retour", "mélanger", "tirage", "rappel")
_DRAW_KEYS = ("étiquette", "nombre")
_YES_NO = {"oui": 1, "non": 0}
_MODEL_NAMES = {
    "seuil": "pass_mark",
    "tentatives": "attempts",
    "retour": "correction",
    "mélanger": "is_shuffled",
    "rappel": "reminders",
}


def parse_bank(source: Source, bank: str, folder: str, terms: TermIndex) -> BankDraft:
    """Read one bank; ``folder`` is the module whose ``media`` its pictures come from."""
    sheet = Sheet(source, folder=folder, terms=terms)
    report_scaffold(sheet)
    fields, first = header_of(sheet, _KEYS, "titre: Quiz du module 1")
    title = fields.text("titre", "Quiz du module 1", is_required=True)
    values = _values(fields)
    draws = tuple(_draws(sheet, fields))
    mend_slips(sheet, first)
    parts = parts_of(sheet, first)
    introduction = _introduction(sheet, parts)
    questions = tuple(_questions(sheet, parts))
    if not questions and source.text.strip():
        sheet.add(rules.EMPTY_BANK, sheet.at(1))
    places = {_MODEL_NAMES.get(key, key): at for key, at in fields.places().items()}
    return BankDraft(
        at=sheet.at(1),
        id=bank,
        title=french(title) or bank,
        values=values,
        places=places,
        draws=draws,
        introduction=introduction,
        questions=questions,
        references=tuple(sheet.references),
        found=sheet.report.found,
    )


def _values(fields: Fields) -> dict[str, OptionValue]:
    asked: dict[str, OptionValue] = {
        "pass_mark": fields.number("seuil", "60"),
        "correction": fields.choice("retour", ("immédiat", "à la fin", "jamais")),
    }
    values: dict[str, OptionValue] = {
        name: value for name, value in asked.items() if value is not None
    }
    if fold(fields.text("tentatives")) in ("illimite", "illimitees", "illimite-e-s"):
        values["attempts"] = None
    elif (attempts := fields.whole("tentatives", "3")) is not None:
        values["attempts"] = attempts
    if (said := fold(fields.text("rappel"))) in _YES_NO:
        values["reminders"] = _YES_NO[said]
    elif (reminders := fields.whole("rappel", "1")) is not None:
        values["reminders"] = reminders
    shuffled = fields.choice("mélanger", ("questions", "oui", "non"))
    if shuffled is not None:
        values["is_shuffled"] = shuffled != "non"
    return values


def _draws(sheet: Sheet, fields: Fields) -> Iterator[DrawDraft]:
    if not fields.is_list("tirage"):
        count = fields.whole("tirage", "6")
        if count is not None:
            yield DrawDraft(fields.at("tirage"), None, count)
        return
    for mapping in fields.mappings("tirage", "6"):
        draw = Fields(sheet, mapping, _DRAW_KEYS)
        tag = draw.text("étiquette", "gouvernance", is_required=True)
        draw.text("nombre", "3", is_required=True)
        count = draw.whole("nombre", "3")
        if tag and count is not None:
            yield DrawDraft(draw.at("nombre"), french(tag), count)


def _introduction(sheet: Sheet, parts: Sequence[Part]) -> Rich | None:
    if not parts or not isinstance(parts[0], Lines):
        return None
    lines = parts[0]
    text = "\n".join(sheet.body[lines.first - 1 : lines.last])
    return block_rich(sheet, text, lines.first) if text.strip() else None


def _questions(sheet: Sheet, parts: Sequence[Part]) -> Iterator[QuestionDraft]:
    for index, part in enumerate(parts):
        if isinstance(part, Lines):
            if index:
                _refuse_text(sheet, part)
        elif part.is_question:
            yield question_draft(sheet, part)
        elif part.name:
            _refuse_container(sheet, part)


def _refuse_text(sheet: Sheet, lines: Lines) -> None:
    for number in range(lines.first, lines.last + 1):
        text = sheet.lines[number - 1]
        if text.strip():
            sheet.add(rules.TEXT_BETWEEN_QUESTIONS, sheet.at(number, 1, len(text)))
            return


def _refuse_container(sheet: Sheet, container: Container) -> None:
    advice = "une banque ne contient que des questions : déplacez ce bloc dans une leçon"
    at = sheet.at(container.line, 1)
    sheet.add(text_rules.MISPLACED_CONTAINER, at, name=container.typed, advice=advice)
