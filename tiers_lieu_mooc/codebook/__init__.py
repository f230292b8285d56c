"""The reading key of a package: what the identifiers and letters of an LMS's reports stand for.

Reports show « q_lieu », « a,c », « wrong »; trainers need the question and its answers in words.
The key stands beside the package, never in it: it holds every right answer.
"""

from __future__ import annotations

from tiers_lieu_mooc.codebook.entries import Code, Codebook, Entry, Role
from tiers_lieu_mooc.codebook.making import codebook_of
from tiers_lieu_mooc.codebook.page import as_html
from tiers_lieu_mooc.codebook.table import HEADINGS, as_csv, codebook_in

__all__ = [
    "HEADINGS",
    "Code",
    "Codebook",
    "Entry",
    "Role",
    "as_csv",
    "as_html",
    "codebook_in",
    "codebook_of",
]
