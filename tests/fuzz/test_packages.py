"""A package is inspected in time with its size, whatever its manifest and its schemas repeat."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from scorm_export.archive import pack
from scorm_export.checking import check
from scorm_export.standard import MANIFEST_NAME, Standard
from scorm_export.writing import files_for
from tests.fuzz.pace import seconds
from tests.scorm_export.package_values import SINGLE

FILES = files_for(SINGLE, Standard.SCORM_12)
SIZES = (60_000, 200_000)
MOST_SECONDS = 5.0
SCHEMA = "adlcp_rootv1p2.xsd"

SCHEMAS = {
    "opened includes": "<include ",
    "opened imports": "<xs:import\n",
    "includes": '<include schemaLocation="a.xsd"/>',
    "locations": ' schemaLocation="a',
    "blanks of a location": '<include schemaLocation =" ',
    "opened comments": "<!-- ",
    "comments": "<!-- a -->",
    "half comments": "<!--->",
    "names": "<a:",
}
MANIFESTS = {
    "files": ("</resource>", '<file href="a{n}.html"/>'),
    "resources": (
        "</resources>",
        '<resource identifier="R{n}" type="webcontent" adlcp:scormtype="sco" href="a{n}.html">'
        '<file href="b{n}.html"/><dependency identifierref="R{m}"/></resource>',
    ),
    "items": (
        "</organization>",
        '<item identifier="I{n}" identifierref="x"><title>a</title></item>',
    ),
    "opened items": ("</organization>", "<item>"),
    "organizations": ("</organizations>", '<organization identifier="O{n}"/>'),
    "unknown elements": ("</organization>", "<a{n}/>"),
    "unknown namespaces": ("</organization>", '<p{n}:a xmlns:p{n}="urn:{n}"/>'),
    "undeclared prefixes": ("</organization>", "<p{n}:a/>"),
    "declarations": ("<organizations", None),
    "comments": ("</organization>", "<!-- a -->"),
    "titles": ("</title>", "a"),
    "references": ("</title>", "&amp;"),
    "bases": ("</resources>", '<resource xml:base="a/"/>'),
}


def manifest_of(shape: str, size: int) -> bytes:
    mark, piece = MANIFESTS[shape]
    text = FILES[MANIFEST_NAME].decode()
    if piece is None:
        names = "".join(f' xmlns:p{n}="urn:p{n}"' for n in range(size // 60))
        items = '<item adlcp:a="b"/>' * (size // 60)
        start = text.index(">", text.index("<manifest"))
        text = f"{text[:start]}{names}{text[start:]}"
        return text.replace("</organization>", f"{items}</organization>").encode()
    pieces = (piece.format(n=n, m=n + 1) for n in range(size // len(piece)))
    return text.replace(mark, f"{''.join(pieces)}{mark}").encode()


@pytest.mark.parametrize("shape", MANIFESTS)
def test_what_a_manifest_repeats_is_inspected_in_time(shape: str, tmp_path: Path) -> None:
    for size in SIZES:
        path = tmp_path / f"{size}.zip"
        path.write_bytes(pack(FILES | {MANIFEST_NAME: manifest_of(shape, size)}))
        assert seconds(partial(check, path), MOST_SECONDS) < MOST_SECONDS


@pytest.mark.parametrize("shape", SCHEMAS)
def test_what_a_schema_repeats_is_inspected_in_time(shape: str, tmp_path: Path) -> None:
    for size in SIZES:
        path = tmp_path / f"{size}.zip"
        content = (SCHEMAS[shape] * (size // len(SCHEMAS[shape]))).encode()
        path.write_bytes(pack(FILES | {SCHEMA: content}))
        assert seconds(partial(check, path), MOST_SECONDS) < MOST_SECONDS
