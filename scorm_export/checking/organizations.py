"""Checks of organizations, items, titles, identifiers and references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from scorm_export.checking.findings import Subject, content_of, local
from scorm_export.checking.rules import manifest as rules
from scorm_export.standard import TITLE_ROOM

_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_MOODLE_TITLE_ROOM = 255
_PARAMETERS_ROOM = 1_000


def check_organizations(subject: Subject) -> None:
    """Check the table of contents and everything that is referred to by identifier."""
    _check_default(subject)
    for organization in subject.organizations():
        _check_titles(subject, organization)
        if subject.child(organization, "item") is None:
            subject.findings.about_element(rules.NO_ITEM, organization)
    known = {resource.get("identifier") for resource in subject.resources()}
    for item in subject.items():
        _check_titles(subject, item)
        _check_reference(subject, item, known)
        _check_parameters(subject, item)
    for dependency in _dependencies(subject):
        identifier = dependency.get("identifierref", "")
        if identifier not in known:
            subject.findings.about_element(
                rules.UNKNOWN_RESOURCE, dependency, identifier=identifier
            )
    _check_identifiers(subject)


def _dependencies(subject: Subject) -> Iterator[etree._Element]:
    for resource in subject.resources():
        yield from subject.children(resource, "dependency")


def _check_default(subject: Subject) -> None:
    holder = subject.child(subject.root, "organizations")
    identifiers = [each.get("identifier") for each in subject.organizations()]
    if holder is None or not identifiers:
        where = subject.root if holder is None else holder
        subject.findings.about_element(rules.NO_ORGANIZATIONS, where)
        return
    default = holder.get("default")
    if default is None:
        subject.findings.about_element(rules.NO_DEFAULT, holder)
    elif default not in identifiers:
        subject.findings.about_element(rules.UNKNOWN_DEFAULT, holder, identifier=default)


def _check_titles(subject: Subject, holder: etree._Element) -> None:
    titles = subject.children(holder, "title")
    if not titles:
        subject.findings.about_element(rules.NO_TITLE, holder, element=local(holder))
        return
    for second in titles[1:]:
        subject.findings.about_element(rules.MANY_TITLES, second, element=local(holder))
    text = content_of(titles[0])
    if not text.strip():
        subject.findings.about_element(rules.EMPTY_TITLE, titles[0], element=local(holder))
    elif len(text) > _MOODLE_TITLE_ROOM:
        subject.findings.about_element(rules.TITLE_FATAL, titles[0], length=len(text))
    elif len(text) > TITLE_ROOM:
        subject.findings.about_element(rules.TITLE_LONG, titles[0], length=len(text))


def _check_reference(subject: Subject, item: etree._Element, known: set[str | None]) -> None:
    identifier = item.get("identifierref")
    is_leaf = subject.child(item, "item") is None
    if not identifier:
        if is_leaf:
            subject.findings.about_element(rules.LEAF_WITHOUT_RESOURCE, item)
        return
    if not is_leaf and subject.is_2004:
        subject.findings.about_element(rules.PARENT_WITH_RESOURCE, item)
    if identifier not in known:
        subject.findings.about_element(rules.UNKNOWN_RESOURCE, item, identifier=identifier)


def _check_parameters(subject: Subject, item: etree._Element) -> None:
    parameters = item.get("parameters", "")
    if len(parameters) > _PARAMETERS_ROOM:
        subject.findings.about_element(rules.PARAMETERS_LONG, item, length=len(parameters))
    elif parameters and parameters[0] not in "?#":
        subject.findings.about_element(rules.PARAMETERS_FORM, item, value=parameters)


def _check_identifiers(subject: Subject) -> None:
    seen: set[str] = set()
    carriers = [subject.root, *subject.organizations(), *subject.items(), *subject.resources()]
    for element in carriers:
        identifier = element.get("identifier")
        if identifier is None:
            subject.findings.about_element(rules.NO_IDENTIFIER, element, element=local(element))
        elif not _IDENTIFIER.fullmatch(identifier):
            subject.findings.about_element(rules.BAD_IDENTIFIER, element, identifier=identifier)
        elif identifier in seen:
            subject.findings.about_element(
                rules.DUPLICATE_IDENTIFIER, element, identifier=identifier
            )
        seen.add(identifier or "")
