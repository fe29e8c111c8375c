"""What the network says of events: how far one happened, where, and who does what to whom. In: its vectors. Out: scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.read.encode import Units
from onrecord.read.labels import SCALES
from onrecord.read.pairs import Landmarks, PairScorer, SingleScorer, around, features, landmarks, text_vector
from onrecord.read.roles import NOBODY, Linker, Range
from onrecord.record.event import Event
from onrecord.record.mention import Mention
from onrecord.record.reading import Site
from onrecord.record.span import Span

Floats = NDArray[np.float32]

MOST_RATED: Final = 2
"""How many of `SCALES` have thousands of ratings; they come first."""

SITES: Final = frozenset(("location", "facility"))
"""Kinds of names at which something can happen."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the network says of the events of one text.

    Attributes:
        text: The text that was read.
        units: Its words.
        vectors: The network's output `events`, float32 (words, width).
    """

    text: str
    units: Units
    vectors: Floats

    def factuality(self, triggers: Sequence[Span], scorer: SingleScorer, scale: str | None = None) -> Floats:
        """How far each event happened, float32 (triggers,), from -3 (certainly not) to 3 (certainly).

        Args:
            triggers: The words that name the events.
            scorer: The head.
            scale: Whose scale, one of `labels.SCALES`; the mean of the two that were rated most if it is none of them.
        """
        if not triggers:
            return np.zeros(0, np.float32)
        scores = scorer.scores(around(self.vectors, np.array([self.words(span) for span in triggers])))
        asked = [SCALES.index(scale)] if scale in SCALES else range(MOST_RATED)
        result: Floats = scores[:, list(asked)].mean(1).clip(-3, 3)
        return result

    def rated(self, events: Sequence[Event], scorer: SingleScorer) -> tuple[Event, ...]:
        """Events with how far they happened, as the network has it, in `extra["factuality"]`; the rules decide their status."""
        known = [event for event in events if event.trigger]
        scores = self.factuality([event.trigger for event in known if event.trigger], scorer).tolist()
        rated = {e.id: replace(e, extra={**e.extra, "factuality": round(score, 2)}) for e, score in zip(known, scores, strict=True)}  # fmt: skip
        return tuple(rated.get(event.id, event) for event in events)

    def sites(self, events: Sequence[Event], mentions: Sequence[Mention], scorer: PairScorer) -> tuple[Site, ...]:
        """Where each event may have happened: at one of the places named in its sentence, or at none of them."""
        marks = landmarks(self.units, self.text)
        known = [(m.id, self.words(m.span)) for m in mentions if m.kind in SITES and m.form == "name"]
        sentence = [int(marks.stops[first]) for _, (first, _) in known]
        found = []
        for event in events:
            if event.trigger is None:
                continue
            trigger = self.words(event.trigger)
            here = [place for place, number in zip(known, sentence, strict=True) if number == marks.stops[trigger[0]]]
            if here:
                chances = self._places(trigger, [words for _, words in here], scorer, marks).tolist()
                names = (None, *(mention for mention, _ in here))
                found += [Site(event.id, name, round(chance, 4)) for name, chance in zip(names, chances, strict=True)]
        return tuple(found)

    def _places(self, trigger: Range, candidates: Sequence[Range], scorer: PairScorer, marks: Landmarks) -> Floats:
        """Probability of none of the candidates, and of each: float32 (candidates + 1,)."""
        options = [NOBODY, *candidates]
        one, other = np.array([trigger] * len(options)), np.array(options)
        return _softmax(Linker(self.vectors, marks).score(scorer, one, other, list(candidates)))

    def roots(self, actor: Span, recipient: Span, pair: PairScorer, whole: SingleScorer) -> Floats:
        """Probability of each of `labels.ROOTS` between the one who acts and the one who is acted upon, float32 (roots,)."""
        one, other = np.array([self.words(actor)]), np.array([self.words(recipient)])
        told = features(one, other, np.zeros(len(self.units) + 1, np.int64), landmarks(self.units, self.text))
        scores = pair.scores(self.vectors, one, other, told)[0] + whole.scores(text_vector(self.vectors))[0]
        return _softmax(scores)

    def sub_events(self, scorer: SingleScorer) -> Floats:
        """Probability of each of `labels.SUB_EVENTS` for the text as a whole, float32 (types,)."""
        return _softmax(scorer.scores(text_vector(self.vectors))[0])

    def words(self, span: Span) -> Range:
        """Words that a span touches."""
        first = int(np.searchsorted(self.units.ends, span.start, side="right"))
        first = min(first, max(len(self.units) - 1, 0))
        return first, max(int(np.searchsorted(self.units.starts, span.end)), first + 1)


def _softmax(scores: Floats) -> Floats:
    exp = np.exp(scores - scores.max())
    result: Floats = exp / exp.sum()
    return result
