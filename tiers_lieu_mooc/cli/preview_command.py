"""``tiers-lieu preview``: courses as learners will see them, in a browser."""

from __future__ import annotations

import argparse
import datetime
import functools
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from markupsafe import Markup

from scorm_export.diagnostic import Diagnostic
from tiers_lieu_mooc.building import (
    Output,
    Workshop,
    key_files,
    key_names,
    outputs_of,
    put_together,
    with_lint,
)
from tiers_lieu_mooc.cli.build_command import make_packages
from tiers_lieu_mooc.cli.courses import (
    COURSES,
    course_folders,
    courses_at_hand,
    existing_course,
    none_in,
    project,
)
from tiers_lieu_mooc.cli.memory import Recent
from tiers_lieu_mooc.cli.printing import complain
from tiers_lieu_mooc.guide_pages import guide_page
from tiers_lieu_mooc.model.course import Course, Module
from tiers_lieu_mooc.preview import (
    Build,
    CourseEntry,
    Outcome,
    PreviewError,
    ReadingKey,
    Workbench,
    serve,
)
from tiers_lieu_mooc.quality import Quality, Rendered, quality_of
from tiers_lieu_mooc.reading import SourceTree, banks_folder
from tiers_lieu_mooc.rule_pages import rule_text
from tiers_lieu_mooc.targets import Split, Target

_CACHE = Path("build/preview")
_EVERYWHERE = "0.0.0.0"  # noqa: S104 -- asked for, and kept by a key

_MADE = """\
Paquets fabriqués, dans le dossier «\u00a0{folder}\u00a0». À déposer dans Moodle\u00a0: {path}"""
_READY = """\
Aperçu prêt\u00a0: {address}  (Ctrl+C pour arrêter)
Ouvrez cette adresse dans votre navigateur."""
_SHARED = """\
Aperçu partagé\u00a0: {address}  (Ctrl+C pour arrêter)
Attention\u00a0: sur votre réseau, toute personne qui a ce lien voit les cours et y répond.
Ne le donnez qu’à qui doit les voir. L’accueil de l’aperçu le montre aussi, pour les
téléphones. Il change au prochain lancement."""


def run(chosen: argparse.Namespace) -> int:
    """Serve the courses until Ctrl+C."""
    folders = _in_project(_folders(chosen.courses))
    if chosen.packages:
        # A course with mistakes is shown all the same, with what is to be mended.
        for folder in folders:
            _make_all(folder)
    watched = [*folders, *(banks for each in folders if (banks := _banks(each)).is_dir())]
    memory = Recent()
    workbench = Workbench(lambda: rebuild(folders, memory), watched, _CACHE, rule_text, _guide)

    def announce(address: str) -> None:
        words = _SHARED if chosen.partager else _READY
        print(words.format(address=address), file=sys.stderr, flush=True)

    host = chosen.host or (_EVERYWHERE if chosen.partager else "127.0.0.1")
    try:
        serve(
            workbench, host, chosen.port, announce, is_shared=chosen.partager, editor=chosen.editeur
        )
    except PreviewError as failure:
        complain(str(failure))
        return 1
    return 0


def _guide(name: str) -> tuple[str, Markup] | None:
    root = project()
    return None if root is None else guide_page(root, name)


def _make_all(folder: Path) -> None:
    """Make every package of a course, and say the one that is wanted most, not all."""
    made: list[Path] = []
    make_packages(folder, list(Target), list(Split), on_made=made.append)
    if made:
        # The first is the whole course, for the first target.
        print(_MADE.format(folder=made[0].parent, path=made[0]), file=sys.stderr, flush=True)


def rebuild(folders: Sequence[Path], memory: Recent) -> Outcome:
    """Offer every package of the courses that can be put together, and what was found so far.

    A package is made when somebody opens it: saving a file must not make twelve. Nor does it wait
    for advice on the text, which takes longer than all the rest.

    Args:
        memory: what was parsed and rendered before, used and filled.
    """
    looked = [put_together(folder, memory) for folder in folders]
    builds: list[Build] = []
    courses: list[CourseEntry] = []
    for checked in looked:
        if checked.course is not None and checked.is_buildable:
            outputs = outputs_of(checked.course, Target, Split)
            workshop = Workshop(checked.course, memory)
            builds += _builds(checked.course, outputs, workshop)
            courses.append(_entry(checked.tree, checked.course, outputs, workshop))
        else:
            courses.append(_entry(checked.tree))
    if all(checked.is_buildable for checked in looked):
        memory.forget()

    def closer() -> list[Diagnostic]:
        today = datetime.date.today()
        return [each for checked in looked for each in with_lint(checked, today).found]

    def text_at(path: str) -> str:
        return next((text for checked in looked if (text := checked.text_at(path))), "")

    found = [each for checked in looked for each in checked.found]
    return Outcome(tuple(builds), tuple(found), closer, text_at, tuple(courses))


def _entry(
    tree: SourceTree,
    course: Course | None = None,
    outputs: Sequence[Output] = (),
    workshop: Workshop | None = None,
) -> CourseEntry:
    sources = (tree.path, tree.banks_path)
    if course is None or workshop is None:
        return CourseEntry(tree.course, tree.course, sources)
    keys = tuple(output.name for output in outputs)
    measure = functools.partial(_measure, course, outputs, workshop)
    return CourseEntry(course.id, course.title, sources, keys, measure)


def _measure(course: Course, outputs: Sequence[Output], workshop: Workshop) -> Quality:
    sections = workshop.sections
    quizzes = {bank: "".join(parts) for bank, parts in sections.questions.items()}
    packages = {
        output.modules[0].id: workshop.make(output).files
        for output in outputs
        if output.target is Target.SCORM_12 and len(output.modules) == 1
    }
    rendered = Rendered(sections.lessons, quizzes)
    return quality_of(course, rendered, packages, datetime.date.today())


def _builds(course: Course, outputs: Sequence[Output], workshop: Workshop) -> Iterator[Build]:
    whole = outputs[0].modules
    for output in outputs:
        module = "" if output.modules == whole else output.modules[0].title
        yield Build(
            key=output.name,
            course=course.title,
            module=module,
            target=output.target.value,
            make=lambda output=output: workshop.make(output).files,  # type: ignore[misc]
            reading_key=_reading_key(course, output.modules) if output.target.standard else None,
        )


def _reading_key(course: Course, modules: tuple[Module, ...]) -> ReadingKey:
    return ReadingKey(key_names(course, modules), lambda: key_files(course, modules))


def _folders(given: Path | None) -> list[Path]:
    if given is None:
        found = courses_at_hand()
        if not found:
            raise none_in(COURSES)
        return found
    parent = existing_course(given)
    if (parent / "course.yaml").is_file():
        return [parent]
    inside = course_folders(parent) or course_folders(parent / COURSES)
    if not inside:
        raise none_in(parent)
    return inside


def _in_project(folders: Sequence[Path]) -> list[Path]:
    """Stand in the project when all are its courses: what the preview writes stays there."""
    known = project()
    # Links stay links: a course that is linked into the project is one of its courses.
    whole = [each.absolute() for each in folders]
    if known is None or not all(each.is_relative_to(known) for each in whole):
        return list(folders)
    os.chdir(known)
    return [each.relative_to(known) for each in whole]


def _banks(folder: Path) -> Path:
    return banks_folder(folder.resolve())
