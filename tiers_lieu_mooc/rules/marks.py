"""Marks that are almost right, and would be shown as text instead of doing their work."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

LATE_OPTION = Rule(
    code="text/late-option",
    severity=Severity.WARNING,
    message="« {key} » est séparé de la ligne d’ouverture : ce n’est plus un réglage, et cette "
    "ligne s’affichera comme du texte.",
    mend="supprimez la ligne vide qui la précède, ou commencez la phrase par un autre mot",
    doc="""Les réglages d’un bloc sont les lignes collées à sa ligne d’ouverture ; la première ligne
vide les sépare du texte.

Mauvais :

```markdown
::: qcu #cafe

essais : 3

Que boit-on au café ?

- [x] Du thé
  > Oui.
- [ ] Du sel
  > Non.
:::
```

Bon :

```markdown
::: qcu #cafe
essais : 3

Que boit-on au café ?

- [x] Du thé
  > Oui.
- [ ] Du sel
  > Non.
:::
```""",
)

ALMOST_MARK = Rule(
    code="text/almost-mark",
    severity=Severity.WARNING,
    message="« {mark} » ne fait pas {what}, car {reason} : il s’affichera tel quel.",
    mend="écrivez `{line}`",
    doc="""Un titre commence par `##` et une espace, un élément de liste par un tiret court ou un
nombre, un point et une espace. Une espace insécable, une puce ou un tiret long viennent souvent
d’un traitement de texte, qui les pose sans le dire.

Mauvais :

```markdown
##L’essentiel

• du thé
• du café
```

Bon :

```markdown
## L’essentiel

- du thé
- du café
```""",
)

ALMOST_LINK = Rule(
    code="text/almost-link",
    severity=Severity.WARNING,
    message="{thing} s’affichera tel quel dans le texte : {reason}.",
    mend="{advice}",
    doc="""Un lien s’écrit `[mots](adresse)`, une image `![description](media/nom.jpg)`. Le crochet
et la parenthèse se touchent, et l’adresse n’a pas d’espace.

Mauvais : `![Le café](media/ma photo.jpg)`

Bon : `![Le café](media/ma-photo.jpg)`, le fichier renommé.""",
)

STRAY_MARK = Rule(
    code="text/stray-mark",
    severity=Severity.WARNING,
    message="« {mark} » s’affichera tel quel : {reason}.",
    mend="{advice} ; pour montrer le signe, mettez `\\` devant",
    doc="""Les signes de mise en forme vont par deux et se collent aux mots. Un signe seul reste
dans le texte, et un lecteur d’écran le dit.

Mauvais : `un lieu **ouvert aux voisins`

Bon : `un lieu **ouvert** aux voisins`""",
)

ALMOST_TABLE = Rule(
    code="text/almost-table",
    severity=Severity.WARNING,
    message="Ce tableau s’affichera comme du texte : {reason}.",
    mend="commencez-le par `{head}`, puis `{rule_line}`, puis une ligne par rangée",
    doc="""Un tableau a une ligne de titres, une ligne de tirets avec autant de colonnes, puis ses
rangées ; les colonnes sont séparées par des barres `|`.

Mauvais :

```markdown
| Mois | Visites |
| Mars | 12 |
```

Bon :

```markdown
| Mois | Visites |
|---|---|
| Mars | 12 |
```""",
)

INDENTED_CODE = Rule(
    code="text/indented-code",
    severity=Severity.WARNING,
    message="Ce texte est décalé de quatre espaces ou plus : il s’affichera comme du code, sans "
    "passer à la ligne ni être mis en forme.",
    mend="supprimez les espaces au début de la ligne ; pour du code, entourez-le de lignes "
    "de trois accents graves",
    doc="""En Markdown, un paragraphe décalé de quatre espaces est un bloc de code. C’est presque
toujours un retrait d’alinéa, ou la suite d’une liste trop décalée.

Mauvais : quatre espaces, puis `Un lieu ouvert.`

Bon : `Un lieu ouvert.` au bord gauche.""",
)

SCAFFOLD = Rule(
    code="text/scaffold",
    severity=Severity.WARNING,
    message="« {text} » : cette phrase du modèle attend d’être remplacée.",
    mend="écrivez votre texte à sa place, ou supprimez-la",
    doc="""`tiers-lieu new` écrit des phrases qui disent quoi mettre où. Oubliées, elles seraient
lues par les apprenants.

Mauvais : `Écrivez ici la leçon.` dans une leçon.

Bon : le texte de la leçon.""",
)

HTML_COMMENT = Rule(
    code="text/html-comment",
    severity=Severity.ERROR,
    message="Ce commentaire n’est pas caché : les apprenants le liraient.",
    mend="supprimez-le, ou gardez-le là où rien n’est montré : après un `#` dans l’en-tête, ou "
    "dans un fichier du dossier `revue/`",
    doc="""`<!--` et `-->` cachent un passage dans d’autres outils. Ici, aucun HTML n’est appliqué :
les signes et la remarque s’afficheraient.

Mauvais : `<!-- à vérifier avec Lise -->` dans une leçon.

Bon : la remarque dans `revue/`.""",
)

SHORT_MARKS = Rule(
    code="text/short-marks",
    severity=Severity.WARNING,
    message="Il manque un deux-points à cette ligne `::` ; elle est lue comme `{marks}`.",
    mend="écrivez `{line}`",
    doc="""Un bloc s’ouvre et se ferme par trois deux-points au moins. Avec deux, d’autres outils
montreraient la ligne comme du texte.

Mauvais : `:: essentiel`

Bon : `::: essentiel`""",
)

SLIP = Rule(
    code="text/slip",
    severity=Severity.WARNING,
    message="{what}.",
    mend="{advice}",
    doc="""Un bloc, un titre, un élément de liste, une réponse commencent par quelques signes, et
rien d’autre. Un signe de plus leur ôte leur sens : la ligne serait montrée comme du texte, ou
collée à la précédente.

Mauvais : `“- [x] Un collectif`, `-: du thé`, `: :: scène`

Bon : `- [x] Un collectif`, `- du thé`, `::: scène`""",
)

LONG_ROW = Rule(
    code="text/long-row",
    severity=Severity.ERROR,
    message="Cette rangée a {count} cases, et le tableau {width} colonnes : ce qui dépasse ne "
    "serait pas montré.",
    mend="supprimez la barre `|` qui est de trop, ou ajoutez une colonne à la première ligne",
    doc="""Un tableau a autant de colonnes que sa première ligne. Les cases d’une rangée plus longue
disparaîtraient sans bruit.

Mauvais :

```markdown
| Mois | Visites |
|---|---|
| Mars | 12 | beau temps |
```

Bon :

```markdown
| Mois | Visites | Temps |
|---|---|---|
| Mars | 12 | beau |
```""",
)
