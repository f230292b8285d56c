"""The form of a profile: which switches there are, and what each may be set to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints, model_validator
from pydantic.alias_generators import to_camel

Target = Literal["scorm12", "scorm2004-3", "scorm2004-4"]
TARGETS: tuple[Target, ...] = ("scorm12", "scorm2004-3", "scorm2004-4")

Text = Annotated[str, StringConstraints(min_length=1)]
Code = Annotated[str, StringConstraints(pattern=r"^[1-9]\d\d$")]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]
Element = Annotated[str, StringConstraints(pattern=r"^(cmi|adl)\.[a-z_0-9.]+$")]


class _Frozen(BaseModel):
    """Keys are written as the scripts read them, in camel case."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=to_camel, validate_by_name=False
    )


class Condition(_Frozen):
    """Another element of the same row, and the values of it for which a pattern holds."""

    element: Element
    among: tuple[str, ...] = Field(alias="is", min_length=1)


class Pattern(_Frozen):
    """A form of values that this LMS wants beyond the standard's, and its error for others.

    Attributes:
        element: with ``n`` for indexes.
        pattern: for the whole value, a regular expression of JavaScript.
    """

    element: Element
    pattern: Text
    code: Code
    when: Condition | None = None

    @model_validator(mode="after")
    def _compiles(self) -> Pattern:
        try:
            re.compile(self.pattern)
        except re.error as error:
            raise ValueError(f"{self.element}: {error}") from error
        return self


class Grade(_Frozen):
    """How an LMS makes the grade that a trainer reads.

    Attributes:
        from_: score elements, the first that has a value counts; ``scaled`` is a share of 1.
        is_cut: decimals fall away instead of being rounded.
        failed_is_zero: a failure counts 0 whatever the score.
        is_progress: a share of progress and no grade.
        by_status: what counts where there is no score.
        is_zero_when_done: 0 is shown where an activity without a score is completed.
    """

    from_: tuple[Literal["raw", "scaled"], ...] = Field(alias="from", min_length=1)
    decimals: int = Field(ge=0, le=4)
    is_cut: bool = False
    failed_is_zero: bool = False
    is_progress: bool = False
    by_status: dict[str, Annotated[float, Field(ge=0, le=100)]] | None = None
    is_zero_when_done: bool = False


class Completion(_Frozen):
    """When an LMS takes the whole activity for completed; one of the two is enough."""

    statuses: tuple[str, ...] | None = None
    grade: Annotated[float, Field(ge=0, le=100)] | None = None


class Switches(_Frozen):
    """Everything that an LMS may do otherwise than the next; what it is set to when it is set.

    ``static/switches.js`` says what each means and what holds where a profile says nothing.
    """

    object: bool | None = None
    resumes_only_suspended: bool | None = None
    reviews_after_completion: bool | None = None
    forces_attempt: Literal["never", "when completed", "always"] | None = None
    attempts: Annotated[int, Field(ge=0)] | None = None
    locks_after_last: bool | None = None
    offers_browse: bool | None = None
    overlap: Literal["refused", "joined", "replaced"] | None = None
    refuses_old_login: bool | None = None
    login_page_ms: Annotated[int, Field(ge=0)] | None = None
    clears_storage: bool | None = None
    ships_storage: bool | None = None
    sandbox: Annotated[str, StringConstraints(pattern=r"^(allow-[a-z-]+ ?)*$")] | None = None
    opening: dict[Element, str] | None = None
    name_order: Literal["last, first", "first last"] | None = None
    forbids_unload: bool | None = None
    unanswered: tuple[Element, ...] | None = None
    refused: dict[Element, Code] | None = None
    refused_unset: dict[Element, Code] | None = None
    validates: bool | None = None
    tells_errors: bool | None = None
    checks_twice: bool | None = None
    limits: dict[Element, Annotated[int, Field(ge=1)]] | None = None
    patterns: tuple[Pattern, ...] | None = None
    sends: (
        Literal[
            "everything", "what changed", "what differs from launch", "each value", "after calm"
        ]
        | None
    ) = None
    calm_ms: Annotated[int, Field(ge=1)] | None = None
    gives_up: bool | None = None
    is_late: bool | None = None
    offline: Literal["true", "false"] | None = None
    blocks: bool | None = None
    leaving_room: Annotated[int, Field(ge=1)] | None = None
    leaving_line_break: str | None = None
    broken_by: tuple[str, ...] | None = None
    completes_at_end: bool | None = None
    mastery_at_end: bool | None = None
    total_time_at: Literal["end", "commit"] | None = None
    keeps_best: bool | None = None
    grade: Grade | None = None
    completes_when: Completion | None = None
    interactions_report: Literal["rows", "empty row", "none"] | None = None
    objectives_report: bool | None = None


class Warned(_Frozen):
    """What designers should know of an LMS and no session can show.

    Attributes:
        tells: a French sentence.
        source: where it was seen or read.
    """

    tells: Text
    source: Text


class Peculiarity(Warned):
    """One thing that an LMS does, as the setting of one switch.

    Attributes:
        switch: a name of ``Switches``, in camel case.
        targets: editions for which it holds.
    """

    switch: Text
    value: JsonValue
    targets: tuple[Target, ...] = Field(default=TARGETS, min_length=1)

    @model_validator(mode="after")
    def _is_known(self) -> Peculiarity:
        if self.value is None:
            raise ValueError(f"{self.switch} is set to nothing")
        Switches.model_validate({self.switch: self.value})
        return self


class Option(Warned):
    """What may be chosen of a setting.

    Attributes:
        name: as addresses name it.
        title: as people name it.
        sets: switches and their values; none where the peculiarities say it already.
    """

    name: Name
    title: Text
    sets: dict[str, JsonValue] = {}

    @model_validator(mode="after")
    def _is_known(self) -> Option:
        Switches.model_validate(self.sets)
        return self


class Setting(_Frozen):
    """What whoever manages a course in the LMS may choose; the first option is the usual one."""

    name: Name
    title: Text
    options: tuple[Option, ...] = Field(min_length=2)


class Profile(_Frozen):
    """One LMS.

    Attributes:
        name: as the scripts and addresses name it.
        title: as people name it.
        summary: a French sentence.
    """

    name: Name
    title: Text
    summary: Text
    peculiarities: tuple[Peculiarity, ...] = Field(min_length=1)
    settings: tuple[Setting, ...] = ()
    warnings: tuple[Warned, ...] = ()

    @model_validator(mode="after")
    def _sets_each_once(self) -> Profile:
        for target in TARGETS:
            twice = _repeated(each.switch for each in self.peculiarities if target in each.targets)
            if twice:
                raise ValueError(f"{self.name}: {twice} is set twice for {target}")
        return self


def _repeated(names: Iterable[str]) -> str:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return ""
