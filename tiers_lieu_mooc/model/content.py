"""What a lesson is made of: a discriminated union of blocks."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from tiers_lieu_mooc.model.node import Identifier, Node, Rich
from tiers_lieu_mooc.model.quiz import Question


class Prose(Node):
    """Paragraphs, headings, lists, tables…: ordinary Markdown between two other blocks."""

    type: Literal["prose"] = "prose"
    text: Rich


class Figure(Node):
    """A picture with its mandatory alternative.

    Attributes:
        media: course path of the picture, a key of ``Course.media``.
        alternative: what the picture says, plain text; "" only for a decorative picture.
        caption: text under the picture.
        description: the long description, shown on demand.
    """

    type: Literal["figure"] = "figure"
    media: str
    alternative: str
    caption: Rich | None = None
    description: Rich | None = None


class AsideName(StrEnum):
    """The containers that frame text; the value is what authors type."""

    OBJECTIVES = "objectifs"
    SCENE = "scène"
    ESSENTIAL = "essentiel"
    FACT = "fait"
    TRY_IT = "à-vous"
    CAUTION = "prudence"
    CASE_STUDY = "étude-de-cas"
    CASE_SHEET = "déniché"
    RESOURCES = "ressources"


class Aside(Node):
    """A framed part of a lesson; ``title`` is what the author wrote after the name, if anything.

    ``details`` are the option lines (label as typed, value), for instance place and date of a case.
    """

    type: Literal["aside"] = "aside"
    name: AsideName
    title: Rich | None = None
    details: tuple[tuple[str, str], ...] = ()
    blocks: tuple[Block, ...]


class Fiche(Node):
    """A step of the project sheet.

    Attributes:
        section: its number, 1 to 12.
        fields: identifiers of the fields to fill in here; (): all of the section's, if the course
            has a sheet.
    """

    type: Literal["fiche"] = "fiche"
    section: int = Field(ge=1, le=12)
    title: Rich | None = None
    fields: tuple[Identifier, ...] = ()
    blocks: tuple[Block, ...]


class Recording(Node):
    """A video or sound file with its text alternatives.

    Attributes:
        media: course path of the file.
        captions: course path of a WebVTT file; mandatory for a video.
        transcript: the whole text, mandatory.
        duration: as typed, for instance ``3 min``.
    """

    type: Literal["recording"] = "recording"
    name: Literal["vidéo", "audio"]
    title: str
    media: str
    captions: str | None = None
    duration: str = ""
    transcript: tuple[Block, ...]


class Webinar(Node):
    """A live session; rendered only once its date is filled in."""

    type: Literal["webinar"] = "webinar"
    title: str
    date: str
    speakers: str = ""
    replay: str = ""
    blocks: tuple[Block, ...]


class QuestionBlock(Node):
    """A question inside a lesson, written there or quoted from a bank."""

    type: Literal["question"] = "question"
    question: Question
    is_quoted: bool = False


class QuizBlock(Node):
    """A whole quiz placed inside a lesson instead of at the end of the module."""

    type: Literal["quiz"] = "quiz"
    bank: Identifier


Block = Annotated[
    Prose | Figure | Aside | Fiche | Recording | Webinar | QuestionBlock | QuizBlock,
    Field(discriminator="type"),
]

for _holder in (Aside, Fiche, Recording, Webinar):
    _holder.model_rebuild()
