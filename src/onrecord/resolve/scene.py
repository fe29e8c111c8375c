"""What is known while places are settled one by one: who owns which place, who spoke when, what stands in whose words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.record import Reading, Statement
from onrecord.resolve.drafts import Draft, Place
from onrecord.resolve.layout import Layout

BACK = 2
"""Sentences before its own in which a pronoun looks for its antecedent."""
SPEAKING = 2
"""Sentences, and paragraphs, by which a pronoun may follow the end of a statement to go on with its speaker."""

Fits = Callable[[Draft], bool]


@dataclass(slots=True)
class Scene:
    """The state of one report while its places are gone through in order.

    Attributes:
        layout: The report.
        drafts: Everybody found so far.
        owner: Whose place it is, for places that are settled.
        statements: Statements by id.
        order: Ids of the statements that stand within no other, in the order of the text.
        rank: Where each of these stands in the order.
        sources: The place of each statement's source.
        scores: Model scores by mention, then by earlier mention.
        nearby: Settled places by sentence.
        quoted: Pieces of content by sentence, as (start, end, statement id).
        holder: Whose mention it is, by mention.
        notes: What stayed open, and why.
    """

    layout: Layout
    drafts: list[Draft]
    owner: dict[Place, Draft]
    statements: Mapping[str, Statement]
    order: Sequence[str]
    rank: Mapping[str, int]
    sources: Mapping[str, Place]
    scores: Mapping[str, Mapping[str, float]]
    nearby: dict[int, list[Place]]
    quoted: Mapping[int, Sequence[tuple[int, int, str]]]
    holder: dict[str, Draft]
    notes: list[tuple[Place, str]] = field(default_factory=list)

    def settle(self, place: Place, draft: Draft, why: str) -> None:
        """Puts a place into a draft."""
        draft.add(place, why, self.layout)
        self.owner[place] = draft
        self.holder.update(dict.fromkeys(place.mentions, draft))
        self.nearby[self.layout.sentence(place.start)].append(place)

    def around(self, place: Place) -> Statement | None:
        """The innermost statement, other than its own, whose content a place stands in."""
        pieces = self.quoted.get(self.layout.sentence(place.start), ())
        holding = [
            (end - start, sid)
            for start, end, sid in pieces
            if start <= place.start < end and sid not in place.statements
        ]
        return self.statements[min(holding)[1]] if holding else None

    def source_of(self, statement: Statement | None) -> Draft | None:
        """Who makes a statement, if that is settled."""
        place = self.sources.get(statement.id) if statement else None
        return self.owner.get(place) if place else None

    def begins(self, place: Place) -> int:
        """Where the first statement of a source begins: with a quotation that goes before, or with the source itself."""
        return min([place.start, *(_anchor(self.statements[sid])[0] for sid in place.statements)])

    def said_by(self, place: Place, other: Place) -> bool:
        """Whether the other place stands in the very words whose speaker is looked for: who is spoken of there is not the speaker."""
        spans = (span for sid in place.statements for span in self.statements[sid].content.spans)
        return any(span.start <= other.start < span.end for span in spans)

    def near(self, place: Place, fits: Fits) -> list[Draft]:
        """Those who fit and are spoken of in this sentence, before the place, or in the few sentences before."""
        first, last = self.layout.sentence(self.begins(place)), self.layout.sentence(place.start)
        window = [p for n in range(first - BACK, last + 1) for p in self.nearby.get(n, ())]
        earlier = [p for p in window if p.start < place.start and not self.said_by(place, p)]
        owners = dict.fromkeys(self.owner[p] for p in sorted(earlier, key=lambda p: p.start))
        return [draft for draft in owners if fits(draft)]

    def speaker_before(self, place: Place, fits: Fits) -> Draft | None:
        """Who made the statement before, if it ended close by; statements of what cannot be meant (footage before "he") are passed over."""
        at = min((self.rank[sid] for sid in place.statements if sid in self.rank), default=0)
        for sid in reversed(self.order[:at]):
            source = self.sources.get(sid)
            if source is place:
                continue
            if not self._goes_on(sid, place):
                return None
            if source is None:
                continue
            draft = self.owner.get(source)
            if draft is None or fits(draft):
                return draft
            if draft.kind == "person" and not draft.plural and place.phrase.gender is None:
                return None
        return None

    def _goes_on(self, sid: str, place: Place) -> bool:
        statement = self.statements[sid]
        spans = (
            *statement.content.spans,
            *(statement.cue.spans if statement.cue else ()),
            *(statement.source.spans if statement.source else ()),
        )
        here, text = self.begins(place), self.layout
        last = min(max((span.end for span in spans), default=1), here + 1) - 1
        return (
            text.sentence(here) - text.sentence(last) <= SPEAKING
            and text.paragraph(here) - text.paragraph(last) <= SPEAKING
        )


def set_scene(
    reading: Reading, layout: Layout, places: Sequence[Place], drafts: Sequence[Draft], same: Mapping[str, str]
) -> Scene:
    """Sets the scene before the first description or pronoun is looked at: names are settled, everything else is open."""
    statements = {s.id: s for s in reading.statements}
    sources = {sid: place for place in places for sid in place.statements}
    sources |= {sid: sources[first] for sid, first in same.items() if first in sources}
    order = sorted((s.id for s in reading.statements if s.inside is None), key=lambda sid: _anchor(statements[sid]))
    quoted: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for s in reading.statements:
        for span in s.content.spans:
            for number in range(layout.sentence(span.start), layout.sentence(max(span.start, span.end - 1)) + 1):
                quoted[number].append((span.start, span.end, s.id))
    scores: dict[str, dict[str, float]] = defaultdict(dict)
    for link in reading.links:
        scores[link.mention][link.antecedent] = link.score
    owner = {place: draft for draft in drafts for place in draft.places}
    nearby: dict[int, list[Place]] = defaultdict(list)
    for place in owner:
        nearby[layout.sentence(place.start)].append(place)
    rank = {sid: i for i, sid in enumerate(order)}
    holder = {mention: draft for place, draft in owner.items() for mention in place.mentions}
    return Scene(layout, list(drafts), owner, statements, order, rank, sources, scores, nearby, quoted, holder)


def _anchor(statement: Statement) -> tuple[int, str]:
    spans = list(statement.content.spans)
    spans += statement.cue.spans if statement.cue else ()
    spans += statement.source.spans if statement.source else ()
    return min((span.start for span in spans), default=0), statement.id
