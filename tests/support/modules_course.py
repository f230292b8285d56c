"""A course of several modules, each with a lesson and a quiz."""

from __future__ import annotations

from tests.support.small_course import SmallCourse


def modules_course(count: int, rules: str = "") -> SmallCourse:
    """Write modules ``m1``, ``m2``…: lesson ``lecon-1``, questions ``m1-a`` and ``m1-b``.

    Args:
        rules: lines of every bank's front matter.
    """
    numbers = range(1, count + 1)
    listed = "".join(f"  - m{number}\n" for number in numbers)
    course = f"titre: Un cours d’essai\nlangue: fr\nmodules:\n{listed}"
    files = {"course.yaml": course}
    for number in numbers:
        files |= _module(number)
    banks = {f"m{number}": _bank(number, rules) for number in numbers}
    return SmallCourse({}, files=files, banks=banks)


def _module(number: int) -> dict[str, str]:
    settings = (
        f"titre: Le module {number}\nobjectifs:\n  - O1: Expliquer {number}\n"
        f"leçons:\n  - lecon-{number}\nbanque: m{number}\n"
    )
    lesson = (
        f"---\ntitre: La leçon {number}\ndurée: 2 min\nobjectifs: O1\n---\n\nLe texte {number}.\n"
    )
    return {f"m{number}/module.yaml": settings, f"m{number}/lecon-{number}.md": lesson}


def _bank(number: int, rules: str) -> str:
    questions = "".join(_question(number, letter) for letter in "ab")
    return f"---\ntitre: Le quiz {number}\nmélanger: non\n{rules}\n---\n\n{questions}"


def _question(number: int, letter: str) -> str:
    return f"""\
::: qcu #m{number}-{letter}
objectifs : O1

Que dit {letter}{number} ?

- [x] Le vrai {letter}{number}
  > Oui.
- [ ] Le faux {letter}{number}
  > Non.
:::

"""
