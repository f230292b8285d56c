"""What the manifests of every edition have in common: identifiers, items, resources."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from scorm_export.manifest.xml import Builder, short_title
from scorm_export.package import Item, Package
from scorm_export.standard import FACTS, Standard


def frame(package: Package, standard: Standard) -> etree._Element:
    """Make the root with its metadata."""
    build = Builder(standard)
    # LMSs tell a new release of a course by these identifiers, and Moodle deletes every learner's
    # record when an item's changes: nothing but the package's own names may enter them.
    root = build.root("manifest", {"identifier": f"C-{package.identifier}", "version": "1.0"})
    metadata = build.child(root, "metadata")
    build.child(metadata, "schema", text="ADL SCORM")
    build.child(metadata, "schemaversion", text=FACTS[standard].schema_version)
    return root


def add_organization(
    build: Builder, root: etree._Element, package: Package
) -> tuple[etree._Element, list[etree._Element]]:
    """Append the table of contents; gives the organization and its items."""
    identifier = f"O-{package.identifier}"
    organizations = build.child(root, "organizations", {"default": identifier})
    organization = build.child(organizations, "organization", {"identifier": identifier})
    build.child(organization, "title", text=short_title(package.title))
    return organization, [_add_item(build, organization, item) for item in package.items]


def _add_item(build: Builder, organization: etree._Element, item: Item) -> etree._Element:
    attributes = {"identifier": f"I-{item.identifier}", "identifierref": _resource_of(item)}
    if item.parameters:
        attributes["parameters"] = item.parameters
    element = build.child(organization, "item", attributes)
    build.child(element, "title", text=short_title(item.title))
    return element


def add_resources(
    build: Builder, root: etree._Element, package: Package, standard: Standard
) -> None:
    """Append the resources: SCOs first, since Open edX launches the first one with an ``href``.

    A single SCO lists every file. Several list their own page each, and depend on one asset
    resource without ``href`` that lists the rest.
    """
    type_name = f"adlcp:{FACTS[standard].scorm_type}"
    launched = dict.fromkeys(item.href for item in package.items)
    rest = sorted(asset.path for asset in package.assets if asset.path not in launched)
    is_shared = len(package.items) > 1 and bool(rest)
    shared = f"A-{package.identifier}"
    resources = build.child(root, "resources")
    for item in package.items:
        attributes = {"identifier": _resource_of(item), "type": "webcontent"}
        attributes |= {type_name: "sco", "href": item.href}
        resource = build.child(resources, "resource", attributes)
        _add_files(build, resource, [item.href] if is_shared else [item.href, *rest])
        if is_shared:
            build.child(resource, "dependency", {"identifierref": shared})
    if is_shared:
        attributes = {"identifier": shared, "type": "webcontent", type_name: "asset"}
        _add_files(build, build.child(resources, "resource", attributes), rest)


def _add_files(build: Builder, resource: etree._Element, paths: Iterable[str]) -> None:
    for path in paths:
        build.child(resource, "file", {"href": path})


def _resource_of(item: Item) -> str:
    return f"R-{item.identifier}"
