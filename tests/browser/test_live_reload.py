"""A saved file shows in the open preview: the same lesson, the same height, the same answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.support.small_course import SmallCourse
from tests.support.waiting import until
from tests.tiers_lieu_mooc.preview_process import Running, running_course

pytestmark = pytest.mark.browser

LONG = "\n\n".join(f"Le paragraphe {number} est là pour la hauteur." for number in range(60))
QUESTION = """
::: qcu #{name}
{stem}

- [x] Un lieu ouvert
- [ ] Une mairie
:::
"""
NOTE = """
::: réflexion #note
Qu’en pensez-vous ?
:::
"""
COURSE = SmallCourse(
    {
        "un": "Le début.\n",
        "deux": f"Avant.\n\n{LONG}\n{QUESTION.format(name='q1', stem='Quel lieu ?')}{NOTE}",
    },
    bank=QUESTION.format(name="q2", stem="Que retenir ?"),
)

BECOME = """state => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}"""
"""What a browser does when another window covers this one."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return COURSE.write(tmp_path, "essai")


@pytest.fixture
def preview(folder: Path, tmp_path: Path) -> Iterator[Running]:
    with running_course(tmp_path) as started:
        yield started


@pytest.fixture
def page(browser: Browser, preview: Running) -> Iterator[Page]:
    """The second lesson, half-way down, with an answer given."""
    context = browser.new_context(locale="fr-FR", viewport={"width": 1000, "height": 700})
    opened = context.new_page()
    opened.goto(f"{preview.address}lecteur/essai-scorm12")
    package(opened).get_by_role("link", name="Deux").first.click()
    package(opened).locator("#q-q1").get_by_label("Un lieu ouvert").check()
    package(opened).locator("html").evaluate("() => window.scrollTo(0, 900)")
    package(opened).locator("html").evaluate("() => { window.isTheSame = true; }")
    yield opened
    context.close()


def package(page: Page) -> FrameLocator:
    return page.frame_locator("[data-frame]")


def save(folder: Path, old: str, new: str, lesson: str = "comprendre/deux.md") -> None:
    path = folder / lesson
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def height(page: Page) -> int:
    found: int = package(page).locator("html").evaluate("() => window.scrollY")
    return found


def is_the_same_document(page: Page) -> bool:
    return bool(package(page).locator("html").evaluate("() => window.isTheSame === true"))


def test_a_reworded_lesson_changes_in_place(page: Page, folder: Path) -> None:
    save(folder, "Le paragraphe 3 ", "Le troisième paragraphe ")
    expect(package(page).get_by_text("Le troisième paragraphe est là")).to_be_visible()
    assert is_the_same_document(page)
    assert height(page) == 900
    expect(package(page).locator("#q-q1").get_by_label("Un lieu ouvert")).to_be_checked()
    expect(package(page).get_by_role("heading", name="Deux")).to_be_visible()
    assert page.evaluate("simulatedLms.refused()") == []


def test_a_reworded_question_keeps_its_answer(page: Page, folder: Path) -> None:
    save(folder, "Quel lieu ?", "Quel endroit ?")
    expect(package(page).get_by_text("Quel endroit ?")).to_be_visible()
    assert is_the_same_document(page)
    expect(package(page).locator("#q-q1").get_by_label("Un lieu ouvert")).to_be_checked()
    question = package(page).locator("#q-q1")
    question.get_by_role("button", name="Valider").click()
    expect(question).to_have_attribute("data-checked", "")


def test_what_is_being_typed_is_kept_and_goes_on(page: Page, folder: Path) -> None:
    note = package(page).get_by_role("textbox")
    note.press_sequentially("Une idée")
    save(folder, "Qu’en pensez-vous ?", "Et vous ?")
    expect(package(page).get_by_text("Et vous ?")).to_be_visible()
    expect(note).to_have_value("Une idée")
    expect(note).to_be_focused()
    note.press("End")
    note.press_sequentially(" de plus")
    save(folder, "Avant.", "D’abord.")
    expect(package(page).get_by_text("D’abord.")).to_have_count(1)
    expect(note).to_have_value("Une idée de plus")
    expect(note).to_be_focused()


def test_another_lesson_changes_without_being_opened(page: Page, folder: Path) -> None:
    save(folder, "Le début.", "Le commencement.", "comprendre/un.md")
    expect(package(page).get_by_text("Le commencement.")).to_have_count(1)
    expect(package(page).get_by_text("Le commencement.")).to_be_hidden()
    assert is_the_same_document(page)
    assert height(page) == 900


def test_what_scripts_hold_is_loaded_again_at_the_same_place(
    page: Page, folder: Path, tmp_path: Path
) -> None:
    bank = tmp_path / "quizzes/essai/comprendre.md"
    bank.write_text(bank.read_text("utf-8").replace("Que retenir ?", "Que garder ?"), "utf-8")
    expect(package(page).get_by_text("Que garder ?")).to_have_count(1)
    expect(package(page).get_by_role("heading", name="Deux")).to_be_visible()
    until(page, "document.querySelector('[data-frame]').contentWindow.scrollY === 900")
    assert not is_the_same_document(page)
    expect(package(page).locator("#q-q1").get_by_label("Un lieu ouvert")).to_be_checked()


def test_a_window_that_was_hidden_catches_up(page: Page, folder: Path, preview: Running) -> None:
    page.evaluate(BECOME, "hidden")
    other = page.context.new_page()
    other.goto(f"{preview.address}lecteur/essai-web")
    save(folder, "Avant.", "D’abord.")
    expect(package(other).get_by_text("D’abord.")).to_have_count(1)
    expect(package(page).get_by_text("Avant.")).to_have_count(1)
    page.evaluate(BECOME, "visible")
    expect(package(page).get_by_text("D’abord.")).to_have_count(1)


def test_a_broken_file_keeps_the_page_and_shows_where_it_is_broken(
    page: Page, folder: Path
) -> None:
    save(folder, "Avant.", "Avant [[inconnu]].")
    expect(page.get_by_text("La dernière construction a échoué")).to_be_visible()
    lines = (folder / "comprendre/deux.md").read_text("utf-8").splitlines()
    number = 1 + next(place for place, line in enumerate(lines) if "inconnu" in line)
    found = page.locator("[data-findings] li").filter(has_text="erreur").first
    expect(found).to_contain_text(f"comprendre/deux.md:{number}:")
    expect(found.locator("mark")).to_contain_text(f"{number}  Avant [[inconnu]].")
    link = found.get_by_role("link", name="Ouvrir dans l’éditeur")
    path = folder / "comprendre/deux.md"
    expect(link).to_have_attribute("href", re.compile(f"^vscode://file/{path}:{number}:"))
    assert is_the_same_document(page)
    expect(package(page).locator("#q-q1").get_by_label("Un lieu ouvert")).to_be_checked()
    save(folder, "Avant [[inconnu]].", "Avant tout.")
    expect(package(page).get_by_text("Avant tout.")).to_have_count(1)
    expect(page.get_by_text("La dernière construction a échoué")).to_be_hidden()
    assert is_the_same_document(page)
