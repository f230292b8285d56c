"""The reading key and the page of results, as trainers of any ability read and print them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Offer, OpenPlayer, Windows
from tests.content.measures import COURSE
from tests.support.axe import accessibility_faults
from tests.support.course_builder import CourseBuilder
from tests.support.eleven_kinds import eleven_questions
from tests.support.layout import layout_faults, spaced_layout_faults
from tests.support.moodle_report import Person, as_text, flaws_in, people_of, report_on
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
            page_of(read_results([report], book), 1, "0000", datetime.date.today()), "utf-8"
        )
    (folder / "entier.html").write_text(page_of_all(folder), "utf-8")
    return {name: folder / f"{name}.html" for name in ("cle", "resultats", "peu", "entier")}


def page_of_all(folder: Path) -> str:
    """The page of a whole course of seven modules; everybody took all of them."""
    course = check_course(COURSE, datetime.date.today()).course
    assert course is not None
    taken = zip(*(people_of(module, 60, 7) for module in course.modules), strict=True)
    people = [
        replace(
            first, attempts=(tuple(row for each in (first, *others) for row in each.attempts[0]),)
        )
        for first, *others in taken
    ]
    hard = [row["id"] for row in people[0].attempts[0] if row["result"] != "neutral"][::9]
    report = folder / "entier.txt"
    report.write_bytes(as_text(report_on([failing(person, {*hard}) for person in people])))
    results = read_results([report], codebook_of(course, course.modules))
    assert len(results.cases) > 5
    return page_of(results, 1, "0000", datetime.date.today())


def failing(person: Person, questions: set[str]) -> Person:
    rows = tuple(
        {**row, "result": "wrong"} if row["id"] in questions else row for row in person.attempts[0]
    )
    return replace(person, attempts=(rows,))


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


def test_each_question_to_look_at_says_where_it_is_and_shows_its_answers(
    windows: Windows, papers: dict[str, Path]
) -> None:
    page = opened(windows, papers["resultats"], viewport=WIDE)
    first = page.locator(".first > li")
    assert 1 <= first.count() <= 5
    for place in range(first.count()):
        told = first.nth(place)
        expect(told.get_by_role("heading")).to_be_visible()
        expect(told.locator("code")).to_be_visible()
        expect(told).to_contain_text(re.compile(r"[a-z]+/.*\.md, ligne \d+"))
        expect(told.locator(".bars b").first).to_be_visible()


def test_a_module_is_unfolded_and_its_table_leads_to_each_question(
    windows: Windows, papers: dict[str, Path]
) -> None:
    page = opened(windows, papers["resultats"], viewport=WIDE)
    fold = page.locator("details").first
    row = fold.locator("tbody tr").nth(3)
    expect(row).to_be_hidden()
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    link = row.get_by_role("link")
    words = link.inner_text()
    link.click()
    target = page.locator(":target")
    expect(target.get_by_role("heading")).to_have_text(words)
    expect(target).to_be_in_viewport()


def test_the_table_of_a_module_has_the_numbers_of_its_questions(
    windows: Windows, papers: dict[str, Path]
) -> None:
    page = opened(windows, papers["resultats"], viewport=WIDE)
    page.locator("summary").first.click()
    rows = page.locator("details").first.locator("tbody tr")
    cards = page.locator("details").first.locator("article")
    assert rows.count() == cards.count() > 10
    for place in range(rows.count()):
        success = rows.nth(place).locator("td").first.inner_text()
        said = "n’est pas notée" if success == "non notée" else f"réussite\u00a0: {success}"
        assert said in cards.nth(place).inner_text()


@pytest.mark.parametrize("name", ["cle", "resultats", "entier"])
@pytest.mark.parametrize("size", [PHONE, NARROWEST], ids=["390", "320"])
def test_no_table_of_results_has_to_be_slid_on_a_phone(
    windows: Windows, papers: dict[str, Path], name: str, size: dict[str, int]
) -> None:
    page = opened(windows, papers[name], viewport=size)
    tables = page.locator("table")
    for fold in page.locator("summary").all():
        fold.click()
    for table in tables.all() if name != "cle" else []:
        assert table.evaluate("(each) => each.offsetWidth <= each.parentElement.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", ["resultats", "entier"])
def test_what_comes_first_prints_on_two_pages_and_what_is_folded_does_not(
    windows: Windows, papers: dict[str, Path], name: str
) -> None:
    page = opened(windows, papers[name], viewport=WIDE)
    whole = pages_of(page)
    page.evaluate("document.querySelector('details').open = true")
    unfolded = pages_of(page)
    page.evaluate(
        """() => {
          const next = document.querySelectorAll('h2')[1];
          while (next.nextSibling) next.nextSibling.remove();
          next.remove();
        }"""
    )
    assert pages_of(page) <= 2
    assert whole <= 4
    assert unfolded > whole


def pages_of(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


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
