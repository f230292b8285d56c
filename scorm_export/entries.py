"""What can be wrong with the entries of a zip before any of them is unpacked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_DRIVE = re.compile(r"[A-Za-z]:")
_SUSPICIOUS_FROM_BYTES = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a zip as its directory declares it; nothing of this has been verified.

    Attributes:
        name: exactly as stored, folders end in ``/``.
        size_bytes: unpacked size.
        packed_bytes: size inside the zip.
        offset: where the entry starts in the file.
        method: 0 stored, 8 deflated; others are not read.
        is_special: a symbolic link, a device… instead of a file or folder.
    """

    name: str
    size_bytes: int
    packed_bytes: int
    offset: int
    method: int
    is_encrypted: bool
    is_special: bool
    is_zip64: bool

    @property
    def is_folder(self) -> bool:
        """Whether the entry stands for a folder."""
        return self.name.endswith("/")

    @property
    def is_readable(self) -> bool:
        """Whether the way the entry is stored can be read."""
        return not self.is_encrypted and self.method in {0, 8}


@dataclass(frozen=True, slots=True)
class EndRecord:
    """What the last record of a zip says of all of it (PKWARE APPNOTE 4.3.16).

    Attributes:
        disk: number of the part of a split zip that it ends; 0 for a whole one.
        directory_disk: number of the part in which the directory begins.
        entries_here: entries of the directory in this part.
        entries: entries of the whole directory.
    """

    disk: int = 0
    directory_disk: int = 0
    entries_here: int = 0
    entries: int = 0


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a zip may ask for.

    Source: 360Learning's import rules, the only published ones: 50,000 files, 1.5 GB unpacked,
    200 times the packed size.
    """

    most_entries: int = 50_000
    most_bytes: int = 1_500_000_000
    most_ratio: int = 200


class EntryFault(StrEnum):
    """Why an entry, or the zip as a whole, may not be unpacked."""

    CONTROL_CHARACTER = "control-character"
    PATH_ESCAPE = "path-escape"
    ABSOLUTE_PATH = "absolute-path"
    DRIVE_LETTER = "drive-letter"
    BACKSLASH = "backslash"
    ODD_PATH = "odd-path"
    SPECIAL_FILE = "special-file"
    ENCRYPTED = "encrypted"
    UNKNOWN_METHOD = "unknown-method"
    DUPLICATE_NAME = "duplicate-name"
    CASE_CLASH = "case-clash"
    FILE_AS_FOLDER = "file-as-folder"
    TOO_MANY = "too-many-entries"
    TOO_LARGE = "too-large"
    BOMB = "zip-bomb"
    SPLIT = "split"
    FALSE_COUNT = "false-count"


WHOLE_ZIP = frozenset({EntryFault.TOO_MANY, EntryFault.TOO_LARGE, EntryFault.BOMB})
"""Faults that forbid unpacking anything at all."""


@dataclass(frozen=True, slots=True)
class Found:
    """A fault with the name of the entry, and what it collides with or how much it is."""

    fault: EntryFault
    name: str = ""
    other: str = ""


def faults_of(entries: Sequence[Entry], limits: Limits) -> Iterator[Found]:
    """Judge entries by what their zip declares about them."""
    yield from _excesses(entries, limits)
    for entry in entries:
        fault = _fault_of_name(entry.name)
        if fault:
            yield Found(fault, entry.name)
        if entry.is_special:
            yield Found(EntryFault.SPECIAL_FILE, entry.name)
        if entry.is_encrypted:
            yield Found(EntryFault.ENCRYPTED, entry.name)
        elif not entry.is_readable:
            yield Found(EntryFault.UNKNOWN_METHOD, entry.name, str(entry.method))
    yield from _collisions([entry.name for entry in entries])


def faults_of_end(end: EndRecord, count: int) -> Iterator[Found]:
    """Compare the last record of a zip with the ``count`` entries of its directory."""
    if end.disk or end.directory_disk:
        yield Found(EntryFault.SPLIT, other=str(max(end.disk, end.directory_disk) + 1))
    # Beyond 65,535 some programs write the rest of a division instead of zip64.
    told = next((each for each in (end.entries, end.entries_here) if each != count % 0x10000), None)
    if told is not None:
        yield Found(EntryFault.FALSE_COUNT, name=str(told), other=str(count))


def _excesses(entries: Sequence[Entry], limits: Limits) -> Iterator[Found]:
    total = sum(entry.size_bytes for entry in entries)
    packed = max(1, sum(entry.packed_bytes for entry in entries))
    if len(entries) > limits.most_entries:
        yield Found(EntryFault.TOO_MANY, other=str(len(entries)))
    if total > limits.most_bytes:
        yield Found(EntryFault.TOO_LARGE, other=str(total))
    # A few repetitive files compress very well without any harm.
    elif total > _SUSPICIOUS_FROM_BYTES and total > packed * limits.most_ratio:
        yield Found(EntryFault.BOMB, other=str(total // packed))


def _fault_of_name(name: str) -> EntryFault | None:
    segments = name.removesuffix("/").replace("\\", "/").split("/")
    checks = (
        (bool(_CONTROL.search(name)), EntryFault.CONTROL_CHARACTER),
        (".." in segments, EntryFault.PATH_ESCAPE),
        (name.startswith(("/", "\\")), EntryFault.ABSOLUTE_PATH),
        (bool(_DRIVE.match(name)), EntryFault.DRIVE_LETTER),
        ("\\" in name, EntryFault.BACKSLASH),
        ("" in segments or "." in segments, EntryFault.ODD_PATH),
    )
    return next((fault for is_wrong, fault in checks if is_wrong), None)


def _collisions(names: Sequence[str]) -> Iterator[Found]:
    yield from _twice(names)
    yield from _differing_by_case(names)
    folders = {folded(parent): name for name in names for parent in _folders_of(name)}
    for name in dict.fromkeys(names):
        if folded(name) in folders:
            yield Found(EntryFault.FILE_AS_FOLDER, name, folders[folded(name)])


def _twice(names: Sequence[str]) -> Iterator[Found]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield Found(EntryFault.DUPLICATE_NAME, name, name)
        seen.add(name)


def _differing_by_case(names: Sequence[str]) -> Iterator[Found]:
    # Folders are few beside files, and one spelling of theirs explains all that is in them.
    folders = {f"{parent}/": None for name in names for parent in _folders_of(name)}
    seen: dict[str, str] = {}
    clashing: list[str] = []
    for name in (*folders, *dict.fromkeys(names)):
        key = folded(name)
        other = seen.setdefault(key, name)
        if other != name and not key.startswith(tuple(clashing)):
            yield Found(EntryFault.CASE_CLASH, name, other)
            if name.endswith("/"):
                clashing.append(key)


def _folders_of(name: str) -> Iterator[str]:
    end = name.find("/")
    while end > 0:
        yield name[:end]
        end = name.find("/", end + 1)


def folded(name: str) -> str:
    """Give the form under which file systems that ignore case take two names for one."""
    return unicodedata.normalize("NFC", name).casefold()
