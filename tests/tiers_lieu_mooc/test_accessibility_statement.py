"""The statement that every package carries says what is known, and no more."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import lxml.html
import pytest

from tests.support.course_builder import CourseBuilder
from tests.support.small_course import SmallCourse, course_of
from tiers_lieu_mooc.accessibility import FILE, known_state, state_in
from tiers_lieu_mooc.building import Workshop, check_course, outputs_of
from tiers_lieu_mooc.reference import pages
from tiers_lieu_mooc.rendering.filling import fill
from tiers_lieu_mooc.rendering.statement import conformity, statement_of
from tiers_lieu_mooc.targets import Split, Target

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2026, 3, 1)
AUDIT = "[audit]\nle = 2027-02-01\npar = 'Un cabinet'\ntaux = {}\n"


def course_with(contact: str, folder: Path) -> Path:
    line = f"contact: {contact}\n" if contact else ""
    outline = f"titre: Un cours\nlangue: fr\n{line}modules:\n  - comprendre\n"
    return CourseBuilder(folder).lesson("un", "Texte.").file("course.yaml", outline).write()


def page_with(contact: str, folder: Path) -> lxml.html.HtmlElement:
    checked = check_course(course_with(contact, folder), TODAY)
    assert checked.course is not None
    assert [each.rule.code for each in checked.found if each.rule.code.startswith("sett")] == []
    outputs = outputs_of(checked.course, [Target.SCORM_12], Split)
    pages = [Workshop(checked.course).make(output).files["index.html"] for output in outputs]
    document = lxml.html.document_fromstring(pages[-1].decode())
    assert isinstance(document, lxml.html.HtmlElement)
    return document


def statement(page: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    (section,) = page.xpath("//section[@id='accessibilite']")
    return section


def text_of(told: str, folder: Path) -> str:
    """Give the statement of a small course, were that known."""
    course = course_of(SmallCourse({"un": "Texte.\n"}), folder)
    return str(fill("statement", statement_of(course, state_in(told))))


def test_every_page_leads_to_it_from_foot_plan_and_about(tmp_path: Path) -> None:
    page = page_with("", tmp_path)
    for place in ("//footer", "//nav", "//section[@id='a-propos']"):
        assert page.xpath(f"{place}//a[@href='#accessibilite']"), place


def test_it_follows_the_outline_of_the_french_model(tmp_path: Path) -> None:
    titles = [each.text for each in statement(page_with("", tmp_path)).xpath(".//h2 | .//h3")]
    assert titles == [
        "Déclaration d’accessibilité",
        "État de conformité",
        "Résultats des tests",
        "Contenus et usages hors de ces vérifications",
        "Signaler une difficulté",
        "Voies de recours",
    ]


@pytest.mark.parametrize(
    ("contact", "href"),
    [
        ("acces@example.org", "mailto:acces@example.org"),
        ("https://example.org/contact", "https://example.org/contact"),
    ],
)
def test_the_author_says_whom_to_tell(contact: str, href: str, tmp_path: Path) -> None:
    section = statement(page_with(contact, tmp_path))
    assert section.xpath(f".//a[@href='{href}']")
    assert "Adressez-vous à votre formateur" not in section.text_content()


def test_without_a_contact_learners_are_sent_to_their_trainer(tmp_path: Path) -> None:
    section = statement(page_with("", tmp_path))
    assert "Adressez-vous à votre formateur" in section.text_content()


@pytest.mark.parametrize("contact", ["la mairie", "a@b", "javascript:x@y.fr", "x@y.fr?cc=z@y.fr"])
def test_a_contact_that_leads_nowhere_is_a_finding(contact: str, tmp_path: Path) -> None:
    found = check_course(course_with(contact, tmp_path), TODAY).found
    (finding,) = [each for each in found if each.rule.code == "settings/bad-value"]
    assert finding.at.line == 3


def test_no_level_is_claimed_without_an_audit(tmp_path: Path) -> None:
    state = known_state()
    assert state.audit is None
    assert conformity(state) == "pas d’audit à ce jour"
    section = statement(page_with("", tmp_path)).text_content()
    assert "Pas d’audit à ce jour." in section
    assert "partiellement conforme" not in section
    assert "totalement conforme" not in section


@pytest.mark.parametrize(
    ("rate", "verdict"),
    [
        (100, "totalement conforme"),
        (99.9, "partiellement conforme"),
        (50, "partiellement conforme"),
        (49.9, "non conforme"),
    ],
)
def test_after_an_audit_its_verdict_is_the_one_of_the_law(
    rate: float, verdict: str, tmp_path: Path
) -> None:
    # Top-level keys of TOML must come before any table.
    head, table, rest = FILE.read_text("utf-8").partition("[[outil]]")
    told = head + AUDIT.format(rate) + table + rest
    text = text_of(told, tmp_path)
    assert f"Ce cours est <b>{verdict}</b>" in text
    assert "L’audit du 1er\u00a0février\u00a02027, par Un cabinet" in text
    assert conformity(state_in(told)) == verdict


def test_what_people_tried_is_told_with_its_date_and_what_they_did_not_as_well(
    tmp_path: Path,
) -> None:
    told = FILE.read_text("utf-8").replace(
        'nom = "NVDA et Firefox"',
        'nom = "NVDA et Firefox"\nfait_le = 2027-01-31\nresultat = "rien à redire"',
    )
    done, undone = text_of(told, tmp_path).split("Pas encore essayé")
    assert "NVDA et Firefox, le 31\u00a0janvier\u00a02027\u00a0: rien à redire." in done
    assert "NVDA" not in undone
    assert "Commande vocale." in undone


def test_the_tools_are_those_that_the_tests_use() -> None:
    pinned = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    versions = {tool.name: tool.version for tool in known_state().tools}
    assert versions["axe-core"] == pinned["axe-core"]
    assert versions["le validateur HTML du W3C (vnu)"] == pinned["vnu-jar"]


def test_statement_and_guide_say_the_same(tmp_path: Path) -> None:
    section = statement(page_with("", tmp_path)).text_content()
    guide = pages()["accessibilite.md"]
    state = known_state()
    for text in (
        *(check.what for check in state.checks),
        *(trial.name for trial in state.trials),
        *state.limits,
    ):
        assert text in section
        assert text in guide
