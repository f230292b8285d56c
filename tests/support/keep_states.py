"""Plays a released package and keeps the states that its own scripts wrote.

``python -m tests.support.keep_states A SCRATCH`` plays ``tests/released/A-scorm12.zip`` in
Chromium and writes ``tests/states/A/``. It refuses to touch what is there: the corpus only grows.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from scorm_export.archive import unpack
from tests.support import eleven_kinds
from tests.support.chromium import chromium
from tests.support.learner import Learner, asked_in
from tests.support.plain_lms import held, launch
from tests.support.replies import Reply, partial, right, wrong
from tests.support.small_course import SmallCourse, questions_of
from tiers_lieu_mooc.model.quiz import QuestionNode

TESTS = Path(__file__).parents[1]
_READER = Path(__file__).with_name("read_state.js")

Keep = Callable[[str], None]


def main(letter: str, scratch: Path) -> None:
    """Play the package of one format of the state; ``scratch`` is a folder of no importance."""
    folder = TESTS / "states" / letter
    folder.mkdir(parents=True)
    files = unpack(TESTS / "released" / f"{letter}-scorm12.zip")
    course = SmallCourse({"definir": eleven_kinds.eleven_questions()}, _bank())
    with chromium() as browser:
        page = browser.new_context(locale="fr-FR").new_page()
        launch(page, files)
        keys = page.locator("[data-question]").evaluate_all(
            "forms => Object.fromEntries(forms.map(form => "
            "[form.dataset.index, {kind: form.dataset.kind, key: JSON.parse(form.dataset.key)}]))"
        )
        _write(folder / "keys.json", keys)
        _play(page, questions_of(course, scratch), lambda name: _keep(folder, name, page, keys))


def _bank() -> str:
    return eleven_kinds.eleven_questions("b-")


def _keep(folder: Path, name: str, page: Page, keys: dict[str, Any]) -> None:
    state = held(page)["cmi.suspend_data"]
    told = subprocess.run(
        ["node", _READER],
        input=json.dumps({"state": state, "keys": keys}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    _write(folder / f"{name}.json", {"state": state, "decoded": json.loads(told.stdout)})


def _write(path: Path, value: object) -> None:
    with path.open("x", encoding="utf-8") as file:
        file.write(json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def _play(page: Page, questions: Iterable[QuestionNode], keep: Keep) -> None:
    """Work through the whole course of ``tests/released/README.md``, and keep the way there."""
    learner = Learner(page)
    inline = [each for each in questions if not each.id.startswith("b-")]
    bank = [each for each in questions if each.id.startswith("b-")]
    expect(page.locator("[data-ready]").first).to_be_attached()
    keep("opened")
    _go(page, "comprendre/definir")
    keep("a-lesson-opened")
    _answer(learner, inline, lambda each: partial(each) or right(each), is_checked=False)
    keep("answers-not-handed-in")
    _answer(learner, inline, wrong, is_checked=True)
    keep("answers-wrong")
    _answer(learner, inline, right, is_checked=True)
    keep("answers-right")
    page.locator(".open [data-done]").click()
    keep("a-lesson-done")
    _go(page, "comprendre/quiz")
    _take_quiz(learner, bank, keep)
    _go(page, "comprendre/lieu")
    page.locator(".open [data-done]").click()
    _go(page, "lancer/agir")
    keep("all-but-the-last-lesson")


def _go(page: Page, section: str) -> None:
    """Open a section by its address: menus change from one version to the next."""
    page.evaluate("section => { location.hash = section; }", section)
    expect(page.locator(f"[id='{section}']")).to_have_class(re.compile("open"))


def _answer(
    learner: Learner,
    questions: list[QuestionNode],
    reply: Callable[[QuestionNode], Reply],
    *,
    is_checked: bool,
) -> None:
    for question in questions:
        group = learner.question(question)
        learner.reply(reply(question), group)
        if is_checked and question.id != "texte":
            learner.check(group)


def _take_quiz(learner: Learner, bank: list[QuestionNode], keep: Keep) -> None:
    by_words = {asked_in(each): each for each in bank}
    learner.start_quiz()
    for _ in range(3):
        shown = learner.shown()
        asked = next(each for words, each in by_words.items() if words.startswith(shown))
        learner.reply(wrong(asked), learner.question(shown))
        learner.press("Question suivante")
    keep("a-quiz-begun")
    learner.take_quiz(bank, {})
    learner.send()
    keep("a-quiz-failed")
    learner.press("Recommencer le quiz")
    some = {each.id: right(each) for each in bank[::2]}
    learner.take_quiz(bank, some)
    learner.send()
    keep("a-quiz-sent-twice")
    learner.press("Recommencer le quiz")
    learner.take_quiz(bank, {each.id: right(each) for each in bank})
    learner.send()
    keep("a-quiz-passed-at-last")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
