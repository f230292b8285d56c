"""Every word that an author wrote is in the package."""

from __future__ import annotations

import zipfile
from collections import Counter
from pathlib import Path

import lxml.etree
import lxml.html
import pytest

from tests.support.source_words import course_words, settings_words, words_of
from tiers_lieu_mooc.cli import main

ROOT = Path(__file__).parents[2]
COURSE = ROOT / "courses" / "tiers-lieux-ruraux"
QUIZZES = ROOT / "quizzes" / "tiers-lieux-ruraux"


@pytest.fixture(scope="module")
def package_words(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Counter[str]]:
    """The words of the whole course's page, by target."""
    out = tmp_path_factory.mktemp("dist")
    targets = ["scorm12", "scorm2004-3", "scorm2004-4", "web"]
    chosen = [part for target in targets for part in ("--target", target)]
    assert main(["build", str(COURSE), "--out", str(out), *chosen]) == 0
    return {target: _words_in(out / f"{COURSE.name}-{target}.zip") for target in targets}


def _words_in(package: Path) -> Counter[str]:
    with zipfile.ZipFile(package) as archive:
        page = lxml.html.fromstring(archive.read("index.html"))
    lxml.etree.strip_elements(page, "style", "script", "template", with_tail=False)
    # Expected forms of typed answers are no text of the page: they stand in the questions' keys.
    named = ("alt", "data-key")
    attributes = [element.get(name, "") for element in page.iter() for name in named]
    texts = [str(text) for text in page.itertext()]
    return words_of("\n".join([*texts, *attributes]))


@pytest.mark.parametrize("target", ["scorm12", "scorm2004-3", "scorm2004-4", "web"])
def test_every_word_of_the_sources_is_in_the_package(
    package_words: dict[str, Counter[str]], target: str
) -> None:
    sources = course_words(COURSE, QUIZZES)
    assert len(sources) >= 14
    assert sum(sum(words.values()) for words in sources.values()) > 8_000
    wanted: Counter[str] = sum(sources.values(), Counter())
    missing = wanted - package_words[target]
    assert missing == Counter(), {
        path: sorted(set(words) & set(missing))
        for path, words in sources.items()
        if words & missing
    }


def test_every_word_of_the_facts_is_in_the_package(package_words: dict[str, Counter[str]]) -> None:
    facts = settings_words((COURSE / "faits.yaml").read_text("utf-8"))
    assert facts - package_words["web"] == Counter()


def test_a_word_that_is_dropped_is_noticed(package_words: dict[str, Counter[str]]) -> None:
    words = course_words(COURSE, QUIZZES)
    some = next(iter(words.values()))
    for word in list(some)[:20]:
        without = package_words["web"].copy()
        del without[word]
        assert some - without
