"""The W3C's own HTML checker, vnu, on pages as files or as a browser holds them."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

_JAR = Path(__file__).parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def html_faults(pages: Mapping[str, str]) -> list[str]:
    """List what the checker has against pages: errors, warnings and remarks alike.

    Args:
        pages: documents by a name that tells them apart.
    """
    java = shutil.which("java")
    assert java, "scripts/test brings Java in"
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, (name, html) in enumerate(pages.items()):
            path = Path(folder) / f"{number}.html"
            path.write_text(html, "utf-8")
            names[path.name] = name
        command = [java, "-jar", str(_JAR), "--format", "json", "--exit-zero-always", folder]
        ran = subprocess.run(command, capture_output=True, check=True)
    messages = json.loads(ran.stderr)["messages"]
    return sorted({f"{names[each['url'].rpartition('/')[2]]}: {_told(each)}" for each in messages})


def _told(message: Mapping[str, str | int]) -> str:
    extract = " ".join(str(message.get("extract", "")).split())
    return f"{message.get('subType', message['type'])}: {message['message']} {extract[:120]}"
