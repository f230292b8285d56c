"""Blocks of a lesson → markup."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import singledispatchmethod

from markupsafe import Markup

from tiers_lieu_mooc.model.content import (
    Aside,
    Block,
    Fiche,
    Figure,
    Prose,
    QuestionBlock,
    QuizBlock,
    Recording,
    Webinar,
)
from tiers_lieu_mooc.model.course import MediaFile
from tiers_lieu_mooc.rendering import views
from tiers_lieu_mooc.rendering.filling import fill
from tiers_lieu_mooc.rendering.markup import image, inline


@dataclass(frozen=True, slots=True)
class BlockRenderer:
    """Renders the blocks of one lesson.

    Attributes:
        media: the course's files by path.
        question: writes a question block.
        quiz_link: writes what stands for a quiz inside a lesson.
        step: gives the fields of a step of the project sheet.
    """

    media: Mapping[str, MediaFile]
    question: Callable[[QuestionBlock], Markup]
    quiz_link: Callable[[QuizBlock], Markup]
    step: Callable[[Fiche], tuple[views.SheetFieldView, ...]]

    def all(self, blocks: tuple[Block, ...]) -> Markup:
        """Render blocks one after the other."""
        return Markup("\n").join([self.one(block) for block in blocks])

    @singledispatchmethod
    def one(self, block: object) -> Markup:
        """Render one block."""
        raise TypeError(f"no template for a block of type {type(block).__name__}")

    @one.register
    def _(self, block: Prose) -> Markup:
        return block.text.html

    @one.register
    def _(self, block: QuestionBlock) -> Markup:
        return self.question(block)

    @one.register
    def _(self, block: QuizBlock) -> Markup:
        return self.quiz_link(block)

    @one.register
    def _(self, block: Figure) -> Markup:
        description = block.description.html if block.description else Markup("")
        element = image(block.media, block.alternative, self.media)
        return fill("figure", views.FigureView(element, inline(block.caption), description))

    @one.register
    def _(self, block: Aside) -> Markup:
        name = ascii_name(block.name.value)
        body = self.all(block.blocks)
        return fill("aside", views.AsideView(name, inline(block.title), block.details, body))

    @one.register
    def _(self, block: Fiche) -> Markup:
        body = self.all(block.blocks)
        view = views.FicheView(block.section, inline(block.title), body, self.step(block))
        return fill("fiche", view)

    @one.register
    def _(self, block: Recording) -> Markup:
        view = views.RecordingView(
            is_video=block.name == "vidéo",
            title=block.title,
            source=block.media,
            captions=block.captions or "",
            duration=block.duration,
            transcript=self.all(block.transcript),
        )
        return fill("recording", view)

    @one.register
    def _(self, block: Webinar) -> Markup:
        if not block.date:
            return Markup("")
        body = self.all(block.blocks)
        view = views.WebinarView(block.title, block.date, block.speakers, block.replay, body)
        return fill("webinar", view)


def ascii_name(name: str) -> str:
    """Give a container's name without accents, for style sheets."""
    decomposed = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
