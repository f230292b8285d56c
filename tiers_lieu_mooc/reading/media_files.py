"""Which files a ``media`` folder may hold: names, extensions, weights."""

from __future__ import annotations

import math
import re
import unicodedata

from scorm_export.diagnostic import Rule
from tiers_lieu_mooc.rules import media as rules

TEXT_LIMIT_BYTES = 1_000_000
PICTURE_LIMIT_BYTES = 2_000_000
RECORDING_LIMIT_BYTES = 50_000_000
DOCUMENT_LIMIT_BYTES = 10_000_000
HEAVY_BYTES = 300_000
"""A picture of this weight takes six seconds at 400 kbit/s, a rural line on a bad day."""

PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif"})
RECORDINGS = frozenset({".mp3", ".m4a", ".ogg", ".mp4", ".webm"})
DOCUMENTS = frozenset({".vtt", ".pdf", ".csv", ".ods", ".odt"})
EXTENSIONS = PICTURES | RECORDINGS | DOCUMENTS

_SERVER_SIDE = re.compile(
    # Apache runs ``x.php.png`` as PHP when several handlers are set, so every part counts.
    r"\.(?:php\d?|phtml|phar|aspx?|ashx|asa|jspx?|cgi|pl|py|rb|sh|bat|cmd|exe|com|dll|shtml|cfm"
    r"|htaccess|htpasswd|user\.ini)(?:\.|$)"
)
_HINTS = {
    ending: f"enregistrez-le en `{better}`\u00a0; "
    for endings, better in (
        ((".srt", ".sub", ".ass"), ".vtt"),
        ((".heic", ".heif", ".tif", ".tiff"), ".jpg"),
        ((".bmp",), ".png"),
        ((".mov", ".avi", ".mkv", ".wmv"), ".mp4"),
        ((".wav", ".wma", ".flac", ".aac"), ".mp3"),
        ((".doc", ".docx", ".ppt", ".pptx", ".odp"), ".pdf"),
        ((".xls", ".xlsx"), ".ods"),
    )
    for ending in endings
}
_TOLERATED = frozenset({"readme.md", "credits.yaml", "licence", "license"})
_LEFT_BY_SYSTEMS = frozenset({".gitkeep", ".ds_store", "thumbs.db"})
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\.")
"""Names that Windows keeps for devices, whatever follows the dot: no such file can be unpacked."""
_NAME = re.compile(r"[a-z0-9_-][a-z0-9._-]*")


def extension_of(name: str) -> str:
    """Give what follows the last dot, with the dot; "" when there is none or it comes first."""
    dot = name.rfind(".")
    return name[dot:] if dot > 0 else ""


def is_tolerated(name: str) -> bool:
    """Tell whether a file beside the media says something to people, or nothing to anyone."""
    return name.lower() in _TOLERATED or name.lower() in _LEFT_BY_SYSTEMS


def fault_of_name(name: str) -> tuple[Rule | None, dict[str, str]]:
    """Find the rule that a media file's name breaks, with the values of its sentences."""
    lower = name.lower()
    extension = extension_of(lower)
    if _SERVER_SIDE.search(lower):
        return rules.SERVER_SIDE, {"name": name}
    if extension not in EXTENSIONS:
        known = ", ".join(sorted(EXTENSIONS))
        hint = _HINTS.get(extension, "")
        values = {"extension": extension or name, "known": known, "hint": hint}
        return rules.BAD_EXTENSION, values
    if _DEVICE.match(lower):
        example = f"image-{_mended(lower, extension)}"
        reason = "\u00a0: Windows le garde pour ses périphériques"
        return rules.BAD_NAME, {"name": name, "example": example, "reason": reason}
    if _NAME.fullmatch(name):
        return None, {}
    return rules.BAD_NAME, {"name": name, "example": _mended(lower, extension), "reason": ""}


def _mended(lower: str, extension: str) -> str:
    letters = unicodedata.normalize("NFD", lower.removesuffix(extension))
    plain = "".join(each for each in letters if not unicodedata.combining(each))
    return (re.sub(r"[^a-z0-9._-]+", "-", plain).strip("-._") or "image") + extension


def limit_of(extension: str) -> int:
    """Give the most bytes that a file of this kind may weigh."""
    if extension in PICTURES:
        return PICTURE_LIMIT_BYTES
    return RECORDING_LIMIT_BYTES if extension in RECORDINGS else DOCUMENT_LIMIT_BYTES


def weight(size_bytes: int) -> str:
    """Write a weight as people say it: ``1,4 Mo``, ``320 ko``."""
    # Rounded up, so that what is over a limit never reads as equal to it.
    if size_bytes < 1_000_000:
        return f"{math.ceil(size_bytes / 1_000)}\u00a0ko"
    return f"{math.ceil(size_bytes / 10_000) / 100:g}".replace(".", ",") + "\u00a0Mo"
