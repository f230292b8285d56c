"""Small courses of every construct that authors have, one text at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.properties.lesson_pieces import LESSON_PIECES
from tests.properties.question_pieces import QUESTIONS
from tests.support.every_block import CAPTIONS

_OTHER_QUESTION = """\
::: vrai-faux #autre-question
objectifs : O1
étiquettes : moyz1

moyz2 moyz3.

- [x] Vrai
  > moyz4.
- [ ] Faux
  > moyz5.
:::
"""
_QUESTION_NAMES = {
    kind: next(iter(re.findall(r"#(\S+)", text))) for kind, text in QUESTIONS.items()
}
_HEADER = """\
---
titre: "Motz1 motz2"
durée: 1 min
objectifs: O1
statut: brouillon
version: "0.1"
relecteurs: motz3
---

"""
_BANK_HEADER = """\
---
titre: "Quiz : motz4"
seuil: 60
tentatives: 3
retour: à la fin
mélanger: questions
rappel: 1
---

motz5 motz6.

"""

FILES = {
    "course.yaml": """\
titre: "Motaa1 : motaa2"
langue: fr
description: "Motab1 motab2."
modules:
  - m
partenaires:
  - nom: "Motac1, motac2"
    lien: "https://example.org/motac3"
licence: "CC BY-SA 4.0"
version: "0.1"
contact: "contact@example.org"
note_sans_quiz: aucune
attestation:
  leçons: 80
  moyenne: 60
  minimum: 40
  durée: 7 h
  ouverte: non
  annonce: "Motad1 motad2."
""",
    "m/module.yaml": """\
titre: "Motba1 : motba2"
objectifs:
  - O1: "Motbb1 motbb2"
  - O2: Motbc1 motbc2
introduction: |
  Motbd1 motbd2.

  **Motbe1 :** motbe2 ?
leçons:
  - l
  - autre
banque: b
seuil: 70
""",
    "glossaire.md": """\
Tiers-lieu, motca1 motca2
: Motcb1 motcb2.

Fablab
: Motcc1, [[tiers-lieu]].
""",
    "faits.yaml": """\
B1:
  énoncé: "Motda1 motda2."
  source: "Motdb1, https://example.org/motdb2"
  date: "2023"
  confiance: "vérifié"
  durée de vie: "stable"
  lu le: 2026-03-01
B2:
  énoncé: "Motdc1 : motdc2."
  source: Motdd1 motdd2
  date: 2024
  confiance: vérifié (secondaire)
  durée de vie: à dater
  lu le: 2026-03-01
""",
    "fiche.yaml": """\
titre: "Motea1 motea2"
rubriques:
  - titre: "Moteb1"
    question: "Motec1 motec2 ?"
    fait quand: "moted1 moted2"
    champs:
      - id: vision
        libellé: "Motee1 motee2"
        conseil: "motef1 motef2"
        lignes: 2
        une page: oui
      - id: valeurs
        libellé: Moteg1
  - titre: Moteh1
    champs:
      - id: lieu-choisi
        libellé: "Motei1"
""",
    "a-propos.md": """\
## Motfa1

Motfb1 [motfb2](https://example.org/c) [[fablab]].

- motfc1
- motfc2
""",
    "m/media/CREDITS.yaml": """\
plan.svg:
  titre: "Motga1 : motga2"
  auteur: "Motgb1"
  licence: "CC BY-SA 4.0"
  source: "Motgc1"
  date: "2026"
""",
    "m/autre.md": "---\ntitre: Autre\ndurée: 1 min\n---\n\nMotha1 [@B1][@B2].\n",
}
_DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><path d="M0 0h9"/></svg>'
MEDIA = {
    "m/media/plan.svg": _DRAWING,
    "m/media/visite.mp4": b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom",
    "m/media/temoin.mp3": b"ID3\4\0\0\0\0\0\0",
    "m/media/visite.vtt": CAPTIONS.encode(),
}

LESSON, BANK = "m/l.md", "quizzes/b.md"


@dataclass(frozen=True)
class Place:
    """A text of a course in which an edit is made; ``name`` says which construct it holds."""

    name: str
    file: str
    text: str
    start: int = 0


def places() -> Iterator[Place]:
    """Give every construct in a text that holds it, and little else."""
    for name, piece in LESSON_PIECES.items():
        yield Place(name, LESSON, f"{_HEADER}{piece}\nMotz7 motz8.\n", len(_HEADER) - 1)
    for name, piece in QUESTIONS.items():
        yield Place(
            f"{name} of a bank",
            BANK,
            f"{_BANK_HEADER}{piece}\n{_OTHER_QUESTION}",
            len(_BANK_HEADER) - 1,
        )
        yield Place(
            f"{name} of a lesson",
            LESSON,
            f"{_HEADER}Motz9.\n\n{piece}\nMotz7 motz8.\n",
            len(_HEADER) - 1,
        )
    yield Place("header of a lesson", LESSON, f"{_HEADER}Motz7 motz8.\n")
    yield Place("header of a bank", BANK, f"{_BANK_HEADER}{_OTHER_QUESTION}")
    for name, text in FILES.items():
        yield Place(name, name, text)


def texts_with(place: Place, text: str) -> dict[str, str]:
    """Give every text of the course, by name, where one of them is ``text``."""
    return {
        **FILES,
        LESSON: f"{_HEADER}Motz7 motz8.\n",
        BANK: f"{_BANK_HEADER}{_OTHER_QUESTION}",
        place.file: text,
    }
