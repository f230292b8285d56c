"""A learner's state as an LMS keeps it, read by the code that writes it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.support.learner import Screen

_READER = Path(__file__).with_name("read_state.js")


def read_state(text: str, screen: Screen) -> dict[str, Any]:
    """Read suspend data, with the keys of the questions that stand on the page."""
    keys = screen.locator("[data-question]").evaluate_all(
        "forms => Object.fromEntries(forms.map(form => "
        "[form.dataset.index, {kind: form.dataset.kind, key: JSON.parse(form.dataset.key)}]))"
    )
    asked = json.dumps({"state": text, "keys": keys})
    told = subprocess.run(
        ["node", _READER], input=asked, capture_output=True, text=True, encoding="utf-8", check=True
    )
    state: dict[str, Any] = json.loads(told.stdout)
    return state
