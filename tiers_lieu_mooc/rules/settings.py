"""What can be wrong in YAML files and in the headers of lessons and banks."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

SYNTAX = Rule(
    code="settings/syntax",
    severity=Severity.ERROR,
    message="Ces réglages ne se lisent pas : {problem}.",
    mend="{advice}",
    doc="""Les réglages suivent les règles de YAML 1.2 : `clé: valeur`, deux espaces pour ce qui est
dessous, un tiret devant chaque élément d’une liste.

Mauvais : `titre: "Un titre` (guillemet jamais fermé).

Bon : `titre: "Un titre"`.""",
)

QUOTE_NEEDED = Rule(
    code="settings/quote-needed",
    severity=Severity.ERROR,
    message="Mettez ce texte entre guillemets, car {reason}.",
    mend="écrivez : {line}",
    doc="""En YAML, deux-points, dièse, astérisque, crochet ou chevron ont un sens particulier. Le
français met une espace avant les deux-points : une phrase est alors prise pour un réglage, souvent
sans message. Entre guillemets, tout est permis (spécification YAML 1.2, § 7.3.3).

Mauvais : `titre: Attention : travaux`

Bon : `titre: "Attention : travaux"`""",
)

CUT_BY_HASH = Rule(
    code="settings/cut-by-hash",
    severity=Severity.ERROR,
    message="La fin de ce texte serait perdue : le signe `#` commence un commentaire.",
    mend="mettez le texte entre guillemets : {line}",
    doc="""En YAML, un `#` précédé d’une espace ouvre un commentaire : la suite de la ligne
disparaît sans bruit (spécification YAML 1.2, § 6.6). Un vrai commentaire s’écrit avec une espace
après le `#`.

Mauvais : `titre: Le label Fabrique #1`

Bon : `titre: "Le label Fabrique #1"`""",
)

YAML_FEATURE = Rule(
    code="settings/yaml-feature",
    severity=Severity.ERROR,
    message="Les raccourcis de YAML (`&`, `*`, `!`, `<<`) ne sont pas admis ici.",
    mend="écrivez la valeur en toutes lettres ; si c’est du texte, mettez-le entre guillemets",
    doc="""Ancres, alias et étiquettes de type rendent un fichier difficile à relire, et peuvent
faire grossir un petit fichier sans limite.

Mauvais : `titre: *autre`

Bon : `titre: Un titre`""",
)

DUPLICATE_KEY = Rule(
    code="settings/duplicate-key",
    severity=Severity.ERROR,
    message="« {key} » est déjà donné à la ligne {first}.",
    mend="gardez une seule des deux lignes",
    doc="""YAML interdit deux fois la même clé ; beaucoup de lecteurs gardent la dernière sans le
dire (spécification YAML 1.2, § 3.2.1.1).

Mauvais : deux lignes `titre:`.

Bon : une seule.""",
)

UNKNOWN_KEY = Rule(
    code="settings/unknown-key",
    severity=Severity.ERROR,
    message="« {key} » n’est pas un réglage connu ici.",
    mend="{suggestion}réglages possibles : {known}",
    doc="""Un réglage mal orthographié serait oublié sans bruit, et le cours ne ferait pas ce que
vous avez demandé. Les accents et les majuscules ne comptent pas.

Mauvais : `durrée: 8 min`

Bon : `durée: 8 min`""",
)

MISSING_KEY = Rule(
    code="settings/missing-key",
    severity=Severity.ERROR,
    message="Il manque « {key} ».",
    mend="ajoutez une ligne, par exemple : {example}",
    doc="""Ce réglage est nécessaire : sans lui, la page n’aurait pas de titre, pas de durée ou pas
de leçons.

Mauvais : une leçon dont l’en-tête n’a pas de `durée`.

Bon : `durée: 8 min`""",
)

BAD_VALUE = Rule(
    code="settings/bad-value",
    severity=Severity.ERROR,
    message="« {key} » attend {expected}, et non « {value} ».",
    mend="{suggestion}exemple : {example}",
    doc="""Chaque réglage a une forme : un nombre, une durée, oui ou non, un mot d’une liste…

Mauvais : `durée: huit`

Bon : `durée: 8 min`""",
)

OUT_OF_RANGE = Rule(
    code="settings/out-of-range",
    severity=Severity.ERROR,
    message="« {key} » vaut {value}, mais doit être {expected}.",
    mend="corrigez la valeur",
    doc="""Certains nombres ont des bornes : un pourcentage va de 0 à 100, une leçon dure au moins
une minute.

Mauvais : `seuil: 120`

Bon : `seuil: 60`""",
)

NO_HEADER = Rule(
    code="settings/no-header",
    severity=Severity.ERROR,
    message="Ce fichier n’a pas d’en-tête.",
    mend="commencez-le par trois lignes au moins : `---`, `titre: …`, `---`",
    doc="""Une leçon ou une banque commence par quelques réglages entre deux lignes `---`.

Mauvais : un fichier qui commence par le texte.

Bon :

```markdown
---
titre: Définir un tiers-lieu
durée: 8 min
---
```""",
)

UNCLOSED_HEADER = Rule(
    code="settings/unclosed-header",
    severity=Severity.ERROR,
    message="L’en-tête n’est pas fermé : il manque une ligne `---` après les réglages.",
    mend="ajoutez `---` seul sur une ligne, avant le texte",
    doc="""La seconde ligne `---` sépare les réglages du texte. Sans elle, tout le texte serait pris
pour des réglages.

Mauvais : `---`, `titre: …`, puis le texte.

Bon : `---`, `titre: …`, `---`, puis le texte.""",
)

LISTED_TWICE = Rule(
    code="settings/listed-twice",
    severity=Severity.ERROR,
    message="« {name} » est déjà dans la liste, à la ligne {first}.",
    mend="supprimez l’une des deux lignes",
    doc="""Une leçon ou un module n’a qu’une place dans le parcours ; la progression des apprenants
s’appuie dessus.

Mauvais : `- definir` écrit deux fois.

Bon : une seule fois.""",
)

BANK_USED_TWICE = Rule(
    code="settings/bank-used-twice",
    severity=Severity.ERROR,
    message="La banque « {name} » est déjà celle du module « {other} ».",
    mend="donnez à ce module sa propre banque",
    doc="""Le résultat d’un quiz est gardé une fois par banque. Deux modules qui partagent une
banque partageraient aussi leur résultat.

Mauvais : `banque: comprendre` dans deux modules.

Bon : une banque par module.""",
)

UNKNOWN_OBJECTIVE = Rule(
    code="settings/unknown-objective",
    severity=Severity.ERROR,
    message="L’objectif « {name} » n’est pas déclaré dans le module « {module} ».",
    mend="déclarez-le sous `objectifs` dans `module.yaml`, ou corrigez{suggestion}",
    doc="""Les objectifs d’un module s’écrivent dans `module.yaml` ; leçons et questions les citent
par leur code.

Mauvais : `objectifs: O7` quand le module n’a que O1 et O2.

Bon : `objectifs: O1`""",
)

UNKNOWN_SELF_POSITIONING = Rule(
    code="settings/unknown-self-positioning",
    severity=Severity.ERROR,
    message="« {name} » n’est pas un positionnement écrit dans une leçon de ce cours.",
    mend="donnez son nom entier, `module/identifiant`{suggestion}",
    doc="""L’attestation demande de répondre à certains autopositionnements. Ils doivent exister,
sinon personne ne l’aurait. Ceux d’un quiz ne conviennent pas : le tirage peut les laisser de côté.

Mauvais : `autopositionnements: [accueil/depart]` sans `::: positionnement #depart` dans l’accueil.

Bon : `autopositionnements: [accueil/point-de-depart]`""",
)

CURLY_QUOTES = Rule(
    code="settings/curly-quotes",
    severity=Severity.WARNING,
    message="Ces guillemets courbes font partie du texte : ils s’afficheront ({text}).",
    mend="écrivez {right}, avec des guillemets droits, ou supprimez-les",
    doc="""En YAML, seuls les guillemets droits `"` et `'` entourent un texte. Les traitements
de texte les remplacent par des guillemets courbes, qui sont alors montrés et ne protègent rien.

Mauvais : `titre: “Définir”`

Bon : `titre: "Définir"`""",
)

COMMENT_AFTER_TEXT = Rule(
    code="settings/comment-after-text",
    severity=Severity.WARNING,
    message="Ce texte s’arrête à « {text} » : ce qui suit le signe `#` est un commentaire, qui ne "
    "sera pas affiché.",
    mend="si la suite fait partie du texte, écrivez {line} ; sinon, mettez le commentaire sur une "
    "ligne à lui",
    doc="""En YAML, un `#` précédé d’une espace ouvre un commentaire (spécification YAML 1.2,
§ 6.6). Après un texte, personne ne voit si la suite est perdue exprès.

Mauvais : `titre: Ouvrir un lieu # 3 façons`

Bon : `titre: "Ouvrir un lieu # 3 façons"`""",
)

UNKNOWN_STATUS = Rule(
    code="settings/unknown-status",
    severity=Severity.WARNING,
    message="« {value} » n’est pas un statut connu.",
    mend="{suggestion}statuts possibles : {known}",
    doc="""Le statut dit à l’équipe où en est la relecture. Un mot hors de la liste échappe aux
recherches, et la leçon avec lui.

Mauvais : `statut: fini`

Bon : `statut: validé`""",
)

EMPTY_LIST = Rule(
    code="settings/empty-list",
    severity=Severity.WARNING,
    message="La liste `{key}` est vide : {what}.",
    mend="lancez `tiers-lieu new {command}`, ou ajoutez les noms à la main, un tiret par ligne",
    doc="""Un cours sans module, ou un module sans leçon, n’a rien à montrer.

Mauvais : `modules: []`

Bon : `modules:` puis, à la ligne, deux espaces et `- comprendre`.""",
)
