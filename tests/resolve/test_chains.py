"""Who speaks: every source led to its chain and its name, or left open."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record import (
    Antecedent,
    Content,
    Cue,
    Document,
    Mention,
    Reading,
    Record,
    Source,
    Span,
    Statement,
    dumps,
    loads,
)
from onrecord.record.vocabulary import MentionForm, MentionKind
from onrecord.resolve import resolve
from tests.resolve.reports import marked


def names(record: Record) -> list[str | None]:
    return [s.source.name if s.source else None for s in record.statements]


CASES = {
    "surname and pronoun after the full name": (
        "[[s1:Governor Omar Nasser]] said [[c1:the bridge was shut]]. [[s2:Nasser]] added that [[c2:it would open]]. [[s3:He]] said [[c3:soon]].",
        ["Omar Nasser", "Omar Nasser", "Omar Nasser"],
    ),
    "first name alone and another spelling": (
        "[[s1:Jalal Tawili, the media officer,]] said [[c1:it rained]]. “[[c2:It was wet]],” [[s2:Jalal]] said. “[[c3:Very]],” [[s3:Tawilo]] said.",
        ["Jalal Tawili"] * 3,
    ),
    "a full name that comes later": (
        "[[s1:Mr. Nasser]] said [[c1:the bridge was shut]]. Omar Nasser has been governor since May.",
        ["Omar Nasser"],
    ),
    "the role points back": (
        "[[s1:Lena Harding, a top commander in the north,]] said [[c1:they would hold]]. “[[c2:We stay]],” [[s2:the commander]] said.",
        ["Lena Harding", "Lena Harding"],
    ),
    "a fellow noun of the role points back": (
        "[[s1:Omar Nasser, the spokesperson of the force,]] said [[c1:they would hold]]. [[s2:The spokesman]] said [[c2:more]].",
        ["Omar Nasser", "Omar Nasser"],
    ),
    "two commanders are no one": (
        (
            "[[s1:Commander Lena Harding]] said [[c1:they would hold]]. The talks went on in the capital for a week. Nobody spoke. It was late. "
            "Commander Omar Nasser was in the capital. A day went by. Another day went by. [[s2:The commander]] said [[c2:it was over]]."
        ),
        ["Lena Harding", "commander"],
    ),
    "acronym in brackets": (
        "[[s1:The River Valley Watch (RVW)]] said [[c1:two were hurt]]. [[s2:The RVW]] said [[c2:one died]].",
        ["River Valley Watch"] * 2,
    ),
    "a monitor that is named later": (
        "Two were hurt, [[s1:a monitor]] said of [[c1:the blast]]. [[s2:The Northern Observatory for Human Rights]] said [[c2:one died]].",
        ["Northern Observatory for Human Rights"] * 2,
    ),
    "unnamed sources stay two": (
        "[[s1:A resident]] said [[c1:it was loud]]. [[s2:A resident]] said [[c2:it was dark]].",
        ["resident", "resident"],
    ),
    "the gloss in brackets": (
        "[[s1:President Omar Nasser]] said [[c1:it was won]]. “[[c2:[[s3<2:He [Omar Nasser]]] says [[c3:it was won]]]],” [[s2:Lena Harding]] said.",
        ["Omar Nasser", "Lena Harding", "Omar Nasser"],
    ),
    "she is not a man": (
        "Omar Nasser met Mrs. Harding. [[s1:She]] said [[c1:it went well]].",
        ["Harding"],
    ),
    "two women are no one": (
        "Mrs. Harding met Mrs. Holt. [[s1:She]] said [[c1:it went well]].",
        [None],
    ),
    "Hassan is not Hussein": (
        "[[s1:Ali Hassan]] said [[c1:yes]]. [[s2:Hussein]] said [[c2:no]].",
        ["Ali Hassan", "Hussein"],
    ),
    "two brothers": (
        "[[s1:Omar Nasser]] met his brother Jamal Nasser. [[s2:Jamal]] said [[c2:no]]. Later [[s1:Omar Nasser]] said [[c1:yes]].",
        ["Omar Nasser", "Jamal Nasser"],
    ),
    "I in a quotation is the one quoted": (
        "“[[c1:It rained and [[s2<1:I]] think [[c2:it will rain]]]],” [[s1:Lena Harding]] said.",
        ["Lena Harding", "Lena Harding"],
    ),
    "footage is passed over": (
        "[[s1:Omar Nasser]] said [[c1:it was shut]]. [[s2:A video]] showed [[c2:the bridge]]. [[s3:He]] said [[c3:it was old]].",
        ["Omar Nasser", "video", "Omar Nasser"],
    ),
    "two together are neither": (
        "[[s1:Omar Nasser and Lena Harding]] said [[c1:it was shut]].",
        ["Omar Nasser and Lena Harding"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_who_speaks(case: str) -> None:
    report, expected = CASES[case]
    assert names(resolve(marked(report))) == expected


def test_a_lost_apostrophe_is_no_other_name() -> None:
    record = resolve(marked("[[s1:Nassers]] was the last word: [[c1:no]]. [[s2:Omar Nasser]] said [[c2:yes]]."))
    assert names(record)[1] == "Omar Nasser"


def test_the_chain_has_role_kind_and_reasons() -> None:
    report, _ = CASES["the role points back"]
    record = resolve(marked(report))
    (chain,) = record.chains
    assert (chain.name, chain.kind, [r.text for r in chain.roles]) == (
        "Lena Harding",
        "person",
        ["top commander in the north"],
    )
    assert [why["why"] for why in chain.extra["why"]] == ["named", "the only commander so far"]  # type: ignore[attr-defined]


def test_a_speaker_who_goes_on() -> None:
    reading = marked("“[[c1:It rained]],” [[s1:Lena Harding]] said. “[[c2:It will rain again]].”")
    first, second = reading.statements
    second = replace(second, source=Source((), chain="same:1"))
    record = resolve(replace(reading, statements=(first, second)))
    assert names(record) == ["Lena Harding", "Lena Harding"]
    assert record.statements[0].source is not None
    assert record.statements[1].source is not None
    assert record.statements[1].source.chain == record.statements[0].source.chain


def test_hints_in_a_circle_stay_open() -> None:
    reading = marked("“[[c1:It rained]].” “[[c2:It will rain again]].”")
    first, second = reading.statements
    circle = (replace(first, source=Source((), chain="same:2")), replace(second, source=Source((), chain="same:1")))
    assert names(resolve(replace(reading, statements=circle))) == [None, None]


def test_an_open_pronoun_has_a_note() -> None:
    record = resolve(marked(CASES["two women are no one"][0]))
    assert [note.where for note in record.notes] == ["statement 1"]
    assert "Harding" in record.notes[0].what


@pytest.mark.parametrize(
    ("scores", "expected"),
    [((3.0, 0.5), "Harding"), ((3.0, 2.5), None), ((-0.5, -3.0), None)],
    ids=["clear", "too close", "not positive"],
)
def test_the_model_decides_only_clearly(scores: tuple[float, float], expected: str | None) -> None:
    links = tuple(Antecedent("m2", f"m{i}", score) for i, score in enumerate(scores))
    report = "Mrs. Harding met Mrs. Holt. The talks were long, but [[s1:she]] said [[c1:it went well]]."
    assert names(resolve(marked(report, links, ("Harding", "Holt", "she")))) == [expected]


def test_the_model_does_not_overrule_gender() -> None:
    links = (Antecedent("m1", "m0", 9.0),)
    report = "Mr. Harding was in town. The talks were long, but [[s1:she]] said [[c1:it went well]]."
    assert names(resolve(marked(report, links, ("Harding", "she")))) == [None]


WORDS = st.sampled_from(
    "Omar Nasser Nassers Lena Harding he she they it who the a commander commanders said President Mr. Gen. RVW ( ) [ ] “ ” , . and of for "
    "River Valley Watch al-Nur Abdel Rahman \n ’s 2,000 … 中 𝄞 é".split(" ")
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = " ".join(draw(st.lists(WORDS, max_size=25)))
    ends = st.integers(0, len(text))
    span = st.tuples(ends, ends).map(lambda pair: Span.of(text, min(pair), max(pair)))
    kinds: st.SearchStrategy[MentionKind] = st.sampled_from(["person", "organisation", "location", "other", "temporal"])
    forms: st.SearchStrategy[MentionForm | None] = st.sampled_from(["name", "nominal", "pronoun", None])
    spans = st.lists(span, max_size=2).map(tuple)
    mentions = tuple(Mention(f"m{i}", draw(span), draw(kinds), draw(forms)) for i in range(draw(st.integers(0, 6))))
    count = draw(st.integers(0, 5))
    ids = st.sampled_from([str(i) for i in range(count + 1)])
    statements = tuple(
        Statement(
            id=str(i),
            form=draw(st.sampled_from(["direct", "indirect", "mixed"])),
            source=draw(st.none() | st.builds(Source, spans, st.none() | ids.map("same:{}".format))),
            cue=draw(st.none() | st.builds(Cue, spans)),
            content=Content(draw(spans)),
            inside=draw(st.none() | ids),
        )
        for i in range(count)
    )
    marks = st.sampled_from([m.id for m in mentions] or ["m0"])
    links = draw(st.lists(st.builds(Antecedent, marks, marks, st.floats(-5, 5)), max_size=4).map(tuple))
    return Reading(Document("sha256:0", text), mentions, statements, links=links)


@settings(max_examples=60, deadline=None)
@given(readings())
def test_any_reading_becomes_a_sound_record(reading: Reading) -> None:
    record = resolve(reading)
    known = {m.id: m for m in record.mentions}
    listed = [m for chain in record.chains for m in chain.mentions]
    assert len(listed) == len(set(listed))
    assert set(listed) <= set(known)
    assert all(known[m].chain == chain.id for chain in record.chains for m in chain.mentions)
    # A thing that is nobody and nowhere is told of where it stands in a chain.
    assert {m.id for m in reading.mentions if (m.kind, m.form) != ("other", "nominal")} <= set(known)
    assert all(m.chain is None or m.id in listed for m in record.mentions)
    chains = {chain.id for chain in record.chains}
    assert all(s.source is None or s.source.chain is None or s.source.chain in chains for s in record.statements)
    assert [s.id for s in record.statements] == [s.id for s in reading.statements]
    assert resolve(reading) == record
    assert loads(dumps(record)) == record


MORE = {
    "it is the one at the head of the sentence before": (
        "[[s1:The Harbour Council]] said [[c1:forty had died]]. The Arda Observatory for Rights gave a higher toll. [[s2:It]] said [[c2:fifty had died]].",
        ["Harbour Council", "Arda Observatory for Rights"],
    ),
    "it is not whoever stands at the head where somebody else spoke": (
        "The River Front took the hill, [[s1:the Arda Observatory for Rights]] said [[c1:on Monday]]. [[s2:It]] said [[c2:fifty had died]].",
        ["Arda Observatory for Rights"] * 2,
    ),
    "the coalition is the one that is called so": (
        "[[s1:The coalition]] said [[c1:no]]. The Arda Observatory gave a toll. [[s2:It]] said [[c2:fifty had died]]. [[s3:The coalition]] said [[c3:no]].",
        ["coalition", "Arda Observatory", "coalition"],
    ),
    "a long quotation before the pronoun": (
        "The blast hit the farm where Henry Stone lives. “[[c1:Nobody came. Omar Nasser had a car. The mayor had two. We had none]],” [[s1:he]] said.",
        ["Henry Stone"],
    ),
    "somebody else came up in between": (
        "[[s1:Omar Nasser]] said [[c1:it was over]]. In the capital, Henry Stone was silent for a week. [[s2:He]] said [[c2:little]].",
        ["Omar Nasser", None],
    ),
    "who is nobody that is a ministry": (
        "[[s1:The Health Ministry]], [[s2:who]] said [[c2:so]], said [[c1:it was over]].",
        ["Health Ministry", None],
    ),
    "three together are none of them": (
        "[[s1:Omar Nasser, Henry Stone and Lena Harding]] said [[c1:it was shut]].",
        ["Omar Nasser, Henry Stone and Lena Harding"],
    ),
    "relatives go by their full names": (
        "[[s1:Omar Nasser]] said [[c1:yes]]. [[s2:Nasser]] said [[c2:it was so]], and [[s3:Nasser]] said [[c3:no more]]. His uncle Jamal Nasser slept. [[s4:Nasser]] said [[c4:no]].",
        ["Omar Nasser"] * 4,
    ),
    "whoever of a family is spoken of more": (
        "Lena Harding won. The vote was close. Lena Harding had led it, with her brother Omar Harding. [[s1:Harding]] said [[c1:it was won]].",
        ["Lena Harding"],
    ),
    "two of a family named alike stay open": (
        "Lena Harding and Omar Harding won. [[s1:Harding]] said [[c1:it was won]].",
        ["Harding"],
    ),
    "a title that is cut short": (
        "[[s1:River County Gov. Omar Nasser]] said [[c1:yes]]. A week went by. Nobody spoke. It rained for days. [[s2:The governor]] said [[c2:no]].",
        ["Omar Nasser"] * 2,
    ),
    "the website is who was quoted last": (
        "[[s1:Harbour Watch]] said [[c1:two were hurt]]. [[s2:The website]] said that [[c2:one died]].",
        ["Harbour Watch"] * 2,
    ),
    "the court with this word in its name": (
        "The High Court of Appeals met. The Court of Trade and a labour court met. [[s1:The appeals court]] said [[c1:no]].",
        ["High Court of Appeals"],
    ),
    "another word for who spoke last": (
        "[[s1:Omar Nasser]] said [[c1:yes]]. [[s2:The harbour senator]] said that [[c2:it was late]].",
        ["Omar Nasser"] * 2,
    ),
    "those who go unnamed are others": (
        "[[s1:Omar Nasser]] said [[c1:yes]]. [[s2:The source]] said [[c2:no]]. [[s3:His aide]] said [[c3:no]].",
        ["Omar Nasser", "source", "his aide"],
    ),
    "a monitoring group with a number of its own": (
        "[[s1:The Channel 9 monitoring group]] said [[c1:yes]]. [[s2:The Harbour Observatory]] said [[c2:no]].",
        ["Channel 9 monitoring group", "Harbour Observatory"],
    ),
    "enemies with like names": (
        "[[s1:The Free Northern Army]] said [[c1:yes]]. [[s2:The Northern Army]] said [[c2:no]].",
        ["Free Northern Army", "Northern Army"],
    ),
}


@pytest.mark.parametrize("case", MORE)
def test_who_speaks_in_harder_cases(case: str) -> None:
    report, expected = MORE[case]
    assert names(resolve(marked(report))) == expected


@pytest.mark.parametrize("title", ["Mr.", "Gen.", "Rep."])
def test_a_title_with_a_full_stop_belongs_to_the_name_that_the_reader_marked(title: str) -> None:
    report = f"[[s1:Omar Nasser]] said [[c1:yes]]. “[[c2:No]],” [[s2:{title} Harding]] said. Jamal Harding slept."
    assert names(resolve(marked(report, mentions=("Harding",)))) == ["Omar Nasser", "Jamal Harding"]


@pytest.mark.parametrize(("cue", "expected"), [("added", "Omar Nasser"), ("said", "spokesman")])
def test_who_adds_something_spoke_before(cue: str, expected: str) -> None:
    reading = marked(f"[[s1:Omar Nasser]] said [[c1:yes]]. [[s2:The spokesman]] {cue} that [[c2:it was late]].")
    first, second = reading.statements
    at = reading.document.text.rindex(f" {cue} ") + 1
    second = replace(second, cue=Cue((Span.of(reading.document.text, at, at + len(cue)),)))
    assert names(resolve(replace(reading, statements=(first, second)))) == ["Omar Nasser", expected]
