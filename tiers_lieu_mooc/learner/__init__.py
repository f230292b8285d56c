"""The learner's page: two style sheets and two scripts, each made by ``hatch_build.py``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_BUNDLE = Path(__file__).parent / "bundle"
_STYLES = Path(__file__).parent / "css"


class FrontEndMissing(Exception):  # noqa: N818 -- the name says what is wrong
    """The bundles are absent: the project was not installed, or its files were swept away."""


@dataclass(frozen=True, slots=True)
class FrontEnd:
    """What every page carries: its style sheet's text, and the bytes of the files beside it.

    Attributes:
        style: what a first lesson and its questions need.
        more_style: the rest, which may arrive later.
        scripts: what reading, answering and saving need, by the kind of recorder.
        tools: the rest, which may arrive later.
    """

    style: str
    more_style: bytes
    scripts: Mapping[str, bytes]
    tools: bytes


@cache
def tokens() -> str:
    """Give the style sheet of colours, spaces and sizes, for other papers of the same look."""
    return (_STYLES / "tokens.css").read_text(encoding="utf-8")


@cache
def front_end() -> FrontEnd:
    """Read the bundles.

    Raises:
        FrontEndMissing: when they are not there.
    """
    try:
        style = (_BUNDLE / "app.css").read_text(encoding="utf-8")
        scripts = {kind: _read(f"app-{kind}.js") for kind in ("scorm12", "scorm2004", "local")}
        return FrontEnd(style.rstrip("\n"), _read("more.css"), scripts, _read("tools.js"))
    except FileNotFoundError as missing:
        sentence = (
            "le script et le style de la page manquent : réinstallez le projet "
            "(« pip install -e . » dans le dossier du projet)"
        )
        raise FrontEndMissing(sentence) from missing


def _read(name: str) -> bytes:
    return (_BUNDLE / name).read_bytes()
