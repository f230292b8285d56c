"""The lesson template, plain language and questions, on courses built from values."""

from __future__ import annotations

import pytest

from tests.support.lint_values import (
    TODAY,
    aside,
    asked,
    bank,
    choices,
    cite,
    codes,
    course,
    fact,
    prose,
    rich,
    single,
    true_false,
)
from tiers_lieu_mooc.linting import lint
from tiers_lieu_mooc.model.content import Aside, AsideName, Block
from tiers_lieu_mooc.model.node import Rich
from tiers_lieu_mooc.model.quiz import Question


def text_of(count: int) -> str:
    """Write sentences of ten words."""
    sentence = "Un café, un atelier, une salle et dix voisins bavards."
    words = " ".join([sentence] * (count // 10)).split() + ["mot"] * (count % 10)
    return f"<p>{' '.join(words)}</p>"


def template(count: int = 400) -> tuple[Block, ...]:
    """Make a lesson that follows the template, of ``count`` words in the main part."""
    return (
        aside(AsideName.ESSENTIAL, text_of(count)),
        aside(AsideName.FACT, f"<p>Un fait {cite('A1')}.</p>"),
        aside(AsideName.TRY_IT, "<p>Écrivez une ligne.</p>"),
        asked(single("Pourquoi ?", "Pour cela", "Pour rien")),
    )


def codes_of_lesson(*blocks: Block, minutes: int = 8) -> list[str]:
    """Give the findings about one lesson of a module that ends with a quiz."""
    value = course(*blocks, minutes=minutes, facts=(fact(),), quiz=bank())
    return codes(value)


def test_a_lesson_that_follows_the_template_has_no_finding() -> None:
    assert codes_of_lesson(*template()) == []


@pytest.mark.parametrize(
    ("missing", "part"), [(0, "l’essentiel"), (1, "le fait"), (2, "à vous"), (3, "une question")]
)
def test_a_part_that_is_missing_is_named(missing: int, part: str) -> None:
    blocks = [*template(), prose(text_of(400))]
    del blocks[missing]
    facts = () if part == "le fait" else (fact(),)
    found = lint(course(*blocks, minutes=8, facts=facts, quiz=bank()), TODAY)
    messages = [each.message for each in found if each.code == "pedagogy/part-missing"]
    assert messages == [f"Il manque à cette leçon\u00a0: {part}."]


def test_a_heading_stands_for_a_container_of_its_name() -> None:
    _, fact_box, try_it, question = template()
    essential = prose(f"<h3>L’essentiel</h3>{text_of(400)}")
    assert codes_of_lesson(essential, fact_box, try_it, question) == []


@pytest.mark.parametrize(
    ("count", "minutes", "expected"),
    [
        (300, 8, ["pedagogy/lesson-length"]),
        (343, 8, []),
        (593, 8, []),
        (594, 8, ["pedagogy/lesson-length"]),
    ],
)
def test_a_lesson_has_350_to_600_words(count: int, minutes: int, expected: list[str]) -> None:
    # The fact and the exercise have 7 words of their own: « Un fait . » counts 2, the line 3.
    blocks = template(count + 2)
    assert codes_of_lesson(*blocks, minutes=minutes) == expected


def test_a_case_study_is_free_of_the_template() -> None:
    case = aside(AsideName.CASE_STUDY, "<p>Un café de village.</p>")
    assert codes(course(case, quiz=bank())) == []


def test_a_module_without_quiz_asks_for_no_part_but_limits_length() -> None:
    assert codes(course(prose("<p>Bienvenue.</p>"))) == []
    assert codes(course(prose(text_of(610)), minutes=4)) == ["pedagogy/lesson-length"]


def test_a_scene_has_60_words_at_most() -> None:
    assert codes(course(aside(AsideName.SCENE, text_of(60)))) == []
    assert codes(course(aside(AsideName.SCENE, text_of(61)))) == ["pedagogy/scene-long"]


@pytest.mark.parametrize(
    ("words", "minutes", "is_plausible"),
    [(360, 1, True), (360, 3, True), (360, 4, False), (720, 2, False), (500, 5, True)],
)
def test_a_duration_fits_the_reading_at_180_words_a_minute(
    words: int, minutes: int, is_plausible: bool
) -> None:
    found = codes(course(prose(text_of(words)), minutes=minutes))
    assert ("pedagogy/duration-implausible" not in found) is is_plausible


def test_activities_and_questions_lengthen_the_plausible_duration() -> None:
    try_it = aside(AsideName.TRY_IT, "<p>Écrivez une ligne.</p>")
    assert codes(course(prose(text_of(350)), try_it, minutes=8)) == []
    assert codes(course(prose(text_of(350)), try_it, minutes=9)) == [
        "pedagogy/duration-implausible"
    ]


def test_a_sentence_of_more_than_25_words_gets_advice() -> None:
    short = " ".join(["Mot", *["mot"] * 24])
    assert codes(course(prose(f"<p>{short}. {short}.</p>"))) == []
    assert codes(course(prose(f"<p>{short} de trop.</p>"))) == ["pedagogy/long-sentence"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Une société coopérative (SCIC) et une autre SCIC.</p>",
        "<p>La SCIC (société coopérative) existe.</p>",
        '<p>La <a class="term" href="#glossaire/scic" data-term="scic">SCIC</a> existe.</p>',
        "<p>Un fichier PDF, le XXe siècle, Louis XIV.</p>",
    ],
)
def test_an_acronym_explained_in_the_lesson_is_fine(html: str) -> None:
    assert codes(course(prose(html))) == []


def test_an_acronym_is_reported_once_a_lesson() -> None:
    blocks = (prose("<p>La SCIC existe.</p>"), prose("<p>La SCIC dure.</p>"))
    assert codes(course(*blocks)) == ["pedagogy/acronym-unexplained"]


def test_every_answer_has_its_feedback() -> None:
    silent = choices("Oui", "Non", feedback="")
    question = single("Pourquoi ?", "a", choices=silent)
    assert codes(course(asked(question))) == ["pedagogy/feedback-missing"] * 2


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"if_right": rich("Oui.")}, 1),
        ({"explanation": rich("Car.")}, 1),
        ({"if_wrong": rich("Non.")}, 1),
        ({"if_wrong": rich("Non."), "explanation": rich("Car.")}, 0),
    ],
)
def test_general_feedback_serves_the_answers_it_is_shown_for(
    more: dict[str, Rich], expected: int
) -> None:
    silent = single("Pourquoi ?", "a", choices=choices("Oui", "Non", feedback=""))
    question = silent.model_copy(update=more)
    assert codes(course(asked(question))) == ["pedagogy/feedback-missing"] * expected


def test_objectives_are_assessed_and_questions_name_one() -> None:
    quiz = bank(
        single("Pourquoi ?", "Oui", "Non", objectives=("O1",)),
        single("Comment ?", "Oui", "Non", name="r"),
    )
    found = lint(course(quiz=quiz, objectives=("O1", "O2")), TODAY)
    advice = [each for each in found if each.code.endswith(("objective", "unassessed"))]
    assert [each.code for each in advice] == [
        "pedagogy/objective-unassessed",
        "pedagogy/question-without-objective",
    ]
    assert advice[0].message == "Aucune question notée ne porte sur l’objectif O2."


@pytest.mark.parametrize(
    "answer",
    [
        "Toutes ces réponses",
        "Toutes les réponses ci-dessus.",
        "Aucune de ces propositions",
        "Aucune des réponses",
    ],
)
def test_an_answer_about_the_other_answers_gets_advice(answer: str) -> None:
    assert codes(course(asked(single("Quoi ?", "Un café", answer)))) == [
        "pedagogy/all-of-the-above"
    ]


@pytest.mark.parametrize("answer", ["Toutes les communes", "Aucun café", "Tous les habitants"])
def test_an_answer_that_says_something_is_fine(answer: str) -> None:
    assert codes(course(asked(single("Quoi ?", "Un café", answer)))) == []


@pytest.mark.parametrize(
    "question",
    [
        single("Laquelle n’est pas fausse ?", "Oui", "Non"),
        single("Il n’est pas vrai qu’il ne ferme jamais ?", "Oui", "Non"),
        true_false("Un tiers-lieu n’est pas une association.", is_true=False),
    ],
)
def test_a_negation_to_deny_gets_advice(question: Question) -> None:
    assert codes(course(asked(question))) == ["pedagogy/double-negation"]


@pytest.mark.parametrize(
    "question",
    [
        single("Lequel n’est pas un tiers-lieu ?", "Oui", "Non"),
        true_false("Un tiers-lieu n’est pas un commerce.", is_true=True),
        true_false("Un tiers-lieu est une association.", is_true=False),
    ],
)
def test_one_negation_is_fine(question: Question) -> None:
    assert codes(course(asked(question))) == []


def quiz_codes(*questions: Question) -> list[str]:
    return codes(course(aside(AsideName.CASE_STUDY, "<p>Un cas.</p>"), quiz=bank(*questions)))


def test_a_right_answer_that_is_always_the_longest_gets_advice() -> None:
    long = [single("Quoi ?", "Une réponse longue", "Non", name=f"q{n}") for n in range(4)]
    varied = [*long[:3], single("Quoi ?", "Oui", "Une autre réponse", name="q3")]
    assert quiz_codes(*long) == ["pedagogy/right-answer-longest"]
    assert quiz_codes(*long[:3]) == []
    assert quiz_codes(*varied) == []


def test_a_right_answer_always_at_one_place_gets_advice_when_nothing_is_shuffled() -> None:
    still = [single("Quoi ?", "Oui", "Non", name=f"q{n}", is_shuffled=False) for n in range(4)]
    mixed = [single("Quoi ?", "Oui", "Non", name=f"q{n}") for n in range(4)]
    assert quiz_codes(*still) == ["pedagogy/right-answer-place"]
    assert quiz_codes(*mixed) == []


def test_statements_that_are_all_true_get_advice() -> None:
    statements = [true_false("Le café ouvre.", is_true=True, name=f"q{n}") for n in range(4)]
    [found] = lint(
        course(aside(AsideName.CASE_STUDY, "<p>Un cas.</p>"), quiz=bank(*statements)), TODAY
    )
    assert found.message == (
        "Dans les 4 questions «\u00a0vrai-faux\u00a0» non mélangées de cette banque, "
        "la bonne réponse est toujours en position 1."
    )


def test_nested_containers_are_looked_at() -> None:
    inner = aside(AsideName.CAUTION, "<p>Les habitant·es décident.</p>")
    outer = Aside(at=inner.at, name=AsideName.ESSENTIAL, blocks=(inner,))
    assert codes(course(outer)) == ["access/middle-dot"]
