"""A sign too many or too few at the beginning of a line: read as meant, or found on that line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.course_builder import CourseBuilder
from tests.test_diagnostics import TODAY
from tiers_lieu_mooc.building import check_course

QUESTION = (
    "::: qcm #a\nessais : 3\n\nQue boit-on ?\n\n- [x] (50 %) du thé\n  > Oui.\n"
    "- [x] (50 %) du café\n  > Oui.\n- [ ] du sel\n  > Non.\n\nSi faux : non.\n:::\n"
)


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseBuilder:
    monkeypatch.chdir(tmp_path)
    return CourseBuilder(tmp_path).glossary("Lieu\n: Un endroit.\n").picture("plan.svg")


def found_in(course: CourseBuilder, text: str) -> list[str]:
    found = check_course(course.lesson("definir", text).write(), TODAY).found
    ignored = ("id/", "pedagogy/", "media/unused")
    return [f"{each.at.line} {each.code}" for each in found if not each.code.startswith(ignored)]


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("::: qcm", "“::: qcm", "6 text/slip"),
        ("::: qcm", ": :: qcm", "6 text/slip"),
        ("\n:::\n", "\n:}::\n", "19 text/slip"),
        ("\n:::\n", "\n\u00a0:::\n", "19 text/slip"),
        ("- [ ] du sel", "'- [ ] du sel", "15 text/slip"),
        ("- [ ] du sel", "- “[ ] du sel", "15 text/slip"),
        ("- [x] (50 %) du café", "- [x] ”(50 %) du café", "13 text/slip"),
        ("  > Non.", " } > Non.", "16 text/slip"),
        ("Si faux :", "}Si faux :", "18 text/slip"),
        ("Si faux :", "Si :faux :", "18 quiz/unknown-label"),
        ("essais : 3", "objectifs  O1", "7 text/slip"),
    ],
)
def test_a_slip_in_a_question_is_found_on_its_line(
    course: CourseBuilder, right: str, wrong: str, place: str
) -> None:
    assert right in QUESTION
    assert found_in(course, QUESTION.replace(right, wrong)) == [place]


@pytest.mark.parametrize("wrong", ["}essais : 3", "«essais : 3", "\u00a0essais : 3", "essais} : 3"])
def test_a_sign_around_an_option_is_not_read(course: CourseBuilder, wrong: str) -> None:
    assert found_in(course, QUESTION.replace("essais : 3", wrong)) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Voici :\n\n“- du thé\n- du café\n", "8 text/slip"),
        ("Voici :\n\n- du thé\n-: du café\n", "9 text/slip"),
        ("Voici :\n\n- du thé\n du café\n- du lait\n", "9 text/slip"),
        ("Voici :\n\n- du thé\n - du café\n", "9 text/slip"),
        ("1. un\n2 . deux\n", "7 text/slip"),
        ("“## Un titre\n\nUn lieu.\n", "6 text/slip"),
        ("Un lieu.\n\n--\n\nUn autre.\n", "8 text/slip"),
        ("Code :\n\n```\na\n```'\n\nUn lieu.\n", "10 text/slip"),
        ("Lieu\n:Un endroit.\n", "7 text/slip"),
        ("- [] du thé\n", "6 text/slip"),
        ("Un lieu *ouvert.\n", "6 text/stray-mark"),
        ("Un lieu **ouvert*“*.\n", "6 text/stray-mark"),
        ("Un {lieu ouvert.\n", "6 text/stray-mark"),
        ("Un [fab lab] {lang=en}.\n", "6 text/stray-mark"),
        ("Un [ [lieu]] ouvert.\n", "6 text/stray-mark"),
        ("[ici](https://example“.org) et là.\n", "6 text/forbidden-link"),
        ("[ici](https:/example.org) et là.\n", "6 text/forbidden-link"),
        ("Écrivez à <a@exam“ple.org>.\n", "6 text/stray-mark"),
        ("Un plan : !”[Un plan](media/plan.svg) ici.\n", "6 text/almost-link"),
        ("| a | b |\n|---|---|\n| c | d | e |\n", "8 text/long-row"),
        ("| a | b |\n|---|---|\n:| c | d |\n", "8 text/long-row"),
    ],
)
def test_a_slip_in_a_lesson_is_found_on_its_line(
    course: CourseBuilder, text: str, place: str
) -> None:
    assert found_in(course, text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "« Bonjour », dit-elle.\n\n— Bonjour, dit-il.\n",
        "« - Bonjour », dit-elle.\n",
        "[…] Et ce lieu ouvre.\n",
        "Un prix* et un autre.\n\n\\* hors taxes.\n",
        "3 * 4 * 5 font soixante.\n",
        "- un\n  suite\n- deux\n\n  Un paragraphe.\n",
        "1. un\n   suite\n2. deux\n",
        "Un lieu {ouvert} à tous.\n",
        "Lieu\n: Un endroit.\n: Un autre.\n",
        "Un *lieu*, *ouvert* et **grand**.\n",
        "| a | b |\n|:--|--:|\n| [[lieu|x]] | `c` |\n",
        "```\n- [x\n“- x\n{\n```\n",
        "« Attention ! [Le lieu](https://example.org/a) »\n",
        "Température : -5 degrés, ou (-5 %).\n",
        "« 1. Un lieu, 2. des gens. »\n",
        "\u00a0\nUn lieu.\n",
    ],
)
def test_what_is_no_slip_is_left_alone(course: CourseBuilder, text: str) -> None:
    assert found_in(course, text) == []


@pytest.mark.parametrize("sheet", ["", "titre: Ma fiche\n"])
@pytest.mark.parametrize("argument", ["14", "0", "treize", "La vision"])
def test_a_step_of_no_section_is_told_once(
    course: CourseBuilder, argument: str, sheet: str
) -> None:
    section = "rubriques:\n  - titre: Vision\n    champs:\n      - id: a\n        libellé: A\n"
    if sheet:
        course.file("fiche.yaml", sheet + section)
    found = found_in(course, f"Un lieu.\n\n::: fiche {argument}\nÉcrivez.\n:::\n")
    assert found == ["8 text/bad-argument"]


def test_a_key_typed_twice_is_read_once(course: CourseBuilder) -> None:
    text = "::: positionnement #p\néchelle : échelle : Oui, Non\n\nOù ?\n\n- Je sais.\n:::\n"
    assert found_in(course, text) == []
    checked = check_course(course.folder, TODAY).course
    assert checked is not None
    assert "échelle" not in str(checked.lessons[0].blocks)
