"""Profiles of LMSs: what a file may say, and what the player makes of it."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from pydantic.alias_generators import to_camel

from tests.tiers_lieu_mooc.preview_values import a_build
from tiers_lieu_mooc.preview.player import LINES, player_view
from tiers_lieu_mooc.preview.profiles import Profile, Switches, known_profiles
from tiers_lieu_mooc.preview.workbench import Shown

PREVIEW = Path(__file__).parents[2] / "tiers_lieu_mooc" / "preview"
SCRIPTS = PREVIEW / "static"

WRONG_FRENCH = re.compile("'|(?<![\u00a0\u202f ]) ?(?<!\u00a0)[?!»](?!\\w)| [:;]|« (?!\u00a0)")


UNCLOSED = {"element": "cmi.exit", "pattern": "(", "code": "405"}


def exported(module: str, name: str) -> Any:
    """Give what a script exports."""
    address = json.dumps((SCRIPTS / module).as_uri())
    code = f"import({address}).then(all => console.log(JSON.stringify(all.{name})))"
    told = subprocess.run(["node", "-e", code], capture_output=True, text=True, check=True)
    return json.loads(told.stdout)


def a_profile(**changes: Any) -> dict[str, Any]:
    peculiarity = {"switch": "object", "value": False, "tells": "Rien.", "source": "§ 1"}
    own = changes.pop("peculiarity", {})
    plain = {"name": "essai", "title": "Essai", "summary": "Un essai.", "warnings": []}
    return {**plain, "peculiarities": [{**peculiarity, **own}], **changes}


def a_setting(sets: dict[str, Any]) -> dict[str, Any]:
    option = {"name": "un", "title": "Un", "tells": "Rien.", "source": "§ 1"}
    other = {**option, "name": "autre", "sets": sets}
    return {"name": "essai", "title": "Essai", "options": [option, other]}


def test_python_and_the_scripts_know_the_same_switches() -> None:
    assert {to_camel(name) for name in Switches.model_fields} == set(
        exported("switches.js", "DEFAULTS")
    )


def test_the_lms_that_the_issue_names_are_offered_in_this_order() -> None:
    names = [profile.name for profile in known_profiles()]
    assert names == ["strict", "moodle", "claroline", "kolibri", "open-edx", "sans-lms"]


@pytest.mark.parametrize("profile", known_profiles(), ids=lambda profile: profile.name)
def test_what_designers_read_names_its_source_and_is_well_typed(profile: Profile) -> None:
    options = [option for setting in profile.settings for option in setting.options]
    for each in (*profile.peculiarities, *profile.warnings, *options):
        assert re.search(r"LMS-OBSERVED|SCORM|ARCHITECTURE", each.source), each
        assert each.tells.endswith("."), each.tells
        assert not WRONG_FRENCH.search(each.tells), each.tells


@pytest.mark.parametrize(
    "changes",
    [
        {"peculiarity": {"switch": "invented"}},
        {"peculiarity": {"value": "maybe"}},
        {"peculiarity": {"value": None}},
        {"peculiarity": {"source": ""}},
        {"peculiarity": {"targets": ["scorm13"]}},
        {"peculiarity": {"switch": "sends", "value": "sometimes"}},
        {
            "peculiarity": {
                "switch": "patterns",
                "value": [{"element": "cmi.exit", "pattern": "(", "code": "405"}],
            }
        },
        {"peculiarities": []},
        {"peculiarities": a_profile()["peculiarities"] * 2},
        {"settings": [{"name": "essai", "title": "Essai", "options": []}]},
        {"settings": [a_setting(sets={"invented": 1})]},
        {"settings": [a_setting(sets={"attempts": -1})]},
        {"name": "Un LMS"},
        {"colour": "blue"},
    ],
)
def test_a_file_that_says_nonsense_is_refused(changes: dict[str, Any]) -> None:
    Profile.model_validate(a_profile(settings=[a_setting(sets={"attempts": 1})]))
    with pytest.raises(ValidationError):
        Profile.model_validate(a_profile(**changes))


def test_no_script_knows_an_lms_by_its_name() -> None:
    names = [profile.name for profile in known_profiles()]
    for path in SCRIPTS.glob("*.js"):
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text("utf-8"), flags=re.DOTALL)
        assert [name for name in names if f'"{name}"' in code] == [], path.name


def test_page_and_script_name_the_same_lines() -> None:
    code = (SCRIPTS / "line.js").read_text("utf-8")
    table = code.partition("const LINES = {")[2].partition("}")[0]
    assert re.findall(r'"?([a-z-]+)"?: "', table) == list(LINES)


def test_the_player_tells_only_what_holds_for_its_edition() -> None:
    shown = Shown({})
    told = {
        target: {
            sentence
            for view in player_view(a_build(target=target), shown)["profiles"]  # type: ignore[attr-defined]
            for sentence, _ in view.tells
        }
        for target in ("scorm12", "scorm2004-4")
    }
    only_2004 = "Pas d’objet SCORM 2004\u00a0: le contenu ne trouve aucun LMS."
    assert only_2004 in told["scorm2004-4"]
    assert only_2004 not in told["scorm12"]
