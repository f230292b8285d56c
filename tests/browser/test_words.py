"""Every word that an author wrote can be read in the page that a browser shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import REAL, ROOT, Open
from tests.support.source_words import course_words, settings_words, words_of
from tiers_lieu_mooc.cli import main

pytestmark = pytest.mark.browser

# What stands in the document once scripts have run, closed parts included; text nodes one by one,
# since neighbouring elements do not share a word. Expected forms of typed answers stand in keys.
TEXTS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode.data);
  for (const element of document.querySelectorAll('[alt], [data-key]')) {
    texts.push(element.getAttribute('alt') || element.getAttribute('data-key'));
  }
  return texts.join('\\n');
}"""


def test_every_word_of_the_sources_is_in_the_rendered_page(
    tmp_path: Path, open_window: Open
) -> None:
    assert main(["build", str(REAL), "--target", "web", "--out", str(tmp_path)]) == 0
    page = open_window()
    page.goto((tmp_path / "tiers-lieux-ruraux-web" / "index.html").as_uri())
    page.wait_for_load_state()
    shown = words_of(page.evaluate(TEXTS))
    sources = course_words(REAL, ROOT / "quizzes" / REAL.name)
    sources["faits.yaml"] = settings_words((REAL / "faits.yaml").read_text("utf-8"))
    missing = {path: words - shown for path, words in sources.items() if words - shown}
    assert missing == {}
