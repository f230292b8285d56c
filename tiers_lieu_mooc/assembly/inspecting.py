"""Whether the bytes of a media file are what its extension says, and how large a picture is."""

from __future__ import annotations

import functools
import io
import re
import warnings
from typing import TYPE_CHECKING

from tiers_lieu_mooc.assembly.captions import style_faults
from tiers_lieu_mooc.assembly.drawings import inspect_drawing
from tiers_lieu_mooc.assembly.faults import Fault, Size
from tiers_lieu_mooc.rules import media as rules

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["Fault", "Size", "inspect"]

MOST_PIXELS = 24_000_000
"""A decoded pixel takes four bytes: about 100 MB, what the tab of a small phone can spare."""

_FORMATS = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".webp": "WEBP",
    ".gif": "GIF",
    ".avif": "AVIF",
}
_STARTS = {
    ".pdf": rb"%PDF-",
    ".vtt": rb"(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|$)",
    ".mp4": rb"....ftyp",
    ".m4a": rb"....ftyp",
    ".webm": rb"\x1a\x45\xdf\xa3",
    ".ogg": rb"OggS",
    ".mp3": rb"ID3|\xff[\xe0-\xff]",
    ".ods": rb"PK\x03\x04",
    ".odt": rb"PK\x03\x04",
}
_ORIENTATION_TAG = 0x0112
_TURNED = frozenset({5, 6, 7, 8})


@functools.lru_cache(maxsize=512)
def inspect(name: str, content: bytes) -> Size | tuple[Fault, ...]:
    """Inspect one file by its name's extension: its size, or what is wrong with it.

    The answer depends on the bytes only, so it is kept: a preview inspects the same files at
    every change of a text.
    """
    extension = name[name.rfind(".") :]
    if extension == ".svg":
        return inspect_drawing(content)
    found = _inspected(extension, content)
    if isinstance(found, Fault):
        return (found,)
    return (style_faults(content) if extension == ".vtt" else ()) or found


def _inspected(extension: str, content: bytes) -> Size | Fault:
    if extension in _FORMATS:
        return _picture(extension, content)
    start = _STARTS.get(extension)
    if extension == ".vtt" and (reason := _encoding_fault(content)):
        return _broken(extension, reason)
    if start is not None and not re.match(start, content, re.DOTALL):
        return _broken(extension, "le contenu est d’un autre type")
    return _film(extension, content) if extension in (".mp4", ".m4a") else Size()


def _encoding_fault(content: bytes) -> str:
    """Tell why captions are no UTF-8, the one encoding of WebVTT; "" when they are."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "il est enregistré en UTF-16, et il faut de l’UTF-8"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        byte, line = content[error.start], content.count(b"\n", 0, error.start) + 1
        return f"il n’est pas enregistré en UTF-8 (octet {byte:02X}, ligne {line})"
    return ""


def _film(extension: str, content: bytes) -> Size | Fault:
    """Walk over the boxes of an MP4 file (ISO/IEC 14496-12, § 4.2)."""
    start = 0
    while start + 8 <= len(content):
        size = int.from_bytes(content[start : start + 4], "big")
        kind = content[start + 4 : start + 8]
        if size == 1:
            size = int.from_bytes(content[start + 8 : start + 16], "big")
        end = len(content) if size == 0 else start + max(size, 8)
        if end > len(content):
            return _broken(extension, "la fin du fichier manque")
        if kind == b"moov" and re.search(rb"hvc1|hev1", content[start:end]):
            return Fault(rules.UNPLAYABLE_VIDEO, {"codec": "HEVC (H.265)"})
        start = end
    return Size()


def _broken(extension: str, reason: str) -> Fault:
    return Fault(rules.BROKEN, {"extension": extension, "reason": reason})


def _picture(extension: str, content: bytes) -> Size | Fault:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 (30 ms, only with pictures)

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content)) as picture:
                size, found = _size(picture), picture.format
                if size.width * size.height <= MOST_PIXELS:
                    picture.verify()
    except Image.DecompressionBombError as error:
        digits = "".join(re.findall(r"\d+", str(error))[:1])
        return Fault(rules.TOO_MANY_PIXELS, {"size": f"{digits} pixels"})
    except UnidentifiedImageError:
        return _broken(extension, "le contenu n’est pas une image connue")
    except (OSError, SyntaxError, ValueError, EOFError):
        return _broken(extension, "le fichier est abîmé ou incomplet")
    return _verdict(extension, content, size, found)


def _size(picture: Image) -> Size:
    """Give a picture's size as browsers show it; only cameras, which write JPEG, turn pictures."""
    width, height = picture.size
    is_turned = picture.format == "JPEG" and picture.getexif().get(_ORIENTATION_TAG) in _TURNED
    return Size(height, width) if is_turned else Size(width, height)


def _verdict(extension: str, content: bytes, size: Size, found: str | None) -> Size | Fault:
    if size.width * size.height > MOST_PIXELS:
        return Fault(rules.TOO_MANY_PIXELS, {"size": f"{size.width} × {size.height} pixels"})
    if found != _FORMATS[extension]:
        return _broken(extension, f"c’est une image {found}")
    if not _is_whole(extension, content):
        return _broken(extension, "la fin du fichier manque")
    return size


def _is_whole(extension: str, content: bytes) -> bool:
    """Look for the end that each format writes: decoding every picture would be slow."""
    if extension in (".jpg", ".jpeg"):
        return b"\xff\xd9" in content[-4096:]
    if extension == ".gif":
        return content.rstrip(b"\0").endswith(b";")
    if extension == ".webp":
        return len(content) >= 8 + int.from_bytes(content[4:8], "little")
    return True
