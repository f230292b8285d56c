"""Findings about the learner's saved state."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

TOO_LARGE = Rule(
    code="state/too-large",
    severity=Severity.ERROR,
    message=(
        "La progression d’un apprenant peut prendre {size} caractères dans « {package} », "
        "or {target} n’en garde que {room}."
    ),
    mend=(
        "construisez un paquet par module, ou réduisez ce qui prend le plus de place : {largest}"
    ),
    doc="""\
Une plateforme SCORM ne garde qu’un nombre limité de caractères par apprenant :
4 096 en SCORM 1.2 (`cmi.suspend_data`, livre « Run-Time Environment » 1.2) ;
30 000 en SCORM 2004, choisis pour que tout arrive même quand la page se ferme.
Au-delà, la plateforme refuse la progression, et l’apprenant perd ses réponses.

Le compilateur calcule la plus grande progression possible, toutes réponses données.
Si elle ne tient pas, il n’écrit pas le paquet.

## Pour corriger

- Construisez un paquet par module : `tiers-lieu build --per module`.
- Réduisez le nombre de questions à texte libre court ou de trous à remplir : chacun réserve de la
  place pour ce que l’apprenant écrit.
""",
)
