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
class SheetFieldView:
    """A field of the project sheet; ``instance`` is the element's id, since it stands in several
    places of the page.
    """

    instance: str
    index: int
    label: str
    advice: str
    lines: int


@dataclass(frozen=True, slots=True)
class FicheView:
    """A step of the project sheet; ``fields`` are to be filled in here."""

    section: int
    title: Markup
    body: Markup
    fields: tuple[SheetFieldView, ...]


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
class SheetSectionView:
    """A section of the project sheet; ``lessons`` of the package feed it."""

    number: int
    title: str
    question: str
    done_when: str
    fields: tuple[SheetFieldView, ...]
    lessons: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    """The whole project sheet."""

    sections: tuple[SheetSectionView, ...]
    has_one_page: bool


@dataclass(frozen=True, slots=True)
class OnePageView:
    """The one-page version; ``title`` is the sheet's."""

    title: str
    fields: tuple[SheetFieldView, ...]


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
    rules: Markup
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
class Special:
    """A page that is no lesson; ``body`` is rendered, without the title.

    Attributes:
        entry: what the plan calls it.
        index: permanent number by which a state names it as a place; None for what is no place.
    """

    id: str
    entry: str
    title: str
    body: Markup
    index: int | None = None


@dataclass(frozen=True, slots=True)
class PageView:
    """The whole document.

    Attributes:
        contents: JSON for the script.
        beginning: the rendered sections up to the first lesson; ``rest`` are those after it.
    """

    language: str
    course_title: str
    title: str
    description: str
    contents: Markup
    recorder: str
    style: Markup
    lesson_count: int
    beginning: Markup
    rest: Markup
    specials: tuple[Special, ...]
    conformity: str
