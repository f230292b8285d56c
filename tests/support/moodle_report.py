"""A group of people who answered a module, and the report that Moodle makes of it.

Columns, their order, their escaping and the three kinds of files are those of Moodle 4.5
(``mod/scorm/report/interactions/classes/report.php``); rows of answers come from the page's own
reporting. People are seeded; some questions are flawed on purpose.
"""

from __future__ import annotations

import csv
import html
import io
import math
import random
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from xml.sax.saxutils import escape

from tests.support.grading import Answer, full, lesser
from tests.support.reported import Row, rows_for
from tiers_lieu_mooc.model.course import Module
from tiers_lieu_mooc.model.quiz import (
    QuestionNode,
    Reflection,
    SelfPositioning,
    SingleChoice,
    TrueFalse,
)

Table = list[list[str]]

FIRST_NAMES = ("Zoé", "Yannick", "Héloïse", "Gwenaël", "Bérengère", "Ousmane", "Maïwenn", "Théo")
LAST_NAMES = ("Quémener", "Lagarrigue", "Vaïsse", "Castaing", "N’Diaye", "Pellerin", "Abgrall")

FRENCH = ("Question {}", "Réponse {}", "Réponse correcte {}", "Résultat {}")
ENGLISH = ("Question {}", "Response {}", "Right answer {}", "Result {}")


@dataclass(frozen=True)
class Person:
    """Somebody who is enrolled, with the rows of each attempt, in the order of answering."""

    name: str
    email: str
    username: str
    attempts: tuple[tuple[Row, ...], ...]


@dataclass(frozen=True)
class Flaws:
    """How chosen questions go wrong, by identifier.

    Attributes:
        reversed_: those who know the rest fail here, and one wrong answer draws them.
        hard: one in six finds it.
    """

    reversed_: frozenset[str] = frozenset()
    hard: frozenset[str] = frozenset()


def flaws_in(module: Module) -> Flaws:
    """Choose what goes wrong: a single choice of a lesson, one of the quiz, a true-or-false."""
    asked = [each for lesson in module.lessons for each in lesson.questions]
    bank = list(module.bank.questions) if module.bank else []
    choices = (_first(asked, SingleChoice), _first(bank, SingleChoice))
    return Flaws(frozenset(choices), frozenset({_first(asked, TrueFalse)}))


def _first(questions: Sequence[QuestionNode], kind: type[QuestionNode]) -> str:
    return next(each.id for each in questions if isinstance(each, kind)).replace("-", "_")


def people_of(
    module: Module, count: int, seed: int, flaws: Flaws | None = None, standard: str = "scorm12"
) -> list[Person]:
    """Let so many people take a module: its lessons, then the questions that its quiz draws."""
    luck = random.Random(seed)
    questions = [each for lesson in module.lessons for each in lesson.questions]
    bank = list(module.bank.questions) if module.bank else []
    asked = [each for each in [*questions, *bank] if not isinstance(each, Reflection)]
    answers = [_answers_to(each) for each in asked]
    rows = dict(
        zip(
            [each.id for each in asked],
            rows_for(zip(asked, answers, strict=True), standard),
            strict=True,
        )
    )
    difficulty = {each.id: luck.gauss(-0.6, 0.7) for each in asked}
    drawn = sum(draw.count for draw in module.bank.draws) if module.bank else 0
    people = []
    for number in range(count):
        ability = luck.gauss(0, 1)
        order = [*questions, *luck.sample(bank, min(drawn or len(bank), len(bank)))]
        taken: list[Row] = []
        for question in order:
            if not isinstance(question, Reflection):
                chance = _chance(question, ability, difficulty[question.id], flaws or Flaws())
                taken += _row(rows[question.id], luck, chance)
        people.append(_person(number, luck, (tuple(taken),)))
    return people


def _answers_to(question: QuestionNode) -> list[Answer]:
    if isinstance(question, SelfPositioning):
        return [tuple(degree for _ in question.statements) for degree in range(len(question.scale))]
    return [next(full(question)), *islice(lesser(question), 5)]


def _chance(question: QuestionNode, ability: float, difficulty: float, flaws: Flaws) -> float:
    """Give the chance of the right answer, as in the two-parameter model of item responses."""
    name = question.id.replace("-", "_")
    if name in flaws.reversed_:
        return 1 / (1 + math.exp(1.8 * ability + 0.6))
    if name in flaws.hard:
        return 1 / (1 + math.exp(-1.2 * ability + 1.6))
    return 1 / (1 + math.exp(-1.7 * ability + difficulty))


def _row(candidates: Sequence[Sequence[Row]], luck: random.Random, chance: float) -> Sequence[Row]:
    if candidates[0] and candidates[0][0]["result"] == "neutral":
        return luck.choice(candidates)
    if luck.random() < chance or len(candidates) == 1:
        return candidates[0]
    wrong = candidates[1:]
    return luck.choices(wrong, [4, *[1] * (len(wrong) - 1)])[0]


def _person(number: int, luck: random.Random, attempts: tuple[tuple[Row, ...], ...]) -> Person:
    first, last = luck.choice(FIRST_NAMES), luck.choice(LAST_NAMES)
    username = f"{first[:1]}{last}{number}".lower().replace("’", "")
    return Person(f"{first} {last}", f"{username}@exemple-commune.fr", username, attempts)


def report_on(
    people: Sequence[Person],
    words: Sequence[str] = FRENCH,
    shown: Sequence[int] = (0, 1, 2, 3),
    silent: int = 3,
) -> Table:
    """Make the report that Moodle lets trainers download, as rows of cells.

    Args:
        words: headings of the four columns of a question.
        shown: which of the four its settings show.
        silent: people who are enrolled and never opened the activity.
    """
    most = max((len(attempt) for each in people for attempt in each.attempts), default=0) or 1
    heads = [words[column].format(number) for number in range(most) for column in shown]
    table = [
        [
            "Nom", "Adresse de courriel", "Nom d’utilisateur", "Tentative", "Commencé le",
            "Dernier accès le", "Score", "Comprendre", *heads,
        ]
    ]  # fmt: skip
    for each in people:
        for number, rows in enumerate(each.attempts, start=1):
            cells = [cell for row in rows for cell in _shown(row, shown)]
            cells += [""] * (len(heads) - len(cells))
            times = ["lundi 2 novembre 2026, 09:00", "jeudi 5 novembre 2026, 18:12"]
            who = [each.name, each.email, each.username]
            table.append([*who, str(number), *times, "72", "72/100", *cells])
    for number in range(silent):
        who = [f"Silence Lagarrigue{number}", f"silence{number}@exemple-commune.fr", f"sil{number}"]
        table.append([*who, "-", "-", "-", "-", "Pas encore tenté", *[""] * len(heads)])
    return table


def _shown(row: Mapping[str, str], shown: Sequence[int]) -> Iterator[str]:
    patterns = (row.get(f"correct_responses.{place}.pattern") for place in range(10))
    cells = (
        row["id"],
        row.get("student_response", ""),
        ",".join(each for each in patterns if each is not None),
        row["result"],
    )
    # Moodle's s(): quotes too, and an apostrophe as &#039;.
    yield from (html.escape(cells[each]).replace("&#x27;", "&#039;") for each in shown)


# Files


def as_text(table: Table, delimiter: str = "\t") -> bytes:
    """Write a table as Moodle's « Download in text format » does."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(table)
    return text.getvalue().encode()


def as_xlsx(table: Table) -> bytes:
    """Write a table as an Excel workbook; what looks like a number is one, as in Moodle's files."""
    rows = "".join(
        f'<row r="{number}">{"".join(_excel_cell(cell) for cell in row)}</row>'
        for number, row in enumerate(table, start=1)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return _zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kinds}.worksheet+xml"/>'
            "</Types>",
            "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
            '<sheet name="Rapport" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
            "</Relationships>",
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>'
            "</worksheet>",
        }
    )


def _excel_cell(text: str) -> str:
    if _is_number(text):
        return f"<c><v>{text}</v></c>"
    if text.startswith("="):
        return f'<c t="str"><f>{escape(text[1:])}</f><v>calculé</v></c>'
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def as_ods(table: Table) -> bytes:
    """Write a table as an OpenDocument spreadsheet, empty cells folded as office programs do."""
    names = ("office", "table", "text")
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names
    )
    rows = "".join(
        f"<table:table-row>{''.join(_open_cell(cell) for cell in row)}</table:table-row>"
        for row in table
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return _zipped(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest='
            '"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
            f'manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
            "content.xml": f'<office:document-content {spaces} office:version="1.2"><office:body>'
            f'<office:spreadsheet><table:table table:name="Rapport">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )  # fmt: skip


def _open_cell(text: str) -> str:
    if not text:
        return "<table:table-cell/>"
    if _is_number(text):
        value = f'office:value-type="float" office:value="{text}"'
    else:
        value = 'office:value-type="string"'
    return f"<table:table-cell {value}><text:p>{escape(text)}</text:p></table:table-cell>"


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text)) and text.isascii() and not text.startswith(("+", "_"))
    except ValueError:
        return False


def _zipped(files: Mapping[str, str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()
