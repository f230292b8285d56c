"""Pages that are no lessons: one function each, in the order in which they stand and are listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tiers_lieu_mooc.accessibility import known_state
from tiers_lieu_mooc.model.course import Confidence, Course, Fact, Module, Partner, Term
from tiers_lieu_mooc.rendering import special_views, views
from tiers_lieu_mooc.rendering.attestation import attestation_of
from tiers_lieu_mooc.rendering.filling import fill
from tiers_lieu_mooc.rendering.markup import image, with_addresses
from tiers_lieu_mooc.rendering.sections import Sections
from tiers_lieu_mooc.rendering.sheet import one_page_body, sheet_body
from tiers_lieu_mooc.rendering.statement import statement_of


@dataclass(frozen=True, slots=True)
class Volume:
    """What a package holds of a course.

    Attributes:
        modules: those of the package, in order.
        body: its modules, lessons and quizzes as rendered.
    """

    course: Course
    modules: Sequence[Module]
    sections: Sections
    body: Markup

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the course is in another package."""
        return len(self.modules) == len(self.course.modules)

    @property
    def texts(self) -> str:
        """Everything in which a term or a fact may be named."""
        about = self.course.about
        return self.body + (about.html if about else "")


def special_pages(volume: Volume) -> Iterator[views.Special]:
    """Give every special page that the package has something to say on."""
    pages = (_sheet, _one_page, _attestation, _glossary, _sources, _about, _statement)
    for page in pages:
        special = page(volume)
        if special is not None:
            yield special


def _sheet(volume: Volume) -> views.Special | None:
    sheet = volume.course.sheet
    if sheet is None:
        return None
    numbers = volume.sections.numbers
    body = sheet_body(sheet, volume.modules, numbers)
    # It has no number of its own: that of its oldest field stands for it.
    index = min(numbers[field.full_name] for field in sheet.fields)
    return views.Special("ma-fiche", sheet.title, sheet.title, body, index)


def _one_page(volume: Volume) -> views.Special | None:
    sheet = volume.course.sheet
    body = one_page_body(sheet, volume.sections.numbers) if sheet is not None else Markup("")
    if sheet is None or not body:
        return None
    title = f"{sheet.title} en une page"
    return views.Special("ma-fiche-une-page", title, title, body)


def _glossary(volume: Volume) -> views.Special | None:
    terms = tuple(
        special_views.TermView(term.id, term.name, term.variants, term.definition.html)
        for term in _terms(volume)
    )
    if not terms:
        return None
    body = fill("glossary", special_views.GlossaryView(terms))
    return views.Special("glossaire", "Glossaire", "Glossaire", body)


def _terms(volume: Volume) -> Iterator[Term]:
    """Give the terms that the page links to, and those that their definitions link to.

    The page of the whole course has the whole glossary.
    """
    by_id = {term.id: term for term in volume.course.glossary}
    body = volume.texts
    wanted = {name for name in by_id if volume.is_whole or f'data-term="{name}"' in body}
    waiting = list(wanted)
    while waiting:
        definition = by_id[waiting.pop()].definition.html
        more = {name for name in by_id if f'data-term="{name}"' in definition} - wanted
        wanted |= more
        waiting += more
    return (term for term in volume.course.glossary if term.id in wanted)


def _sources(volume: Volume) -> views.Special | None:
    texts = volume.texts
    cited = (fact for fact in volume.course.facts if f'data-fact="{fact.code}"' in texts)
    facts = tuple(_fact(fact) for fact in cited)
    if not facts:
        return None
    title = "Sources des faits et des chiffres"
    return views.Special("sources", title, title, fill("sources", special_views.SourcesView(facts)))


def _fact(fact: Fact) -> special_views.FactView:
    return special_views.FactView(
        code=fact.code,
        statement=fact.statement.html,
        source=with_addresses(fact.source.rstrip(" .")),
        date=fact.date,
        confidence=fact.confidence.value,
        is_to_confirm=fact.confidence is Confidence.COMMON,
    )


def _attestation(volume: Volume) -> views.Special | None:
    course, rule = volume.course, volume.course.attestation
    if rule is None:
        return None
    partners = tuple(_partner(partner, course) for partner in course.partners)
    modules = tuple(volume.modules)
    view = attestation_of(course, rule, modules, volume.sections, partners)
    title = "Attestation de suivi"
    return views.Special("attestation", title, title, fill("attestation", view))


def _about(volume: Volume) -> views.Special:
    course = volume.course
    view = special_views.AboutView(
        description=course.description,
        text=course.about.html if course.about else Markup(""),
        partners=tuple(_partner(partner, course) for partner in course.partners),
        licence=course.licence,
        version=course.version,
    )
    return views.Special("a-propos", "À propos", "À propos de ce cours", fill("about", view))


def _statement(volume: Volume) -> views.Special:
    body = fill("statement", statement_of(volume.course, known_state()))
    title = "Déclaration d’accessibilité"
    return views.Special("accessibilite", "Accessibilité", title, body)


def _partner(partner: Partner, course: Course) -> special_views.PartnerView:
    logo = image(partner.logo, "", course.media) if partner.logo else Markup("")
    return special_views.PartnerView(partner.name, partner.link, logo)
