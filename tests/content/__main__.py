"""``python -m tests.content``: the measures of every lesson, and those that stand out."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence

from tests.content.measures import COURSE, Measure, measures_of
from tiers_lieu_mooc.building import check_course

SHOWN = 5

_COLUMNS: dict[str, Callable[[Measure], str]] = {
    "lesson": lambda each: each.lesson,
    "words": lambda each: str(each.words),
    "promised": lambda each: f"{each.promised} min",
    "plausible": lambda each: f"{each.least}–{each.most} min",
    "words a sentence": lambda each: f"{each.sentence:.1f}",
    "longest": lambda each: str(each.longest),
    "readability": lambda each: f"{each.readability:.0f}",
    "terms": lambda each: str(each.terms),
    "acronyms": lambda each: ", ".join(each.acronyms) or "–",
}
_OUTLIERS: dict[str, Callable[[Measure], float]] = {
    "hardest to read": lambda each: each.readability,
    "longest": lambda each: -each.words,
    "shortest": lambda each: each.words,
    "longest sentence": lambda each: -each.longest,
    "most to read in the promised time": lambda each: -each.least / each.promised,
    "least to read and do in the promised time": lambda each: each.most / each.promised,
    "fewest terms linked": lambda each: each.terms,
}


def main() -> None:
    """Print everything as tables in Markdown."""
    found = measures_of(check_course(COURSE, datetime.date.today()))
    print(*_table(found), sep="\n")
    for title, order in _OUTLIERS.items():
        print("", f"**{title.capitalize()}**", "", sep="\n")
        print(*_table(sorted(found, key=order)[:SHOWN]), sep="\n")
    print("", "**Longest sentences**", "", sep="\n")
    for each in sorted(found, key=lambda each: -each.longest)[:SHOWN]:
        print(f"- {each.longest} words, {each.at}")


def _table(measures: Sequence[Measure]) -> Iterator[str]:
    yield _row(_COLUMNS)
    yield _row("---" for _ in _COLUMNS)
    for each in measures:
        yield _row(show(each) for show in _COLUMNS.values())


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
