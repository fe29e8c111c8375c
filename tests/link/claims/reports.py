"""Small records for the tests: a text with its statements, quantities, events and places, found by their words."""

from __future__ import annotations

from onrecord.record import (
    Chain,
    Content,
    Cue,
    Document,
    Event,
    Mention,
    Place,
    Quantity,
    Record,
    Source,
    Span,
    Statement,
    TimeExpression,
    make_id,
)
from onrecord.record.vocabulary import Certainty, Modifier, Polarity, SourceType, SpeechAct


def span(text: str, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span.of(text, start, start + len(words))


class Report:
    """A report that is put together bit by bit."""

    def __init__(self, text: str, publisher: str = "The Post", published: str | None = "2031-05-04") -> None:
        self.text = text
        self.document = Document(make_id("doc", text, publisher), text, publisher=publisher, published=published)
        self.parts: dict[str, list[object]] = {
            name: [] for name in ("statements", "quantities", "events", "places", "mentions", "chains", "times")
        }

    def says(
        self,
        source: str,
        cue: str,
        content: str,
        *,
        act: SpeechAct = "state",
        polarity: Polarity = "positive",
        certainty: Certainty = "certain",
        kind: SourceType = "organisation",
        inside: str | None = None,
        actor: str | None = None,
    ) -> str:
        key = make_id("s", source, cue, content)
        chain = self.names(source, actor) if actor or source[:1].isupper() else None
        self.parts["statements"].append(
            Statement(
                key,
                "indirect",
                Source((span(self.text, source),), chain, source, kind),
                Cue((span(self.text, cue),)),
                Content((span(self.text, content),)),
                inside,
                act,
                certainty,
                polarity,
            )
        )
        return key

    def names(self, words: str, actor: str | None = None) -> str:
        key, mention = make_id("c", words), make_id("m", words)
        if all(chain.id != key for chain in self.parts["chains"]):  # type: ignore[attr-defined]
            self.parts["mentions"].append(Mention(mention, span(self.text, words), "organisation", "name", key))
            self.parts["chains"].append(Chain(key, "organisation", words, (mention,), actor))
        return key

    def counts(
        self,
        words: str,
        low: float | None,
        high: float | None,
        of: str = "killed",
        unit: str = "persons",
        modifier: Modifier = "exact",
    ) -> None:
        self.parts["quantities"].append(
            Quantity(make_id("q", words), span(self.text, words), low, high, modifier, unit, of)
        )

    def happens(
        self, trigger: str, type_: str = "air_strike", place: str | None = None, day: str | None = None
    ) -> None:
        at = self.lies(place) if place else None
        when = None
        if day:
            when = make_id("t", day)
            self.parts["times"].append(TimeExpression(when, None, "DATE", day, day, day, "day"))
        self.parts["events"].append(
            Event(make_id("e", trigger), span(self.text, trigger), type_, place=at, time=when, status="happened")
        )

    def lies(self, name: str, north: float | None = None, east: float | None = None) -> str:
        key, mention = make_id("p", name), make_id("m", "place", name)
        if all(place.id != key for place in self.parts["places"]):  # type: ignore[attr-defined]
            self.parts["mentions"].append(Mention(mention, span(self.text, name), "location", "name"))
            self.parts["places"].append(
                Place(key, mention, name, None, north, east, country="SY", precision="settlement", role="event")
            )
        return key

    def record(self) -> Record:
        return Record(self.document, **{name: tuple(part) for name, part in self.parts.items()})  # type: ignore[arg-type]
