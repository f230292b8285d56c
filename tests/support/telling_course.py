"""A course of two modules that keeps some of its budgets and breaks the others."""

from __future__ import annotations

from tests.support.modules_course import modules_course
from tests.support.small_course import SmallCourse

HEAVY = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>'
    + "Un plan " * 9_000
    + "</title></svg>"
)

_LESSON = """\
---
titre: La leçon 1
durée: 50 min
objectifs: O1
---

Le texte de la leçon cite un fait [@A1], puis un autre [@A2].

![Un plan du lieu](media/plan.svg)

::: vrai-faux #sans-but
Ce lieu est ouvert.

- [x] Vrai
  > Oui.
- [ ] Faux
  > Non.
:::
"""

_FACTS = """\
A1:
  énoncé: Le recensement compte 3 500 tiers-lieux.
  source: recensement national
  date: 2019
  confiance: vérifié
  durée de vie: à dater
  lu le: 2020-05-04
A2:
  énoncé: Un tiers-lieu se visite.
  source: un guide
  date: 2025
  confiance: vérifié
  durée de vie: fragile
  lu le: {read_on}
"""


def telling_course(read_on: str) -> SmallCourse:
    """Write it.

    Args:
        read_on: the day on which the fragile fact was last read, as ISO 8601.
    """
    course = modules_course(2)
    module, lesson = course.files["m1/module.yaml"], course.files["m2/lecon-2.md"]
    assert isinstance(module, str)
    assert isinstance(lesson, str)
    files = {
        **course.files,
        "course.yaml": "titre: Un cours qui parle\nlangue: fr\nmodules:\n  - m1\n  - m2\n",
        "m1/module.yaml": module.replace("leçons:", "  - O2: Que rien ne demande\nleçons:"),
        "m1/lecon-1.md": _LESSON,
        "m1/media/plan.svg": HEAVY,
        "m2/lecon-2.md": lesson.replace("2 min", "1 min"),
        "faits.yaml": _FACTS.format(read_on=read_on),
    }
    return SmallCourse({}, files=files, banks=course.banks)
