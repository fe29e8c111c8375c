"""Who and what took part, as entities. In: fillers and the arguments of events. Out: entities, each with the incidents it is of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from onrecord.record import Chain, Event, Filler, FillerRole, Mention, Record, Span
from onrecord.resolve.incidents.merging import Draft
from onrecord.resolve.incidents.sameness import family
from onrecord.resolve.incidents.vocabulary import DETERMINERS, SMALL_WORDS, VIOLENT
from onrecord.resolve.layout import Layout

_ORGANISED: Final = frozenset(("organisation", "nationality"))
_PEOPLE: Final = frozenset(("person", "nationality"))
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
UNKNOWN: Final = 0.0
"""The confidence of what rules found: none is known."""
LOOK_BACK: Final = 30
"""Participants, and words for each, that further words are compared with, the newest first."""
BESIDE: Final = 2
"""Sentences up to which words belong to an act that another sentence tells of."""


@dataclass(slots=True)
class Entity:
    """One participant, by all words that the report has for it.

    Attributes:
        role: As what it took part.
        fillers: The words, in the order of the text.
        chain: Its chain.
    """

    role: FillerRole
    fillers: list[Filler] = field(default_factory=list)
    chain: Chain | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Its words, each wording once, the surest first."""
        once: dict[str, Filler] = {}
        for filler in sorted(self.fillers, key=lambda f: (-f.confidence, f.span.start)):
            once.setdefault(wording(filler.span.text), filler)
        return tuple(filler.span for filler in once.values())

    @property
    def confidence(self) -> float:
        """The probability of its surest words."""
        return max(filler.confidence for filler in self.fillers)


def wording(text: str) -> str:
    """Words to compare: lower case, without article and punctuation."""
    words = [word.lower() for word in _WORD.findall(text)]
    while words and words[0] in DETERMINERS:
        del words[0]
    return " ".join(words)


@dataclass(frozen=True, slots=True)
class Chains:
    """Finds the chain of any words.

    Attributes:
        mentions: The mentions that have a chain, by their end.
        ends: Their ends.
        chains: Chains by id.
    """

    mentions: tuple[Mention, ...]
    ends: tuple[int, ...]
    chains: dict[str, Chain]

    @classmethod
    def of_record(cls, record: Record) -> Chains:
        """The chains of a record."""
        mentions = sorted((m for m in record.mentions if m.chain), key=lambda m: (m.span.end, -m.span.start))
        return cls(tuple(mentions), tuple(m.span.end for m in mentions), {chain.id: chain for chain in record.chains})

    def find(self, span: Span) -> Chain | None:
        """The chain of the mention that ends with these words, or with the longest one in them that does."""
        first, last = bisect_left(self.ends, span.end), bisect_right(self.ends, span.end)
        fitting = [m for m in self.mentions[first:last] if m.span.start < span.end]
        best = min(fitting, key=lambda m: abs(m.span.start - span.start), default=None)
        return self.chains.get(best.chain or "") if best else None


def from_arguments(event: Event, chains: Chains) -> list[Filler]:
    """The arguments of an event as fillers."""
    found = []
    for argument in event.arguments:
        chain = chains.chains.get(argument.chain or "")
        for span in argument.spans[:1]:
            role = _role(argument.role, chain or chains.find(span))
            if role is not None:
                found.append(Filler(span, role, UNKNOWN))
    return found


def _role(role: str | None, chain: Chain | None) -> FillerRole | None:
    kind = chain.kind if chain else None
    if role == "actor":
        return "perpetrator_organisation" if kind in _ORGANISED else "perpetrator_individual"
    if role == "victim" or (role in ("target", "recipient") and kind in _PEOPLE):
        return "victim"
    return {"target": "target", "recipient": "target", "instrument": "weapon"}.get(role or "")  # type: ignore[return-value]


def join(fillers: Iterable[Filler], chains: Chains) -> list[Entity]:
    """Joins the words for one participant: of one chain, one actor, or with the same words."""
    entities: list[Entity] = []
    by_key: dict[tuple[FillerRole, str], Entity] = {}
    for filler in sorted(fillers, key=lambda f: f.span.start):
        chain = chains.find(filler.span)
        words = wording(filler.span.text)
        keys = {(filler.role, words)} | {(filler.role, f"initials {short}") for short in initials(filler.span.text)}
        if chain is not None:
            keys |= {(filler.role, f"chain {chain.id}")} | (
                {(filler.role, f"actor {chain.actor}")} if chain.actor else set()
            )
        entity = next((by_key[key] for key in keys if key in by_key), None) or _fuller(filler.role, words, entities)
        if entity is None:
            entity = Entity(filler.role)
            entities.append(entity)
        entity.fillers.append(filler)
        entity.chain = entity.chain or chain
        by_key.update(dict.fromkeys(keys, entity))
    return entities


def is_violent(draft: Draft) -> bool:
    """Whether participants can be of an incident: of one that only they tell of, and of any violent one."""
    return not draft.tellings or any(family(event) in VIOLENT for event in draft.events)


def initials(text: str) -> tuple[str, ...]:
    """The acronym of a name, and of an acronym itself; none of what is described: "three farmers" and "two farmers" are others."""
    parts = [word for word in _WORD.findall(text) if word.lower() not in SMALL_WORDS | DETERMINERS]
    if len(parts) == 1 and parts[0].isupper():
        return (parts[0].lower(),)
    named = len(parts) > 1 and all(word[0].isupper() for word in parts)
    return ("".join(word[0] for word in parts).lower(),) if named else ()


def _fuller(role: FillerRole, words: str, entities: Sequence[Entity]) -> Entity | None:
    """The participant of a role whose words end with these, or are the end of them: "rebels" after "ten rebels"."""
    for entity in entities[: -LOOK_BACK - 1 : -1]:
        if entity.role == role:
            for filler in entity.fillers[-LOOK_BACK:]:
                other = wording(filler.span.text)
                if f" {words}".endswith(f" {other}") or f" {other}".endswith(f" {words}"):
                    return entity
    return None


def assign(entities: Sequence[Entity], drafts: Sequence[Draft], layout: Layout) -> list[list[Entity]]:
    """The participants of each incident: those whose words stand in a sentence that tells of it, or else near one."""
    acts = sorted(
        (event.trigger.start, event.trigger.end, k)
        for k, draft in enumerate(drafts)
        if is_violent(draft)
        for event in draft.events
        if event.trigger
    )
    told = {
        (span.start, span.end): k
        for k, draft in enumerate(drafts)
        for event in draft.events
        for argument in event.arguments
        for span in argument.spans
    }
    sentences = [layout.sentence(start) for start, _, _ in acts]
    found: list[list[Entity]] = [[] for _ in drafts]
    alone = next((k for k, draft in enumerate(drafts) if not draft.tellings), None)
    for entity in entities:
        for k in {_nearest(filler.span, acts, sentences, told, layout) for filler in entity.fillers}:
            if (to := alone if k is None else k) is not None:
                found[to].append(entity)
    return found


def _nearest(
    span: Span,
    acts: Sequence[tuple[int, int, int]],
    sentences: Sequence[int],
    told: dict[tuple[int, int], int],
    layout: Layout,
) -> int | None:
    """The incident whose act stands nearest to some words: in their sentence, else before, else behind them."""
    if (span.start, span.end) in told:
        return told[span.start, span.end]
    own = layout.sentence(span.start)
    first, last = bisect_left(sentences, own), bisect_right(sentences, own)
    if first < last:
        return min(acts[first:last], key=lambda act: max(act[0] - span.end, span.start - act[1]))[2]
    before = acts[first - 1] if first and own - sentences[first - 1] <= BESIDE else None
    behind = acts[last] if last < len(acts) and sentences[last] - own <= BESIDE else None
    act = before or behind or (acts[0] if acts else None)
    return act[2] if act else None
