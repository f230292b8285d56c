"""Any text in any field reaches the page as it is, and never as markup."""

from __future__ import annotations

import lxml.html
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup, escape

from scorm_export.diagnostic import Position
from tiers_lieu_mooc.model.content import (
    Aside,
    AsideName,
    Block,
    Fiche,
    Figure,
    QuestionBlock,
    Recording,
    Webinar,
)
from tiers_lieu_mooc.model.course import (
    Course,
    Lesson,
    MediaFile,
    Module,
    Objective,
    Partner,
    Term,
    names_in_order,
)
from tiers_lieu_mooc.model.node import Rich
from tiers_lieu_mooc.model.quiz import (
    Bank,
    Category,
    Choice,
    Gaps,
    Matching,
    MultipleChoice,
    NumberRange,
    Numeric,
    Ordering,
    OrderItem,
    Pair,
    QuestionNode,
    Reflection,
    SelectGap,
    SelfPositioning,
    ShortAnswer,
    SingleChoice,
    Sorting,
    TextForm,
    TextMatching,
    TrueFalse,
    TypedGap,
)
from tiers_lieu_mooc.rendering import render_page, render_sections

_AT = Position("essai.md", 1)
_NASTY = st.text(
    st.one_of(
        st.sampled_from("<>&\"'`{}%#/\\=;:|[]()«»’éœ\u00a0\u202f🙂"),
        st.characters(
            min_codepoint=0x21, blacklist_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp", "Zs")
        ),
    ),
    min_size=1,
    max_size=12,
)


class _Texts:
    """Hands out texts, one a field, and remembers them."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = iter(texts)
        self.given: list[str] = []

    def plain(self) -> str:
        text = next(self._texts)
        self.given.append(text)
        return text

    def rich(self) -> Rich:
        text = self.plain()
        return Rich(escape(text), text)


def _question(made: type[QuestionNode], texts: _Texts, number: int, **own: object) -> QuestionNode:
    return made.model_validate(
        {
            "at": _AT,
            "id": f"q{number}",
            "container": "b",
            "title": "Q",
            "stem": texts.rich(),
            "hints": (texts.rich(),),
            "if_right": texts.rich(),
            "explanation": texts.rich(),
            **own,
        }
    )


def _questions(texts: _Texts) -> list[QuestionNode]:
    def choice(*, is_right: bool) -> Choice:
        return Choice(at=_AT, text=texts.rich(), is_right=is_right, feedback=texts.rich())

    def item() -> OrderItem:
        return OrderItem(at=_AT, text=texts.rich(), feedback=texts.rich())

    choices = (choice(is_right=True), choice(is_right=False))
    form = TextForm(at=_AT, text=texts.plain(), is_right=True, feedback=texts.rich())
    close = TextMatching(at=_AT)
    interval = NumberRange(at=_AT, low=1, high=2, text="1", is_right=True, feedback=texts.rich())
    pair = Pair(at=_AT, left=texts.rich(), right=texts.rich(), feedback=texts.rich())
    gaps = (
        TypedGap(at=_AT, variants=(texts.plain(),)),
        SelectGap(at=_AT, options=(texts.plain(), "autre"), right=0),
    )
    marks = Markup('<p><span data-gap="0"></span> <span data-gap="1"></span></p>')
    rows: list[tuple[type[QuestionNode], dict[str, object]]] = [
        (SingleChoice, {"choices": choices}),
        (MultipleChoice, {"choices": choices}),
        (TrueFalse, {"choices": choices}),
        (ShortAnswer, {"forms": (form,), "matching": close}),
        (Numeric, {"ranges": (interval,), "unit": texts.plain()}),
        (Matching, {"pairs": (pair,), "decoys": (texts.rich(),)}),
        (Ordering, {"items": (item(), item())}),
        (Gaps, {"text": Rich(marks, ""), "gaps": gaps, "matching": close}),
        (Sorting, {"categories": (Category(at=_AT, name=texts.rich(), items=(item(),)),)}),
        (SelfPositioning, {"statements": (texts.rich(),), "scale": (texts.plain(), "b")}),
        (Reflection, {}),
    ]
    return [_question(made, texts, number, **own) for number, (made, own) in enumerate(rows)]


def _blocks(texts: _Texts) -> tuple[Block, ...]:
    return (
        Aside(
            at=_AT,
            name=AsideName.CASE_SHEET,
            title=texts.rich(),
            details=(("lieu", texts.plain()),),
            blocks=(),
        ),
        Fiche(at=_AT, section=2, title=texts.rich(), blocks=()),
        Figure(
            at=_AT,
            media="m/media/a.png",
            alternative=texts.plain(),
            caption=texts.rich(),
            description=texts.rich(),
        ),
        Recording(
            at=_AT,
            name="audio",
            title=texts.plain(),
            media="m/media/a.mp3",
            duration=texts.plain(),
            transcript=(),
        ),
        Webinar(at=_AT, title=texts.plain(), date=texts.plain(), speakers=texts.plain(), blocks=()),
    )


def _module(texts: _Texts) -> Module:
    questions = tuple(_questions(texts))
    quoted = tuple(QuestionBlock(at=_AT, question=each, is_quoted=True) for each in questions)
    blocks = (*_blocks(texts), *quoted)
    lesson = Lesson(at=_AT, id="l", module="m", title=texts.plain(), minutes=3, blocks=blocks)
    bank = Bank(at=_AT, id="b", title=texts.plain(), introduction=texts.rich(), questions=questions)
    return Module(
        at=_AT,
        id="m",
        title=texts.plain(),
        objectives=(Objective(at=_AT, id="O1", text=texts.plain()),),
        introduction=texts.rich(),
        lessons=(lesson,),
        bank=bank,
    )


def _course(texts: _Texts) -> Course:
    term = Term(
        at=_AT, id="t", name=texts.plain(), variants=(texts.plain(),), definition=texts.rich()
    )
    modules = (_module(texts),)
    return Course(
        at=_AT,
        id="essai",
        title=texts.plain(),
        description=texts.plain(),
        licence=texts.plain(),
        version=texts.plain(),
        partners=(Partner(at=_AT, name=texts.plain()),),
        modules=modules,
        published=tuple(names_in_order(modules)),
        glossary=(term,),
        media={"m/media/a.png": MediaFile("m/media/a.png", b"", 1, 1)},
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(_NASTY, min_size=130, max_size=130))
def test_any_text_in_any_field_is_read_on_the_page(samples: list[str]) -> None:
    texts = _Texts(samples)
    course = _course(texts)
    page = render_page(course, course.modules, render_sections(course), "p{}")
    document = lxml.html.document_fromstring(
        page.html.encode(), lxml.html.HTMLParser(encoding="utf-8")
    )
    read = " ".join(str(text) for text in document.itertext())
    named = ("alt", "data-key", "content", "title")
    said = " ".join(element.get(name, "") for element in document.iter() for name in named)
    unread = [text for text in texts.given if text not in read and text not in said]
    assert unread == []
    assert len(texts.given) > 80
    assert document.xpath("//script/@src") == ["app.js"]
    assert document.xpath("count(//script/text())") == 1
