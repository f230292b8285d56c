"""Text → drafts: pure, and every draft knows its lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, MutableMapping
from dataclasses import replace
from typing import TypeVar

from scorm_export.diagnostic import Diagnostic, Position, Report
from tiers_lieu_mooc.model.node import Rich
from tiers_lieu_mooc.parsing.about import parse_about
from tiers_lieu_mooc.parsing.bank import parse_bank
from tiers_lieu_mooc.parsing.credits import check_credits, is_credits
from tiers_lieu_mooc.parsing.drafts import (
    BankDraft,
    CourseDraft,
    FactDraft,
    LessonDraft,
    ModuleDraft,
    ProjectSheetDraft,
    ReleasedDraft,
    TermDraft,
)
from tiers_lieu_mooc.parsing.facts import parse_facts
from tiers_lieu_mooc.parsing.glossary import parse_glossary
from tiers_lieu_mooc.parsing.lesson import parse_lesson
from tiers_lieu_mooc.parsing.outline import parse_module, parse_outline
from tiers_lieu_mooc.parsing.project_sheet import parse_project_sheet
from tiers_lieu_mooc.parsing.references import Reference, Word
from tiers_lieu_mooc.parsing.released import released_lines
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.terms import TermIndex, term_index
from tiers_lieu_mooc.parsing.words import did_you_mean
from tiers_lieu_mooc.reading import Source, SourceTree
from tiers_lieu_mooc.rules import source as rules

__all__ = ["CourseDraft", "Memory", "parse"]

Memory = MutableMapping[object, object]
"""Drafts of texts seen before. Parsing a text is a pure function of it, so a caller that parses
the same course again and again, like the preview, may keep them."""

_Draft = TypeVar("_Draft", LessonDraft, BankDraft)


def parse(tree: SourceTree, memory: Memory | None = None) -> tuple[CourseDraft, list[Diagnostic]]:
    """Parse everything that was read.

    Args:
        tree: the texts.
        memory: drafts of texts that were parsed before, used and filled; never needed.

    Returns:
        What could be parsed, and every finding of the texts, each on its own.
    """
    return _Parsing(tree, memory).run()


class _Parsing:
    def __init__(self, tree: SourceTree, memory: Memory | None) -> None:
        self._tree = tree
        self._memory = memory
        self._report = Report()
        self._references: list[Reference] = []
        self._terms: object = None
        self._present: dict[str, set[str]] = {}
        for name in tree.texts:
            folder, _, file = name.partition("/")
            if file.endswith(".md"):
                self._present.setdefault(folder, set()).add(file.removesuffix(".md"))

    def run(self) -> tuple[CourseDraft, list[Diagnostic]]:
        terms = self._glossary()
        index = term_index(terms)
        if self._memory is not None:
            # One object for equal glossaries, so that comparing keys costs nothing.
            names = frozenset(index.items())
            self._terms = self._memory.setdefault(names, names)
        facts = self._facts(index)
        self._credits()
        draft, listed = self._outline()
        modules = tuple(self._modules(listed, index))
        if draft.title is not None:
            self._report_unlisted_modules(listed)
        draft = replace(
            draft,
            modules=modules,
            banks=tuple(self._banks(modules, index)),
            terms=terms,
            facts=facts,
            about=self._about(index),
            sheet=self._project_sheet(),
            references=tuple(self._references),
            published=self._published(),
        )
        return draft, list(self._report)

    def _outline(self) -> tuple[CourseDraft, tuple[Word, ...]]:
        """Read ``course.yaml``: the draft to fill (no title when it is absent), the modules."""
        tree = self._tree
        draft = CourseDraft(at=Position(tree.path), tree=tree, id=tree.course, title=None)
        source = tree.texts.get("course.yaml")
        if source is None:
            return draft, ()
        outline, sheet = parse_outline(source)
        self._take(sheet)
        draft = replace(
            draft,
            at=outline.at,
            title=outline.title or tree.course,
            language=outline.language,
            description=outline.description,
            licence=outline.licence,
            version=outline.version,
            contact=outline.contact,
            partners=outline.partners,
            attestation=outline.attestation,
            score_without_quiz=outline.score_without_quiz,
            template=outline.template,
            places=outline.places,
        )
        return draft, outline.modules if outline.is_whole else self._words(self._folders())

    def _take(self, sheet: Sheet) -> None:
        self._report.extend(sheet.report)
        self._references.extend(sheet.references)

    def _credits(self) -> None:
        for name, source in self._tree.texts.items():
            if is_credits(name):
                self._take(check_credits(source))

    def _glossary(self) -> tuple[TermDraft, ...]:
        source = self._tree.texts.get("glossaire.md")
        if source is None:
            return ()
        terms, sheet = parse_glossary(source)
        self._take(sheet)
        return terms

    def _about(self, index: TermIndex) -> Rich | None:
        source = self._tree.texts.get("a-propos.md")
        if source is None:
            return None
        text, sheet = parse_about(source, index)
        self._take(sheet)
        return text

    def _facts(self, index: TermIndex) -> tuple[FactDraft, ...]:
        source = self._tree.texts.get("faits.yaml")
        if source is None:
            return ()
        facts, sheet = parse_facts(source, index)
        self._take(sheet)
        return facts

    def _project_sheet(self) -> ProjectSheetDraft | None:
        source = self._tree.texts.get("fiche.yaml")
        if source is None:
            return None
        draft, sheet = parse_project_sheet(source)
        self._take(sheet)
        return draft

    def _published(self) -> tuple[ReleasedDraft, ...]:
        source = self._tree.texts.get("published-ids.txt")
        return () if source is None else tuple(released_lines(source))

    # Modules and lessons

    def _modules(self, listed: tuple[Word, ...], index: TermIndex) -> Iterator[ModuleDraft]:
        for word in listed:
            file = f"{word.text}/module.yaml"
            source = self._tree.texts.get(file)
            if source is not None:
                module, sheet = parse_module(source, word.text, index)
                self._take(sheet)
                if not module.is_whole:
                    module = replace(
                        module, listed=self._words(sorted(self._present.get(module.id, ())))
                    )
                lessons = tuple(self._lessons(module, index))
                yield replace(module, lessons=lessons)
            elif f"{self._tree.path}/{file}" not in self._tree.unread:
                suggestion = did_you_mean(word.text, self._folders(), in_brackets=True)
                self._report.add(
                    rules.MISSING_MODULE,
                    word.at,
                    name=word.text,
                    file=f"{self._tree.path}/{file}",
                    suggestion=suggestion,
                )

    def _folders(self) -> tuple[str, ...]:
        names = (name.partition("/") for name in self._tree.texts)
        return tuple(folder for folder, _, rest in names if rest == "module.yaml")

    def _words(self, names: Iterable[str]) -> tuple[Word, ...]:
        """Stand in for a list that could not be read, so that what it names is still parsed."""
        return tuple(Word(name, Position(self._tree.path)) for name in names)

    def _report_unlisted_modules(self, listed: tuple[Word, ...]) -> None:
        names = {word.text for word in listed}
        for folder in self._folders():
            if folder not in names:
                at = Position(f"{self._tree.path}/{folder}")
                file = f"{self._tree.path}/course.yaml"
                self._report.add(rules.UNLISTED_MODULE, at, name=folder, file=file)

    def _lessons(self, module: ModuleDraft, index: TermIndex) -> Iterator[LessonDraft]:
        prefix = f"{module.id}/"
        present = self._present.get(module.id, set())
        for word in module.listed:
            source = self._tree.texts.get(f"{prefix}{word.text}.md")
            if source is not None:
                name = word.text
                lesson = self._remembered(
                    ("lesson", name),
                    source,
                    lambda: parse_lesson(source, module.id, name, index),  # noqa: B023 (called now)
                )
                self._report.extend(lesson.found)
                yield lesson
            else:
                self._report_missing_lesson(module, word, present)
        for name in sorted(present - {word.text for word in module.listed}):
            at = Position(f"{self._tree.path}/{prefix}{name}.md")
            file = f"{self._tree.path}/{prefix}module.yaml"
            self._report.add(rules.UNLISTED_LESSON, at, name=name, file=file)

    def _report_missing_lesson(self, module: ModuleDraft, word: Word, present: set[str]) -> None:
        file = f"{self._tree.path}/{module.id}/{word.text}.md"
        if file not in self._tree.unread:
            free = sorted(present - {each.text for each in module.listed})
            suggestion = did_you_mean(word.text, free, in_brackets=True)
            self._report.add(
                rules.MISSING_LESSON, word.at, name=word.text, file=file, suggestion=suggestion
            )

    # Banks

    def _banks(self, modules: tuple[ModuleDraft, ...], index: TermIndex) -> Iterator[BankDraft]:
        folders = {module.bank.text: module.id for module in reversed(modules) if module.bank}
        # A module that could not be read names a bank all the same: that of its name, by custom.
        broken = [module.id for module in modules if not module.is_whole]
        folders = {**{name: name for name in broken}, **folders}
        for name, source in self._tree.banks.items():
            folder = folders.get(name, "")
            if name not in folders and not broken:
                self._report.add(rules.UNLISTED_BANK, Position(source.path), name=name)
            bank = self._remembered(
                ("bank", name, folder),
                source,
                lambda: parse_bank(source, name, folder, index),  # noqa: B023 (called now)
            )
            self._report.extend(bank.found)
            yield bank
        self._report_missing_banks(modules)

    def _report_missing_banks(self, modules: tuple[ModuleDraft, ...]) -> None:
        for module in modules:
            if module.bank is None or module.bank.text in self._tree.banks:
                continue
            file = f"{self._tree.banks_path}/{module.bank.text}.md"
            if file not in self._tree.unread:
                self._report.add(
                    rules.MISSING_BANK,
                    module.bank.at,
                    name=module.bank.text,
                    file=file,
                    suggestion=did_you_mean(
                        module.bank.text, sorted(self._tree.banks), in_brackets=True
                    ),
                )

    def _remembered(
        self, key: tuple[str, ...], source: Source, make: Callable[[], _Draft]
    ) -> _Draft:
        """Give the draft that this text made before; it depends on the text and the terms only."""
        if self._memory is None:
            return make()
        text = (source.path, source.name, source.text, tuple(source.originals.items()))
        whole = (key, text, self._terms)
        draft = self._memory.get(whole)
        if draft is None:
            draft = self._memory[whole] = make()
        return draft  # type: ignore[return-value]  # the key's first word says which draft it is
