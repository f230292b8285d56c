"""Page and media → package; the last module that knows both worlds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scorm_export.package import Asset, Item, Package
from tiers_lieu_mooc.learner import FrontEnd
from tiers_lieu_mooc.model.course import Course, Module
from tiers_lieu_mooc.rendering import Page

LAUNCH_FILE = "index.html"
SCRIPT_FILE = "app.js"
TOOLS_FILE = "tools.js"

# Two patterns that begin with a plain word: one with a choice in front takes ten times as long.
_SHOWN = re.compile(r'src="([^"]+)"')
_LINKED = re.compile(r'href="([^"#:]+)"')


def package_name(course: Course, modules: Sequence[Module]) -> str:
    """Give the stable identifier of what is packaged: the course, or the course and its module.

    LMSs key learners' records on it, so it depends on nothing else.
    """
    if len(modules) == len(course.modules):
        return course.id
    return "-".join([course.id, *(module.id for module in modules)])


def bundle(
    course: Course, modules: Sequence[Module], page: Page, recorder: str, front_end: FrontEnd
) -> Package:
    """Gather a page, its script and the media that it shows.

    Args:
        recorder: kind of LMS that the page will meet (``Target.recorder``).
    """
    name = package_name(course, modules)
    media = {*_SHOWN.findall(page.html), *_LINKED.findall(page.html)}
    assets = [
        Asset(LAUNCH_FILE, page.for_recorder(recorder).encode()),
        Asset(SCRIPT_FILE, front_end.script),
        Asset(TOOLS_FILE, front_end.tools),
        *(Asset(path, file.content) for path, file in course.media.items() if path in media),
    ]
    item = Item(identifier=name, title=page.title, href=LAUNCH_FILE)
    return Package(identifier=name, title=page.title, items=(item,), assets=tuple(assets))
