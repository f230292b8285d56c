"""The reference pages made from the code: rules, question kinds, containers, packages…"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from scorm_export.checking.rules import ALL as PACKAGE_RULES
from scorm_export.diagnostic import Diagnostic, Position, Rule, Severity
from tiers_lieu_mooc.accessibility import Trial, known_state
from tiers_lieu_mooc.findings import FORMATS, JSON_VERSION, as_text
from tiers_lieu_mooc.inspection import FRENCH
from tiers_lieu_mooc.model.content import AsideName
from tiers_lieu_mooc.model.quiz import QUESTION_KINDS
from tiers_lieu_mooc.parsing.containers import KINDS as TYPED_NAMES
from tiers_lieu_mooc.parsing.question import COMMON_OPTIONS, KINDS
from tiers_lieu_mooc.rules import ALL

__all__ = ["pages", "write"]

_N = "\u00a0"
_NOTE = "<!-- Page produite par scripts/reference : ne la modifiez pas à la main. -->"

_FAMILIES = {
    "access": "Accessibilité",
    "fact": "Faits et chiffres",
    "id": "Identifiants",
    "media": "Images, sons, vidéos",
    "pedagogy": "Pédagogie",
    "quiz": "Questions et banques",
    "settings": "Réglages",
    "sheet": "Fiche projet",
    "source": "Fichiers",
    "state": "Place dans le LMS",
    "text": "Texte des leçons",
}
_WORDS = {
    Severity.ERROR: "erreur",
    Severity.WARNING: "avertissement",
    Severity.INFO: "conseil",
}
_CONSEQUENCES = {
    Severity.ERROR: "le cours n’est pas compilé tant qu’elle reste.",
    Severity.WARNING: "le cours est compilé, sauf avec `--strict`.",
    Severity.INFO: "affiché avec `--conseils` seulement.",
}

_QUESTIONS: Mapping[str, tuple[str, str]] = {
    "qcu": ("choisir une réponse", "une case cochée"),
    "qcm": ("choisir une ou plusieurs réponses", "les cases cochées, parts en pour cent permises"),
    "vrai-faux": ("juger une affirmation", "deux cases ; leurs mots disent laquelle est « vrai »"),
    "réponse-courte": ("écrire un mot ou deux", "une ligne cochée par forme acceptée"),
    "numérique": ("écrire un nombre", "`120`, `114 à 126` ou `120 ± 6`"),
    "appariement": ("relier deux listes", "`gauche -> droite`, et `(leurre) -> droite`"),
    "ordre": ("ranger des étapes", "une liste numérotée dans le bon ordre"),
    "trous": ("compléter un texte", "`{{mot | variante}}` ou `{{[ ] faux | [x] juste}}`"),
    "classement": ("ranger par famille", "une liste de familles, chacune avec ses éléments"),
    "positionnement": ("se situer, sans note", "une liste d’affirmations et l’option `échelle`"),
    "réflexion": ("écrire librement, sans note", "rien : `Piste :` et `longueur` guident"),
}
"""What each kind of question is for, and how its answers are written."""

_TYPED = (
    "## Ce qui est lu d’une réponse tapée",
    "",
    "Un texte : sans tenir compte des majuscules, des accents, des apostrophes, des traits",
    "d’union, des espaces, de la ponctuation de la fin, ni d’un article au début, sauf réglage",
    "contraire. Il est noté tel qu’il a été tapé, et rapporté en entier.",
    "La plateforme n’en garde que 48 signes (32 dans un trou), et le numéro de la forme reconnue :",
    "une forme attendue garde son résultat ; une autre réponse est raccourcie et reste fausse.",
    "",
    "Un nombre : la virgule ou le point des décimales ; les milliers séparés par une espace, une",
    "apostrophe ou un point (`1.250,5`) ; les signes `-`, `−` et `–` ; un point final ;",
    "l’unité devant ou derrière, en signes ou en mots (`m2`, `mètres carrés`, `€12`, `euros`).",
    "`1.250` seul n’est pas lu : mille deux cent cinquante, ou bien un et quart.",
    "Ce qui n’est pas lu n’est pas faux : la page demande un nombre, sans prendre d’essai.",
)
"""What the page reads of what learners type (``learner/js/compare.js``)."""

_CONTAINERS: Mapping[str, tuple[str, str]] = {
    "objectifs": ("", "ce que la leçon apprend à faire"),
    "scène": ("titre", "un dilemme en 60 mots au plus"),
    "essentiel": ("titre", "les idées à retenir"),
    "fait": ("titre", "un chiffre ou une règle, daté et sourcé"),
    "à-vous": ("titre", "une action de quelques minutes"),
    "prudence": ("titre", "une règle qui peut changer, à vérifier"),
    "étude-de-cas": ("titre", "un cas réel, avec des questions ouvertes"),
    "déniché": ("titre", "la fiche courte d’un lieu"),
    "ressources": ("titre", "pour aller plus loin"),
    "fiche": (
        "numéro de rubrique",
        "une rubrique de la fiche projet ; `champs` choisit ses champs",
    ),
    "webinaire": ("titre", "une rencontre en direct, puis sa rediffusion"),
    "vidéo": ("fichier", "une vidéo, ses sous-titres et sa transcription"),
    "audio": ("fichier", "un enregistrement et sa transcription"),
    "figure": ("fichier", "une image et sa description longue"),
    "question": ("banque/question", "une question de banque, montrée dans la leçon"),
    "quiz": ("banque", "un quiz entier, placé dans la leçon"),
}
"""What follows each container's name, and what it is for."""


_FORMATS = {
    "text": "Pour les personnes : la ligne citée, la faute soulignée, et ce qu’il faut faire.",
    "json": (
        "Pour les programmes. Les clés gardent leur sens tant que `version` vaut "
        f"{JSON_VERSION} ; d’autres peuvent s’ajouter.\n"
        "`line` et `column` comptent à partir de 1, `width` en caractères ; "
        "`null` veut dire « toute la ligne » ou « tout le fichier ».\n"
        "`doc` est le nom de la page de la règle, dans le dossier `regles`."
    ),
    "github": (
        "Une commande par constat : GitHub l’affiche à côté de la ligne modifiée.\n"
        "Forgejo et Gitea l’affichent dans le journal."
    ),
    "gitlab": (
        "Le rapport de qualité que GitLab montre dans une demande de fusion\n"
        "(`artifacts: reports: codequality`)."
    ),
}
"""What each output format is for, by the name that people type."""

_FORMATS_TEXT = """
`scripts/tiers-lieu check` rassemble tous ses constats avant de s’arrêter : une **erreur** empêche
de compiler, un **avertissement** non, sauf avec `--strict`, un **conseil** ne paraît qu’avec
`--conseils`.

La couleur n’apparaît que sur un terminal, et jamais si la variable `NO_COLOR` est définie ; les
mots disent tout sans elle.
"""


_PACKAGES_TEXT = """
`scripts/tiers-lieu inspect paquet.zip` examine un paquet SCORM, de quelque outil qu’il vienne,
sans rien changer ni rien envoyer. Voici tout ce qu’il sait trouver.

Une **erreur** : le vérificateur d’ADL ou une plateforme connue refuse le paquet, ou le comprend de
travers ; la commande se termine alors par 1. Un **avertissement** : permis, mais source
d’ennuis ; elle se termine par 0, sauf avec `--strict`. Un **conseil** dit ce qui n’a pas été
vérifié.

Ce qui se répète n’est dit qu’une fois : dès trois constats de la même règle, le premier dit combien
d’autres il y a et en nomme quelques-uns.

Les `href` sont lus comme un navigateur les lit : `./index.html` et `a/../index.html` valent
`index.html`. Le fichier de lancement peut figurer dans une ressource dont dépend la sienne.
Un préfixe non déclaré est signalé, et le reste est vérifié comme s’il l’était. Une barre oblique
inverse dans le zip est signalée, et lue comme `/`.
"""
_PACKAGE_FAMILIES = {
    "archive": "Le zip",
    "files": "Les fichiers",
    "format": "Ce qui n’est pas un paquet SCORM",
    "manifest": "Le manifeste",
    "schema": "Les documents de contrôle et les schémas",
    "xml": "Le XML du manifeste",
}
_TRIALS_TEXT = f"""
Les machines voient une petite part des défauts. Avant chaque version, des personnes font les
essais de cette page{_N}: deux heures environ, à deux si possible. Il faut un ordinateur sous
Windows, un appareil d’Apple, un vieux téléphone Android, et le cours fabriqué par
`scripts/preview`.

Ensuite, la date et le résultat de chaque essai vont dans le fichier
`tiers_lieu_mooc/accessibility/etat.toml` (`fait_le`, `resultat`), puis `scripts/reference` refait
cette page. La déclaration d’accessibilité de chaque paquet dit ce que dit ce fichier, et rien
d’autre. Un défaut trouvé devient une demande de correction, avec le critère du RGAA.
"""
_CHECKS_TEXT = """
Ils sont joués à chaque changement, par `scripts/test`, sur un cours d’essai qui a toutes les sortes
de questions et toutes les pages, dans tous leurs états. Les tests qui jouent chacun sont nommés
dans [`tests/test_accessibility_checks.py`](../../tests/test_accessibility_checks.py).
"""


def pages() -> dict[str, str]:
    """Give every generated page by its path under ``docs/reference``."""
    found = {f"regles/{_page_name(rule)}": _rule_page(rule) for rule in ALL}
    found["regles/README.md"] = _index(ALL)
    found["types-de-question.md"] = _questions()
    found["conteneurs.md"] = _containers()
    found["constats.md"] = _formats()
    found["accessibilite.md"] = _accessibility()
    found["paquets.md"] = _packages()
    return found


def write(folder: Path) -> None:
    """Write every page below a folder, and remove the pages of rules that are gone."""
    made = {folder / name: text for name, text in pages().items()}
    for stale in set((folder / "regles").glob("*.md")) - set(made):
        stale.unlink()
    for path, text in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _page_name(rule: Rule) -> str:
    return f"{rule.code.replace('/', '.')}.md"


def _rule_page(rule: Rule) -> str:
    parts = [
        f"# {rule.code}",
        _NOTE,
        f"**{_WORDS[rule.severity].capitalize()}**\u00a0: {_CONSEQUENCES[rule.severity]}",
        f"> {_readable(rule.message)}",
        f"→ {_readable(rule.mend)}" if rule.mend else "",
        _as_typed(rule.doc.strip()),
        "[Toutes les règles](README.md)",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _readable(sentence: str) -> str:
    """Show the places of a sentence as an ellipsis, and doubled braces as single ones."""
    return _as_typed(sentence.format_map(_Anything()).replace("….", "…"))


def _as_typed(sentence: str) -> str:
    """Write commands as the guides do, for whoever stands in the project."""
    return sentence.replace("`tiers-lieu ", "`scripts/tiers-lieu ")


class _Anything(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def _index(rules: Iterable[Rule]) -> str:
    parts = [
        "# Les règles",
        _NOTE,
        "Voici tout ce que `scripts/tiers-lieu check` sait trouver.\n"
        "Une **erreur** empêche de compiler le cours.\n"
        "Un **avertissement** ne l’empêche qu’avec `--strict`.\n"
        "Un **conseil** ne s’affiche qu’avec `--conseils`.",
    ]
    for family, members in groupby(rules, key=lambda rule: rule.code.split("/")[0]):
        parts += [f"## {_FAMILIES[family]}", "\n".join(_rows(members))]
    return "\n\n".join(parts) + "\n"


def _rows(rules: Iterable[Rule]) -> Iterator[str]:
    yield "| Règle | Gravité | Ce qu’elle dit |"
    yield "|---|---|---|"
    for rule in rules:
        link = f"[`{rule.code}`]({_page_name(rule)})"
        yield f"| {link} | {_WORDS[rule.severity]} | {_cell(_readable(rule.message))} |"


def _questions() -> str:
    rows = ["| Sorte | Autres noms | Pour | Réponses | Options propres |", "|---|---|---|---|---|"]
    for kind in (each.model_fields["kind"].default for each in QUESTION_KINDS):
        use, answers = _QUESTIONS[kind]
        others = [name for name, meant in TYPED_NAMES.items() if meant == kind][1:]
        cells = [f"`{kind}`", _codes(others), use, answers, _codes(KINDS[kind].options)]
        rows.append(f"| {' | '.join(_cell(each) for each in cells)} |")
    return _page(
        "Les sortes de questions",
        "Les accents et les majuscules ne comptent pas dans les noms.\n"
        "Le guide, avec un exemple de chaque sorte, est dans `quizzes/README.md`.\n\n"
        f"Options communes : {_codes(COMMON_OPTIONS)}.",
        [*rows, "", *_TYPED],
    )


def _containers() -> str:
    rows = ["| Nom | Ce qui le suit | Pour |", "|---|---|---|"]
    names = [*(each.value for each in AsideName), *_CONTAINERS]
    for name in dict.fromkeys(names):
        argument, use = _CONTAINERS[name]
        rows.append(f"| `{name}` | {argument} | {use} |")
    return _page(
        "Les conteneurs",
        "Un conteneur s’ouvre par `::: nom` et se ferme par `:::`.\n"
        "Pour en placer un dans un autre, celui du dehors prend un deux-points de plus.\n"
        "Les questions sont [dans leur propre liste](types-de-question.md).",
        rows,
    )


def _formats() -> str:
    sentence = "Le texte du lien « {text} » ne dit pas où il mène."
    rule = Rule("access/link-vague", Severity.WARNING, sentence, "nommez la page")
    at = Position("courses/essai/comprendre/definir.md", 7, 24, 11)
    found = [Diagnostic(rule, at, (("text", "cliquez ici"),))]
    line = "Pour trouver un lieu, [cliquez ici](https://example.org/annuaire)."
    printed = {
        "text": as_text(found, {at.path: "\n" * 6 + line}),
        **{name: in_format(found) for name, in_format in FORMATS.items()},
    }
    parts = ["# Les constats", _NOTE, _FORMATS_TEXT.strip()]
    for name, use in _FORMATS.items():
        language = "text" if name in {"text", "github"} else "json"
        parts += [f"## `--format {name}`", use, f"```{language}\n{printed[name]}```"]
    return "\n\n".join(parts) + "\n"


def _packages() -> str:
    parts = ["# Ce que trouve l’examen d’un paquet", _NOTE, _PACKAGES_TEXT.strip()]
    for family, members in groupby(PACKAGE_RULES, key=lambda rule: rule.code.split("/")[0]):
        parts += [f"## {_PACKAGE_FAMILIES[family]}", "\n".join(_package_rows(members))]
    return "\n\n".join(parts) + "\n"


def _package_rows(rules: Iterable[Rule]) -> Iterator[str]:
    yield "| Règle | Gravité | Ce qu’elle dit | Ce qu’il faut faire |"
    yield "|---|---|---|---|"
    for rule in rules:
        message, mend = (_typed(_cell(_readable(each))) for each in FRENCH[rule.code])
        yield f"| `{rule.code}` | {_WORDS[rule.severity]} | {message} | {mend} |"


def _typed(text: str) -> str:
    """Show signs that stand alone as typed, and keep Markdown from reading the others."""
    pieces = re.split(r"(?<=\s)([?#&<>/])(?=[\s.,]|$)", text)
    return "".join(
        f"`{piece}`" if number % 2 else _escaped(piece) for number, piece in enumerate(pieces)
    )


def _escaped(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([*_\[\]])", r"\\\1", escaped)


def _accessibility() -> str:
    state = known_state()
    audit = state.audit
    parts = [
        f"# Les essais d’accessibilité ({state.standard})",
        _NOTE,
        f"Audit{_N}: {f'{audit.on}, {audit.by}, {audit.rate:g}{_N}%' if audit else 'aucun'}. "
        f"Page relue le {state.reviewed_on}.",
        "## À la main, avant chaque version",
        _TRIALS_TEXT.strip(),
        *(_trial(number, trial) for number, trial in enumerate(state.trials, start=1)),
        "### À remplir",
        "\n".join(_trial_rows(state.trials)),
        "## Par les machines, à chaque changement",
        _CHECKS_TEXT.strip(),
        "\n".join(f"{check.number}. {check.what}." for check in state.checks),
        "## Ce qui reste hors de ces essais",
        "\n".join(f"- {limit}" for limit in state.limits),
    ]
    return "\n\n".join(parts) + "\n"


def _trial(number: int, trial: Trial) -> str:
    time = f"{trial.minutes}{_N}min" if trial.minutes else "un autre jour"
    return "\n\n".join(
        [
            f"### {number}. {trial.name} ({time})",
            "\n".join(f"- {step}" for step in trial.steps),
            f"Ce qu’on attend{_N}:",
            "\n".join(f"- {each}" for each in trial.expected),
        ]
    )


def _trial_rows(trials: Iterable[Trial]) -> Iterator[str]:
    yield "| Essai | Dernière fois | Fait par, avec quoi | Date | Résultat | À corriger |"
    yield "|---|---|---|---|---|---|"
    for trial in trials:
        last = f"{trial.done_on} {trial.result}".strip() if trial.done_on else "jamais"
        yield f"| {_cell(trial.name)} | {_cell(last)} | | | | |"


def _codes(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _page(title: str, text: str, rows: list[str]) -> str:
    return "\n\n".join([f"# {title}", _NOTE, text, "\n".join(rows)]) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
