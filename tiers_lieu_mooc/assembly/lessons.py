"""``LessonDraft`` → ``Lesson``."""

from __future__ import annotations

from collections.abc import Iterable

from tiers_lieu_mooc.assembly.making import Maker
from tiers_lieu_mooc.assembly.questions import make_question
from tiers_lieu_mooc.assembly.quotations import Quotations
from tiers_lieu_mooc.model import content
from tiers_lieu_mooc.model.course import Lesson
from tiers_lieu_mooc.parsing.drafts import (
    AsideDraft,
    BlockDraft,
    FicheDraft,
    FigureDraft,
    LessonDraft,
    ProseDraft,
    QuestionBlockDraft,
    QuizDraft,
    QuotationDraft,
    RecordingDraft,
    WebinarDraft,
)
from tiers_lieu_mooc.parsing.identifiers import is_identifier
from tiers_lieu_mooc.parsing.references import ReferenceKind

__all__ = ["make_lesson"]


def make_lesson(
    maker: Maker, draft: LessonDraft, quotations: Quotations, facts: frozenset[str]
) -> Lesson | None:
    """Make a lesson.

    A lesson whose duration could not be read gets one minute: an error stops the build anyway,
    and the other checks can go on.
    """
    cited = (each.target for each in draft.references if each.kind is ReferenceKind.FACT)
    values = {
        "id": draft.id,
        "module": draft.module,
        "title": draft.title,
        "minutes": draft.minutes or 1,
        "objectives": tuple(word.text for word in draft.objectives),
        "facts": tuple(code for code in dict.fromkeys(cited) if code in facts),
        "blocks": tuple(_Blocks(maker, draft.module, quotations).of(draft.blocks)),
    }
    return maker.make(Lesson, draft.at, values)


class _Blocks:
    """Makes the blocks of one lesson."""

    def __init__(self, maker: Maker, module: str, quotations: Quotations) -> None:
        self._maker = maker
        self._module = module
        self._quotations = quotations

    def of(self, drafts: Iterable[BlockDraft]) -> Iterable[content.Block]:
        """Make blocks, in order; those that could not be made are left out."""
        for draft in drafts:
            made = self._block(draft)
            if made is not None:
                yield made

    def _block(self, draft: BlockDraft) -> content.Block | None:
        match draft:
            case ProseDraft():
                return content.Prose(at=draft.at, text=draft.text)
            case FigureDraft():
                return _figure(draft)
            case QuestionBlockDraft():
                return self._question(draft)
            case QuotationDraft():
                return self._quotation(draft)
            case QuizDraft():
                return self._quiz(draft)
            case _:
                return self._frame(draft)

    def _frame(
        self, draft: AsideDraft | FicheDraft | RecordingDraft | WebinarDraft
    ) -> content.Block:
        match draft:
            case AsideDraft():
                return self._aside(draft)
            case FicheDraft():
                return self._fiche(draft)
            case RecordingDraft():
                return self._recording(draft)
            case WebinarDraft():
                return self._webinar(draft)

    def _aside(self, draft: AsideDraft) -> content.Aside:
        return content.Aside(
            at=draft.at,
            name=content.AsideName(draft.name),
            title=draft.title,
            details=draft.details,
            blocks=tuple(self.of(draft.blocks)),
        )

    def _fiche(self, draft: FicheDraft) -> content.Fiche:
        return content.Fiche(
            at=draft.at,
            section=draft.section,
            title=draft.title,
            fields=tuple(word.text for word in draft.fields if is_identifier(word.text)),
            blocks=tuple(self.of(draft.blocks)),
        )

    def _recording(self, draft: RecordingDraft) -> content.Recording:
        return content.Recording(
            at=draft.at,
            name="vidéo" if draft.name == "vidéo" else "audio",
            title=draft.title,
            media=draft.media,
            captions=draft.captions,
            duration=draft.duration,
            transcript=tuple(self.of(draft.transcript)),
        )

    def _webinar(self, draft: WebinarDraft) -> content.Webinar:
        return content.Webinar(
            at=draft.at,
            title=draft.title,
            date=draft.date,
            speakers=draft.speakers,
            replay=draft.replay,
            blocks=tuple(self.of(draft.blocks)),
        )

    def _question(self, draft: QuestionBlockDraft) -> content.QuestionBlock | None:
        question = make_question(self._maker, draft.question, self._module)
        return None if question is None else content.QuestionBlock(at=draft.at, question=question)

    def _quotation(self, draft: QuotationDraft) -> content.QuestionBlock | None:
        question = self._quotations.question(self._maker.report, draft.name)
        if question is None:
            return None
        return content.QuestionBlock(at=draft.at, question=question, is_quoted=True)

    def _quiz(self, draft: QuizDraft) -> content.QuizBlock | None:
        if not self._quotations.has_bank(self._maker.report, draft.bank):
            return None
        return content.QuizBlock(at=draft.at, bank=draft.bank.text)


def _figure(draft: FigureDraft) -> content.Figure:
    return content.Figure(
        at=draft.at,
        media=draft.media,
        alternative=draft.alternative,
        caption=draft.caption,
        description=draft.description,
    )
