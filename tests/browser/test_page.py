"""The page in a real browser: nothing of a hostile report runs, nothing leaves the machine, and what it shows is there."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.cli.page import PageWriter
from onrecord.record import Document, Record, Removed, Span
from tests.browser.chromium import CHROMIUM, RAN, Listener, opened
from tests.cli.records import bridge, hostile

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine; install chromium to run this"),
]


def attacks(address: str) -> list[str]:
    """Ways to run a script or to send a request, each of which works where text is taken for markup."""
    run = "document.documentElement.dataset.ran=1"
    return [
        f"<script>{run}</script>",
        f"<img src='{address}/image' onerror='{run}'>",
        f"<svg onload={run}><script>{run}</script></svg>",
        f'"><img src={address}/attribute onerror={run}>',
        f"</style><style>@import url({address}/style);body{{background:url({address}/ground)}}</style>",
        f"</title><link rel=stylesheet href={address}/link><base href={address}/>",
        f"<iframe src={address}/frame srcdoc='<script>parent.{run}</script>'></iframe>",
        f"<meta http-equiv=refresh content='0;url={address}/refresh'>",
        f"<a href='javascript:{run}' autofocus onfocus='{run}'>a</a><details open ontoggle={run}>",
        f"\u202e</bdi></span></p></section></article><body onload={run}><object data={address}/object>",
    ]


def hostile_report(address: str) -> Record:
    attack = " ".join(attacks(address))
    text = f"{attack}\n\nA {attack} woman said that {attack} was all.\n"
    document = Document(
        "sha256:3", text, title=attack, publisher=attack, byline=attack, url=f"{address}/url", credit=attack,
        published=attack, language=f'en"{attack}', removed=(Removed(None, attack), Removed(Span.of(text, 0, 9), attack)),
    )  # fmt: skip
    record = hostile()
    statement = record.statements[0]
    parts = (text.index("A <"), text.index("woman") + 5, text.index("said"), text.index("that <"))
    source, cue = Span.of(text, parts[0], parts[1]), Span.of(text, parts[2], parts[2] + 4)
    content = Span.of(text, parts[3], len(text) - 2)
    assert statement.source
    assert statement.cue
    told = replace(
        statement,
        source=replace(statement.source, spans=(source,), name=attack),
        cue=replace(statement.cue, spans=(cue,)),
        content=replace(statement.content, spans=(content,)),
        condition=content,
    )
    return Record(document, statements=(told,), notes=record.notes)


def write(record: Record, name: str, target: Path) -> str:
    with PageWriter(target) as page:
        page.add(record, name)
        page.add(bridge(), "post.txt")
        page.leave_out("failed", name, name)
        page.finish()
    return target.read_text(encoding="utf-8")


def test_nothing_of_a_hostile_report_runs_or_leaves(tmp_path: Path, listener: Listener) -> None:
    write(hostile_report(listener.address), " ".join(attacks(listener.address)), tmp_path / "page.html")
    seen = opened(tmp_path / "page.html", tmp_path / "profile")
    assert not RAN.search(seen)
    assert listener.seen == []
    assert "<script" not in seen
    assert "&lt;script&gt;" in seen
    # The report after it is whole: nothing of the hostile one swallowed or closed anything.
    assert '<span class="t p1">“The bridge is ours,”</span>' in seen
    assert re.search(r'<span class="s t p1 p2">the colonel</span>', seen)
    assert seen.count("<article ") == 2


def test_the_policy_holds_even_if_markup_got_in(tmp_path: Path, listener: Listener) -> None:
    page = write(bridge(), "post.txt", tmp_path / "page.html")
    attack = "".join(
        attack for attack in attacks(listener.address) if "refresh" not in attack and "title" not in attack
    )
    broken = page.replace("Bridge held, says mayor</p>", f"Bridge held, says mayor</p>{attack}", 1)
    assert broken != page
    (tmp_path / "broken.html").write_text(broken, encoding="utf-8")
    assert not RAN.search(opened(tmp_path / "broken.html", tmp_path / "profile"))
    assert listener.seen == []
    # The same without the policy: this test would notice a script and a request.
    bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", broken)
    (tmp_path / "bare.html").write_text(bare, encoding="utf-8")
    assert RAN.search(opened(tmp_path / "bare.html", tmp_path / "profile"))
    assert any(b"/image" in request for request in listener.seen)
