"""The SCORM editions, and every fact that differs between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

MANIFEST_NAME = "imsmanifest.xml"
"""The manifest's name, at the root of the zip (IMS Content Packaging 1.1.4, §3)."""

XSI = "http://www.w3.org/2001/XMLSchema-instance"
XML = "http://www.w3.org/XML/1998/namespace"

TITLE_ROOM = 200
"""Characters of a title that every LMS must keep (CAM book, smallest permitted maximum)."""


class Standard(StrEnum):
    """An edition of SCORM; the value is the name used for targets and folders."""

    SCORM_12 = "scorm12"
    SCORM_2004_3 = "scorm2004-3"
    SCORM_2004_4 = "scorm2004-4"


@dataclass(frozen=True, slots=True)
class Facts:
    """What an edition's manifests are made of.

    Attributes:
        schema_version: exact text of ``schemaversion``, from which LMSs choose the run time.
        namespaces: prefix → namespace; "" is the default one. Moodle and Claroline compare these
            prefixes as text, so they are as fixed as the namespaces.
        locations: namespace → file name at the root, the pairs of ``xsi:schemaLocation``.
        scorm_type: local name of the attribute that tells SCOs from assets.
        control_documents: the files that go unchanged to the zip's root.
    """

    schema_version: str
    namespaces: Mapping[str, str]
    locations: Mapping[str, str]
    scorm_type: str
    control_documents: tuple[str, ...]


_IMSCP_12 = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
_ADLCP_12 = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
_IMSMD_12 = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
_IMSCP_2004 = "http://www.imsglobal.org/xsd/imscp_v1p1"
_ADLCP_2004 = "http://www.adlnet.org/xsd/adlcp_v1p3"
_ADLSEQ_2004 = "http://www.adlnet.org/xsd/adlseq_v1p3"
_ADLNAV_2004 = "http://www.adlnet.org/xsd/adlnav_v1p3"
_IMSSS_2004 = "http://www.imsglobal.org/xsd/imsss"

_SEQUENCING_PARTS = (
    "auxresource",
    "control",
    "delivery",
    "limit",
    "objective",
    "random",
    "rollup",
    "seqrule",
    "util",
)


def _facts_2004(schema_version: str) -> Facts:
    return Facts(
        schema_version=schema_version,
        namespaces=MappingProxyType(
            {
                "": _IMSCP_2004,
                "adlcp": _ADLCP_2004,
                "adlseq": _ADLSEQ_2004,
                "adlnav": _ADLNAV_2004,
                "imsss": _IMSSS_2004,
            }
        ),
        locations=MappingProxyType(
            {
                _IMSCP_2004: "imscp_v1p1.xsd",
                _ADLCP_2004: "adlcp_v1p3.xsd",
                _ADLSEQ_2004: "adlseq_v1p3.xsd",
                _ADLNAV_2004: "adlnav_v1p3.xsd",
                _IMSSS_2004: "imsss_v1p0.xsd",
            }
        ),
        scorm_type="scormType",
        control_documents=(
            "XMLSchema.dtd",
            "adlcp_v1p3.xsd",
            "adlnav_v1p3.xsd",
            "adlseq_v1p3.xsd",
            "datatypes.dtd",
            "imscp_v1p1.xsd",
            "imsss_v1p0.xsd",
            *(f"imsss_v1p0{part}.xsd" for part in _SEQUENCING_PARTS),
            "xml.xsd",
        ),
    )


FACTS: Mapping[Standard, Facts] = MappingProxyType(
    {
        Standard.SCORM_12: Facts(
            schema_version="1.2",
            namespaces=MappingProxyType({"": _IMSCP_12, "adlcp": _ADLCP_12}),
            locations=MappingProxyType(
                {
                    _IMSCP_12: "imscp_rootv1p1p2.xsd",
                    _IMSMD_12: "imsmd_rootv1p2p1.xsd",
                    _ADLCP_12: "adlcp_rootv1p2.xsd",
                }
            ),
            scorm_type="scormtype",
            control_documents=(
                "adlcp_rootv1p2.xsd",
                "ims_xml.xsd",
                "imscp_rootv1p1p2.xsd",
                "imsmd_rootv1p2p1.xsd",
            ),
        ),
        Standard.SCORM_2004_3: _facts_2004("2004 3rd Edition"),
        Standard.SCORM_2004_4: _facts_2004("2004 4th Edition"),
    }
)
"""Sources: SCORM 1.2 Content Aggregation Model §2.3; SCORM 2004 3rd and 4th Edition CAM §3 and
§3.5; the lists of control documents are those with which ADL's own package checker passes."""


SUSPEND_DATA_ROOM = {
    Standard.SCORM_12: 4_096,
    Standard.SCORM_2004_3: 30_000,
    Standard.SCORM_2004_4: 30_000,
}
"""Characters of ``cmi.suspend_data`` that a package may use.

1.2: the limit of the run-time book (cmi.suspend_data, CMIString4096), enforced by Kolibri and by
Moodle's standard mode. 2004 allows 64,000, but what is sent while a page unloads is lost beyond
64 KiB (fetch standard, keepalive quota), so less than half of it is used.
"""

SERVER_SIDE_EXTENSIONS = frozenset(
    {".php", ".php3", ".php4", ".php5", ".phps", ".phtml", ".phar"}
    | {".asp", ".aspx", ".ashx", ".jsp", ".jspx", ".cfm"}
    | {".py", ".rb", ".pl", ".cgi", ".sh", ".bat", ".cmd", ".exe", ".dll", ".htaccess"}
)
"""Endings of files that LMSs refuse, since a web server might run them.

Source: the upload rules of Peritus LEARN and CrossKnowledge, and their obvious siblings.
"""
