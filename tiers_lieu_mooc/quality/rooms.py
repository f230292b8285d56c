"""How much of an LMS's room the largest state of a package takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorm_export.standard import SUSPEND_DATA_ROOM, Standard
from tiers_lieu_mooc.linting.budget import largest_state
from tiers_lieu_mooc.model.course import Course, Module, permanent_numbers


@dataclass(frozen=True, slots=True)
class StateRoom:
    """The largest state that learners of a package can reach, in characters.

    Attributes:
        module: the module's title; "" for the whole course.
        room: what a package of this edition may use.
    """

    module: str
    standard: Standard
    size: int
    room: int

    @property
    def share(self) -> float:
        """The part of the room that is taken; over 1 where it does not fit."""
        return self.size / self.room

    @property
    def is_within(self) -> bool:
        """Whether an LMS keeps all of it."""
        return self.size <= self.room


def state_rooms(course: Course) -> tuple[StateRoom, ...]:
    """Measure the course, then its modules if it has several, for every edition."""
    numbers = permanent_numbers(course)
    return tuple(
        StateRoom(title, standard, largest_state(modules, numbers), room)
        for title, modules in _cuts(course)
        for standard, room in SUSPEND_DATA_ROOM.items()
    )


def _cuts(course: Course) -> Iterator[tuple[str, tuple[Module, ...]]]:
    yield "", course.modules
    if len(course.modules) > 1:
        yield from ((module.title, (module,)) for module in course.modules)
