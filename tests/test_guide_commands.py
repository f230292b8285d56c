"""Every command of every guide works as it is typed, in the project's folder, after the set-up."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.course_builder import CourseBuilder
from tests.support.project import emptied, environment, previewed, project_at
from tests.test_guides import GUIDES, MARKDOWN, ROOT, inlines

PAPERS = (*GUIDES, "README.md")
SHELL = ("sh", "console")
OURS = re.compile(r"(?:[\w.~-]*/)*(?:scripts/[a-z-]+|bin/[a-z-]+|tiers-lieu)(?: .*)?")

ELSEWHERE = {
    "scripts/reference": "for those who change the program",
    "scripts/test": "for those who change the program",
    "tiers-lieu check": "once it is installed as a program of the machine",
    "tiers-lieu": "the name of that program",
}
"""What guides show that is not for their readers to type in the project."""

BANK = "::: vrai-faux #{name}\n\nUn lieu.\n\n- [x] Vrai\n- [ ] Faux\n:::\n"


def typed(paper: str) -> Iterator[str]:
    """What a paper tells to type: code in its text, lines of shell; what programs say is not."""
    for _, inline in inlines(paper):
        yield from (each.content for each in inline.children or () if each.type == "code_inline")
    for token in MARKDOWN.parse((ROOT / paper).read_text("utf-8")):
        if token.type == "fence" and token.info in SHELL:
            yield from token.content.splitlines()


def commands() -> list[str]:
    """Every command once, in the order of the guides."""
    found = (each.strip().removeprefix("$ ") for paper in PAPERS for each in typed(paper))
    kept = dict.fromkeys(each for each in found if OURS.fullmatch(each))
    return [each for each in kept if each not in ELSEWHERE]


def a_course(root: Path, name: str = "tiers-lieux-ruraux") -> CourseBuilder:
    """A course of the name that guides give as an example, with what they say is in it."""
    course = CourseBuilder(root, name).bank(BANK.format(name="tl-definition"))
    course.lesson("un-lieu-des-gens-un-projet", "Un lieu.").lesson("point", "Un point.")
    course.lesson("definir", "Un mot.", module="lancer")
    return course


def released(root: Path, *lines: str) -> None:
    """What was published before, in other words than those of the course now."""
    (root / "courses/tiers-lieux-ruraux/published-ids.txt").write_text("\n".join(lines), "utf-8")


def _renamed_module(root: Path) -> None:
    course = CourseBuilder(root, "tiers-lieux-ruraux").lesson("definir", "Mot.", module="explorer")
    shutil.rmtree(root / "courses/tiers-lieux-ruraux")
    (root / "quizzes/tiers-lieux-ruraux/comprendre.md").unlink()
    course.write()
    released(root, "comprendre/definir")


def _only_mine(root: Path) -> None:
    shutil.rmtree(root / "courses/tiers-lieux-ruraux")
    _begun(root / "courses/mon-cours")


def _with_module(root: Path, name: str) -> None:
    a_course(root).lesson("x", "Un.", module=name).write()


def _begun(course: Path, module: str = "debuter") -> None:
    CourseBuilder(course.parent.parent, course.name).lesson("x", "Un.", module=module).write()


BEFORE: dict[str, Callable[[Path], None]] = {
    "ids --renommer comprendre/definir lancer/definir": lambda root: released(
        root, "comprendre/definir"
    ),
    "ids --renommer comprendre/tl-def comprendre/tl-definition": lambda root: released(
        root, "comprendre/tl-def"
    ),
    "ids --renommer comprendre explorer": _renamed_module,
    "ids --retirer comprendre/vieux-vrai-faux": lambda root: released(
        root, "comprendre/vieux-vrai-faux"
    ),
    "ids --retirer comprendre/points-communs": lambda root: released(
        root, "comprendre/points-communs"
    ),
    "new banque tiers-lieux-ruraux/mon-module": lambda root: _with_module(root, "mon-module"),
    "debuter/choisir": _only_mine,
    "new module mon-cours": lambda root: _begun(root / "courses/mon-cours", "avant"),
    "mon-cours": lambda root: _begun(root / "courses/mon-cours"),
}
"""What must have happened before an example of a guide is typed; the first that it holds."""

BEGINS = re.compile(r"new (?:cours|course) ")
FILES = re.compile(r"(?:ancien|released|paquet)\S*\.zip|dist/\S+\.zip")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that is set up."""
    return project_at(tmp_path_factory.mktemp("projet") / "tiers-lieux")


def prepared(root: Path, home: Path, command: str) -> None:
    """Bring about what the guide says is there when that command is typed."""
    a_course(root).write()
    if not BEGINS.search(command):
        happened = (make for part, make in BEFORE.items() if part in command)
        next(happened, lambda _root: None)(root)
        _begin_elsewhere(home, command)
    for name in FILES.findall(command):
        package = root / name
        package.parent.mkdir(parents=True, exist_ok=True)
        build = ["scripts/tiers-lieu", "build", "tiers-lieux-ruraux", "--out", "build/preview/ici"]
        subprocess.run(build, cwd=root, env=environment(), check=True, capture_output=True)
        shutil.copy(root / "build/preview/ici/tiers-lieux-ruraux-scorm12.zip", package)


def _begin_elsewhere(home: Path, command: str) -> None:
    found = re.search(r"~/(formations/[a-z-]+)", command)
    if found:
        module = "avant" if "new module" in command else "debuter"
        CourseBuilder(home, "modele").lesson("x", "Un.", module=module).write()
        shutil.copytree(home / "courses/modele", home / found[1])


@pytest.mark.parametrize("command", [each for each in commands() if "resultats" not in each])
def test_a_command_of_a_guide_works_as_typed(root: Path, tmp_path: Path, command: str) -> None:
    emptied(root, tmp_path / "projet")
    home = tmp_path / "maison"
    (home / "tiers-lieux-mooc").parent.mkdir()
    (home / "tiers-lieux-mooc").symlink_to(root)
    prepared(root, home, command)
    shell = environment() | {"HOME": str(home)}
    words = [
        str(home) + each[1:] if each.startswith("~/") else each for each in shlex.split(command)
    ]
    if "preview" in command:
        words = [each for each in words if each not in ("--port", "8000", "--partager")]
        assert previewed(words, root).home
        return
    ran = subprocess.run(
        words,
        cwd=root,
        env=shell,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    # These courses are not finished: a check is right to say so.
    assert ran.returncode in ((0, 1) if " check" in command else (0,)), (
        f"{ran.stdout}\n{ran.stderr}"
    )


def test_guides_have_commands() -> None:
    found = commands()
    assert len(found) > 25
    assert [
        each for each in found if not re.match(r"(~/tiers-lieux-mooc/)?scripts/|\.venv/", each)
    ] == []
