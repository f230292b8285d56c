"""Disk → ``SourceTree``: the only package that reads a course's files.

Every text comes out as strict UTF-8 in Unicode form C with ``\\n`` line ends, every media file as
bytes of a bounded size. What cannot be read becomes a finding; nothing raises.
"""

from __future__ import annotations

from tiers_lieu_mooc.reading.disk import read_course
from tiers_lieu_mooc.reading.layout import WORK_FOLDERS, banks_beside, banks_folder
from tiers_lieu_mooc.reading.media_files import DOCUMENTS, EXTENSIONS, PICTURES, RECORDINGS
from tiers_lieu_mooc.reading.sources import MediaSource, Source, SourceTree

__all__ = [
    "DOCUMENTS",
    "EXTENSIONS",
    "PICTURES",
    "RECORDINGS",
    "WORK_FOLDERS",
    "MediaSource",
    "Source",
    "SourceTree",
    "banks_beside",
    "banks_folder",
    "read_course",
]
