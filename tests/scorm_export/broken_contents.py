"""Faulty extensions, resources, files and schemas, in the form of ``broken_manifests``."""

from __future__ import annotations

from scorm_export.standard import Standard
from tests.scorm_export.breaking import (
    added,
    changed,
    depending,
    dropped,
    edit,
    in_files,
    in_item,
    in_item_2004,
    in_sequencing,
    launching,
    threshold,
    unlisted,
)
from tests.scorm_export.package_values import Break

V12, V3, V4 = Standard.SCORM_12, Standard.SCORM_2004_3, Standard.SCORM_2004_4

CONTENTS: list[tuple[str, Standard, Break, list[str]]] = [
    # extensions
    (
        "mastery score in percent",
        V12,
        in_item("<adlcp:masteryscore>60 %</adlcp:masteryscore>"),
        ["manifest/mastery-score"],
    ),
    (
        "mastery score out of range",
        V12,
        in_item("<adlcp:masteryscore>101</adlcp:masteryscore>"),
        ["manifest/mastery-score"],
    ),
    ("good mastery score", V12, in_item("<adlcp:masteryscore>60</adlcp:masteryscore>"), []),
    (
        "prerequisites without type",
        V12,
        in_item(f"<adlcp:prerequisites>{'a' * 201}</adlcp:prerequisites>"),
        ["manifest/prerequisites"],
    ),
    (
        "time allowed in minutes",
        V12,
        in_item("<adlcp:maxtimeallowed>45 min</adlcp:maxtimeallowed>"),
        ["manifest/max-time"],
    ),
    (
        "unknown time limit action",
        V12,
        in_item("<adlcp:timelimitaction>stop</adlcp:timelimitaction>"),
        ["manifest/time-limit-action"],
    ),
    (
        "unknown time limit action in 2004",
        V4,
        in_item_2004("<adlcp:timeLimitAction>stop</adlcp:timeLimitAction>"),
        ["manifest/time-limit-action"],
    ),
    (
        "long launch data",
        V12,
        in_item(f"<adlcp:datafromlms>{'a' * 256}</adlcp:datafromlms>"),
        ["manifest/long-launch-data"],
    ),
    (
        "3rd edition threshold in the 4th",
        V4,
        threshold(">0.5</adlcp:completionThreshold>"),
        ["manifest/threshold-form"],
    ),
    (
        "4th edition threshold in the 3rd",
        V3,
        threshold(' minProgressMeasure="0.5"/>'),
        ["manifest/threshold-form"],
    ),
    (
        "threshold in percent",
        V3,
        threshold(">60</adlcp:completionThreshold>"),
        ["manifest/threshold-range"],
    ),
    (
        "good threshold",
        V4,
        threshold(' completedByMeasure="true" minProgressMeasure="0.5"/>'),
        ["manifest/threshold-in-moodle"],
    ),
    (
        "extension on an asset's item",
        V4,
        edit('scormType="sco"', 'scormType="asset"'),
        ["manifest/extension-without-sco", "manifest/no-sco"],
    ),
    (
        "global objective",
        V4,
        in_sequencing(
            '<imsss:objectives><imsss:primaryObjective objectiveID="P">'
            '<imsss:mapInfo targetObjectiveID="G"/></imsss:primaryObjective></imsss:objectives>'
        ),
        ["manifest/map-info"],
    ),
    # resources
    ("no type", V12, edit(' type="webcontent"', ""), ["manifest/resource-type"]),
    ("no scormtype", V12, edit(' adlcp:scormtype="sco"', ""), ["manifest/no-scorm-type"]),
    ("2004 spelling in 1.2", V12, edit("scormtype", "scormType"), ["manifest/scorm-type-spelling"]),
    ("1.2 spelling in 2004", V4, edit("scormType", "scormtype"), ["manifest/scorm-type-spelling"]),
    (
        "scormtype without prefix",
        V3,
        edit("adlcp:scormType", "scormType"),
        ["manifest/scorm-type-spelling"],
    ),
    ("unknown scormtype", V12, edit('"sco"', '"SCO"'), ["manifest/scorm-type-value"]),
    (
        "launched resource without href",
        V12,
        edit('"sco" href="index.html"', '"sco"'),
        ["manifest/no-href"],
    ),
    # files
    (
        "launch file not listed",
        V12,
        edit('<file href="index.html"/>', ""),
        ["files/launch-not-listed"],
    ),
    ("listed but absent", V12, dropped("media/plan.svg"), ["files/absent"]),
    ("launch file absent", V4, dropped("index.html"), ["files/absent"]),
    (
        "file without href",
        V12,
        in_files("<file/>"),
        ["files/no-href"],
    ),
    ("not listed", V12, added("plus.html", listed=False), ["files/unlisted"]),
    (
        "another case",
        V4,
        edit('"media/plan.svg"', '"Media/plan.svg"'),
        ["files/case-mismatch"],
    ),
    (
        "launched from elsewhere",
        V12,
        edit('"sco" href="index.html"', '"sco" href="https://example.org/"'),
        ["files/external-href"],
    ),
    (
        "href leads out",
        V12,
        in_files('<file href="../x.html"/>'),
        ["files/outside-href"],
    ),
    (
        "encoded href leads out",
        V12,
        in_files('<file href="%2e%2e/x.html"/>'),
        ["files/outside-href"],
    ),
    (
        "absolute href",
        V12,
        in_files('<file href="/x.html"/>'),
        ["files/outside-href"],
    ),
    (
        "backslash in href",
        V12,
        edit('<file href="media/', '<file href="media\\'),
        ["files/backslash-href", "files/unlisted"],
    ),
    (
        "long href",
        V12,
        in_files(f'<file href="{"a" * 2001}"/>'),
        ["files/long-href"],
    ),
    (
        "schema listed",
        V12,
        in_files('<file href="ims_xml.xsd"/>'),
        ["files/control-listed"],
    ),
    ("accented name", V12, added("leçon.html"), ["files/non-ascii-name"]),
    ("blank in a name", V12, added("ma page.html"), ["files/blank-in-name"]),
    (
        "encoded blank",
        V12,
        added("ma page.html", listed=False),
        ["files/blank-in-name", "files/unlisted"],
    ),
    ("name that begins like a device", V12, added("conte.html"), []),
    ("name that is almost a device", V12, added("media/com10.nul"), []),
    ("script for a server", V12, added("save.php"), ["files/server-side"]),
    ("server settings", V4, added(".htaccess"), ["files/server-side"]),
    ("href with a dot", V12, edit('<file href="media', '<file href="./media'), []),
    ("launch file with a dot", V12, edit('"sco" href="index', '"sco" href="./index'), []),
    (
        "both with a dot",
        V4,
        edit(
            '"sco" href="index', '"sco" href="./index', ('<file href="index', '<file href="./index')
        ),
        [],
    ),
    ("href that goes up and down", V4, edit('<file href="media', '<file href="a/../media'), []),
    ("launch that goes up", V12, edit('"sco" href="index', '"sco" href="media/../index'), []),
    ("dots within", V12, edit('<file href="media/', '<file href="media/./x/.././'), []),
    (
        "href that goes up too far",
        V12,
        in_files('<file href="a/../../x.html"/>'),
        ["files/outside-href"],
    ),
    (
        "href with a dot in another case",
        V12,
        edit('<file href="media', '<file href="./Media'),
        ["files/case-mismatch"],
    ),
    (
        "launch file listed by a dependency",
        V12,
        depending('<file href="index.html"/>'),
        [],
    ),
    (
        "launch file listed by a dependency's dependency",
        V12,
        depending(
            '<dependency identifierref="R-3"/></resource><resource identifier="R-3" '
            'type="webcontent" adlcp:scormtype="asset"><file href="./index.html"/>'
            '<dependency identifierref="R-2"/>'
        ),
        [],
    ),
    (
        "launch file listed by a resource beside",
        V12,
        edit(
            '<file href="index.html"/>',
            "",
            (
                "</resources>",
                '<resource identifier="R-2" type="webcontent" adlcp:scormtype="asset">'
                '<file href="index.html"/></resource></resources>',
            ),
        ),
        ["files/launch-not-listed"],
    ),
    ("sco that is a document", V12, launching("guide.pdf"), ["manifest/sco-is-no-page"]),
    ("sco that is a film", V12, launching("media/film.MP4"), ["manifest/sco-is-no-page"]),
    ("sco that is a slide show", V4, launching("a.pptx"), ["manifest/sco-is-no-page"]),
    ("sco at a page of it", V12, launching("a.pdf", "#page=2"), ["manifest/sco-is-no-page"]),
    ("sco that shows a document", V12, launching("lire.html", "?de=a.pdf"), []),
    (
        "three that are not listed",
        V12,
        unlisted(3),
        ["files/unlisted"],
    ),
    ("hundreds that are not listed", V12, unlisted(764), ["files/unlisted"]),
    ("two that are not listed", V12, unlisted(2), ["files/unlisted", "files/unlisted"]),
    (
        "hundreds that are absent",
        V12,
        in_files("".join(f'<file href="{n}.png"/>' for n in range(300))),
        ["files/absent"],
    ),
    # schemas
    (
        "no schemas at all",
        V12,
        dropped(
            "adlcp_rootv1p2.xsd", "ims_xml.xsd", "imscp_rootv1p1p2.xsd", "imsmd_rootv1p2p1.xsd"
        ),
        ["schema/no-controls"],
    ),
    ("one schema absent", V12, dropped("adlcp_rootv1p2.xsd"), ["schema/control-missing"]),
    ("edited schema", V12, changed("adlcp_rootv1p2.xsd"), ["schema/control-changed"]),
    (
        "half a pair",
        V12,
        edit(" adlcp_rootv1p2.xsd", ""),
        ["schema/location-pairs", "schema/no-location"],
    ),
    (
        "no schema location",
        V12,
        edit("xsi:schemaLocation", "xsi:noNamespaceSchemaLocation"),
        ["schema/no-locations"],
    ),
    (
        "element in a wrong place",
        V12,
        edit("<metadata>", "<resources/><metadata>"),
        ["schema/misplaced-element"],
    ),
    (
        "unknown attribute",
        V3,
        edit("<organization ", '<organization color="red" '),
        ["schema/unexpected-attribute"],
    ),
    (
        "unknown navigation button",
        V4,
        edit(">previous<", ">backwards<"),
        ["schema/bad-value"],
    ),
    (
        "attribute of the 4th edition in the 3rd",
        V3,
        edit("<organization ", '<organization adlcp:sharedDataGlobalToSystem="false" '),
        ["schema/unknown-name"],
    ),
    (
        "misspelt extension",
        V4,
        in_item_2004("<adlcp:dataFromLms>x</adlcp:dataFromLms>"),
        ["schema/unknown-name"],
    ),
    (
        "objective without identifier",
        V4,
        in_sequencing(
            "<imsss:objectives><imsss:primaryObjective/><imsss:objective/></imsss:objectives>"
        ),
        ["schema/missing-attribute"],
    ),
    (
        "sequencing rule without action",
        V4,
        in_sequencing(
            "<imsss:sequencingRules><imsss:preConditionRule><imsss:ruleConditions>"
            '<imsss:ruleCondition condition="always"/></imsss:ruleConditions>'
            "</imsss:preConditionRule></imsss:sequencingRules>"
        ),
        ["schema/missing-child"],
    ),
    (
        "an included schema is absent",
        V4,
        dropped("imsss_v1p0delivery.xsd"),
        ["schema/include-missing"],
    ),
    (
        "no sco",
        V12,
        edit('"sco"', '"asset"'),
        ["manifest/no-sco"],
    ),
    (
        "asset first",
        V4,
        edit(
            "<resources>",
            '<resources><resource identifier="R-0" type="webcontent" adlcp:scormType="asset" '
            'href="media/plan.svg"><file href="media/plan.svg"/></resource>',
        ),
        ["manifest/first-resource"],
    ),
    (
        "text in the wrong form for its attribute",
        V4,
        edit('choice="true"', 'choice="oui"'),
        ["schema/bad-value"],
    ),
    (
        "delivery controls twice",
        V4,
        in_sequencing("<imsss:deliveryControls/>"),
        ["schema/unexpected-element"],
    ),
    ("text between elements", V12, edit("<resources>", "<resources>Un"), ["schema/stray-text"]),
    ("text in a file", V4, edit('html"/>', 'html">a</file>'), ["schema/stray-text"]),
    ("element in a text", V4, edit(">ADL SCORM", "><b/>ADL SCORM"), ["schema/element-in-text"]),
    (
        "long word of an organization",
        V12,
        edit("<organization ", f'<organization structure="{"a" * 201}" '),
        ["schema/too-long"],
    ),
    (
        "type of nobody",
        V4,
        edit("<title>", '<title xsi:type="texte">'),
        ["schema/invalid"],
    ),
]
