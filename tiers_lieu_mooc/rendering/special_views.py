"""What each template of a special page sees: one frozen value each, its whole context."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


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
    text: Markup
    partners: tuple[PartnerView, ...]
    licence: str
    version: str


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
class Missing:
    """A link to something that may not be done yet; ``index`` is its permanent number."""

    target: str
    title: str
    index: int


@dataclass(frozen=True, slots=True)
class AttestationView:
    """What earns the attestation, and what it says.

    Attributes:
        rule: JSON for the script, about the whole course.
        lessons, mean, minimum: percents; ``mean`` is "" without quizzes, ``minimum`` when any
            score will do.
        placed: the titles of the self-positionings in a sentence; there are ``placed_count``.
        rubrics: how many sections of the project sheet are to be begun.
        notice: why it is not open yet, "" for no reason given.
        is_whole: whether nothing of the course is in another package.
        missing_lessons, missing_quizzes, missing_placed: links that this package can offer.
        modules: titles with objectives.
    """

    rule: Markup
    lessons: str
    mean: str
    minimum: str
    placed: str
    placed_count: int
    rubrics: int
    is_open: bool
    notice: str
    is_whole: bool
    missing_lessons: tuple[Missing, ...]
    missing_quizzes: tuple[Missing, ...]
    missing_placed: tuple[Missing, ...]
    title: str
    version: str
    duration: str
    modules: tuple[tuple[str, tuple[str, ...]], ...]
    partners: tuple[PartnerView, ...]
