"""The preview's own pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from scorm_export.diagnostic import Diagnostic, Severity
from tiers_lieu_mooc.preview.errors import PreviewError
from tiers_lieu_mooc.preview.guard import origin_of, package_policy
from tiers_lieu_mooc.preview.player import player_view
from tiers_lieu_mooc.preview.serving import content_type, file_response
from tiers_lieu_mooc.preview.templating import page
from tiers_lieu_mooc.preview.wording import (
    SEVERITIES,
    TARGETS,
    size_text,
)
from tiers_lieu_mooc.preview.workbench import Build, Shown, Workbench

_HERE = Path(__file__).parent
_SCRIPTS = {
    "accueil.js": _HERE / "static" / "home.js",
    "apercu.css": _HERE / "static" / "preview.css",
    "lecteur.js": _HERE / "bundle" / "player.js",
}
"""Public name → file; the player is bundled when the project is installed."""


@dataclass(frozen=True)
class PackageLink:
    """One package on the home page."""

    key: str
    target: str
    size: str
    is_stale: bool


@dataclass(frozen=True)
class PackageGroup:
    """The packages of one course or module, one for each target."""

    title: str
    links: Sequence[PackageLink]


@dataclass(frozen=True)
class CourseGroup:
    """A course, whole and by module."""

    title: str
    groups: Sequence[PackageGroup]


@dataclass(frozen=True)
class FindingLine:
    """One finding as it is listed."""

    place: str
    severity: str
    message: str
    mend: str
    code: str


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


def pages_router(workbench: Workbench) -> APIRouter:
    """Make the routes of the pages, of their scripts and of the packages' files."""
    router = APIRouter(include_in_schema=False)

    @router.get("/")
    def home() -> HTMLResponse:
        return page("home.html.j2", _home_view(workbench.shown))

    @router.get("/lecteur/{key}")
    def player(key: str) -> HTMLResponse:
        shown = workbench.shown
        return page("player.html.j2", player_view(_build(shown, key), shown))

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

    return router


def _build(shown: Shown, key: str) -> Build:
    build = shown.builds.get(key)
    if build is None:
        raise HTTPException(404)
    return build


def _home_view(shown: Shown) -> dict[str, object]:
    courses = dict.fromkeys(build.course for build in shown.builds.values())
    return {
        "courses": [_course(title, shown) for title in courses],
        "findings": _lines(shown.findings),
        "summary": _summary(shown.findings),
        "trouble": shown.trouble,
        "is_stale": bool(shown.stale),
    }


def _course(title: str, shown: Shown) -> CourseGroup:
    builds = [build for build in shown.builds.values() if build.course == title]
    modules = dict.fromkeys(build.module for build in builds)
    return CourseGroup(
        title,
        [
            PackageGroup(
                module or "Cours entier",
                [_link(build, shown) for build in builds if build.module == module],
            )
            for module in modules
        ],
    )


def _link(build: Build, shown: Shown) -> PackageLink:
    target = TARGETS.get(build.target, build.target)
    return PackageLink(build.key, target, size_text(build.size_bytes), build.key in shown.stale)


def _lines(findings: Iterable[Diagnostic]) -> list[FindingLine]:
    return [
        FindingLine(
            place=_place(finding),
            severity=SEVERITIES[finding.severity],
            message=finding.message,
            mend=finding.mend,
            code=finding.code,
        )
        for finding in findings
    ]


def _place(finding: Diagnostic) -> str:
    at = finding.at
    parts = [at.path, *(str(number) for number in (at.line, at.column) if number)]
    return ":".join(parts)


def _summary(findings: Sequence[Diagnostic]) -> str:
    counts = {
        severity: sum(finding.severity is severity for finding in findings) for severity in Severity
    }
    named = [
        f"{count} {SEVERITIES[severity]}{'s' if count > 1 else ''}"
        for severity, count in counts.items()
        if count
    ]
    return ", ".join(named)
