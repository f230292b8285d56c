"""Rules about control documents and what they say of the manifest."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

LOCATION_PAIRS = Rule(
    "schema/location-pairs",
    Severity.ERROR,
    "xsi:schemaLocation does not consist of pairs",
    "write namespace, blank, file name, for each namespace",
    "XML Schema Part 1, §4.3.2.",
)
NO_LOCATION = Rule(
    "schema/no-location",
    Severity.WARNING,
    'xsi:schemaLocation names no file for the namespace "{namespace}"',
    "add the namespace and its file name to xsi:schemaLocation of the root",
    "Checkers find the control document of a namespace by this pair (SCORM 2004 CAM §3).",
)
NO_LOCATIONS = Rule(
    "schema/no-locations",
    Severity.WARNING,
    "the manifest has no xsi:schemaLocation",
    "add it to manifest, with each namespace and its file name",
    "Checkers find the control documents by these pairs (SCORM 2004 CAM §3).",
)
NO_CONTROLS = Rule(
    "schema/no-controls",
    Severity.ERROR,
    "the package has none of its control documents: {names}",
    "add the official files of the edition at the root",
    "ADL's package checker refuses the package: « controlling document not found at root ». "
    "LMSs do not care.",
)
CONTROL_MISSING = Rule(
    "schema/control-missing",
    Severity.ERROR,
    'the control document "{name}" is not at the root of the package',
    "add the official file",
    "ADL's package checker refuses the package: « controlling document not found at root ». "
    "LMSs do not care.",
)
INCLUDE_MISSING = Rule(
    "schema/include-missing",
    Severity.ERROR,
    '"{name}", which "{by}" refers to, is not in the package',
    "add the official file",
    "ADL's package checker then cannot validate anything.",
)
CONTROL_CHANGED = Rule(
    "schema/control-changed",
    Severity.WARNING,
    "the control document differs from the official one of this edition",
    "replace it by the official file",
    "Packages carry exact copies (SCORM 2004 CAM §3); an edited one proves nothing.",
)
UNEXPECTED_ELEMENT = Rule(
    "schema/unexpected-element",
    Severity.ERROR,
    '"{element}" may not stand here',
    "move or remove it",
    "The official schema allows no such element here.",
)
MISPLACED_ELEMENT = Rule(
    "schema/misplaced-element",
    Severity.ERROR,
    '"{element}" may not stand here, but one of these: {expected}',
    "move or remove it, or add what is missing before it",
    "The official schema demands another order here.",
)
MISSING_CHILD = Rule(
    "schema/missing-child",
    Severity.ERROR,
    '"{element}" is incomplete; missing is one of these: {expected}',
    "add what is missing",
    "The official schema demands a child here.",
)
MISSING_ATTRIBUTE = Rule(
    "schema/missing-attribute",
    Severity.ERROR,
    '"{element}" lacks the attribute "{attribute}"',
    "add it",
    "The official schema demands it.",
)
UNEXPECTED_ATTRIBUTE = Rule(
    "schema/unexpected-attribute",
    Severity.ERROR,
    '"{element}" may not have the attribute "{attribute}"',
    "check its spelling, or remove it",
    "The official schema knows no such attribute here. Completion thresholds of the 4th edition, "
    "for instance, are unknown to the 3rd.",
)
BAD_VALUE = Rule(
    "schema/bad-value",
    Severity.ERROR,
    '"{value}" is no legal value of "{element}"',
    "use a value of the right form",
    "The official schema gives the form: a vocabulary, a number, a length.",
)
TOO_LONG = Rule(
    "schema/too-long",
    Severity.ERROR,
    'a text of "{element}" has {length} characters',
    "keep it to {most}",
    "The official schema gives the length.",
)
STRAY_TEXT = Rule(
    "schema/stray-text",
    Severity.ERROR,
    '"{element}" holds text, but may hold elements only',
    "remove the text between its tags",
    "The official schema allows no text here.",
)
ELEMENT_IN_TEXT = Rule(
    "schema/element-in-text",
    Severity.ERROR,
    '"{element}" holds an element, but may hold text only',
    "keep the text alone",
    "The official schema allows no element here: HTML in a title, for instance.",
)
INVALID = Rule(
    "schema/invalid",
    Severity.ERROR,
    'the official schema refuses something in "{element}" (libxml2, error {number})',
    "change it as the schema demands",
    "The manifest must be valid against the edition's schemas (SCORM 2004 CAM §3).",
)
UNKNOWN_NAME = Rule(
    "schema/unknown-name",
    Severity.ERROR,
    '"{prefix}:{name}" does not exist',
    "check its spelling, capital letters included",
    "The 4th edition's schemas let misspelt extensions pass, and LMSs then ignore them.",
)
NOT_CHECKED = Rule(
    "schema/not-checked",
    Severity.INFO,
    "the manifest was not checked against a schema, since its edition is an older one",
    "export as SCORM 1.2 or as SCORM 2004 3rd or 4th Edition",
    "Only the schemas of these three are at hand.",
)
NOT_INSTALLED = Rule(
    "schema/not-installed",
    Severity.INFO,
    "the manifest was not checked against a schema, since the installation has none",
    "install again: pip install -e .",
    "The official schemas are brought in when the program is installed.",
)
