"""Zip files: deterministic writing, distrustful reading. The only user of ``zipfile``."""

from __future__ import annotations

import copy
import errno
import io
import os
import secrets
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from scorm_export.entries import EndRecord, Entry, Found, Limits, faults_of
from scorm_export.standard import MANIFEST_NAME

# Zip cannot store a date before 1980; a fixed one makes equal content equal bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODE = (stat.S_IFREG | 0o644) << 16
_UNIX = 3
_ORDINARY = {0, stat.S_IFREG, stat.S_IFDIR}
_LEVEL = 6
# Compressing these again takes time and gains nothing.
_PICTURES = {".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"}
_RECORDINGS = {".m4a", ".mp3", ".mp4", ".oga", ".ogg", ".ogv", ".opus", ".webm"}
_STORED = _PICTURES | _RECORDINGS | {".woff2", ".zip"}
_CHUNK = 64 * 1024
_ZIP64_VERSION = 45
_ZIP64_FIELD = 1
_ENCRYPTED = 0x1 | 0x40
_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_ZIP64_LOCATOR = b"PK\x06\x07"
_LOCATOR_SIZE = 20
_LONGEST_COMMENT = 0xFFFF
_DAMAGED = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What zipfile is known to raise on bytes that are no sound zip; UnicodeDecodeError is a
ValueError, and ``seek`` gives ValueError or OverflowError for offsets that cannot be."""


class DamagedArchive(Exception):  # noqa: N818 -- the name says what is wrong
    """The bytes are not a zip, or an entry of it cannot be unpacked."""


class FalseSize(DamagedArchive):
    """An entry holds more than it declares."""


class UnsafeArchive(Exception):  # noqa: N818 -- the name says what is wrong
    """Unpacking would be dangerous or ambiguous."""

    def __init__(self, found: Found) -> None:
        super().__init__(f"{found.fault.value}: {found.name or found.other}")
        self.found = found


class Archive:
    """A zip opened for reading; made by :func:`opened`.

    Attributes:
        entries: as the directory lists them.
        end: what the last record says; None in a zip64, whose numbers stand elsewhere.
    """

    def __init__(self, source: zipfile.ZipFile, end: EndRecord | None) -> None:
        self._source = source
        self.end = end
        infos = source.infolist()
        if any(info.header_offset < 0 for info in infos):
            raise DamagedArchive("an entry starts before the file")
        self.entries = tuple(_entry(info) for info in infos)
        self._infos = dict(zip(self.entries, infos, strict=True))

    def chunks(self, entry: Entry) -> Iterator[bytes]:
        """Unpack an entry piece by piece, at most as many bytes as it declares.

        Raises:
            FalseSize: when more than the declared size comes out, before giving it.
            DamagedArchive: when it cannot be unpacked, or size or checksum do not agree.
        """
        info = self._infos[entry]
        try:
            yield from _verified(self._unpacked(info), info)
        except _DAMAGED as fault:
            raise DamagedArchive(str(fault) or type(fault).__name__) from fault
        except OSError as fault:
            # A place before the beginning of the file: its own name for a real file.
            if fault.errno != errno.EINVAL:
                raise
            raise DamagedArchive("an entry is said to begin before the file") from fault

    def content(self, entry: Entry) -> bytes:
        """Unpack a whole entry; errors as for :meth:`chunks`."""
        return b"".join(self.chunks(entry))

    def _unpacked(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        with self._source.open(_raw(info)) as stream:
            if info.compress_type == zipfile.ZIP_STORED:
                while piece := stream.read(_CHUNK):
                    yield piece
            else:
                yield from _inflated(iter(lambda: stream.read(_CHUNK), b""))


def _raw(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    # zipfile stops reading at the declared size without a word, so bytes beyond it would pass
    # unseen: the packed bytes are taken as they are and inflated here.
    raw = copy.copy(info)
    raw.compress_type = zipfile.ZIP_STORED
    raw.file_size = info.compress_size
    del raw.CRC
    return raw


def _inflated(packed: Iterator[bytes]) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    for piece in packed:
        waiting = piece
        while waiting and not inflater.eof:
            yield inflater.decompress(waiting, _CHUNK)
            waiting = inflater.unconsumed_tail
    while not inflater.eof:
        rest = inflater.decompress(b"", _CHUNK)
        if not rest:
            raise DamagedArchive("the packed bytes end too early")
        yield rest


def _verified(pieces: Iterator[bytes], info: zipfile.ZipInfo) -> Iterator[bytes]:
    size, checksum = 0, 0
    for piece in pieces:
        size += len(piece)
        if size > info.file_size:
            raise FalseSize(f"more than the declared {info.file_size} bytes")
        checksum = zlib.crc32(piece, checksum)
        yield piece
    if size < info.file_size:
        raise DamagedArchive(f"{size} bytes instead of the declared {info.file_size}")
    if checksum != info.CRC:
        raise DamagedArchive("the checksum does not agree")


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Open a zip and read its directory.

    Raises:
        OSError: when the file cannot be read.
        DamagedArchive: when it is not a zip or its directory is damaged.
    """
    with path.open("rb") as file:
        try:
            source = zipfile.ZipFile(file)
        except _DAMAGED as fault:
            raise DamagedArchive(str(fault) or type(fault).__name__) from fault
        with source:
            yield Archive(source, _end_record(file))


def _end_record(file: BinaryIO) -> EndRecord | None:
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _END.size - _LONGEST_COMMENT - _LOCATOR_SIZE))
    tail = file.read()
    # As zipfile looks for it: at the very end, where there is no comment, else the last one.
    at = len(tail) - _END.size
    if not (tail.startswith(_END_MARK, at) and tail.endswith(b"\0\0")):
        at = tail.rfind(_END_MARK)
    if at < 0 or tail.startswith(_ZIP64_LOCATOR, max(0, at - _LOCATOR_SIZE)):
        return None
    return EndRecord(*_END.unpack_from(tail, at)[1:5])


def unpack(path: Path, limits: Limits | None = None) -> dict[str, bytes]:
    """Read every file of a zip into memory.

    Raises:
        OSError: when the file cannot be read.
        DamagedArchive: when it is not a zip, or an entry cannot be unpacked.
        UnsafeArchive: when names or sizes are not harmless; nothing has been unpacked then.
    """
    with opened(path) as archive:
        for found in faults_of(archive.entries, limits or Limits()):
            raise UnsafeArchive(found)
        return {e.name: archive.content(e) for e in archive.entries if not e.is_folder}


def _entry(info: zipfile.ZipInfo) -> Entry:
    return Entry(
        name=info.orig_filename,
        size_bytes=info.file_size,
        packed_bytes=info.compress_size,
        offset=info.header_offset,
        method=info.compress_type,
        is_encrypted=bool(info.flag_bits & _ENCRYPTED),
        is_special=info.create_system == _UNIX and _kind(info) not in _ORDINARY,
        is_zip64=info.extract_version >= _ZIP64_VERSION or _has_zip64_field(info.extra),
    )


def _kind(info: zipfile.ZipInfo) -> int:
    return stat.S_IFMT(info.external_attr >> 16)


def _has_zip64_field(extra: bytes) -> bool:
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        if kind == _ZIP64_FIELD:
            return True
        extra = extra[4 + length :]
    return False


def pack(files: Mapping[str, bytes]) -> bytes:
    """Make a zip whose bytes depend on names and contents only, not on order, clock or user.

    The manifest comes first, then names in order. Equal bytes are promised for one version of
    zlib; another may compress differently.

    Raises:
        zipfile.LargeZipFile: beyond 65,535 files or 4 GiB, which zip without zip64 cannot hold.
    """
    names = sorted(files, key=lambda name: (name != MANIFEST_NAME, name))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", allowZip64=False) as target:
        for name in names:
            target.writestr(_info(name), files[name], compresslevel=_LEVEL)
    return buffer.getvalue()


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.create_system = _UNIX
    info.external_attr = _MODE
    is_packed = PurePosixPath(name).suffix.lower() in _STORED
    info.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
    return info


@contextmanager
def failures_naming(path: Path) -> Iterator[None]:
    """Let what fails inside name the file or folder that people asked for.

    They know no temporary one: without this they would be told of it.
    """
    try:
        yield
    except OSError as fault:
        if fault.errno is None:
            raise
        raise OSError(fault.errno, fault.strerror, str(path)) from fault


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; a file that was there stays until the new one is complete.

    Raises:
        OSError: when it cannot be written; it names ``path``, and nothing is left behind.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    with failures_naming(path):
        try:
            with temporary.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            # Where the folder is no folder, or may not be entered, this fails as the writing did.
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
