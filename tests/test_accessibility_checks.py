"""The sixteen checks of the page, and which tests make them; those that need no browser are here.

Source of the checks: ``tiers_lieu_mooc/accessibility/etat.toml``, which packages carry as their
statement: nothing may be told there that no test does.
"""

from __future__ import annotations

import ast
import re
from itertools import product
from pathlib import Path

import pytest

from tiers_lieu_mooc.accessibility import known_state

ROOT = Path(__file__).parent.parent
LEARNER = ROOT / "tiers_lieu_mooc" / "learner"
TEMPLATES = ROOT / "tiers_lieu_mooc" / "rendering" / "templates"

EVERY_STATE = "browser/test_every_state.py::test_nothing_is_wrong_in_any_state"
KEYBOARD = "browser/test_keyboard.py::"
HERE = "test_accessibility_checks.py::"

CHECKS = {
    1: (EVERY_STATE, "browser/test_accessibility.py::test_the_real_course"),
    2: (
        EVERY_STATE,
        "browser/test_markup.py::test_the_validator_has_nothing_against_what_is_written",
    ),
    3: (
        EVERY_STATE,
        "browser/test_narrow.py::test_every_section_of_the_real_course_fits",
        "browser/test_narrow.py::test_the_quiz_of_the_real_course_fits_in_every_state",
    ),
    4: (EVERY_STATE, "browser/test_narrow.py::test_every_section_of_the_real_course_fits"),
    5: (EVERY_STATE, KEYBOARD + "test_the_first_stop_skips_to_the_content"),
    6: (
        KEYBOARD + "test_every_kind_is_answered_wrong_then_partly_then_right",
        KEYBOARD + "test_a_quiz_of_every_kind_is_taken_read_again_changed_and_sent",
        "browser/test_touch.py::test_every_kind_is_answered_wrong_then_partly_then_right",
        "browser/test_touch.py::test_a_quiz_of_every_kind_is_taken_read_again_changed_and_sent",
    ),
    7: (EVERY_STATE,),
    8: (EVERY_STATE, HERE + "test_no_source_holds_what_locks_people_out"),
    9: (EVERY_STATE, "browser/test_accessibility.py::test_what_is_said_aloud_is_what_is_seen"),
    10: ("browser/test_trees.py::test_a_screen_reader_is_told_of_each_kind_what_was_reviewed",),
    11: (
        EVERY_STATE,
        "browser/test_accessibility.py::test_the_real_course",
        KEYBOARD + "test_the_first_stop_skips_to_the_content",
    ),
    12: (
        "test_diagnostics.py::test_a_course_yields_exactly_the_findings_it_is_made_for",
        "tiers_lieu_mooc/test_linting_captions.py::test_sound_captions_are_no_finding",
    ),
    13: (
        EVERY_STATE,
        HERE + "test_colours_are_told_apart",
        HERE + "test_every_colour_of_the_page_is_one_of_the_measured_pairs",
    ),
    14: (
        "browser/test_without.py::test_without_scripts_every_text_of_the_course_can_be_read",
        "browser/test_without.py::test_without_scripts_a_message_explains_and_nothing_pretends_to_work",
        "browser/test_without.py::test_without_style_all_is_read_in_order_and_answered",
        HERE + "test_style_sheets_write_and_reorder_nothing",
    ),
    15: (
        "browser/test_print.py::test_the_printed_page_is_tagged_named_and_in_french",
        "browser/test_print.py::test_paper_has_room_to_answer_and_no_correction",
    ),
    16: (EVERY_STATE, HERE + "test_nothing_moves_unless_movement_is_welcome"),
}
"""Tests by the number of the check."""


def defined_in(path: str) -> set[str]:
    tree = ast.parse((ROOT / "tests" / path).read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_check_that_is_told_is_made_and_by_tests_that_exist() -> None:
    assert list(CHECKS) == [check.number for check in known_state().checks]
    for tests in CHECKS.values():
        for test in tests:
            path, name = test.split("::")
            assert name in defined_in(path), test


# ---- 8. Static bans


BANNED = re.compile(
    r"""\bdraggable\b|\bon[a-z]+\s*=\s*["']|\bautofocus\b|\bautoplay\b|user-scalable
    |maximum-scale|tabindex="[1-9]|\baccesskey\b|role="application\"""",
    re.VERBOSE,
)
BANNED_IN_SCRIPTS = re.compile(
    r"""["'](?:mousedown|mouseup|dblclick|touchstart|touchend|pointerdown|dragstart|drop)["']
    |\.on(?:click|mouse|touch|pointer|drag|drop)[a-z]*\s*=|\btabIndex\s*=\s*[1-9]|["']tabindex["'],\s*["'][1-9]""",
    re.VERBOSE,
)


def sources(folder: Path, pattern: str) -> list[Path]:
    found = sorted(path for path in folder.rglob(pattern) if "bundle" not in path.parts)
    assert found
    return found


def test_no_source_holds_what_locks_people_out() -> None:
    for path in sources(TEMPLATES, "*.j2"):
        assert BANNED.findall(path.read_text("utf-8")) == [], path
    for path in sources(LEARNER / "js", "*.js"):
        text = path.read_text("utf-8")
        # A press may count where a key does as well.
        found = [] if '"keydown"' in text else BANNED_IN_SCRIPTS.findall(text)
        assert found == [], path


# ---- 13. Contrast


def styles() -> str:
    texts = [path.read_text("utf-8") for path in sources(LEARNER / "css", "*.css")]
    return re.sub(r"/\*.*?\*/", "", "\n".join(texts), flags=re.DOTALL)


TOKEN = re.compile(r"--([a-z-]+): (#[0-9a-f]{3,6})\b")


def themes() -> dict[str, dict[str, str]]:
    """Give the colours of each theme by token."""
    tokens = (LEARNER / "css" / "tokens.css").read_text("utf-8")
    light, dark = tokens.split("@media")
    assert dark.startswith(" screen and (prefers-color-scheme: dark)"), "paper stays white"
    paper = (LEARNER / "css" / "print.css").read_text("utf-8")
    found = {
        name: dict(TOKEN.findall(text))
        for name, text in (("light", light), ("dark", light + dark), ("print", light + paper))
    }
    assert len({tuple(sorted(colours.items())) for colours in found.values()}) == 3
    assert found["print"]["paper"] == "#fff"
    return found


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour. Source: WCAG 2.2, definitions."""
    digits = colour[1:] if len(colour) == 7 else "".join(each * 2 for each in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


SURFACES = ("paper", "card", "tint", "sun")
TEXTS = ("ink", "soft", "accent", "right", "partial", "wrong")
MARKS = ("ink", "line", "accent", "wrong", "sun-line")
"""Borders, field edges, focus rings: what must be seen to be used or understood."""

PAIRS = {
    **dict.fromkeys(product(("line", "accent", "wrong"), SURFACES), 3.0),
    **dict.fromkeys(product(("sun-line",), ("sun", "paper")), 3.0),
    **dict.fromkeys(product(TEXTS, SURFACES), 4.5),
    ("on-accent", "accent"): 4.5,
}
"""Contrast wanted, by colour and what it stands on (RGAA 3.2, 3.3; WCAG 1.4.3, 1.4.11).

``hair`` is a hairline between parts that titles tell apart: nothing is lost with it."""


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_colours_are_told_apart(theme: str) -> None:
    colours = themes()[theme]
    weak = {
        pair: round(found, 2)
        for pair, wanted in PAIRS.items()
        if (found := contrast(colours[pair[0]], colours[pair[1]])) < wanted
    }
    assert weak == {}


def test_the_measure_is_the_one_of_the_standard() -> None:
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


def test_every_colour_of_the_page_is_one_of_the_measured_pairs() -> None:
    css = styles()
    texts = set(re.findall(r"(?<![-a-z])color: var\(--([a-z-]+)\)", css))
    assert texts <= {*TEXTS, "on-accent"}
    surfaces = set(re.findall(r"background(?:-color)?: var\(--([a-z-]+)\)", css))
    assert surfaces <= {*SURFACES, "accent"}
    marks = set(re.findall(r"(?:border|outline)(?!-radius)[a-z-]*: [^;]*var\(--([a-z-]+)\)", css))
    assert marks <= {*MARKS, "hair"}
    # Colours that are no tokens: pictures drawn for white.
    outside = re.sub(r"--[a-z-]+: #[0-9a-f]{3,8};", "", css)
    assert set(re.findall(r"#[0-9a-f]{3,8}\b(?=[ ;])", outside)) <= {"#fff", "#000"}


# ---- 14. What style sheets may not do


def test_style_sheets_write_and_reorder_nothing() -> None:
    css = styles()
    # A mark without letters, or the address of a link on paper.
    said = re.findall(r"(?<![a-z-])content:\s*([^;]+);", css)
    mark = r'"(?:\W|\\[0-9a-f]{1,6})*"'
    allowed = re.compile(rf"{mark}|none|normal|{mark} attr\(href\) {mark}")
    assert [each for each in said if not allowed.fullmatch(each)] == []
    assert re.findall(r"(?<![-a-z])order:|-reverse\b|text-transform|direction:", css) == []


# ---- 16. Movement


def test_nothing_moves_unless_movement_is_welcome() -> None:
    css = re.sub(
        r"@media[^{]*prefers-reduced-motion: no-preference[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}",
        "",
        styles(),
    )
    assert re.findall(r"transition[a-z-]*:|animation[a-z-]*:|scroll-behavior|@keyframes", css) == []
