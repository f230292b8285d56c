"""What the home page shows: courses with their packages, findings, the time of the last build."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from tiers_lieu_mooc.preview.listing import grouped, summary
from tiers_lieu_mooc.preview.qr import qr_code
from tiers_lieu_mooc.preview.wording import PAPERS, TARGETS
from tiers_lieu_mooc.preview.workbench import Build, CourseEntry, Shown


@dataclass(frozen=True)
class PackageLink:
    """One package on the home page; ``size`` is in bytes, ``file`` its name as a zip."""

    key: str
    target: str
    size: int
    file: str
    is_stale: bool


@dataclass(frozen=True)
class PackageGroup:
    """The packages of one course or module, one for each target.

    Attributes:
        papers: files of the reading key that all of them share, each with what kind it is; none
            where it is not offered.
    """

    title: str
    links: Sequence[PackageLink]
    papers: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class CourseGroup:
    """A course, whole and by module.

    Attributes:
        quality: identifier that leads to the page about its quality; "" when there is no such page.
        findings: how many of each severity are about it; "" for none.
    """

    title: str
    groups: Sequence[PackageGroup]
    quality: str = ""
    findings: str = ""


def home_view(shown: Shown, shared_address: str, editor: str = "") -> dict[str, object]:
    """Give everything that ``home.html.j2`` expects.

    Args:
        shared_address: what phones of the same network open, key included; "" when the preview is
            for this machine only. Reading keys are for trainers: whoever has that link may be a
            learner, and is not offered them.
        editor: form of the addresses by which findings open in an editor; "" for none.
    """
    return {
        "courses": _courses(shown, has_papers=not shared_address),
        "findings": grouped(shown.findings, editor),
        "trouble": shown.trouble,
        "is_stale": bool(shown.stale),
        "built_at": shown.built_at,
        "shared_address": shared_address,
        "qr": qr_code(shared_address) if shared_address else None,
    }


def _courses(shown: Shown, *, has_papers: bool) -> list[CourseGroup]:
    entered = {key for entry in shown.courses.values() for key in entry.keys}
    others = [build for key, build in shown.builds.items() if key not in entered]
    titles = dict.fromkeys(build.course for build in others)
    found = [
        *(_entered(entry, shown) for entry in shown.courses.values()),
        *(
            CourseGroup(title, _groups([each for each in others if each.course == title], shown))
            for title in titles
        ),
    ]
    return found if has_papers else [_without_papers(each) for each in found]


def _without_papers(course: CourseGroup) -> CourseGroup:
    return replace(course, groups=[replace(each, papers=()) for each in course.groups])


def _entered(entry: CourseEntry, shown: Shown) -> CourseGroup:
    builds = [shown.builds[key] for key in entry.keys if key in shown.builds]
    return CourseGroup(
        title=entry.title,
        groups=_groups(builds, shown),
        quality=entry.id,
        findings=summary(each for each in shown.findings if entry.is_about(each)),
    )


def _groups(builds: Sequence[Build], shown: Shown) -> list[PackageGroup]:
    modules = dict.fromkeys(build.module for build in builds)
    return [
        PackageGroup(
            module or "Cours entier",
            [_link(build, shown) for build in builds if build.module == module],
            _papers([build for build in builds if build.module == module]),
        )
        for module in modules
    ]


def _papers(builds: Sequence[Build]) -> list[tuple[str, str]]:
    keys = (build.reading_key for build in builds if build.reading_key is not None)
    key = next(keys, None)
    return [] if key is None else [(name, PAPERS[PurePath(name).suffix]) for name in key.names]


def _link(build: Build, shown: Shown) -> PackageLink:
    target = TARGETS.get(build.target, build.target)
    is_stale = build.key in shown.stale
    return PackageLink(build.key, target, build.size_bytes, build.zip_name, is_stale)
