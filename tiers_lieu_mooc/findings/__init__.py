"""Findings as people and machines read them: text, JSON, and the annotations of forges."""

from __future__ import annotations

from tiers_lieu_mooc.findings.formats import (
    FORMATS,
    JSON_VERSION,
    as_github,
    as_gitlab,
    as_json,
)
from tiers_lieu_mooc.findings.terminal import harmless_lines, wants_colour, wants_links
from tiers_lieu_mooc.findings.text import Layout, as_text, page_of, summary

__all__ = [
    "FORMATS",
    "JSON_VERSION",
    "Layout",
    "as_github",
    "as_gitlab",
    "as_json",
    "as_text",
    "harmless_lines",
    "page_of",
    "summary",
    "wants_colour",
    "wants_links",
]
