"""What ``tiers-lieu check`` prints, for people and for machines."""

from __future__ import annotations

import io
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorm_export.diagnostic import Diagnostic, Position, Rule, Severity
from tiers_lieu_mooc.findings import (
    FORMATS,
    JSON_VERSION,
    Layout,
    as_github,
    as_gitlab,
    as_json,
    as_text,
    summary,
    wants_colour,
)
from tiers_lieu_mooc.findings.terminal import width_of

ERROR = Rule("quiz/no-right-answer", Severity.ERROR, "« {question} » est perdue.", "cochez [x]")
WARNING = Rule("access/link-vague", Severity.WARNING, "Le lien « {text} » est vague.")
ADVICE = Rule("pedagogy/long-sentence", Severity.INFO, "Cette phrase est longue.")


def error(at: Position, question: str = "q") -> Diagnostic:
    return Diagnostic(ERROR, at, (("question", question),))


def warning(at: Position, text: str = "ici") -> Diagnostic:
    return Diagnostic(WARNING, at, (("text", text),))


def advice(at: Position) -> Diagnostic:
    return Diagnostic(ADVICE, at)


def test_a_finding_is_laid_out_like_a_compiler_s() -> None:
    source = "---\ntitre: Quiz\n---\n\n::: qcu #q\n"
    text = as_text([error(Position("quiz.md", 5, 9, 2))], {"quiz.md": source})
    assert text == (
        "erreur[quiz/no-right-answer]\u00a0: « q » est perdue.\n"
        " --> quiz.md:5:9\n"
        "   |\n"
        " 5 | ::: qcu #q\n"
        "   |         ^^\n"
        "   → cochez [x]\n"
        "\n"
        "1 erreur dans 1 fichier.\n"
    )


def test_a_finding_without_column_quotes_the_line_without_underlining() -> None:
    text = as_text([warning(Position("a.md", 12))], {"a.md": "\n" * 11 + "Voir ici.\n"})
    assert "  --> a.md:12\n    |\n 12 | Voir ici.\n\n" in text
    assert "^" not in text


@pytest.mark.parametrize(
    "at", [Position("a.md"), Position("a.md", 3, 1), Position("absent.md", 1, 1)]
)
def test_a_place_that_cannot_be_quoted_is_only_named(at: Position) -> None:
    text = as_text([warning(at)], {"a.md": "Une ligne."})
    assert "|" not in text
    assert f" --> {at.path}" in text


def test_sources_may_be_a_function() -> None:
    assert "Voir ici." in as_text([warning(Position("a.md", 1))], lambda path: f"Voir ici. {path}")
    assert "|" not in as_text([warning(Position("a.md", 1))], lambda _: None)


def test_the_page_of_the_rule_is_named_on_demand() -> None:
    layout = Layout(pages="docs/reference/regles/")
    text = as_text([warning(Position("a.md"))], {}, layout)
    assert "= règle\u00a0: docs/reference/regles/access.link-vague.md\n" in text


@pytest.mark.parametrize(
    ("line", "column", "width", "shown", "marks"),
    [
        ("\tVoir ici", 7, 3, "    Voir ici", "         ^^^"),
        ("a\tb", 3, 1, "a   b", "    ^"),
        ("漢字 ici", 4, 3, "漢字 ici", "     ^^^"),
        ("漢字", 2, 1, "漢字", "  ^^"),
        ("e\u0301te\u0301 ici", 7, 3, "e\u0301te\u0301 ici", "    ^^^"),
        ("court", 6, 0, "court", "     ^"),
        ("court", 3, 90, "court", "  ^^^"),
    ],
)
def test_the_underline_stands_under_the_fault(
    line: str, column: int, width: int, shown: str, marks: str
) -> None:
    text = as_text([warning(Position("a.md", 1, column, width))], {"a.md": line})
    assert f" 1 | {shown}\n   | {marks}\n" in text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_count_them(end: str) -> None:
    source = end.join(["un", "deux\x0b\x0c\u2028", "trois"])
    assert " 3 | trois\n" in as_text([warning(Position("a.md", 3))], {"a.md": source})


@pytest.mark.parametrize("column", [0, 1, 40, 5_000_000, 9_999_998])
def test_a_line_of_ten_million_characters_prints_short(column: int) -> None:
    source = "x" * 9_999_997 + "ici"
    text = as_text([warning(Position("a.md", 1, column, 3))], {"a.md": source})
    assert all(len(line) <= 100 for line in text.splitlines())
    assert "…" in text
    assert ("^^^" in text) is (column > 0)


def test_the_fault_of_a_cut_line_stays_in_sight() -> None:
    source = "a" * 500 + "ici" + "b" * 500
    text = as_text([warning(Position("a.md", 1, 501, 3))], {"a.md": source}, Layout(width=60))
    quoted, marks = text.splitlines()[3:5]
    start = marks.index("^")
    assert quoted[start : start + 3] == "ici"
    assert marks.count("^") == 3
    assert len(quoted) <= 60


def test_a_fault_at_the_end_of_a_long_line_is_shown_with_all_that_fits_before_it() -> None:
    source = "a" * 500 + "ici"
    text = as_text([warning(Position("a.md", 1, 501, 3))], {"a.md": source}, Layout(width=60))
    quoted, marks = text.splitlines()[3:5]
    assert quoted.endswith("aici")
    assert len(quoted) == len(marks) == 58


@pytest.mark.parametrize(
    "line",
    [
        "\t" * 40,
        "a\t" * 40,
        "😀" * 60,
        "漢字" * 60,
        "ｗ\t" * 60,
        "👩\u200d👩\u200d👧" * 40,
        "\u202e" * 60,
        "\x1b\x00" * 60,
        "e\u0301" * 60,
        "\u0301" * 90,
    ],
    ids=ascii,
)
@pytest.mark.parametrize("width", [1, 10, 20, 25, 30, 31, 32, 40, 80])
def test_a_fault_stays_in_sight_whatever_the_line_and_the_width(line: str, width: int) -> None:
    room = max(width, 25)
    for column in range(1, len(line) + 2):
        text = as_text([warning(Position("a.md", 1, column, 3))], {"a.md": line}, Layout(width))
        quoted, marks = text.splitlines()[3:5]
        assert width_of(quoted) <= room
        assert "^" in marks
        assert len(marks) <= room


@pytest.mark.parametrize("line", ["\u0301", "\u200d", "\u202e", "\t", "漢"], ids=ascii)
def test_a_line_of_a_million_odd_characters_prints_short(line: str) -> None:
    source = line * 1_000_000
    text = as_text([warning(Position("a.md", 1, 500_000, 3))], {"a.md": source})
    assert len(text) < 2_000


def test_what_drives_a_terminal_is_made_visible() -> None:
    hostile = "\x1b[2J\x07\x7f\x9b31m\u202egro\u2066\ufeff\ud800"
    at = Position("a\x1b[31m.md", 1, 1)
    text = as_text([error(at, hostile)], lambda _: f"{hostile}\x00\x08")
    printed = [*text, *as_github([error(at, hostile)])]
    assert all(each.isprintable() or each in "\n\u00a0" for each in printed)
    assert "␛[2J␇␡" in text


def test_a_sentence_that_quotes_a_whole_file_is_cut() -> None:
    text = as_text([warning(Position("a.md"), "x" * 10_000_000)], {})
    assert len(text) < 1_000


def test_of_hundreds_of_findings_the_gravest_are_listed() -> None:
    found = [warning(Position("a.md", line)) for line in range(1, 301)]
    found += [error(Position("z.md", line)) for line in range(1, 51)]
    text = as_text(found, {})
    assert text.count("avertissement[") == 150
    assert text.count("erreur[") == 50
    assert text.index("a.md:150") < text.index("z.md:1")
    assert "… 150 autres ne sont pas affichés\u00a0: " in text
    assert text.endswith("50 erreurs, 300 avertissements dans 2 fichiers.\n")


@pytest.mark.parametrize(("count", "said"), [(200, ""), (201, "… 1 autre n’est pas affiché")])
def test_what_is_not_listed_is_counted(count: int, said: str) -> None:
    text = as_text([warning(Position("a.md", line)) for line in range(1, count + 1)], {})
    assert text.count("avertissement[") == 200
    assert ("…" in text) is bool(said)
    assert said in text


def test_machines_get_every_finding() -> None:
    found = [warning(Position("a.md", line)) for line in range(1, 1_001)]
    assert len(json.loads(as_json(found))["findings"]) == 1_000
    assert len(json.loads(as_gitlab(found))) == 1_000
    assert len(as_github(found).splitlines()) == 1_000


@pytest.mark.parametrize(
    "hostile",
    ["\u202e", "\u2066", "\u200f", "\u061c", "\u200b", "\u2028", "\x9b", "\U000e0041"],
    ids=ascii,
)
def test_what_nobody_sees_stands_by_its_number_in_json(hostile: str) -> None:
    found = [error(Position(f"a{hostile}b.md", 1), f"c{hostile}d\u00a0é")]
    for write in (as_json, as_gitlab):
        text = write(found)
        assert hostile not in text
        assert "\u00a0é" in text
    [record] = json.loads(as_json(found))["findings"]
    assert record["path"] == f"a{hostile}b.md"
    assert record["message"] == f"« c{hostile}d\u00a0é » est perdue."


def test_advice_is_counted_until_it_is_asked_for() -> None:
    found = [warning(Position("a.md")), advice(Position("b.md", 1)), advice(Position("b.md", 2))]
    kept = as_text(found, {})
    assert "conseil[" not in kept
    assert kept.endswith(
        "1 avertissement dans 1 fichier. (2 conseils non affichés\u00a0: ajoutez --conseils.)\n"
    )
    shown = as_text(found, {}, Layout(is_advice_shown=True))
    assert shown.count("conseil[pedagogy/long-sentence]") == 2
    assert shown.endswith("1 avertissement, 2 conseils dans 2 fichiers.\n")


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        ([], "Aucun défaut trouvé."),
        ([error(Position("a", 1))], "1 erreur dans 1 fichier."),
        ([error(Position("a", n)) for n in (1, 2)], "2 erreurs dans 1 fichier."),
        (
            [error(Position("a", 1)), warning(Position("a", 1)), warning(Position("b", 1))],
            "1 erreur, 2 avertissements dans 2 fichiers.",
        ),
        ([advice(Position("a", 1))], "1 conseil dans 1 fichier."),
    ],
)
def test_the_summary_counts_in_french(found: list[Diagnostic], sentence: str) -> None:
    assert summary(found) == sentence


def test_findings_are_sorted_by_place_and_given_once() -> None:
    found = [warning(Position("b.md")), warning(Position("a.md", 9)), warning(Position("a.md", 2))]
    text = as_text([*found, *found], {})
    places = [line.split("--> ")[1] for line in text.splitlines() if "-->" in line]
    assert places == ["a.md:2", "a.md:9", "b.md"]


def test_colour_adds_nothing_but_colour() -> None:
    found = [error(Position("a.md", 1, 1, 2)), warning(Position("a.md", 1))]
    plain = as_text(found, {"a.md": "ici"})
    coloured = as_text(found, {"a.md": "ici"}, Layout(is_coloured=True))
    assert "\x1b[1;31m" in coloured
    stripped = coloured
    for style in ("1;31", "1;33", "1", "2", "0"):
        stripped = stripped.replace(f"\x1b[{style}m", "")
    assert stripped == plain


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "expected"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
    ],
)
def test_colour_is_for_terminals_whose_reader_did_not_decline(
    stream: io.StringIO, environment: dict[str, str], expected: bool
) -> None:
    assert wants_colour(stream, environment) is expected


def test_json_has_a_version_every_finding_and_the_counts() -> None:
    found = [error(Position("a.md", 2, 3, 4)), warning(Position("b.md"))]
    assert json.loads(as_json(found)) == {
        "version": JSON_VERSION,
        "findings": [
            {
                "code": "quiz/no-right-answer",
                "severity": "error",
                "path": "a.md",
                "line": 2,
                "column": 3,
                "width": 4,
                "message": "« q » est perdue.",
                "mend": "cochez [x]",
                "doc": "quiz.no-right-answer.md",
            },
            {
                "code": "access/link-vague",
                "severity": "warning",
                "path": "b.md",
                "line": None,
                "column": None,
                "width": None,
                "message": "Le lien « ici » est vague.",
                "mend": "",
                "doc": "access.link-vague.md",
            },
        ],
        "counts": {"error": 1, "warning": 1, "info": 0},
    }


def test_github_gets_one_escaped_command_a_finding() -> None:
    found = [
        error(Position("a:b,c%.md", 2, 3, 4), "50 %, a:b\r\nfin"),
        warning(Position("b.md", 7)),
        advice(Position("c.md")),
    ]
    assert as_github(found).splitlines() == [
        "::error file=a%3Ab%2Cc%25.md,line=2,col=3,endColumn=6,title=quiz/no-right-answer"
        "::« 50 %25, a:b%0A%0Afin » est perdue.%0A→ cochez [x]",
        "::warning file=b.md,line=7,title=access/link-vague::Le lien « ici » est vague.",
        "::notice file=c.md,title=pedagogy/long-sentence::Cette phrase est longue.",
    ]


def test_gitlab_tells_equal_findings_apart_and_keeps_them_when_lines_move() -> None:
    def fingerprints(*lines: int) -> list[str]:
        report = json.loads(as_gitlab(warning(Position("a.md", line)) for line in lines))
        return [issue["fingerprint"] for issue in report]

    assert len(set(fingerprints(1, 2))) == 2
    assert fingerprints(1, 2) == fingerprints(11, 12)


def test_gitlab_issues_have_the_fields_that_it_reads() -> None:
    [issue] = json.loads(as_gitlab([error(Position("a.md"))]))
    issue.pop("fingerprint")
    assert issue == {
        "description": "« q » est perdue.\n→ cochez [x]",
        "check_name": "quiz/no-right-answer",
        "severity": "major",
        "location": {"path": "a.md", "lines": {"begin": 1}},
    }


@given(
    path=st.text(max_size=20),
    line=st.integers(0, 5),
    column=st.integers(0, 300),
    width=st.integers(0, 300),
    value=st.text(max_size=50),
    source=st.text(max_size=300),
    room=st.integers(1, 120),
)
def test_no_text_breaks_a_format(
    path: str, line: int, column: int, width: int, value: str, source: str, room: int
) -> None:
    found = [error(Position(path, line, column, width), value)]
    text = as_text(found, lambda _: source, Layout(width=room))
    hidden = {each for each in text if unicodedata.category(each) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    assert hidden <= set("\n\u200c\u200d\xad")
    for write in FORMATS.values():
        write(found).encode("utf-8")
