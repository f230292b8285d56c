"""Every state of the page, as a learner comes to it: one walk for each opening of the page.

A walk yields the name of a state once the page is in it; whoever walks looks at the page then. A
new state is one more ``yield``; a new special page needs nothing, since ``sections`` opens every
section that there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.support.eleven_kinds import COUNT, eleven_questions
from tests.support.every_block import BLOCKS, FILES
from tests.support.kept import NAMELESS, name_of, on_disk, put_on_disk
from tests.support.learner import Learner
from tests.support.replies import Placed, partial, right, wrong
from tests.support.small_course import SmallCourse
from tiers_lieu_mooc.model.quiz import QuestionNode

SECOND_PLACING = """\
La fin.

::: positionnement #arrivee
objectifs : O1
échelle : Pas du tout, Un peu, Tout à fait
comparer : echelle

Et maintenant ?

- Je sais le dire.
- Je sais qui appeler.
:::
"""

OUTLINE = """\
titre: Un cours d’essai
langue: fr
description: Un cours pour essayer.
licence: CC BY-SA 4.0
version: "1.0"
contact: acces@example.org
partenaires:
  - nom: RTES
    lien: https://example.org
modules:
  - comprendre
attestation:
  leçons: 30
  moyenne: 0
  minimum: 0
  autopositionnements: []
"""

EVERYTHING = SmallCourse(
    {
        "blocs": BLOCKS,
        "definir": eleven_questions(options="essais : 1"),
        "suite": SECOND_PLACING,
    },
    bank=eleven_questions("q-"),
    quiz="mélanger: non\ntentatives: 2",
    files={**FILES, "course.yaml": OUTLINE},
)
"""Every block, every kind of question, in a lesson and in a quiz; every special page."""


@dataclass(frozen=True)
class Visit:
    """A page just opened, and the questions of its lesson and of its quiz."""

    page: Page
    lesson: tuple[QuestionNode, ...]
    quiz: tuple[QuestionNode, ...]

    @property
    def learner(self) -> Learner:
        """Who walks."""
        return Learner(self.page)


Walk = Callable[[Visit], Iterator[str]]


def sections(visit: Visit) -> Iterator[str]:
    """Walk through every section, whatever can be opened being open."""
    page = visit.page
    yield "start"
    for name in page.locator("[data-page]").evaluate_all("all => all.map(each => each.id)"):
        page.evaluate("name => { location.hash = name; }", name)
        expect(page.locator(f"[id='{name}']")).to_be_visible()
        closed = page.locator("main details:not([open]) > summary:visible")
        while closed.count():
            closed.first.click()
        yield name


def lesson(visit: Visit) -> Iterator[str]:
    """Walk through the questions of a lesson: untouched, left empty, hinted, checked and locked."""
    page, learner = visit.page, visit.learner
    learner.open_from_plan("Definir")
    buttons = page.locator("main [data-hand-in]:visible")
    expect(buttons).to_have_count(COUNT)
    for button in buttons.all():
        button.click()
    expect(page.get_by_role("alert").locator("visible=true")).to_have_count(COUNT)
    yield "alerts"
    for hint in page.get_by_text("Indice", exact=False).locator("visible=true").all():
        hint.click()
    for question in visit.lesson:
        learner.reply(right(question), learner.question(question))
    yield "hints open, answered and not checked"
    for place, question in enumerate(visit.lesson):
        some = partial(question) or wrong(question)
        group = learner.question(question)
        learner.reply((right(question), wrong(question), some)[place % 3], group)
        learner.check(group)
    for verdict in ("✔ Juste", "◐ En partie juste", "✘ À revoir"):
        learner.sees(verdict)
    yield "verdicts, locked"
    learner.finish_lesson("Suite")
    yield from _endings(visit)


def _endings(visit: Visit) -> Iterator[str]:
    page, learner = visit.page, visit.learner
    again = learner.question("Et maintenant")
    learner.reply(
        Placed((("Je sais le dire.", "Un peu"), ("Je sais qui appeler.", "Un peu"))), again
    )
    learner.check(again)
    learner.sees("Réponse gardée.")
    yield "another lesson, the first one done, both placings compared"
    page.evaluate("location.hash = 'attestation'")
    expect(page.get_by_role("heading", name="Attestation de suivi", level=2)).to_be_visible()
    yield "attestation reached"
    learner.press("Enregistrer et quitter")
    yield "left"


def tools(visit: Visit) -> Iterator[str]:
    """Walk through what helps to read: a term explained where it stands, a search."""
    page, learner = visit.page, visit.learner
    learner.open_from_plan("Blocs")
    page.get_by_role("main").get_by_role("link", name="tiers-lieu", exact=True).first.click()
    expect(page.get_by_role("region", name="Tiers-lieu")).to_be_focused()
    yield "a term explained"
    learner.open_from_menu("Rechercher")
    for words in ("collectif", "introuvable"):
        field = page.get_by_role("searchbox", name="Mots à chercher")
        field.fill(words)
        field.press("Enter")
        learner.sees(f"« {words} »")
        yield f"searched: {words}"


def quiz(visit: Visit) -> Iterator[str]:
    """Walk through a quiz: before, under way, read again, failed, passed."""
    learner = visit.learner
    learner.open_from_plan("Le quiz")
    yield "introduction"
    learner.start_quiz()
    yield "first question"
    learner.take_quiz(visit.quiz, {each.id: wrong(each) for each in visit.quiz[:9]})
    yield "review"
    learner.send()
    learner.sees("Quiz à reprendre")
    yield "failed"
    learner.press("Recommencer le quiz")
    learner.take_quiz(visit.quiz, {each.id: right(each) for each in visit.quiz})
    learner.send()
    learner.sees("Quiz réussi : 100 % des points.")
    yield "passed"


def saving(visit: Visit) -> Iterator[str]:
    """Walk through what the page says of saving, under an LMS that forgets at each launch."""
    page, learner = visit.page, visit.learner
    learner.sees("Votre progression est suivie par la plateforme.")
    yield "ready"
    learner.open_from_plan("Definir")
    learner.reply(right(visit.lesson[0]), learner.question(visit.lesson[0]))
    learner.sees("Enregistrement…")
    yield "under way"
    page.reload()
    learner.sees("Envoyé à la plateforme à")
    yield "sent by the next launch"
    _leave_nameless(page)
    page.reload()
    learner.sees("Des réponses données sans nom ont été retrouvées sur cet appareil.")
    yield "an offer"
    learner.press("Les reprendre")
    learner.sees("Envoyé à la plateforme à")
    yield from _lines(visit)
    learner.press("Recharger l’activité")
    learner.sees("Rouvrez l’activité depuis la plateforme")
    yield "no page around it that could be loaded anew"


def _lines(visit: Visit) -> Iterator[str]:
    page, learner = visit.page, visit.learner
    for question, line in zip(visit.lesson, ("cut", "login"), strict=False):
        page.evaluate("line => { window.line = line; }", line)
        learner.reply(wrong(question), learner.question(question))
        learner.press("Enregistrer et quitter")
        learner.sees("Connexion instable" if line == "cut" else "Session terminée. Rechargez")
        yield line


def _leave_nameless(page: Page) -> None:
    """Make what the device keeps the work of somebody whom no LMS named."""
    [(key, state)] = [each for each in on_disk(page).items() if name_of(each[0]) == "state"]
    _, course, *_ = key.split(":")
    put_on_disk(page, {key: "", f"tlm:{course}:{NAMELESS}:state": state})


def device(visit: Visit) -> Iterator[str]:
    """Walk through what the page says of a device that is shared, and of erasing what is on it."""
    page, learner = visit.page, visit.learner
    learner.open_from_plan("Definir")
    learner.screen.get_by_text("Enregistrement sur cet appareil").click()
    learner.screen.get_by_label("Je suis sur un poste partagé").check()
    learner.sees("seule la plateforme garde votre travail")
    page.evaluate("window.line = 'login'")
    learner.reply(right(visit.lesson[0]), learner.question(visit.lesson[0]))
    learner.press("Enregistrer et quitter")
    learner.sees("Session terminée : laissez cette page ouverte")
    yield "a shared computer, no session"
    page.evaluate("window.line = ''")
    learner.press("Réessayer")
    learner.sees("Envoyé à la plateforme à")
    learner.screen.get_by_text("Effacer mes réponses de cet appareil").click()
    yield "asked whether to erase"
    learner.press("Effacer maintenant")
    learner.sees("Cet appareil ne garde plus rien de vous pour ce cours.")
    yield "nothing on the device"
    learner.press("Annuler l’effacement")
    learner.sees("Effacement annulé")
    yield "all back on the device"


WALKS: tuple[Walk, ...] = (sections, lesson, quiz, tools)
"""On the page by itself."""

LMS_WALKS: tuple[Walk, ...] = (saving, device)
"""Under an LMS that forgets at each launch."""
