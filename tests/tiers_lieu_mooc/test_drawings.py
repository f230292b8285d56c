"""Drawings hold drawings: what is on no list is told with its line, and nothing is taken out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.course_builder import CourseBuilder
from tests.support.drawing import SVG, checked, inside, refused

SCRIPT = '<!DOCTYPE svg [<!ENTITY a "<script>fetch(1)</script>">]>\n' + SVG.format("", "&a;")


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseBuilder:
    monkeypatch.chdir(tmp_path)
    return CourseBuilder(tmp_path)


# Encodings


@pytest.mark.parametrize(
    "content",
    [
        SCRIPT.encode("utf-16"),
        SCRIPT.encode("utf-16-le"),
        SCRIPT.encode("utf-16-be"),
        b"\xfe\xff" + SCRIPT.encode("utf-16-be"),
        SCRIPT.encode("utf-32"),
        SCRIPT.encode("utf-32-le"),
        b"\0\0\xfe\xff" + SCRIPT.encode("utf-32-be"),
        SVG.format("", "<text>été</text>").encode("latin-1"),
        ('<?xml version="1.0" encoding="UTF-7"?>' + SVG.format("", "+ADw-script+AD4-")).encode(),
        ('<?xml version="1.0" encoding="iso-2022-jp"?>' + SVG.format("", "")).encode(),
        ('<?xml version="1.0" encoding="windows-1252"?>' + SVG.format("", "")).encode(),
        (f'<?xml version="1.0" encoding="{"a" * 9_000}"?>' + SVG.format("", "")).encode(),
    ],
)
def test_a_drawing_is_in_utf_8(course: CourseBuilder, content: bytes) -> None:
    (found,) = refused(course, content)
    assert "UTF-8" in found.message
    assert "enregistrez-le en UTF-8" in found.mend
    assert len(found.message) < 200


@pytest.mark.parametrize("start", ["", "\ufeff", '<?xml version="1.0"?>'])
@pytest.mark.parametrize("name", ["UTF-8", "utf-8"])
def test_utf_8_is_read_with_and_without_its_mark(
    course: CourseBuilder, start: str, name: str
) -> None:
    declared = start or f'<?xml version="1.0" encoding="{name}" standalone="no"?>'
    packed, found = checked(course, declared + SVG.format('viewBox="0 0 9 6"', "<desc>Été</desc>"))
    assert found == []
    assert packed is not None
    assert (packed.width, packed.height) == (9, 6)


# Document types


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE svg [<!ENTITY a "a">]>',
        "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'fetch(1)'>]>",
        "<!DOCTYPE svg [<!ATTLIST\tsvg onload\nCDATA 'fetch(1)'>]>",
        '<!DOCTYPE svg [<!ATTLIST image xlink:href CDATA "https://example.org/a.png">]>',
        "<!DOCTYPE svg [<!ELEMENT svg ANY>]>",
        '<!DOCTYPE svg SYSTEM "https://example.org/a.dtd">',
        '<!DOCTYPE svg SYSTEM "a.dtd" [<!ENTITY % b SYSTEM "b.dtd"> %b;]>',
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "xhtml1-strict.dtd">',
        "<!DOCTYPE svg>",
    ],
)
@pytest.mark.parametrize("before", ["", "<!-- <!DOCTYPE > -->\n", "<?xml version='1.0'?>\n"])
def test_no_document_type_is_admitted(course: CourseBuilder, doctype: str, before: str) -> None:
    (found,) = refused(course, before + doctype + "\n" + SVG.format("", ""))
    assert "<!DOCTYPE" in found.message
    assert (found.at.line, found.at.column) == (1 + before.count("\n"), 1)


def test_a_document_type_is_removed_by_who_knows_its_lines(course: CourseBuilder) -> None:
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\n "svg11.dtd">\n'
    text = '<?xml version="1.0"?>\n' + doctype + SVG.format('viewBox="0 0 9 6"', "")
    (found,) = refused(course, text)
    assert "les lignes 2 à 3" in found.mend
    lines = text.splitlines(keepends=True)
    assert checked(course, "".join(lines[:1] + lines[3:]))[1] == []


# Elements and attributes


@pytest.mark.parametrize(
    "content",
    [
        *inside(
            "<script>fetch(1)</script>",
            "<g><desc><script href='#a'/></desc></g>",
            "<handler/>",
            "<foreignObject/>",
            "<foreignobject/>",
            "<iframe src='https://example.org'/>",
            "<video poster='https://example.org/a.png'/>",
            "<audio src='a.mp3'/>",
            "<canvas/>",
            "<tref xlink:href='#a'/>",
            "<color-profile xlink:href='https://example.org/a.icc'/>",
            "<font-face-uri xlink:href='https://example.org/a.svg'/>",
            "<unheard-of/>",
            "<SCRIPT/>",
        ),
        *inside(
            *(
                f'<h:{tag} xmlns:h="http://www.w3.org/1999/xhtml"/>'
                for tag in (
                    "meta http-equiv='refresh' content='0;url=https://example.org'",
                    "img srcset='https://example.org/a.png 2x'",
                    "video poster='https://example.org/a.png'",
                    "form action='https://example.org'",
                    "frame src='https://example.org'",
                    "a ping='https://example.org' href='#a'",
                    "link rel='stylesheet' href='https://example.org/a.css'",
                    "base href='https://example.org'",
                    "div",
                )
            ),
            '<metadata><img xmlns="http://www.w3.org/1999/xhtml" src="a.png"/></metadata>',
            '<x xmlns="http://www.w3.org/1998/Math/MathML"/>',
            '<x xmlns="https://example.org/unknown"/>',
            '<x xmlns=""/>',
        ),
    ],
)
def test_elements_that_draw_nothing_are_refused(course: CourseBuilder, content: str) -> None:
    refused(course, content)


@pytest.mark.parametrize(
    "content",
    [
        SVG.format('onload="fetch(1)"', ""),
        SVG.format('ONLOAD="fetch(1)"', ""),
        SVG.format('xml:base="https://example.org/"', '<use href="#a"/>'),
        *inside(
            "<g onclick='fetch(1)'/>",
            "<animate onbegin='fetch(1)' attributeName='x'/>",
            "<y xmlns='http://www.inkscape.org/namespaces/inkscape' onload='a'/>",
            "<g src='a.png'/>",
            "<a href='#a' ping='https://example.org'/>",
            "<a href='#a' download='a'/>",
            "<g xmlns:h='http://www.w3.org/1999/xhtml' h:style='a'/>",
            "<g xmlns:e='http://www.w3.org/2001/xml-events' e:event='load'/>",
            "<g xml:href='a'/>",
            "<style type='text/x-scss'>a{}</style>",
            "<style><g/></style>",
            "<style/><?php echo 1; ?>",
        ),
        "<?xml-stylesheet href='a.css'?>" + SVG.format("", ""),
        "<?xml-stylesheet type='text/xsl' href='#a'?>" + SVG.format("", ""),
        "<?xml version='1.1'?>" + SVG.format("", ""),
    ],
)
def test_attributes_that_draw_nothing_are_refused(course: CourseBuilder, content: str) -> None:
    refused(course, content)
