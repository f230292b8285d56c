"""The player in a real browser: a hand-made package sets values, is left, reloaded and resumed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, FrameLocator, Page, expect
from starlette.types import ASGIApp, Receive, Scope, Send

from tests.support.stage import serving
from tests.tiers_lieu_mooc.preview_process import Running, running
from tiers_lieu_mooc.preview import Build, Outcome, Workbench, create_app

pytestmark = pytest.mark.browser

PAGE = """<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title></head>
<body><h1>Essai</h1>
<p>Repris : <output id="state"></output></p>
<button id="save">Répondre</button> <button id="wrong">Mal écrire</button>
<script src="app.js"></script></body></html>
"""

SCRIPT = """
const prefix = parent.API ? 'LMS' : '';
const api = parent.API || parent.API_1484_11;
const core = prefix ? 'cmi.core.' : 'cmi.';
const status = prefix ? 'lesson_status' : 'completion_status';
const set = (element, value) => api[prefix + 'SetValue'](element, value);
if (api) {
  api[prefix + 'Initialize']('');
  document.getElementById('state').value = api[prefix + 'GetValue']('cmi.suspend_data') || 'rien';
  set(core + 'exit', 'suspend');
  set(core + status, 'incomplete');
  set(core + 'session_time', prefix ? '00:00:05' : 'PT5S');
  document.getElementById('save').onclick = () => {
    const old = Number(api[prefix + 'GetValue']('cmi.suspend_data') || 0);
    set('cmi.suspend_data', String(old + 1));
  };
  document.getElementById('wrong').onclick = () => set(core + status, 'presque');
  addEventListener('pagehide', () => {
    api[prefix + 'Commit']('');
    api[prefix ? 'LMSFinish' : 'Terminate']('');
  });
}
"""

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "cours"
    made.mkdir()
    (made / "app.js").write_text(SCRIPT, "utf-8")
    (made / "index.html").write_text(PAGE, "utf-8")
    return made


@pytest.fixture
def preview(folder: Path, tmp_path: Path) -> Iterator[Running]:
    with running(folder, tmp_path / "cache") as started:
        yield started


@pytest.fixture
def complaints() -> list[str]:
    return []


@pytest.fixture
def page(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    context = browser.new_context(locale="fr-FR")
    opened = context.new_page()

    def listen(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(message.text)

    opened.on("console", listen)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()


def package(page: Page) -> FrameLocator:
    return page.frame_locator("[data-frame]")


def resumed(page: Page, text: str) -> None:
    expect(package(page).locator("#state")).to_have_text(text)


def record(page: Page) -> dict[str, str]:
    held: dict[str, str] = page.evaluate("simulatedLms.record()")
    return held


def calls(page: Page) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = page.evaluate("simulatedLms.calls()")
    return made


@pytest.mark.parametrize(
    ("key", "core", "total"),
    [("essai-scorm12", "cmi.core.", "0000:00:10.00"), ("essai-scorm2004-4", "cmi.", "PT0H0M10S")],
)
def test_values_survive_a_relaunch_a_reload_and_a_restart(
    page: Page, folder: Path, tmp_path: Path, complaints: list[str], key: str, core: str, total: str
) -> None:
    with running(folder, tmp_path / "cache") as preview:
        page.goto(f"{preview.address}lecteur/{key}")
        resumed(page, "rien")
        package(page).get_by_role("button", name="Répondre").click()
        page.get_by_role("button", name="Quitter et relancer").click()
        resumed(page, "1")
        package(page).get_by_role("button", name="Répondre").click()
        page.reload()
        resumed(page, "2")
        assert record(page)[f"{core}entry"] == "resume"
        assert record(page)[f"{core}total_time"] == total
        expect(page.locator("[data-launches]")).to_have_text("3")
        port = int(preview.address.rstrip("/").rpartition(":")[2])
        # A page that reloads while the server is away would show the browser's own error page.
        page.get_by_role("button", name="Quitter", exact=True).click()
        expect(page.locator('[data-state="left"]')).to_be_visible()
        assert preview.stop() == 0
    with running(folder, tmp_path / "cache", port) as preview:
        page.goto(f"{preview.address}lecteur/{key}")
        resumed(page, "2")
    assert page.evaluate("simulatedLms.refused()") == []
    assert [each for each in complaints if "ERR_" not in each] == []


class Overtaken:
    """Keeps beacons back until the launch that follows them has come in."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._launches = 0
        self._is_overtaken = asyncio.Event()
        self.held = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if path == "/api/lancements":
            self._launches += 1
            if self._launches > 1:
                self._is_overtaken.set()
        if path.endswith("/balise"):
            self.held += 1
            await self._is_overtaken.wait()
        await self._app(scope, receive, send)


@pytest.mark.parametrize(
    ("key", "total"),
    [
        ("essai-scorm12", ["cmi.core.total_time", "0000:00:05.00"]),
        ("essai-scorm2004-4", ["cmi.total_time", "PT0H0M5S"]),
    ],
)
def test_a_launch_waits_for_the_beacons_that_it_overtook(
    page: Page, folder: Path, tmp_path: Path, key: str, total: list[str]
) -> None:
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    build = Build(key, "Un essai", "", key.removeprefix("essai-"), lambda: files)
    app = create_app(Workbench(lambda: Outcome([build]), [], tmp_path / "cache"))
    overtaken = Overtaken(app)
    with serving(overtaken, app.state.bell.close) as address:
        page.goto(f"{address}lecteur/{key}")
        resumed(page, "rien")
        package(page).get_by_role("button", name="Répondre").click()
        page.reload()
        resumed(page, "1")
        element, value = total
        assert record(page)[element] == value
        assert overtaken.held > 0
        page.goto("about:blank")


def test_the_log_tells_every_call_and_marks_refusals_in_words(page: Page, preview: Running) -> None:
    page.goto(f"{preview.address}lecteur/essai-scorm2004-4")
    resumed(page, "rien")
    package(page).get_by_role("button", name="Mal écrire").click()
    log = page.get_by_role("region", name="Journal des appels")
    refused = log.get_by_role("row").filter(has_text="presque")
    expect(refused).to_contain_text("Erreur 406 : valeur de forme interdite ou trop longue.")
    expect(refused).to_contain_text("un LMS conforme la refuserait")
    expect(log).to_contain_text("Sans gravité : pas encore de valeur")
    expect(page.locator("strong[data-refused]")).to_have_text("1")
    assert [call["parameters"][1] for call in page.evaluate("simulatedLms.refused()")] == [
        "presque"
    ]
    assert calls(page)[0]["name"] == "Initialize"
    page.get_by_label("Montrer").select_option(label="Refus et anomalies")
    expect(log.locator("tbody tr:visible")).to_have_count(1)
    assert record(page)["cmi.completion_status"] == "incomplete"
    tree = page.get_by_role("region", name="Dossier de l’apprenant")
    status = tree.get_by_role("listitem").filter(has_text="completion_status")
    expect(status.last).to_contain_text("incomplete")


def test_a_save_reloads_the_package_and_keeps_the_attempt(
    page: Page, preview: Running, folder: Path
) -> None:
    page.goto(f"{preview.address}lecteur/essai-scorm12")
    resumed(page, "rien")
    package(page).get_by_role("button", name="Répondre").click()
    (folder / "index.html").write_text(PAGE.replace("Essai</h1>", "Nouveau</h1>"), "utf-8")
    expect(package(page).get_by_role("heading")).to_have_text("Nouveau")
    resumed(page, "1")
    names = [call["name"] for call in calls(page)]
    assert names.index("LMSFinish") < len(names) - 1 - names[::-1].index("LMSInitialize")


def test_a_new_attempt_starts_with_nothing(page: Page, preview: Running) -> None:
    page.goto(f"{preview.address}lecteur/essai-scorm12")
    package(page).get_by_role("button", name="Répondre").click()
    page.get_by_role("button", name="Nouvelle tentative").click()
    resumed(page, "rien")
    assert record(page)["cmi.core.entry"] == "ab-initio"


def test_a_second_window_takes_the_attempt_over(page: Page, preview: Running) -> None:
    address = f"{preview.address}lecteur/essai-scorm12"
    page.goto(address)
    resumed(page, "rien")
    other = page.context.new_page()
    other.goto(address)
    resumed(other, "rien")
    package(page).get_by_role("button", name="Répondre").click()
    page.get_by_role("button", name="Quitter", exact=True).click()
    expect(page.locator('[data-state="taken"]')).to_be_visible()
    package(other).get_by_role("button", name="Répondre").click()
    other.reload()
    resumed(other, "1")


def test_a_broken_save_says_that_the_package_is_old(
    page: Page, preview: Running, folder: Path
) -> None:
    page.goto(f"{preview.address}lecteur/essai-scorm12")
    resumed(page, "rien")
    (folder / "index.html").write_text("raté", "utf-8")
    expect(page.get_by_text("La dernière construction a échoué")).to_be_visible()
    resumed(page, "rien")


def test_home_follows_what_is_saved(page: Page, preview: Running, folder: Path) -> None:
    page.goto(preview.address)
    expect(page.get_by_text("Rien à signaler")).to_be_visible()
    (folder / "index.html").write_text("raté", "utf-8")
    expect(page.get_by_text("text/broken")).to_be_visible()


@pytest.mark.parametrize(
    "path", ["", "lecteur/essai-scorm12", "lecteur/essai-web", "absent", "docs"]
)
def test_pages_fit_320_pixels_and_complain_of_nothing(
    page: Page, preview: Running, complaints: list[str], path: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(preview.address + path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert [each for each in complaints if "404" not in each] == []


@pytest.mark.parametrize(
    "path", ["", "lecteur/essai-scorm12", "lecteur/essai-web", "absent", "docs"]
)
def test_axe_finds_nothing_on_any_page(browser: Browser, preview: Running, path: str) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(preview.address + path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.add_script_tag(path=AXE)
    found = page.evaluate(
        "axe.run(document, {iframes: false})"
        ".then(({violations}) => violations.map(({id, nodes}) => [id, nodes[0].html]))"
    )
    assert found == []
    context.close()


def test_a_web_package_is_shown_without_an_lms(page: Page, preview: Running) -> None:
    page.goto(f"{preview.address}lecteur/essai-web")
    expect(package(page).get_by_role("heading")).to_have_text("Essai")
    assert page.evaluate("typeof API") == "undefined"
    expect(page.get_by_role("button", name="Nouvelle tentative")).to_have_count(0)


def test_a_package_can_ask_the_preview_for_nothing(
    page: Page, preview: Running, complaints: list[str]
) -> None:
    page.goto(f"{preview.address}lecteur/essai-scorm12")
    resumed(page, "rien")
    asked = (
        package(page)
        .locator("html")
        .evaluate("() => fetch('/api/nouvelles').then(() => 'answered', () => 'refused')")
    )
    assert asked == "refused"
    assert all("Content Security Policy" in each or "Fetch API" in each for each in complaints)
