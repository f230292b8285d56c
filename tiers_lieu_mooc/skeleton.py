"""What ``tiers-lieu new`` writes: the beginning of a course, a module, a lesson or a bank."""

from __future__ import annotations

import io
import re
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq
from ruamel.yaml.error import YAMLError

from scorm_export.archive import write_atomically

_IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_COURSE = """\
titre: "{title}"
langue: fr
licence: CC BY-SA 4.0
modules: []
"""

_GLOSSARY = """\
Exemple
: mot expliqué en langage courant\u00a0; remplacez-le par les termes de votre cours.
"""

_MODULE = """\
titre: "{title}"
objectifs:
  - O1: "Écrivez ici ce que la personne saura faire"
leçons: []
"""

_LESSON = """\
---
titre: "{title}"
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
titre: "Quiz\u00a0: {title}"
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


def new_course(courses: Path, name: str) -> list[Path]:
    """Begin a course; give the files written.

    Raises:
        CannotWrite: when the name is not one, or is taken.
        OSError: when the disk refuses.
    """
    (course,) = _names(name, 1, "mon-cours")
    folder = courses / course
    return [
        _write(folder / "course.yaml", _COURSE.format(title=_title(course))),
        _write(folder / "glossaire.md", _GLOSSARY),
    ]


def new_module(courses: Path, name: str) -> list[Path]:
    """Begin a module and list it in its course; raises as ``new_course``."""
    course, module = _names(name, 2, "mon-cours/mon-module")
    listed = _listed(courses / course / "course.yaml", "modules", module)
    path = courses / course / module / "module.yaml"
    return [_write(path, _MODULE.format(title=_title(module))), _rewrite(*listed)]


def new_lesson(courses: Path, name: str) -> list[Path]:
    """Begin a lesson and list it in its module; raises as ``new_course``."""
    course, module, lesson = _names(name, 3, "mon-cours/mon-module/ma-lecon")
    folder = courses / course / module
    listed = _listed(folder / "module.yaml", "leçons", lesson)
    path = folder / f"{lesson}.md"
    return [_write(path, _LESSON.format(title=_title(lesson))), _rewrite(*listed)]


def new_bank(courses: Path, name: str) -> list[Path]:
    """Begin the bank of a module and name it there; raises as ``new_course``."""
    course, module = _names(name, 2, "mon-cours/mon-module")
    settings = courses / course / module / "module.yaml"
    document, text = _loaded(settings)
    if "banque" in document:
        raise CannotWrite(f"le module «\u00a0{module}\u00a0» a déjà une banque")
    path = courses.parent / "quizzes" / course / f"{module}.md"
    bank = _write(path, _BANK.format(title=_title(module), name=module))
    return [bank, _rewrite(settings, f"{text.rstrip()}\nbanque: {module}\n")]


def _names(name: str, count: int, example: str) -> list[str]:
    names = name.strip("/").split("/")
    if len(names) != count or not all(_IDENTIFIER.fullmatch(each) for each in names):
        raise CannotWrite(
            f"«\u00a0{name}\u00a0» ne convient pas\u00a0: écrivez par exemple "
            f"«\u00a0{example}\u00a0», en minuscules sans accents, avec des tirets"
        )
    return names


def _title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _loaded(path: Path) -> tuple[dict[str, object], str]:
    try:
        text = path.read_text(encoding="utf-8")
        document = _yaml().load(text)
    except FileNotFoundError as missing:
        raise CannotWrite(f"«\u00a0{path}\u00a0» n’existe pas\u00a0: créez-le d’abord") from missing
    except (YAMLError, UnicodeDecodeError) as unreadable:
        advice = "lancez «\u00a0tiers-lieu check\u00a0» et corrigez-le d’abord"
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


def _write(path: Path, text: str) -> Path:
    if path.exists():
        raise CannotWrite(f"«\u00a0{path}\u00a0» existe déjà")
    path.parent.mkdir(parents=True, exist_ok=True)
    return _rewrite(path, text)


def _rewrite(path: Path, text: str) -> Path:
    write_atomically(path, text.encode())
    return path
