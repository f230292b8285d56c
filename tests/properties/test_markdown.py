"""Our quick ways through Markdown give what CommonMark gives."""

from __future__ import annotations

import re

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.properties.test_parsing import HEADER, tree_with
from tiers_lieu_mooc.assembly import assemble
from tiers_lieu_mooc.model.content import Prose
from tiers_lieu_mooc.parsing import parse

_REFERENCE = MarkdownIt("commonmark", {"html": False}).disable(["html_inline", "html_block"])

emphasised = st.lists(
    st.sampled_from(
        ["*", "**", "*", "a", "bé", "1", " ", ", ", "(", ")", "!", "_", "`", "\\", "\n"]
    ),
    max_size=24,
).map("".join)
linked = st.lists(
    st.sampled_from(["[", "]", "(", ")", "a", "b c", "https://e.org", "x.md", "*", "`", " ", "!"]),
    max_size=20,
).map("".join)


def ours(text: str) -> str:
    """Give the markup of a paragraph, without what only we write.

    What is almost right is read as it was meant, and said: CommonMark shows it.
    """
    parsed, findings = parse(tree_with(lesson=f"{HEADER}a {text}\n"))
    assume(all(each.code != "text/slip" for each in findings))
    course, _ = assemble(parsed)
    assert course is not None
    block = course.lessons[0].blocks[0]
    assert isinstance(block, Prose)
    return re.sub(r"\s+", " ", re.sub(r"</?a\b[^>]*>", "", str(block.text.html)))


def reference(text: str) -> str:
    html = _REFERENCE.render(f"a {text}\n").replace(" />", ">").replace("\u00a0", " ")
    return re.sub(r"\s+", " ", re.sub(r"</?a\b[^>]*>", "", html)).strip()


def plainly(html: str) -> str:
    """Undo French typography and the layout of tags, which are not the matter here."""
    text = html.replace("\u00a0", " ").replace("’", "'").replace("…", "...").strip()
    return re.sub(r"(?<=>) | (?=<)| class=\"language-[^\"]*\"", "", text)


@given(emphasised)
@settings(max_examples=300, deadline=None)
@example("*a **b** c*")
@example("**a *b* c**")
@example("a*b*c**d**")
@example("***a***")
@example("**a**b**")
@example("\n* \n, *")
def test_emphasis_is_that_of_commonmark(text: str) -> None:
    assert plainly(ours(text)) == plainly(reference(text))


@given(linked)
@settings(max_examples=300, deadline=None)
def test_words_of_links_are_those_of_commonmark(text: str) -> None:
    if not any(ours_only in text for ours_only in ("![", "[[")):
        assert re.sub(r"<[^>]*>", "", plainly(ours(text))) == re.sub(
            r"<[^>]*>", "", plainly(reference(text))
        )
