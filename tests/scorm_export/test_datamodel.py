"""The CMI tables: what they accept, what they refuse, and that they hold together."""

from __future__ import annotations

import re

import pytest

from scorm_export.datamodel import Access, ByValue, DataModel, Fault, load
from scorm_export.standard import SUSPEND_DATA_ROOM, Standard

V12, V3, V4 = (load(standard) for standard in Standard)
MODELS = pytest.mark.parametrize("model", [V12, V3, V4], ids=list(Standard))
RESPONSE_12 = "cmi.interactions.n.student_response"
PATTERN_12 = "cmi.interactions.n.correct_responses.n.pattern"
RESPONSE = "cmi.interactions.n.learner_response"
PATTERN = "cmi.interactions.n.correct_responses.n.pattern"

ACCEPTED_12 = [
    ("cmi.core.lesson_location", "", ["", "comprendre/definir", "x" * 255]),
    (
        "cmi.core.lesson_status",
        "",
        ["passed", "completed", "failed", "incomplete", "browsed"],
    ),
    ("cmi.core.score.raw", "", ["", "0", "100", "66.67", "7.5"]),
    ("cmi.core.exit", "", ["", "suspend", "time-out", "logout"]),
    ("cmi.core.session_time", "", ["00:00:00", "0001:02:03.4", "9999:59:59.99"]),
    ("cmi.suspend_data", "", ["", "A" * 4096]),
    ("cmi.objectives.n.status", "", ["not attempted", "passed"]),
    ("cmi.interactions.n.id", "", ["comprendre_quiz.tl_definition"]),
    ("cmi.interactions.n.time", "", ["00:00:00", "23:59:59.99"]),
    ("cmi.interactions.n.result", "", ["correct", "wrong", "neutral", "unanticipated", "0.5"]),
    ("cmi.interactions.n.weighting", "", ["1", "-1", "2.5"]),
    (RESPONSE_12, "true-false", ["t", "f", "0", "1"]),
    (RESPONSE_12, "choice", ["a", "a,c", "0,9,z"]),
    (RESPONSE_12, "matching", ["a.1", "a.1,b.2"]),
    (RESPONSE_12, "sequencing", ["a", "c,a,b"]),
    (RESPONSE_12, "numeric", ["3", "-2.5"]),
    (RESPONSE_12, "fill-in", ["", "un tiers-lieu", "é" * 255]),
    (RESPONSE_12, "likert", ["3"]),
    (PATTERN_12, "choice", ["a,c", "{a,c}"]),
    (PATTERN_12, "matching", ["a.1,b.2", "{a.1,b.2}"]),
]
REFUSED_12 = [
    ("cmi.core.lesson_location", "", ["x" * 256, "\U0001f600" * 128]),
    ("cmi.core.lesson_status", "", ["", "not attempted", "unknown", "Passed", "passed "]),
    ("cmi.core.score.raw", "", ["-1", "101", "100.1", "60 %", "1e2", ".", "١"]),
    ("cmi.core.exit", "", ["normal", "Suspend"]),
    ("cmi.core.session_time", "", ["0:00:00", "00:00", "00000:00:00", "00:00:00.123", "PT1H", ""]),
    ("cmi.suspend_data", "", ["A" * 4097]),
    ("cmi.interactions.n.id", "", ["", "a b", "é", "x" * 256, "a\n"]),
    ("cmi.interactions.n.type", "", ["long-fill-in", "other", ""]),
    ("cmi.interactions.n.time", "", ["24:00:00", "1:00:00", "00:60:00"]),
    ("cmi.interactions.n.result", "", ["incorrect", ""]),
    (RESPONSE_12, "true-false", ["true", "", "tt"]),
    (RESPONSE_12, "choice", ["", "A", "ab", "a,,b", "a,a", "a, b", "{a}"]),
    (RESPONSE_12, "matching", ["a", "a.1,b", "a.1.2", "aa.1"]),
    (RESPONSE_12, "numeric", ["", "3,5", "trois"]),
    (RESPONSE_12, "fill-in", ["x" * 256]),
    (PATTERN_12, "choice", ["{a,c", "{}"]),
]
ACCEPTED_2004 = [
    ("cmi.completion_status", "", ["completed", "incomplete", "not attempted", "unknown"]),
    ("cmi.success_status", "", ["passed", "failed", "unknown"]),
    ("cmi.exit", "", ["", "suspend", "normal"]),
    ("cmi.location", "", ["", "x" * 1000]),
    ("cmi.suspend_data", "", ["A" * 64000]),
    ("cmi.score.raw", "", ["-5", "1000", "66.6666667"]),
    ("cmi.score.scaled", "", ["-1", "0", "1", "0.6666667", "1.0"]),
    ("cmi.progress_measure", "", ["0", "0.5", "1"]),
    ("cmi.session_time", "", ["PT0S", "PT1H2M3.45S", "P1DT2H", "P1Y2M3D", "PT1H5S"]),
    (
        "cmi.interactions.n.timestamp",
        "",
        [
            "2026",
            "2026-11",
            "2026-11-23T05",
            "2026-11-23T05:06:07",
            "2026-11-23T05:06:07.12",
            "2026-11-23T05:06:07.0Z",
            "2026-11-23T05:06:07.00+01:00",
        ],
    ),
    (
        "cmi.interactions.n.id",
        "",
        ["comprendre_quiz.tl_definition", "urn:tiers-lieux:q1", "http://example.org/q?a=1"],
    ),
    ("cmi.interactions.n.result", "", ["correct", "incorrect", "neutral", "0.5", "-1"]),
    ("cmi.interactions.n.latency", "", ["PT12.5S"]),
    ("cmi.interactions.n.description", "", ["Qu’est-ce ?", "{lang=fr}Qu’est-ce ?", "x" * 250]),
    ("cmi.interactions.n.description", "", ["{lang=fr-FR}" + "x" * 250, "{gras}texte"]),
    (RESPONSE, "true-false", ["true", "false"]),
    (RESPONSE, "choice", ["", "a", "a[,]b_2", "[,]".join(f"c{n}" for n in range(36))]),
    (RESPONSE, "fill-in", ["rural", "{lang=fr}rural", "un[,]deux", "{lang=fr}un[,]{lang=fr}deux"]),
    (RESPONSE, "long-fill-in", ["x" * 4000, "{lang=fr}Mon projet"]),
    (RESPONSE, "matching", ["a[.]b", "a[.]b[,]c[.]d"]),
    (RESPONSE, "sequencing", ["a[,]b[,]a"]),
    (RESPONSE, "numeric", ["3", "-2.5"]),
    (RESPONSE, "likert", ["niveau_3"]),
    (RESPONSE, "performance", ["etape[.]fait", "[.]fait", "etape[.]", "a[.]1[,]b[.]2"]),
    (RESPONSE, "other", ["", "x" * 4000]),
    (PATTERN, "choice", ["a[,]b"]),
    (
        PATTERN,
        "fill-in",
        [
            "rural",
            "{case_matters=true}rural",
            "{order_matters=false}{case_matters=true}a[,]b",
            "{case_matters=false}{order_matters=true}{lang=fr}a[,]{lang=fr}b",
        ],
    ),
    (PATTERN, "numeric", ["3.14[:]3.14", "[:]5", "5[:]", "[:]", "1[:]2"]),
    (PATTERN, "performance", ["{order_matters=false}a[.]1[:]2[,]b[.]x"]),
    ("adl.nav.request", "", ["continue", "suspendAll", "_none_", "{target=I-a}choice"]),
]
REFUSED_2004 = [
    ("cmi.completion_status", "", ["passed", "", "Completed"]),
    ("cmi.success_status", "", ["completed", ""]),
    ("cmi.exit", "", ["Suspend"]),
    ("cmi.location", "", ["x" * 1001]),
    ("cmi.suspend_data", "", ["A" * 64001]),
    ("cmi.score.raw", "", ["", "x", "1,5", "1e3", "0.12345678"]),
    ("cmi.session_time", "", ["", "P", "PT", "P1W", "1H", "PT1H2M3.456S", "PT1.5H", "P1DT"]),
    (
        "cmi.interactions.n.timestamp",
        "",
        [
            "",
            "23/11/2026",
            "2026-13",
            "2026-11-23T05:06:07Z",
            "2026-11-23T05:06:07.123Z",
            "2026-11-23T05:06:07+01:00",
            "2026-11-23 05:06:07",
            "1969",
            "2039",
        ],
    ),
    ("cmi.interactions.n.id", "", ["", "a b", "é", "urn:x", "x" * 4001]),
    ("cmi.interactions.n.type", "", ["short-answer", ""]),
    ("cmi.interactions.n.result", "", ["wrong", ""]),
    ("cmi.interactions.n.description", "", ["x" * 251, "{lang=français}x"]),
    (RESPONSE, "true-false", ["t", "", "True"]),
    (RESPONSE, "choice", ["a[,]a", "a b", "[,]", "[,]".join(f"c{n}" for n in range(37))]),
    (RESPONSE, "fill-in", ["x" * 251, "[,]".join("x" * 11)]),
    (RESPONSE, "long-fill-in", ["x" * 4001]),
    (RESPONSE, "matching", ["", "a", "a[.]", "a[.]b[,]c"]),
    (RESPONSE, "sequencing", ["", "a[,]"]),
    (RESPONSE, "numeric", ["", "1[:]2"]),
    (PATTERN, "numeric", ["3", "2[:]1", "a[:]b"]),
    (PATTERN, "fill-in", ["{case_matters=oui}rural"]),
    ("adl.nav.request", "", ["", "next", "{target=}choice", "{target=a}go"]),
]


def rows(
    model: DataModel, table: list[tuple[str, str, list[str]]]
) -> list[tuple[DataModel, str, str, str]]:
    return [(model, element, by, value) for element, by, values in table for value in values]


@pytest.mark.parametrize(
    ("model", "element", "by", "value"),
    [
        *rows(V12, ACCEPTED_12),
        *rows(V3, ACCEPTED_2004),
        *rows(V4, ACCEPTED_2004),
    ],
)
def test_legal_values_are_accepted(model: DataModel, element: str, by: str, value: str) -> None:
    assert model.fault_of(element, value, by=by) is None


@pytest.mark.parametrize(
    ("model", "element", "by", "value"),
    [*rows(V12, REFUSED_12), *rows(V3, REFUSED_2004), *rows(V4, REFUSED_2004)],
)
def test_other_values_are_refused(model: DataModel, element: str, by: str, value: str) -> None:
    assert model.fault_of(element, value, by=by) is not None


@pytest.mark.parametrize(
    ("element", "value", "fault"),
    [
        ("cmi.score.scaled", "1.1", Fault.OUT_OF_RANGE),
        ("cmi.score.scaled", "-1.0001", Fault.OUT_OF_RANGE),
        ("cmi.score.scaled", "un", Fault.WRONG_TYPE),
        ("cmi.progress_measure", "-0.1", Fault.OUT_OF_RANGE),
        ("cmi.progress_measure", "2", Fault.OUT_OF_RANGE),
        ("cmi.learner_preference.audio_level", "-1", Fault.OUT_OF_RANGE),
        ("cmi.learner_preference.language", "français", Fault.WRONG_TYPE),
    ],
)
def test_a_number_out_of_range_is_told_from_a_wrong_type(
    element: str, value: str, fault: Fault
) -> None:
    assert V4.fault_of(element, value) is fault


def test_a_score_out_of_range_keeps_its_name_though_12_has_no_code_for_it() -> None:
    assert V12.fault_of("cmi.core.score.raw", "101") is Fault.OUT_OF_RANGE
    assert V12.codes["outOfRange"] == V12.codes["wrongType"] == "405"


def test_a_response_without_type_is_any_text() -> None:
    assert V12.fault_of(RESPONSE_12, "Bonjour") is None
    assert V4.fault_of(RESPONSE, "Bonjour") is None


def test_keywords_have_no_type() -> None:
    with pytest.raises(KeyError, match="keyword"):
        V4.fault_of("cmi.score._children", "raw")


def test_only_the_4th_edition_has_shared_data_and_jumps() -> None:
    only = set(V4.elements) - set(V3.elements)
    assert only == {
        "adl.data._children",
        "adl.data._count",
        "adl.data.n.id",
        "adl.data.n.store",
        "adl.nav.request_valid.jump.{target}",
    }


def test_both_tables_name_the_same_faults() -> None:
    assert list(V12.codes) == list(V4.codes)
    assert {str(fault) for fault in Fault} <= set(V12.codes)


@MODELS
def test_every_fault_has_a_code_with_a_text(model: DataModel) -> None:
    assert set(model.codes.values()) <= set(model.error_texts)


@MODELS
def test_every_name_in_the_tables_leads_somewhere(model: DataModel) -> None:
    used: set[str] = set()
    for element in model.elements.values():
        if isinstance(element.type, ByValue):
            assert element.type.element in model.elements
            used |= {*element.type.cases.values(), element.type.otherwise}
        elif element.type is not None:
            used.add(element.type)
        assert set(element.needs) <= set(model.elements)
    for kind in model.types.values():
        used |= {name for _, name in kind.prefixes} | set(kind.any_of)
        used |= {kind.list.of} if kind.list else set()
        used |= {kind.pair.first, kind.pair.second} if kind.pair else set()
    assert used == set(model.types)


@MODELS
def test_children_are_what_the_table_has(model: DataModel) -> None:
    for name, element in model.elements.items():
        if name.endswith("._children"):
            stem = name.removesuffix("_children")
            stem = f"{stem}n." if stem.removesuffix(".") in model.arrays else stem
            heads = {
                other.removeprefix(stem).split(".")[0]
                for other in model.elements
                if other.startswith(stem)
            }
            assert set((element.value or "").split(",")) == heads - {"_children", "_count"}


@MODELS
def test_every_array_has_rows_and_a_count(model: DataModel) -> None:
    for name, array in model.arrays.items():
        if name.startswith("adl.data") and model.standard is not Standard.SCORM_2004_4:
            continue
        assert f"{name}._count" in model.elements
        for leaf in {array.unique, array.fixed} - {None}:
            assert f"{name}.n.{leaf}" in model.elements


@MODELS
def test_keywords_alone_have_no_type(model: DataModel) -> None:
    for element in model.elements.values():
        assert (element.type is None) == (element.access is Access.KEYWORD)


@MODELS
def test_initial_values_fit_except_the_status_that_only_an_lms_may_give(model: DataModel) -> None:
    for name, element in model.elements.items():
        if element.initial and name != "cmi.core.lesson_status":
            assert model.fault_of(name, element.initial) is None


@MODELS
def test_patterns_mean_the_same_in_python_and_in_javascript(model: DataModel) -> None:
    for kind in model.types.values():
        # \d, \w, \s, ., $ and flags differ between the two; escapes of letters too.
        plain = re.sub(r"\[(?:[^\]\\]|\\.)*\]", "", kind.pattern or "")
        assert not re.search(r"\\[A-Za-z]|(?<!\\)[.$^]|\(\?[^:=!]", plain)


@pytest.mark.parametrize("standard", Standard)
def test_packages_use_no_more_room_than_the_tables_give(standard: Standard) -> None:
    room = SUSPEND_DATA_ROOM[standard]
    assert load(standard).fault_of("cmi.suspend_data", "A" * room) is None
