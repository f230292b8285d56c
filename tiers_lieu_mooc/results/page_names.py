"""Where a page of results goes, and which file there it may replace: its own former self only."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

_NAMED = 3
"""Reports whose names the page's name says; of more, it says how many there are."""

_LONGEST = 60
_START_CHARACTERS = 4_000
_OTHER = "donnez un autre nom après « --out »"
_MARK = re.compile(r'<meta name="rapports" content="([0-9a-f]{4})">')


def page_beside(reports: Sequence[Path]) -> Path:
    """Name the page of reports, beside the first: ``mars+juin-resultats.html``."""
    stems = [path.stem for path in reports]
    shown = "+".join(stems)
    if len(stems) > _NAMED or (len(stems) > 1 and len(shown) > _LONGEST):
        shown = f"{stems[0][:_LONGEST]}+{len(stems) - 1}-autres"
    return reports[0].with_name(f"{shown}-resultats.html")


def mark_of(reports: Sequence[Path]) -> str:
    """Give what a page is known by as that of these reports: two bytes of a digest of their names.

    Too few to find out a name that a file bears, enough that another report is noticed.
    """
    names = "\n".join(sorted(path.name for path in reports))
    return hashlib.sha256(names.encode()).hexdigest()[:4]


def keeps_from_writing(page: Path, reports: Sequence[Path], key: Path) -> str:
    """Say why a page may not be written there; "" when it may.

    Raises:
        OSError: when what is there cannot be read.
    """
    if not page.exists():
        return ""
    read = {"le rapport lui-même": reports, "la clé de lecture": [key]}
    for what, paths in read.items():
        if any(page.samefile(each) for each in paths if each.exists()):
            return f"{page} est {what} : {_OTHER}"
    if page.is_dir():
        return f"{page} est un dossier : donnez le nom d’une page après « --out »"
    return _made_otherwise(page, mark_of(reports))


def _made_otherwise(page: Path, mark: str) -> str:
    with page.open(encoding="utf-8", errors="replace") as file:
        found = _MARK.search(file.read(_START_CHARACTERS))
    if found is None:
        return f"{page} existe déjà et n’est pas une page de résultats : {_OTHER}"
    if found[1] == mark:
        return ""
    other = page.with_name(f"{page.stem}-2{page.suffix}").name
    return (
        f"{page} existe déjà et vient d’autres rapports : effacez-la, ou gardez-la et ajoutez "
        f"« --out {other} »"
    )
