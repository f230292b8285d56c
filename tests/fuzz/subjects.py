"""What is fuzzed: courses, packages, reports; each makes an input and judges what it yields."""

from __future__ import annotations

import functools
import random
import re
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import lxml.html

from scorm_export.archive import pack
from scorm_export.checking import check
from scorm_export.diagnostic import Diagnostic
from scorm_export.standard import MANIFEST_NAME, Standard
from scorm_export.writing import files_for
from tests.fuzz.course import TEXTS, Outcome, outcome_of
from tests.fuzz.mutating import mutated
from tests.properties.constructs import MEDIA, Place, places
from tests.properties.strategies import CONTAINERS, LINES, MARKS, WORDS, YAML_PIECES
from tests.scorm_export.package_values import SEVERAL
from tiers_lieu_mooc.codebook import codebook_in
from tiers_lieu_mooc.results import Unreadable, read_results


class Fault(AssertionError):  # noqa: N818 -- the name says what is wrong
    """What an input yields is not as it should be."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A kind of input.

    Attributes:
        make: writes an input.
        judge: takes it through the program, once or several times, and raises what is wrong.
    """

    make: Callable[[random.Random], str]
    judge: Callable[[str, int], None]


def _demand(is_so: bool, what: str) -> None:
    if not is_so:
        raise Fault(what)


# Courses: the name of the changed text, an end of line, the text


def _course(luck: random.Random) -> str:
    place = luck.choice(_places())
    pieces = YAML if place.file.endswith(".yaml") and luck.random() < 0.7 else MARKDOWN
    return f"{place.file}\n{mutated(luck, place.text, pieces)}"


@functools.cache
def _places() -> tuple[Place, ...]:
    captions = Place("captions", "m/media/visite.vtt", MEDIA["m/media/visite.vtt"].decode())
    released = Place("released", "published-ids.txt", "m/l\nm/autre\nb/autre-question\n")
    return (*places(), captions, released)


MARKDOWN = (*MARKS, *CONTAINERS, *LINES, *WORDS)
YAML = (*YAML_PIECES, *MARKS)


def _judge_course(content: str, looks: int) -> None:
    name, _, text = content.partition("\n")
    first = _outcome(name, text)
    for each in first.found:
        _judge_finding(each)
    if first.page is not None:
        _judge_page(first.page)
    for _ in range(1, looks):
        _demand(_outcome(name, text) == first, "a second look finds something else")


def _outcome(name: str, text: str) -> Outcome:
    if name in MEDIA:
        return outcome_of({}, MEDIA | {name: text.encode("utf-8", "replace")})
    return outcome_of({name: text})


def _judge_finding(each: Diagnostic) -> None:
    _demand(bool(each.message.strip()), f"{each.code} says nothing")
    _demand(each.mend is not None and each.at.line >= 0 and each.at.column >= 0, f"{each.at}")


_HANDLER = re.compile(r"on[a-z]+")


def _judge_page(page: str) -> None:
    """Demand that no text became an element or an attribute that the page does not have."""
    tree = lxml.html.document_fromstring(page)
    _demand({each.text for each in tree.iter("script")} <= _own_scripts(), "a text became a script")
    for element in tree.iter(lxml.html.etree.Element):
        for key, value in element.attrib.items():
            _demand(not _HANDLER.fullmatch(str(key)), f"a text became the attribute {key!s}")
            is_code = str(value).strip().lower().startswith(("javascript:", "vbscript:", "data:t"))
            _demand(not (key in {"href", "src", "action"} and is_code), f"a text became {value!s}")


@functools.cache
def _own_scripts() -> frozenset[str | None]:
    page = outcome_of(TEXTS).page or ""
    return frozenset(each.text for each in lxml.html.document_fromstring(page).iter("script"))


# Packages: the manifest, or what the bytes of a zip are changed by


_FILES = {standard: files_for(SEVERAL, standard) for standard in Standard}
XML = (
    *("<", ">", "</", "/>", '"', "'", "&", "&amp;", "&#0;", "]]>", "<![CDATA[", "<!--", "-->"),
    *("<?xml", "?>", "<!DOCTYPE a>", "<item>", "</item>", "<title>a</title>", "<resource", "<file"),
    *(' href="a.html"', ' identifier="a"', ' identifierref="a"', ' xml:base="a/"', ' xmlns:a="b"'),
    *(
        "adlcp:",
        "imsss:",
        "a:b",
        "..",
        "\\",
        "%2e%2e/",
        "\u00e9",
        "\ufffe",
        "1.2",
        "2004 4th Edition",
    ),
)


def _manifest(luck: random.Random) -> str:
    standard = luck.choice(list(Standard))
    return mutated(luck, _FILES[standard][MANIFEST_NAME].decode(), XML)


def _judge_manifest(content: str, looks: int) -> None:
    files: Mapping[str, bytes] = _FILES[Standard.SCORM_12]
    _judge_package(pack({**files, MANIFEST_NAME: content.encode("utf-8", "replace")}), looks)


def _zip(luck: random.Random) -> str:
    """Give the places and the values of some bytes to change, and where the zip ends."""
    size = len(_sound_zip())
    near_the_end = range(max(0, size - 900), size)
    changes = [
        f"{luck.choice(near_the_end) if luck.random() < 0.7 else luck.randrange(size)} "
        f"{luck.randrange(256)}\n"
        for _ in range(luck.randint(1, 8))
    ]
    return "".join(changes)


@functools.cache
def _sound_zip() -> bytes:
    return pack({MANIFEST_NAME: _FILES[Standard.SCORM_12][MANIFEST_NAME], "a.html": b"a" * 99})


def _judge_zip(content: str, looks: int) -> None:
    damaged = bytearray(_sound_zip())
    for line in content.split("\n"):
        at, _, value = line.partition(" ")
        if at.isdigit() and value.isdigit():
            damaged[int(at) % len(damaged)] = int(value) % 256
    _judge_package(bytes(damaged), looks)


def _judge_package(content: bytes, looks: int) -> None:
    path = _folder() / "p.zip"
    path.write_bytes(content)
    first = check(path)
    for each in first:
        _judge_finding(each)
        _demand(f"{each.message}{each.mend}{each.at.path}".isprintable(), f"{each.code}: {each}")
    for _ in range(1, looks):
        _demand(check(path) == first, "a second look finds something else")


# Reports


_KEY = """\
identifiant,question,rôle,code,en mots
b_autre,Une phrase,réponse,a,Vrai
b_autre,Une phrase,réponse,b,Faux
"""
_REPORT = """\
Nom,Tentative,Question 1 id,Question 1 response,Question 1 result,Question 1 right answer
Un,1,b_autre,a,correct,a
Deux,1,b_autre,b,incorrect,a
Trois,2,b_autre,a,correct,a
"""
CSV = (*(",", ";", "\t", '"', "'", "\n", "\r", "=1+1", "Tentative", "Question 2 id", "Résumé 1"),)
CELLS = (*CSV, "b_autre", "a", "b,c", "1.a,2.b", "correct", "0,5", "-1", "&lt;", "sep=;\n", "é")


def _report(luck: random.Random) -> str:
    return mutated(luck, _REPORT, CELLS)


def _judge_report(content: str, looks: int) -> None:
    book = codebook_in(line.split(",") for line in _KEY.splitlines())
    assert book is not None
    path = _folder() / "rapport.csv"
    path.write_bytes(content.encode("utf-8", "replace"))
    said = []
    for _ in range(looks):
        try:
            said.append(repr(read_results([path], book)))
        except Unreadable as reason:
            said.append(str(reason))
    _demand(len(set(said)) == 1 and bool(said[0]), "a second look says something else")


@functools.cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="fuzz-"))


SUBJECTS = {
    "course": Subject(_course, _judge_course),
    "manifest": Subject(_manifest, _judge_manifest),
    "zip": Subject(_zip, _judge_zip),
    "report": Subject(_report, _judge_report),
}
"""Every kind of input by name; most inputs are courses."""
SHARES = {"course": 14, "manifest": 3, "zip": 1, "report": 2}
