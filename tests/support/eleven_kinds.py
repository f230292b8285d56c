"""One question of each kind, with comments, for small courses."""

from __future__ import annotations

_KINDS = """
::: qcu #{prefix}qcu
objectifs : O1
étiquettes : choix
{options}
Qui décide dans un tiers-lieu ?

- [ ] Le hasard
  > Non, pas le hasard.
- [x] Le collectif
  > Oui, le collectif.
- [ ] La météo
  > Non, pas la météo.
- [ ] Je ne sais pas {{fixe}}
  > Demandez autour de vous.

Indice : ils sont plusieurs.

Indice : ils se réunissent.

Explication : le collectif fait le lieu.
:::

::: qcm #{prefix}qcm
objectifs : O1
étiquettes : choix
{options}
Que peut-on y faire ?

- [x] Réparer
  > Oui, réparer.
- [x] Cuisiner
  > Oui, cuisiner.
- [ ] Dormir toute la semaine
  > Non, pas dormir.

Si partiel : il en manque.
Explication : on y fait des choses ensemble.
:::

::: vrai-faux #{prefix}vrai-faux
objectifs : O1
étiquettes : choix
{options}
Un tiers-lieu est toujours une association.

- [ ] Vrai
  > Non, pas toujours.
- [x] Faux
  > Oui, il y a d’autres formes.

Explication : le mot ne désigne pas un statut.
:::

::: réponse-courte #{prefix}mot
objectifs : O1
étiquettes : écrit
{options}
Quelle réunion approuve les comptes ?

- [x] assemblée générale
  > Oui, elle.
- [x] (50 %) réunion plénière
  > Presque.
- [ ] conseil
  > Il prépare seulement.

Si faux : cherchez encore.
Explication : tous les adhérents y sont.
:::

::: numérique #{prefix}nombre
objectifs : O1
étiquettes : écrit
unité : m²
{options}
Une salle mesure 12 m sur 10 m. Quelle est sa surface ?

- [x] 120
  > Oui, 120.
- [x] (50 %) 100 à 140
  > Tout près.
- [ ] 22
  > Vous avez additionné.

Explication : 12 × 10 = 120.
:::

::: appariement #{prefix}paires
objectifs : O1
étiquettes : liste
{options}
Associez chacun à ce qu’il apporte.

- La mairie -> un local
- Les habitants -> des idées
- (leurre) -> un diplôme

Si partiel : une moitié tient.
Explication : chacun apporte ce qu’il a.
:::

::: ordre #{prefix}ordre
objectifs : O1
étiquettes : liste
{options}
Remettez les étapes dans l’ordre.

1. Écouter
2. Essayer
3. Écrire les statuts

Si partiel : une étape est à sa place.
Explication : on écoute d’abord.
:::

::: trous #{prefix}trous
objectifs : O1
étiquettes : écrit
{options}
Complétez la phrase.

Il s’appuie sur un {{{{collectif | groupe}}}},
et sur des décisions {{{{ [ ] secrètes | [x] partagées }}}}.

Si partiel : un trou sur deux.
Explication : à plusieurs.
:::

::: classement #{prefix}rangement
objectifs : O1
étiquettes : liste
{options}
Classez chaque dépense.

- **Fonctionnement**
  - Loyer
  - Électricité
- **Investissement**
  - Imprimante

Si partiel : une partie est rangée.
Explication : ce qui dure est un investissement.
:::

::: positionnement #{prefix}echelle
objectifs : O1
étiquettes : avis
échelle : Pas du tout, Un peu, Tout à fait

Où en êtes-vous ?

- Je sais le dire.
- Je sais qui appeler.
:::

::: réflexion #{prefix}texte
étiquettes : avis
longueur : 5 à 20 mots

Décrivez un lieu près de chez vous.
:::
"""

COUNT = 11


def eleven_questions(prefix: str = "", options: str = "") -> str:
    """Give a question of each kind.

    Args:
        prefix: begins every identifier.
        options: lines for the nine graded ones, such as ``essais : 1``.
    """
    lines = f"{options}\n" if options else ""
    return _KINDS.replace("{options}\n", lines + "\n").format(prefix=prefix)
