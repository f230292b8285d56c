"""Pedagogy: the lesson template, and questions that teach something."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

ACRONYM_UNEXPLAINED = Rule(
    code="pedagogy/acronym-unexplained",
    severity=Severity.INFO,
    message="Le sigle « {acronym} » n’est pas développé dans cette leçon.",
    mend="écrivez son nom entier suivi de « ({acronym}) », ou liez-le au glossaire",
    doc="""\
Un sigle connu de ceux qui l’emploient arrête tous les autres. Il est développé une fois par
leçon.

Un sigle est expliqué s’il est suivi ou précédé de son nom entre parenthèses, ou s’il est lié au
glossaire.
Les noms des partenaires du cours et quelques sigles d’usage courant (PDF, SMS, TVA…) sont admis.

Source : programme du cours, § 10 (langage clair).

Mauvais :

```markdown
Une SCIC associe des habitants et une commune.
```

Bon :

```markdown
Une société coopérative d’intérêt collectif (SCIC) associe des habitants et une commune.
```
""",
)

ALL_OF_THE_ABOVE = Rule(
    code="pedagogy/all-of-the-above",
    severity=Severity.INFO,
    message="La réponse « {text} » renvoie aux autres réponses.",
    mend="remplacez-la par une réponse qui dit quelque chose, ou faites un qcm",
    doc="""\
« Toutes ces réponses » se devine dès que deux réponses paraissent justes, et perd son sens
quand l’ordre est mélangé.

Source : programme du cours, § 6.3.

Mauvais :

```markdown
::: qcu #usages
Que trouve-t-on dans un tiers-lieu ?

- [ ] Un café
- [ ] Un atelier
- [x] Toutes ces réponses
:::
```

Bon :

```markdown
::: qcm #usages
Que trouve-t-on dans un tiers-lieu ?

- [x] Un café
- [x] Un atelier
- [ ] Une autoroute
:::
```
""",
)

DOUBLE_NEGATION = Rule(
    code="pedagogy/double-negation",
    severity=Severity.INFO,
    message="La question « {question} » demande de nier une négation.",
    mend="écrivez l’énoncé à la forme affirmative",
    doc="""\
« Laquelle n’est pas fausse ? » ou « ne doit pas… » suivi de « Faux » mesure l’attention à la
grammaire, pas ce qui a été compris.

Source : programme du cours, § 6.3.

Mauvais :

```markdown
::: vrai-faux #statut
Un tiers-lieu ne peut pas être une association.

- [ ] Vrai
- [x] Faux
:::
```

Bon :

```markdown
::: vrai-faux #statut
Un tiers-lieu peut être une association.

- [x] Vrai
- [ ] Faux
:::
```
""",
)

DURATION_IMPLAUSIBLE = Rule(
    code="pedagogy/duration-implausible",
    severity=Severity.WARNING,
    message="« {minutes} min » ne va pas avec le contenu : comptez {range} min.",
    mend="corrigez la durée dans l’en-tête de la leçon",
    doc="""\
La durée annoncée est une promesse : elle aide à choisir le moment de lire, et l’attestation
l’additionne.

Le compte se fait à 180 mots par minute, questions comprises, un quart plus vite au mieux et
moitié plus lentement au plus.
S’ajoutent au plus 5 minutes par `à-vous`, par `fiche` et par question ouverte, 3 minutes par
autre question, et la durée des enregistrements.

Source : programme du cours, § 6.1 (leçon de 6 à 10 minutes, lecture et action) ; la vitesse et
les marges sont les nôtres.

Mauvais, dans une leçon de quelques lignes :

```yaml
durée: 45 min
```

Bon :

```yaml
durée: 1 min
```
""",
)

FEEDBACK_MISSING = Rule(
    code="pedagogy/feedback-missing",
    severity=Severity.WARNING,
    message="La question « {question} » ne dit rien à qui {answer}.",
    mend="ajoutez un commentaire « > … » sous la réponse, ou « {label} : … » à la fin",
    doc="""\
Une réponse sans commentaire apprend seulement qu’on a eu tort ou raison. Chaque réponse, juste
ou fausse, a le sien.

Dans un qcu, un qcm ou un vrai-faux, chaque réponse porte un commentaire ; `Si juste` ou
`Explication` le remplace pour les justes, `Si faux` pour les fausses.
Dans les autres questions notées, il faut `Explication`, ou `Si juste` et `Si faux`.

Source : programme du cours, § 6.3 (rétroaction pour chaque réponse).

Mauvais :

```markdown
::: vrai-faux #cafe
Un café associatif peut être un tiers-lieu.

- [x] Vrai
- [ ] Faux
:::
```

Bon :

```markdown
::: vrai-faux #cafe
Un café associatif peut être un tiers-lieu.

- [x] Vrai
  > Oui, dès qu’un collectif le fait vivre.
- [ ] Faux
  > Si : c’est le collectif qui compte, pas l’activité.
:::
```
""",
)

LESSON_LENGTH = Rule(
    code="pedagogy/lesson-length",
    severity=Severity.WARNING,
    message="La leçon compte {count} mots ; le gabarit en demande de {low} à {high}.",
    mend="{advice}",
    doc="""\
Une leçon se lit en une fois, en 6 à 10 minutes : 350 à 600 mots.
La règle ne vaut que si `course.yaml` dit `gabarit: tiers-lieux`.

Sont comptés tous les textes de la leçon, conteneurs compris, sauf les questions, les
`ressources`, les transcriptions et les descriptions longues.
Une leçon qui contient une `étude-de-cas` ou un webinaire n’a pas de limite ; dans un module
sans banque (accueil, conclusion), seule la limite haute s’applique.

Source : programme du cours, § 6.1, point 3.

Mauvais, seul dans une leçon :

```markdown
Une leçon d’une ligne.
```
""",
)

LONG_SENTENCE = Rule(
    code="pedagogy/long-sentence",
    severity=Severity.INFO,
    message="Cette phrase compte {count} mots.",
    mend="coupez-la : 20 mots au plus, une idée par phrase",
    doc="""\
Le programme demande des phrases de 20 mots au plus. L’avis paraît à partir de 26, pour laisser
passer les énumérations.

Source : programme du cours, § 10 (langage clair).

Mauvais :

```markdown
Quand les habitants se réunissent pour la première fois dans l’ancienne école, ils parlent longtemps
de ce qui manque au village, sans décider qui fera quoi ni quand ils se reverront.
```

Bon :

```markdown
Les habitants se réunissent dans l’ancienne école.
Ils parlent longtemps de ce qui manque au village.
Personne ne décide qui fera quoi.
```
""",
)

OBJECTIVE_UNASSESSED = Rule(
    code="pedagogy/objective-unassessed",
    severity=Severity.INFO,
    message="Aucune question notée ne porte sur l’objectif {objective}.",
    mend="ajoutez « objectifs : {objective} » à une question, ou écrivez-en une",
    doc="""\
Un objectif que rien n’évalue est une promesse que personne ne vérifie.

Source : format des questions, option `objectifs`.

Mauvais, quand aucune question ne nomme O2 :

```yaml
objectifs:
  - O1: Expliquer ce qu’est un tiers-lieu
  - O2: Raconter son origine
```
""",
)

PART_MISSING = Rule(
    code="pedagogy/part-missing",
    severity=Severity.WARNING,
    message="Il manque à cette leçon : {parts}.",
    mend="ajoutez ce que le gabarit demande, ou placez le texte dans une étude de cas",
    doc="""\
Toutes les leçons suivent le même gabarit, pour qu’on sache toujours où l’on en est :
l’essentiel, le fait daté, une action à faire, au moins une question.
La règle ne vaut que si `course.yaml` dit `gabarit: tiers-lieux`.

Une partie est présente si le conteneur (`essentiel`, `fait`, `à-vous`) ou un titre de ce nom
(`## L’essentiel`) s’y trouve.
Le gabarit ne s’applique ni aux leçons qui contiennent une `étude-de-cas`, un webinaire ou un
quiz entier, ni aux modules sans banque (accueil, conclusion).

Source : programme du cours, § 6.1.

Mauvais, seul dans une leçon :

```markdown
Un texte sans fait, sans action et sans question.
```
""",
)

QUESTION_WITHOUT_OBJECTIVE = Rule(
    code="pedagogy/question-without-objective",
    severity=Severity.INFO,
    message="La question notée « {question} » ne nomme aucun objectif du module.",
    mend="ajoutez l’option « objectifs », par exemple « objectifs : {objective} »",
    doc="""\
L’objectif relie la question à ce que le module promet ; le LMS le reçoit avec la réponse, et le
bilan du module en dépend.

Source : format des questions, option `objectifs`.

Mauvais :

```markdown
::: vrai-faux #cafe
Un café associatif peut être un tiers-lieu.

- [x] Vrai
- [ ] Faux
:::
```

Bon :

```markdown
::: vrai-faux #cafe
objectifs : O1

Un café associatif peut être un tiers-lieu.

- [x] Vrai
- [ ] Faux
:::
```
""",
)

RIGHT_ANSWER_LONGEST = Rule(
    code="pedagogy/right-answer-longest",
    severity=Severity.INFO,
    message=(
        "Dans les {count} questions à choix unique de cette banque, la bonne réponse est "
        "toujours la plus longue."
    ),
    mend="raccourcissez-en quelques-unes, ou étoffez les autres réponses",
    doc="""\
On soigne la bonne réponse, et elle s’allonge : qui l’a remarqué réussit sans lire. L’avis
paraît à partir de quatre questions.

Source : règles d’écriture des questions à choix (format des questions, avis non affichés
d’ordinaire).
""",
)

RIGHT_ANSWER_PLACE = Rule(
    code="pedagogy/right-answer-place",
    severity=Severity.INFO,
    message=(
        "Dans les {count} questions « {kind} » non mélangées de cette banque, la bonne réponse "
        "est toujours en position {place}."
    ),
    mend="{advice}",
    doc="""\
Quand l’ordre n’est pas mélangé, la place de la bonne réponse se remarque vite. L’avis paraît à
partir de quatre questions de même type.
Les vrai-faux ne sont jamais mélangés : il faut des affirmations justes et des fausses.

Source : règles d’écriture des questions à choix (format des questions, avis non affichés
d’ordinaire).
""",
)

SCENE_LONG = Rule(
    code="pedagogy/scene-long",
    severity=Severity.WARNING,
    message="La scène compte {count} mots, plus de {limit}.",
    mend="gardez le dilemme, retirez le décor",
    doc="""\
La scène pose un dilemme en 60 mots au plus ; au-delà, elle retarde l’idée utile de la leçon.
La règle ne vaut que si `course.yaml` dit `gabarit: tiers-lieux`.

Source : programme du cours, § 6.1, point 2.

Mauvais : une scène de 61 mots ou plus dans un conteneur `scène`.
""",
)
