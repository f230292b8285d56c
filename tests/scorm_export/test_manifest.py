"""Manifests: readable trees that a person has read, and the laws that hold for any title."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from scorm_export.manifest import manifest_for, serialise
from scorm_export.package import Asset, Item, Package
from scorm_export.standard import FACTS, Standard
from tests.scorm_export.package_values import SEVERAL, SINGLE

GOLDEN = Path(__file__).parent / "golden"
PAGE = Asset("index.html", b"")
XML_TEXT = st.text(
    st.characters(exclude_categories=["Cs"]).filter(
        lambda c: c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff")
    )
)


def titled(title: str, parameters: str = "") -> Package:
    return Package("p", title, (Item("p", title, "index.html", parameters),), (PAGE,))


def read_back(package: Package, standard: Standard) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(serialise(manifest_for(package, standard)), parser)


def titles(manifest: etree._Element) -> list[str]:
    return [title.text or "" for title in manifest.iterfind(".//{*}title")]


@pytest.mark.parametrize("standard", Standard)
@pytest.mark.parametrize(("name", "package"), [("single", SINGLE), ("several", SEVERAL)])
def test_manifests_are_those_that_were_reviewed(
    name: str, package: Package, standard: Standard
) -> None:
    expected = (GOLDEN / f"{name}-{standard.value}.xml").read_text("utf-8")
    assert serialise(manifest_for(package, standard)).decode() == expected


@given(title=XML_TEXT.filter(lambda text: len(text) <= 200), standard=st.sampled_from(Standard))
def test_any_title_comes_back_from_the_xml(title: str, standard: Standard) -> None:
    assert titles(read_back(titled(title), standard)) == [title, title]


@given(text=XML_TEXT, standard=st.sampled_from(Standard))
def test_any_parameters_come_back_from_the_xml(text: str, standard: Standard) -> None:
    manifest = read_back(titled("t", f"?{text}"), standard)
    item = manifest.find(".//{*}item")
    assert item is not None
    assert item.get("parameters") == f"?{text}"


@given(title=st.text(), standard=st.sampled_from(Standard))
def test_characters_that_xml_cannot_hold_do_no_harm(title: str, standard: Standard) -> None:
    for found in titles(read_back(titled(title), standard)):
        assert len(found) <= 200
        assert len(found) == min(len(title), 200) or found.endswith("…")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("a" * 200, "a" * 200),
        ("a" * 201, "a" * 199 + "…"),
        ("a" * 198 + " bc", "a" * 198 + "…"),
        ("a" * 198 + "e\u0301" + "b", "a" * 198 + "…"),
        ("a" * 197 + "\U0001f468\u200d\U0001f469" + "b" * 9, "a" * 197 + "…"),
        ("\U0001f600" * 201, "\U0001f600" * 199 + "…"),
    ],
    ids=["fits", "too long", "blank", "accent", "joined emoji", "emoji"],
)
def test_long_titles_are_cut_between_characters(title: str, expected: str) -> None:
    assert titles(manifest_for(titled(title), Standard.SCORM_12))[0] == expected


def test_identifiers_depend_on_nothing_but_identifiers() -> None:
    changed = Package(
        identifier=SINGLE.identifier,
        title="Un autre titre",
        items=(Item("essai", "Autre", "autre.html", "?x"),),
        assets=(Asset("autre.html", b"x"), Asset("plus.js", b"y")),
    )
    for standard in Standard:
        before = manifest_for(SINGLE, standard).xpath("//@identifier")
        assert manifest_for(changed, standard).xpath("//@identifier") == before


def test_an_item_keeps_its_identifier_when_others_come_and_go() -> None:
    alone = Package("essai", "t", SEVERAL.items[1:], SEVERAL.assets)
    for standard in Standard:
        kept = manifest_for(alone, standard).xpath("//*[local-name()='item']/@identifier")
        assert kept == ["I-comprendre"]


@pytest.mark.parametrize("standard", Standard)
def test_identifiers_never_meet_whatever_items_are_called(standard: Standard) -> None:
    names = ("p", "C-p", "O-p", "R-p", "I-p", "A-p")
    items = tuple(Item(name, "t", "index.html") for name in names)
    package = Package("p", "t", items, (PAGE, Asset("a.js", b"")))
    found = manifest_for(package, standard).xpath("//@identifier")
    assert isinstance(found, list)
    assert len(found) == len(set(map(str, found)))


@pytest.mark.parametrize("standard", Standard)
def test_prefixes_are_the_literal_ones(standard: Standard) -> None:
    root = manifest_for(SINGLE, standard)
    declared = {prefix or "": uri for prefix, uri in root.nsmap.items() if prefix != "xsi"}
    assert declared == dict(FACTS[standard].namespaces)
    text = serialise(root).decode()
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<manifest xmlns="')
    assert "ns0:" not in text
