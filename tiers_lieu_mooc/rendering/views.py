"""What each template sees: one frozen value each, its whole context."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class FigureView:
    """A picture; ``image`` is the complete element."""

    image: Markup
    caption: Markup
    description: Markup


@dataclass(frozen=True, slots=True)
class AsideView:
    """A framed part; ``name`` is the container's ASCII name, for style and default title."""

    name: str
    title: Markup
    details: tuple[tuple[str, str], ...]
    body: Markup


@dataclass(frozen=True, slots=True)
class FicheView:
    """A step of the project sheet."""

    section: int
    title: Markup
    body: Markup


@dataclass(frozen=True, slots=True)
class RecordingView:
    """A video or sound file; ``captions`` is "" for sound."""

    is_video: bool
    title: str
    source: str
    captions: str
    duration: str
    transcript: Markup


@dataclass(frozen=True, slots=True)
class WebinarView:
    """A live session that has a date."""

    title: str
    date: str
    speakers: str
    replay: str
    body: Markup


@dataclass(frozen=True, slots=True)
class Link:
    """A place of the page and its name."""

    target: str
    title: str


@dataclass(frozen=True, slots=True)
class LessonView:
    """A lesson; ``body`` is its rendered blocks."""

    id: str
    index: int
    module: str
    title: str
    minutes: int
    body: Markup
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class ModuleView:
    """What stands before a module's lessons."""

    id: str
    title: str
    objectives: tuple[str, ...]
    introduction: Markup
    lessons: tuple[Link, ...]
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class QuizView:
    """A module's quiz.

    Attributes:
        rules: JSON for the script.
        drawn: how many questions it asks.
        has_corrections: whether the result says what was right and wrong.
        reminders: how many questions of earlier modules are proposed before it.
        candidates: those to choose from where the page does not hold the earlier modules.
    """

    id: str
    index: int
    title: str
    rules: str
    introduction: Markup
    drawn: int
    pass_mark: str
    attempts: int | None
    is_immediate: bool
    has_corrections: bool
    reminders: int
    candidates: tuple[Markup, ...]
    questions: tuple[Markup, ...]
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class TermView:
    """A glossary entry; ``variants`` are its other names."""

    id: str
    name: str
    variants: tuple[str, ...]
    definition: Markup


@dataclass(frozen=True, slots=True)
class FactView:
    """A source; ``is_to_confirm`` where nobody has opened it yet."""

    code: str
    statement: Markup
    source: Markup
    date: str
    confidence: str
    is_to_confirm: bool


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A lesson or quiz in the course plan, with its permanent number."""

    target: str
    title: str
    detail: str
    index: int
    is_quiz: bool = False


@dataclass(frozen=True, slots=True)
class PlanModule:
    """A module in the course plan."""

    target: str
    title: str
    entries: tuple[PlanEntry, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """Everything that the page holds, in order."""

    modules: tuple[PlanModule, ...]
    specials: tuple[Special, ...]


@dataclass(frozen=True, slots=True)
class PartnerView:
    """An organisation with its logo (the complete element, or nothing)."""

    name: str
    link: str
    logo: Markup


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The terms that the page explains."""

    terms: tuple[TermView, ...]


@dataclass(frozen=True, slots=True)
class SourcesView:
    """The facts that the page cites."""

    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class AboutView:
    """What there is to know of the course itself."""

    description: str
    partners: tuple[PartnerView, ...]
    licence: str
    version: str


@dataclass(frozen=True, slots=True)
class Special:
    """A page that is no lesson; ``body`` is rendered, without the title.

    Attributes:
        entry: what the plan calls it.
    """

    id: str
    entry: str
    title: str
    body: Markup


@dataclass(frozen=True, slots=True)
class StatementView:
    """What is known of the page's accessibility; ``verdict`` is "" before any audit.

    Attributes:
        checks: what is checked automatically.
        done, undone: what people have tried, with the date, and what nobody has yet.
        contact: an address, of e-mail or of a page; "" when the author gives none.
    """

    course: str
    publishers: str
    standard: str
    reviewed_on: str
    verdict: str
    audited_on: str
    auditor: str
    rate: str
    tools: str
    checks: tuple[str, ...]
    done: tuple[str, ...]
    undone: tuple[str, ...]
    limits: tuple[str, ...]
    contact: str


@dataclass(frozen=True, slots=True)
class PageView:
    """The whole document; ``sections`` are rendered, ``contents`` is JSON for the script."""

    language: str
    course_title: str
    title: str
    description: str
    contents: str
    recorder: str
    style: Markup
    lesson_count: int
    sections: Markup
    specials: tuple[Special, ...]
    conformity: str
