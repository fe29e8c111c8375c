"""Dossiers in a real browser: nothing of a hostile report runs, nothing leaves the machine, and a print has every quotation whole."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from onrecord.export.dossier import FORMAT, dossier_of
from onrecord.record import (
    Claim,
    Copies,
    Count,
    Document,
    Event,
    Happening,
    Incident,
    Join,
    Judgement,
    Perpetrator,
    Record,
    Slots,
    SourceToll,
    Span,
    Stance,
    Tally,
    Toll,
    Value,
    When,
    Where,
)  # fmt: skip
from onrecord.record.original import Capture
from tests.browser.chromium import CHROMIUM, RAN, Listener, opened, printed
from tests.browser.vectors import vectors
from tests.export.linked_material import Memory, given_out, material, reported

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine; install chromium to run this"),
]

_FOREIGN = re.compile(
    r"<(script|img|image|iframe|object|embed|video|audio|source|track|input|form|base|template|details|textarea|math|table background)[\s>]"
)


def _document(number: int) -> str:
    return f"sha256:{number:064x}"


def hostile(address: str) -> Memory:
    """A claim and a happening of sixty reports, with an attack in every place that holds words of strangers."""
    attacks = vectors(address)
    every = " ".join(attacks)
    reports, stances, incidents, tolls = [], [], [], []
    for number, attack in enumerate(attacks):
        text = f"{attack} {attack}\n"
        span = Span.of(text, 0, len(attack))
        record = Record(
            Document(
                _document(number), text, title=attack, publisher=attack, byline=attack, credit=attack, published=attack, url=attack,
                language=attack,
            ),
            events=(Event(f"e{attack}", span, attack, status="happened", asserted_by=(attack, "narrator"), incident="i1"),),
            incidents=(Incident("i1", attack, events=(f"e{attack}",), perpetrators=(Perpetrator((span,), None, None, "claimed"),)),),
        )  # fmt: skip
        capture = Capture(attack, attack, attack, attack)
        reports.append(reported(number, record, captures=(capture,)))
        value = Value(number, number + 3, attack, attack)
        stances.append(
            Stance(_document(number), None, (span,), "asserts", attack, value, attack, organisation=f"{attack} body")
        )
        incidents.append((_document(number), "i1"))
        tolls.append(SourceToll(_document(number), "i1", attack, Toll(killed=Count(number, None))))
    documents = tuple(map(_document, range(len(attacks))))
    joins = (Join("copies", tuple(range(len(attacks))), every),)
    claim = Claim(
        "c1", every, "quantity", Slots(every, every, every, every), tuple(stances), Tally(1, 1, 1, 1, 1, 1, {every: 2}, joins),
        "contested", every,
    )  # fmt: skip
    happening = Happening(
        "h1",
        every,
        tuple(incidents),
        Where(every, 1, 1.0, 1.0, attacks[0], "settlement"),
        When(attacks[1], attacks[2]),
        tuple(tolls),
        every,
        {"status": every},
    )
    judged = tuple(
        Judgement(f"j{number}", "c1", "r1", None, attack, attack, attack, attack, attack)
        for number, attack in enumerate(attacks)
    )
    return Memory(
        tuple(reports), (claim,), (happening,), (Copies("cf1", documents, None, {documents[0]: "wholly"}),), judged
    )


def test_there_are_sixty_attacks() -> None:
    assert len(set(vectors("http://127.0.0.1:1"))) == 60


def test_nothing_of_hostile_reports_runs_or_leaves(tmp_path: Path, listener: Listener) -> None:
    attacks = vectors(listener.address)
    files, account = given_out(FORMAT, hostile(listener.address))
    assert account.written == {"claim": 1, "happening": 1}
    for name, quoted in (("c1.html", len(attacks)), ("h1.html", len(attacks)), ("index.html", 0)):
        (tmp_path / name).write_bytes(files[name])
        seen = opened(tmp_path / name, tmp_path / "profile")
        assert not RAN.search(seen)
        assert not _FOREIGN.findall(seen)
        assert not re.search(r"<[^>]*\son\w+=", re.sub(r'"[^"]*"', '""', seen))
        # No attack swallowed or closed anything: every quotation and the foot are there.
        assert seen.count('<figure class="q">') == quoted
        assert seen.count("</footer>") == 1
        assert "&lt;script&gt;" in seen
    assert listener.seen == []


def test_the_policy_holds_even_if_markup_got_in(tmp_path: Path, listener: Listener) -> None:
    page = dossier_of(material(), "c1")
    assert page
    # A refresh is no load that a policy could forbid; what closes the head would end the page before its policy counts.
    attacks = "".join(one for one in vectors(listener.address) if not re.search(r"refresh|title|<base|<!--", one))
    broken = page.replace("<main>", f"<main>{attacks}", 1)
    assert broken != page
    (tmp_path / "broken.html").write_text(broken, encoding="utf-8")
    assert not RAN.search(opened(tmp_path / "broken.html", tmp_path / "profile"))
    # Chromium opens a connection for a frame before it asks the policy, and then sends nothing.
    assert [request for request in listener.seen if request] == []
    # The same without the policy: this test would notice a script and a request.
    bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", broken)
    (tmp_path / "bare.html").write_text(bare, encoding="utf-8")
    assert RAN.search(opened(tmp_path / "bare.html", tmp_path / "profile"))
    assert any(b"/image" in request for request in listener.seen)


def test_a_print_has_numbered_pages_and_no_quotation_is_split(tmp_path: Path) -> None:
    words = [
        f"Number {number} said that the bridge over the river had been held through the night by all of them"
        for number in range(40)
    ]
    reports = tuple(
        reported(number, Record(Document(_document(number), f"{text}\n", title=f"Report {number}")))
        for number, text in enumerate(words)
    )
    stances = tuple(
        Stance(
            _document(number),
            None,
            (Span.of(f"{text}\n", 0, len(text)),),
            "denies" if number % 3 else "asserts",
            f"Source {number}",
        )
        for number, text in enumerate(words)
    )
    claim = Claim("c1", "The bridge was held.", "control", Slots(), stances, None, "contested")
    page = dossier_of(Memory(reports, (claim,)), "c1")
    assert page
    (tmp_path / "c1.html").write_text(page, encoding="utf-8")
    printed(tmp_path / "c1.html", tmp_path / "profile", tmp_path / "c1.pdf")
    pdf = pypdfium2.PdfDocument(tmp_path / "c1.pdf")
    pages = [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in pdf]
    assert len(pages) > 3
    assert all(f"page {number} of {len(pages)}" in text for number, text in enumerate(pages, 1))
    assert [round(side) for side in pdf[0].get_size()] == [595, 842]
    for number in range(len(words)):
        # Both ends of each quotation and its hash stand on one page.
        ends = [f"Number {number} said", f"characters 0–{len(words[number])}"]
        assert any(all(end in text for end in ends) for text in pages)
