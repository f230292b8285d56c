"""What asks for a rebuild: a source, not what the preview keeps in the same folder."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.tiers_lieu_mooc.preview_values import Oven, a_build
from tiers_lieu_mooc.preview import Outcome, Workbench
from tiers_lieu_mooc.preview.watching import Bell, keep_rebuilding


async def kept_before_a_rebuild(folder: Path) -> int:
    """Watch a folder where attempts are kept, then a lesson saved; count them at the first ring."""
    oven = Oven(Outcome([a_build()]))
    workbench = Workbench(oven, [folder], folder / "build" / "preview")
    workbench.cache.mkdir(parents=True)
    bell, stop = Bell(), asyncio.Event()
    watching = asyncio.create_task(keep_rebuilding(workbench, bell, stop))
    rung = bell.ticket()
    number = 0
    # The watch begins some time after it is asked for: files are kept until a lesson rings.
    while not rung.is_set():
        number += 1
        (workbench.cache / f"{number}.json").write_text("{}", "utf-8")
        if number > 20:
            (folder / "lecon.md").write_text(f"{number}", "utf-8")
        await asyncio.wait([asyncio.create_task(rung.wait())], timeout=0.05)
    bell.close()
    stop.set()
    await watching
    return number


def test_what_the_preview_keeps_inside_a_course_asks_for_no_rebuild(tmp_path: Path) -> None:
    assert asyncio.run(kept_before_a_rebuild(tmp_path)) > 20
