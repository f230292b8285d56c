"""qcu, qcm, vrai-faux: ticked answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tiers_lieu_mooc.parsing.question.anatomy import Entry, EntryStyle
from tiers_lieu_mooc.parsing.question.raw import Kind, Raw, Share
from tiers_lieu_mooc.parsing.question_drafts import ChoiceDraft, ChoicesBody
from tiers_lieu_mooc.rules import quiz as rules

__all__ = ["MULTIPLE_CHOICE", "SINGLE_CHOICE", "TRUE_FALSE"]

_FIXED = re.compile(r"\W?\{\W{0,2}f\W?i\W?x\W?e\W{0,2}\}\W?$", re.IGNORECASE)
_LONGEST_FIXED = 24
"""Characters of what ends a choice that keeps its place, with every sign too many."""


def _read_single(raw: Raw) -> ChoicesBody | None:
    choices = _choices(raw)
    _require_one_right(raw, choices)
    if not raw.has_enough(len(choices), 2, "réponse", "- [ ] une autre réponse"):
        return None
    return ChoicesBody(tuple(choices))


def _read_multiple(raw: Raw) -> ChoicesBody | None:
    choices = _choices(raw, can_lose=True)
    if not raw.has_enough(len(choices), 2, "réponse", "- [ ] une autre réponse"):
        return None
    rights = [choice for choice in choices if choice.is_right]
    if not rights:
        raw.add(rules.NO_RIGHT_ANSWER, raw.at)
    elif len(rights) == len(choices):
        raw.add(rules.ALL_RIGHT, raw.at)
    _check_sum(raw, rights)
    return ChoicesBody(tuple(choices))


def _read_true_false(raw: Raw) -> ChoicesBody | None:
    choices = _choices(raw)
    if len(choices) != 2:
        if raw.has_enough(len(choices), 2, "réponse", "- [ ] Faux"):
            raw.add(rules.NOT_TWO_ANSWERS, raw.at, count=len(choices))
        return None
    _require_one_right(raw, choices)
    return ChoicesBody(tuple(choices))


def _choices(raw: Raw, *, can_lose: bool = False) -> list[ChoiceDraft]:
    entries = raw.anatomy.entries
    choices = [_choice(raw, entry, can_lose=can_lose) for entry in entries]
    texts = [(choice.text.plain, entry) for choice, entry in zip(choices, entries, strict=True)]
    raw.refuse_duplicates(texts)
    raw.has_room(len(choices), "réponses")
    return choices


def _choice(raw: Raw, entry: Entry, *, can_lose: bool) -> ChoiceDraft:
    share = Share.of(raw, entry, can_be_negative=can_lose)
    text = _without_fixed(share.text)
    return ChoiceDraft(
        at=raw.at_entry(entry),
        text=raw.inline(text, entry),
        is_right=bool(entry.is_right),
        share=share.value,
        feedback=raw.feedback(entry),
        is_fixed=text != share.text,
    )


def _without_fixed(text: str) -> str:
    """Take ``{fixe}`` off the end of a choice."""
    bare = text.rstrip()
    start = max(0, len(bare) - _LONGEST_FIXED)
    found = _FIXED.search(bare, start)
    return bare[: found.start()].rstrip() if found else text


def _require_one_right(raw: Raw, choices: Sequence[ChoiceDraft]) -> None:
    count = sum(choice.is_right for choice in choices)
    if choices and not count:
        raw.add(rules.NO_RIGHT_ANSWER, raw.at)
    elif count > 1:
        second = [choice for choice in choices if choice.is_right][1]
        raw.add(rules.SEVERAL_RIGHT_ANSWERS, second.at, kind=raw.kind, count=count)


def _check_sum(raw: Raw, rights: Sequence[ChoiceDraft]) -> None:
    shares = [choice.share for choice in rights if choice.share is not None]
    total = round(sum(shares) * 100, 2)
    # Thirds are written 33,33 %, so three of them make 99,99 %.
    if shares and abs(total - 100) > 0.1:
        raw.add(rules.SHARES_SUM, raw.at, sum=f"{total:g}".replace(".", ","))


SINGLE_CHOICE = Kind("qcu", EntryStyle.BOXES, _read_single)
MULTIPLE_CHOICE = Kind("qcm", EntryStyle.BOXES, _read_multiple)
TRUE_FALSE = Kind("vrai-faux", EntryStyle.BOXES, _read_true_false, defaults={"is_shuffled": False})
