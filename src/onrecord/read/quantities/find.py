"""Finds quantities. In: a text with its statements. Out: quantities with their range, unit and who gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.read.paragraphs import sentences
from onrecord.read.quantities.counts import UNKNOWN, Count, find_counts
from onrecord.read.quantities.numbers import MANY, PLAIN, SCALES
from onrecord.read.quantities.told import tell
from onrecord.read.quantities.vocabulary import HARMS, Counted
from onrecord.read.verb_groups import Sentence
from onrecord.read.words import Word, words_of
from onrecord.record.ids import make_id
from onrecord.record.quantity import Quantity
from onrecord.record.span import Span
from onrecord.record.statement import Statement

NARRATOR: Final = "narrator"
COMBATANTS: Final = frozenset(("fighters", "soldiers", "police"))
MOST_WORDS: Final = 200
NUMBER: Final = re.compile(rf"\d|\b(?:{'|'.join(sorted((PLAIN.keys() | MANY.keys() | SCALES.keys()) | {'quarter'} - {'zero'}))})(?![a-z])")
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
        if len(plain) == len(text) and not _may_count(plain, start, end):
            continue
        words = _words(text, start, end)
        low = [word.low for word in words]
        sentence = Sentence(words, 0, len(words))
        sentence.low = low
        counts = list(find_counts(text, words, low))
        if counts:
            found += _quantities(text, words, tell(sentence, counts), voices, found)
    return tuple(found)


def _may_count(plain: str, start: int, end: int) -> bool:
    """Whether a sentence holds a number, or an article beside a word of harm; that is quicker asked than taking it apart."""
    if NUMBER.search(plain, start, end):
        return True
    return HARM.search(plain, start, end) is not None and ONE_OR_NONE.search(plain, start, end) is not None


def _words(text: str, start: int, end: int) -> list[Word]:
    words = words_of(text, [(start, end)], MOST_WORDS)
    if sum(word.raw.isupper() for word in words) * 2 > len(words):  # in capitals alone no name can be told from a noun
        return [replace(word, raw=word.raw.lower(), low=word.low.lower()) for word in words]
    return words


def _quantities(
    text: str,
    words: Sequence[Word],
    counts: Sequence[Count],
    voices: Sequence[tuple[int, int, str]],
    before: Sequence[Quantity],
) -> list[Quantity]:
    found: list[Quantity] = []
    last_who = next((q.extra.get("who") for q in reversed(before)), None)
    for count in counts:
        counted, of, amount = count.counted or UNKNOWN, count.of, count.amount
        own = counted.of
        if of is None and counted.unit == "persons" and count.who in COMBATANTS and not amount.bare and amount.high != 1 and count.counted is not None:
            of = "strength"
        if of is None or (amount.bare and not _harmed(count, of)):
            continue
        if of == "hurt":
            of = "injured" if count.amount.high else "casualties"
        if amount.low is amount.high is None and of in (own, "strength"):
            continue  # "many refugees": neither a number nor anything told of them
        end = words[count.end - 1].end
        span = Span.of(text, count.amount.first, end)
        who = _who(count, counted, last_who)
        extra: dict[str, object] = {"who": who} if who else {}
        if count.part and (whole := _whole([*before, *found], of)) is not None:
            extra["part_of"] = whole
        elif count.added and (other := _whole([*before, *found], of)) is not None:
            extra["added_to"] = other
        quantity = Quantity(
            id=make_id("q", span.start, span.end),
            span=span,
            low=amount.low,
            high=amount.high,
            modifier=amount.modifier,
            unit=counted.unit,
            of=of,
            statement=_voice(voices, span.start),
            extra=extra,
        )
        found.append(quantity)
        last_who = who or last_who
    return found


def _harmed(count: Count, of: str) -> bool:
    """Whether "a soldier" or "no soldiers" is a count: only of those who came to harm."""
    if of not in HARMS or (count.counted is not None and count.counted.unit != "persons"):
        return False
    return count.amount.high == 0 or (count.counted is not None and of != count.counted.of)


def _who(count: Count, counted: Counted, last: object) -> object:
    """Which people; "six others" are like those before, if these are not of a special kind."""
    if counted.unit != "persons" or count.who is not None:
        return count.who
    if count.noun in ("", "others", "more"):
        return last if last not in (None, "children", "women", "journalists") else "people"
    return None if count.counted else "people"


def _whole(before: Sequence[Quantity], of: str) -> str | None:
    """The total that a part belongs to: the last one told of the same, which is no part itself."""
    wholes = (q.id for q in reversed(before) if q.of == of and q.unit == "persons" and "part_of" not in q.extra)
    return next(wholes, None)


def _voices(statements: Sequence[Statement]) -> list[tuple[int, int, str]]:
    """Contents from the widest to the narrowest."""
    pieces = [(span.start, span.end, s.id) for s in statements for span in s.content.spans]
    return sorted(pieces, key=lambda piece: piece[0] - piece[1])


def _voice(voices: Sequence[tuple[int, int, str]], at: int) -> str:
    """The innermost statement around an offset."""
    return next((sid for start, end, sid in reversed(voices) if start <= at < end), NARRATOR)
