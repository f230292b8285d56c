"""réponse-courte: a word or a few, typed."""

from __future__ import annotations

from tiers_lieu_mooc.parsing.question.anatomy import Entry, EntryStyle
from tiers_lieu_mooc.parsing.question.comparing import compared
from tiers_lieu_mooc.parsing.question.expected import MOST_FORMS, check_expected
from tiers_lieu_mooc.parsing.question.raw import TYPED_OPTIONS, Kind, Raw, Share, matching_of
from tiers_lieu_mooc.parsing.question_drafts import FormDraft, FormsBody
from tiers_lieu_mooc.parsing.typography import french
from tiers_lieu_mooc.rules import quiz as rules

__all__ = ["SHORT_ANSWER"]


def _read(raw: Raw) -> FormsBody | None:
    entries = raw.anatomy.entries
    matching = matching_of(raw.options)
    forms = [_form(raw, entry) for entry in entries]
    if not raw.has_enough(len(forms), 1, "réponse", "- [x] la réponse attendue"):
        return None
    for form in forms:
        check_expected(raw, form.text, form.at, matching)
    raw.has_room(len(forms), "formes", most=MOST_FORMS)
    if not any(form.is_right for form in forms):
        raw.add(rules.NO_RIGHT_ANSWER, raw.at)
    rights = {
        compared(form.text, matching): entry
        for form, entry in zip(forms, entries, strict=True)
        if form.is_right
    }
    for form, entry in zip(forms, entries, strict=True):
        first = rights.get(compared(form.text, matching))
        if not form.is_right and first is not None:
            at = raw.at_entry(entry)
            raw.add(rules.CONTRADICTORY_ANSWER, at, text=form.text, first=first.line)
    for is_right in (True, False):
        texts = [
            (form.text, entry)
            for form, entry in zip(forms, entries, strict=True)
            if form.is_right is is_right
        ]
        raw.refuse_duplicates(texts, matching)
    return FormsBody(tuple(forms), matching)


def _form(raw: Raw, entry: Entry) -> FormDraft:
    share = Share.of(raw, entry)
    text = french(" ".join(share.text.split(" "))).strip()
    if not text:
        raw.add(rules.EMPTY_ANSWER, raw.at_entry(entry))
    is_right = bool(entry.is_right)
    return FormDraft(
        at=raw.at_entry(entry),
        text=text,
        is_right=is_right,
        share=(1.0 if is_right else 0.0) if share.value is None else max(0.0, share.value),
        feedback=raw.feedback(entry),
    )


SHORT_ANSWER = Kind("réponse-courte", EntryStyle.BOXES, _read, options=TYPED_OPTIONS)
