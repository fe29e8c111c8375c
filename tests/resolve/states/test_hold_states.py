"""What holds: who controls what, how many there are, who is where, and who says so."""

import re
from dataclasses import replace

import pytest

from onrecord.read.quantities import find_quantities
from onrecord.record import Chain, Content, Document, Mention, Place, Record, Relation, Span, Statement
from onrecord.record.codec import from_json, to_json
from onrecord.record.event import Argument, Event
from onrecord.record.state import State
from onrecord.record.time import TimeExpression
from onrecord.resolve.states import hold_states

_MARK = re.compile(r"\[(?P<kind>[olp]):(?P<words>[^\]]+)\]")
_KINDS = {"o": "organisation", "l": "location", "p": "person"}


def record_of(marked: str) -> Record:
    """A record of a text whose organisations, places and persons are marked: "[o:The army] holds [l:Arda]"."""
    text, mentions, chains, places, at = "", [], {}, [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at, words = mark.end(), mark["words"]
        mid = f"m{len(mentions)}"
        span = Span(len(text), len(text) + len(words), words)
        mentions.append(Mention(mid, span, _KINDS[mark["kind"]], "name", chain=words))  # type: ignore[arg-type]
        chains[words] = Chain(words, _KINDS[mark["kind"]], words, (mid,))  # type: ignore[arg-type]
        if mark["kind"] == "l":
            places.append(Place(words, mid, words, precision="settlement"))
        text += words
    text += marked[at:]
    document = Document("sha256:0", text)
    return Record(
        document,
        mentions=tuple(mentions),
        chains=tuple(chains.values()),
        places=tuple(places),
        quantities=find_quantities(text, ()),
    )


def states(marked: str) -> list[State]:
    record = hold_states(record_of(marked))
    for state in record.states:
        assert state.span is not None
        assert state.span.text == record.document.text[state.span.start : state.span.end]
    return list(record.states)


def only(marked: str, kind: str) -> State:
    found = [state for state in states(marked) if state.kind == kind]
    assert len(found) == 1, [(s.kind, s.span) for s in found]
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "[o:The Front] controls most of [l:Arda].",
        "[o:The Front] still holds the town of [l:Arda].",
        "[o:The Front] has seized control of [l:Arda].",
        "[o:The Front] remains in full control of [l:Arda].",
        "Around [l:Arda] [o:the Front] still controls a lot of territory.",
        "Shells hit [o:Front]-held [l:Arda].",
        "Shells hit [o:Front]-controlled villages along the river in [l:Arda].",
        "Shells hit [o:the Front]'s stronghold of [l:Arda].",
        "[l:Arda] is controlled by [o:the Front].",
        "[l:Arda], which has been held by [o:the Front] for years, is quiet.",
        "The town of [l:Arda] is under the control of [o:the Front].",
        "[l:Arda] remains in the hands of [o:the Front].",
        "Fighting went on in the last pocket held by [o:the Front] in [l:Arda].",
    ],
)
def test_who_controls_what(text: str) -> None:
    state = only(text, "controls_territory")
    assert state.holder is not None
    assert state.holder.lower().removeprefix("the ") == "front"
    assert (state.place, state.polarity, state.certainty, state.asserted_by) == (
        "Arda",
        "positive",
        "certain",
        ("narrator",),
    )


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Shells hit rebel-held [l:Arda].", "rebel"),
        ("[l:Arda] has long been in government hands.", "government"),
        ("Local militias control the east of [l:Arda].", "Local militias"),
    ],
)
def test_a_holder_without_a_chain_keeps_its_words(text: str, holder: str) -> None:
    state = only(text, "controls_territory")
    assert (state.holder, state.extra["holder_words"], state.place) == (None, holder, "Arda")


def test_words_of_a_holder_are_not_taken_for_a_chain_when_the_record_is_written() -> None:
    record = hold_states(record_of("Local militias control the east of [l:Arda]."))
    assert [state.holder for state in from_json(to_json(record)).states] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "[o:The Front] held talks in [l:Arda].",
        "[o:The Front] wants to control [l:Arda].",
        "Elections were held in [l:Arda] by [o:the Front].",
        "[p:Omar] is being held in a prison in [l:Arda].",
        "[o:The Front] is fighting for control of [l:Arda].",
        "It hit a former [o:Front] stronghold.",
        "[o:The council] is based in [l:Arda].",
        "[o:The Front] holds the governor of the province responsible for what happens in [l:Arda].",
        "[o:The Front] held everybody in the town of [l:Arda] to account.",
    ],
)
def test_what_only_sounds_like_it(text: str) -> None:
    assert states(text) == []


def test_what_no_longer_holds_is_negative() -> None:
    assert only("[o:The Front] no longer controls [l:Arda].", "controls_territory").polarity == "negative"


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("[o:The Front] may still control [l:Arda].", "possible"),
        ("[o:The Front] reportedly controls [l:Arda].", "unspecified"),
        ("[o:The Front] is believed to be in control of [l:Arda].", "probable"),
    ],
)
def test_how_sure_it_is(text: str, certainty: str) -> None:
    assert only(text, "controls_territory").certainty == certainty


def test_a_strength_has_its_range_holder_and_place() -> None:
    state = only("[o:The Front] still has hundreds of fighters around [l:Arda].", "strength")
    assert (state.holder, state.low, state.high, state.place) == ("The Front", 200, 999, "Arda")
    state = only("If the 2,000 or so [o:Americans] stationed in [l:Arda] leave, much changes.", "strength")
    assert (state.holder, state.low, state.high, state.place, state.certainty) == (
        "Americans",
        1900,
        2100,
        "Arda",
        "certain",
    )


def test_those_who_only_do_something_are_no_strength() -> None:
    assert states("Dozens of fighters attacked [l:Arda].") == []


@pytest.mark.parametrize(
    "text",
    [
        "[o:The Front] remains highly active in [l:Arda].",
        "[o:The Front] still operates freely in [l:Arda].",
        "[o:Front] troops in [l:Arda] wait.",
        "[o:The Front] has ended its military presence in [l:Arda].",
    ],
)
def test_who_is_where(text: str) -> None:
    assert only(text, "presence").place == "Arda"


@pytest.mark.parametrize(
    "text",
    [
        "[o:The Front] is still able to strike.",
        "[o:The Front] has the capacity to strike.",
        "[o:The Front] possesses rockets.",
    ],
)
def test_what_somebody_is_able_to_do(text: str) -> None:
    assert only(text, "capability").holder == "The Front"


def test_a_state_within_a_content_is_its_source_s() -> None:
    record = record_of("[p:Omar] said [o:the Front] controls [l:Arda].")
    text = record.document.text
    said = Statement("s1", "indirect", None, None, Content((Span.of(text, 10, len(text) - 1),)), certainty="probable")
    (state,) = hold_states(replace(record, statements=(said,))).states
    assert (state.asserted_by, state.certainty) == (("s1",), "probable")


def test_since_when() -> None:
    record = record_of("[o:The Front] has held [l:Arda] since 2015.")
    text = record.document.text
    since = TimeExpression("t1", Span.of(text, text.index("2015"), text.index("2015") + 4), "DATE", "2015")
    (state,) = hold_states(replace(record, times=(since,))).states
    assert state.time == "t1"


def test_who_has_taken_a_place_holds_it() -> None:
    record = record_of("[o:The Front] captured [l:Arda].")
    trigger = Span.of(record.document.text, 10, 18)
    taken = Event(
        "e1",
        trigger,
        "non_state_actor_overtakes_territory",
        arguments=(Argument("actor", "The Front"),),
        place="Arda",
        certainty="certain",
        status="happened",
        asserted_by=("narrator",),
    )
    (state,) = hold_states(replace(record, events=(taken,))).states
    assert (state.kind, state.holder, state.place, state.extra["event"]) == (
        "controls_territory",
        "The Front",
        "Arda",
        "e1",
    )
    assert hold_states(replace(record, events=(replace(taken, status="planned"),))).states == ()


def test_alliances_and_support_come_from_relations() -> None:
    record = record_of("[o:The Front], allied with [o:the League], is backed by [o:Ruritania].")
    text = record.document.text
    allied = Span.of(text, text.index(", allied"), text.index("the League"))
    backed = Span.of(text, text.index("is backed"), text.index("Ruritania"))
    relations = (
        Relation("r1", "allied_with", "m0", "m1", "The Front", "the League", allied),
        Relation("r2", "allied_with", "m1", "m0", "the League", "The Front", allied),
        Relation("r3", "backs", "m2", "m0", "Ruritania", "The Front", backed),
    )
    found = hold_states(replace(record, relations=relations)).states
    assert [(s.kind, s.holder, s.extra["other"]) for s in found] == [
        ("alliance", "The Front", "the League"),
        ("support", "Ruritania", "The Front"),
    ]
