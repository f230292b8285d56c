"""The player and its inspector, on a phone and on a desk, with a mouse and with a keyboard."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Offer, Open
from tests.support.axe import accessibility_faults
from tests.support.eleven_kinds import COUNT, eleven_questions
from tests.support.layout import layout_faults
from tests.support.player import Player
from tests.support.replies import right, wrong
from tests.support.small_course import SmallCourse, questions_of
from tests.support.stage import Stage
from tests.support.tabbing import tab_faults
from tests.support.waiting import until_true
from tiers_lieu_mooc.preview.profiles import known_profiles

pytestmark = pytest.mark.browser

COURSE = SmallCourse({"definir": eleven_questions(), "suite": "La fin.\n"})

SIZES = {
    "phone": {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True},
    "desk": {"viewport": {"width": 1440, "height": 900}},
}

WAYS_OUT = """
([element, value]) => {
  const frame = document.querySelector('[data-frame]').contentWindow;
  const api = frame.parent.API_1484_11;
  return api.SetValue(element, value);
}
"""

OpenAt = Callable[..., Player]


@pytest.fixture
def open_at(browser: Browser, preview: Stage, offer: Offer) -> Iterator[OpenAt]:
    """Open the course in a window of some size."""
    contexts = []

    def opened(size: str = "desk", target: str = "scorm2004-4", query: str = "") -> Player:
        context = browser.new_context(locale="fr-FR", accept_downloads=True, **SIZES[size])  # type: ignore[arg-type]
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(preview.player(f"{offer(COURSE)}-{target}") + query)
        player = Player(page)
        expect(player.journal("Initialize")).to_have_count(1)
        return player

    yield opened
    for context in contexts:
        context.close()


def told_by(player: Player, name: str) -> Path:
    """Download a file by its button."""
    with player.page.expect_download() as started:
        player.press(name)
    return Path(started.value.path())


def is_fine(fault: str, size: str) -> bool:
    """Branches of the tree are 24 px high for a mouse (WCAG 2.5.8), 44 for a finger."""
    return size == "desk" and fault.startswith("SUMMARY") and fault.endswith("44 are wanted")


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_wrong_with_the_page_in_any_state(open_at: OpenAt, size: str) -> None:
    player = open_at(size, query="?ecran=telephone")
    page = player.page

    def look(state: str) -> None:
        assert accessibility_faults(page) == [], state
        assert [each for each in layout_faults(page) if not is_fine(each, size)] == [], state
        player.keep_screenshot(f"player-{size}-{state}")

    look("start")
    player.learner.open_from_plan("Definir")
    group = player.learner.question("Qui décide")
    group.get_by_label("Le hasard").check()
    player.learner.check(group)
    page.evaluate(WAYS_OUT, ["cmi.completion_status", "presque"])
    page.evaluate(WAYS_OUT, ["cmi.score.scaled", "3"])
    page.get_by_text("Ce que fait « Norme stricte »").click()
    player.choose("Écran", "Libre")
    player.line("expiree")
    expect(player.journal("presque")).to_be_visible()
    look("answered")
    player.choose("Montrer", "Refus et anomalies")
    player.press("Pause")
    expect(player.part("Journal des appels").locator("tbody tr")).to_have_count(2)
    look("filtered")
    # In a frame that is wider than the window its middle is out of sight, wherever the focus is.
    player.choose("Écran", "La place disponible")
    assert tab_faults(page) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lms", ["moodle", "kolibri"])
def test_nothing_is_wrong_with_what_one_lms_adds_to_the_page(
    open_at: OpenAt, size: str, lms: str
) -> None:
    player = open_at(size, "scorm12", f"?lms={lms}&ecran=telephone")
    player.page.get_by_text("Ce que fait «").locator("visible=true").click()
    player.press("Nouvelle connexion")
    expect(player.page.locator("[data-happened]")).to_contain_text("L’apprenant s’est reconnecté")
    expect(player.page.locator("[data-launches]")).to_have_text("2")
    assert accessibility_faults(player.page) == []
    assert [each for each in layout_faults(player.page) if not is_fine(each, size)] == []
    player.keep_screenshot(f"player-{size}-{lms}")


def test_a_launch_is_made_with_the_keyboard_alone(open_at: OpenAt) -> None:
    player = open_at()
    page = player.page
    page.get_by_label("LMS", exact=True).focus()
    page.keyboard.type("Moodle")
    page.keyboard.press("Tab")
    page.keyboard.type("Noé")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Mode", exact=True)).to_be_focused()
    page.keyboard.type("Relecture")
    page.keyboard.press("Tab")
    for setting in ("Forcer une nouvelle tentative", "Nombre de tentatives", "Condition"):
        expect(page.get_by_label(setting)).to_be_focused()
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Lancer avec ces réglages")).to_be_focused()
    page.keyboard.press("Enter")
    name = player.journal("cmi.learner_name")
    expect(name.first).to_contain_text("Noé Le Goff")
    expect(player.journal('GetValue("cmi.mode")').first).to_contain_text("review")
    expect(page).to_have_url(re.compile("lms=moodle&mode=review"))
    page.get_by_label("Contenant").focus()
    page.keyboard.type("learner_")
    expect(player.journal("cmi.mode")).to_have_count(0)
    expect(name.first).to_be_visible()
    page.reload()
    expect(player.journal("cmi.learner_name").first).to_contain_text("Noé Le Goff")


def test_the_frame_takes_the_size_of_a_screen(open_at: OpenAt) -> None:
    player = open_at()
    frame = player.page.locator("[data-frame]")
    for option, width in (("Téléphone (360 × 640)", 360), ("Tablette (768 × 1024)", 768)):
        player.choose("Écran", option)
        assert player.page.evaluate("document.querySelector('iframe').offsetWidth") == width
    player.choose("Écran", "Libre")
    player.page.get_by_label("Largeur").fill("500")
    player.page.get_by_label("Hauteur").fill("99999")
    player.page.get_by_label("Hauteur").press("Enter")
    expect(frame).to_have_attribute("width", "500")
    expect(frame).to_have_attribute("height", "4000")
    player.page.reload()
    expect(frame).to_have_attribute("width", "500")
    other = player.page.locator("[data-package]").first
    expect(other).to_have_attribute("href", re.compile("largeur=500"))


def test_learners_and_attempts_stand_side_by_side(open_at: OpenAt) -> None:
    player = open_at(target="scorm12")
    attempts = player.page.get_by_label("Tentative", exact=True)

    def state() -> str:
        return player.kept().get("cmi.suspend_data", "")

    player.learner.open_from_plan("Definir")
    player.relaunch()
    first = state()
    assert first
    player.press("Nouvelle tentative")
    expect(attempts.locator("option")).to_have_count(2)
    player.launch(Apprenant="Fatoumata Diallo-Ferré")
    expect(player.journal("Diallo-Ferré, Fatoumata").first).to_be_visible()
    expect(attempts.locator("option")).to_have_count(1)
    player.choose("Apprenant", "Camille Martin")
    expect(attempts.locator("option")).to_have_count(2)
    attempts.select_option(index=1)
    player.launch()
    assert player.page.evaluate("simulatedLms.record()")["cmi.suspend_data"]
    expect(player.journal(f'"{first}"').first).to_be_visible()


@pytest.mark.parametrize(
    ("mode", "read", "credit"),
    [
        ("Relecture (review)", "review", "no-credit"),
        ("Consultation (browse)", "browse", "no-credit"),
        ("Sans crédit (no-credit)", "normal", "no-credit"),
    ],
)
def test_a_launch_may_be_a_review_or_without_credit(
    open_at: OpenAt, mode: str, read: str, credit: str
) -> None:
    player = open_at()
    player.launch(Mode=mode)
    record = player.page.evaluate("simulatedLms.record()")
    assert [record["cmi.mode"], record["cmi.credit"]] == [read, credit]


def test_what_a_lying_line_loses_is_marked_and_is_not_there_afterwards(open_at: OpenAt) -> None:
    player = open_at(target="scorm12")
    player.line("perte")
    player.learner.open_from_plan("Definir")
    player.learner.open_from_plan("Suite")
    player.press("Quitter")
    expect(player.journal("LMSFinish").first).to_contain_text("répondu « true » sans rien garder")
    assert "cmi.suspend_data" not in player.kept()


def test_blocked_storage_is_met_by_the_page(open_at: OpenAt) -> None:
    player = open_at()
    player.line("sans-stockage")
    player.learner.open_from_plan("Definir")
    text = player.learner.question("Décrivez un lieu").get_by_role("textbox")
    text.fill("Un texte.")
    player.learner.sees("Cet appareil ne peut pas garder votre texte")


def test_the_same_line_holds_in_every_window(open_at: OpenAt) -> None:
    player = open_at()
    player.line("lente")
    other = player.page.context.new_page()
    other.goto(player.page.url)
    expect(other.get_by_label("Réseau")).to_have_value("lente")
    expect(other.get_by_role("status").filter(has_text="400 kbit/s")).to_be_visible()


def test_answers_are_told_in_the_words_of_the_page(open_at: OpenAt, tmp_path: Path) -> None:
    player = open_at()
    learner = player.learner
    learner.open_from_plan("Definir")
    for place, question in enumerate(questions_of(COURSE, tmp_path)[:COUNT]):
        group = learner.question(question)
        learner.reply(wrong(question) if place == 0 else right(question), group)
        learner.check(group)
    answers = player.part("Réponses aux questions")

    def line(about: str) -> list[str]:
        row = answers.get_by_role("row").filter(has_text=about).first
        return row.get_by_role("cell").all_inner_texts()

    expect(answers.get_by_role("row").filter(has_text="La mairie")).to_be_visible()
    asked, given, right_one, result, time = line("Qui décide")
    assert asked == "Qui décide dans un tiers-lieu ?"
    assert [given, right_one, result] == ["Le hasard", "Le collectif", "faux"]
    assert time.endswith("s")
    assert line("Que peut-on y faire")[1] == "Réparer ; Cuisiner"
    assert line("toujours une association")[1:4] == ["Faux", "Faux", "juste"]
    assert line("Associez")[1] == "La mairie → un local ; Les habitants → des idées"
    assert line("Quelle est sa surface")[1:3] == ["120", "120"]
    state = player.part("État sauvegardé")
    expect(state).to_contain_text("Leçon « Definir »")
    expect(state).to_contain_text("réponse : Le hasard ; essais : 1 ; meilleur résultat : 0 %")
    expect(player.page.locator("[data-room-text]")).to_contain_text("sur 64 000")
    player.keep_screenshot("inspector-answers")


def test_the_record_shows_what_changed_since_the_last_look(open_at: OpenAt) -> None:
    player = open_at()
    changed = player.page.locator("[data-changed-count]")
    expect(changed).not_to_have_text("0")
    player.press("Tout est vu")
    expect(changed).to_have_text("0")
    player.page.evaluate(WAYS_OUT, ["cmi.location", "ailleurs"])
    tree = player.part("Dossier de l’apprenant")
    leaf = tree.get_by_role("listitem").filter(has_text="location").last
    expect(leaf).to_contain_text("ailleurs")
    expect(leaf).to_contain_text("pas chez le LMS")
    expect(changed).to_have_text("1")


@pytest.mark.parametrize(
    ("element", "value", "remark"),
    [
        ("cmi.score.raw", "120", "Hors des bornes"),
        ("cmi.exit", "logout", "peut déconnecter"),
        ("cmi.suspend_data", "é", "ASCII"),
        ("cmi.suspend_data", "a" * 60_000, "Presque trop long"),
        ("cmi.suspend_data", "a" * 64_001, "Trop long pour un LMS strict"),
        ("cmi.completion_status", "unknown", "Recul"),
        ("adl.nav.request", "exitAll", "demande de navigation"),
        ("cmi.invente", "1", "Erreur 401"),
    ],
)
def test_suspicious_calls_stand_out(open_at: OpenAt, element: str, value: str, remark: str) -> None:
    player = open_at()
    player.page.evaluate(WAYS_OUT, [element, value])
    # The page itself may set it a moment later.
    lines = player.journal(f'SetValue("{element}"')
    expect(lines.filter(has_text=remark).first).to_be_visible()


def test_a_storm_of_commits_and_calls_after_the_end_stand_out(open_at: OpenAt) -> None:
    player = open_at()
    player.page.evaluate("for (let n = 0; n < 5; n += 1) API_1484_11.Commit('')")
    expect(player.journal("Commit").first).to_contain_text("Rafale")
    player.page.evaluate("API_1484_11.Terminate(''), API_1484_11.SetValue('cmi.location', 'x')")
    expect(player.journal("cmi.location").first).to_contain_text("Après la fermeture")


def test_a_value_that_no_lms_knows_is_refused_and_no_step_back(open_at: OpenAt) -> None:
    player = open_at()
    player.page.evaluate(WAYS_OUT, ["cmi.completion_status", "presque"])
    line = player.journal("presque").first
    expect(line).to_contain_text("Erreur 406")
    expect(line).not_to_contain_text("Recul")


def test_a_lenient_lms_tells_what_a_strict_one_would_refuse(open_at: OpenAt) -> None:
    player = open_at(query="?lms=open-edx")
    player.page.evaluate(WAYS_OUT, ["cmi.completion_status", "presque"])
    line = player.journal("presque").first
    expect(line).to_contain_text("Accepté ici, refusé par un LMS strict")
    expect(line).to_contain_text('"true"')


def test_the_journal_is_paused_copied_and_taken_away(open_at: OpenAt) -> None:
    player = open_at()
    page = player.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    rows = player.part("Journal des appels").locator("tbody tr")
    player.press("Pause")
    shown = rows.count()
    page.evaluate(WAYS_OUT, ["cmi.location", "=1+1"])
    said = page.locator("[data-journal-said]")
    # The page's own calls may wait, too.
    until_true(lambda: said.inner_text().endswith(f" {len(player.calls()) - shown}."))
    expect(rows).to_have_count(shown)
    player.press("Pause")
    expect(player.journal("=1+1")).to_have_count(1)
    page.get_by_label("Contenant").fill("=1+1")
    player.press("Copier")
    expect(said).to_contain_text("Lignes copiées : 1")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.splitlines()[0].split("\t") == ["Heure", "Appel", "Réponse", "Remarques"]
    told = json.loads(told_by(player, "Télécharger en JSON").read_text("utf-8"))
    assert told[0]["name"] == "Initialize"
    assert told[-1]["parameters"] == ["cmi.location", "=1+1"]
    text = told_by(player, "Télécharger en CSV").read_text("utf-8-sig")
    table = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert table[0] == ["Heure", "Appel", "Réponse", "Remarques"]
    assert table[1][1] == 'SetValue("cmi.location", "=1+1")'
    assert len(table) == 2


def test_profiles_tell_what_they_do_and_where_it_was_seen(open_at: OpenAt) -> None:
    player = open_at()
    for profile in known_profiles():
        player.choose("LMS", profile.title)
        player.page.get_by_text(f"Ce que fait « {profile.title} »").click()
        shown = player.page.locator(f'details[data-profile="{profile.name}"]')
        expect(shown).to_contain_text(profile.summary)
        for setting in profile.settings:
            expect(shown.get_by_role("heading", name=setting.title)).to_be_visible()
        expect(shown.get_by_role("listitem").first).to_contain_text("(")


def test_the_web_package_has_screens_and_lines_too(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    page: Page = open_window()
    page.goto(preview.player(f"{offer(COURSE)}-web"))
    page.evaluate("window.simulatedLms = {refused: () => []}")
    page.get_by_label("Écran", exact=True).select_option(label="Téléphone (360 × 640)")
    expect(page.locator("[data-frame]")).to_have_attribute("width", "360")
    expect(page.get_by_label("LMS", exact=True)).to_have_count(0)
