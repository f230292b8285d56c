"""French sentences about control documents and schemas."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "schema/bad-value": (
        "« {value} » n’est pas une valeur permise de « {element} ».",
        "mettez une valeur de la bonne forme",
    ),
    "schema/control-changed": (
        "Ce document de contrôle diffère de celui, officiel, de cette édition.",
        "remplacez-le par le fichier officiel",
    ),
    "schema/control-missing": (
        "Le document de contrôle « {name} » n’est pas à la racine du paquet.",
        "ajoutez le fichier officiel",
    ),
    "schema/element-in-text": (
        "« {element} » contient un élément, alors qu’il n’admet que du texte.",
        "n’y laissez que le texte",
    ),
    "schema/include-missing": (
        "« {name} », auquel « {by} » renvoie, n’est pas dans le paquet.",
        "ajoutez le fichier officiel",
    ),
    "schema/invalid": (
        "Le schéma officiel refuse quelque chose dans « {element} » (libxml2, erreur {number}).",
        "changez-le comme le schéma le demande",
    ),
    "schema/location-pairs": (
        "xsi:schemaLocation n’est pas fait de paires.",
        "écrivez espace de noms, espace, nom de fichier, pour chaque espace de noms",
    ),
    "schema/misplaced-element": (
        "« {element} » n’a pas sa place ici ; attendu, l’un de ceux-ci : {expected}.",
        "déplacez-le ou ôtez-le, ou ajoutez avant lui ce qui manque",
    ),
    "schema/missing-attribute": (
        "Il manque à « {element} » l’attribut « {attribute} ».",
        "ajoutez-le",
    ),
    "schema/missing-child": (
        "« {element} » est incomplet ; il manque l’un de ceux-ci : {expected}.",
        "ajoutez ce qui manque",
    ),
    "schema/no-controls": (
        "Le paquet n’a aucun de ses documents de contrôle : {names}.",
        "ajoutez à la racine les fichiers officiels de l’édition",
    ),
    "schema/no-location": (
        "xsi:schemaLocation ne nomme aucun fichier pour l’espace de noms « {namespace} ».",
        "ajoutez l’espace de noms et son fichier à xsi:schemaLocation de la racine",
    ),
    "schema/no-locations": (
        "Le manifeste n’a pas de xsi:schemaLocation.",
        "ajoutez-le à manifest, avec chaque espace de noms et son fichier",
    ),
    "schema/not-checked": (
        "Le manifeste n’a pas été vérifié par un schéma, car son édition est plus ancienne.",
        "exportez en SCORM 1.2, ou en SCORM 2004 3e ou 4e édition",
    ),
    "schema/not-installed": (
        "Le manifeste n’a pas été vérifié par un schéma, car l’installation n’en contient pas.",
        "installez à nouveau : pip install -e .",
    ),
    "schema/stray-text": (
        "« {element} » contient du texte, alors qu’il n’admet que des éléments.",
        "ôtez le texte entre ses balises",
    ),
    "schema/too-long": (
        "Un texte de « {element} » a {length} caractères.",
        "restez à {most}",
    ),
    "schema/unexpected-attribute": (
        "« {element} » ne peut avoir l’attribut « {attribute} ».",
        "vérifiez son orthographe, ou ôtez-le",
    ),
    "schema/unexpected-element": (
        "« {element} » n’a pas sa place ici.",
        "déplacez-le ou ôtez-le",
    ),
    "schema/unknown-name": (
        "« {prefix}:{name} » n’existe pas.",
        "vérifiez son orthographe, majuscules comprises",
    ),
}
"""Code → what is wrong, what to do about it."""
