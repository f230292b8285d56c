"""What authors expect to be typed: whether the page can keep it and know it again."""

from __future__ import annotations

import re

from scorm_export.diagnostic import Position
from tiers_lieu_mooc.parsing.question.comparing import compared
from tiers_lieu_mooc.parsing.question.raw import Raw
from tiers_lieu_mooc.parsing.question_drafts import Matching
from tiers_lieu_mooc.rules import expected as rules

__all__ = ["MOST_FORMS", "check_expected"]

MOST_FORMS = 62
"""A form is kept by a number of one character (``learner/js/question/typed.js``)."""

_LONGEST = 100
"""Of the 120 characters that a field takes: an article and slips are typed, too."""

_QUOTED = re.compile(r"""[«»“”„"‘‹]\s*([^«»“”„"‘‹›]+?)\s*[«»“”"’›]""")


def check_expected(raw: Raw, text: str, at: Position, matching: Matching) -> None:
    """Report a form that nobody types as it is written, or that cannot be told from others."""
    if len(text.encode("utf-16-le")) > 2 * _LONGEST:
        raw.add(rules.ANSWER_TOO_LONG, at, count=len(text), most=_LONGEST)
    elif quoted := _QUOTED.fullmatch(text):
        raw.add(rules.QUOTED_ANSWER, at, text=quoted.group(1))
    elif text and not compared(text, matching):
        raw.add(rules.ANSWER_WITHOUT_WORDS, at, text=text)
