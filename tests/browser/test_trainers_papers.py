"""The reading key and the page of results, as trainers of any ability read and print them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Offer, OpenPlayer, Windows
from tests.support.axe import accessibility_faults
from tests.support.course_builder import CourseBuilder
from tests.support.eleven_kinds import eleven_questions
from tests.support.layout import layout_faults, spaced_layout_faults
from tests.support.moodle_report import as_text, flaws_in, people_of, report_on
from tests.support.tabbing import tab_faults
from tests.support.walks import EVERYTHING
from tiers_lieu_mooc.building import check_course
from tiers_lieu_mooc.codebook import as_csv, as_html, codebook_of
from tiers_lieu_mooc.results import as_html as page_of
from tiers_lieu_mooc.results import read_results

pytestmark = pytest.mark.browser

WIDE = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
NARROWEST = {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both papers of a module with a question of each kind; one text goes to the LMS."""
    folder = tmp_path_factory.mktemp("papiers")
    questions = eleven_questions().replace("longueur :", "transmettre : oui\nlongueur :")
    builder = CourseBuilder(folder).lesson("definir", questions).bank(eleven_questions("b-"))
    course = check_course(builder.write(), datetime.date.today()).course
    assert course is not None
    book = codebook_of(course, course.modules)
    (folder / "cle.html").write_text(as_html(book), "utf-8")
    (folder / "cle.csv").write_bytes(as_csv(book))
    for name, count in (("resultats", 40), ("peu", 3)):
        report = folder / f"{name}.txt"
        people = people_of(course.modules[0], count, 5, flaws_in(course.modules[0]))
        report.write_bytes(as_text(report_on(people)))
        (folder / f"{name}.html").write_text(
            page_of(read_results([report], book), ["rapport.txt"], datetime.date.today()), "utf-8"
        )
    return {name: folder / f"{name}.html" for name in ("cle", "resultats", "peu")}


@pytest.fixture
def windows(browser: Browser) -> Iterator[Windows]:
    opened = Windows(browser, "file://")
    yield opened
    opened.close()
    assert opened.complaints == []


NAMES = pytest.mark.parametrize("name", ["cle", "resultats", "peu"])


def opened(windows: Windows, path: Path, **options: Any) -> Page:
    page = windows.open(**options)
    page.goto(path.as_uri())
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    return page


@NAMES
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_and_our_own_rules_find_nothing(
    windows: Windows, papers: dict[str, Path], name: str, scheme: str
) -> None:
    page = opened(windows, papers[name], viewport=WIDE, color_scheme=scheme)
    assert accessibility_faults(page) == []


@NAMES
@pytest.mark.parametrize("size", [WIDE, PHONE, NARROWEST], ids=["1280", "390", "320"])
def test_nothing_is_cut_or_too_small(
    windows: Windows, papers: dict[str, Path], name: str, size: dict[str, int]
) -> None:
    page = opened(windows, papers[name], viewport=size)
    assert layout_faults(page) == []
    assert spaced_layout_faults(page) == []


@NAMES
def test_the_keyboard_reaches_everything(
    windows: Windows, papers: dict[str, Path], name: str
) -> None:
    assert tab_faults(opened(windows, papers[name], viewport=PHONE)) == []


def test_each_question_to_look_at_leads_to_its_answers(
    windows: Windows, papers: dict[str, Path]
) -> None:
    page = opened(windows, papers["resultats"], viewport=WIDE)
    link = page.get_by_role("list").first.get_by_role("link").first
    words = link.inner_text()
    link.click()
    target = page.locator(":target")
    expect(target.get_by_role("heading")).to_have_text(words)
    expect(target).to_be_in_viewport()


def test_the_chart_has_the_numbers_of_its_table(windows: Windows, papers: dict[str, Path]) -> None:
    page = opened(windows, papers["resultats"], viewport=WIDE)
    bars = page.locator("figure .bar b").all_inner_texts()
    cells = page.locator("table tbody td:nth-of-type(1)").all_inner_texts()
    assert sorted(bars) == sorted(cell for cell in cells if re.fullmatch(r"\d+\s%", cell))
    assert bars == sorted(bars, key=lambda text: int(text.split("\u00a0")[0]))


@NAMES
def test_it_prints_whole_in_black_on_white_and_tagged(
    windows: Windows, papers: dict[str, Path], name: str
) -> None:
    page = opened(windows, papers[name], viewport=WIDE, color_scheme="dark")
    content = page.pdf(tagged=True, outline=True)
    assert b"/StructTreeRoot" in content
    page.emulate_media(media="print")
    ground = "getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()"
    assert page.evaluate(ground) == "#fffdf8"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@NAMES
def test_it_needs_no_script_and_no_other_file(papers: dict[str, Path], name: str) -> None:
    html = papers[name].read_text("utf-8")
    assert "<script" not in html
    assert re.findall(r'(?:src|href)="(?!#|data:,)[^"]*"', html) == []


@pytest.mark.parametrize("target", ["scorm12", "scorm2004-4"])
def test_the_journal_that_the_preview_gives_is_read_with_the_key(
    open_player: OpenPlayer, offer: Offer, tmp_path: Path, target: str
) -> None:
    """Somebody answers in the player, downloads the journal and asks what it says."""
    name = offer(EVERYTHING)
    page, learner = open_player(f"{name}-{target}")
    learner.follow("Definir")
    question = learner.question("Qui décide dans un tiers-lieu ?")
    question.get_by_label("Le hasard", exact=True).check()
    learner.check(question)
    learner.sees("Non, pas le hasard.")
    with page.expect_download() as started:
        page.get_by_role("button", name="Télécharger en CSV").click()
    journal = tmp_path / "journal.csv"
    started.value.save_as(journal)
    course = check_course(
        EVERYTHING.write(tmp_path / "sources", name), datetime.date.today()
    ).course
    assert course is not None
    results = read_results([journal], codebook_of(course, course.modules))
    (measure,) = results.measures
    assert (measure.entry.id, measure.answers, measure.success) == ("qcu", 1, 0)
    assert [each.words for each in measure.chosen if each.people] == ["Le hasard"]
