"""The figures as a page: machine, date, versions, our rows, the peers' figures."""

from __future__ import annotations

import datetime
import importlib.metadata
import os
import platform
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.peers import PEERS
from bench.rows import Row

_LIBRARIES = ("markdown-it-py", "pydantic", "jinja2", "lxml")
_SIGNS = {None: "", True: "met", False: "**missed**"}


def table(rows: Iterable[Row]) -> str:
    """Lay rows out as a Markdown table, columns aligned."""
    cells = [(row.what, row.measured, row.bar, _SIGNS[row.is_met]) for row in rows]
    return _laid_out(("what", "measured", "bar", ""), cells)


def page(rows: Iterable[Row], measured_on: str, today: datetime.date) -> str:
    """Write the whole of ``docs/benchmarks.md``; ``measured_on`` is the machine."""
    return _PAGE.format(
        date=today.strftime("%d %B %Y"),
        machine=measured_on,
        versions=", ".join(f"{name} {importlib.metadata.version(name)}" for name in _LIBRARIES),
        rows=table(rows),
        peers=_laid_out(
            ("tool", "30 lessons", "300 lessons", "peak, 30", "JS gzip", "CSS gzip", "first text"),
            PEERS,
        ),
    )


def machine() -> str:
    """Describe the machine and how busy it is now; to be asked before the first run."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return (
        f"{os.cpu_count()} cores ({_processor()}), {memory:.0f} GB of memory,"
        f" {platform.freedesktop_os_release()['PRETTY_NAME']},"
        f" Python {platform.python_version()}; load {os.getloadavg()[0]:.1f} before the first run"
    )


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _laid_out(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    listed = [tuple(heads), *(tuple(row) for row in rows)]
    widths = [max(len(row[column]) for row in listed) for column in range(len(heads))]
    lines = ["| " + " | ".join(map(str.ljust, row, widths)) + " |" for row in listed]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


_PAGE = """\
# Benchmarks

Written by `scripts/bench --write` on {date}; `scripts/bench` prints the same rows for your machine.

- Machine: {machine}.
- Versions: {versions}.
- Courses: made by `bench/course.py`; five lessons a module, 597 words of French in each (headings,
  list, table, quote, link), one question a lesson in the modules' banks, one quoted in each lesson.
- A build is a whole process, `tiers-lieu build`, one package for the course, started cold into an
  empty folder. Times are medians; processor time leaves out what else the machine did.
- The target is the oldest that can keep a learner's work for so many questions: SCORM 1.2 gives
  4,096 characters, of which one question takes 20 or so; 2004 gives seven times that.
- The bare work is markdown-it-py rendering the same Markdown and zlib packing the bytes that the
  package holds: no reading, no checking, no questions. It is what no compiler can do without.
- Material for MkDocs builds the same text in the same run, from its own environment; its pages have
  no quiz, no tracking, no package. It is left out at 3,000 lessons, where it needs more than five
  minutes.

- What a learner feels is noted by the browser itself, its processor slowed down four times. An
  interaction lasts from the gesture to the next painted frame (Event Timing, steps of 8 ms); the
  learner looks at the page for a second, opens every lesson of the first module that has a quiz,
  answers, checks, takes the quiz, reads it again and sends it, in the SCORM 1.2 package under an
  LMS of one line whose every commit blocks the page for 150 ms, as synchronous ones do. Commits
  come after the frame has been painted and the learner here pauses until they are over: a gesture
  made during one waits for its end. Long tasks are counted from navigation until both scripts are
  ready, with the LMS left out.

{rows}

## Other tools

Measured on 22 November 2026 on a machine of the same kind, for comparable courses: 30 lessons in 6
modules and 300 in 60, 597 words each, with a picture of 74 kB a lesson. JS and CSS are what a
package carries; first text is when the first lesson can be read at 400 kbit/s and 400 ms, without
compression.

{peers}
"""
