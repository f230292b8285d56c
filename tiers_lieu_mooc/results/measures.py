"""Answers → figures for each question: how many, how well, what was chosen instead."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tiers_lieu_mooc.codebook import Codebook, Entry, Role
from tiers_lieu_mooc.results.answers import Pick, expected_picks, in_12, picks_of, share_of
from tiers_lieu_mooc.results.chance import LEAST_EACH
from tiers_lieu_mooc.results.reports import Given, Sitting

LEAST_ANSWERS = 5
"""Below, nothing is concluded: one person more or less moves a share by over 20 points."""

LEAST_FOR_LINK = 20
"""Below, no link with the rest is given: the error of a correlation, 1/√(n − 1), is over 0.23."""

LEAST_OTHERS = 3
"""Other graded questions that a person must have answered for « the rest » to mean something."""

LEAST_SAME_TEXT = 3
"""A typed text is shown when so many people typed it: what one person wrote may be personal."""

MOST_MISTAKES = 8
"""Wrong pairs, places and texts that are listed, the most frequent first."""


class Chosen(NamedTuple):
    """A thing that could be answered, and by how many; ``share`` is of the answers in words."""

    words: str
    is_right: bool | None
    people: int
    share: float


class Measure(NamedTuple):
    """The figures of one interaction.

    Attributes:
        answers: how many people answered.
        success: mean share of the points, 0 to 1; None when it is not graded.
        link: correlation between this question and the rest of the answers, −1 to 1; None when
            there are too few answers or too little difference between them.
        unshown: people whose typed text is not listed.
        judged: answers that the success is the mean of; None for all.
        told: answers that the report gives in words or letters; None for all.
        linked: people whose answers the link is of; None for all.
    """

    entry: Entry
    answers: int
    success: float | None
    link: float | None
    chosen: tuple[Chosen, ...]
    unshown: int = 0
    judged: int | None = None
    told: int | None = None
    linked: int | None = None

    @property
    def is_telling(self) -> bool:
        """Whether there are enough answers to conclude anything."""
        return self.answers >= LEAST_ANSWERS

    @property
    def of_success(self) -> int:
        """How many answers the success is of."""
        return self.answers if self.judged is None else self.judged

    @property
    def in_words(self) -> int:
        """How many answers the report gives in words or letters."""
        return self.answers if self.told is None else self.told

    @property
    def of_link(self) -> int:
        """How many people's answers the link is of."""
        return self.answers if self.linked is None else self.linked


class Strangers(NamedTuple):
    """What shows that the key is not that of the package that people had."""

    ids: Counter[str]
    codes: Sequence[str]
    other_rights: Sequence[str]


def first_attempts(sittings: Iterable[Sitting]) -> list[Sitting]:
    """Keep the first attempt of each person, as Moodle's own quiz statistics do.

    Later ones would count a person twice, and what they learnt from the first correction.
    """
    return [each for each in sittings if each.attempt == 1]


def measures_of(book: Codebook, sittings: Sequence[Sitting]) -> list[Measure]:
    """Measure each interaction of the key, in the key's order."""
    by_id: dict[str, Counter[Given]] = {entry.id: Counter() for entry in book.entries}
    for given, people in _alike(sittings).items():
        if given.id in by_id and (given.response or given.result):
            by_id[given.id][given] += people
    links = dict(_links(book, sittings))
    return [
        _measure(entry, by_id[entry.id], links.get(entry.id, (None, 0))) for entry in book.entries
    ]


def strangers_in(book: Codebook, sittings: Iterable[Sitting]) -> Strangers:
    """Find identifiers, codes and right answers that the key does not know."""
    entries = {entry.id: entry for entry in book.entries}
    ids: Counter[str] = Counter()
    codes: dict[str, None] = {}
    rights: dict[str, None] = {}
    for given, people in _alike(sittings).items():
        entry = entries.get(given.id)
        if entry is None:
            ids[given.id] += people
            continue
        if any(not pick.is_known for pick in picks_of(entry, given)):
            codes[given.id] = None
        if entry.right and given.right and in_12(given.right) != entry.right:
            rights[given.id] = None
    return Strangers(ids, list(codes), list(rights))


def _alike(sittings: Iterable[Sitting]) -> Counter[Given]:
    """Count equal answers: each is understood once, however many people gave it."""
    return Counter(given for sitting in sittings for given in sitting.given)


def _measure(entry: Entry, given: Counter[Given], link: tuple[float | None, int]) -> Measure:
    told = Counter({each: people for each, people in given.items() if each.response is not None})
    shares = [
        (share, people)
        for each, people in given.items()
        if entry.is_graded and (share := share_of(entry, each)) is not None
    ]
    judged = sum(people for _, people in shares)
    success = sum(share * people for share, people in shares) / judged if judged else None
    is_typed = bool(entry.all_of(Role.FORM))
    chosen = (_typed(entry, told) if is_typed else _named(entry, told)) if told else []
    shown = sum(each.people for each in chosen) if is_typed else told.total()
    return Measure(
        entry,
        given.total(),
        success,
        link[0],
        tuple(chosen),
        unshown=told.total() - shown,
        judged=judged,
        told=told.total(),
        linked=link[1],
    )


def _named(entry: Entry, given: Counter[Given]) -> list[Chosen]:
    counts: Counter[Pick] = Counter()
    for each, people in given.items():
        for pick in dict.fromkeys(picks_of(entry, each)):
            counts[pick] += people
    expected = expected_picks(entry)
    others = [pick for pick, _ in counts.most_common() if pick not in expected]
    listed = [*expected, *others[:MOST_MISTAKES]]
    return [_chosen(pick, counts[pick], given.total()) for pick in listed]


def _typed(entry: Entry, given: Counter[Given]) -> list[Chosen]:
    """Count typed texts: right ones together, since many are, the others by their words."""
    counts: Counter[tuple[str, bool | None]] = Counter()
    first: dict[tuple[str, bool | None], Pick] = {}
    right = 0
    for each, people in given.items():
        for pick in picks_of(entry, each):
            if pick.is_right:
                right += people
                continue
            key = (" ".join(pick.words.casefold().split()), pick.is_right)
            first.setdefault(key, pick)
            counts[key] += people
    all_right = Pick(f"Réponses justes (attendu : {entry.right_words})", is_right=True)
    often = [(key, count) for key, count in counts.most_common() if count >= LEAST_SAME_TEXT]
    listed = [(first[key], count) for key, count in often[:MOST_MISTAKES]]
    return [_chosen(pick, count, given.total()) for pick, count in [(all_right, right), *listed]]


def _chosen(pick: Pick, count: int, answers: int) -> Chosen:
    return Chosen(pick.words, pick.is_right, count, count / answers if answers else 0.0)


def _links(
    book: Codebook, sittings: Sequence[Sitting]
) -> Iterator[tuple[str, tuple[float | None, int]]]:
    """Correlate each question with the mean of the others that the same person answered, and count
    these people.

    The corrected point-biserial correlation (Crocker and Algina, *Introduction to Classical and
    Modern Test Theory*, 1986, chapter 14), which is Moodle's « discrimination index » as a number
    from −1 to 1. The mean of the others, not their sum: a drawn quiz gives not the same to all. The
    other parts of the same question are left out of the rest, since they stand or fall with it.
    Where nearly all have the same points the few others would make any link: none is given.
    """
    graded = {entry.id: entry for entry in book.entries if entry.is_graded}
    alike = _alike(sittings)
    share_by = {each: share_of(graded[each.id], each) for each in alike if each.id in graded}
    pairs: dict[str, list[tuple[float, float]]] = {}
    for sitting in sittings:
        shares = {
            each.id: share for each in sitting.given if (share := share_by.get(each)) is not None
        }
        for name, share, rest in _with_rest(shares):
            pairs.setdefault(name, []).append((share, rest))
    for name, found in pairs.items():
        apart = len(found) - max(Counter(share for share, _ in found).values())
        has_link = len(found) >= LEAST_FOR_LINK and apart >= LEAST_EACH
        yield name, (_correlation(found) if has_link else None, len(found))


def _with_rest(shares: Mapping[str, float]) -> Iterator[tuple[str, float, float]]:
    """Give each question with its share and the mean of the other questions'."""
    own: dict[str, list[float]] = {}
    for name, share in shares.items():
        own.setdefault(name.partition(".")[0], []).append(share)
    whole = sum(shares.values())
    for name, share in shares.items():
        parts = own[name.partition(".")[0]]
        others = len(shares) - len(parts)
        if others >= LEAST_OTHERS:
            yield name, share, (whole - sum(parts)) / others


def _correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Give Pearson's coefficient; None when one side is always the same."""
    count = len(pairs)
    mean_x = sum(x for x, _ in pairs) / count
    mean_y = sum(y for _, y in pairs) / count
    over_x = sum((x - mean_x) ** 2 for x, _ in pairs)
    over_y = sum((y - mean_y) ** 2 for _, y in pairs)
    if over_x < 1e-9 or over_y < 1e-9:
        return None
    both = sum((x - mean_x) * (y - mean_y) for x, y in pairs)
    return both / math.sqrt(over_x * over_y)
