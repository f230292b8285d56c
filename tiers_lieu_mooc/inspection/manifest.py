"""French sentences about the manifest."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "manifest/bad-identifier": (
        "L’identifiant « {identifier} » n’a pas la bonne forme.",
        "commencez par une lettre ou _, puis lettres, chiffres, _ . - seulement",
    ),
    "manifest/byte-order-mark": (
        "Le manifeste commence par une marque d’ordre des octets.",
        "enregistrez en UTF-8 sans BOM",
    ),
    "manifest/doctype": (
        "Le manifeste a une déclaration de type de document.",
        "ôtez <!DOCTYPE …> et toute entité",
    ),
    "manifest/duplicate-identifier": (
        "L’identifiant « {identifier} » sert deux fois.",
        "donnez à chaque élément le sien",
    ),
    "manifest/empty-title": (
        "Le titre de cet élément {element} est vide.",
        "écrivez ce que les apprenants doivent lire",
    ),
    "manifest/encoding": (
        "Le manifeste est codé en « {encoding} ».",
        "enregistrez en UTF-8",
    ),
    "manifest/extension-without-sco": (
        "« {element} » est sur un item qui ne renvoie pas à un SCO.",
        "déplacez-le vers l’item d’un SCO",
    ),
    "manifest/fatal-title": (
        "Ce titre a {length} caractères.",
        "restez à 200 ; au-delà de 255, Moodle refuse le paquet",
    ),
    "manifest/first-resource": (
        "La première ressource qui a un href n’est pas un SCO.",
        "mettez le SCO en premier, ou ôtez le href de l’autre",
    ),
    "manifest/leaf-without-resource": (
        "Cet item ne lance rien.",
        "ajoutez identifierref avec l’identifiant d’une ressource",
    ),
    "manifest/long-launch-data": (
        "Les données de lancement ont {length} caractères.",
        "restez à {room}",
    ),
    "manifest/long-parameters": (
        "Les paramètres ont {length} caractères.",
        "restez à 1 000",
    ),
    "manifest/long-title": (
        "Ce titre a {length} caractères.",
        "restez à 200",
    ),
    "manifest/long-version": (
        "La version a {length} caractères.",
        "restez à 20",
    ),
    "manifest/many-titles": (
        "Cet élément {element} a un second titre.",
        "gardez-en un",
    ),
    "manifest/map-info": (
        "Moodle ne peut importer imsss:mapInfo.",
        "renoncez aux objectifs globaux",
    ),
    "manifest/mastery-score": (
        "Le score de réussite est « {value} ».",
        "écrivez un nombre de 0 à 100, ou ôtez-le",
    ),
    "manifest/max-time": (
        "Le temps accordé est « {value} ».",
        "écrivez-le sous la forme HHHH:MM:SS.SS",
    ),
    "manifest/mixed-editions": (
        "L’espace de noms « {namespace} » appartient à une autre édition que le manifeste.",
        "employez les espaces de noms d’une seule édition",
    ),
    "manifest/no-default": (
        "L’élément organizations n’a pas de default.",
        "ajoutez default avec l’identifiant d’une organization",
    ),
    "manifest/no-href": (
        "Un item lance cette ressource, mais elle n’a pas de href.",
        "ajoutez href avec le fichier de lancement",
    ),
    "manifest/no-identifier": (
        "Cet élément {element} n’a pas d’identifiant.",
        "ajoutez-en un qui ne changera jamais",
    ),
    "manifest/no-item": (
        "Cette organization n’a pas d’item.",
        "ajoutez un item qui renvoie à une ressource",
    ),
    "manifest/no-metadata": (
        "Le manifeste n’a pas de metadata.",
        "ajoutez metadata en premier, avec schema et schemaversion",
    ),
    "manifest/no-organizations": (
        "Le manifeste n’a pas d’organization.",
        "ajoutez organizations, avec une organization qui liste les items",
    ),
    "manifest/no-schemaversion": (
        "Le manifeste ne dit pas de quelle édition il est.",
        "ajoutez schemaversion après schema : 1.2, 2004 3rd Edition ou 2004 4th Edition",
    ),
    "manifest/no-sco": (
        "Aucune ressource n’est un SCO.",
        "marquez sco la ressource qui parle au LMS",
    ),
    "manifest/no-scorm-type": (
        "Cette ressource ne dit pas si elle est un SCO.",
        'ajoutez adlcp:{expected}="sco" ou "asset"',
    ),
    "manifest/no-title": (
        "Cet élément {element} n’a pas de titre.",
        "ajoutez title en premier",
    ),
    "manifest/not-well-formed": (
        "Le manifeste n’est pas un XML bien formé (libxml2, erreur {number}).",
        "réparez le XML à cet endroit",
    ),
    "manifest/parameters-form": (
        "Les paramètres « {value} » ne commencent ni par ? ni par #.",
        "commencez par ? ou #",
    ),
    "manifest/parent-with-resource": (
        "Cet item a des enfants et une ressource.",
        "déplacez la ressource vers un item enfant",
    ),
    "manifest/prefixed-element": (
        "« {prefix}:{element} » porte un préfixe.",
        "faites de l’espace de noms IMS Content Packaging celui par défaut",
    ),
    "manifest/prerequisites": (
        "Ces prérequis n’ont pas la bonne forme.",
        '200 caractères au plus, avec type="aicc_script"',
    ),
    "manifest/resource-type": (
        "Le type de cette ressource est « {value} ».",
        'écrivez type="webcontent"',
    ),
    "manifest/schema-text": (
        "L’élément schema dit « {text} ».",
        "écrivez exactement ADL SCORM",
    ),
    "manifest/schemaversion": (
        "L’élément schemaversion dit « {text} ».",
        "écrivez exactement 1.2, 2004 3rd Edition ou 2004 4th Edition, sans espace autour",
    ),
    "manifest/sco-is-no-page": (
        "Un SCO ne peut être « {href} » : un fichier {extension} ne parle pas au LMS.",
        "marquez-le asset, ou montrez-le dans une page qui parle au LMS",
    ),
    "manifest/scorm-type-spelling": (
        "Cette édition ne connaît pas l’attribut « {name} ».",
        "écrivez adlcp:{expected}",
    ),
    "manifest/scorm-type-value": (
        "Une ressource ne peut être « {value} ».",
        "écrivez sco ou asset",
    ),
    "manifest/sub-manifest": (
        "Un manifeste dans le manifeste est ignoré.",
        "mettez organizations et resources dans le manifeste extérieur",
    ),
    "manifest/threshold-form": (
        "Ce seuil d’achèvement n’a pas la forme de son édition.",
        "3e édition : un nombre comme texte ; 4e édition : des attributs et aucun texte",
    ),
    "manifest/threshold-in-moodle": (
        "Moodle lit tout seuil d’achèvement comme 1,0.",
        "ôtez-le et laissez le contenu fixer cmi.completion_status",
    ),
    "manifest/threshold-range": (
        "Le seuil d’achèvement est « {value} ».",
        "écrivez un nombre de 0 à 1",
    ),
    "manifest/time-limit-action": (
        "L’action en fin de temps est « {value} ».",
        "écrivez exit ou continue, une virgule, puis message ou no message",
    ),
    "manifest/too-large": (
        "Le manifeste a {size} octets.",
        "citez chaque fichier une fois, sans longs textes",
    ),
    "manifest/unknown-default": (
        "Il n’y a pas d’organization « {identifier} ».",
        "mettez dans default l’identifiant d’une organization",
    ),
    "manifest/unknown-encoding": (
        "Le manifeste ne peut être lu en « {encoding} ».",
        "enregistrez en UTF-8 et déclarez-le",
    ),
    "manifest/unknown-resource": (
        "Il n’y a pas de ressource « {identifier} ».",
        "mettez dans identifierref l’identifiant d’une ressource",
    ),
    "manifest/version-mismatch": (
        "L’élément schemaversion dit « {text} », mais les espaces de noms disent SCORM {family}.",
        "mettez-les d’accord",
    ),
    "manifest/wrong-namespace": (
        "L’espace de noms de manifest est « {namespace} ».",
        "employez celui d’IMS Content Packaging qui va avec l’édition",
    ),
    "manifest/wrong-prefix": (
        "L’espace de noms « {namespace} » a le préfixe « {prefix} ».",
        "employez le préfixe {expected}",
    ),
    "manifest/wrong-root": (
        "L’élément racine est « {element} ».",
        "ce doit être manifest",
    ),
    "manifest/xml-base": (
        "Les LMS ne lisent pas tous xml:base de la même façon.",
        "écrivez des chemins entiers dans les href",
    ),
    "manifest/xml-base-form": (
        "Le xml:base « {value} » ne finit pas par /.",
        "finissez-le par /",
    ),
}
"""Code → what is wrong, what to do about it."""
