"""The guides as pages of the preview: all of them, whole, and their links work there."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from tests.support.project import ROOT
from tests.test_guides import ENGLISH, PAPERS, anchors, links
from tests.tiers_lieu_mooc.preview_values import Client, Oven, a_build
from tiers_lieu_mooc.guide_pages import guide_names, guide_page
from tiers_lieu_mooc.preview import CourseEntry, Outcome, Workbench

MOODLE = "docs/deposer-dans-moodle.md"
READ = [each for each in PAPERS if "/regles/" not in each or each.endswith("README.md")]


@pytest.fixture
def client(tmp_path: Path) -> Client:
    entry = CourseEntry("a", "Un cours", ("courses/a",), ("essai-scorm12",))
    oven = Oven(Outcome([a_build()], courses=[entry]))
    workbench = Workbench(oven, [], tmp_path, guide=lambda name: guide_page(ROOT, name))
    workbench.refresh()
    return Client(workbench)


class Marks(HTMLParser):
    """What a page names and where it leads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]


def test_home_leads_to_the_guides(client: Client) -> None:
    home = client.get("/").text
    for name in ("docs/index.md", MOODLE):
        assert f'href="/guides/{name}"' in home
        assert client.get(f"/guides/{name}").status_code == 200


def test_where_there_are_no_guides_home_leads_to_none(tmp_path: Path) -> None:
    workbench = Workbench(Oven(Outcome([a_build()])), [], tmp_path)
    workbench.refresh()
    assert "/guides/" not in Client(workbench).get("/").text
    assert Client(workbench).get(f"/guides/{MOODLE}").status_code == 404


@pytest.mark.parametrize("paper", READ)
def test_a_guide_is_a_page_with_its_title_and_every_heading(client: Client, paper: str) -> None:
    text = client.get(f"/guides/{paper}").text
    marks = Marks(text)
    assert marks.tags.count("h1") == 1
    title = re.search(r"<title>(.*?)</title>", text)
    assert title is not None
    assert f">{title[1]}</h1>" in re.sub(r"</?code>", "", text)
    assert {*marks.ids} - {"contenu"} == anchors(paper)
    assert "<!--" not in text.partition("<main")[2]
    assert ('<div lang="en">' in text) is (paper in ENGLISH)


@pytest.mark.parametrize("paper", [each for each in READ if each.startswith("docs/")])
def test_every_link_between_guides_works_in_the_preview(client: Client, paper: str) -> None:
    here = f"/guides/{paper}"
    led = [unquote(urljoin(here, link)) for link in links(paper) if not re.match(r"[a-z]+:", link)]
    names = {link.partition("#")[0].removeprefix("/guides/") for link in led if ".md" in link}
    assert names - {*guide_names(ROOT)} == set()


def test_a_list_to_tick_has_boxes(client: Client) -> None:
    text = client.get(f"/guides/{MOODLE}").text
    assert '<li class="box">☐ ' in text
    assert "[ ] " not in text


@pytest.mark.parametrize(
    "name",
    ["pyproject.toml", "docs", "docs/absent.md", "..%2fetc%2fpasswd", "docs/../LICENSE", "%00", ""],
)
def test_no_other_file_is_a_guide(client: Client, name: str) -> None:
    assert client.get(f"/guides/{name}").status_code == 404
