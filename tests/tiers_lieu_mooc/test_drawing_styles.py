"""What drawings may hold: addresses, animations and styles, and all that draws."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from tests.support.course_builder import CourseBuilder
from tests.support.drawing import SVG, checked, inside, refused

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1").decode()


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseBuilder:
    monkeypatch.chdir(tmp_path)
    return CourseBuilder(tmp_path)


@pytest.mark.parametrize(
    "piece",
    [
        *(
            f"<{element} {name}={value!r}/>"
            for element in ("image", "use", "feImage", "a", "linearGradient", "textPath", "mpath")
            for name, value in [
                ("href", "https://example.org/a#b"),
                ("xlink:href", "//example.org/a"),
                ("href", "a.png"),
                ("href", " java&#9;script:alert(1)"),
                ("href", "data:image/svg+xml;base64,PHN2Zy8+"),
                ("xlink:href", "data:text/html,x"),
            ]
        ),
        "<image href='#a'/>",
        "<image href=''/>",
        f"<use href='data:image/png;base64,{PNG}'/>",
        "<image href='data:image/png,x'/>",
        "<image href='data:image/png;base64,AA=='/>",
        f"<image href='data:image/jpeg;base64,{PNG}'/>",
        "<image href='data:image/gif;base64,A===A'/>",
        f"<image href='data:image/png;base64,{PNG}&lt;'/>",
        f"<image href='data:image/bmp;base64,{PNG}'/>",
    ],
)
def test_addresses_lead_nowhere_else(course: CourseBuilder, piece: str) -> None:
    refused(course, *inside(piece))


@pytest.mark.parametrize(
    "piece",
    [
        "<set attributeName='href' to='java&#9;script:alert(1)'/>",
        "<set attributeName='xlink:href' to='#a'/>",
        "<animate attributeName=' href' values='a;b'/>",
        "<animate attributeName='HREF' values='a;b'/>",
        "<set attributeName='onload' to='fetch(1)'/>",
        "<set attributeName='style' to='fill:red'/>",
        "<set attributeName='class' to='a'/>",
        "<set attributeName='fill' to='url(https://example.org/a#b)'/>",
        "<animate attributeName='mask' values='none;URL(&quot;https://example.org/a#b&quot;)'/>",
        "<animate attributeName='filter' from='u\\72l(https://example.org/a#b)'/>",
        "<animate attributeName='cursor' by='image-set(&quot;a.png&quot; 1x)'/>",
    ],
)
def test_animations_change_how_things_look_only(course: CourseBuilder, piece: str) -> None:
    refused(course, *inside(piece))


# Styles

FETCHING = [
    "a{fill:url(https://example.org/a#b)}",
    "a{fill:URL(https://example.org/a#b)}",
    "a{fill:u\\72l(https://example.org/a#b)}",
    "a{fill:\\000075rl( 'https://example.org/a#b' )}",
    "a{fill:url(&quot;//example.org/a&quot;)}",
    "a{fill:url()}",
    "a{fill:url(data:image/svg+xml,x)}",
    "a{fill:url('#a' https://example.org)}",
    "a{cursor:image-set('https://example.org/a.png' 1x)}",
    "a{cursor:-webkit-image-set('https://example.org/a.png' 1x)}",
    "a{mask:src('https://example.org/a.png')}",
    "a{mask:cross-fade('a.png','b.png')}",
    "a{--b:url(https://example.org/a);fill:var(--b)}",
    "a{fill:attr(href)}",
    "a{b{c{fill:url(https://example.org/a)}}}",
    "a{fill:red;}}b{fill:url(a)}",
    "a{fill:url(a b)}",
    "a{fill:url(https://example.org/a",
    "a{width:expression(alert(1))}",
]
SHEETS = [
    "@import 'https://example.org/a.css';",
    "@import url(https://example.org/a.css);",
    "@im\\70ort 'https://example.org/a.css';",
    "@\\69mport 'https://example.org/a.css';",
    "@IMPORT 'https://example.org/a.css';",
    "/* */@import 'https://example.org/a.css';",
    "/* */ /* x */ @import/**/'https://example.org/a.css';",
    "@charset 'utf-8';@import 'a';",
    "@im<!-- -->port 'https://example.org/a.css';",
    "<![CDATA[@im]]>port 'https://example.org/a.css';",
    "&#64;import 'https://example.org/a.css';",
    "@font-face{font-family:a;src:url(https://example.org/a.woff)}",
    "@font-face{font-family:a;src:local(a)}",
    "@namespace url(https://example.org);",
    "@media print{@import 'a';}",
    "@supports (background:url(https://example.org)){a{}}",
    "@layer a{a{}}",
    "@unheard-of{a{}}",
    "a{behavior:none}",
    "a{-moz-binding:none}",
    "a{content:'a'}",
    "@\\d800 {}",
    "a{u\\d800 (1)}",
    "a{z:" + "1" * 5_000 + "}",
    "{" * 1_000,
    "a{b:" + "(" * 1_000,
    "a{}" * 40_000,
]


@pytest.mark.parametrize("sheet", [*FETCHING, *SHEETS], ids=range(len(FETCHING + SHEETS)))
def test_style_sheets_say_how_to_draw_only(course: CourseBuilder, sheet: str) -> None:
    refused(course, *inside(f"<style>{sheet}</style>"))


@pytest.mark.parametrize("sheet", FETCHING)
def test_the_same_holds_for_style_attributes(course: CourseBuilder, sheet: str) -> None:
    declarations = sheet.removeprefix("a{").removesuffix("}").replace('"', "&quot;")
    refused(course, *inside(f'<g style="{declarations}"/>'))


@pytest.mark.parametrize("name", ["fill", "mask", "clip-path", "filter", "marker-end", "cursor"])
@pytest.mark.parametrize(
    "value",
    [
        "url(https://example.org/a#b)",
        "u\\72l(https://example.org/a#b)",
        "/**/URL(/**/'https://example.org/a#b')",
        "image-set('a.png' 1x)",
        "url(#a) url(b)",
    ],
)
def test_the_same_holds_for_attributes_of_style(
    course: CourseBuilder, name: str, value: str
) -> None:
    refused(course, *inside(f'<path {name}="{value}"/>'))


# What is admitted


@pytest.mark.parametrize(
    "piece",
    [
        '<path id="a" fill="url(#b)" stroke="rgb(1, 2, 3)" d="M0 0L1 1"/>',
        "<use href='#a'/><use xlink:href='#a'/><a href='#a' xlink:title='Ici'/>",
        f"<image href='data:image/png;base64,{PNG}'/>",
        f"<image xlink:href='data:image/PNG;base64,\n  {PNG[:20]}\n  {PNG[20:]}'/>",
        "<image href='data:image/jpg;base64,/9j/4AAQSkZJRg=='/>",
        "<image href='data:image/gif;base64,R0lGODlhAQABAAAAACw='/>",
        "<image href='data:image/webp;base64,UklGRiIAAABXRUJQVlA4'/>",
        "<text style='font:italic 12px &quot;DejaVu Sans&quot;, serif; -inkscape-font-"
        'specification:"Sans Bold"\' >https://example.org, javascript: et url(a)</text>',
        "<style>.a:not(.b)&gt;c{fill:url('#b')!important;mask:url( #c )}</style>",
        "<style><![CDATA[@media (min-width:9px){a{fill:calc(1px + 2px)}}]]></style>",
        "<style type='text/css'>@keyframes b{from{opacity:0}to{opacity:1}}</style>",
        "<style>@supports (fill:red){a{--c:light-dark(#000, #fff);fill:var(--c)}}</style>",
        "<style>/* @import url(https://example.org) */</style>",
        "<animate attributeName='fill' values='red;url(#a)' dur='1s'/>",
        "<animateTransform attributeName='transform' type='rotate' from='0' to='9' dur='1s'/>",
        "<g data-name='Calque 1' aria-label='Plan (vu du ciel)' role='img' xml:space='preserve'/>",
        "<g style=''/><g style='fill:red;;'/>",
    ],
)
def test_what_draws_is_admitted(course: CourseBuilder, piece: str) -> None:
    packed, found = checked(course, SVG.format('viewBox="0 0 9 9"', piece))
    assert found == []
    assert packed is not None
