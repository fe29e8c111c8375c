"""What a report gives away of where and when it is set: the states that it names, its own country, its day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.record import Document
from onrecord.reference.registry import Registry
from onrecord.resolve.layout import Layout

LEAST_SHARE = 0.6
"""Share of all names of states that the report's own country must have; beside it no second state can be meant."""
LONGEST = 4
"""Words of the longest name of a state: "Democratic Republic of Congo"."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Where and when a report is set.

    Attributes:
        countries: How often each state is named, by ISO code; its people, adjective and capital count, too.
        own: The country that the report is about, None if that cannot be told.
        day: The day of the report, as exactly as it is known; None without a date.
        by_sentence: The states that each sentence names.
    """

    countries: Mapping[str, int]
    own: str | None
    day: str | None
    by_sentence: Mapping[int, frozenset[str]]

    def own_in(self, sentence: int) -> str | None:
        """The report's own country, unless a sentence names other states only: "the army" may be theirs."""
        others = self.by_sentence.get(sentence, frozenset())
        return self.own if not others or self.own in others else None


def find_circumstances(layout: Layout, document: Document, registry: Registry) -> Circumstances:
    """Finds out where and when a report is set."""
    counts: Counter[str] = Counter()
    by_sentence: dict[int, set[str]] = defaultdict(set)
    taken = 0
    for index, word in enumerate(layout.words):
        if index < taken or not word.capital:
            continue
        for length in range(LONGEST, 0, -1):
            last = layout.words[min(index + length, len(layout.words)) - 1]
            state = registry.state_of(layout.text[word.start : last.end])
            if state is not None and not (last.text == "." and length > 1):
                counts[state] += 1
                by_sentence[layout.sentence(word.start)].add(state)
                taken = index + length
                break
    dateline = document.dateline
    written_in = _state_in(dateline.place, registry) if dateline and dateline.place else None
    day = document.published or (dateline.date if dateline else None)
    frozen = {number: frozenset(states) for number, states in by_sentence.items()}
    return Circumstances(counts, _own(counts, written_in), day[:10] if day else None, frozen)


def _own(counts: Counter[str], written_in: str | None) -> str | None:
    top = counts.most_common(1)
    if top and top[0][1] >= LEAST_SHARE * counts.total():
        return top[0][0]
    # A dateline counts only where the report goes on to speak of that state more than of any other.
    return written_in if top and written_in is not None and counts[written_in] == top[0][1] else None


def _state_in(place: str, registry: Registry) -> str | None:
    found = {state for part in (place, *place.split(",")) if (state := registry.state_of(part.strip())) is not None}
    return found.pop() if len(found) == 1 else None
