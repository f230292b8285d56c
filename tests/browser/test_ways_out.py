"""What leads out opens beside the course; where a frame forbids it, it can be copied."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, FrameLocator, Page, Route, expect

from tests.browser.conftest import Offer
from tests.support.axe import accessibility_faults
from tests.support.learner import Learner
from tests.support.sheet_course import SHEET, SHEET_COURSE, VISION, write
from tests.support.small_course import SmallCourse
from tests.support.stage import Stage
from tests.support.whole_course import WholeCourse

pytestmark = pytest.mark.browser

ELSEWHERE = "https://ailleurs.example/guide"
PLATFORM = "http://plateforme.kolibri.example/"
PACKAGE = "http://paquets.kolibri.example/"
KOLIBRI = "allow-scripts allow-same-origin"
"""Source: LMS-OBSERVED, Kolibri 0.19.5, whose contents have another origin of the same site."""
COURSE = SmallCourse(
    {"definir": f"Voir [le guide]({ELSEWHERE}) et [la suite](suite.md).\n", "suite": "La fin.\n"}
)


@dataclass(frozen=True)
class Framed:
    """A page in the frame of a platform that stands at another address.

    Attributes:
        page: of the platform.
        learner: at work in the frame.
    """

    page: Page
    learner: Learner

    @property
    def box(self) -> tuple[str, str]:
        """What the page says instead, and what can be copied."""
        box = self.learner.screen.locator("[data-instead]")
        return box.locator("label > span").inner_text(), box.get_by_role("textbox").input_value()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Windows that may complain: browsers tell the console, and only it, what a frame forbids."""
    opened = browser.new_context(locale="fr-FR")
    opened.set_default_timeout(15_000)
    opened.route(f"{ELSEWHERE}**", lambda route: route.fulfill(body="Le guide"))
    yield opened
    opened.close()


def framed(context: BrowserContext, files: dict[str, bytes], sandbox: str | None) -> Framed:
    """Open a package in a frame from elsewhere."""
    flags = "" if sandbox is None else f' sandbox="{sandbox}"'
    frame = f'<iframe{flags} src="{PACKAGE}index.html" title="Cours" width=900 height=640></iframe>'

    def give(route: Route) -> None:
        name = route.request.url.removeprefix(PACKAGE).partition("?")[0]
        kind = mimetypes.guess_type(name)[0] or "text/plain"
        route.fulfill(body=files.get(name, b""), content_type=f"{kind}; charset=utf-8")

    def answer(route: Route) -> None:
        page = f"<!DOCTYPE html><html lang=fr><title>Plateforme</title><main>{frame}</main></html>"
        route.fulfill(body=page, content_type="text/html")

    context.route(f"{PACKAGE}**", give)
    context.route(PLATFORM, answer)
    page = context.new_page()
    page.goto(PLATFORM)
    screen: FrameLocator = page.frame_locator("iframe")
    expect(screen.locator("html.tools")).to_be_attached()
    return Framed(page, Learner(screen))


def test_a_link_to_another_site_opens_beside_and_says_so(
    context: BrowserContext, preview: Stage, offer: Offer
) -> None:
    page = context.new_page()
    page.goto(preview.bare(f"{offer(COURSE)}-web"))
    Learner(page).open_from_plan("Definir")
    expect(page.get_by_role("link", name="le guide (nouvel onglet)", exact=True)).to_be_visible()
    link = page.get_by_role("link", name="le guide")
    with context.expect_page() as opened:
        link.click()
    opened.value.wait_for_url(ELSEWHERE)
    assert opened.value.evaluate("[opener, document.referrer]") == [None, ""]
    expect(page.get_by_role("heading", name="Definir")).to_be_visible()
    expect(page.locator("[data-instead]")).to_have_count(0)
    assert (
        link.evaluate("a => getComputedStyle(a.lastChild, '::after').content") == '"\u00a0↗\ufe0e"'
    )
    page.emulate_media(media="print")
    sign = link.evaluate("a => [a.lastChild, a].map(e => getComputedStyle(e).display)")
    assert sign == ["none", "inline"]
    after = link.evaluate("a => getComputedStyle(a, '::after').content")
    assert ELSEWHERE in after or "attr(href)" in after
    # In the page itself nothing opens beside.
    expect(page.locator("a[href^='#'][target]")).to_have_count(0)


def test_in_a_frame_without_windows_the_course_stays_and_the_address_can_be_copied(
    context: BrowserContext, preview: Stage, offer: Offer
) -> None:
    at = framed(context, preview.files(f"{offer(COURSE)}-web"), KOLIBRI)
    at.learner.open_from_plan("Definir")
    link = at.learner.screen.get_by_role("link", name="le guide")
    link.focus()
    at.page.keyboard.press("Enter")
    said, text = at.box
    assert said.startswith("Si rien ne s’est ouvert, c’est que la plateforme l’empêche.")
    assert text == ELSEWHERE
    expect(at.learner.screen.get_by_role("textbox", name="Si rien ne s’est ouvert")).to_be_focused()
    assert accessibility_faults(at.page.frames[1]) == []
    at.learner.press("Copier")
    at.learner.sees("Copié.")
    assert len(context.pages) == 1
    expect(at.learner.screen.get_by_role("heading", name="Definir")).to_be_visible()
    at.learner.press("Fermer")
    expect(link).to_be_focused()
    # What was copied can be pasted.
    at.learner.open_from_menu("Rechercher")
    field = at.learner.screen.get_by_role("searchbox")
    field.focus()
    at.page.keyboard.press("Control+V")
    expect(field).to_have_value(ELSEWHERE)


def test_in_a_frame_that_may_open_windows_the_link_does(
    context: BrowserContext, preview: Stage, offer: Offer
) -> None:
    at = framed(context, preview.files(f"{offer(COURSE)}-web"), None)
    at.learner.open_from_plan("Definir")
    with context.expect_page() as opened:
        at.learner.screen.get_by_role("link", name="le guide").click()
    opened.value.wait_for_url(ELSEWHERE)
    expect(at.learner.screen.get_by_role("heading", name="Definir")).to_be_visible()


@pytest.mark.parametrize(
    ("button", "said"),
    [
        ("Télécharger ma fiche", "Si aucun fichier n’est arrivé"),
        ("Imprimer ma fiche", "Si rien ne s’est imprimé"),
    ],
)
def test_a_sheet_that_is_neither_saved_nor_printed_can_be_copied(
    context: BrowserContext, preview: Stage, offer: Offer, button: str, said: str
) -> None:
    at = framed(context, preview.files(f"{offer(SHEET_COURSE)}-web"), KOLIBRI)
    at.learner.open_from_plan(SHEET)
    write(at.learner, "Notre vision", VISION)
    at.learner.press(button)
    words, text = at.box
    assert words.startswith(said)
    assert VISION in text
    assert "Notre vision" in text
    assert "fiche-projet" not in text
    at.learner.press("Ouvrir à part")
    at.learner.sees("Rien ne peut s’ouvrir à part ici")


def test_a_sheet_can_be_opened_beside_where_windows_may_open(
    context: BrowserContext, preview: Stage, offer: Offer
) -> None:
    at = framed(context, preview.files(f"{offer(SHEET_COURSE)}-web"), f"{KOLIBRI} allow-popups")
    at.learner.open_from_plan(SHEET)
    write(at.learner, "Notre vision", VISION)
    at.learner.press("Télécharger ma fiche")
    with context.expect_page() as opened:
        at.learner.press("Ouvrir à part")
    expect(opened.value.get_by_text(VISION)).to_be_visible()


def test_a_lesson_that_is_not_printed_leads_out_of_the_frame(
    context: BrowserContext, preview: Stage, offer: Offer
) -> None:
    at = framed(context, preview.files(f"{offer(COURSE)}-web"), KOLIBRI)
    at.learner.open_from_plan("Definir")
    at.learner.screen.get_by_text("Imprimer", exact=True).click()
    at.learner.press("Imprimer cette leçon")
    at.learner.sees("Si rien ne s’est imprimé")
    assert at.box[1].startswith(PACKAGE)


def test_nothing_is_said_where_nothing_is_forbidden(
    context: BrowserContext, preview: Stage, offer: Offer
) -> None:
    page = context.new_page()
    page.goto(preview.player(f"{offer(SHEET_COURSE)}-scorm12"))
    learner = Learner(page.frame_locator("[data-frame]"))
    learner.open_from_plan(SHEET)
    with page.expect_download():
        learner.press("Télécharger ma fiche")
    expect(learner.screen.locator("[data-instead]")).to_have_count(0)


def test_an_attestation_that_is_not_printed_can_be_copied(
    context: BrowserContext, preview: Stage, offer: Offer
) -> None:
    rule = "leçons: 10\nmoyenne: 0\nminimum: 0\nautopositionnements: []"
    at = framed(context, preview.files(f"{offer(WholeCourse(rule))}-web"), KOLIBRI)
    at.learner.open_from_plan("Paroles")
    at.learner.screen.get_by_role("main").get_by_role("link", name="J’ai terminé").click()
    at.learner.open_from_plan("Attestation de suivi")
    name = at.learner.screen.get_by_role("textbox", name="Votre nom, tel qu’il sera imprimé")
    name.fill("Ada Lovelace")
    at.learner.press("Voir mon attestation")
    at.learner.press("Imprimer mon attestation")
    words, text = at.box
    assert words.startswith("Si rien ne s’est imprimé")
    assert "Attestation de suivi" in text
    assert "Ada Lovelace" in text
