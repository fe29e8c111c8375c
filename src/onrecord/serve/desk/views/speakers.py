"""Speakers: what one public body, or the holder of one office, said over time. Private persons have no page here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Final

from starlette.responses import Response

from onrecord.errors import FilterError, NotInLedger
from onrecord.ledger import Ledger
from onrecord.ledger.browsing.speakers import StanceTaken, StatementListed
from onrecord.record import Filter
from onrecord.reference.registry import load_registry
from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.desk import Desk
from onrecord.serve.desk.facets import Facet, facets_of
from onrecord.serve.desk.shown import plain
from onrecord.serve.desk.voices import REASONS, Voice, dated_actors, names_to_check, voices_of

__all__ = ["ClaimOfSpeaker", "SpeakerListed", "SpeakerPage", "SpeakersPage", "speaker", "speakers"]

_ORDERS: Final = (("statements", "most statements first"), ("name", "by name"))


@dataclass(frozen=True, slots=True)
class SpeakerListed:
    """A speaker in the list.

    Attributes:
        id: Its id.
        name: What it is called.
        kind: What it is.
        statements: How many statements it has.
        reports: In how many reports.
        asserted: How many claims it asserts.
        denied: How many it denies.
        contested: How many of these are contested.
    """

    id: str
    name: str
    kind: str
    statements: int
    reports: int
    asserted: int
    denied: int
    contested: int


@dataclass(frozen=True, slots=True)
class SpeakersPage:
    """What the list shows.

    Attributes:
        rows: The speakers of this page.
        total: How many there are.
        statements: How many statements are theirs.
        left_out: Why other statements are nobody's here, with how many these are.
        facets: What the speakers divide into.
        order: The order that they are in.
        orders: The orders that there are.
    """

    rows: Sequence[SpeakerListed]
    total: int
    statements: int
    left_out: Sequence[tuple[str, int]]
    facets: Sequence[Facet]
    order: str
    orders: Sequence[tuple[str, str]] = _ORDERS


@dataclass(frozen=True, slots=True)
class ClaimOfSpeaker:
    """A claim that a speaker takes a stance on.

    Attributes:
        id: Its id.
        proposition: What is claimed.
        status: What all stances on it come to.
        stances: What the speaker does: asserts, denies, …
        statements: The statements by which it does so.
        turned: Whether the speaker both asserts and denies it, or gave another figure later.
    """

    id: str
    proposition: str | None
    status: str | None
    stances: Sequence[str]
    statements: Sequence[str]
    turned: bool


@dataclass(frozen=True, slots=True)
class SpeakerPage:
    """What the page of one speaker shows.

    Attributes:
        voice: The speaker.
        names: How reports name it, with how many statements.
        statements: Its statements of this page, the newest first.
        total: How many there are.
        reports: In how many reports.
        claims: Claims on which it contradicted itself or is contradicted.
        claims_in_all: On how many claims it takes a stance.
    """

    voice: Voice
    names: Sequence[tuple[str, int]]
    statements: Sequence[StatementListed]
    total: int
    reports: int
    claims: Sequence[ClaimOfSpeaker]
    claims_in_all: int


class _Heard:
    """Who speaks within a filter, and whose voices these are."""

    def __init__(self, ledger: Ledger, within: Filter) -> None:
        registry = load_registry()
        self._ledger, self._within = ledger, within
        self._dated = dated_actors(registry)
        self.counts = ledger.count_said(within, self._dated)
        saids = [said for said, _ in self.counts]
        check = names_to_check(saids)
        self.voices = voices_of(registry, saids, ledger.people_among(check), ledger.reports_with(check))

    def named(self, voices: Iterable[Voice]) -> list[str]:
        """The names that reports have for some voices."""
        wanted = set(voices)
        return sorted({said.speaker for said, voice in self.voices.items() if voice in wanted and said.speaker})

    def statements(self, names: Sequence[str]) -> Mapping[Voice, list[tuple[str, str]]]:
        """The statements of each voice under some names, the newest first, each with its report."""
        found: dict[Voice, list[tuple[str, str]]] = defaultdict(list)
        for one in self._ledger.said_by(self._within, names, self._dated):
            if isinstance(voice := self.voices.get(one.said), Voice):
                found[voice].append((one.id, one.report))
        return found

    def stances(self, names: Sequence[str]) -> Mapping[Voice, list[StanceTaken]]:
        """The stances of each voice under some names."""
        found: dict[Voice, list[StanceTaken]] = defaultdict(list)
        for one in self._ledger.stances_of(self._within, names, self._dated):
            if isinstance(voice := self.voices.get(one.said), Voice):
                found[voice].append(one)
        return found


def speakers(desk: Desk, asked: Asked) -> Response:
    """Shows the list."""
    heard = _Heard(desk.ledger, asked.filter)
    order, kind = asked.options.get("sort", _ORDERS[0][0]), asked.options.get("what")
    if order not in dict(_ORDERS):
        raise FilterError(f"sort: {order!r} is none; there are {', '.join(dict(_ORDERS))}")
    counts, left_out = Counter[Voice](), Counter[str]()
    for said, number in heard.counts:
        voice = heard.voices[said]
        if isinstance(voice, Voice):
            counts[voice] += number
        else:
            left_out[voice] += number
    kinds = Counter(voice.kind for voice in counts)
    shown = [voice for voice in counts if kind in (None, voice.kind)]
    shown.sort(key=lambda voice: (-counts[voice] if order == "statements" else 0, voice.name.casefold(), voice.id))
    some = shown[asked.start : asked.start + asked.size]
    names = heard.named(some)
    statements, stances = heard.statements(names), heard.stances(names)
    rows = [_listed(voice, counts[voice], statements.get(voice, ()), stances.get(voice, ())) for voice in some]
    facets = facets_of(asked, {"what": kinds.most_common()}, (("what", "What it is", plain),))
    left = tuple((REASONS[reason], number) for reason, number in left_out.most_common())
    page = SpeakersPage(rows, len(shown), sum(counts.values()), left, facets, order)
    return desk.listing(asked, "speakers.html", page, [asdict(row) for row in rows], len(shown))


def speaker(desk: Desk, asked: Asked) -> Response:
    """Shows one speaker.

    Raises:
        NotInLedger: Nobody of this id speaks within the filter; private persons have none.
    """
    id_ = asked.parts["id"]
    heard = _Heard(desk.ledger, asked.filter)
    voice = next((voice for voice in heard.voices.values() if isinstance(voice, Voice) and voice.id == id_), None)
    if voice is None:
        raise NotInLedger(
            f"{id_}: no public body or office of this id speaks here{' within this filter' if asked.filter else ''}; "
            "private persons have no page"
        )
    names = heard.named([voice])
    said = heard.statements(names).get(voice, [])
    claims = _claims(heard.stances(names).get(voice, ()))
    some = desk.ledger.show_statements([id_ for id_, _ in said[asked.start : asked.start + asked.size]])
    named = Counter[str]()
    for one, number in heard.counts:
        if heard.voices[one] == voice:
            named[one.speaker or ""] += number
    page = SpeakerPage(
        voice, named.most_common(), some, len(said), len({report for _, report in said}),
        [claim for claim in claims if claim.turned or claim.status in ("contested", "denied_only")], len(claims),
    )  # fmt: skip
    return desk.listing(asked, "speaker.html", page, [asdict(one) for one in some], len(said))


def _listed(
    voice: Voice, count: int, said: Sequence[tuple[str, str]], stances: Sequence[StanceTaken]
) -> SpeakerListed:  # fmt: skip
    asserted = {one.claim for one in stances if one.stance == "asserts"}
    denied = {one.claim for one in stances if one.stance == "denies"}
    contested = {one.claim for one in stances if one.status == "contested" and one.stance in ("asserts", "denies")}
    reports = len({report for _, report in said})
    return SpeakerListed(
        voice.id, voice.name, voice.kind, count, reports, len(asserted), len(denied), len(contested)
    )  # fmt: skip


def _claims(stances: Iterable[StanceTaken]) -> list[ClaimOfSpeaker]:
    """The claims of a speaker, those on which it turned first, then the contested."""
    by_claim: dict[str, list[StanceTaken]] = defaultdict(list)
    for one in stances:
        by_claim[one.claim].append(one)
    found = [_claim(some) for some in by_claim.values()]
    return sorted(found, key=lambda claim: (not claim.turned, claim.status != "contested"))


def _claim(stances: Sequence[StanceTaken]) -> ClaimOfSpeaker:
    sides = tuple(dict.fromkeys(one.stance for one in stances if one.stance))
    turned = {"asserts", "denies"} <= set(sides) or any(one.superseded for one in stances)
    first = stances[0]
    said = tuple(dict.fromkeys(one.statement for one in stances))
    return ClaimOfSpeaker(first.claim, first.proposition, first.status, sides, said, turned)
