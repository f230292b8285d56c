"""Where a photo was taken: taken out of pictures, since cameras and telephones write it there.

No picture is decoded: what holds metadata goes, and the orientation, which browsers need, is
written again. JPEG: segments (ISO/IEC 10918-1, B.1.1.3). PNG: chunks (W3C PNG, 11.3). WebP: chunks
(RFC 9649, 2.7). AVIF keeps addresses inside itself, so that nothing may move there: its metadata
are written over, where they stand as they are read.
"""

from __future__ import annotations

import functools
import io
import warnings
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

__all__ = ["PHOTOS", "Bare", "without_position"]

PHOTOS = (".jpg", ".jpeg", ".png", ".webp", ".avif")
"""Pictures that can say where they were taken."""

_APP1 = b"\xff\xe1"
_EXIF = b"Exif\0\0"
_START_OF_SCAN = 0xDA
_ORIENTATION_TAG = 0x0112
_POSITION_TAG = 0x8825
_SIGN = b"GPSLatitude"


@dataclass(frozen=True, slots=True)
class Bare:
    """A picture that said where it was taken; ``content`` is None when that cannot be removed."""

    content: bytes | None


@dataclass(frozen=True, slots=True)
class _Notes:
    """What a picture carries besides itself: how it is turned, and its metadata as written."""

    orientation: int
    texts: tuple[bytes, ...]


@functools.lru_cache(maxsize=16)
def without_position(content: bytes) -> Bare | None:
    """Take the position off a sound picture; None when it does not say where it was taken."""
    found = _notes_of(content)
    if found is None:
        return None
    for start, strip in _FORMATS.items():
        if content.startswith(start) or content[4:12] == start:
            return Bare(strip(content, found))
    return Bare(None)


def _notes_of(content: bytes) -> _Notes | None:
    from PIL import Image  # noqa: PLC0415 (30 ms, only with pictures)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(content)) as picture:
            exif = picture.getexif()
            has_position = bool(exif.get_ifd(_POSITION_TAG))
            orientation = int(exif.get(_ORIENTATION_TAG, 1))
            values = [picture.info[key] for key in ("exif", "xmp") if key in picture.info]
            said = [value for value in picture.info.values() if isinstance(value, str | bytes)]
    texts = tuple(value for value in values if isinstance(value, bytes) and value)
    whole = [each.encode() if isinstance(each, str) else each for each in said]
    if not has_position and not any(_SIGN in each for each in (content, *whole)):
        return None
    return _Notes(orientation, texts)


# JPEG


def _bare_jpeg(content: bytes, notes: _Notes) -> bytes:
    segments = list(_segments(content))
    kept = b"".join(
        content[start:end] for start, end in segments if content[start : start + 2] != _APP1
    )
    turned = b""
    if notes.orientation != 1:
        body = _EXIF + _turned(notes.orientation)
        turned = _APP1 + (len(body) + 2).to_bytes(2, "big") + body
    rest = content[segments[-1][1] :] if segments else content[2:]
    return content[:2] + turned + kept + rest


def _segments(content: bytes) -> Iterator[tuple[int, int]]:
    """Give the bounds of the segments before the picture itself."""
    start = 2
    while start + 4 <= len(content) and content[start] == 0xFF:
        if content[start + 1] == _START_OF_SCAN:
            return
        end = start + 2 + int.from_bytes(content[start + 2 : start + 4], "big")
        yield start, end
        start = end


def _turned(orientation: int) -> bytes:
    """Write Exif data that say how the picture is turned, and nothing else."""
    entry = _ORIENTATION_TAG.to_bytes(2, "big") + b"\0\3\0\0\0\1" + orientation.to_bytes(2, "big")
    return b"MM\0\x2a\0\0\0\x08\0\1" + entry + b"\0\0" + b"\0\0\0\0"


# PNG

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_PNG_NOTES = (b"XML:com.adobe.xmp\0", b"Raw profile type ")


def _bare_png(content: bytes, notes: _Notes) -> bytes:
    pieces, start = [_PNG], len(_PNG)
    while start + 12 <= len(content):
        end = start + 12 + int.from_bytes(content[start : start + 4], "big")
        name, data = content[start + 4 : start + 8], content[start + 8 : end - 4]
        if not (name == b"eXIf" or (name in _PNG_TEXTS and data.startswith(_PNG_NOTES))):
            pieces.append(content[start:end])
        if name == b"IHDR" and notes.orientation != 1:
            pieces.append(_png_chunk(b"eXIf", _turned(notes.orientation)))
        start = end
    return b"".join(pieces)


def _png_chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(name + data).to_bytes(4, "big")
    return len(data).to_bytes(4, "big") + name + data + check


# WebP

_WEBP_NOTES = frozenset({b"EXIF", b"XMP "})
_HAS_EXIF, _HAS_XMP = 0x08, 0x04


def _bare_webp(content: bytes, notes: _Notes) -> bytes:
    turned = _turned(notes.orientation) if notes.orientation != 1 else b""
    pieces: list[bytes] = []
    start = 12
    while start + 8 <= len(content):
        size = int.from_bytes(content[start + 4 : start + 8], "little")
        end = start + 8 + size + size % 2
        name, chunk = content[start : start + 4], content[start:end]
        if name == b"VP8X":
            flags = chunk[8] & ~(_HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if turned else 0)
            chunk = chunk[:8] + bytes((flags,)) + chunk[9:]
        if name not in _WEBP_NOTES:
            pieces.append(chunk)
        start = end
    if turned:
        pieces.append(b"EXIF" + len(turned).to_bytes(4, "little") + turned)
    body = b"WEBP" + b"".join(pieces)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


# AVIF

_NO_EXIF = b"II\x2a\0\x08\0\0\0\0\0\0\0\0\0"
"""Exif data without any entry; zeros may follow."""


def _bare_avif(content: bytes, notes: _Notes) -> bytes | None:
    """Write over metadata; how the picture is turned is told by the file itself, not by Exif."""
    for text in notes.texts:
        exif = text.removeprefix(_EXIF)
        is_exif = exif[:4] in (b"II\x2a\0", b"MM\0\x2a")
        blank = _NO_EXIF.ljust(len(exif), b"\0") if is_exif else b" " * len(exif)
        if len(blank) == len(exif):
            content = content.replace(exif, blank)
    return content if _notes_of(content) is None else None


_FORMATS: dict[bytes, Callable[[bytes, _Notes], bytes | None]] = {
    b"\xff\xd8": _bare_jpeg,
    _PNG: _bare_png,
    b"RIFF": _bare_webp,
    b"ftypavif": _bare_avif,
}
