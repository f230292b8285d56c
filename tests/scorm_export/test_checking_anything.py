"""Whatever the bytes, the checker answers with findings that can be printed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorm_export.archive import pack
from scorm_export.checking import check
from scorm_export.standard import MANIFEST_NAME, Standard
from scorm_export.writing import files_for
from tests.scorm_export.package_values import SEVERAL, SINGLE

GOOD = {standard: pack(files_for(SINGLE, standard)) for standard in Standard}
MANIFESTS = {standard: files_for(SEVERAL, standard)[MANIFEST_NAME] for standard in Standard}
STANDARDS = st.sampled_from(Standard)
PIECES = st.one_of(
    st.binary(max_size=6),
    st.sampled_from(
        [
            b"<",
            b">",
            b'"',
            b"&",
            b"]]>",
            b"<!--",
            b"<?a?>",
            b"<item/>",
            b"<title/>",
            b"adlcp:",
            b"/",
        ]
    ),
)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any") / "p.zip"


def assert_checked(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    for found in check(path):
        assert f"{found.message}{found.mend}{found.at.path}".isprintable()
        assert found.at.line >= 0
        assert found.at.path.startswith(path.as_posix())


@given(content=st.binary(max_size=400))
def test_any_bytes_can_be_checked(content: bytes, package: Path) -> None:
    assert_checked(package, content)


@given(standard=STANDARDS, data=st.data())
def test_any_damaged_zip_can_be_checked(
    standard: Standard, data: st.DataObject, package: Path
) -> None:
    content = bytearray(GOOD[standard])
    # The records of the directory at the end are where a flipped byte says most.
    near_the_end = st.integers(len(content) - 700, len(content) - 1)
    anywhere = st.integers(0, len(content) - 1)
    for at in data.draw(st.lists(near_the_end | anywhere, min_size=1, max_size=5)):
        content[at] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(len(content) - 60, len(content)))
    assert_checked(package, bytes(content[:end]))


@given(standard=STANDARDS, data=st.data())
def test_any_damaged_manifest_can_be_checked(
    standard: Standard, data: st.DataObject, package: Path
) -> None:
    manifest = MANIFESTS[standard]
    start = data.draw(st.integers(0, len(manifest)))
    end = data.draw(st.integers(start, min(len(manifest), start + 40)))
    damaged = manifest[:start] + data.draw(PIECES) + manifest[end:]
    assert_checked(package, pack({MANIFEST_NAME: damaged, "accueil.html": b""}))


@given(standard=STANDARDS, data=st.data())
def test_manifests_without_some_of_their_lines_can_be_checked(
    standard: Standard, data: st.DataObject, package: Path
) -> None:
    lines = MANIFESTS[standard].splitlines(keepends=True)
    chosen = data.draw(st.lists(st.sampled_from(lines[2:-1]), max_size=20))
    assert_checked(package, pack({MANIFEST_NAME: b"".join([*lines[:2], *chosen, lines[-1]])}))


@given(text=st.text(max_size=60), standard=STANDARDS)
def test_any_text_in_an_attribute_can_be_checked(
    text: str, standard: Standard, package: Path
) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    value = escaped.encode("utf-8", "replace")
    for name in (b"href", b"identifierref", b"identifier", b"default", b"type"):
        manifest = MANIFESTS[standard].replace(name + b'="', name + b'="' + value)
        assert_checked(package, pack({MANIFEST_NAME: manifest}))


def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert [found.code for found in check(tmp_path / "pipe")] == ["archive/empty-file"]
