"""The walk through a course's folders; what cannot be read becomes a finding."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from scorm_export.diagnostic import Diagnostic, Position, Report
from tiers_lieu_mooc.reading.decoding import decode, printable
from tiers_lieu_mooc.reading.layout import BANKS, banks_beside, banks_folder, is_module
from tiers_lieu_mooc.reading.media_files import (
    HEAVY_BYTES,
    PICTURES,
    TEXT_LIMIT_BYTES,
    extension_of,
    fault_of_name,
    is_tolerated,
    limit_of,
    weight,
)
from tiers_lieu_mooc.reading.sources import MediaSource, Source, SourceTree
from tiers_lieu_mooc.rules import media as media_rules
from tiers_lieu_mooc.rules import source as rules

_ROOT_TEXTS = frozenset(
    {"course.yaml", "a-propos.md", "glossaire.md", "faits.yaml", "fiche.yaml", "published-ids.txt"}
)
_TOLERATED = frozenset({"readme.md", "license", "licence"})
_OWN_FOLDERS = frozenset({"media", "revue"})


def read_course(folder: Path) -> tuple[SourceTree, list[Diagnostic]]:
    """Read a course and its banks, inside (``quizzes``) or beside (``../../quizzes/<course>``).

    Returns:
        What could be read, and a finding for everything that could not.
    """
    reader = _Reader(folder)
    reader.read_root()
    reader.read_banks()
    return reader.tree(), list(reader.report)


def _shown(path: Path) -> str:
    """Give a path as people type it: relative to the current folder when it lies inside."""
    absolute = _absolute(path)
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return absolute.as_posix()


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 (resolve() would follow links)


class _Reader:
    """Gathers the files of one course during one call of ``read_course``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = _real(folder) or folder
        self.banks_folder = banks_folder(self.root)
        self.shown = _shown(folder)
        self.banks_shown = self._banks_shown()
        self.report = Report()
        self.texts: dict[str, Source] = {}
        self.banks: dict[str, Source] = {}
        self.media: dict[str, MediaSource] = {}
        self.unread: set[str] = set()

    def tree(self) -> SourceTree:
        """Freeze what was gathered."""
        return SourceTree(
            course=unicodedata.normalize("NFC", self.root.name),
            path=self.shown,
            banks_path=self.banks_shown,
            texts=self.texts,
            banks=self.banks,
            media=self.media,
            unread=frozenset(self.unread),
        )

    def read_root(self) -> None:
        """Read the files of the course's folder, then its modules."""
        entries = list(_entries(self.folder))
        if not any(name == "course.yaml" for name, _ in entries):
            self.report.add(rules.NO_COURSE, Position(self.shown), folder=self.shown)
        for name, entry in entries:
            shown = f"{self.shown}/{name}"
            if name in _ROOT_TEXTS:
                self._read_text(entry, shown, name, self.texts, name)
            elif name == "media":
                self._read_media(entry, shown, name)
            elif _is_folder(entry):
                self._read_module(entry, shown, name)
            elif name.lower() not in _TOLERATED:
                self._refuse_unexpected(shown, name)

    def read_banks(self) -> None:
        """Read the banks, ``*.md`` of their folder."""
        if not self.banks_folder.is_dir():
            return
        if not self._is_inside(self.banks_folder, self.banks_shown, BANKS):
            return
        for name, entry in _entries(self.banks_folder):
            shown = f"{self.banks_shown}/{name}"
            if name.endswith(".md") and name.lower() not in _TOLERATED:
                self._read_text(entry, shown, name, self.banks, name.removesuffix(".md"))
            elif name.lower() not in _TOLERATED:
                self._refuse_unexpected(shown, name)

    def _banks_shown(self) -> str:
        if self.banks_folder.parent == self.root:
            return f"{self.shown}/{BANKS}"
        return _shown(banks_beside(_absolute(self.folder)))

    def _read_module(self, folder: Path, shown: str, module: str) -> None:
        if module in _OWN_FOLDERS or not is_module(folder):
            return
        if not self._is_inside(folder, shown, module):
            return
        entries = list(_entries(folder))
        for name, entry in entries:
            path, inside = f"{shown}/{name}", f"{module}/{name}"
            if name == "module.yaml" or _is_lesson(name):
                self._read_text(entry, path, inside, self.texts, inside)
            elif name == "media":
                self._read_media(entry, path, inside)
            elif name.lower() not in _TOLERATED:
                self._refuse_unexpected(path, name)

    def _refuse_unexpected(self, shown: str, name: str) -> None:
        extension = extension_of(name)
        stem = name.removesuffix(extension)
        twin = {".markdown": ".md", ".yml": ".yaml", ".txt": ".md"}.get(
            extension.lower(), extension.lower()
        )
        is_doubled = stem.endswith(extension) and extension != ""
        meant = stem if is_doubled else f"{stem}{twin}"
        hint = f" (vouliez-vous dire «\u00a0{meant}\u00a0»\u00a0?)" if meant != name else ""
        self.report.add(rules.UNEXPECTED_FILE, Position(shown), name=name, hint=hint)

    # Texts

    def _read_text(
        self, path: Path, shown: str, name: str, into: dict[str, Source], key: str
    ) -> None:
        content = self._bytes_of(path, shown, name)
        source = None if content is None else decode(content, shown, name, self.report)
        if source is None:
            self.unread.add(shown)
        else:
            into[key] = source

    def _bytes_of(self, path: Path, shown: str, name: str) -> bytes | None:
        size = self._size_of(path, shown, name)
        if size is None:
            return None
        if size > TEXT_LIMIT_BYTES:
            limit = weight(TEXT_LIMIT_BYTES)
            self.report.add(rules.TOO_BIG, Position(shown), size=weight(size), limit=limit)
            return None
        return self._content(path, shown)

    def _size_of(self, path: Path, shown: str, name: str) -> int | None:
        """Weigh an ordinary file inside the course; None with a finding when it is not one."""
        if not self._is_inside(path, shown, name):
            return None
        try:
            status = path.stat()
        except OSError as error:
            self._refuse_unreadable(shown, error)
            return None
        if stat.S_ISREG(status.st_mode):
            return status.st_size
        what = "un dossier" if stat.S_ISDIR(status.st_mode) else "un fichier spécial"
        self.report.add(rules.NOT_A_FILE, Position(shown), name=name, what=what)
        return None

    def _content(self, path: Path, shown: str) -> bytes | None:
        try:
            return path.read_bytes()
        except OSError as error:
            self._refuse_unreadable(shown, error)
            return None

    def _refuse_unreadable(self, shown: str, error: OSError) -> None:
        reason = _REASONS.get(type(error), "le système d’exploitation a refusé")
        self.report.add(rules.UNREADABLE, Position(shown), reason=reason)

    def _is_inside(self, path: Path, shown: str, name: str) -> bool:
        """Refuse a link that leaves the course; ordinary files cost no system call."""
        if not path.is_symlink():
            return True
        real = _real(path)
        if real is None:
            self._refuse_unreadable(shown, FileNotFoundError())
            return False
        if any(real.is_relative_to(home) for home in (self.root, self.banks_folder)):
            return True
        self.report.add(rules.OUTSIDE, Position(shown), name=name)
        return False

    # Media

    def _read_media(self, folder: Path, shown: str, name: str) -> None:
        if not _is_folder(folder):
            self.report.add(rules.NOT_A_FILE, Position(shown), name=name, what="un fichier isolé")
            return
        if not self._is_inside(folder, shown, name):
            return
        for file_name, entry in _entries(folder, with_hidden=True):
            if file_name.lower() == "credits.yaml":
                inside, path = f"{name}/{file_name}", f"{shown}/{file_name}"
                self._read_text(entry, path, inside, self.texts, inside)
            elif not is_tolerated(file_name):
                inside, path = f"{name}/{file_name}", f"{shown}/{file_name}"
                content = self._media_content(entry, path, file_name)
                self.media[inside] = MediaSource(path, inside, content or b"", content is None)

    def _media_content(self, path: Path, shown: str, name: str) -> bytes | None:
        size = self._size_of(path, shown, name)
        if size is None or not self._has_good_name(shown, name):
            return None
        extension = extension_of(name)
        limit = limit_of(extension)
        if size > limit:
            at = Position(shown)
            self.report.add(media_rules.TOO_BIG, at, size=weight(size), limit=weight(limit))
            return None
        if size > HEAVY_BYTES and extension in PICTURES:
            weights = {"size": weight(size), "limit": weight(HEAVY_BYTES)}
            self.report.add(media_rules.HEAVY, Position(shown), **weights)
        return self._content(path, shown)

    def _has_good_name(self, shown: str, name: str) -> bool:
        rule, values = fault_of_name(name)
        if rule is not None:
            self.report.add(rule, Position(shown), **values)
        return rule is None


_REASONS: dict[type[OSError], str] = {
    PermissionError: "vous n’avez pas le droit de le lire",
    FileNotFoundError: "il n’existe plus",
}


def _entries(folder: Path, *, with_hidden: bool = False) -> Iterator[tuple[str, Path]]:
    """Give the names in a folder, sorted, in Unicode form C; hidden ones only when asked."""
    try:
        found = sorted(os.listdir(folder))  # noqa: PTH208 (Path.iterdir builds unneeded paths)
    except OSError:
        return
    for name in found:
        if with_hidden or not name.startswith("."):
            yield printable(name), folder / name


def _is_lesson(name: str) -> bool:
    return name.endswith(".md") and name.lower() not in _TOLERATED and not name.endswith(".md.md")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _real(path: Path) -> Path | None:
    try:
        return path.resolve(strict=True)
    except (OSError, RuntimeError):
        return None
