"""What an LMS holds of answers: the page's own reporting and recorder, on a strict LMS in node."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.support.grading import Answer
from tiers_lieu_mooc.model.quiz import QuestionNode
from tiers_lieu_mooc.rendering.keys import key_of

Row = dict[str, str]
"""One interaction, fields as SCORM 1.2 names them: ``id``, ``student_response``, ``result``…"""

_REPORT = Path(__file__).with_name("report.js")


def rows_for(
    asked: Iterable[tuple[QuestionNode, Sequence[Answer]]], standard: str = "scorm12"
) -> list[list[list[Row]]]:
    """Give the rows that each answer to each question makes.

    Raises:
        AssertionError: when the LMS refused something, or the page's script stopped.
    """
    questions = [
        {
            "kind": question.kind,  # type: ignore[attr-defined]  # every concrete kind names itself
            "key": key_of(question, index, ()),
            "answers": answers,
        }
        for index, (question, answers) in enumerate(asked)
    ]
    ran = subprocess.run(
        ["node", str(_REPORT)],
        input=json.dumps({"standard": standard, "questions": questions}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    rows: list[list[list[Row]]] = json.loads(ran.stdout)
    return rows
