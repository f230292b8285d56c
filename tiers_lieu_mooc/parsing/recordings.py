"""``::: vidéo`` and ``::: audio`` → ``RecordingDraft``."""

from __future__ import annotations

from collections.abc import Callable

from scorm_export.diagnostic import Position
from tiers_lieu_mooc.parsing.containers import Container
from tiers_lieu_mooc.parsing.drafts import BlockDraft, RecordingDraft
from tiers_lieu_mooc.parsing.links import TargetKind, is_in_media, target_of
from tiers_lieu_mooc.parsing.options import Options, known_options
from tiers_lieu_mooc.parsing.references import ReferenceKind
from tiers_lieu_mooc.parsing.sheet import Sheet
from tiers_lieu_mooc.parsing.typography import french
from tiers_lieu_mooc.reading import RECORDINGS
from tiers_lieu_mooc.rules import media as media_rules

__all__ = ["recording_draft"]

_OPTIONS = {
    "titre": "titre",
    "fichier": "fichier",
    "sous-titres": "sous-titres",
    "duree": "durée",
}
_SOUND = frozenset({".mp3", ".m4a", ".ogg"})
_ENDS = {"vidéo": RECORDINGS - _SOUND, "audio": _SOUND}

BodyReader = Callable[[Sheet, Container, int], tuple[BlockDraft, ...]]


def recording_draft(sheet: Sheet, container: Container, body_of: BodyReader) -> BlockDraft | None:
    """Read a recording; None when its file cannot be shown."""
    options, first = known_options(sheet, container, _OPTIONS)
    transcript = body_of(sheet, container, first)
    if not transcript:
        sheet.add(media_rules.NO_TRANSCRIPT, sheet.at(container.line, 1))
    media = _media(sheet, container, options)
    title = options.must("titre", "titre : Une visite en trois minutes")
    captions = _captions(sheet, container, options)
    if media is None:
        return None
    return RecordingDraft(
        at=sheet.at(container.line),
        name=container.name,
        title=french(title),
        media=media,
        captions=captions,
        duration=french(options.text("durée")),
        transcript=transcript,
    )


def _media(sheet: Sheet, container: Container, options: Options) -> str | None:
    option = options.found.get("fichier")
    if container.argument:
        at = sheet.find(container.argument, container.line)
        return _file(sheet, container.argument, at, container.name)
    if option is None:
        options.must("fichier", "fichier : media/visite.mp4")
        return None
    return _file(sheet, option.value, option.at, container.name)


def _captions(sheet: Sheet, container: Container, options: Options) -> str | None:
    option = options.found.get("sous-titres")
    if option is not None:
        return _file(sheet, option.value, option.at, "sous-titres")
    if container.name == "vidéo":
        sheet.add(media_rules.NO_CAPTIONS, sheet.at(container.line, 1))
    return None


def _file(sheet: Sheet, address: str, at: Position, role: str) -> str | None:
    """Resolve the path of a file for one role; None, with a finding, when it does not fit."""
    ends = _ENDS.get(role, frozenset({".vtt"}))
    target = target_of(address, sheet.folder)
    if target.kind is TargetKind.EXTERNAL:
        sheet.add(media_rules.REMOTE, at, thing=_REMOTE[role], name=address)
    elif target.kind is not TargetKind.FILE and not is_in_media(address):
        sheet.add(media_rules.OUTSIDE, at, name=address)
    elif not target.name.endswith(tuple(ends)):
        known = ", ".join(sorted(ends)) + (_FROM_SRT if address.endswith(".srt") else "")
        sheet.add(media_rules.WRONG_KIND, at, name=address, expected=_SAID[role], known=known)
    else:
        kind = ReferenceKind.CAPTIONS if role == "sous-titres" else ReferenceKind.RECORDING
        sheet.refer(kind, target.name, at, address)
        return target.name
    return None


_REMOTE = {
    "vidéo": "Cette vidéo",
    "audio": "Cet enregistrement",
    "sous-titres": "Ce fichier de sous-titres",
}
_FROM_SRT = (
    "\u00a0; un fichier `.srt` devient un `.vtt` quand on met `WEBVTT` et une ligne vide au début, "
    "et des points au lieu des virgules dans les temps"
)
_SAID = {
    "vidéo": "un fichier vidéo",
    "audio": "un fichier son",
    "sous-titres": "un fichier de sous-titres",
}
