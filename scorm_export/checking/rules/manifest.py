"""Rules about the manifest."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

TOO_LARGE = Rule(
    "manifest/too-large",
    Severity.ERROR,
    "the manifest has {size} bytes",
    "list files once, without long texts",
    "Nobody's manifest needs more than 10 MB; it was not read.",
)
BYTE_ORDER_MARK = Rule(
    "manifest/byte-order-mark",
    Severity.WARNING,
    "the manifest begins with a byte order mark",
    "save as UTF-8 without BOM",
    "LMSs that compare the first bytes, or concatenate, stumble over it.",
)
ENCODING = Rule(
    "manifest/encoding",
    Severity.WARNING,
    'the manifest is encoded in "{encoding}"',
    "save as UTF-8",
    "UTF-8 is the only encoding that every LMS reads; others lose accents.",
)
UNKNOWN_ENCODING = Rule(
    "manifest/unknown-encoding",
    Severity.ERROR,
    'the manifest cannot be read as "{encoding}"',
    "save as UTF-8 and declare it",
    "XML parsers must know UTF-8 and UTF-16 only (XML 1.0 §4.3.3).",
)
DOCTYPE = Rule(
    "manifest/doctype",
    Severity.ERROR,
    "the manifest has a document type declaration",
    "remove <!DOCTYPE …> and every entity",
    "Entities read files of the server or grow without end; careful LMSs refuse them. "
    "Nothing was expanded for this check.",
)
NOT_WELL_FORMED = Rule(
    "manifest/not-well-formed",
    Severity.ERROR,
    "the manifest is no well-formed XML (libxml2, error {number})",
    "mend the XML at this place",
    "No LMS imports it. The rules xml/… name what is usually wrong; this is something rarer.",
)
WRONG_ROOT = Rule(
    "manifest/wrong-root",
    Severity.ERROR,
    'the document element is "{element}"',
    "it must be manifest",
    "IMS CP 1.1.4",
)
WRONG_NAMESPACE = Rule(
    "manifest/wrong-namespace",
    Severity.ERROR,
    'the namespace of manifest is "{namespace}"',
    "use the one of IMS Content Packaging that belongs to the edition",
    "http://www.imsproject.org/xsd/imscp_rootv1p1p2 for SCORM 1.2, "
    "http://www.imsglobal.org/xsd/imscp_v1p1 for SCORM 2004.",
)
PREFIXED_ELEMENT = Rule(
    "manifest/prefixed-element",
    Severity.ERROR,
    '"{prefix}:{element}" carries a prefix',
    "make the namespace of IMS Content Packaging the default one",
    "Moodle compares names as text: with a prefix the activity is imported empty.",
)
WRONG_PREFIX = Rule(
    "manifest/wrong-prefix",
    Severity.ERROR,
    'the namespace "{namespace}" has the prefix "{prefix}"',
    "use the prefix {expected}",
    "Moodle and Claroline compare prefixes as text: with another one a SCO becomes an asset.",
)
MIXED_EDITIONS = Rule(
    "manifest/mixed-editions",
    Severity.ERROR,
    'the namespace "{namespace}" belongs to another edition than the manifest',
    "use the namespaces of one edition",
    "What stands in it has no meaning here: a SCO may become an asset.",
)
SUB_MANIFEST = Rule(
    "manifest/sub-manifest",
    Severity.WARNING,
    "a manifest inside the manifest is ignored",
    "put organizations and resources into the outer manifest",
    "Deprecated by SCORM 2004 4th Edition (CAM §3), ignored by most LMSs, and by this check.",
)
XML_BASE = Rule(
    "manifest/xml-base",
    Severity.WARNING,
    "xml:base is read differently by LMSs",
    "write whole paths in the hrefs",
    "Moodle reads it on resource only, others everywhere or nowhere.",
)
XML_BASE_FORM = Rule(
    "manifest/xml-base-form",
    Severity.ERROR,
    'xml:base "{value}" does not end with /',
    "end it with /",
    "SCORM 2004 CAM §3 demands it, and ADL's package checker refuses it.",
)
VERSION_LONG = Rule(
    "manifest/long-version",
    Severity.WARNING,
    "the version has {length} characters",
    "keep it to 20",
    "20 is the smallest permitted maximum (SCORM 2004 CAM §3).",
)
NO_METADATA = Rule(
    "manifest/no-metadata",
    Severity.ERROR,
    "the manifest has no metadata",
    "add metadata with schema and schemaversion as its first child",
    "LMSs choose the run time by schemaversion; without it the package is taken for SCORM 1.2.",
)
SCHEMA_TEXT = Rule(
    "manifest/schema-text",
    Severity.WARNING,
    'schema says "{text}"',
    "write exactly ADL SCORM",
    "SCORM 1.2 CAM §2.3, SCORM 2004 CAM §3.",
)
NO_SCHEMAVERSION = Rule(
    "manifest/no-schemaversion",
    Severity.ERROR,
    "the manifest does not say which edition it is",
    "add schemaversion after schema: 1.2, 2004 3rd Edition or 2004 4th Edition",
    "LMSs choose the run time by this text; without it the package is taken for SCORM 1.2.",
)
SCHEMAVERSION = Rule(
    "manifest/schemaversion",
    Severity.ERROR,
    'schemaversion says "{text}"',
    "write exactly 1.2, 2004 3rd Edition or 2004 4th Edition, without blanks around it",
    "Moodle takes any other text for 1.2, Open edX for 2004, and ADL's checker refuses it.",
)
VERSION_MISMATCH = Rule(
    "manifest/version-mismatch",
    Severity.ERROR,
    'schemaversion says "{text}", but the namespaces are those of SCORM {family}',
    "make them agree",
    "LMSs choose the run time by schemaversion, checkers the schemas by namespaces.",
)
NO_ORGANIZATIONS = Rule(
    "manifest/no-organizations",
    Severity.ERROR,
    "the manifest has no organization",
    "add organizations with an organization that lists the items",
    "A content aggregation package has at least one (SCORM 2004 CAM §3).",
)
NO_DEFAULT = Rule(
    "manifest/no-default",
    Severity.ERROR,
    "organizations has no default",
    "add default with the identifier of an organization",
    "Mandatory (SCORM 2004 CAM §3); which one opens is otherwise chance.",
)
UNKNOWN_DEFAULT = Rule(
    "manifest/unknown-default",
    Severity.ERROR,
    'there is no organization "{identifier}"',
    "let default name the identifier of an organization",
    "SCORM 2004 CAM §3.",
)
NO_ITEM = Rule(
    "manifest/no-item",
    Severity.ERROR,
    "this organization has no item",
    "add an item that refers to a resource",
    "There would be nothing to launch (SCORM 2004 CAM §3).",
)
NO_TITLE = Rule(
    "manifest/no-title",
    Severity.ERROR,
    "this {element} has no title",
    "add title as its first child",
    "Mandatory (SCORM 2004 CAM §3); it is what learners see.",
)
MANY_TITLES = Rule(
    "manifest/many-titles",
    Severity.ERROR,
    "this {element} has a second title",
    "keep one",
    "Exactly one (SCORM 2004 CAM §3); LMSs show the first, the last, or both.",
)
EMPTY_TITLE = Rule(
    "manifest/empty-title",
    Severity.ERROR,
    "this {element} has an empty title",
    "write what learners shall read",
    "LMSs show an entry that nobody can click.",
)
TITLE_LONG = Rule(
    "manifest/long-title",
    Severity.WARNING,
    "this title has {length} characters",
    "keep it to 200",
    "200 is the smallest permitted maximum; LMSs may cut the rest (SCORM 2004 CAM §3).",
)
TITLE_FATAL = Rule(
    "manifest/fatal-title",
    Severity.ERROR,
    "this title has {length} characters",
    "keep it to 200; beyond 255 Moodle refuses the package",
    "Seen with Moodle 4.5: the import ends with a database error.",
)
NO_IDENTIFIER = Rule(
    "manifest/no-identifier",
    Severity.ERROR,
    "this {element} has no identifier",
    "add one that never changes",
    "Mandatory; LMSs key learners’ records on it.",
)
BAD_IDENTIFIER = Rule(
    "manifest/bad-identifier",
    Severity.ERROR,
    'the identifier "{identifier}" is not of the right form',
    "begin with a letter or _, then letters, digits, _ . - only",
    "Identifiers are xs:ID (XML Schema Part 2 §3.3.8); beyond ASCII they break addresses.",
)
DUPLICATE_IDENTIFIER = Rule(
    "manifest/duplicate-identifier",
    Severity.ERROR,
    'the identifier "{identifier}" is used twice',
    "give every element its own",
    "All identifiers of a manifest share one space (xs:ID).",
)
LEAF_WITHOUT_RESOURCE = Rule(
    "manifest/leaf-without-resource",
    Severity.ERROR,
    "this item launches nothing",
    "add identifierref with the identifier of a resource",
    "An item without children refers to a resource (SCORM 2004 CAM §3); "
    "Moodle says nothing and shows a dead entry.",
)
PARENT_WITH_RESOURCE = Rule(
    "manifest/parent-with-resource",
    Severity.ERROR,
    "this item has children and a resource",
    "move the resource to a child of its own",
    "Only leaves may refer to a resource in SCORM 2004 (CAM §3).",
)
UNKNOWN_RESOURCE = Rule(
    "manifest/unknown-resource",
    Severity.ERROR,
    'there is no resource "{identifier}"',
    "let identifierref name the identifier of a resource",
    "SCORM 2004 CAM §3; Moodle shows a dead entry.",
)
NO_HREF = Rule(
    "manifest/no-href",
    Severity.ERROR,
    "an item launches this resource, but it has no href",
    "add href with the launch file",
    "SCORM 2004 CAM §3.",
)
RESOURCE_TYPE = Rule(
    "manifest/resource-type",
    Severity.ERROR,
    'the type of this resource is "{value}"',
    'write type="webcontent"',
    "The only type that SCORM knows (SCORM 2004 CAM §3).",
)
NO_SCORM_TYPE = Rule(
    "manifest/no-scorm-type",
    Severity.ERROR,
    "this resource does not say whether it is a SCO",
    'add adlcp:{expected}="sco" or "asset"',
    "Mandatory; without it LMSs take the resource for an asset and track nothing.",
)
SCORM_TYPE_SPELLING = Rule(
    "manifest/scorm-type-spelling",
    Severity.ERROR,
    'this edition does not know the attribute "{name}"',
    "write adlcp:{expected}",
    "scormtype in SCORM 1.2, scormType in SCORM 2004; the 4th edition’s schema lets the wrong one "
    "pass, and the SCO is an asset.",
)
SCORM_TYPE_VALUE = Rule(
    "manifest/scorm-type-value",
    Severity.ERROR,
    'a resource cannot be "{value}"',
    "write sco or asset",
    "SCORM 1.2 CAM §2.3, SCORM 2004 CAM §3.",
)
NO_SCO = Rule(
    "manifest/no-sco",
    Severity.WARNING,
    "no resource is a SCO",
    "mark the resource that talks to the LMS as sco",
    "Legal, but nothing of what learners do will be recorded.",
)
SCO_IS_NO_PAGE = Rule(
    "manifest/sco-is-no-page",
    Severity.ERROR,
    'a SCO cannot be "{href}": a file in {extension} does not talk to the LMS',
    "mark it asset, or let a page show it and talk to the LMS",
    "A SCO calls Initialize and Terminate (SCORM 2004 RTE §2); else it stays « not attempted ».",
)
FIRST_RESOURCE = Rule(
    "manifest/first-resource",
    Severity.WARNING,
    "the first resource with an href is not a SCO",
    "put the SCO first, or take the href from the asset",
    "Open edX launches the first resource that has an href.",
)
PARAMETERS_LONG = Rule(
    "manifest/long-parameters",
    Severity.ERROR,
    "the parameters have {length} characters",
    "keep them to 1,000",
    "1,000 is the smallest permitted maximum (SCORM 2004 CAM §3).",
)
PARAMETERS_FORM = Rule(
    "manifest/parameters-form",
    Severity.WARNING,
    'the parameters "{value}" begin with neither ? nor #',
    "begin with ? or #",
    "Legal, but Claroline appends them as they are, so the address breaks.",
)
MASTERY_SCORE = Rule(
    "manifest/mastery-score",
    Severity.ERROR,
    'the mastery score is "{value}"',
    "write a number from 0 to 100, or leave it out",
    "SCORM 1.2 CAM §2.3.",
)
PREREQUISITES = Rule(
    "manifest/prerequisites",
    Severity.ERROR,
    "these prerequisites are not of the right form",
    'at most 200 characters, with type="aicc_script"',
    "SCORM 1.2 CAM §2.3. Few LMSs obey them.",
)
MAX_TIME = Rule(
    "manifest/max-time",
    Severity.ERROR,
    'the time allowed is "{value}"',
    "write it as HHHH:MM:SS.SS",
    "SCORM 1.2 CAM §2.3, CMITimespan.",
)
TIME_LIMIT_ACTION = Rule(
    "manifest/time-limit-action",
    Severity.ERROR,
    'the time limit action is "{value}"',
    "write exit or continue, a comma, then message or no message",
    "SCORM 1.2 CAM §2.3, SCORM 2004 CAM §3.",
)
LAUNCH_DATA = Rule(
    "manifest/long-launch-data",
    Severity.ERROR,
    "the launch data have {length} characters",
    "keep them to {room}",
    "255 in SCORM 1.2 (CAM §2.3), 4,000 in SCORM 2004 (CAM §3).",
)
THRESHOLD_FORM = Rule(
    "manifest/threshold-form",
    Severity.ERROR,
    "this completion threshold has not the form of its edition",
    "3rd edition: a number as text; 4th edition: attributes and no text",
    "SCORM 2004 3rd Edition CAM §3; 4th Edition CAM §3 (text deprecated).",
)
THRESHOLD_RANGE = Rule(
    "manifest/threshold-range",
    Severity.ERROR,
    'the completion threshold is "{value}"',
    "write a number from 0 to 1",
    "SCORM 2004 CAM §3.",
)
THRESHOLD_IN_MOODLE = Rule(
    "manifest/threshold-in-moodle",
    Severity.WARNING,
    "Moodle reads a completion threshold as 1.0",
    "leave it out and let the content set cmi.completion_status",
    "Seen with Moodle 4.5: at Terminate, completed becomes incomplete again.",
)
EXTENSION_WITHOUT_SCO = Rule(
    "manifest/extension-without-sco",
    Severity.ERROR,
    '"{element}" stands on an item that does not refer to a SCO',
    "move it to the item of a SCO",
    "SCORM 2004 CAM §3 and SN §5.",
)
MAP_INFO = Rule(
    "manifest/map-info",
    Severity.ERROR,
    "Moodle cannot import imsss:mapInfo",
    "leave global objectives out",
    "Seen with Moodle 4.5: the import ends with an error.",
)
