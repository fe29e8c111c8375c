"""Who, where, when and by whom, asked by offset. In: a record. Out: the mention, place, time and voice around some words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.record import Mention, Record, Statement
from onrecord.record.vocabulary import Certainty, Polarity
from onrecord.resolve.states.cues import NEGATED, POSSIBLE, PROBABLE, UNSPECIFIED

NARRATOR: Final = "narrator"
_SENTENCE: Final = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n+")
_ACTORS: Final = frozenset(("organisation", "nationality", "person", "location", "other"))
_OF_PLACE: Final = re.compile(
    r"\b(?:in|of|near|around|from|to|at|along|into|inside|across|on|over|outside|towards?)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_RESUMED: Final = frozenset("it itself there this that what which who i you he she".split())
"""Pronouns that as a rule are no party."""
WIDE: Final = frozenset(("country", "region", "natural_feature", "none"))


@dataclass(frozen=True, slots=True)
class Setting:
    """A record, its parts in the order of the text.

    Attributes:
        text: The text, what is removed blanked out.
        plain: The same in small letters, as far as that leaves every offset as it is.
        actors: Mentions that can hold a state.
        places: Start, end, id and precision of each place.
        times: Start and id of each date.
        voices: Start, end and statement of each content, the widest first.
        ends: Where sentences end.
    """

    text: str
    plain: str
    actors: Sequence[Mention]
    places: Sequence[tuple[int, int, str, str | None]]
    times: Sequence[tuple[int, str]]
    voices: Sequence[tuple[int, int, Statement]]
    ends: Sequence[int]

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence around an offset begins and ends."""
        k = bisect_right(self.ends, at)
        return (self.ends[k - 1] if k else 0), (self.ends[k] if k < len(self.ends) else len(self.text))

    def before(self, at: int, floor: int) -> Iterator[Mention]:
        """Actors that end before an offset, the nearest first, those within a phrase of place left out."""
        k = bisect_left([m.span.start for m in self.actors], at)
        for mention in reversed(self.actors[:k]):
            if mention.span.start < floor:
                return
            if mention.span.end <= at + 1 and not self.is_place(mention):
                yield mention

    def behind(self, at: int, ceiling: int) -> Iterator[Mention]:
        """Actors that begin behind an offset, the nearest and longest first."""
        k = bisect_left([m.span.start for m in self.actors], at)
        for mention in self.actors[k:]:
            if mention.span.start >= ceiling:
                return
            yield mention

    def beside(self, at: int, floor: int) -> Mention | None:
        """The longest actor that ends right before an offset."""
        return next((m for m in self.actors if at - 2 <= m.span.end <= at + 1 and m.span.start >= floor), None)

    def is_place(self, mention: Mention) -> bool:
        """Whether a mention says where rather than who: "in Hajin"."""
        known = any(start < mention.span.end and mention.span.start < end for start, end, _, _ in self.places)
        head = self.text[max(0, mention.span.start - 40) : mention.span.start]
        return (known or mention.kind == "location") and _OF_PLACE.search(head) is not None

    def place(self, start: int, end: int, last: bool = False) -> str | None:
        """The place named between two offsets: the first, or the last; a town rather than the country beside it."""
        inside = [(pid, precision) for at, stop, pid, precision in self.places if start <= at and stop <= end]
        if last:
            inside.reverse()
        return next((pid for pid, precision in inside if precision not in WIDE), inside[0][0] if inside else None)

    def span_of(self, place: str) -> tuple[int, int]:
        """Where a place is named."""
        return next((start, end) for start, end, pid, _ in self.places if pid == place)

    def time(self, start: int, end: int) -> str | None:
        """The first date told between two offsets."""
        return next((tid for at, tid in self.times if start <= at < end), None)

    def voice(self, at: int) -> Statement | None:
        """The innermost statement around an offset, None for the narrator."""
        return next((s for start, end, s in reversed(self.voices) if start <= at < end), None)

    def mode(self, start: int, end: int, alone: bool = False) -> tuple[Certainty, Polarity]:
        """How sure a state is, and whether it holds, by the words before and in it; else as surely as its statement.

        Args:
            start: Where its words begin.
            end: Where the words that tell it end.
            alone: Look at nothing before: what is only named ("if the 2,000 troops leave") is taken for granted.
        """
        begin, _ = self.sentence(start)
        said = self.voice(start)
        if said is not None:
            begin = max([begin, *(span.start for span in said.content.spans if span.start <= start)])
        clause = self.text[start if alone else max(begin, start - 60) : end]
        clause = re.split(r"[,;:]\s|\b(?:but|and|that|because|while)\b", clause)[-1]
        polarity: Polarity = "negative" if NEGATED.search(clause) else "positive"
        certainty: Certainty = said.certainty if said is not None and said.certainty else "certain"
        for word, level in ((UNSPECIFIED, "unspecified"), (PROBABLE, "probable"), (POSSIBLE, "possible")):
            if word.search(clause):
                certainty = level  # type: ignore[assignment]
        return certainty, polarity


def set_out(record: Record) -> Setting:
    """The setting of a record."""
    text = record.document.reading_text()
    spans = {m.id: m.span for m in record.mentions}
    places = [
        (spans[p.mention].start, spans[p.mention].end, p.id, p.precision) for p in record.places if p.mention in spans
    ]
    actors = [m for m in record.mentions if m.kind in _ACTORS and m.span.text.lower() not in _RESUMED]
    voices = [(piece.start, piece.end, s) for s in record.statements for piece in s.content.spans]
    small = text.lower()
    return Setting(
        text,
        small if len(small) == len(text) else text,
        sorted(actors, key=lambda m: (m.span.start, -m.span.end)),
        sorted(places, key=lambda place: place[:2]),
        sorted((t.span.start, t.id) for t in record.times if t.span is not None and t.type == "DATE"),
        sorted(voices, key=lambda voice: voice[0] - voice[1]),
        [m.end() for m in _SENTENCE.finditer(text)],
    )
