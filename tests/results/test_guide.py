"""« Lire les résultats » : what the guide quotes is what the program says."""

from __future__ import annotations

import re
from pathlib import Path

from tests.results.desk import Desk
from tests.support.moodle_report import Person, report_on

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/lire-les-resultats.md").read_text("utf-8").replace("\u00a0", " ")


def test_each_sentence_that_the_guide_explains_is_one_that_the_program_says() -> None:
    table = GUIDE.split("## Quand cela ne marche pas")[1].split("\n## ")[0]
    quoted = [
        each
        for cell in re.findall(r"^\| (« [^|]+) \|", table, re.MULTILINE)
        for each in re.findall(r"« ([^»]+) »", cell)
    ]
    assert len(quoted) == 10
    sources = [
        *(ROOT / "tiers_lieu_mooc/results").glob("*.py"),
        ROOT / "tiers_lieu_mooc/cli/resultats_command.py",
    ]
    said = " ".join(path.read_text("utf-8").replace("\u00a0", " ") for path in sources)
    said = re.sub(r'"\s*\n\s*f?"', "", said)
    assert [each for each in quoted if each.casefold() not in said.casefold()] == []


def test_the_parts_of_the_page_are_those_that_the_guide_names(
    desk: Desk, group: list[Person]
) -> None:
    desk.run(report_on(group))
    headings = re.findall(r"<h2>(.*?)</h2>", desk.page())
    part = GUIDE.split("## 3.")[1].split("\n## ")[0]
    assert re.findall(r"^\| ([^|]+?) \| (?!Ce |---)", part, re.MULTILINE)[-4:] == headings


def test_the_reasons_that_the_guide_explains_are_all_that_there_are() -> None:
    part = GUIDE.split("## 4.")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (?!La raison|---)([^|]+) \|", part, re.MULTILINE)
    advice = (ROOT / "tiers_lieu_mooc/results/advice.py").read_text("utf-8")
    assert len(rows) == 6
    # One row of the guide for each kind; idle answers are one or several, a rival clear or not.
    assert len(re.findall(r"Reason\(\n", advice)) == len(rows) + 2


def test_the_guide_s_way_from_an_identifier_to_its_place_leads_there() -> None:
    """Also for a part of a question."""
    pairs = re.findall(r"`([a-z_]+)(?:\.\d)?` s’écrit `#([a-z-]+)`", GUIDE)
    sources = [*(ROOT / "courses").rglob("*.md"), *(ROOT / "quizzes").rglob("*.md")]
    written = " ".join(path.read_text("utf-8") for path in sources)
    assert len(pairs) == 2
    for reported, typed in pairs:
        assert reported.replace("_", "-") == typed
        assert re.search(rf"#{typed}\b", written)


def test_the_guide_takes_a_trainer_five_minutes() -> None:
    """At 200 words a minute, without what is there for troubles only."""
    path, troubles = GUIDE.split("## Quand cela ne marche pas")
    assert len(path.split()) <= 1_000
    assert len(troubles.split()) <= 400


def test_the_example_of_the_guide_has_the_shape_of_what_the_program_prints(
    desk: Desk, group: list[Person]
) -> None:
    """Its questions and numbers are those of one day; its sentences are the program's."""
    _, said = desk.run(report_on(group))
    shown = GUIDE.split("```text")[1].split("```")[0]
    assert shape(shown) <= shape(said)


def shape(text: str) -> set[str]:
    """Give the sentences of an answer, its quotations and numbers left out."""
    plain = " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())
    without = re.sub(r"« .*? »(?=[ ).])|[−\d][\d ,]*", "…", plain)
    return {*re.findall(r"À regarder d’abord|• [^.]*?(?= :)|réponses à … ?questions", without)}
