"""What an open page has to replace after a save: the sections that differ, or everything."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.support.small_course import SmallCourse
from tiers_lieu_mooc.building import Workshop, check_course, outputs_of
from tiers_lieu_mooc.cli.memory import Recent
from tiers_lieu_mooc.preview.patching import Edition, Section, changes
from tiers_lieu_mooc.targets import Split, Target

QUESTION = """\
::: qcu #{name}
{stem}

- [x] Un lieu ouvert
- [ ] Une mairie
:::
"""
LESSONS = {
    "un": "Un texte.\n\n" + QUESTION.format(name="q1", stem="Quel lieu ?"),
    "deux": "Un autre texte.\n\n" + QUESTION.format(name="q2", stem="Quel autre lieu ?"),
}
BANK = QUESTION.format(name="q3", stem="Que retenir ?")


def edition(root: Path, lessons: dict[str, str], bank: str = BANK, **files: str) -> Edition:
    """Build the package for SCORM 1.2 of a course with these lessons."""
    folder = SmallCourse(lessons, bank, files=files).write(root, "essai")
    checked = check_course(folder, datetime.date(2026, 1, 1))
    assert checked.course is not None
    output = outputs_of(checked.course, [Target("scorm12")], [Split.COURSE])[0]
    return Edition(Workshop(checked.course).make(output).files, "index.html")


def named(found: list[Section] | None) -> dict[str, list[str]]:
    assert found is not None
    return {each.id: each.kept for each in found}


def test_a_lesson_that_was_reworded_is_all_that_changes(tmp_path: Path) -> None:
    old = edition(tmp_path, LESSONS)
    new = edition(tmp_path, LESSONS | {"un": LESSONS["un"].replace("Un texte", "Mieux")})
    found = changes(old, new)
    assert named(found) == {"comprendre/un": ["q-q1"]}
    assert found is not None
    assert "<p>Mieux.</p>" in found[0].html
    assert found[0].html.startswith("<section")
    assert found[0].html.rstrip().endswith("</section>")


def test_a_question_that_was_reworded_is_not_kept(tmp_path: Path) -> None:
    old = edition(tmp_path, LESSONS)
    text = LESSONS["deux"].replace("Quel autre lieu", "Quel endroit")
    new = edition(tmp_path, LESSONS | {"deux": text})
    assert named(changes(old, new)) == {"comprendre/deux": []}


def test_a_bank_changes_its_quiz(tmp_path: Path) -> None:
    old = edition(tmp_path, LESSONS)
    new = edition(tmp_path, LESSONS, BANK.replace("Que retenir", "Que garder"))
    assert named(changes(old, new)) == {"comprendre/quiz": []}


def test_what_was_saved_unchanged_changes_nothing(tmp_path: Path) -> None:
    assert changes(edition(tmp_path, LESSONS), edition(tmp_path, LESSONS)) == []


@pytest.mark.parametrize(
    ("lessons", "bank"),
    [
        pytest.param({"deux": LESSONS["deux"], "un": LESSONS["un"]}, BANK, id="order"),
        pytest.param({"un": LESSONS["un"]}, BANK, id="lesson removed"),
        pytest.param(LESSONS | {"trois": "Un texte.\n"}, BANK, id="lesson added"),
        pytest.param(LESSONS, BANK + QUESTION.format(name="q4", stem="Et ?"), id="data block"),
    ],
)
def test_more_than_sections_asks_for_the_whole_page(
    tmp_path: Path, lessons: dict[str, str], bank: str
) -> None:
    assert changes(edition(tmp_path, LESSONS), edition(tmp_path, lessons, bank)) is None


def test_another_file_of_the_package_asks_for_the_whole_page(tmp_path: Path) -> None:
    old = edition(tmp_path, LESSONS)
    assert changes(old, Edition({**old.files, "app.js": b"other"}, "index.html")) is None
    assert changes(old, Edition({**old.files, "media/x.png": b""}, "index.html")) is None


@pytest.mark.parametrize("page", ["", "<h1>Un</h1>", '<section class="page" id="a" data-page>'])
def test_a_page_that_is_none_of_ours_is_loaded_again(page: str) -> None:
    one, other = (Edition({"index.html": (page + end).encode()}, "index.html") for end in "ab")
    assert changes(one, other) is None


def test_what_is_remembered_makes_the_same_page(tmp_path: Path) -> None:
    """Rebuilding with a memory of what was made before gives what a fresh build gives."""
    memory = Recent()
    texts = [
        LESSONS,
        LESSONS | {"un": LESSONS["un"].replace("Un texte", "Mieux")},
        LESSONS | {"deux": "Plus de question.\n"},
        {"deux": LESSONS["deux"], "un": LESSONS["un"]},
        LESSONS | {"un": LESSONS["un"].replace("- [ ] Une", "- [x] Une")},
        LESSONS,
    ]
    for lessons in texts:
        folder = SmallCourse(lessons, BANK).write(tmp_path, "essai")
        made = []
        for remembered in (memory, None):
            checked = check_course(folder, datetime.date(2026, 1, 1), memory=remembered)
            assert checked.course is not None
            outputs = outputs_of(checked.course, [Target.WEB], [Split.COURSE])
            made.append(Workshop(checked.course, remembered).make(outputs[0]).files)
        memory.forget()
        assert made[0] == made[1]


def test_a_memory_lets_go_what_two_rebuilds_did_not_use() -> None:
    memory = Recent()
    memory.update({"a": 1, "b": 2})
    memory.forget()
    assert memory["a"] == 1
    assert len(memory) == 2
    memory.forget()
    assert dict(memory) == {"a": 1}
    del memory["a"]
    assert "a" not in memory
