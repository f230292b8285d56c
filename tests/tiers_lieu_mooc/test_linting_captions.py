"""What is said of the captions of a video."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.support.course_builder import CourseBuilder
from tests.support.every_block import CAPTIONS
from tiers_lieu_mooc.building import check_course

TODAY = datetime.date(2026, 11, 23)
VIDEO = (
    "::: vidéo media/visite.mp4\ntitre : La visite\nsous-titres : media/visite.vtt\n"
    "durée : {}\n\nNadia ouvre la porte.\n:::\n"
)


def codes(captions: str, folder: Path, duration: str = "10 s") -> list[str]:
    course = CourseBuilder(folder).lesson("definir", VIDEO.format(duration))
    course.file("comprendre/media/visite.mp4", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom")
    course.file("comprendre/media/visite.vtt", captions)
    found = check_course(course.write(), TODAY).found
    return [f"{each.code}:{each.at.line}" for each in found if "captions" in each.code]


@pytest.mark.parametrize(
    "captions",
    [
        CAPTIONS,
        CAPTIONS.replace("\n", "\r\n"),
        "\ufeff" + CAPTIONS,
        CAPTIONS.replace("WEBVTT", "WEBVTT - La visite\nKind: captions"),
        CAPTIONS.replace("00:05.000 -->", "suite\n00:05.000 -->"),
        CAPTIONS.replace("00:10.000", "00:10.000 align:start line:0"),
        CAPTIONS.replace("00:10.000", "00:09.000"),
        CAPTIONS + "\nNOTE\nRelu par Nadia.\n",
        CAPTIONS.replace("00:00.000", "00:00:00.000"),
    ],
)
def test_sound_captions_are_no_finding(captions: str, tmp_path: Path) -> None:
    assert codes(captions, tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("00:05.000 --> 00:10.000", "00:05,000 --> 00:10,000", ["media/bad-captions:6"]),
        ("00:05.000 --> 00:10.000", "00:5.000 --> 00:10.000", ["media/bad-captions:6"]),
        ("00:05.000 --> 00:10.000", "00:10.000 --> 00:05.000", ["media/bad-captions:6"]),
        ("00:05.000 --> 00:10.000\n", "", ["media/bad-captions:6"]),
        ("00:05.000 --> 00:10.000", "00:04.999 --> 00:10.000", ["media/captions-overlap:6"]),
    ],
)
def test_what_browsers_would_drop_or_pile_up_is_a_finding(
    old: str, new: str, expected: list[str], tmp_path: Path
) -> None:
    found = codes(CAPTIONS.replace(old, new), tmp_path)
    assert [each for each in found if "short" not in each] == expected


@pytest.mark.parametrize("duration", ["12 s", "1 min", "1 min 20 s", "1 h"])
def test_captions_that_end_early_are_a_finding(duration: str, tmp_path: Path) -> None:
    assert codes(CAPTIONS, tmp_path, duration) == ["media/captions-short:6"]


@pytest.mark.parametrize("duration", ["11 s", "", "très court"])
def test_captions_may_stop_a_little_early_or_have_no_duration_to_meet(
    duration: str, tmp_path: Path
) -> None:
    assert codes(CAPTIONS, tmp_path, duration) == []
