"""The CMI elements of both run times, read from the tables that the preview's strict layer reads.

The shape of the tables is described in ``README.md`` beside them.
"""

from __future__ import annotations

from scorm_export.datamodel.elements import Access, Array, ByValue, DataModel, Element, load
from scorm_export.datamodel.types import Fault, ListOf, PairOf, ValueType

__all__ = [
    "Access",
    "Array",
    "ByValue",
    "DataModel",
    "Element",
    "Fault",
    "ListOf",
    "PairOf",
    "ValueType",
    "load",
]
