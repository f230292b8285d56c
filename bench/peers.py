"""What other tools needed for comparable courses, measured on the same kind of machine.

Measured on 22 November 2026 on 2 shared cores, Debian 12: 30 lessons in 6 modules and 300 lessons
in 60, 597 words of French each, as here but with a picture of 74 kB a lesson. Medians.
"""

from __future__ import annotations

from typing import NamedTuple


class Peer(NamedTuple):
    """A tool's full export; empty where it was not measured or does not apply."""

    name: str
    wall_30: str
    wall_300: str
    peak_30: str
    script_gzip: str
    style_gzip: str
    first_text: str


PEERS = (
    Peer(
        "coursekit 0.7.0, a package a module", "1.7 s", "37.4 s", "60 MiB", "24 kB", "8 kB", "1.0 s"
    ),
    Peer("eXeLearning 4, 42 SCOs", "1.8 s", "5.4 s", "348 MiB", "118 kB", "40 kB", "14.7 s"),
    Peer("Adapt 5.56.2", "6.0 s", "5.9 s", "473 MiB", "537 kB", "23 kB", "49.2 s"),
    Peer("LiaScript 3.3.5", "6.1 s", "44.6 s", "176 MiB", "5,539 kB", "21 kB", "61.0 s"),
    Peer("Zensical 0.0.73 (site, no SCORM)", "0.80 s", "6.4 s", "63 MiB", "", "", ""),
    Peer("Material for MkDocs 9.8.1 (site, no SCORM)", "0.66 s", "5.7 s", "38 MiB", "", "", ""),
    Peer("Sphinx 7.1.2 + MyST (site, no SCORM)", "1.7 s", "42 s", "70 MiB", "", "", ""),
)
