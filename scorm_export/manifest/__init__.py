"""Package × Standard → manifest."""

from __future__ import annotations

from lxml import etree

from scorm_export.manifest import scorm12, scorm2004
from scorm_export.manifest.xml import serialise
from scorm_export.package import Package
from scorm_export.standard import Standard

__all__ = ["manifest_for", "serialise"]


def manifest_for(package: Package, standard: Standard) -> etree._Element:
    """Describe a package in XML.

    Identifiers depend on those of the package and its items only; titles are cut to 200
    characters; characters that XML cannot hold become U+FFFD.
    """
    if standard is Standard.SCORM_12:
        return scorm12.manifest(package)
    return scorm2004.manifest(package, standard)
