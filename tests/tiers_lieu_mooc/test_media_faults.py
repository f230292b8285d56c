"""What cameras, telephones and old systems put into media, and what is done about it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from scorm_export.diagnostic import Diagnostic
from tests.support.course_builder import CourseBuilder
from tests.test_diagnostics import TODAY
from tiers_lieu_mooc.building import check_course
from tiers_lieu_mooc.model.content import Prose
from tiers_lieu_mooc.model.course import Course

FTYP = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom"
VIDEO = "::: vidéo media/v.mp4\ntitre : V\nsous-titres : media/v.vtt\n\nTexte.\n:::\n"
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:01.000\nÉté.\n"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseBuilder:
    monkeypatch.chdir(tmp_path)
    return CourseBuilder(tmp_path)


def checked(course: CourseBuilder) -> tuple[Course | None, list[Diagnostic]]:
    whole = check_course(course.write(), TODAY)
    return whole.course, [each for each in whole.found if each.code.startswith("media/")]


def photo(*, position: bool, orientation: int = 1) -> bytes:
    """Take a small photo as a telephone does."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Un téléphone"
    if position:
        exif.get_ifd(0x8825).update({1: "N", 2: (45.0, 46.0, 12.5), 3: "E", 4: (4.0, 50.0, 3.0)})
    picture = Image.new("RGB", (40, 20), "teal")
    file = io.BytesIO()
    picture.save(file, "JPEG", exif=exif)
    return file.getvalue()


XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-'
    b'syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" '
    b'exif:GPSLatitude="45,46N"/></rdf:RDF></x:xmpmeta>'
)


def picture_in(format_name: str, kind: str, orientation: int = 1) -> bytes:
    """Take a photo that tells its place in Exif, in XMP, or nowhere."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    if kind == "exif":
        exif.get_ifd(0x8825).update({1: "N", 2: (45.0, 46.0, 12.5), 3: "E", 4: (4.0, 50.0, 3.0)})
    file = io.BytesIO()
    picture = Image.new("RGB", (40, 20), "teal")
    more: dict[str, object] = {"exif": exif.tobytes()}
    if kind == "xmp" and format_name == "PNG":
        texts = PngInfo()
        texts.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
        more["pnginfo"] = texts
    elif kind == "xmp":
        more["xmp"] = XMP
    picture.save(file, format_name, **more)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["exif", "xmp"])
@pytest.mark.parametrize(
    ("format_name", "orientation"),
    [("PNG", 1), ("PNG", 6), ("WEBP", 1), ("WEBP", 6), ("AVIF", 1)],
)
def test_no_picture_says_where_it_was_taken(
    course: CourseBuilder, format_name: str, kind: str, orientation: int
) -> None:
    name = f"p.{format_name.lower()}"
    taken = picture_in(format_name, kind, orientation)
    course.lesson("definir", f"Un lieu.\n\n![Le café.](media/{name})\n")
    whole, found = checked(course.file(f"comprendre/media/{name}", taken))
    assert [each.code for each in found] == ["media/position-removed"]
    assert whole is not None
    packed = whole.media[f"comprendre/media/{name}"].content
    with Image.open(io.BytesIO(packed)) as bare, Image.open(io.BytesIO(taken)) as old:
        assert dict(bare.getexif().get_ifd(0x8825)) == {}
        assert not any("GPSLatitude" in str(each) for each in bare.info.values())
        assert bare.getexif().get(0x0112, 1) == orientation
        assert bare.size == old.size
        assert bare.tobytes() == old.tobytes()


@pytest.mark.parametrize("format_name", ["PNG", "WEBP", "AVIF"])
def test_a_picture_without_place_is_packed_as_it_is(
    course: CourseBuilder, format_name: str
) -> None:
    name = f"p.{format_name.lower()}"
    taken = picture_in(format_name, "none", 6)
    course.lesson("definir", f"Un lieu.\n\n![Le café.](media/{name})\n")
    whole, found = checked(course.file(f"comprendre/media/{name}", taken))
    assert found == []
    assert whole is not None
    assert whole.media[f"comprendre/media/{name}"].content == taken


def test_a_position_that_cannot_be_taken_out_is_an_error(course: CourseBuilder) -> None:
    taken = picture_in("AVIF", "exif", 6)  # which its reader does not give as it is written
    course.lesson("definir", "Un lieu.\n\n![Le café.](media/p.avif)\n")
    _, found = checked(course.file("comprendre/media/p.avif", taken))
    assert [each.code for each in found] == ["media/position-kept"]


def with_photo(course: CourseBuilder, content: bytes) -> CourseBuilder:
    course.lesson("definir", "Un lieu.\n\n![Le café.](media/p.jpg)\n")
    return course.file("comprendre/media/p.jpg", content)


@pytest.mark.parametrize("orientation", [1, 6])
def test_the_place_of_a_photo_does_not_leave_with_the_course(
    course: CourseBuilder, orientation: int
) -> None:
    taken = photo(position=True, orientation=orientation)
    whole, found = checked(with_photo(course, taken))
    assert [each.code for each in found] == ["media/position-removed"]
    assert whole is not None
    packed = whole.media["comprendre/media/p.jpg"].content
    with Image.open(io.BytesIO(packed)) as bare, Image.open(io.BytesIO(taken)) as old:
        assert dict(bare.getexif().get_ifd(0x8825)) == {}
        assert bare.getexif().get(0x0112, 1) == orientation
        assert bare.tobytes() == old.tobytes()


def test_a_photo_without_place_is_packed_as_it_is(course: CourseBuilder) -> None:
    taken = photo(position=False, orientation=6)
    whole, found = checked(with_photo(course, taken))
    assert found == []
    assert whole is not None
    assert whole.media["comprendre/media/p.jpg"].content == taken


@pytest.mark.parametrize(
    ("film", "code"),
    [
        (FTYP, None),
        (FTYP + b"\0\0\0\x10moov....avc1", None),
        (FTYP + b"\0\0\0\x10moov....hvc1", "media/unplayable-video"),
        (FTYP + b"\0\0\0\x10moov....hev1", "media/unplayable-video"),
        (FTYP + b"\0\0\1\0mdat....", "media/broken"),
        (FTYP + b"\0\0\0\1mdat\0\0\0\0\0\0\1\0..", "media/broken"),
        (FTYP + b"\0\0\0\0mdat....", None),
    ],
)
def test_a_video_that_no_browser_could_play_is_found(
    course: CourseBuilder, film: bytes, code: str | None
) -> None:
    course.lesson("definir", VIDEO).file("comprendre/media/v.vtt", CAPTIONS)
    _, found = checked(course.file("comprendre/media/v.mp4", film))
    assert [each.code for each in found] == ([code] if code else [])


@pytest.mark.parametrize(
    ("encoding", "said"), [("latin-1", "octet C9, ligne 4"), ("utf-16", "UTF-16")]
)
def test_captions_are_in_utf_8(course: CourseBuilder, encoding: str, said: str) -> None:
    course.lesson("definir", VIDEO).file("comprendre/media/v.mp4", FTYP)
    _, found = checked(course.file("comprendre/media/v.vtt", CAPTIONS.encode(encoding)))
    assert [each.code for each in found] == ["media/broken"]
    assert said in found[0].message


@pytest.mark.parametrize(
    ("style", "line"),
    [
        ("::cue { background: url(https://example.org/a.png) }", 4),
        ("::cue(b) {\n  background: u\\72l('//example.org/a.png') }", 5),
        ("::cue {}\n/* */@import 'https://example.org/a.css';", 5),
        ("@font-face { font-family: a; src: url(a.woff) }", 4),
        ("::cue { background: image-set('a.png' 1x) }", 4),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_captions_fetch_nothing(course: CourseBuilder, style: str, line: int, end: str) -> None:
    text = CAPTIONS.replace("\n\n", f"\n\nSTYLE\n{style}\n\n", 1).replace("\n", end)
    course.lesson("definir", VIDEO).file("comprendre/media/v.mp4", FTYP)
    _, found = checked(course.file("comprendre/media/v.vtt", text))
    assert {each.code for each in found} == {"media/unsafe-captions"}
    assert found[0].at.line == line


def test_captions_may_have_a_style(course: CourseBuilder) -> None:
    style = "STYLE\n::cue(.fort), ::cue(b) { color: yellow; background: rgb(0 0 0 / 50%) }"
    text = CAPTIONS.replace("\n\n", f"\n\n{style}\n\n", 1)
    course.lesson("definir", VIDEO).file("comprendre/media/v.mp4", FTYP)
    _, found = checked(course.file("comprendre/media/v.vtt", text))
    assert found == []


@pytest.mark.parametrize("name", ["con.png", "aux.jpg", "com1.svg", "nul.tar.png"])
def test_names_of_devices_are_refused_with_their_reason(course: CourseBuilder, name: str) -> None:
    course.lesson("definir", "Un lieu.\n").file(f"comprendre/media/{name}", b"x")
    _, found = checked(course)
    (named,) = (each for each in found if each.code == "media/bad-name")
    assert "Windows" in named.message
    assert f"image-{name}" in named.mend


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1\u2009250 lieux", "1\u202f250 lieux"),
        ("50\u2009% des lieux", "50\u202f% des lieux"),
        ("Un lieu\u2009!", "Un lieu\u202f!"),
        ("un\u2009lieu", "un\u2009lieu"),
    ],
)
def test_a_thin_space_that_may_not_end_a_line_does_not(
    course: CourseBuilder, typed: str, shown: str
) -> None:
    whole, _ = checked(course.lesson("definir", f"{typed}\n"))
    assert whole is not None
    (block,) = whole.lessons[0].blocks
    assert isinstance(block, Prose)
    assert block.text.plain == shown
