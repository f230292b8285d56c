"""What is typed is what is graded, shown, scored and reported, on the day and at each return."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Offer, OpenPlayer
from tests.support.cmi import record_of
from tests.support.learner import Learner
from tests.support.small_course import SmallCourse

pytestmark = pytest.mark.browser

LONG = "Société coopérative d’intérêt collectif"
QUESTIONS = f"""\
::: réponse-courte #statut
objectifs : O1

Que veut dire SCIC ?

- [x] {LONG} (SCIC)
  > Oui, une SCIC.
- [ ] société anonyme
  > Non, pas anonyme.
:::

::: trous #phrase
objectifs : O1

Le {{{{collectif}}}} choisit, en {{{{assemblée générale}}}}, une {{{{{LONG}}}}}.
:::

::: numérique #surface
objectifs : O1
unité : m²

Quelle est sa surface ?

- [x] 1250,5
  > Oui, tout cela.
:::

::: vrai-faux #faux
objectifs : O1

Un tiers-lieu est privé.

- [x] Faux
  > Oui, ouvert.
- [ ] Vrai
  > Non, ouvert.
:::
"""
COURSE = SmallCourse({"definir": QUESTIONS}, QUESTIONS.replace("#", "#b-"), "mélanger: non")


def shown(learner: Learner) -> Locator:
    """Give the questions that stand before the learner."""
    return learner.screen.locator("[data-page].open [data-question]:visible")


def answer(question: Locator) -> None:
    """Give the right answer, as an author wrote it or in capitals, which cost twice the room."""
    kind = question.get_attribute("data-kind")
    texts = {
        "réponse-courte": (f"{LONG} (SCIC)",),
        "trous": ("Collectif", "ASSEMBLÉE GÉNÉRALE", LONG),
        "numérique": ("1 250,5 m2.",),
    }
    if kind == "vrai-faux":
        question.get_by_label("Faux").check()
        return
    for field, text in zip(question.get_by_role("textbox").all(), texts[str(kind)], strict=True):
        field.fill(text)


def test_a_long_answer_in_a_lesson_stays_right(open_player: OpenPlayer, offer: Offer) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    learner.open_from_plan("Definir")
    for question in shown(learner).all():
        answer(question)
        question.get_by_role("button", name="Valider").click()
    expect(learner.screen.get_by_text("✔ Juste")).to_have_count(4)
    learner.press("Enregistrer et quitter")
    learner.sees("Vous pouvez fermer cette fenêtre.")
    rows = record_of(page).interactions
    assert {row["result"] for row in rows.values()} == {"correct"}
    assert rows["statut"]["student_response"] == f"{LONG} (SCIC)"
    assert rows["phrase.2"]["student_response"] == "ASSEMBLÉE GÉNÉRALE"
    # « Faux » stands first, and is still what is false.
    assert (rows["faux"]["student_response"], rows["surface"]["student_response"]) == (
        "f",
        "1250.5",
    )
    page.get_by_role("button", name="Quitter et relancer").click()
    again = Learner(page.frame_locator("[data-frame]"))
    expect(again.screen.get_by_text("✔ Juste")).to_have_count(4)
    expect(again.screen.get_by_text("À revoir")).to_have_count(0)
    assert {row["result"] for row in record_of(page).interactions.values()} == {"correct"}


def test_a_long_answer_in_a_quiz_is_worth_all_its_points(
    open_player: OpenPlayer, offer: Offer
) -> None:
    page, learner = open_player(f"{offer(COURSE)}-scorm12")
    learner.open_from_plan("Le quiz")
    learner.start_quiz()
    answer(shown(learner))
    for _ in range(3):
        learner.press("Question suivante")
        answer(shown(learner))
    # Left and launched again before anything is sent.
    learner.press("Enregistrer et quitter")
    learner.sees("Vous pouvez fermer cette fenêtre.")
    page.get_by_role("button", name="Quitter et relancer").click()
    again = Learner(page.frame_locator("[data-frame]"))
    again.press("Relire mes réponses")
    again.send()
    again.sees("Quiz réussi : 100 % des points.")
    again.is_sent()
    assert record_of(page).core["cmi.core.score.raw"] == "100"


def test_what_is_no_number_is_asked_for_again(open_player: OpenPlayer, offer: Offer) -> None:
    _, learner = open_player(f"{offer(COURSE)}-scorm12")
    learner.open_from_plan("Definir")
    question = shown(learner).nth(2)
    for typed in ("douze m2", "1.250", "12 euros", "12 ou 15"):
        question.get_by_role("textbox").fill(typed)
        question.get_by_role("button", name="Valider").click()
        expect(question.get_by_role("alert")).to_have_text(
            "Écrivez un nombre, par exemple 1 250,5."
        )
        expect(question.get_by_text("À revoir")).to_have_count(0)
    question.get_by_role("textbox").fill("1.250,5 mètres carrés")
    question.get_by_role("button", name="Valider").click()
    expect(question.get_by_role("alert")).to_have_text("")
    expect(question.get_by_text("✔ Juste")).to_be_visible()
