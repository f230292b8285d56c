"""What becomes of a quiz when its rules change, and of the score of a package without one."""

from __future__ import annotations

from collections.abc import Iterator

from tiers_lieu_mooc.comparing.changes import Group
from tiers_lieu_mooc.comparing.records import PackageRecord, QuizRecord


def rules_retold(old: QuizRecord, new: QuizRecord) -> Iterator[tuple[Group, str, str]]:
    """Give group, message and mend of each rule that changed."""
    was, now = _amount(old, "pass"), _amount(new, "pass")
    if now > was:
        yield (
            Group.LOST,
            f"le seuil monte de {was:g} % à {now:g} % : "
            "des personnes qui ont réussi ne l’auraient plus",
            f"remettez `seuil: {was:g}`, ou prévenez-les",
        )
    elif now < was:
        yield Group.NOTICE, f"le seuil descend de {was:g} % à {now:g} %", ""
    was, now = _attempts(old), _attempts(new)
    if now < was:
        shown = "illimité" if was == float("inf") else f"{was:g}"
        yield (
            Group.LOST,
            f"le nombre d’essais baisse ({shown} → {now:g}) : "
            "des personnes perdraient un essai promis",
            f"remettez `tentatives: {shown}`",
        )
    elif now > was:
        yield Group.NOTICE, "il y a plus d’essais", ""
    if old.rules.get("draws") != new.rules.get("draws"):
        yield (
            Group.NOTICE,
            "le tirage change : dans un essai commencé, les questions déjà répondues restent",
            "",
        )
    if old.rules.get("correction") != new.rules.get("correction"):
        yield Group.NOTICE, "le moment de la correction change", ""


def score_retold(old: PackageRecord, new: PackageRecord) -> Iterator[str]:
    """Say what changes in the score that a package reports when it has no quiz."""
    if old.score == new.score:
        return
    if new.score is not None and not old.quizzes:
        yield (
            f"ce paquet n’a pas de quiz : la note {new.score:g} va à qui termine tout, "
            "à la prochaine ouverture pour les personnes qui ont déjà fini"
        )
    elif old.score is not None and new.quizzes:
        yield (
            "un quiz donne maintenant la note : "
            f"les personnes qui ont déjà {old.score:g} la gardent"
        )
    elif old.score is not None:
        yield (
            f"plus aucune note n’est envoyée : les personnes qui ont déjà {old.score:g} la gardent"
        )


def _amount(quiz: QuizRecord, name: str) -> float:
    value = quiz.rules.get(name)
    return float(value) if isinstance(value, int | float) else 0.0


def _attempts(quiz: QuizRecord) -> float:
    return _amount(quiz, "attempts") or float("inf")
