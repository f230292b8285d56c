"""What a command that makes the same course again and again remembers of it."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping


class Recent(MutableMapping[object, object]):
    """Keeps what was used since the rebuild before the last; the rest makes room.

    A rebuild that is over calls ``forget``. What stays is then never more than what two rebuilds
    used, however long the course is and however often it is saved.
    """

    def __init__(self) -> None:
        self._new: dict[object, object] = {}
        self._old: dict[object, object] = {}

    def forget(self) -> None:
        """Let go what was not used since the last call."""
        self._old, self._new = self._new, {}

    def __getitem__(self, key: object) -> object:
        if key in self._new:
            return self._new[key]
        found = self._new[key] = self._old[key]
        return found

    def __setitem__(self, key: object, value: object) -> None:
        self._new[key] = value

    def __delitem__(self, key: object) -> None:
        if key not in self:
            raise KeyError(key)
        self._new.pop(key, None)
        self._old.pop(key, None)

    def __iter__(self) -> Iterator[object]:
        return iter(self._old | self._new)

    def __len__(self) -> int:
        return len(self._old | self._new)
