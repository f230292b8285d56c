"""What this browser keeps of learners' work: IndexedDB as the page lays it out, and localStorage.

The page writes behind what it shows, so that a test asks until an answer is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page

from tests.support.learner import Screen
from tests.support.saved_state import read_state
from tests.support.waiting import until_true

NAMELESS = "ztntfpztntfp"
"""Whose work it is when no LMS says: the page's hash of an empty name."""

_CHOICES = {"progress", "position"}
"""What says nothing of answers; the last two say what became of commits."""

_WITHIN = """
async ([mode, entries]) => {
  const asked = indexedDB.open("tiers-lieu-mooc", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("kept");
  await new Promise((done, failed) => Object.assign(asked, { onsuccess: done, onerror: failed }));
  const base = asked.result;
  const step = base.transaction("kept", mode, { durability: "strict" });
  const store = step.objectStore("kept");
  for (const [key, text] of Object.entries(entries)) {
    text ? store.put(text, key) : store.delete(key);
  }
  const [keys, values] = [store.getAllKeys(), store.getAll()];
  await new Promise((done, failed) => Object.assign(step, { oncomplete: done, onabort: failed }));
  base.close();
  return Object.fromEntries(keys.result.map((key, at) => [key, values.result[at]]));
}
"""
_LOCAL = (
    "Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('tlm:')))"
)


def on_disk(page: Page) -> dict[str, str]:
    """Give what IndexedDB keeps, texts by key: `tlm:<course>:<whose>:<name>`."""
    found: dict[str, str] = page.evaluate(_WITHIN, ["readonly", {}])
    return found


def put_on_disk(page: Page, entries: Mapping[str, str]) -> None:
    """Write texts by key, as the page does; an empty one erases."""
    page.evaluate(_WITHIN, ["readwrite", dict(entries)])


def in_local_storage(page: Page) -> dict[str, str]:
    """Give what pages keep in localStorage, texts by key."""
    found: dict[str, str] = page.evaluate(_LOCAL)
    return found


def name_of(key: str) -> str:
    """Give a key without whose it is, nor which window's last word."""
    return key.rpartition(":")[2].partition("~")[0]


def names(page: Page) -> list[str]:
    """Name what of learners' work is on this device, wherever it is kept."""
    found = on_disk(page) | in_local_storage(page)
    return sorted({name_of(key) for key in found} - _CHOICES)


def text_of(page: Page, name: str) -> str:
    """Give what IndexedDB keeps under a name of the only learner; "" for nothing."""
    return next((text for key, text in on_disk(page).items() if name_of(key) == name), "")


def keeps(page: Page, *expected: str) -> None:
    """Wait until exactly this of learners' work is on the device."""
    wanted = sorted(expected)
    until_true(lambda: names(page) == wanted, lambda: f"{names(page)}, expected {wanted}")


def keeps_answers(page: Page, screen: Screen, *expected: object) -> None:
    """Wait until IndexedDB has these answers, in the order of the questions."""
    wanted = list(expected)
    until_true(
        lambda: answers(page, screen) == wanted,
        lambda: f"{answers(page, screen)}, expected {wanted}",
    )


def keeps_place(page: Page, screen: Screen, index: int) -> None:
    """Wait until IndexedDB has where the learner is: a lesson, or a question of a quiz."""
    until_true(lambda: _state(page, screen).get("place", {}).get("index") == index)


def answers(page: Page, screen: Screen) -> list[object]:
    """Give the answers that IndexedDB has, in the order of the questions."""
    asked = _state(page, screen).get("questions", {})
    return [record["answer"] for record in asked.values() if record["answer"] is not None]


def _state(page: Page, screen: Screen) -> dict[str, Any]:
    _, _, state = text_of(page, "state").partition(".")
    return read_state(state, screen) if state else {}
