"""Figures as French readers write them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiers_lieu_mooc.results.wording import number, percent


@pytest.mark.parametrize(
    ("share", "written"), [(1 / 8, "13"), (3 / 8, "38"), (0.005, "1"), (0.145, "15"), (0.0, "0")]
)
def test_half_a_percent_is_rounded_up(share: float, written: str) -> None:
    assert percent(share) == f"{written}\u00a0%"


@pytest.mark.parametrize(
    ("value", "written"),
    [(-0.004, "0,00"), (-0.005, "−0,01"), (0.125, "0,13"), (-0.0, "0,00"), (-1.0, "−1,00")],
)
def test_a_number_has_a_minus_sign_only_when_it_is_not_nought(value: float, written: str) -> None:
    assert number(value) == written


@given(st.integers(0, 500), st.integers(1, 500))
def test_percents_are_those_of_school_for_every_count(some: int, more: int) -> None:
    exact = Decimal(100 * some) / Decimal(some + more)
    written = exact.quantize(Decimal(1), ROUND_HALF_UP)
    assert percent(some / (some + more)) == f"{written}\u00a0%"
