"""The arrows in order: course folder → findings, course folder → packages."""

from __future__ import annotations

import datetime
import errno
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from scorm_export.archive import failures_naming, pack, write_atomically
from scorm_export.diagnostic import Diagnostic, Position, Report, by_place, has_errors
from scorm_export.package import Package
from scorm_export.standard import SUSPEND_DATA_ROOM
from scorm_export.writing import files_for
from tiers_lieu_mooc.assembly import assemble
from tiers_lieu_mooc.bundling import bundle
from tiers_lieu_mooc.codebook import as_csv, as_html, codebook_of
from tiers_lieu_mooc.learner import front_end
from tiers_lieu_mooc.linting import lint
from tiers_lieu_mooc.linting.budget import largest_state, question_size, recorded_questions
from tiers_lieu_mooc.model.course import Course, Module, package_name, permanent_numbers
from tiers_lieu_mooc.parsing import Memory, parse
from tiers_lieu_mooc.reading import SourceTree, read_course
from tiers_lieu_mooc.rendering import Page, Sections, render_page, render_sections
from tiers_lieu_mooc.rules import sheet, state
from tiers_lieu_mooc.targets import Split, Target


@dataclass(frozen=True, slots=True)
class Checked:
    """A course folder that was looked through.

    Attributes:
        course: None when errors leave nothing whole to build.
        found: every finding, sorted by place.
        tree: the sources, for quoting lines.
    """

    course: Course | None
    found: tuple[Diagnostic, ...]
    tree: SourceTree

    @property
    def is_buildable(self) -> bool:
        """Whether packages can be made."""
        return self.course is not None and not has_errors(self.found)

    def text_at(self, path: str) -> str:
        """Give the text of the source of that path, "" when none was read there."""
        sources = (*self.tree.texts.values(), *self.tree.banks.values())
        return next((source.text for source in sources if source.path == path), "")


@dataclass(frozen=True, slots=True)
class Output:
    """One package to make: some modules of a course for one target."""

    modules: tuple[Module, ...]
    target: Target
    name: str


@dataclass(frozen=True, slots=True)
class Built:
    """One package that was made: its files, the manifest and the control documents included."""

    output: Output
    title: str
    files: dict[str, bytes]


def check_course(
    folder: Path,
    today: datetime.date,
    *,
    is_advice_wanted: bool = True,
    memory: Memory | None = None,
) -> Checked:
    """Look a course folder through, all stages, as far as each can go.

    Args:
        today: the day on which facts must still be fresh.
        is_advice_wanted: whether findings that are only advice are looked for, too.
        memory: texts parsed before, for a caller that checks the same course again and again.
    """
    return with_lint(put_together(folder, memory), today, is_advice_wanted=is_advice_wanted)


def put_together(folder: Path, memory: Memory | None = None) -> Checked:
    """Look a course folder through as far as a page needs it: without what ``lint`` finds."""
    tree, found = read_course(folder)
    draft, in_text = parse(tree, memory)
    course, in_course = assemble(draft)
    return Checked(course, tuple(by_place([*found, *in_text, *in_course])), tree)


def with_lint(checked: Checked, today: datetime.date, *, is_advice_wanted: bool = True) -> Checked:
    """Add what a course could do better to what was found before."""
    if checked.course is None:
        return checked
    tree = checked.tree
    sources = {each.path: each.text for each in (*tree.texts.values(), *tree.banks.values())}
    in_lessons = lint(checked.course, today, sources, is_advice_wanted=is_advice_wanted)
    # A step whose section is wrong says nothing of the sheet.
    wrong = {(each.at.path, each.at.line) for each in checked.found if has_errors([each])}
    fresh = [
        each
        for each in in_lessons
        if each.code != sheet.NO_SHEET.code or (each.at.path, each.at.line) not in wrong
    ]
    return replace(checked, found=tuple(by_place([*checked.found, *fresh])))


def outputs_of(course: Course, targets: Iterable[Target], split: Iterable[Split]) -> list[Output]:
    """List the packages to make, the whole course first."""
    cuts: list[tuple[Module, ...]] = []
    wanted = set(split)
    if Split.COURSE in wanted or len(course.modules) == 1:
        cuts.append(course.modules)
    if Split.MODULE in wanted and len(course.modules) > 1:
        cuts += [(module,) for module in course.modules]
    return [
        Output(modules, target, f"{package_name(course, modules)}-{target.value}")
        for modules in cuts
        for target in targets
    ]


def check_budget(course: Course, outputs: Iterable[Output]) -> list[Diagnostic]:
    """Find the packages whose learners could not be kept whole by an LMS."""
    report = Report()
    numbers = permanent_numbers(course)
    for output in outputs:
        standard = output.target.standard
        if standard is None:
            continue
        size, room = largest_state(output.modules, numbers), SUSPEND_DATA_ROOM[standard]
        if size > room:
            report.add(
                state.TOO_LARGE,
                Position(course.at.path),
                size=size,
                room=room,
                package=package_name(course, output.modules),
                target=output.target.value,
                largest=_largest(output.modules),
            )
    return list(report)


def _largest(modules: Sequence[Module]) -> str:
    questions = sorted(recorded_questions(modules), key=question_size, reverse=True)
    return ", ".join(f"{each.id} ({question_size(each)})" for each in questions[:5])


class Workshop:
    """Makes the packages of one course; what several of them share is rendered once."""

    def __init__(self, course: Course, memory: Memory | None = None) -> None:
        """Prepare; nothing is rendered yet.

        Args:
            memory: what was rendered before, for a caller that makes the same course again.
        """
        self._course = course
        self._memory = memory
        self._pages: dict[tuple[str, ...], Page] = {}

    @cached_property
    def sections(self) -> Sections:
        """Lessons and quizzes as markup."""
        return render_sections(self._course, self._memory)

    def make(self, output: Output) -> Built:
        """Make one package.

        Raises:
            FrontEndMissing, ControlDocumentsMissing: when the installation is not whole.
        """
        package = self._package(output)
        standard = output.target.standard
        if standard is None:
            files = {asset.path: asset.content for asset in package.assets}
        else:
            files = files_for(package, standard)
        return Built(output, package.title, files)

    def _package(self, output: Output) -> Package:
        bundles = front_end()
        key = tuple(module.id for module in output.modules)
        if key not in self._pages:
            self._pages[key] = render_page(
                self._course, output.modules, self.sections, bundles.style
            )
        page = self._pages[key]
        return bundle(self._course, output.modules, page, output.target.recorder, bundles)


def build(
    course: Course,
    outputs: Sequence[Output],
    out: Path,
    on_step: Callable[[str], None],
) -> Iterator[Path]:
    """Make packages and write them, each whole or not at all, then their reading keys.

    A reading key is of no use inside a package, which learners can open: it holds the answers. What
    is for no LMS has none.

    Args:
        out: folder that receives them; made when absent.
        on_step: told the name of each package before it is made.

    Raises:
        OSError: when a package cannot be written; an older one stays.
    """
    out.mkdir(parents=True, exist_ok=True)
    workshop = Workshop(course)
    for output in outputs:
        on_step(output.name)
        built = workshop.make(output)
        path = out / f"{output.name}.zip"
        write_atomically(path, pack(built.files))
        yield path
        if output.target is Target.WEB:
            yield _write_folder(out / output.name, built.files)
    tracked = (each.modules for each in outputs if each.target.standard is not None)
    for modules in {package_name(course, each): each for each in tracked}.values():
        yield from _write_key(course, modules, out)


def key_names(course: Course, modules: Sequence[Module]) -> tuple[str, ...]:
    """Name the files of a package's reading key: the page, then the table."""
    name = f"{package_name(course, modules)}-cle-de-lecture"
    return (f"{name}.html", f"{name}.csv")


def key_files(course: Course, modules: tuple[Module, ...]) -> dict[str, bytes]:
    """Make what translates reports on a package, by name: one key for all editions of SCORM."""
    book = codebook_of(course, modules)
    contents = (as_html(book).encode(), as_csv(book))
    return dict(zip(key_names(course, modules), contents, strict=True))


def _write_key(course: Course, modules: tuple[Module, ...], out: Path) -> Iterator[Path]:
    for name, content in key_files(course, modules).items():
        path = out / name
        write_atomically(path, content)
        yield path


def _write_folder(folder: Path, files: dict[str, bytes]) -> Path:
    """Replace a folder by another that is complete before it takes the name."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        # What is replaced goes, and this is nothing that a build made.
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    with (
        failures_naming(folder),
        tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as scratch,
    ):
        fresh, old = Path(scratch) / "new", Path(scratch) / "old"
        for name, content in files.items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if folder.exists():
            folder.rename(old)
        try:
            fresh.rename(folder)
        except OSError:
            if old.exists():
                old.rename(folder)
            raise
    return folder
