"""What can be wrong between two self-positionings that are compared."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

UNKNOWN_COMPARISON = Rule(
    code="quiz/unknown-comparison",
    severity=Severity.ERROR,
    message="« comparer » vise « {name} », qui n’est pas un positionnement placé plus tôt.",
    mend="donnez l’identifiant d’un `::: positionnement` précédent{suggestion}",
    doc="""`comparer` montre côte à côte les réponses d’un positionnement de départ et celles d’un
positionnement d’arrivée : le premier doit exister, et venir avant.

Mauvais : `comparer : bilan` sans `::: positionnement #bilan`.

Bon : `comparer : bilan-depart`""",
)

COMPARISON_DIFFERS = Rule(
    code="quiz/comparison-differs",
    severity=Severity.ERROR,
    message="Ce positionnement a {count}, mais « {name} » en a {other} : "
    "leurs réponses ne se comparent pas.",
    mend="recopiez ici les phrases et l’échelle de « {name} »",
    doc="""Deux réponses se comparent phrase par phrase et degré par degré. S’il en manque, la page
mettrait en face l’une de l’autre des réponses qui ne parlent pas de la même chose.

Mauvais : dix phrases au départ, neuf à l’arrivée.

Bon : les mêmes phrases, dans le même ordre, et la même échelle.""",
)

COMPARISON_REWORDED = Rule(
    code="quiz/comparison-reworded",
    severity=Severity.WARNING,
    message="« {text} » n’est pas ce que « {name} » demandait : « {other} ».",
    mend="reprenez la phrase ou le degré du départ, mot pour mot",
    doc="""Quand les mots changent, on ne sait plus si c’est la personne qui a avancé ou la phrase
qui est plus facile.

Mauvais : « Je sais faire un budget. » au départ, « Je sais lire un budget. » à l’arrivée.

Bon : la même phrase les deux fois.""",
)
