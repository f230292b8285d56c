"""Routes of the simulated LMS: a launch, its commits, and what is kept."""

from __future__ import annotations

from fastapi import APIRouter, Depends, HTTPException, Request, Response, Security
from fastapi.security import APIKeyHeader
from pydantic import BaseModel, ConfigDict

from tiers_lieu_mooc.preview.attempts import (
    Attempt,
    Attempts,
    Commit,
    LastWord,
    Name,
    Record,
    RecordFull,
    SessionTaken,
    UnknownAttempt,
)
from tiers_lieu_mooc.preview.guard import WRITE_HEADER
from tiers_lieu_mooc.preview.refusals import documented
from tiers_lieu_mooc.preview.workbench import Workbench

_HEADER = APIKeyHeader(
    name=WRITE_HEADER,
    auto_error=False,
    scheme_name="Écriture",
    description="Vaut « 1 ». Une page étrangère ne peut pas l’envoyer.",
)


class LaunchRequest(BaseModel):
    """Which package is launched, and the attempt that goes on, if any.

    Attributes:
        after: what the browser sent last for that attempt as its page was left: beacons may be
            overtaken by the request that follows them.
        is_shared: the LMS lets earlier launches go on writing beside this one.
    """

    model_config = ConfigDict(extra="forbid")

    build: Name
    attempt: Name | None = None
    after: LastWord | None = None
    is_shared: bool = False


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


def _own_header(sent: str | None = Security(_HEADER)) -> None:
    if sent != "1":
        raise HTTPException(403, f"L’en-tête {WRITE_HEADER} manque.")


def _own_origin(request: Request) -> None:
    """Demand an origin, which the guard has compared.

    A beacon cannot carry a header of ours. It is told from a foreign page's by three things: its
    origin, which browsers write and pages cannot; its type, JSON, which browsers send to another
    origin only after asking for leave that is never given; and the secret of its session.
    """
    if "origin" not in request.headers:
        raise HTTPException(403, "L’origine manque.")


def records_router(workbench: Workbench, attempts: Attempts) -> APIRouter:
    """Make the routes that launch and keep attempts."""
    router = APIRouter(prefix="/api", tags=["LMS simulé"])
    _add_launches(router, workbench, attempts)
    _add_commits(router, attempts)
    return router


def _add_launches(router: APIRouter, workbench: Workbench, attempts: Attempts) -> None:
    @router.post(
        "/lancements", dependencies=[Depends(_own_header)], responses=documented(403, 404, 413, 422)
    )
    def launch(asked: LaunchRequest) -> Launched:
        """Open a session for a package, in its attempt or a new one."""
        if asked.build not in workbench.shown.builds:
            raise HTTPException(404, "Paquet inconnu.")
        opened = attempts.launch(asked.build, asked.attempt, asked.after, is_shared=asked.is_shared)
        return Launched(
            attempt=opened.id,
            session=opened.session,
            launches=opened.launches,
            record=opened.record,
        )

    @router.get("/tentatives/{attempt_id}", responses=documented(404, 422))
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


def _add_commits(router: APIRouter, attempts: Attempts) -> None:
    refusals = documented(403, 404, 409, 413, 422)

    @router.post(
        "/tentatives/{attempt_id}/valeurs", dependencies=[Depends(_own_header)], responses=refusals
    )
    def commit(attempt_id: str, commit: Commit) -> Received:
        """Keep the values of a commit."""
        found = _committed(attempts, attempt_id, commit)
        return Received(attempt=found.id, sequence=found.sequence)

    @router.post(
        "/tentatives/{attempt_id}/balise",
        dependencies=[Depends(_own_origin)],
        responses=refusals,
        status_code=204,
    )
    def beacon(attempt_id: str, commit: Commit) -> Response:
        """Keep the values that a page sends while it is left."""
        _committed(attempts, attempt_id, commit)
        return Response(status_code=204)


def _committed(attempts: Attempts, attempt_id: str, commit: Commit) -> Attempt:
    try:
        return attempts.commit(attempt_id, commit)
    except UnknownAttempt as error:
        raise HTTPException(404, "Tentative inconnue.") from error
    except SessionTaken as error:
        raise HTTPException(409, "Tentative reprise ailleurs.") from error
    except RecordFull as error:
        raise HTTPException(413, "Trop d’éléments pour une tentative.") from error
