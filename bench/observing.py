"""What a browser itself notes of a page: slow interactions, long tasks, parts that move."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Frame, Page

# Event Timing, Long Tasks and Layout Instability of the browser, from the very start. The time of
# an interaction is the longest of its events (key down, key up, click…), in steps of 8 ms.
WATCH = """
window.seen = { shift: 0, moved: [], tasks: [], slow: {} };
const look = (type, act, options) => new PerformanceObserver(list => list.getEntries().forEach(act))
  .observe({ type, buffered: true, ...options });
const nameOf = node => (node ? `${node.nodeName}.${node.className || ''}` : 'nothing');
look('layout-shift', entry => {
  if (entry.hadRecentInput) return;
  seen.shift += entry.value;
  seen.moved.push(...entry.sources.map(source => nameOf(source.node)));
});
look('longtask', entry => seen.tasks.push([entry.startTime, entry.duration]));
look('event', entry => {
  const before = seen.slow[entry.interactionId] || [0];
  if (!entry.interactionId || entry.duration <= before[0]) return;
  const what = entry.target && entry.target.textContent ? entry.target.textContent.trim() : '';
  seen.slow[entry.interactionId] = [entry.duration, `${entry.name} ${what.slice(0, 40)}`];
}, { durationThreshold: 16 });
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one visit came to.

    Attributes:
        shift: cumulative layout shift outside half a second after an input.
        moved: the parts that moved.
        long_tasks: start and duration of each task of 50 ms and more, in ms.
        interactions: duration in ms and name of each of 16 ms and more, the slowest first.
        interaction_count: of all of them.
    """

    shift: float
    moved: tuple[str, ...]
    long_tasks: tuple[tuple[float, float], ...]
    interactions: tuple[tuple[float, str], ...]
    interaction_count: int

    @property
    def longest_task_ms(self) -> float:
        """The longest task; 0 when none was of 50 ms or more."""
        return max((task for _, task in self.long_tasks), default=0)

    @property
    def inp_ms(self) -> float:
        """Interaction to Next Paint; 16 stands for all that are quicker.

        Source: web.dev/articles/inp and the library web-vitals: the slowest interaction, one left
        out for every 50 that there were.
        """
        rank = self.interaction_count // 50
        return self.interactions[rank][0] if rank < len(self.interactions) else 16


def seen_on(page: Page | Frame) -> Seen:
    """Read what was noted, once all that is pending has been painted."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)))")
    told = page.evaluate("({...window.seen, count: performance.interactionCount})")
    slow = sorted(((float(time), str(name)) for time, name in told["slow"].values()), reverse=True)
    return Seen(
        float(told["shift"]),
        tuple(told["moved"]),
        tuple((float(start), float(time)) for start, time in told["tasks"]),
        tuple(slow),
        int(told["count"]),
    )
