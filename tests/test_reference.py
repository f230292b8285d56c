"""The reference pages are those of the code, and what rules say is well written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scorm_export.checking.rules import ALL as PACKAGE_RULES
from scorm_export.diagnostic import Rule, Severity
from tiers_lieu_mooc.reference import pages, write
from tiers_lieu_mooc.rules import ALL

REFERENCE = Path(__file__).parent.parent / "docs" / "reference"
NO_BREAK = "\u00a0"


def prose_of(text: str) -> str:
    """Take out what is shown as typed: code blocks, code, and the marks of lists and tables."""
    without_blocks = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"`[^`\n]*`", "code", without_blocks)


def test_the_pages_in_the_repository_are_those_of_the_code() -> None:
    kept = {
        path.relative_to(REFERENCE).as_posix(): path.read_text("utf-8")
        for path in REFERENCE.rglob("*.md")
    }
    assert kept == pages(), "run scripts/reference"


def test_writing_the_pages_removes_those_of_rules_that_are_gone(tmp_path: Path) -> None:
    stale = tmp_path / "regles" / "quiz.gone.md"
    stale.parent.mkdir()
    stale.write_text("", "utf-8")
    write(tmp_path)
    assert not stale.exists()
    assert len(list(tmp_path.rglob("*.md"))) == len(pages())


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.code)
def test_a_rule_says_what_is_wrong_how_to_mend_it_and_why(rule: Rule) -> None:
    assert rule.message[0].isupper() or rule.message[0] in "«{"
    assert rule.message.endswith((".", "}"))
    assert rule.mend
    assert not rule.mend.endswith(".")
    assert len(rule.doc.split()) >= 10


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.code)
def test_a_rule_is_written_with_french_typography(rule: Rule) -> None:
    for text in (rule.message, rule.mend, rule.doc):
        prose = prose_of(text)
        assert "'" not in prose
        assert "..." not in prose
        assert re.findall(r" [:;!?»%](?:\s|$)|« ", prose) == []
        assert re.findall(r"[^\s\u00a0/-][:;!?»](?=\s|$)", prose) == []


def test_the_page_about_packages_lists_every_rule_of_the_checker() -> None:
    page = pages()["paquets.md"]
    words = {Severity.ERROR: "erreur", Severity.WARNING: "avertissement", Severity.INFO: "conseil"}
    for rule in PACKAGE_RULES:
        assert f"| `{rule.code}` | {words[rule.severity]} | " in page
    assert "<" not in prose_of(page).replace("<!--", "")


def test_the_index_lists_every_rule_with_its_severity() -> None:
    index = pages()["regles/README.md"]
    words = {Severity.ERROR: "erreur", Severity.WARNING: "avertissement", Severity.INFO: "conseil"}
    for rule in ALL:
        name = rule.code.replace("/", ".")
        assert f"| [`{rule.code}`]({name}.md) | {words[rule.severity]} |" in index


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.code)
def test_no_rule_leaves_the_plural_to_its_reader(rule: Rule) -> None:
    assert "(s)" not in f"{rule.message}{rule.mend}"
