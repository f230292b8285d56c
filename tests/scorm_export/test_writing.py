"""Packages as files, and the invariants that hold before anything is written."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from scorm_export.archive import pack, unpack
from scorm_export.control_documents import ControlDocumentsMissing, control_documents
from scorm_export.package import Asset, Item, Package
from scorm_export.standard import FACTS, MANIFEST_NAME, Standard
from scorm_export.writing import files_for, write_package
from tests.scorm_export.package_values import SEVERAL, SINGLE

PAGE = (Asset("index.html", b""),)
ITEM = Item("a", "A", "index.html")


@pytest.mark.parametrize("standard", Standard)
def test_a_package_holds_manifest_control_documents_and_assets(standard: Standard) -> None:
    files = files_for(SINGLE, standard)
    assert list(files) == [
        MANIFEST_NAME,
        *FACTS[standard].control_documents,
        "index.html",
        "media/plan.svg",
    ]
    assert len(FACTS[standard].control_documents) == (4 if standard is Standard.SCORM_12 else 17)


def test_the_two_editions_of_2004_carry_different_schemas_of_equal_names() -> None:
    third = control_documents(Standard.SCORM_2004_3)
    fourth = control_documents(Standard.SCORM_2004_4)
    assert list(third) == list(fourth)
    assert third["adlcp_v1p3.xsd"] != fourth["adlcp_v1p3.xsd"]


def test_control_documents_are_the_published_ones() -> None:
    content = control_documents(Standard.SCORM_12)["adlcp_rootv1p2.xsd"]
    assert hashlib.sha256(content).hexdigest() == (
        "173decaf9cd31ea847e6ff6853c702137974aca6b56567151aa4a885e0aa4883"
    )


@pytest.mark.parametrize("standard", Standard)
@pytest.mark.parametrize("package", [SINGLE, SEVERAL], ids=["single", "several"])
def test_two_builds_give_equal_bytes(package: Package, standard: Standard, tmp_path: Path) -> None:
    write_package(package, standard, tmp_path / "a.zip")
    write_package(package, standard, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert (tmp_path / "a.zip").read_bytes() == pack(files_for(package, standard))
    assert unpack(tmp_path / "a.zip") == files_for(package, standard)


def test_missing_control_documents_name_the_command_that_brings_them() -> None:
    fault = ControlDocumentsMissing(Standard.SCORM_12, "ims_xml.xsd")
    assert "ims_xml.xsd of scorm12" in str(fault)
    assert "pip install -e ." in str(fault)


@pytest.mark.parametrize(
    "path",
    [
        *("", "/a", "a/", "a//b", "../a", "a/../b", "./a"),
        *("A.html", "é.html", "a b", "a\\b", "c:a"),
        *("imsmanifest.xml", "adlcp_rootv1p2.xsd", "xmlschema.dtd"),
    ],
)
def test_an_asset_refuses_paths_that_some_lms_cannot_serve(path: str) -> None:
    with pytest.raises(ValueError, match="path"):
        Asset(path, b"")


@pytest.mark.parametrize("identifier", ["", "é", "a b", "a/b", "a:b"])
def test_identifiers_are_plain(identifier: str) -> None:
    with pytest.raises(ValueError, match="not an identifier"):
        Item(identifier, "A", "index.html")
    with pytest.raises(ValueError, match="not an identifier"):
        Package(identifier, "A", (ITEM,), PAGE)


def test_parameters_begin_with_their_mark() -> None:
    assert Item("a", "A", "index.html", "#b").parameters == "#b"
    with pytest.raises(ValueError, match="parameters"):
        Item("a", "A", "index.html", "b=1")


def test_a_package_launches_what_it_holds() -> None:
    with pytest.raises(ValueError, match="needs an item"):
        Package("p", "P", (), PAGE)
    with pytest.raises(ValueError, match="launches an absent file"):
        Package("p", "P", (Item("a", "A", "b.html"),), PAGE)
    with pytest.raises(ValueError, match="given twice: 'a'"):
        Package("p", "P", (ITEM, ITEM), PAGE)
    with pytest.raises(ValueError, match=r"given twice: 'index\.html'"):
        Package("p", "P", (ITEM,), PAGE * 2)
