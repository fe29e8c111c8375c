"""What is described again: "a bridge … the bridge". After names, speakers and actors are settled, of which nothing is changed here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.record import Chain, Mention, Record, Span, make_id
from onrecord.record.vocabulary import MentionKind
from onrecord.resolve.layout import Layout, Word
from onrecord.resolve.phrases import singular
from onrecord.resolve.vocabulary import (
    CALENDAR,
    DETERMINERS,
    FUNCTION_WORDS,
    INDEFINITE,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)

LONGEST = 4
"""Words between an article and the end of its noun phrase."""
OFTEN = 2
"""How often nouns without an article have to stand in a report to be taken for one thing."""
_NOTHING = Word(0, 0, "", "", False)
_STOPS = (
    PREPOSITIONS | RELATIVES | FUNCTION_WORDS | DETERMINERS | PRONOUNS.keys() | INDEFINITE
    | frozenset("is are was were be been has have had do does did can could will would should may might must not to".split())
)  # fmt: skip
_ENDINGS = ("ed", "ly", "ing")


@dataclass(slots=True, eq=False)
class Thing:
    """A description or pronoun, and what is known of it.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        head: The noun in the singular, or the pronoun.
        modifiers: Words before the noun.
        definite: Whether it points back.
        plural: Whether several are meant.
        mention: The reader's mention, None if none was marked.
    """

    start: int
    end: int
    head: str
    modifiers: frozenset[str]
    definite: bool
    plural: bool
    mention: Mention | None = None


def chain_repeats(record: Record, layout: Layout) -> Record:
    """Chains what is described or pointed to more than once.

    Args:
        record: A record whose names, speakers and actors are settled.
        layout: The same report.

    Returns:
        The record with more chains, and with mentions for descriptions that nobody had marked.
    """
    groups = _groups(record, layout)
    return _written(record, layout, groups)


def _things(record: Record, layout: Layout) -> list[Thing]:
    """Descriptions in the order of the text: those that are marked and in no chain, and those with an article."""
    marked = {(m.span.start, m.span.end): m for m in record.mentions}
    # What ends in a name, or in another mention that is settled, is no description of its own.
    settled = {m.span.end for m in record.mentions if m.chain is not None or m.form == "name"}
    found: dict[tuple[int, int], Thing] = {}
    covered: set[int] = set()
    for words in layout.by_sentence():
        for first, last in _phrases(words):
            start, end = words[first].start, words[last - 1].end
            mention = marked.get((start, end))
            if end not in settled and (mention is None or mention.form == "nominal"):
                found[start, end] = _thing(words[first:last], mention)
                covered |= {word.start for word in words[first:last]}
    bare: dict[str, list[Thing]] = defaultdict(list)
    for words in layout.by_sentence():
        for first, last in _runs(words):
            key = (words[first].start, words[last - 1].end)
            free = covered.isdisjoint(word.start for word in words[first:last])
            if free and key not in marked and key[1] not in settled:
                thing = replace(_thing([_NOTHING, *words[first:last]], None), start=key[0], definite=True)
                bare[layout.text[slice(*key)].casefold()].append(thing)
    for again in bare.values():
        if len(again) >= OFTEN:
            found |= {(thing.start, thing.end): thing for thing in again}
    return [found[key] for key in sorted(found)]


def _runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Nouns without an article: after a preposition, or written like a name, up to the next little word or mark."""
    for first, word in enumerate(words):
        before = words[first - 1] if first else None
        if not _goes_on(word) or (before is not None and _goes_on(before)):
            continue
        last = first + 1
        while last < len(words) and _goes_on(words[last]):
            last += 1
        run = words[first:last]
        proper = all(w.capital for w in run) and before is not None
        after = before is not None and before.plain in PREPOSITIONS and before.plain != "to"
        if (proper or after) and last - first < LONGEST and not run[-1].plain.endswith(_ENDINGS):
            yield first, last


def _phrases(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Noun phrases that an article or possessive opens, up to the word before the next little word or mark."""
    for first, word in enumerate(words):
        if word.plain not in DETERMINERS and word.plain not in ("such", "each"):
            continue
        last = first + 1
        while last < len(words) and last - first <= LONGEST and _goes_on(words[last]):
            last += 1
        while last - first > 2 and words[last - 1].plain.endswith(_ENDINGS) and words[last - 1].text.islower():
            last -= 1
        if last > first + 1 and (last == len(words) or not _goes_on(words[last])):
            yield first, last


def _goes_on(word: Word) -> bool:
    return word.text[0].isalpha() and word.plain not in _STOPS and word.plain not in CALENDAR


def _thing(words: Sequence[Word], mention: Mention | None) -> Thing:
    head = singular(words[-1].plain)
    return Thing(
        words[0].start,
        words[-1].end,
        head,
        frozenset(w.plain for w in words[1:-1]),
        words[0].plain not in ("a", "an", "each", "such"),
        head != words[-1].plain,
        mention,
    )


def _groups(record: Record, layout: Layout) -> list[list[Thing]]:
    """Descriptions of one thing: the same noun, and nothing that tells them apart."""
    by_head: dict[tuple[str, bool], list[list[Thing]]] = defaultdict(list)
    for thing in _things(record, layout):
        if thing.mention is not None and thing.mention.chain is not None:
            continue
        same = by_head[thing.head, thing.plural]
        home = next((g for g in reversed(same) if thing.definite and _agree(thing, g, layout)), None)
        if home is None:
            same.append([thing])
        else:
            home.append(thing)
    return [group for found in by_head.values() for group in found if len(group) > 1]


def _agree(thing: Thing, group: Sequence[Thing], layout: Layout) -> bool:
    own = layout.text[thing.start : thing.end].split()[0].lower()
    known = frozenset().union(*(other.modifiers for other in group))
    if own in POSSESSIVES and not any(layout.text[o.start : o.end].split()[0].lower() == own for o in group):
        return False
    return thing.modifiers <= known


def _written(record: Record, layout: Layout, groups: Sequence[Sequence[Thing]]) -> Record:
    used = {m.id for m in record.mentions}
    made: list[Mention] = []
    chains: list[Chain] = []
    owner: dict[str, str] = {}
    for group in groups:
        mentions = [thing.mention or _mention(thing, layout) for thing in group]
        new = [m for thing, m in zip(group, mentions, strict=True) if thing.mention is None]
        if used & {m.id for m in new}:
            continue
        made += new
        used |= {m.id for m in new}
        cid = make_id("c", mentions[0].id)
        owner |= {m.id: cid for m in mentions}
        kind: MentionKind = next((thing.mention.kind for thing in group if thing.mention is not None), "other")
        why = [{"mention": m.id, "why": "the same description"} for m in mentions[1:]]
        chains.append(Chain(cid, kind, None, tuple(m.id for m in mentions), extra={"why": why}))
    ordered = sorted((*record.mentions, *made), key=lambda m: (m.span.start, -m.span.end))
    return replace(
        record,
        mentions=tuple(replace(m, chain=owner[m.id]) if m.id in owner else m for m in ordered),
        chains=(*record.chains, *chains),
    )


def _mention(thing: Thing, layout: Layout) -> Mention:
    span = Span.of(layout.text, thing.start, thing.end)
    return Mention(make_id("m", thing.start, thing.end), span, "other", "nominal")
