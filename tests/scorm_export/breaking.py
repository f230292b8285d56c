"""Ways to break a package."""

from __future__ import annotations

import re

from scorm_export.standard import MANIFEST_NAME
from tests.scorm_export.package_values import Break, Files


def edit(old: str, new: str, *more: tuple[str, str]) -> Break:
    """Replace a piece of the manifest, and further pieces, all of which must be there."""

    def breaks(files: Files) -> None:
        text = files[MANIFEST_NAME].decode()
        for before, after in ((old, new), *more):
            assert before in text
            text = text.replace(before, after, 1)
        files[MANIFEST_NAME] = text.encode()

    return breaks


def without(element: str) -> Break:
    """Take the first element of that name out of the manifest."""

    def breaks(files: Files) -> None:
        text = files[MANIFEST_NAME].decode()
        shorter = re.sub(rf"<{element}[ >].*?</{element}>", "", text, count=1, flags=re.DOTALL)
        assert shorter != text
        files[MANIFEST_NAME] = shorter.encode()

    return breaks


def in_item(xml: str) -> Break:
    """Put an element at the end of the only item of a 1.2 package."""
    return edit("</title>\n      </item>", f"</title>{xml}</item>")


def in_item_2004(xml: str) -> Break:
    """Put an element behind the title of the only item of a 2004 package."""
    return edit("</title>\n        <imsss", f"</title>{xml}<imsss")


def in_sequencing(xml: str) -> Break:
    """Put an element into the sequencing of the only item of a 2004 package."""
    return edit("<imsss:deliveryControls", f"{xml}<imsss:deliveryControls")


def in_files(xml: str) -> Break:
    """Put an element between the files of the first resource."""
    return edit('<file href="media', f'{xml}<file href="media')


def threshold(xml: str) -> Break:
    """Give the only item of a 2004 package a completion threshold."""
    return in_item_2004(f"<adlcp:completionThreshold{xml}")


def asset_resource(attributes: str, xml: str) -> Break:
    """Add a resource behind the others of a 1.2 package."""
    return edit(
        "</resources>",
        f'<resource identifier="R-2" type="webcontent" adlcp:scormtype="asset" {attributes}>'
        f"{xml}</resource></resources>",
    )


def manifest_is(content: bytes) -> Break:
    def breaks(files: Files) -> None:
        files[MANIFEST_NAME] = content

    return breaks


def recoded(encoding: str, label: str) -> Break:
    def breaks(files: Files) -> None:
        text = files[MANIFEST_NAME].decode().replace("UTF-8", label).replace("’", "'")
        files[MANIFEST_NAME] = text.encode(encoding)

    return breaks


def dropped(*names: str) -> Break:
    def breaks(files: Files) -> None:
        for name in names:
            del files[name]

    return breaks


def added(name: str, content: bytes = b"x", *, listed: bool = True) -> Break:
    def breaks(files: Files) -> None:
        files[name] = content
        if listed:
            edit("</resource>", f'<file href="{name}"/></resource>')(files)

    return breaks


def changed(name: str) -> Break:
    def breaks(files: Files) -> None:
        files[name] = files[name].replace(b"</", b"<extra/></", 1)

    return breaks


def depending(xml: str) -> Break:
    """Leave the launch file of a 1.2 package to another resource, on which its own depends."""
    return edit(
        '<file href="index.html"/>',
        "",
        (
            "</resource>",
            '<dependency identifierref="R-2"/></resource><resource identifier="R-2" '
            f'type="webcontent" adlcp:scormtype="asset">{xml}</resource>',
        ),
    )


def launching(name: str, address: str = "") -> Break:
    """Launch another file, which is there and listed."""

    def breaks(files: Files) -> None:
        files[name] = files.pop("index.html")
        edit(
            'href="index.html"',
            f'href="{name}{address}"',
            ('<file href="index.html"', f'<file href="{name}"'),
        )(files)

    return breaks


def unlisted(count: int) -> Break:
    """Add as many files that no resource lists."""

    def breaks(files: Files) -> None:
        files |= {f"adapt/js/{number}.js": b"x" for number in range(count)}

    return breaks
