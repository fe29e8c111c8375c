"""Connected components: what hangs together by joins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["components"]


def components(members: Sequence[int], joins: Iterable[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """The members in groups that hang together.

    Args:
        members: What is to be grouped.
        joins: Members that belong together; others are passed over.
    """
    home = {member: member for member in members}

    def root(member: int) -> int:
        while home[member] != member:
            home[member] = member = home[home[member]]
        return member

    for join in joins:
        first, *rest = [root(member) for member in join if member in home] or [-1]
        for other in rest:
            first, other = sorted((root(first), root(other)))  # noqa: PLW2901 (the smaller one stays the root)
            home[other] = first
    groups: dict[int, list[int]] = {}
    for member in members:
        groups.setdefault(root(member), []).append(member)
    return tuple(map(tuple, groups.values()))
