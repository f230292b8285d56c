"""Whole processes, timed and weighed."""

from __future__ import annotations

import math
import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Timing:
    """Runs of one command or function.

    Attributes:
        cpus_s: processor time of each run, which other work on the machine hardly moves.
        peak_mb: 0 where it was not measured.
    """

    walls_s: tuple[float, ...]
    cpus_s: tuple[float, ...] = ()
    peak_mb: float = 0

    @property
    def median_s(self) -> float:
        """The middle wall time, in seconds."""
        return statistics.median(self.walls_s)

    @property
    def cpu_s(self) -> float:
        """The middle processor time, in seconds."""
        return statistics.median(self.cpus_s)

    def share_s(self, share: float) -> float:
        """Give the wall time, in seconds, that so large a share of the runs did not exceed."""
        return sorted(self.walls_s)[math.ceil(share * len(self.walls_s)) - 1]

    @property
    def best_s(self) -> float:
        """The shortest wall time, in seconds."""
        return min(self.walls_s)


def run_process(command: Sequence[str | Path], folder: Path, runs: int) -> Timing:
    """Time a command from start to exit; the peak is its largest resident set, in MB.

    Raises:
        RuntimeError: when it fails, with what it said.
    """
    walls, cpus, peaks = [], [], []
    for _ in range(runs):
        started = time.perf_counter()
        with subprocess.Popen(
            command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        ) as process:
            said = process.stderr.read() if process.stderr else b""
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        walls.append(time.perf_counter() - started)
        cpus.append(usage.ru_utime + usage.ru_stime)
        peaks.append(usage.ru_maxrss / 1_000)
        if process.returncode != 0:
            shown = " ".join(map(str, command))
            raise RuntimeError(f"{shown} failed:\n{said.decode('utf-8', 'replace')[-2_000:]}")
    return Timing(tuple(walls), tuple(cpus), max(peaks))


def run_function(function: Callable[[], object], runs: int) -> Timing:
    """Time a function in this process."""
    walls, cpus = [], []
    for _ in range(runs):
        started, worked = time.perf_counter(), time.process_time()
        function()
        walls.append(time.perf_counter() - started)
        cpus.append(time.process_time() - worked)
    return Timing(tuple(walls), tuple(cpus))
