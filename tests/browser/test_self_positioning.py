"""The same statements at both ends of a course, shown side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Offer, Open, OpenPlayer
from tests.support.axe import accessibility_faults
from tests.support.layout import layout_faults
from tests.support.learner import Learner
from tests.support.replies import Placed
from tests.support.stage import Stage
from tests.support.whole_course import SCALE, STATEMENTS, WholeCourse

pytestmark = pytest.mark.browser

BEFORE = (0, 3, 2)
NOW = (2, 2, 2)


def place(learner: Learner, asked: str, degrees: Sequence[int]) -> None:
    """Answer a self-positioning and hand it in."""
    group = learner.question(asked)
    words = tuple(SCALE[degree] for degree in degrees)
    learner.reply(Placed(tuple(zip(STATEMENTS, words, strict=True))), group)
    learner.check(group)
    learner.sees("Réponse gardée.")


def start(learner: Learner, degrees: Sequence[int] = BEFORE) -> None:
    learner.open_from_plan("Depart")
    place(learner, "Où en êtes-vous", degrees)


def end(learner: Learner, degrees: Sequence[int] = NOW) -> None:
    learner.open_from_plan("Bilan")
    place(learner, "Et maintenant", degrees)


def table(learner: Learner) -> Locator:
    return learner.screen.get_by_role("table", name="Vos réponses, phrase par phrase")


def rows(learner: Learner) -> list[list[str]]:
    found = table(learner).get_by_role("row").all()
    return [[each.inner_text() for each in row.locator("th, td").all()] for row in found]


COMPARED = [
    ["Phrase", "Au départ", "Aujourd’hui", "Écart"],
    [STATEMENTS[0], "Pas du tout", "Moyennement", "+2 degrés"],
    [STATEMENTS[1], "Plutôt oui", "Moyennement", "−1 degré"],
    [STATEMENTS[2], "Moyennement", "Moyennement", "inchangé"],
]


def test_both_answers_stand_side_by_side_once_the_second_is_given(
    open_player: OpenPlayer, offer: Offer
) -> None:
    page, learner = open_player(f"{offer(WholeCourse())}-scorm12")
    start(learner)
    learner.open_from_plan("Bilan")
    expect(table(learner)).to_be_hidden()
    end(learner)
    expect(table(learner)).to_be_visible()
    assert rows(learner) == COMPARED
    page.reload()
    again = Learner(page.frame_locator("[data-frame]"))
    expect(table(again)).to_be_visible()
    assert rows(again) == COMPARED
    again.follow("Voir d’où vous partiez")
    expect(again.screen.get_by_role("heading", name="Depart", level=2)).to_be_visible()
    first = again.question("Où en êtes-vous").get_by_role("group", name=STATEMENTS[0])
    expect(first.get_by_label("Pas du tout", exact=True)).to_be_checked()


def test_a_changed_mind_is_shown_at_once(open_player: OpenPlayer, offer: Offer) -> None:
    _, learner = open_player(f"{offer(WholeCourse())}-scorm2004-4")
    start(learner)
    end(learner)
    group = learner.question("Et maintenant").get_by_role("group", name=STATEMENTS[2])
    group.get_by_label("Tout à fait", exact=True).check()
    expect(table(learner).get_by_role("row").last).to_contain_text("+2 degrés")


def test_without_a_first_answer_the_page_says_so_and_shows_the_second(
    open_player: OpenPlayer, offer: Offer
) -> None:
    _, learner = open_player(f"{offer(WholeCourse())}-scorm12")
    end(learner)
    learner.sees("Vos réponses du départ ne sont pas ici")
    assert rows(learner)[1] == [STATEMENTS[0], "pas de réponse", "Moyennement", "–"]


def test_the_first_answer_is_found_across_packages_of_one_device(
    open_window: Open, preview: Stage, offer: Offer
) -> None:
    name = offer(WholeCourse())
    page = open_window()
    page.goto(preview.bare(f"{name}-accueil-web"))
    learner = Learner(page)
    start(learner)
    page.goto(preview.bare(f"{name}-conclusion-web"))
    end(learner)
    expect(table(learner)).to_be_visible()
    assert rows(learner) == COMPARED
    expect(page.get_by_role("link", name="Voir d’où vous partiez")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_chart_and_table_are_accessible_and_fit(
    open_window: Open, preview: Stage, offer: Offer, scheme: str
) -> None:
    page = open_window(color_scheme=scheme)
    page.goto(preview.bare(f"{offer(WholeCourse())}-web"))
    learner = Learner(page)
    start(learner)
    end(learner)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 720})
        assert accessibility_faults(page) == [], width
        assert layout_faults(page) == [], width
    region = page.get_by_role("region", name="Vos réponses, phrase par phrase")
    region.focus()
    expect(region).to_be_focused()


@pytest.mark.parametrize("media", ["print", "forced colours"])
def test_the_chart_is_told_apart_without_colour(
    open_window: Open, preview: Stage, offer: Offer, media: str
) -> None:
    page = open_window()
    page.goto(preview.bare(f"{offer(WholeCourse())}-web"))
    learner = Learner(page)
    start(learner)
    end(learner)
    if media == "print":
        page.emulate_media(media="print")
    else:
        page.emulate_media(forced_colors="active")
    for kind in (".before", ".now"):
        expect(page.locator(f".track {kind}:visible")).to_have_count(len(STATEMENTS))
    marks = [drawn(page, kind) for kind in (".before:not(.now)", ".now:not(.before)")]
    ring, disc = marks
    assert ring["hole"] > 0
    assert disc["hole"] == 0
    assert all(mark["width"] >= 12 and mark["line"] not in {"", "transparent"} for mark in marks)


def drawn(page: Page, kind: str) -> dict[str, Any]:
    """Measure a mark of the chart: it is drawn by its border, which prints."""
    mark: dict[str, Any] = page.evaluate(
        """kind => {
          const look = getComputedStyle(document.querySelector(`.track ${kind}`), '::after');
          const border = parseFloat(look.borderLeftWidth);
          const width = parseFloat(look.width);
          return {width, hole: width - 2 * border, line: look.borderLeftColor};
        }""",
        kind,
    )
    return mark
