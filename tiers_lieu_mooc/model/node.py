"""What every node of a course shares: it is frozen, and it knows where it was written."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from markupsafe import Markup
from pydantic import BaseModel, ConfigDict, StringConstraints

from scorm_export.diagnostic import Position

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=63)]
"""A name typed by an author: lower-case ASCII letters, digits and single hyphens, 63 at most.

It goes into addresses, into learners' records and, with ``_`` for ``-``, into SCORM interaction
identifiers, so it is never changed once released.
"""


class Node(BaseModel):
    """A frozen value with its place in the sources."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    at: Position


class Rich(NamedTuple):
    """A piece of formatted text.

    Attributes:
        html: trusted markup, made by ``parsing.markdown`` and by nothing else.
        plain: the same words without markup, white space folded.
        media: course paths of the pictures inside, each present in ``html`` as
            ``<img data-media="PATH" …>`` for rendering to complete.
    """

    html: Markup
    plain: str
    media: tuple[str, ...] = ()
