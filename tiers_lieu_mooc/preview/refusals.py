"""How requests are refused: data for the scripts, a page for people."""

from __future__ import annotations

from typing import Any

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tiers_lieu_mooc.preview.templating import page

_MEANINGS = {
    400: "Envoi illisible",
    403: "Clé, en-tête ou origine manquants",
    404: "Rien de ce nom",
    409: "Tentative reprise ailleurs",
    413: "Envoi trop long",
    422: "Envoi d’une autre forme que celle attendue",
}


class Refusal(BaseModel):
    """Why a request was not answered, in a French sentence."""

    erreur: str


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Describe refusals as FastAPI documents them."""
    return {each: {"model": Refusal, "description": _MEANINGS[each]} for each in (400, *statuses)}


async def refusal(request: Request, error: Exception) -> Response:
    """Answer an error."""
    status, detail = _told(error)
    if request.url.path.startswith("/api/"):
        return JSONResponse({"erreur": detail}, status)
    return page("refusal.html.j2", {"status": status, "path": request.url.path}, status)


def _told(error: Exception) -> tuple[int, str]:
    if isinstance(error, RequestValidationError):
        return 422, "Envoi illisible."
    if isinstance(error, HTTPException):
        # FastAPI says in English that JSON is none.
        return error.status_code, "Envoi illisible." if error.status_code == 400 else str(
            error.detail
        )
    return 500, "L’aperçu a rencontré une erreur ; le terminal en garde la trace."
