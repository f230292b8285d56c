"""Courses of any length, in our format and as the same text for Material for MkDocs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.words import Writer, count_words

LESSON_WORDS = 597
"""Words of a lesson: those of the course that the peers were measured with."""

LESSONS_PER_MODULE = 5
"""Each module has as many questions in its bank; each lesson quotes one of them."""


@dataclass(frozen=True, slots=True)
class BenchCourse:
    """A course laid down on disk.

    Attributes:
        folder: where the commands are run.
        sources: every Markdown file of ours, in course order.
        mkdocs: the folder of ``mkdocs.yml``.
    """

    folder: Path
    lessons: int
    sources: tuple[Path, ...]
    mkdocs: Path


def lay_down(folder: Path, lessons: int) -> BenchCourse:
    """Write a course of so many lessons and its twin for MkDocs; the last module may be short."""
    course = folder / "courses/essai"
    mkdocs = folder / "mkdocs"
    sizes = _sizes(lessons)
    modules = list(sizes)
    _write(course / "course.yaml", _course_settings(lessons, modules))
    _write(mkdocs / "mkdocs.yml", _MKDOCS)
    _write(mkdocs / "docs/index.md", f"# Un cours de {lessons} leçons\n")
    names: list[str] = []
    sources: list[Path] = []
    for module, size in sizes.items():
        _write(course / module / "module.yaml", _module_settings(module, size))
        sources += _write_module(folder, mkdocs / "docs", module, size)
        names += _names(module, size)
    _write(course / "published-ids.txt", "\n".join(names) + "\n")
    return BenchCourse(folder, lessons, tuple(sources), mkdocs)


def _sizes(lessons: int) -> dict[str, int]:
    """Give the modules and how many lessons each has."""
    starts = range(0, lessons, LESSONS_PER_MODULE)
    return {
        f"module-{number:03}": min(LESSONS_PER_MODULE, lessons - start)
        for number, start in enumerate(starts, 1)
    }


def lesson_text(seed: str) -> str:
    """Write the Markdown of a lesson: headings, list, table, quote, link, 597 words in all."""
    writer = Writer(seed)
    parts = [
        "## L’essentiel",
        writer.paragraph(6),
        _list(writer),
        "### Ce que l’on en garde",
        writer.paragraph(4),
        "## Le fait",
        _table(writer),
        f"> {writer.sentence()}\n> {writer.sentence()}",
        "## À vous",
        f"Lisez [le récit d’une ouverture](https://example.org/{seed}), puis notez vos idées.",
    ]
    left = LESSON_WORDS - count_words("\n\n".join(parts))
    half = left // 2
    return "\n\n".join([*parts, writer.exactly(half), writer.exactly(left - half)]) + "\n"


def _list(writer: Writer) -> str:
    return "\n".join(f"- **{writer.thing()}.** {writer.sentence()}" for _ in range(4))


def _table(writer: Writer) -> str:
    rows = [f"| {writer.place()} | {writer.thing()} | oui |" for _ in range(4)]
    return "\n".join(["| Lieu | Activité | Ouvert |", "|---|---|---|", *rows])


def _write_module(folder: Path, docs: Path, module: str, size: int) -> Iterator[Path]:
    for number in range(1, size + 1):
        text = lesson_text(f"{module}-{number}")
        title = f"Leçon {number} du {module}"
        lesson = folder / "courses/essai" / module / f"lecon-{number}.md"
        quoted = f"::: question {module}/{_question_id(module, number)}\n:::\n"
        _write(lesson, f"{_lesson_header(title)}\n{text}\n## Vérifiez\n\n{quoted}")
        _write(docs / module / f"lecon-{number}.md", f"# {title}\n\n{text}")
        yield lesson
    bank = folder / "quizzes/essai" / f"{module}.md"
    _write(bank, _bank(module, size))
    _write(docs / module / "quiz.md", f"# Quiz du {module}\n\n{_plain_bank(module, size)}")
    yield bank


def _names(module: str, size: int) -> list[str]:
    numbers = range(1, size + 1)
    lessons = [f"{module}/lecon-{number}" for number in numbers]
    questions = [f"{module}/{_question_id(module, number)}" for number in numbers]
    return [*lessons, f"{module}/quiz", *questions]


def _question_id(module: str, number: int) -> str:
    return f"{module}-q{number}"


def _bank(module: str, size: int) -> str:
    kinds = ("qcu", "qcu", "qcm", "vrai-faux", "réponse-courte")[:size]
    blocks = [
        f"::: {kind} #{_question_id(module, number)}\nobjectifs : O1\n\n{text}\n:::\n"
        for number, (kind, text) in enumerate(zip(kinds, _questions(module, size), strict=True), 1)
    ]
    return f"---\ntitre: Quiz du {module}\nseuil: 60\n---\n\n" + "\n".join(blocks)


def _plain_bank(module: str, size: int) -> str:
    return "\n\n".join(_questions(module, size)) + "\n"


def _questions(module: str, size: int) -> list[str]:
    writer = Writer(f"{module}-bank")
    return [_question(writer, kind) for kind in ("one", "one", "many", "truth", "text")[:size]]


def _question(writer: Writer, kind: str) -> str:
    stem = f"{writer.sentence()}\nQue faut-il en retenir ?"
    if kind == "truth":
        options = "- [x] Vrai\n  > {0}\n- [ ] Faux\n  > {1}"
    elif kind == "text":
        options = "- [x] un collectif\n- [x] un groupe d’habitants\n- [ ] une mairie\n  > {0}"
    else:
        second = "x" if kind == "many" else " "
        options = (
            "- [x] Un lieu ouvert à tout le village\n  > {0}\n"
            f"- [{second}] Un lieu tenu par ses habitants\n  > {{1}}\n"
            "- [ ] Un lieu réservé à quelques personnes\n  > {2}"
        )
    explanation = f"Explication : {writer.sentence()}"
    feedback = [writer.sentence() for _ in range(3)]
    return f"{stem}\n\n{options.format(*feedback)}\n\n{explanation}"


def _course_settings(lessons: int, modules: list[str]) -> str:
    listed = "\n".join(f"  - {module}" for module in modules)
    return f"titre: Un cours de {lessons} leçons\nlangue: fr\nmodules:\n{listed}\n"


def _module_settings(module: str, size: int) -> str:
    listed = "\n".join(f"  - lecon-{number}" for number in range(1, size + 1))
    objective = "objectifs:\n  - O1: Reconnaître un lieu ouvert à ses habitants"
    return f"titre: Le {module}\n{objective}\nleçons:\n{listed}\nbanque: {module}\n"


def _lesson_header(title: str) -> str:
    return f"---\ntitre: {title}\ndurée: 6 min\nobjectifs: O1\n---\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


_MKDOCS = """\
site_name: Un cours
theme:
  name: material
  language: fr
  font: false
"""
