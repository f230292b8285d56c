"""Findings as text, laid out like a good compiler's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from scorm_export.diagnostic import Diagnostic, Position, Severity, by_place
from tiers_lieu_mooc.findings.excerpt import Lines, Sources, excerpt
from tiers_lieu_mooc.findings.terminal import Style, harmless, linked, painted

WORDS = {
    Severity.ERROR: ("erreur", "erreurs"),
    Severity.WARNING: ("avertissement", "avertissements"),
    Severity.INFO: ("conseil", "conseils"),
}
"""What each severity is called, singular and plural."""

_STYLES = {
    Severity.ERROR: Style.ERROR,
    Severity.WARNING: Style.WARNING,
    Severity.INFO: Style.INFO,
}
MOST = 200
"""Findings that are listed: nobody mends more before looking again."""

_LIMIT = 400
"""Longest sentence or path that is printed: a quoted source may be of any length."""


def _no_page(_code: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How findings are printed.

    Attributes:
        width: columns of the terminal or the page.
        is_coloured: whether ANSI colour is added; the words say everything without it.
        pages: folder or address of the rules' pages, with its final ``/``; "" names none.
        is_advice_shown: whether advice is listed, or only counted in the summary.
        page_of: gives the address that a rule's code leads to, "" for none.
        typed: what readers type to run a command, where sentences say ``tiers-lieu``.
    """

    width: int = 100
    is_coloured: bool = False
    pages: str = ""
    is_advice_shown: bool = False
    typed: str = "tiers-lieu"
    page_of: Callable[[str], str] = _no_page


def as_text(found: Iterable[Diagnostic], sources: Sources, layout: Layout | None = None) -> str:
    """Write findings sorted by place, each with its source line, then the summary.

    Of more than ``MOST`` the gravest are listed, and the others counted.

    Args:
        found: in any order.
        sources: mapping or function from a finding's path to the text it points into.
        layout: defaults to 100 columns, no colour, no advice.
    """
    layout = layout or Layout()
    ordered = by_place(found)
    lines = Lines(sources)
    shown = [each for each in ordered if layout.is_advice_shown or not _is_advice(each)]
    listed = _gravest(shown)
    parts = [_finding(each, lines, layout) for each in listed]
    if len(listed) < len(shown):
        parts.append(_rest(len(shown) - len(listed)))
    return "\n\n".join([*parts, summary(ordered, is_advice_shown=layout.is_advice_shown)]) + "\n"


def _gravest(found: list[Diagnostic]) -> list[Diagnostic]:
    """Leave out what comes last of the least grave, in place of what stops a build."""
    order = list(Severity)
    ranked = sorted(
        range(len(found)), key=lambda place: (order.index(found[place].severity), place)
    )
    return [found[place] for place in sorted(ranked[:MOST])]


def _rest(count: int) -> str:
    others = "1 autre n’est pas affiché" if count == 1 else f"{count} autres ne sont pas affichés"
    return f"… {others}\u00a0: corrigez d’abord ceux-ci, ou lisez tout avec --format json."


def summary(found: Iterable[Diagnostic], *, is_advice_shown: bool = True) -> str:
    """Count findings in a sentence like « 1 erreur, 2 avertissements dans 2 fichiers. »."""
    ordered = by_place(found)
    counted = [each for each in ordered if is_advice_shown or not _is_advice(each)]
    hidden = len(ordered) - len(counted)
    more = f" {hidden_advice(hidden)}" if hidden else ""
    if not counted:
        return f"Aucun défaut trouvé.{more}"
    counts = [_count(counted, severity) for severity in Severity]
    files = len({each.at.path for each in counted})
    where = "dans 1 fichier" if files == 1 else f"dans {files} fichiers"
    return f"{', '.join(each for each in counts if each)} {where}.{more}"


def hidden_advice(count: int) -> str:
    """Say how much advice was kept back, and how to read it."""
    kept = "1 conseil non affiché" if count == 1 else f"{count} conseils non affichés"
    return f"({kept}\u00a0: ajoutez --conseils.)"


def page_of(code: str) -> str:
    """Name the page of a rule inside the folder of the rules' pages."""
    return f"{code.replace('/', '.')}.md"


def _finding(found: Diagnostic, lines: Lines, layout: Layout) -> str:
    line = lines.at(found.at)
    gutter = " " * len(str(found.at.line)) if line is not None else " "
    parts = [_title(found, layout), _place(found.at, gutter, layout)]
    if line is not None:
        parts += _quotation(line, found, gutter, layout)
    if found.mend:
        mend = found.mend.replace("`tiers-lieu ", f"`{layout.typed} ")
        parts.append(f" {gutter} → {_sentence(mend)}")
    if layout.pages:
        bar = painted("=", Style.QUIET, is_coloured=layout.is_coloured)
        parts.append(f" {gutter} {bar} règle\u00a0: {layout.pages}{page_of(found.code)}")
    return "\n".join(parts)


def _title(found: Diagnostic, layout: Layout) -> str:
    code = linked(harmless(found.code), layout.page_of(found.code))
    word = f"{WORDS[found.severity][0]}[{code}]"
    head = painted(word, _STYLES[found.severity], is_coloured=layout.is_coloured)
    sentence = _sentence(found.message)
    return f"{head}\u00a0: {painted(sentence, Style.STRONG, is_coloured=layout.is_coloured)}"


def _place(at: Position, gutter: str, layout: Layout) -> str:
    arrow = painted("-->", Style.QUIET, is_coloured=layout.is_coloured)
    numbers = [str(number) for number in (at.line, at.column) if number]
    return f"{gutter}{arrow} {':'.join([_sentence(at.path), *numbers])}"


def _quotation(line: str, found: Diagnostic, gutter: str, layout: Layout) -> list[str]:
    room = max(layout.width - len(gutter) - 5, 20)
    quoted = excerpt(line, found.at, room)
    bar = painted("|", Style.QUIET, is_coloured=layout.is_coloured)
    number = painted(str(found.at.line), Style.QUIET, is_coloured=layout.is_coloured)
    rows = [f" {gutter} {bar}", f" {number} {bar} {quoted.text}".rstrip()]
    if quoted.marks:
        blank = quoted.marks[: -len(quoted.marks.lstrip())]
        marks = painted(
            quoted.marks.lstrip(), _STYLES[found.severity], is_coloured=layout.is_coloured
        )
        rows.append(f" {gutter} {bar} {blank}{marks}")
    return rows


def _sentence(text: str) -> str:
    cut = text if len(text) <= _LIMIT else text[: _LIMIT - 1] + "…"
    return harmless(cut)


def _count(found: list[Diagnostic], severity: Severity) -> str:
    count = sum(each.severity is severity for each in found)
    return f"{count} {WORDS[severity][count > 1]}" if count else ""


def _is_advice(found: Diagnostic) -> bool:
    return found.severity is Severity.INFO
