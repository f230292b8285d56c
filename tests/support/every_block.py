"""A lesson with every block that is no question, and the files that it needs."""

from __future__ import annotations

from collections.abc import Mapping

BLOCKS = """\
::: objectifs
Vous saurez dire ce qu’est un [[tiers-lieu]].
:::

::: scène Un samedi
La salle est vide. Que faire ?
:::

Un [[tiers-lieu]], un [fab lab]{lang=en}, un chiffre [@B1] et une note[^1].

## Une partie

| Tête | Autre |
|---|---|
| un | deux |

Terme
: Définition

> Une citation.

- une liste
  - dedans

### Une sous-partie

::: essentiel
Du texte, et [une page d’ailleurs](https://example.org/ailleurs).
:::

::: fait
Il y en a 3 500 [@B1].
:::

::: à-vous
Du texte.
:::

::: prudence
Du texte.
:::

::: étude-de-cas Un cas
lieu : ici

Du texte.
:::

::: déniché Une trouvaille
lieu : là

Du texte.
:::

::: ressources
Du texte, et [la fiche à remplir](media/fiche.pdf).
:::

::: figure media/plan.svg
alternative : Trois cercles qui se croisent
légende : Le plan du lieu

La description longue.
:::

::: vidéo media/visite.mp4
titre : La visite
sous-titres : media/visite.vtt
durée : 10 s

Bonjour, entrez.
:::

::: audio media/temoin.mp3
titre : Le témoin
durée : 10 s

Je suis venue un samedi.
:::

::: webinaire Une rencontre
date : 2026-12-01
intervenants : Une personne
rediffusion : https://example.org/replay

Du texte.
:::

::: fiche 2
Du texte.
:::

[^1]: La note.

"""

CAPTIONS = """WEBVTT

00:00.000 --> 00:05.000
Bonjour.

00:05.000 --> 00:10.000
Entrez.
"""

FILES: Mapping[str, str | bytes] = {
    "glossaire.md": "Tiers-lieu\n: Un lieu, comme un [[café]].\n\nCafé\n: Un lieu.\n",
    "faits.yaml": (
        'B1:\n  énoncé: "On compte 3 500 lieux."\n  source: "Une source, https://example.org/source"\n'
        '  date: "2023"\n  confiance: vérifié\n  durée de vie: stable\n  lu le: 2026-03-01\n'
    ),
    "comprendre/media/plan.svg": (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><path d="M0 0h9"/></svg>'
    ),
    "comprendre/media/visite.mp4": b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom",
    "comprendre/media/temoin.mp3": b"ID3\4\0\0\0\0\0\0",
    "comprendre/media/visite.vtt": CAPTIONS,
    "comprendre/media/fiche.pdf": b"%PDF-1.4 essai",
}
