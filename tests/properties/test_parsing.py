"""Laws of parsing: it never raises, and never points outside the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import lxml.etree
import lxml.html
from hypothesis import example, given, settings
from pydantic import BaseModel

from scorm_export.diagnostic import Diagnostic, Position
from tests.properties.strategies import markdown, plain_yaml, worded, yaml
from tests.support.model_values import values_in
from tiers_lieu_mooc.assembly import assemble
from tiers_lieu_mooc.model.node import Rich
from tiers_lieu_mooc.parsing import parse
from tiers_lieu_mooc.reading import Source, SourceTree

HEADER = "---\ntitre: Définir\ndurée: 8 min\n---\n"
COURSE = "titre: Essai\nmodules:\n  - m\n"
MODULE = "titre: Module\nleçons:\n  - l\nbanque: b\n"
FACTS = """\
B5:
  énoncé: "Un fait."
  source: Une source
  date: "2023"
  confiance: vérifié
  durée de vie: stable
  lu le: 2026-03-01
"""
LESSON = f"{HEADER}Texte.\n"
BANK = "---\ntitre: Quiz\n---\n\n::: vrai-faux #v\nPhrase.\n\n- [x] Vrai\n- [ ] Faux\n:::\n"


def tree_with(**changed: str) -> SourceTree:
    """Make a small course in which some texts are replaced."""
    texts = {
        "course.yaml": changed.get("course", COURSE),
        "m/module.yaml": changed.get("module", MODULE),
        "m/l.md": changed.get("lesson", LESSON),
        "glossaire.md": changed.get("glossary", "Tiers-lieu\n: Un lieu.\n"),
        "faits.yaml": changed.get("facts", ""),
        "published-ids.txt": changed.get("published", ""),
    }
    return SourceTree(
        course="essai",
        path="courses/essai",
        banks_path="quizzes/essai",
        texts={name: Source(f"courses/essai/{name}", name, text) for name, text in texts.items()},
        banks={"b": Source("quizzes/essai/b.md", "b.md", changed.get("bank", BANK))},
    )


def assert_sound(tree: SourceTree) -> None:
    draft, found = parse(tree)
    _, assembled = assemble(draft)
    assert_inside(tree, [*found, *assembled])


def assert_inside(tree: SourceTree, found: Iterable[Diagnostic]) -> None:
    lines = {source.path: source.text.split("\n") for source in tree.texts.values()}
    lines |= {source.path: source.text.split("\n") for source in tree.banks.values()}
    for each in found:
        assert each.message
        assert each.mend is not None
        if each.at.path in lines:
            assert_on_page(each.at, lines[each.at.path])


def assert_on_page(at: Position, lines: list[str]) -> None:
    assert 0 <= at.line <= len(lines)
    assert at.column >= 0
    if at.column:
        line = lines[at.line - 1]
        assert at.column <= len(line) + 1
        assert at.column + at.width <= len(line) + 1


@given(markdown)
@settings(max_examples=150, deadline=None)
@example(">" * 10_000)
@example(":::\n" * 3_000)
@example("".join(f"{':' * (40 - depth)} scène\n" for depth in range(37)))
@example("- " * 4_000)
@example("[" * 3_000)
@example("[[" * 2_000 + "]]" * 2_000)
@example("**a " * 3_000)
@example("`" * 3_000 + "a")
@example("![" * 1_500)
@example("{{" * 1_500)
def test_any_lesson_is_parsed_and_every_finding_is_inside_it(text: str) -> None:
    assert_sound(tree_with(lesson=HEADER + text))


@given(markdown)
@settings(max_examples=150, deadline=None)
def test_any_bank_is_parsed_and_every_finding_is_inside_it(text: str) -> None:
    assert_sound(tree_with(bank=f"---\ntitre: Quiz\n---\n{text}"))


@given(yaml)
@settings(max_examples=150, deadline=None)
@example("[" * 5_000)
@example("- " * 5_000)
@example("a:\n" + "".join(" " * depth + "a:\n" for depth in range(1, 900)))
def test_any_settings_are_parsed_and_every_finding_is_inside_them(text: str) -> None:
    for name in ("course", "module", "facts"):
        assert_sound(tree_with(**{name: text}))


@given(yaml)
@settings(max_examples=100, deadline=None)
def test_any_header_is_parsed_and_every_finding_is_inside_it(text: str) -> None:
    assert_sound(tree_with(lesson=f"---\n{text}\n---\n\nTexte.\n"))
    assert_sound(tree_with(bank=f"---\n{text}\n---\n"))


@given(plain_yaml)
@settings(max_examples=150, deadline=None)
def test_settings_in_the_plain_style_are_parsed(text: str) -> None:
    assert_sound(tree_with(module=text))


@given(markdown)
@settings(max_examples=100, deadline=None)
def test_any_glossary_and_any_list_of_names_are_parsed(text: str) -> None:
    assert_sound(tree_with(glossary=text, published=text))


def words_in(value: object) -> Iterator[str]:
    """Give every text that a value of the course holds, identifiers included."""
    if isinstance(value, Rich):
        yield value.html
        yield value.plain
    elif isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from words_in(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from words_in(each)


@given(worded())
@settings(max_examples=200, deadline=None)
def test_every_word_of_a_lesson_reaches_the_course_or_a_finding_says_why_not(
    text_and_words: tuple[str, list[str]],
) -> None:
    text, words = text_and_words
    tree = tree_with(lesson=HEADER + text, facts=FACTS)
    draft, found = parse(tree)
    course, assembled = assemble(draft)
    findings = [each for each in [*found, *assembled] if each.code != "id/not-published"]
    if course is None or findings:
        assert findings
        return
    met = "\n".join(words_in(course.lessons[0]))
    assert [word for word in words if word not in met] == []


@given(worded())
@settings(max_examples=100, deadline=None)
def test_the_markup_of_a_text_holds_its_plain_words_and_closes_every_tag(
    text_and_words: tuple[str, list[str]],
) -> None:
    tree = tree_with(lesson=HEADER + text_and_words[0], facts=FACTS)
    course, _ = assemble(parse(tree)[0])
    if course is not None:
        for rich in riches_in(course.lessons[0]):
            fragment = lxml.html.fragment_fromstring(rich.html, create_parent="div")
            shown = set(re.findall(r"mot\d+z", "".join(fragment.itertext())))
            assert shown == set(re.findall(r"mot\d+z", rich.plain))
            assert_balanced(rich.html)


def riches_in(value: object) -> Iterator[Rich]:
    """Give every formatted text that a value of the course holds."""
    return (each for each in values_in(value) if isinstance(each, Rich))


def assert_balanced(html: str) -> None:
    """Assert that the markup is well-formed XML once its void elements are closed."""
    closed = re.sub(r"<(br|hr|img)\b([^>]*)>", r"<\1\2/>", html).replace(" download>", ">")
    lxml.etree.fromstring(f"<div>{closed}</div>")
