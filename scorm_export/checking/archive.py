"""Zip-level checks; gives what the other checks look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from scorm_export.archive import Archive, DamagedArchive, FalseSize, opened
from scorm_export.checking.findings import Findings
from scorm_export.checking.formats import format_of_text
from scorm_export.checking.locating import is_manifest, look_for_manifest
from scorm_export.checking.names import as_unpacked, windows_faults
from scorm_export.checking.rules import archive as rules
from scorm_export.diagnostic import Rule
from scorm_export.entries import WHOLE_ZIP, Entry, EntryFault, Limits, faults_of, faults_of_end
from scorm_export.standard import MANIFEST_NAME

_RULES: Mapping[EntryFault, Rule] = {
    EntryFault.CONTROL_CHARACTER: rules.CONTROL_CHARACTER,
    EntryFault.PATH_ESCAPE: rules.PATH_ESCAPE,
    EntryFault.ABSOLUTE_PATH: rules.ABSOLUTE_PATH,
    EntryFault.DRIVE_LETTER: rules.DRIVE_LETTER,
    EntryFault.BACKSLASH: rules.BACKSLASH,
    EntryFault.ODD_PATH: rules.ODD_PATH,
    EntryFault.SPECIAL_FILE: rules.SPECIAL_FILE,
    EntryFault.ENCRYPTED: rules.ENCRYPTED,
    EntryFault.UNKNOWN_METHOD: rules.UNKNOWN_METHOD,
    EntryFault.DUPLICATE_NAME: rules.DUPLICATE_NAME,
    EntryFault.CASE_CLASH: rules.CASE_CLASH,
    EntryFault.FILE_AS_FOLDER: rules.FILE_AS_FOLDER,
    EntryFault.TOO_MANY: rules.TOO_MANY_ENTRIES,
    EntryFault.TOO_LARGE: rules.TOO_LARGE,
    EntryFault.BOMB: rules.ZIP_BOMB,
    EntryFault.SPLIT: rules.SPLIT,
    EntryFault.FALSE_COUNT: rules.FALSE_COUNT,
}
_NAMELESS = frozenset(
    {
        EntryFault.CONTROL_CHARACTER,
        EntryFault.PATH_ESCAPE,
        EntryFault.ABSOLUTE_PATH,
        EntryFault.DRIVE_LETTER,
        EntryFault.SPECIAL_FILE,
    }
)
"""Faults of entries that are not taken for files of the package at all."""

_SYSTEM_FILES = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_KEPT_ROOM = 10 * 1024 * 1024
_START = 64 * 1024


@dataclass(frozen=True, slots=True)
class Contents:
    """What a readable zip holds.

    Attributes:
        names: its files, but those whose names are faulty or which the operating system left; a
            backslash is read as / and a folder . left out, as most unpackers do.
        kept: contents of the manifest and of the schemas at the root, by name, up to 10 MB each.
        too_large: sizes of those beyond 10 MB.
    """

    names: tuple[str, ...]
    kept: Mapping[str, bytes]
    too_large: Mapping[str, int]


def examine(path: Path, findings: Findings, limits: Limits) -> Contents | None:
    """Check a zip, unpacking each entry once without keeping it.

    Returns:
        What it holds; None when it is no zip or unpacking it would do harm.

    Raises:
        OSError: when the file cannot be read.
    """
    if not path.stat().st_size:
        findings.about_package(rules.EMPTY_FILE)
        return None
    try:
        with opened(path) as archive:
            return _examine(archive, findings, limits)
    except DamagedArchive:
        findings.about_package(_without_zip(path))
        return None


def _without_zip(path: Path) -> Rule:
    with path.open("rb") as file:
        return format_of_text(file.read(_START)) or rules.NOT_A_ZIP


def _examine(archive: Archive, findings: Findings, limits: Limits) -> Contents | None:
    found = list(faults_of(archive.entries, limits))
    if archive.end is not None:
        found += faults_of_end(archive.end, len(archive.entries))
    for each in found:
        findings.about_package(_RULES[each.fault], name=each.name, other=each.other)
    if any(each.fault in WHOLE_ZIP for each in found):
        return None
    nameless = {each.name for each in found if each.fault in _NAMELESS}
    files = [entry for entry in archive.entries if not entry.is_folder]
    named = [(as_unpacked(e.name), e) for e in files if e.name not in nameless]
    sound = [(name, entry) for name, entry in named if name]
    _examine_layout(archive, files, findings)
    for rule, path in windows_faults(each.name for each in archive.entries):
        findings.about_package(rule, part=path)
    kept: dict[str, bytes] = {}
    for name, entry in sound:
        content = _unpacked(archive, name, entry, findings) if entry.is_readable else None
        if content is not None:
            kept.setdefault(name, content)
    names = tuple(dict.fromkeys(name for name, _ in sound if not _is_of_system(name)))
    # A manifest whose own name is faulty has its finding.
    if not any(is_manifest(name) for name in nameless):
        look_for_manifest(names, archive, [entry for _, entry in sound], findings)
    return Contents(
        names=names,
        kept=kept,
        too_large={name: e.size_bytes for name, e in sound if e.size_bytes > _KEPT_ROOM},
    )


def _is_kept(name: str, entry: Entry) -> bool:
    is_schema = "/" not in name and name.endswith((".xsd", ".dtd"))
    return entry.size_bytes <= _KEPT_ROOM and (is_schema or name == MANIFEST_NAME)


def _unpacked(archive: Archive, name: str, entry: Entry, findings: Findings) -> bytes | None:
    """Unpack an entry to see that it is sound; gives the content of those that are kept."""
    try:
        if _is_kept(name, entry):
            return archive.content(entry)
        for _ in archive.chunks(entry):
            pass
    except FalseSize:
        findings.about_package(rules.FALSE_SIZE, name=entry.name, size=entry.size_bytes)
    except DamagedArchive:
        findings.about_package(rules.CORRUPT_ENTRY, name=entry.name)
    return None


def _examine_layout(archive: Archive, files: list[Entry], findings: Findings) -> None:
    first = min((entry.offset for entry in archive.entries), default=0)
    if first:
        findings.about_package(rules.LEADING_BYTES, size=first)
    zip64 = next((entry for entry in files if entry.is_zip64), None)
    if zip64:
        findings.about_package(rules.ZIP64, name=zip64.name)
    for name in _system_files(files):
        findings.about_package(rules.SYSTEM_FILES, name=name)


def _is_of_system(name: str) -> bool:
    return name.startswith("__MACOSX/") or PurePosixPath(name).name in _SYSTEM_FILES


def _system_files(files: list[Entry]) -> Iterator[str]:
    names = [entry.name for entry in files if _is_of_system(entry.name)]
    if any(name.startswith("__MACOSX/") for name in names):
        yield "__MACOSX"
    yield from (name for name in names if not name.startswith("__MACOSX/"))
