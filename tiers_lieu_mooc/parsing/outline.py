"""``course.yaml`` and ``module.yaml``: how the course hangs together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scorm_export.diagnostic import Position
from tiers_lieu_mooc.model.node import Rich
from tiers_lieu_mooc.parsing.attestation import parse_attestation
from tiers_lieu_mooc.parsing.drafts import (
    AttestationDraft,
    ModuleDraft,
    ObjectiveDraft,
    PartnerDraft,
)
from tiers_lieu_mooc.parsing.fields import Fields, file_fields
from tiers_lieu_mooc.parsing.links import is_web_address
from tiers_lieu_mooc.parsing.markup import block_rich
from tiers_lieu_mooc.parsing.pointing import picture_at
from tiers_lieu_mooc.parsing.references import Word
from tiers_lieu_mooc.parsing.scaffold import report_scaffold
from tiers_lieu_mooc.parsing.setting import Scalar
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.terms import TermIndex
from tiers_lieu_mooc.parsing.typography import french
from tiers_lieu_mooc.reading import Source
from tiers_lieu_mooc.rules import settings as rules

__all__ = ["Outline", "parse_module", "parse_outline"]

_COURSE_KEYS = (
    "titre",
    "langue",
    "modules",
    "description",
    "partenaires",
    "licence",
    "version",
    "contact",
    "attestation",
    "note_sans_quiz",
    "gabarit",
    "découpage",
)
_MODULE_KEYS = ("titre", "objectifs", "leçons", "banque", "introduction", "seuil")
_PARTNER_KEYS = ("nom", "lien", "logo")
_SCORES: dict[str, float | None] = {"100": 100, "aucune": None}
_TEMPLATES = ("aucun", "tiers-lieux")
_CONTACT = re.compile(r"https?://[^\s@]+|[^\s@<>\"&?:/]+@[^\s@<>\"&?:/]+\.[a-z]{2,}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outline:
    """What ``course.yaml`` says; ``is_whole`` is false when it could not be read."""

    at: Position
    title: str
    language: str
    modules: tuple[Word, ...]
    description: str
    licence: str
    version: str
    contact: str
    partners: tuple[PartnerDraft, ...]
    attestation: AttestationDraft | None
    score_without_quiz: float | None
    template: str
    places: dict[str, Position]
    is_whole: bool


_CODE = re.compile(r"\w[\w .-]*")
"""What names an objective: lessons and questions write it between commas."""


def parse_outline(source: Source) -> tuple[Outline, Sheet]:
    """Read ``course.yaml``; its sheet holds findings and references."""
    sheet = Sheet(source)
    fields = file_fields(sheet, _COURSE_KEYS)
    title = fields.text("titre", "Un cours d’essai", is_required=True)
    modules = _bare(fields.words("modules", "\n  - accueil", is_required=True))
    if not modules and fields.is_list("modules"):
        what, command = "ce cours n’a rien à montrer", "module cours/module"
        fields.report(rules.EMPTY_LIST, "modules", key="modules", what=what, command=command)
    attestation = fields.mapping("attestation", "\n  leçons: 80")
    fields.choice("découpage", ("cours", "module"))
    outline = Outline(
        at=sheet.at(1),
        title=french(title),
        language=fields.text("langue", "fr") or "fr",
        modules=_once(sheet, modules),
        description=french(fields.text("description")),
        licence=french(fields.text("licence")),
        version=fields.text("version"),
        contact=_contact(fields),
        partners=tuple(_partners(sheet, fields)),
        attestation=None if attestation is None else parse_attestation(sheet, attestation),
        score_without_quiz=_SCORES[fields.choice("note_sans_quiz", tuple(_SCORES)) or "100"],
        template=fields.choice("gabarit", _TEMPLATES) or _TEMPLATES[0],
        places=fields.places(),
        is_whole=not fields.is_broken,
    )
    return outline, sheet


def _contact(fields: Fields) -> str:
    text = fields.text("contact")
    if text and not _CONTACT.fullmatch(text):
        expected = "une adresse électronique, ou l’adresse complète d’une page"
        fields.refuse("contact", expected, "accessibilite@example.org")
        return ""
    return text


def _partners(sheet: Sheet, fields: Fields) -> Iterator[PartnerDraft]:
    for mapping in fields.mappings("partenaires", "\n  - nom: RTES"):
        partner = Fields(sheet, mapping, _PARTNER_KEYS)
        name = partner.text("nom", "RTES", is_required=True)
        link = partner.text("lien")
        if link and not is_web_address(link):
            partner.refuse("lien", "une adresse complète", "https://example.org")
            link = ""
        logo = partner.text("logo")
        at = sheet.at(mapping.line, mapping.column)
        picture = picture_at(sheet, logo, name, partner.at("logo")) if logo else None
        yield PartnerDraft(at, french(name), link, picture.name if picture else "")


def _bare(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Take off what a file's or a folder's name ends with: the list gives names without it."""
    return tuple(Word(word.text.removesuffix(".md").rstrip("/\\"), word.at) for word in words)


def _once(sheet: Sheet, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Keep the first of each name; the others are findings."""
    first: dict[str, Word] = {}
    for word in words:
        kept = first.setdefault(word.text, word)
        if kept is not word:
            sheet.add(rules.LISTED_TWICE, word.at, name=word.text, first=kept.at.line)
    return tuple(first.values())


def parse_module(source: Source, module: str, terms: TermIndex) -> tuple[ModuleDraft, Sheet]:
    """Read one ``module.yaml``; its sheet holds findings and references."""
    sheet = Sheet(source, folder=module, terms=terms)
    report_scaffold(sheet)
    fields = file_fields(sheet, _MODULE_KEYS)
    title = fields.text("titre", "Comprendre", is_required=True)
    lessons = _bare(fields.words("leçons", "\n  - definir", is_required=True))
    if not lessons and fields.is_list("leçons"):
        what, command = "ce module n’a rien à montrer", f"lesson cours/{module}/leçon"
        fields.report(rules.EMPTY_LIST, "leçons", key="leçons", what=what, command=command)
    bank = fields.text("banque", module).removesuffix(".md")
    draft = ModuleDraft(
        at=sheet.at(1),
        id=module,
        title=french(title) or module,
        objectives=tuple(_objectives(sheet, fields)),
        introduction=_introduction(sheet, fields),
        listed=_once(sheet, lessons),
        bank=Word(bank, fields.at("banque")) if bank else None,
        pass_mark=fields.number("seuil", "60"),
        pass_mark_at=fields.at("seuil"),
        is_whole=not fields.is_broken,
    )
    return draft, sheet


def _objectives(sheet: Sheet, fields: Fields) -> Iterator[ObjectiveDraft]:
    seen: dict[str, int] = {}
    for mapping in fields.mappings("objectifs", "\n  - O1: Expliquer ce qu’est un tiers-lieu"):
        for key, value in mapping.entries:
            if _CODE.fullmatch(key.text) is None:
                fields.report(
                    rules.BAD_VALUE,
                    "objectifs",
                    key="objectifs",
                    expected="des codes faits de lettres et de chiffres",
                    value=key.text,
                    example="`- O1: Expliquer`",
                    suggestion="",
                )
            first = seen.setdefault(key.text, key.line)
            at = sheet.at(key.line, key.column, len(key.text))
            if first != key.line:
                sheet.add(rules.DUPLICATE_KEY, at, key=key.text, first=first)
            elif isinstance(value, Scalar) and value.text.strip():
                yield ObjectiveDraft(at, key.text, french(value.text.strip()))
            else:
                example = f"`{key.text}: Expliquer ce qu’est un tiers-lieu`"
                sheet.add(rules.MISSING_KEY, at, key=f"le texte de {key.text}", example=example)


def _introduction(sheet: Sheet, fields: Fields) -> Rich | None:
    text = fields.text("introduction")
    if not text:
        return None
    place = fields.at("introduction")
    # A « | » text starts on the line after its key.
    line = place.line + 1 if "\n" in text else place.line
    return block_rich(sheet, text, min(line, len(sheet.lines)))
