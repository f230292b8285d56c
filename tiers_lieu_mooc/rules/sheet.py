"""What can be wrong between the project sheet and the lessons that fill it."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

UNKNOWN_SECTION = Rule(
    code="sheet/unknown-section",
    severity=Severity.ERROR,
    message="La rubrique {section} n’existe pas : `fiche.yaml` en compte {count}.",
    mend="corrigez le numéro, ou ajoutez la rubrique à `fiche.yaml`",
    doc="""Un bloc `fiche` ouvre les champs d’une rubrique de la fiche projet. Sans rubrique, il
n’y aurait rien à remplir.

Mauvais : `::: fiche 12 Évaluer` quand `fiche.yaml` compte huit rubriques.

Bon : `::: fiche 8 Évaluer`""",
)

UNKNOWN_FIELD = Rule(
    code="sheet/unknown-field",
    severity=Severity.ERROR,
    message="La rubrique {section} n’a pas de champ « {name} ».",
    mend="{suggestion}champs de cette rubrique : {known}",
    doc="""L’option `champs` d’un bloc `fiche` choisit, par leur identifiant, les champs que la
leçon fait remplir. Ils sont décrits dans `fiche.yaml`, sous la rubrique de ce numéro.

Mauvais : `champs : visoin`

Bon : `champs : vision`""",
)

NO_SHEET = Rule(
    code="sheet/no-sheet",
    severity=Severity.INFO,
    message="Ce bloc parle de la rubrique {section} d’une fiche que le cours n’a pas.",
    mend="décrivez la fiche dans `fiche.yaml` ; sans elle, le bloc reste un texte à lire",
    doc="""Avec un fichier `fiche.yaml`, chaque bloc `fiche` montre des champs à remplir, gardés
d’une leçon à l’autre. Sans lui, le bloc se lit et se remplit sur papier.

Mauvais : `::: fiche 2 Vision` dans un cours sans `fiche.yaml`.

Bon : le même bloc, et une rubrique « Vision » dans `fiche.yaml`.""",
)

UNFED_SECTION = Rule(
    code="sheet/unfed-section",
    severity=Severity.INFO,
    message="Aucune leçon ne remplit encore : {sections}.",
    mend="ajoutez un bloc `fiche` de ce numéro à une leçon, quand le cours sera complet",
    doc="""Une rubrique que rien n’aide à remplir décourage. Tant que le cours est en chantier,
c’est normal.

Mauvais : une rubrique « Lieu » et aucune leçon sur le lieu.

Bon : `::: fiche 6 Lieu` à la fin de la leçon sur les locaux.""",
)

ONE_PAGE_TOO_LONG = Rule(
    code="sheet/one-page-too-long",
    severity=Severity.WARNING,
    message="La version d’une page compte {count} lignes, plus que les {room} d’une feuille.",
    mend="mettez moins de champs sur la page (`une page: oui`), ou moins de lignes à chacun",
    doc="""La version d’une page se montre et se laisse à un partenaire : elle tient sur une
feuille A4. Chaque champ y prend une ligne pour son nom, et ses `lignes`.

Mauvais : `une page: oui` à vingt champs de trois lignes.

Bon : `une page: oui` à neuf champs de deux ou trois lignes.""",
)
