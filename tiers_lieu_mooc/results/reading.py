"""Reports and their key → everything that is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tiers_lieu_mooc.codebook import Codebook, codebook_in
from tiers_lieu_mooc.results.advice import Case, Signs, cases_in, signs_in
from tiers_lieu_mooc.results.findings import has_moved_heads, remarks_on
from tiers_lieu_mooc.results.measures import Measure, first_attempts, measures_of, strangers_in
from tiers_lieu_mooc.results.remark import Remark
from tiers_lieu_mooc.results.reports import Report, report_in
from tiers_lieu_mooc.results.tables import Unreadable, rows_of


class Results(NamedTuple):
    """What reports tell about the questions of a package.

    Attributes:
        sittings: how many people's answers are counted.
        measures: of each interaction that has answers, in the key's order.
        unanswered: interactions of the key that the reports do not have.
        unknown: identifiers of the reports that the key does not have.
        signs: what is seen of them beyond chance.
        cases: those to look at, the most pressing first.
        is_trial: whether nobody but the designer answered, in the preview.
    """

    book: Codebook
    sittings: int
    measures: tuple[Measure, ...]
    unanswered: int
    unknown: tuple[str, ...]
    signs: Signs
    cases: tuple[Case, ...]
    remarks: tuple[Remark, ...]
    is_trial: bool = False

    @property
    def answers(self) -> int:
        """How many answers are counted."""
        return sum(each.answers for each in self.measures)

    @property
    def questions(self) -> int:
        """How many questions are counted: one with several parts is one."""
        return len({each.entry.id.partition(".")[0] for each in self.measures})

    @property
    def most_answers(self) -> int:
        """How many answers the graded question that has most of them has."""
        return max((each.answers for each in self.measures if each.entry.is_graded), default=0)

    @property
    def is_of_other_package(self) -> bool:
        """Whether the key is that of another package: it does not know most of the questions."""
        return len(self.unknown) > len(self.measures)


def read_key(path: Path) -> Codebook:
    """Read a reading key.

    Raises:
        OSError: when the file cannot be read.
        Unreadable: when it is no reading key.
    """
    try:
        book = codebook_in(rows_of(path))
    except Unreadable as reason:
        raise Unreadable(f"{path} : {reason}") from reason
    if book is None:
        raise Unreadable(
            f"{path} : ce n’est pas une clé de lecture ; « scripts/preview » en fabrique une avec "
            "chaque paquet, son nom finit par « -cle-de-lecture.csv »"
        )
    return book


def is_key(path: Path) -> bool:
    """Tell whether a file is a reading key.

    Raises:
        OSError: when the file cannot be read.
    """
    try:
        return codebook_in(rows_of(path)) is not None
    except Unreadable:
        return False


def fitting_key(beside: Path, results: Results) -> Path | None:
    """Find the key, in the folder of the one that was given, that knows most of what that one does
    not; None when no key there knows more than half of it. Of equal ones, the smallest.
    """
    found: list[tuple[int, int, Path]] = []
    for path in sorted(beside.parent.glob("*.csv")):
        try:
            entries = {entry.id for entry in read_key(path).entries}
        except (OSError, Unreadable):
            continue
        known = len(entries & {*results.unknown})
        if 2 * known > len(results.unknown):
            found.append((-known, len(entries), path))
    return min(found)[2] if found else None


def read_results(reports: Sequence[Path], book: Codebook) -> Results:
    """Read reports on one package, of one session or of several.

    Raises:
        OSError: when a file cannot be read.
        Unreadable: when one is no report that has answers.
    """
    read = [_report(path) for path in reports]
    sittings = [each for report in read for each in report.sittings]
    kept = first_attempts(sittings)
    strangers = strangers_in(book, kept)
    measures = measures_of(book, kept)
    if has_moved_heads(strangers) and not any(each.answers for each in measures):
        raise Unreadable(
            "sous les titres « Question » il n’y a que des réponses ou des résultats : les titres "
            "ne sont plus au-dessus de leurs colonnes ; téléchargez de nouveau le rapport"
        )
    return Results(
        book=book,
        sittings=len(kept),
        measures=tuple(each for each in measures if each.answers),
        unanswered=sum(not each.answers for each in measures),
        unknown=tuple(strangers.ids),
        signs=signs_in(measures),
        cases=tuple(cases_in(measures)),
        remarks=tuple(remarks_on(book, read, kept, strangers, measures)),
        is_trial=all(report.is_journal for report in read),
    )


def _report(path: Path) -> Report:
    try:
        return report_in(rows_of(path))
    except Unreadable as reason:
        raise Unreadable(f"{path} : {reason}") from reason
