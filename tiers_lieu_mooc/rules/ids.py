"""What can be wrong with identifiers, which learners' progress hangs on."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

MISSING = Rule(
    code="id/missing",
    severity=Severity.ERROR,
    message="Cette question n’a pas d’identifiant.",
    mend="ajoutez-le sur la ligne d’ouverture, par exemple : `::: {kind} #{example}`",
    doc="""La réponse de chaque apprenant est rangée sous l’identifiant de la question. Il est écrit
par l’auteur et ne change plus, même si l’énoncé change.

Mauvais : `::: qcu`

Bon : `::: qcu #tl-definition`""",
)

INVALID = Rule(
    code="id/invalid",
    severity=Severity.ERROR,
    message="« {name} » ne convient pas comme identifiant.",
    mend="employez des minuscules sans accent, des chiffres et des tirets : `{example}`",
    doc="""Les identifiants passent dans des adresses et dans les carnets des plateformes, qui
n’admettent que les lettres minuscules sans accent, les chiffres et le tiret, 63 signes au plus.

Mauvais : `#Définition_1`

Bon : `#definition-1`""",
)

RESERVED = Rule(
    code="id/reserved",
    severity=Severity.ERROR,
    message="« quiz » est un identifiant réservé.",
    mend="choisissez un autre nom, par exemple `{example}`",
    doc="""Le résultat du quiz d’une banque est rangé sous le nom `banque/quiz` ; une question ou
une leçon de ce nom l’écraserait.

Mauvais : `::: qcu #quiz`

Bon : `::: qcu #quiz-de-depart`""",
)

DUPLICATE = Rule(
    code="id/duplicate",
    severity=Severity.ERROR,
    message="L’identifiant « {name} » est déjà pris ({path}, ligne {line}).",
    mend="donnez un autre identifiant à la question la plus récente",
    doc="""Deux questions de même identifiant mélangeraient leurs réponses. Il est unique dans tout
le cours.

Mauvais : deux fois `#tl-definition`.

Bon : `#tl-definition` et `#tl-definition-2`.""",
)

CLASH = Rule(
    code="id/clash",
    severity=Severity.ERROR,
    message="« {name} » est aussi le nom d’une leçon ({path}).",
    mend="donnez un autre identifiant à la question",
    doc="""Une leçon et une question du même module sont rangées sous `module/nom` : elles ne
peuvent pas porter le même nom.

Mauvais : la leçon `definir.md` et la question `#definir`.

Bon : la question `#definir-1`.""",
)

NOT_PUBLISHED = Rule(
    code="id/not-published",
    severity=Severity.WARNING,
    message="{count} identifiant(s) ne sont pas encore dans `published-ids.txt` "
    "(le premier : {first}).",
    mend="avant de publier, lancez `tiers-lieu ids --écrire` et gardez le fichier avec le cours",
    doc="""`published-ids.txt` donne à chaque leçon et à chaque question un numéro définitif. Tant
qu’un nom n’y est pas, son numéro peut changer, et la progression des apprenants serait mal relue.

Mauvais : publier un cours dont une leçon n’est pas dans le fichier.

Bon : lancer `tiers-lieu ids --écrire`, puis construire.""",
)

WITHDRAWN = Rule(
    code="id/withdrawn",
    severity=Severity.INFO,
    message="« {name} » a été publié et n’existe plus dans le cours.",
    mend="si c’est voulu, il n’y a rien à faire ; sinon, rendez-lui son ancien identifiant",
    doc="""Un identifiant retiré garde sa ligne : les réponses des anciens apprenants restent
lisibles. Mais s’il a été renommé par erreur, leur progression est perdue.

Mauvais : renommer `#tl-definition` en `#tl-def` après publication.

Bon : garder `#tl-definition`.""",
)

BAD_PUBLISHED_LINE = Rule(
    code="id/bad-published-line",
    severity=Severity.ERROR,
    message="Cette ligne n’est pas un nom complet : « {text} ».",
    mend="remettez le nom d’origine, de la forme `module/nom` ; aucune ligne ne doit être "
    "supprimée ni laissée vide",
    doc="""Le numéro de ligne est le numéro définitif du nom : une ligne vide, un commentaire ou une
ligne supprimée décale tous les suivants.

Mauvais : une ligne vide au milieu de `published-ids.txt`.

Bon : un nom complet par ligne, ajouté à la fin.""",
)

PUBLISHED_TWICE = Rule(
    code="id/published-twice",
    severity=Severity.ERROR,
    message="« {name} » est déjà à la ligne {first}.",
    mend="rétablissez ce fichier dans sa dernière version publiée, puis relancez "
    "`tiers-lieu ids --écrire`",
    doc="""Un nom n’a qu’un numéro. Une ligne répétée vient souvent de deux versions du fichier
mises bout à bout.

Mauvais : deux lignes `comprendre/definir`.

Bon : une seule.""",
)
