"""What stands around an expression: whether it is one at all, and how what is told lies in time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from onrecord.read.times.grammar import Match
from onrecord.read.times.letters import Row, Token
from onrecord.read.times.lexicon import NUMERIC
from onrecord.read.verbs import regular_past, verbs
from onrecord.record.time_words import Bound
from onrecord.record.vocabulary import Tense

BEFORE_YEAR: Final = frozenset(
    "in since by until till during from of between before after to and or through throughout circa early late mid".split()
)
COUNTED: Final = frozenset(
    "people men women children troops soldiers fighters civilians miles km kilometers kilometres metres meters feet yards percent dollars "
    "pounds euros tons tonnes jobs shares points employees workers votes seats".split()
)
BEFORE_MONTH: Final = BEFORE_YEAR | frozenset("last next this that for on the".split())
BEFORE_PART: Final = frozenset(
    "at by before after until till since the that around from during towards toward every all".split()
)
FUTURE: Final = frozenset(
    "will shall would could may might should scheduled expected planned plans expects must going plan plans".split()
)


def is_time(match: Match, row: Row) -> bool:
    """Whether what a rule saw is meant as a time, judged by the words around it."""
    tokens = row.tokens[match.start : match.end]
    before = row.tokens[match.start - 1] if match.start else None
    after = row.tokens[match.end] if match.end < len(row.tokens) else None
    word = str(before.means) if before is not None else ""
    follows = str(after.means) if after is not None else ""
    check = CHECKS.get(match.rule)
    if check is not None and not check(tokens, word, follows, before, after):
        return False
    if after is not None and after.kind == "old":
        return False
    rest = row.tokens[match.end : match.end + 2]
    return not (len(rest) == 2 and rest[0].kind == "hyphen" and rest[1].kind == "old")


def _year(tokens: Sequence[Token], word: str, follows: str, before: Token | None, after: Token | None) -> bool:
    if len(tokens) > 1 and tokens[-1].kind == "year4" and tokens[0].kind != "nearly":
        return True
    if word in ("$", "£", "€", ".", "#") and before is not None and before.kind != "dot":
        return False
    if after is not None and after.kind in ("percent",):
        return False
    if follows in COUNTED:
        return False
    if tokens[0].means == "some":
        return False
    if tokens[0].kind == "word_number":
        return tokens[0].means in (18, 19, 20)
    if before is not None and before.kind == "cap" and tokens[-1].kind == "year4" and word not in BEFORE_YEAR:
        return False
    if tokens[0].kind == "quote":
        return after is None or after.kind != "quote"
    year = tokens[-1].means
    if isinstance(year, int) and year < 1700 and after is not None and after.kind == "other" and follows.endswith("s"):
        return False
    if word in BEFORE_YEAR or (before is not None and before.kind in ("open", "comma", "hyphen", "slash")):
        return True
    return (
        isinstance(year, int)
        and year >= 1700
        and not (follows.endswith("s") and after is not None and after.kind == "other" and word != "the")
    )


def _date(tokens: Sequence[Token], word: str, follows: str, before: Token | None, after: Token | None) -> bool:
    kinds = [token.kind for token in tokens]
    if len(tokens) > 1 or kinds[0] not in ("month", "short_month"):
        return True
    if kinds[0] == "short_month":
        return False
    if tokens[0].means in (3, 5):
        near = (before, after)
        return word in BEFORE_MONTH or any(
            token is not None and token.kind in ("hyphen", "slash", "month") for token in near
        )
    return True


def _season(tokens: Sequence[Token], word: str, follows: str, before: Token | None, after: Token | None) -> bool:
    if len(tokens) > 1:
        return True
    return word in BEFORE_MONTH or word in ("every", "each")


def _part(tokens: Sequence[Token], word: str, follows: str, before: Token | None, after: Token | None) -> bool:
    if tokens[-1].means == "overnight":
        return True
    if len(tokens) > 1:
        return True
    return word in BEFORE_PART


def _length(tokens: Sequence[Token], word: str, follows: str, before: Token | None, after: Token | None) -> bool:
    unit = next(token for token in tokens if token.kind in ("unit", "units"))
    if unit.means == "Q" and any(token.kind in ("a", "hyphen") for token in tokens):
        return False
    return not (unit.means == "S")


def _bare_units(tokens: Sequence[Token], word: str, follows: str, before: Token | None, after: Token | None) -> bool:
    if tokens[0].means in ("Q", "S", "WE", "NI"):
        return False
    return before is not None and before.kind not in ("cap", "hyphen")


BEFORE_DAY: Final = frozenset("on by until till from since before after to and between through".split())


def _bare_day(tokens: Sequence[Token], word: str, follows: str, before: Token | None, after: Token | None) -> bool:
    if len(tokens) > 2:
        return True
    named = after is not None and after.kind in ("cap", "hyphen", "unit", "year4")
    return word in BEFORE_DAY and not named and follows not in ("anniversary", "floor", "time", "parallel", "day")


def _daily(tokens: Sequence[Token], word: str, follows: str, before: Token | None, after: Token | None) -> bool:
    return tokens[0].means != "quarterly" or after is None or after.kind != "other"


def _turn(tokens: Sequence[Token], word: str, follows: str, before: Token | None, after: Token | None) -> bool:
    """Not the title of a programme: ABC's "This Week"."""
    return before is None or before.means not in ('"', "“")


CHECKS: Final = {
    "bare_day": _bare_day,
    "daily": _daily,
    "turn_unit": _turn,
    "year": _year,
    "date": _date,
    "season": _season,
    "part": _part,
    "length": _length,
    "bare_units": _bare_units,
}


def repeats(match: Match, row: Row) -> bool:
    """Whether "a day" says how often: "$5 a day", "three times a week"."""
    tokens = row.tokens[match.start : match.end]
    if match.rule != "length" or tokens[0].kind != "a" or len(tokens) != 2:
        return False
    near = row.tokens[max(0, match.start - 2) : match.start]
    return any(token.kind in (*NUMERIC, "money", "percent", "hundreds") for token in near) or any(
        token.means in ("times", "once", "twice") for token in near
    )


def tense_near(match: Match, row: Row) -> Tense:
    """The tense of the nearest verb of the sentence: first looking back, then ahead."""
    before = [str(token.means) for token in row.tokens[max(0, match.start - 3) : match.start]]
    if before[-1:] == ["until"] or before in (["as", "early", "as"], ["as", "soon", "as"]):
        return "future"
    for step, start in ((-1, match.start - 1), (1, match.end)):
        at = start
        while 0 <= at < len(row.tokens) and abs(at - start) < 25:
            token = row.tokens[at]
            if token.kind in ("break", "dot"):
                break
            if token.kind == "cap":
                at += step
                continue
            word = str(token.means)
            if word in FUTURE or (word == "to" and row.tokens[at - 1].means in ("is", "are")):
                return "future"
            if word in ("was", "were", "had", "did") or (word.endswith("ed") and regular_past(word)):
                return "past"
            form = verbs().forms.get(word)
            if form is not None and form.kind in ("past", "past participle"):
                return "past"
            at += step
    return "none"


JOINS: Final = frozenset({"hyphen", "dash", "slash", "to"})


def bounds_of(matches: Sequence[Match], row: Row) -> dict[int, Bound]:
    """Which expressions begin or end a range, by their first words: "from 3 to 5 March", "between 2011 and 2014", "1915-16"."""
    bounds: dict[int, Bound] = {}
    for one, other in pairwise(matches):
        between = row.tokens[one.end : other.start]
        if one.start in bounds or not between or {one.rule, other.rule} & UNBOUND:
            continue
        kinds = [token.kind for token in between if token.kind not in ("the", "in", "on")]
        before = row.tokens[one.start - 1].kind if one.start else ""
        if len(kinds) == 1 and (kinds[0] in JOINS or (kinds[0] == "and" and before == "between")):
            bounds[one.start], bounds[other.start] = "begin", "end"
    return bounds


UNBOUND: Final = frozenset("length lengths bare_units long every per daily weekdays span_of first_units".split())
