"""What can be wrong in Markdown text, its links and its containers."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

UNKNOWN_CONTAINER = Rule(
    code="text/unknown-container",
    severity=Severity.ERROR,
    message="« {name} » n’est pas un bloc connu.",
    mend="{suggestion}blocs possibles : {known}",
    doc="""Après `:::`, le premier mot dit ce que contient le bloc. Accents et majuscules ne
comptent pas, mais l’orthographe si.

Mauvais : `::: objectif`

Bon : `::: objectifs`""",
)

UNCLOSED_CONTAINER = Rule(
    code="text/unclosed-container",
    severity=Severity.ERROR,
    message="Le bloc « {name} » ouvert à la ligne {opened} n’est pas fermé : "
    "il manque `{marks}` {where}.",
    mend="ajoutez une ligne `{marks}` à la fin du bloc",
    doc="""Un bloc commence par `::: nom` et finit par `:::` seul sur une ligne. Sans cette ligne,
la suite de la page serait avalée par le bloc. Pour mettre un bloc dans un autre, celui du dehors
prend un deux-points de plus (`::::`).

Mauvais :

```markdown
::: scène
Nadia ouvre la porte.

::: essentiel
```

Bon : une ligne `:::` avant `::: essentiel`.""",
)

STRAY_CLOSING = Rule(
    code="text/stray-closing",
    severity=Severity.ERROR,
    message="Cette ligne `{marks}` ne ferme aucun bloc.",
    mend="supprimez-la, ou ajoutez la ligne d’ouverture qui manque plus haut",
    doc="""Une ligne de deux-points seule ferme le bloc ouvert avec autant de deux-points. Ici,
aucun n’est ouvert.

Mauvais : deux lignes `:::` de suite.

Bon : une seule.""",
)

INDENTED_CONTAINER = Rule(
    code="text/indented-container",
    severity=Severity.WARNING,
    message="Cette ligne `:::` est trop décalée : elle s’affichera comme du texte.",
    mend="supprimez les espaces au début de la ligne",
    doc="""En Markdown, une ligne décalée de quatre espaces est du code, montré tel quel.

Mauvais : quatre espaces, puis `::: qcu #a`.

Bon : `::: qcu #a` au bord gauche.""",
)

TOO_MANY_MARKS = Rule(
    code="text/too-many-marks",
    severity=Severity.ERROR,
    message="Déjà {count} lignes `:::` fautives dans ce fichier : "
    "les suivantes ne sont pas montrées.",
    mend="corrigez les premières : souvent, une seule ligne oubliée explique les autres",
    doc="""Quand des dizaines de lignes `:::` ne vont pas, les montrer toutes n’aide plus.

Mauvais : un fichier fait de milliers de lignes `:::`.

Bon : une ligne `:::` par bloc ouvert.""",
)

TOO_DEEP = Rule(
    code="text/too-deep",
    severity=Severity.ERROR,
    message="Trop de blocs, de listes ou de citations les uns dans les autres.",
    mend="remontez ce texte de quelques niveaux",
    doc="""Au-delà de quelques niveaux, personne ne suit plus, et un téléphone n’a plus la place
d’afficher le texte. C’est presque toujours un accident de copie.

Mauvais : dix signes `>` au début d’une ligne.

Bon : une liste dans une liste, au plus.""",
)

RAW_HTML = Rule(
    code="text/raw-html",
    severity=Severity.ERROR,
    message="La balise HTML « {tag} » ne sera pas appliquée : elle s’afficherait telle quelle.",
    mend="employez Markdown (`**gras**`, `*italique*`, tableaux…) ou, pour montrer la balise, "
    "entourez-la d’accents graves",
    doc="""Le HTML écrit à la main peut casser la page, la rendre illisible aux lecteurs d’écran ou
contenir un programme. Il n’est donc jamais appliqué.

Mauvais : `du <b>gras</b>`

Bon : `du **gras**`""",
)

FORBIDDEN_LINK = Rule(
    code="text/forbidden-link",
    severity=Severity.ERROR,
    message="Cette adresse n’est pas admise : « {address} ».",
    mend="un lien commence par `https://`, `http://`, `mailto:` ou `tel:`, ou nomme une leçon "
    "(`autre-lecon.md`) ou un fichier (`media/nom.pdf`)",
    doc="""Les adresses `javascript:` ou `data:` peuvent exécuter un programme chez le lecteur ; une
adresse qui commence par `/` dépend du site et ne mène nulle part dans un paquet.

Mauvais : `[ici](javascript:alert(1))`

Bon : `[le site du réseau](https://example.org/)`""",
)

HEADING_LINK = Rule(
    code="text/heading-link",
    severity=Severity.ERROR,
    message="Un lien ne peut pas viser un titre (« {address} »).",
    mend="visez la leçon entière, par exemple `definir.md`, et citez le titre dans la phrase",
    doc="""Les titres changent au fil des relectures ; un lien vers un titre se casserait sans que
personne ne le voie.

Mauvais : `[plus bas](#financer)`

Bon : `[la leçon Financer](financer.md)`""",
)

REFERENCE_LINK = Rule(
    code="text/reference-link",
    severity=Severity.ERROR,
    message="Cette façon d’écrire un lien n’est pas admise : elle s’afficherait telle quelle.",
    mend="écrivez l’adresse dans la phrase : `[mots du lien](https://…)`",
    doc="""Markdown permet de ranger les adresses à part (`[nom]: adresse`). Une ligne comme
`[Attention]: fragile` y disparaît sans bruit ; cette forme n’est donc pas lue.

Mauvais : `[rtes]: https://example.org`

Bon : `[le réseau](https://example.org)`""",
)

UNKNOWN_LESSON = Rule(
    code="text/unknown-lesson",
    severity=Severity.ERROR,
    message="Ce lien vise une leçon qui n’existe pas : « {name} ».",
    mend="corrigez le nom du fichier{suggestion}",
    doc="""Un lien vers une autre leçon nomme son fichier : `definir.md` dans le même module,
`../comprendre/definir.md` dans un autre.

Mauvais : `[la suite](definire.md)`

Bon : `[la suite](definir.md)`""",
)

UNKNOWN_TERM = Rule(
    code="text/unknown-term",
    severity=Severity.ERROR,
    message="« {name} » n’est pas dans le glossaire.",
    mend="ajoutez ce terme à `glossaire.md`, ou corrigez-le{suggestion}",
    doc="""Deux crochets font un lien vers le glossaire. Majuscules, accents et marque du pluriel ne
comptent pas ; les autres formes s’ajoutent en variantes.

Mauvais : `[[tiers-lien]]`

Bon : `[[tiers-lieu]]`, ou `[[tiers-lieu|ces lieux]]` pour afficher autre chose.""",
)

UNKNOWN_FACT = Rule(
    code="text/unknown-fact",
    severity=Severity.ERROR,
    message="Le fait « {name} » n’est pas dans `faits.yaml`.",
    mend="ajoutez-le à `faits.yaml`, ou corrigez son code{suggestion}",
    doc="""`[@B5]` renvoie au fait B5, avec sa source et sa date.

Mauvais : `[@B55]` sans fait B55.

Bon : `[@B5]`""",
)

UNKNOWN_NOTE = Rule(
    code="text/unknown-note",
    severity=Severity.ERROR,
    message="La note « {name} » n’est écrite nulle part dans ce fichier.",
    mend="ajoutez une ligne `[^{name}]: texte de la note`",
    doc="""Un appel de note `[^1]` renvoie à une ligne `[^1]: …` du même fichier.

Mauvais : `un chiffre[^1]` sans ligne `[^1]:`.

Bon : les deux.""",
)

UNUSED_NOTE = Rule(
    code="text/unused-note",
    severity=Severity.WARNING,
    message="La note « {name} » n’est appelée nulle part : elle ne sera pas affichée.",
    mend="ajoutez l’appel `[^{name}]` dans le texte, ou supprimez la note",
    doc="""Une note sans appel ne peut pas être lue à sa place.

Mauvais : `[^2]: …` sans `[^2]` dans le texte.

Bon : les deux.""",
)

DUPLICATE_NOTE = Rule(
    code="text/duplicate-note",
    severity=Severity.ERROR,
    message="La note « {name} » est déjà écrite à la ligne {first}.",
    mend="donnez-lui un autre nom",
    doc="""Deux notes du même nom : l’une des deux serait perdue.

Mauvais : deux lignes `[^1]: …`.

Bon : `[^1]: …` et `[^2]: …`.""",
)

UNKNOWN_ATTRIBUTE = Rule(
    code="text/unknown-attribute",
    severity=Severity.ERROR,
    message="Les accolades après « {text} » ne sont pas comprises : elles s’afficheraient.",
    mend="la seule forme admise est `[mots]{{lang=en}}`, pour dire la langue de quelques mots",
    doc="""Dire la langue des mots étrangers permet aux synthèses vocales de bien les prononcer
(RGAA 8.7). Aucune autre propriété n’est admise, pour que toutes les pages se ressemblent.

Mauvais : `[important]{.rouge}`

Bon : `[fab lab]{lang=en}`""",
)

TOP_HEADING = Rule(
    code="text/top-heading",
    severity=Severity.WARNING,
    message="Un titre de premier niveau (`#`) n’a pas sa place dans une leçon.",
    mend="écrivez `## {title}` : le titre de la leçon est déjà donné par `titre`",
    doc="""Le premier niveau est le titre du cours, le deuxième celui de la leçon. Les titres du
texte commencent à `##` (RGAA 9.1).

Mauvais : `# L’essentiel`

Bon : `## L’essentiel`""",
)

EMPTY_LESSON = Rule(
    code="text/empty-lesson",
    severity=Severity.ERROR,
    message="Cette leçon n’a pas de texte.",
    mend="écrivez au moins un paragraphe après l’en-tête",
    doc="""Une leçon vide donnerait une page vide.

Mauvais : un en-tête, puis rien.

Bon : un en-tête, puis le texte.""",
)

UNEXPECTED_TEXT = Rule(
    code="text/unexpected-text",
    severity=Severity.WARNING,
    message="Ce texte n’est pas une définition : il ne sera pas repris dans le glossaire.",
    mend="écrivez le terme sur une ligne, puis `: définition` sur la suivante",
    doc="""Le glossaire ne contient que des termes et leurs définitions.

Mauvais : `Tiers-lieu : un lieu ouvert.` sur une seule ligne.

Bon :

```markdown
Tiers-lieu
: Un lieu ouvert.
```""",
)

DUPLICATE_TERM = Rule(
    code="text/duplicate-term",
    severity=Severity.ERROR,
    message="« {name} » est déjà défini à la ligne {first}.",
    mend="réunissez les deux définitions, ou précisez l’un des deux termes",
    doc="""Un terme a une seule définition, et une variante ne désigne qu’un terme.

Mauvais : « Fablab » défini deux fois.

Bon : une seule définition, avec ses variantes : `Fablab, atelier de fabrication`.""",
)

MISSING_ARGUMENT = Rule(
    code="text/missing-argument",
    severity=Severity.ERROR,
    message="Après « {name} », il manque {expected}.",
    mend="écrivez par exemple : `{example}`",
    doc="""Certains blocs disent sur leur ligne d’ouverture ce qu’ils montrent : le numéro de la
rubrique, la question citée, le fichier.

Mauvais : `::: fiche`

Bon : `::: fiche 2`""",
)

UNEXPECTED_BODY = Rule(
    code="text/unexpected-body",
    severity=Severity.ERROR,
    message="Le bloc « {name} » ne contient pas de texte : ces lignes seraient perdues.",
    mend="placez ce texte avant ou après le bloc",
    doc="""`::: question` et `::: quiz` montrent ce qui est écrit ailleurs ; ils n’ont pas de texte
à eux.

Mauvais : une phrase entre `::: quiz comprendre` et `:::`.

Bon : la phrase avant `::: quiz comprendre`.""",
)

MISPLACED_CONTAINER = Rule(
    code="text/misplaced-container",
    severity=Severity.ERROR,
    message="Un bloc « {name} » n’a pas sa place ici.",
    mend="{advice}",
    doc="""Une question ne contient pas d’autre bloc ; une banque ne contient que des questions.

Mauvais : `::: scène` dans `quizzes/essai/comprendre.md`.

Bon : la scène dans une leçon.""",
)

UNKNOWN_OPTION = Rule(
    code="text/unknown-option",
    severity=Severity.ERROR,
    message="« {key} » n’est pas un réglage connu du bloc « {name} ».",
    mend="{suggestion}si c’est du texte, laissez une ligne vide après la ligne d’ouverture ; "
    "réglages possibles : {known}",
    doc="""Les lignes `clé : valeur` collées à la ligne d’ouverture sont des réglages. Une ligne
vide les sépare du texte.

Mauvais : `soustitres : media/visite.vtt`

Bon : `sous-titres : media/visite.vtt`""",
)

DUPLICATE_OPTION = Rule(
    code="text/duplicate-option",
    severity=Severity.ERROR,
    message="« {key} » est donné deux fois pour ce bloc.",
    mend="gardez une seule des deux lignes",
    doc="""Un réglage n’a qu’une valeur ; la seconde effacerait la première sans bruit.

Mauvais : deux lignes `points : …` dans la même question.

Bon : une seule.""",
)

MISSING_OPTION = Rule(
    code="text/missing-option",
    severity=Severity.ERROR,
    message="Il manque « {key} » au bloc « {name} ».",
    mend="ajoutez sous la ligne d’ouverture : `{example}`",
    doc="""Certains blocs ont besoin d’un réglage : un titre pour une vidéo, une échelle pour un
positionnement.

Mauvais : `::: positionnement #depart` sans échelle.

Bon : `échelle : Pas du tout, Un peu, Assez, Tout à fait`""",
)

BAD_OPTION = Rule(
    code="text/bad-option",
    severity=Severity.ERROR,
    message="« {key} » attend {expected}, et non « {value} ».",
    mend="{suggestion}exemple : `{key} : {example}`",
    doc="""Chaque réglage a une forme : un nombre, oui ou non, un mot d’une liste…

Mauvais : `points : deux`

Bon : `points : 2`""",
)

BAD_ARGUMENT = Rule(
    code="text/bad-argument",
    severity=Severity.ERROR,
    message="Après « {name} », « {value} » ne convient pas : il faut {expected}.",
    mend="écrivez par exemple : `{example}`",
    doc="""Ce qui suit le nom d’un bloc dit ce qu’il montre : une rubrique de 1 à 12, une question,
une banque, un fichier dont le nom n’a pas d’espace.

Mauvais : `::: fiche 14`

Bon : `::: fiche 2`""",
)
