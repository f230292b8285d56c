"""Where attempts are kept: one SQLite file, which outlives restarts, crashes and a full disk.

SQLite comes with Python, commits whole or not at all, lets two previews of one course share the
file, and needs no service beside the preview. A folder of JSON files gives only the second of
these; the key-value stores of the standard library (``dbm``, ``shelve``) give none of the last two.

It keeps a rollback journal, not a write-ahead log: what was answered « yes » is then on the disk
even when the current fails, a shared network folder will do (https://sqlite.org/wal.html, § 1), and
SQLite refuses to write into a file that was moved away (``SQLITE_READONLY_DBMOVED``) instead of
writing where nobody looks.
"""

from __future__ import annotations

import logging
import secrets
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

_LOG = logging.getLogger(__name__)

Answer = TypeVar("Answer")

FILE = "tentatives.sqlite"
_COMPANIONS = ("", "-journal", "-wal", "-shm")
"""What SQLite may leave beside the file while it is open, or after a crash."""

_BROKEN = frozenset(
    {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_ERROR}
)
"""Codes of a file that is cut or is none of ours; a full or read-only disk has others."""

_BUSY_S = 5.0
"""How long to wait while another preview of the same course writes."""

_PREPARED = """
PRAGMA journal_mode = DELETE;
PRAGMA synchronous = FULL;
CREATE TABLE IF NOT EXISTS attempt (
  id TEXT PRIMARY KEY, changed REAL NOT NULL, content TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS attempt_by_age ON attempt (changed);
"""
_READ = "SELECT content FROM attempt WHERE id = ?"
_WRITE = "INSERT OR REPLACE INTO attempt (id, changed, content) VALUES (?, ?, ?)"
_ALL = "SELECT id, changed, content FROM attempt"
_BRING = """
INSERT INTO attempt (id, changed, content) VALUES (?, ?, ?)
ON CONFLICT (id) DO UPDATE SET changed = excluded.changed, content = excluded.content
WHERE excluded.changed > attempt.changed
"""
_FORGET = """
DELETE FROM attempt WHERE id IN (SELECT id FROM attempt ORDER BY changed DESC LIMIT -1 OFFSET ?)
"""


class Store:
    """Texts by name. What the disk refuses is held in memory and offered again at each change."""

    def __init__(self, folder: Path, most: int) -> None:
        """Prepare; the disk is not touched before the first use.

        Args:
            folder: holds the file; made when needed, and hidden from git.
            most: how many texts are kept; the oldest make room.
        """
        self._folder = folder
        self._most = most
        self._opened: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._held: dict[str, str] = {}
        self._turn = threading.RLock()
        self.trouble = ""
        """A French sentence while the disk refuses what is written; "" otherwise."""

    def find(self, name: str) -> str | None:
        """Give the text of that name; None when there is none, or when it cannot be read."""
        with self._turn:
            if name in self._held:
                return self._held[name]
            try:
                return self._with_disk(lambda disk: _read(disk, name))
            except (sqlite3.Error, OSError) as error:
                self._note(error)
                return None

    def change(self, name: str, step: Callable[[str | None], str]) -> None:
        """Replace a text by what ``step`` makes of it, while nobody else writes.

        Args:
            step: called with the text, or None when there is none; once more when the disk
                refuses the first outcome. What it raises leaves everything as it was.
        """
        with self._turn:
            try:
                self._with_disk(lambda disk: self._write(disk, name, step))
            except (sqlite3.Error, OSError) as error:
                self._note(error)
                self._held[name] = step(self.find(name))
            else:
                self._held.clear()
                self.trouble = ""

    def names(self) -> list[str]:
        """List the names, those changed last first."""
        with self._turn:
            query = "SELECT id FROM attempt ORDER BY changed DESC"
            try:
                written = self._with_disk(lambda disk: [row[0] for row in disk.execute(query)])
            except (sqlite3.Error, OSError) as error:
                self._note(error)
                written = []
            return [*reversed(self._held), *(name for name in written if name not in self._held)]

    def close(self) -> None:
        """Offer what is held to the disk a last time, and let the file go."""
        with self._turn:
            if self._held:
                name = next(reversed(self._held))
                self.change(name, lambda text: text or "")
            if self._held:
                _LOG.warning(
                    "Tentatives perdues, faute de place où les écrire : %d.", len(self._held)
                )
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    def _with_disk(self, act: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """Run ``act`` on the file, or on a new one when the file turns out to be broken."""
        try:
            return act(self._disk())
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_READONLY_DBMOVED:
                return act(self._disk())
            if error.sqlite_errorcode & 0xFF not in _BROKEN:
                raise
            self._set_aside()
            return act(self._disk())

    def _disk(self) -> sqlite3.Connection:
        path, old = self._folder / FILE, self._opened
        if old is not None and _identity(path) == self._identity:
            return old
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / ".gitignore").write_text("*\n", "utf-8")
        # Answers of whoever tried the course are nobody else's business on a shared machine.
        path.touch(mode=0o600)
        path.chmod(0o600)
        identity = _identity(path)
        disk = sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None, check_same_thread=False)
        try:
            disk.executescript(_PREPARED)
            if old is not None:
                # Somebody emptied the folder, or put another file there: both are kept.
                disk.executemany(_BRING, _rows_of(old))
                old.close()
        except sqlite3.Error:
            disk.close()
            raise
        self._opened, self._identity = disk, identity
        return disk

    def _write(
        self, disk: sqlite3.Connection, name: str, step: Callable[[str | None], str]
    ) -> None:
        disk.execute("BEGIN IMMEDIATE")
        try:
            old = self._held[name] if name in self._held else _read(disk, name)
            written = {**self._held, name: step(old)}
            now = time.time()
            disk.executemany(_WRITE, [(each, now, text) for each, text in written.items()])
            if old is None:
                disk.execute(_FORGET, (self._most,))
            disk.execute("COMMIT")
        finally:
            # SQLite itself rolls back when the disk is full.
            if disk.in_transaction:
                disk.execute("ROLLBACK")

    def _set_aside(self) -> None:
        """Rename the file, so that nothing of it is lost and the next use makes another."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None
        aside = f"{FILE}.abime-{time.strftime('%Y%m%d-%H%M%S')}-{secrets.token_hex(2)}"
        for companion in _COMPANIONS:
            path = self._folder / f"{FILE}{companion}"
            if path.exists():
                path.replace(self._folder / f"{aside}{companion}")
        _LOG.warning(
            "Le fichier des tentatives était abîmé. Il est mis de côté sous « %s » ; "
            "les tentatives recommencent à vide.",
            self._folder / aside,
        )

    def _note(self, error: Exception) -> None:
        if not self.trouble:
            self.trouble = (
                f"Les tentatives ne peuvent plus être écrites dans « {self._folder} » "
                "(disque plein ou en lecture seule) : elles restent en mémoire, et seront "
                "perdues si l’aperçu s’arrête avant qu’elles aient pu l’être."
            )
            _LOG.warning("%s [%s]", self.trouble, error)


def _identity(path: Path) -> tuple[int, int] | None:
    """Tell files apart that follow each other under one name; None when there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _rows_of(disk: sqlite3.Connection) -> list[tuple[str, float, str]]:
    """Read everything; what cannot be read any more is told, not raised."""
    try:
        return disk.execute(_ALL).fetchall()
    except sqlite3.DatabaseError as error:
        _LOG.warning("L’ancien fichier des tentatives ne peut plus être lu [%s].", error)
        return []


def _read(disk: sqlite3.Connection, name: str) -> str | None:
    row = disk.execute(_READ, (name,)).fetchone()
    return None if row is None else str(row[0])
