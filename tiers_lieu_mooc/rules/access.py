"""Accessibility: what keeps some people from reading a lesson (RGAA 4.1, WCAG 2.2)."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

ALTERNATIVE_FILE_NAME = Rule(
    code="access/alternative-file-name",
    severity=Severity.WARNING,
    message="L’alternative « {alternative} » est un nom de fichier.",
    mend="écrivez ce que l’image apprend à qui ne la voit pas",
    doc="""\
Une alternative qui reprend le nom du fichier ne dit rien de l’image : un lecteur d’écran épelle
« IMG deux mille trois point jpg ».

Source : RGAA 4.1, critère 1.3 (alternative pertinente).

Mauvais :

```markdown
![carte.svg](media/carte.svg)
```

Bon :

```markdown
![Carte de la commune : la poste est à deux rues de l’école](media/carte.svg)
```
""",
)

ALTERNATIVE_LONG = Rule(
    code="access/alternative-long",
    severity=Severity.WARNING,
    message="L’alternative compte {count} caractères, plus de {limit}.",
    mend="résumez-la en une phrase et placez le détail dans un conteneur « figure »",
    doc="""\
Une alternative se lit d’une traite, sans pause ni retour en arrière : au-delà de 150
caractères, on en perd le fil.
Le détail va dans le corps d’un conteneur `figure`, qui devient la description longue, affichée
à la demande.

Source : RGAA 4.1, test 1.3.9 (alternative courte et concise) et critère 1.6 (description
détaillée) ; la limite de 150 caractères est la nôtre.

Mauvais :

```markdown
![Plan du rez-de-chaussée : la porte donne sur la place, le bar est à gauche,
la salle commune au fond, l’atelier à droite derrière une cloison vitrée
et les toilettes sous l’escalier](media/carte.svg)
```

Bon :

```markdown
::: figure media/carte.svg
alternative : Plan du rez-de-chaussée, en quatre espaces

La porte donne sur la place.
Le bar est à gauche, la salle commune au fond, l’atelier à droite derrière une cloison vitrée.
:::
```
""",
)

ALTERNATIVE_PREFIX = Rule(
    code="access/alternative-prefix",
    severity=Severity.WARNING,
    message="L’alternative commence par « {prefix} ».",
    mend="retirez ces mots : l’image est déjà annoncée comme telle",
    doc="""\
Un lecteur d’écran annonce « image » avant de lire l’alternative ; « image de » se répète pour
rien.

Source : RGAA 4.1, critère 1.3 ; W3C, *An alt Decision Tree* et *Tips and Tricks* du tutoriel
sur les images.

Mauvais :

```markdown
![Image de la carte de la commune](media/carte.svg)
```

Bon :

```markdown
![Carte de la commune, avec l’école et la poste](media/carte.svg)
```
""",
)

HEADING_SKIPPED = Rule(
    code="access/heading-skipped",
    severity=Severity.WARNING,
    message="Le titre « {title} », de niveau {level}, saute le niveau {expected}.",
    mend="écrivez « {marks} {title} »",
    doc="""\
Les lecteurs d’écran donnent le plan de la page par ses titres : un niveau sauté fait croire
qu’une partie manque.
Dans une leçon, les titres commencent à `##`, puisque le titre du cours et celui de la leçon
sont au-dessus.

Source : RGAA 4.1, critère 9.1 (hiérarchie des titres) ; WCAG 1.3.1.

Mauvais :

```markdown
## Ce qui fait un tiers-lieu

#### Un collectif
```

Bon :

```markdown
## Ce qui fait un tiers-lieu

### Un collectif
```
""",
)

LANGUAGE_TAG = Rule(
    code="access/language-tag",
    severity=Severity.WARNING,
    message="La langue du cours, « {tag} », n’est pas un code de langue.",
    mend="écrivez un code de deux ou trois lettres, par exemple « fr »",
    doc="""\
La langue déclarée choisit la voix des lecteurs d’écran. Un code inconnu est ignoré, et le cours se
lit avec l’accent de la langue du téléphone.

Source : RGAA 4.1, critère 8.4 (code de langue pertinent) ; BCP 47.

Mauvais :

```yaml
langue: français
```

Bon :

```yaml
langue: fr
```
""",
)

LANGUAGE_UNMARKED = Rule(
    code="access/language-unmarked",
    severity=Severity.INFO,
    message="« {text} » semble être de l’anglais, sans indication de langue.",
    mend="écrivez « [{text}]{{lang=en}} »",
    doc="""\
Un passage en anglais lu avec la prononciation française est incompréhensible à l’écoute.
L’avis ne porte que sur les mots en italique où figure un mot anglais sans ambiguïté (*the*,
*of*, *and*, *with*, *third*…).

Source : RGAA 4.1, critère 8.7 (changements de langue indiqués) ; WCAG 3.1.2.

Mauvais :

```markdown
Ray Oldenburg parle de *third place*.
```

Bon :

```markdown
Ray Oldenburg parle de [third place]{lang=en}.
```
""",
)

LINK_ADDRESS = Rule(
    code="access/link-address",
    severity=Severity.WARNING,
    message="Le texte du lien est une adresse.",
    mend="écrivez le nom de la page ou de l’organisme entre les crochets",
    doc="""\
Un lecteur d’écran épelle l’adresse signe par signe, et personne n’y lit ce que contient la page.

Source : RGAA 4.1, critère 6.1 (liens explicites) ; WCAG 2.4.4.

Mauvais :

```markdown
Voir [https://example.org/annuaire](https://example.org/annuaire).
```

Bon :

```markdown
Voir l’[annuaire des tiers-lieux](https://example.org/annuaire).
```
""",
)

LINK_AMBIGUOUS = Rule(
    code="access/link-ambiguous",
    severity=Severity.WARNING,
    message="Le lien « {text} » mène ici à {target}, et plus haut à {other}.",
    mend="donnez à chaque lien un texte qui le distingue",
    doc="""\
Les lecteurs d’écran proposent la liste des liens d’une page. Deux liens de même texte vers deux
adresses y sont impossibles à distinguer.

Source : RGAA 4.1, critère 6.1 ; WCAG 2.4.9 (niveau AAA, facile à tenir ici).

Mauvais :

```markdown
Lisez le [rapport national](https://example.org/2021), puis le [rapport national](https://example.org/2023).
```

Bon :

```markdown
Lisez le [premier rapport national](https://example.org/2021), puis le [second rapport national](https://example.org/2023).
```
""",
)

LINK_VAGUE = Rule(
    code="access/link-vague",
    severity=Severity.WARNING,
    message="Le texte du lien « {text} » ne dit pas où il mène.",
    mend="mettez entre les crochets le nom de la page ou du document",
    doc="""\
Lu seul, dans la liste des liens que donne un lecteur d’écran, « cliquez ici » n’annonce rien.

Source : RGAA 4.1, critère 6.1 (liens explicites) ; WCAG 2.4.4.

Mauvais :

```markdown
Pour trouver un lieu, [cliquez ici](https://example.org/annuaire).
```

Bon :

```markdown
Pour trouver un lieu, ouvrez l’[annuaire des tiers-lieux](https://example.org/annuaire).
```
""",
)

MIDDLE_DOT = Rule(
    code="access/middle-dot",
    severity=Severity.WARNING,
    message="« {text} » contient un point médian.",
    mend="écrivez le doublet (« habitantes et habitants ») ou un mot épicène",
    doc="""\
Les lecteurs d’écran coupent ou épellent les mots à point médian, et ils gênent la lecture facile.

Source : programme du cours, § 10 (langage clair).

Mauvais :

```markdown
Les habitant·es décident ensemble.
```

Bon :

```markdown
Les habitantes et les habitants décident ensemble.
```
""",
)

TABLE_HEADER = Rule(
    code="access/table-header",
    severity=Severity.WARNING,
    message="La colonne {column} du tableau n’a pas d’en-tête.",
    mend="donnez un titre à chaque colonne, à la première ligne du tableau",
    doc="""\
Un lecteur d’écran rappelle l’en-tête à chaque case. Sans lui, on entend des valeurs sans savoir
lesquelles.
Seule la première case de la première ligne peut rester vide, au croisement des deux séries de
titres.

Source : RGAA 4.1, critères 5.6 et 5.7 (en-têtes de tableau) ; WCAG 1.3.1.

Mauvais :

```markdown
| Lieu | |
|---|---|
| Salle commune | ouverte à tous |
```

Bon :

```markdown
| Lieu | Accès |
|---|---|
| Salle commune | ouvert à tous |
```
""",
)
