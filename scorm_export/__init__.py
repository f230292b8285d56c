"""Write, describe and check SCORM packages."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scorm_export.archive import DamagedArchive, UnsafeArchive, pack, unpack, write_atomically
    from scorm_export.checking import check
    from scorm_export.control_documents import ControlDocumentsMissing
    from scorm_export.diagnostic import (
        Diagnostic,
        Position,
        Report,
        Rule,
        Severity,
        by_place,
        has_errors,
    )
    from scorm_export.manifest import manifest_for
    from scorm_export.package import Asset, Item, Package
    from scorm_export.standard import Standard
    from scorm_export.writing import files_for, write_package

__all__ = [
    "Asset",
    "ControlDocumentsMissing",
    "DamagedArchive",
    "Diagnostic",
    "Item",
    "Package",
    "Position",
    "Report",
    "Rule",
    "Severity",
    "Standard",
    "UnsafeArchive",
    "by_place",
    "check",
    "files_for",
    "has_errors",
    "manifest_for",
    "pack",
    "unpack",
    "write_atomically",
    "write_package",
]

_HOMES = {
    "archive": ("DamagedArchive", "UnsafeArchive", "pack", "unpack", "write_atomically"),
    "checking": ("check",),
    "control_documents": ("ControlDocumentsMissing",),
    "diagnostic": (
        "Diagnostic",
        "Position",
        "Report",
        "Rule",
        "Severity",
        "by_place",
        "has_errors",
    ),
    "manifest": ("manifest_for",),
    "package": ("Asset", "Item", "Package"),
    "standard": ("Standard",),
    "writing": ("files_for", "write_package"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    # lxml and zipfile take longer to load than a short command may last, and any module of this
    # package loads this one: a name is looked up when somebody asks for it.
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value
