"""The page: parts joined, however they overlap; foreign text never markup; nothing from outside."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from onrecord.cli.page import PageWriter
from onrecord.cli.page.frame import style
from onrecord.cli.page.report import report_markup
from onrecord.errors import SettingsError
from onrecord.record import Content, Cue, Document, Event, Quantity, Record, Removed, Source, Span, State, Statement
from onrecord.wording.blocks import JOINED, blocks_of
from onrecord.wording.rows import rows_of
from tests.cli.happenings import shelling
from tests.cli.records import HOSTILE, bridge, hostile, many, span

OUR_TAGS = set(
    "html head meta title style body header main article section nav footer div p span a h1 h2 h3 ol ul li bdi details summary "
    "input label"
    .split()
)  # fmt: skip
OUR_ATTRIBUTES = set(
    "class id href dir lang role charset content name http-equiv open aria-label aria-labelledby type checked for".split()
)
VOID = {"meta", "input"}


class Parsed(HTMLParser):
    """What a page is made of, and the text of its report with the classes that each character has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.letters: list[tuple[str, frozenset[str]]] = []
        self._open: list[tuple[str, str]] = []
        self.feed(page)
        self.close()
        assert not self._open, "an element is not closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.add(tag)
        self.attributes |= values.keys()
        if "id" in values:
            self.ids.append(values["id"] or "")
        if "href" in values:
            self.links.append(values["href"] or "")
        if tag not in VOID:
            self._open.append((tag, values.get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        kinds = [kind for _, kind in self._open]
        if "w" in kinds and not {"n", "n p1", "why"} & set(kinds) and not kinds[-1].startswith("n "):
            classes = frozenset(name for kind in kinds for name in kind.split())
            self.letters += [(letter, classes) for letter in data]


def page_of(*records: Record, tmp_path: Path, left: tuple[str, ...] = ()) -> str:
    target = tmp_path / "page.html"
    with PageWriter(target) as page:
        for record in records:
            page.add(record, "folder/post.txt")
        for name in left:
            page.leave_out("failed", name, f"{name}: cannot be read")
        page.finish()
    return target.read_text(encoding="utf-8")


def test_every_part_is_highlighted_and_joined_to_its_card(tmp_path: Path) -> None:
    page = page_of(bridge(), tmp_path=tmp_path)
    assert '<span class="t p1">“The bridge is ours,”</span>' in page
    assert '<span class="t p1">“and so is the mill.”</span>' in page
    assert re.search(
        r'<li class="card p1"><a class="n" href="#r1s1">1</a><span class="who"><bdi>Mayor Alda Brun<', page
    )
    # The mayor's "mayor" is source and cue at once: the page splits where they cross.
    assert '<span class="s p1">the </span><span class="c s p1">mayor</span><span class="c p1"> said</span>' in page
    # The nested denial: its source lies in the content of the outer statement, its content is a shade deeper.
    assert re.search(r'<span class="s t p1 p2">the colonel</span>', page)
    assert re.search(r'<span class="t t2 p1 p2">that the guns had fired</span>', page)
    assert re.search(r'<li class="card d1 p2">.*?inside 2', page)


def test_what_was_passed_over_is_there_with_the_reason(tmp_path: Path) -> None:
    page = page_of(bridge(), tmp_path=tmp_path)
    assert '<span class="why">byline</span><span class="g">By Orla Finn</span>' in page
    assert "boilerplate, bytes 10 to 20" in page
    assert "1 boilerplate, 1 byline" in page


def test_links_lead_somewhere_and_only_within_the_page(tmp_path: Path) -> None:
    parsed = Parsed(page_of(bridge(), hostile(), many(30), tmp_path=tmp_path))
    assert len(set(parsed.ids)) == len(parsed.ids)
    assert len(parsed.links) > 30
    assert all(link.startswith("#") and link[1:] in parsed.ids for link in parsed.links)


def test_events_numbers_and_states_are_a_layer_that_can_be_switched_off(tmp_path: Path) -> None:
    page = page_of(shelling(), tmp_path=tmp_path)
    assert '<span class="t ev p1">shelled</span><a class="n h" id="r1e1" href="#r1e1"' in page
    assert '<span class="t ev no p1">bombed</span>' in page
    assert '<span class="t qu p2">dozens</span><span class="n q">24 to 99</span>' in page
    assert '<span class="st">hold Orford</span><a class="n h" id="r1h1"' in page
    assert "What happened, or is said to: 3" in page
    assert "planned: Colonel Vesh (4)" in page
    assert '<input type="checkbox" id="layer" checked><label for="layer">' in page
    assert "body:has(#layer:not(:checked)) :is(.h,.q,.layer){display:none}" in style()
    assert "<script" not in page


def test_hostile_events_are_text(tmp_path: Path) -> None:
    record, text = shelling(), hostile().document.text
    event = replace(record.events[0], trigger=span(text, HOSTILE), type=HOSTILE, incident=None, asserted_by=(HOSTILE,))
    state = replace(record.states[0], span=span(text, HOSTILE), kind="presence")
    chains = tuple(replace(chain, name=HOSTILE) for chain in record.chains)
    bad = replace(hostile(), events=(event,), states=(state,), chains=chains, places=record.places)
    page = page_of(bad, tmp_path=tmp_path)
    parsed = Parsed(page)
    assert parsed.tags <= OUR_TAGS
    assert parsed.attributes <= OUR_ATTRIBUTES
    assert not re.search("[\u202e\x1b]", page)
    assert all(link[1:] in parsed.ids for link in parsed.links)


def test_hostile_text_is_text(tmp_path: Path) -> None:
    page = page_of(hostile(), tmp_path=tmp_path, left=("<script>x</script>.txt",))
    parsed = Parsed(page)
    assert parsed.tags <= OUR_TAGS
    assert parsed.attributes <= OUR_ATTRIBUTES
    assert not re.search("[\u202e\x1b]", page)
    assert '<span class="u">U+202E</span>' in page
    assert "&lt;script&gt;x&lt;/script&gt;.txt" in page
    assert "alert(1)" in page


def test_the_policy_allows_the_style_sheet_and_nothing_else(tmp_path: Path) -> None:
    page = page_of(bridge(), tmp_path=tmp_path)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    sheet = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert policy
    assert sheet
    digest = base64.b64encode(hashlib.sha256(sheet[1].encode()).digest()).decode()
    assert policy[1] == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert page.index("Content-Security-Policy") < page.index("<style>")
    assert not re.search(r"url\(|@import|https?:", page)


def test_the_style_sheet_joins_every_place_that_is_used() -> None:
    record = many(500)
    blocks = blocks_of(record.document.text, rows_of(record))
    assert 1 < max(place for block in blocks for place in block.places().values()) <= JOINED
    assert all(f".b:has(.p{place}:is(" in style() for place in range(1, JOINED + 1))


def test_several_reports_have_contents_and_what_is_missing_is_told(tmp_path: Path) -> None:
    page = page_of(bridge(), many(2), tmp_path=tmp_path, left=("gone.txt",))
    assert '<a href="#r1"><bdi>Bridge held, says mayor</bdi></a>' in page
    assert '<a href="#r2"><bdi>folder/post.txt</bdi></a>' in page
    assert "Not on this page" in page
    assert "gone.txt: cannot be read" in page
    assert "2 reports, 6 statements" in page


def test_a_report_without_statements_still_shows_its_text(tmp_path: Path) -> None:
    page = page_of(Record(Document("x", "Only weather.\n")), tmp_path=tmp_path)
    assert "No statement was found in it." in page
    assert '<p dir="auto">Only weather.</p>' in page


def spans_of(text: str) -> st.SearchStrategy[Span]:
    edge = st.integers(0, len(text))
    return st.tuples(edge, edge).map(lambda pair: Span.of(text, min(pair), max(pair)))


@settings(max_examples=40, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.data())
def test_any_spans_mark_exactly_their_characters_and_the_text_stays_whole(data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from("ab <&\n\u202e🜂"), max_size=40))
    spans = st.lists(spans_of(text), min_size=1, max_size=3).map(tuple)
    count = data.draw(st.integers(1, 4))
    statements = tuple(
        Statement(
            f"s{k}", "indirect", Source(data.draw(spans)), Cue(data.draw(spans)), Content(data.draw(spans)),
            inside=data.draw(st.sampled_from([None, "s0", "s1", "s9"])),
        )
        for k in range(count)
    )  # fmt: skip
    removed = (Removed(data.draw(spans_of(text)), "credit"),)
    marks = [data.draw(spans_of(text)) for _ in range(3)]
    record = Record(
        Document("x", text, removed=removed),
        statements=statements,
        events=(Event("e", marks[0], "shelling", status="happened"),),
        quantities=(Quantity("q", marks[1], 2, 9, "vague"),),
        states=(State("st", "presence", span=marks[2]),),
    )
    parsed = Parsed("".join(report_markup(record, "x", "r1")))
    shown = [at for line in re.finditer(r"[^\n]+", text) if line[0].strip() for at in range(line.start(), line.end())]
    letters: list[tuple[str, frozenset[str]]] = []
    for letter, classes in parsed.letters:
        # A mark is several letters on the page and one in the text.
        if "u" not in classes:
            letters.append((letter, classes))
        elif letter == "U":
            letters.append(("\u202e", classes))
    assert [letter for letter, _ in letters] == [text[at] for at in shown]
    for kind, name in (("source", "s"), ("cue", "c"), ("content", "t")):
        covered = {at for one in statements for part in getattr(one, kind).spans for at in range(part.start, part.end)}
        assert [name in classes for _, classes in letters] == [at in covered for at in shown]
    gone = {at for one in removed if one.span for at in range(one.span.start, one.span.end)}
    assert ["g" in classes for _, classes in letters] == [at in gone for at in shown]
    for mark, name in zip(marks, ("ev", "qu", "st"), strict=True):
        # Blanks around the words are no part of a mark.
        words = {at for at in range(mark.start, mark.end) if text[at].strip()}
        marked = {at for at, (_, classes) in zip(shown, letters, strict=True) if name in classes}
        assert words <= marked <= set(range(mark.start, mark.end))
    assert len(set(parsed.ids)) == len(parsed.ids)
    assert all(link[1:] in parsed.ids for link in parsed.links if not link.startswith("#r1s"))


def test_a_long_report_is_cut_into_small_blocks_in_a_blink() -> None:
    record = many(6000)
    blocks = blocks_of(record.document.text, rows_of(record))
    assert sum(len(block.rows) for block in blocks) == 6000
    assert max(len(block.rows) for block in blocks) <= JOINED
    markup = "".join(report_markup(record, "x", "r1"))
    assert 'class="report long"' in markup
    assert len(markup) < 12 * len(record.document.text)


def test_one_endless_paragraph_is_cut_between_statements() -> None:
    record = many(200)
    text = record.document.text.replace("\n", " ")
    flat = replace(record, document=replace(record.document, text=text))
    blocks = blocks_of(text, rows_of(flat))
    assert max(len(block.rows) for block in blocks) <= 10
    assert "".join(text[unit.start : unit.end] for block in blocks for unit in block.units) == text


def test_a_page_that_cannot_be_written_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be written there"):
        PageWriter(tmp_path / "no" / "page.html")
    with pytest.raises(SettingsError, match="Is a directory"):
        PageWriter(tmp_path)


def test_an_unfinished_page_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_text("old")
    with PageWriter(target) as page:
        page.add(bridge(), "x")
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_the_page_goes_where_a_link_leads_and_into_devices(tmp_path: Path) -> None:
    target, link = tmp_path / "page.html", tmp_path / "link.html"
    target.write_text("old")
    link.symlink_to(target)
    with PageWriter(link) as page:
        page.add(bridge(), "x")
        page.finish()
    assert link.is_symlink()
    assert unescape(target.read_text()).startswith("<!doctype html>")
    with PageWriter(Path("/dev/null")) as page:
        page.add(bridge(), "x")
        page.finish()
    assert Path("/dev/null").is_char_device()
