"""What the page makes of pictures, files, links and terms, from real small courses."""

from __future__ import annotations

import datetime
from pathlib import Path

import lxml.html
import pytest

from scorm_export.diagnostic import by_place
from tests.support.course_builder import CourseBuilder
from tiers_lieu_mooc.building import Workshop, check_course, outputs_of
from tiers_lieu_mooc.targets import Split, Target

TODAY = datetime.date(2026, 3, 1)


def built(folder: Path, target: Target = Target.WEB) -> dict[str, dict[str, bytes]]:
    """Give the files of every package of a course, by name."""
    checked = check_course(folder, TODAY)
    assert checked.course is not None
    assert checked.is_buildable, by_place(checked.found)
    workshop = Workshop(checked.course)
    outputs = outputs_of(checked.course, [target], Split)
    return {output.name: workshop.make(output).files for output in outputs}


def page_of(files: dict[str, bytes]) -> lxml.html.HtmlElement:
    document = lxml.html.document_fromstring(files["index.html"].decode())
    assert isinstance(document, lxml.html.HtmlElement)
    return document


def test_pictures_have_their_size_and_load_late_wherever_they_stand(tmp_path: Path) -> None:
    course = CourseBuilder(tmp_path).picture("plan.svg").picture("icone.svg").picture("choix.svg")
    course.lesson(
        "definir",
        "![Le plan](media/plan.svg)\n\nUn ![rond](media/icone.svg) dans une phrase.\n\n"
        "::: qcu #q\nQuel dessin ?\n\n- [x] ![carré](media/choix.svg)\n- [ ] Aucun\n:::\n",
    )
    files = built(course.write())["essai-web"]
    pictures = page_of(files).xpath("//main//img")
    # The picture of the right answer stands again in the correction.
    alternatives = [picture.get("alt") for picture in pictures]
    assert alternatives == ["Le plan", "rond", "carré", "carré"]
    for picture in pictures:
        assert picture.get("src") in files
        assert int(picture.get("width")) > 0
        assert int(picture.get("height")) > 0
        assert picture.get("loading") == "lazy"
        assert picture.get("data-media") is None


def test_a_linked_file_is_in_the_package_and_can_be_fetched(tmp_path: Path) -> None:
    course = CourseBuilder(tmp_path).file("comprendre/media/fiche.pdf", b"%PDF-1.4 essai")
    course.lesson("definir", "Voir [la fiche à imprimer](media/fiche.pdf).")
    files = built(course.write())["essai-web"]
    (link,) = page_of(files).xpath("//main//a[@download]")
    assert files[link.get("href")] == b"%PDF-1.4 essai"


def test_media_that_no_page_of_the_package_shows_stay_out(tmp_path: Path) -> None:
    course = CourseBuilder(tmp_path).picture("plan.svg", module="un")
    course.lesson("a", "![Le plan](media/plan.svg)", module="un").lesson(
        "b", "Rien.", module="deux"
    )
    packages = built(course.write())
    assert "un/media/plan.svg" in packages["essai-un-web"]
    assert [name for name in packages["essai-deux-web"] if "media" in name] == []


def test_a_link_to_a_lesson_of_another_package_becomes_plain_text(tmp_path: Path) -> None:
    course = CourseBuilder(tmp_path)
    course.lesson("a", "Voir [la leçon *b*](../deux/b.md) et [ici](c.md).", module="un")
    course.lesson("c", "Suite.", module="un").lesson("b", "Rien.", module="deux")
    packages = built(course.write())
    whole, part = page_of(packages["essai-web"]), page_of(packages["essai-un-web"])
    assert whole.xpath("//a[@href='#deux/b'][contains(., 'la leçon b')]")
    assert not part.xpath("//a[@href='#deux/b']")
    assert part.xpath("//*[@class='elsewhere'][contains(., 'la leçon b')]")
    assert part.xpath("//a[@href='#un/c']")


def test_every_link_inside_a_package_leads_somewhere(tmp_path: Path) -> None:
    course = (
        CourseBuilder(tmp_path).facts("B5").glossary("Tiers-lieu\n: un [[commun]]\n\nCommun\n: x\n")
    )
    course.lesson("a", "Un [[tiers-lieu]] [@B5].[^1]\n\n[^1]: Une note.\n", module="un")
    course.lesson("b", "Suite.", module="deux").bank(
        "::: vrai-faux #v\nOui ?\n\n- [x] Vrai\n- [ ] Faux\n:::\n", module="deux"
    )
    for files in built(course.write()).values():
        page = page_of(files)
        targets = {link.get("href")[1:] for link in page.xpath("//a[starts-with(@href, '#')]")}
        names = [element.get("id") for element in page.xpath("//*[@id]")]
        assert targets <= set(names)
        assert len(names) == len(set(names))


def test_every_link_to_another_site_opens_beside_and_says_so(tmp_path: Path) -> None:
    out = "https://ailleurs.example/"
    course = CourseBuilder(tmp_path).file(
        "course.yaml",
        "titre: Un cours d’essai\nlangue: fr\nmodules:\n  - comprendre\n"
        f"contact: {out}contact\npartenaires:\n  - nom: RTES\n    lien: {out}partenaire\n",
    )
    course.lesson(
        "definir",
        f'Un [lien]({out}texte "Un titre") et <{out}simple>, ou [un mail](mailto:a@b.fr).[^1]\n\n'
        f"| T |\n|---|\n| [case]({out}case) |\n\n"
        f"::: webinaire En direct\ndate : 2026-02-01\nrediffusion : {out}direct\n:::\n\n"
        f"::: qcu #q\nVoir [ici]({out}question) ?\n\n- [x] [Oui]({out}choix)\n"
        f"  > [Bien]({out}retour).\n- [ ] Non\n:::\n\n"
        f"[^1]: Une [note]({out}note). [[Commun]] [@A1]\n",
    )
    course.glossary(f"Commun\n: Une [ressource]({out}terme) partagée.\n")
    course.file(
        "faits.yaml",
        f'A1:\n  énoncé: "Un fait."\n  source: "Un site, {out}fait"\n  date: "2025"\n'
        '  confiance: "vérifié"\n  durée de vie: "stable"\n  lu le: 2026-02-01\n',
    )
    course.file("a-propos.md", f"Une [équipe]({out}equipe).\n")
    page = page_of(built(course.write())["essai-web"])
    links = page.xpath("//a[starts-with(@href, 'http')]")
    led = {link.get("href").removeprefix(out) for link in links}
    places = (
        "contact partenaire texte simple case direct question choix retour note terme fait equipe"
    )
    assert {*places.split()} <= led
    for link in links:
        assert link.get("target") == "_blank"
        assert link.get("rel") == "noopener noreferrer"
        (sign,) = link.xpath("*[@role='img']")
        assert sign.get("aria-label") == " (nouvel onglet)"
        assert sign.getnext() is None
    others = page.xpath("//a[not(starts-with(@href, 'http'))]")
    assert any(link.get("href").startswith("mailto:") for link in others)
    assert not any(link.get("target") or link.xpath("*[@role='img']") for link in others)


def test_a_module_package_explains_the_terms_it_uses_and_theirs(tmp_path: Path) -> None:
    course = CourseBuilder(tmp_path).glossary(
        "Commun\n: une [[ressource]]\n\nRessource\n: x\n\nAutre\n: y\n"
    )
    course.lesson("a", "Un [[commun]].", module="un").lesson("b", "Rien.", module="deux")
    packages = built(course.write())
    shown = [term.text.strip() for term in page_of(packages["essai-un-web"]).xpath("//dt")]
    assert shown == ["Commun", "Ressource"]
    assert not page_of(packages["essai-deux-web"]).xpath("//dt")
    assert len(page_of(packages["essai-web"]).xpath("//dt")) == 3


@pytest.mark.parametrize(
    ("target", "recorder"),
    [
        (Target.SCORM_12, "scorm12"),
        (Target.SCORM_2004_3, "scorm2004"),
        (Target.SCORM_2004_4, "scorm2004"),
        (Target.WEB, "local"),
    ],
)
def test_packages_differ_by_their_recorder_only(
    tmp_path: Path, target: Target, recorder: str
) -> None:
    folder = CourseBuilder(tmp_path).lesson("a", "Texte.").write()
    pages = {
        each: built(folder, each)[f"essai-{each.value}"]["index.html"]
        for each in (target, Target.WEB)
    }
    assert f'data-recorder="{recorder}"'.encode() in pages[target]
    assert pages[target].replace(f'"{recorder}"'.encode(), b'"local"', 1) == pages[Target.WEB]


def test_options_of_a_matching_question_do_not_give_the_answers_away(tmp_path: Path) -> None:
    course = CourseBuilder(tmp_path).lesson(
        "a",
        "::: appariement #m\nReliez.\n\n"
        "- un -> zèbre\n- deux -> abeille\n- (leurre) -> mouche\n:::\n",
    )
    page = page_of(built(course.write())["essai-web"])
    for choice in page.xpath("//select"):
        assert [option.text for option in choice][1:] == ["abeille", "mouche", "zèbre"]


def test_steps_are_never_shown_in_the_right_order_before_scripts_run(tmp_path: Path) -> None:
    questions = "\n".join(
        f"::: ordre #o{number}\nRangez.\n\n1. un\n2. deux\n3. trois\n:::\n" for number in range(12)
    )
    page = page_of(built(CourseBuilder(tmp_path).lesson("a", questions).write())["essai-web"])
    orders = [
        [step.get("data-place") for step in steps] for steps in page.xpath("//ol[@class='steps']")
    ]
    assert len(orders) == 12
    assert ["0", "1", "2"] not in orders


def test_the_page_about_the_course_says_what_its_authors_wrote(tmp_path: Path) -> None:
    course = CourseBuilder(tmp_path).lesson("definir", "Un lieu.")
    course.glossary("Commun\n: Une ressource partagée.\n").facts("A1")
    course.file(
        "a-propos.md",
        "## Qui l’a fait\n\nUne équipe, autour d’un [[commun]] [@A1].\n\n## La suite\n\nÀ venir.\n",
    )
    page = page_of(built(course.write())["essai-web"])
    (about,) = page.xpath("//section[@id='a-propos']")
    assert [each.text_content() for each in about.xpath(".//h3")] == ["Qui l’a fait", "La suite"]
    assert about.xpath(".//a[@data-term='commun']")
    assert page.xpath("//section[@id='sources']")[0].text_content().count("A1")


def test_a_block_on_the_page_about_the_course_is_refused(tmp_path: Path) -> None:
    course = CourseBuilder(tmp_path).lesson("definir", "Un lieu.")
    course.file("a-propos.md", "Un texte.\n\n::: scène\nUn jour.\n:::\n")
    found = check_course(course.write(), TODAY).found
    places = [(each.code, each.at.line) for each in found if each.at.path.endswith("a-propos.md")]
    assert places == [("text/misplaced-container", 3)]


def test_other_words_for_a_term_stand_in_a_table(tmp_path: Path) -> None:
    course = CourseBuilder(tmp_path).glossary("Bénévole\n: Personne qui aide librement.\n")
    course.lesson("definir", "| Qui | Quoi |\n|---|---|\n| les [[bénévole|bénévoles]] | aident |\n")
    cells = page_of(built(course.write())["essai-web"]).xpath(
        "//section[@id='comprendre/definir']//td"
    )
    assert [cell.text_content() for cell in cells] == ["les bénévoles", "aident"]
