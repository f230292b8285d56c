"""French sentences about the zip itself."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "archive/absolute-path": (
        "Le nom « {name} » est un chemin absolu.",
        "empaquetez avec des noms relatifs au manifeste",
    ),
    "archive/backslash": (
        "Le nom « {name} » contient une barre oblique inverse.",
        "empaquetez avec / entre les dossiers",
    ),
    "archive/case-clash": (
        "« {name} » et « {other} » ne diffèrent que par la casse ou le codage des accents.",
        "renommez l’un des deux",
    ),
    "archive/control-character": (
        "Le nom « {name} » contient un caractère de commande.",
        "renommez le fichier",
    ),
    "archive/corrupt-entry": (
        "« {name} » est abîmé et ne peut être décompressé.",
        "reconstruisez ou téléchargez à nouveau le paquet",
    ),
    "archive/drive-letter": (
        "Le nom « {name} » commence par une lettre de lecteur.",
        "empaquetez avec des noms relatifs au manifeste",
    ),
    "archive/duplicate-name": (
        "« {name} » figure deux fois dans le paquet.",
        "empaquetez à nouveau",
    ),
    "archive/empty-file": (
        "Le fichier est vide.",
        "reconstruisez ou téléchargez à nouveau le paquet",
    ),
    "archive/encrypted": (
        "« {name} » est chiffré.",
        "empaquetez sans mot de passe",
    ),
    "archive/false-count": (
        "La fin du zip compte {name} entrées, or il y en a {other}.",
        "reconstruisez ou téléchargez à nouveau le paquet",
    ),
    "archive/false-size": (
        "« {name} » contient plus que les {size} octets annoncés.",
        "empaquetez à nouveau avec un outil sûr",
    ),
    "archive/file-as-folder": (
        "« {name} » est un fichier, mais aussi le dossier de « {other} ».",
        "renommez l’un des deux",
    ),
    "archive/folder": (
        "C’est un dossier.",
        "empaquetez son contenu dans un zip",
    ),
    "archive/forbidden-character": (
        "Le nom « {part} » contient un signe que Windows refuse.",
        "n’employez que a-z, 0-9, - et _ dans les noms : ni deux-points, ni astérisque, ni point "
        "d’interrogation",
    ),
    "archive/leading-bytes": (
        "Il y a {size} octets étrangers avant le zip.",
        "enregistrez un zip simple, non auto-extractible",
    ),
    "archive/manifest-case": (
        "Le manifeste s’appelle « {name} ».",
        "nommez-le imsmanifest.xml",
    ),
    "archive/manifest-in-folder": (
        "imsmanifest.xml est dans le dossier « {folder} » et non à la racine.",
        "empaquetez le contenu du dossier, non le dossier",
    ),
    "archive/missing-file": (
        "Ce fichier n’existe pas.",
        "vérifiez le chemin",
    ),
    "archive/no-manifest": (
        "Il n’y a pas d’imsmanifest.xml.",
        "exportez au format SCORM ; un zip de pages web n’en est pas un",
    ),
    "archive/not-a-zip": (
        "Le fichier n’est pas un zip, ou il est abîmé.",
        "reconstruisez ou téléchargez à nouveau le paquet",
    ),
    "archive/odd-path": (
        "Le chemin « {name} » contient un nom de dossier vide ou un point seul.",
        "empaquetez à nouveau avec des noms simples",
    ),
    "archive/path-escape": (
        "Le nom « {name} » sort du paquet.",
        "ôtez .. du nom",
    ),
    "archive/reserved-name": (
        "Windows réserve le nom « {part} » à un appareil.",
        "renommez-le, même s’il a une terminaison : CON, NUL, AUX, PRN, COM1, LPT1… sont pris",
    ),
    "archive/special-file": (
        "« {name} » est un lien symbolique ou un autre fichier spécial.",
        "empaquetez le fichier lui-même",
    ),
    "archive/split": (
        "La fin du zip dit qu’il est le morceau {other} d’un zip découpé.",
        "rassemblez les morceaux en un seul zip, ou reconstruisez le paquet",
    ),
    "archive/system-files": (
        "« {name} » est un fichier du système d’exploitation.",
        "empaquetez sans lui",
    ),
    "archive/too-large": (
        "Une fois décompressé, le paquet occupe {other} octets.",
        "hébergez ailleurs les médias lourds, ou partagez le cours",
    ),
    "archive/too-many-entries": (
        "Le paquet a {other} entrées.",
        "mettez-y moins de fichiers",
    ),
    "archive/trailing-dot": (
        "Le nom « {part} » finit par un point ou une espace.",
        "ôtez ce dernier signe, que Windows ne garde pas",
    ),
    "archive/unknown-method": (
        "« {name} » est compressé par la méthode {other}.",
        "empaquetez avec la méthode ordinaire des zips (deflate)",
    ),
    "archive/unreadable": (
        "Le fichier ne peut être lu : {reason}",
        "vérifiez que vous avez le droit de le lire",
    ),
    "archive/zip-bomb": (
        "Une fois décompressé, le paquet occupe {other} fois sa taille.",
        "cherchez un fichier qui se répète sans fin",
    ),
    "archive/zip64": (
        "« {name} » est enregistré sous la forme zip64.",
        "empaquetez avec un outil qui n’emploie zip64 qu’au-delà de 4 Go",
    ),
}
"""Code → what is wrong, what to do about it."""
