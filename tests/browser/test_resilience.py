"""Whatever goes wrong: after a relaunch the work is there, or the page had said that it is not."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.chromium import EXECUTABLE, OPTIONS
from tests.support.devices import BLOCKED, FULL
from tests.support.eleven_kinds import eleven_questions
from tests.support.killing import kill_at_question
from tests.support.learner import Learner
from tests.support.lms import PROFILES, Attempt, FakeLms, Line, Profile, fake_lms
from tests.support.small_course import SmallCourse
from tests.support.waiting import until, until_true
from tiers_lieu_mooc.building import Workshop, check_course, outputs_of
from tiers_lieu_mooc.targets import Split, Target

pytestmark = pytest.mark.browser

COURSE = SmallCourse({"definir": eleven_questions()}, eleven_questions("q-"), "mélanger: non")
TEXT = "Un ancien café tenu par ses habitants."
SENT = "✔ Envoyé à la plateforme à"
KEPT_HERE = "Connexion instable : vos réponses sont gardées sur cet appareil"
KEPT_NOWHERE = "cet appareil ne garde pas vos réponses : laissez cette page ouverte"
EXPIRED = "Session terminée. Rechargez l’activité : vos réponses sont sur cet appareil."

ARRIVED = """
frames.length && frames[0].location.pathname.endsWith('/index.html') &&
frames[0].document.readyState === 'complete'
"""
PATIENCE_MS = 20_000
"""Longer than two repetitions of a commit."""

EACH = pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
MOODLES = pytest.mark.parametrize(
    "profile", [PROFILES["moodle-12"], PROFILES["moodle-2004"]], ids=["moodle-12", "moodle-2004"]
)

Enrol = Callable[[Profile], Attempt]
Launch = Callable[..., tuple[Page, Learner]]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    folder = COURSE.write(tmp_path_factory.mktemp("resilience"), "essai")
    course = check_course(folder, datetime.date.today()).course
    assert course is not None
    workshop = Workshop(course)
    outputs = outputs_of(course, [Target.SCORM_12, Target.SCORM_2004_4], [Split.COURSE])
    return {each.target.value: workshop.make(each).files for each in outputs}


@pytest.fixture
def lms() -> Iterator[FakeLms]:
    with fake_lms() as opened:
        yield opened


@pytest.fixture
def enrol(lms: FakeLms, packages: dict[str, dict[str, bytes]]) -> Enrol:
    return lambda profile: lms.enrol("camille", profile, [packages[profile.target]])


@pytest.fixture
def open_device(browser: Browser) -> Iterator[Callable[[], BrowserContext]]:
    """Give a device that has never been used."""
    with contextlib.ExitStack() as opened:

        def new() -> BrowserContext:
            context = browser.new_context(locale="fr-FR")
            opened.callback(context.close)
            context.set_default_timeout(15_000)
            return context

        yield new


@pytest.fixture
def device(open_device: Callable[[], BrowserContext]) -> BrowserContext:
    """The learner's own."""
    return open_device()


@pytest.fixture
def launch(device: BrowserContext) -> Launch:
    return lambda attempt, script="": launched(device, attempt, script)


@pytest.fixture
def launch_elsewhere(open_device: Callable[[], BrowserContext]) -> Launch:
    """Launch where nothing but the LMS knows what was done."""
    return lambda attempt: launched(open_device(), attempt)


def launched(device: BrowserContext, attempt: Attempt, script: str = "") -> tuple[Page, Learner]:
    page = device.new_page()
    page.add_init_script(script)
    page.goto(attempt.player())
    until(page, ARRIVED)
    return page, Learner(page.frame_locator("[data-frame]"))


def says(learner: Learner, words: str) -> None:
    """Wait until the page says something where screen readers hear it, too."""
    status = learner.screen.get_by_role("status").filter(has_text=words)
    expect(status.locator("visible=true").first).to_be_visible(timeout=PATIENCE_MS)


def work(learner: Learner) -> None:
    """Answer in a lesson, hand in, write a text, and begin the quiz."""
    learner.open_from_plan("Definir")
    learner.question("Qui décide").get_by_label("La météo").check()
    done = learner.question("Que peut-on y faire ?")
    done.get_by_label("Réparer").check()
    learner.check(done)
    learner.sees("◐ En partie juste")
    learner.question("Décrivez un lieu").get_by_role("textbox").fill(TEXT)
    learner.open_from_plan("Le quiz")
    learner.start_quiz()
    learner.question("Qui décide").get_by_label("Le collectif").check()
    learner.press("Question suivante")


def shows_work(learner: Learner, text: str = TEXT) -> None:
    """See that everything of ``work`` is there, as it was."""
    learner.open_from_plan("Definir")
    expect(learner.question("Qui décide").get_by_label("La météo")).to_be_checked()
    expect(learner.question("Que peut-on y faire ?").get_by_label("Réparer")).to_be_checked()
    learner.sees("◐ En partie juste")
    expect(learner.question("Décrivez un lieu").get_by_role("textbox")).to_have_value(text)
    learner.open_from_plan("Le quiz")
    learner.sees("Question 2 sur 11")
    learner.press("Question précédente")
    expect(learner.question("Qui décide").get_by_label("Le collectif")).to_be_checked()


def send_quiz(learner: Learner) -> None:
    while learner.screen.get_by_role("button", name="Question suivante").is_visible():
        learner.press("Question suivante")
    learner.press("Relire mes réponses")
    learner.send()


@EACH
def test_every_lms_gives_back_what_a_closed_window_left(
    enrol: Enrol, launch: Launch, profile: Profile
) -> None:
    """Open edX answers empty strings, Claroline 401 to interactions, Kolibri has no status."""
    attempt = enrol(profile)
    page, learner = launch(attempt)
    work(learner)
    page.close(run_before_unload=True)
    attempt.wait_for_an_end()
    _, again = launch(attempt)
    shows_work(again)


@MOODLES
def test_what_was_done_on_a_cut_line_is_on_the_device(
    enrol: Enrol, launch: Launch, profile: Profile
) -> None:
    """Offline, Moodle answers « true » to a commit; in 1.2 it never sends those values again."""
    attempt = enrol(profile)
    page, learner = launch(attempt)
    learner.open_from_plan("Definir")
    attempt.lines["1"] = Line.CUT
    work(learner)
    learner.press("Enregistrer et quitter")
    says(learner, KEPT_HERE)
    kill_at_question(page, learner, 2)
    attempt.lines["1"] = Line.OPEN
    _, again = launch(attempt)
    shows_work(again)


@MOODLES
def test_a_line_that_comes_back_brings_the_work_to_the_lms(
    enrol: Enrol, launch: Launch, launch_elsewhere: Launch, profile: Profile
) -> None:
    attempt = enrol(profile)
    _, learner = launch(attempt)
    attempt.lines["1"] = Line.CUT
    work(learner)
    learner.press("Enregistrer et quitter")
    says(learner, KEPT_HERE)
    attempt.lines["1"] = Line.OPEN
    says(learner, SENT)
    learner.press("Enregistrer et quitter")
    learner.sees("Vous pouvez fermer cette fenêtre.")
    _, again = launch_elsewhere(attempt)
    shows_work(again, text="")


@EACH
def test_an_lms_that_cannot_be_reached_is_told_even_when_it_says_true(
    enrol: Enrol, launch: Launch, profile: Profile
) -> None:
    attempt = enrol(profile)
    _, learner = launch(attempt, BLOCKED)
    attempt.lines["1"] = Line.CUT
    work(learner)
    learner.press("Enregistrer et quitter")
    says(learner, KEPT_NOWHERE)


def test_refused_commits_are_told_and_repeated_until_they_are_taken(
    enrol: Enrol, launch: Launch, launch_elsewhere: Launch
) -> None:
    attempt = enrol(PROFILES["strict-12"])
    _, learner = launch(attempt)
    attempt.lines["1"] = Line.REFUSING
    work(learner)
    learner.press("Enregistrer et quitter")
    says(learner, KEPT_HERE)
    attempt.lines["1"] = Line.OPEN
    says(learner, SENT)
    _, again = launch_elsewhere(attempt)
    shows_work(again, text="")


@MOODLES
def test_what_an_lms_took_and_did_not_keep_is_there_again(
    enrol: Enrol, launch: Launch, profile: Profile
) -> None:
    attempt = enrol(profile)
    page, learner = launch(attempt)
    attempt.lines["1"] = Line.LYING
    work(learner)
    kill_at_question(page, learner, 2)
    attempt.lines["1"] = Line.OPEN
    _, again = launch(attempt)
    shows_work(again)


def test_an_expired_session_says_what_to_do_and_goes_on(
    enrol: Enrol, launch: Launch, launch_elsewhere: Launch
) -> None:
    """A refusal, and the login page in the place of the witness."""
    attempt = enrol(PROFILES["moodle-12"])
    _, learner = launch(attempt)
    attempt.lines["1"] = Line.EXPIRED
    work(learner)
    learner.press("Enregistrer et quitter")
    says(learner, EXPIRED)
    attempt.lines["1"] = Line.OPEN
    learner.press("Recharger l’activité")
    says(learner, SENT)
    _, again = launch_elsewhere(attempt)
    shows_work(again, text="")


@pytest.mark.parametrize("storage", [BLOCKED, FULL], ids=["blocked", "full"])
def test_a_device_that_keeps_nothing_leaves_it_to_the_lms(
    enrol: Enrol, launch: Launch, storage: str
) -> None:
    attempt = enrol(PROFILES["moodle-12"])
    _, learner = launch(attempt, storage)
    work(learner)
    learner.open_from_plan("Definir")
    learner.question("Décrivez un lieu").get_by_role("textbox").fill("Un autre.")
    says(learner, "Cet appareil ne peut pas garder votre texte")
    learner.press("Enregistrer et quitter")
    learner.sees("Vous pouvez fermer cette fenêtre.")
    _, again = launch(attempt, storage)
    shows_work(again, text="")


@MOODLES
def test_work_goes_on_in_a_review_and_no_status_is_lowered(
    enrol: Enrol, launch: Launch, profile: Profile
) -> None:
    attempt = enrol(profile)
    status = "cmi.core.lesson_status" if profile.target == "scorm12" else "cmi.completion_status"
    attempt.kept |= {status: "completed", "cmi.exit": "suspend", "cmi.core.exit": "suspend"}
    page, learner = launch(attempt)
    mode = "cmi.core.lesson_mode" if profile.target == "scorm12" else "cmi.mode"
    assert page.evaluate(f"player.fake.value('{mode}')") == "review"
    work(learner)
    send_quiz(learner)
    learner.press("Enregistrer et quitter")
    learner.sees("Vous pouvez fermer cette fenêtre.")
    _, again = launch(attempt)
    again.open_from_plan("Definir")
    expect(again.question("Qui décide").get_by_label("La météo")).to_be_checked()
    again.open_from_plan("Le quiz")
    again.sees("Il vous reste 2 essais.")
    assert {record[status] for record in attempt.history} == {"completed"}


def test_a_killed_window_loses_nothing_that_was_answered(enrol: Enrol, launch: Launch) -> None:
    attempt = enrol(PROFILES["strict-2004"])
    page, learner = launch(attempt)
    work(learner)
    kill_at_question(page, learner, 2)
    _, again = launch(attempt)
    shows_work(again)
    send_quiz(again)
    again.press("Enregistrer et quitter")
    again.sees("Vous pouvez fermer cette fenêtre.")
    _, third = launch(attempt)
    third.open_from_plan("Le quiz")
    expect(third.screen.get_by_role("heading", name="Votre résultat")).to_be_visible()


def test_a_beacon_that_is_too_large_loses_nothing(enrol: Enrol, launch: Launch) -> None:
    """Over 64 KiB the browser sends nothing while a page goes, and says so to nobody."""
    attempt = enrol(PROFILES["moodle-2004"])
    page, learner = launch(attempt)
    work(learner)
    before = len(attempt.history)
    page.evaluate("API_1484_11.SetValue('cmi.comments_from_learner.0.comment', 'x'.repeat(70000))")
    page.close(run_before_unload=True)
    _, again = launch(attempt)
    assert len(attempt.history) <= before + 1
    shows_work(again)


def test_an_lms_that_begins_to_throw_does_not_stop_the_learner(
    enrol: Enrol, launch: Launch
) -> None:
    attempt = enrol(PROFILES["moodle-12"])
    page, learner = launch(attempt)
    page.evaluate("player.fake.isBroken = true")
    work(learner)
    learner.press("Enregistrer et quitter")
    says(learner, KEPT_HERE)
    kill_at_question(page, learner, 2)
    _, again = launch(attempt)
    shows_work(again)


def test_work_on_a_slow_line_reaches_the_lms(enrol: Enrol, launch: Launch) -> None:
    attempt = enrol(PROFILES["moodle-12"])
    page, learner = launch(attempt)
    session = page.context.new_cdp_session(page)
    session.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 400, "downloadThroughput": 5e4, "uploadThroughput": 5e4},
    )
    work(learner)
    learner.press("Enregistrer et quitter")
    learner.sees("Vous pouvez fermer cette fenêtre.")
    _, again = launch(attempt)
    shows_work(again)


NO_SECOND_SESSION = """
() => {
  const api = window.API || window.API_1484_11;
  const prefix = window.API ? "LMS" : "";
  const known = { ...api };
  let isOver = false;
  const unlessOver = (name, over) => (...given) => (isOver ? over : known[name](...given));
  for (const name of Object.keys(api)) api[name] = unlessOver(name, "");
  api[`${prefix}GetLastError`] = unlessOver(`${prefix}GetLastError`, "301");
  api[`${prefix}Initialize`] = () => "false";
  for (const name of ["LMSFinish", "Terminate"].filter((each) => each in api)) {
    api[name] = (...parameters) => {
      const answer = known[name](...parameters);
      isOver = true;
      return answer;
    };
  }
}
"""
"""As both standards have it: an ended session begins no second time, and knows nobody any more."""


@MOODLES
def test_a_page_that_comes_back_from_the_cache_has_the_lms_launch_anew(
    browser: Browser, enrol: Enrol, profile: Profile
) -> None:
    attempt = enrol(profile)
    own = browser.browser_type.launch(
        executable_path=EXECUTABLE,
        args=[*OPTIONS],
        ignore_default_args=["--disable-back-forward-cache"],
    )
    page = own.new_page()
    page.goto(attempt.player())
    learner = Learner(page.frame_locator("[data-frame]"))
    work(learner)
    page.evaluate(NO_SECOND_SESSION)
    page.evaluate("window.isOld = true")
    page.goto("about:blank")
    page.go_back()
    until_true(lambda: not page.evaluate("window.isOld"))
    shows_work(learner)
    learner.press("Enregistrer et quitter")
    learner.sees("Vous pouvez fermer cette fenêtre.")
    own.close()
