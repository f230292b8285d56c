"""What the player's page offers: packages, learners, LMSs, lines and screens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter

from tiers_lieu_mooc.preview.profiles import Profile, Setting, known_profiles
from tiers_lieu_mooc.preview.wording import LMS_ERRORS, TARGETS
from tiers_lieu_mooc.preview.workbench import Build, Shown

_PROFILES = TypeAdapter(tuple[Profile, ...])


@dataclass(frozen=True)
class Person:
    """A learner who does not exist; the names try what names can do to an LMS."""

    id: str
    first: str
    last: str


PEOPLE = (
    Person("apprenant-1", "Camille", "Martin"),
    Person("apprenant-2", "Noé", "Le Goff"),
    Person("apprenant-3", "Fatoumata", "Diallo-Ferré"),
    Person("apprenant-4", "Anne-Aël", "D’Hœdt"),
)

MODES = {
    "normal": "Normal",
    "review": "Relecture (review)",
    "browse": "Consultation (browse)",
    "no-credit": "Sans crédit (no-credit)",
}
"""How a launch may be asked for, in the words of the standard beside ours."""

LINES = {
    "normale": "Normal",
    "lente": "Lent : 400 kbit/s, 400 ms",
    "refus": "Enregistrements refusés",
    "perte": "Enregistrements perdus : le LMS répond « vrai » et ne garde rien",
    "expiree": "Session expirée",
    "coupee": "Ligne coupée",
    "sans-stockage": "Stockage de l’appareil bloqué",
}
"""By the names of ``static/line.js``."""


@dataclass(frozen=True)
class DeviceScreen:
    """A size of the frame in CSS pixels; 0 for as large as its place."""

    name: str
    title: str
    width: int = 0
    height: int = 0


SCREENS = (
    DeviceScreen("place", "La place disponible"),
    DeviceScreen("telephone", "Téléphone (360 × 640)", 360, 640),
    DeviceScreen("tablette", "Tablette (768 × 1024)", 768, 1024),
    DeviceScreen("ordinateur", "Ordinateur (1280 × 720)", 1280, 720),
    DeviceScreen("moodle", "Cadre de Moodle, volets ouverts (650 × 666)", 650, 666),
    DeviceScreen("libre", "Libre"),
)
"""The learner's page is made for 360 to 1,120 px; Moodle's frame as seen (LMS-OBSERVED.md)."""


@dataclass(frozen=True)
class PackageChoice:
    """A link to another package of the course."""

    key: str
    title: str
    is_here: bool


@dataclass(frozen=True)
class ProfileView:
    """A profile and what it does in the package's edition."""

    name: str
    title: str
    summary: str
    tells: Sequence[tuple[str, str]]
    """Sentences with their sources."""
    settings: Sequence[Setting]


def player_view(build: Build, shown: Shown, *, is_shared: bool = False) -> dict[str, object]:
    """Give everything that ``player.html.j2`` expects.

    Args:
        is_shared: others of the network may enter, with a key that this machine's other names lack.
    """
    family = "scorm12" if build.target == "scorm12" else "scorm2004"
    same = [each for each in shown.builds.values() if each.course == build.course]
    profiles = known_profiles()
    return {
        "build": build,
        "title": build.module or build.course,
        "target": TARGETS.get(build.target, build.target),
        "targets": [
            PackageChoice(each.key, TARGETS.get(each.target, each.target), each is build)
            for each in same
            if each.module == build.module
        ],
        "scopes": [
            PackageChoice(each.key, each.module or "Cours entier", each is build)
            for each in same
            if each.target == build.target
        ],
        "people": PEOPLE,
        "modes": MODES,
        "lines": LINES,
        "screens": SCREENS,
        "profiles": [_profile_view(each, build.target) for each in profiles],
        "profile_data": _PROFILES.dump_json(profiles, by_alias=True, exclude_none=True).decode(),
        "lms_errors": LMS_ERRORS[family],
        "is_tracked": build.target != "web",
        "is_shared": is_shared,
        "is_stale": build.key in shown.stale,
    }


def _profile_view(profile: Profile, target: str) -> ProfileView:
    held = [each for each in profile.peculiarities if target in each.targets]
    return ProfileView(
        profile.name,
        profile.title,
        profile.summary,
        [(each.tells, each.source) for each in (*held, *profile.warnings)],
        profile.settings,
    )
