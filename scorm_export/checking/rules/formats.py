"""Rules that name what a file is when it is no SCORM package."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

_SCORM = "export the course again as SCORM 1.2 or SCORM 2004"

CMI5 = Rule(
    "format/cmi5",
    Severity.ERROR,
    "this is a cmi5 package, not SCORM",
    f"{_SCORM}, or upload it where cmi5 is understood",
    "cmi5.xml at the root (cmi5 §14) takes the manifest's place.",
)
XAPI = Rule(
    "format/xapi",
    Severity.ERROR,
    "this is an xAPI package (Tin Can), not SCORM",
    f"{_SCORM}, or upload it where xAPI is understood",
    "tincan.xml at the root takes the manifest's place.",
)
AICC = Rule(
    "format/aicc",
    Severity.ERROR,
    "this is an AICC course, not SCORM",
    f"{_SCORM}, or upload it where AICC is understood",
    "Files .crs, .au, .des and .cst take the manifest's place (AICC CMI001).",
)
H5P = Rule(
    "format/h5p",
    Severity.ERROR,
    "this is an H5P content, not SCORM",
    "import it as an H5P activity, or have an H5P editor such as Lumi export it as SCORM",
    "h5p.json at the root takes the manifest's place.",
)
QTI = Rule(
    "format/qti",
    Severity.ERROR,
    "these are questions in the QTI format, not a SCORM package",
    "import them into a question bank, not as a SCORM activity",
    "QTI describes questions that the LMS itself asks (1EdTech QTI).",
)
COMMON_CARTRIDGE = Rule(
    "format/common-cartridge",
    Severity.ERROR,
    "this is a Common Cartridge, not a SCORM package",
    "import it as a whole course, not as a SCORM activity",
    "It has an imsmanifest.xml too, with other namespaces (1EdTech Common Cartridge).",
)
CONTENT_PACKAGE = Rule(
    "format/content-package",
    Severity.ERROR,
    "this is a content package of IMS alone, not SCORM",
    f"{_SCORM}; as it is, import it as files or pages",
    "It has an imsmanifest.xml too, but nothing in it says what talks to the LMS.",
)
MOODLE_BACKUP = Rule(
    "format/moodle-backup",
    Severity.ERROR,
    "this is a Moodle backup, not a SCORM package",
    "restore it in Moodle; to move one activity, download its package there",
    "moodle_backup.xml at the root.",
)
EPUB = Rule(
    "format/epub",
    Severity.ERROR,
    "this is an EPUB book, not a SCORM package",
    "upload it as a file, or export the course as SCORM",
    "META-INF/container.xml (EPUB OCF).",
)
OFFICE = Rule(
    "format/office",
    Severity.ERROR,
    "this is an office document, not a SCORM package",
    "upload it as a file, or export the course as SCORM from the tool that made it",
    "[Content_Types].xml (Office Open XML) or META-INF/manifest.xml (OpenDocument).",
)
ZIP_IN_ZIP = Rule(
    "format/zip-in-zip",
    Severity.ERROR,
    'this zip holds no course but another zip: "{name}"',
    'take "{name}" out of it and upload that one as it is',
    "An LMS unpacks once and finds no manifest at the root (SCORM 2004 CAM §3).",
)
MANIFEST_ALONE = Rule(
    "format/manifest-alone",
    Severity.ERROR,
    "this is the manifest alone, not the package",
    "give the zip that it comes from",
    "A package is the zip of the manifest with all its files (SCORM 2004 CAM §3).",
)
