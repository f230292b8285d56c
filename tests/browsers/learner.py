"""A learner with mouse and keyboard in any browser: finds everything by the words on the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import singledispatchmethod
from typing import Any

from tests.support.learner import folded
from tests.support.replies import Filled, Listed, Ordered, Placed, Reply, Ticks, Typed
from tests.support.webdriver import Element, Session
from tiers_lieu_mooc.model.quiz import QuestionNode

_EYES = """
const folded = (text) => text.replace(/\\s+/g, " ").trim();
const isSeen = (element) => element.getClientRects().length > 0;
const seen = (within, selector) => [...within.querySelectorAll(selector)].filter(isSeen);
const named = (elements, name) =>
  elements.find((each) => folded(each.textContent) === folded(name));
"""
"""What every look at the page may use."""

_FIELD = """
const [question, name] = arguments;
return named([...question.querySelectorAll("label")], name).control;
"""
_READING = """
return seen(document, "main [data-question]").map((question) => [
  question.dataset.index,
  folded(question.querySelector("[data-verdict]").textContent),
  ...[...question.querySelectorAll("input, select, textarea, [data-step]")].map((field) =>
    "value" in field ? [field.value, Boolean(field.checked)] : folded(field.textContent)),
]);
"""


class Learner:
    """Works on the page of a package, which is what the session looks at."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def look(self, script: str, *values: object) -> Any:
        """Give what the body of a function returns as soon as it is something."""
        return self._session.wait(_EYES + script, *values)

    def glance(self, script: str, *values: object) -> Any:
        """Give what the body of a function returns now."""
        return self._session.run(_EYES + script, *values)

    def sees(self, text: str) -> None:
        """Wait until a text stands on the page; any blank stands for any other."""
        self.look("return folded(document.body.innerText).includes(folded(arguments[0]))", text)

    def shows(self, text: str) -> bool:
        """Whether a text stands on the page now."""
        script = "return [folded(document.body.innerText).includes(folded(arguments[0]))]"
        (is_there,) = self.look(script, text)
        return bool(is_there)

    def press(self, name: str) -> None:
        """Press a button."""
        self._hit("button", name)

    def open_from_plan(self, title: str) -> None:
        """Open a section from the plan of the course."""
        self._hit("nav[aria-label=Menu] a", "Plan du cours")
        self._hit("nav[aria-label='Plan du cours'] a", title)
        self._sees_heading(title)

    def finish_lesson(self, following: str) -> None:
        """End a lesson and go on to what follows it."""
        self._hit("main a", f"J’ai terminé, continuer : {following}")
        self._sees_heading(following)

    def _hit(self, selector: str, name: str) -> None:
        script = "return named(seen(document, arguments[0]), arguments[1])"
        self._session.click(self.look(script, selector, name))

    def _sees_heading(self, title: str) -> None:
        self.look("return named(seen(document, 'main h2'), arguments[0])", title)

    # Questions

    def question(self, about: str) -> Element:
        """The question that can be seen and whose words begin so."""
        script = """
          return seen(document, "main [data-question]").find((question) =>
            folded(question.querySelector("legend").textContent).startsWith(folded(arguments[0])))
        """
        found: Element = self.look(script, about)
        return found

    def first_question(self) -> Element:
        """The first question that can be seen."""
        found: Element = self.look("return seen(document, 'main [data-question]')[0]")
        return found

    def choose(self, about: str, text: str) -> None:
        """Choose an answer by its words."""
        self._session.click(self.glance(_FIELD, self.question(about), text))

    def dictate(self, about: str, text: str) -> None:
        """Let a tool write into the field of a question: it tells of letters, not of a change."""
        script = """
          const field = arguments[0].querySelector("input, textarea");
          field.value = arguments[1];
          field.dispatchEvent(new Event("input", { bubbles: true }));
        """
        self.glance(script, self.question(about), text)

    def ticked(self, about: str) -> list[str]:
        """The words of the answers that are chosen."""
        script = """
          return [...arguments[0].querySelectorAll("input:checked")]
            .map((box) => folded(box.closest("label").textContent))
        """
        words: list[str] = self.glance(script, self.question(about))
        return words

    def typed(self, about: str) -> str:
        """What stands in the field of a question."""
        script = "return arguments[0].querySelector('input, textarea').value"
        text: str = self.glance(script, self.question(about))
        return text

    def shown_id(self) -> str:
        """The identifier of the first question that can be seen, as it is reported."""
        script = "return JSON.parse(seen(document, 'main [data-question]')[0].dataset.key).id"
        name: str = self.look(script)
        return name

    def reading(self) -> list[object]:
        """Give what every question that can be seen shows: verdict, fields, steps."""
        shown: list[object] = self.glance(_READING)
        return shown

    def check(self, question: Element) -> None:
        """Hand in the answer to one question."""
        script = "return arguments[0].querySelector('[data-hand-in]')"
        self._session.click(self.glance(script, question))

    @singledispatchmethod
    def reply(self, answer: Reply, question: Element) -> None:
        """Give an answer to a question."""
        raise TypeError(type(answer).__name__)

    @reply.register
    def _(self, answer: Ticks, question: Element) -> None:
        ticked = "return [...arguments[0].querySelectorAll('input[type=checkbox]:checked')]"
        for box in self.glance(ticked, question):
            self._session.click(box)
        for text in answer.texts:
            self._session.click(self.glance(_FIELD, question, text))

    @reply.register
    def _(self, answer: Typed, question: Element) -> None:
        script = "return arguments[0].querySelector('input, textarea')"
        self.write(self.glance(script, question), answer.text)

    @reply.register
    def _(self, answer: Listed, question: Element) -> None:
        for label, option in answer.options:
            self._choose(self.glance(_FIELD, question, label), option)

    @reply.register
    def _(self, answer: Ordered, question: Element) -> None:
        # Through a move that changes nothing in the end, an order that is right by chance counts.
        self._move(question, f"Descendre : {self.steps(question)[0]}")
        wanted = [folded(step) for step in answer.steps]
        for place, step in enumerate(wanted):
            for _ in range(self.steps(question).index(step) - place):
                self._move(question, f"Monter : {step}")
        assert self.steps(question) == wanted

    @reply.register
    def _(self, answer: Filled, question: Element) -> None:
        for place, word in enumerate(answer.words):
            field = self.glance(_FIELD, question, f"Trou {place + 1} sur {len(answer.words)}")
            if answer.is_list[place]:
                self._choose(field, word)
            else:
                self.write(field, word)

    @reply.register
    def _(self, answer: Placed, question: Element) -> None:
        script = """
          const [question, statement, degree] = arguments;
          const legends = [...question.querySelectorAll("[data-statement] legend")];
          const { parentElement } = named(legends, statement);
          return named([...parentElement.querySelectorAll("label")], degree).control;
        """
        for statement, degree in answer.degrees:
            self._session.click(self.glance(script, question, statement, degree))

    def steps(self, question: Element) -> list[str]:
        """The steps of an ordering question as they stand."""
        script = """
          const steps = [...arguments[0].querySelectorAll("[data-step]")];
          return steps.map((step) => folded(step.textContent));
        """
        names: list[str] = self.glance(script, question)
        return names

    def write(self, field: Element, text: str) -> None:
        """Replace what stands in a field."""
        if self.glance("return arguments[0].value", field):
            self._session.clear(field)
        self._session.type(field, text)

    def _move(self, question: Element, name: str) -> None:
        script = "return named([...arguments[0].querySelectorAll('button')], arguments[1])"
        self._session.click(self.glance(script, question, name))

    def _choose(self, box: Element, option: str) -> None:
        script = "return named([...arguments[0].options], arguments[1])"
        self._session.click(self.glance(script, box, option))

    # Quizzes

    def start_quiz(self) -> None:
        """Begin the quiz that is open."""
        self.press("Commencer le quiz")
        self.sees("Question 1 sur")

    def take_quiz(self, questions: Iterable[QuestionNode], replies: Mapping[str, Reply]) -> None:
        """Answer every question as it comes, up to the review.

        Args:
            questions: those that may come.
            replies: by identifier.
        """
        names = {each.id.replace("-", "_"): each.id for each in questions}
        while True:
            self.reply(replies[names[self.shown_id()]], self.first_question())
            if not self.glance("return named(seen(document, 'button'), 'Question suivante')"):
                self.press("Relire mes réponses")
                return
            self.press("Question suivante")

    def send(self) -> None:
        """Send the answers and wait for the result."""
        self.press("Envoyer mes réponses")
        laid_out = "!document.querySelector('.opening')"
        self.look(f"return {laid_out} && named(seen(document, 'h3'), 'Votre résultat')")

    def is_on_screen(self, heading: str) -> bool:
        """Whether a heading stands in the window as it is scrolled now."""
        script = """
          const { top, bottom } = named(seen(document, "h3"), arguments[0]).getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        """
        return bool(self.glance(script, heading))
