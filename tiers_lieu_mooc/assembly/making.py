"""Drafts' values → model nodes: what pydantic refuses becomes a finding with its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scorm_export.diagnostic import Position, Report
from tiers_lieu_mooc.model.node import Node
from tiers_lieu_mooc.rules import settings as rules

__all__ = ["Maker"]

Made = TypeVar("Made", bound=Node)

_NO_PLACES: Mapping[str, Position] = {}
_KEYS = {
    "points": "points",
    "tries": "essais",
    "penalty": "pénalité",
    "pass_mark": "seuil",
    "attempts": "tentatives",
    "minutes": "durée",
    "lines": "lignes",
    "count": "nombre",
    "reminders": "rappel",
    "lessons": "leçons",
    "mean": "moyenne",
    "minimum": "minimum",
    "sections": "rubriques",
    "min_words": "longueur",
    "max_words": "longueur",
}


class Maker:
    """Makes nodes; a value out of its bounds is reported and the model's default is taken."""

    def __init__(self) -> None:
        self.report = Report()

    def make(
        self,
        model: type[Made],
        at: Position,
        values: Mapping[str, object],
        places: Mapping[str, Position] = _NO_PLACES,
    ) -> Made | None:
        """Make a node.

        Returns:
            The node, with defaults for the values that were refused; None when a refused value
            has no default.
        """
        try:
            return model(at=at, **values)
        except ValidationError as error:
            refused = {str(each["loc"][0]) for each in error.errors()}
            for each in error.errors():
                self._report(each, at, places)
        required = {name for name, field in model.model_fields.items() if field.is_required()}
        if refused & required:
            return None
        kept = {name: value for name, value in values.items() if name not in refused}
        return model(at=at, **kept)

    def _report(self, error: ErrorDetails, at: Position, places: Mapping[str, Position]) -> None:
        name = str(error["loc"][0])
        self.report.add(
            rules.OUT_OF_RANGE,
            places.get(name, at),
            key=_KEYS.get(name, name),
            value=_shown(error["input"]),
            expected=_expected(error),
        )


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "oui" if value else "non"
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)


def _expected(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    for name, said in (
        ("ge", "au moins"),
        ("le", "au plus"),
        ("gt", "plus de"),
        ("lt", "moins de"),
    ):
        if name in context:
            return f"{said} {_shown(context[name])}"
    return "d’une autre forme"
