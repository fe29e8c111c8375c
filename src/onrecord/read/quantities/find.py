"""Finds quantities. In: a text with its statements. Out: quantities with their range, unit and who gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord.read.paragraphs import sentences
from onrecord.read.quantities.counts import Count, find_counts
from onrecord.read.quantities.numbers import MANY, PLAIN, SCALES
from onrecord.read.quantities.phrases import UNKNOWN
from onrecord.read.quantities.told import tell
from onrecord.read.quantities.vocabulary import HARMS
from onrecord.read.verb_groups import Sentence
from onrecord.read.words import Word, words_of
from onrecord.record.ids import make_id
from onrecord.record.quantity import Quantity
from onrecord.record.span import Span
from onrecord.record.statement import Statement

NARRATOR: Final = "narrator"
COMBATANTS: Final = frozenset(("fighters", "soldiers", "police"))
"""Those of whom a number alone is a strength."""
SPECIAL: Final = frozenset(("children", "women", "journalists", "medics"))
"""Those whom "others" are not like as a rule."""
NEAR: Final = 400
"""Characters within which numbers are told of one happening: others are no others of what was told far before."""
_NUMBER_WORDS: Final = "|".join(sorted((PLAIN.keys() - {"zero"}) | MANY.keys() | SCALES.keys() | {"quarter"}))
NUMBER: Final = re.compile(rf"\d|\b(?:{_NUMBER_WORDS})(?![a-z])")
ONE_OR_NONE: Final = re.compile(r"\b(?:an?|another|no|nobody|none|zero|any)\s")
HARM: Final = re.compile(
    r"kill|dea[dt]|die[ds]|dying|murder|assassinat|execut|massacr|behead|injur|wound|hurt|harm|casualt|victim|fatal|loss|abduct|kidnap"
    r"|hostage|arrest|detain|captur|seiz|shot|lynch|slain|martyr|neutrali",
)
"""Without these "a soldier" and "no soldiers" are no counts."""


def find_quantities(text: str, statements: Sequence[Statement]) -> tuple[Quantity, ...]:
    """Quantities in the order of the text.

    Args:
        text: The text that was read.
        statements: What is said in it: a number within a content is that source's.
    """
    voices = _voices(statements)
    found: list[Quantity] = []
    plain = text.lower()
    for start, end in sentences(text):
        if len(plain) != len(text) or _may_count(plain, start, end):
            _read(text, start, end, voices, found)
    return tuple(found)


def _read(text: str, start: int, end: int, voices: Sequence[tuple[int, int, str]], found: list[Quantity]) -> None:
    """Adds the quantities of one sentence to those found before."""
    words = _words(text, start, end)
    counts = list(find_counts(text, words, [word.low for word in words]))
    if not counts:
        return
    told = [(count, of) for count in tell(Sentence(words, 0, len(words)), counts) if (of := _told(count)) is not None]
    spans = [Span.of(text, count.amount.first, words[count.end - 1].end) for count, _ in told]
    for k, (count, of) in enumerate(told):
        wholes = (
            _id(span) for span, (c, o) in zip(spans[k + 1 :], told[k + 1 :], strict=True) if o == of and not c.part
        )
        behind = next(wholes, None)
        found.append(_quantity(count, of, spans[k], _voice(voices, spans[k].start), found, behind))


def _may_count(plain: str, start: int, end: int) -> bool:
    """Whether a sentence holds a number, or an article beside a word of harm; that is quicker asked than taking it apart."""
    if NUMBER.search(plain, start, end):
        return True
    return HARM.search(plain, start, end) is not None and ONE_OR_NONE.search(plain, start, end) is not None


def _words(text: str, start: int, end: int) -> list[Word]:
    words = words_of(text, [(start, end)], end - start)
    if sum(word.raw.isupper() for word in words) * 2 > len(words):  # in capitals alone no name can be told from a noun
        return [word._replace(raw=word.raw.lower(), low=word.low.lower()) for word in words]
    return words


def _told(count: Count) -> str | None:
    """What is told of those counted, None if that is nothing to be kept."""
    of, counted, amount = count.of, count.counted, count.amount
    if of is None and counted is not None and count.phrase.who in COMBATANTS and amount.high not in (0, 1):
        of = "strength"
    if of is None or ((amount.bare or amount.high == 0) and not _harmed(count, of)):
        return None
    if amount.low is amount.high is None and (
        not count.phrase.noun or of in (counted.of if counted else None, "strength")
    ):
        return None  # "many", "many refugees": neither a number nor anything told of them
    if of == "hurt":
        return "injured" if amount.high else "casualties"
    return of


def _harmed(count: Count, of: str) -> bool:
    """Whether "a soldier" or "no soldiers" is a count: only of those who came to harm."""
    if of not in HARMS or (count.counted is not None and count.counted.unit != "persons"):
        return False
    alone = count.counted is None or of in (count.counted.of, count.phrase.of)
    return count.amount.high == 0 or not alone


def _id(span: Span) -> str:
    return make_id("q", span.start, span.end)


def _quantity(
    count: Count, of: str, span: Span, statement: str, before: Sequence[Quantity], behind: str | None
) -> Quantity:
    """The quantity of a count.

    Args:
        count: The count.
        of: What is told of those counted.
        span: Its words.
        statement: Who gives it.
        before: The quantities before.
        behind: Id of the next one in the sentence that is told the same.
    """
    counted = count.counted or UNKNOWN
    extra: dict[str, object] = {}
    if counted.unit == "persons" and (who := _who(count, before)) is not None:
        extra["who"] = who
    whole = _whole(before, of) if count.part or count.added else None
    if count.part == "behind":
        extra |= {"part_of": behind} if behind else {}
    elif whole is not None and count.part:
        extra["part_of"] = whole.id
    elif whole is not None and span.start - whole.span.end < NEAR:
        extra["added_to"] = whole.id
    return Quantity(
        id=_id(span),
        span=span,
        low=count.amount.low,
        high=count.amount.high,
        modifier=count.amount.modifier,
        unit=counted.unit,
        of=of,
        statement=statement,
        extra=extra,
    )


def _who(count: Count, before: Sequence[Quantity]) -> str | None:
    """Which people; "six others" are like those before, if these are of no special kind."""
    if count.phrase.who is not None:
        return count.phrase.who
    if count.phrase.noun in ("", "others", "more"):
        last = next((str(q.extra["who"]) for q in reversed(before) if "who" in q.extra), "people")
        return "people" if last in SPECIAL else last
    return None if count.counted else "people"


def _whole(before: Sequence[Quantity], of: str) -> Quantity | None:
    """The total that a number is a part of, or is added to: the last one told of the same, which is no part itself."""
    wholes = (q for q in reversed(before) if q.of == of and q.unit == "persons" and "part_of" not in q.extra)
    return next(wholes, None)


def _voices(statements: Sequence[Statement]) -> list[tuple[int, int, str]]:
    """Contents from the widest to the narrowest."""
    pieces = [(span.start, span.end, s.id) for s in statements for span in s.content.spans]
    return sorted(pieces, key=lambda piece: piece[0] - piece[1])


def _voice(voices: Sequence[tuple[int, int, str]], at: int) -> str:
    """The innermost statement around an offset."""
    return next((sid for start, end, sid in reversed(voices) if start <= at < end), NARRATOR)
