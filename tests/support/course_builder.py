"""Builds small courses as real folders, so that tests read like stories.

>>> course = CourseBuilder(tmp_path).lesson("definir", "Un lieu.").bank("::: qcu #a …").write()
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["CourseBuilder"]


class CourseBuilder:
    """A course under construction: one module, ``comprendre``, unless told otherwise."""

    def __init__(self, root: Path, name: str = "essai") -> None:
        self.root = root
        self.folder = root / "courses" / name
        self.quizzes = root / "quizzes" / name
        self._files: dict[Path, bytes] = {}
        self._lessons: dict[str, list[str]] = {}
        self._banks: dict[str, str] = {}

    def lesson(
        self, name: str, text: str, *, module: str = "comprendre", header: str = ""
    ) -> CourseBuilder:
        """Add a lesson; a header with a title and a duration is put before ``text``."""
        lines = f"titre: {name.capitalize()}\ndurée: 2 min\n{header}"
        self._lessons.setdefault(module, []).append(name)
        return self.file(f"{module}/{name}.md", f"---\n{lines.rstrip()}\n---\n\n{text}")

    def bank(
        self,
        text: str,
        *,
        module: str = "comprendre",
        name: str = "",
        header: str = "",
        title: str = "Quiz",
    ) -> CourseBuilder:
        """Add the bank of a module; a header with a title is put before ``text``."""
        self._banks[module] = name or module
        content = f"---\ntitre: {title}\n{header}".rstrip() + f"\n---\n\n{text}"
        self._files[self.quizzes / f"{name or module}.md"] = content.encode()
        return self

    def file(self, path: str, content: str | bytes) -> CourseBuilder:
        """Add any file by its path inside the course."""
        data = content.encode() if isinstance(content, str) else content
        self._files[self.folder / path] = data
        return self

    def glossary(self, text: str) -> CourseBuilder:
        """Write the glossary."""
        return self.file("glossaire.md", text)

    def facts(self, *codes: str) -> CourseBuilder:
        """Write one stable fact for each code."""
        return self.file("faits.yaml", "".join(_FACT.format(code=code) for code in codes))

    def picture(self, name: str, *, module: str = "comprendre") -> CourseBuilder:
        """Add a small sound drawing to a module's ``media`` folder."""
        return self.file(f"{module}/media/{name}", DRAWING)

    def write(self) -> Path:
        """Write every file, and what lists them where nobody wrote it; give the folder."""
        for module, lessons in self._lessons.items():
            listed = "".join(f"  - {name}\n" for name in lessons)
            bank = f"banque: {self._banks[module]}\n" if module in self._banks else ""
            text = f"titre: {module.capitalize()}\nobjectifs:\n  - O1: Expliquer\nleçons:\n{listed}"
            self._files.setdefault(self.folder / module / "module.yaml", (text + bank).encode())
        modules = "".join(f"  - {module}\n" for module in self._lessons)
        outline = f"titre: Un cours d’essai\nlangue: fr\nmodules:\n{modules}"
        self._files.setdefault(self.folder / "course.yaml", outline.encode())
        for path, content in self._files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return self.folder


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><path d="M0 0h9"/></svg>'
_FACT = """\
{code}:
  énoncé: "Un fait."
  source: "Une source"
  date: "2023"
  confiance: vérifié
  durée de vie: stable
  lu le: 2026-03-01
"""
