"""A learner with a mouse: finds everything by role and name, as people do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import singledispatchmethod

from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.support.replies import Filled, Listed, Ordered, Placed, Reply, Ticks, Typed
from tiers_lieu_mooc.model.quiz import QuestionNode

Screen = Page | FrameLocator


def folded(text: str) -> str:
    """Give a text with single blanks, as accessible names have them."""
    return " ".join(text.split())


def asked_in(question: QuestionNode) -> str:
    """Give the words by which a question can be told from the others."""
    return folded(question.stem.plain)


class Learner:
    """Works on the page of a package, alone in a window or in the frame of an LMS."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen

    # Gestures

    def hit(self, target: Locator) -> None:
        """Click."""
        target.click()

    def tick(self, box: Locator, *, is_wanted: bool = True) -> None:
        """Tick a box, or take the tick away."""
        box.set_checked(is_wanted)

    def write(self, field: Locator, text: str) -> None:
        """Replace what stands in a field."""
        field.fill(text)

    def choose(self, box: Locator, option: str) -> None:
        """Choose from a list."""
        box.select_option(label=option)

    # Ways

    def press(self, name: str) -> None:
        """Press a button."""
        self.hit(self.screen.get_by_role("button", name=name, exact=True))

    def follow(self, name: str) -> None:
        """Follow the link of that name in the part of the page that is open."""
        links = self.screen.get_by_role("main").get_by_role("link", name=name, exact=True)
        # Until the script is there every part is open: the plan, which is last, too.
        self.hit(links.first)

    def open_from_menu(self, name: str) -> None:
        """Open a page from the menu at the top."""
        menu = self.screen.get_by_role("navigation", name="Menu")
        self.hit(menu.get_by_role("link", name=name, exact=True))

    def open_from_plan(self, title: str) -> None:
        """Open a section from the plan of the course."""
        self.open_from_menu("Plan du cours")
        plan = self.screen.get_by_role("navigation", name="Plan du cours")
        self.hit(plan.get_by_role("link", name=title, exact=True))
        expect(self.screen.get_by_role("heading", name=title, level=2)).to_be_visible()

    def finish_lesson(self, following: str) -> None:
        """End a lesson and go on to what follows it."""
        self.follow(f"J’ai terminé, continuer\u00a0: {following}")
        expect(self.screen.get_by_role("heading", name=following, level=2)).to_be_visible()

    def sees(self, text: str) -> None:
        """Wait until a text stands on the page; any blank stands for any other."""
        expect(self.screen.get_by_text(text).locator("visible=true").first).to_be_visible()

    def is_sent(self) -> None:
        """Wait until the page says that the LMS was told, as after a lesson or a quiz."""
        # What is under way leaves the words as they are.
        line = self.screen.locator("[data-saving]")
        expect(line).to_have_attribute("data-saving", "saved")
        self.sees("✔ Envoyé à la plateforme à")

    def leave(self) -> None:
        """Save and leave by the page's button: then the LMS was told of everything."""
        self.press("Enregistrer et quitter")
        self.sees("Vous pouvez fermer cette fenêtre.")

    # Questions

    def question(self, about: str | QuestionNode) -> Locator:
        """The question that asks about that."""
        text = about if isinstance(about, str) else asked_in(about)
        return self.screen.get_by_role("group", name=text[:60]).first

    def shown(self) -> str:
        """The words of the first question that can be seen."""
        group = self.screen.get_by_role("main").get_by_role("group").first
        words: str = group.evaluate("group => group.querySelector('legend').textContent")
        return folded(words)

    def shown_id(self) -> str:
        """The identifier of that question, with which its answer is reported."""
        group = self.screen.get_by_role("main").get_by_role("group").first
        name: str = group.evaluate("group => JSON.parse(group.closest('.question').dataset.key).id")
        return name

    def check(self, group: Locator) -> None:
        """Hand in the answer to one question."""
        form = self.screen.locator("[data-question]").filter(has=group)
        self.hit(form.get_by_role("button", name=re.compile("Valider|Garder")))

    @singledispatchmethod
    def reply(self, answer: Reply, group: Locator) -> None:
        """Give an answer to a question."""
        raise TypeError(type(answer).__name__)

    @reply.register
    def _(self, answer: Ticks, group: Locator) -> None:
        for box in group.get_by_role("checkbox").all():
            self.tick(box, is_wanted=False)
        for text in answer.texts:
            self.tick(group.get_by_label(text, exact=True))

    @reply.register
    def _(self, answer: Typed, group: Locator) -> None:
        self.write(group.get_by_role("textbox"), answer.text)

    @reply.register
    def _(self, answer: Listed, group: Locator) -> None:
        for label, option in answer.options:
            self.choose(group.get_by_role("combobox", name=label, exact=True), option)

    @reply.register
    def _(self, answer: Ordered, group: Locator) -> None:
        # Through a move that changes nothing in the end, an order that is right by chance counts.
        self.hit(group.get_by_role("button", name="Descendre").first)
        wanted = [folded(step) for step in answer.steps]
        for place, step in enumerate(wanted):
            for _ in range(self.steps(group).index(step) - place):
                self.hit(group.get_by_role("button", name=f"Monter : {step}", exact=True))
        assert self.steps(group) == wanted

    @reply.register
    def _(self, answer: Filled, group: Locator) -> None:
        for place, word in enumerate(answer.words):
            name = f"Trou {place + 1} sur {len(answer.words)}"
            if answer.is_list[place]:
                self.choose(group.get_by_role("combobox", name=name, exact=True), word)
            else:
                self.write(group.get_by_role("textbox", name=name, exact=True), word)

    @reply.register
    def _(self, answer: Placed, group: Locator) -> None:
        for statement, degree in answer.degrees:
            inner = group.get_by_role("group", name=statement, exact=True)
            self.tick(inner.get_by_label(degree, exact=True))

    def steps(self, group: Locator) -> list[str]:
        """The steps of an ordering question as they stand."""
        names = group.get_by_role("button", name="Monter").all_text_contents()
        return [folded(name).partition(" : ")[2] for name in names]

    # Quizzes

    def start_quiz(self) -> None:
        """Begin the quiz that is open."""
        self.press("Commencer le quiz")
        expect(self.screen.get_by_text("Question 1 sur")).to_be_visible()

    def take_quiz(
        self, questions: Iterable[QuestionNode], replies: Mapping[str, Reply]
    ) -> list[str]:
        """Answer every question as it comes, up to the review.

        Args:
            questions: those that may come.
            replies: by identifier; a question without one is left without answer.

        Returns:
            Identifiers in the order in which they came.
        """
        # Two questions may begin with the same words: « Complétez la phrase. »
        by_id = {each.id.replace("-", "_"): each for each in questions}
        came: list[str] = []
        while True:
            asked = by_id[self.shown_id()]
            came.append(asked.id)
            if asked.id in replies:
                self.reply(replies[asked.id], self.question(self.shown()))
            following = self.screen.get_by_role("button", name="Question suivante", exact=True)
            if not following.is_visible():
                self.press("Relire mes réponses")
                return came
            self.hit(following)

    def send(self) -> None:
        """Send the answers and wait for the result."""
        self.press("Envoyer mes réponses")
        expect(self.screen.get_by_role("heading", name="Votre résultat")).to_be_focused()
