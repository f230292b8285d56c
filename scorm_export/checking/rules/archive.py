"""Rules about the zip itself."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

MISSING_FILE = Rule(
    "archive/missing-file",
    Severity.ERROR,
    "there is no such file",
    "check the path",
    "Nothing could be checked.",
)
UNREADABLE = Rule(
    "archive/unreadable",
    Severity.ERROR,
    "the file cannot be read: {reason}",
    "check that you may read it",
    "Nothing could be checked.",
)
FOLDER = Rule(
    "archive/folder",
    Severity.ERROR,
    "this is a folder",
    "pack its contents as a zip",
    "A package interchange file is a zip (SCORM 2004 CAM §3).",
)
EMPTY_FILE = Rule(
    "archive/empty-file",
    Severity.ERROR,
    "the file is empty",
    "build or download the package again",
    "An interrupted download or export often leaves an empty file.",
)
NOT_A_ZIP = Rule(
    "archive/not-a-zip",
    Severity.ERROR,
    "the file is no zip, or a damaged one",
    "build or download the package again",
    "A package interchange file is a zip (SCORM 2004 CAM §3, IMS CP 1.1.4).",
)
PATH_ESCAPE = Rule(
    "archive/path-escape",
    Severity.ERROR,
    'the name "{name}" leads out of the package',
    "remove .. from the name",
    "Unpacked naively, the entry would overwrite files of the server (« zip slip »).",
)
ABSOLUTE_PATH = Rule(
    "archive/absolute-path",
    Severity.ERROR,
    'the name "{name}" is an absolute path',
    "pack with names relative to the manifest",
    "Names in a package are relative to its root (IMS CP 1.1.4); others may overwrite files.",
)
DRIVE_LETTER = Rule(
    "archive/drive-letter",
    Severity.ERROR,
    'the name "{name}" begins with a drive letter',
    "pack with names relative to the manifest",
    "On Windows the entry would be unpacked outside the package.",
)
BACKSLASH = Rule(
    "archive/backslash",
    Severity.ERROR,
    'the name "{name}" holds a backslash',
    "pack with / between folders",
    "The zip format wants / (APPNOTE 4.4.17); Linux and the Moodle app take \\ for a letter.",
)
CONTROL_CHARACTER = Rule(
    "archive/control-character",
    Severity.ERROR,
    'the name "{name}" holds a control character',
    "rename the file",
    "Unpackers cut such names at different places, so they write other files than were checked.",
)
ODD_PATH = Rule(
    "archive/odd-path",
    Severity.ERROR,
    'the name "{name}" has an empty folder name or a . in its path',
    "pack again with plain names",
    "No href of the manifest equals such a name.",
)
SPECIAL_FILE = Rule(
    "archive/special-file",
    Severity.ERROR,
    '"{name}" is a symbolic link or another special file',
    "pack the file itself",
    "A link may point at any file of the server that unpacks it.",
)
ENCRYPTED = Rule(
    "archive/encrypted",
    Severity.ERROR,
    '"{name}" is encrypted',
    "pack without a password",
    "No LMS asks for a password; the entry cannot be read.",
)
UNKNOWN_METHOD = Rule(
    "archive/unknown-method",
    Severity.ERROR,
    '"{name}" is packed by method {other}',
    "pack with the ordinary zip method (deflate)",
    "Only methods 0 and 8 are understood everywhere (zip as of PKWARE 2.04g, SCORM 2004 CAM §3).",
)
DUPLICATE_NAME = Rule(
    "archive/duplicate-name",
    Severity.ERROR,
    '"{name}" is in the package twice',
    "pack again",
    "One LMS keeps the first entry, another the last.",
)
CASE_CLASH = Rule(
    "archive/case-clash",
    Severity.ERROR,
    '"{name}" and "{other}" differ only by case or accent encoding',
    "rename one of them",
    "On Windows and macOS the second overwrites the first.",
)
RESERVED_NAME = Rule(
    "archive/reserved-name",
    Severity.ERROR,
    'Windows keeps the name "{part}" for a device',
    "rename it",
    "CON, PRN, AUX, NUL, COM1 to COM9 and LPT1 to LPT9, whatever follows the dot, cannot be "
    "unpacked on Windows.",
)
TRAILING_DOT = Rule(
    "archive/trailing-dot",
    Severity.ERROR,
    'the name "{part}" ends in a dot or a blank',
    "take it off the end of the name",
    "Windows drops it: the file has another name there, and its page is not found.",
)
FORBIDDEN_CHARACTER = Rule(
    "archive/forbidden-character",
    Severity.ERROR,
    'the name "{part}" holds one of : * ? " < > |',
    "use a-z, 0-9, - and _ in names",
    "Windows allows none of them; ? moreover begins the parameters of an address.",
)
FILE_AS_FOLDER = Rule(
    "archive/file-as-folder",
    Severity.ERROR,
    '"{name}" is a file, but also the folder of "{other}"',
    "rename one of them",
    "Unpacking stops with an error at the second of them.",
)
TOO_MANY_ENTRIES = Rule(
    "archive/too-many-entries",
    Severity.ERROR,
    "the package has {other} entries",
    "put fewer files into it",
    "360Learning refuses more than 50,000 files. Nothing was unpacked for this check.",
)
TOO_LARGE = Rule(
    "archive/too-large",
    Severity.ERROR,
    "the package unpacks to {other} bytes",
    "host large media elsewhere, or split the course",
    "360Learning refuses more than 1.5 GB unpacked, most sites far less. "
    "Nothing was unpacked for this check.",
)
ZIP_BOMB = Rule(
    "archive/zip-bomb",
    Severity.ERROR,
    "the package unpacks to {other} times its size",
    "look for a file that repeats itself endlessly",
    "360Learning refuses a ratio above 200. Nothing was unpacked for this check.",
)
FALSE_SIZE = Rule(
    "archive/false-size",
    Severity.ERROR,
    '"{name}" holds more than the {size} bytes that it declares',
    "pack again with a sound tool",
    "Limits that trust the declared size are circumvented in this way.",
)
CORRUPT_ENTRY = Rule(
    "archive/corrupt-entry",
    Severity.ERROR,
    '"{name}" is damaged and cannot be unpacked',
    "build or download the package again",
    "An LMS stops at import, or serves a broken file.",
)
ZIP64 = Rule(
    "archive/zip64",
    Severity.WARNING,
    '"{name}" is stored in the zip64 form',
    "pack with a tool that uses zip64 only above 4 GB",
    "The standard names zip as of PKWARE 2.04g, which has no zip64; older unpackers stop there.",
)
LEADING_BYTES = Rule(
    "archive/leading-bytes",
    Severity.WARNING,
    "there are {size} foreign bytes before the zip",
    "save as plain zip, not self-extracting",
    "Servers that look at the first bytes do not take the file for a zip.",
)
SPLIT = Rule(
    "archive/split",
    Severity.ERROR,
    "the end of the zip says that it is part {other} of several",
    "put it together again as one zip, or build the package again",
    "A package is one file; libzip, on which PHP and with it Moodle rest, refuses a part.",
)
FALSE_COUNT = Rule(
    "archive/false-count",
    Severity.ERROR,
    "the end of the zip counts {name} entries where there are {other}",
    "build or download the package again",
    "Some unpackers believe the number and leave files out, others refuse the zip: what one has "
    "checked is not what the LMS serves (PKWARE APPNOTE 4.4.21 and 4.4.22).",
)
SYSTEM_FILES = Rule(
    "archive/system-files",
    Severity.WARNING,
    '"{name}" is a file of the operating system',
    "pack without it",
    "macOS and Windows add such files; LMSs list them or count them.",
)
NO_MANIFEST = Rule(
    "archive/no-manifest",
    Severity.ERROR,
    "there is no imsmanifest.xml",
    "export as SCORM package; a zip of web pages is none",
    "imsmanifest.xml at the root is what makes a package (SCORM 2004 CAM §3).",
)
MANIFEST_IN_FOLDER = Rule(
    "archive/manifest-in-folder",
    Severity.ERROR,
    'imsmanifest.xml is in the folder "{folder}" instead of at the root',
    "pack the contents of the folder, not the folder",
    "Moodle and 360Learning, among others, look at the root only (SCORM 2004 CAM §3).",
)
MANIFEST_CASE = Rule(
    "archive/manifest-case",
    Severity.ERROR,
    'the manifest is called "{name}"',
    "call it imsmanifest.xml",
    "The name is all lower case (IMS CP 1.1.4); Linux servers do not find another.",
)
