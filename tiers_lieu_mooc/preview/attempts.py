"""Learners' attempts: what the simulated LMS keeps between two launches and two starts."""

from __future__ import annotations

import logging
import re
import secrets
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from scorm_export.archive import write_atomically

_LOG = logging.getLogger(__name__)
_ID = re.compile(r"[0-9a-f]{16}")
_KEPT_FILES = 200

Element = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Value = Annotated[str, StringConstraints(max_length=65_536)]
Record = Annotated[dict[Element, Value], Field(max_length=20_000)]


class UnknownAttempt(LookupError):  # noqa: N818 -- named for what happened
    """There is no such attempt."""


class SessionTaken(Exception):  # noqa: N818 -- named for what happened
    """A later launch of the same attempt has taken over."""


class Attempt(BaseModel):
    """One learner's work in one package.

    Attributes:
        build: key of the package.
        session: secret of the launch that may commit.
        launches: how many there were.
        sequence: number of the last commit of the session.
        record: CMI elements and their values as of that commit.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[0-9a-f]{16}$")
    build: str
    session: str
    launches: int = 1
    sequence: int = 0
    record: Record = {}


class Commit(BaseModel):
    """What one commit of the simulated LMS brings.

    Attributes:
        session: secret that the launch was given.
        sequence: grows with every commit of a session; each holds everything that was not
            acknowledged before, so an older one that comes late has nothing to add.
        values: elements that changed, or all of them.
        is_whole: the values replace the record instead of joining it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    session: str
    sequence: int = Field(ge=1)
    values: Record
    is_whole: bool = False


class Attempts:
    """Keeps attempts in memory and in one file each, whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, Attempt] = {}
        self._one_at_a_time = threading.RLock()

    def launch(self, build: str, attempt_id: str | None = None) -> Attempt:
        """Open a session; an attempt that is unknown or of another package starts anew.

        Raises:
            OSError: when the attempt cannot be kept.
        """
        session = secrets.token_urlsafe(16)
        with self._one_at_a_time:
            found = self.find(attempt_id) if attempt_id else None
            if found is None or found.build != build:
                return self._keep(Attempt(id=secrets.token_hex(8), build=build, session=session))
            changes = {"session": session, "launches": found.launches + 1, "sequence": 0}
            return self._keep(found.model_copy(update=changes))

    def commit(self, attempt_id: str, commit: Commit) -> Attempt:
        """Keep what a commit brings.

        Raises:
            UnknownAttempt: when there is no such attempt.
            SessionTaken: when the attempt was launched again since.
            OSError: when the attempt cannot be kept.
        """
        with self._one_at_a_time:
            found = self.find(attempt_id)
            if found is None:
                raise UnknownAttempt(attempt_id)
            if not secrets.compare_digest(found.session.encode(), commit.session.encode()):
                raise SessionTaken(attempt_id)
            if commit.sequence <= found.sequence:
                return found
            return self._keep(_joined(found, commit))

    def find(self, attempt_id: str) -> Attempt | None:
        """Give an attempt; None when it is unknown or cannot be read."""
        if _ID.fullmatch(attempt_id) is None:
            return None
        if attempt_id not in self._known:
            read = self._read(attempt_id)
            if read is None:
                return None
            self._known[attempt_id] = read
        return self._known[attempt_id]

    def _read(self, attempt_id: str) -> Attempt | None:
        path = self._path(attempt_id)
        try:
            found = Attempt.model_validate_json(path.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValidationError):
            _LOG.warning("the attempt %s cannot be read and starts anew", path)
            return None
        return found if found.id == attempt_id else None

    def _keep(self, attempt: Attempt) -> Attempt:
        self._folder.mkdir(parents=True, exist_ok=True)
        if attempt.id not in self._known:
            self._forget_oldest()
        write_atomically(self._path(attempt.id), attempt.model_dump_json(indent=1).encode())
        self._known[attempt.id] = attempt
        return attempt

    def _forget_oldest(self) -> None:
        files = [path for path in self._folder.glob("*.json") if _ID.fullmatch(path.stem)]
        files.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        for path in files[_KEPT_FILES - 1 :]:
            path.unlink(missing_ok=True)
            self._known.pop(path.stem, None)

    def _path(self, attempt_id: str) -> Path:
        return self._folder / f"{attempt_id}.json"


def _joined(attempt: Attempt, commit: Commit) -> Attempt:
    kept: Mapping[str, str] = {} if commit.is_whole else attempt.record
    return Attempt(
        id=attempt.id,
        build=attempt.build,
        session=attempt.session,
        launches=attempt.launches,
        sequence=commit.sequence,
        record={**kept, **commit.values},
    )
