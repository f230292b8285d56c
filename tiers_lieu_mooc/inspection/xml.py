"""French sentences about the XML of the manifest."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "xml/attribute-form": (
        'Cette balise contient quelque chose qui n’est pas de la forme nom="valeur".',
        "mettez des guillemets droits autour de chaque valeur, et une espace avant chaque nom",
    ),
    "xml/attribute-twice": (
        "Un élément a deux fois le même attribut.",
        "n’en gardez qu’un",
    ),
    "xml/bare-ampersand": (
        "Il y a ici un & seul.",
        "remplacez & par &amp;, dans les adresses aussi",
    ),
    "xml/bare-less-than": (
        "Il y a ici un < seul.",
        "remplacez < par &lt;, ou fermez les guillemets qui le précèdent",
    ),
    "xml/cdata": (
        "Une section CDATA n’est jamais fermée, ou ]]> est seul.",
        "commencez par <![CDATA[ et finissez par ]]>",
    ),
    "xml/comment": (
        "Un commentaire contient deux traits d’union ou n’est jamais fermé.",
        "commencez par <!--, finissez par -->, sans -- entre les deux",
    ),
    "xml/cut-off": (
        "Le manifeste finit trop tôt : quelque chose y commence et n’est jamais fermé.",
        "fermez-le, ou exportez à nouveau le paquet si le fichier a été coupé",
    ),
    "xml/extra-content": (
        "Quelque chose suit la fin de l’élément racine.",
        "ôtez ce qui suit la dernière balise fermante",
    ),
    "xml/forbidden-character": (
        "Il y a ici un caractère de commande, que XML interdit.",
        "effacez-le ; un texte collé d’ailleurs l’apporte souvent",
    ),
    "xml/late-declaration": (
        "Quelque chose précède <?xml.",
        "ôtez les espaces et les lignes vides avant <?xml",
    ),
    "xml/no-xml": (
        "Le manifeste est vide, ou commence par autre chose que du XML.",
        "exportez à nouveau le paquet",
    ),
    "xml/not-utf-8": (
        "Le manifeste n’est pas ici dans le codage qu’il annonce.",
        "enregistrez en UTF-8",
    ),
    "xml/tag-mismatch": (
        "Ici, <{opened}>, ouvert à la ligne {line}, doit se fermer avant </{closed}>.",
        "fermez chaque élément avant celui qui le contient, avec les mêmes majuscules",
    ),
    "xml/undeclared-prefix": (
        "Le préfixe « {prefix} » n’est déclaré nulle part.",
        'ajoutez xmlns:{prefix}="{namespace}" à manifest',
    ),
    "xml/unknown-entity": (
        "XML ne connaît pas l’entité « {name} ».",
        "écrivez le caractère lui-même",
    ),
}
"""Code → what is wrong, what to do about it."""
