"""Assembly: references, identifiers, permanent numbers, media."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from scorm_export.diagnostic import Diagnostic
from tests.support.course_builder import CourseBuilder
from tiers_lieu_mooc.assembly import assemble
from tiers_lieu_mooc.model.content import Prose, QuestionBlock, QuizBlock
from tiers_lieu_mooc.model.course import Course, Fact
from tiers_lieu_mooc.parsing import Memory, parse
from tiers_lieu_mooc.reading import read_course

TICKED = "- [x] Du thé\n- [ ] Du sel\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg"{}>{}</svg>'


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseBuilder:
    monkeypatch.chdir(tmp_path)
    return CourseBuilder(tmp_path)


def assembled(builder: CourseBuilder) -> tuple[Course | None, list[Diagnostic]]:
    tree, found = read_course(builder.write())
    draft, parsed = parse(tree)
    course, joined = assemble(draft)
    return course, [*found, *parsed, *joined]


def made(builder: CourseBuilder) -> Course:
    course, _ = assembled(builder)
    assert course is not None
    return course


def codes(builder: CourseBuilder) -> list[str]:
    found = assembled(builder)[1]
    return [each.code for each in found if each.code != "id/not-published"]


def qcu(name: str) -> str:
    return f"::: qcu #{name}\nQue boit-on ?\n\n{TICKED}:::\n\n"


def test_questions_are_quoted_from_banks_and_named_where_their_bank_is(
    course: CourseBuilder,
) -> None:
    course.lesson("definir", f"{qcu('ici')}::: question comprendre/la\n\n::: quiz comprendre\n")
    course.bank(qcu("la"))
    lesson = made(course).lessons[0]
    inline, quoted, quiz = lesson.blocks
    assert isinstance(inline, QuestionBlock)
    assert isinstance(quoted, QuestionBlock)
    assert isinstance(quiz, QuizBlock)
    assert (inline.question.full_name, inline.is_quoted) == ("comprendre/ici", False)
    assert (quoted.question.full_name, quoted.is_quoted) == ("comprendre/la", True)
    assert quiz.bank == "comprendre"


def test_a_question_may_be_quoted_by_its_identifier_alone(course: CourseBuilder) -> None:
    course.lesson("definir", "::: question la\n").bank(qcu("la"))
    assert codes(course) == []


def test_a_bank_that_no_module_uses_cannot_be_quoted(course: CourseBuilder) -> None:
    course.lesson("definir", "::: question annexe/la\n\n::: quiz annexe\n")
    (course.quizzes).mkdir(parents=True)
    (course.quizzes / "annexe.md").write_text(f"---\ntitre: Annexe\n---\n\n{qcu('la')}", "utf-8")
    assert codes(course) == [
        "source/unlisted-bank",
        "quiz/unknown-question",
        "quiz/unknown-bank",
    ]


def test_suggestions_name_what_was_probably_meant(course: CourseBuilder) -> None:
    course.lesson("definir", "[a](definire.md) [[tiers-lien]] ![x](media/plon.svg) [@B55]\n")
    course.glossary("Tiers-lieu\n: Un lieu.\n").picture("plan.svg").facts("B5")
    found = {each.code: each.mend for each in assembled(course)[1]}
    assert "«\u00a0comprendre/definir\u00a0»" in found["text/unknown-lesson"]
    assert "«\u00a0Tiers-lieu\u00a0»" in found["text/unknown-term"]
    assert "«\u00a0comprendre/media/plan.svg\u00a0»" in found["media/missing"]
    assert "«\u00a0B5\u00a0»" in found["text/unknown-fact"]


def test_facts_are_listed_in_the_order_they_are_first_cited(course: CourseBuilder) -> None:
    course.lesson("definir", "Un [@B5], deux [@A1], encore [@B5].\n").facts("A1", "B5")
    whole = made(course)
    assert whole.lessons[0].facts == ("B5", "A1")
    assert [type(fact) for fact in whole.facts] == [Fact, Fact]


def test_terms_are_found_by_variant_case_accent_and_plural(course: CourseBuilder) -> None:
    text = "[[Fablabs]] [[ATELIER de fabrication]] [[ateliers de fabrications|là]] [[fab-lab]]\n"
    course.lesson("definir", text).glossary("Fab lab, fablab, atelier de fabrication\n: Un lieu.\n")
    assert codes(course) == []
    block = made(course).lessons[0].blocks[0]
    assert isinstance(block, Prose)
    assert block.text.html.count('data-term="fab-lab"') == 4


def test_definitions_may_link_to_other_terms(course: CourseBuilder) -> None:
    course.lesson("definir", "Un lieu.\n")
    course.glossary("Lieu\n: Voir [[fablab]].\n\nFablab\n: Voir [[lieu]] et [[rien]].\n")
    assert codes(course) == ["text/unknown-term"]


# Identifiers and permanent numbers


def test_published_names_keep_their_line_and_new_ones_follow(course: CourseBuilder) -> None:
    course.lesson("definir", qcu("un")).lesson("ouvrir", "Un lieu.\n").bank(qcu("deux"))
    course.file("published-ids.txt", "comprendre/ouvrir\ncomprendre/ancien\ncomprendre/quiz\n")
    whole, found = assembled(course)
    assert whole is not None
    assert whole.published == (
        "comprendre/ouvrir",
        "comprendre/ancien",
        "comprendre/quiz",
        "comprendre/definir",
        "comprendre/un",
        "comprendre/deux",
    )
    assert whole.provisional_from == 3
    assert [each.code for each in found] == ["id/withdrawn", "id/not-published"]
    assert "3 identifiant" in found[1].message


def test_a_question_with_an_error_is_not_said_to_be_withdrawn(course: CourseBuilder) -> None:
    course.lesson("definir", "::: qcu #un\nQuoi ?\n\n- [x] Oui\n:::\n\nUn lieu.\n")
    course.file("published-ids.txt", "comprendre/definir\ncomprendre/un\n")
    assert codes(course) == ["quiz/too-few-answers"]


def test_identifiers_are_unique_in_the_whole_course(course: CourseBuilder) -> None:
    course.lesson("definir", qcu("un")).lesson("ouvrir", qcu("un"), module="agir")
    course.bank(f"{qcu('un')}{qcu('definir')}")
    found = assembled(course)[1]
    assert [each.code for each in found][:3] == ["id/duplicate", "id/clash", "id/duplicate"]
    assert "ligne 6" in found[0].message


@pytest.mark.parametrize("name", ["Definir", "definir_1", "-definir", "quiz", "a" * 64, "dé"])
def test_names_of_lessons_are_identifiers(course: CourseBuilder, name: str) -> None:
    course.lesson("ouvrir", "Un lieu.\n").lesson(name, "Un lieu.\n")
    assert codes(course) == ["id/reserved" if name == "quiz" else "id/invalid"]
    assert [lesson.id for lesson in made(course).lessons] == ["ouvrir"]


# What is left when something is wrong


def test_one_wrong_lesson_does_not_keep_the_others_from_being_checked(
    course: CourseBuilder,
) -> None:
    course.file("comprendre/definir.md", b"\xff").lesson("ouvrir", "<b>Un</b> lieu.\n")
    course.file("comprendre/module.yaml", "titre: [\n").file("course.yaml", "titre: {\n")
    assert sorted(codes(course)) == [
        "settings/syntax",
        "settings/syntax",
        "source/not-utf8",
        "text/raw-html",
    ]


def test_there_is_no_course_without_an_outline_or_a_lesson(course: CourseBuilder) -> None:
    assert assembled(course.file("course.yaml", "titre: Essai\nmodules: []\n"))[0] is None


def test_values_out_of_bounds_are_reported_and_left_out(course: CourseBuilder) -> None:
    course.lesson("definir", qcu("un").replace("#un\n", "#un\npoints : 200\nessais : 0\n"))
    course.bank(qcu("deux"), header="seuil: 101\ntentatives: 0\n")
    whole, found = assembled(course)
    assert [each.code for each in found] == [*["settings/out-of-range"] * 4, "id/not-published"]
    assert "au plus 100" in found[0].message
    assert whole is not None
    assert whole.banks[0].pass_mark == 60


def test_the_pass_mark_of_a_module_wins_over_the_banks(course: CourseBuilder) -> None:
    course.lesson("definir", "Un lieu.\n").bank(qcu("un"), header="seuil: 50\n")
    header = "titre: Comprendre\nleçons: [definir]\nbanque: comprendre\nseuil: 75\n"
    assert made(course.file("comprendre/module.yaml", header)).banks[0].pass_mark == 75


def test_draws_are_counted_against_the_bank(course: CourseBuilder) -> None:
    course.lesson("definir", "Un lieu.\n")
    tagged = qcu("un").replace("#un\n", "#un\nétiquettes : Gouvernance\n")
    draws = "tirage:\n  - étiquette: Gouvernance\n    nombre: 2\n"
    course.bank(tagged + qcu("deux"), header=draws)
    found = [each for each in assembled(course)[1] if each.code == "quiz/draw-too-large"]
    assert len(found) == 1
    assert "2 questions d’étiquette" in found[0].message


# Media


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * ((width // 8 + 2) * min(height, 99)))
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def picture(kind: str, size: tuple[int, int] = (8, 6), orientation: int = 1) -> bytes:
    buffer = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = orientation
    Image.new("RGB", size).save(buffer, kind, exif=exif)
    return buffer.getvalue()


def with_picture(course: CourseBuilder, name: str, content: bytes | str) -> CourseBuilder:
    course.lesson("definir", f"![Un plan](media/{name})\n")
    return course.file(f"comprendre/media/{name}", content)


@pytest.mark.parametrize(
    ("name", "content", "size"),
    [
        ("a.png", picture("PNG"), (8, 6)),
        ("a.jpg", picture("JPEG"), (8, 6)),
        ("a.jpeg", picture("JPEG", orientation=6), (6, 8)),
        ("a.webp", picture("WEBP"), (8, 6)),
        ("a.gif", picture("GIF"), (8, 6)),
        ("a.svg", SVG.format(' viewBox="0 0 30 20"', ""), (30, 20)),
        ("a.svg", SVG.format(' viewBox="0,0,30,20" width="60"', ""), (60, 40)),
        ("a.svg", SVG.format(' viewBox="0 0 30 20" height="1in"', ""), (144, 96)),
        ("a.svg", SVG.format(' width="10mm" height="12.5"', ""), (38, 12)),
        ("a.svg", SVG.format(' width="100%" viewBox="0 0 4 3"', ""), (4, 3)),
    ],
)
def test_pictures_are_packed_with_their_size(
    course: CourseBuilder, name: str, content: bytes | str, size: tuple[int, int]
) -> None:
    with_picture(course, name, content)
    assert codes(course) == []
    file = made(course).media[f"comprendre/media/{name}"]
    assert (file.width, file.height) == size


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", b""),
        ("a.png", b"<html>"),
        ("a.png", picture("JPEG")),
        ("a.png", picture("PNG")[:40]),
        ("a.jpg", picture("JPEG", (64, 64))[:-40]),
        ("a.webp", picture("WEBP")[:-4]),
        ("a.gif", picture("GIF")[:-1]),
        ("a.svg", "<svg"),
        ("a.svg", "<html></html>"),
    ],
)
def test_pictures_that_are_not_what_they_say_are_refused(
    course: CourseBuilder, name: str, content: bytes | str
) -> None:
    assert codes(with_picture(course, name, content)) == ["media/broken"]


@pytest.mark.parametrize("size", [(8_000, 8_000), (60_000, 60_000), (2_000_000, 2_000)])
def test_pictures_that_would_fill_the_memory_are_refused(
    course: CourseBuilder, size: tuple[int, int]
) -> None:
    assert codes(with_picture(course, "a.png", png(*size))) == ["media/too-many-pixels"]


def test_only_media_in_use_are_packed(course: CourseBuilder) -> None:
    course.lesson("definir", "[Le guide](media/guide.pdf)\n").picture("plan.svg")
    course.file("comprendre/media/guide.pdf", b"%PDF-1.7")
    whole, found = assembled(course)
    assert whole is not None
    assert list(whole.media) == ["comprendre/media/guide.pdf"]
    assert [each.code for each in found] == ["id/not-published", "media/unused"]


def test_pictures_of_a_bank_come_from_the_module_that_uses_it(course: CourseBuilder) -> None:
    course.lesson("definir", "Un lieu.\n").picture("plan.svg")
    course.bank(qcu("un").replace("Que boit-on ?", "![Un plan](media/plan.svg)"))
    assert codes(course) == []
    assert list(made(course).media) == ["comprendre/media/plan.svg"]


# Memory


def test_what_was_parsed_before_is_used_again_until_it_changes(course: CourseBuilder) -> None:
    course.lesson("definir", "Un [[lieu]].\n").lesson("ouvrir", "<b>Un</b> lieu.\n").bank(qcu("un"))
    memory: Memory = {}
    folder = course.write()
    first, found = parse(read_course(folder)[0], memory)
    second, found_again = parse(read_course(folder)[0], memory)
    assert second == first
    assert found_again == found
    assert second.modules[0].lessons[0] is first.modules[0].lessons[0]
    (folder / "glossaire.md").write_text("Lieu\n: Ici.\n", "utf-8")
    third, _ = parse(read_course(folder)[0], memory)
    assert third.modules[0].lessons[0] is not first.modules[0].lessons[0]
    assert parse(read_course(folder)[0])[0] == third
