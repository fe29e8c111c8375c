"""Chains while they are being built: the places where somebody is meant, and what is known of them so far."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from onrecord.record import Role, Span
from onrecord.record.vocabulary import MentionKind
from onrecord.resolve.layout import Layout
from onrecord.resolve.parsing import parse
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.vocabulary import (
    DEMONYMS,
    DOMAINS,
    FORMER,
    GROUP_NOUNS,
    ORGANISATION_WORDS,
    PRONOUNS,
    ROLE_FAMILIES,
)


@dataclass(slots=True, eq=False)
class Place:
    """One place in the text where somebody is named, described or pointed to.

    Attributes:
        phrase: The words taken apart.
        mentions: Ids of the mentions with this head.
        statements: Ids of the statements that this is the source of.
        found: Whether the reader marked it, or a source stands here; otherwise it only lends its name.
        unnamed: Whether the source is one of the unnamed types, so that its name names nobody in particular.
    """

    phrase: Phrase
    mentions: list[str] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)
    found: bool = True
    unnamed: bool = False

    @property
    def start(self) -> int:
        """Where the head begins."""
        return self.phrase.head[0]


@dataclass(slots=True, eq=False)
class Draft:
    """Somebody, or something, with every place found so far."""

    places: list[Place] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    described: list[Phrase] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    gender: str | None = None
    kinds: Counter[MentionKind] = field(default_factory=Counter)
    kind: MentionKind | None = None
    """The kind that most places show; None if none does."""
    plural: bool = False
    why: list[tuple[Place, str]] = field(default_factory=list)

    def add(self, place: Place, why: str, layout: Layout) -> None:
        """Takes a place in, and learns from it."""
        phrase = place.phrase
        at = bisect_left(self.starts, place.start)
        self.places.insert(at, place)
        self.starts.insert(at, place.start)
        self.why.append((place, why))
        if phrase.kind is not None and (phrase.form != "pronoun" or not self.kinds):
            self.kinds[phrase.kind] += 1
            self.kind = self.kinds.most_common(1)[0][0]
        self.gender = self.gender or phrase.gender
        if phrase.form == "name" and phrase.words not in self.names:
            self.names.append(phrase.words)
        if phrase.form == "nominal":
            self.described.append(phrase)
        self.plural = self.plural or (
            phrase.plural and phrase.form != "pronoun" and all(len(n) == 1 for n in self.names)
        )
        for role in phrase.roles:
            self.learn(role, layout)

    def learn(self, role: Role, layout: Layout) -> None:
        """Takes a role in: "a top commander" lets "the commander" point here."""
        if role.span is None or any(role.text.lower() == old.text.lower() for old in self.roles):
            return
        # Cut anew, for a line break may stand where the words were put together with a blank.
        start, end = role.span.start, role.span.end
        self.roles.append(Role(text := layout.text[start:end], Span(start, end, text)))
        read = parse(layout, role.span.start, role.span.end)
        if read is not None and read.form == "nominal":
            self.described.append(read)
            self.gender = self.gender or read.gender

    def before(self, offset: int) -> Place | None:
        """The last place before an offset."""
        at = bisect_left(self.starts, offset)
        return self.places[at - 1] if at else None


NONE: frozenset[int] = frozenset()
FAMILIES_OF = {
    noun: frozenset(k for k, family in enumerate(ROLE_FAMILIES) if noun in family)
    for noun in {noun for family in ROLE_FAMILIES for noun in family}
}
"""For each noun the numbers of the families that it belongs to."""


def same_noun(one: str, other: str) -> bool:
    """Whether two nouns can be said of one person: "spokesman" and "spokesperson"."""
    if one == other:
        return True
    return one in FAMILIES_OF and not FAMILIES_OF[one].isdisjoint(FAMILIES_OF.get(other, NONE))


def fits_description(draft: Draft, phrase: Phrase) -> bool:
    """Whether a description can be of somebody: same noun or a fellow of it, same number, nothing that contradicts."""
    if draft.gender and phrase.gender and draft.gender != phrase.gender:
        return False
    for known in draft.described:
        if known.plural == phrase.plural and same_noun(known.noun, phrase.noun) and _agrees(draft, phrase, known):
            return True
    if draft.kind == "person" or phrase.plural or phrase.kind == "person":
        return False
    return bool(draft.names) and _sort_of_organisation(draft, phrase)


_TELLING = (DOMAINS, FORMER, frozenset(DEMONYMS))
"""Words before a noun by which one is told from another."""


def _agrees(draft: Draft, phrase: Phrase, known: Phrase) -> bool:
    """Whether nothing that is said beside the noun contradicts."""
    for words in _TELLING:
        mine, theirs = phrase.modifiers & words, known.modifiers & words
        if (mine and theirs and not mine & theirs) or (words is FORMER and mine != theirs):
            return False
    own = {part for name in draft.names for part in name}
    rest = phrase.names - known.names - own - {DEMONYMS.get(word, word) for word in known.modifiers}
    return not rest


def _sort_of_organisation(draft: Draft, phrase: Phrase) -> bool:
    """Whether an organisation's name says that it is one of these: a ministry, an agency, a monitor."""
    own = {part for name in draft.names for part in name}
    if phrase.names - own:
        return False
    sorts = {
        sort
        for part in own
        for sort in (part, *ORGANISATION_WORDS.get(part, ()), *ORGANISATION_WORDS.get(part.removesuffix("s"), ()))
    }
    if phrase.noun not in sorts:
        return (
            phrase.noun in GROUP_NOUNS
            and draft.kind == "organisation"
            and not sorts & {"ministry", "department", "newspaper"}
            and not phrase.modifiers
        )
    needs = phrase.modifiers & {"monitoring", "rights", "war"}
    return not (phrase.noun in GROUP_NOUNS and needs) or "monitor" in sorts or bool(needs & own)


_AGENTS = ("er", "or", "ist", "ian", "ee", "man", "woman")
"""Endings of nouns for people, for those that no list holds: "questioner"."""


def _may_be_person(draft: Draft) -> bool:
    """Whether somebody of no known kind can be one person: a name of two words or one that speaks, a noun made for people."""
    if draft.names:
        return speaks(draft) or any(len(name) > 1 for name in draft.names)
    return any(known.noun.endswith(_AGENTS) for known in draft.described)


def speaks(draft: Draft) -> bool:
    """Whether somebody is the source of any statement."""
    return any(place.statements for place in draft.places)


def fits_pronoun(draft: Draft, phrase: Phrase) -> bool:
    """Whether a pronoun can stand for somebody: kind, number and gender."""
    sort, gender = PRONOUNS.get(phrase.noun, ("unknown", None))
    if sort == "person":
        if draft.kind is None and not _may_be_person(draft):
            return False
        return draft.kind in ("person", None) and not draft.plural and (gender == draft.gender or draft.gender is None)
    if sort == "thing":
        return draft.kind != "person" and not draft.plural
    if sort == "several":
        return draft.plural or (draft.kind in ("organisation", "nationality", "location") and not _state_body(draft))
    return False


def _state_body(draft: Draft) -> bool:
    return any("ministry" in name for name in draft.names)
