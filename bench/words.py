"""French text of an exact length, the same at every run."""

from __future__ import annotations

import random

_PLACES = (
    "le café associatif",
    "l’ancienne école",
    "la grange rénovée",
    "le garage solidaire",
    "la médiathèque du bourg",
    "le jardin partagé",
    "la salle des fêtes",
    "l’épicerie du village",
)
_PEOPLE = (
    "une équipe de bénévoles",
    "la nouvelle mairie",
    "un groupe de jeunes",
    "une animatrice",
    "le comité des fêtes",
    "une maraîchère",
    "un collectif d’habitants",
    "une association voisine",
)
_ACTIONS = (
    "prépare avec soin",
    "fait connaître",
    "ouvre chaque semaine",
    "répare petit à petit",
    "partage volontiers",
    "imagine autrement",
    "raconte aux voisins",
    "anime pendant l’été",
)
_THINGS = (
    "des ateliers de couture",
    "une permanence numérique",
    "des repas à prix libre",
    "un service de prêt d’outils",
    "des soirées de jeux",
    "une formation courte",
    "des visites de fermes",
    "un espace de travail calme",
)
_ENDINGS = (
    "et tout le monde y trouve sa place",
    "sans attendre que tout soit parfait",
    "parce que le besoin est réel",
    "avec l’aide de la commune",
    "pour que le village reste vivant",
    "en prenant le temps d’écouter",
    "dès que les travaux le permettent",
    "et les avis sont notés dans un cahier",
)
_FILLERS = ("ensemble", "ici", "souvent", "calmement", "volontiers", "demain", "autrement")


class Writer:
    """Writes sentences drawn from a seed."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)  # noqa: S311 - reproducible text, no secret

    def thing(self) -> str:
        """Give a noun phrase."""
        return self._random.choice(_THINGS)

    def place(self) -> str:
        """Give a place, with its article."""
        return self._random.choice(_PLACES)

    def sentence(self) -> str:
        """Give a sentence of 12 to 20 words, capital and full stop included."""
        pick = self._random.choice
        subject, action, thing = pick(_PEOPLE), pick(_ACTIONS), pick(_THINGS)
        text = f"{subject} {action} {thing} dans {pick(_PLACES)}, {pick(_ENDINGS)}."
        return text[0].upper() + text[1:]

    def paragraph(self, sentences: int) -> str:
        """Give sentences, one a line as authors write them."""
        return "\n".join(self.sentence() for _ in range(sentences))

    def exactly(self, words: int) -> str:
        """Give a paragraph of so many words, at least 1."""
        lines: list[str] = []
        while (left := words - count_words("\n".join(lines))) > 0:
            sentence = self.sentence()
            if count_words(sentence) > left:
                sentence = self._short(left)
            lines.append(sentence)
        return "\n".join(lines)

    def _short(self, words: int) -> str:
        chosen = [self._random.choice(_FILLERS) for _ in range(words)]
        return " ".join(chosen).capitalize() + "."


def count_words(text: str) -> int:
    """Count what stands between spaces and holds a letter, as word processors do."""
    return sum(any(map(str.isalnum, word)) for word in text.split())
