"""A file of a package that arrives when a test says so."""

from __future__ import annotations

from playwright.sync_api import Page, Route


class Held:
    """Keeps a file back until it is let go."""

    def __init__(self, page: Page, name: str) -> None:
        self._routes: list[Route] = []
        self._is_free = False
        page.route(f"**/{name}", self._hold)

    def _hold(self, route: Route) -> None:
        if self._is_free:
            route.continue_()
        else:
            self._routes.append(route)

    @property
    def is_asked_for(self) -> bool:
        """Whether the page has asked for it and waits."""
        return bool(self._routes)

    def let_go(self) -> None:
        """Let it arrive, now and from now on."""
        self._is_free = True
        for route in self._routes:
            route.continue_()
