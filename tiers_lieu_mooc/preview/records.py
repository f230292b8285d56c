"""Routes of the simulated LMS: a launch, its commits, and what is kept."""

from __future__ import annotations

from typing import Annotated, TypeVar

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.requests import ClientDisconnect

from tiers_lieu_mooc.preview.attempts import (
    Attempt,
    Attempts,
    Commit,
    Record,
    SessionTaken,
    UnknownAttempt,
)
from tiers_lieu_mooc.preview.guard import WRITE_HEADER, BodyTooLong, bounded_body
from tiers_lieu_mooc.preview.workbench import Workbench

Body = TypeVar("Body", bound=BaseModel)


class LaunchRequest(BaseModel):
    """Which package is launched, and the attempt that goes on, if any."""

    model_config = ConfigDict(extra="forbid")

    build: str
    attempt: str | None = None


class Launched(BaseModel):
    """What a launch needs to know."""

    attempt: str
    session: str
    launches: int
    record: Record


class Received(BaseModel):
    """What the server has of a session after a commit."""

    attempt: str
    sequence: int


class Kept(BaseModel):
    """What an attempt holds."""

    attempt: str
    build: str
    launches: int
    sequence: int
    record: Record


async def _body(request: Request) -> bytes:
    try:
        return await bounded_body(request)
    except BodyTooLong as error:
        raise HTTPException(413, "Envoi trop long.") from error
    except ClientDisconnect as error:
        # The window went away in the middle; half a body is no commit, and nobody waits for a word.
        raise HTTPException(400, "Envoi interrompu.") from error


def _own_header(request: Request) -> None:
    if request.headers.get(WRITE_HEADER) != "1":
        raise HTTPException(403, f"L’en-tête {WRITE_HEADER} manque.")


def _own_origin(request: Request) -> None:
    # The guard compared it; a beacon has no header of ours, so that it must be there.
    if "origin" not in request.headers:
        raise HTTPException(403, "L’origine manque.")


def records_router(workbench: Workbench, attempts: Attempts) -> APIRouter:
    """Make the routes that launch and keep attempts."""
    router = APIRouter(prefix="/api", tags=["LMS simulé"])

    @router.post("/lancements", dependencies=[Depends(_own_header)])
    def launch(body: Annotated[bytes, Depends(_body)]) -> Launched:
        """Open a session for a package, in its attempt or a new one."""
        asked = _read(LaunchRequest, body)
        if asked.build not in workbench.shown.builds:
            raise HTTPException(404, "Paquet inconnu.")
        opened = attempts.launch(asked.build, asked.attempt)
        return Launched(
            attempt=opened.id,
            session=opened.session,
            launches=opened.launches,
            record=opened.record,
        )

    @router.get("/tentatives/{attempt_id}")
    def kept(attempt_id: str) -> Kept:
        """Show what an attempt holds."""
        found = attempts.find(attempt_id)
        if found is None:
            raise HTTPException(404, "Tentative inconnue.")
        return Kept(
            attempt=found.id,
            build=found.build,
            launches=found.launches,
            sequence=found.sequence,
            record=found.record,
        )

    @router.post("/tentatives/{attempt_id}/valeurs", dependencies=[Depends(_own_header)])
    def commit(attempt_id: str, body: Annotated[bytes, Depends(_body)]) -> Received:
        """Keep the values of a commit."""
        found = _committed(attempts, attempt_id, body)
        return Received(attempt=found.id, sequence=found.sequence)

    @router.post("/tentatives/{attempt_id}/balise", dependencies=[Depends(_own_origin)])
    def beacon(attempt_id: str, body: Annotated[bytes, Depends(_body)]) -> Response:
        """Keep the values that a page sends while it is left; the session is its password."""
        _committed(attempts, attempt_id, body)
        return Response(status_code=204)

    return router


def _read(kind: type[Body], body: bytes) -> Body:
    try:
        return kind.model_validate_json(body)
    except ValidationError as error:
        raise HTTPException(422, "Envoi illisible.") from error


def _committed(attempts: Attempts, attempt_id: str, body: bytes) -> Attempt:
    try:
        return attempts.commit(attempt_id, _read(Commit, body))
    except UnknownAttempt as error:
        raise HTTPException(404, "Tentative inconnue.") from error
    except SessionTaken as error:
        raise HTTPException(409, "Tentative reprise ailleurs.") from error
