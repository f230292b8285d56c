"""Pages from templates."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from tiers_lieu_mooc.preview.wording import counted, date_text, decimal_text, size_text, with_code

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.filters |= {
    "counted": counted,
    "date_text": date_text,
    "decimal_text": decimal_text,
    "size_text": size_text,
    "with_code": with_code,
}


def page(template: str, view: Mapping[str, object], status_code: int = 200) -> HTMLResponse:
    """Fill a template of the preview's own; what it is given is escaped."""
    return HTMLResponse(_ENVIRONMENT.get_template(template).render(view), status_code)
