"""A question of each kind with all that it may have, each word unlike any other."""

from __future__ import annotations

QUESTIONS = {
    "qcu": """\
::: qcu #essai-qcu
points : 2
objectifs : O1
étiquettes : moya1, moya2
leçon : autre
essais : 3

moya3 moya4 ?

- [x] moya5 moya6
  > moya7 moya8.
- [ ] moya9
  > moyb1.
- [ ] moyb2 {fixe}
  > moyb3.

Indice : moyb4 moyb5.
Si juste : moyb6.
Si faux : moyb7 moyb8.
Explication : moyb9.
:::
""",
    "qcm": """\
::: qcm #essai-qcm
titre : moyc0 moyd0
difficulté : facile
mélanger : non
notation : partielle
pénalité : 25 %

moyc1 moyc2.

- [x] (50 %) moyc3
  > moyc4.
- [x] (50 %) moyc5
  > moyc6.
- [ ] (-50 %) moyc7
  > moyc8.

Si partiel : moyc9.
:::
""",
    "vrai-faux": """\
::: vrai-faux #essai-vf
obligatoire : oui

moyd1 moyd2.

- [ ] Vrai
  > moyd3 moyd4.
- [x] Faux
  > moyd5.
:::
""",
    "réponse-courte": """\
::: réponse-courte #essai-rc
fautes : 1
casse : stricte

moye1 moye2 ?

- [x] moye3 moye4
  > moye5.
- [x] (50 %) moye6
  > moye7.
- [ ] moye8
  > moye9.

Explication : moyf1.
:::
""",
    "numérique": """\
::: numérique #essai-num
unité : m²
tolérance : 5 %

moyg1 moyg2 ?

- [x] 120
  > moyg3.
- [x] (50 %) 100 à 140
  > moyg4.
- [ ] 22
  > moyg5.
:::
""",
    "appariement": """\
::: appariement #essai-app
moyh1 moyh2.

- moyh3 moyh4 -> moyh5
- moyh6 -> moyh7 moyh8
- (leurre) -> moyh9

Si partiel : moyi1.
:::
""",
    "ordre": """\
::: ordre #essai-ordre
notation : voisins

moyj1 moyj2.

1. moyj3 moyj4
2. moyj5
3. moyj6

Explication : moyj7.
:::
""",
    "trous": """\
::: trous #essai-trous
moyk1 moyk2.

moyk3 {{moyk4 | moyk5}} moyk6 {{ [ ] moyk7 | [x] moyk8 }} moyk9.

Indice : moyl1.
:::
""",
    "classement": """\
::: classement #essai-cl
moym1 moym2.

- **moym3**
  - moym4 moym5
  - moym6
- **moym7**
  - moym8

Si faux : moym9.
:::
""",
    "positionnement": """\
::: positionnement #essai-pos
échelle : moyn1, moyn2 moyn3, moyn4

moyn5 moyn6 ?

- moyn7 moyn8.
- moyn9.
:::
""",
    "réflexion": """\
::: réflexion #essai-ref
longueur : 50 à 200 mots
transmettre : non

moyo1 moyo2.

Piste : moyo3.
:::
""",
}
