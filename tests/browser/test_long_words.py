"""Addresses and words without end push no page wide, whatever holds them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Windows
from tests.support.course_builder import CourseBuilder
from tests.support.eleven_kinds import eleven_questions
from tests.support.layout import layout_faults
from tests.support.learner import Learner
from tests.support.stage import Stage, stage
from tests.support.unfolding import section_names, show_unfolded

pytestmark = pytest.mark.browser

LONG = "anticonstitutionnellementissimement" * 2
ADDRESS = f"https://example.org/{'un-chemin-sans-fin' * 8}?a={'b' * 60}"
LESSON = f"""\
## {LONG}

{LONG} et <{ADDRESS}>, [{LONG}]({ADDRESS}) [@B1], [[{LONG}]].

- {LONG}

| {LONG} | Autre |
|---|---|
| {ADDRESS} | {LONG} |

> {LONG}

`{LONG}`

::: étude-de-cas {LONG}
lieu : {LONG}

{ADDRESS}
:::

::: fiche 1 {LONG}
{LONG}
:::

"""
SHEET = f"""\
titre: "Ma fiche"
rubriques:
  - titre: "{LONG}"
    question: "{LONG}"
    champs:
      - id: vision
        libellé: "{LONG}"
        conseil: "{LONG}"
"""
FACTS = f"""\
B1:
  énoncé: "{LONG}"
  source: "{LONG}, {ADDRESS}"
  date: "2023"
  confiance: vérifié
  durée de vie: stable
  lu le: 2026-03-01
"""


def long_questions(prefix: str) -> str:
    """Give a question of each kind whose answers, stems and comments have no end."""
    text = eleven_questions(prefix)
    for word in ("Le collectif", "Réparer", "assemblée", "un local", "Écouter", "Loyer"):
        text = text.replace(word, f"{word} {LONG}")
    for word in ("Fonctionnement", "Pas du tout", "Je sais le dire", "secrètes", "Qui décide"):
        text = text.replace(word, f"{word} {LONG}")
    return text.replace("m²", LONG[:40])


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A preview of a course whose words have no end, with findings about them."""
    folder = tmp_path_factory.mktemp("courses")
    course = CourseBuilder(folder, "long").lesson("definir", LESSON + long_questions("l-"))
    course.bank(long_questions("b-"), title=LONG).glossary(f"{LONG}\n: {LONG} {ADDRESS}\n")
    course.file("fiche.yaml", SHEET).file("faits.yaml", FACTS)
    course.lesson("douter", f"[{LONG}]({ADDRESS})\n\n**{LONG}\n")
    with stage(folder / "cache") as (served, _):
        served.show(course.write())
        yield served


@pytest.fixture
def windows(browser: Browser, endless: Stage) -> Iterator[Windows]:
    opened = Windows(browser, endless.address)
    yield opened
    opened.close()


@pytest.fixture(params=[320, 390])
def page(request: pytest.FixtureRequest, windows: Windows) -> Page:
    return windows.open(viewport={"width": request.param, "height": 700})


def faults(page: Page) -> list[str]:
    """Give what is too wide or cut, which is the matter here."""
    return [each for each in layout_faults(page) if each.endswith(("wide", "is cut"))]


def test_no_section_of_the_learner_s_page_is_pushed_wide(page: Page, endless: Stage) -> None:
    page.goto(endless.bare("long-web"))
    found = {}
    for name in section_names(page):
        show_unfolded(page, name)
        if said := faults(page):
            found[name] = said
    assert found == {}


def test_no_screen_of_the_quiz_is_pushed_wide(page: Page, endless: Stage) -> None:
    page.goto(f"{endless.bare('long-web')}#comprendre/quiz")
    learner = Learner(page)
    learner.start_quiz()
    for _ in range(10):
        assert faults(page) == []
        learner.press("Question suivante")
    learner.press("Relire mes réponses")
    assert faults(page) == []
    learner.send()
    assert faults(page) == []


@pytest.mark.parametrize("path", ["", "qualite/long", "lecteur/long-scorm12"])
def test_no_page_of_the_preview_is_pushed_wide(page: Page, endless: Stage, path: str) -> None:
    page.goto(f"{endless.address}{path}")
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    assert faults(page) == []
