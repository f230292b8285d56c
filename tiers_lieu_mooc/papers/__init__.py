"""Documents for trainers: one HTML file each, with its style inside, to read, print and send."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tiers_lieu_mooc.learner import tokens

__all__ = ["paper"]

_OWN = Path(__file__).parent / "templates"


@cache
def _environment(folder: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader([folder, _OWN]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = tokens() + (_OWN / "paper.css").read_text("utf-8")
    environment.globals["style"] = Markup(style)  # noqa: S704 -- our own style sheets
    return environment


def paper(template: Path, view: object) -> str:
    """Fill a template that extends ``paper.html.j2``; what the view holds is escaped.

    Args:
        template: the file.
        view: what the template knows as ``view``.
    """
    filled = _environment(template.parent).get_template(template.name).render(view=view)
    return filled.rstrip("\n") + "\n"
