"""Manifests that are no XML, in the form of ``broken_manifests``."""

from __future__ import annotations

from scorm_export.standard import Standard
from tests.scorm_export.breaking import edit, manifest_is
from tests.scorm_export.package_values import Break

V12, V3, V4 = Standard.SCORM_12, Standard.SCORM_2004_3, Standard.SCORM_2004_4

_XSI = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
_ADLCP = ' xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"'
_ADLCP_2004 = ' xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"'
_IMSSS = ' xmlns:imsss="http://www.imsglobal.org/xsd/imsss"'

XMLS: list[tuple[str, Standard, Break, list[str]]] = [
    ("empty manifest", V12, manifest_is(b""), ["xml/no-xml"]),
    ("no xml at all", V12, manifest_is(b"Bonjour"), ["xml/no-xml"]),
    ("bare ampersand in a title", V12, edit("Un cours", "Un & cours"), ["xml/bare-ampersand"]),
    ("bare ampersand in a name", V12, edit("Un cours", "R&D"), ["xml/bare-ampersand"]),
    (
        "bare ampersand in an address",
        V4,
        edit('href="index.html"', 'href="index.html?a=1&b=2"'),
        ["xml/bare-ampersand"],
    ),
    ("bare less-than in a title", V12, edit("Un cours", "a < b"), ["xml/bare-less-than"]),
    ("unclosed quotation", V12, edit('="index.html"', '="index.html'), ["xml/bare-less-than"]),
    ("entity of HTML", V12, edit("Un cours", "Un&nbsp;cours"), ["xml/unknown-entity"]),
    ("entity in a value", V3, edit('="O-essai"', '="&eacute;"'), ["xml/unknown-entity"]),
    ("wrong closing tag", V12, edit("</title>", "</titre>"), ["xml/tag-mismatch"]),
    ("closing tag in capitals", V4, edit("</title>", "</TITLE>"), ["xml/tag-mismatch"]),
    ("unclosed element", V12, edit("</manifest>", ""), ["xml/cut-off"]),
    ("cut within a tag", V12, manifest_is(b'<manifest><a href="x'), ["xml/cut-off"]),
    (
        "value without quotes",
        V12,
        edit('version="1.0" xsi', "version=1 xsi"),
        ["xml/attribute-form"],
    ),
    ("curly quotes", V12, edit('version="1.0" xsi', "version=”1” xsi"), ["xml/attribute-form"]),
    ("no blank", V12, edit('version="1.0" xsi', 'version="1.0"xsi'), ["xml/attribute-form"]),
    ("name without value", V12, edit('version="1.0" xsi', "version xsi"), ["xml/attribute-form"]),
    (
        "attribute twice",
        V12,
        edit('version="1.0" xsi', 'version="1.0" version="1.0" xsi'),
        ["xml/attribute-twice"],
    ),
    ("control character", V12, edit("Un cours", "Un\x0bcours"), ["xml/forbidden-character"]),
    ("number of none", V12, edit("Un cours", "Un&#11;cours"), ["xml/forbidden-character"]),
    (
        "declared utf-8, is latin-1",
        V12,
        manifest_is(
            "<?xml version='1.0' encoding='UTF-8'?><manifest title='é'/>".encode("latin-1")
        ),
        ["xml/not-utf-8"],
    ),
    ("second root", V12, edit("</manifest>", "</manifest><manifest/>"), ["xml/extra-content"]),
    ("blank line first", V12, edit("<?xml", "\n<?xml"), ["xml/late-declaration"]),
    ("hyphens in a comment", V12, edit("<metadata>", "<!-- a -- b --><metadata>"), ["xml/comment"]),
    ("open comment", V4, edit("<metadata>", "<!-- <metadata>"), ["xml/comment"]),
    ("end of no CDATA", V12, edit("Un cours", "Un ]]> cours"), ["xml/cdata"]),
    ("open CDATA", V12, edit("Un cours", "<![CDATA[Un cours"), ["xml/cdata"]),
    ("name of three parts", V12, edit(" version=", " a:b:c="), ["manifest/not-well-formed"]),
    # prefixes
    ("no xmlns:xsi", V12, edit(_XSI, ""), ["xml/undeclared-prefix"]),
    ("no xmlns:xsi in 2004", V4, edit(_XSI, ""), ["xml/undeclared-prefix"]),
    ("no xmlns:adlcp", V12, edit(_ADLCP, ""), ["xml/undeclared-prefix"]),
    ("no xmlns:adlcp in 2004", V3, edit(_ADLCP_2004, ""), ["xml/undeclared-prefix"]),
    ("no xmlns:imsss", V4, edit(_IMSSS, ""), ["xml/undeclared-prefix"]),
    ("a prefix of nobody", V12, edit("<item ", '<item outil:a="1" '), ["xml/undeclared-prefix"]),
    (
        "no xmlns:xsi and more",
        V12,
        edit(_XSI, "", ('"sco"', '"SCO"')),
        ["manifest/scorm-type-value", "xml/undeclared-prefix"],
    ),
    (
        "no xmlns:xsi and no xmlns:adlcp",
        V12,
        edit(_XSI, "", (_ADLCP, "")),
        ["xml/undeclared-prefix", "xml/undeclared-prefix"],
    ),
    (
        "no xmlns:xsi and a bare ampersand",
        V12,
        edit(_XSI, "", ("Un cours", "Un & cours")),
        ["xml/bare-ampersand"],
    ),
]
