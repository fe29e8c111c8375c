"""What a report says of two actors, with the words that say it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record import dumps, loads
from tests.resolve.test_actors import read

SAID = {
    "fights": ("[org:The River Guard] attacked [org:the Hill Front] at dawn.", [("fights", "The River Guard", "the Hill Front")]),
    "a campaign against": ("[org:The River Guard] opened a campaign against [org:the Hill Front].", [("fights", "The River Guard", "the Hill Front")]),
    "by whom": ("[org:The Hill Front] was defeated near the bridge by [org:the River Guard].", [("fights", "the River Guard", "The Hill Front")]),
    "clashes between": ("There were clashes between [org:the River Guard] and [org:the Hill Front].", [("fights", "the River Guard", "the Hill Front")]),
    "the nearest acts": ("[org:The Observatory] says that [org:the River Guard] attacked [org:the Hill Front].", [("fights", "the River Guard", "the Hill Front")]),
    "listed": (
        "[org:The River Guard] fights [org:the Hill Front] and [org:the Plain Union].",
        [("fights", "The River Guard", "the Hill Front"), ("fights", "The River Guard", "the Plain Union")],
    ),
    "part of": ("[org:The Boat Company], part of [org:the River Guard], arrived.", [("member_of", "The Boat Company", "the River Guard")]),
    "which includes": ("[org:The River Guard], which includes [org:the Boat Company], arrived.", [("member_of", "the Boat Company", "The River Guard")]),
    "commander of": ("[per:Anna Tamm], commander of [org:the River Guard], spoke.", [("leads", "Anna Tamm", "the River Guard")]),
    "led by": ("[org:The River Guard] is led by [per:Anna Tamm].", [("leads", "Anna Tamm", "The River Guard")]),
    "backed by": ("[org:The River Guard], backed by [org:the Hill Front], arrived.", [("backs", "the Hill Front", "The River Guard")]),
    "alongside": ("[org:The River Guard] fought alongside [org:the Hill Front].", [("allied_with", "The River Guard", "the Hill Front")]),
    "also known as": ("[org:The River Guard], also known as [org:Blue Oars], arrived.", [("same_as", "The River Guard", "Blue Oars")]),
    "in brackets": ("[org:The River Guard] ([org:Blue Oars]) arrived.", [("same_as", "The River Guard", "Blue Oars")]),
}  # fmt: skip


@pytest.mark.parametrize(("report", "wanted"), SAID.values(), ids=SAID)
def test_what_is_said(report: str, wanted: list[tuple[str, str, str]]) -> None:
    record = read(report)
    words = {m.id: m.span.text for m in record.mentions}
    told = {r.kind: {words[r.source], words[r.target]} for r in record.relations}
    assert told.keys() == {kind for kind, _, _ in wanted}
    found = {(r.kind, words[r.source], words[r.target]) for r in record.relations}
    # The same is said both ways by what has no direction.
    either = found | {(k, b, a) for k, a, b in found if k in ("same_as", "allied_with") or "between" in report}
    assert set(wanted) <= either
    assert loads(dumps(record)) == record


def test_capitals_change_nothing() -> None:
    record = read("[org:THE RIVER GUARD] ATTACKED [org:THE HILL FRONT] AT DAWN.")
    assert [relation.kind for relation in record.relations] == ["fights"]


@pytest.mark.parametrize(
    "report",
    [
        "[org:The River Guard] met [org:the Hill Front].",
        "[org:The River Guard] had been beaten. Later [org:the Hill Front] attacked the bridge.",
        "[org:The River Guard] condemned the shelling that killed [dper:three nurses].",
        "[org:The River Guard] praised anti-[org:Hill Front] songs.",
        "[per:Anna Tamm] ([org:Blue Oars])",
    ],
)
def test_what_is_not_said(report: str) -> None:
    assert not read(report).relations


def test_a_chain_knows_its_friends_and_enemies() -> None:
    record = read(
        "[org:The River Guard] attacked [org:the Hill Front]. [org:The Boat Company], part of [org:the River Guard], arrived."
    )
    by_name = {c.name: c for c in record.chains}
    guard, front, boats = (next(c for n, c in by_name.items() if n and w in n) for w in ("River", "Hill", "Boat"))
    assert guard.opposed_to == (front.id,)
    assert front.opposed_to == (guard.id,)
    assert boats.member_of == (guard.id,)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from([*(report for report, _ in SAID.values()), "\n", "It rained. "]), max_size=6))
def test_relations_point_to_what_is_there(parts: list[str]) -> None:
    record = read(" ".join(parts))
    mentions, chains = {m.id: m for m in record.mentions}, {c.id for c in record.chains}
    for relation in record.relations:
        assert {relation.source, relation.target} <= mentions.keys()
        assert {relation.source_chain, relation.target_chain} - {None} <= chains
        assert relation.source_chain is None or relation.source_chain != relation.target_chain
        assert relation.span is not None
        assert record.document.text[relation.span.start : relation.span.end] == relation.span.text
    for chain in record.chains:
        assert all(mentions[m].chain == chain.id for m in chain.mentions)
