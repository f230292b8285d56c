"""What is known of the page's accessibility: one file, of which statement and docs are made."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["Audit", "Check", "State", "Tool", "Trial", "known_state", "state_in"]

FILE = Path(__file__).parent / "etat.toml"


@dataclass(frozen=True, slots=True)
class Audit:
    """An audit by people; ``rate`` is the share of the criteria that are met, in percent."""

    on: datetime.date
    by: str
    rate: float

    @property
    def verdict(self) -> str:
        """The state of conformity. Source: decree 2019-768, article 5."""
        if self.rate >= 100:
            return "totalement conforme"
        return "partiellement conforme" if self.rate >= 50 else "non conforme"


@dataclass(frozen=True, slots=True)
class Tool:
    """What the automatic checks use; ``version`` is "" for whatever the machine has."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Check:
    """An automatic check; numbers are those of ``tests/test_accessibility_checks.py``."""

    number: int
    what: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What people try before a release; ``done_on`` is None as long as nobody has.

    Attributes:
        minutes: how long it takes; 0 for what needs a day of its own.
    """

    name: str
    minutes: int
    steps: tuple[str, ...]
    expected: tuple[str, ...]
    done_on: datetime.date | None
    result: str


@dataclass(frozen=True, slots=True)
class State:
    """All that is known, as of ``reviewed_on``."""

    standard: str
    reviewed_on: datetime.date
    audit: Audit | None
    tools: tuple[Tool, ...]
    checks: tuple[Check, ...]
    trials: tuple[Trial, ...]
    limits: tuple[str, ...]


@cache
def known_state() -> State:
    """Read the file.

    Raises:
        KeyError: when something that must be said is not in it.
    """
    return state_in(FILE.read_text("utf-8"))


def state_in(text: str) -> State:
    """Read a file of this form.

    Raises:
        KeyError: when something that must be said is not in it.
    """
    told = tomllib.loads(text)
    return State(
        standard=told["referentiel"],
        reviewed_on=told["relu_le"],
        audit=_audit(told["audit"]) if "audit" in told else None,
        tools=tuple(Tool(each["nom"], each.get("version", "")) for each in told["outil"]),
        checks=tuple(Check(each["numero"], each["quoi"]) for each in told["controle"]),
        trials=tuple(map(_trial, told["essai"])),
        limits=tuple(each["texte"] for each in told["limite"]),
    )


def _audit(told: Mapping[str, Any]) -> Audit:
    return Audit(told["le"], told["par"], told["taux"])


def _trial(told: Mapping[str, Any]) -> Trial:
    return Trial(
        name=told["nom"],
        minutes=told["minutes"],
        steps=tuple(told["faire"]),
        expected=tuple(told["attendre"]),
        done_on=told.get("fait_le"),
        result=told.get("resultat", ""),
    )
