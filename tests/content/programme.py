"""What the course programme (PROGRAMME.md) asks of the course by name."""

from __future__ import annotations

CAUTIONS = {
    "3.2": "imaginer/le-lieu-social",
    "3.6": "imaginer/un-local-sur-et-accessible",
    "4.4": "s-organiser/choisir-une-forme-juridique",
    "4.6": "s-organiser/regles-du-quotidien",
    "5.4": "equilibrer/chercher-des-financements",
    "5.6": "equilibrer/la-fiscalite-en-clair",
    "6.2": "cooperer/subvention-marche-locaux",
}
"""Lessons that end with a caution about money or law. Source: § 7."""

GLOSSARY = """
Accueil inconditionnel / Adhésion / Agrément / Aide de minimis / Aide en nature / Aller vers /
ANCT / Animation de la vie sociale / Appel à projets / Association loi 1901 / Avise /
Bail emphytéotique / Bénévole / Budget prévisionnel / CAE / Caf / Capital / Centre social /
Collectivité territoriale / Commande publique / Commun / Consentement /
Contrat d’engagement républicain / Convention / Coworking / Diagnostic partagé / DLA /
Économie sociale et solidaire / EPCI / ERP / Espace de vie sociale / ESUS / Évaluation / Fablab /
Fabrique de territoire / Facilitateur / FALC / FEADER / Foncière solidaire / France services /
FRR / GAL / Gouvernance / Hybridation / Illectronisme / Impact / Indicateur / LEADER / Licence /
Marché public / Médiation numérique / Mise à disposition / Modèle économique / MSA / Mutualiser /
Partie prenante / Préfiguration / Projet social / PTCE / Recettes propres / Rescrit /
Réserves impartageables / RTES / SCIC / SCOP / SRDEII / Subvention / Tiers-lieu / Trésorerie /
TRESSONS / Utilité sociale / Valorisation du bénévolat / Villages d’avenir
"""


def glossary() -> list[str]:
    """Give the 73 terms of the glossary, by a name or spelling that finds them. Source: § 8."""
    return [name.strip() for name in GLOSSARY.split("/")]
