"""What a newcomer relies on: the papers, the two commands, the locks, a clean tree."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PAPERS = (
    *("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "courses/README.md", "quizzes/README.md"),
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md")),
)
LOCKS = ("run", "dev", "node", "java", "bench", "kolibri", "xblock")

# In pieces, so that this file does not hold what it looks for.
ADDRESSES = (
    "registry.npm" + "js.org",
    "registry.yarn" + "pkg.com",
    "py" + "pi.org",
    "python" + "hosted.org",
    "deb.deb" + "ian.org",
)
TRACES = (
    *ADDRESSES,
    "--index" + "-url",
    "--extra-index" + "-url",
    '"reso' + 'lved"',
    "/wo" + "rk/",
)
BINARY = {".png", ".jpg", ".jpeg", ".webp", ".zip", ".pdf", ".mp3", ".mp4"}


@cache
def tracked() -> tuple[str, ...]:
    """Every file that is in git, or would be if all were added."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    return tuple(name for name in said.decode().split("\0") if (ROOT / name).is_file())


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def commands_in(name: str) -> list[str]:
    """What a paper tells to type: the lines that start with a prompt."""
    return re.findall(r"^\$ (.+)$", read(name), re.MULTILINE)


def pins(lock: str) -> dict[str, list[str]]:
    """Versions by package name; several when they depend on the platform."""
    found: dict[str, list[str]] = {}
    text = read(f"requirements/{lock}.txt")
    for name, version in re.findall(r"^(\S+?)==(\S+)", text, re.MULTILINE):
        found.setdefault(name, []).append(version)
    return found


def settings() -> dict[str, dict[str, list[str]]]:
    loaded: dict[str, dict[str, list[str]]] = tomllib.loads(read("pyproject.toml"))
    return loaded


def test_the_readme_names_the_two_commands_before_all_others() -> None:
    assert commands_in("README.md")[:2] == ["scripts/preview", "scripts/test"]


def test_the_readme_opens_in_french_for_authors() -> None:
    opening = read("README.md").split("```")[0]
    assert "courses/README.md" in opening
    assert "docs/lire-les-resultats.md" in opening
    assert "en français" in opening


def scripts_named() -> Iterator[str]:
    for paper in PAPERS:
        yield from re.findall(r"\bscripts/[\w-]+", read(paper))


@pytest.mark.parametrize("script", sorted({*scripts_named(), ".ci/run"}))
def test_every_script_that_is_named_can_be_run(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)


def tiers_lieu_commands() -> Iterator[str]:
    for paper in PAPERS:
        yield from re.findall(r"(?:`|^\$ |/)tiers-lieu ([a-z]+)", read(paper), re.MULTILINE)


@pytest.mark.parametrize("command", sorted(set(tiers_lieu_commands())))
def test_every_command_that_is_named_exists(command: str) -> None:
    program = [sys.executable, "-m", "tiers_lieu_mooc", command, "--help"]
    ran = subprocess.run(program, cwd=ROOT, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()


def test_the_package_checker_can_be_run_alone() -> None:
    command = [sys.executable, "-m", "scorm_export", "check", "--help"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()


def test_the_tests_explain_their_lanes_and_refuse_unknown_ones() -> None:
    script = ROOT / "scripts/test"
    helped = subprocess.run([script, "--help"], capture_output=True, check=True)
    assert b"scripts/test [LANE...]" in helped.stdout
    assert subprocess.run([script, "nothing"], capture_output=True, check=False).returncode == 2


def test_continuous_integration_runs_what_everybody_runs() -> None:
    assert "scripts/test" in read(".ci/run")


@pytest.mark.parametrize("trace", TRACES)
def test_no_file_holds_the_address_of_a_registry_or_a_path_of_a_machine(trace: str) -> None:
    texts = (name for name in tracked() if Path(name).suffix not in BINARY)
    content = trace.encode()
    assert [name for name in texts if content in (ROOT / name).read_bytes()] == []


@pytest.mark.parametrize(
    "folder",
    [
        ".venv/",
        "build/",
        "dist/",
        "node_modules/",
        "scorm_export/schemas/scorm12/",
        "scorm_export/schemas/scorm2004-3/",
        "scorm_export/schemas/scorm2004-4/",
        "tiers_lieu_mooc/learner/bundle/",
        "tiers_lieu_mooc/preview/bundle/",
        "tiers_lieu_mooc/preview/vendor/",
    ],
)
def test_nothing_generated_or_third_party_is_committed(folder: str) -> None:
    assert [name for name in tracked() if name.startswith(folder)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_python_requirement_is_pinned_with_its_hashes(lock: str) -> None:
    text = re.sub(r"^#.*\n", "", read(f"requirements/{lock}.txt"), flags=re.MULTILINE)
    entries = [entry for entry in re.split(r"\n(?=\S)", text.strip()) if entry]
    assert entries
    shape = r"\S+==\S+( ; [^\\\n]+)? \\\n(    --hash=sha256:[0-9a-f]{64}( \\\n)?)+\n?"
    assert [entry for entry in entries if not re.fullmatch(shape, entry)] == []


def test_the_locks_fit_what_the_project_asks_for() -> None:
    groups = settings()["dependency-groups"]
    wanted = {
        "run": [*settings()["project"]["dependencies"], *groups["build"]],
        "dev": [*settings()["project"]["dependencies"], *groups["build"], *groups["dev"]],
        "node": groups["node"],
        "java": groups["java"],
        "bench": groups["bench"],
        "kolibri": groups["kolibri"],
        "xblock": groups["xblock"],
    }
    for lock in LOCKS:
        pinned = pins(lock)
        for asked in map(Requirement, wanted[lock]):
            versions = pinned[asked.name.lower().replace(".", "-")]
            assert all(version in asked.specifier for version in versions), asked


def test_tests_run_with_the_versions_that_people_get() -> None:
    run, dev = pins("run"), pins("dev")
    assert {name: dev.get(name) for name in run} == run


def test_every_npm_package_of_the_tests_is_pinned_with_its_hash() -> None:
    packages = json.loads(read("package-lock.json"))["packages"]
    packages.pop("")
    assert packages
    for name, package in packages.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "reso" + "lved" not in package, name


def test_every_npm_package_that_ships_is_pinned_with_its_hash() -> None:
    packages = json.loads(read("frontend.lock.json"))["packages"]
    for name, package in packages.items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", package["version"]), name
        assert re.fullmatch(r"sha512-[A-Za-z0-9+/]{86}==", package["integrity"]), name


def test_the_tests_use_the_scorm_engine_that_ships() -> None:
    shipped = json.loads(read("frontend.lock.json"))["packages"]["scorm-again"]
    tested = json.loads(read("package-lock.json"))["packages"]["node_modules/scorm-again"]
    assert tested["version"] == shipped["version"]
    assert tested["integrity"] == shipped["integrity"]


def set_up(folder: Path, calls: str) -> subprocess.CompletedProcess[str]:
    """Run functions of the set-up in a folder that has the project's own Python."""
    (folder / ".venv/bin").mkdir(parents=True, exist_ok=True)
    python = folder / ".venv/bin/python"
    if not python.exists():
        python.symlink_to(sys.executable)
    return subprocess.run(
        ["bash", "-ec", f"source {ROOT / 'scripts/setup.sh'}; {calls}"],
        cwd=folder,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )


def test_what_is_installed_is_compiled_where_python_may_write_no_bytecode(tmp_path: Path) -> None:
    site = tmp_path / ".venv/lib/python3.11/site-packages"
    own = [tmp_path / name for name in ("scorm_export", "tiers_lieu_mooc")]
    for folder in (site, *own):
        folder.mkdir(parents=True)
        (folder / "a.py").write_text("A = 1\n")
    said = set_up(tmp_path, "compile_python").stderr
    assert "Compilation des paquets Python" in said
    compiled = [next((folder / "__pycache__").glob("a.*.pyc")) for folder in (site, *own)]
    before = [path.read_bytes() for path in compiled]
    assert set_up(tmp_path, "compile_python").stderr == ""
    later = (own[1] / "a.py").stat().st_mtime + 10
    (own[1] / "a.py").write_text("A = 22\n")
    os.utime(own[1] / "a.py", (later, later))
    assert set_up(tmp_path, "compile_python").stderr == ""
    assert [path.read_bytes() == old for path, old in zip(compiled, before, strict=True)] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    "call",
    [
        "set_up_python run",
        "set_up_apart build/apart kolibri",
        "have() { false; }; find_node",
        "have() { false; }; is_recent_java() { false; }; set_up_java",
        "is_stamped() { false; }; find_node() { :; }; set_up_node",
        "have() { true; }; as_root() { :; }; install_debian chromium",
    ],
)
def test_every_long_step_says_in_french_what_it_does_and_how_long_it_takes(
    tmp_path: Path, call: str
) -> None:
    (tmp_path / "requirements").mkdir()
    for name in ("requirements/run.txt", "pyproject.toml", "hatch_build.py", "frontend.lock.json"):
        (tmp_path / name).touch()
    for name in ("requirements/kolibri.txt", "package.json", "package-lock.json"):
        (tmp_path / name).touch()
    (tmp_path / "scorm_export").mkdir()
    (tmp_path / "tiers_lieu_mooc").mkdir()
    quiet = "quietly() { :; }; make_environment() { mkdir -p $1; }; "
    said = set_up(tmp_path, f"{quiet}({call}) || true").stderr.splitlines()
    steps = [line for line in said if line.endswith("…")]
    assert steps
    assert [line for line in steps if not re.search(r"minute|seconde", line)] == []
