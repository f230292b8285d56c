"""What ``tiers-lieu new`` writes: the beginning of a course, a module, a lesson or a bank."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq
from ruamel.yaml.error import YAMLError

from scorm_export.archive import write_atomically
from tiers_lieu_mooc.reading import banks_beside, banks_folder

Titled = Callable[[str], str]
"""Gives the title, from the one that the name suggests. Called once all else is known to be right:
nobody is asked for the title of what cannot be written."""

_COURSE = """\
titre: {title}
langue: fr
licence: CC BY-SA 4.0
modules: []
"""

_GLOSSARY = """\
Exemple
: mot expliqué en langage courant\u00a0; remplacez-le par les termes de votre cours.
"""

_MODULE = """\
titre: {title}
objectifs:
  - O1: "Écrivez ici ce que la personne saura faire"
leçons: []
"""

_LESSON = """\
---
titre: {title}
durée: 6 min
objectifs: O1
---

::: objectifs
Écrivez en une phrase ce que la personne saura faire.
:::

## Une première idée

Écrivez ici la leçon.
"""

_BANK = """\
---
titre: {title}
seuil: 60
tentatives: 3
---

::: vrai-faux #{name}-exemple
objectifs : O1

Remplacez cette affirmation par la vôtre.

- [x] Vrai
  > Dites pourquoi c’est juste.
- [ ] Faux
  > Dites pourquoi ce n’est pas cela.

Explication : dites ce qu’il faut retenir.
:::
"""


class CannotWrite(Exception):  # noqa: N818 -- the name says what is wrong
    """The skeleton cannot be written; the message is a French sentence that says why."""


def new_course(folder: Path, titled: Titled) -> list[Path]:
    """Begin a course; give the files written.

    Raises:
        CannotWrite: when the place is taken.
        OSError: when the disk refuses.
    """
    _refuse_taken(folder / "course.yaml", folder / "glossaire.md")
    title = titled(_title(folder.name))
    return [
        _write(folder / "course.yaml", _COURSE.format(title=_quoted(title))),
        _write(folder / "glossaire.md", _GLOSSARY),
    ]


def new_module(course: Path, name: str, titled: Titled) -> list[Path]:
    """Begin a module and list it in its course; raises as ``new_course``."""
    path = course / name / "module.yaml"
    listed = _listed(course / "course.yaml", "modules", name)
    _refuse_taken(path)
    title = titled(_title(name))
    return [_write(path, _MODULE.format(title=_quoted(title))), _rewrite(*listed)]


def new_lesson(module: Path, name: str, titled: Titled) -> list[Path]:
    """Begin a lesson and list it in its module; raises as ``new_course``."""
    path = module / f"{name}.md"
    listed = _listed(module / "module.yaml", "leçons", name)
    _refuse_taken(path)
    title = titled(_title(name))
    return [_write(path, _LESSON.format(title=_quoted(title))), _rewrite(*listed)]


def new_bank(module: Path, titled: Titled) -> list[Path]:
    """Begin the bank of a module and name it there; raises as ``new_course``."""
    settings = module / "module.yaml"
    document, text = _loaded(settings)
    if "banque" in document:
        raise CannotWrite(f"le module «\u00a0{module.name}\u00a0» a déjà une banque")
    path = _banks_of(module.parent) / f"{module.name}.md"
    _refuse_taken(path)
    title = titled(f"Quiz\u00a0: {document.get('titre') or _title(module.name)}")
    bank = _write(path, _BANK.format(title=_quoted(title), name=module.name))
    return [bank, _rewrite(settings, f"{text.rstrip()}\nbanque: {module.name}\n")]


def _banks_of(course: Path) -> Path:
    """Choose the folder of a course's banks; that of a course on its own is inside."""
    real = course.resolve()
    found = banks_folder(real)
    if found.is_relative_to(real) or not (found.is_dir() or real.parent.name == "courses"):
        return course / "quizzes"
    return banks_beside(course if course.name else real)


def _title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _quoted(title: str) -> str:
    """Write a title as YAML takes any text: on one line, between double quotes."""
    line = "".join(each for each in title if each.isprintable() or each == "\u00a0")
    escaped = line.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _loaded(path: Path) -> tuple[dict[str, object], str]:
    try:
        text = path.read_text(encoding="utf-8")
        document = _yaml().load(text)
    except FileNotFoundError as missing:
        raise CannotWrite(f"«\u00a0{path}\u00a0» n’existe pas\u00a0: créez-le d’abord") from missing
    except (YAMLError, UnicodeDecodeError) as unreadable:
        advice = "vérifiez le cours et corrigez-le d’abord"
        raise CannotWrite(
            f"«\u00a0{path}\u00a0» contient une erreur\u00a0: {advice}"
        ) from unreadable
    if not isinstance(document, dict):
        raise CannotWrite(f"«\u00a0{path}\u00a0» ne contient pas de réglages")
    return document, text


def _listed(path: Path, key: str, name: str) -> tuple[Path, str]:
    """Add a name to a list of a settings file, whose comments and order stay as they are."""
    document, _text = _loaded(path)
    names = document.get(key)
    if names is None or names == []:
        # An empty list is written between brackets, and would go on so.
        names = document[key] = CommentedSeq()
    if not isinstance(names, list):
        raise CannotWrite(f"«\u00a0{path}\u00a0»\u00a0: «\u00a0{key}\u00a0» doit être une liste")
    if name in names:
        raise CannotWrite(f"«\u00a0{name}\u00a0» figure déjà dans «\u00a0{path}\u00a0»")
    names.append(name)
    stream = io.StringIO()
    _yaml().dump(document, stream)
    return path, stream.getvalue()


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 10_000
    return yaml


def _refuse_taken(*paths: Path) -> None:
    for path in paths:
        if path.exists():
            raise CannotWrite(f"«\u00a0{path}\u00a0» existe déjà")


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return _rewrite(path, text)


def _rewrite(path: Path, text: str) -> Path:
    write_atomically(path, text.encode())
    return path
