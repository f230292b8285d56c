"""The least work that any compiler from Markdown to a zip must do."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path

from markdown_it import MarkdownIt

from bench.measure import Timing, run_function

_CONTROL_DOCUMENTS = (".xsd", ".dtd")


def bare_work(sources: Iterable[Path], package: Path, runs: int) -> Timing:
    """Time a bare markdown-it-py render of the sources and a deflate of the package's bytes.

    Nothing else is counted: no reading, no checking, no links, no questions, no imports.
    """
    texts = [path.read_text("utf-8") for path in sources]
    with zipfile.ZipFile(package) as archive:
        contents = [archive.read(name) for name in archive.namelist()]

    def work() -> None:
        parser = MarkdownIt("commonmark", {"html": False}).enable("table")
        for text in texts:
            parser.render(text)
        for content in contents:
            zlib.compress(content)

    return run_function(work, runs)


def content_size(package: Path) -> int:
    """Give a package's compressed bytes without pictures, sound and control documents."""
    with zipfile.ZipFile(package) as archive:
        return sum(
            entry.compress_size
            for entry in archive.infolist()
            if not entry.filename.endswith(_CONTROL_DOCUMENTS) and "media/" not in entry.filename
        )
