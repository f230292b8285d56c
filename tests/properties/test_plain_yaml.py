"""The quick reader of settings gives what ruamel.yaml gives, or leaves the text to it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode

from tests.properties.strategies import plain_yaml, yaml
from tiers_lieu_mooc.parsing.plain_yaml import read_plain
from tiers_lieu_mooc.parsing.setting import Mapping, Scalar, Setting

Shape = tuple[object, ...]


def shape_of_node(node: Node) -> Shape:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if isinstance(node, ScalarNode):
        # What stands for an absent value is placed differently, and nobody points at it.
        return ("text", node.value, *((line, column) if node.value else ()))
    if isinstance(node, MappingNode):
        pairs = tuple((shape_of_node(key), shape_of_node(value)) for key, value in node.value)
        return ("mapping", pairs, line, column)
    return ("list", tuple(shape_of_node(item) for item in node.value), line, column)


def shape_of(setting: Setting) -> Shape:
    if isinstance(setting, Scalar):
        return ("text", setting.text, *((setting.line, setting.column) if setting.text else ()))
    if isinstance(setting, Mapping):
        pairs = tuple((shape_of(key), shape_of(value)) for key, value in setting.entries)
        return ("mapping", pairs, setting.line, setting.column)
    return ("list", tuple(shape_of(item) for item in setting.items), setting.line, setting.column)


def assert_same(text: str) -> None:
    quick = read_plain(text.split("\n"), 1)
    if quick is None:
        return
    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except YAMLError as error:
        raise AssertionError(f"only the quick reader takes {text!r}") from error
    assert shape_of(quick) == shape_of_node(node)


@given(plain_yaml)
@settings(max_examples=300, deadline=None)
def test_what_the_quick_reader_takes_it_reads_like_ruamel(text: str) -> None:
    assert_same(text)


@given(yaml)
@settings(max_examples=300, deadline=None)
def test_it_never_misreads_what_is_not_plain(text: str) -> None:
    assert_same(text)


@given(st.text(alphabet="ab: -#'\"|\n[]{}&*!>,?é\u00a0", max_size=25))
@settings(max_examples=400, deadline=None)
def test_it_never_misreads_any_run_of_signs(text: str) -> None:
    assert_same(text)


def test_it_takes_the_style_that_the_guide_teaches() -> None:
    text = (
        "# Un cours\n"
        'titre: "Comprendre : les bases"\n'
        "durée: 8 min\n"
        "objectifs:\n"
        "  - O1: Expliquer ce qu’est un tiers-lieu\n"
        "partenaires:\n"
        "  - nom: RTES\n"
        "    lien: https://rtes.fr\n"
        "introduction: |\n"
        "  Un paragraphe.\n"
        "\n"
        "  Un autre.\n"
        "leçons:\n"
        "- definir\n"
    )
    quick = read_plain(text.split("\n"), 1)
    assert quick is not None
    assert [key.text for key, _ in quick.entries] == [
        "titre",
        "durée",
        "objectifs",
        "partenaires",
        "introduction",
        "leçons",
    ]
    assert_same(text)
