"""Files of a package → what it records; any zip may be offered, ours or not, sound or not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from scorm_export.archive import DamagedArchive, opened
from scorm_export.checking.document import parse
from scorm_export.checking.findings import Findings
from scorm_export.diagnostic import Report
from scorm_export.entries import Limits, faults_of
from scorm_export.standard import FACTS, MANIFEST_NAME
from tiers_lieu_mooc.comparing.page import page_of
from tiers_lieu_mooc.comparing.records import Identity, NotComparable, PackageRecord

__all__ = ["read_files", "read_package"]

_LAUNCHED = "index.html"
_LARGEST_BYTES = 50_000_000
_FOREIGN = "ce paquet n’a pas été fabriqué par tiers-lieu"


def read_package(path: Path) -> PackageRecord:
    """Read a package from its zip; only the page and the manifest are unpacked.

    Raises:
        NotComparable: when it is no sound zip, or no package of ours.
        OSError: when the file cannot be read.
    """
    try:
        with opened(path) as archive:
            if any(True for _ in faults_of(archive.entries, Limits())):
                raise NotComparable(
                    "ce zip est dangereux à ouvrir (`tiers-lieu inspect` dit pourquoi)"
                )
            files: dict[str, bytes] = {}
            for entry in archive.entries:
                if entry.name in {_LAUNCHED, MANIFEST_NAME}:
                    if entry.size_bytes > _LARGEST_BYTES:
                        raise NotComparable(f"« {entry.name} » est trop grand")
                    files[entry.name] = archive.content(entry)
    except DamagedArchive as fault:
        raise NotComparable("ce fichier n’est pas un zip, ou il est abîmé") from fault
    return read_files(files)


def read_files(files: Mapping[str, bytes]) -> PackageRecord:
    """Read a package from its files.

    Raises:
        NotComparable: when it is no package of ours.
    """
    if _LAUNCHED not in files:
        raise NotComparable(_FOREIGN)
    page = page_of(files[_LAUNCHED])
    if page is None:
        raise NotComparable(_FOREIGN)
    target, identity = _manifest(files[MANIFEST_NAME]) if MANIFEST_NAME in files else ("web", None)
    return PackageRecord(
        course=page.course,
        target=target,
        identity=identity or Identity(),
        lessons=page.lessons,
        quizzes=page.quizzes,
        score=page.score,
        questions=page.questions,
    )


def _manifest(content: bytes) -> tuple[str, Identity]:
    root = parse(content, Findings(Report(), MANIFEST_NAME))
    if root is None:
        raise NotComparable("son manifeste est abîmé (`tiers-lieu inspect` dit pourquoi)")
    version = _text(root, ".//{*}schemaversion")
    target = next(
        (each.value for each, facts in FACTS.items() if facts.schema_version == version), ""
    )
    items = root.findall(".//{*}item")
    if not target or len(items) != 1:
        raise NotComparable(_FOREIGN)
    identity = Identity(
        manifest=root.get("identifier", ""),
        organization=_identifier(root, ".//{*}organization"),
        item=items[0].get("identifier", ""),
        resource=items[0].get("identifierref", ""),
    )
    return target, identity


def _text(root: etree._Element, path: str) -> str:
    return (root.findtext(path) or "").strip()


def _identifier(root: etree._Element, path: str) -> str:
    found = root.find(path)
    return "" if found is None else found.get("identifier", "")
