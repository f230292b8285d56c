"""Files of a package, from memory, as a web server would give them."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from starlette.responses import Response

CONTENT_TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".dtd": "application/xml-dtd",
    ".gif": "image/gif",
    ".htm": "text/html; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".ogg": "audio/ogg",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".webm": "video/webm",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".xsd": "application/xml",
}
"""By extension; browsers are told not to guess, so what is not here is only for download."""

_RANGE = re.compile(r"bytes=([0-9]*)-([0-9]*)")
_MOST_DIGITS = 18
"""Of a number that is read: no file has more bytes, and Python refuses thousands of digits."""


def content_type(path: str) -> str:
    """Give the content type of a file of a package."""
    return CONTENT_TYPES.get(PurePosixPath(path).suffix.lower(), "application/octet-stream")


def file_response(path: str, content: bytes, asked_range: str | None, policy: str) -> Response:
    """Give a file, or the one part that was asked for: sound and video are played by parts."""
    headers = {"Accept-Ranges": "bytes", "Content-Security-Policy": policy}
    asked = _RANGE.fullmatch(asked_range or "")
    if asked is None or asked[0] == "bytes=-":
        return Response(content, media_type=content_type(path), headers=headers)
    first, last = _bounds(asked[1], asked[2], len(content))
    if first > last:
        headers["Content-Range"] = f"bytes */{len(content)}"
        return Response(status_code=416, headers=headers)
    headers["Content-Range"] = f"bytes {first}-{last}/{len(content)}"
    part = content[first : last + 1]
    return Response(part, status_code=206, media_type=content_type(path), headers=headers)


def _bounds(first: str, last: str, size: int) -> tuple[int, int]:
    # Without a first byte, the number is that of the last bytes.
    if not first:
        count = _number(last)
        return max(0, size - count), size - 1 if count else -1
    return _number(first), min(_number(last), size - 1) if last else size - 1


def _number(digits: str) -> int:
    significant = digits.lstrip("0")
    return int(significant or "0") if len(significant) <= _MOST_DIGITS else 10**_MOST_DIGITS
