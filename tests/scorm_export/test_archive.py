"""Zips written and read, and files written whole or not at all."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorm_export.archive import DamagedArchive, UnsafeArchive, pack, unpack, write_atomically
from scorm_export.entries import Limits
from tests.scorm_export.broken_archives import ARCHIVES

SEGMENT = st.text("abcdefghij0123456789_-.é", min_size=1, max_size=6).filter(
    lambda text: text.strip(".") != ""
)
FILES = st.dictionaries(
    st.lists(SEGMENT, min_size=1, max_size=3).map("/".join), st.binary(max_size=300), max_size=8
).filter(lambda files: not any(a.startswith(f"{b}/") for a in files for b in files))


def infos(content: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        return source.infolist()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("zips")


@given(files=FILES)
def test_unpacking_gives_back_what_was_packed(files: dict[str, bytes], folder: Path) -> None:
    path = folder / "p.zip"
    path.write_bytes(pack(files))
    assert unpack(path) == files


@given(files=FILES, data=st.data())
def test_the_order_of_files_does_not_change_the_zip(
    files: dict[str, bytes], data: st.DataObject
) -> None:
    shuffled = dict(data.draw(st.permutations(list(files.items()))))
    assert pack(shuffled) == pack(files)


def test_the_manifest_comes_first_then_names_in_order() -> None:
    packed = pack({"b": b"", "a/z": b"", "imsmanifest.xml": b"", "Z": b""})
    assert [info.filename for info in infos(packed)] == ["imsmanifest.xml", "Z", "a/z", "b"]


def test_entries_carry_no_trace_of_clock_user_or_machine() -> None:
    (info,) = infos(pack({"page.html": b"<p>" * 100}))
    assert info.date_time == (1980, 1, 1, 0, 0, 0)
    assert info.external_attr >> 16 == 0o100644
    assert info.compress_type == zipfile.ZIP_DEFLATED
    assert (info.extra, info.comment, info.extract_version) == (b"", b"", 20)


@pytest.mark.parametrize("name", ["a.png", "a.JPG", "a.mp4", "fonts/a.woff2"])
def test_what_is_compressed_already_is_stored(name: str) -> None:
    (info,) = infos(pack({name: b"x" * 100}))
    assert info.compress_type == zipfile.ZIP_STORED


UNSAFE = [
    (name, make)
    for name, make, codes in ARCHIVES
    if codes[0]
    in {
        "archive/path-escape",
        "archive/absolute-path",
        "archive/drive-letter",
        "archive/backslash",
        "archive/control-character",
        "archive/odd-path",
        "archive/duplicate-name",
        "archive/case-clash",
        "archive/file-as-folder",
        "archive/special-file",
        "archive/encrypted",
        "archive/unknown-method",
        "archive/zip-bomb",
    }
]
DAMAGED = [
    (name, make)
    for name, make, codes in ARCHIVES
    if codes[0] in {"archive/not-a-zip", "archive/corrupt-entry", "archive/false-size"}
]


@pytest.mark.parametrize("make", [row[1] for row in UNSAFE], ids=[row[0] for row in UNSAFE])
def test_unsafe_zips_are_not_unpacked(make: Callable[[], bytes], tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_bytes(make())
    with pytest.raises(UnsafeArchive):
        unpack(tmp_path / "p.zip")


@pytest.mark.parametrize("make", [row[1] for row in DAMAGED], ids=[row[0] for row in DAMAGED])
def test_damaged_zips_are_not_unpacked(make: Callable[[], bytes], tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_bytes(make())
    with pytest.raises(DamagedArchive):
        unpack(tmp_path / "p.zip")


def test_an_entry_that_begins_before_the_file_is_damage(tmp_path: Path) -> None:
    content = bytearray(pack({"a.txt": b"a"}))
    start_of_directory = int.from_bytes(content[-6:-2], "little")
    content[-6:-2] = (start_of_directory + 10).to_bytes(4, "little")
    (tmp_path / "a.zip").write_bytes(content)
    with pytest.raises(DamagedArchive):
        unpack(tmp_path / "a.zip")


def test_limits_hold_for_the_declared_sizes_before_anything_is_unpacked(tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_bytes(pack({"a": b"x" * 50, "b": b"x" * 51}))
    assert len(unpack(tmp_path / "p.zip", Limits(most_bytes=101))) == 2
    with pytest.raises(UnsafeArchive, match="too-large: 101"):
        unpack(tmp_path / "p.zip", Limits(most_bytes=100))


def test_a_file_is_written_whole_and_replaces_the_older_one(tmp_path: Path) -> None:
    path = tmp_path / "cours.zip"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "cours.zip"
    path.mkdir()
    with pytest.raises(OSError, match=r"cours\.zip"):
        write_atomically(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_told_to_the_caller(tmp_path: Path) -> None:
    path = tmp_path / "absent" / "cours.zip"
    with pytest.raises(FileNotFoundError) as told:
        write_atomically(path, b"new")
    assert (told.value.filename, told.value.filename2) == (str(path), None)


@pytest.mark.parametrize("name", ["dossier", "fichier/cours.zip", f"{'n' * 300}.zip"])
def test_a_failed_write_names_the_file_that_was_asked_for(tmp_path: Path, name: str) -> None:
    """A folder in its place, a file for a folder, a name that no disk takes."""
    (tmp_path / "dossier").mkdir()
    (tmp_path / "fichier").write_bytes(b"")
    with pytest.raises(OSError, match=re.escape(name)) as told:
        write_atomically(tmp_path / name, b"new")
    assert told.value.filename == str(tmp_path / name)
    assert ".tmp" not in str(told.value)


def test_written_files_can_be_read_by_others_as_the_system_is_set_up(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    write_atomically(tmp_path / "atomic", b"")
    assert (tmp_path / "atomic").stat().st_mode == (tmp_path / "plain").stat().st_mode
