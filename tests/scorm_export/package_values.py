"""Small packages made by the real writer, and the ways to break them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from scorm_export.archive import pack
from scorm_export.checking import check
from scorm_export.package import Asset, Item, Package
from scorm_export.standard import Standard
from scorm_export.writing import files_for

Files = dict[str, bytes]
Break = Callable[[Files], None]

SINGLE = Package(
    identifier="essai",
    title="Un cours d’essai",
    items=(Item("essai", "Un cours d’essai", "index.html"),),
    assets=(Asset("index.html", b"<p>Bonjour</p>"), Asset("media/plan.svg", b"<svg/>")),
)
SEVERAL = Package(
    identifier="essai",
    title="Un cours d’essai",
    items=(
        Item("accueil", "Accueil", "accueil.html"),
        Item("comprendre", "Comprendre & agir", "comprendre.html", "?depuis=accueil"),
    ),
    assets=(
        Asset("accueil.html", b"<p>Bonjour</p>"),
        Asset("comprendre.html", b"<p>Un</p>"),
        Asset("commun/page.js", b"start()"),
    ),
)


def codes(path: Path) -> list[str]:
    """Check a file and give the codes of what is found, in order."""
    return [found.code for found in check(path)]


def write(path: Path, files: Mapping[str, bytes]) -> Path:
    path.write_bytes(pack(files))
    return path


def broken(breaks: Break, standard: Standard, package: Package = SINGLE) -> Files:
    files = files_for(package, standard)
    breaks(files)
    return files


def raw(
    files: Mapping[str, bytes], *more: tuple[str | zipfile.ZipInfo, bytes], prefix: bytes = b""
) -> bytes:
    """Make a zip by hand, as other tools may; names are taken as they are."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in (*files.items(), *more):
            target.writestr(name, content)
    return prefix + buffer.getvalue()
