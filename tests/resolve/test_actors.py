"""Chains are linked to the registry where it is certain who is meant, and stay open with their candidates where it is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.record import Chain, Document, Mention, Reading, Record, Span, dumps, loads
from onrecord.record.vocabulary import MentionForm, MentionKind
from onrecord.reference.registry import load_registry
from onrecord.resolve import resolve
from tests.resolve.reports import marked

_MARK = re.compile(r"\[(\w+):([^\]]*)\]")
_KINDS: dict[str, tuple[MentionKind, MentionForm]] = {
    "per": ("person", "name"),
    "org": ("organisation", "name"),
    "loc": ("location", "name"),
    "nat": ("nationality", "name"),
    "dper": ("person", "nominal"),
    "dorg": ("organisation", "nominal"),
    "pro": ("other", "pronoun"),
}


def read(report: str, published: str | None = None, own: Path | None = None) -> Record:
    """The record of a report whose mentions are marked: `[org:SDF]`, `[dorg:the army]`."""
    text, mentions, at = "", [], 0
    for number, match in enumerate(_MARK.finditer(report)):
        text += report[at : match.start()]
        start, at = len(text), match.end()
        text += match[2]
        kind, form = _KINDS[match[1]]
        mentions.append(Mention(f"m{number}", Span(start, len(text), match[2]), kind, form))
    text += report[at:]
    return resolve(Reading(Document("sha256:0", text, published=published), tuple(mentions)), load_registry(own))


def actor(record: Record, words: str) -> str | None:
    """The actor of the chain that some words are a mention of."""
    found = chain(record, words)
    return found.actor if found else None


def chain(record: Record, words: str) -> Chain | None:
    chains = {c.id: c for c in record.chains}
    return next((chains[m.chain] for m in record.mentions if m.span.text == words and m.chain), None)


def test_a_description_in_small_letters_is_no_outlet_of_that_name() -> None:
    record = read("The raid killed six, [dorg:a monitor] said. [dorg:The monitor] counted nine later.")
    assert actor(record, "a monitor") is None
    assert actor(read("[org:Al-Monitor] said that the raid killed six."), "Al-Monitor") == "al-monitor"


def test_names_of_one_actor_are_one_chain() -> None:
    record = read(
        "[org:Daesh] lost the bridge. [org:ISIS] denied it. [org:The Islamic State] fled, and [dorg:the jihadist group] hid."
    )
    linked = [c for c in record.chains if c.actor == "islamic-state"]
    assert len(linked) == 1
    assert len(linked[0].mentions) == 4
    assert loads(dumps(record)) == record


def test_a_description_that_fits_two_is_left_open() -> None:
    record = read(
        "[org:ISIS] fought [org:Jabhat al-Nusra] for a day before [dorg:the jihadist group] withdrew from the hills."
    )
    assert actor(record, "the jihadist group") is None
    found = chain(record, "the jihadist group")
    assert found is None or found.extra["actor_why"]["candidates"]  # type: ignore[index]


def test_a_description_without_a_name_in_the_report_is_nobody() -> None:
    assert actor(read("On Monday [dorg:the jihadist group] withdrew."), "the jihadist group") is None


@pytest.mark.parametrize(
    ("report", "words", "entry"),
    [
        ("[dorg:The Syrian army] shelled [loc:Idlib].", "The Syrian army", "syria-armed-forces"),
        ("In [loc:Mali], [loc:Bamako] was calm. [dorg:The army] said so.", "The army", "mali-armed-forces"),
        ("[loc:Chad] and [loc:Niger] met. [dorg:The army] said so.", "The army", None),
        ("[loc:Mali] said this. [loc:Mali] said that. In [loc:Niger] [dorg:the army] struck.", "the army", None),
        ("[dorg:The army] said so.", "The army", None),
        (
            "[org:SDF] fighters in [loc:Syria] met [org:ISIS] while [dorg:the coalition] watched.",
            "the coalition",
            "global-coalition",
        ),
        (
            "[org:Ansar Allah] fired at [loc:Yemen] coasts, and [dorg:the coalition] answered.",
            "the coalition",
            "saudi-led-coalition",
        ),
        ("On Monday [dorg:the coalition] struck.", "the coalition", None),
    ],
)
def test_what_many_are_called_is_decided_by_the_report(report: str, words: str, entry: str | None) -> None:
    assert actor(read(report), words) == entry


@pytest.mark.parametrize(
    ("report", "published", "words", "entry"),
    [
        ("[dper:The US president] spoke.", "2018-12-22", "The US president", "donald-trump"),
        ("[dper:The US president] spoke.", "2010-05-01", "The US president", "barack-obama"),
        ("[dper:The US president] spoke.", None, "The US president", None),
        ("[dper:The US president] spoke.", "1900-01-01", "The US president", None),
        ("[dper:the president of Ukraine] spoke.", "2023-03-01", "the president of Ukraine", "volodymyr-zelensky"),
        ("In [loc:Nigeria], [dper:the president] spoke.", "2016-03-01", "the president", "muhammadu-buhari"),
        ("In [loc:Nigeria], [dper:a president] spoke.", "2016-03-01", "a president", None),
        ("In [loc:Russia], [dper:the foreign minister] spoke.", "2016-03-01", "the foreign minister", "sergei-lavrov"),
        ("[dper:the former US president] spoke.", "2018-12-22", "the former US president", None),
    ],
)
def test_dates_decide_who_the_president_was(report: str, published: str | None, words: str, entry: str | None) -> None:
    assert actor(read(report, published), words) == entry


@pytest.mark.parametrize(
    ("report", "published", "words", "entry"),
    [
        ("[per:Recep Tayyip Erdogan] flew to [loc:Turkey].", None, "Recep Tayyip Erdogan", "recep-tayyip-erdogan"),
        ("President [per:Erdogan] spoke in [loc:Turkey].", "2019-01-01", "Erdogan", "recep-tayyip-erdogan"),
        ("[per:David Cameron], a baker, won a prize.", None, "David Cameron", None),
        ("President [per:Bush] spoke in [loc:Iraq].", "2004-01-01", "Bush", "george-w-bush"),
        ("President [per:Bush] spoke in [loc:Iraq].", None, "Bush", None),
        ("[per:Anna Tamm] spoke in [loc:Iraq].", "2004-01-01", "Anna Tamm", None),
    ],
)
def test_holders_of_offices_by_name(report: str, published: str | None, words: str, entry: str | None) -> None:
    assert actor(read(report, published), words) == entry


def test_the_people_of_a_state_have_its_id_and_their_own_chain() -> None:
    record = read("[loc:Syria] is at war. [nat:Syrians] fled, and [nat:Syrian] towns burned.")
    assert actor(record, "Syrians") == actor(record, "Syria") == "syria"
    assert chain(record, "Syrians") is not chain(record, "Syria")
    assert actor(record, "Syrian") is None


def test_a_pronoun_is_no_state() -> None:
    assert actor(read("They told [org:us] nothing."), "us") is None


def test_a_users_file_is_asked_too(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("entries: [{id: river-guard, name: River Guard, kind: armed_group}]", encoding="utf-8")
    report = "[org:The River Guard] held the bridge."
    assert actor(read(report), "The River Guard") is None
    assert actor(read(report, own=path), "The River Guard") == "river-guard"


def test_the_source_of_a_statement_moves_with_its_chain() -> None:
    record = resolve(
        marked(
            "[[s1!organisation:Daesh]] said [[c1:it rained]]. [[s2!organisation:The Islamic State]] said [[c2:it was wet]]."
        )
    )
    chains = {s.source.chain for s in record.statements if s.source}
    assert len(chains) == 1
    assert chains <= {c.id for c in record.chains}
