"""Devices on which one learner works, where the simulated LMS knows them."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.support.stage import Stage

BLOCKED = """
for (const name of ["localStorage", "indexedDB"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("", "SecurityError"); } });
}
"""
"""The window of a browser that keeps nothing, as a script that runs before the page's own."""

FULL = """
const set = Storage.prototype.setItem;
Storage.prototype.setItem = function (...parameters) {
  if (this === localStorage) throw new DOMException("", "QuotaExceededError");
  set.apply(this, parameters);
};
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (...parameters) {
  const asked = put.apply(this, parameters);
  this.transaction.abort();
  return asked;
};
"""
"""The same for a browser that has no room left."""


def open_elsewhere(open_window: Callable[[], Page], preview: Stage, key: str, first: Page) -> Page:
    """Open a package on a device that has never been used.

    Args:
        first: a window of the device on which the learner began.
    """
    mine = "Object.entries(localStorage).filter(([name]) => name.startsWith('apercu:'))"
    attempts = first.evaluate(mine)
    assert attempts
    page = open_window()
    page.goto(preview.address)
    page.evaluate("all => all.forEach(each => localStorage.setItem(...each))", attempts)
    page.goto(preview.player(key))
    return page
