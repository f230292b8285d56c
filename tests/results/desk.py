"""A trainer's folder: reports are laid there, read, and told about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.support.moodle_report import Person, Table, as_text
from tests.support.reported import Row
from tiers_lieu_mooc.cli import main
from tiers_lieu_mooc.codebook import Codebook, as_csv
from tiers_lieu_mooc.results import Results, read_results

Write = Callable[[Table], bytes]


@dataclass
class Desk:
    """The folder, with the key that was made with the package."""

    folder: Path
    book: Codebook
    capture: pytest.CaptureFixture[str]

    def lay(self, content: bytes | Table, name: str = "rapport.txt") -> Path:
        """Lay a report; a table is written as Moodle's text."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else as_text(content))
        return path

    def read(self, content: bytes | Table, name: str = "rapport.txt") -> Results:
        """Read one report."""
        return read_results([self.lay(content, name)], self.book)

    def run(self, content: bytes | Table, name: str = "rapport.txt") -> tuple[int, str]:
        """Run the command as a trainer would; give its code and all that it said."""
        self.capture.readouterr()
        code = main(
            ["resultats", str(self.lay(content, name)), "--cle", str(self.folder / "cle.csv")]
        )
        said = self.capture.readouterr()
        return code, said.out + said.err

    def page(self, name: str = "rapport") -> str:
        """Give the page that the command wrote."""
        return (self.folder / f"{name}-resultats.html").read_text("utf-8")

    def take_key(self, book: Codebook) -> None:
        """Put another key in the place of the one there."""
        (self.folder / "cle.csv").write_bytes(as_csv(book))


def changed(
    people: Sequence[Person], change: Callable[[int, Row], Row], count: int = 10_000
) -> list[Person]:
    """Change the rows of so many people; ``change`` is told who it is, from 0."""
    return [
        replace(
            person,
            attempts=tuple(tuple(change(number, row) for row in rows) for rows in person.attempts),
        )
        if number < count
        else person
        for number, person in enumerate(people)
    ]
