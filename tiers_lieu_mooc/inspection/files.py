"""French sentences about files."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "files/absent": (
        "« {href} » n’est pas dans le paquet.",
        "ajoutez le fichier, ou ôtez-le du manifeste",
    ),
    "files/backslash-href": (
        "« {href} » contient une barre oblique inverse.",
        "mettez / entre les dossiers",
    ),
    "files/blank-in-name": (
        "Le nom contient une espace.",
        "mettez un trait d’union à la place",
    ),
    "files/case-mismatch": (
        "« {href} » s’appelle « {name} » dans le paquet.",
        "écrivez les deux de la même façon",
    ),
    "files/control-listed": (
        "« {href} » figure dans une ressource, alors qu’il appartient au paquet lui-même.",
        "ôtez-le de la ressource",
    ),
    "files/external-href": (
        "« {href} » est hors du paquet.",
        "mettez le fichier dans le paquet",
    ),
    "files/launch-not-listed": (
        "Le fichier de lancement « {href} » n’est pas parmi les fichiers de sa ressource.",
        'ajoutez <file href="{href}"/> à la ressource',
    ),
    "files/long-href": (
        "Cette adresse a {length} caractères.",
        "restez sous 2 000",
    ),
    "files/no-href": (
        "Cet élément file ne nomme aucun fichier.",
        'écrivez <file href="…"/>',
    ),
    "files/non-ascii-name": (
        "Le nom contient des caractères hors ASCII.",
        "n’employez que a-z, 0-9, - et _ dans les noms",
    ),
    "files/outside-href": (
        "« {href} » sort du paquet.",
        "écrivez un chemin relatif au manifeste, sans .. et sans / au début",
    ),
    "files/server-side": (
        "Les LMS refusent les fichiers en {extension}.",
        "ôtez le fichier, ou publiez-le sous une autre forme",
    ),
    "files/unlisted": (
        "Aucune ressource ne cite ce fichier.",
        "citez-le dans la ressource qui l’emploie, ou ôtez-le",
    ),
}
"""Code → what is wrong, what to do about it."""
