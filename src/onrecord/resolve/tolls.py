"""What an incident did to people. In: the quantities that its events are told with. Out: the toll, lowest to highest figure of any voice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.record.incident import Count, Toll
from onrecord.record.quantity import Quantity

KINDS: Final = ("killed", "injured", "abducted", "displaced", "arrested")
NOBODY: Final[Mapping[str, frozenset[str]]] = {"casualties": frozenset(("killed", "injured"))}
"""What "no casualties" says is none."""
SIDES: Final[Mapping[str, str]] = {
    "soldiers": "soldiers", "police": "soldiers", "fighters": "fighters", "civilians": "civilians", "protesters": "civilians",
}  # fmt: skip
"""Which side of a fight those counted are of."""
WITHIN_OTHERS: Final = frozenset(("children", "women", "journalists", "medics"))
"""Those who are as a rule counted among all others as well."""


@dataclass(frozen=True, slots=True)
class _Account:
    """One voice's figure: a quantity, with those that its words add to it.

    Attributes:
        quantity: Id of the first.
        low: At least so many.
        high: At most so many.
        vague: Whether it is words for many and no figure.
        who: Whom they count.
    """

    quantity: str
    low: float | None
    high: float | None
    vague: bool
    who: frozenset[str | None]

    @property
    def side(self) -> str | None:
        """The side of all that are counted, None where it is mixed or not told."""
        sides = {SIDES.get(who) if who else None for who in self.who}
        return sides.pop() if len(sides) == 1 else None


def count_toll(quantities: Iterable[Quantity]) -> Toll | None:
    """The toll of a happening.

    A part is not added to its total; what is listed with a figure or told as further is; where both sides are told apart they are
    added up. Words for many count only where there is no figure.

    Args:
        quantities: Those of the happening's events, in any order; what is no toll among them is passed over.

    Returns:
        None where they say nothing of one.
    """
    found = sorted(quantities, key=lambda q: q.span.start)
    killed, injured, abducted, displaced, arrested = (_count([q for q in found if _tells(q, kind)]) for kind in KINDS)
    toll = Toll(killed, injured, abducted, displaced, arrested)
    return None if toll == Toll() else toll


def _tells(quantity: Quantity, kind: str) -> bool:
    if quantity.unit != "persons" or (quantity.low is None and quantity.high is None):
        return False
    return quantity.of == kind or (quantity.high == 0 and kind in NOBODY.get(quantity.of or "", ()))


def _count(figures: Sequence[Quantity]) -> Count | None:
    told = {q.id for q in figures}
    accounts = _accounts([q for q in figures if q.extra.get("part_of") not in told])
    accounts = [a for a in accounts if not a.vague] or accounts
    accounts = [a for a in accounts if not _within(a, accounts)]
    if not accounts:
        return None
    sides = {a.side for a in accounts}
    if len(sides) > 1 and None not in sides:
        ranges = [_range([a for a in accounts if a.side == side]) for side in sides]
    else:
        ranges = [_range(accounts)]
    return Count(_sum(low for low, _ in ranges), _sum(high for _, high in ranges), accounts[0].quantity)


def _accounts(figures: Sequence[Quantity]) -> list[_Account]:
    """The figures, those that are added to one summed up with it."""
    first: dict[str, str] = {}
    groups: dict[str, list[Quantity]] = {}
    for q in figures:
        head = first.get(str(q.extra.get("added_to")), q.id)
        first[q.id] = head
        groups.setdefault(head, []).append(q)
    return [
        _Account(
            head,
            _sum(q.low or 0 for q in group) if any(q.low is not None for q in group) else None,
            _sum(q.high for q in group),
            all(q.modifier == "vague" for q in group),
            frozenset(str(q.extra["who"]) if "who" in q.extra else None for q in group),
        )
        for head, group in groups.items()
    ]


def _within(account: _Account, accounts: Sequence[_Account]) -> bool:
    """Whether those of one account are as a rule among those of another: children among all the dead, one among many."""
    few = account.who <= WITHIN_OTHERS or account.low == account.high == 1
    return few and any(
        other is not account
        and (other.low or 0) > (account.low or 0)
        and not (other.who <= WITHIN_OTHERS and account.who != other.who)
        and (account.side is None or other.side in (None, account.side))
        for other in accounts
    )


def _range(accounts: Sequence[_Account]) -> tuple[float | None, float | None]:
    """From the lowest to the highest figure; what is open upwards is closed by a higher figure."""
    lows = [a.low for a in accounts if a.low is not None]
    highs = [a.high for a in accounts if a.high is not None]
    open_from = [a.low for a in accounts if a.high is None]
    top = max(highs) if highs else None
    closed = top is not None and all(low is not None and low < top for low in open_from)
    return (min(lows) if lows else None), (top if closed else None)


def _sum(numbers: Iterable[float | None]) -> float | None:
    total: float = 0
    for number in numbers:
        if number is None:
            return None
        total += number
    return total
