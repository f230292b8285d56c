"""What the preview shows: the packages of the last build that worked, and what was found since."""

from __future__ import annotations

import datetime
import hashlib
import logging
import secrets
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from markupsafe import Markup

from scorm_export.archive import pack
from scorm_export.diagnostic import Diagnostic, has_errors
from tiers_lieu_mooc.preview.patching import Edition
from tiers_lieu_mooc.quality import Quality

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class ReadingKey:
    """What tells trainers, question by question, what an LMS's report on a package means.

    Attributes:
        names: of its files, in the order in which they are offered.
        make: gives each file by its name; called once, when the first is needed.
    """

    names: tuple[str, ...]
    make: Callable[[], Mapping[str, bytes]]

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """Every file by its name."""
        return self.make()


@dataclass(frozen=True)
class Build:
    """One package as it can be served.

    Attributes:
        key: names it in addresses, letters, digits, ``.``, ``_`` and ``-``; unique, and the same
            from one build of the course to the next, since learners' attempts hang on it.
        course: the course's title.
        module: the module's title; "" for the whole course.
        target: ``scorm12``, ``scorm2004-3``, ``scorm2004-4``, or ``web`` where no LMS is meant.
        make: gives every file of the package; called once, when the package is first needed.
        launch: the file that is opened.
        reading_key: stands beside the package, never in it, since it holds the right answers; None
            where no LMS reports anything.
    """

    key: str
    course: str
    module: str
    target: str
    make: Callable[[], Mapping[str, bytes]]
    launch: str = "index.html"
    reading_key: ReadingKey | None = None

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """Every file by its path inside the package."""
        return self.make()

    @cached_property
    def edition(self) -> Edition:
        """The same files, ready to be compared with those of another build."""
        return Edition(self.files, self.launch)

    @property
    def zip_name(self) -> str:
        """Name of the package as a file, the one that ``tiers-lieu build`` gives it."""
        return f"{self.key}.zip"

    def as_zip(self) -> bytes:
        """Give the package as it is uploaded to an LMS."""
        return pack(self.files)

    @cached_property
    def size_bytes(self) -> int:
        """Weight of the package as a zip."""
        return len(self.as_zip())

    @cached_property
    def fingerprint(self) -> str:
        """Differs when a name or a byte of the package differs."""
        whole = hashlib.sha256()
        for name, content in sorted(self.files.items()):
            whole.update(f"{len(name)} {len(content)} {name}".encode())
            whole.update(content)
        return whole.hexdigest()[:16]


def _unexplained(_code: str) -> Markup | None:
    return None


def _no_guide(_name: str) -> tuple[str, Markup] | None:
    return None


def _no_text(_path: str) -> str:
    return ""


@dataclass(frozen=True)
class CourseEntry:
    """A course, whether packages of it can be made or not.

    Attributes:
        id: names it in addresses.
        sources: folders of its texts, as findings show them.
        keys: of its packages.
        measure: looks at its quality, which nobody waits for before the page is asked for; None
            when the course cannot be put together.
    """

    id: str
    title: str
    sources: tuple[str, ...]
    keys: tuple[str, ...] = ()
    measure: Callable[[], Quality] | None = None

    @cached_property
    def quality(self) -> Quality | None:
        """What was measured, once for each rebuild."""
        return None if self.measure is None else self.measure()

    def is_about(self, finding: Diagnostic) -> bool:
        """Tell whether a finding is about one of its sources."""
        return finding.at.path.startswith(tuple(f"{source}/" for source in self.sources))


@dataclass(frozen=True)
class Outcome:
    """What one rebuild gave: the packages that could be made, and what was found.

    Attributes:
        closer: looks closer, and gives all findings; None when these are all. Packages do not wait
            for it, nor for errors that only it finds: they keep no page from being drawn.
        text_at: gives the text of a source by the path that findings show; "" for any other.
        courses: every course that was looked at, in the order of the home page.
    """

    builds: Sequence[Build]
    findings: Sequence[Diagnostic] = ()
    closer: Callable[[], Sequence[Diagnostic]] | None = None
    text_at: Callable[[str], str] = _no_text
    courses: Sequence[CourseEntry] = ()


@dataclass(frozen=True)
class Shown:
    """What the preview shows at one moment.

    Attributes:
        stale: keys of packages that the last rebuild did not give because of an error.
        trouble: a French sentence when the last rebuild could not run at all; "" otherwise.
        token: differs from one rebuild to the next, whatever came of it; "" before the first.
        text_at: gives the text of a source, as it was when the findings were made.
        courses: by identifier; those that can no longer be put together are measured as they were.
        built_at: when the last rebuild that could run was over; None before the first.
    """

    builds: Mapping[str, Build] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()
    stale: frozenset[str] = frozenset()
    trouble: str = ""
    token: str = ""
    text_at: Callable[[str], str] = _no_text
    courses: Mapping[str, CourseEntry] = field(default_factory=dict)
    built_at: datetime.datetime | None = None


class Workbench:
    """Rebuilds on demand and keeps the last good package of each kind."""

    def __init__(
        self,
        rebuild: Callable[[], Outcome],
        watched: Iterable[Path],
        cache: Path,
        explain: Callable[[str], Markup | None] = _unexplained,
        guide: Callable[[str], tuple[str, Markup] | None] = _no_guide,
    ) -> None:
        """Prepare; nothing is built yet.

        Args:
            rebuild: makes everything anew; called from one thread at a time.
            watched: folders whose changes ask for a rebuild.
            cache: folder for learners' attempts; made when needed.
            explain: gives the page of a rule by its code; None when there is none.
            guide: gives title and text of a paper of the project by its path in it; None for none.
        """
        self._rebuild = rebuild
        self.watched = tuple(watched)
        self.cache = cache
        self.explain = explain
        self.guide = guide
        self.shown = Shown()
        self._closer: tuple[str, Callable[[], Sequence[Diagnostic]]] | None = None
        self._swap = threading.Lock()

    def refresh(self) -> Shown:
        """Rebuild; what worked replaces what was shown, what broke leaves the older package.

        Findings that take longer are those of the last look until ``look_closer``.
        """
        gone = [str(path) for path in self.watched if not path.exists()]
        if gone:
            return self._keep_with(f"Le dossier « {gone[0]} » n’existe plus.")
        try:
            outcome = self._rebuild()
        except Exception:  # noqa: BLE001 -- the outermost door: the server must outlive a rebuild
            _LOG.exception("rebuild failed")
            return self._keep_with(
                "La construction s’est arrêtée sur une erreur du programme : "
                "le terminal en garde la trace."
            )
        with self._swap:
            self.shown = _replaced(self.shown, outcome)
            self._closer = (self.shown.token, outcome.closer) if outcome.closer else None
        return self.shown

    def look_closer(self) -> bool:
        """Look for the findings that take longer; tell whether there is something new to show."""
        if self._closer is None:
            return False
        token, look = self._closer
        try:
            findings = tuple(look())
        except Exception:  # noqa: BLE001 -- the outermost door again
            _LOG.exception("looking closer failed")
            return False
        with self._swap:
            if self.shown.token != token:
                return False
            self._closer = None
            is_new = findings != self.shown.findings
            if is_new:
                self.shown = replace(self.shown, findings=findings, token=_token())
        return is_new

    def _keep_with(self, trouble: str) -> Shown:
        with self._swap:
            old = self.shown
            self.shown = replace(old, stale=frozenset(old.builds), trouble=trouble, token=_token())
            self._closer = None
        return self.shown


def _replaced(old: Shown, outcome: Outcome) -> Shown:
    is_first_look = outcome.closer is not None and not has_errors(outcome.findings)
    fresh = {build.key: build for build in outcome.builds}
    kept = dict(old.builds) if has_errors(outcome.findings) else {}
    return Shown(
        builds=kept | fresh,
        findings=old.findings if is_first_look else tuple(outcome.findings),
        stale=frozenset(kept) - frozenset(fresh),
        token=_token(),
        text_at=outcome.text_at,
        courses={each.id: _measurable(each, old.courses.get(each.id)) for each in outcome.courses},
        built_at=datetime.datetime.now().astimezone(),
    )


def _measurable(fresh: CourseEntry, old: CourseEntry | None) -> CourseEntry:
    return old if old is not None and fresh.measure is None else fresh


def _token() -> str:
    return secrets.token_hex(8)
