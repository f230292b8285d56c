"""The first hour: the scripts of a project, courses beside each other, a course of one's own."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.support.course_builder import CourseBuilder
from tests.support.project import emptied, environment, previewed, project_at
from tests.support.terminal import shown_by


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of a project that is set up."""
    return project_at(tmp_path_factory.mktemp("projet") / "tiers-lieux") / "scripts"


@pytest.fixture
def project(scripts: Path, tmp_path: Path) -> Path:
    """That project, with its courses and what it made in a folder of this test."""
    return emptied(scripts.parent, tmp_path / "du-projet")


def a_course(root: Path, name: str, title: str) -> CourseBuilder:
    course = CourseBuilder(root, name).lesson("definir", "Un lieu.")
    return course.file("course.yaml", f"titre: {title}\nlangue: fr\nmodules:\n  - comprendre\n")


def run(folder: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )


def done(folder: Path, *command: str | Path) -> str:
    ran = run(folder, *command)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def made_in(folder: Path) -> set[str]:
    return {path.name for path in (folder / "dist").glob("*.zip")}


@pytest.fixture
def two(project: Path) -> Path:
    """The project with two courses."""
    a_course(project, "essai", "Premier titre").write()
    a_course(project, "suite", "Second titre").write()
    return project


def test_the_preview_makes_and_shows_every_course(two: Path) -> None:
    shown = previewed(["scripts/preview"], two)
    assert "Premier titre" in shown.home
    assert "Second titre" in shown.home
    targets = ("scorm12", "scorm2004-3", "scorm2004-4", "web")
    assert made_in(two) == {f"{name}-{each}.zip" for name in ("essai", "suite") for each in targets}


def test_the_preview_says_what_to_upload_and_what_to_open_and_no_list_of_files(two: Path) -> None:
    said = previewed(["scripts/preview"], two).said
    assert "À déposer dans Moodle\u00a0: dist/essai-scorm12.zip\n" in said
    assert "À déposer dans Moodle\u00a0: dist/suite-scorm12.zip\n" in said
    assert re.search(r"Aperçu prêt\u00a0: http://127\.0\.0\.1:\d+/ ", said)
    assert "scorm2004" not in said
    assert "cle-de-lecture" not in said
    assert previewed(["scripts/preview"], two).home.count("/guides/docs/index.md") == 2


@pytest.mark.parametrize(
    "named", ["suite", "courses/suite", "courses/suite/", "{root}/courses/suite"]
)
def test_the_preview_of_one_course_makes_and_shows_that_one(two: Path, named: str) -> None:
    shown = previewed(["scripts/preview", named.format(root=two)], two)
    assert "Second titre" in shown.home
    assert "Premier titre" not in shown.home
    assert "essai-scorm12.zip" not in made_in(two)
    assert "suite-scorm12.zip" in made_in(two)


def test_a_course_with_a_mistake_does_not_keep_the_others_from_being_shown(two: Path) -> None:
    (two / "courses/essai/comprendre/definir.md").write_text("::: qcu #x\nSans fin", "utf-8")
    shown = previewed(["scripts/preview"], two)
    assert "Second titre" in shown.home
    assert "essai/comprendre/definir.md" in shown.said
    assert made_in(two) >= {"suite-scorm12.zip"}


@pytest.mark.parametrize("words", ["preview", "tiers-lieu check", "tiers-lieu preview"])
def test_where_there_is_no_course_a_command_says_how_to_begin_one(
    project: Path, words: str
) -> None:
    script, *rest = words.split()
    ran = run(project, f"scripts/{script}", *rest)
    assert ran.returncode == 2
    assert "«\u00a0scripts/tiers-lieu new cours mon-cours\u00a0»" in ran.stderr
    assert done(project, "scripts/tiers-lieu", "new", "cours", "mon-cours")


def test_the_preview_that_is_asked_for_what_is_not_there_says_so(two: Path) -> None:
    ran = run(two, "scripts/preview", "nulle-part")
    assert ran.returncode == 2
    assert "«\u00a0nulle-part\u00a0» n’existe pas" in ran.stderr


def test_from_elsewhere_the_preview_shows_the_project_and_writes_there(
    two: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "ailleurs"
    elsewhere.mkdir()
    shown = previewed([two / "scripts/preview"], elsewhere)
    assert "Premier titre" in shown.home
    assert "essai-scorm12.zip" in made_in(two)
    assert list(elsewhere.iterdir()) == []


def test_a_course_anywhere_is_shown_from_where_one_is(two: Path, tmp_path: Path) -> None:
    a_course(tmp_path / "chez-moi", "le-mien", "Mon titre").write()
    named = previewed([two / "scripts/preview", "courses/le-mien"], tmp_path / "chez-moi")
    assert "Mon titre" in named.home
    assert "Premier titre" not in named.home
    inside = tmp_path / "chez-moi" / "courses" / "le-mien" / "comprendre"
    assert "Mon titre" in previewed([two / "scripts/preview"], inside).home


# A course of one's own


def begun(script: Path, folder: Path) -> Path:
    """A course that was begun where there was none, by the words of the guide."""
    done(script.parent, script, "new", "cours", folder / "formation", "--titre", "À la mairie")
    course = folder / "formation"
    done(course, script, "new", "module", "debuter", "--titre", "Débuter")
    done(course, script, "new", "leçon", "debuter/ecouter", "--titre", "Écouter d’abord")
    done(course, script, "new", "banque", "debuter")
    return course


def test_a_course_of_ones_own_lives_in_one_folder_anywhere(scripts: Path, tmp_path: Path) -> None:
    script = scripts / "tiers-lieu"
    course = begun(script, tmp_path)
    files = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    assert [path.as_posix() for path in files] == [
        "formation/course.yaml",
        "formation/debuter/ecouter.md",
        "formation/debuter/module.yaml",
        "formation/glossaire.md",
        "formation/quizzes/debuter.md",
    ]
    assert "  - debuter\n" in (course / "course.yaml").read_text("utf-8")
    settings = (course / "debuter/module.yaml").read_text("utf-8")
    assert "leçons:\n  - ecouter\n" in settings
    assert "banque: debuter\n" in settings
    assert 'titre: "Quiz\u00a0: Débuter"' in (course / "quizzes/debuter.md").read_text("utf-8")
    assert 'titre: "Écouter d’abord"' in (course / "debuter/ecouter.md").read_text("utf-8")


def test_every_command_works_in_the_folder_of_that_course(scripts: Path, tmp_path: Path) -> None:
    script = scripts / "tiers-lieu"
    course = begun(script, tmp_path)
    before = done(course, script, "check")
    assert "erreur" not in before
    assert "formation-scorm12.zip" in done(course, script, "build", "--target", "scorm12")
    assert done(course, script, "check") == before
    assert "À la mairie" in previewed([scripts / "preview"], course).home
    assert done(course, script, "check") == before
    assert done(course, script, "compare", "dist/formation-scorm12.zip")
    assert done(course / "debuter", script, "ids", "--écrire").split()[0] == "debuter/ecouter"
    assert done(tmp_path, script, "check", "formation")


def test_banks_inside_a_course_do_not_leave_it(scripts: Path, tmp_path: Path) -> None:
    course = begun(scripts / "tiers-lieu", tmp_path)
    (course / "quizzes").rename(tmp_path / "secret")
    (course / "quizzes").symlink_to(tmp_path / "secret")
    assert "[source/outside]" in run(course, scripts / "tiers-lieu", "check").stdout


def test_banks_beside_a_course_that_is_in_no_project_are_still_read(
    scripts: Path, tmp_path: Path
) -> None:
    course = begun(scripts / "tiers-lieu", tmp_path / "formations")
    beside = tmp_path / "quizzes" / "formation"
    beside.parent.mkdir()
    (course / "quizzes").rename(beside)
    assert "missing-bank" not in done(course, scripts / "tiers-lieu", "check")


# Words and titles


@pytest.mark.parametrize(
    "words",
    [
        ("cours", "module", "leçon", "banque"),
        ("course", "module", "lesson", "bank"),
        ("Cours", "MODULE", "lecon", "Banque"),
        ("COURSE", "Module", "lec\u0327on", "BANK"),
    ],
)
def test_new_takes_french_words_and_english_ones(
    scripts: Path, tmp_path: Path, words: tuple[str, str, str, str]
) -> None:
    names = ("demo", "demo/un", "demo/un/bonjour", "demo/un")
    for word, name in zip(words, names, strict=True):
        done(tmp_path, scripts / "tiers-lieu", "new", word, name)
    assert "erreur" not in done(tmp_path, scripts / "tiers-lieu", "check")
    assert (tmp_path / "quizzes/demo/un.md").is_file()


@pytest.mark.parametrize("word", ["chapitre", "leçons", ""])
def test_new_offers_french_words(scripts: Path, tmp_path: Path, word: str) -> None:
    ran = run(tmp_path, scripts / "tiers-lieu", "new", word, "demo")
    assert ran.returncode == 2
    assert "cours, module, leçon, banque" in ran.stderr


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Démo", "demo"), ("l’été", "l-ete"), ("Mon cours", "mon-cours"), ("a--b", "a-b")],
)
def test_a_name_that_does_not_fit_is_given_one_that_does(
    scripts: Path, tmp_path: Path, name: str, meant: str
) -> None:
    ran = run(tmp_path, scripts / "tiers-lieu", "new", "cours", name)
    assert ran.returncode == 2
    assert f"par exemple «\u00a0{meant}\u00a0»" in ran.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["media", "revue", "quizzes", "dist", "build"])
def test_a_module_is_not_called_as_a_folder_of_the_course(
    scripts: Path, tmp_path: Path, name: str
) -> None:
    done(tmp_path, scripts / "tiers-lieu", "new", "cours", "demo")
    assert run(tmp_path, scripts / "tiers-lieu", "new", "module", f"demo/{name}").returncode == 2


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Écouter, à l’œuvre", "Écouter, à l’œuvre"),
        ("", "Ecouter"),
        ("  Une idée :  la nôtre # 1  ", "Une idée :  la nôtre # 1"),
        ('Dire "oui" \\ non', 'Dire \\"oui\\" \\\\ non'),
    ],
)
def test_the_title_is_asked_for_in_a_terminal(
    scripts: Path, tmp_path: Path, typed: str, written: str
) -> None:
    script = scripts / "tiers-lieu"
    done(tmp_path, script, "new", "cours", "demo")
    done(tmp_path, script, "new", "module", "demo/un")
    asked: list[str] = []

    def answer(text: str) -> bytes:
        if asked or "Titre [Ecouter]\u00a0: " not in text:
            return b""
        asked.append(text)
        return f"{typed}\n".encode()

    shown = shown_by(
        [script, "new", "leçon", "demo/un/ecouter"], tmp_path, environment(), answer=answer
    )
    assert shown.code == 0
    assert asked
    lesson = (tmp_path / "courses/demo/un/ecouter.md").read_text("utf-8")
    assert f'titre: "{written}"\n' in lesson
    assert "[settings/" not in done(tmp_path, script, "check")


@pytest.mark.parametrize("typed", [b"\x04", b"\x03"])
def test_a_title_that_is_refused_writes_nothing_half(
    scripts: Path, tmp_path: Path, typed: bytes
) -> None:
    script = scripts / "tiers-lieu"
    asked: list[str] = []

    def answer(text: str) -> bytes:
        if asked or "Titre [" not in text:
            return b""
        asked.append(text)
        return typed

    shown = shown_by([script, "new", "cours", "demo"], tmp_path, environment(), answer=answer)
    is_left = typed == b"\x03"
    assert shown.code == (130 if is_left else 0)
    assert (tmp_path / "courses/demo/course.yaml").exists() is not is_left


def test_nobody_is_asked_for_the_title_of_what_is_there_already(
    scripts: Path, tmp_path: Path
) -> None:
    script = scripts / "tiers-lieu"
    done(tmp_path, script, "new", "cours", "demo")
    shown = shown_by([script, "new", "cours", "demo"], tmp_path, environment())
    assert shown.code == 2
    assert "Titre" not in shown.text
