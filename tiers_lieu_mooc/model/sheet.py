"""The project sheet: what a learner writes, section after section, all along the course."""

from __future__ import annotations

from pydantic import Field

from tiers_lieu_mooc.model.node import Identifier, Node

MOST_SECTIONS = 12
"""Sections of a sheet at most. Source: course programme, § 5.2; the state reserves as many."""

PREFIX = "fiche"
"""Container of the fields' full names, ``fiche/vision``; no module or bank may have that name."""


class SheetField(Node):
    """Something to write.

    Attributes:
        lines: expected, from 1 to 15: the height of the field, and lines on paper.
        advice: how much or what to write, "" for none.
        is_on_one_page: whether the one-page version shows it.
    """

    id: Identifier
    label: str
    lines: int = Field(default=3, ge=1, le=15)
    advice: str = ""
    is_on_one_page: bool = False

    @property
    def full_name(self) -> str:
        """The name under which the text is kept, ``fiche/field``."""
        return f"{PREFIX}/{self.id}"


class SheetSection(Node):
    """A section (« rubrique »): a question, and the fields that answer it.

    Attributes:
        number: from 1, in the order of the sheet.
        done_when: what must stand there for the section to be done.
    """

    number: int = Field(ge=1, le=MOST_SECTIONS)
    title: str
    question: str = ""
    done_when: str = ""
    fields: tuple[SheetField, ...]


class ProjectSheet(Node):
    """The sections in order, without holes: section n is ``sections[n - 1]``."""

    title: str
    sections: tuple[SheetSection, ...]

    @property
    def fields(self) -> tuple[SheetField, ...]:
        """Every field, in the order of the sheet."""
        return tuple(field for section in self.sections for field in section.fields)
