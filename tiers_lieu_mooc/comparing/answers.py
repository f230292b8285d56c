"""What becomes of the answers given to a question when a newer package asks it otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto

from tiers_lieu_mooc.comparing.records import QuestionRecord

CHOICES = frozenset({"qcu", "qcm", "vrai-faux"})
_BITS = 6
"""Choices that share a character of the state (``learner/js/question/choice.js``)."""

_CORRECTED_BY = ("forms", "ranges", "rows", "gaps", "matching", "unit", "scoring", "penalty")


class Shift(Enum):
    """How a list that answers point into has changed."""

    SAME = auto()
    REWORDED = auto()
    LONGER = auto()
    SHORTER = auto()
    MOVED = auto()


def shift(before: Sequence[str], after: Sequence[str]) -> Shift:
    """Tell how a list changed; a text that is found at another place has moved."""
    old, new = [_folded(text) for text in before], [_folded(text) for text in after]
    for place, text in enumerate(old):
        if text in new and (place >= len(new) or new[place] != text):
            return Shift.MOVED
    if len(new) != len(old):
        return Shift.LONGER if len(new) > len(old) else Shift.SHORTER
    return Shift.SAME if old == new else Shift.REWORDED


def misread(old: QuestionRecord, new: QuestionRecord) -> str:
    """Say why answers to the old question mean nothing to the new one; "": they are understood.

    The rules are those of the kinds' ``unpack`` (``learner/js/question/``): answers are places in
    lists, and stay true as long as every place keeps its meaning.
    """
    if old.kind != new.kind:
        return f"était de la sorte « {old.kind} » et devient « {new.kind} »"
    if old.kind == "trous":
        return _misread_gaps(old, new)
    parts = shift(old.parts, new.parts)
    if parts is Shift.MOVED:
        return "ses réponses ont changé d’ordre"
    if old.kind in CHOICES:
        is_cut = _characters(old.parts) != _characters(new.parts)
        return "n’a plus le même nombre de réponses" if parts is Shift.SHORTER or is_cut else ""
    if len(old.parts) != len(new.parts):
        return f"avait {len(old.parts)} éléments et en a {len(new.parts)}"
    return _misread_options(old, new)


def _misread_options(old: QuestionRecord, new: QuestionRecord) -> str:
    options = shift(old.options, new.options)
    if options is Shift.MOVED:
        return "les choix de ses listes ont changé d’ordre"
    is_scale = old.kind == "positionnement" and len(old.options) != len(new.options)
    if options is Shift.SHORTER or is_scale:
        return f"proposait {len(old.options)} possibilités et en propose {len(new.options)}"
    return ""


def _characters(choices: Sequence[str]) -> int:
    return -(-len(choices) // _BITS)


def _misread_gaps(old: QuestionRecord, new: QuestionRecord) -> str:
    if len(old.parts) != len(new.parts):
        return f"avait {len(old.parts)} trous et en a {len(new.parts)}"
    for was, now in zip(old.parts, new.parts, strict=True):
        if bool(was) != bool(now):
            return "a un trou qui se remplit autrement (texte ou liste)"
        if shift(was.split("\n"), now.split("\n")) in {Shift.MOVED, Shift.SHORTER}:
            return "a une liste dont les mots ont changé de place"
    return ""


def reworded(old: QuestionRecord, new: QuestionRecord) -> Iterator[tuple[str, str]]:
    """Give every text that learners read otherwise, before and after."""
    lists = ((old.parts, new.parts), (old.options, new.options))
    pairs = [(old.stem, new.stem), *(pair for each in lists for pair in zip(*each, strict=False))]
    for was, now in pairs:
        if _folded(was) != _folded(now):
            yield was.replace("\n", ", "), now.replace("\n", ", ")


def _folded(text: str) -> str:
    """Give the words alone: a space that does not break any more is no other word."""
    return " ".join(text.split())


def is_corrected_otherwise(old: QuestionRecord, new: QuestionRecord) -> bool:
    """Tell whether the same answers may earn other points."""
    if any(_own(old.key, name) != _own(new.key, name) for name in _CORRECTED_BY):
        return True
    before, after = _rights(old), _rights(new)
    # One more wrong choice changes the share of the others, and no right answer.
    is_longer = len(after) > len(before) and not any(after[len(before) :])
    return before != (after[: len(before)] if is_longer else after)


def _rights(question: QuestionRecord) -> list[bool]:
    choices = question.key.get("choices")
    if not isinstance(choices, list):
        return []
    return [isinstance(each, dict) and each.get("right") is True for each in choices]


def _own(key: Mapping[str, object], name: str) -> object:
    value = key.get(name)
    return None if value in ({}, [], "") else value


def retold(old: QuestionRecord, new: QuestionRecord) -> Iterator[str]:
    """Say what else a learner or a trainer will notice of a question."""
    if len(new.parts) > len(old.parts) or len(new.options) > len(old.options):
        yield "une réponse possible s’ajoute à la fin : les réponses données restent"
    if is_corrected_otherwise(old, new):
        yield (
            "la correction a changé : les points acquis restent, "
            "le verdict affiché suit la nouvelle correction"
        )
    if old.key.get("points") != new.key.get("points"):
        yield "le nombre de points a changé"
    if _tries(new) < _tries(old):
        yield "il y a moins d’essais"
    if old.is_in_quiz != new.is_in_quiz:
        where = "du quiz à une leçon" if old.is_in_quiz else "d’une leçon au quiz"
        yield f"elle passe {where} : ses points restent"
    if new.key.get("sent") and not old.key.get("sent"):
        yield "le texte écrit sera désormais transmis à la plateforme"


def _tries(question: QuestionRecord) -> float:
    tries = question.key.get("tries")
    return float(tries) if isinstance(tries, int) and tries > 0 else float("inf")
