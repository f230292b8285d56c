"""One small course in four revisions, as authors republish it while learners are at work."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tests.support.eleven_kinds import eleven_questions
from tests.support.small_course import SmallCourse
from tiers_lieu_mooc.building import Workshop, check_course, outputs_of
from tiers_lieu_mooc.releasing import Release
from tiers_lieu_mooc.targets import Split, Target

Package = dict[str, bytes]
Change = tuple[bytes, bytes]
"""What is replaced in a script, and by what."""
TARGETS = (Target.SCORM_12, Target.SCORM_2004_4)
REVISIONS = 4

_KINDS = ["::: " + each for each in eleven_questions().split("\n::: ")[1:]]
_RETIRED = "comprendre/qcm"
_MORE = "::: qcu #nouvelle\nobjectifs : O1\n\nEst-ce nouveau ?\n\n- [x] Oui\n- [ ] Non\n:::\n"
_BANK = eleven_questions("q-").replace("_", "-")


def _lesson(*questions: str) -> str:
    return "Un texte.\n\n" + "\n\n".join(questions)


def _revisions() -> tuple[SmallCourse, ...]:
    first, second, third = _lesson(*_KINDS[:4]), _lesson(*_KINDS[4:8]), _lesson(*_KINDS[8:])
    reworded = first.replace("Qui décide dans un tiers-lieu ?", "Qui donc décide ici ?")
    retired = _lesson(_KINDS[0], *_KINDS[2:4])
    return (
        SmallCourse({"un": first, "deux": second, "trois": third}, _BANK, "tirage: 4"),
        SmallCourse({"trois": third, "un": reworded, "deux": second}, _BANK, "tirage: 4"),
        SmallCourse(
            {"trois": third, "neuf": _lesson(_MORE), "un": retired, "deux": second},
            _BANK,
            "tirage: 4",
        ),
        SmallCourse(
            {"un": retired, "deux": second, "trois": third, "neuf": _lesson(_MORE)},
            _BANK,
            "tirage: 6",
        ),
    )


@cache
def packages() -> dict[str, tuple[Package, ...]]:
    """Build every revision: files by path, one package after the other, by target."""
    built: dict[str, list[Package]] = {each.value: [] for each in TARGETS}
    with tempfile.TemporaryDirectory() as scratch:
        published = ""
        for course in _revisions():
            folder = course.write(Path(scratch), "essai")
            published = _publish(folder, published)
            for target, package in _build(folder).items():
                built[target].append(package)
    return {target: tuple(each) for target, each in built.items()}


def _publish(folder: Path, published: str) -> str:
    """Retire and release identifiers as authors do before they build, and give the file's text."""
    today = datetime.date.today()
    (folder / "published-ids.txt").write_text(published, "utf-8")
    course = check_course(folder, today).course
    assert course is not None
    release = Release(course, published)
    written = {each.full_name for lesson in course.lessons for each in lesson.questions}
    if _RETIRED in published.splitlines() and _RETIRED not in written:
        release.retire(_RETIRED, today)
    release.append()
    (folder / "published-ids.txt").write_text(release.text, "utf-8")
    return release.text


def _build(folder: Path) -> dict[str, Package]:
    checked = check_course(folder, datetime.date.today())
    assert checked.course is not None, [each.message for each in checked.found]
    workshop = Workshop(checked.course)
    outputs = outputs_of(checked.course, TARGETS, [Split.COURSE])
    return {each.target.value: workshop.make(each).files for each in outputs}


def patched_all(packages: Sequence[Package], changes: Sequence[Change]) -> tuple[Package, ...]:
    """Break the script of every revision on purpose."""
    return tuple(_patched(each, changes) for each in packages)


def _patched(package: Package, changes: Sequence[Change]) -> Package:
    script = package["app.js"]
    for old, new in changes:
        assert old in script, f"the script does not hold {old!r}"
        script = script.replace(old, new)
    return {**package, "app.js": script}
