"""What every earlier version of the page kept in an LMS goes on in today's page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.support import plain_lms
from tests.support.learner import Learner
from tests.support.releases import Release, keeps
from tests.support.saved_state import read_state
from tests.support.stage import Stage

pytestmark = pytest.mark.browser

RELEASED = Path(__file__).parents[1] / "released"
OLDER_NAMES = (RELEASED / "published-ids.txt").read_text("utf-8").split()
STATES = sorted((Path(__file__).parents[1] / "states").glob("[A-Z]/*.json"))


@pytest.mark.parametrize(
    "path",
    [each for each in STATES if each.stem != "keys"],
    ids=lambda path: f"{path.parent.name}-{path.stem}",
)
def test_what_every_earlier_version_kept_goes_on_in_this_one(
    open_window: Open, preview: Stage, tmp_path: Path, path: Path
) -> None:
    """The package is built from the course that the older one was built from."""
    name = "anterieur"
    preview.show(Release(lines=OLDER_NAMES, quiz="seuil: 60\ntirage: 6").write(tmp_path, name))
    kept = json.loads(path.read_text("utf-8"))
    page = open_window(own=plain_lms.ADDRESS)
    record = {"cmi.suspend_data": kept["state"], "cmi.core.lesson_status": "incomplete"}
    # Of answers whose rows an LMS has lost it is told again, in new rows.
    last = max((each["row"] for each in kept["decoded"]["questions"].values()), default=-1)
    record |= {f"cmi.interactions.{row}.id": f"row_{row}" for row in range(last + 1)}
    plain_lms.launch(page, preview.files(f"{name}-scorm12"), record)
    expect(page.locator("[data-page]:not([data-ready])")).to_have_count(0)
    state = read_state(plain_lms.held(page)["cmi.suspend_data"], page)
    before = kept["decoded"]
    keeps(state, before)
    assert state["questions"] == before["questions"]
    checked = sum(each["checked"] for each in before["questions"].values())
    expect(page.locator("[data-lesson] [data-checked]")).to_have_count(checked)
    done = sum(each["status"] == 2 for each in before["lessons"].values())
    words = "leçons terminées" if done > 1 else "leçon terminée"
    Learner(page).sees(f"{done} {words} sur 3")
