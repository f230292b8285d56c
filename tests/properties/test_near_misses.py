"""One sign too many or too few never changes a course in silence, whatever it stands in."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from scorm_export.diagnostic import Diagnostic, Severity
from tests.properties.constructs import BANK, Place, places, texts_with
from tests.properties.near_misses import Outcome, letters, marks_in, outcome_of, shape_of, told
from tests.properties.test_parsing import words_in
from tiers_lieu_mooc.model.course import names_in_order

PLACES = tuple(places())
SIGNS = (*" :-\"'{}", "\u00a0", "\u202f", "\u200b", "\u00ad", "\ufeff", *"“”«–")
ELSEWHERE = ("id/", "text/unknown-", "settings/unknown-", "source/missing-", "media/missing")
"""What is said where a name is used, and not where it was changed."""


@cache
def sound(place: Place) -> tuple[tuple[tuple[str, str], ...], Outcome]:
    """Give a course whose names were released, and what becomes of it before any slip."""
    texts = texts_with(place, place.text)
    course = outcome_of(texts).course
    assert course is not None
    names = names_in_order(course.modules, course.sheet)
    texts["published-ids.txt"] = "".join(f"{name}\n" for name in names)
    return tuple(texts.items()), outcome_of(texts)


@st.composite
def slips(draw: st.DrawFn) -> tuple[Place, int, str, str]:
    """Give a text, where it is changed, the sign put there and the sign taken away."""
    place = draw(st.sampled_from(PLACES))
    at = draw(st.integers(place.start, len(place.text) - 1))
    sign = draw(st.sampled_from(SIGNS))
    if place.text[at] not in " :-\"'{}" or draw(st.booleans()):
        return place, at, sign, ""
    return place, at, draw(st.sampled_from(["", sign])), place.text[at]


@given(slips())
@settings(max_examples=500, deadline=None, derandomize=True)
def test_a_slip_changes_nothing_or_is_found(slip: tuple[Place, int, str, str]) -> None:
    place, at, sign, gone = slip
    text = place.text[:at] + sign + place.text[at + len(gone) :]
    if is_another_value(place, at, sign, gone):
        return
    texts, before = sound(place)
    after = outcome_of({**dict(texts), place.file: text})
    fresh = fresh_findings(before, after)
    if fresh:
        assert_told_where_it_is(place, text, at, fresh)
        assert_no_word_is_lost(place, text, before, after, fresh)
    else:
        assert after.course is not None
        assert before.course is not None
        assert shape_of(after.course) == shape_of(before.course)
        assert marks_in(after.course) <= marks_in(before.course)


def is_another_value(place: Place, at: int, sign: str, gone: str) -> bool:
    """Tell a slip that makes something as sound of what was written, so that nobody can see it."""
    start = place.text.rfind("\n", 0, at) + 1
    before, after = place.text[start:at], place.text[at + len(gone) :].partition("\n")[0]
    is_number = sign in ("-", "–") and after[:1].isdigit()
    is_in_address = re.search(r"(?:https?://|@)[^\s()<>]*$", before) and sign in "-'–:"
    is_item = sign == "-" and not before.strip() and after[:1] == " "
    is_escaped = before.endswith("\\")
    is_in_cell = before == "|" and sign == "-"
    if gone == "-" and after[:1].isdigit():
        return True  # a share that is lost becomes one that is won
    is_alignment = "|" in before and set(before + after) <= set("|-: ") and sign == ":"
    is_indent = sign == " " and gone == "-" and not before.strip()
    if is_alignment or is_indent:
        return True
    return bool(
        is_number or (is_in_address and (sign or gone)) or is_item or is_escaped or is_in_cell
    )


def fresh_findings(before: Outcome, after: Outcome) -> list[Diagnostic]:
    known = Counter(each.code for each in told(before))
    fresh = []
    for each in told(after):
        if known[each.code]:
            known[each.code] -= 1
        else:
            fresh.append(each)
    return fresh


def assert_told_where_it_is(place: Place, text: str, at: int, fresh: list[Diagnostic]) -> None:
    path = place.file if place.file == BANK else f"courses/essai/{place.file}"
    here = [each for each in fresh if each.at.path == path]
    assert here or any(each.code.startswith(ELSEWHERE) for each in fresh)


def assert_no_word_is_lost(
    place: Place, text: str, before: Outcome, after: Outcome, fresh: list[Diagnostic]
) -> None:
    """Assert that what a warning lets pass still says everything, but on lines that it names."""
    if after.course is None or any(each.severity is Severity.ERROR for each in fresh):
        return
    assert before.course is not None
    old, new = (letters("".join(words_in(each.course))).lower() for each in (before, after))
    named = {each.at.line for each in fresh}
    kept = [line for number, line in enumerate(text.split("\n"), 1) if number not in named]
    words = {letters(word).lower() for line in kept for word in re.findall(r"[Mm]ot\w+", line)}
    assert [word for word in sorted(words) if word in old and word not in new] == []
