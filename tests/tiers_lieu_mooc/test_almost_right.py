"""What is almost right in files and settings is found, once, and its mend is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scorm_export.diagnostic import Diagnostic, Rule
from tests.support.course_builder import CourseBuilder
from tests.test_diagnostics import TODAY
from tiers_lieu_mooc.building import check_course
from tiers_lieu_mooc.cli import main
from tiers_lieu_mooc.parsing.scaffold import SENTENCES
from tiers_lieu_mooc.rules import ALL


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseBuilder:
    monkeypatch.chdir(tmp_path)
    return CourseBuilder(tmp_path).lesson("definir", "Un lieu.\n")


def found_in(course: CourseBuilder) -> list[Diagnostic]:
    """Give what is found, but for what every unpublished course is told."""
    found = check_course(course.write(), TODAY).found
    ignored = ("id/", "pedagogy/")
    return [each for each in found if not each.code.startswith(ignored)]


def codes_in(course: CourseBuilder) -> list[str]:
    return [f"{each.at.line}:{each.at.column} {each.code}" for each in found_in(course)]


def with_header(course: CourseBuilder, *lines: str) -> CourseBuilder:
    text = "\n".join(["---", *lines, "---", "", "Un lieu.", ""])
    return course.file("comprendre/definir.md", text)


# Two versions in one file


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "<<<<<<<", ">>>>>>> relecture"])
@pytest.mark.parametrize(
    "name", ["course.yaml", "comprendre/module.yaml", "comprendre/definir.md", "glossaire.md"]
)
def test_marks_of_a_conflict_are_the_only_finding(
    course: CourseBuilder, name: str, mark: str
) -> None:
    found = found_in(course.file(name, f"titre: a\n{mark}\ntitre: b\n=======\n"))
    assert [(each.at.path, each.at.line, each.code) for each in found] == [
        (f"courses/essai/{name}", 2, "source/conflict-marks")
    ]


def test_a_line_of_equals_signs_alone_is_no_conflict(course: CourseBuilder) -> None:
    assert codes_in(course.lesson("ouvrir", "Un lieu.\n\n> Une citation.\n\n--------\n")) == []


# Settings


@pytest.mark.parametrize("value", ["“Définir”", "‘Définir’", "„Définir“"])
def test_curly_quotes_around_a_value_are_found(course: CourseBuilder, value: str) -> None:
    found = found_in(with_header(course, f"titre: {value}", "durée: 1 min"))
    assert [(each.at.line, each.at.column, each.code) for each in found] == [
        (2, 8, "settings/curly-quotes")
    ]
    assert '"Définir"' in found[0].mend


@pytest.mark.parametrize("value", ["Dire “oui” ici", "« Définir »", '"“Oui” et “non” ici"'])
def test_quotes_inside_a_value_are_its_own(course: CourseBuilder, value: str) -> None:
    assert codes_in(with_header(course, f"titre: {value}", "durée: 1 min")) == []


@pytest.mark.parametrize(
    ("value", "column"), [("Ouvrir un lieu # à trois", 23), ("Fabrique # 1", 17)]
)
def test_a_comment_that_cuts_a_text_is_found(
    course: CourseBuilder, value: str, column: int
) -> None:
    codes = codes_in(with_header(course, f"titre: {value}", "durée: 1 min"))
    assert codes == [f"2:{column} settings/comment-after-text"]


def test_a_comment_after_a_setting_is_a_comment(course: CourseBuilder) -> None:
    assert codes_in(with_header(course, "titre: Définir", "durée: 1 min # à revoir")) == []


# What was to be replaced, and what is out of its list


@pytest.mark.parametrize("status", ["brouillon", "Relu métier", "publie", "à réviser"])
def test_a_status_of_the_list_is_known(course: CourseBuilder, status: str) -> None:
    header = ("titre: Définir", "durée: 1 min", f"statut: {status}")
    assert codes_in(with_header(course, *header)) == []


@pytest.mark.parametrize("status", ["fini", "brouillons", "relu"])
def test_a_status_out_of_the_list_is_found(course: CourseBuilder, status: str) -> None:
    header = ("titre: Définir", "durée: 1 min", f"statut: {status}")
    assert codes_in(with_header(course, *header)) == ["4:9 settings/unknown-status"]


@pytest.mark.parametrize("text", ["modules: []", "modules:\n  []"])
def test_an_empty_list_of_modules_is_found(tmp_path: Path, text: str) -> None:
    course = CourseBuilder(tmp_path).file("course.yaml", f"titre: Essai\n{text}\n")
    assert "settings/empty-list" in {each.code for each in found_in(course)}


def test_an_empty_list_of_lessons_is_found(course: CourseBuilder) -> None:
    course.lesson("ouvrir", "Un lieu.\n", module="animer")
    course.file("animer/module.yaml", "titre: Animer\nleçons: []\n")
    assert "2:9 settings/empty-list" in codes_in(course)


def test_every_sentence_of_a_skeleton_to_replace_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in ("course demo", "module demo/premier", "lesson demo/premier/bonjour"):
        assert main(["new", *words.split()]) == 0
    assert main(["new", "bank", "demo/premier"]) == 0
    texts = "".join(path.read_text("utf-8") for path in tmp_path.rglob("*.*"))
    assert [each for each in SENTENCES if each not in texts] == []
    found = check_course(tmp_path / "courses" / "demo", TODAY).found
    places = [(each.at.path, each.at.line) for each in found if each.code == "text/scaffold"]
    assert places == [
        ("courses/demo/glossaire.md", 2),
        ("courses/demo/premier/bonjour.md", 8),
        ("courses/demo/premier/module.yaml", 3),
        ("quizzes/demo/premier.md", 10),
    ]


@pytest.mark.parametrize(
    ("opening", "column", "mended"),
    [
        ("::: vrai-faux #verif terrain", 22, "`#verif-terrain`"),
        ("::: vrai-faux #a #b", 18, "`#a-b`"),
        ("::: vrai-faux Mon titre #a", 15, "titre"),
    ],
)
def test_words_of_an_opening_line_that_nothing_reads_are_found(
    course: CourseBuilder, opening: str, column: int, mended: str
) -> None:
    course.bank(f"{opening}\nOuvert ?\n\n- [x] Vrai\n- [ ] Faux\n:::\n")
    found = found_in(course)
    assert [(each.at.column, each.code) for each in found] == [(column, "quiz/unread-words")]
    assert mended in found[0].mend


@pytest.mark.parametrize(
    ("lines", "missing"),
    [
        ("  titre: Un plan\n", "`auteur`, `licence`, `source`"),
        ("  titre: Un plan\n  autrice: Nadia\n  licence:\n  source: dessin\n", "`licence`"),
        ("  Un plan\n", "`titre`, `auteur`, `licence`, `source`"),
    ],
)
def test_credits_that_leave_something_out_are_found(
    course: CourseBuilder, lines: str, missing: str
) -> None:
    course.lesson("ouvrir", "Un lieu.\n\n![Un plan.](media/plan.svg)\n").picture("plan.svg")
    found = found_in(course.file("comprendre/media/CREDITS.yaml", f"plan.svg:\n{lines}"))
    assert [each.code for each in found] == ["media/credits-incomplete"]
    assert missing in found[0].message


def test_whole_credits_and_none_are_fine(course: CourseBuilder) -> None:
    course.lesson("ouvrir", "Un lieu.\n\n![Un plan.](media/plan.svg)\n").picture("plan.svg")
    whole = "plan.svg:\n  titre: Un\n  auteur: Nadia\n  licence: CC0\n  source: dessin\n"
    assert codes_in(course) == []
    assert codes_in(course.file("comprendre/media/CREDITS.yaml", whole)) == []
    assert codes_in(course.file("comprendre/media/CREDITS.yaml", "")) == []


@pytest.mark.parametrize(
    ("scene", "count"),
    [
        ("Nadia ouvre la porte.", 1),
        ("La porte de Valbrune s’ouvre.", 1),
        ("Nadia (fictive) ouvre la porte.", 0),
        ("La mairie ouvre la porte.", 0),
    ],
)
def test_invented_names_are_marked_in_every_scene(
    course: CourseBuilder, scene: str, count: int
) -> None:
    course.lesson("ouvrir", "À Valbrune (fictif), Nadia (fictive) arrive.\n")
    course.lesson("fermer", f"::: scène\n{scene}\n:::\n")
    assert codes_in(course).count("6:0 fact/fiction-unmarked") == count


# One cause, one finding, where the cause is


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("titre: ~Comprendre\nobjectifs:\n  - O1: Expliquer\nleçons:\n  - definir\n", 1, 8),
        (
            "titre: Comprendre\nobjectifs:\n  - O1: ~Dire\n  - O2: ~Faire~\nleçons:\n  - definir\n",
            3,
            9,
        ),
        ("titre: Comprendre\nleçons:\n  - ~definir\n", 3, 5),
        ("titre: ~Comprendre\nintroduction: ~Un lieu.~\nleçons:\n  - definir\n", 1, 8),
    ],
)
def test_a_quote_that_is_not_closed_is_found_on_its_line(
    course: CourseBuilder, text: str, line: int, column: int, quote: str
) -> None:
    found = found_in(course.file("comprendre/module.yaml", text.replace("~", quote)))
    assert [(each.at.line, each.at.column, each.code) for each in found] == [
        (line, column, "settings/syntax")
    ]
    assert "un guillemet n’est pas fermé" in found[0].message


@pytest.mark.parametrize("fault", ["\t- O1: Expliquer\n", "  - O1: Expliquer\n - O2: Dire\n"])
def test_a_module_that_cannot_be_read_accuses_no_other_file(
    course: CourseBuilder, fault: str
) -> None:
    header = ("titre: Définir", "durée: 1 min", "objectifs: O1")
    question = "::: vrai-faux #{}\nobjectifs : O1\n\nOuvert ?\n\n- [x] Vrai\n- [ ] Faux\n:::\n"
    with_header(course, *header).bank(question.format("a") + question.format("b"))
    text = f"titre: Comprendre\nobjectifs:\n{fault}leçons:\n  - definir\nbanque: comprendre\n"
    found = found_in(course.file("comprendre/module.yaml", text))
    assert [(each.at.path, each.code) for each in found] == [
        ("courses/essai/comprendre/module.yaml", "settings/syntax")
    ]


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.code)
def test_no_rule_advises_to_delete_a_file(rule: Rule) -> None:
    assert re.search(r"supprimez (?:ce|le) (?:fichier|dossier)|supprimez-le$", rule.mend) is None


@pytest.mark.parametrize(
    "lines",
    [
        ("titre:\u00a0Définir", "durée: 1 min"),
        ("titre\u00a0:\u00a0Définir", "durée\u202f:\u00a01 min"),
        ("titre: Définir", "durée: 1 min", "objectifs:", "\u00a0\u00a0-\u00a0O1"),
    ],
)
def test_no_break_spaces_around_a_colon_or_a_dash_are_spaces(
    course: CourseBuilder, lines: tuple[str, ...]
) -> None:
    assert codes_in(with_header(course, *lines)) == []
    assert assembled_title(course) == "Définir"


def assembled_title(course: CourseBuilder) -> str:
    checked = check_course(course.write(), TODAY).course
    return checked.lessons[0].title if checked else "Définir"


# What a question or a block lacks, in plain words


@pytest.mark.parametrize(
    ("kind", "answers", "said"),
    [
        ("qcu", "", "n’a aucune réponse\u00a0; il en faut au moins 2"),
        ("qcm", "- [x] du thé\n", "n’a qu’une réponse"),
        ("vrai-faux", "", "n’a aucune réponse"),
        ("ordre", "1. un\n", "n’a qu’une étape"),
        ("appariement", "", "n’a aucune paire"),
        ("classement", "", "n’a aucune rubrique"),
        ("classement", "- **a**\n  - b\n- **c**\n", "n’a aucun élément dans"),
        ("réponse-courte", "", "n’a aucune réponse\u00a0; il en faut au moins une"),
    ],
)
def test_missing_answers_are_counted_in_words(
    course: CourseBuilder, kind: str, answers: str, said: str
) -> None:
    course.bank(f"::: {kind} #a\nQue boit-on ?\n\n{answers}:::\n")
    found = [each for each in found_in(course) if each.code != "quiz/empty-bank"]
    assert [each.code for each in found] == ["quiz/too-few-answers"]
    assert said in found[0].message
    assert "(s)" not in found[0].message


@pytest.mark.parametrize("kind", ["qcu", "qcm", "vrai-faux"])
def test_a_list_without_boxes_is_found_item_by_item(course: CourseBuilder, kind: str) -> None:
    course.bank(f"::: {kind} #a\nQue boit-on ?\n\n- du thé\n- du sel\n:::\n")
    assert [each for each in codes_in(course) if "empty" not in each] == [
        "8:1 quiz/answer-without-box",
        "9:1 quiz/answer-without-box",
    ]


def test_an_example_of_an_option_names_it_once(course: CourseBuilder) -> None:
    course.lesson("ouvrir", "::: positionnement #p\néchelle : Oui\n\nOù ?\n\n- Je sais.\n:::\n")
    (found,) = (each for each in found_in(course) if each.code == "text/bad-option")
    assert found.mend.count("échelle") == 1


@pytest.mark.parametrize(
    ("opening", "value"),
    [
        ("::: fiche 14", "14"),
        ("::: fiche La vision", "La vision"),
        ("::: figure media/mon plan.svg", "media/mon plan.svg"),
        ("::: quiz mon quiz", "mon quiz"),
    ],
)
def test_what_does_not_fit_after_a_name_is_not_called_missing(
    course: CourseBuilder, opening: str, value: str
) -> None:
    course.lesson("ouvrir", f"Un lieu.\n\n{opening}\n:::\n")
    (found,) = (each for each in found_in(course) if each.code.startswith("text/"))
    assert found.code == "text/bad-argument"
    assert value in found.message


# Media: what is written, and what is said of it


@pytest.mark.parametrize(
    ("block", "thing"),
    [
        ("![Un plan.](https://example.org/plan.png)", "Cette image"),
        (
            "::: vidéo https://example.org/v\ntitre : V\nsous-titres : media/v.vtt\n\nTexte.\n:::",
            "Cette vidéo",
        ),
        ("::: audio https://example.org/a\ntitre : A\n\nTexte.\n:::", "Cet enregistrement"),
    ],
)
def test_what_is_elsewhere_is_called_by_its_name(
    course: CourseBuilder, block: str, thing: str
) -> None:
    found = found_in(course.lesson("ouvrir", f"{block}\n"))
    assert "text/empty-lesson" not in {each.code for each in found}
    (remote,) = (each for each in found if each.code == "media/remote")
    assert remote.message.startswith(thing)


@pytest.mark.parametrize(
    "text",
    [
        "![Un plan.](media\\plan.svg)",
        "::: figure media\\plan.svg\nalternative : Un plan.\n:::",
        "![Un plan.](media/plan.svg)\n\n[Définir un lieu](..\\comprendre\\definir.md)",
    ],
)
def test_backslashes_in_a_path_are_slashes(course: CourseBuilder, text: str) -> None:
    assert codes_in(course.lesson("ouvrir", f"Un lieu.\n\n{text}\n").picture("plan.svg")) == []


def test_captions_of_another_format_are_told_how_to_become_captions(course: CourseBuilder) -> None:
    text = "::: vidéo media/v.mp4\ntitre : V\nsous-titres : media/v.srt\n\nTexte.\n:::\n"
    found = found_in(course.lesson("ouvrir", text).file("comprendre/media/v.srt", "1\n"))
    assert {each.code for each in found} >= {"media/wrong-kind", "media/bad-extension"}
    assert "media/outside" not in {each.code for each in found}
    (captions,) = (each for each in found if each.code == "media/wrong-kind")
    assert "WEBVTT" in captions.mend


def test_a_near_miss_is_of_the_same_kind(course: CourseBuilder) -> None:
    course.lesson("ouvrir", "Un lieu.\n\n![Un plan.](media/visite.png)\n")
    found = found_in(course.file("comprendre/media/visite.vtt", "WEBVTT\n"))
    assert [each.mend for each in found if "visite.vtt" in each.mend] == []
    found = found_in(course.picture("visite.svg"))
    assert [each.code for each in found if "visite.svg" in each.mend] == ["media/missing"]


@pytest.mark.parametrize("listed", ["definir.md", "definir", '"definir.md"'])
def test_a_listed_name_may_end_like_its_file(course: CourseBuilder, listed: str) -> None:
    text = f"titre: Comprendre\nleçons:\n  - {listed}\n"
    assert codes_in(course.file("comprendre/module.yaml", text)) == []


def test_a_file_whose_ending_is_doubled_is_told_its_name(course: CourseBuilder) -> None:
    (found,) = found_in(course.file("comprendre/financer.md.md", "Un lieu.\n"))
    assert found.code == "source/unexpected-file"
    assert "«\u00a0financer.md\u00a0»" in found.mend


def test_a_range_of_one_minute_is_one_minute(course: CourseBuilder) -> None:
    found = check_course(course.write(), TODAY).found
    (duration,) = (each for each in found if each.code == "pedagogy/duration-implausible")
    assert "comptez 1\u00a0min" in duration.message
