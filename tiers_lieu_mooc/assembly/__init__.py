"""Drafts → ``Course``: references, identifiers, media; pure."""

from __future__ import annotations

from collections.abc import Iterator

from scorm_export.diagnostic import Diagnostic
from tiers_lieu_mooc.assembly.attestation import make_attestation
from tiers_lieu_mooc.assembly.comparisons import check_comparisons
from tiers_lieu_mooc.assembly.identifiers import check_identifiers
from tiers_lieu_mooc.assembly.lessons import make_lesson
from tiers_lieu_mooc.assembly.making import Maker
from tiers_lieu_mooc.assembly.media import pack_media
from tiers_lieu_mooc.assembly.project_sheet import check_fiches, make_project_sheet
from tiers_lieu_mooc.assembly.questions import make_bank
from tiers_lieu_mooc.assembly.quotations import Quotations
from tiers_lieu_mooc.assembly.references import all_references, check_references
from tiers_lieu_mooc.assembly.releases import permanent_names
from tiers_lieu_mooc.model.course import (
    Confidence,
    Course,
    Fact,
    Lesson,
    Module,
    Objective,
    Partner,
    Released,
    ShelfLife,
    Term,
    names_in_order,
)
from tiers_lieu_mooc.model.quiz import Bank
from tiers_lieu_mooc.parsing.drafts import CourseDraft, ModuleDraft
from tiers_lieu_mooc.parsing.identifiers import is_identifier
from tiers_lieu_mooc.parsing.references import ReferenceKind
from tiers_lieu_mooc.parsing.words import slug
from tiers_lieu_mooc.rules import settings as settings_rules

__all__ = ["assemble"]

_FILES = frozenset(
    {
        ReferenceKind.PICTURE,
        ReferenceKind.RECORDING,
        ReferenceKind.CAPTIONS,
        ReferenceKind.FILE,
    }
)


def assemble(draft: CourseDraft) -> tuple[Course | None, list[Diagnostic]]:
    """Make the course of everything that parsed.

    Returns:
        The course, and what is wrong between its parts. When a finding of any stage is an error
        the course may lack the parts that are at fault; it is there so that the other checks can
        still run, not to be rendered. None when there is no ``course.yaml`` or no lesson at all.
    """
    return _Assembly(draft).run()


class _Assembly:
    def __init__(self, draft: CourseDraft) -> None:
        self._draft = draft
        self._maker = Maker()
        self._report = self._maker.report
        self._unfit: frozenset[str] = frozenset()
        self._facts = frozenset(fact.code for fact in draft.facts)

    def run(self) -> tuple[Course | None, list[Diagnostic]]:
        draft = self._draft
        self._unfit = check_identifiers(draft, self._report)
        check_references(draft, self._report)
        check_comparisons(draft, self._report)
        banks = self._banks()
        modules = tuple(self._modules(banks))
        sheet = make_project_sheet(self._maker, draft.sheet)
        check_fiches(draft, self._report)
        names = permanent_names(draft, names_in_order(modules, sheet), self._report)
        files = (each.target for each in all_references(draft) if each.kind in _FILES)
        media = pack_media(draft.tree, files, self._report)
        if draft.title is None or not any(module.lessons for module in modules):
            return None, list(self._report)
        values = {
            "id": draft.id if is_identifier(draft.id) else slug(draft.id) or "cours",
            "title": draft.title,
            "language": draft.language,
            "description": draft.description,
            "about": draft.about,
            "licence": draft.licence,
            "version": draft.version,
            "contact": draft.contact,
            "partners": self._partners(),
            "attestation": make_attestation(self._maker, draft.attestation, modules, sheet),
            "score_without_quiz": draft.score_without_quiz,
            "template": draft.template,
            "modules": modules,
            "sheet": sheet,
            "glossary": self._terms(),
            "facts": self._fact_nodes(),
            "media": media,
            "published": names,
            "provisional_from": len(draft.published),
            "released": self._released(),
        }
        return self._maker.make(Course, draft.at, values), list(self._report)

    def _banks(self) -> dict[str, Bank]:
        """Make the banks that modules use."""
        drafts = {bank.id: bank for bank in self._draft.banks}
        made: dict[str, Bank] = {}
        users: dict[str, str] = {}
        for module in self._draft.modules:
            if module.bank is None or module.bank.text not in drafts:
                continue
            name = module.bank.text
            if name in users:
                rule = settings_rules.BANK_USED_TWICE
                self._report.add(rule, module.bank.at, name=name, other=users[name])
                continue
            users[name] = module.id
            if name not in self._unfit:
                bank = make_bank(self._maker, drafts[name], self._pass_mark(module))
                made.update({} if bank is None else {name: bank})
        return made

    def _pass_mark(self, module: ModuleDraft) -> float | None:
        mark = module.pass_mark
        if mark is None or 0 <= mark <= 100:
            return mark
        self._report.add(
            settings_rules.OUT_OF_RANGE,
            module.pass_mark_at,
            key="seuil",
            value=f"{mark:g}",
            expected="de 0 à 100",
        )
        return None

    def _modules(self, banks: dict[str, Bank]) -> Iterator[Module]:
        quotations = Quotations(banks, {bank.id: bank for bank in self._draft.banks})
        given: set[str] = set()
        for draft in self._draft.modules:
            if draft.id in self._unfit:
                continue
            name = draft.bank.text if draft.bank else ""
            bank = banks.get(name) if name not in given else None
            given.add(name)
            values = {
                "id": draft.id,
                "title": draft.title,
                "objectives": tuple(
                    Objective(at=each.at, id=each.id, text=each.text) for each in draft.objectives
                ),
                "introduction": draft.introduction,
                "lessons": tuple(self._lessons(draft, quotations)),
                "bank": bank,
            }
            module = self._maker.make(Module, draft.at, values)
            if module is not None:
                yield module

    def _lessons(self, module: ModuleDraft, quotations: Quotations) -> Iterator[Lesson]:
        for draft in module.lessons:
            if f"{module.id}/{draft.id}" not in self._unfit:
                lesson = make_lesson(self._maker, draft, quotations, self._facts)
                if lesson is not None:
                    yield lesson

    def _partners(self) -> tuple[Partner, ...]:
        return tuple(
            Partner(at=each.at, name=each.name, link=each.link, logo=each.logo)
            for each in self._draft.partners
        )

    def _terms(self) -> tuple[Term, ...]:
        return tuple(
            Term(
                at=each.at,
                id=each.id,
                name=each.name,
                variants=each.variants,
                definition=each.definition,
            )
            for each in self._draft.terms
        )

    def _released(self) -> tuple[Released, ...]:
        return tuple(
            Released(at=line.at, names=line.names or (line.text,), retired_on=line.retired_on)
            for line in self._draft.published
        )

    def _fact_nodes(self) -> tuple[Fact, ...]:
        return tuple(
            Fact(
                at=each.at,
                code=each.code,
                statement=each.statement,
                source=each.source,
                date=each.date,
                confidence=Confidence(each.confidence),
                shelf_life=ShelfLife(each.shelf_life),
                read_on=each.read_on,
                expires_on=each.expires_on,
            )
            for each in self._draft.facts
        )
