"""Faulty manifests: a name, the edition, the break, the codes that must be found."""

from __future__ import annotations

from scorm_export.standard import Standard
from tests.scorm_export.breaking import (
    asset_resource,
    edit,
    in_item_2004,
    manifest_is,
    recoded,
    without,
)
from tests.scorm_export.package_values import Break

V12, V3, V4 = Standard.SCORM_12, Standard.SCORM_2004_3, Standard.SCORM_2004_4

MANIFESTS: list[tuple[str, Standard, Break, list[str]]] = [
    # the document
    (
        "byte order mark",
        V12,
        edit("<?xml", "\ufeff<?xml"),
        ["manifest/byte-order-mark"],
    ),
    ("latin-1", V12, recoded("latin-1", "ISO-8859-1"), ["manifest/encoding"]),
    ("utf-16", V4, recoded("utf-16", "UTF-16"), ["manifest/encoding"]),
    ("ebcdic", V12, edit("UTF-8", "cp037"), ["manifest/unknown-encoding"]),
    ("unknown encoding", V12, edit("UTF-8", "klingon"), ["manifest/unknown-encoding"]),
    ("long encoding", V12, edit("UTF-8", "a" * 41), ["manifest/unknown-encoding"]),
    ("endless encoding", V4, edit("UTF-8", "a" * 100_000), ["manifest/unknown-encoding"]),
    ("encoding of a module", V12, edit("UTF-8", "encodings.hex"), ["manifest/unknown-encoding"]),
    ("utf-16 without its mark", V12, recoded("utf-16-le", "klingon"), ["manifest/encoding"]),
    ("utf-16 the other way", V4, recoded("utf-16-be", "UTF-16"), ["manifest/encoding"]),
    ("utf-32", V12, recoded("utf-32", "UTF-32"), ["manifest/encoding"]),
    (
        "doctype in utf-32",
        V12,
        manifest_is('<!DOCTYPE m [<!ENTITY a "b">]><m a="&a;"/>'.encode("utf-32-le")),
        ["manifest/doctype", "manifest/encoding"],
    ),
    (
        "doctype",
        V12,
        edit("<manifest", "<!DOCTYPE manifest>\n<manifest"),
        ["manifest/doctype"],
    ),
    (
        "endless entities",
        V4,
        edit(
            "<manifest",
            '<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n<manifest',
            ('version="1.0" xsi', 'version="&b;" xsi'),
        ),
        ["manifest/doctype"],
    ),
    (
        "external entity",
        V3,
        edit(
            "<manifest",
            '<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/hostname">]>\n<manifest',
            ("Un cours", "&a;"),
        ),
        ["manifest/doctype"],
    ),
    ("another root", V12, manifest_is(b"<html/>"), ["manifest/wrong-root"]),
    (
        "no namespace",
        V12,
        edit(' xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"', ""),
        ["manifest/wrong-namespace"],
    ),
    (
        "prefixed elements",
        V12,
        edit(
            '<manifest xmlns="',
            '<imscp:manifest xmlns:imscp="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns="',
            ("</manifest>", "</imscp:manifest>"),
        ),
        ["manifest/prefixed-element"],
    ),
    (
        "another prefix for adlcp",
        V12,
        edit("xmlns:adlcp=", "xmlns:adl=", ("adlcp:scormtype", "adl:scormtype")),
        ["manifest/wrong-prefix"],
    ),
    (
        "another prefix for imsss",
        V4,
        edit(
            "<imsss:controlMode",
            '<seq:controlMode xmlns:seq="http://www.imsglobal.org/xsd/imsss"',
        ),
        ["manifest/wrong-prefix"],
    ),
    (
        "1.2 with the adlcp of 2004",
        V12,
        edit(
            'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
            'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"',
        ),
        ["manifest/mixed-editions", "schema/no-location"],
    ),
    # heading
    (
        "no metadata",
        V12,
        edit(
            "<metadata>\n    <schema>ADL SCORM</schema>\n    <schemaversion>1.2</schemaversion>\n"
            "  </metadata>",
            "",
        ),
        ["manifest/no-metadata"],
    ),
    ("no schema", V12, edit("<schema>ADL SCORM</schema>", ""), ["manifest/schema-text"]),
    ("another schema", V12, edit("ADL SCORM<", "IMS Content<"), ["manifest/schema-text"]),
    (
        "no schemaversion",
        V12,
        edit("<schemaversion>1.2</schemaversion>", ""),
        ["manifest/no-schemaversion"],
    ),
    ("schemaversion with blanks", V12, edit(">1.2<", "> 1.2\n<"), ["manifest/schemaversion"]),
    (
        "unknown schemaversion",
        V4,
        edit("2004 4th Edition", "2004 4th edition"),
        ["manifest/schemaversion"],
    ),
    ("2004 that says 1.2", V4, edit("2004 4th Edition", "1.2"), ["manifest/version-mismatch"]),
    (
        "1.2 that says 2004",
        V12,
        edit(">1.2<", ">2004 3rd Edition<"),
        ["manifest/version-mismatch"],
    ),
    ("second edition", V3, edit("2004 3rd Edition", "CAM 1.3"), ["schema/not-checked"]),
    (
        "long version",
        V12,
        edit('version="1.0" xsi', f'version="{"1" * 21}" xsi'),
        ["manifest/long-version"],
    ),
    (
        "manifest in the manifest",
        V3,
        edit(
            "</manifest>",
            '<manifest identifier="M-2"><organizations/><resources/></manifest></manifest>',
        ),
        ["manifest/sub-manifest"],
    ),
    (
        "xml:base",
        V12,
        asset_resource('xml:base="media/"', '<file href="plan.svg"/>'),
        ["manifest/xml-base"],
    ),
    (
        "xml:base without slash",
        V12,
        asset_resource('xml:base="media"', '<file href="/plan.svg"/>'),
        ["manifest/xml-base", "manifest/xml-base-form"],
    ),
    # organizations
    (
        "no organizations",
        V4,
        without("organizations"),
        ["manifest/no-organizations", "schema/misplaced-element"],
    ),
    ("empty organizations", V12, without("organization"), ["manifest/no-organizations"]),
    ("no item", V12, without("item"), ["manifest/no-item"]),
    (
        "unknown default",
        V12,
        edit('default="O-essai"', 'default="O-autre"'),
        ["manifest/unknown-default"],
    ),
    ("no default", V12, edit(' default="O-essai"', ""), ["manifest/no-default"]),
    ("no title", V12, edit("<title>Un cours d’essai</title>", ""), ["manifest/no-title"]),
    ("empty title", V12, edit("<title>Un cours d’essai", "<title> "), ["manifest/empty-title"]),
    (
        "two titles",
        V12,
        edit("<title>Un cours d’essai</title>", "<title>Un</title><title>Deux</title>"),
        ["manifest/many-titles"],
    ),
    ("long title", V12, edit("Un cours", "U" * 201), ["manifest/long-title"]),
    ("title that Moodle refuses", V3, edit("Un cours", "U" * 256), ["manifest/fatal-title"]),
    ("no identifier", V4, edit(' identifier="I-essai"', ""), ["manifest/no-identifier"]),
    ("bad identifier", V12, edit('"I-essai"', '"1 essai"'), ["manifest/bad-identifier"]),
    ("accented identifier", V12, edit('"I-essai"', '"été"'), ["manifest/bad-identifier"]),
    ("identifier twice", V12, edit('"I-essai"', '"O-essai"'), ["manifest/duplicate-identifier"]),
    (
        "item without resource",
        V12,
        edit(' identifierref="R-essai"', ""),
        ["manifest/leaf-without-resource"],
    ),
    (
        "item with unknown resource",
        V12,
        edit('identifierref="R-essai"', 'identifierref="R-autre"'),
        ["manifest/unknown-resource"],
    ),
    (
        "parameters without mark",
        V12,
        edit('identifierref="R-essai"', 'identifierref="R-essai" parameters="a=1"'),
        ["manifest/parameters-form"],
    ),
    (
        "long parameters",
        V4,
        edit('identifierref="R-essai"', f'identifierref="R-essai" parameters="?{"a" * 1000}"'),
        ["manifest/long-parameters"],
    ),
    (
        "parent with resource",
        V4,
        in_item_2004('<item identifier="I-2" identifierref="R-essai"><title>Deux</title></item>'),
        ["manifest/parent-with-resource"],
    ),
    (
        "dependency on an unknown resource",
        V12,
        edit("</resource>", '<dependency identifierref="R-autre"/></resource>'),
        ["manifest/unknown-resource"],
    ),
]
