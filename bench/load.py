"""Many browsers at once: what the preview keeps of their commits, and what that costs it."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx

from bench.course import BenchCourse
from bench.live import preview_of

_WRITES = {"X-Apercu": "1"}
_PAUSE_S = 0.1
"""Between two commits of one browser: far more often than the page sends any."""

_STATE_CHARACTERS = 4_000
"""Almost what SCORM 1.2 lets a page keep in ``cmi.suspend_data``."""


@dataclass(frozen=True, slots=True)
class Load:
    """What came of it.

    Attributes:
        commits: how many were acknowledged.
        lost: acknowledged values that the preview did not have at the end.
        errors: requests that were not answered as they should have been.
        times_s: from asking to the answer, each commit.
        memory_mb: resident set of the preview after a tenth of the time, and at the end.
    """

    browsers: int
    seconds: float
    commits: int
    lost: int
    errors: int
    times_s: Sequence[float]
    memory_mb: tuple[float, float]

    @property
    def median_s(self) -> float:
        """The middle time of a commit."""
        return statistics.median(self.times_s)

    @property
    def slow_s(self) -> float:
        """The time that 95 commits of 100 did not exceed."""
        return sorted(self.times_s)[int(0.95 * (len(self.times_s) - 1))]


@dataclass(slots=True)
class _Browser:
    """One learner's browser: launches, commits, reads back."""

    number: int
    attempt: str = ""
    session: str = ""
    sent: int = 0
    kept: int = 0
    errors: int = 0

    async def play(self, client: httpx.AsyncClient, until: float, times_s: list[float]) -> None:
        """Commit once at least, then until the time has come."""
        await self._launch(client)
        while not self.sent or time.perf_counter() < until:
            started = time.perf_counter()
            await self._commit(client)
            times_s.append(time.perf_counter() - started)
            await asyncio.sleep(_PAUSE_S)

    async def _launch(self, client: httpx.AsyncClient) -> None:
        answer = await client.post("api/lancements", json={"build": "essai-scorm12"})
        launched = answer.raise_for_status().json()
        self.attempt, self.session = launched["attempt"], launched["session"]

    async def _commit(self, client: httpx.AsyncClient) -> None:
        self.sent += 1
        message = {
            "session": self.session,
            "sequence": self.sent,
            "values": {
                "cmi.core.lesson_location": f"{self.number}-{self.sent}",
                "cmi.suspend_data": f"{self.sent:08}".ljust(_STATE_CHARACTERS, "A"),
            },
            "is_whole": self.sent == 1,
        }
        try:
            answer = await client.post(f"api/tentatives/{self.attempt}/valeurs", json=message)
        except httpx.HTTPError:
            self.errors += 1
            return
        if answer.status_code == 200:
            self.kept = self.sent
        else:
            self.errors += 1

    async def is_lost(self, client: httpx.AsyncClient) -> bool:
        """Tell whether what was acknowledged last is not what the preview has."""
        record = (await client.get(f"api/tentatives/{self.attempt}")).json()["record"]
        expected = f"{self.number}-{self.kept}" if self.kept else None
        return bool(record.get("cmi.core.lesson_location") != expected)


def commit_at_once(course: BenchCourse, command: Path, browsers: int, seconds: float) -> Load:
    """Let so many browsers commit for so long, each ten times a second, then read everything back.

    The attempts are read from a preview that was started again, so that only what reached the disk
    counts.
    """
    times_s: list[float] = []
    crowd = [_Browser(number) for number in range(browsers)]
    with preview_of(course.folder, command) as (address, process):
        memory = asyncio.run(_play(address, process, crowd, seconds, times_s))
    with preview_of(course.folder, command) as (address, _):
        lost = asyncio.run(_count_lost(address, crowd))
    return Load(
        browsers=browsers,
        seconds=seconds,
        commits=sum(each.kept for each in crowd),
        lost=lost,
        errors=sum(each.errors for each in crowd),
        times_s=times_s,
        memory_mb=memory,
    )


async def _play(
    address: str, process: int, crowd: list[_Browser], seconds: float, times_s: list[float]
) -> tuple[float, float]:
    limits = httpx.Limits(max_connections=len(crowd))
    async with httpx.AsyncClient(
        base_url=address, headers=_WRITES, timeout=30, limits=limits
    ) as client:
        until = time.perf_counter() + seconds
        playing = asyncio.gather(*(each.play(client, until, times_s) for each in crowd))
        await asyncio.sleep(seconds / 10)
        early = _resident_mb(process)
        await playing
        return early, _resident_mb(process)


async def _count_lost(address: str, crowd: list[_Browser]) -> int:
    async with httpx.AsyncClient(base_url=address, timeout=30) as client:
        return sum([await each.is_lost(client) for each in crowd])


def _resident_mb(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text("ascii")
    kilobytes = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes.split()[1]) / 1_024
