"""Who is meant again: descriptions, pronouns and groups come into chains, and what words tell apart stays apart."""

import re
from typing import cast

import pytest

from onrecord.record import Chain, Content, Document, Mention, Record, Source, Span, Statement
from onrecord.record.vocabulary import MentionForm, MentionKind
from onrecord.resolve.coreference import EVEN, chain_mentions
from onrecord.resolve.layout import lay_out

_KINDS: dict[str, MentionKind] = {"p": "person", "o": "organisation", "l": "location", "x": "other"}
_MARK = re.compile(r"\[(\w):([^\]]+)\]")


def record_of(report: str, said: str = "", speaker: str = "") -> Record:
    """A record with the mentions that are marked [p:…] person, [o:…] organisation, [l:…] location, [x:…] thing."""
    text = _MARK.sub(r"\2", report)
    mentions, at = [], 0
    for mark in _MARK.finditer(report):
        start = text.index(mark[2], at)
        at = start + len(mark[2])
        pronoun = mark[2].lower() in ("he", "she", "it", "they", "them", "his", "i", "we")
        form = "pronoun" if pronoun else "name" if mark[2].istitle() or mark[2].isupper() else "nominal"
        mentions.append(
            Mention(f"m{len(mentions)}", Span.of(text, start, at), _KINDS[mark[1]], cast(MentionForm, form))
        )
    statements: tuple[Statement, ...] = ()
    if said:
        content, source = text.index(said), text.index(speaker)
        statements = (
            Statement(
                id="1",
                form="direct",
                source=Source((Span.of(text, source, source + len(speaker)),)),
                cue=None,
                content=Content((Span.of(text, content, content + len(said)),)),
            ),
        )
    return Record(Document("sha256:0", text), tuple(mentions), statements=statements)


def together(record: Record, **more: object) -> list[list[str]]:
    """The words of each chain."""
    found = chain_mentions(record, lay_out(record.document.text), **more)  # type: ignore[arg-type]
    words = {m.id: m.span.text for m in found.mentions}
    return [[words[m] for m in chain.mentions] for chain in found.chains]


def test_a_description_that_comes_again_is_one_thing_with_a_reason() -> None:
    record = record_of("Engineers built [x:a bridge] in May. In June [x:the bridge] fell.")
    (chain,) = chain_mentions(record, lay_out(record.document.text)).chains
    assert chain.mentions == ("m0", "m1")
    assert chain.extra["why"] == [{"mention": "m1", "why": "the same words"}]


def test_a_pronoun_means_the_group_that_was_spoken_of() -> None:
    """Without a word from the network it is likelier than not, which is not enough for the product."""
    record = record_of("[o:The rebels] left in May. In June [p:they] came back.")
    assert ["The rebels", "they"] in together(record, care=EVEN)


@pytest.mark.parametrize(
    "report",
    [
        "[o:The northern brigade] lost ten men. [o:The southern brigade] lost none.",
        "[p:Two soldiers] died in May. [p:Five soldiers] died in June.",
        "[l:Harim] fell in May. [l:Salqin] fell in June.",
        "[p:Omar Nasser] left for the front in May. Later [p:she] came home.",
        "[l:Harim] fell in May. [p:They] fled in June.",
        "[o:RVW] denied [x:it].",
    ],
    ids=["another brigade", "another number", "another town", "a woman", "a town is no people", "not of itself"],
)
def test_what_words_tell_apart_stays_apart(report: str) -> None:
    record = record_of(report)
    assert together(record) == []
    assert together(record, care=EVEN) == []


def test_he_within_the_words_of_somebody_is_somebody_else() -> None:
    report = "“[p:He] lied about the dam,” [p:Nasser] said."
    assert together(record_of(report, "He lied about the dam,", "Nasser"), care=EVEN) == []


def test_we_within_the_words_of_somebody_is_nobody_whom_only_the_report_names() -> None:
    report = "[o:The rebels] left the dam. “[p:We] stay,” [p:Nasser] said."
    assert together(record_of(report, "We stay,", "Nasser"), care=EVEN) == []


def test_things_are_told_of_where_they_stand_in_a_chain() -> None:
    record = record_of("Engineers built [x:a bridge] in May. In June [x:the bridge] fell. [x:Patience] ended.")
    things = [m for m in record.mentions if m.kind == "other"]
    bare = Record(record.document)
    found = chain_mentions(bare, lay_out(record.document.text), things)
    assert [m.span.text for m in found.mentions] == ["a bridge", "the bridge"]


def test_a_settled_chain_keeps_its_id_and_is_not_joined_to_another() -> None:
    record = record_of("[o:The army] left [l:Harim]. [o:The army] came back.")
    chains = (Chain("a", "organisation", None, ("m0",)), Chain("b", "organisation", None, ("m2",)))
    settled = Record(record.document, record.mentions, chains)
    assert [c.id for c in chain_mentions(settled, lay_out(record.document.text), care=EVEN).chains] == ["a", "b"]


def test_a_thing_that_is_a_mention_already_comes_in_once() -> None:
    record = record_of("[x:The bridge] fell. Days later [x:the bridge] was rebuilt.")
    found = chain_mentions(record, lay_out(record.document.text), things=record.mentions, care=EVEN)
    assert len({m.id for m in found.mentions}) == len(found.mentions) == len(record.mentions)
