"""``tiers-lieu compare``: real packages, real changes, what learners keep and would lose."""

from __future__ import annotations

import json
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.eleven_kinds import eleven_questions
from tiers_lieu_mooc.cli import main

RELEASED = Path(__file__).parents[1] / "released"
TARGETS = ("scorm12", "scorm2004-3", "scorm2004-4", "web")

Capture = pytest.CaptureFixture[str]


@dataclass
class Author:
    """Writes a course of two modules, builds it, changes it and compares."""

    root: Path
    capture: Capture

    @property
    def folder(self) -> Path:
        return self.root / "courses" / "essai"

    def write(self, path: str, text: str) -> None:
        """Write a file by its path from the root of the repository."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        """Change a text that must be there."""
        text = (self.root / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def build(self, *words: str) -> None:
        """Release every name and build into ``dist``."""
        assert main(["ids", "--écrire"]) == 0
        assert main(["build", *words]) == 0
        self.capture.readouterr()

    def compare(self, package: str = "essai-scorm12") -> tuple[int, str]:
        """Compare, and give the exit code with what was printed."""
        self.capture.readouterr()
        code = main(["compare", f"dist/{package}.zip"])
        said = self.capture.readouterr()
        return code, said.out + said.err

    def groups(self, package: str = "essai-scorm12") -> dict[str, list[str]]:
        """Compare, and give the names of each group that has any, those kept left out."""
        self.capture.readouterr()
        main(["compare", f"dist/{package}.zip", "--format", "json"])
        document = json.loads(self.capture.readouterr().out)
        found: dict[str, list[str]] = {}
        for each in document["changes"]:
            if each["group"] != "kept" and each["name"] not in found.get(each["group"], []):
                found.setdefault(each["group"], []).append(each["name"])
        return found


LESSON = "courses/essai/comprendre/definir.md"
BANK = "quizzes/essai/comprendre.md"


@pytest.fixture
def author(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Author:
    monkeypatch.chdir(tmp_path)
    made = Author(tmp_path, capsys)
    outline = "titre: Essai\nlangue: fr\nmodules:\n  - comprendre\n  - lancer\n"
    made.write("courses/essai/course.yaml", outline)
    for module, bank, lessons in (
        ("comprendre", "banque: comprendre\n", ("definir", "lieu")),
        ("lancer", "", ("agir",)),
    ):
        listed = "".join(f"  - {lesson}\n" for lesson in lessons)
        settings = f"titre: {module.title()}\nobjectifs:\n  - O1: Agir\nleçons:\n{listed}{bank}"
        made.write(f"courses/essai/{module}/module.yaml", settings)
        for lesson in lessons:
            header = f"---\ntitre: {lesson.title()}\ndurée: 2 min\n---\n\n"
            body = eleven_questions() if lesson == "definir" else "Un texte.\n"
            made.write(f"courses/essai/{module}/{lesson}.md", header + body)
    header = "---\ntitre: Le quiz\nseuil: 60\ntentatives: 3\ntirage: 6\n---\n\n"
    made.write(BANK, header + eleven_questions("b-"))
    return made


@pytest.mark.parametrize("target", TARGETS)
def test_nothing_is_lost_when_nothing_changed(author: Author, target: str) -> None:
    author.build("--target", target, "--per", "course", "--per", "module")
    for package in ("essai", "essai-comprendre", "essai-lancer"):
        code, said = author.compare(f"{package}-{target}")
        assert code == 0, said
        assert f"Nouveau\u00a0: {package}-{target}\n" in said
        assert "Rien ne serait perdu" in said
        assert author.groups(f"{package}-{target}") == {}


def test_what_is_added_reworded_and_retired_is_told_with_its_place(author: Author) -> None:
    author.build()
    author.change(LESSON, "Qui décide dans un tiers-lieu ?", "Qui y décide ?")
    author.change(LESSON, "- [ ] Le hasard", "- [ ] Le pur hasard")
    author.change("courses/essai/comprendre/lieu.md", "titre: Lieu", "titre: Un lieu")
    author.write("courses/essai/lancer/oser.md", "---\ntitre: Oser\ndurée: 2 min\n---\n\nOui.\n")
    author.change("courses/essai/lancer/module.yaml", "  - agir\n", "  - agir\n  - oser\n")
    text = (author.root / BANK).read_text("utf-8")
    start, end = text.index("::: vrai-faux"), text.index("::: réponse-courte")
    author.write(BANK, text[:start] + text[end:])
    assert main(["ids", "--retirer", "comprendre/b-vrai-faux"]) == 0
    assert author.groups() == {
        "reworded": ["comprendre/lieu", "comprendre/qcu"],
        "added": ["lancer/oser"],
        "retired": ["comprendre/b-vrai-faux"],
    }
    code, said = author.compare()
    assert code == 0
    assert f"{LESSON}:7" in said
    assert "«\u00a0Qui décide dans un tiers-lieu\u00a0?\u00a0» devient" in said


def test_the_score_of_a_package_without_quiz_is_told_when_it_changes(author: Author) -> None:
    outline = "courses/essai/course.yaml"
    author.change(outline, "langue: fr\n", "langue: fr\nnote_sans_quiz: aucune\n")
    author.build("--per", "module")
    author.change(outline, "note_sans_quiz: aucune\n", "")
    code, said = author.compare("essai-lancer-scorm12")
    assert code == 0
    assert "la note 100 va à qui termine tout" in said
    assert "la note" not in author.compare("essai-comprendre-scorm12")[1]
    author.build("--per", "module")
    author.change(outline, "langue: fr\n", "langue: fr\nnote_sans_quiz: aucune\n")
    assert "plus aucune note n’est envoyée" in author.compare("essai-lancer-scorm12")[1]
    author.change("courses/essai/lancer/module.yaml", "leçons:\n", "banque: lancer\nleçons:\n")
    author.write("quizzes/essai/lancer.md", "---\ntitre: Un quiz\n---\n\n" + eleven_questions("l-"))
    assert "un quiz donne maintenant la note" in author.compare("essai-lancer-scorm12")[1]


Change = Callable[[str], str]


def without_line(line: str) -> Change:
    return lambda text: text.replace(line, "", 1)


def swapped(one: str, other: str) -> Change:
    return lambda text: text.replace(one, "\0", 1).replace(other, one, 1).replace("\0", other, 1)


def instead(old: str, new: str) -> Change:
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("question", "change"),
    [
        ("qcu", swapped("Le hasard", "La météo")),
        ("qcu", without_line("- [ ] La météo\n  > Non, pas la météo.\n")),
        ("qcu", instead("::: qcu", "::: qcm")),
        ("qcm", swapped("- [x] Réparer", "- [x] Cuisiner")),
        ("qcm", instead("- [x] Réparer", "- [ ] Peindre\n  > Non.\n- [x] Réparer")),
        (
            "qcm",
            instead("Si partiel : il", "- [ ] 4\n- [ ] 5\n- [ ] 6\n- [ ] 7\n\nSi partiel : il"),
        ),
        ("paires", instead("- (leurre)", "- Le café -> du lien\n- (leurre)")),
        ("paires", swapped("La mairie", "Les habitants")),
        ("paires", instead("- La mairie", "- Le café -> du lien\n- La mairie")),
        ("ordre", swapped("Écouter", "Essayer")),
        ("ordre", instead("3. Écrire les statuts", "3. Écrire les statuts\n4. Ouvrir")),
        ("rangement", instead("  - Loyer\n", "  - Assurance\n  - Loyer\n")),
        ("rangement", swapped("**Fonctionnement**", "**Investissement**")),
        ("trous", instead("{{collectif | groupe}}", "collectif")),
        ("trous", instead("{{collectif | groupe}}", "{{[x] collectif | [ ] maire}}")),
        ("trous", swapped("[ ] secrètes", "[x] partagées")),
        ("echelle", instead("Pas du tout, Un peu", "Pas du tout, À peine, Un peu")),
        ("echelle", swapped("Je sais le dire.", "Je sais qui appeler.")),
    ],
)
def test_what_makes_answers_mean_something_else_is_a_loss(
    author: Author, question: str, change: Change
) -> None:
    author.build()
    before = (author.root / LESSON).read_text("utf-8")
    after = change(before)
    assert after != before
    author.write(LESSON, after)
    assert author.groups().get("lost") == [f"comprendre/{question}"]
    code, said = author.compare()
    assert code == 1
    assert "les points acquis restent" in said
    assert "1 perte" in said


@pytest.mark.parametrize(
    ("question", "change"),
    [
        ("qcu", instead("- [ ] La météo", "- [x] La météo")),
        ("qcm", instead("Si partiel : il", "- [ ] Rien du tout\n  > Si.\n\nSi partiel : il")),
        (
            "paires",
            instead("- (leurre) -> un diplôme", "- (leurre) -> un diplôme\n- (leurre) -> un sou"),
        ),
        ("nombre", instead("- [x] 120", "- [x] 121")),
        ("mot", instead("- [x] assemblée générale", "- [x] assemblée")),
        ("trous", instead("{{collectif | groupe}}", "{{collectif | équipe}}")),
    ],
)
def test_what_leaves_answers_true_is_told_and_is_no_loss(
    author: Author, question: str, change: Change
) -> None:
    if question == "qcu":
        author.change(LESSON, "::: qcu #qcu", "::: qcm #qcu")
    author.build()
    author.write(LESSON, change((author.root / LESSON).read_text("utf-8")))
    groups = author.groups()
    assert "lost" not in groups
    assert groups["notice"] == [f"comprendre/{question}"]
    assert author.compare()[0] == 0


@pytest.mark.parametrize(
    ("old", "new", "group", "said"),
    [
        ("seuil: 60", "seuil: 75", "lost", "le seuil monte de 60\u00a0% à 75\u00a0%"),
        ("seuil: 60", "seuil: 50", "notice", "le seuil descend"),
        ("tentatives: 3", "tentatives: 2", "lost", "le nombre d’essais baisse (3 → 2)"),
        ("tentatives: 3", "tentatives: 4", "notice", "il y a plus d’essais"),
        ("tirage: 6", "tirage: 4", "notice", "les questions déjà répondues restent"),
    ],
)
def test_the_rules_of_a_quiz_are_compared(
    author: Author, old: str, new: str, group: str, said: str
) -> None:
    author.build()
    author.change(BANK, old, new)
    assert author.groups() == {group: ["comprendre/quiz"]}
    code, printed = author.compare()
    assert said in printed
    assert code == (1 if group == "lost" else 0)


def move_lesson(author: Author) -> None:
    """Move « definir » with its questions to the other module, and say so."""
    text = (author.root / LESSON).read_text("utf-8")
    (author.root / LESSON).unlink()
    author.write("courses/essai/lancer/definir.md", text)
    author.change("courses/essai/comprendre/module.yaml", "  - definir\n", "")
    author.change("courses/essai/lancer/module.yaml", "  - agir\n", "  - definir\n  - agir\n")
    assert main(["ids", "--renommer", "comprendre/definir", "lancer/definir"]) == 0


def test_a_lesson_that_moves_in_one_package_keeps_everything(author: Author) -> None:
    author.build()
    move_lesson(author)
    groups = author.groups()
    assert set(groups) == {"moved"}
    assert groups["moved"][0] == "lancer/definir"
    assert len(groups["moved"]) == 12
    assert author.compare()[0] == 0


def test_a_lesson_that_leaves_its_package_is_a_loss_there(author: Author) -> None:
    author.build("--per", "module")
    move_lesson(author)
    assert len(author.groups("essai-comprendre-scorm12")["lost"]) == 12
    code, said = author.compare("essai-comprendre-scorm12")
    assert code == 1
    assert "est passé dans un autre paquet" in said
    assert set(author.groups("essai-lancer-scorm12")) == {"added"}


def test_lines_that_changed_places_are_a_loss(author: Author) -> None:
    author.build()
    file = author.folder / "published-ids.txt"
    first, second, *rest = file.read_text("utf-8").splitlines()
    file.write_text("\n".join([second, first, *rest, ""]), "utf-8")
    assert author.groups()["lost"] == ["comprendre/definir", "comprendre/qcu"]
    code, said = author.compare()
    assert code == 1
    assert "avait le numéro 1 et prendrait le 2" in said


def test_names_that_were_never_released_may_lose_their_number(author: Author) -> None:
    assert main(["build"]) == 0
    author.change(LESSON, "::: qcu #qcu", "::: qcu #autre")
    assert main(["ids", "--écrire"]) == 0
    code, said = author.compare()
    assert code == 1
    assert "qui recevrait ses réponses" in said


@pytest.mark.parametrize("per", ["course", "module"])
def test_another_name_for_the_course_would_wipe_every_record(author: Author, per: str) -> None:
    author.build("--per", per)
    author.folder.rename(author.folder.with_name("autre"))
    (author.root / "quizzes/essai").rename(author.root / "quizzes/autre")
    stem = "essai" if per == "course" else "essai-comprendre"
    code, said = author.compare(f"{stem}-scorm12")
    assert code == 1
    assert (
        f"passe de «\u00a0I-{stem}\u00a0» à «\u00a0I-{stem.replace('essai', 'autre')}\u00a0»"
        in said
    )
    assert "Moodle effacerait" in said
    assert "celui du cours «\u00a0essai\u00a0»" in said


def test_a_course_with_errors_is_not_compared(author: Author) -> None:
    author.build()
    author.change(LESSON, "::: qcu #qcu", "::: qcu #nouveau")
    code, said = author.compare()
    assert code == 1
    assert "erreur[id/withdrawn]" in said
    assert "rien n’a été comparé" in said


# Packages of others, broken packages


def put_zip(path: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "n’a pas été fabriqué par tiers-lieu"),
        ({"index.html": b""}, "n’a pas été fabriqué par tiers-lieu"),
        ({"index.html": b"<html><p>Bonjour</html>"}, "n’a pas été fabriqué par tiers-lieu"),
        ({"imsmanifest.xml": b"<manifest/>"}, "n’a pas été fabriqué par tiers-lieu"),
        ({"index.html": b"<html data-package='{'></html>"}, "est abîmée"),
        ({"index.html": b"<html data-package='[]'></html>"}, "est abîmée"),
        ({"index.html": b"<html data-package='{}'></html>"}, "est abîmée"),
        (
            {"index.html": b'<html data-package=\'{"id":"a"}\'>', "imsmanifest.xml": b"<a"},
            "manifeste est abîmé",
        ),
        ({"../index.html": b""}, "dangereux"),
    ],
)
def test_a_package_of_others_is_refused_in_french(
    author: Author, files: dict[str, bytes], said: str
) -> None:
    (author.root / "dist").mkdir()
    put_zip(author.root / "dist" / "essai-scorm12.zip", files)
    code, printed = author.compare()
    assert code == 2
    assert said in printed
    assert printed.startswith("tiers-lieu\u00a0: ")


def test_what_is_no_zip_is_refused_in_french(author: Author) -> None:
    (author.root / "dist").mkdir()
    assert author.compare()[0] == 2
    (author.root / "dist" / "essai-scorm12.zip").write_bytes(b"PK rien")
    code, said = author.compare()
    assert code == 2
    assert "n’est pas un zip" in said
    assert main(["compare", "dist"]) == 2


def test_a_damaged_page_never_breaks_the_comparison(author: Author) -> None:
    author.build()
    package = author.root / "dist" / "essai-scorm12.zip"
    with zipfile.ZipFile(package) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    page = files["index.html"]
    chance = random.Random(20261123)
    for _ in range(25):
        begin = chance.randrange(len(page))
        rest = page[begin + chance.randrange(400) :]
        junk = chance.choice([b"", b"<", b'"', b"data-index='x'", b"&#34;", b"9" * 30])
        put_zip(package, files | {"index.html": page[:begin] + junk + rest})
        code, said = author.compare()
        assert code in {0, 1, 2}
        assert "panne du programme" not in said


@pytest.mark.parametrize("package", sorted(RELEASED.glob("*.zip")), ids=lambda path: path.stem)
def test_packages_of_every_earlier_version_can_be_compared(author: Author, package: Path) -> None:
    (author.root / "dist").mkdir()
    (author.root / "dist" / package.name).write_bytes(package.read_bytes())
    names = (RELEASED / "published-ids.txt").read_text("utf-8")
    author.write("courses/essai/published-ids.txt", names)
    assert author.groups(package.stem) == {}
    assert author.compare(package.stem)[0] == 0
