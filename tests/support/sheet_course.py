"""A small course of two modules with a project sheet of two sections, and ways to work on it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.support.learner import Learner, Screen
from tests.support.small_course import SmallCourse

_SHEET = """\
titre: "Ma fiche"
rubriques:
  - titre: "Vision"
    question: "Pour qui ?"
    fait quand: "une phrase est écrite"
    champs:
      - id: vision
        libellé: "Notre vision"
        conseil: "une phrase"
        lignes: 2
        une page: oui
      - id: valeurs
        libellé: "Nos valeurs"
  - titre: "Lieu"
    champs:
      - id: local
        libellé: "Notre lieu"
        une page: oui
"""

_ESSAY = "::: réflexion #souvenir\n\nRacontez un souvenir de fête.\n:::\n"

SHEET_COURSE = SmallCourse(
    {
        "definir": "Un texte.\n\n::: fiche 1 Vision\nchamps : vision\n\nÉcrivez une phrase.\n:::\n",
        "rever": f"Un autre texte.\n\n{_ESSAY}",
    },
    files={
        "course.yaml": "titre: Un cours d’essai\nlangue: fr\nmodules:\n  - comprendre\n  - lieu\n",
        "lieu/module.yaml": "titre: Un lieu\nleçons:\n  - visiter\n",
        "lieu/visiter.md": (
            "---\ntitre: Visiter\ndurée: 2 min\n---\n\n"
            "Un texte.\n\n::: fiche 2 Lieu\nDécrivez.\n:::\n"
        ),
        "fiche.yaml": _SHEET,
        "published-ids.txt": (
            "comprendre/definir\ncomprendre/rever\ncomprendre/souvenir\nlieu/visiter\n"
            "fiche/vision\nfiche/valeurs\nfiche/local\n"
        ),
    },
)
"""Lessons « Definir » (field « Notre vision ») and « Rever » (an open question), then « Visiter »
(field « Notre lieu ») in a second module; « Nos valeurs » stands in the sheet only."""

SHEET = "Ma fiche"
VISION = "Un café où l’on répare, pour celles et ceux qui arrivent."
KEPT = "Texte gardé sur cet appareil."


def field(screen: Screen, label: str) -> Locator:
    """The field of that name in the part of the page that is open."""
    return screen.get_by_role("main").get_by_role("textbox", name=label, exact=True)


def level(screen: Screen, section: str, name: str) -> Locator:
    """A level of a section in the page of the sheet."""
    return screen.get_by_role("region", name=section).get_by_role("radio", name=name)


def opened(page: Page, address: str, title: str = SHEET) -> Learner:
    """Open a page of a package by its plan."""
    page.goto(address)
    learner = Learner(page)
    learner.open_from_plan(title)
    return learner


def write(learner: Learner, label: str, text: str) -> None:
    """Write a text and wait until it is kept."""
    field(learner.screen, label).fill(text)
    learner.sees(KEPT)


def downloaded(page: Page, folder: Path) -> Path:
    """Download the sheet from its page."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Télécharger ma fiche").click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def take_up(page: Screen, path: Path) -> None:
    """Give a file to the page of the sheet."""
    page.get_by_text("Reprendre une fiche, la garder ailleurs").click()
    page.get_by_label("Reprendre une fiche téléchargée").set_input_files(path)
