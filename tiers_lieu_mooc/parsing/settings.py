"""YAML → strings, lists and mappings, each with its place.

Nothing is converted here: ``no``, ``01000`` and ``12:30`` stay what the author typed. Files in the
plain style of the authors' guide are read by ``plain_yaml``; all others by ruamel.yaml (YAML 1.2),
which is ten times slower and loaded only then.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scorm_export.diagnostic import Rule
from tiers_lieu_mooc.parsing.plain_yaml import read_plain
from tiers_lieu_mooc.parsing.setting import Mapping, Scalar, Sequence, Setting
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.words import fold
from tiers_lieu_mooc.rules import settings as rules

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError
    from ruamel.yaml.nodes import Node, ScalarNode

__all__ = ["Mapping", "Scalar", "Sequence", "Setting", "quoted_item", "read_settings"]

_LINE = re.compile(r"(\s*+(?:-\s++)*+)([^:#\s](?:[^:#]*[^:#\s])?)(\s*+:\s++)(\S(?:.*\S)?|)\s*+")
_ITEM = re.compile(r"(\s*+(?:-\s++)++)(\S(?:.*\S)?|)\s*+")
_KEY_LINE = re.compile(r"\s*+(?:-\s++)*+[^:#\s][^:#]*:(?:\s|$)|\s*+-\s")
_COMMENT = re.compile(r"(?<!\s)(?=\s+#\s)")
_NO_BREAK = re.compile("[\u00a0\u2007\u2009\u202f]")
_WIDE = re.compile(
    r"[ \u00a0\u202f]*(?:-[ \u00a0\u202f]+)*"
    r"(?:[^\W\d_][\w’'-]*(?:[ \u00a0][\w’'-]+){0,3}[ \u00a0\u2007\u2009\u202f]*:"
    r"(?:[ \u00a0\u2007\u2009\u202f]+|$))?"
)
_BAR = re.compile(r":\s+([^\w\s|]\s?\||\|\s?[^\w\s|+-])\s*$")
_BAR_NOT_ALONE = "la barre verticale qui annonce un texte n’est pas seule"
_CURLY = frozenset("“”„‟‘’‚‛")
_STANDARD_TAG = "tag:yaml.org,2002:"
_MOST_MENDS = 20
_MOST_BRACKETS = 200


def read_settings(sheet: Sheet, first: int, last: int) -> Mapping | None:
    """Read some lines of a sheet; None, with a finding, when they are no mapping."""
    lines = [_plainly_spaced(line) for line in sheet.lines[first - 1 : last]]
    for number, line in enumerate(lines, start=first):
        if bar := _BAR.search(line):
            values = {
                "problem": _BAR_NOT_ALONE,
                "advice": f"écrivez {line[: bar.start(1)].strip()} |",
            }
            sheet.add(rules.SYNTAX, sheet.at(number, bar.start(1) + 1, len(bar[1])), **values)
    plain = read_plain(lines, first)
    whole = plain if plain is not None else _Thorough(sheet, first, lines).read()
    if whole is not None:
        _report_curly_quotes(sheet, whole)
    return whole


def _plainly_spaced(line: str) -> str:
    """Make spaces of the no-break ones around a dash or a key's colon, each in its place.

    YAML knows neither, and reads ``titre:`` and a no-break space as the beginning of a text.
    """
    found = _WIDE.match(line) if _NO_BREAK.search(line) else None
    if found is None:
        return line
    return _NO_BREAK.sub(" ", found.group()) + line[found.end() :]


def _report_curly_quotes(sheet: Sheet, setting: Setting) -> None:
    """Report texts between quotes that are none to YAML, and would be shown."""
    if isinstance(setting, Scalar):
        text = setting.text.strip()
        if text[:1] in _CURLY and text[-1:] in _CURLY and len(text) > 2:
            at = sheet.at(setting.line, setting.column, len(text))
            sheet.add(rules.CURLY_QUOTES, at, text=text, right=_quoted(text[1:-1].strip()))
    elif isinstance(setting, Sequence):
        for item in setting.items:
            _report_curly_quotes(sheet, item)
    else:
        for _, value in setting.entries:
            _report_curly_quotes(sheet, value)


def quoted_item(line: str) -> str:
    """Write a list item again with quotes around its whole text."""
    found = _ITEM.fullmatch(line)
    return f"{found.group(1)}{_quoted(found.group(2))}".strip() if found else _quoted(line.strip())


def _quoted(value: str) -> str:
    bare = value.removesuffix(value[0]).removeprefix(value[0]) if value[:1] in "'\"" else value
    inner = bare.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'


class _Thorough:
    """Reads any YAML, mends what it can to go on finding faults, and explains them in French."""

    def __init__(self, sheet: Sheet, first: int, lines: list[str]) -> None:
        self._sheet = sheet
        self._first = first
        self._lines = list(lines)
        self._is_sound = True

    def read(self) -> Mapping | None:
        """Read everything; None when some of it could not be."""
        if self._is_monstrous():
            return None
        root = self._compose()
        if root is None:
            if self._is_sound:
                return Mapping((), self._first, 1)
            return None
        setting = self._convert(root)
        if isinstance(setting, Mapping) and self._is_sound:
            return setting
        if self._is_sound:
            self._report(rules.SYNTAX, self._first, 1, **_NOT_A_MAPPING)
        return None

    def _is_monstrous(self) -> bool:
        text = "\n".join(self._lines)
        if text.count("[") + text.count("{") + text.count("- -") < _MOST_BRACKETS:
            return False
        self._report(rules.SYNTAX, self._first, 1, **_TOO_DEEP)
        return True

    def _compose(self) -> Node | None:
        from ruamel.yaml import YAML  # noqa: PLC0415 (most courses never need it)
        from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415

        for _ in range(_MOST_MENDS):
            try:
                with warnings.catch_warnings():
                    # A repeated anchor is only a warning to ruamel.yaml; to us, any is a fault.
                    warnings.simplefilter("ignore")
                    text = "\n".join(self._lines)
                    found: Node | None = YAML(typ="safe", pure=True).compose(text)
            except MarkedYAMLError as error:
                self._is_sound = False
                if not self._mend(error):
                    return None
            except (YAMLError, RecursionError, ValueError):
                self._is_sound = False
                self._report(rules.SYNTAX, self._first, 1, **_UNREADABLE)
                return None
            else:
                return found
        return None

    # Faults

    def _report(self, rule: Rule, number: int, column: int, **values: str) -> None:
        number = min(number, self._first + max(len(self._lines), 1) - 1)
        self._is_sound = False
        self._sheet.add(rule, self._sheet.at(number, column), **values)

    def _mend(self, error: MarkedYAMLError) -> bool:
        """Explain an error; tell whether its line was mended, so that reading can go on."""
        index, column = _mark_of(error)
        index = min(index, len(self._lines) - 1)
        if self._closes_quote(index):
            return True
        text = self._lines[index]
        if "\t" in text[: len(text) - len(text.lstrip())] or text[column : column + 1] == "\t":
            self._report(rules.SYNTAX, self._first + index, text.index("\t") + 1, **_TAB)
            before = self._lines[index - 1] if index else ""
            indent = before[: len(before) - len(before.lstrip(" "))]
            self._lines[index] = indent + text.lstrip().replace("\t", "  ")
            return True
        mended = _mended(text)
        if mended is None:
            values = _explained(error)
            self._report(rules.SYNTAX, self._first + index, column + 1, **values)
            return False
        reason, start, self._lines[index] = mended
        line = self._lines[index].strip()
        self._report(rules.QUOTE_NEEDED, self._first + index, start + 1, reason=reason, line=line)
        return True

    def _closes_quote(self, last: int) -> bool:
        """Find the line, at or before an error, whose quote nothing closes; close it."""
        for index, text in enumerate(self._lines[: last + 1]):
            found = _LINE.fullmatch(text) or _ITEM.fullmatch(text)
            value = found.group(found.lastindex or 0) if found else ""
            following = self._lines[index + 1] if index + 1 < len(self._lines) else ""
            # A text in quotes may go on over several lines, but not over a key beside its own.
            is_last = not following.strip() or (
                _KEY_LINE.match(following) is not None and _indent(following) <= _indent(text)
            )
            if found and _is_open(value) and is_last:
                start = found.start(found.lastindex or 0)
                self._lines[index] = f"{text[:start]}{_quoted(value)}"
                mended = self._lines[index].strip()
                values = {"problem": _OPEN_QUOTE, "advice": f"écrivez\u00a0: {mended}"}
                self._report(rules.SYNTAX, self._first + index, start + 1, **values)
                return True
        return False

    # Nodes

    def _convert(self, root: Node) -> Setting:
        """Turn ruamel's nodes into settings; aliases, tags and doubled keys are faults."""
        from ruamel.yaml.nodes import MappingNode, ScalarNode  # noqa: PLC0415

        line, column = root.start_mark.line, root.start_mark.column
        if root.anchor is not None or not str(root.tag).startswith(_STANDARD_TAG):
            self._report(rules.YAML_FEATURE, self._first + line, column + 1)
            return Scalar("", self._first + line, column + 1)
        if isinstance(root, ScalarNode):
            self._check_cut(root)
            return Scalar(root.value, self._first + line, column + 1)
        if isinstance(root, MappingNode):
            entries = tuple(self._entries(root))
            return Mapping(entries, self._first + line, column + 1)
        items = tuple(self._convert(each) for each in root.value)
        return Sequence(items, self._first + line, column + 1)

    def _entries(self, root: Node) -> Iterator[tuple[Scalar, Setting]]:
        seen: dict[str, Scalar] = {}
        for key_node, value_node in root.value:
            key = self._convert(key_node)
            value = self._convert(value_node)
            if not isinstance(key, Scalar):
                self._report(rules.SYNTAX, key.line, key.column, **_KEY_NOT_TEXT)
                continue
            first = seen.setdefault(fold(key.text), key)
            if first is key:
                yield key, value
            else:
                values = {"key": key.text, "first": str(first.line)}
                self._report(rules.DUPLICATE_KEY, key.line, key.column, **values)

    def _check_cut(self, node: ScalarNode) -> None:
        """Report a text that a ``#`` cuts short."""
        if node.style is not None:
            return
        end = node.end_mark
        if end.line >= len(self._lines):
            return
        text = self._lines[end.line]
        rest = text[end.column :].lstrip()
        if len(rest) < 2 or rest[0] != "#":
            return
        found = _LINE.fullmatch(text)
        line = "".join((*found.groups()[:3], _quoted(found.group(4)))) if found else None
        mended = (line or quoted_item(text)).strip()
        number, column = self._first + end.line, text.index("#", end.column) + 1
        if not rest[1].isspace():
            self._report(rules.CUT_BY_HASH, number, column, line=mended)
        elif len(node.value.split()) > 2 or rest[1:].lstrip()[:1].isdigit():
            # A comment may well follow a setting, but this one follows a text.
            at = self._sheet.at(number, column)
            self._sheet.add(rules.COMMENT_AFTER_TEXT, at, text=node.value, line=mended)


def _mark_of(error: MarkedYAMLError) -> tuple[int, int]:
    is_quote = "quoted scalar" in str(error.context)
    mark = (error.context_mark if is_quote else None) or error.problem_mark or error.context_mark
    return (mark.line, mark.column) if mark else (0, 0)


def _mended(text: str) -> tuple[str, int, str] | None:
    """Find why a line needs quotes: the reason, where its value starts, the line with quotes."""
    found = _LINE.fullmatch(text)
    if found:
        before, value, start = "".join(found.groups()[:3]), found.group(4), found.start(4)
    else:
        item = _ITEM.fullmatch(text)
        if item is None:
            return None
        before, value, start = item.group(1), item.group(2), item.start(2)
    value, *comment = _COMMENT.split(value, maxsplit=1)
    reason = _reason(value)
    return (reason, start, before + _quoted(value) + "".join(comment)) if reason else None


def _reason(value: str) -> str | None:
    if not value or (value[0] == value[-1] == '"' and value.count('"') == 2 and len(value) > 1):
        return None
    if value[0] in "'\"":
        is_whole = len(value) > 1 and value[-1] == value[0]
        return "il contient le même guillemet que ceux qui l’entourent" if is_whole else None
    if value[0] in "*&!|>%@`[]{},?":
        return f"il commence par « {value[0]} »"
    if ": " in value or value.endswith(":"):
        return "il contient « : »"
    return None


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _is_open(value: str) -> bool:
    """Tell whether a value begins with a quote that nothing closes."""
    mark = value[:1]
    return mark in ("'", '"') and value.count(mark) == 1


_OPEN_QUOTE = "un guillemet n’est pas fermé"
_NOT_A_MAPPING = {
    "problem": "on attend des lignes « clé: valeur »",
    "advice": "écrivez par exemple `titre: Un titre`",
}
_TOO_DEEP = {
    "problem": "trop de crochets, d’accolades ou de tirets les uns dans les autres",
    "advice": "écrivez des listes simples, un tiret par ligne",
}
_UNREADABLE = {
    "problem": "un signe inattendu empêche de les lire",
    "advice": "comparez avec un fichier qui fonctionne",
}
_TAB = {
    "problem": "une tabulation sert de décalage",
    "advice": "remplacez-la par deux espaces",
}
_KEY_NOT_TEXT = {
    "problem": "une clé doit être un mot",
    "advice": "écrivez `clé: valeur`",
}
_PROBLEMS = (
    (
        "quoted scalar",
        "un guillemet n’est pas fermé",
        "ajoutez le guillemet qui manque à la fin de la ligne",
    ),
    (
        "mapping values are not allowed",
        "un deux-points est mal placé, ou le décalage de cette ligne ne convient pas",
        "alignez la ligne sur ses voisines, ou mettez le texte entre guillemets",
    ),
    (
        "block",
        "le décalage de cette ligne ne correspond pas aux lignes voisines",
        "alignez-la sur les lignes du même niveau",
    ),
    (
        "could not find expected ':'",
        "cette ligne n’a pas la forme « clé: valeur »",
        "ajoutez la clé et les deux-points, ou décalez la ligne si elle continue la précédente",
    ),
    ("flow", "une liste entre crochets n’est pas fermée", "ajoutez le crochet qui manque"),
)


def _explained(error: MarkedYAMLError) -> dict[str, str]:
    said = f"{error.context} {error.problem}"
    for sign, problem, advice in _PROBLEMS:
        if sign in said:
            return {"problem": problem, "advice": advice}
    return _UNREADABLE
