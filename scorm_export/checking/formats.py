"""What a file is when it is no SCORM package."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import PurePosixPath
from xml.parsers import expat

from lxml import etree

from scorm_export.checking.findings import content_of, elements, local, namespace
from scorm_export.checking.rules import formats as rules
from scorm_export.diagnostic import Rule

_MARKS: Mapping[str, Rule] = {
    "cmi5.xml": rules.CMI5,
    "tincan.xml": rules.XAPI,
    "h5p.json": rules.H5P,
    "moodle_backup.xml": rules.MOODLE_BACKUP,
    "meta-inf/container.xml": rules.EPUB,
    "meta-inf/manifest.xml": rules.OFFICE,
    "[content_types].xml": rules.OFFICE,
}
_ROOTS: Mapping[str, Rule] = {
    "courseStructure": rules.CMI5,
    "tincan": rules.XAPI,
    "questestinterop": rules.QTI,
    "assessmentItem": rules.QTI,
    "assessmentTest": rules.QTI,
    "qti-assessment-item": rules.QTI,
    "qti-assessment-test": rules.QTI,
    "manifest": rules.MANIFEST_ALONE,
}
_AICC_COURSE = ".crs"
_AICC_UNITS = {".au", ".cst", ".des"}
_PAGES = (".htm", ".html", ".xhtml")


class _Stop(Exception):  # noqa: N818 -- ends a scan from inside a callback
    pass


def format_of_names(names: Collection[str]) -> Rule | None:
    """Recognise a zip without manifest by the files at its root, or in the one folder there."""
    lower = {name.lower() for name in _unwrapped(names)}
    for mark, rule in _MARKS.items():
        if mark in lower:
            return rule
    endings = {PurePosixPath(name).suffix for name in lower if "/" not in name}
    return rules.AICC if _AICC_COURSE in endings and endings & _AICC_UNITS else None


def zips_in(names: Collection[str], packages: Collection[str]) -> list[str]:
    """Give the zips for whose sake a zip without manifest was made.

    Args:
        packages: those of its files that are zips with a manifest.
    """
    has_pages = any(name.lower().endswith(_PAGES) for name in names)
    zips = [name for name in names if name.lower().endswith(".zip")]
    return list(packages) or ([] if has_pages else zips)


def _unwrapped(names: Collection[str]) -> Collection[str]:
    folders = {name.partition("/")[0] for name in names}
    is_wrapped = len(folders) == 1 and all("/" in name for name in names)
    return [name.partition("/")[2] for name in names] if is_wrapped else names


def format_of_text(start: bytes) -> Rule | None:
    """Recognise a file that is no zip by the outermost element of its XML."""
    found: list[str] = []

    def element(name: str, _: object) -> None:
        found.append(name.rpartition(":")[2])
        # What follows a stranger's first tag may expand entities without end.
        raise _Stop

    parser = expat.ParserCreate()
    parser.StartElementHandler = element
    # ValueError: an encoding that Python does not know.
    with suppress(_Stop, expat.ExpatError, LookupError, ValueError):
        parser.Parse(start, False)
    return _ROOTS.get(found[0]) if found else None


def format_of_manifest(root: etree._Element) -> Rule | None:
    """Recognise a package of another kind that has an imsmanifest.xml too."""
    uri = namespace(root)
    schema = content_of(root.find("{*}metadata/{*}schema"))
    if schema.strip() == "ADL SCORM" or _has_scorm_type(root):
        return None
    if "imscc" in uri or "Common Cartridge" in schema:
        return rules.COMMON_CARTRIDGE
    types = [each.get("type", "") for each in root.iterfind("{*}resources/{*}resource")]
    if "/qti/" in uri or "QTI" in schema or any(each.startswith("imsqti") for each in types):
        return rules.QTI
    return rules.CONTENT_PACKAGE if schema.strip() == "IMS Content" else None


def _has_scorm_type(root: etree._Element) -> bool:
    return any(
        etree.QName(name).localname.lower() == "scormtype"
        for element in elements(root)
        if local(element) == "resource"
        for name in element.attrib
    )
