"""French sentences about files that are no SCORM package."""

from __future__ import annotations

from collections.abc import Mapping

_SCORM = "exportez à nouveau le cours en SCORM 1.2 ou 2004"

SENTENCES: Mapping[str, tuple[str, str]] = {
    "format/aicc": (
        "Ceci est un cours AICC, pas un paquet SCORM.",
        f"{_SCORM}, ou déposez-le dans une plateforme qui lit AICC",
    ),
    "format/cmi5": (
        "Ceci est un paquet cmi5, pas un paquet SCORM.",
        f"{_SCORM}, ou déposez-le dans une plateforme qui lit cmi5",
    ),
    "format/common-cartridge": (
        "Ceci est une Common Cartridge, pas un paquet SCORM.",
        "importez-la comme un cours entier, non comme une activité SCORM",
    ),
    "format/content-package": (
        "Ceci est un paquet IMS Content Packaging seul, pas un paquet SCORM.",
        f"{_SCORM} ; tel quel, importez-le comme fichiers ou pages",
    ),
    "format/epub": (
        "Ceci est un livre EPUB, pas un paquet SCORM.",
        "déposez-le comme un fichier, ou exportez le cours en SCORM",
    ),
    "format/h5p": (
        "Ceci est un contenu H5P, pas un paquet SCORM.",
        "importez-le comme activité H5P, ou exportez-le en SCORM avec un éditeur comme Lumi",
    ),
    "format/manifest-alone": (
        "Ceci est le manifeste seul, sans son paquet.",
        "donnez le zip d’où il vient",
    ),
    "format/moodle-backup": (
        "Ceci est une sauvegarde de Moodle, pas un paquet SCORM.",
        "restaurez-la dans Moodle ; d’une activité seule, téléchargez-y le paquet",
    ),
    "format/office": (
        "Ceci est un document de bureautique, pas un paquet SCORM.",
        "déposez-le comme un fichier, ou exportez-le en SCORM depuis l’outil qui l’a fait",
    ),
    "format/qti": (
        "Ce sont des questions au format QTI, pas un paquet SCORM.",
        "importez-les dans une banque de questions, non comme une activité SCORM",
    ),
    "format/xapi": (
        "Ceci est un paquet xAPI (Tin Can), pas un paquet SCORM.",
        f"{_SCORM}, ou déposez-le dans une plateforme qui lit xAPI",
    ),
    "format/zip-in-zip": (
        "Ce zip ne contient pas de cours, mais un autre zip : « {name} ».",
        "sortez « {name} » de ce zip, et déposez-le tel quel",
    ),
}
"""Code → what is wrong, what to do about it."""
