"""Lines that one sign too many keeps from being what they were meant for: read as meant, reported.

A list item, a title, a box, a label, a ``:::`` line begins with few signs, and any other sign among
them takes all its meaning away. Each line of a text whose beginning holds such a sign is tried
without it; what it becomes then is what its author wrote.
"""

from __future__ import annotations

import re

from tiers_lieu_mooc.parsing.containers import KINDS
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.slip_finders import CANDIDATE, Spot, closing_fence, kind_of, slip_of
from tiers_lieu_mooc.rules import marks as rules

__all__ = ["mend_slips"]

_KIND_NAMES = frozenset(KINDS)
_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})")
_MARKS = re.compile(r"[ \t]{0,3}(?P<marks>:{3,})(?P<rest>[^:\n]*)")
_LABELS = r"(?i:indice|piste|explication|si )"
_SOUND = "|".join(
    (
        r"[-*+] (?:\[[ xX]\] )?(?:[^\W_]|\*\*?[^\W_]|«[ \u00a0][^\W_][^\n]*»|`[^\W_])",
        r"  (?:[-*+]|>) (?:[^\W_]|\*\*?[^\W_]|«[ \u00a0][^\W_][^\n]*»)|\d{1,2}\. [^\W_]",
        rf"[«“](?!{_LABELS})[^\W\d_]|«[ \u00a0](?!{_LABELS})[^\W_][^\n]*»",
        r"\|(?=[^\n]*\|)|-{3,}$",
    )
)
_ODD = "|".join(
    (
        rf"(?=(?:{CANDIDATE.pattern[1:].replace('|^', '|')}))",
        r"[ ](?=\S)|[ ]{3}(?=\S)|[ \t]*[\u00a0\u202f]",
        r"(?:  )?-[^ ]|[ ]{0,3}\d{1,2}[.)](?=[^\W\d_])|[ ]{0,6}[-*+] (?:\[\]|- )|`|!\[|#{1,6} #",
        r"(?i:indice|piste|explication|si )[^\n:]{0,10}:-",
    )
)
_WATCHED = re.compile(
    r"^(?:(?P<fence>[ \t]{0,3}(?:`{3,}|~{3,}))|(?P<sound>[ ]{0,3}:{3,}(?=[ ]?[^\W_]|$))"
    rf"|(?!{_SOUND})(?:{_ODD}))[^\n]*$",
    re.MULTILINE,
)
"""The lines to look at: those that open and close something, and those that begin oddly."""
_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})")
_MARKS = re.compile(r"[ \t]{0,3}(?P<marks>:{3,})(?P<rest>[^:\n]*)")


def mend_slips(sheet: Sheet, first: int) -> None:
    """Take the sign that is too many off the lines of ``body`` from line ``first`` on."""
    lines = list(sheet.body)
    text = "\n".join(lines[first - 1 :])
    index, before, fence, kind = first - 1, 0, "", ""
    for watched in _WATCHED.finditer(text):
        index += text.count("\n", before, watched.start())
        before = watched.start()
        if fence:
            slip = closing_fence(watched.group(), fence)
        elif watched["fence"] or watched["sound"]:
            slip = None
        else:
            slip = slip_of(Spot(lines, index, is_in_question=kind in _KIND_NAMES))
        if slip is not None:
            at = sheet.at(index + 1, slip.column, 1)
            sheet.add(rules.SLIP, at, what=slip.what, advice=slip.advice)
            lines[index] = slip.line
        elif not watched.group().strip():
            lines[index] = ""  # no-break spaces alone: as empty as it looks
        fence = _fence_after(lines[index], fence)
        if not fence and (marks := _MARKS.fullmatch(lines[index])):
            kind = kind_of(marks["rest"])
    sheet.body = lines


def _fence_after(line: str, fence: str) -> str:
    """Give the mark of the block of code that is open after a line."""
    found = _FENCE.match(line)
    if found is None:
        return fence
    if not fence:
        return found[1]
    is_end = found[1].startswith(fence) and not line[found.end() :].strip()
    return "" if is_end else fence
