"""Package → manifest, SCORM 1.2 (Content Aggregation Model §2.3)."""

from __future__ import annotations

from lxml import etree

from scorm_export.manifest.structure import add_organization, add_resources, frame
from scorm_export.manifest.xml import Builder
from scorm_export.package import Package
from scorm_export.standard import Standard


def manifest(package: Package) -> etree._Element:
    """Shape the manifest.

    No mastery score: with one, LMSs replace the status that the content set, from whatever raw
    score was there when the learner left.
    """
    build = Builder(Standard.SCORM_12)
    root = frame(package, Standard.SCORM_12)
    add_organization(build, root, package)
    add_resources(build, root, package, Standard.SCORM_12)
    return root
