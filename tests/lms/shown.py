"""What a package's page shows of a learner's work."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SHOWN = r"""
body => {
  const all = (within, selector) => [...within.querySelectorAll(selector)];
  const words = element => element ? element.textContent.replace(/\s+/g, ' ').trim() : '';
  const isGiven = field => /radio|checkbox/.test(field.type) ? field.checked : field.value !== '';
  const placeOf = ({dataset, name}) =>
    dataset.row || dataset.gap || (/-(\d+)$/.exec(name) || ['', ''])[1];
  const reading = form => {
    if (form.dataset.kind === 'ordre') {
      const places = all(form, '[data-place]').map(place => place.dataset.place);
      return form.hasAttribute('data-moved') ? places.join() : '';
    }
    const given = all(form, 'fieldset input, fieldset select').filter(isGiven);
    return given.map(field => `${placeOf(field)}=${field.value}`).sort().join(' ');
  };
  const own = '[data-lesson] [data-question]:not([data-quoted])';
  return {
    done: all(body, '[data-plan-lesson][data-status=done]').map(place => +place.dataset.planLesson),
    answers: all(body, `${own}[data-checked]:not([data-kind=réflexion])`).map(form => [
      +form.dataset.index, form.dataset.kind, reading(form),
      words(form.querySelector('[data-verdict] .verdict'))]),
    texts: all(body, `${own} textarea`).filter(field => field.value).map(field => [
      +field.closest('[data-question]').dataset.index, field.value]),
    quizzes: all(body, '[data-page][data-quiz]').filter(quiz => quiz.dataset.outcome).map(quiz => [
      +quiz.dataset.index, quiz.dataset.outcome, words(quiz.querySelector('[data-quiz-score]')),
      quiz.dataset.outcome === 'passed' || quiz.querySelector('[data-quiz-again]').hidden]),
  };
}
"""

_PERCENT = re.compile(r"([\d,]+)\s% des points")


@dataclass(frozen=True)
class Given:
    """An answer in a lesson.

    Attributes:
        reading: of its controls, the same for the same answer.
        verdict: the page's words; "" for what is never graded.
    """

    kind: str
    reading: str
    verdict: str


@dataclass(frozen=True)
class Result:
    """A quiz that was sent.

    Attributes:
        outcome: ``passed`` or ``failed``.
        percent: of the points, as the page says it.
        is_final: it was passed, or may not be taken again.
    """

    outcome: str
    percent: float
    is_final: bool


@dataclass(frozen=True)
class Shown:
    """All of it, by permanent number."""

    done: frozenset[int]
    answers: Mapping[int, Given]
    quizzes: Mapping[int, Result]
    texts: Mapping[int, str]

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> Shown:
        """Make it from what the page's script ``SHOWN`` gives."""
        return cls(
            frozenset(told["done"]),
            {index: Given(*rest) for index, *rest in told["answers"]},
            {
                index: Result(outcome, _percent(words), is_final)
                for index, outcome, words, is_final in told["quizzes"]
            },
            dict(told["texts"]),
        )

    def joined(self, other: Shown) -> Shown:
        """Give what both show; where they differ, the other's."""
        return Shown(
            self.done | other.done,
            {**self.answers, **other.answers},
            {**self.quizzes, **other.quizzes},
            {**self.texts, **other.texts},
        )

    def lacks(self, other: Shown) -> list[str]:
        """List what stood on the other and does not stand here; texts stay on one device."""
        return [
            *(f"lesson {each} is not done" for each in sorted(other.done - self.done)),
            *_differences("answer", self.answers, other.answers),
            *_differences("quiz", self.quizzes, other.quizzes),
        ]

    def lacks_text(self, other: Shown) -> list[str]:
        """List the texts that stood on the other and do not stand here."""
        return _differences("text", self.texts, other.texts)


def _differences(name: str, here: Mapping[int, object], there: Mapping[int, object]) -> list[str]:
    return [
        f"{name} {index} is {here.get(index)}, was {value}"
        for index, value in there.items()
        if here.get(index) != value
    ]


def _percent(words: str) -> float:
    found = _PERCENT.search(words)
    assert found, f"no score in {words!r}"
    return float(found[1].replace(",", "."))
