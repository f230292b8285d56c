"""A module with a quiz of ten questions, and what an LMS must hold of it, written out by hand.

The questions are those that the course programme lists for module 1 (§ 7); the course itself draws
from more, so that no two of its attempts are alike.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.support.cmi import Values
from tests.support.replies import Filled, Listed, Ordered, Placed, Reply, Ticks, Typed, right, wrong
from tests.support.small_course import SmallCourse
from tiers_lieu_mooc.model.quiz import Bank, Gaps, Matching, MultipleChoice, Ordering, QuestionNode

LESSONS = ("un-lieu", "origine", "chiffres", "ruralites", "solidaire", "etude-de-cas")
_OBJECTIVES = "".join(f"  - O{number}: Objectif {number}\n" for number in range(1, 5))
_LISTED = "".join(f"  - {name}\n" for name in LESSONS)

MODULE_ONE = SmallCourse(
    dict.fromkeys(LESSONS, "Un texte.\n"),
    bank=Path(__file__).with_suffix(".md").read_text("utf-8"),
    files={
        "comprendre/module.yaml": (
            f"titre: Comprendre\nobjectifs:\n{_OBJECTIVES}leçons:\n{_LISTED}banque: comprendre\n"
        )
    },
)


@dataclass(frozen=True)
class Row:
    """What stays the same of one interaction, whatever the learner answers.

    Attributes:
        patterns: right responses as SCORM 1.2 and as SCORM 2004 write them, `` | `` between them.
    """

    type: str
    objective: str
    weighting: str
    patterns: tuple[str, str]
    description: str


ROWS = {
    "auteur_third_place": Row(
        "choice", "O1", "1", ("b", "b"), "Quel auteur a proposé l’expression third place ?"
    ),
    "points_communs": Row(
        "choice",
        "O1",
        "1",
        ("a,c,d", "a[,]c[,]d"),
        "Selon France Tiers-Lieux, quels sont les points communs des tiers-lieux ? "
        "Trois réponses sont justes.",
    ),
    "statut_special": Row(
        "true-false",
        "O3",
        "1",
        ("f", "false"),
        "Un tiers-lieu doit avoir un statut juridique spécial.",
    ),
    "formes_de_lieux": Row(
        "matching",
        "O3",
        "1",
        ("1.a,2.b,3.c,4.d", "1[.]a[,]2[.]b[,]3[.]c[,]4[.]d"),
        "Associez chaque forme de lieu à ce que l’on y trouve d’abord.",
    ),
    "cinq_reperes": Row(
        "sequencing",
        "O2",
        "1",
        ("a,b,c,d,e", "a[,]b[,]c[,]d[,]e"),
        "Remettez ces cinq repères dans l’ordre, du plus ancien (1989) au plus récent (2023). "
        "Le groupement d’intérêt public, lui, date de 2022.",
    ),
    "nombre_rural": Row(
        "numeric",
        "O2",
        "1",
        ("1190", "1180[:]1200"),
        "En 2023, 34 % des 3 500 tiers-lieux recensés sont en milieu rural. "
        "Combien de tiers-lieux cela fait-il ?",
    ),
    **{
        f"trois_conditions.{number}": Row(
            "choice",
            "O4",
            "0.33",
            (letter, letter),
            "Complétez la phrase, d’après la loi.",
        )
        for number, letter in ((1, "b"), (2, "a"), (3, "c"))
    },
    "sigle_ess": Row(
        "fill-in",
        "O4",
        "1",
        ("ESS | E.S.S.", "{case_matters=false}ESS | {case_matters=false}E.S.S."),
        "Quel sigle désigne l’économie sociale et solidaire ?",
    ),
    "forme_frequente": Row(
        "choice",
        "O3",
        "1",
        ("a", "a"),
        "En 2023, quelle forme est la plus fréquente chez les tiers-lieux recensés ?",
    ),
    "expliquer_aux_voisins.1": Row(
        "likert",
        "O1",
        "0",
        ("", ""),
        "Et vous, où en êtes-vous ? Cette question ne compte pas dans la note.",
    ),
}

Response = tuple[str, str, str]
"""As SCORM 1.2 writes it, as SCORM 2004 writes it, and its result."""

ALL_RIGHT: dict[str, Response] = {
    "auteur_third_place": ("b", "b", "correct"),
    "points_communs": ("a,c,d", "a[,]c[,]d", "correct"),
    "statut_special": ("f", "false", "correct"),
    "formes_de_lieux": ("1.a,2.b,3.c,4.d", "1[.]a[,]2[.]b[,]3[.]c[,]4[.]d", "correct"),
    "cinq_reperes": ("a,b,c,d,e", "a[,]b[,]c[,]d[,]e", "correct"),
    "nombre_rural": ("1190", "1190", "correct"),
    "trois_conditions.1": ("b", "b", "correct"),
    "trois_conditions.2": ("a", "a", "correct"),
    "trois_conditions.3": ("c", "c", "correct"),
    "sigle_ess": ("ESS", "ESS", "correct"),
    "forme_frequente": ("a", "a", "correct"),
    "expliquer_aux_voisins.1": ("5", "5", "neutral"),
}

ALL_WRONG: dict[str, Response] = {
    "auteur_third_place": ("a", "a", "wrong"),
    "points_communs": ("b", "b", "wrong"),
    "statut_special": ("t", "true", "wrong"),
    "formes_de_lieux": ("1.b,2.c,3.d,4.a", "1[.]b[,]2[.]c[,]3[.]d[,]4[.]a", "wrong"),
    "cinq_reperes": ("e,d,c,b,a", "e[,]d[,]c[,]b[,]a", "wrong"),
    "nombre_rural": ("-987654", "-987654", "wrong"),
    "trois_conditions.1": ("a", "a", "wrong"),
    "trois_conditions.2": ("b", "b", "wrong"),
    "trois_conditions.3": ("a", "a", "wrong"),
    "sigle_ess": ("tout autre chose", "tout autre chose", "wrong"),
    "forme_frequente": ("b", "b", "wrong"),
    "expliquer_aux_voisins.1": ("5", "5", "neutral"),
}

PARTIAL: dict[str, Response] = {
    "auteur_third_place": ("b", "b", "correct"),
    "points_communs": ("a,c", "a[,]c", "0.6667"),
    "statut_special": ("t", "true", "wrong"),
    "formes_de_lieux": ("1.a,2.b,3.d,4.c", "1[.]a[,]2[.]b[,]3[.]d[,]4[.]c", "0.5"),
    "cinq_reperes": ("e,a,b,c,d", "e[,]a[,]b[,]c[,]d", "0.75"),
    "nombre_rural": ("1200", "1200", "correct"),
    "trois_conditions.1": ("b", "b", "correct"),
    "trois_conditions.2": ("a", "a", "correct"),
    "trois_conditions.3": ("a", "a", "wrong"),
    "forme_frequente": ("a", "a", "correct"),
    "expliquer_aux_voisins.1": ("2", "2", "neutral"),
}
"""The acronym is left without answer: nothing is reported of it, and it earns nothing."""


def replies(bank: Bank, play: str) -> dict[str, Reply]:
    """Give what the learner of a play answers: ``right``, ``wrong`` or ``partial``."""
    chosen = {"right": right, "wrong": wrong}.get(play)
    if chosen is not None:
        return {each.id: chosen(each) for each in bank.questions}
    given = {each.id: right(each) for each in bank.questions}
    by_id = {each.id: each for each in bank.questions}
    given["statut-special"] = wrong(by_id["statut-special"])
    given["nombre-rural"] = Typed("1 200 tiers-lieux")
    del given["sigle-ess"]
    return given | _halves(by_id)


def _halves(by_id: Mapping[str, QuestionNode]) -> dict[str, Reply]:
    several, pairs = by_id["points-communs"], by_id["formes-de-lieux"]
    steps, gaps = by_id["cinq-reperes"], by_id["trois-conditions"]
    assert isinstance(several, MultipleChoice)
    assert isinstance(pairs, Matching)
    assert isinstance(steps, Ordering)
    assert isinstance(gaps, Gaps)
    lefts = [each.left.plain for each in pairs.pairs]
    rights = [each.right.plain for each in pairs.pairs]
    order = [each.text.plain for each in steps.items]
    words = right(gaps)
    assert isinstance(words, Filled)
    scale = by_id["expliquer-aux-voisins"]
    placed = right(scale)
    assert isinstance(placed, Placed)
    return {
        "points-communs": Ticks(
            tuple(each.text.plain for each in several.choices if each.is_right)[:2]
        ),
        "formes-de-lieux": Listed(
            tuple(zip(lefts, [rights[0], rights[1], rights[3], rights[2]], strict=True))
        ),
        "cinq-reperes": Ordered((order[-1], *order[:-1])),
        "trois-conditions": Filled((*words.words[:2], "facultatives"), words.is_list),
        "expliquer-aux-voisins": Placed(((placed.degrees[0][0], "Plutôt non"),)),
    }


SPAN = {
    "scorm12": re.compile(r"\d{2}:[0-5]\d:[0-5]\d\.\d{2}"),
    "scorm2004": re.compile(r"PT\d+H[0-5]?\dM[0-5]?\d(\.\d{1,2})?S"),
}
TIME = {
    "scorm12": re.compile(r"[0-2]\d:[0-5]\d:[0-5]\d"),
    "scorm2004": re.compile(r"\d{4}-\d\d-\d\dT[0-2]\d:[0-5]\d:[0-5]\d"),
}


def interaction(name: str, response: Response, family: str) -> Values:
    """Give the whole of one row as ``scorm12`` or ``scorm2004`` has it."""
    row = ROWS[name]
    is_2004 = family == "scorm2004"
    patterns = [text for text in row.patterns[is_2004].split(" | ") if text]
    result = "incorrect" if is_2004 and response[2] == "wrong" else response[2]
    values: dict[str, str | re.Pattern[str]] = {
        "type": row.type,
        "objectives.0.id": f"comprendre_{row.objective}",
        "timestamp" if is_2004 else "time": TIME[family],
        "weighting": row.weighting,
        "learner_response" if is_2004 else "student_response": response[is_2004],
        "result": result,
        "latency": SPAN[family],
    }
    values |= {f"correct_responses.{n}.pattern": text for n, text in enumerate(patterns)}
    return values | ({"description": row.description} if is_2004 else {})


def core(family: str, module: str = "comprendre", **values: str) -> Values:
    """Give the record but for its rows, at the quiz of a module; ``values`` by the last part of
    their names."""
    is_2004 = family == "scorm2004"
    prefix, learner = ("cmi.", "learner") if is_2004 else ("cmi.core.", "student")
    lesson = "" if is_2004 else "lesson_"
    common: dict[str, str | re.Pattern[str]] = {
        "total_time": "PT0H0M0S" if is_2004 else "0000:00:00.00",
        f"{learner}_id": "apprenant-1",
        f"{learner}_name": "Martin, Camille",
        "credit": "credit",
        f"{lesson}mode": "normal",
        "entry": "ab-initio",
        "exit": "suspend",
        f"{lesson}location": f"{module}/quiz",
        "session_time": SPAN[family],
    }
    state = {"cmi.suspend_data": re.compile(r"B[\w-]+")}
    return {f"{prefix}{name}": value for name, value in (common | values).items()} | state


def status_name(family: str) -> str:
    """Give the element that says whether the work is over."""
    return "completion_status" if family == "scorm2004" else "lesson_status"


def ended(family: str, success: str, progress: str) -> dict[str, str]:
    """Give the statuses of work that is over; 1.2 has one for both, and no progress."""
    if family == "scorm12":
        return {"lesson_status": success}
    return {
        "completion_status": "completed",
        "success_status": success,
        "progress_measure": progress,
    }


def score(family: str, raw: str, scaled: str) -> dict[str, str]:
    """Give the elements of a score; only 2004 has a scaled one."""
    elements = {"score.raw": raw, "score.min": "0", "score.max": "100"}
    return elements | ({"score.scaled": scaled} if family == "scorm2004" else {})


def objective(family: str, raw: str, scaled: str) -> Values:
    """Give the whole of one objective whose questions were graded."""
    status = "completion_status" if family == "scorm2004" else "status"
    return {status: "completed", **score(family, raw, scaled)}
