"""The walk through a drawing, from its bytes to its last element.

Expat reads, and not lxml: it tells of each tag and each text where it stands, line and column, and
it is done with a tag before the next one, however deep they lie. It is told that the bytes are
UTF-8, which was made sure of before: browsers then read the same letters.
"""

from __future__ import annotations

import bisect
from collections.abc import Mapping
from xml.parsers import expat

from tiers_lieu_mooc.assembly.drawings import lists
from tiers_lieu_mooc.assembly.drawings.judging import (
    Attribute,
    attribute_slips,
    element_slip,
)
from tiers_lieu_mooc.assembly.drawings.places import attribute_offset, doctype_lines, place_of
from tiers_lieu_mooc.assembly.drawings.slips import EXPORT_SIMPLE, Slip, quoted
from tiers_lieu_mooc.assembly.drawings.styles import sheet_slips
from tiers_lieu_mooc.assembly.faults import Fault
from tiers_lieu_mooc.rules import media as rules

__all__ = ["DrawingReader"]

MOST_FAULTS = 20
"""Different things that are told of one drawing: who has mended these sees the others."""

DEEPEST = 256
"""Elements inside one another; browsers give up between 256 and 5,000."""

_UTF_8 = frozenset({"utf-8", "utf8"})
_SAVE_IN_UTF_8 = "enregistrez-le en UTF-8"
_MARKS = {
    b"\xff\xfe\0\0": "UTF-32",
    b"\0\0\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_HARMLESS_INSTRUCTIONS = frozenset({"plantuml", "plantuml-src", "xpacket"})


class _EnoughError(Exception):
    """Nothing more needs to be read."""


class DrawingReader:
    """Reads one drawing, once.

    Attributes:
        faults: what is wrong, each different thing once, where it is met first.
        root: attributes of ``<svg>`` that belong to no namespace.
    """

    def __init__(self, content: bytes) -> None:
        """Prepare to read ``content``."""
        self.faults: list[Fault] = []
        self.root: Mapping[str, str] = {}
        self._content = content
        self._told: set[str] = set()
        self._depth = 0
        self._refused_at = 0
        self._style: _Text | None = None
        # A namespace and a name are told with what stands between, which no namespace contains.
        self._parser = expat.ParserCreate("utf-8", " ")
        self._parser.ordered_attributes = True
        self._parser.XmlDeclHandler = self._declaration
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.ProcessingInstructionHandler = self._instruction
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def read(self) -> None:
        """Read the drawing up to its end, or to where there is no sense in going on."""
        try:
            self._look_at_encoding()
            self._parser.Parse(self._content, True)
        except _EnoughError:
            pass
        except expat.ExpatError as error:
            self._break("le XML est mal formé", (error.lineno, error.offset + 1))

    def _look_at_encoding(self) -> None:
        for mark, name in _MARKS.items():
            if self._content.startswith(mark):
                self._stop(Slip(f"un autre codage que l’UTF-8 ({name})", _SAVE_IN_UTF_8), 0)
        if b"\0" in self._content:
            self._stop(Slip("un autre codage que l’UTF-8", _SAVE_IN_UTF_8), 0)
        try:
            self._content.decode("utf-8")
        except UnicodeDecodeError as error:
            what = f"un autre codage que l’UTF-8 (octet {self._content[error.start]:02X})"
            self._stop(Slip(what, _SAVE_IN_UTF_8), error.start)

    # What Expat tells

    def _declaration(self, version: str, encoding: str | None, _standalone: int) -> None:
        if version != "1.0":
            what = f"un XML d’une autre version («\u00a0{quoted(version)}\u00a0»)"
            self._stop(Slip(what, 'écrivez `version="1.0"`'), self._offset)
        if encoding is not None and encoding.lower() not in _UTF_8:
            what = f"un autre codage que l’UTF-8 («\u00a0{quoted(encoding)}\u00a0»)"
            mend = f'{_SAVE_IN_UTF_8}, et écrivez `encoding="UTF-8"`'
            self._stop(Slip(what, mend), self._offset)

    def _doctype(
        self, _name: str, _system: str | None, _public: str | None, has_declarations: bool
    ) -> None:
        at = max(0, self._content.rfind(b"<!DOCTYPE", 0, self._offset + len(b"<!DOCTYPE")))
        what = "une ligne `<!DOCTYPE…>`"
        if has_declarations:
            self._stop(Slip("des définitions d’entités (`<!DOCTYPE… [`)", EXPORT_SIMPLE), at)
        first, last = doctype_lines(self._content, at)
        where = f"la ligne {first}" if first == last else f"les lignes {first} à {last}"
        mend = f"supprimez, {where}, ce qui va de `<!DOCTYPE` à `>`\u00a0: elle ne sert à rien"
        self._note(Slip(what, mend), at)

    def _instruction(self, target: str, _text: str) -> None:
        if target == "xml-stylesheet":
            self._note(Slip("une feuille de style extérieure", "supprimez cette ligne"))
        elif target not in _HARMLESS_INSTRUCTIONS:
            what = f"une instruction pour un programme (`<?{quoted(target)}`)"
            self._note(Slip(what, "supprimez-la"))

    def _start(self, name: str, listed: list[str]) -> None:
        space, _, local = name.rpartition(" ")
        attributes = [
            _attribute(each, value) for each, value in zip(listed[::2], listed[1::2], strict=True)
        ]
        self._depth += 1
        if self._depth == 1:
            self._look_at_root(space, local, attributes)
        if self._depth > DEEPEST:
            self._stop(Slip(f"plus de {DEEPEST} éléments l’un dans l’autre"), self._offset)
        if not self._refused_at:
            self._judge(space, local, attributes)

    def _judge(self, space: str, name: str, attributes: list[Attribute]) -> None:
        slip = (
            Slip("un élément dans un style")
            if self._style is not None
            else element_slip(space, name)
        )
        if slip is not None:
            # What is inside goes with it.
            self._refused_at = self._depth
            self._note(slip)
            return
        for number, each in attribute_slips(space, name, attributes):
            self._note(each, attribute=number)
        if (space, name) == (lists.SVG, "style"):
            self._style = _Text()

    def _look_at_root(self, space: str, name: str, attributes: list[Attribute]) -> None:
        if (space, name) == ("", "svg"):
            place = place_of(self._content, self._offset)
            self._break(f'il manque `xmlns="{lists.SVG}"` à `<svg>`', place)
            raise _EnoughError
        if (space, name) != (lists.SVG, "svg"):
            self._break("ce n’est pas un dessin SVG", place_of(self._content, self._offset))
            raise _EnoughError
        self.root = {each: value for owner, each, value in attributes if owner == ""}

    def _characters(self, text: str) -> None:
        if self._style is not None:
            self._style.add(text, self._offset)

    def _end(self, name: str) -> None:
        if self._refused_at == self._depth:
            self._refused_at = 0
        elif name == f"{lists.SVG} style" and self._style is not None:
            style, self._style = self._style, None
            for slip in sheet_slips(style.text):
                self._note(slip, at=style.offset(slip.at))
        self._depth -= 1

    # What is told on

    @property
    def _offset(self) -> int:
        return self._parser.CurrentByteIndex

    def _note(self, slip: Slip, at: int | None = None, attribute: int | None = None) -> None:
        """Note what is wrong at a byte; at the tag that is read now, or at its attribute."""
        if slip.what in self._told:
            return
        self._told.add(slip.what)
        offset = self._offset if at is None else at
        if attribute is not None:
            offset = attribute_offset(self._content, offset, attribute)
        line, column = place_of(self._content, offset)
        values = {"what": slip.what, "mend": slip.mend}
        self.faults.append(Fault(rules.UNSAFE_SVG, values, line, column))
        if len(self.faults) == MOST_FAULTS:
            raise _EnoughError

    def _stop(self, slip: Slip, at: int) -> None:
        self._note(slip, at=at)
        raise _EnoughError

    def _break(self, reason: str, place: tuple[int, int]) -> None:
        values = {"extension": ".svg", "reason": reason}
        self.faults.append(Fault(rules.BROKEN, values, *place))


def _attribute(name: str, value: str) -> Attribute:
    owner, _, local = name.rpartition(" ")
    return owner, local, value


class _Text:
    """The text of a style, which Expat tells in pieces, and where each piece stands."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._offsets: list[int] = []
        self._length = 0

    def add(self, piece: str, offset: int) -> None:
        """Add a piece that begins at a byte of the drawing."""
        self._pieces.append(piece)
        self._starts.append(self._length)
        self._offsets.append(offset)
        self._length += len(piece)

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self._pieces)

    def offset(self, at: int) -> int:
        """Give the byte of the drawing where a character of the text stands."""
        number = max(0, bisect.bisect_right(self._starts, at) - 1)
        before = self._pieces[number][: at - self._starts[number]]
        return self._offsets[number] + len(before.encode())
