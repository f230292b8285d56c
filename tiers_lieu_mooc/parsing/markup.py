"""Block and inline tokens → ``Rich``: every tag and attribute that a text can have is here."""

from __future__ import annotations

import re
from collections.abc import Callable

from tiers_lieu_mooc.model.node import Rich
from tiers_lieu_mooc.parsing import markdown, pointing
from tiers_lieu_mooc.parsing.drafts import FigureDraft, ProseDraft
from tiers_lieu_mooc.parsing.markdown import Token
from tiers_lieu_mooc.parsing.notes import Note
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.surviving import (
    report_lines,
    report_long_rows,
    report_rest,
    report_table,
)
from tiers_lieu_mooc.parsing.typography import french
from tiers_lieu_mooc.rules import marks
from tiers_lieu_mooc.rules import text as rules

__all__ = ["block_rich", "definition_lists", "inline_rich", "notes_list", "prose", "with_gaps"]

_RAW_HTML = re.compile(r"(?<!\\)(?:<!--|</?[A-Za-z][^<>\n]*>?|<[!?][A-Za-z])")
_CODE = re.compile(
    r"(`+)(?!`).*?(?<!`)\1(?!`)|(?<=\]\()<[^<>\n]*>|<[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*>|<[^\s<>@]+@[^\s<>]+>",
    re.DOTALL,
)
_LINK_DEFINITION = re.compile(r" {0,3}\[[^\]^@\n][^\]\n]*\]:\s*\S")
_LONE_PICTURE = re.compile(r"!\[.*\)\s*", re.DOTALL)
_GAP_MARK = re.compile("\ue000(\\d+)\ue001")
_LINE_END = re.compile(r" *\n *")

_TAGS = {
    "paragraph_open": "<p>",
    "paragraph_close": "</p>\n",
    "bullet_list_open": "<ul>\n",
    "bullet_list_close": "</ul>\n",
    "ordered_list_close": "</ol>\n",
    "list_item_open": "<li>",
    "list_item_close": "</li>\n",
    "blockquote_open": "<blockquote>\n",
    "blockquote_close": "</blockquote>\n",
    "table_open": '<div class="scroll" role="group" aria-label="Tableau" tabindex="0"><table>\n',
    "table_close": "</table></div>\n",
    "thead_open": "<thead>",
    "thead_close": "</thead>\n",
    "tbody_open": "<tbody>\n",
    "tbody_close": "</tbody>\n",
    "tr_open": "<tr>",
    "tr_close": "</tr>\n",
    "th_close": "</th>",
    "td_close": "</td>",
    "dl_open": "<dl>\n",
    "dl_close": "</dl>\n",
    "dt_open": "<dt>",
    "dt_close": "</dt>\n",
    "dd_open": "<dd>",
    "dd_close": "</dd>\n",
    "hr": "<hr>\n",
}
_INLINE_TAGS = {
    "em_open": "<em>",
    "em_close": "</em>",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "span_close": "</span>",
    "hardbreak": "<br>\n",
    "softbreak": "\n",
}
_TEXTS = frozenset({"text", "text_special"})
_ALIGNMENTS = {"text-align:left": "start", "text-align:center": "center", "text-align:right": "end"}
_BOXES = {"[ ]": "☐ ", "[x]": "☑ ", "[X]": "☑ "}


def prose(sheet: Sheet, first: int, last: int) -> list[ProseDraft | FigureDraft]:
    """Parse lines ``first`` to ``last`` of a sheet; a picture alone in a paragraph is a figure."""
    text = "\n".join(sheet.body[first - 1 : last])
    if not text or text.isspace():
        return []
    report_lines(sheet, text, first)
    return _Splitter(sheet, first).split(markdown.block_tokens(text))


def block_rich(sheet: Sheet, text: str, line: int) -> Rich:
    """Parse block text whose n-th line stands at line ``line + n`` of the sheet."""
    writer = _Writer(sheet, line)
    if "\n" not in text and text[:1].isalpha():
        writer.paragraph(text.strip(), line)
    else:
        report_lines(sheet, text, line)
        writer.write(markdown.block_tokens(text))
    return writer.rich()


def inline_rich(sheet: Sheet, text: str, line: int) -> Rich:
    """Parse one run of text, without paragraphs, that starts at ``line`` of the sheet."""
    writer = _Writer(sheet, line)
    writer.inline(text.strip(), line, line + text.count("\n"))
    return writer.rich()


def with_gaps(text: Rich) -> Rich:
    """Turn the marks of gaps (their number between two private characters) into elements."""
    html = _GAP_MARK.sub(r'<span data-gap="\1"></span>', str(text.html))
    return markdown.rich([html], [_GAP_MARK.sub("[…]", text.plain)], text.media)


def definition_lists(
    sheet: Sheet, first: int, last: int
) -> tuple[list[tuple[str, int, Rich]], list[int]]:
    """Read term and definition pairs, as a glossary holds them.

    Returns:
        Each term as written, its line and its definition; the first lines of everything else.
    """
    tokens = markdown.block_tokens("\n".join(sheet.body[first - 1 : last]))
    pairs: list[tuple[str, int, Rich]] = []
    others: list[int] = []
    start = 0
    while start < len(tokens):
        end = _end_of_block(tokens, start)
        if tokens[start].type == "dl_open":
            pairs.extend(_pairs(sheet, first, tokens[start + 1 : end - 1]))
        else:
            others.append(first + (tokens[start].map or [0])[0])
        start = end
    return pairs, others


def _pairs(sheet: Sheet, first: int, tokens: list[Token]) -> list[tuple[str, int, Rich]]:
    pairs: list[tuple[str, int, Rich]] = []
    term, line, writer = "", first, None
    start = 0
    while start < len(tokens):
        end = _end_of_block(tokens, start)
        if tokens[start].type == "dt_open":
            if writer is not None:
                pairs.append((term, line, writer.rich()))
            term, writer = tokens[start + 1].content, _Writer(sheet, first)
            line = first + (tokens[start].map or [0])[0]
        elif writer is not None:
            writer.write(tokens[start + 1 : end - 1])
        start = end
    if writer is not None:
        pairs.append((term, line, writer.rich()))
    return pairs


def _end_of_block(tokens: list[Token], start: int) -> int:
    """Give the index after the block that opens at ``start``."""
    if tokens[start].nesting != 1:
        return start + 1
    level = tokens[start].level
    for index in range(start + 1, len(tokens)):
        if tokens[index].nesting == -1 and tokens[index].level == level:
            return index + 1
    return len(tokens)


class _Writer:
    """Writes one piece of text."""

    def __init__(self, sheet: Sheet, line: int) -> None:
        self._sheet = sheet
        self._line = line
        self._html: list[str] = []
        self._words: list[str] = []
        self._media: list[str] = []

    def rich(self) -> Rich:
        """Give what was written so far."""
        return markdown.rich(self._html, self._words, self._media)

    def write(self, tokens: list[Token]) -> None:
        """Write block tokens."""
        html = self._html
        for token in tokens:
            kind = token.type
            if kind == "inline":
                first, last = token.map or (0, 1)
                report_table(self._sheet, token.content, self._line + first)
                self.inline(token.content, self._line + first, self._line + last - 1)
            elif kind in _TAGS:
                if not token.hidden:
                    html.append(_TAGS[kind])
                if kind == "table_open":
                    report_long_rows(self._sheet, self._line, token)
            else:
                _BLOCKS[kind](self, token)

    def paragraph(self, text: str, line: int) -> None:
        """Write one line that starts with a letter: to Markdown, it can only be a paragraph."""
        self._html.append("<p>")
        self.inline(text, line, line)
        self._html.append("</p>")

    def inline(self, text: str, first: int, last: int) -> None:
        """Write inline text that stands between two lines of the sheet."""
        if text[:3] in _BOXES and text[3:4] in " \u00a0\u202f":
            text = _BOXES[text[:3]] + text[4:]
        if markdown.is_plain(text):
            if "\n" in text:
                text = _LINE_END.sub("\n", text)
            words = french(text)
            self._words.append(words)
            self._html.append(words.replace(">", "&gt;") if ">" in words else words)
        else:
            self._inline_tokens(text, first, last)

    def _inline_tokens(self, text: str, first: int, last: int) -> None:
        _report_foreign(self._sheet, text, first, last)
        html, words = self._html, list[str]()
        run = pointing.Run(self._sheet, text, first, last, html, words, self._media)
        tokens = markdown.inline_tokens(text)
        report_rest(self._sheet, text, tokens, first, last)
        for token in tokens:
            kind = token.type
            if kind in _TEXTS:
                piece = french(token.content)
                words.append(piece)
                html.append(escaped(piece))
            elif kind in _INLINE_TAGS:
                tag = _INLINE_TAGS[kind]
                html.append(tag)
                if tag[-1] == "\n":
                    words.append("\n")
            else:
                _WRITERS[kind](run, token)
        self._words.append("".join(words))

    # Blocks that need more than a fixed tag

    def _open_heading(self, token: Token) -> None:
        self._html.append(f"<h{_heading_level(token)}>")
        if token.tag == "h1":
            line = self._line + (token.map or [0])[0]
            title = self._sheet.lines[line - 1].strip("# ") if token.markup == "#" else "…"
            self._sheet.add(rules.TOP_HEADING, self._sheet.at(line, 1), title=title)

    def _close_heading(self, token: Token) -> None:
        self._html.append(f"</h{_heading_level(token)}>\n")

    def _open_numbers(self, token: Token) -> None:
        start = token.attrs.get("start")
        self._html.append("<ol>\n" if start is None else f'<ol start="{start}">\n')

    def _open_cell(self, token: Token) -> None:
        scope = ' scope="col"' if token.tag == "th" else ""
        side = _ALIGNMENTS.get(str(token.attrs.get("style", "")))
        align = f' class="align-{side}"' if side else ""
        self._html.append(f"<{token.tag}{scope}{align}>")

    def _code(self, token: Token) -> None:
        self._words.append(token.content)
        self._html.append(f"<pre><code>{escaped(token.content)}</code></pre>\n")

    def _indented_code(self, token: Token) -> None:
        line = self._line + (token.map or [0])[0]
        if ":::" not in token.content:  # which the reading of containers has reported
            self._sheet.add(marks.INDENTED_CODE, self._sheet.at(line, 1))
        self._code(token)

    def _too_deep(self, token: Token) -> None:
        line = self._line + (token.map or [0])[0]
        self._sheet.add(rules.TOO_DEEP, self._sheet.at(line, 1))
        self._words.append(token.content)
        self._html.append(f"<p>{escaped(token.content)}</p>\n")


def _write_emphasis(run: pointing.Run, token: Token) -> None:
    mark, text = token.meta["parts"]
    name = "strong" if mark == "**" else "em"
    run.html.append(f"<{name}>")
    run.show(text)
    run.html.append(f"</{name}>")


def _write_code(run: pointing.Run, token: Token) -> None:
    run.words.append(token.content)
    run.html.append(f"<code>{escaped(token.content)}</code>")


_WRITERS = {**pointing.WRITERS, "emphasis": _write_emphasis, "code_inline": _write_code}
_BLOCKS: dict[str, Callable[[_Writer, Token], None]] = {
    "heading_open": _Writer._open_heading,
    "heading_close": _Writer._close_heading,
    "ordered_list_open": _Writer._open_numbers,
    "th_open": _Writer._open_cell,
    "td_open": _Writer._open_cell,
    "fence": _Writer._code,
    "code_block": _Writer._indented_code,
    "too_deep": _Writer._too_deep,
}


def _heading_level(token: Token) -> int:
    # The page's h1 is the course and its h2 the lesson, so ``##`` is an h3.
    return min(max(int(token.tag[1]), 2) + 1, 6)


def escaped(text: str) -> str:
    """Escape text that stands between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _report_foreign(sheet: Sheet, text: str, first: int, last: int) -> None:
    """Report what other Markdowns understand and ours shows as it is: HTML, link definitions."""
    if "<" in text:
        tags = [found.group() for found in _RAW_HTML.finditer(_CODE.sub("", text))]
        opening = [tag for tag in tags if not tag.startswith("</")]
        for tag in opening or tags:
            rule = marks.HTML_COMMENT if tag == "<!--" else rules.RAW_HTML
            sheet.add(rule, sheet.find(tag, first, last), tag=tag)
    if "]:" in text and (definition := _LINK_DEFINITION.match(text)):
        at = sheet.find(definition.group().strip(), first, last)
        is_comment = text.lstrip().startswith(("[//]:", "[comment]:"))
        sheet.add(marks.HTML_COMMENT if is_comment else rules.REFERENCE_LINK, at)


class _Splitter:
    """Cuts the top level of a text into figures and the prose between them."""

    def __init__(self, sheet: Sheet, line: int) -> None:
        self._sheet = sheet
        self._line = line
        self._found: list[ProseDraft | FigureDraft] = []

    def split(self, tokens: list[Token]) -> list[ProseDraft | FigureDraft]:
        """Write every token, in order."""
        start = 0
        for index in range(1, len(tokens) - 1):
            token = tokens[index]
            if token.type == "inline" and token.level == 1 and token.content.startswith("!["):
                figure = self._figure(token) if tokens[index - 1].type == "paragraph_open" else None
                if figure is not None:
                    self._prose(tokens[start : index - 1])
                    self._found.append(figure)
                    start = index + 2
        self._prose(tokens[start:])
        return self._found

    def _prose(self, tokens: list[Token]) -> None:
        if tokens:
            writer = _Writer(self._sheet, self._line)
            writer.write(tokens)
            line = self._line + (tokens[0].map or [0])[0]
            self._found.append(ProseDraft(self._sheet.at(line), writer.rich()))

    def _figure(self, token: Token) -> ProseDraft | FigureDraft | None:
        """Make a figure of a lone picture; None when the paragraph is something else."""
        if not _LONE_PICTURE.fullmatch(token.content):
            return None
        children = markdown.inline_tokens(token.content)
        if [each.type for each in children] != ["image"]:
            return None
        first, last = token.map or (0, 1)
        line = self._line + first
        picture = pointing.picture_of(self._sheet, children[0], line, self._line + last)
        title = str(children[0].attrs.get("title", ""))
        caption = inline_rich(self._sheet, title, line) if title else None
        if picture is None:
            words = f"{children[0].content} {title}"
            return ProseDraft(self._sheet.at(line), inline_rich(self._sheet, words, line))
        return FigureDraft(self._sheet.at(line), picture.name, picture.alternative, caption)


def notes_list(sheet: Sheet) -> list[ProseDraft]:
    """Write the notes that were called, in order, and report the others."""
    notes = sheet.notes
    for again in notes.duplicates:
        first = notes.by_label[again.label].line
        sheet.add(rules.DUPLICATE_NOTE, sheet.at(again.line, 1), name=again.label, first=first)
    html: list[str] = []
    words: list[str] = []
    media: list[str] = []
    called: list[Note] = []
    while fresh := sorted(notes.called_after(len(called)), key=lambda note: note.number):
        for note in fresh:
            text = block_rich(sheet, note.text, note.line)
            html.append(_note_item(notes.prefix, note, text))
            words.append(text.plain)
            media.extend(text.media)
        called.extend(fresh)
    for note in notes.by_label.values():
        if not note.number:
            sheet.add(rules.UNUSED_NOTE, sheet.at(note.line, 1), name=note.label)
    if not called:
        return []
    whole = ['<div class="notes" role="doc-endnotes"><ol>\n', *html, "</ol></div>"]
    at = sheet.at(min(note.line for note in called))
    return [ProseDraft(at, markdown.rich(whole, words, media))]


def _note_item(prefix: str, note: Note, text: Rich) -> str:
    back = f'<a href="#appel-{prefix}-{note.number}" role="doc-backlink">↩ Retour au texte</a>'
    return f'<li id="note-{prefix}-{note.number}">{text.html} {back}</li>\n'
