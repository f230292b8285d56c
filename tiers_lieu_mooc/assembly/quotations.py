"""What lessons may quote: questions of banks, and banks."""

from __future__ import annotations

from collections.abc import Mapping

from scorm_export.diagnostic import Report
from tiers_lieu_mooc.model.quiz import Bank, Question
from tiers_lieu_mooc.parsing.drafts import BankDraft
from tiers_lieu_mooc.parsing.references import Word
from tiers_lieu_mooc.parsing.words import did_you_mean
from tiers_lieu_mooc.rules import quiz as rules

__all__ = ["Quotations"]


class Quotations:
    """The banks that modules use, and everything written in them, made or not."""

    def __init__(self, banks: Mapping[str, Bank], drafts: Mapping[str, BankDraft]) -> None:
        self._banks = banks
        self._questions: dict[str, Question] = {
            question.full_name: question for bank in banks.values() for question in bank.questions
        }
        # Questions with an error of their own exist all the same: quoting them is no second error.
        self._written = {
            f"{bank.id}/{question.id.text}"
            for bank in drafts.values()
            if bank.id in banks
            for question in bank.questions
            if question.id is not None
        }

    def question(self, report: Report, name: Word) -> Question | None:
        """Find a question by ``bank/question``, or by its identifier alone."""
        full_name = name.text if "/" in name.text else self._full_name(name.text)
        found = self._questions.get(full_name)
        if found is None and full_name not in self._written:
            suggestion = did_you_mean(name.text, sorted(self._written), in_brackets=True)
            report.add(rules.UNKNOWN_QUESTION, name.at, name=name.text, suggestion=suggestion)
        return found

    def _full_name(self, identifier: str) -> str:
        ends = (name for name in self._written if name.endswith(f"/{identifier}"))
        return next(ends, identifier)

    def has_bank(self, report: Report, name: Word) -> bool:
        """Tell whether a module uses this bank; if not, that is a finding."""
        if name.text in self._banks:
            return True
        suggestion = did_you_mean(name.text, sorted(self._banks), in_brackets=True)
        report.add(rules.UNKNOWN_BANK, name.at, name=name.text, suggestion=suggestion)
        return False
