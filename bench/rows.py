"""The rows of the speed and weight table, each held to its bar."""

from __future__ import annotations

import gzip
import itertools
import shutil
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.course import BenchCourse, lay_down
from bench.faults import play
from bench.live import saved_to_shown
from bench.load import commit_at_once
from bench.measure import Timing, run_process
from bench.slow_line import first_text
from bench.studying import read_through, start, study
from bench.yardstick import bare_work, content_size

_LIVE = ((42, 0.1), (300, 0.2))
"""Lessons, and seconds that the change may take."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: what, the figure, and the bar it is held to, if any."""

    what: str
    measured: str
    bar: str = ""
    is_met: bool | None = None


@dataclass(frozen=True, slots=True)
class Bench:
    """What is measured, and how often.

    Attributes:
        project: the work tree, whose own course is weighed.
        command: the installed ``tiers-lieu``.
        mkdocs: the installed ``mkdocs``, or None to leave it out.
        browser: Chromium, or None to leave the rows out that need it.
        runs: of each command; courses over 300 lessons are built once, and not by MkDocs.
    """

    project: Path
    command: Path
    mkdocs: Path | None
    browser: str | None
    runs: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What one course came to; ``mkdocs`` is None when it was left out."""

    lessons: int
    target: str
    build: Timing
    bare: Timing
    mkdocs: Timing | None

    @property
    def name(self) -> str:
        """What was built, for the table."""
        return f"{self.lessons:,} lessons"


@dataclass(frozen=True, slots=True)
class StartUp:
    """What is paid whatever the course: by any command, and by a build of five lessons."""

    help: Timing
    build: Timing


def measure_start_up(bench: Bench, smallest: BenchCourse) -> StartUp:
    """Time the shortest command and the build of the smallest course."""
    runs = max(bench.runs, 5)
    shortest = run_process([bench.command, "--help"], bench.project, runs)
    out = smallest.folder / "dist"
    return StartUp(shortest, build_cold(bench, smallest.folder, out, runs, "--target", "scorm12"))


def measure_course(bench: Bench, course: BenchCourse) -> Figures:
    """Build one course cold, and do the bare work and MkDocs's beside it."""
    is_long = course.lessons > 300
    runs = 1 if is_long else bench.runs
    out, target = course.folder / "dist", target_for(course.lessons)
    build = build_cold(bench, course.folder, out, runs, "--target", target)
    package = next(out.glob(f"*-{target}.zip"))
    bare = bare_work(course.sources, package, runs)
    mkdocs = None
    if bench.mkdocs is not None and not is_long:
        mkdocs = run_process([bench.mkdocs, "build", "--quiet", "--clean"], course.mkdocs, runs)
    return Figures(course.lessons, target, build, bare, mkdocs)


def target_for(lessons: int) -> str:
    """Give the oldest target whose LMSs can keep a learner's state for so many questions."""
    if lessons <= 100:
        return "scorm12"
    return "scorm2004-4" if lessons <= 1_000 else "web"


def build_cold(bench: Bench, folder: Path, out: Path, runs: int, *options: str) -> Timing:
    """Time whole builds, each into an empty folder; the last output stays."""
    timings = []
    for _ in range(runs):
        shutil.rmtree(out, ignore_errors=True)
        timings.append(run_process([bench.command, "build", "--out", out, *options], folder, 1))
    return Timing(
        tuple(wall for each in timings for wall in each.walls_s),
        tuple(cpu for each in timings for cpu in each.cpus_s),
        max(each.peak_mb for each in timings),
    )


def speed_rows(start: StartUp, figures: Sequence[Figures]) -> list[Row]:
    """Hold the timings to their bars."""
    rows = [
        _timed("`tiers-lieu --help`", start.help, 0.15),
        _timed("start-up: build of 5 lessons", start.build, None),
    ]
    for each in figures:
        rows += _course_rows(start, each)
    return [*rows, *_growth_rows(figures)]


def _course_rows(start: StartUp, figures: Figures) -> list[Row]:
    what, peak_mb = f"build, {figures.name}, {figures.target}", figures.build.peak_mb
    ratio = (figures.build.cpu_s - start.build.cpu_s) / figures.bare.cpu_s
    rows = [
        _timed(what, figures.build, 0.6 if figures.lessons == 30 else None),
        Row(
            f"{what}: memory",
            f"{peak_mb:.0f} MB",
            *_bar(peak_mb, 200 if figures.lessons == 300 else None, "MB"),
        ),
        _timed(f"bare render + deflate, {figures.name}", figures.bare, None),
    ]
    # Less than a few hundred lessons are lost in the start-up's own ups and downs.
    if figures.lessons >= 300:
        limit = 1.6 if figures.lessons == 300 else None
        what = f"(build − start-up) ÷ bare, {figures.name}, processor time"
        rows.append(Row(what, f"{ratio:.2f}", *_bar(ratio, limit)))
    if figures.mkdocs is not None:
        is_met = figures.build.median_s < figures.mkdocs.median_s
        shown = _seconds(figures.mkdocs)
        rows.append(Row(f"mkdocs-material, {figures.name}", shown, "slower than ours", is_met))
    return rows


def _growth_rows(figures: Sequence[Figures]) -> Iterator[Row]:
    """Give the cost of one lesson more, which stays the same where growth is linear."""
    before_ms = None
    for small, large in itertools.pairwise(figures):
        grown_s = large.build.cpu_s - small.build.cpu_s
        each_ms = 1_000 * grown_s / (large.lessons - small.lessons)
        what = f"one lesson more, from {small.lessons:,} to {large.lessons:,}, processor time"
        limit_ms = None if before_ms is None else 1.25 * before_ms
        yield Row(what, f"{each_ms:.1f} ms", *_bar(each_ms, limit_ms, "ms"))
        before_ms = each_ms


def weight_rows(bench: Bench, work: Path) -> list[Row]:
    """Weigh the page's script and style, and the project's own modules as packages."""
    bundles = bench.project / "tiers_lieu_mooc/learner/bundle"
    firsts = (bundles / f"app-{kind}.js" for kind in ("scorm12", "scorm2004", "local"))
    scripts = (max(firsts, key=_gzip_size), bundles / "tools.js")
    styles = (bundles / "app.css", bundles / "more.css")
    out = work / "modules"
    build_cold(bench, bench.project, out, 1, "--target", "scorm12", "--per", "module")
    rows = [
        _weighed("learner's first script, gzip", _gzip_size(scripts[0]), 20_000),
        _weighed("both learner's scripts, gzip", sum(map(_gzip_size, scripts)), 34_000),
        _weighed("learner style, both sheets, gzip", sum(map(_gzip_size, styles)), 9_000),
    ]
    for package in sorted(out.glob("*.zip")):
        what = f"`{package.name}` without media and control documents"
        rows.append(_weighed(what, content_size(package), 100_000))
    return rows


def live_rows(bench: Bench, work: Path) -> Iterator[Row]:
    """Time how long a saved lesson takes to show in the open preview, for two lengths of course."""
    if bench.browser is None:
        return
    for lessons, limit_s in _LIVE:
        course = lay_down(work / f"live-{lessons}", lessons)
        timing = saved_to_shown(course, bench.command, bench.browser, 8 * bench.runs)
        shown = f"{timing.median_s:.3f} s (95 % within {timing.share_s(0.95):.3f})"
        what = f"file saved → browser shows it, {lessons} lessons"
        yield Row(what, shown, *_bar(timing.median_s, limit_s, "s"))


def load_rows(bench: Bench, work: Path, browsers: int = 50, seconds: float = 60) -> Iterator[Row]:
    """Let many browsers commit to one preview at once; nothing may be lost, nor grow."""
    course = lay_down(work / "load", 5)
    load = commit_at_once(course, bench.command, browsers, seconds)
    what = f"{browsers} browsers, commits for {seconds:g} s"
    shown = f"{load.commits:,} ({load.commits / seconds:.0f} a second)"
    yield Row(f"{what}: kept after a restart", shown)
    faults = load.lost + load.errors
    yield Row(f"{what}: lost or refused", str(faults), "0", faults == 0)
    times = f"{1_000 * load.median_s:.0f} ms (95 % within {1_000 * load.slow_s:.0f})"
    yield Row(f"{what}: answered after", times)
    early, late = load.memory_mb
    shown = f"{early:.0f} MB, {late:.0f} MB"
    # Room for the allocator's own ups and downs; a message kept per commit would be tens of MB.
    yield Row(f"{what}: memory, early and late", shown, "+ 10 %", late <= 1.1 * early)


def fault_rows(bench: Bench, sessions: int) -> Iterator[Row]:
    """Play sessions under faults without a browser."""
    played = play(bench.project, sessions)
    what = (
        f"{played.sessions:,} sessions under faults, {played.launches:,} launches, "
        f"{played.answers:,} answers"
    )
    pace = f"{played.pace:,} a second"
    yield Row(f"{what}: played", pace, "≥ 1,000 a second", played.pace >= 1_000)
    yield Row(f"{what}: that lose something", str(played.failed), "0", played.failed == 0)


def reading_rows(bench: Bench, work: Path) -> list[Row]:
    """Time the first lesson of the project's own course, whole and by module, over a poor line."""
    if bench.browser is None:
        return []
    out = work / "web"
    options = ("--target", "web", "--per", "course", "--per", "module")
    build_cold(bench, bench.project, out, 1, *options)
    pages = sorted(path for path in out.iterdir() if path.is_dir())
    whole = min(pages, key=lambda path: len(path.name))
    return [
        _timed(
            f"first lesson readable at 400 kbit/s, `{page.name}`",
            first_text(page, bench.browser, bench.runs),
            1.0 if page == whole else 0.9,
        )
        for page in pages
    ]


def using_rows(bench: Bench, work: Path) -> Iterator[Row]:
    """Hold what a learner feels to its bars, in the project's own course and in a long one."""
    if bench.browser is None:
        return
    for name, folder in (
        ("our course", bench.project),
        ("40 lessons", lay_down(work / "used-40", 40).folder),
    ):
        out = work / f"used-{folder.name}"
        build_cold(bench, folder, out, 1, "--target", "scorm12", "--target", "web")
        package = next(out.glob("*-scorm12.zip"))
        page = next(path for path in out.iterdir() if path.is_dir())
        visits = range(bench.runs)
        unpacked = work / "unpacked" / folder.name
        felt = [study(package, unpacked, bench.browser).inp_ms for _ in visits]
        yield _felt_ms(f"interaction to next paint over a module, {name}", felt)
        yield from _arrival_rows(name, page, bench.browser, bench.runs)


def _arrival_rows(name: str, page: Path, browser: str, runs: int) -> Iterator[Row]:
    for is_poor_line in (False, True):
        seen = [start(page, browser, is_poor_line=is_poor_line) for _ in range(runs)]
        line = "400 kbit/s" if is_poor_line else "full speed"
        what = f"longest task at start, {line}, {name}"
        yield _felt_ms(what, [each.longest_task_ms for each in seen])
    moved = max(read_through(page, browser).shift for _ in range(runs))
    what = f"layout shift from opening to the end of a lesson, 400 kbit/s, {name}"
    yield Row(what, f"{moved:.3f}", "0", moved == 0)


def _felt_ms(what: str, times_ms: Sequence[float]) -> Row:
    median = statistics.median(times_ms)
    shown = f"{median:.0f} ms (best of {len(times_ms)} {min(times_ms):.0f})"
    return Row(what, shown, *_bar(median, 100, "ms"))


def _timed(what: str, timing: Timing, limit_s: float | None) -> Row:
    return Row(what, _seconds(timing), *_bar(timing.median_s, limit_s, "s"))


def _weighed(what: str, size: int, limit: int | None) -> Row:
    bar = None if limit is None else limit / 1_000
    return Row(what, f"{size / 1_000:.1f} kB", *_bar(size / 1_000, bar, "kB"))


def _bar(value: float, limit: float | None, unit: str = "") -> tuple[str, bool | None]:
    return ("", None) if limit is None else (f"≤ {limit:.3g} {unit}".strip(), value <= limit)


def _seconds(timing: Timing) -> str:
    runs = len(timing.walls_s)
    details = ["one run" if runs == 1 else f"best of {runs} {timing.best_s:.2f}"]
    if timing.cpus_s:
        details.append(f"processor {timing.cpu_s:.2f}")
    return f"{timing.median_s:.2f} s ({', '.join(details)})"


def _gzip_size(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))
