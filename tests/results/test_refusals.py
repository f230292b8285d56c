"""What ``tiers-lieu resultats`` says of a file that is not, or not quite, what it needs."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.results.desk import Desk, Write, changed
from tests.support.moodle_report import Person, Table, as_ods, as_text, as_xlsx, report_on
from tests.support.reported import Row
from tiers_lieu_mooc.cli import main
from tiers_lieu_mooc.codebook import as_csv, codebook_of
from tiers_lieu_mooc.model.course import Course
from tiers_lieu_mooc.results import Unreadable, read_key, read_results
from tiers_lieu_mooc.results.measures import LEAST_FOR_LINK
from tiers_lieu_mooc.results.tables import LARGEST_WORKBOOK_BYTES

ONE_DESK = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_an_unknown_question_is_told_with_what_to_do(desk: Desk, group: list[Person]) -> None:
    desk.take_key(desk.book._replace(entries=desk.book.entries[2:]))
    code, said = desk.run(report_on(group))
    assert code == 1
    assert "2\u00a0identifiants du rapport sont inconnus de la clé" in said
    assert desk.book.entries[0].id in said
    assert "fabriquée avec le paquet" in said
    assert "inconnus de la clé" in desk.page()


def test_a_key_of_another_version_is_told(desk: Desk, group: list[Person]) -> None:
    first, *others = desk.book.entries
    other_right = first._replace(right="t" if first.right == "f" else "f")
    desk.take_key(desk.book._replace(entries=(other_right, *others)))
    code, said = desk.run(report_on(group))
    assert code == 1
    assert "La clé ne va pas avec le paquet" in said
    assert first.id in said
    fewer = first._replace(codes=first.codes[:1])
    desk.take_key(desk.book._replace(entries=(fewer, *others)))
    code, said = desk.run(report_on(group, shown=(0, 1, 3)))
    assert code == 1
    assert "La clé ne va pas avec le paquet" in said
    assert "que la clé ne connaît pas" in desk.page()


@pytest.mark.parametrize("count", [1, 4])
def test_few_people_are_said_to_be_too_few(desk: Desk, group: list[Person], count: int) -> None:
    code, said = desk.run(report_on(group[:count]))
    assert code == 0
    assert "trop peu pour conclure" in said
    assert "trop tôt" in said
    assert "Aucune question ne demande" not in said
    page = desk.page()
    assert "trop tôt" in page
    assert "%</b>" not in page


@pytest.mark.parametrize("count", [5, 19, 20, 30])
def test_caution_is_asked_for_by_the_answers_of_each_question(
    desk: Desk, group: list[Person], count: int
) -> None:
    """A quiz draws some of its questions for each person: 30 people are 30 answers to few."""
    answers = Counter(row["id"] for person in group[:count] for row in person.attempts[0])
    graded = [entry.id for entry in desk.book.entries if entry.is_graded and answers[entry.id]]
    few = [name for name in graded if answers[name] < LEAST_FOR_LINK]
    code, said = desk.run(report_on(group[:count]))
    assert code == 0
    assert few
    which = (
        "Toutes les questions notées ont" if len(few) == len(graded) else f"{len(few)}\u00a0quest"
    )
    for told in (said, desk.page()):
        assert f"{which}" in told
        assert "moins de 20 réponses\u00a0: prudence" in told
    needed = int(re.findall(r"Avec environ (\d+) personnes", said)[0])
    assert count < needed <= 20 * count / min(answers[name] for name in few) + 5


def test_with_twenty_answers_to_each_question_no_caution_is_asked_for(
    desk: Desk, group: list[Person]
) -> None:
    assert "prudence" not in desk.run(report_on(group))[1]


def test_few_answers_that_are_all_right_are_not_said_to_be_fine(
    desk: Desk, group: list[Person]
) -> None:
    def succeed(_: int, row: Row) -> Row:
        right = {entry.id: entry.right for entry in desk.book.entries if entry.right}
        is_known = row["id"] in right and row["result"] != "neutral"
        return (
            {**row, "student_response": right[row["id"]], "result": "correct"} if is_known else row
        )

    typed = {entry.id for entry in desk.book.entries if entry.is_graded and not entry.right}
    people = changed(group, lambda _, row: {**row, "id": "echelle"} if row["id"] in typed else row)
    _, said = desk.run(report_on(changed(people, succeed, 12)[:12]))
    assert "Rien ne ressort encore" in said
    assert "Aucune question ne demande" not in said
    assert "Rien ne ressort encore" in desk.page()


BASIC = [
    ["Nom", "Adresse de courriel", "Tentative", "Commencé le", "Dernier accès le", "Score"],
    ["Zoé Quémener", "z@exemple-commune.fr", "1", "hier", "hier", "72"],
]
"""Moodle's « basic » report, which has no answers."""

QUESTION_ZERO = [
    [*BASIC[0], "Question 0", "Réponse 0", "Résultat 0"],
    [*BASIC[1], "", "", ""],
]
"""What Moodle's « interactions » report shows of a package of SCORM 2004."""

REFUSED: list[tuple[str, bytes, str]] = [
    ("vide", b"", "est vide"),
    ("blancs", b"\n\n  \n", "est vide"),
    ("basique", as_text(BASIC), "Rapport d’interactions"),
    ("2004", as_text(QUESTION_ZERO), "SCORM 2004"),
    ("2004-ods", as_ods(QUESTION_ZERO), "SCORM 2004"),
    ("pdf", b"%PDF-1.7 ...", "PDF"),
    ("page", b"<!DOCTYPE html><html>", "page web"),
    ("image", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "n’est pas un tableau"),
    ("autre", b"nom;note\nA;12\n", "n’est pas un rapport de réponses"),
    ("zip", b"PK\x03\x04 abc", "abîmé"),
    ("ancien", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "abîmé"),
    ("questions", b"Question 0\n", "sans les réponses"),
    ("entete", "Question 0\tRéponse 0\n".encode(), "aucune ligne"),
]


@pytest.mark.parametrize(("name", "content", "said"), REFUSED, ids=[each[0] for each in REFUSED])
def test_what_is_no_report_is_refused_in_words(
    desk: Desk, name: str, content: bytes, said: str
) -> None:
    code, told = desk.run(content, f"{name}.ods")
    assert code == 2
    assert said in told
    assert "panne" not in told
    assert "Quémener" not in told
    assert not (desk.folder / f"{name}-resultats.html").exists()


def test_the_default_settings_of_the_report_lead_to_the_right_ones(
    desk: Desk, group: list[Person]
) -> None:
    """Moodle shows the responses alone, without their questions, until somebody ticks more."""
    code, said = desk.run(report_on(group, shown=(1,)))
    assert code == 2
    assert "Résumé" in said


def test_the_usual_slips_have_their_sentence(desk: Desk, group: list[Person]) -> None:
    key = str(desk.folder / "cle.csv")
    code, said = desk.run((desk.folder / "cle.csv").read_bytes())
    assert code == 2
    assert "c’est une clé de lecture" in said
    report = str(desk.lay(report_on(group)))
    assert main(["resultats", report, "--cle", report]) == 2
    assert "ce n’est pas une clé de lecture" in desk.capture.readouterr().err
    assert main(["resultats", str(desk.folder / "absent.ods"), "--cle", key]) == 1
    assert "n’existe pas" in desk.capture.readouterr().err
    assert main(["resultats", report]) == 2
    assert "il manque la clé de lecture" in desk.capture.readouterr().err
    assert main(["resultats", key]) == 2
    assert "il manque le rapport. Par exemple" in desk.capture.readouterr().err
    assert main(["resultats", report, key, key]) == 2
    assert "plusieurs clés de lecture" in desk.capture.readouterr().err


@pytest.mark.parametrize("is_key_first", [True, False])
def test_the_key_may_be_given_without_its_option(
    desk: Desk, group: list[Person], is_key_first: bool
) -> None:
    files = [str(desk.lay(as_ods(report_on(group)), "mars.ods")), str(desk.folder / "cle.csv")]
    assert main(["resultats", *(reversed(files) if is_key_first else files)]) == 0
    assert (desk.folder / "mars-resultats.html").exists()


@pytest.mark.parametrize("typed", ["scripts/resultats", "../mooc/scripts/resultats"])
def test_without_anything_what_is_missing_is_said_in_what_was_typed(
    desk: Desk, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIERS_LIEU_RESULTATS", typed)
    assert main(["resultats"]) == 2
    said = desk.capture.readouterr().err
    assert "il manque le rapport et la clé de lecture" in said
    assert f"Par exemple\u00a0: {typed} rapport.ods " in said
    with pytest.raises(SystemExit, match="0"):
        main(["resultats", "--aide"])
    assert f"Utilisation\u00a0: {typed} " in desk.capture.readouterr().out
    assert f"{typed} resultats" not in said


def test_a_package_given_for_a_report_is_told_from_a_workbook(desk: Desk) -> None:
    released = Path(__file__).parents[1] / "released" / "A-scorm12.zip"
    code, said = desk.run(released.read_bytes(), "paquet.zip")
    assert code == 2
    assert "paquet SCORM" in said


def test_a_workbook_that_unpacks_to_too_much_is_not_unpacked(desk: Desk) -> None:
    content = io.BytesIO()
    with (
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w") as sheet,
    ):
        for _ in range(LARGEST_WORKBOOK_BYTES // 1_000_000 + 1):
            sheet.write(bytes(1_000_000))
    code, said = desk.run(content.getvalue(), "bombe.xlsx")
    assert code == 2
    assert "trop grand" in said


FAR = {
    "une case dans le dernier coin": ("A1", "XFD1048576"),
    "une case tout en bas": ("A1", "Z1048576"),
    "une case au loin": ("A1", "CZZ200000"),
}


@pytest.mark.parametrize("places", FAR.values(), ids=list(FAR))
def test_a_small_workbook_with_cells_far_apart_is_not_laid_out(
    desk: Desk, places: tuple[str, str]
) -> None:
    def placed(part: bytes) -> bytes:
        head, *cells = part.split(b"<c ")
        named = zip(places, cells, strict=True)
        return head + b"".join(f'<c r="{place}" '.encode() + cell for place, cell in named)

    far = rezipped(as_xlsx([["Question 1"], [" "]]), placed)
    code, said = desk.run(far, "loin.xlsx")
    assert code == 2
    assert "très loin des autres" in said


@pytest.mark.parametrize(("rows", "columns"), [(100_000, 1_000), (1_048_576, 16_384)])
def test_a_cell_that_is_repeated_without_end_is_not_laid_out(
    desk: Desk, rows: int, columns: int
) -> None:
    row = f'<table:table-row table:number-rows-repeated="{rows}">'.encode()
    cell = f'<table:table-cell table:number-columns-repeated="{columns}" '.encode()

    def repeated(part: bytes) -> bytes:
        part = part.replace(b"<table:table-row>", row, 1)
        return part.replace(b"<table:table-cell ", cell, 1)

    code, said = desk.run(rezipped(as_ods([["Question 1"]]), repeated), "repete.ods")
    assert code == 2
    assert "très loin des autres" in said


def rezipped(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Change the sheet of a workbook."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part) if "sheet1" in name or name == "content.xml" else part)
    return made.getvalue()


def read_or_refused(desk: Desk, content: bytes) -> None:
    """Read bytes as a report and as a key; being refused in words is fine, breaking is not."""
    path = desk.lay(content, "abime.ods")
    refusals = []
    for read in (lambda: read_results([path], desk.book), lambda: read_key(path)):
        try:
            read()
        except Unreadable as reason:
            refusals.append(str(reason))
    assert all(refusals)


@ONE_DESK
@given(seed=st.integers(0, 10_000), write=st.sampled_from([as_text, as_xlsx, as_ods]))
def test_a_damaged_file_never_breaks_the_program(
    desk: Desk, group: list[Person], seed: int, write: Write
) -> None:
    luck = random.Random(seed)
    content = bytearray(write(report_on(group[:6])))
    for _ in range(luck.randint(1, 12)):
        content[luck.randrange(len(content))] = luck.randrange(256)
    read_or_refused(desk, bytes(content[: luck.choice([None, luck.randrange(len(content))])]))


@ONE_DESK
@given(st.binary(max_size=400))
def test_any_bytes_at_all_never_break_the_program(desk: Desk, content: bytes) -> None:
    read_or_refused(desk, content)


# The preview's journal


def journal(standard: str, rows: Table) -> bytes:
    """Write what « Télécharger en CSV » of the preview's journal gives."""
    name = "LMSSetValue" if standard == "scorm12" else "SetValue"
    calls = [f'{name}("{element}", "{value}")' for element, value in rows]
    table = [["Heure", "Appel", "Réponse", "Remarques"]]
    table += [["09:00:01,000", call, '"true"', "aucune"] for call in ['LMSInitialize("")', *calls]]
    return b"\xef\xbb\xbf" + as_text(table, ";")


@pytest.mark.parametrize("standard", ["scorm12", "scorm2004-4"])
def test_the_journal_of_the_preview_is_one_person(desk: Desk, standard: str) -> None:
    response = "student_response" if standard == "scorm12" else "learner_response"
    choice = next(entry for entry in desk.book.entries if entry.kind == "qcu")
    pairs = next(entry for entry in desk.book.entries if entry.kind == "appariement")
    rows = [
        ["cmi.interactions.0.id", choice.id],
        ["cmi.interactions.0.type", "choice"],
        [f"cmi.interactions.0.{response}", "z"],
        ["cmi.interactions.0.result", "wrong"],
        ["cmi.interactions.0.id", choice.id],
        [f"cmi.interactions.0.{response}", choice.right],
        ["cmi.interactions.0.result", "correct"],
        ["cmi.interactions.1.id", pairs.id],
        [f"cmi.interactions.1.{response}", pairs.right],
        ["cmi.interactions.1.result", "correct"],
    ]
    results = desk.read(journal(standard, rows), "j.csv")
    assert results.sittings == 1
    assert results.remarks[0].message.startswith("1\u00a0essai dans l’aperçu")
    assert [(each.entry.id, each.success) for each in results.measures] == [
        (choice.id, 1),
        (pairs.id, 1),
    ]


def test_the_page_of_a_trial_shows_what_the_designer_answered(desk: Desk) -> None:
    """Nobody can be recognised in it, and it is there to be looked at."""
    choice = next(entry for entry in desk.book.entries if entry.kind == "qcu")
    rows = [
        ["cmi.interactions.0.id", choice.id],
        ["cmi.interactions.0.student_response", choice.right],
        ["cmi.interactions.0.result", "correct"],
    ]
    code, _ = desk.run(journal("scorm12", rows), "j.csv")
    assert code == 0
    page = desk.page("j")
    assert re.findall(r"<b>([^<]+)</b>", page).count("1") == 1
    assert "%</b>" not in page


def test_a_journal_without_answers_says_so(desk: Desk) -> None:
    code, said = desk.run(journal("scorm12", [["cmi.core.exit", "suspend"]]), "j.csv")
    assert code == 2
    assert "journal ne contient aucune réponse" in said


# The key of another package


def test_the_key_of_another_package_writes_no_page_and_names_the_one_wanted(
    desk: Desk, group: list[Person], real: Course
) -> None:
    assert desk.run(report_on(group))[0] == 0
    good = desk.page()
    (desk.folder / "a-cle-de-lecture.csv").write_bytes(as_csv(desk.book))
    (desk.folder / "z-cle-de-lecture.csv").write_bytes(as_csv(codebook_of(real, real.modules)))
    other = [each for each in real.modules if each.id == "cooperer"]
    desk.take_key(codebook_of(real, other))
    code, said = desk.run(report_on(group))
    assert code == 1
    last = said.splitlines()[-1]
    assert last.startswith("Aucune page n’est écrite")
    assert last.endswith(f"celle qu’il faut est {desk.folder / 'a-cle-de-lecture.csv'}.")
    assert desk.page() == good


def test_without_a_fitting_key_at_hand_its_name_is_told(
    desk: Desk, group: list[Person], real: Course
) -> None:
    desk.take_key(codebook_of(real, [each for each in real.modules if each.id == "cooperer"]))
    code, said = desk.run(report_on(group))
    assert code == 1
    assert "porte le nom du paquet déposé" in said.splitlines()[-1]
    assert not (desk.folder / "rapport-resultats.html").exists()
