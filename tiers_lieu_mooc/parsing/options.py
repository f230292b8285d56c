"""The ``key : value`` lines glued to a container's opening line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from scorm_export.diagnostic import Position
from tiers_lieu_mooc.parsing.containers import Container
from tiers_lieu_mooc.parsing.references import Word
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.words import did_you_mean, fold, nearest
from tiers_lieu_mooc.rules import marks
from tiers_lieu_mooc.rules import text as rules

__all__ = ["Option", "Options", "decimal", "free_options", "known_options", "words_in"]

_OPTION = re.compile(
    r"[ \t\u00a0\u202f]{0,3}(?P<key>[^\W\d_][^:|\[\]{}<>*`\n]{0,39}?)"
    r"\s*:(?:-?\s+(?P<value>\S(?:.*\S)?)?)?\s*$"
)
_ALMOST = re.compile(
    r"[ \t]{0,3}(?P<dash>[-*•–][ \t]+)?(?:\*\*|__)?"
    r"(?P<key>[^\W\d_][^:：=|\[\]{}<>*`\n]{0,39}?)(?:\*\*|__)?\s*[:：=](?:\*\*|__)?\s*(?P<value>.*)"
)
"""What is meant for an option: no blank after the colon, an equals sign, a dash before."""
_FIRST_SIGN = re.compile(r"[^\w\s*\[<(`!#>|](?=[^\W\d_])")
_SIGNS = re.compile("[^\\w\\s’'-]|^[\\s’'-]+|[\\s’'-]+$")
_SLIPPED = re.compile(
    r"(?P<key>[^:\w\n]{0,4}:?[^:\n]{1,30}?(?::[^\W\d_]{1,20})?[^:\n]{0,4}?):++"
    r"(?:\s+(?P<value>\S(?:.*\S)?)?)?\s*$"
)
"""An option line with a sign too many in or around its key, which only a known key tells."""
_CUT_KEY = re.compile(r"[ \t]{0,3}[^\W\d_]+:\s?[^\W\d_]{1,20}\s*:\s")
_BARE = re.compile(r"[ \t]{0,3}(?P<key>[^\W\d_]+)[ \t]+(?P<value>\d+|oui|non)")
_NO_COLON = re.compile(
    r"[ \t]{0,3}(?P<key>[^\W\d_][\w’'-]*)(?P<gap>[^\w\n:.?!]{1,4})(?P<value>[^:\n]{1,80})"
)
_FREE_NO_COLON = re.compile(
    r"[ \t]{0,3}(?P<key>[^\W\d_][\w’'-]*)"
    r"(?P<gap>[ \u00a0\u202f]{2,3}|[ ][^\w\s*(\[][ ])(?P<value>[^:\n]{1,80})"
)
_AGAIN = re.compile(r"([^\W\d_][\w’'-]*)\s?:\s+")
"""A key that is typed twice, as when an example is copied after it."""
_MOST_WORDS = 3
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Option:
    """One option line: the key as typed, the value, and where the value stands."""

    key: str
    value: str
    line: int
    column: int
    at: Position


class Options:
    """The options of one container by known name, and typed ways to ask for them.

    A value that does not have the right form is a finding, and the default is given instead.
    """

    def __init__(self, sheet: Sheet, container: Container) -> None:
        self._sheet = sheet
        self._name = container.typed
        self._at = sheet.at(container.line)
        self.found: dict[str, Option] = {}

    def keep(self, name: str, option: Option) -> None:
        """Keep an option; a second one of the same name is a finding."""
        if name in self.found:
            self._sheet.add(rules.DUPLICATE_OPTION, option.at, key=option.key)
        else:
            self.found[name] = option

    def places(self) -> dict[str, Position]:
        """Give where each option stands."""
        return {name: option.at for name, option in self.found.items()}

    def text(self, name: str, default: str = "") -> str:
        """Ask for any text."""
        option = self.found.get(name)
        return option.value if option else default

    def must(self, name: str, example: str) -> str:
        """Ask for a text that has to be there."""
        if not self.text(name):
            at = self.found[name].at if name in self.found else self._at
            self._sheet.add(rules.MISSING_OPTION, at, key=name, name=self._name, example=example)
        return self.text(name)

    def number(self, name: str) -> float | None:
        """Ask for a number, with a decimal comma or point."""
        option = self.found.get(name)
        if option is None:
            return None
        number = decimal(option.value)
        if number is None:
            self._refuse(option, "un nombre", "2")
        return number

    def whole(self, name: str) -> int | None:
        """Ask for a whole number."""
        option = self.found.get(name)
        if option is None:
            return None
        if option.value.isascii() and option.value.isdigit() and len(option.value) < 7:
            return int(option.value)
        self._refuse(option, "un nombre entier", "1")
        return None

    def share(self, name: str) -> float | None:
        """Ask for a share, written ``10 %`` or ``0,1``; given from 0 to 1."""
        option = self.found.get(name)
        if option is None:
            return None
        is_percent = option.value.endswith("%")
        number = decimal(option.value.rstrip("%").strip())
        if number is None:
            self._refuse(option, "un pourcentage", "10 %")
            return None
        return number / 100 if is_percent else number

    def yes(self, name: str) -> bool | None:
        """Ask for yes or no."""
        found = self.word(name, ("oui", "non"))
        return None if found is None else found == "oui"

    def word(self, name: str, allowed: tuple[str, ...]) -> str | None:
        """Ask for one word of a list; case and accents do not count."""
        option = self.found.get(name)
        if option is None:
            return None
        by_form = {fold(each): each for each in allowed}
        found = by_form.get(fold(option.value))
        if found is None:
            listed = ", ".join(f"«\u00a0{each}\u00a0»" for each in allowed)
            near = nearest(option.value, allowed)
            self._refuse(option, f"l’un de ces mots\u00a0: {listed}", near or allowed[0], allowed)
        return found

    def words(self, name: str) -> tuple[Word, ...]:
        """Ask for words separated by commas, each with its place."""
        option = self.found.get(name)
        if option is None:
            return ()
        return words_in(self._sheet, option.value, option.line, option.column)

    def _refuse(
        self, option: Option, expected: str, example: str, known: Iterable[str] = ()
    ) -> None:
        self._sheet.add(
            rules.BAD_OPTION,
            option.at,
            key=option.key,
            expected=expected,
            value=option.value,
            example=example,
            suggestion=did_you_mean(option.value, known),
        )

    def refuse(self, name: str, expected: str, example: str) -> None:
        """Record that an option's value cannot be understood."""
        self._refuse(self.found[name], expected, example)


def decimal(text: str) -> float | None:
    """Read a number as the French write it: ``1 250,5``; None when it is none."""
    plain = re.sub(r"(?<=\d)[\s\u202f](?=\d{3}\b)", "", text.strip()).replace(",", ".")
    plain = plain.replace("−", "-")
    return float(plain) if len(plain) < 40 and _NUMBER.fullmatch(plain) else None


def known_options(
    sheet: Sheet, container: Container, known: dict[str, str], stops: re.Pattern[str] | None = None
) -> tuple[Options, int]:
    """Read the glued lines of a container whose options are all known.

    Args:
        known: folded key → name to keep it under.
        stops: lines that are never options, such as ``Indice : …``.

    Returns:
        The options, and the first line after them.
    """
    options = Options(sheet, container)
    line = container.line + 1
    while line <= container.last:
        text = sheet.body[line - 1]
        found = None if stops and stops.match(text) else _option_line(text, known)
        if found is None and (found := _without_colon(sheet, container, line, known)):
            key = found["key"]
            sheet.add(
                marks.SLIP, sheet.at(line, found.start("key") + 1, len(key)), **_no_colon(found)
            )
        name = known.get(_key_of(found)) if found else None
        if found is None:
            break
        if name is None:
            if not _looks_like_option(found, known):
                break
            _report_unknown(sheet, container, found, line, known)
            if not nearest(found["key"], known):
                break
        else:
            options.keep(name, _option(sheet, found, line))
        line += 1
    _report_late(sheet, container, line, known)
    return options, line


def _option_line(text: str, known: Iterable[str]) -> re.Match[str] | None:
    """Match an option line, also one that is almost right if its key is known or nearly so."""
    if _CUT_KEY.match(text) and (whole := _slipped(text, known)):
        return whole
    found = _OPTION.match(text)
    if found is not None:
        return found
    bare = _BARE.fullmatch(text.rstrip())
    if bare is not None and fold(bare["key"]) in known:
        return bare
    found = _ALMOST.match(text.rstrip())
    is_short = found is not None and len(found["key"].split()) <= _MOST_WORDS
    if found and is_short and (fold(found["key"]) in known or nearest(found["key"], known)):
        return found
    return _slipped(text, known)


def _slipped(text: str, known: Iterable[str]) -> re.Match[str] | None:
    """Match an option line whose key is known once the signs that are none of its own are off."""
    found = _SLIPPED.match(text.rstrip())
    return found if found and _key_of(found) in known else None


def _key_of(found: re.Match[str]) -> str:
    key = fold(found["key"])
    return key if found.re is not _SLIPPED else fold(_SIGNS.sub("", found["key"]))


def _without_colon(
    sheet: Sheet, container: Container, line: int, known: Iterable[str]
) -> re.Match[str] | None:
    """Match an option whose colon is missing: a key and a few words, apart from the text below."""
    found = _NO_COLON.fullmatch(sheet.body[line - 1].rstrip())
    if found is None or fold(found["key"]) not in known:
        return None
    is_wide = len(found["gap"]) > 1  # as where a colon between two spaces is gone
    if not is_wide and (len(found["value"].split()) > 5 or found["value"][-1] in ".?!"):
        return None
    rest = [text for text in sheet.body[line : container.last] if text.strip()]
    following = sheet.body[line] if line < container.last else ""
    is_apart = bool(rest) and not following.strip() and rest[0].lstrip()[:1] not in "-*+>"
    is_among = _OPTION.match(following) is not None
    return found if is_apart or is_among else None


def _no_colon(found: re.Match[str]) -> dict[str, str]:
    key, value = found["key"], found["value"]
    return {
        "what": f"Il manque un deux-points après «\u00a0{key}\u00a0»\u00a0; "
        "cette ligne est lue avec lui",
        "advice": f"écrivez `{key} : {value}`",
    }


def _report_late(sheet: Sheet, container: Container, line: int, known: dict[str, str]) -> None:
    """Report an option that a blank line keeps from being one."""
    first = line
    while line <= container.last and not sheet.body[line - 1].strip():
        line += 1
    if first < line <= container.last and (found := _OPTION.match(sheet.body[line - 1])):
        key = found["key"]
        if fold(key) in known and found["value"]:
            at = sheet.at(line, found.start("key") + 1, len(key))
            sheet.add(marks.LATE_OPTION, at, key=key, name=container.typed)


def _free_line(text: str) -> re.Match[str] | None:
    found = _OPTION.match(text)
    if found is None and (sign := _FIRST_SIGN.match(text)) and not _is_closed(text, sign.group()):
        found = _OPTION.match(f" {text[1:]}")
    if found is None:
        found = _ALMOST.match(text.rstrip())
        # What looks like ``https://…`` is an address, and a dash begins a list.
        if found is None or found["dash"] or found["value"].startswith("/"):
            return None
    is_short = len(found["key"].split()) <= _MOST_WORDS
    return found if found["value"] and is_short else None


def _is_closed(text: str, sign: str) -> bool:
    """Tell whether what a line begins with is the first of two."""
    return text.count(sign) > 1 or {"«": "»", "“": "”", "{": "}"}.get(sign, "\n") in text


def _free_without_colon(sheet: Sheet, container: Container, line: int) -> re.Match[str] | None:
    """Match a label whose colon is gone from between two spaces, or is another sign."""
    found = _FREE_NO_COLON.fullmatch(sheet.body[line - 1].rstrip())
    if found is None or not found["gap"].strip():
        return found
    if _is_closed(found.string, found["gap"].strip()):
        return None
    beside = [sheet.body[other - 1] for other in (line - 1, line + 1) if other <= container.last]
    return found if any(_OPTION.match(each) for each in beside if ":::" not in each) else None


def free_options(sheet: Sheet, container: Container) -> tuple[list[Option], int]:
    """Read the glued lines of a container whose labels are the author's own."""
    options: list[Option] = []
    line = container.line + 1
    while line <= container.last:
        found = _free_line(sheet.body[line - 1])
        if found is None:
            found = _free_without_colon(sheet, container, line)
            if found is None:
                break
            key = found["key"]
            sheet.add(
                marks.SLIP, sheet.at(line, found.start("key") + 1, len(key)), **_no_colon(found)
            )
        options.append(_option(sheet, found, line))
        line += 1
    return options, line


def _option(sheet: Sheet, found: re.Match[str], line: int) -> Option:
    value = found["value"] or ""
    column = found.start("value") + 1 if value else found.start("key") + 1
    again = _AGAIN.match(value)
    if again and fold(again[1]) == fold(found["key"]):
        value, column = value[again.end() :], column + again.end()
    if len(value) > 2 and value[0] == value[-1] == '"' and value.count('"') == 2:
        # Quotes as in YAML, which options do without.
        value, column = value[1:-1], column + 1
    return Option(found["key"], value, line, column, sheet.at(line, column, len(value)))


def _looks_like_option(found: re.Match[str], known: dict[str, str]) -> bool:
    """Tell an option with an unknown key from a sentence with a colon."""
    key, value = found["key"], found["value"]
    return nearest(key, known) is not None or bool(value and len(key.split()) <= _MOST_WORDS)


def _report_unknown(
    sheet: Sheet, container: Container, found: re.Match[str], line: int, known: dict[str, str]
) -> None:
    key = found["key"]
    names = sorted(set(known.values()), key=fold)
    sheet.add(
        rules.UNKNOWN_OPTION,
        sheet.at(line, found.start("key") + 1, len(key)),
        key=key,
        name=container.typed,
        suggestion=did_you_mean(key, names),
        known=", ".join(names),
    )


def words_in(sheet: Sheet, text: str, line: int, column: int) -> tuple[Word, ...]:
    """Cut a text that stands at a place into words separated by commas, each with its place."""
    words: list[Word] = []
    start = column
    for piece in text.split(","):
        word = piece.strip().removeprefix("- ")
        if word:
            at = sheet.at(line, start + piece.index(word), len(word))
            words.append(Word(word, at))
        start += len(piece) + 1
    return tuple(words)
