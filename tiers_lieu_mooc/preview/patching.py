"""What has to be replaced in an open page so that it shows a newer build of its package."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel

# Sections of the learner's page (rendering/templates/page), and the questions in them; both stand
# side by side and never one inside another.
_SECTION = re.compile(r'<section class="page[^>]*? id="([^"]*)" data-page')
_QUESTION = re.compile(r'<div class="question" id="([^"]*)"')
_DIV_EDGE = re.compile(r"<(/?)div\b")
_SECTION_END = "</section>"
_PAGE_END = "</main>"


class Section(BaseModel):
    """A section of the page that reads otherwise than before.

    Attributes:
        id: of its element.
        html: the whole element.
        kept: ids of its questions that are what they were, whose elements can stay as they are.
    """

    id: str
    html: str
    kept: list[str]


@dataclass(frozen=True)
class Outline:
    """A page cut into its sections.

    Attributes:
        around: what stands before the first section and after each.
        sections: markup by id, in order.
    """

    around: tuple[str, ...]
    sections: Mapping[str, str]

    @classmethod
    def of(cls, page: str) -> Outline | None:
        """Cut a page; None when it is none of ours, or two sections share an id."""
        found = list(_SECTION.finditer(page))
        end = page.rfind(_PAGE_END)
        if not found or end < found[-1].start():
            return None
        around, sections = [page[: found[0].start()], page[end:]], {}
        for each, following in zip(found, [*found[1:], None], strict=True):
            stop = following.start() if following else end
            cut = page.rfind(_SECTION_END, each.start(), stop) + len(_SECTION_END)
            sections[each[1]] = page[each.start() : cut]
            around.append(page[cut:stop])
        if len(sections) < len(found):
            return None
        return cls(tuple(around), sections)


@dataclass(frozen=True)
class Edition:
    """The files of one build, ready to be compared with the next."""

    files: Mapping[str, bytes]
    launch: str

    @cached_property
    def outline(self) -> Outline | None:
        """The page that is launched, cut into sections."""
        return Outline.of(self.files.get(self.launch, b"").decode("utf-8", "replace"))


def changes(old: Edition, new: Edition) -> list[Section] | None:
    """Give the sections that differ; None when more than sections does.

    The head, the scripts, the data that they were started with and the other files of the package
    count for the whole page, which has to be loaded again when one of them differs.
    """
    if old.launch != new.launch or _others(old) != _others(new):
        return None
    before, after = old.outline, new.outline
    if before is None or after is None or before.around != after.around:
        return None
    if [*before.sections] != [*after.sections]:
        return None
    return [
        Section(id=name, html=html, kept=_kept(before.sections[name], html))
        for name, html in after.sections.items()
        if before.sections[name] != html
    ]


def _others(edition: Edition) -> dict[str, bytes]:
    return {name: content for name, content in edition.files.items() if name != edition.launch}


def _kept(before: str, after: str) -> list[str]:
    old = dict(_questions(before))
    return [name for name, markup in _questions(after) if old.get(name) == markup]


def _questions(section: str) -> Iterator[tuple[str, str]]:
    """Give id and markup of each question, to the end of its element."""
    for found in _QUESTION.finditer(section):
        depth = 0
        for edge in _DIV_EDGE.finditer(section, found.start()):
            depth += -1 if edge[1] else 1
            if not depth:
                yield found[1], section[found.start() : edge.end()]
                break
