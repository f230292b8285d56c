"""Rules about the files that a manifest names and those that are there."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

FILE_WITHOUT_HREF = Rule(
    "files/no-href",
    Severity.ERROR,
    "this file element names no file",
    'write <file href="…"/>',
    "file/@href is mandatory (IMS CP 1.1.4).",
)
EXTERNAL_HREF = Rule(
    "files/external-href",
    Severity.ERROR,
    '"{href}" lies outside the package',
    "put the file into the package",
    "ADL's package checker stops there; without a network the SCO does not start.",
)
HREF_OUTSIDE = Rule(
    "files/outside-href",
    Severity.ERROR,
    '"{href}" leads out of the package',
    "use a path relative to the manifest, without .. and without / at its start",
    "Hrefs are relative to the package (SCORM 2004 CAM §3).",
)
HREF_BACKSLASH = Rule(
    "files/backslash-href",
    Severity.ERROR,
    '"{href}" holds a backslash',
    "use / between folders",
    "An href is a URL (RFC 3986); only Windows reads \\ as /.",
)
HREF_LONG = Rule(
    "files/long-href",
    Severity.ERROR,
    "this href has {length} characters",
    "keep it under 2,000",
    "2,000 is the smallest permitted maximum, xml:base included (SCORM 2004 CAM §3).",
)
ABSENT = Rule(
    "files/absent",
    Severity.ERROR,
    '"{href}" is not in the package',
    "add the file, or remove it from the manifest",
    "ADL's package checker refuses it; in an LMS it is a page not found.",
)
CASE_MISMATCH = Rule(
    "files/case-mismatch",
    Severity.ERROR,
    '"{href}" is called "{name}" in the package',
    "write both alike",
    "On Linux servers these are two names: page not found.",
)
LAUNCH_NOT_LISTED = Rule(
    "files/launch-not-listed",
    Severity.ERROR,
    'the launch file "{href}" is not among the files of its resource',
    'add <file href="{href}"/> to the resource',
    "ADL's package checker refuses it (SCORM 2004 CAM §3).",
)
CONTROL_LISTED = Rule(
    "files/control-listed",
    Severity.WARNING,
    '"{href}" is listed, though it belongs to the package itself',
    "remove it from the resource",
    "The manifest and its control documents are no content (SCORM 2004 CAM §3).",
)
UNLISTED = Rule(
    "files/unlisted",
    Severity.WARNING,
    "no resource lists this file",
    "list it as a file of the resource that uses it, or leave it out",
    "LMSs may leave it behind when they copy a resource; ADL's checker warns.",
)
NON_ASCII_NAME = Rule(
    "files/non-ascii-name",
    Severity.ERROR,
    "the name holds characters beyond ASCII",
    "use a-z, 0-9, - and _ in names",
    "Zip tools disagree on the encoding of names; ADL's checker does not find the file at all.",
)
BLANK_IN_NAME = Rule(
    "files/blank-in-name",
    Severity.WARNING,
    "the name holds a blank",
    "use - instead",
    "Some LMSs encode the launch address again, some do not.",
)
SERVER_SIDE = Rule(
    "files/server-side",
    Severity.ERROR,
    "files ending in {extension} are refused by LMSs",
    "remove the file, or publish it in another form",
    "A web server might run it; Peritus LEARN and CrossKnowledge refuse the whole package.",
)
