"""A small course from its welcome to its conclusion: ten lessons, two quizzes, the same
self-positioning at both ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tests.support.course_builder import CourseBuilder

SCALE = ("Pas du tout", "Plutôt non", "Moyennement", "Plutôt oui", "Tout à fait")
STATEMENTS = (
    "Je sais expliquer ce qu’est un tiers-lieu.",
    "Je sais interroger des habitants.",
    "Je sais faire un budget.",
)
LESSONS = {
    "accueil": ("bienvenue", "depart"),
    "comprendre": ("definir", "situer", "relier"),
    "ecouter": ("besoin", "paroles", "acteurs"),
    "conclusion": ("bilan", "suite"),
}
QUIZZES = {"comprendre": "Premier quiz", "ecouter": "Second quiz"}


@dataclass(frozen=True)
class WholeCourse:
    """That course.

    Attributes:
        rule: lines of ``attestation``, without their indent; "" for a course without one.
        settings: further lines of ``course.yaml``.
        files: further files by path inside the course's folder.
    """

    rule: str = ""
    settings: str = ""
    files: dict[str, str] = field(default_factory=dict)

    def write(self, root: Path, name: str) -> Path:
        """Write it to ``root/courses/name`` and ``root/quizzes/name``, and give the first."""
        builder = CourseBuilder(root, name)
        for module, lessons in LESSONS.items():
            for lesson in lessons:
                builder.lesson(lesson, _TEXTS.get(lesson, "Un texte.\n"), module=module)
        for module, title in QUIZZES.items():
            builder.bank(_bank(module), module=module, header="mélanger: non\n", title=title)
        modules = "".join(f"  - {module}\n" for module in LESSONS)
        rule = "".join(f"  {line}\n" for line in self.rule.splitlines())
        rule = f"attestation:\n{rule}" if rule else ""
        outline = f"titre: Un cours entier\nlangue: fr\nmodules:\n{modules}{rule}{self.settings}"
        builder.file("course.yaml", outline)
        for path, text in self.files.items():
            builder.file(path, text)
        return builder.write()


def _scale(name: str, option: str, asked: str) -> str:
    lines = "".join(f"- {statement}\n" for statement in STATEMENTS)
    scale = ", ".join(SCALE)
    return f"::: positionnement #{name}\néchelle : {scale}\n{option}\n{asked}\n\n{lines}:::\n"


def _bank(module: str) -> str:
    """Give five questions, each of which is 20 % of the points."""
    return "\n".join(
        f"::: vrai-faux #{module[0]}{number}\nobjectifs : O1\n\nPhrase {number} de {module}.\n\n"
        "- [x] Vrai\n- [ ] Faux\n:::\n"
        for number in range(1, 6)
    )


_TEXTS = {
    "depart": _scale("point-de-depart", "", "Où en êtes-vous ?"),
    "bilan": _scale("point-d-arrivee", "comparer : point-de-depart\n", "Et maintenant ?"),
}
