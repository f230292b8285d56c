"""What packages export: ``__all__`` is sorted, complete and true."""

from __future__ import annotations

import ast
import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def declares_all(path: Path) -> bool:
    tree = ast.parse(path.read_text("utf-8"))
    names = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return "__all__" in names


def declaring_packages() -> list[str]:
    found = [
        *ROOT.glob("scorm_export/**/__init__.py"),
        *ROOT.glob("tiers_lieu_mooc/**/__init__.py"),
    ]
    folders = sorted(path.parent for path in found if declares_all(path))
    return [folder.relative_to(ROOT).as_posix().replace("/", ".") for folder in folders]


def in_order(names: list[str]) -> list[str]:
    """Sort as the linter does: constants, classes, then the rest."""
    return sorted(names, key=lambda name: (not name.isupper(), not name[0].isupper(), name))


def taken_names(path: Path) -> set[str] | None:
    """Give the names that a package takes from its modules; None when it does more than that."""
    names: set[str] = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            return None
        if isinstance(node, ast.ImportFrom) and node.module != "__future__":
            names |= {each.asname or each.name for each in node.names}
    return names


@pytest.mark.parametrize("name", declaring_packages())
def test_the_names_that_a_package_exports_exist_and_are_in_order(name: str) -> None:
    package = importlib.import_module(name)
    exported: list[str] = package.__all__
    assert exported == in_order(exported)
    assert [each for each in exported if not hasattr(package, each)] == []


@pytest.mark.parametrize("name", declaring_packages())
def test_a_package_that_only_gathers_names_exports_them_all(name: str) -> None:
    taken = taken_names(ROOT / name.replace(".", "/") / "__init__.py")
    exported = importlib.import_module(name).__all__
    assert taken is None or taken - set(exported) <= {"Rule"}
