"""Checks of what ADL added to items: mastery score, thresholds, time limits, launch data."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lxml import etree

from scorm_export.checking.findings import Subject, content_of, elements, local, namespace
from scorm_export.checking.rules import manifest as rules
from scorm_export.standard import FACTS, Standard

_12 = FACTS[Standard.SCORM_12].namespaces
_2004 = FACTS[Standard.SCORM_2004_4].namespaces
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_TIMESPAN = re.compile(r"[0-9]{2,4}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,2})?")
_ACTIONS = {f"{act},{word}message" for act in ("exit", "continue") for word in ("", "no ")}
_PREREQUISITES_ROOM = 200
_SCO_ONLY = {
    f"{{{_2004['adlcp']}}}timeLimitAction",
    f"{{{_2004['adlcp']}}}dataFromLMS",
    f"{{{_2004['adlcp']}}}completionThreshold",
    f"{{{_2004['adlnav']}}}presentation",
}


def check_extensions(subject: Subject) -> None:
    """Check every extension element of the outer manifest's items."""
    scos = {
        resource.get("identifier")
        for resource in subject.resources()
        if resource.get(f"{{{_2004['adlcp']}}}scormType") != "asset"
    }
    for item in subject.items():
        for child in item.iterchildren(etree.Element):
            check = _CHECKS.get(str(child.tag))
            if check:
                check(subject, child)
            if child.tag in _SCO_ONLY and item.get("identifierref") not in scos:
                subject.findings.about_element(
                    rules.EXTENSION_WITHOUT_SCO, child, element=local(child)
                )
    for element in elements(subject.root):
        if local(element) == "mapInfo" and namespace(element) == _2004["imsss"]:
            subject.findings.about_element(rules.MAP_INFO, element)


def _is_between(text: str, low: float, high: float) -> bool:
    return _DECIMAL.fullmatch(text) is not None and low <= float(text) <= high


def _mastery_score(subject: Subject, element: etree._Element) -> None:
    text = content_of(element)
    if not _is_between(text.strip(), 0, 100):
        subject.findings.about_element(rules.MASTERY_SCORE, element, value=text)


def _prerequisites(subject: Subject, element: etree._Element) -> None:
    is_long = len(content_of(element)) > _PREREQUISITES_ROOM
    if is_long or element.get("type") != "aicc_script":
        subject.findings.about_element(rules.PREREQUISITES, element)


def _max_time(subject: Subject, element: etree._Element) -> None:
    text = content_of(element)
    if not _TIMESPAN.fullmatch(text.strip()):
        subject.findings.about_element(rules.MAX_TIME, element, value=text)


def _time_limit_action(subject: Subject, element: etree._Element) -> None:
    text = content_of(element)
    if text.strip() not in _ACTIONS:
        subject.findings.about_element(rules.TIME_LIMIT_ACTION, element, value=text)


def _launch_data(subject: Subject, element: etree._Element) -> None:
    room = 4_000 if subject.is_2004 else 255
    length = len(content_of(element))
    if length > room:
        subject.findings.about_element(rules.LAUNCH_DATA, element, length=length, room=room)


def _threshold(subject: Subject, element: etree._Element) -> None:
    text = content_of(element).strip()
    has_new_form = bool(element.attrib)
    is_fourth = subject.standard is Standard.SCORM_2004_4
    if has_new_form != is_fourth or (has_new_form and text):
        subject.findings.about_element(rules.THRESHOLD_FORM, element)
        return
    value = element.get("minProgressMeasure", "1.0") if has_new_form else text
    if not _is_between(value, 0, 1):
        subject.findings.about_element(rules.THRESHOLD_RANGE, element, value=value)
    else:
        subject.findings.about_element(rules.THRESHOLD_IN_MOODLE, element)


_CHECKS: Mapping[str, Callable[[Subject, etree._Element], None]] = {
    f"{{{_12['adlcp']}}}masteryscore": _mastery_score,
    f"{{{_12['adlcp']}}}prerequisites": _prerequisites,
    f"{{{_12['adlcp']}}}maxtimeallowed": _max_time,
    f"{{{_12['adlcp']}}}timelimitaction": _time_limit_action,
    f"{{{_12['adlcp']}}}datafromlms": _launch_data,
    f"{{{_2004['adlcp']}}}timeLimitAction": _time_limit_action,
    f"{{{_2004['adlcp']}}}dataFromLMS": _launch_data,
    f"{{{_2004['adlcp']}}}completionThreshold": _threshold,
}
