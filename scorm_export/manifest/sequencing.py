"""Navigation rules of SCORM 2004 as sequencing and presentation elements (SN book §3, §5)."""

from __future__ import annotations

from lxml import etree

from scorm_export.manifest.xml import Builder


def let_content_decide(build: Builder, item: etree._Element) -> None:
    """Stop the LMS from marking an activity completed or passed on its own."""
    element = build.child(item, "imsss:sequencing")
    controls = {"completionSetByContent": "true", "objectiveSetByContent": "true"}
    build.child(element, "imsss:deliveryControls", controls)


def hide_navigation(build: Builder, item: etree._Element) -> None:
    """Hide the LMS's previous and continue buttons, which lead nowhere beside a single SCO."""
    presentation = build.child(item, "adlnav:presentation")
    interface = build.child(presentation, "adlnav:navigationInterface")
    for control in ("previous", "continue"):
        build.child(interface, "adlnav:hideLMSUI", text=control)


def allow_free_choice(build: Builder, organization: etree._Element) -> None:
    """Let learners choose from the table of contents, and let the LMS start the first SCO."""
    element = build.child(organization, "imsss:sequencing")
    build.child(element, "imsss:controlMode", {"choice": "true", "flow": "true"})


def keep_objectives_local(build: Builder, organization: etree._Element) -> None:
    """Keep global objectives within the course; the default shares them between courses."""
    build.set(organization, "adlseq:objectivesGlobalToSystem", "false")
