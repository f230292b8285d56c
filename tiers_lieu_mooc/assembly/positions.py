"""Where a photo was taken: taken out of JPEG files, whose cameras and telephones write it there.

Nothing is decoded: the segments that hold metadata go (ISO/IEC 10918-1, B.1.1.3), and the
orientation, which browsers need, is written again.
"""

from __future__ import annotations

import functools
import io
import warnings
from collections.abc import Iterator

__all__ = ["without_position"]

_APP1 = b"\xff\xe1"
_EXIF = b"Exif\0\0"
_START_OF_SCAN = 0xDA
_ORIENTATION_TAG = 0x0112
_POSITION_TAG = 0x8825


@functools.lru_cache(maxsize=16)
def without_position(content: bytes) -> bytes | None:
    """Give a sound JPEG file without metadata; None when it does not say where it was taken."""
    from PIL import Image  # noqa: PLC0415 (30 ms, only with pictures)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(content)) as picture:
            exif = picture.getexif()
            has_position = bool(exif.get_ifd(_POSITION_TAG))
            orientation = exif.get(_ORIENTATION_TAG, 1)
    segments = list(_segments(content))
    notes = [content[start:end] for start, end in segments if content[start : start + 2] == _APP1]
    if not has_position and not any(b"GPSLatitude" in note for note in notes):
        return None
    kept = b"".join(
        content[start:end] for start, end in segments if content[start : start + 2] != _APP1
    )
    turned = b"" if orientation == 1 else _orientation(int(orientation))
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


def _orientation(value: int) -> bytes:
    """Write an Exif segment that says how the picture is turned, and nothing else."""
    entry = _ORIENTATION_TAG.to_bytes(2, "big") + b"\0\3\0\0\0\1" + value.to_bytes(2, "big")
    body = _EXIF + b"MM\0\x2a\0\0\0\x08\0\1" + entry + b"\0\0" + b"\0\0\0\0"
    return _APP1 + (len(body) + 2).to_bytes(2, "big") + body
