"""Released names: what is in the course must be what learners' records mean by its number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scorm_export.diagnostic import Position, Report, has_errors
from tiers_lieu_mooc.assembly.identifiers import all_questions
from tiers_lieu_mooc.assembly.project_sheet import sheet_names
from tiers_lieu_mooc.model.sheet import PREFIX
from tiers_lieu_mooc.parsing.drafts import CourseDraft, ModuleDraft, ReleasedDraft
from tiers_lieu_mooc.parsing.words import did_you_mean
from tiers_lieu_mooc.rules import ids as rules

__all__ = ["permanent_names"]


def permanent_names(draft: CourseDraft, names: Iterable[str], report: Report) -> tuple[str, ...]:
    """Give every name in force by permanent number: the released ones, then the course's new ones.

    The number of released ones is the length of ``draft.published``.
    """
    known = _check_lines(draft, report)
    in_force = {line.name for line in draft.published}
    # A former name that is used again is an error, and has a number all the same.
    new = tuple(dict.fromkeys(name for name in names if name not in in_force))
    _Comparison(draft, known, new, report).run()
    if new:
        at = Position(f"{draft.tree.path}/published-ids.txt")
        is_one = len(new) == 1
        said = "Un identifiant n’est" if is_one else f"{len(new)} identifiants ne sont"
        report.add(rules.NOT_PUBLISHED, at, said=said, first=new[0])
    return (*(line.name for line in draft.published), *new)


def _check_lines(draft: CourseDraft, report: Report) -> dict[str, ReleasedDraft]:
    """Give the line of every name, former ones included."""
    first: dict[str, ReleasedDraft] = {}
    for line in draft.published:
        if not line.names:
            report.add(rules.BAD_PUBLISHED_LINE, line.at, text=line.text)
        for name in line.names:
            kept = first.setdefault(name, line)
            if kept is not line:
                report.add(rules.PUBLISHED_TWICE, line.at, name=name, first=kept.at.line)
    return first


class _Comparison:
    """Holds the released names against those that are written in the course."""

    def __init__(
        self,
        draft: CourseDraft,
        known: dict[str, ReleasedDraft],
        new: tuple[str, ...],
        report: Report,
    ) -> None:
        self._draft = draft
        self._known = known
        self._new = new
        self._report = report
        self._written = frozenset(_written(draft))
        self._unsure = frozenset(_unsure(draft))

    def run(self) -> None:
        for line in self._draft.published:
            if line.names and self._known[line.name] is line:
                self._check(line)

    def _check(self, line: ReleasedDraft) -> None:
        back = next((name for name in line.names[:-1] if name in self._written), None)
        if line.retired_on is not None:
            if line.name in self._written or back:
                day = line.retired_on.isoformat()
                name = line.name if back is None else back
                self._report.add(rules.RETIRED_IN_USE, line.at, name=name, day=day)
        elif back:
            self._report.add(rules.FORMER_IN_USE, line.at, name=back, now=line.name)
        elif line.name not in self._written:
            self._miss(line)

    def _miss(self, line: ReleasedDraft) -> None:
        moved = self._moved_to(line.name)
        container = line.name.partition("/")[0]
        if moved is not None:
            self._report.add(rules.MOVED, line.at, name=line.name, new=moved)
        elif container not in self._unsure:
            near = did_you_mean(line.name, self._new, in_brackets=True)
            self._report.add(rules.WITHDRAWN, line.at, name=line.name, suggestion=near)

    def _moved_to(self, name: str) -> str | None:
        """Find the new name whose last part is the same, if there is just one.

        Questions are unique in the course by that part, and lessons seldom share it. Every bank
        has its ``quiz``: it followed when a question of the bank did.
        """
        container, _, own = name.partition("/")
        if own == "quiz":
            mates = (each for each in self._known if each.startswith(f"{container}/"))
            found = {
                f"{moved.partition('/')[0]}/quiz"
                for mate in mates
                if not mate.endswith("/quiz")
                and mate not in self._written
                and (moved := self._moved_to(mate))
            }.intersection(self._new)
        else:
            found = {each for each in self._new if each.partition("/")[2] == own}
        return found.pop() if len(found) == 1 else None


def _written(draft: CourseDraft) -> Iterator[str]:
    """Give the names of everything that authors wrote, errors or not."""
    for module in draft.modules:
        yield from (f"{module.id}/{word.text}" for word in module.listed)
        if module.bank is not None:
            yield f"{module.bank.text}/quiz"
    for container, question in all_questions(draft):
        if question.id is not None:
            yield f"{container}/{question.id.text}"
    yield from sheet_names(draft)


def _unsure(draft: CourseDraft) -> Iterator[str]:
    """Give the modules and banks where an error may hide what is written."""
    banks = {bank.id: bank for bank in draft.banks}
    for module in draft.modules:
        if _is_unsure(module):
            yield module.id
        if module.bank is not None and module.bank.text not in banks:
            yield module.bank.text
    yield from (bank.id for bank in draft.banks if has_errors(bank.found))
    if draft.sheet is not None and not draft.sheet.is_whole:
        yield PREFIX


def _is_unsure(module: ModuleDraft) -> bool:
    if not module.is_whole or len(module.lessons) < len(module.listed):
        return True
    return any(has_errors(lesson.found) for lesson in module.lessons)
