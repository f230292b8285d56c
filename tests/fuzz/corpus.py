"""What once showed a fault: a folder for each kind of input, a file for each input."""

from __future__ import annotations

from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
