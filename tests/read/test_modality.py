"""The axes of statements, on sentences written for these tests: source [cue] content, marked by | and //."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.read.forms import form_of, lost_marks
from onrecord.read.modality import Modality, judge
from onrecord.record.span import Span

AXES = ("speech_act", "certainty", "polarity", "tense")


def spans_of(text: str, part: str, start: int = 0) -> tuple[Span, ...]:
    """The pieces of a part ("held // responsible"), found in the text in order."""
    found = []
    for piece in (piece.strip() for piece in part.split("//")):
        if piece:
            start = text.index(piece, start)
            found.append(Span.of(text, start, start + len(piece)))
            start += len(piece)
    return tuple(found)


def judged(marked: str, form: str | None = None, after: str = "") -> Modality:
    """Judge "source | cue | content"; a part may be empty."""
    source, cue, content = (part.strip() for part in marked.split("|"))
    text = " ".join(part.replace(" // ", " ") for part in (source, cue, content) if part) + "." + after
    behind = len(source) + 1 if source else 0
    said = behind + len(cue.replace(" // ", " ")) + 1 if cue else behind
    return judge(text, spans_of(text, source), spans_of(text, cue, behind), spans_of(text, content, said), form)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("A witness | said | two shells hit the bakery", "state certain positive past"),
        ("The mayor | says | the road is open", "state certain positive present"),
        ("| Reportedly | three houses were burnt", "state certain positive past"),
        ("The army | denied | shelling the bakery", "deny certain negative past"),
        ("The army | denied | that no aid had arrived", "deny certain positive past"),
        ("The army | dismissed | the claims as slander", "deny certain negative past"),
        ("The army | described | the reports as entirely untrue", "deny certain negative past"),
        ("The army | said | the allegations were baseless", "deny certain negative past"),
        ("The army | did not deny | that its guns had fired", "deny unspecified positive past"),
        ("Officers | declined to comment on | the raid", "decline certain positive past"),
        ("Officers | could not confirm | the raid", "decline certain positive past"),
        ("The aide | said | he was not in a position to discuss the raid", "decline certain negative past"),
        ("The brigade | claimed responsibility for | the ambush", "claim_responsibility certain positive past"),
        ("The brigade | claimed | the ambush on the convoy", "claim_responsibility certain positive past"),
        ("The brigade | said | it had carried out the ambush", "claim_responsibility certain positive past"),
        ("The brigade | said | it was behind the bombing", "claim_responsibility certain positive past"),
        ("The monitor | said | jets had carried out the raid", "state certain positive past"),
        ("Villagers | blamed | the blast // on smugglers", "accuse certain positive past"),
        ("Villagers | held the mayor responsible | for the famine", "accuse certain positive past"),
        ("Villagers | accused | the mayor of selling the flour to buy guns", "accuse certain positive past"),
        ("The envoy | called on | both sides to lift the siege", "demand certain positive future"),
        ("The envoy | called // for | a truce", "demand certain positive future"),
        ("The envoy | said | the siege must be lifted", "demand certain positive future"),
        ("The envoy | said | it is time for the council to act", "demand certain positive future"),
        ("The envoy | asked | the council to act", "demand certain positive future"),
        ("The envoy | asked | whether the council had acted", "ask unspecified positive past"),
        ("The envoy | urged | the rebels not to fire", "demand certain negative future"),
        ("The general | ordered | his men to hold the bridge", "order certain positive future"),
        ("The general | vowed | to rebuild the bridge", "promise certain positive future"),
        ("The general | vowed | to avenge the pilots", "threaten certain positive future"),
        ("The general | threatened | to flood the valley", "threaten certain positive future"),
        ("The general | said | we will crush anyone who comes near", "threaten certain positive future"),
        ("The general | warned | that the dam would burst", "predict certain positive future"),
        ("The general | warned | that the dam is cracked", "state certain positive present"),
        ("The agency | expects | the harvest to fail", "predict probable positive future"),
        ("The agency | predicted | a hard winter", "predict certain positive future"),
        ("The agency | confirmed | that the clinic was hit", "confirm certain positive past"),
        ("The agency | conceded | that its jets had hit the clinic", "admit certain positive past"),
        ("Nurses | believe | the gas was chlorine", "believe probable positive past"),
        ("Nurses | do not believe | the truce will last", "believe probable negative future"),
        ("Nurses | fear | that the wells are poisoned", "believe possible positive present"),
        ("Nurses | are convinced | that the wells are poisoned", "believe certain positive present"),
        ("The journal | suggested | that the wells were poisoned", "state probable positive past"),
        ("The envoy | condemned | the killing of two drivers", "state certain positive past"),
        ("The envoy | called | the valley a graveyard", "state certain positive present"),
    ],
)
def test_cue_and_construction_tell_the_act(marked: str, expected: str) -> None:
    found = judged(marked)
    assert " ".join(str(getattr(found, axis)) for axis in AXES) == expected


@pytest.mark.parametrize(
    ("content", "certainty", "hedge"),
    [
        ("the toll could rise", "possible", "could"),
        ("the toll may have risen", "possible", "may"),
        ("perhaps they fled at night", "possible", "perhaps"),
        ("it is possible that they fled", "possible", "possible"),
        ("the bomb was probably hidden in a cart", "probable", "probably"),
        ("the toll is likely to rise", "probable", "likely"),
        ("the men are believed to be alive", "probable", "believed"),
        ("the men appeared to be alive", "probable", "appeared"),
        ("it was unclear who had fired", "unspecified", "unclear"),
        ("she did not know whether he was alive", "unspecified", "not know"),
        ("they could not reach the wounded", "certain", None),
        ("screams could be heard", "certain", None),
        ("the man who may have fired was held", "certain", None),
        ("the alleged raid killed a driver", "certain", None),
        ("the number of likely voters fell", "certain", None),
        ("fighting went on in May", "certain", None),
    ],
)
def test_certainty_is_read_off_the_main_clause(content: str, certainty: str, hedge: str | None) -> None:
    found = judged(f"A medic | said | {content}")
    assert found.certainty == certainty
    assert [span.text for span in found.hedges] == ([hedge] if hedge else [])


@pytest.mark.parametrize(
    ("content", "negation"),
    [
        ("the convoy did not arrive", "not"),
        ("the convoy didn’t arrive", "n’t"),
        ("the convoy didnt arrive", "nt"),
        ("no convoy arrived", "no"),
        ("nobody was hurt", "nobody"),
        ("the raid caused no deaths", "no"),
        ("the rebels no longer hold the hill", "no longer"),
        ("neither side kept its word", "neither"),
        ("the convoy never left", "never"),
        ("the driver who had not slept crashed", None),
        ("not only soldiers but also children were hurt", None),
        ("nothing but rubble was left", None),
        ("there is no doubt that the convoy left", None),
        ("no fewer than ten trucks left", None),
        ("if the convoy does not leave, people will starve", None),
        ("men with no weapons were shot", None),
    ],
)
def test_only_a_negation_of_the_main_clause_counts(content: str, negation: str | None) -> None:
    found = judged(f"A medic | said | {content}")
    assert found.polarity == ("negative" if negation else "positive")
    assert [span.text for span in found.negation] == ([negation] if negation else [])


@pytest.mark.parametrize(
    ("content", "tense"),
    [
        ("rockets fired by gunmen hit a school on Monday", "past"),
        ("the bombers that took off at dawn are back", "present"),
        ("after the jets had left, people were digging", "past"),
        ("although the truce holds, people have left", "past"),
        ("when shells fell people ran to the cellars", "past"),
        ("the commander, who has led the brigade for years, is dead", "present"),
        ("talks are set to begin on Sunday", "future"),
        ("the troops are going to leave", "future"),
        ("the council will meet and has read the letter", "future"),
        ("the council has met and will meet again", "past"),
        ("the IS fighters fled", "past"),
        ("people continue to leave", "present"),
        ("she hopes to return", "future"),
        ("the guards, armed with sticks, chase the crowd", "present"),
        ("nine deaths in the market", "past"),
        ("a tall house", "none"),
    ],
)
def test_tense_is_that_of_the_first_main_verb(content: str, tense: str) -> None:
    assert judged(f"A medic | said | {content}").tense == tense


@pytest.mark.parametrize(
    ("content", "condition"),
    [
        ("if the guns fall silent, the buses will leave", "if the guns fall silent"),
        ("the buses will leave unless the guns fire", "unless the guns fire"),
        ("the buses will leave provided that both sides agree", "provided that both sides agree"),
        ("as long as it rains the road is shut", "as long as it rains"),
        ("the pictures, if verified, show a crime", "if verified"),
        ("the buses will leave even if the guns fire", None),
        ("she does not know if the buses left", None),
        ("the bread provided by the town was stale", None),
    ],
)
def test_condition(content: str, condition: str | None) -> None:
    found = judged(f"A medic | said | {content}").condition
    assert (found.text if found else None) == condition


@pytest.mark.parametrize(
    ("after", "verification", "words"),
    [
        (" The claim could not be independently verified.", "not_verified", "could not be independently verified"),
        (" Reuters could not confirm the account.", "not_verified", "Reuters could not confirm"),
        (
            " It was not immediately possible to verify the account.",
            "not_verified",
            "It was not immediately possible to verify",
        ),
        (" Their account has been independently verified.", "verified", "has been independently verified"),
        (" It rained.", "none", None),
        (" A driver said the road was shut, which could not be verified.", "none", None),
    ],
)
def test_a_note_on_checking_belongs_to_the_statement_before_it(
    after: str, verification: str, words: str | None
) -> None:
    found = judged("Two guards | said | the depot was hit", after=after)
    assert found.verification == verification
    assert (found.verification_span.text if found.verification_span else None) == words


def test_what_the_speaker_himself_says_of_checking_is_no_note() -> None:
    assert judged("Two guards | said | the hit could not be independently verified").verification == "none"


def test_every_axis_says_what_decided_it() -> None:
    found = judged("The army | denied | that the depot was hit")
    decided = {
        decision.field: (decision.by, decision.span.text if decision.span else None) for decision in found.decided_by
    }
    assert decided["speech_act"] == ("cue deny", "denied")
    assert decided["polarity"] == ("cue denies", "denied")
    assert decided["tense"] == ("verb group", "was hit")
    assert decided["certainty"] == ("default", None)


def test_form_by_marks() -> None:
    text = 'She said "the road is shut" and that it "rained".'
    quoted = [(9, 28), (41, 49)]
    assert form_of(text, spans_of(text, "the road is shut"), quoted) == "direct"
    assert form_of(text, spans_of(text, '"the road is shut" and that it "rained"'), quoted) == "mixed"
    assert form_of(text, spans_of(text, "that it"), quoted) == "indirect"


def test_wording_that_can_only_be_the_speakers() -> None:
    text = "We saw the bridge fall, she said. The US envoy left, he said."
    assert lost_marks(text, spans_of(text, "We saw the bridge fall")) == Span.of(text, 0, 2)
    assert lost_marks(text, spans_of(text, "The US envoy left")) is None


WORDS = st.sampled_from(
    "the army said did not n't deny will if unless , . \" ( [ ] who that have been killed attack no longer could is IS İ 😀 ’s to should we as “ ” not".split()
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=25).map(" ".join))


@st.composite
def parts(draw: st.DrawFn) -> tuple[str, tuple[tuple[Span, ...], ...]]:
    text = draw(TEXTS)
    cut = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    found = [draw(st.lists(cut, max_size=3)) for _ in range(3)]
    return text, tuple(tuple(Span.of(text, a, b) for a, b in sorted(part)) for part in found)


@settings(max_examples=80)
@given(parts(), st.sampled_from([None, "direct", "indirect", "mixed"]))
def test_never_raises_and_every_span_stands_in_the_text(
    made: tuple[str, tuple[tuple[Span, ...], ...]], form: str | None
) -> None:
    text, (source, cue, content) = made
    found = judge(text, source, cue, content, form)
    spans = [
        found.condition,
        found.verification_span,
        *found.hedges,
        *found.negation,
        *(d.span for d in found.decided_by),
    ]
    assert all(span.text == text[span.start : span.end] for span in spans if span is not None)
    assert {d.field for d in found.decided_by} == {
        "speech_act",
        "certainty",
        "polarity",
        "tense",
        "condition",
        "verification",
    }


def test_nobody_claims_responsibility() -> None:
    text = "reports that its jets have hit the town"
    told = judge(text, (), (Span.of(text, 0, 7),), (Span.of(text, 13, len(text)),))
    assert told.speech_act == "state"
