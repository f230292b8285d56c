"""The preview's own pages."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from tiers_lieu_mooc.preview.errors import PreviewError
from tiers_lieu_mooc.preview.guard import origin_of, package_policy
from tiers_lieu_mooc.preview.home import home_view
from tiers_lieu_mooc.preview.player import player_view
from tiers_lieu_mooc.preview.quality_page import quality_view
from tiers_lieu_mooc.preview.serving import content_type, file_response
from tiers_lieu_mooc.preview.templating import page
from tiers_lieu_mooc.preview.workbench import Build, Shown, Workbench

GUIDES = "docs/index.md"
"""The paper that leads to all others."""

_HERE = Path(__file__).parent
_SCRIPTS = {
    "accueil.js": _HERE / "static" / "home.js",
    "apercu.css": _HERE / "static" / "preview.css",
    "dom.js": _HERE / "static" / "dom.js",
    "lecteur.js": _HERE / "bundle" / "player.js",
    "qualite.css": _HERE / "static" / "quality.css",
    "qualite.js": _HERE / "static" / "quality.js",
}
"""Public name → file; the player is bundled when the project is installed."""


def check_installation() -> None:
    """Make sure that the player's script is there.

    Raises:
        PreviewError: when the installation did not bring it.
    """
    missing = [path.name for path in _SCRIPTS.values() if not path.is_file()]
    if missing:
        raise PreviewError(
            f"Il manque à l’installation : {', '.join(missing)}. Lancez « python hatch_build.py » "
            "dans le dossier du projet, ou « uv sync --reinstall-package tiers-lieu-mooc »."
        )


def pages_router(workbench: Workbench, shared_address: str = "", editor: str = "") -> APIRouter:
    """Make the routes of the pages, of their scripts and of the packages' files.

    Args:
        shared_address: what others of the network open, key included; "" when nobody else may.
        editor: form of the addresses by which findings open in an editor; "" for none.
    """
    router = APIRouter(include_in_schema=False)
    _add_pages(router, workbench, shared_address, editor)
    _add_papers(router, workbench)
    _add_files(router, workbench)
    return router


def _add_pages(router: APIRouter, workbench: Workbench, shared_address: str, editor: str) -> None:
    @router.get("/")
    def home() -> HTMLResponse:
        has_guides = workbench.guide(GUIDES) is not None
        view = home_view(workbench.shown, shared_address, editor)
        return page("home.html.j2", {**view, "guides": GUIDES if has_guides else ""})

    @router.get("/qualite/{course}")
    def quality(course: str) -> HTMLResponse:
        shown = workbench.shown
        entry = shown.courses.get(course)
        if entry is None:
            raise HTTPException(404)
        return page("quality.html.j2", quality_view(entry, shown, editor))

    @router.get("/lecteur/{key}")
    def player(key: str) -> HTMLResponse:
        shown = workbench.shown
        return page(
            "player.html.j2", player_view(_build(shown, key), shown, is_shared=bool(shared_address))
        )


def _add_papers(router: APIRouter, workbench: Workbench) -> None:
    @router.get("/regles/{family}/{name}")
    def rule(family: str, name: str) -> HTMLResponse:
        text = workbench.explain(f"{family}/{name}")
        if text is None:
            raise HTTPException(404)
        return page("rule.html.j2", {"code": f"{family}/{name}", "text": text})

    @router.get("/guides/{name:path}")
    def guide(name: str) -> HTMLResponse:
        found = workbench.guide(name)
        if found is None:
            raise HTTPException(404)
        return page("guide.html.j2", {"title": found[0], "text": found[1]})


def _add_files(router: APIRouter, workbench: Workbench) -> None:
    @router.get("/statique/{name}")
    def script(name: str) -> Response:
        path = _SCRIPTS.get(name)
        if path is None:
            raise HTTPException(404)
        return Response(path.read_bytes(), media_type=content_type(path.name))

    @router.get("/paquet/{key}/{path:path}")
    def file(key: str, path: str, request: Request) -> Response:
        content = _build(workbench.shown, key).files.get(path)
        if content is None:
            raise HTTPException(404)
        policy = package_policy(origin_of(request.headers), key)
        return file_response(path, content, request.headers.get("range"), policy)


def _build(shown: Shown, key: str) -> Build:
    build = shown.builds.get(key)
    if build is None:
        raise HTTPException(404)
    return build
