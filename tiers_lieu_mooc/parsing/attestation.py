"""``attestation`` in ``course.yaml``: what learners must have done to print theirs."""

from __future__ import annotations

from tiers_lieu_mooc.parsing.drafts import AttestationDraft
from tiers_lieu_mooc.parsing.fields import Fields
from tiers_lieu_mooc.parsing.question_drafts import OptionValue
from tiers_lieu_mooc.parsing.setting import Mapping
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.typography import french

__all__ = ["parse_attestation"]

_NUMBERS = {"leçons": "lessons", "moyenne": "mean", "minimum": "minimum"}
_KEYS = (*_NUMBERS, "rubriques", "autopositionnements", "durée", "ouverte", "annonce")


def parse_attestation(sheet: Sheet, mapping: Mapping) -> AttestationDraft:
    """Read the rule; what is not written is left to the model."""
    fields = Fields(sheet, mapping, _KEYS)
    values: dict[str, OptionValue | None] = {
        name: fields.number(key, "80") for key, name in _NUMBERS.items()
    }
    values["sections"] = fields.whole("rubriques", "6")
    values["minutes"] = fields.duration("durée")
    is_open = fields.choice("ouverte", ("oui", "non"))
    values["is_open"] = None if is_open is None else is_open == "oui"
    values["notice"] = french(fields.text("annonce")) or None
    places = fields.places()
    named = {**_NUMBERS, "rubriques": "sections"}
    return AttestationDraft(
        at=sheet.at(mapping.line, mapping.column),
        values={name: value for name, value in values.items() if value is not None},
        places={named[key]: at for key, at in places.items() if key in named},
        self_positionings=fields.words("autopositionnements", "\n    - accueil/point-de-depart")
        if "autopositionnements" in places
        else None,
    )
