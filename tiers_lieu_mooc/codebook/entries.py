"""What a reading key holds: one entry for each interaction that the package reports."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a code of an answer points at; the value is the word of the table."""

    ANSWER = "réponse"
    ROW = "ligne"
    OPTION = "choix"
    STEP = "étape"
    DEGREE = "degré"
    FORM = "forme attendue"
    OPEN = "texte libre"


class Code(NamedTuple):
    """One thing that an answer may name.

    Attributes:
        code: as the LMS shows it, one letter or digit; "" where learners type.
        is_right: None where a code is neither right nor wrong by itself.
    """

    role: Role
    code: str
    words: str
    is_right: bool | None = None


class Entry(NamedTuple):
    """One interaction.

    Attributes:
        id: as the LMS shows it.
        question: its words.
        part: of which gap or statement; "" for a question that is one interaction.
        kind: the name that authors type.
        place: lesson or quiz in which it is asked, the first if several; ``also`` names the others.
        module: title of the module of that place.
        objective: identifiers and words of the objectives that it serves.
        right: the right answer as SCORM 1.2 writes it; "" where there is no one such text.
        right_words: the same in words; "" for what is never graded.
        source: file and line where it was written when the key was made, ``a/b.md:12``; "" when
            unknown, as in keys of before.
    """

    id: str
    question: str
    part: str
    kind: str
    module: str
    place: str
    also: str
    objective: str
    right: str
    right_words: str
    codes: tuple[Code, ...]
    source: str = ""

    @property
    def is_graded(self) -> bool:
        """Whether an answer to it is right or wrong."""
        return bool(self.right_words)

    def all_of(self, role: Role) -> tuple[Code, ...]:
        """Give the codes of that role, in the author's order."""
        return tuple(each for each in self.codes if each.role is role)


class Codebook(NamedTuple):
    """The reading key of a package; ``name`` is the stable one (``package_name``)."""

    name: str
    title: str
    entries: tuple[Entry, ...]
