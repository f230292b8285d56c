"""The shape of the code: who may import whom, who alone may touch what, how big things get."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("scorm_export", "tiers_lieu_mooc")

LONGEST_MODULE = 400
LONGEST_FUNCTION = 40

_COMPILER = frozenset(
    (
        "scorm_export",
        "accessibility",
        "assembly",
        "bundling",
        "codebook",
        "findings",
        "inspection",
        "learner",
        "linting",
        "model",
        "parsing",
        "reading",
        "rendering",
        "rules",
        "targets",
    )
)
MAY_IMPORT = {
    "scorm_export": frozenset[str](),
    "rules": frozenset({"scorm_export"}),
    "model": frozenset({"scorm_export"}),
    "reading": frozenset({"scorm_export", "rules"}),
    "parsing": frozenset({"scorm_export", "rules", "reading", "model"}),
    "assembly": frozenset({"scorm_export", "rules", "reading", "parsing", "model"}),
    "linting": frozenset({"scorm_export", "rules", "model"}),
    "findings": frozenset({"scorm_export"}),
    "inspection": frozenset({"scorm_export"}),
    "accessibility": frozenset[str](),
    "rendering": frozenset({"accessibility", "model"}),
    "learner": frozenset[str](),
    "papers": frozenset({"learner"}),
    "codebook": frozenset({"model", "papers", "rendering"}),
    "results": frozenset({"scorm_export", "codebook", "papers"}),
    "bundling": frozenset({"scorm_export", "learner", "model", "rendering"}),
    "targets": frozenset({"scorm_export"}),
    "quality": frozenset(
        {"scorm_export", "accessibility", "bundling", "linting", "model", "reading"}
    ),
    "preview": frozenset({"scorm_export", "quality"}),
    "reference": frozenset(
        {"scorm_export", "accessibility", "rules", "parsing", "model", "findings", "inspection"}
    ),
    "rule_pages": frozenset({"scorm_export", "reference"}),
    "guide_pages": frozenset[str](),
    "building": _COMPILER,
    "skeleton": frozenset({"scorm_export", "reading"}),
    "releasing": frozenset({"model"}),
    "comparing": frozenset({"scorm_export", "model", "findings"}),
    "cli": _COMPILER
    | {
        "building",
        "comparing",
        "guide_pages",
        "preview",
        "quality",
        "reference",
        "releasing",
        "results",
        "rule_pages",
        "skeleton",
    },
    "__init__": _COMPILER | {"building"},
    "__main__": frozenset({"scorm_export", "cli"}),
}
"""Each part of the program and the other parts that it may import; a part of one package is
free inside. ``parsing`` takes the formatted text and nothing else from ``model``."""

FEW_IMPORTERS = {
    "zipfile": ("scorm_export/archive.py",),
    "markdown_it": (
        "tiers_lieu_mooc/guide_pages.py",
        "tiers_lieu_mooc/parsing/",
        "tiers_lieu_mooc/rule_pages.py",
    ),
    "mdit_py_plugins": ("tiers_lieu_mooc/parsing/",),
    "fastapi": ("tiers_lieu_mooc/preview/",),
    "python_calamine": ("tiers_lieu_mooc/results/",),
    "segno": ("tiers_lieu_mooc/preview/qr.py",),
    "tinycss2": ("tiers_lieu_mooc/assembly/drawings/",),
    "ruamel": ("tiers_lieu_mooc/parsing/", "tiers_lieu_mooc/skeleton.py"),
}
"""Libraries that few places know: a file, or the files under a path."""


def modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def part_of(path: Path) -> str:
    """Name the part that a module belongs to: the package below ours, or the module itself."""
    package, *rest = path.relative_to(ROOT).with_suffix("").parts
    return package if package == "scorm_export" else rest[0]


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports_in(tree: ast.Module, path: Path) -> Iterator[str]:
    """Give the full dotted name of everything a module imports, relative imports resolved."""
    package = path.relative_to(ROOT).parts[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            origin = ".".join([*base, *filter(None, [node.module])])
            yield from (f"{origin}.{alias.name}" for alias in node.names)


def parts_imported_in(tree: ast.Module, path: Path) -> Iterator[str]:
    for name in imports_in(tree, path):
        package, _, rest = name.partition(".")
        if package == "scorm_export":
            yield package
        elif package == "tiers_lieu_mooc":
            yield rest.partition(".")[0] or "__init__"


@pytest.mark.parametrize("path", modules(*PACKAGES), ids=name_of)
def test_a_module_imports_only_what_its_part_may(path: Path) -> None:
    part = part_of(path)
    assert part in MAY_IMPORT, f"{part} is new: give it a line in MAY_IMPORT"
    assert set(parts_imported_in(tree_of(path), path)) - {part} <= MAY_IMPORT[part]


@pytest.mark.parametrize(
    "line",
    [
        "import tiers_lieu_mooc.cli",
        "import tiers_lieu_mooc.cli as commands",
        "from tiers_lieu_mooc import cli",
        "from tiers_lieu_mooc.cli import main",
        "from .. import cli",
        "from ..cli import main",
        "def later():\n    from ..cli import main",
    ],
)
def test_an_import_is_seen_in_whatever_form_it_is_written(line: str) -> None:
    path = ROOT / "tiers_lieu_mooc" / "linting" / "imagined.py"
    assert set(parts_imported_in(ast.parse(line), path)) == {"cli"}


@pytest.mark.parametrize("library", sorted(FEW_IMPORTERS))
def test_a_library_is_known_where_it_belongs_only(library: str) -> None:
    places = FEW_IMPORTERS[library]
    importers = [
        name_of(path)
        for path in modules(*PACKAGES)
        if any(name.split(".")[0] == library for name in imports_in(tree_of(path), path))
    ]
    assert [name for name in importers if not name.startswith(places)] == []


@pytest.mark.parametrize("path", modules(*PACKAGES, "tests"), ids=name_of)
def test_modules_and_functions_stay_small(path: Path) -> None:
    length = len(path.read_text("utf-8").splitlines())
    assert length <= LONGEST_MODULE
    long = {
        node.name: size
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (size := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


_TAKEN = re.compile(r'^import .* from "(\.\./[^"]+)";$', re.MULTILINE)


_DOORS = {"../shared.js", "../../../../scorm_export/runtime/rows.js"}
_ROWS = ("rows.js", "interactions.js", "objectives.js", "answered.js")
"""What reports rows; of ``calls.js`` it needs what the first script does without."""


def test_the_second_script_takes_from_the_first_by_one_door() -> None:
    """What it imported from elsewhere would be in the package twice (``learner/js/shared.js``).

    But for what nobody else needs: rows of interactions and objectives.
    """
    tools = sorted((ROOT / "tiers_lieu_mooc/learner/js/tools").glob("*.js"))
    taken = {path.name: set(_TAKEN.findall(path.read_text("utf-8"))) for path in tools}
    assert {name: doors for name, doors in taken.items() if doors - _DOORS} == {}
    runtime = ROOT / "scorm_export/runtime"
    rows = {name: (runtime / name).read_text("utf-8") for name in _ROWS}
    beyond = {each for text in rows.values() for each in re.findall(r'from "\./([^"]+)"', text)}
    assert beyond - set(_ROWS) == {"calls.js"}
    assert any(taken.values())
