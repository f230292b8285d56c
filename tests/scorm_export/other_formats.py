"""Files that are no SCORM package: a name, the bytes, the rule that names what they are."""

from __future__ import annotations

from collections.abc import Callable

from scorm_export.archive import pack
from tests.scorm_export.broken_archives import good
from tests.scorm_export.package_values import raw

_CARTRIDGE = (
    b'<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p%d/imscp_v1p1"><metadata>'
    b"<schema>IMS Common Cartridge</schema><schemaversion>1.%d.0</schemaversion></metadata>"
    b'<resources><resource identifier="R" type="webcontent" href="a.html"/></resources>'
    b"</manifest>"
)
_QUESTIONS = (
    b'<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><metadata>'
    b"<schema>%s</schema></metadata><organizations/><resources>"
    b'<resource identifier="Q" type="%s" href="q.xml"/></resources></manifest>'
)


def zipped(*names: str) -> Callable[[], bytes]:
    """Make a zip of small files that are called so."""
    return lambda: raw(dict.fromkeys(names, b"x"))


def manifest(content: bytes) -> Callable[[], bytes]:
    """Make a zip of a manifest and a page."""
    return lambda: raw({"imsmanifest.xml": content, "a.html": b"x"})


def within(*names: str) -> Callable[[], bytes]:
    """Make a zip that holds a good package under each name, and a file to read."""
    return lambda: raw({"lisez-moi.txt": b"x", **dict.fromkeys(names, pack(good()))})


FORMATS: list[tuple[str, Callable[[], bytes], str]] = [
    ("cmi5", zipped("cmi5.xml", "index.html"), "format/cmi5"),
    ("cmi5 in a folder", zipped("cours/cmi5.xml", "cours/index.html"), "format/cmi5"),
    ("cmi5 in capitals", zipped("CMI5.XML", "index.html"), "format/cmi5"),
    ("cmi5 without zip", lambda: b"<courseStructure xmlns='x'/>", "format/cmi5"),
    ("xAPI", zipped("tincan.xml", "story.html"), "format/xapi"),
    ("xAPI in a folder", zipped("cours/tincan.xml", "cours/story.html"), "format/xapi"),
    ("xAPI without zip", lambda: b"<?xml version='1.0'?>\n<tincan/>", "format/xapi"),
    ("AICC", zipped("a.crs", "a.au", "a.des", "a.cst", "index.html"), "format/aicc"),
    ("AICC in capitals", zipped("COURS.CRS", "COURS.AU", "index.html"), "format/aicc"),
    ("AICC in a folder", zipped("x/a.crs", "x/a.cst", "x/index.html"), "format/aicc"),
    ("H5P", zipped("h5p.json", "content/content.json"), "format/h5p"),
    ("H5P in a folder", zipped("x/h5p.json", "x/content/content.json"), "format/h5p"),
    ("QTI 2.1", manifest(_QUESTIONS % (b"QTIv2.1 Package", b"a")), "format/qti"),
    ("QTI 1.2", manifest(_QUESTIONS % (b"IMS Content", b"imsqti_xmlv1p2")), "format/qti"),
    (
        "QTI 3",
        manifest(b'<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"/>'),
        "format/qti",
    ),
    ("QTI without zip", lambda: b"<questestinterop/>", "format/qti"),
    ("Common Cartridge 1.1", manifest(_CARTRIDGE % (1, 1)), "format/common-cartridge"),
    ("Common Cartridge 1.3", manifest(_CARTRIDGE % (3, 3)), "format/common-cartridge"),
    (
        "Common Cartridge 1.0",
        manifest(b'<manifest xmlns="http://www.imsglobal.org/xsd/imscc/imscp_v1p1"/>'),
        "format/common-cartridge",
    ),
    (
        "IMS Content Packaging",
        manifest(_QUESTIONS % (b"IMS Content", b"webcontent")),
        "format/content-package",
    ),
    (
        "IMS Content Packaging of the namespace of SCORM 1.2",
        manifest(
            (_QUESTIONS % (b"IMS Content", b"webcontent")).replace(
                b"http://www.imsglobal.org/xsd/imscp_v1p1",
                b"http://www.imsproject.org/xsd/imscp_rootv1p1p2",
            )
        ),
        "format/content-package",
    ),
    ("Moodle backup", zipped("moodle_backup.xml", "files.xml"), "format/moodle-backup"),
    ("EPUB", zipped("mimetype", "META-INF/container.xml", "a.xhtml"), "format/epub"),
    ("Office Open XML", zipped("[Content_Types].xml", "ppt/a.xml"), "format/office"),
    ("OpenDocument", zipped("mimetype", "META-INF/manifest.xml", "content.xml"), "format/office"),
    ("package in a zip", within("cours.zip"), "format/zip-in-zip"),
    ("package in a folder of a zip", within("envoi/cours.zip"), "format/zip-in-zip"),
    ("two packages in a zip", within("un.zip", "deux.zip"), "format/zip-in-zip"),
    ("zip of another kind in a zip", zipped("cours.zip"), "format/zip-in-zip"),
    (
        "package and page in a zip",
        lambda: raw({"index.html": b"x", "cours.zip": pack(good())}),
        "format/zip-in-zip",
    ),
    ("manifest without zip", lambda: good()["imsmanifest.xml"], "format/manifest-alone"),
    # what only looks like them
    ("pages with a zip to load", zipped("index.html", "modele.zip"), "archive/no-manifest"),
    ("pages with H5P within", zipped("index.html", "h5p/h5p.json"), "archive/no-manifest"),
    ("a sound called au", zipped("index.html", "a.au"), "archive/no-manifest"),
    ("a page without zip", lambda: b"<html/>", "archive/not-a-zip"),
]
