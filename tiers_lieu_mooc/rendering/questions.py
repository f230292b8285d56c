"""Questions → markup."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from tiers_lieu_mooc.model.quiz import QuestionNode
from tiers_lieu_mooc.rendering import views
from tiers_lieu_mooc.rendering.controls import fields_of
from tiers_lieu_mooc.rendering.corrections import corrections_of, solution_of
from tiers_lieu_mooc.rendering.filling import fill
from tiers_lieu_mooc.rendering.keys import key_of
from tiers_lieu_mooc.rendering.markup import json_attribute, legend_and_context
from tiers_lieu_mooc.rendering.question_views import QuestionView
from tiers_lieu_mooc.rendering.revisiting import revisit_links

_NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a question stands.

    Attributes:
        instance: id of its element.
        index: permanent number.
        objectives: identifiers under which its module's objectives are reported.
        lessons: those to read again after a wrong answer.
        has_check: whether it can be handed in by itself.
        comparison: what shows its answers beside those of an earlier question.
    """

    instance: str
    index: int
    objectives: tuple[str, ...]
    lessons: tuple[views.Link, ...] = ()
    has_check: bool = True
    is_quoted: bool = False
    comparison: Markup = _NOTHING


def render_question(question: QuestionNode, setting: Setting) -> Markup:
    """Write a question as it stands in a lesson or in a quiz."""
    legend, context = legend_and_context(question.stem)
    key = key_of(question, setting.index, setting.objectives)
    view = QuestionView(
        instance=setting.instance,
        kind=question.kind,  # type: ignore[attr-defined]  # every concrete kind names itself
        index=setting.index,
        legend=legend or escape(question.title),
        context=context,
        key=json_attribute(key),
        tags="|".join(question.tags),
        is_graded=question.points > 0,
        is_quoted=setting.is_quoted,
        is_required=question.is_required,
        has_check=setting.has_check,
        hints=tuple(hint.html for hint in question.hints),
        fields=fields_of(question, setting.instance),
        corrections=tuple(corrections_of(question)),
        retry=_retry(question) if setting.has_check and question.points > 0 else "",
        solution=solution_of(question),
        revisit=revisit_links(setting.lessons),
        comparison=setting.comparison,
    )
    return fill("question", view)


def _retry(question: QuestionNode) -> str:
    """Say what to do after a wrong answer, as long as there is a try left.

    Where tries are counted, the page says how many are left, and that is enough.
    """
    if question.hints:
        return "Relisez l’indice, puis réessayez."
    return (
        "Réessayez\u00a0: changez votre réponse, puis validez-la." if question.tries is None else ""
    )
