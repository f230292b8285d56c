"""Addresses in a drawing: a part of itself, or a picture that it carries."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

from tiers_lieu_mooc.assembly.drawings.slips import Slip, quoted

__all__ = ["address_slips"]

_CARRYING = frozenset({"feImage", "image"})
_OWN = re.compile(r"#[^\s#]*")
_CARRIED = re.compile(r"data:image/(png|jpe?g|gif|webp);base64,([A-Za-z0-9+/=\s]*)", re.IGNORECASE)
_STARTS = {
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "jpeg": re.compile(rb"\xff\xd8\xff"),
    "gif": re.compile(rb"GIF8[79]a"),
    "webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
}
_START_LETTERS = 32
"""Letters of base64 that hold the longest of these beginnings; a multiple of four."""

_EMBED = (
    "incorporez l’image au dessin, en PNG, JPEG, WebP ou GIF (dans Inkscape\u00a0: Extensions, "
    "Images, Incorporer), ou supprimez-la"
)
_LINK = "supprimez ce lien du dessin, et donnez-le dans le texte de la leçon"
_OTHER = "copiez dans le dessin ce qu’il va chercher ailleurs, ou supprimez-le"


def address_slips(element: str, value: str) -> Iterator[Slip]:
    """Judge the address (``href``) of an element of a drawing.

    A picture whose address is ``#…`` would make browsers load the drawing once more.
    """
    if element != "image" and _OWN.fullmatch(value):
        return
    shown = f"(«\u00a0{quoted(value)}\u00a0»)"
    if element == "a":
        yield Slip(f"un lien vers une autre page {shown}", _LINK)
    elif element not in _CARRYING:
        yield Slip(f"une adresse extérieure {shown}", _OTHER)
    elif not _is_carried(value):
        yield Slip(f"une image extérieure, ou qui n’est pas ce qu’elle annonce {shown}", _EMBED)


def _is_carried(value: str) -> bool:
    found = _CARRIED.fullmatch(value)
    if found is None:
        return False
    kind = found[1].lower().replace("jpg", "jpeg")
    start = "".join(found[2][: 4 * _START_LETTERS].split()).partition("=")[0][:_START_LETTERS]
    content = base64.b64decode(start[: len(start) // 4 * 4])
    return _STARTS[kind].match(content) is not None
