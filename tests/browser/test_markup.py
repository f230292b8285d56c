"""The page is written as browsers understand it: nothing is closed, moved or dropped by them."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Offer, Open
from tests.support.eleven_kinds import eleven_questions
from tests.support.small_course import SmallCourse
from tests.support.stage import Stage
from tests.support.validator import html_faults
from tests.support.written_tree import TREE, written_tree
from tiers_lieu_mooc.model.course import Course

pytestmark = pytest.mark.browser

RICH = """\
Un [[tiers-lieu]] et une note[^1].

| Tête | Autre |
|---|---|
| un | deux |

Terme
: Définition

> Une citation.

- une liste
  - dedans

::: étude-de-cas Un cas
lieu : ici

Du texte.
:::

::: fiche 2
Du texte.
:::

[^1]: La note.

"""


def faults(open_window: Open, preview: Stage, key: str) -> list[str]:
    page = open_window(java_script_enabled=False)
    page.goto(preview.bare(key))
    written, ill_formed = written_tree(preview.files(key)["index.html"].decode())
    understood = page.evaluate(TREE)
    return (
        ill_formed
        + [
            f"written {one!r}, understood {other!r}"
            for one, other in zip(written, understood, strict=False)
            if one != other
        ][:5]
        + [f"{len(written)} elements, {len(understood)} understood"]
        * (len(written) != len(understood))
    )


def test_the_real_course_is_understood_as_written(
    open_window: Open, preview: Stage, real: Course
) -> None:
    assert faults(open_window, preview, f"{real.id}-web") == []


def test_every_block_and_kind_is_understood_as_written(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    course = SmallCourse(
        {"definir": RICH + eleven_questions()},
        bank=eleven_questions("q-"),
        files={"glossaire.md": "Tiers-lieu\n: Un lieu.\n"},
    )
    assert faults(open_window, preview, f"{offer(course)}-scorm12") == []


@pytest.mark.parametrize("target", ["scorm12", "web"])
def test_the_validator_has_nothing_against_what_is_written(
    preview: Stage, real: Course, offer: Offer, target: str
) -> None:
    """What browsers make of the page as people use it is validated with every state of it."""
    rich = SmallCourse(
        {"definir": RICH + eleven_questions()},
        bank=eleven_questions("q-"),
        files={"glossaire.md": "Tiers-lieu\n: Un lieu.\n"},
    )
    keys = [f"{name}-{target}" for name in (real.id, offer(rich))]
    assert html_faults({key: preview.files(key)["index.html"].decode() for key in keys}) == []


def test_the_whole_course_holds_one_form(preview: Stage, real: Course) -> None:
    """A form for each question kept Chromium's autofill busy for seconds on a slow phone."""
    page = preview.files(f"{real.id}-scorm12")["index.html"].decode()
    assert page.count("<form") == 1


def test_the_validator_would_tell() -> None:
    page = "<!DOCTYPE html><html lang=fr><title>Un</title><p><ul></ul></p><img src=a.png></html>"
    assert (
        len(html_faults({"bad": page, "good": page.replace("<p><ul></ul></p><img src=a.png>", "")}))
        == 2
    )
