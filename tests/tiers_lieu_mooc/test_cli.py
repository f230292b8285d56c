"""The command line, as people use it: real folders, real exit codes, French words."""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from scorm_export.archive import pack
from scorm_export.checking import check
from scorm_export.standard import Standard
from scorm_export.writing import files_for
from tests.scorm_export.package_values import SINGLE
from tiers_lieu_mooc.cli import main

REAL = Path(__file__).parents[2] / "courses" / "tiers-lieux-ruraux"
TARGETS = ("scorm12", "scorm2004-3", "scorm2004-4", "web")


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def demo(workplace: Path) -> Path:
    """A course made by ``new`` alone."""
    for words in ("course demo", "module demo/premier", "lesson demo/premier/bonjour"):
        assert main(["new", *words.split()]) == 0
    assert main(["new", "bank", "demo/premier"]) == 0
    return workplace / "courses" / "demo"


def test_what_new_makes_passes_check(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(demo)]) == 0
    assert "erreur" not in capsys.readouterr().out


@pytest.mark.parametrize("words", ["course demo", "module demo/premier", "bank demo/premier"])
def test_new_never_writes_over_what_is_there(
    demo: Path, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in demo.rglob("*") if path.is_file()}
    assert main(["new", *words.split()]) == 2
    assert capsys.readouterr().err.startswith("tiers-lieu\u00a0: ")
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize(
    "words", ["course Démo", "module demo", "lesson demo/premier", "course a--b"]
)
def test_new_says_what_a_name_looks_like(
    workplace: Path, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", *words.split()]) == 2
    assert "ne convient pas" in capsys.readouterr().err
    assert list(workplace.iterdir()) == []


def test_new_keeps_the_comments_of_a_settings_file(demo: Path) -> None:
    settings = demo / "premier" / "module.yaml"
    settings.write_text("# le début\n" + settings.read_text("utf-8"), encoding="utf-8")
    assert main(["new", "lesson", "demo/premier/suite"]) == 0
    assert settings.read_text("utf-8").startswith("# le début\n")


def test_every_target_of_the_whole_course_and_of_each_module_is_built(workplace: Path) -> None:
    chosen = [part for target in TARGETS for part in ("--target", target)]
    assert main(["build", str(REAL), *chosen, "--per", "course", "--per", "module"]) == 0
    modules = [path.parent.name for path in REAL.glob("*/module.yaml")]
    assert len(modules) == 8
    stems = ["tiers-lieux-ruraux", *(f"tiers-lieux-ruraux-{module}" for module in modules)]
    packages = [workplace / "dist" / f"{stem}-{target}.zip" for stem in stems for target in TARGETS]
    assert sorted((workplace / "dist").glob("*.zip")) == sorted(packages)
    for package in packages:
        if not package.name.endswith("-web.zip"):
            assert [each.code for each in check(package)] == []
    for stem in stems:
        folder = workplace / "dist" / f"{stem}-web"
        with zipfile.ZipFile(f"{folder}.zip") as archive:
            packed = {name: archive.read(name) for name in archive.namelist()}
        laid = {
            path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")
        }
        assert laid == packed


def test_two_builds_give_equal_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        out = tmp_path / seed
        command = [sys.executable, "-m", "tiers_lieu_mooc", "build", str(REAL), "--out", str(out)]
        chosen = [part for target in TARGETS for part in ("--target", target)]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        ran = subprocess.run(
            [*command, *chosen, "--per", "course", "--per", "module"],
            env=environment,
            capture_output=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr.decode()
    first, second = (
        {
            path.relative_to(tmp_path / seed): path.read_bytes()
            for path in (tmp_path / seed).rglob("*.*")
        }
        for seed in ("1", "2")
    )
    assert len(first) > 20
    assert first == second


def test_an_error_stops_the_build_and_leaves_the_older_package(
    demo: Path, workplace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(demo)]) == 0
    package = workplace / "dist" / "demo-scorm12.zip"
    before = package.read_bytes()
    (demo / "premier" / "bonjour.md").write_text("::: qcu #x\nSans fin", encoding="utf-8")
    capsys.readouterr()
    assert main(["build", str(demo)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "courses/demo/premier/bonjour.md:1" in said.err
    assert "les anciens sont restés" in said.err
    assert package.read_bytes() == before
    assert sorted(path.name for path in package.parent.iterdir()) == [
        "demo-cle-de-lecture.csv",
        "demo-cle-de-lecture.html",
        "demo-scorm12.zip",
    ]


def test_strict_refuses_what_only_warns(demo: Path, workplace: Path) -> None:
    assert main(["build", str(demo), "--strict"]) == 1
    assert not (workplace / "dist").exists()
    assert main(["check", str(demo), "--strict"]) == 1


def test_ids_lists_and_releases_names_once(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["ids", str(demo), "--écrire"]) == 0
    names = capsys.readouterr().out.split()
    assert names == ["premier/bonjour", "premier/quiz", "premier/premier-exemple"]
    released = demo / "published-ids.txt"
    assert released.read_text("utf-8").split() == names
    assert main(["ids", str(demo), "--ecrire"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["new", "lesson", "demo/premier/suite"]) == 0
    capsys.readouterr()
    assert main(["ids", str(demo), "--écrire"]) == 0
    assert released.read_text("utf-8").split() == [*names, "premier/suite"]


def test_the_only_course_needs_no_name(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert main(["new", "course", "autre"]) == 0
    capsys.readouterr()
    assert main(["check"]) == 2
    assert "plusieurs cours" in capsys.readouterr().err
    assert main(["check", "demo"]) == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("check nulle-part", "n’existe pas"),
        ("chek", "commande inconnue"),
        ("build --target scorm13", "scorm12, scorm2004-3, scorm2004-4, web"),
        ("build --out", "il manque une valeur après --out"),
        ("preview --port mille", "il faut un nombre"),
        ("inspect", "il manque"),
        ("check un deux", "en trop ou mal écrit"),
    ],
)
def test_misuse_is_said_in_french_with_code_2(
    workplace: Path, words: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main(words.split())
    except SystemExit as left:
        code = int(left.code or 0)
    assert code == 2
    assert said in capsys.readouterr().err


def test_json_findings_can_be_read_by_programs(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (demo / "premier" / "bonjour.md").write_text("", encoding="utf-8")
    capsys.readouterr()
    assert main(["check", str(demo), "--format", "json"]) == 1
    document = json.loads(capsys.readouterr().out)
    errors = [each["path"] for each in document["findings"] if each["severity"] == "error"]
    assert errors == ["courses/demo/premier/bonjour.md"]


def test_inspect_speaks_french_and_finds_nothing_in_ours(
    demo: Path, workplace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(demo)]) == 0
    capsys.readouterr()
    assert main(["inspect", "dist/demo-scorm12.zip"]) == 0
    (workplace / "autre.zip").write_bytes(b"rien")
    assert main(["inspect", "autre.zip"]) == 1
    assert "n’est pas un zip" in capsys.readouterr().out


def test_inspect_fails_at_warnings_only_when_strict(
    workplace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {**files_for(SINGLE, Standard.SCORM_12), "plus.html": b"x"}
    (workplace / "plus.zip").write_bytes(pack(files))
    assert main(["inspect", "plus.zip"]) == 0
    assert "avertissement[files/unlisted]" in capsys.readouterr().out
    assert main(["inspect", "--strict", "plus.zip"]) == 1
    (workplace / "pire.zip").write_bytes(pack({**files, "save.php": b"x"}))
    assert main(["inspect", "pire.zip"]) == 1


@pytest.mark.parametrize("obstacle", ["dist", "dist/demo-scorm12.zip"])
def test_a_place_that_cannot_be_written_is_said_in_french(
    demo: Path, workplace: Path, obstacle: str, capsys: pytest.CaptureFixture[str]
) -> None:
    place = workplace / obstacle
    if obstacle == "dist":
        place.write_text("un fichier", encoding="utf-8")
    else:
        (place / "dedans").mkdir(parents=True)
    capsys.readouterr()
    assert main(["build", str(demo)]) == 1
    assert "là où il faut un" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["file", "link to a folder", "link to nothing"])
def test_a_web_folder_replaces_nothing_but_a_folder(
    demo: Path, workplace: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    place, mine = workplace / "dist" / "demo-web", workplace / "mine"
    place.parent.mkdir()
    mine.mkdir()
    (mine / "lettre.txt").write_text("à garder", encoding="utf-8")
    if kind == "file":
        place.write_text("à garder", encoding="utf-8")
    else:
        place.symlink_to(mine if kind == "link to a folder" else workplace / "absent")
    capsys.readouterr()
    assert main(["build", str(demo), "--target", "web"]) == 1
    assert "dist/demo-web\u00a0: un fichier se trouve là où il faut un dossier" in (
        capsys.readouterr().err
    )
    assert place.is_symlink() or place.read_text("utf-8") == "à garder"
    assert (mine / "lettre.txt").read_text("utf-8") == "à garder"
    assert list(place.parent.glob(".*")) == []


def test_names_that_reorder_a_line_are_shown_as_they_are(
    workplace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (
        ["check", "a\u202eb"],
        ["check", "demo", "en\u2066trop"],
        ["compare", "a\u202eb.zip"],
        ["resultats", "a\u202eb.csv"],
        ["new", "course", "a\u202eb"],
        ["preview", "a\u202eb"],
    ):
        with contextlib.suppress(SystemExit):
            main(words)
        said = capsys.readouterr().err
        assert not {"\u202e", "\u2066"} & set(said), words
        assert said.startswith("tiers-lieu"), words


OUTPUTS = [
    ("check", "1>/dev/full", 1, "le disque est plein"),
    ("--version", "1>/dev/full", 1, "le disque est plein"),
    ("build", "1>/dev/full", 1, "le disque est plein"),
    ("--help", "1>/dev/full", 0, ""),
    ("check", "1>&-", 0, ""),
    ("build", "2>&-", 0, ""),
    ("build", "2>/dev/full", 1, ""),
]


@pytest.mark.parametrize(("words", "where", "code", "said"), OUTPUTS)
def test_an_output_that_takes_nothing_is_no_traceback(
    demo: Path, workplace: Path, words: str, where: str, code: int, said: str
) -> None:
    ran = subprocess.run(
        ["sh", "-c", f"exec {sys.executable} -m tiers_lieu_mooc {words} {where}"],
        cwd=workplace,
        env=os.environ | {"PYTHONPATH": str(REAL.parents[1]), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in ran.stderr
    assert "Exception" not in ran.stderr
    assert said in ran.stderr
    assert ran.returncode == code


def test_a_folder_that_does_not_fit_is_named_as_it_is_called(demo: Path, workplace: Path) -> None:
    """A file grows too large for the disk: the zip holds it well, the folder of a web page not."""
    lesson = next(demo.glob("*/*.md"))
    lesson.write_text(lesson.read_text("utf-8") + f"\n{'Un mot. ' * 40}\n" * 1_000, "utf-8")
    command = "import sys; from tiers_lieu_mooc.cli import main; sys.exit(main(sys.argv[1:]))"
    limit = ["bash", "-c", 'ulimit -f 300; exec "$@"', "bash"]
    ran = subprocess.run(
        [*limit, sys.executable, "-c", command, "build", "--target", "web"],
        cwd=workplace,
        env=os.environ | {"PYTHONPATH": str(REAL.parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    last = ran.stderr.splitlines()[-1]
    assert re.fullmatch(
        r"tiers-lieu\u00a0: dist/[a-z-]+-web\u00a0: le fichier est trop grand.*", last
    )


def test_help_is_french_and_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    said = capsys.readouterr().out
    assert "Utilisation\u00a0: tiers-lieu" in said
    for command in ("check", "build", "preview", "inspect", "compare", "new", "ids"):
        assert f"    {command} " in said


def test_help_of_a_command_names_it_once(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["compare", "--help"])
    said = capsys.readouterr().out
    assert said.startswith("Utilisation\u00a0: tiers-lieu compare [-h]")
    assert said.count("Utilisation") == 1


def test_help_and_check_never_load_a_web_server() -> None:
    script = (
        "import sys; from tiers_lieu_mooc.cli import main; "
        f"main(['check', {str(REAL)!r}]); "
        "assert not {'fastapi', 'uvicorn', 'watchfiles'} & set(sys.modules), 'loaded'"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
