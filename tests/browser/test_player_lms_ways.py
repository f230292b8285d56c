"""What LMSs do to a device and to two sessions, by the buttons of the player.

What each switch does to a call is replayed in ``tests/js/preview/profiles.test.js``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from tests.browser.conftest import Offer
from tests.support.player import Player
from tests.support.small_course import SmallCourse
from tests.support.stage import Stage

pytestmark = pytest.mark.browser

COURSE = SmallCourse({"definir": "Du texte.\n", "suite": "La fin.\n"})

KEEP = """
async name => {
  localStorage.setItem(name, 'mine');
  const opening = indexedDB.open(name);
  await new Promise(resolve => opening.onsuccess = resolve);
  opening.result.close();
}
"""
KEPT = """
async name => {
  const bases = await indexedDB.databases();
  return [localStorage.getItem(name), bases.some(base => base.name === name)];
}
"""
COMMIT = """
([element, value]) => {
  const api = window.API;
  const said = api.LMSSetValue(element, value) + api.LMSCommit('');
  return [said, api.LMSGetLastError()];
}
"""
SET = "([element, value]) => window.API.LMSSetValue(element, value)"
STATE = "cmi.suspend_data"
EXPIRED_MS = 19_000
"""Longer than Moodle waits, by the clock of the page."""

Open = Callable[..., Player]


@pytest.fixture
def open_under(browser: Browser, preview: Stage, offer: Offer) -> Iterator[Open]:
    """Open the course under an LMS, for a learner who was never there.

    A line or a link that is cut on purpose makes the browser complain: nobody listens here.
    """
    context = browser.new_context(locale="fr-FR", accept_downloads=True)
    context.set_default_timeout(15_000)

    def opened(lms: str, query: str = "", page: Page | None = None) -> Player:
        window = page or context.new_page()
        window.goto(f"{preview.player(f'{offer(COURSE)}-scorm12')}?lms={lms}{query}")
        return ready(Player(window))

    yield opened
    context.close()


def ready(player: Player) -> Player:
    expect(player.journal("LMSInitialize").first).to_be_visible()
    expect(player.learner.screen.get_by_role("heading", level=1).first).to_be_visible()
    return player


def content(player: Player) -> Frame:
    return player.page.frames[1]


def in_state(player: Player, name: str) -> None:
    expect(player.page.locator(f'[data-state="{name}"]')).to_be_visible()


def commit(player: Player, value: str) -> list[str]:
    said: list[str] = player.page.evaluate(COMMIT, [STATE, value])
    return said


def act(player: Player, name: str) -> None:
    """Press a button that launches again."""
    player.after(lambda: player.press(name))


@pytest.mark.parametrize(
    ("lms", "act_name", "kept"),
    [
        ("moodle", "Nouvelle connexion", [None, True]),
        ("moodle", "Caches purgés", [None, True]),
        ("strict", "Nouvelle connexion", ["mine", True]),
    ],
)
def test_a_login_and_a_purge_empty_what_the_lms_empties(
    open_under: Open, lms: str, act_name: str, kept: list[object]
) -> None:
    player = open_under(lms)
    content(player).evaluate(KEEP, "essai")
    act(player, act_name)
    said = "IndexedDB reste" if kept[0] is None else "n’efface rien"
    expect(player.page.locator("[data-happened]")).to_contain_text(said)
    assert content(player).evaluate(KEPT, "essai") == kept
    # The list of attempts is the preview's own.
    expect(player.page.locator("[data-launches]")).to_have_text("2")


def test_only_what_an_lms_does_is_offered(open_under: Open) -> None:
    player = open_under("strict")
    for name, count in (("Nouvelle connexion", 1), ("Aperçu", 0), ("Caches purgés", 0)):
        expect(player.page.get_by_role("button", name=name, exact=True)).to_have_count(count)
    expect(player.page.get_by_label("Condition d’achèvement")).to_be_hidden()


def test_after_a_login_elsewhere_an_old_page_is_refused_for_good(open_under: Open) -> None:
    old = open_under("moodle")
    assert commit(old, "A") == ["truetrue", "0"]
    new = open_under("moodle", page=old.page.context.new_page())
    act(new, "Nouvelle connexion")
    assert commit(old, "B") == ["truefalse", "101"]
    assert commit(new, "C") == ["truetrue", "0"]
    old.relaunch()
    assert commit(old, "D") == ["truetrue", "0"]


def test_an_expired_session_ends_on_the_login_page_and_a_login_leads_back(
    open_under: Open,
) -> None:
    player = open_under("moodle")
    page = player.page
    page.clock.install()
    page.reload()
    ready(player)
    content(player).evaluate(KEEP, "essai")
    player.line("expiree")
    assert commit(player, "A") == ["truefalse", "101"]
    page.clock.run_for(EXPIRED_MS)
    in_state(player, "login")
    expect(player.learner.screen.get_by_role("heading", name="Connexion")).to_be_visible()
    assert content(player).evaluate(KEPT, "essai") == [None, True]
    act(player, "Nouvelle connexion")
    in_state(player, "running")
    expect(page.get_by_label("Réseau")).to_have_value("normale")
    assert commit(player, "B") == ["truetrue", "0"]


def test_the_button_beside_enter_opens_in_mode_browse(open_under: Open) -> None:
    player = open_under("moodle")
    act(player, "Aperçu")
    assert player.page.evaluate("simulatedLms.record()")["cmi.core.lesson_mode"] == "browse"
    player.relaunch()
    assert player.page.evaluate("simulatedLms.record()")["cmi.core.lesson_mode"] == "normal"


@pytest.mark.parametrize("lms", ["moodle", "kolibri", "open-edx"])
def test_another_device_has_its_own_storage_and_the_last_to_write_wins(
    open_under: Open, lms: str
) -> None:
    here = open_under(lms)
    content(here).evaluate(KEEP, "ici")
    with here.page.context.expect_page() as opened:
        here.page.get_by_role("link", name="Autre appareil").click()
    there = ready(Player(opened.value))
    assert not there.page.url.startswith(here.page.url.partition("/lecteur/")[0])
    expect(there.page.locator("[data-launches]")).to_have_text("2")
    assert not content(there).evaluate(KEPT, "ici")[1]
    for player, place, value in ((there, "ailleurs", "A"), (here, "ici", "B")):
        with player.page.expect_response("**/valeurs"):
            player.page.evaluate(SET, ["cmi.core.lesson_location", place])
            commit(player, value)
    with there.page.expect_response("**/valeurs"):
        commit(there, "C")
    in_state(here, "running")
    # Kolibri's sessions write all that they hold, those of the others what they set.
    place = "ailleurs" if lms == "kolibri" else "ici"
    kept = server_has(there)
    assert [kept[STATE], kept["cmi.core.lesson_location"]] == ["C", place]


def server_has(player: Player) -> dict[str, str]:
    """Give what the server has of the attempt, whoever wrote it."""
    attempt = player.page.get_by_label("Tentative", exact=True).input_value()
    address = player.page.url.partition("lecteur/")[0]
    kept = player.page.request.get(f"{address}api/tentatives/{attempt}")
    record: dict[str, str] = kept.json()["record"]
    return record


def test_emptying_the_device_empties_all_its_storage(open_under: Open) -> None:
    player = open_under("strict")
    content(player).evaluate(KEEP, "essai")
    player.change_device()
    assert content(player).evaluate(KEPT, "essai") == [None, False]


def test_every_entry_is_new_where_attempts_are_forced(open_under: Open) -> None:
    player = open_under("moodle", "&moodle-nouvelle-tentative=toujours")
    commit(player, "A")
    player.relaunch()
    expect(player.page.locator("[data-launches]")).to_have_text("1")
    expect(player.page.get_by_label("Tentative", exact=True).locator("option")).to_have_count(2)


def test_a_locked_activity_lets_nobody_in_again(open_under: Open) -> None:
    player = open_under("moodle", "&moodle-tentatives=une-verrouillee")
    player.press("Quitter et relancer")
    in_state(player, "locked")
    assert content(player).url == "about:blank"
    player.choose("Nombre de tentatives", "Illimité")
    player.press("Lancer avec ces réglages")
    in_state(player, "running")


def test_the_condition_of_completion_is_chosen_and_shown(open_under: Open) -> None:
    player = open_under("moodle", "&moodle-achevement=termine")
    player.page.evaluate(COMMIT, ["cmi.core.lesson_status", "passed"])
    expect(player.gradebook("Achèvement")).to_contain_text("pas encore")
    player.page.evaluate(COMMIT, ["cmi.core.lesson_status", "completed"])
    expect(player.gradebook("Achèvement")).to_contain_text("achevée")
    expect(player.gradebook("Note")).to_contain_text("0 sur 100")


def test_what_kolibri_ships_is_shown_and_is_not_on_the_device(open_under: Open) -> None:
    player = open_under("kolibri")
    content(player).evaluate("localStorage.setItem('texte', 'Mon projet')")
    shipped = player.part("Stockage local, parti au serveur")
    expect(shipped.get_by_role("row").filter(has_text="Mon projet")).to_be_visible()
    assert player.page.evaluate("localStorage.getItem('texte')") is None
    player.change_device()
    assert content(player).evaluate("localStorage.getItem('texte')") == "Mon projet"
    player.launch(LMS="Norme stricte")
    expect(shipped).to_be_hidden()
    assert content(player).evaluate("localStorage.getItem('texte')") is None


DOWNLOAD = """
name => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['texte']));
  link.download = name;
  link.click();
}
"""
LINK_OUT = """
() => {
  const link = document.createElement('a');
  link.href = 'https://ailleurs.invalid/';
  link.click();
}
"""


def test_kolibris_frame_neither_downloads_nor_prints_nor_opens(open_under: Open) -> None:
    player = open_under("kolibri")
    names: list[str] = []
    player.page.on("download", lambda download: names.append(download.suggested_filename))
    content(player).evaluate(DOWNLOAD, "sous-kolibri.txt")
    for code in ("() => window.print()", "() => void window.open('about:blank')"):
        with player.page.expect_console_message(lambda message: "sandboxed" in message.text):
            content(player).evaluate(code)
    assert len(player.page.context.pages) == 1
    player.launch(LMS="Norme stricte")
    with player.page.expect_download():
        content(player).evaluate(DOWNLOAD, "ailleurs.txt")
    assert names == ["ailleurs.txt"]


@pytest.mark.parametrize("lms", ["kolibri", "moodle"])
def test_a_link_to_another_site_replaces_the_course_and_is_told(open_under: Open, lms: str) -> None:
    player = open_under(lms)
    thrown: list[str] = []
    player.page.on("pageerror", lambda error: thrown.append(str(error)))
    content(player).evaluate(LINK_OUT)
    in_state(player, "away")
    player.press("Quitter et relancer")
    in_state(player, "running")
    ready(player)
    assert thrown == []
