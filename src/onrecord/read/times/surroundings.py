"""Whether what a rule saw is meant as a time, judged by the words around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from onrecord.read.times.grammar import Match
from onrecord.read.times.letters import Row, Token

BEFORE_YEAR: Final = frozenset(
    "in since by until till during from of between before after to and or through throughout circa early late mid".split()
)
BEFORE_NAME: Final = BEFORE_YEAR | frozenset("last next this that for on the every each".split())
SURE: Final = frozenset("in since until from of by last next early late mid during".split())
"""Words before which even "MARCH" and "MAY" are months."""
BEFORE_PART: Final = frozenset(
    "at by before after until till since the that around from during towards toward every all".split()
)
BEFORE_DAY: Final = frozenset("on by until till from since before after to and between through".split())
COUNTED: Final = frozenset(
    "people men women children troops soldiers fighters civilians miles km kilometers kilometres metres meters feet yards percent dollars "
    "pounds euros tons tonnes jobs shares points employees workers votes seats".split()
)
NUMBERED: Final = frozenset("anniversary floor time parallel day".split())
"""What an ordinal counts that is no day: "the 5th anniversary"."""


@dataclass(frozen=True, slots=True)
class Around:
    """An expression and its neighbours.

    Attributes:
        tokens: Its words.
        before: The word before it.
        after: The word after it.
        shouted: Whether it is all in capitals, so that they tell no name.
    """

    tokens: tuple[Token, ...]
    before: Token | None
    after: Token | None
    shouted: bool = False

    @property
    def leads(self) -> str:
        """The word before it, in lower case."""
        return str(self.before.means) if self.before is not None else ""

    @property
    def follows(self) -> str:
        """The word after it, in lower case."""
        return str(self.after.means) if self.after is not None else ""

    def beside(self, *kinds: str) -> bool:
        """Whether a neighbour is of one of some kinds."""
        return any(token is not None and token.kind in kinds for token in (self.before, self.after))


def is_time(match: Match, row: Row) -> bool:
    """Whether what a rule saw is meant as a time."""
    before = row.tokens[match.start - 1] if match.start else None
    after = row.tokens[match.end] if match.end < len(row.tokens) else None
    tokens = row.tokens[match.start : match.end]
    around = Around(tokens, before, after, row.text[tokens[0].start : tokens[-1].end].isupper())
    check = CHECKS.get(match.rule)
    return not _is_age(match, row) and (check is None or check(around))


def _is_age(match: Match, row: Row) -> bool:
    """Whether it says how old somebody is: "six years old", "a six-year-old"."""
    kinds = [token.kind for token in row.tokens[match.end : match.end + 2]]
    return kinds[:1] == ["old"] or kinds == ["hyphen", "old"]


def _year(around: Around) -> bool:
    first, last = around.tokens[0], around.tokens[-1]
    if len(around.tokens) > 1 and last.kind == "year4" and first.kind != "nearly":
        return True
    if around.leads in ("$", "£", "€", "#") or around.follows in COUNTED or first.means == "some":
        return False
    if around.after is not None and around.after.kind == "percent":
        return False
    if first.kind == "word_number":
        return first.means in (18, 19, 20)
    if first.kind == "quote":
        return around.after is None or around.after.kind != "quote"
    return last.kind != "year4" or _bare_year(around, last.means)


def _bare_year(around: Around, year: object) -> bool:
    plural = around.after is not None and around.after.kind == "other" and around.follows.endswith("s")
    if plural and isinstance(year, int) and year < 1700:
        return False
    if around.leads in BEFORE_YEAR:
        return True
    if around.before is not None and around.before.kind in ("open", "comma", "hyphen", "slash"):
        return True
    if around.before is not None and around.before.kind == "cap":  # "Highway 2010"
        return False
    return isinstance(year, int) and year >= 1700 and (not plural or around.leads == "the")


def _date(around: Around) -> bool:
    first = around.tokens[0]
    if len(around.tokens) > 1 or first.kind not in ("month", "short_month"):
        return True
    if first.kind == "short_month":
        return False
    march_or_may = first.means in (3, 5)
    if march_or_may and around.shouted:
        return around.leads in SURE
    return not march_or_may or around.leads in BEFORE_NAME or around.beside("hyphen", "slash", "month")


def _picked(around: Around) -> bool:
    """Not "THE ATTACK THAT MAY FOLLOW"."""
    name = around.tokens[-1]
    unsure = around.shouted and name.kind == "month" and name.means in (3, 5)
    return not unsure or around.tokens[0].kind not in ("that", "this")


def _season(around: Around) -> bool:
    return len(around.tokens) > 1 or around.leads in BEFORE_NAME


def _part(around: Around) -> bool:
    return len(around.tokens) > 1 or around.tokens[-1].means == "overnight" or around.leads in BEFORE_PART


def _length(around: Around) -> bool:
    """Not "a quarter", "three-quarters"."""
    unit = next(token for token in around.tokens if token.kind in ("unit", "units"))
    if unit.kind == "unit" and any(token.kind == "year4" for token in around.tokens):  # "the 1988 quarter"
        return False
    fraction = unit.means == "Q" and any(token.kind in ("a", "hyphen") for token in around.tokens)
    return not fraction and unit.means != "S"


def _bare_units(around: Around) -> bool:
    if around.tokens[0].means in ("Q", "S", "WE", "NI"):
        return False
    return around.before is not None and around.before.kind not in ("cap", "hyphen")


def _bare_day(around: Around) -> bool:
    if len(around.tokens) > 2:
        return True
    named = around.after is not None and around.after.kind in ("cap", "hyphen", "unit", "year4")
    return around.leads in BEFORE_DAY and not named and around.follows not in NUMBERED


def _daily(around: Around) -> bool:
    """Not "the quarterly dividend"."""
    return around.tokens[0].means != "quarterly" or around.after is None or around.after.kind != "other"


def _turn(around: Around) -> bool:
    """Not the title of a programme: ABC's "This Week"."""
    return around.leads not in ('"', "“")


CHECKS: Final[dict[str, Callable[[Around], bool]]] = {
    "bare_day": _bare_day,
    "bare_units": _bare_units,
    "daily": _daily,
    "date": _date,
    "length": _length,
    "part": _part,
    "pick_date": _picked,
    "season": _season,
    "turn_unit": _turn,
    "year": _year,
}
