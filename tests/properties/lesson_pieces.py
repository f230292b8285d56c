"""What lessons are made of, a piece for each construct, each word unlike any other."""

from __future__ import annotations

LESSON_PIECES = {
    "prose": """\
mot1a et mot1b, mot1c.
mot1d mot1e.

mot1f : mot1g « mot1h » !
""",
    "headings": "## mot2a mot2b\n\nmot2c.\n\n### mot2d : mot2e\n\nmot2f.\n",
    "list": "mot3a :\n\n- mot3b mot3c\n- mot3d\n  mot3e\n  - mot3f\n\nmot3g.\n",
    "numbers": "mot4a :\n\n1. mot4b mot4c\n2. mot4d\n3. mot4e\n",
    "tasks": "mot5a :\n\n- [ ] mot5b\n- [x] mot5c mot5d\n",
    "quotation": "mot6a.\n\n> mot6b mot6c.\n> mot6d.\n\nmot6e.\n",
    "table": """\
| mot7a mot7b | mot7c |
|---|---|
| mot7d | mot7e |
| mot7f | mot7g mot7h |
""",
    "terms": """\
mot8a
: mot8b mot8c.

mot8d [[tiers-lieu]] et [[Tiers-lieu|mot8e mot8f]].
""",
    "emphasis": "mot9a **mot9b mot9c** mot9d, *mot9e mot9f* et `mot9g`.\n",
    "links": """\
[mota1 mota2](autre.md), [mota3](https://example.org/a-b?c=d#e) et <https://example.org/f>.
""",
    "language": "Un [motb1 motb2]{lang=en}, motb3.\n",
    "fact": "Trois motc1 [@B1] et motc2 [@B1][@B2].\n",
    "note": """\
motd1[^1] et motd2[^deux].

[^1]: motd3 motd4.
[^deux]: motd5.
""",
    "picture": """\
![mote1 mote2](media/plan.svg "mote3 mote4")

mote5 ![mote6](media/plan.svg) mote7.
""",
    "rule": "motf1.\n\n---\n\nmotf2.\n\n***\n\nmotf3.\n",
    "code": "motg1 :\n\n```\nmotg2 = 1\n```\n\nmotg3.\n",
    "keyboard": "Appuyez sur `Ctrl` + `moth1`, puis moth2 (moth3 - moth4).\n",
    "acronym": """\
Une société coopérative d’intérêt collectif (SCIC), puis la SCIC moti1.
""",
    "objectives": "::: objectifs\nmotj1 motj2.\n:::\n\nmotj3.\n",
    "scene": "::: scène motk1 motk2\nmotk3. motk4 ?\n:::\n\nmotk5.\n",
    "nested": """\
:::: essentiel motl1

## motl2 motl3

::: prudence motl4
motl5.
:::

motl6.
::::

motl7.
""",
    "case": """\
::: étude-de-cas motm1 motm2
lieu : motm3 motm4
date : motm5

motm6.
:::
""",
    "found": "::: déniché motn1\nlieu : motn2\n\n- motn3\n- motn4\n:::\n",
    "boxed-fact": "::: fait moto1\nmoto2 moto3 [@B1].\n:::\n",
    "try-it": """\
::: à-vous motp1
motp2.
:::

::: ressources
- [motp3](autre.md)
:::
""",
    "figure": """\
::: figure media/plan.svg
alternative : motq1 motq2.
légende : motq3 motq4.

motq5 motq6.
:::

motq7.
""",
    "video": """\
::: vidéo media/visite.mp4
titre : motr1 motr2
sous-titres : media/visite.vtt
durée : 10 s

motr3 motr4.
:::
""",
    "audio": """\
::: audio media/temoin.mp3
titre : mots1 mots2
durée : 10 s

mots3 mots4.
:::
""",
    "webinar": """\
::: webinaire mott1
date : 2026-12-01
intervenants : mott2 mott3
rediffusion : https://example.org/replay

mott4.
:::
""",
    "sheet-step": """\
::: fiche 1 motu1 motu2
champs : vision, valeurs

motu3.
:::

::: fiche 2
motu4.
:::
""",
    "quotation-of-question": "::: question b/autre-question\n:::\n\nmotv1.\n",
    "address": """\
Écrivez à <contact@example.org> ou lisez https://example.org/motw1 motw2.
""",
    "escape": "motx1 \\*motx2\\* motx3 & motx4 < motx5.\n",
}
