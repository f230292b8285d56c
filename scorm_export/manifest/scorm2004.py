"""Package → manifest, SCORM 2004 3rd and 4th Edition (CAM §3)."""

from __future__ import annotations

from lxml import etree

from scorm_export.manifest import sequencing
from scorm_export.manifest.structure import add_organization, add_resources, frame
from scorm_export.manifest.xml import Builder
from scorm_export.package import Package
from scorm_export.standard import Standard


def manifest(package: Package, standard: Standard) -> etree._Element:
    """Shape the manifest of either edition; they differ in texts and schemas, not in shape.

    No completion threshold and no passing score: the content sets its own statuses.
    """
    build = Builder(standard)
    root = frame(package, standard)
    organization, items = add_organization(build, root, package)
    sequencing.keep_objectives_local(build, organization)
    for item in items:
        sequencing.let_content_decide(build, item)
        if len(items) == 1:
            sequencing.hide_navigation(build, item)
    sequencing.allow_free_choice(build, organization)
    add_resources(build, root, package, standard)
    return root
