"""Findings about packages, in French.

``scorm_export`` speaks English, for it is used alone too; here its sentences are replaced by
French ones with the same places. A test holds the two catalogues together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from scorm_export.checking.gathering import is_gathered
from scorm_export.diagnostic import Diagnostic
from tiers_lieu_mooc.inspection import archive, files, formats, manifest, schema, xml

__all__ = ["FRENCH", "in_french"]

FRENCH: Mapping[str, tuple[str, str]] = {
    **archive.SENTENCES,
    **files.SENTENCES,
    **formats.SENTENCES,
    **manifest.SENTENCES,
    **schema.SENTENCES,
    **xml.SENTENCES,
}
"""Code → what is wrong, what to do about it."""

_MORE = " De même, {others} autres\u00a0: {places}"


def in_french(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Give the same findings with French sentences.

    Raises:
        KeyError: when a finding comes from elsewhere than the package checker.
    """
    return [_in_french(each) for each in found]


def _in_french(found: Diagnostic) -> Diagnostic:
    message, mend = FRENCH[found.code]
    if is_gathered(found):
        message += _MORE
    return replace(found, rule=replace(found.rule, message=message, mend=mend))
