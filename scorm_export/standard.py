"""The SCORM editions, and every fact that differs between them."""

from __future__ import annotations

from enum import StrEnum


class Standard(StrEnum):
    """An edition of SCORM; the value is the name used for targets and folders."""

    SCORM_12 = "scorm12"
    SCORM_2004_3 = "scorm2004-3"
    SCORM_2004_4 = "scorm2004-4"


SUSPEND_DATA_ROOM = {
    Standard.SCORM_12: 4_096,
    Standard.SCORM_2004_3: 30_000,
    Standard.SCORM_2004_4: 30_000,
}
"""Characters of ``cmi.suspend_data`` that a package may use.

1.2: the limit of the run-time book (cmi.suspend_data, CMIString4096), enforced by Kolibri and by
Moodle's standard mode. 2004 allows 64,000, but what is sent while a page unloads is lost beyond
64 KiB (fetch standard, keepalive quota), so less than half of it is used.
"""
