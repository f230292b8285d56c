"""Faulty zips: a name, the bytes, the codes that must be found."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable
from urllib.parse import quote

from scorm_export.archive import pack
from scorm_export.standard import MANIFEST_NAME, Standard
from scorm_export.writing import files_for
from tests.scorm_export.package_values import SINGLE, Files, raw


def good() -> Files:
    return files_for(SINGLE, Standard.SCORM_12)


def plus(name: str | zipfile.ZipInfo, content: bytes = b"x") -> bytes:
    """Pack a good package with one more entry."""
    return raw(good(), (name, content))


def listing(*names: str) -> bytes:
    """Pack a good package with some more files that its resource lists."""
    files = good()
    rows = "".join(f'<file href="{quote(name)}"/>' for name in names)
    manifest = files[MANIFEST_NAME].decode().replace("</resource>", f"{rows}</resource>", 1)
    files[MANIFEST_NAME] = manifest.encode()
    return raw({**files, **dict.fromkeys(names, b"x")})


def renamed(rename: Callable[[str], str]) -> bytes:
    return raw({rename(name): content for name, content in good().items()})


def linked() -> bytes:
    info = zipfile.ZipInfo("lien.html")
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return plus(info, b"/etc/passwd")


def twice() -> bytes:
    # zipfile warns of doubled names: two names of one length, and the bytes put right after.
    return plus("index.htmx").replace(b"index.htmx", b"index.html")


def nul() -> bytes:
    return plus("page0html").replace(b"page0html", b"page\0html")


def patched(name: str, offset: int, form: str, value: int) -> bytes:
    """Overwrite a field of an entry's record in the central directory."""
    content = bytearray(pack(good()))
    at = content.rindex(b"PK\x01\x02", 0, content.rindex(name.encode()))
    struct.pack_into(form, content, at + offset, value)
    return bytes(content)


def method(number: int) -> bytes:
    """State another packing method for one file, in both of its records."""
    content = bytearray(patched("media/plan.svg", 10, "<H", number))
    at = content.rindex(b"PK\x03\x04", 0, content.index(b"media/plan.svg"))
    struct.pack_into("<H", content, at + 8, number)
    return bytes(content)


def torn() -> bytes:
    content = bytearray(raw(good()))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as source:
        start = source.getinfo("index.html").header_offset
    content[start + 30 + len("index.html") + 2] ^= 0xFF
    return bytes(content)


def zip64() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name, content in good().items():
            info = zipfile.ZipInfo(name)
            # Some versions of Python leave it at 2.0 where they force zip64 (APPNOTE 4.4.3.2).
            info.extract_version = 45
            target.writestr(info, content)
    return buffer.getvalue()


def ended(**fields: int) -> bytes:
    """State other numbers in the last record (APPNOTE 4.3.16)."""
    places = {
        "disk": (4, "<H"),
        "directory_disk": (6, "<H"),
        "entries_here": (8, "<H"),
        "entries": (10, "<H"),
        "size": (12, "<I"),
        "offset": (16, "<I"),
    }
    content = bytearray(pack(good()))
    at = content.rindex(b"PK\x05\x06")
    for name, value in fields.items():
        offset, form = places[name]
        (before,) = struct.unpack_from(form, content, at + offset)
        struct.pack_into(form, content, at + offset, before + value)
    return bytes(content)


ARCHIVES: list[tuple[str, Callable[[], bytes], list[str]]] = [
    ("empty file", lambda: b"", ["archive/empty-file"]),
    ("text", lambda: b"Bonjour", ["archive/not-a-zip"]),
    ("cut off", lambda: pack(good())[:-30], ["archive/not-a-zip"]),
    ("zip of nothing", lambda: raw({}), ["archive/no-manifest"]),
    ("web pages", lambda: raw({"index.html": b"x"}), ["archive/no-manifest"]),
    (
        "wrapping folder",
        lambda: renamed(lambda name: f"cours/{name}"),
        ["archive/manifest-in-folder"],
    ),
    (
        "manifest in capitals",
        lambda: renamed(lambda name: name.replace("imsm", "IMSM")),
        ["archive/manifest-case"],
    ),
    ("climbing path", lambda: plus("../x.html"), ["archive/path-escape"]),
    ("climbing path within", lambda: plus("a/../../x.html"), ["archive/path-escape"]),
    ("climbing path of Windows", lambda: plus("..\\x.html"), ["archive/path-escape"]),
    ("absolute path", lambda: plus("/etc/x.html"), ["archive/absolute-path"]),
    ("drive letter", lambda: plus("C:/x.html"), ["archive/drive-letter"]),
    ("backslash", lambda: plus("media\\x.html"), ["archive/backslash", "files/unlisted"]),
    ("NUL in a name", nul, ["archive/control-character"]),
    ("line break in a name", lambda: plus("a\nb.html"), ["archive/control-character"]),
    (
        "backslashes everywhere",
        lambda: renamed(lambda name: name.replace("/", "\\")),
        ["archive/backslash"],
    ),
    (
        "wrapping folder with backslashes",
        lambda: renamed(lambda name: f"cours\\{name}"),
        ["archive/backslash", "archive/manifest-in-folder"],
    ),
    ("dot before each name", lambda: renamed(lambda name: f"./{name}"), ["archive/odd-path"]),
    ("empty folder name", lambda: plus("media//x.html"), ["archive/odd-path"]),
    ("name twice", twice, ["archive/duplicate-name"]),
    (
        "names that differ by case",
        lambda: plus("Index.html"),
        ["archive/case-clash", "files/unlisted"],
    ),
    (
        "files that differ by case, both listed",
        lambda: listing("media/Plan.svg"),
        ["archive/case-clash"],
    ),
    (
        "folders that differ by case",
        lambda: listing("Media/a.svg"),
        ["archive/case-clash"],
    ),
    (
        "a file like a folder in another case",
        lambda: listing("Media"),
        ["archive/file-as-folder"],
    ),
    ("device", lambda: listing("con"), ["archive/reserved-name"]),
    ("device with an ending", lambda: listing("media/Nul.svg"), ["archive/reserved-name"]),
    ("device with two endings", lambda: listing("LPT1.min.js"), ["archive/reserved-name"]),
    ("device as a folder", lambda: listing("aux/a.js", "aux/b.js"), ["archive/reserved-name"]),
    ("dot at the end", lambda: listing("media/plan."), ["archive/trailing-dot"]),
    ("blank at the end", lambda: listing("plan.svg "), ["archive/trailing-dot"]),
    ("dot at the end of a folder", lambda: listing("etc./a.js"), ["archive/trailing-dot"]),
    ("colon", lambda: listing("media/10:30.svg"), ["archive/forbidden-character"]),
    ("asterisk", lambda: listing("a*.svg"), ["archive/forbidden-character"]),
    ("question mark", lambda: listing("qui?.html"), ["archive/forbidden-character"]),
    ("pipe in a folder", lambda: listing("a|b/c.js"), ["archive/forbidden-character"]),
    (
        "file that is also a folder",
        lambda: plus("index.html/a.html"),
        ["archive/file-as-folder", "files/unlisted"],
    ),
    ("symbolic link", linked, ["archive/special-file"]),
    ("encrypted", lambda: patched("media/plan.svg", 8, "<H", 1), ["archive/encrypted"]),
    ("packed by bzip2", lambda: method(12), ["archive/unknown-method"]),
    ("packed by an unknown method", lambda: method(99), ["archive/unknown-method"]),
    ("changed byte", torn, ["archive/corrupt-entry"]),
    ("size too small", lambda: patched("index.html", 24, "<I", 3), ["archive/false-size"]),
    ("size too large", lambda: patched("index.html", 24, "<I", 99), ["archive/corrupt-entry"]),
    ("wrong checksum", lambda: patched("index.html", 16, "<I", 0), ["archive/corrupt-entry"]),
    ("zip64", zip64, ["archive/zip64"]),
    ("self-extracting", lambda: raw(good(), prefix=b"#!/bin/sh\n"), ["archive/leading-bytes"]),
    ("second part", lambda: ended(disk=1, directory_disk=1), ["archive/split"]),
    ("directory in another part", lambda: ended(directory_disk=1), ["archive/split"]),
    ("65,536th part", lambda: ended(disk=0xFFFF), ["archive/split"]),
    ("an entry too many", lambda: ended(entries=1, entries_here=1), ["archive/false-count"]),
    ("an entry too few", lambda: ended(entries=-1, entries_here=-1), ["archive/false-count"]),
    ("two numbers of entries", lambda: ended(entries_here=-1), ["archive/false-count"]),
    ("no entry at all", lambda: ended(entries=-7, entries_here=-7), ["archive/false-count"]),
    ("directory too far", lambda: ended(offset=10), ["archive/not-a-zip"]),
    ("directory out of the file", lambda: ended(offset=2**31), ["archive/not-a-zip"]),
    ("directory too long", lambda: ended(size=46), ["archive/not-a-zip"]),
    ("packed on macOS", lambda: plus("__MACOSX/._index.html"), ["archive/system-files"]),
    ("desktop files", lambda: plus("media/.DS_Store"), ["archive/system-files"]),
    (
        "bomb",
        lambda: plus("media/zero.svg", bytes(20 * 1024 * 1024)),
        ["archive/zip-bomb"],
    ),
    (
        "manifest of 11 MB",
        lambda: pack({**good(), MANIFEST_NAME: (b"<!--%d-->" * 900_000) % tuple(range(900_000))}),
        ["manifest/too-large"],
    ),
]
