"""The last few things that were looked up, kept at hand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

__all__ = ["Recent"]

T = TypeVar("T")


class Recent(Generic[T]):
    """Looks things up by name and keeps the last few.

    Args:
        find: Looks one up.
        most: How many are kept.
    """

    def __init__(self, find: Callable[[str], T], most: int) -> None:
        self._find, self._most = find, most
        self._kept: OrderedDict[str, T] = OrderedDict()

    def get(self, name: str) -> T:
        """The thing of a name."""
        if name not in self._kept:
            self._kept[name] = self._find(name)
        self._kept.move_to_end(name)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return self._kept[name]
