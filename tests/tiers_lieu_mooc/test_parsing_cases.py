"""What texts become: title, source and expected outline, between lines of one dot.

The source is a lesson without its header. ``~`` stands for a no-break space and ``⏎`` for a line
end in what is expected, and the last lines are the findings: ``! line:column code``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.outline import outline
from tiers_lieu_mooc.assembly import assemble
from tiers_lieu_mooc.model.quiz import QUESTION_KINDS
from tiers_lieu_mooc.parsing import parse
from tiers_lieu_mooc.reading import Source, SourceTree

FOLDER = Path(__file__).parents[1] / "cases" / "parsing"
HEADER = "---\ntitre: Définir\ndurée: 8 min\n---\n"
FIRST_LINE = 5
GLOSSARY = "Tiers-lieu, tiers-lieux ruraux\n: Un lieu.\n\nFab lab, fablab\n: Un atelier.\n"
FACTS = """\
B5:
  énoncé: "Un fait."
  source: "Une source"
  date: "2023"
  confiance: vérifié
  durée de vie: stable
  lu le: 2026-03-01
"""
MODULE = "titre: Comprendre\nobjectifs:\n  - O1: Expliquer\nleçons:\n  - definir\n  - ouvrir\n"
NOT_SAID = frozenset({"id/not-published", "media/missing"})


def cases() -> Iterator[object]:
    for path in sorted(FOLDER.glob("*.md")):
        parts = path.read_text("utf-8").removesuffix("\n.\n").split("\n.\n")
        line = 1
        for title, source, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
            name = f"{path.stem}:{line}:{title.strip()}"
            yield pytest.param(source, expected.strip("\n"), id=name)
            line += sum(part.count("\n") + 2 for part in (title, source, expected))


def tree_of(text: str) -> SourceTree:
    texts = {
        "course.yaml": "titre: Essai\nmodules:\n  - comprendre\n",
        "comprendre/module.yaml": MODULE,
        "comprendre/definir.md": HEADER + text,
        "comprendre/ouvrir.md": f"{HEADER}Ouvrir.\n",
        "glossaire.md": GLOSSARY,
        "faits.yaml": FACTS,
    }
    sources = {name: Source(f"courses/essai/{name}", name, text) for name, text in texts.items()}
    return SourceTree("essai", "courses/essai", "quizzes/essai", texts=sources)


def described(text: str) -> str:
    """Parse a lesson's text and write what came of it, lines counted in the text itself."""
    draft, found = parse(tree_of(text))
    course, assembled = assemble(draft)
    blocks = course.lessons[0].blocks if course else ()
    lines = [outline(blocks)] if blocks else []
    lines += [
        f"! {each.at.line - FIRST_LINE + 1}:{each.at.column} {each.code}"
        for each in [*found, *assembled]
        if each.code not in NOT_SAID
    ]
    return _shifted("\n".join(lines))


def _shifted(text: str) -> str:
    """Count the outline's lines from the first line after the header."""
    return re.sub(
        r" @(\d+)$", lambda at: f" @{int(at[1]) - FIRST_LINE + 1}", text, flags=re.MULTILINE
    )


@pytest.mark.parametrize(("source", "expected"), list(cases()))
def test_a_text_becomes_what_its_case_says(source: str, expected: str) -> None:
    assert described(source) == expected


def test_every_question_kind_has_a_case_file() -> None:
    names = {path.stem for path in FOLDER.glob("*.md")}
    kinds = {str(kind.model_fields["kind"].default) for kind in QUESTION_KINDS}
    assert kinds <= names
