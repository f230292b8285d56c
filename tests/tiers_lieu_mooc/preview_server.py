"""The preview of a course of two files, as a program: ``preview_server.py FOLDER CACHE [PORT]``.

Prints its address when it is ready; ``raté`` in the page makes the rebuild fail.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.tiers_lieu_mooc.preview_values import BROKEN, finding
from tiers_lieu_mooc.preview import Build, Outcome, PreviewError, Workbench, serve


def rebuild(folder: Path) -> Outcome:
    files = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    if "raté".encode() in files["index.html"]:
        return Outcome([], [finding(BROKEN)])
    targets = ("scorm12", "scorm2004-4", "web")
    return Outcome(
        [Build(f"essai-{target}", "Un essai", "", target, lambda: files) for target in targets]
    )


def main(folder: Path, cache: Path, port: int = 0) -> int:
    workbench = Workbench(lambda: rebuild(folder), [folder], cache)
    try:
        serve(workbench, port=port, on_ready=lambda address: print(address, flush=True))
    except PreviewError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:])))
