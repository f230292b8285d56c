"""Addresses as squares that phones read."""

from __future__ import annotations

from dataclasses import dataclass

import segno

QUIET_ZONE = 4
"""Empty modules around the code. Source: ISO/IEC 18004, § 6.3.8."""


@dataclass(frozen=True)
class QrCode:
    """A code as a path of unit squares, inside a square of ``side`` units."""

    side: int
    path: str


def qr_code(text: str) -> QrCode:
    """Draw a text, readable when 15 % of it cannot be seen (level M), as on a smeared screen."""
    rows = segno.make_qr(text, error="m").matrix
    runs = [
        f"M{column + QUIET_ZONE} {row + QUIET_ZONE}h1v1h-1z"
        for row, modules in enumerate(rows)
        for column, is_dark in enumerate(modules)
        if is_dark
    ]
    return QrCode(len(rows) + 2 * QUIET_ZONE, "".join(runs))
