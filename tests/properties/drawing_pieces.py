"""Drawings put together from harmless and harmful pieces; every harm asks for ``TRAP``."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from hypothesis import strategies as st

__all__ = ["HARMFUL", "TRAP", "drawings"]

TRAP = "https://piege.test/"

_ROOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:h="http://www.w3.org/1999/xhtml" width="40" height="30"{}>{}</svg>'
)
_RUN = f"new Image().src='{TRAP}s'"
_PNG = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwAD"
    "hgGAWjR9awAAAABJRU5ErkJggg=="
)
_CSS = st.lists(
    st.sampled_from(
        [
            *("a", "*", "svg", "rect", "{", "{", "}", "}", ";", ":", ",", " ", "\n", "\t", "!"),
            *(
                "fill:",
                "mask:",
                "cursor:",
                "--x:",
                "background:",
                "filter:",
                "clip-path:",
                "fill :",
            ),
            *("red", "#b", "var(--x)", "rgb(1,2,3)", "none", "1px", "blur(2px)", "calc(1px + 2px)"),
            *(
                "url(",
                "URL(",
                "u\\72l(",
                "\\75 rl(",
                "url( ",
                'url("',
                "url('",
                "url(#b)",
                ")",
                ")",
            ),
            *("image-set(", "-webkit-image-set(", "src(", "image(", "cross-fade(", "attr(href)"),
            *(f"{TRAP}c", f"'{TRAP}c'", f'"{TRAP}c"', f"//{TRAP[8:]}c", "h\\ttps://piege.test/c"),
            *("/*", "*/", "'", '"', "\\", "(", "[", "]", "<!--", "-->", "\\A ", "\\27 ", "u+1-f"),
            *("@import ", "@im\\70ort ", "@IMPORT ", "@media all", "@keyframes b", "@font-face"),
            *("src:", "from", "to", "@supports (fill:red)", "@charset 'utf-8';", "@layer l;"),
            *("rect{fill:red}", "rect{mask:url(#b)}", f"rect{{mask:url({TRAP}c)}}"),
            f"@font-face{{font-family:f;src:url({TRAP}f)}}text{{font-family:f}}",
        ]
    ),
    max_size=12,
).map("".join)
_ADDRESSES = st.sampled_from(
    [
        *("#b", "#b", "#", "", _PNG, f"{TRAP}a", f"//{TRAP[8:]}a", f" {TRAP}a#b", f"{TRAP}a#b"),
        *("javascript:void(fetch('https://piege.test/j'))", "java\tscript:alert(1)", "a.png"),
        f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='{TRAP}a'/></svg>",
        f"data:text/html,<script>{_RUN}</script>",
    ]
)
_NAMES = st.sampled_from(
    [
        *("id", "class", "fill", "mask", "filter", "style", "clip-path", "cursor", "x", "data-a"),
        *(
            "href",
            "xlink:href",
            "src",
            "srcset",
            "onload",
            "onbegin",
            "ONLOAD",
            "xml:base",
            "begin",
        ),
        *("attributeName", "to", "values", "from", "type", "h:style", "poster", "dur", "content"),
        *("http-equiv", "action", "ping", "data", "xmlns:xlink", "requiredExtensions"),
    ]
)
_VALUES = st.one_of(
    _CSS,
    _ADDRESSES,
    st.sampled_from(
        [
            *(_RUN, "b", "href", "xlink:href", "fill", "mask", "url(#b)", "0s", "1s", "text/css"),
            *("refresh", f"0;url={TRAP}r", f"url({TRAP}m#b)", f"URL('{TRAP}m#b')", f"{TRAP}p 2x"),
            f"u\\72l({TRAP}m#b)",
        ]
    ),
)
_TAGS = st.sampled_from(
    [
        *("g", "rect", "image", "use", "a", "set", "animate", "text", "feImage", "filter", "mask"),
        *("pattern", "linearGradient", "defs", "metadata", "script", "foreignObject", "iframe"),
        *("h:img", "h:script", "h:video", "h:meta", "h:link", "h:iframe", "h:body", "h:object"),
        *("style", "switch", "svg", "symbol", "discard", "audio", "font-face-uri", "tref"),
    ]
)


def _element(tag: str, attributes: dict[str, str], inner: str) -> str:
    typed = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
    return f"<{tag}{typed}>{inner}</{tag}>"


_ATTRIBUTES = st.dictionaries(_NAMES, _VALUES, max_size=3)
_LEAVES = st.one_of(
    st.just('<rect id="b" width="9" height="9"/>'),
    _CSS.map(lambda css: f"<style>{escape(css)}</style>"),
    _CSS.map(lambda css: f"<style><![CDATA[{css}]]></style>"),
    st.just("<style>@im<!-- -->port 'https://piege.test/c';</style>"),
    st.just(f"<script>{escape(_RUN)}</script>"),
    st.just("&a;"),
    st.builds(_element, _TAGS, _ATTRIBUTES, st.sampled_from(["", escape(_RUN), "texte"])),
)
_INNER = st.lists(_LEAVES, max_size=2).map("".join)
_TREES = st.one_of(_LEAVES, st.builds(_element, _TAGS, _ATTRIBUTES, _INNER))
_PROLOGUES = st.sampled_from(
    [
        *("", "", "", "", "<?xml version='1.0'?>", "<?xml version='1.0' encoding='utf-8'?>"),
        *("<?xml version='1.0' encoding='utf-7'?>", f"<?xml-stylesheet href='{TRAP}x'?>"),
        f'<!DOCTYPE svg [<!ENTITY a "<script>{_RUN}</script>">]>',
        f'<!DOCTYPE svg [<!ATTLIST svg onload CDATA "{_RUN}">]>',
        "<!-- a -->",
    ]
)
_ENCODINGS = st.sampled_from(["utf-8"] * 8 + ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])


def _drawing(prologue: str, attributes: dict[str, str], trees: list[str], encoding: str) -> bytes:
    typed = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
    return (prologue + _ROOT.format(typed, "".join(trees))).encode(encoding)


drawings = st.builds(
    _drawing,
    _PROLOGUES,
    st.dictionaries(_NAMES, _VALUES, max_size=1),
    st.lists(_TREES, max_size=3),
    _ENCODINGS,
)
"""Drawings of a few elements, whose text may be in any encoding."""


def _holding(piece: str, prologue: str = "") -> bytes:
    return (prologue + _ROOT.format("", piece)).encode()


HARMFUL = {
    "script": _holding(f"<script>{_RUN}</script>"),
    "entity in UTF-16": (
        f"<!DOCTYPE svg [<!ENTITY a \"<script xmlns='http://www.w3.org/2000/svg'>"
        f'new Image().src=&#39;{TRAP}e&#39;</script>">]>' + _ROOT.format("", "&a;")
    ).encode("utf-16"),
    "attribute by default": _holding("", f'<!DOCTYPE svg [<!ATTLIST svg onload CDATA "{_RUN}">]>'),
    "escaped import": _holding(f"<style>@im\\70ort '{TRAP}i';</style>"),
    "import after a comment": _holding(f"<style>/* */@import '{TRAP}i';</style>"),
    "import in two texts": _holding(f"<style>@im<!-- -->port '{TRAP}i';</style>"),
    "image": _holding(f"<image href='{TRAP}a' width='9' height='9'/>"),
    "escaped url": _holding(f"<rect style='mask:u\\72l({TRAP}m)' width='9' height='9'/>"),
    "image set": _holding(
        f'<style>rect{{mask-image:image-set("{TRAP}m" 1x)}}</style><rect width="9" height="9"/>'
    ),
    "HTML": _holding(f"<h:img srcset='{TRAP}h 1x'/>"),
    "poster": _holding(
        f"<foreignObject width='9' height='9'><h:video poster='{TRAP}v'/></foreignObject>"
    ),
    "refresh": _holding(f"<h:meta http-equiv='refresh' content='0;url={TRAP}r'/>"),
}
"""Drawings that do ask for the trap in Chromium as soon as they are opened."""
