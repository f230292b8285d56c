"""Learners' attempts: what the simulated LMS keeps between two launches and two starts."""

from __future__ import annotations

import logging
import re
import secrets
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)

from tiers_lieu_mooc.preview.store import Store

_LOG = logging.getLogger(__name__)
_ID = re.compile(r"[0-9a-f]{16}")
_KEPT = 200

_MOST_ELEMENTS = 20_000
"""Of one record: a course of 300 questions has a tenth of it."""

_MOST_SESSIONS = 8
"""Of one attempt at once: that many windows, and the oldest is forgotten."""

_PATIENCE_S = 5.0
"""How long a launch waits for the last word of the session before: on a busy machine a beacon comes
a second later than what its browser asks next, and one that is lost costs this wait once."""


def _encodable(text: object) -> object:
    # Half a character: JavaScript and JSON can hold one, UTF-8 and SQLite cannot.
    return text.encode("utf-8", "replace").decode() if isinstance(text, str) else text


Name = Annotated[str, StringConstraints(max_length=300), BeforeValidator(_encodable)]
Element = Annotated[Name, StringConstraints(min_length=1)]
Value = Annotated[str, StringConstraints(max_length=65_536), BeforeValidator(_encodable)]
Record = Annotated[dict[Element, Value], Field(max_length=_MOST_ELEMENTS)]


class UnknownAttempt(LookupError):  # noqa: N818 -- named for what happened
    """There is no such attempt."""


class SessionTaken(Exception):  # noqa: N818 -- named for what happened
    """A later launch of the same attempt has taken over."""


class RecordFull(Exception):  # noqa: N818 -- named for what happened
    """The record would hold more elements than one may; it stays as it was."""


class Attempt(BaseModel):
    """One learner's work in one package.

    Attributes:
        build: key of the package.
        session: secret of the launch that may commit.
        launches: how many there were.
        sequence: number of the last commit of the session.
        others: sessions of earlier launches that may still commit, where the LMS lets them, and the
            numbers of their last commits.
        record: CMI elements and their values as of that commit.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[0-9a-f]{16}$")
    build: str
    session: str
    launches: int = 1
    sequence: int = 0
    others: dict[str, int] = {}
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

    session: Name
    sequence: int = Field(ge=1, le=2**53)
    values: Record
    is_whole: bool = False


class LastWord(BaseModel):
    """The last message that a page sent while it was left, and that may still be on its way.

    Attributes:
        launches: which launch of the attempt sent it.
        sequence: of the message.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    launches: int = Field(ge=1, le=2**53)
    sequence: int = Field(ge=1, le=2**53)


class Attempts:
    """Keeps attempts, each change whole or not at all."""

    def __init__(self, folder: Path, patience_s: float = _PATIENCE_S) -> None:
        """Prepare; the disk is not touched before the first use.

        Args:
            folder: where attempts are kept.
            patience_s: how long a launch waits for a last word that does not come.
        """
        self._store = Store(folder, _KEPT)
        self._patience_s = patience_s
        self._changed = threading.Condition()

    @property
    def trouble(self) -> str:
        """A French sentence while attempts cannot be written; "" otherwise."""
        return self._store.trouble

    def launch(
        self,
        build: str,
        attempt_id: str | None = None,
        after: LastWord | None = None,
        *,
        is_shared: bool = False,
    ) -> Attempt:
        """Open a session; an attempt that is unknown or of another package starts anew.

        Args:
            after: what must have come first, since from then on the session before keeps nothing.
                What does not come in time is given up, and the launch is made all the same.
            is_shared: sessions of earlier launches go on beside the new one.
        """
        if attempt_id and _ID.fullmatch(attempt_id):
            if after is not None:
                self._wait_for(attempt_id, after)
            try:
                return self._change(
                    attempt_id, lambda found: _launched(found, build, is_shared=is_shared)
                )
            except UnknownAttempt:
                pass
        name = secrets.token_hex(8)
        new = Attempt(id=name, build=build, session=_session())
        return self._change(name, lambda _: new)

    def commit(self, attempt_id: str, commit: Commit) -> Attempt:
        """Keep what a commit brings.

        Raises:
            UnknownAttempt: when there is no such attempt.
            SessionTaken: when the attempt was launched again since.
            RecordFull: when the record would have more elements than one may.
        """
        if _ID.fullmatch(attempt_id) is None:
            raise UnknownAttempt(attempt_id)
        return self._change(attempt_id, lambda found: _committed(found, commit))

    def find(self, attempt_id: str) -> Attempt | None:
        """Give an attempt; None when it is unknown or cannot be read."""
        if _ID.fullmatch(attempt_id) is None:
            return None
        return _parsed(attempt_id, self._store.find(attempt_id))

    def close(self) -> None:
        """Write what could not be written before, and let the file go."""
        self._store.close()

    def _wait_for(self, attempt_id: str, word: LastWord) -> None:
        def is_settled() -> bool:
            found = self.find(attempt_id)
            # After another launch it would be refused: there is nothing to wait for.
            if found is None or found.launches != word.launches:
                return True
            return found.sequence >= word.sequence

        with self._changed:
            self._changed.wait_for(is_settled, self._patience_s)

    def _change(self, name: str, step: Callable[[Attempt | None], Attempt]) -> Attempt:
        made: list[Attempt] = []

        def written(text: str | None) -> str:
            made.append(step(_parsed(name, text)))
            return made[-1].model_dump_json()

        self._store.change(name, written)
        with self._changed:
            self._changed.notify_all()
        return made[-1]


def _session() -> str:
    return secrets.token_urlsafe(16)


def _parsed(name: str, text: str | None) -> Attempt | None:
    if text is None:
        return None
    try:
        found = Attempt.model_validate_json(text)
    except ValidationError:
        _LOG.warning("La tentative %s ne peut pas être lue : elle recommence à vide.", name)
        return None
    return found if found.id == name else None


def _launched(found: Attempt | None, build: str, *, is_shared: bool) -> Attempt:
    if found is None or found.build != build:
        raise UnknownAttempt
    others = {**found.others, found.session: found.sequence} if is_shared else {}
    changes = {
        "session": _session(),
        "launches": found.launches + 1,
        "sequence": 0,
        "others": dict(list(others.items())[-_MOST_SESSIONS:]),
    }
    return found.model_copy(update=changes)


def _committed(found: Attempt | None, commit: Commit) -> Attempt:
    if found is None:
        raise UnknownAttempt
    sequences = {**found.others, found.session: found.sequence}
    known = next((each for each in sequences if _is_same(each, commit.session)), None)
    if known is None:
        raise SessionTaken(found.id)
    return found if commit.sequence <= sequences[known] else _joined(found, commit)


def _is_same(secret: str, shown: str) -> bool:
    return secrets.compare_digest(secret.encode(), shown.encode())


def _joined(attempt: Attempt, commit: Commit) -> Attempt:
    kept: Mapping[str, str] = {} if commit.is_whole else attempt.record
    record = {**kept, **commit.values}
    if len(record) > _MOST_ELEMENTS:
        raise RecordFull(attempt.id)
    changes: dict[str, object] = {"record": record}
    if commit.session == attempt.session:
        changes["sequence"] = commit.sequence
    else:
        changes["others"] = {**attempt.others, commit.session: commit.sequence}
    return Attempt.model_validate(attempt.model_dump() | changes)
