"""What the checker finds: the one fault of each broken package, and nothing in good ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scorm_export.checking import check, rules
from scorm_export.diagnostic import Severity
from scorm_export.entries import Limits
from scorm_export.package import Package
from scorm_export.standard import Standard
from scorm_export.writing import write_package
from tests.scorm_export.breaking import added, edit, unlisted
from tests.scorm_export.broken_archives import ARCHIVES
from tests.scorm_export.broken_contents import CONTENTS
from tests.scorm_export.broken_manifests import MANIFESTS
from tests.scorm_export.broken_xml import XMLS
from tests.scorm_export.other_formats import FORMATS
from tests.scorm_export.package_values import SEVERAL, SINGLE, Break, Files, broken, codes, write

TABLES = MANIFESTS + XMLS + CONTENTS


@pytest.mark.parametrize("standard", Standard)
@pytest.mark.parametrize("package", [SINGLE, SEVERAL], ids=["single", "several"])
def test_our_own_packages_are_without_fault(
    package: Package, standard: Standard, tmp_path: Path
) -> None:
    write_package(package, standard, tmp_path / "p.zip")
    assert check(tmp_path / "p.zip") == []


@pytest.mark.parametrize(
    ("standard", "breaks", "expected"),
    [row[1:] for row in TABLES],
    ids=[f"{row[1].value}: {row[0]}" for row in TABLES],
)
def test_a_broken_package_yields_exactly_its_faults(
    standard: Standard, breaks: Break, expected: list[str], tmp_path: Path
) -> None:
    path = write(tmp_path / "p.zip", broken(breaks, standard))
    assert sorted(codes(path)) == expected


@pytest.mark.parametrize(
    ("make", "expected"), [row[1:] for row in ARCHIVES], ids=[row[0] for row in ARCHIVES]
)
def test_a_broken_zip_yields_exactly_its_faults(
    make: Callable[[], bytes], expected: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "p.zip"
    path.write_bytes(make())
    assert sorted(codes(path)) == expected


@pytest.mark.parametrize(
    ("make", "code"), [row[1:] for row in FORMATS], ids=[row[0] for row in FORMATS]
)
def test_a_file_of_another_kind_is_called_by_its_name(
    make: Callable[[], bytes], code: str, tmp_path: Path
) -> None:
    path = tmp_path / "p.zip"
    path.write_bytes(make())
    assert codes(path) == [code]


def test_a_package_that_is_scorm_and_more_is_scorm(tmp_path: Path) -> None:
    def breaks(files: Files) -> None:
        for name in ("tincan.xml", "cmi5.xml", "h5p.json"):
            added(name)(files)

    assert codes(write(tmp_path / "p.zip", broken(breaks, Standard.SCORM_12))) == []


def test_one_finding_stands_for_many_and_names_some(tmp_path: Path) -> None:
    (found,) = check(write(tmp_path / "p.zip", broken(unlisted(764), Standard.SCORM_12)))
    assert found.at.path.endswith("p.zip:adapt/js/0.js")
    assert found.message == (
        "no resource lists this file "
        "(and 763 more: adapt/js/1.js, adapt/js/10.js, adapt/js/100.js…)"
    )


def test_one_finding_names_all_others_while_they_are_few(tmp_path: Path) -> None:
    (found,) = check(write(tmp_path / "p.zip", broken(unlisted(9), Standard.SCORM_12)))
    named = ", ".join(f"adapt/js/{number}.js" for number in range(1, 9))
    assert found.message == f"no resource lists this file (and 8 more: {named})"


def test_one_finding_about_lines_names_them(tmp_path: Path) -> None:
    text = '<resource identifier="A{}" type="webcontent"/>\n'
    more = "".join(text.format(number) for number in range(3))
    breaks = edit("</resources>", f"{more}</resources>")
    (found,) = check(write(tmp_path / "p.zip", broken(breaks, Standard.SCORM_12)))
    assert found.at.line == 20
    assert found.message.endswith("(and 2 more: imsmanifest.xml:21, imsmanifest.xml:22)")


def test_a_missing_prefix_is_told_with_its_first_line_and_its_cure(tmp_path: Path) -> None:
    breaks = edit(' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"', "")
    (found,) = check(write(tmp_path / "p.zip", broken(breaks, Standard.SCORM_12)))
    assert found.at.line == 2
    assert found.mend == ('add xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" to manifest')


def test_lines_behind_a_missing_prefix_keep_their_numbers(tmp_path: Path) -> None:
    gone = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    whole = write(tmp_path / "a.zip", broken(edit('"sco"', '"SCO"'), Standard.SCORM_12))
    less = edit('"sco"', '"SCO"', (gone, ""))
    lines = [
        found.at.line
        for path in (whole, write(tmp_path / "b.zip", broken(less, Standard.SCORM_12)))
        for found in check(path)
        if found.code == "manifest/scorm-type-value"
    ]
    assert lines == [16, 16]


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    assert codes(tmp_path / "absent.zip") == ["archive/missing-file"]


def test_a_folder_is_a_finding(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["archive/folder"]


def test_a_path_that_cannot_exist_is_a_finding() -> None:
    assert codes(Path("a\0b.zip")) == ["archive/unreadable"]
    assert codes(Path("a" * 5000)) == ["archive/unreadable"]


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(most_entries=3), "archive/too-many-entries"),
        (Limits(most_bytes=100), "archive/too-large"),
    ],
)
def test_nothing_is_unpacked_beyond_the_limits(limits: Limits, code: str, tmp_path: Path) -> None:
    write_package(SINGLE, Standard.SCORM_12, tmp_path / "p.zip")
    assert [found.code for found in check(tmp_path / "p.zip", limits)] == [code]


def test_the_tables_break_every_rule() -> None:
    broken_codes = {code for row in TABLES for code in row[3]}
    broken_codes |= {code for archive in ARCHIVES for code in archive[2]}
    broken_codes |= {row[2] for row in FORMATS}
    # Found by tests without a table.
    broken_codes |= {"archive/missing-file", "archive/folder", "archive/unreadable"}
    broken_codes |= {"archive/too-large", "archive/too-many-entries"}
    broken_codes |= {"schema/not-installed"}
    assert {rule.code for rule in rules.ALL} == broken_codes


def test_there_are_enough_broken_packages() -> None:
    assert len(TABLES) + len(ARCHIVES) >= 45


def test_rules_are_sorted_and_have_their_own_codes_and_reasons() -> None:
    all_codes = [rule.code for rule in rules.ALL]
    assert all_codes == sorted(set(all_codes))
    assert all(rule.doc and rule.message for rule in rules.ALL)
    assert all(rule.mend or rule.severity is Severity.INFO for rule in rules.ALL)


def test_a_finding_points_at_the_line_of_the_manifest(tmp_path: Path) -> None:
    def breaks(files: dict[str, bytes]) -> None:
        files["imsmanifest.xml"] = files["imsmanifest.xml"].replace(b'"sco"', b'"SCO"')

    path = write(tmp_path / "p.zip", broken(breaks, Standard.SCORM_12))
    (found,) = check(path)
    lines = broken(breaks, Standard.SCORM_12)["imsmanifest.xml"].decode().splitlines()
    assert found.at.path == f"{path.as_posix()}:imsmanifest.xml"
    assert "<resource " in lines[found.at.line - 1]


def test_every_sentence_of_a_finding_can_be_filled(tmp_path: Path) -> None:
    for _, standard, breaks, _ in TABLES:
        for found in check(write(tmp_path / "p.zip", broken(breaks, standard))):
            assert "{" not in found.message.replace("'{", "")
            assert isinstance(found.mend, str)
