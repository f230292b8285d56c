"""The page about the routes: FastAPI's description of them, without files of other hosts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, FastAPI
from starlette.responses import HTMLResponse

from tiers_lieu_mooc.preview.templating import page


@dataclass(frozen=True)
class Answer:
    """What a route may answer; ``shape`` is the JSON schema of its content, if it has one."""

    status: str
    meaning: str
    shape: str


@dataclass(frozen=True)
class Route:
    """One route as it is listed."""

    method: str
    path: str
    summary: str
    parameters: tuple[tuple[str, str, str], ...]
    body: str
    answers: tuple[Answer, ...]


def manual_router(app: FastAPI) -> APIRouter:
    """Make the page, at the address where FastAPI has its own."""
    router = APIRouter(include_in_schema=False)

    @router.get("/docs")
    def manual() -> HTMLResponse:
        schema = app.openapi()
        models = {
            name: json.dumps(model, ensure_ascii=False, indent=2)
            for name, model in schema.get("components", {}).get("schemas", {}).items()
        }
        return page("manual.html.j2", {"routes": list(_routes(schema)), "models": models})

    return router


def _routes(schema: Mapping[str, Any]) -> Iterator[Route]:
    for path, methods in schema["paths"].items():
        for method, described in methods.items():
            yield Route(
                method=method.upper(),
                path=path,
                summary=described.get("description", ""),
                parameters=tuple(
                    (each["name"], each["in"], _shape(each["schema"]))
                    for each in described.get("parameters", ())
                ),
                body=_content(described.get("requestBody", {})),
                answers=tuple(
                    Answer(status, answer.get("description", ""), _content(answer))
                    for status, answer in described["responses"].items()
                ),
            )


def _content(described: Mapping[str, Any]) -> str:
    shapes = (_shape(each.get("schema", {})) for each in described.get("content", {}).values())
    return next((shape for shape in shapes if shape), "")


def _shape(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    return str(schema.get("type", ""))
