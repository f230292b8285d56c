"""The tables as typed values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from scorm_export.datamodel.types import Fault, ListOf, PairOf, ValueType, fault_of
from scorm_export.standard import Standard


class Access(StrEnum):
    """What the content may do with an element."""

    READ = "r"
    WRITE = "w"
    READ_WRITE = "rw"
    KEYWORD = "keyword"


@dataclass(frozen=True, slots=True)
class ByValue:
    """The name of a type, chosen by the value of another element of the same row."""

    element: str
    cases: Mapping[str, str]
    otherwise: str


@dataclass(frozen=True, slots=True)
class Element:
    """One element; the fields are those of the tables (see ``README.md`` there)."""

    name: str
    access: Access
    mandatory: bool
    type: str | ByValue | None
    value: str | None
    initial: str | None
    given_by: str | None
    needs: tuple[str, ...]
    appends: bool


@dataclass(frozen=True, slots=True)
class Array:
    """What holds for the rows of one array."""

    name: str
    rows: int | None
    rows_element: str | None
    rows_cases: Mapping[str, int]
    unique: str | None
    fixed: str | None


@dataclass(frozen=True, slots=True)
class DataModel:
    """Everything an LMS of one edition knows about elements.

    Attributes:
        api: name of the API object (``object``) and of its functions, by role.
        codes: fault → error code, as text.
        error_texts: error code → the text an LMS gives for it.
    """

    standard: Standard
    api: Mapping[str, str]
    codes: Mapping[str, str]
    error_texts: Mapping[str, str]
    types: Mapping[str, ValueType]
    arrays: Mapping[str, Array]
    elements: Mapping[str, Element]

    def fault_of(self, element: str, value: str, *, by: str = "") -> Fault | None:
        """Judge a value for an element that content may write.

        Args:
            element: its name with ``n`` for indexes.
            value: what would be set.
            by: value of the element that the type depends on, "" when it is not set.

        Returns:
            None when it fits, else what is wrong.

        Raises:
            KeyError: when there is no such element, or it is a keyword.
        """
        kind = self.elements[element].type
        if kind is None:
            raise KeyError(f"{element} is a keyword and has no type")
        if isinstance(kind, ByValue):
            kind = kind.cases.get(by, kind.otherwise)
        return fault_of(value, kind, self.types)


@cache
def load(standard: Standard) -> DataModel:
    """Read the table of an edition."""
    name = "scorm12.json" if standard is Standard.SCORM_12 else "scorm2004.json"
    table = json.loads(files(__package__).joinpath(name).read_text("utf-8"))
    return DataModel(
        standard=standard,
        api=table["api"],
        codes=table["faults"],
        error_texts=table["errorTexts"],
        types={key: _type(entry) for key, entry in table["types"].items()},
        arrays={key: _array(key, entry) for key, entry in table["arrays"].items()},
        elements={
            key: _element(key, entry)
            for key, entry in table["elements"].items()
            if standard in entry.get("standards", table["standards"])
        },
    )


# The three readers below take what the json module gives, which has no narrower type; a missing
# or misspelt key of the tables is caught by the tests of the tables.
def _type(entry: dict[str, Any]) -> ValueType:
    return ValueType(
        prefixes=tuple(entry.get("prefixes", {}).items()),
        pattern=entry.get("pattern"),
        values=tuple(entry["values"]) if "values" in entry else None,
        max_length=entry.get("maxLength"),
        minimum=entry.get("minimum"),
        maximum=entry.get("maximum"),
        any_of=tuple(entry.get("anyOf", ())),
        list=ListOf(**entry["list"]) if "list" in entry else None,
        pair=PairOf(**entry["pair"]) if "pair" in entry else None,
        is_ordered=entry.get("isOrdered", False),
    )


def _array(name: str, entry: dict[str, Any]) -> Array:
    by = entry.get("rowsBy", {})
    return Array(
        name=name,
        rows=entry.get("rows"),
        rows_element=by.get("element"),
        rows_cases=by.get("cases", {}),
        unique=entry.get("unique"),
        fixed=entry.get("fixed"),
    )


def _element(name: str, entry: dict[str, Any]) -> Element:
    kind = entry.get("type")
    return Element(
        name=name,
        access=Access(entry["access"]),
        mandatory=entry.get("mandatory", False),
        type=ByValue(**entry["typeBy"]) if "typeBy" in entry else kind,
        value=entry.get("value"),
        initial=entry.get("initial"),
        given_by=entry.get("from"),
        needs=tuple(entry.get("needs", ())),
        appends=entry.get("appends", False),
    )
