"""The French catalogue of the package checker."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from scorm_export.checking import check, rules
from scorm_export.diagnostic import Rule
from scorm_export.standard import Standard
from tests.scorm_export.breaking import edit, unlisted
from tests.scorm_export.broken_xml import XMLS
from tests.scorm_export.package_values import broken, write
from tiers_lieu_mooc.inspection import FRENCH, in_french

EVERY_RULE = pytest.mark.parametrize("rule", rules.ALL, ids=[rule.code for rule in rules.ALL])


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_every_rule_of_the_checker_is_translated_and_nothing_else() -> None:
    assert list(FRENCH) == [rule.code for rule in rules.ALL]


@EVERY_RULE
def test_both_languages_have_the_same_places(rule: Rule) -> None:
    message, mend = FRENCH[rule.code]
    assert places(message) == places(rule.message)
    assert places(mend) == places(rule.mend)
    assert bool(mend) == bool(rule.mend)


@EVERY_RULE
def test_french_sentences_follow_french_typography(rule: Rule) -> None:
    message, mend = FRENCH[rule.code]
    for sentence in (message, mend):
        assert "'" not in sentence
        assert "..." not in sentence
        assert not re.search(r"« | »|«[^\u00a0]|[^\u00a0]»", sentence)
        assert not re.search(r" [;!:]|\w[;!](?: |$)|\w:(?: |$)", sentence)
    assert message[0] == "«" or message[0].isupper() or message.startswith(("imsm", "xsi"))
    assert message.endswith((".", "}"))
    assert not mend.endswith(".") or mend.endswith("-e .")


def test_findings_keep_their_place_code_and_severity_in_french(tmp_path: Path) -> None:
    path = tmp_path / "cours.zip"
    path.write_bytes(b"Bonjour")
    (found,) = check(path)
    (french,) = in_french([found])
    assert (french.at, french.code, french.severity) == (found.at, found.code, found.severity)
    assert french.message == "Le fichier n’est pas un zip, ou il est abîmé."


def test_a_parser_is_not_quoted_in_its_own_language(tmp_path: Path) -> None:
    for name, standard, breaks, _ in XMLS:
        path = write(tmp_path / "p.zip", broken(breaks, standard))
        for english, french in zip(check(path), in_french(check(path)), strict=True):
            assert french.message != english.message, name
            assert not re.search(r"\b(the|not|expected|invalid|Entity|tag)\b", french.message), name


def test_a_bare_ampersand_is_told_with_its_cure(tmp_path: Path) -> None:
    path = write(tmp_path / "p.zip", broken(edit("Un cours", "Un & cours"), Standard.SCORM_12))
    (found,) = in_french(check(path))
    assert (found.message, found.at.line) == ("Il y a ici un & seul.", 9)
    assert found.mend == "remplacez & par &amp;, dans les adresses aussi"


def test_one_finding_stands_for_many_in_french_too(tmp_path: Path) -> None:
    path = write(tmp_path / "p.zip", broken(unlisted(764), Standard.SCORM_12))
    (found,) = in_french(check(path))
    assert found.message == (
        "Aucune ressource ne cite ce fichier. "
        "De même, 763 autres\u00a0: adapt/js/1.js, adapt/js/10.js, adapt/js/100.js…"
    )


def test_another_kind_of_package_is_called_by_its_name_in_french(tmp_path: Path) -> None:
    path = write(tmp_path / "p.zip", {"cmi5.xml": b"<courseStructure/>"})
    (found,) = in_french(check(path))
    assert found.message == "Ceci est un paquet cmi5, pas un paquet SCORM."
    assert found.mend == (
        "exportez à nouveau le cours en SCORM 1.2 ou 2004, "
        "ou déposez-le dans une plateforme qui lit cmi5"
    )
