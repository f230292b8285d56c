"""Spaces that French wants, where authors typed any."""

from __future__ import annotations

import pytest

from tiers_lieu_mooc.parsing.typography import french


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1 800 lieux", "1\u202f800 lieux"),
        ("12 345 678", "12\u202f345\u202f678"),
        ("34 % des lieux", "34\u00a0% des lieux"),
        ("04 77 12 34 56", "04 77 12 34 56"),
        ("le 3 2024", "le 3 2024"),
    ],
)
def test_no_line_ends_inside_a_number(typed: str, shown: str) -> None:
    assert french(typed) == shown
