"""What trainers learn from their LMS's report: which questions to look at first, and why.

Who answered is never read: only the columns of questions and the number of the attempt are.
"""

from __future__ import annotations

from tiers_lieu_mooc.results.page import as_html
from tiers_lieu_mooc.results.page_names import keeps_from_writing, mark_of, page_beside
from tiers_lieu_mooc.results.reading import Results, fitting_key, is_key, read_key, read_results
from tiers_lieu_mooc.results.summary import as_text
from tiers_lieu_mooc.results.tables import Unreadable

__all__ = [
    "Results",
    "Unreadable",
    "as_html",
    "as_text",
    "fitting_key",
    "is_key",
    "keeps_from_writing",
    "mark_of",
    "page_beside",
    "read_key",
    "read_results",
]
