"""What kind of violence it was, by the weapons named beside a word that does not say it. In: a trigger. Out: a type of the ontology."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from onrecord.read.events.lexicon import Kind, lexicon
from onrecord.read.events.sentences import Sentences
from onrecord.read.events.triggers import Trigger

NEAR: Final = 28
"""Words within which a weapon tells the kind of an act."""
BACK: Final = 3
"""Sentences within which "the attack" points back."""
ANOTHER: Final = frozenset(("while", "but", ";"))
"""Words behind which something else is told."""
EXPLOSIVE: Final = frozenset("air_strike shelling remote_explosive suicide_bomb chemical_weapon grenade".split())
POINTING: Final = frozenset("the this that these those his its their both latest such".split())
FORCES: Final = frozenset("forces troops soldiers army military units".split())
NOT_STATE: Final = "NOT_STATE"
OF_STATE: Final = "OF_STATE"
"""Classes of the lexicon that tell on which side somebody stands who takes a place."""


class Kinds:
    """Tells kinds, remembering what the report told before."""

    def __init__(self, s: Sentences, triggers: Sequence[Trigger]) -> None:
        self.s = s
        self.seen: dict[int, list[tuple[int, Kind]]] = {}
        self.last: tuple[int, str] | None = None
        self.blast: tuple[int, str] | None = None
        fixed = Counter(t.act.type for t in triggers if not t.act.open and t.act.type in EXPLOSIVE)
        fights = sum(t.act.type == "armed_clash" and not t.act.open for t in triggers)
        usual = fixed.most_common(1)
        self.usual = (
            usual[0][0]
            if usual and usual[0][1] > 1 and usual[0][1] >= 0.7 * sum(fixed.values()) + 0.5 * fights
            else None
        )

    def type_of(self, t: Trigger) -> str | None:
        """The type of a trigger, in the order of the text."""
        if not t.conflict:
            return None
        found = self._type_of(t)
        if found in EXPLOSIVE:
            self.blast = (t.sentence, found)
        if found in EXPLOSIVE or (found in ("armed_clash", "attack") and t.act.part == "act"):
            self.last = (t.sentence, found)
        return found

    def _type_of(self, t: Trigger) -> str | None:
        kind = t.act.type
        if kind == "territory_changes_hands":
            return self._who_takes(t)
        if kind == "protest_unspecified":
            return self._demonstration(t)
        evidence = self._evidence(t)
        if (
            kind in ("air_strike", "remote_explosive", "shelling")
            and not t.act.open
            and evidence in ("suicide_bomb", "chemical_weapon")
        ):
            return evidence if evidence == "suicide_bomb" and kind == "remote_explosive" else kind
        if not t.act.open:
            return kind
        if evidence is not None:
            return evidence
        if kind == "remote_explosive" and t.first and self.s.low[t.first - 1] in FLYING:
            return "air_strike"
        for earlier in (self.blast, None if kind in EXPLOSIVE else self.last):
            if earlier is not None and t.sentence - earlier[0] <= BACK and self._points_back(t):
                return earlier[1]
        if self.usual is not None and kind in ("armed_clash", "unspecified_violence", "attack"):
            return self.usual
        if kind in ("armed_clash", "unspecified_violence"):
            return self._by_target(t, kind)
        return kind

    def _demonstration(self, t: Trigger) -> str:
        """Whether a protest was peaceful, by what its sentence tells of both sides."""
        words = set(self.s.low[slice(*self.s.bounds[t.sentence])])
        for kind, side, telling in lexicon().demonstrations:
            if words & telling and (side is None or any(lexicon().classes[side].has(low) for low in words)):
                return kind
        return "peaceful_protest"

    def _points_back(self, t: Trigger) -> bool:
        """Whether it may be of the attack told before: the harm that was done, unless somebody else does it, and "the attack"."""
        low = self.s.low
        if t.act.part == "harm":
            doer = t.subject if t.verb and not t.passive else None
            return doer is None or not any(low[k] in GUNMEN for k in range(*doer))
        return not t.verb and any(low[k] in POINTING for k in range(max(0, t.first - 3), t.first))

    def _by_target(self, t: Trigger, kind: str) -> str:
        """An attack on civilians by people is no clash."""
        target = t.object or ()
        words = {self.s.low[k] for k in range(*target)} if target else set()
        start, end = self.s.bounds[t.sentence]
        after = {self.s.low[k] for k in range(t.end, min(end, t.end + 6))} if not t.verb else words
        if after & CIVILIAN:
            return "attack"
        sentence = self.s.low[start:end]
        by_gunmen = any(low in GUNMEN for low in sentence) or ("armed" in sentence and "men" in sentence)
        fought = any(low in FORCES or low in ("rebels", "fighters", "police") for low in sentence)
        return "attack" if by_gunmen and not fought else kind

    def _evidence(self, t: Trigger) -> str | None:
        aircraft = lexicon().classes["AIRCRAFT"]
        by_air = t.subject is not None and any(aircraft.has(self.s.low[k]) for k in range(*t.subject))
        best: tuple[bool, int, str] | None = None
        for k, kind in self._kinds_in(t.sentence):
            distance = t.first - k if k < t.first else k - t.end + 2
            if t.act.type == "air_strike" and kind.type == "remote_explosive":
                continue
            if t.act.part != "act" and kind.type == "remote_explosive" and distance > 15:
                continue
            if distance > NEAR or any(self.s.low[j] in ANOTHER for j in range(min(k, t.first), max(k, t.first))):
                continue
            key = (not kind.first, abs(distance), kind.type)
            best = min(best, key) if best else key
        return "air_strike" if by_air and (best is None or best[0]) else best[2] if best else None

    def _kinds_in(self, sentence: int) -> list[tuple[int, Kind]]:
        if sentence not in self.seen:
            self.seen[sentence] = list(_kinds(self.s, *self.s.bounds[sentence]))
        return self.seen[sentence]

    def _who_takes(self, t: Trigger) -> str:
        """Whether a state takes it, or somebody else; what stays open is for who knows the actors."""
        low = self.s.low
        start, end = self.s.bounds[t.sentence]
        if low[t.head].startswith(("los", "fall", "fell")):
            taker = _after(low, t.end - 1, end, ("to", "of"))
        elif t.passive or not t.verb:
            taker = _after(low, t.end, end, ("by",))
            if taker is None and not t.verb:
                taker = (max(start, t.first - 4), t.first)
        else:
            taker = t.subject
        sides = [side for k in range(*taker) if (side := self._side(k))] if taker else []
        if sides:
            return "non_state_actor_overtakes_territory" if NOT_STATE in sides else "government_regains_territory"
        loser = _after(low, t.end - 1, end, ("from", "against"))
        if loser and any(self._side(k) == NOT_STATE for k in range(loser[0], min(loser[1], loser[0] + 5))):
            return (
                "government_regains_territory"
                if taker and any(low[k] in FORCES for k in range(*taker))
                else "territory_changes_hands"
            )
        return "territory_changes_hands"

    def _side(self, k: int) -> str | None:
        low = self.s.low[k]
        if lexicon().classes["NOT_STATE"].has(low):
            return NOT_STATE
        state = lexicon().classes["OF_STATE"].has(low) or (low in FORCES and self.s.names.get(k - 1) == "nationality")
        return OF_STATE if state else None


FLYING: Final = frozenset(
    "regime government army coalition russian american israeli saudi turkish us allied nato air".split()
)
"""Words right before "bombing" for those who bomb from the air."""
GUNMEN: Final = frozenset("gunmen gunman bandits assailants assailant attackers herdsmen herders".split())
CIVILIAN: Final = frozenset(
    "civilian civilians villagers worshippers worshipers shoppers passengers students schoolchildren children women journalists market church mosque school hospital hotel "
    "restaurant cafe nightclub bus tourists pilgrims farmers residents refugees synagogue temple mall".split()
)


def _after(low: Sequence[str], i: int, end: int, words: tuple[str, ...]) -> tuple[int, int] | None:
    at = next((k for k in range(i, min(end, i + 14)) if low[k] in words), None)
    return (at + 1, min(end, at + 9)) if at is not None else None


def _kinds(s: Sentences, start: int, end: int) -> list[tuple[int, Kind]]:
    """The words of a sentence that tell a kind; a phrase goes before the words in it."""
    found = []
    i = start
    while i < end:
        alone, longer = _kinds_of(s.low[i])
        kind, length = alone, 1
        for other, words in longer:
            if i + len(words) <= end and all(map(_same, s.low[i + 1 : i + len(words)], words[1:])):
                kind, length = other, len(words)
                break
        if kind is not None:
            found.append((i, kind))
        i += length
    return found


@lru_cache(50_000)
def _kinds_of(low: str) -> tuple[Kind | None, tuple[tuple[Kind, tuple[str, ...]], ...]]:
    """The kind that a word tells alone, and the phrases that it begins."""
    known = lexicon().kinds
    longer = tuple((kind, words) for kind in known for words in kind.phrases if _same(low, words[0]))
    return next((kind for kind in known if kind.words.has(low)), None), longer


def _same(low: str, word: str) -> bool:
    return low.startswith(word[:-1]) if word.endswith("*") else low == word
