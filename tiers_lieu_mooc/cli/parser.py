"""The command line in French: options, help, and what is said of a slip."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NoReturn, TypeVar

from tiers_lieu_mooc.cli.courses import typed_command, typed_results
from tiers_lieu_mooc.findings import harmless_lines
from tiers_lieu_mooc.parsing.words import fold
from tiers_lieu_mooc.targets import Split, Target

_REPEATED = "l’option peut être répétée"

MISUSE = 2
"""Exit code of a command that could not be understood."""

_SLIPS = (
    (r"the following arguments are required: (?P<what>.+)", "il manque\u00a0: {what}"),
    (r"unrecognized arguments: (?P<what>.+)", "en trop ou mal écrit\u00a0: {what}"),
    (r"argument (?P<what>\S+): expected .+", "il manque une valeur après {what}"),
    (r"argument (?P<what>[^:]+): (?P<why>.*»)$", "{what}\u00a0: {why}"),
    (r".*invalid choice: '?(?P<what>[^' ]+)'?.*", "commande inconnue\u00a0: {what}"),
)
"""argparse's sentences, which have no French catalogue, and ours."""


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self, usage: object, actions: object, groups: object, prefix: object = None
    ) -> None:
        # "" is asked for by argparse itself, when it makes the name of a sub-command.
        french = "Utilisation\u00a0: " if prefix is None else prefix
        super().add_usage(usage, actions, groups, french)  # type: ignore[arg-type]


class FrenchParser(argparse.ArgumentParser):
    """An argument parser whose help and complaints are in French."""

    def __init__(self, **settings: object) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, **settings)  # type: ignore[arg-type]
        self._positionals.title = "Arguments\u00a0"
        self._optionals.title = "Options\u00a0"
        self.add_argument("-h", "--help", "--aide", action="help", help="afficher cette aide")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong on standard error and leave with the code of misuse."""
        self.exit(
            MISUSE, f"{self.prog}\u00a0: {harmless_lines(_in_french(message))}\n{self._hint()}\n"
        )

    def _hint(self) -> str:
        return f"Pour l’aide\u00a0: {self.prog} --help"


def _in_french(message: str) -> str:
    for pattern, sentence in _SLIPS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return sentence.format(**found.groupdict())
    return "cette commande n’est pas comprise"


Value = TypeVar("Value", bound=StrEnum)


def _one_of(kind: type[Value]) -> Callable[[str], Value]:
    def read(text: str) -> Value:
        try:
            return kind(text)
        except ValueError as unknown:
            known = ", ".join(each.value for each in kind)
            sentence = (
                f"«\u00a0{text}\u00a0» est inconnu\u00a0; au choix\u00a0: «\u00a0{known}\u00a0»"
            )
            raise argparse.ArgumentTypeError(sentence) from unknown

    return read


def _port(text: str) -> int:
    if text.isdecimal() and 0 <= int(text) <= 65_535:
        return int(text)
    raise argparse.ArgumentTypeError(f"il faut un nombre de 0 à 65535, pas «\u00a0{text}\u00a0»")


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"


class Shape(StrEnum):
    """How a comparison is written."""

    TEXT = "text"
    JSON = "json"


class Skeleton(StrEnum):
    """What ``new`` makes."""

    COURSE = "cours"
    MODULE = "module"
    LESSON = "leçon"
    BANK = "banque"


_ENGLISH = {"course": Skeleton.COURSE, "lesson": Skeleton.LESSON, "bank": Skeleton.BANK}


def _skeleton(text: str) -> Skeleton:
    """Read what ``new`` is to make, whatever accents and capitals it is typed with."""
    typed = fold(text)
    known = _ENGLISH | {fold(each.value): each for each in Skeleton}
    return known.get(typed) or _one_of(Skeleton)(text)


def parser() -> FrenchParser:
    """Describe every command."""
    main = FrenchParser(
        prog=typed_command(),
        description=(
            "Vérifie des cours écrits en Markdown "
            "et en fait des paquets pour plateformes de formation."
        ),
    )
    main.add_argument("--version", action="store_true", help="afficher la version")
    main.add_argument(
        "--debug", action="store_true", help="montrer le détail d’une panne du programme"
    )
    commands = main.add_subparsers(
        dest="command", metavar="COMMANDE", title="Commandes\u00a0", parser_class=FrenchParser
    )
    _add_check(commands)
    _add_build(commands)
    _add_preview(commands)
    _add_inspect(commands)
    _add_compare(commands)
    _add_resultats(commands)
    _add_new(commands)
    _add_ids(commands)
    return main


_Commands = argparse._SubParsersAction  # the only name that argparse gives to this type


def _add_course(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "course",
        nargs="?",
        type=Path,
        metavar="COURS",
        help="dossier ou nom du cours\u00a0; par défaut celui où vous êtes, "
        "ou le seul du dossier «\u00a0courses\u00a0»",
    )


def _add_check(commands: _Commands[FrenchParser]) -> None:
    check = commands.add_parser("check", help="vérifier un cours et dire tout ce qui ne va pas")
    _add_course(check)
    check.add_argument(
        "--strict", action="store_true", help="compter les avertissements comme des erreurs"
    )
    check.add_argument(
        "--conseils", action="store_true", dest="advice", help="montrer aussi les conseils"
    )
    check.add_argument(
        "--format",
        type=_one_of(Format),
        default=Format.TEXT,
        metavar="FORMAT",
        help="text (par défaut), json, github ou gitlab",
    )


def _add_build(commands: _Commands[FrenchParser]) -> None:
    build = commands.add_parser("build", help="fabriquer les paquets d’un cours")
    _add_course(build)
    build.add_argument(
        "--target",
        type=_one_of(Target),
        action="append",
        default=[],
        metavar="CIBLE",
        help=f"scorm12 (par défaut), scorm2004-3, scorm2004-4 ou web\u00a0; {_REPEATED}",
    )
    build.add_argument(
        "--per",
        type=_one_of(Split),
        action="append",
        default=[],
        metavar="DÉCOUPAGE",
        help=f"course (un paquet pour le cours, par défaut) ou module\u00a0; {_REPEATED}",
    )
    build.add_argument(
        "--out",
        type=Path,
        default=Path("dist"),
        metavar="DOSSIER",
        help="dossier des paquets (dist)",
    )
    build.add_argument("--strict", action="store_true", help="refuser aussi les avertissements")


def _add_preview(commands: _Commands[FrenchParser]) -> None:
    preview = commands.add_parser("preview", help="montrer les cours dans un navigateur")
    preview.add_argument(
        "courses",
        nargs="?",
        type=Path,
        metavar="COURS",
        help="dossier ou nom d’un cours, ou dossier qui contient des cours (courses)",
    )
    preview.add_argument(
        "--paquets",
        action="store_true",
        dest="packages",
        help="fabriquer d’abord leurs paquets, pour chaque cible, dans le dossier dist",
    )
    preview.add_argument(
        "--host",
        metavar="ADRESSE",
        help="adresse d’écoute (127.0.0.1 ; avec --partager, toutes celles de l’ordinateur)",
    )
    preview.add_argument(
        "--partager",
        action="store_true",
        help="montrer aussi les cours aux personnes du même réseau qui ont le lien",
    )
    preview.add_argument(
        "--editeur",
        default="vscode",
        metavar="ÉDITEUR",
        help="éditeur que les constats ouvrent\u00a0: vscode, vscodium, zed, sublime, textmate, "
        "aucun, ou la forme de ses adresses avec {path}, {line} et {column} (vscode)",
    )
    preview.add_argument(
        "--port", type=_port, default=8000, metavar="PORT", help="port d’écoute (8000)"
    )


def _add_inspect(commands: _Commands[FrenchParser]) -> None:
    inspect = commands.add_parser(
        "inspect", help="examiner un paquet SCORM, de n’importe quel outil"
    )
    inspect.add_argument(
        "packages", nargs="+", type=Path, metavar="PAQUET.zip", help="paquets à examiner"
    )
    inspect.add_argument(
        "--strict", action="store_true", help="compter les avertissements comme des erreurs"
    )
    inspect.add_argument(
        "--format",
        type=_one_of(Format),
        default=Format.TEXT,
        metavar="FORMAT",
        help="text (par défaut), json, github ou gitlab",
    )


def _add_compare(commands: _Commands[FrenchParser]) -> None:
    compare = commands.add_parser(
        "compare", help="dire ce que perdraient ceux qui ont déjà un ancien paquet"
    )
    compare.add_argument(
        "package", type=Path, metavar="ANCIEN.zip", help="paquet que les apprenants ont aujourd’hui"
    )
    _add_course(compare)
    compare.add_argument(
        "--format",
        type=_one_of(Shape),
        default=Shape.TEXT,
        metavar="FORMAT",
        help="text (par défaut) ou json",
    )


def _add_resultats(commands: _Commands[FrenchParser]) -> None:
    results = commands.add_parser(
        "resultats",
        prog=typed_results(),
        help="dire, d’après un rapport de la plateforme, quelles questions revoir",
    )
    results.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="RAPPORT",
        help="rapport d’interactions de Moodle (.ods, .xlsx, .txt, .csv), "
        "ou journal de l’aperçu\u00a0; plusieurs s’ajoutent\u00a0; la clé de lecture peut être "
        "donnée de même",
    )
    results.add_argument(
        "--cle",
        "--clé",
        type=Path,
        dest="key",
        metavar="CLÉ.csv",
        help="clé de lecture fabriquée avec le paquet, si elle n’est pas parmi les rapports",
    )
    results.add_argument(
        "--out",
        type=Path,
        metavar="FICHIER.html",
        help="page à écrire\u00a0; par défaut à côté du rapport",
    )


def _add_new(commands: _Commands[FrenchParser]) -> None:
    new = commands.add_parser("new", help="créer un cours, un module, une leçon ou une banque")
    new.add_argument("kind", type=_skeleton, metavar="QUOI", help="cours, module, leçon ou banque")
    new.add_argument(
        "name",
        metavar="NOM",
        help="cours, cours/module ou cours/module/leçon, en minuscules sans accents\u00a0; "
        "le cours peut être un dossier n’importe où, et ne se dit pas quand il n’y en a qu’un",
    )
    new.add_argument(
        "--titre",
        "--title",
        dest="title",
        metavar="TITRE",
        help="titre, avec ses majuscules et ses accents\u00a0; sans lui, il est demandé",
    )


def _add_ids(commands: _Commands[FrenchParser]) -> None:
    ids = commands.add_parser("ids", help="montrer les identifiants qui ne sont pas encore publiés")
    _add_course(ids)
    ids.add_argument(
        "--écrire",
        "--ecrire",
        action="store_true",
        dest="write",
        help="les ajouter à published-ids.txt",
    )
    ids.add_argument(
        "--renommer",
        nargs=2,
        action="append",
        default=[],
        dest="renamed",
        metavar=("ANCIEN", "NOUVEAU"),
        help="dire qu’un nom publié a changé\u00a0: ce que chacun a fait le suit",
    )
    ids.add_argument(
        "--retirer",
        action="append",
        default=[],
        dest="retired",
        metavar="NOM",
        help="dire qu’un nom publié est retiré pour de bon\u00a0; sa ligne reste",
    )


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read a command line; a slip ends the program with the code of misuse."""
    return parser().parse_args(arguments)
