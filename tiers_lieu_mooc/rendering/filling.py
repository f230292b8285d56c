"""The one door to Jinja: always escaping, undefined names are errors."""

from __future__ import annotations

from collections.abc import Callable, Hashable, MutableMapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from tiers_lieu_mooc.rendering import filters

_FOLDER = Path(__file__).parent / "templates"

_FILES = {
    "page": "page/page.html.j2",
    "lesson": "page/lesson.html.j2",
    "module": "page/module.html.j2",
    "quiz": "page/quiz.html.j2",
    "search": "page/search.html.j2",
    "plan": "page/plan.html.j2",
    "glossary": "page/glossary.html.j2",
    "sources": "page/sources.html.j2",
    "about": "page/about.html.j2",
    "attestation": "page/attestation.html.j2",
    "statement": "page/statement.html.j2",
    "sheet": "sheet/sheet.html.j2",
    "one-page": "sheet/one-page.html.j2",
    "figure": "block/figure.html.j2",
    "aside": "block/aside.html.j2",
    "fiche": "block/fiche.html.j2",
    "recording": "block/recording.html.j2",
    "webinar": "block/webinar.html.j2",
    "question": "question/question.html.j2",
    "choice": "question/choice.html.j2",
    "text": "question/text.html.j2",
    "rows": "question/rows.html.j2",
    "steps": "question/steps.html.j2",
    "gap": "question/gap.html.j2",
    "gaps": "question/gaps.html.j2",
    "scale": "question/scale.html.j2",
    "comparison": "question/comparison.html.j2",
    "essay": "question/essay.html.j2",
}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters["hours"] = filters.hours
    environment.filters["number"] = filters.number
    environment.filters["begun"] = filters.begun
    return environment


@cache
def _template(name: str) -> Template:
    return _environment().get_template(_FILES[name])


Memory = MutableMapping[object, object]
"""Markup made before. Rendering is a pure function of its views, so a caller that renders the same
course again and again, like the preview, may keep it."""


def remembered(memory: Memory | None, key: Hashable, make: Callable[[], Markup]) -> Markup:
    """Give what was made for that key before, or make and keep it."""
    if memory is None:
        return make()
    found = memory.get(key)
    if not isinstance(found, Markup):
        found = memory[key] = make()
    return found


def fill(name: str, view: object) -> Markup:
    """Fill the template of that name with its view."""
    return Markup(_template(name).render(view=view))
