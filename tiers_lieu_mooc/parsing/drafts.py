"""What parsing makes: unvalidated values, each with its place; references not yet checked."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from scorm_export.diagnostic import Diagnostic, Position
from tiers_lieu_mooc.model.node import Rich
from tiers_lieu_mooc.parsing.question_drafts import OptionValue, QuestionDraft
from tiers_lieu_mooc.parsing.references import Reference, Word
from tiers_lieu_mooc.reading import SourceTree

# Lessons


@dataclass(frozen=True, slots=True)
class ProseDraft:
    """Ordinary Markdown."""

    at: Position
    text: Rich


@dataclass(frozen=True, slots=True)
class FigureDraft:
    """A picture."""

    at: Position
    media: str
    alternative: str
    caption: Rich | None = None
    description: Rich | None = None


@dataclass(frozen=True, slots=True)
class AsideDraft:
    """A framed part of a lesson."""

    at: Position
    name: str
    title: Rich | None
    details: tuple[tuple[str, str], ...]
    blocks: tuple[BlockDraft, ...]


@dataclass(frozen=True, slots=True)
class FicheDraft:
    """A step of the project sheet; ``fields`` are those named by the author."""

    at: Position
    section: int
    title: Rich | None
    fields: tuple[Word, ...]
    blocks: tuple[BlockDraft, ...]


@dataclass(frozen=True, slots=True)
class RecordingDraft:
    """A video or sound file."""

    at: Position
    name: str
    title: str
    media: str
    captions: str | None
    duration: str
    transcript: tuple[BlockDraft, ...]


@dataclass(frozen=True, slots=True)
class WebinarDraft:
    """A live session."""

    at: Position
    title: str
    date: str
    speakers: str
    replay: str
    blocks: tuple[BlockDraft, ...]


@dataclass(frozen=True, slots=True)
class QuestionBlockDraft:
    """A question written in a lesson."""

    at: Position
    question: QuestionDraft


@dataclass(frozen=True, slots=True)
class QuotationDraft:
    """A question of a bank shown in a lesson; ``name`` is ``bank/question`` as typed."""

    at: Position
    name: Word


@dataclass(frozen=True, slots=True)
class QuizDraft:
    """A whole quiz placed in a lesson."""

    at: Position
    bank: Word


BlockDraft = (
    ProseDraft
    | FigureDraft
    | AsideDraft
    | FicheDraft
    | RecordingDraft
    | WebinarDraft
    | QuestionBlockDraft
    | QuotationDraft
    | QuizDraft
)


@dataclass(frozen=True, slots=True)
class LessonDraft:
    """One lesson file.

    Attributes:
        minutes: None when the header has no usable duration.
        references: in reading order, citations of facts included.
        found: what parsing this file alone had to say.
    """

    at: Position
    id: str
    module: str
    title: str
    minutes: int | None
    objectives: tuple[Word, ...]
    blocks: tuple[BlockDraft, ...]
    references: tuple[Reference, ...]
    found: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class DrawDraft:
    """How many questions to take, from a tag or from all."""

    at: Position
    tag: str | None
    count: int


@dataclass(frozen=True, slots=True)
class BankDraft:
    """One bank file; ``values`` and ``places`` are header settings by model name."""

    at: Position
    id: str
    title: str
    values: Mapping[str, OptionValue]
    places: Mapping[str, Position]
    draws: tuple[DrawDraft, ...]
    introduction: Rich | None
    questions: tuple[QuestionDraft, ...]
    references: tuple[Reference, ...]
    found: tuple[Diagnostic, ...]


# The course


@dataclass(frozen=True, slots=True)
class ObjectiveDraft:
    """What learners will be able to do."""

    at: Position
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class ModuleDraft:
    """One module folder; ``listed`` are the names of its lessons as written.

    ``is_whole`` is false when ``module.yaml`` could not be read: the list is not known then.
    """

    at: Position
    id: str
    title: str
    objectives: tuple[ObjectiveDraft, ...]
    introduction: Rich | None
    listed: tuple[Word, ...]
    bank: Word | None
    pass_mark: float | None
    pass_mark_at: Position
    is_whole: bool = True
    lessons: tuple[LessonDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class TermDraft:
    """A glossary entry."""

    at: Position
    id: str
    name: str
    variants: tuple[str, ...]
    definition: Rich


@dataclass(frozen=True, slots=True)
class FactDraft:
    """A dated fact."""

    at: Position
    code: str
    statement: Rich
    source: str
    date: str
    confidence: str
    shelf_life: str
    read_on: datetime.date
    expires_on: datetime.date | None


@dataclass(frozen=True, slots=True)
class PartnerDraft:
    """An organisation that carries the course."""

    at: Position
    name: str
    link: str
    logo: str


@dataclass(frozen=True, slots=True)
class SheetFieldDraft:
    """Something to write in the project sheet."""

    at: Position
    id: Word
    label: str
    advice: str
    lines: int | None
    lines_at: Position
    is_on_one_page: bool


@dataclass(frozen=True, slots=True)
class SheetSectionDraft:
    """A section of the project sheet."""

    at: Position
    title: str
    question: str
    done_when: str
    fields: tuple[SheetFieldDraft, ...]


@dataclass(frozen=True, slots=True)
class ProjectSheetDraft:
    """``fiche.yaml``; ``is_whole`` is false when it could not be read."""

    at: Position
    title: str
    sections: tuple[SheetSectionDraft, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class ReleasedDraft:
    """A line of ``published-ids.txt``.

    Attributes:
        text: the line as written.
        names: every name that its number had, the one in force last; () when it is no such line.
        retired_on: the day on which what it named was withdrawn for good; None: it is in use.
    """

    at: Position
    text: str
    names: tuple[str, ...]
    retired_on: datetime.date | None

    @property
    def name(self) -> str:
        """The name in force; what is written there when that is no name."""
        return self.names[-1] if self.names else self.text


@dataclass(frozen=True, slots=True)
class AttestationDraft:
    """What earns the attestation; ``values`` and ``places`` are settings by model name.

    Attributes:
        self_positionings: full names as written; None when nothing was written.
    """

    at: Position
    values: Mapping[str, OptionValue]
    places: Mapping[str, Position]
    self_positionings: tuple[Word, ...] | None


@dataclass(frozen=True, slots=True)
class CourseDraft:
    """Everything that parsed.

    Attributes:
        tree: what was read, for media and for names of files that exist.
        attestation: None when the course states no rule.
        template: value of ``LessonTemplate`` in the model.
        about: None when there is no ``a-propos.md``.
        sheet: None when there is no ``fiche.yaml``.
        references: of the glossary, the facts, the modules and the course itself.
        published: lines of ``published-ids.txt``, in order: a line's number is a permanent one.
    """

    at: Position
    tree: SourceTree
    id: str
    title: str | None
    language: str = "fr"
    description: str = ""
    licence: str = ""
    version: str = ""
    contact: str = ""
    partners: tuple[PartnerDraft, ...] = ()
    attestation: AttestationDraft | None = None
    score_without_quiz: float | None = 100
    template: str = "aucun"
    places: Mapping[str, Position] = field(default_factory=dict)
    modules: tuple[ModuleDraft, ...] = ()
    banks: tuple[BankDraft, ...] = ()
    terms: tuple[TermDraft, ...] = ()
    facts: tuple[FactDraft, ...] = ()
    about: Rich | None = None
    sheet: ProjectSheetDraft | None = None
    references: tuple[Reference, ...] = ()
    published: tuple[ReleasedDraft, ...] = ()
