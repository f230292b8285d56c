"""What a learner sees before sending a quiz, after it, and how they get back to the lessons."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Offer, Open, OpenPlayer
from tests.support.axe import accessibility_faults
from tests.support.learner import Learner
from tests.support.small_course import SmallCourse
from tests.support.stage import Stage

pytestmark = pytest.mark.browser

BANK = """\
::: vrai-faux #ouvert
objectifs : O1

Un tiers-lieu est ouvert.

- [x] Vrai
  > Oui, ouvert.
- [ ] Faux
  > Si, ouvert.
:::

::: qcm #usages
objectifs : O1
points : 2
leçon : suite

Quels usages y trouve-t-on ?

- [x] Un atelier
- [x] Une cantine
- [ ] Un péage
:::

::: positionnement #situer
échelle : Non, Oui

Où en êtes-vous ?

- Je sais expliquer
:::
"""

COURSE = SmallCourse(
    {"definir": "Un texte.\n", "suite": "La fin.\n"}, BANK, "mélanger: non\ntentatives: 2"
)


@pytest.fixture
def quiz(open_window: Open, preview: Stage, offer: Offer) -> tuple[Page, Learner]:
    """The quiz of the course, begun."""
    page = open_window()
    page.goto(f"{preview.bare(f'{offer(COURSE)}-web')}#comprendre/quiz")
    learner = Learner(page)
    learner.start_quiz()
    return page, learner


def answer(learner: Learner, about: str, *labels: str) -> None:
    group = learner.question(about)
    for label in labels:
        group.get_by_label(label, exact=True).check()


def to_review(learner: Learner) -> None:
    following = learner.screen.get_by_role("button", name="Question suivante", exact=True)
    while following.is_visible():
        following.click()
    learner.press("Relire mes réponses")


def lines(learner: Learner) -> Locator:
    return learner.screen.locator("ol:visible > li")


# Before sending


def test_the_review_says_which_answers_are_missing_and_how_many(
    quiz: tuple[Page, Learner],
) -> None:
    _, learner = quiz
    answer(learner, "Un tiers-lieu est ouvert.", "Vrai")
    to_review(learner)
    learner.sees("2 questions n’ont pas de réponse complète.")
    expect(lines(learner).nth(0)).to_contain_text("Vrai")
    expect(lines(learner).nth(1)).to_contain_text("Sans réponse")
    learner.press("Répondre à la question 2")
    answer(learner, "Quels usages", "Un atelier")
    learner.press("Relire mes réponses")
    learner.sees("1 question n’a pas de réponse complète.")
    learner.press("Modifier la réponse 2")
    learner.press("Question suivante")
    learner.question("Où en êtes-vous").get_by_label("Oui").check()
    learner.press("Relire mes réponses")
    expect(learner.screen.get_by_text("de réponse complète")).to_have_count(0)


def test_the_review_stays_at_hand_from_any_question_once_it_was_read(
    quiz: tuple[Page, Learner],
) -> None:
    _, learner = quiz
    button = learner.screen.get_by_role("button", name="Relire mes réponses")
    expect(button).to_be_hidden()
    to_review(learner)
    learner.press("Répondre à la question 1")
    expect(button).to_be_visible()
    learner.press("Relire mes réponses")
    learner.send()
    learner.press("Recommencer le quiz")
    expect(button).to_be_hidden()


# After


def test_the_result_tells_each_question_in_words_with_its_points(
    quiz: tuple[Page, Learner],
) -> None:
    _, learner = quiz
    answer(learner, "Un tiers-lieu est ouvert.", "Vrai")
    learner.press("Question suivante")
    answer(learner, "Quels usages", "Un atelier")
    to_review(learner)
    learner.send()
    learner.sees("Votre meilleur score : 66,67 %.")
    learner.sees("Il vous reste 1 essai.")
    for line, words in enumerate(
        [
            ("Un tiers-lieu est ouvert.", "✔ Juste", "1 point sur 1"),
            ("Quels usages y trouve-t-on ?", "◐ En partie juste", "1 point sur 2"),
            ("Où en êtes-vous ?", "Question sans note"),
        ]
    ):
        for each in words:
            expect(lines(learner).nth(line)).to_contain_text(each)
    learner.screen.get_by_role("link", name="Quels usages y trouve-t-on ?").click()
    card = learner.screen.locator("[data-question]:focus")
    expect(card).to_contain_text("Les bonnes réponses :")
    expect(card).to_be_in_viewport()


def test_a_question_without_answer_is_said_to_have_none(quiz: tuple[Page, Learner]) -> None:
    _, learner = quiz
    to_review(learner)
    learner.send()
    expect(lines(learner).nth(0)).to_contain_text("Sans réponse")
    expect(lines(learner).nth(0)).to_contain_text("0 point sur 1")


def test_a_new_try_begins_without_the_answers_and_verdicts_of_the_one_before(
    quiz: tuple[Page, Learner],
) -> None:
    _, learner = quiz
    answer(learner, "Un tiers-lieu est ouvert.", "Faux")
    to_review(learner)
    learner.send()
    learner.sees("Si, ouvert.")
    learner.press("Recommencer le quiz")
    for name in ("Vrai", "Faux"):
        expect(learner.question("Un tiers-lieu").get_by_label(name)).not_to_be_checked()
    expect(learner.screen.get_by_text("Si, ouvert.").locator("visible=true")).to_have_count(0)
    expect(learner.screen.get_by_text("À revoir").locator("visible=true")).to_have_count(0)


# Back to the lessons


def test_a_result_leads_to_the_lesson_and_is_there_again_on_the_way_back(
    quiz: tuple[Page, Learner],
) -> None:
    page, learner = quiz
    answer(learner, "Un tiers-lieu est ouvert.", "Vrai")
    to_review(learner)
    learner.send()
    first, second = lines(learner).nth(0), lines(learner).nth(1)
    expect(first.get_by_role("link", name=re.compile("Revoir"))).to_have_count(0)
    link = second.get_by_role("link", name="Revoir la leçon : Suite")
    link.click()
    expect(learner.screen.get_by_role("heading", name="Suite", level=2)).to_be_focused()
    page.go_back()
    expect(link).to_be_focused()
    learner.sees("Votre résultat")
    learner.sees("Quiz à reprendre : 33,33 % des points.")


def test_a_question_that_names_no_lesson_leads_to_those_of_its_objective(
    quiz: tuple[Page, Learner],
) -> None:
    _, learner = quiz
    to_review(learner)
    learner.send()
    links = lines(learner).nth(0).get_by_role("link", name=re.compile("Revoir la leçon"))
    expect(links).to_have_text(["Revoir la leçon : Definir", "Revoir la leçon : Suite"])


def test_a_wrong_answer_to_a_quoted_question_leads_to_the_other_lessons(
    open_player: OpenPlayer, offer: Offer
) -> None:
    quoted = "::: question comprendre/ouvert\n:::\n"
    course = SmallCourse({"definir": quoted, "suite": "La fin.\n"}, BANK)
    _, learner = open_player(f"{offer(course)}-scorm12")
    learner.open_from_plan("Definir")
    group = learner.question("Un tiers-lieu est ouvert.")
    group.get_by_label("Faux").check()
    learner.check(group)
    links = learner.screen.get_by_role("link", name=re.compile("Revoir la leçon"))
    expect(links).to_have_text(["Revoir la leçon : Suite"])
    group.get_by_label("Vrai").check()
    learner.check(group)
    learner.sees("✔ Juste")
    expect(links).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_found_against_the_review_and_the_result(
    quiz: tuple[Page, Learner], width: int
) -> None:
    page, learner = quiz
    page.set_viewport_size({"width": width, "height": 700})
    to_review(learner)
    assert accessibility_faults(page) == []
    learner.send()
    assert accessibility_faults(page) == []
