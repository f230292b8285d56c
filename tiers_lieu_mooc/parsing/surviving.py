"""Marks that Markdown leaves in the text because they are almost right: found and reported.

Three doors: the lines of a block of text, the tables that are none, and what is left of an inline
text once every token was taken out of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from tiers_lieu_mooc.parsing.markdown import Token
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.rules import marks as rules

__all__ = ["report_lines", "report_long_rows", "report_rest", "report_table"]

_BLANKS = "\u00a0\u2007\u2009\u200a\u202f\u3000"
_KINDS = ("wide", "title", "one", "glued", "number", "bullet", "dash")
_ALMOST = (
    rf"^(?P<before>[ \t>]{{0,12}})(?:"
    rf"(?P<wide>\#{{1,6}}|[-*+]|\d{{1,3}}[.)])[{_BLANKS}]+"
    r"|(?P<title>\#{2,6})(?=[^\s\#])"
    r"|(?P<one>\#)(?=[A-ZÀ-ÖØ-Þ]\S*[ ]\S)"
    r"|(?P<glued>-(?=[^\W\d_]|[«“\"*\[(]))"
    r"|(?P<number>\d{1,2}[.)])(?=[^\W\d_]|[«“])"
    rf"|(?P<bullet>[•◦▪‣·●○■▸►➢➤▶])[ \t{_BLANKS}]*(?=\S)"
    rf"|(?P<dash>–)[ \t{_BLANKS}]+(?=\S)"
    r")(?P<rest>[^\n]+)$"
)
_ITEM = re.compile(r"[ \t>]{0,12}(?:[-*+]|\d{1,3}[.)])\s")
_LINE = re.compile(_ALMOST, re.MULTILINE)
_LINE_OR_FENCE = re.compile(rf"{_ALMOST}|^[ \t>]{{0,12}}(?P<fence>```|~~~)", re.MULTILINE)
_MOST_MENDED = 70


def report_lines(sheet: Sheet, text: str, first: int) -> None:
    """Report titles and list items of a text, which starts at line ``first``, that are none."""
    if _LINE.search(text) is None:
        return
    line, before, after_item, is_code = first, 0, 0, False
    for found in _LINE_OR_FENCE.finditer(text):
        line += text.count("\n", before, found.start())
        before = found.start()
        if found["fence"]:
            is_code = not is_code
        elif not is_code and _is_almost(found, after_item):
            # The lines of a list are one slip: the first one shows how to mend them all.
            if found.start() != after_item or not after_item:
                _report_line(sheet, found, line)
            after_item = found.end() + 1


def _is_almost(found: re.Match[str], after_item: int) -> bool:
    """Tell a mark from words that begin like one, in the middle of a paragraph for instance."""
    kind = _kind(found)
    if kind in ("wide", "title"):
        return True
    if kind in ("one", "dash") and not _stands_alone(found, kind):
        return False
    start = found.start()
    if start in (0, after_item):
        return True
    before = found.string[found.string.rfind("\n", 0, start - 1) + 1 : start]
    is_blank = not before.strip(" \t>\n")
    return is_blank or before.rstrip().endswith(":") or _ITEM.match(before) is not None


def _kind(found: re.Match[str]) -> str:
    return next(name for name in _KINDS if found[name])


def _stands_alone(found: re.Match[str], kind: str) -> bool:
    """Tell a title from a hashtag, an item from words between two dashes."""
    if kind == "one":
        following = found.string[found.end() + 1 : found.end() + 2]
        return following in ("", "\n")
    return "–" not in found["rest"]


def _report_line(sheet: Sheet, found: re.Match[str], line: int) -> None:
    kind = _kind(found)
    mark = found[kind]
    rest = found["rest"].strip()
    is_title = mark[0] == "#"
    right = f"{mark}#" if kind == "one" else mark
    right = "-" if kind in ("bullet", "dash") else right
    mended = f"{right} {rest}"
    if len(mended) > _MOST_MENDED:
        mended = f"{mended[:_MOST_MENDED].rstrip()}…"
    sheet.add(
        rules.ALMOST_MARK,
        sheet.at(line, found.end("before") - found.start() + 1, len(mark)),
        mark=mark,
        what="un titre" if is_title else "une liste",
        reason=_REASONS.get(kind, _REASONS["glued"]),
        line=mended,
    )


_REASONS = {
    "wide": "l’espace qui le suit est insécable",
    "glued": "il manque une espace après",
    "bullet": "une liste se fait avec un tiret",
    "dash": "c’est un tiret long, et une liste se fait avec un tiret court",
}

# Tables

_RULE_LINE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_BETWEEN_TABS = re.compile(r"\S[ ]*\t+[ ]*\S")


def report_table(sheet: Sheet, text: str, first: int) -> None:
    """Report a paragraph, which starts at line ``first``, that was to be a table."""
    if "|" not in text and "\t" not in text:
        return
    lines = text.split("\n")
    tabbed = [index for index, line in enumerate(lines) if _BETWEEN_TABS.search(line)]
    if len(tabbed) > 1:
        cells = [cell.strip() for cell in lines[tabbed[0]].strip().split("\t")]
        reason = "ses colonnes sont séparées par des tabulations, comme dans un tableur"
        _report_table(sheet, first + tabbed[0], reason, cells)
        return
    barred = [index for index, line in enumerate(lines) if _is_row(line)]
    if not barred or (len(barred) < 2 and not lines[barred[0]].lstrip().startswith("|")):
        return
    cells = [cell.strip() for cell in lines[barred[0]].strip().strip("|").split("|")]
    has_rule = any("-" in line and _RULE_LINE.fullmatch(line.strip()) for line in lines[1:])
    reason = (
        "la ligne de tirets n’a pas le même nombre de colonnes que la première"
        if has_rule
        else "il manque la ligne de tirets sous la première"
    )
    _report_table(sheet, first + barred[0], reason, cells)


def _is_row(line: str) -> bool:
    bare = line.strip()
    return bare.count("|") > 1 if bare.startswith("|") else " | " in bare


def _report_table(sheet: Sheet, line: int, reason: str, cells: Sequence[str]) -> None:
    head = f"| {' | '.join(cells)} |"
    shown = head if len(head) <= _MOST_MENDED else f"{head[:_MOST_MENDED].rstrip()}…"
    rule_line = f"|{'---|' * min(len(cells), 20)}"
    sheet.add(rules.ALMOST_TABLE, sheet.at(line, 1), reason=reason, head=shown, rule_line=rule_line)


def report_long_rows(sheet: Sheet, start: int, table: Token) -> None:
    """Report the rows of a table, in a text that starts at a line, with more cells than its first.

    A gap takes its bars for itself, so that a text with gaps is left alone.
    """
    if table.map is None or sheet.has_gaps:
        return
    first, last = start + table.map[0], start + table.map[1] - 1
    width = _cells(sheet.body[first - 1])
    for line in range(first + 2, last + 1):
        if (count := _cells(sheet.body[line - 1])) > width:
            sheet.add(rules.LONG_ROW, sheet.at(line, 1), count=count, width=width)


def _cells(line: str) -> int:
    bare = _NO_CELL.sub("", line.strip())
    return bare.removeprefix("|").removesuffix("|").count("|") + 1


_NO_CELL = re.compile(r"\\.|\[\[[^\[\]\n]*\]\]")

# Inline marks

_TEXTS = frozenset({"text", "softbreak"})
_TAKEN = "\ufffc"
_LINK = re.compile(
    r"(!?)\[([^\[\]\n]{0,200})\]([ \u00a0\u202f]*[^\w\s()\[\]]?[ \u00a0\u202f]*)"
    r"\(([^()\n]{0,400})(\)?)"
)
_MOST_LINKS = 50
_SIZE = re.compile(r"\s=\d{1,5}(?:x\d{0,5})?$")
_ADDRESS = re.compile(r"https?://|mailto:|(?:\.\./)*[\w./-]*media/|[\w./-]+\.md$")
_REST = re.compile(
    r"(?P<bold>\*\*|(?<![\w_])__(?=[^\W_])|(?<=[^\W_])__(?![\w_]))"
    r"|(?P<term>\[\[)"
    r"|(?P<fact>\[ ?@)"
    r"|(?P<note>\[\^)"
    r"|(?P<reference>(?<![\d\]])\]\[)"
    r"|(?P<code>`)"
    r"|(?P<struck>~~)"
    r"|(?P<colons>:::)"
    r"|(?P<box>(?:^|(?<=\n))[^\w\n\[]{0,3}\[(?=[^\]\n]{0,2}[xX \u00a0\u202f])"
    r"[^\w\[\]\n/…]{0,2}[xX]?[^\w\[\]\n/…]?\](?![(\[{:]))"
    r"|(?P<spaced>\[[^\w\s\[\]]?[ \u00a0\u202f]{0,2}\["
    r"|\[[^\w\s\[\]\ufffc]?[ \u00a0\u202f]{0,2}[@^]\w)"
    r"|(?P<language>\{\W{0,2}lang\b)"
)
_WHY = {
    "bold": (
        "il n’ouvre ni ne ferme rien",
        "collez `**` au premier et au dernier mot (`**mots en gras**`), sans espace à l’intérieur",
    ),
    "term": (
        "un lien vers le glossaire se ferme par deux crochets",
        "écrivez `[[terme]]` ou `[[terme|mots]]`",
    ),
    "fact": (
        "un renvoi à un fait ne contient qu’un code",
        "écrivez `[@B5]`, et `[@B5][@B6]` pour deux faits",
    ),
    "note": ("un appel de note se ferme par un crochet", "écrivez `[^1]`, sans espace"),
    "reference": (
        "l’adresse d’un lien s’écrit entre parenthèses",
        "écrivez `[mots](https://…)`",
    ),
    "code": (
        "le second accent grave manque",
        "entourez le code de deux accents graves, ou employez une apostrophe",
    ),
    "colons": (
        "un bloc s’ouvre et se ferme sur une ligne à part",
        "mettez `:::` au début d’une ligne, sans rien devant",
    ),
    "box": ("une case a un tiret et une espace devant, une espace après", "écrivez `- [ ] texte`"),
    "spaced": (
        "ses crochets ne se touchent pas, ou un signe les sépare",
        "écrivez `[[terme]]`, `[@B5]` ou `[^1]`",
    ),
    "language": (
        "une langue se colle au crochet des mots qu’elle marque",
        "écrivez `[mots]{lang=en}`",
    ),
    "star": (
        "il n’ouvre ni ne ferme rien",
        "collez `*` au premier et au dernier mot, sans espace à l’intérieur",
    ),
    "brace": (
        "une accolade va avec une autre",
        "supprimez-la, ou ajoutez celle qui manque",
    ),
    "angle": ("un chevron va avec un autre, sans espace", "écrivez `<adresse>`"),
    "struck": ("le texte barré n’existe pas ici", "supprimez ces signes, et ce qui est barré"),
}


def report_rest(sheet: Sheet, text: str, tokens: Sequence[Token], first: int, last: int) -> None:
    """Report marks that are still there when every token of an inline text is taken out."""
    rest = "".join((token.content or "\n") if token.type in _TEXTS else _TAKEN for token in tokens)
    if _report_split(sheet, text, first, last):
        return
    if _SIGN.search(rest) is None and "{" not in text and "}" not in text:
        return
    links = list(islice(filter(_is_meant, _LINK.finditer(rest)), _MOST_LINKS))
    for found in links:
        reason, advice = _amiss(found)
        thing = "Cette image" if found[1] else "Ce lien"
        at = sheet.find(found.group()[:80], first, last)
        sheet.add(rules.ALMOST_LINK, at, thing=thing, reason=reason, advice=advice)
    if links:
        return
    kinds: set[str] = set()
    for mark in [*_REST.finditer(rest), *_lone_signs(text, rest, has_gaps=sheet.has_gaps)]:
        kind = str(mark.lastgroup)
        if kind not in kinds:
            kinds.add(kind)
            reason, advice = _WHY[kind]
            context = (
                mark.string[mark.start() : mark.start() + 12].split("\n", 1)[0].split(_TAKEN)[0]
            )
            at = sheet.find(context, first, last)
            sheet.add(rules.STRAY_MARK, at, mark=mark.group(), reason=reason, advice=advice)


_SIGN = re.compile(r"[*_\[\]`~{}<]|:::")
_SPLIT_STARS = re.compile(r"(?<!\*)\*[-\"'“”«»{}:;–]\*(?!\*)")
_PICTURE = re.compile(
    r"!(?:[^\w\s(\[]?[ \u00a0\u202f]?)(?<!!)\[[^\[\]]*\]"
    r"\([^()]*\.(?:svg|png|jpe?g|webp|gif|avif)\b",
    re.IGNORECASE,
)


def _report_split(sheet: Sheet, text: str, first: int, last: int) -> bool:
    """Report two marks that belong together and have a sign between them; tell whether any."""
    if "*" in text and (stars := _SPLIT_STARS.search(text)):
        reason, advice = "un signe sépare les deux étoiles", _WHY["bold"][1]
        at = sheet.find(stars.group(), first, last)
        sheet.add(rules.STRAY_MARK, at, mark=stars.group(), reason=reason, advice=advice)
        return True
    if "!" in text and (picture := _PICTURE.search(text)):
        reason = "un signe ou une espace sépare le point d’exclamation du crochet"
        at = sheet.find(picture.group().split("\n")[0], first, last)
        advice = f"écrivez `![{picture.group().partition('[')[2]})`"
        sheet.add(rules.ALMOST_LINK, at, thing="Cette image", reason=reason, advice=advice)
        return True
    return False


_STAR = re.compile(r"(?P<star>\*)")
_GLUED_STAR = re.compile(r"(?<![\w*])\*(?=[\w«“\"(])|\ufffc\*|\*\ufffc")
_NOT_WORDS = re.compile(r"`[^`]*`|\\.")
_BRACE = re.compile(r"(?P<brace>[{}])")
_ANGLE = re.compile(r"(?P<angle><)(?=[^<>\n]{0,60}(?:://|\S@\S))")


def _lone_signs(text: str, rest: str, *, has_gaps: bool) -> Iterator[re.Match[str]]:
    """Give the signs that go by two and are alone; a star after a word may call a note."""
    rest = rest.replace("**", "\ufffc\ufffc")
    if "*" in rest and (rest.count("*") > 1 or _GLUED_STAR.search(rest)):
        glued = re.search(r"(?<=[^\s\d*])\*|\*(?=[^\s\d*])", rest)
        yield from _STAR.finditer(rest, glued.start() if glued else len(rest))
    words = _NOT_WORDS.sub("", text)
    if not has_gaps and words.count("{") != words.count("}"):
        yield from _BRACE.finditer(words)
    if "<" in rest:
        yield from _ANGLE.finditer(rest)


def _is_meant(found: re.Match[str]) -> bool:
    """Tell a link from words in brackets before words in parentheses."""
    return bool(_ADDRESS.match(found[4].strip())) or (not found[3] and "." in found[4])


def _amiss(found: re.Match[str]) -> tuple[str, str]:
    picture, words, gap, address, end = found.groups()
    plain = address.strip()
    before = f"{picture}[{words}]"
    if gap:
        what = f"«\u00a0{gap.strip()}\u00a0»" if gap.strip() else "une espace"
        return f"{what} sépare le crochet de la parenthèse", f"écrivez `{before}({plain})`"
    if not end:
        return "la parenthèse n’est pas fermée", f"écrivez `{before}({plain.split(' ')[0]})`"
    if size := _SIZE.search(plain):
        bare = plain[: size.start()]
        return "une taille d’image ne s’écrit pas ici", f"écrivez `{before}({bare})`"
    if plain.startswith(("http", "mailto")):
        return (
            "son adresse contient une espace",
            "remplacez chaque espace de l’adresse par `%20`, ou supprimez-la",
        )
    return (
        "le nom du fichier contient une espace",
        "renommez le fichier sans espace (recommandé), ou entourez l’adresse de chevrons\u00a0: "
        f"`{before}(<{plain}>)`",
    )
