"""What authors may ask of a quiz and of a question, seen from the learner's side."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Offer, Open, OpenPlayer
from tests.support.cmi import record_of
from tests.support.learner import Learner
from tests.support.replies import right, wrong
from tests.support.saved_state import read_state
from tests.support.small_course import SmallCourse, questions_of
from tests.support.stage import Stage

pytestmark = pytest.mark.browser

TWO = """\
::: vrai-faux #ouvert
objectifs : O1

Un tiers-lieu est ouvert.

- [x] Vrai
  > Oui, ouvert.
- [ ] Faux
  > Si, ouvert.

Explication : la porte est ouverte.
:::

::: vrai-faux #prive
objectifs : O1

Un tiers-lieu est privé.

- [ ] Vrai
  > Non, pas privé.
- [x] Faux
  > Oui, pas privé.
:::
"""


def quiz(rules: str) -> SmallCourse:
    return SmallCourse({"definir": "Un texte.\n"}, TWO, f"mélanger: non\n{rules}")


def lesson(body: str, bank: str = "") -> SmallCourse:
    return SmallCourse({"definir": body, "suite": "La fin.\n"}, bank)


def begin(learner: Learner) -> None:
    learner.open_from_plan("Le quiz")
    learner.start_quiz()


def answer_both(learner: Learner, first: str, second: str) -> None:
    learner.question("Un tiers-lieu est ouvert.").get_by_label(first).check()
    learner.press("Question suivante")
    learner.question("Un tiers-lieu est privé.").get_by_label(second).check()
    learner.press("Relire mes réponses")


def hidden(learner: Learner, text: str) -> None:
    expect(learner.screen.get_by_text(text).locator("visible=true")).to_have_count(0)


# When the correction comes


def test_an_immediate_correction_comes_with_each_answer_and_locks_it(
    open_player: OpenPlayer, offer: Offer
) -> None:
    page, learner = open_player(f"{offer(quiz('retour: immédiat'))}-scorm12")
    learner.open_from_plan("Le quiz")
    learner.sees("Chaque réponse est corrigée tout de suite.")
    learner.start_quiz()
    group = learner.question("Un tiers-lieu est ouvert.")
    learner.check(group)
    learner.sees("Répondez avant de valider.")
    group.get_by_label("Faux").check()
    learner.check(group)
    learner.sees("✘ À revoir")
    learner.sees("Si, ouvert.")
    learner.sees("la porte est ouverte.")
    expect(group.get_by_label("Vrai")).to_be_disabled()
    page.reload()
    again = Learner(page.frame_locator("[data-frame]"))
    again.sees("Si, ouvert.")
    expect(again.question("Un tiers-lieu est ouvert.").get_by_label("Vrai")).to_be_disabled()


def test_a_correction_at_the_end_comes_with_the_result_only(
    open_player: OpenPlayer, offer: Offer
) -> None:
    _, learner = open_player(f"{offer(quiz('retour: à la fin'))}-scorm12")
    begin(learner)
    expect(learner.screen.get_by_role("button", name="Valider ma réponse")).to_have_count(0)
    answer_both(learner, "Vrai", "Vrai")
    hidden(learner, "Oui, ouvert.")
    learner.send()
    for text in ("Oui, ouvert.", "la porte est ouverte.", "Non, pas privé."):
        learner.sees(text)


def test_a_correction_that_never_comes_shows_the_score_alone(
    open_player: OpenPlayer, offer: Offer
) -> None:
    _, learner = open_player(f"{offer(quiz('retour: jamais'))}-scorm12")
    begin(learner)
    answer_both(learner, "Vrai", "Vrai")
    learner.send()
    learner.sees("Quiz à reprendre : 50 % des points.")
    for text in ("Oui, ouvert.", "la porte est ouverte.", "Un tiers-lieu est ouvert."):
        hidden(learner, text)


# Attempts and pass mark


def test_a_score_at_the_pass_mark_passes(open_player: OpenPlayer, offer: Offer) -> None:
    page, learner = open_player(f"{offer(quiz('seuil: 50'))}-scorm12")
    begin(learner)
    answer_both(learner, "Vrai", "Vrai")
    learner.send()
    learner.sees("Quiz réussi : 50 % des points. Il en fallait 50 %.")
    learner.is_sent()
    assert record_of(page).core["cmi.core.lesson_status"] == "passed"


def test_a_single_attempt_is_the_last(open_player: OpenPlayer, offer: Offer) -> None:
    page, learner = open_player(f"{offer(quiz('tentatives: 1'))}-scorm2004-4")
    learner.open_from_plan("Le quiz")
    learner.sees("Vous avez un seul essai")
    learner.start_quiz()
    answer_both(learner, "Faux", "Vrai")
    learner.send()
    expect(learner.screen.get_by_role("button", name="Recommencer le quiz")).to_be_hidden()
    learner.is_sent()
    core = record_of(page).core
    assert (core["cmi.completion_status"], core["cmi.success_status"]) == ("completed", "failed")


def test_unlimited_attempts_keep_the_best_score_and_are_never_failed(
    open_player: OpenPlayer, offer: Offer
) -> None:
    page, learner = open_player(f"{offer(quiz('tentatives: illimité'))}-scorm12")
    learner.open_from_plan("Le quiz")
    learner.sees("Vous pouvez recommencer autant de fois que vous voulez")
    learner.start_quiz()
    for first, second, status in [
        ("Faux", "Vrai", "incomplete"),
        ("Vrai", "Faux", "passed"),
        ("Faux", "Vrai", "passed"),
    ]:
        answer_both(learner, first, second)
        learner.send()
        learner.is_sent()
        assert record_of(page).core["cmi.core.lesson_status"] == status
        learner.press("Recommencer le quiz")
    assert record_of(page).core["cmi.core.score.raw"] == "100"


# Tries, penalties, hints, required answers


def try_once(learner: Learner, text: str) -> None:
    group = learner.question("Un tiers-lieu est ouvert.")
    group.get_by_label(text).check()
    learner.check(group)


def one(options: str, end: str = "") -> str:
    first = TWO.partition("\n:::\n")[0]
    return first.replace("objectifs : O1", options) + f"\n\n{end}\n:::\n"


def test_tries_run_out_then_the_solution_comes(open_player: OpenPlayer, offer: Offer) -> None:
    _, learner = open_player(f"{offer(lesson(one('essais : 2')))}-scorm12")
    learner.open_from_plan("Definir")
    try_once(learner, "Faux")
    learner.sees("Réessayez : il vous reste 1 essai.")
    hidden(learner, "La bonne réponse")
    try_once(learner, "Faux")
    hidden(learner, "Réessayez")
    learner.sees("Il ne vous reste plus d’essai. La bonne réponse :")
    learner.sees("la porte est ouverte.")
    expect(learner.question("Un tiers-lieu est ouvert.").get_by_label("Vrai")).to_be_disabled()


def test_unlimited_tries_never_run_out(open_player: OpenPlayer, offer: Offer) -> None:
    _, learner = open_player(f"{offer(lesson(one('essais : illimité')))}-scorm12")
    learner.open_from_plan("Definir")
    for _ in range(4):
        try_once(learner, "Faux")
        learner.sees("✘ À revoir")
    hidden(learner, "La bonne réponse")
    hidden(learner, "Il vous reste")
    try_once(learner, "Vrai")
    learner.sees("✔ Juste")


def test_a_penalty_takes_its_share_off_at_each_further_try(
    open_player: OpenPlayer, offer: Offer
) -> None:
    course = lesson(one("essais : 3\npénalité : 25 %"))
    page, learner = open_player(f"{offer(course)}-scorm12")
    learner.open_from_plan("Definir")
    for text in ("Faux", "Faux", "Vrai"):
        try_once(learner, text)
    learner.sees("✔ Juste")
    learner.leave()
    state = read_state(record_of(page).core["cmi.suspend_data"], learner.screen)
    (record,) = state["questions"].values()
    assert (record["tries"], record["best"]) == (3, 12600)


def test_hints_open_one_by_one(open_player: OpenPlayer, offer: Offer) -> None:
    hints = "Indice : la porte.\n\nIndice : elle est ouverte."
    _, learner = open_player(f"{offer(lesson(one('points : 1', hints)))}-scorm12")
    learner.open_from_plan("Definir")
    hidden(learner, "la porte.")
    learner.screen.get_by_text("Indice 1", exact=True).click()
    learner.sees("la porte.")
    hidden(learner, "elle est ouverte.")


def test_a_required_question_keeps_the_lesson_open_until_it_is_answered(
    open_player: OpenPlayer, offer: Offer
) -> None:
    _, learner = open_player(f"{offer(lesson(one('obligatoire : oui')))}-scorm12")
    learner.open_from_plan("Definir")
    learner.sees("réponse nécessaire pour terminer la leçon")
    learner.follow("J’ai terminé, continuer : Suite")
    learner.sees("Il reste une question à laquelle il faut répondre pour terminer la leçon.")
    expect(learner.screen.get_by_role("heading", name="Definir", level=2)).to_be_visible()
    group = learner.question("Un tiers-lieu est ouvert.")
    expect(group.get_by_role("radio").first).to_be_focused()
    learner.sees("0 leçon terminée sur 2")
    group.get_by_label("Faux").check()
    learner.finish_lesson("Suite")
    learner.sees("1 leçon terminée sur 2")


def test_a_quoted_question_is_practice_and_leaves_the_quiz_alone(
    open_player: OpenPlayer, offer: Offer
) -> None:
    course = lesson("::: question comprendre/ouvert\n:::\n", TWO)
    page, learner = open_player(f"{offer(course)}-scorm2004-4")
    learner.open_from_plan("Definir")
    learner.sees("Question d’entraînement : la réponse n’est pas enregistrée.")
    try_once(learner, "Faux")
    learner.sees("Si, ouvert.")
    begin(learner)
    for _ in range(2):
        for box in learner.screen.get_by_role("radio").all():
            expect(box).not_to_be_checked()
        following = learner.screen.get_by_role("button", name="Question suivante")
        if following.is_visible():
            following.click()
    learner.leave()
    record = record_of(page)
    assert record.interactions == {}
    state = read_state(record.core["cmi.suspend_data"], learner.screen)
    assert state["questions"] == {}


# Open texts

ESSAY = "::: réflexion #lieu\n{options}\n\nDécrivez un lieu près de chez vous.\n:::\n"
SECRET = "Le café de la gare, chez Lucienne."


def write_essay(learner: Learner) -> None:
    learner.question("Décrivez un lieu").get_by_role("textbox").press_sequentially(SECRET)
    learner.sees("Texte gardé sur cet appareil.")


def said_to_lms(page: Page) -> str:
    calls: str = page.evaluate("JSON.stringify(simulatedLms.calls())")
    return calls


@pytest.mark.parametrize("target", ["scorm12", "scorm2004-4"])
@pytest.mark.parametrize("place", ["lesson", "quiz"])
@pytest.mark.parametrize("is_sent", [False, True])
def test_an_open_text_stays_on_the_device_and_goes_to_the_lms_only_where_the_author_says_so(
    open_player: OpenPlayer, offer: Offer, place: str, target: str, is_sent: bool
) -> None:
    essay = ESSAY.format(options="transmettre : oui" if is_sent else "transmettre : non")
    course = {
        "lesson": lesson(essay),
        "quiz": SmallCourse({"definir": "Un texte.\n"}, TWO + essay, "mélanger: non"),
    }[place]
    page, learner = open_player(f"{offer(course)}-{target}")
    go_to_essay(learner, place)
    told = "est aussi transmis" if is_sent else "n’est pas transmis"
    learner.sees(f"{told} à la plateforme de formation")
    write_essay(learner)
    page.reload()
    again = Learner(page.frame_locator("[data-frame]"))
    box = again.question("Décrivez un lieu").get_by_role("textbox")
    expect(box).to_have_value(SECRET)
    hand_in_essay(again, place)
    again.leave()
    assert (SECRET in said_to_lms(page)) is is_sent
    assert ("lieu" in record_of(page).interactions) is is_sent
    if is_sent:
        row = record_of(page).interactions["lieu"]
        sent = {
            "scorm12": ("fill-in", row.get("student_response")),
            "scorm2004-4": ("long-fill-in", row.get("learner_response")),
        }[target]
        assert (row["type"], SECRET, row["result"]) == (*sent, "neutral")


def go_to_essay(learner: Learner, place: str) -> None:
    if place == "lesson":
        learner.open_from_plan("Definir")
        return
    begin(learner)
    learner.press("Question suivante")
    learner.press("Question suivante")


def hand_in_essay(learner: Learner, place: str) -> None:
    if place == "lesson":
        learner.check(learner.question("Décrivez un lieu"))
        return
    learner.press("Relire mes réponses")
    learner.sees(SECRET)
    learner.send()


def test_points_weigh_questions(
    open_window: Open, preview: Stage, offer: Offer, tmp_path: Path
) -> None:
    bank = TWO.replace("objectifs : O1", "points : 3", 1)
    course = SmallCourse({"definir": "Un texte.\n"}, bank, "mélanger: non")
    page = open_window()
    page.goto(f"{preview.bare(f'{offer(course)}-web')}#comprendre/quiz")
    learner = Learner(page)
    learner.start_quiz()
    weighty, light = questions_of(course, tmp_path)
    learner.take_quiz([weighty, light], {weighty.id: right(weighty), light.id: wrong(light)})
    learner.send()
    learner.sees("Quiz réussi : 75 % des points.")
