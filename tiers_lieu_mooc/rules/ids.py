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
    message="« {name} » est un identifiant réservé.",
    mend="choisissez un autre nom, par exemple `{example}`",
    doc="""Le résultat du quiz d’une banque est rangé sous le nom `banque/quiz` ; une question ou
une leçon de ce nom l’écraserait. De même, les champs de la fiche projet sont rangés sous
`fiche/champ`, et quelques pages ont leur adresse. Aucun module ne s’appelle donc `fiche`,
`ma-fiche`, `glossaire`, `sources` ou `attestation`, par exemple. Windows garde enfin `con`, `aux`,
`nul`, `prn`, `com1`, `lpt1` et leurs pareils pour ses périphériques.

Mauvais : `::: qcu #quiz`

Bon : `::: qcu #quiz-de-depart`""",
)

DUPLICATE = Rule(
    code="id/duplicate",
    severity=Severity.ERROR,
    message="L’identifiant « {name} » est déjà pris ({path}, ligne {line}).",
    mend="donnez un autre identifiant au plus récent des deux",
    doc="""Deux questions de même identifiant mélangeraient leurs réponses. Il est unique dans tout
le cours. Les champs de la fiche projet ont les leurs, uniques dans la fiche.

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
    message="{said} pas encore dans `published-ids.txt` (le premier : {first}).",
    mend="avant de publier, lancez `tiers-lieu ids --écrire` et gardez le fichier avec le cours",
    doc="""`published-ids.txt` donne à chaque leçon et à chaque question un numéro définitif. Tant
qu’un nom n’y est pas, son numéro peut changer, et la progression des apprenants serait mal relue.

Mauvais : publier un cours dont une leçon n’est pas dans le fichier.

Bon : lancer `tiers-lieu ids --écrire`, puis construire.""",
)

WITHDRAWN = Rule(
    code="id/withdrawn",
    severity=Severity.ERROR,
    message="« {name} » a été publié et n’existe plus dans le cours{suggestion}.",
    mend="rendez-lui sa place ou son nom ; s’il a changé de nom, lancez "
    "`tiers-lieu ids --renommer {name} NOUVEAU-NOM` ; s’il est retiré pour de bon, "
    "`tiers-lieu ids --retirer {name}`",
    doc="""La réponse de chaque apprenant est rangée sous le numéro de cette ligne. Si le nom
disparaît par mégarde, ou change sans que le fichier le dise, le travail fait reste orphelin.

Mauvais : renommer `#tl-definition` en `#tl-def` après publication, sans rien dire.

Bon : garder `#tl-definition`, ou lancer
`tiers-lieu ids --renommer comprendre/tl-definition comprendre/tl-def`.

Bon aussi, quand la question est vraiment retirée :
`tiers-lieu ids --retirer comprendre/tl-definition`. La ligne reste, avec la mention
« retiré » et la date : son numéro ne servira plus jamais.""",
)

MOVED = Rule(
    code="id/moved",
    severity=Severity.ERROR,
    message="« {name} » a été publié ; il semble s’appeler maintenant « {new} ».",
    mend="pour que chacun garde ce qu’il a fait, lancez `tiers-lieu ids --renommer {name} {new}`",
    doc="""Une leçon ou une question qui change de module change de nom complet. Le fichier
`published-ids.txt` doit le dire : le numéro reste le même, et le travail suit.

Mauvais : déplacer `definir.md` du module `comprendre` au module `lancer`, sans rien dire.

Bon : lancer ensuite `tiers-lieu ids --renommer comprendre/definir lancer/definir`. Les questions de
la leçon suivent. La ligne devient `comprendre/definir = lancer/definir`, à la même place.

Pour un module ou une banque qui change de nom, donnez les deux noms sans barre oblique :
`tiers-lieu ids --renommer comprendre explorer`.

Si c’est un autre contenu qui porte le même nom par hasard, retirez d’abord l’ancien :
`tiers-lieu ids --retirer comprendre/definir`.""",
)

RETIRED_IN_USE = Rule(
    code="id/retired-in-use",
    severity=Severity.ERROR,
    message="« {name} » est marqué « retiré » depuis le {day}, et le cours l’emploie.",
    mend="pour un nouveau contenu, choisissez un autre nom ; si l’ancien contenu revient, "
    "enlevez la mention « retiré » de cette ligne",
    doc="""Un nom retiré garde son numéro, et les réponses données autrefois y restent. Un nouveau
contenu de même nom recevrait ces vieilles réponses.

Mauvais : une nouvelle question `#tl-definition` après `comprendre/tl-definition retiré 2026-11-23`.

Bon : une nouvelle question `#tl-definition-2`.""",
)

FORMER_IN_USE = Rule(
    code="id/former-in-use",
    severity=Severity.ERROR,
    message="« {name} » est l’ancien nom de « {now} », et le cours l’emploie.",
    mend="pour un nouveau contenu, choisissez un autre nom ; si le renommage est annulé, "
    "lancez `tiers-lieu ids --renommer {now} {name}`",
    doc="""Le numéro de cette ligne appartient à un contenu qui a changé de nom. Si un autre contenu
prenait l’ancien nom, personne ne saurait plus de qui sont les réponses.

Mauvais : une nouvelle leçon `comprendre/definir` quand le fichier dit
`comprendre/definir = lancer/definir`.

Bon : une nouvelle leçon `comprendre/definir-un-lieu`.""",
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
