"""Page and media → package; the last module that knows both worlds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scorm_export.package import Asset, Item, Package
from tiers_lieu_mooc.learner import FrontEnd
from tiers_lieu_mooc.model.course import Course, Module, package_name
from tiers_lieu_mooc.rendering import Page

LAUNCH_FILE = "index.html"
STYLE_FILE = "more.css"
SCRIPT_FILE = "app.js"
TOOLS_FILE = "tools.js"
WITNESS_FILE = "temoin.txt"
"""Fetched anew after a commit: only its content proves that the session lives (UX §4.3, step 4)."""

# Two patterns that begin with a plain word: one with a choice in front takes ten times as long.
_SHOWN = re.compile(r'src="([^"]+)"')
_LINKED = re.compile(r'href="([^"#:]+)"')


def bundle(
    course: Course, modules: Sequence[Module], page: Page, recorder: str, front_end: FrontEnd
) -> Package:
    """Gather a page, its style, its scripts and the media that it shows.

    Args:
        recorder: kind of LMS that the page will meet (``Target.recorder``).
    """
    name = package_name(course, modules)
    media = media_in(page.html)
    assets = [
        Asset(LAUNCH_FILE, page.for_recorder(recorder).encode()),
        Asset(STYLE_FILE, front_end.more_style),
        Asset(SCRIPT_FILE, front_end.scripts[recorder]),
        Asset(TOOLS_FILE, front_end.tools),
        *_witness(name, recorder),
        *(Asset(path, file.content) for path, file in course.media.items() if path in media),
    ]
    item = Item(identifier=name, title=page.title, href=LAUNCH_FILE)
    return Package(identifier=name, title=page.title, items=(item,), assets=tuple(assets))


def media_in(html: str) -> set[str]:
    """Give the files that some markup shows or links to, and whatever else it names like one."""
    return {*_SHOWN.findall(html), *_LINKED.findall(html)}


def _witness(name: str, recorder: str) -> list[Asset]:
    """Give the tiny file whose content the page knows; where no LMS is meant there is none."""
    return [] if recorder == "local" else [Asset(WITNESS_FILE, f"temoin {name}\n".encode())]
