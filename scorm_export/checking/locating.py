"""Where the manifest is; what the zip is instead, when it has none."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import PurePosixPath

from scorm_export.archive import Archive, DamagedArchive
from scorm_export.checking.findings import Findings
from scorm_export.checking.formats import format_of_names, zips_in
from scorm_export.checking.rules import archive as rules
from scorm_export.checking.rules import formats as format_rules
from scorm_export.entries import Entry
from scorm_export.standard import MANIFEST_NAME

_MANY = 3


def look_for_manifest(
    names: Collection[str], archive: Archive, entries: Iterable[Entry], findings: Findings
) -> None:
    """Say why a zip whose files are called so has no manifest at its root."""
    if MANIFEST_NAME in names:
        return
    other = format_of_names(names)
    elsewhere = [PurePosixPath(name) for name in names if is_manifest(name)]
    if other is not None:
        findings.about_package(other)
    elif elsewhere:
        _misplaced(min(elsewhere, key=lambda path: len(path.parts)), findings)
    else:
        _absent(names, archive, entries, findings)


def is_manifest(name: str) -> bool:
    """Tell whether a file is called like a manifest, in any folder and in any case."""
    return PurePosixPath(name).name.lower() == MANIFEST_NAME


def _misplaced(path: PurePosixPath, findings: Findings) -> None:
    if len(path.parts) == 1:
        findings.about_package(rules.MANIFEST_CASE, name=path)
    else:
        findings.about_package(rules.MANIFEST_IN_FOLDER, folder=str(path.parent))


def _absent(
    names: Collection[str], archive: Archive, entries: Iterable[Entry], findings: Findings
) -> None:
    packages = [
        entry.name
        for entry in entries
        if entry.name.lower().endswith(".zip") and _names_manifest(archive, entry)
    ]
    zips = zips_in(names, packages)
    if not zips:
        findings.about_package(rules.NO_MANIFEST)
        return
    shown = ", ".join(zips[:_MANY]) + ("…" if len(zips) > _MANY else "")
    findings.about_package(format_rules.ZIP_IN_ZIP, name=shown)


def _names_manifest(archive: Archive, entry: Entry) -> bool:
    """Look for the manifest's name in a zip's bytes: its directory is not compressed."""
    wanted, end = MANIFEST_NAME.encode(), b""
    if not entry.is_readable:
        return False
    try:
        for piece in archive.chunks(entry):
            if wanted in end + piece:
                return True
            end = piece[-len(wanted) :]
    except DamagedArchive:
        pass
    return False
