"""Whatever becomes of a window, a browser and its storage: the work is there at the next launch."""

from __future__ import annotations

import pytest

from tests.browsers.conftest import Packages
from tests.browsers.desk import Desk
from tests.browsers.learner import Learner
from tests.support.lms import PROFILES, Attempt, FakeLms, Line, Profile
from tests.support.replies import Ticks, Typed, right
from tiers_lieu_mooc.model.course import Course
from tiers_lieu_mooc.model.quiz import Reflection

pytestmark = pytest.mark.browsers

TEXT = "Un ancien café tenu par ses habitants."
OFFER = "ont été retrouvées sur cet appareil"
REOPEN = "Rouvrez l’activité"
EDITIONS = pytest.mark.parametrize(
    "profile", [PROFILES["strict-12"], PROFILES["strict-2004"]], ids=["12", "2004"]
)
MOODLE = PROFILES["moodle-2004"]


@pytest.fixture
def attempt(lms: FakeLms, small_packages: Packages) -> Attempt:
    return lms.enrol("camille", MOODLE, [small_packages[MOODLE.target]])


def work(learner: Learner) -> None:
    """Answer in a lesson, write a text, and answer in the quiz."""
    learner.open_from_plan("Definir")
    done = learner.question("Que peut-on y faire ?")
    learner.reply(Ticks(("Réparer",)), done)
    learner.check(done)
    learner.sees("◐ En partie juste")
    learner.reply(Typed(TEXT), learner.question("Décrivez un lieu"))
    learner.open_from_plan("Le quiz")
    learner.start_quiz()
    learner.choose("Qui décide", "Le collectif")
    learner.press("Question suivante")
    learner.sees("Question 2 sur 11")


def shows_work(learner: Learner, text: str = TEXT) -> None:
    """See that everything of ``work`` is there, whether the page asked or not."""
    if learner.shows(OFFER):
        learner.press("Les reprendre")
    learner.open_from_plan("Definir")
    learner.sees("◐ En partie juste")
    assert learner.ticked("Que peut-on y faire ?") == ["Réparer"]
    assert learner.typed("Décrivez un lieu") == text
    learner.open_from_plan("Le quiz")
    learner.sees("Question 2 sur 11")
    learner.press("Question précédente")
    assert learner.ticked("Qui décide") == ["Le collectif"]


@EDITIONS
def test_answers_of_all_eleven_kinds_survive_leaving_and_coming_back(
    desk: Desk, lms: FakeLms, small_packages: Packages, small_course: Course, profile: Profile
) -> None:
    attempt = lms.enrol("camille", profile, [small_packages[profile.target]])
    learner = desk.launch(attempt)
    learner.open_from_plan("Definir")
    for asked in small_course.lessons[0].questions:
        question = learner.question(asked.stem.plain)
        learner.reply(right(asked), question)
        if not isinstance(asked, Reflection):
            learner.check(question)
    before = learner.reading()
    assert len(before) == 11
    # Of a text, WebKit may lose what was typed in the last half second before a page goes.
    desk.pass_a_second()
    desk.leave(attempt)
    again = desk.launch(attempt)
    again.look("return named(seen(document, 'main h2'), 'Definir')")
    assert again.reading() == before


@pytest.mark.parametrize(
    "profile", [PROFILES["strict-12"], PROFILES["moodle-12"], PROFILES["moodle-2004"]],
    ids=["strict-12", "moodle-12", "moodle-2004"],
)  # fmt: skip
def test_back_into_a_page_that_was_kept_alive_never_meets_a_stranger_with_nothing_done(
    desk: Desk, lms: FakeLms, small_packages: Packages, profile: Profile
) -> None:
    """Its session has ended; an LMS may refuse to begin another one under the same page."""
    attempt = lms.enrol("camille", profile, [small_packages[profile.target]])
    learner = desk.launch(attempt)
    work(learner)
    desk.leave(attempt)
    learner = desk.back("Question 2 sur 11", REOPEN)
    shows_work(desk.launch(attempt) if learner.shows(REOPEN) else learner)


def test_a_launch_never_waits_for_a_page_that_was_left_at_work(
    desk: Desk, attempt: Attempt
) -> None:
    """WebKit keeps such a page alive, and with it what it was reading and writing on the device."""
    learner = desk.launch(attempt)
    learner.open_from_plan("Definir")
    for answer in ("La météo", "Le hasard", "Le collectif", "La météo", "Le hasard"):
        learner.choose("Qui décide", answer)
        desk.leave(attempt)
        learner = desk.launch(attempt)
        assert learner.ticked("Qui décide") == [answer]


def test_a_new_login_that_empties_local_storage_loses_nothing(desk: Desk, attempt: Attempt) -> None:
    attempt.lines["1"] = Line.LYING
    work(desk.launch(attempt))
    desk.leave(attempt)
    desk.log_in_again(attempt)
    attempt.lines["1"] = Line.OPEN
    shows_work(desk.launch(attempt))


def test_a_browser_that_is_killed_a_second_after_an_answer_has_it_at_its_next_start(
    desk: Desk, attempt: Attempt
) -> None:
    attempt.lines["1"] = Line.LYING
    learner = desk.launch(attempt)
    work(learner)
    desk.pass_a_second()
    desk.kill()
    attempt.lines["1"] = Line.OPEN
    shows_work(desk.launch(attempt))


@pytest.mark.parametrize("engine", ["webkit"], indirect=True)
def test_nothing_is_promised_in_a_frame_of_another_site(
    desk: Desk, lms: FakeLms, small_packages: Packages
) -> None:
    """WebKit forgets at its end what such a frame stored, and does not say so."""
    attempt = lms.enrol("camille", MOODLE, [small_packages[MOODLE.target]])
    learner = desk.look_at_embedded(attempt)
    learner.open_from_plan("Definir")
    learner.reply(Typed(TEXT), learner.question("Décrivez un lieu"))
    learner.sees("Cet appareil ne peut pas garder votre texte")
    learner.sees("cet appareil ne garde rien")


def test_what_is_being_typed_counts_before_every_step_of_a_quiz(
    desk: Desk, attempt: Attempt
) -> None:
    """A window without focus, dictation and the like tell of every letter and never of a change."""
    learner = desk.launch(attempt)
    learner.open_from_plan("Le quiz")
    learner.start_quiz()
    for _ in range(3):
        learner.press("Question suivante")
    learner.dictate("Quelle réunion", "assemblée générale")
    learner.press("Question suivante")
    learner.sees("Question 5 sur 11")
    learner.dictate("Une salle mesure", "120")
    learner.press("Question précédente")
    learner.sees("Question 4 sur 11")
    for step in range(5, 12):
        learner.press("Question suivante")
        learner.sees(f"Question {step} sur 11")
    learner.press("Relire mes réponses")
    learner.sees("assemblée générale")
    learner.sees("120")
