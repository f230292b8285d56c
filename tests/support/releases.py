"""Versions of one small course, and what may never be less from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.course_builder import CourseBuilder
from tests.support.eleven_kinds import eleven_questions

KINDS = "qcu qcm vrai-faux mot nombre paires ordre trous rangement echelle texte"
NAMES = (
    "comprendre/definir",
    *(f"comprendre/{kind}" for kind in KINDS.split()),
    "comprendre/lieu",
    "comprendre/quiz",
    *(f"comprendre/b-{kind}" for kind in KINDS.split()),
    "lancer/agir",
)
NEW = """\
::: vrai-faux #{name}
objectifs : O1

Une nouveauté {name}.

- [x] Vrai
- [ ] Faux
:::

"""


@dataclass(frozen=True)
class Release:
    """One version of a course of two modules.

    Attributes:
        home: module of the lesson « definir », and of its questions.
        lines: of ``published-ids.txt``.
        quiz: lines of the bank's front matter.
    """

    home: str = "comprendre"
    lesson: str = eleven_questions()
    bank: str = eleven_questions("b-")
    quiz: str = "tirage: 6"
    lines: Sequence[str] = NAMES

    def write(self, root: Path, name: str) -> Path:
        """Write it to a folder of its own, under the name by which learners' records know it."""
        course = CourseBuilder(root, name).lesson("lieu", "Un texte.\n")
        if self.home == "comprendre":
            course.lesson("definir", self.lesson).lesson("agir", "Agir.\n", module="lancer")
        else:
            course.lesson("agir", "Agir.\n", module="lancer")
            course.lesson("definir", self.lesson, module="lancer")
        course.bank(self.bank, header=self.quiz)
        course.file("published-ids.txt", "".join(f"{line}\n" for line in self.lines))
        return course.write()


def keeps(now: dict[str, Any], before: dict[str, Any], but: int = -1) -> None:
    """Hold a state against an earlier one: nothing may be less."""
    for index, record in before["questions"].items():
        kept = now["questions"][index]
        assert kept["best"] >= record["best"]
        assert kept["tries"] >= record["tries"]
        assert kept["text"] == record["text"] or int(index) == but
    for index, record in before["lessons"].items():
        assert now["lessons"][index]["status"] >= record["status"]
    for index, record in before["quizzes"].items():
        assert now["quizzes"][index]["best"] >= record["best"]
        assert now["quizzes"][index]["sent"] >= record["sent"]
