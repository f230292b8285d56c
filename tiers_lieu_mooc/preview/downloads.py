"""Packages and reading keys as files to keep: what is uploaded to an LMS, and what goes with it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from tiers_lieu_mooc.preview.serving import content_type
from tiers_lieu_mooc.preview.workbench import Shown, Workbench

_ZIP = "application/zip"


def downloads_router(workbench: Workbench, *, is_shared: bool = False) -> APIRouter:
    """Make the route of the files that are kept, by the names that ``tiers-lieu build`` gives them.

    Args:
        is_shared: others are let in, who may be learners. What a package holds they can read
            anyway; a reading key holds every right answer, and is not there for them.
    """
    router = APIRouter(include_in_schema=False)

    @router.get("/telecharger/{name}")
    def download(name: str) -> Response:
        content = _package(workbench.shown, name)
        if content is not None:
            return _kept(name, content, _ZIP)
        content = None if is_shared else _paper(workbench.shown, name)
        if content is None:
            raise HTTPException(404)
        return _kept(name, content, content_type(name))

    return router


def _package(shown: Shown, name: str) -> bytes | None:
    build = shown.builds.get(name.removesuffix(".zip"))
    return build.as_zip() if build is not None and build.zip_name == name else None


def _paper(shown: Shown, name: str) -> bytes | None:
    keys = (build.reading_key for build in shown.builds.values() if build.reading_key is not None)
    return next((key.files[name] for key in keys if name in key.names), None)


def _kept(name: str, content: bytes, kind: str) -> Response:
    # Names are those of packages: letters, digits and marks that a header carries as they are.
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=kind, headers=headers)
