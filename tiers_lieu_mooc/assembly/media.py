"""Media: only what is referenced is packed, and only what is sound."""

from __future__ import annotations

from collections.abc import Iterable

from scorm_export.diagnostic import Position, Report
from tiers_lieu_mooc.assembly.inspecting import Size, inspect
from tiers_lieu_mooc.assembly.positions import PHOTOS, without_position
from tiers_lieu_mooc.model.course import MediaFile
from tiers_lieu_mooc.reading import SourceTree
from tiers_lieu_mooc.rules import media as rules

__all__ = ["pack_media"]


def pack_media(tree: SourceTree, names: Iterable[str], report: Report) -> dict[str, MediaFile]:
    """Pack the files named, in order of path; report those that are unfit or that nobody names."""
    wanted = frozenset(names)
    packed: dict[str, MediaFile] = {}
    for name, source in sorted(tree.media.items()):
        if source.is_refused:
            continue
        at = Position(source.path)
        if name not in wanted:
            report.add(rules.UNUSED, at)
            continue
        found = inspect(name, source.content)
        if not isinstance(found, Size):
            for fault in found:
                place = Position(source.path, fault.line, fault.column)
                report.add(fault.rule, place, **fault.values)
            continue
        if found == Size(0, 0) and name.endswith(".svg"):
            report.add(rules.NO_SIZE, at)
        content = source.content
        if name.endswith(PHOTOS) and (bare := without_position(content)) is not None:
            report.add(rules.POSITION_KEPT if bare.content is None else rules.POSITION_REMOVED, at)
            content = bare.content or content
        packed[name] = MediaFile(name, content, found.width, found.height)
    return packed
