"""What a quiz and a question say to do next, and how many things at once."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Offer, OpenPlayer
from tests.browser.test_quiz_options import TWO, hidden, lesson, one, try_once
from tests.support.small_course import SmallCourse

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("options", "end", "advice"),
    [
        ("essais : illimité", "", "Réessayez : changez votre réponse, puis validez-la."),
        ("essais : illimité", "Indice : la porte.", "Relisez l’indice, puis réessayez."),
        ("essais : 2", "Indice : la porte.", "Relisez l’indice, puis réessayez."),
    ],
)
def test_a_wrong_answer_says_what_to_do_next(
    open_player: OpenPlayer, offer: Offer, options: str, end: str, advice: str
) -> None:
    _, learner = open_player(f"{offer(lesson(one(options, end)))}-scorm12")
    learner.open_from_plan("Definir")
    try_once(learner, "Faux")
    learner.sees(advice)
    try_once(learner, "Vrai")
    hidden(learner, advice)


def test_no_hint_is_proposed_when_no_try_is_left(open_player: OpenPlayer, offer: Offer) -> None:
    _, learner = open_player(f"{offer(lesson(one('essais : 1', 'Indice : la porte.')))}-scorm12")
    learner.open_from_plan("Definir")
    try_once(learner, "Faux")
    hidden(learner, "Relisez l’indice")
    learner.sees("Il ne vous reste plus d’essai. La bonne réponse :")


LEAVE = "Quitter le quiz pour l’instant"
MAIN = """(page) => [...page.querySelectorAll("button, .button")]
    .filter((each) => each.getClientRects().length && !each.closest(".question"))
    .filter((each) => getComputedStyle(each).backgroundColor !== "rgba(0, 0, 0, 0)")
    .map((each) => each.textContent.trim().split("\u00a0:")[0])"""


@pytest.mark.parametrize(
    ("answer", "end"), [("Vrai", ["Continuer"]), ("Faux", ["Recommencer le quiz"])]
)
def test_each_screen_of_a_quiz_has_one_main_thing_to_do(
    open_player: OpenPlayer, offer: Offer, answer: str, end: list[str]
) -> None:
    course = SmallCourse(
        {"definir": "Un texte.\n"},
        TWO,
        "mélanger: non\n",
        files={
            "course.yaml": "titre: Essai\nmodules:\n  - comprendre\n  - lieu\n",
            "lieu/module.yaml": "titre: Un lieu\nleçons:\n  - visiter\n",
            "lieu/visiter.md": "---\ntitre: Visiter\ndurée: 1 min\n---\n\nLa fin.\n",
        },
    )
    _, learner = open_player(f"{offer(course)}-scorm12")
    learner.open_from_plan("Le quiz")
    page = learner.screen.locator(".page.open")
    assert page.evaluate(MAIN) == ["Commencer le quiz"]
    learner.sees(LEAVE)
    learner.start_quiz()
    assert page.evaluate(MAIN) == ["Question suivante"]
    learner.sees(LEAVE)
    learner.question("Un tiers-lieu est ouvert.").get_by_label(answer).check()
    learner.press("Question suivante")
    assert page.evaluate(MAIN) == ["Relire mes réponses"]
    other = "Faux" if answer == "Vrai" else "Vrai"
    learner.question("Un tiers-lieu est privé.").get_by_label(other).check()
    learner.press("Relire mes réponses")
    assert page.evaluate(MAIN) == ["Envoyer mes réponses"]
    learner.send()
    assert page.evaluate(MAIN) == end
    hidden(learner, LEAVE)
