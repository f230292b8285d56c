"""Where libxml2 stops reading XML → one of our rules."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lxml import etree

from scorm_export.checking.rules import manifest as manifest_rules
from scorm_export.checking.rules import xml as rules
from scorm_export.diagnostic import Rule

_BY_NUMBER: Mapping[int, Rule] = {
    4: rules.NO_XML,
    5: rules.EXTRA_CONTENT,
    9: rules.FORBIDDEN_CHARACTER,
    23: rules.BARE_AMPERSAND,
    26: rules.UNKNOWN_ENTITY,
    38: rules.BARE_LESS_THAN,
    39: rules.ATTRIBUTE_FORM,
    40: rules.CUT_OFF,
    41: rules.ATTRIBUTE_FORM,
    42: rules.ATTRIBUTE_TWICE,
    45: rules.COMMENT,
    62: rules.CDATA,
    63: rules.CDATA,
    64: rules.LATE_DECLARATION,
    65: rules.ATTRIBUTE_FORM,
    68: rules.BARE_LESS_THAN,
    73: rules.CUT_OFF,
    76: rules.TAG_MISMATCH,
    77: rules.CUT_OFF,
    80: rules.COMMENT,
    81: rules.NOT_UTF_8,
    203: rules.ATTRIBUTE_TWICE,
}
"""Numbers of ``xmlParserErrors``, which libxml2 promises to keep; its sentences change."""

_NAME_REQUIRED = 68
_UNDECLARED = 201
_VALUES: Mapping[Rule, re.Pattern[str]] = {
    rules.UNKNOWN_ENTITY: re.compile(r"Entity '(?P<name>[^']+)'"),
    rules.TAG_MISMATCH: re.compile(r": (?P<opened>\S+) line (?P<line>\d+) and (?P<closed>\S+)"),
}


def rule_for(log: Sequence[etree._LogEntry]) -> tuple[Rule, int, dict[str, str]]:
    """Say why a parser stopped: the rule, the line, and the values of the rule's sentence."""
    # An undeclared prefix stops no parser where it is met; what follows from a fault comes later.
    fault = next((each for each in log if each.type != _UNDECLARED), None)
    if fault is None:
        return rules.NO_XML, 0, {}
    rule = _BY_NUMBER.get(fault.type)
    if fault.type == _NAME_REQUIRED and "EntityRef" in fault.message:
        rule = rules.BARE_AMPERSAND
    form = _VALUES.get(rule) if rule else None
    found = form.search(fault.message) if form else None
    if rule is None or (form and not found):
        return manifest_rules.NOT_WELL_FORMED, fault.line, {"number": str(fault.type)}
    return rule, fault.line, found.groupdict() if found else {}
