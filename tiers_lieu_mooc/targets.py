"""What a course is built for."""

from __future__ import annotations

from enum import StrEnum

from scorm_export.standard import Standard


class Target(StrEnum):
    """A kind of output; the value is what authors type and what files are named after."""

    SCORM_12 = "scorm12"
    SCORM_2004_3 = "scorm2004-3"
    SCORM_2004_4 = "scorm2004-4"
    WEB = "web"

    @property
    def standard(self) -> Standard | None:
        """The SCORM edition; None where no LMS is meant."""
        return None if self is Target.WEB else Standard(self.value)

    @property
    def recorder(self) -> str:
        """Which recorder the page opens (``data-recorder``)."""
        return {Target.SCORM_12: "scorm12", Target.WEB: "local"}.get(self, "scorm2004")


class Split(StrEnum):
    """How a course is cut into packages."""

    COURSE = "course"
    MODULE = "module"
