"""Parsing of settings, glossary, facts and banks: values, and findings with their places."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from scorm_export.diagnostic import Diagnostic
from tests.support.course_builder import CourseBuilder
from tiers_lieu_mooc.parsing import CourseDraft, parse
from tiers_lieu_mooc.reading import read_course

QUESTION = "::: vrai-faux #ouvert\nOuvert ?\n\n- [x] Vrai\n- [ ] Faux\n:::\n"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseBuilder:
    monkeypatch.chdir(tmp_path)
    return CourseBuilder(tmp_path).lesson("definir", "Un lieu.\n")


def parsed(builder: CourseBuilder) -> tuple[CourseDraft, list[Diagnostic]]:
    return parse(read_course(builder.write())[0])


def found_in(builder: CourseBuilder) -> list[str]:
    return [f"{each.at.line}:{each.at.column} {each.code}" for each in parsed(builder)[1]]


def with_header(course: CourseBuilder, *lines: str) -> CourseBuilder:
    text = "\n".join(["---", *lines, "---", "", "Un lieu.", ""])
    return course.file("comprendre/definir.md", text)


# Durations, dates, numbers


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("8 min", 8),
        ("8min", 8),
        ("1 h 10 min", 70),
        ("1h10", 70),
        ("2 heures", 120),
        ("45 minutes", 45),
        ("1 h", 60),
    ],
)
def test_durations_are_read_as_people_write_them(
    course: CourseBuilder, text: str, minutes: int
) -> None:
    draft, found = parsed(with_header(course, "titre: Définir", f"durée: {text}"))
    assert found == []
    assert draft.modules[0].lessons[0].minutes == minutes


@pytest.mark.parametrize("text", ["huit", "8", "0 min", "h", "8 km", "-8 min"])
def test_what_is_no_duration_is_said_with_its_place(course: CourseBuilder, text: str) -> None:
    with_header(course, "titre: Définir", f"durée: {text}")
    assert found_in(course) == ["3:8 settings/bad-value"]


# The traps of YAML (UX §1.3)


@pytest.mark.parametrize(
    ("line", "code", "mended"),
    [
        (
            "titre: Attention : travaux",
            "settings/quote-needed",
            'titre: "Attention : travaux"',
        ),
        (
            "titre: Le label Fabrique #1 est-il public ?",
            "settings/cut-by-hash",
            'titre: "Le label Fabrique #1 est-il public ?"',
        ),
        ("titre: *bonne* réponse", "settings/quote-needed", 'titre: "*bonne* réponse"'),
        ("titre: > 50 personnes", "settings/quote-needed", 'titre: "> 50 personnes"'),
        ("titre: [x] Vrai", "settings/quote-needed", 'titre: "[x] Vrai"'),
        ("titre: 'L'habitant décide'", "settings/quote-needed", 'titre: "L\'habitant décide"'),
        ('titre: "Le "fablab""', "settings/quote-needed", 'titre: "Le \\"fablab\\""'),
        ("titre: @habitants", "settings/quote-needed", 'titre: "@habitants"'),
        ("titre: %Part", "settings/quote-needed", 'titre: "%Part"'),
    ],
)
def test_a_sentence_that_yaml_would_spoil_is_given_back_with_quotes(
    course: CourseBuilder, line: str, code: str, mended: str
) -> None:
    _, found = parsed(with_header(course, line, "durée: 8 min"))
    assert [each.code for each in found] == [code]
    assert found[0].at.line == 2
    assert mended in found[0].mend


@pytest.mark.parametrize("item", ["Faux : le CA prépare", "? Quelle est la réponse"])
def test_a_list_item_that_yaml_takes_for_a_setting_is_given_back_with_quotes(
    course: CourseBuilder, item: str
) -> None:
    _, found = parsed(with_header(course, "titre: T", "durée: 8 min", "relecteurs:", f"  - {item}"))
    assert [(each.code, each.at.line) for each in found] == [("settings/quote-needed", 5)]
    assert f'"{item}"' in found[0].mend


@pytest.mark.parametrize("value", ["no", "01000", "12:30", "1.20", "2026-01-01", "~", "null"])
def test_values_stay_what_was_typed(course: CourseBuilder, value: str) -> None:
    draft, found = parsed(with_header(course, f"titre: {value}", "durée: 8 min"))
    assert found == []
    assert draft.modules[0].lessons[0].title == value


def test_comments_are_allowed_and_several_faults_are_found_at_once(course: CourseBuilder) -> None:
    with_header(
        course,
        "titre: Un : deux # note",
        "durée: 8 min   # à vérifier",
        "version: Trois : quatre",
        "\tstatut: relu",
    )
    assert [each.split()[1] for each in found_in(course)] == [
        "settings/quote-needed",
        "settings/quote-needed",
        "settings/syntax",
    ]


def test_an_author_may_put_a_french_space_before_the_colon(course: CourseBuilder) -> None:
    draft, found = parsed(with_header(course, "Titre : L'été ?", "DUREE\u00a0: 8 min"))
    assert found == []
    assert draft.modules[0].lessons[0].title == "L’été\u00a0?"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["titre: T", "durrée: 8 min"], ["3:1 settings/unknown-key", "2:0 settings/missing-key"]),
        (["titre: T", "titre: U", "durée: 8 min"], ["3:1 settings/duplicate-key"]),
        (["titre: T", "Titre: U", "durée: 8 min"], ["3:1 settings/duplicate-key"]),
        (["titre:", "durée: 8 min"], ["2:7 settings/missing-key"]),
        (["titre: &a T", "durée: 8 min"], ["2:8 settings/yaml-feature"]),
        (["titre: !texte T", "durée: 8 min"], ["2:8 settings/yaml-feature"]),
        (["- titre", "- durée"], ["2:1 settings/syntax"]),
        (['titre: "T', "durée: 8 min"], ["2:8 settings/syntax"]),
        (["titre: T", "  durée: 8 min"], ["3:8 settings/syntax"]),
        (["titre: {a: b}", "durée: 8 min"], ["2:8 settings/bad-value"]),
    ],
)
def test_faults_of_a_header_have_their_place(
    course: CourseBuilder, lines: list[str], expected: list[str]
) -> None:
    assert found_in(with_header(course, *lines)) == expected


def test_a_near_miss_is_offered(course: CourseBuilder) -> None:
    _, found = parsed(with_header(course, "titre: T", "durrée: 8 min"))
    assert "vouliez-vous dire «\u00a0durée\u00a0»" in found[0].mend


def test_lessons_without_header_are_still_read(course: CourseBuilder) -> None:
    course.file("comprendre/definir.md", "Un <b>lieu</b>.\n")
    assert found_in(course) == ["1:1 settings/no-header", "1:4 text/raw-html"]


def test_a_header_that_is_not_closed_ends_at_the_first_empty_line(course: CourseBuilder) -> None:
    course.file("comprendre/definir.md", "---\ntitre: T\ndurée: 8 min\n\nUn <b>lieu</b>.\n")
    assert found_in(course) == ["1:1 settings/unclosed-header", "5:4 text/raw-html"]


# Glossary and facts


def test_a_glossary_gives_names_variants_and_definitions(course: CourseBuilder) -> None:
    course.glossary("Fab lab, fablab, atelier\n: Un *lieu*.\n  Ouvert.\n\nÉlu\n: Une personne.\n")
    draft, found = parsed(course)
    assert found == []
    first, second = draft.terms
    assert (first.id, first.name, first.variants) == ("fab-lab", "Fab lab", ("fablab", "atelier"))
    assert first.definition.plain == "Un lieu. Ouvert."
    assert (second.id, second.at.line) == ("elu", 5)


def test_what_is_no_definition_is_said(course: CourseBuilder) -> None:
    course.glossary("# Glossaire\n\nLieu : ici.\n\nLieu\n: Ici.\n\nici, LIEU\n: Là.\n")
    assert sorted(found_in(course)) == [
        "1:1 text/unexpected-text",
        "3:1 text/unexpected-text",
        "8:6 text/duplicate-term",
    ]


FACT = {
    "énoncé": '"Un *fait*."',
    "source": "Une source",
    "date": "2023",
    "confiance": "Verifie",
    "durée de vie": "stable",
    "lu le": "2026-02-28",
}


def fact_text(**changed: str) -> str:
    values = FACT | {name.replace("_", " "): value for name, value in changed.items()}
    return "B5:\n" + "".join(f"  {name}: {value}\n" for name, value in values.items() if value)


@pytest.mark.parametrize(
    ("life", "expires_on"),
    [
        ("stable", None),
        ("a dater", datetime.date(2029, 2, 28)),
        ("fragile", datetime.date(2027, 2, 28)),
    ],
)
def test_a_fact_expires_by_its_shelf_life(
    course: CourseBuilder, life: str, expires_on: datetime.date | None
) -> None:
    draft, found = parsed(course.file("faits.yaml", fact_text(durée_de_vie=life)))
    assert found == []
    fact = draft.facts[0]
    assert (fact.code, fact.confidence, fact.expires_on) == ("B5", "vérifié", expires_on)
    assert fact.statement.html == "Un <em>fait</em>."


def test_a_fact_may_say_itself_when_it_expires(course: CourseBuilder) -> None:
    text = fact_text(lu_le="29/2/2028", durée_de_vie="fragile")
    draft, _ = parsed(course.file("faits.yaml", text))
    assert draft.facts[0].expires_on == datetime.date(2029, 2, 28)
    text += "  valable jusqu'au: 2028-12-31\n"
    draft, _ = parsed(course.file("faits.yaml", text))
    assert draft.facts[0].expires_on == datetime.date(2028, 12, 31)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (fact_text(confiance="sûr"), ["5:14 settings/bad-value"]),
        (fact_text(lu_le="2026-02-30"), ["7:10 settings/bad-value"]),
        (fact_text(source=""), ["2:0 settings/missing-key"]),
        ("\n", ["1:0 source/empty-file"]),
        ("B5: un fait\n", ["1:1 settings/bad-value"]),
        ("cinq:\n  énoncé: Un\n", ["1:1 settings/bad-value"]),
        (fact_text() + fact_text(), ["8:1 settings/duplicate-key"]),
        (fact_text(énoncé='"Un <b>fait</b>."'), ["2:15 text/raw-html"]),
    ],
)
def test_faults_of_facts_have_their_place(
    course: CourseBuilder, text: str, expected: list[str]
) -> None:
    assert found_in(course.file("faits.yaml", text)) == expected


# The course and its modules


def test_a_course_says_what_it_is(course: CourseBuilder) -> None:
    course.file(
        "course.yaml",
        'titre: "Un cours : l\'essai"\n'
        "modules: [comprendre]\n"
        "description: Pour essayer.\n"
        "licence: CC BY-SA 4.0\n"
        'version: "1.0"\n'
        "partenaires:\n"
        "  - nom: RTES\n"
        "    lien: https://rtes.fr\n"
        "    logo: comprendre/media/logo.svg\n"
        "attestation: {leçons: 80, moyenne: '60 %', minimum: 40.5}\n"
        "découpage: module\n",
    )
    draft, found = parsed(course.picture("logo.svg"))
    assert found == []
    assert draft.title == "Un cours\u00a0: l’essai"
    assert draft.partners[0].logo == "comprendre/media/logo.svg"
    assert draft.attestation is not None
    assert draft.attestation.values == {"lessons": 80, "mean": 60, "minimum": 40.5}


@pytest.mark.parametrize(
    ("line", "score"),
    [
        ("", 100),
        ("note_sans_quiz: 100\n", 100),
        ("note_sans_quiz: aucune\n", None),
        ('Note_sans_quiz: "Aucune"\n', None),
        ("note_sans_quiz:\n", 100),
    ],
)
def test_a_package_without_quiz_is_worth_a_hundred_unless_the_course_says_otherwise(
    course: CourseBuilder, line: str, score: float | None
) -> None:
    draft, found = parsed(course.file("course.yaml", f"titre: T\nmodules: [comprendre]\n{line}"))
    assert found == []
    assert draft.score_without_quiz == score


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("titre: T\n", ["1:0 settings/missing-key", "0:0 source/unlisted-module"]),
        ("titre: T\nmodules: comprendre, comprendre\n", ["2:22 settings/listed-twice"]),
        ("titre: T\nmodules:\n  - comprendr\n", ["3:5 source/missing-module"]),
        (
            "titre: T\nmodules: [comprendre]\npartenaires:\n  - nom: A\n    lien: a.fr\n",
            ["5:11 settings/bad-value"],
        ),
        (
            "titre: T\nmodules: [comprendre]\nnote_sans_quiz: 80\n",
            ["3:17 settings/bad-value"],
        ),
        ("titre: T\nmodules: [comprendre]\nnote: 100\n", ["3:1 settings/unknown-key"]),
        ("titre: T\nmodules: [comprendre]\npartenaires: A\n", ["3:14 settings/bad-value"]),
        ("\n", ["1:0 source/empty-file"]),
    ],
)
def test_faults_of_a_course_have_their_place(
    course: CourseBuilder, text: str, expected: list[str]
) -> None:
    found = found_in(course.file("course.yaml", text))
    assert found[: len(expected)] == expected


def test_a_module_says_what_it_is(course: CourseBuilder) -> None:
    course.file(
        "comprendre/module.yaml",
        "titre: Comprendre\n"
        "objectifs:\n"
        "  - O1: Expliquer\n"
        '  - O2: "Situer : où ?"\n'
        "leçons: definir\n"
        "introduction: |\n"
        "  Un **mot**.\n"
        "\n"
        "  Et [un autre](absente.md).\n"
        "banque: comprendre\n"
        "seuil: 70 %\n",
    )
    draft, found = parsed(course.bank(QUESTION))
    assert found == []
    module = draft.modules[0]
    assert [(each.id, each.text) for each in module.objectives] == [
        ("O1", "Expliquer"),
        ("O2", "Situer\u00a0: où\u00a0?"),
    ]
    assert module.introduction is not None
    assert module.introduction.plain == "Un mot. Et un autre."
    assert module.pass_mark == 70
    assert [(each.at.line, each.at.column) for each in draft.references] == [(9, 6)]


# Banks


def test_a_bank_says_how_its_quiz_is_taken(course: CourseBuilder) -> None:
    header = (
        "seuil: 62,5\n"
        "tentatives: illimité\n"
        "retour: a la fin\n"
        "mélanger: non\n"
        "tirage:\n"
        "  - étiquette: gouvernance\n"
        "    nombre: 1\n"
    )
    draft, found = parsed(course.bank(f"Avant le *quiz*.\n\n{QUESTION}", header=header))
    assert found == []
    bank = draft.banks[0]
    assert bank.values == {
        "pass_mark": 62.5,
        "attempts": None,
        "correction": "à la fin",
        "is_shuffled": False,
    }
    assert [(draw.tag, draw.count) for draw in bank.draws] == [("gouvernance", 1)]
    assert bank.introduction is not None
    assert bank.introduction.plain == "Avant le quiz."
    assert [question.kind for question in bank.questions] == ["vrai-faux"]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("retour: demain\n", ["3:9 settings/bad-value"]),
        ("tirage: six\n", ["3:9 settings/bad-value"]),
        ("tirage:\n  - nombre: 2\n", ["4:0 settings/missing-key"]),
        ("tirage:\n  - six\n", ["4:5 settings/bad-value"]),
        ("melange: non\n", ["3:1 settings/unknown-key"]),
    ],
)
def test_faults_of_a_bank_have_their_place(
    course: CourseBuilder, header: str, expected: list[str]
) -> None:
    assert found_in(course.bank(QUESTION, header=header)) == expected


def test_places_count_as_the_file_does_when_accents_are_apart(course: CourseBuilder) -> None:
    course.lesson("ouvrir", "Un e\u0301te\u0301 [mot]{.x}.\n")
    assert found_in(course) == ["6:10 text/unknown-attribute"]
