"""The catalogue: everything that ``check`` can find.

Severities: an error is what ADL's own package checker refuses, or what some LMS is known to refuse
or to misread; a warning is legal but known to cause trouble; an information says what was not
checked.
"""

from __future__ import annotations

from scorm_export.checking.rules import archive, files, formats, manifest, schema, xml
from scorm_export.diagnostic import Rule

__all__ = ["ALL", "archive", "files", "formats", "manifest", "schema", "xml"]

ALL: tuple[Rule, ...] = tuple(
    sorted(
        (
            value
            for family in (archive, files, formats, manifest, schema, xml)
            for value in vars(family).values()
            if isinstance(value, Rule)
        ),
        key=lambda rule: rule.code,
    )
)
"""Every rule, sorted by code."""
