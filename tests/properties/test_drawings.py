"""Whatever drawing is admitted holds nothing that a second reader would be afraid of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.properties.drawing_pieces import HARMFUL, TRAP, drawings
from tiers_lieu_mooc.assembly.faults import Size
from tiers_lieu_mooc.assembly.inspecting import inspect

_SVG = "{http://www.w3.org/2000/svg}"
_FEARED_ELEMENTS = frozenset(
    {"script", "foreignObject", "iframe", "audio", "video", "object", "embed", "handler", "link"}
)
_FEARED_STYLE = re.compile(
    r"@import|@font-face|@charset|@namespace|expression\s*\(|javascript:|binding|behavior"
    r"|(?:image-set|image|src|cross-fade|element|attr)\s*\(|url\(\s*[\"']?(?!\s*[\"']?#)",
    re.IGNORECASE,
)
_STYLED = frozenset({"clip-path", "cursor", "fill", "filter", "mask", "style"})
_ANIMATED = frozenset({"by", "from", "to", "values"})
_ASIDE = re.compile(r"""/\*.*?(?:\*/|$)|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)


def as_browsers_read(css: str) -> str:
    """Take comments off a style, read its escapes, and leave what looks like code in texts out."""
    plain = _ASIDE.sub(lambda found: re.sub(r"^/\*.*|[(@]", "", found[0], flags=re.DOTALL), css)
    return _ESCAPE.sub(lambda found: found[2] or chr(int(found[1], 16) % 0x110000), plain)


def fears_of(content: bytes) -> Iterator[str]:
    """Name what is to be feared in a drawing, read by lxml and by patterns."""
    assert b"<!DOCTYPE" not in content
    root = etree.fromstring(content)
    before = root.getprevious()
    if isinstance(before, etree._ProcessingInstruction):
        yield "an instruction"
    for element in root.iter(etree.Element):
        name = str(element.tag)
        if not name.startswith(_SVG) or name.removeprefix(_SVG) in _FEARED_ELEMENTS:
            yield name
        if name == f"{_SVG}style":
            yield from _FEARED_STYLE.findall(as_browsers_read(str(element.xpath("string()"))))
        for key, value in element.attrib.items():
            yield from fears_of_attribute(name.removeprefix(_SVG), str(key), str(value))


def fears_of_attribute(element: str, key: str, value: str) -> Iterator[str]:
    local = key.rpartition("}")[2]
    if local.lower().startswith("on") or local in ("base", "src", "srcset", "ping", "poster"):
        yield key
    if local == "href" and not re.match(r"#|data:image/(?:png|jpeg|gif|webp);base64,", value):
        yield f"{key}={value}"
    if local == "attributeName" and re.search(r"href|style|^on", value, re.IGNORECASE):
        yield f"{key}={value}"
    if local in _STYLED or (local in _ANIMATED and element in ("animate", "set")):
        yield from _FEARED_STYLE.findall(as_browsers_read(value))


@given(drawings)
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_admitted_is_feared_by_no_other_reader(content: bytes) -> None:
    if isinstance(inspect("plan.svg", content), Size):
        assert list(fears_of(content)) == []


def test_the_other_reader_knows_fear() -> None:
    read = [each for each in HARMFUL.values() if b"<!DOCTYPE" not in each and b"<" in each[:1]]
    assert len(read) > 8
    assert all(list(fears_of(each)) for each in read if TRAP.encode() in each)


@given(st.one_of(drawings, st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@example(b"")
@example(b"\xef\xbb\xbf")
def test_every_finding_stands_in_the_drawing(content: bytes) -> None:
    found = inspect("plan.svg", content)
    if not isinstance(found, Size):
        lines = re.split(rb"\r\n?|\n", content)
        for fault in found:
            assert 1 <= fault.line <= len(lines)
            assert 1 <= fault.column <= len(lines[fault.line - 1]) + 1
            assert str(fault.values).encode("utf-8")
