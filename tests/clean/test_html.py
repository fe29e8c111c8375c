"""The article of a page, what the page says about it, and what was left out of it."""

from __future__ import annotations

import pytest

from onrecord.clean.report import clean
from onrecord.errors import UnreadableInput
from onrecord.record import Document
from onrecord.record.original import Original

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Bridge falls | The Ledger</title>
<meta property="og:site_name" content="The Ledger"><meta name="author" content="Dana Okoro">
<meta property="article:published_time" content="2018-12-14T10:00:00Z">
<link rel="canonical" href="https://ledger.example/bridge"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<div class="teaser"><p>Bridge falls</p></div>
<article><h1>Bridge falls to the alliance</h1>
<p>BEIRUT, Dec. 14 (Reuters) - The alliance took the <b>old bridge</b> on Friday, its spokesman said &mdash; after weeks
of fighting.</p>
<figure><img src="x.jpg"><figcaption>A guard at the bridge (Photo: Ledger)</figcaption></figure>
<p>&ldquo;We hold it now,&rdquo; he told the Ledger. He gave no figures for the dead,<br>and asked for patience.</p>
<p>For more stories, go to www.ledger.example</p>
</article>
<footer>Copyright 2018 The Ledger</footer></body></html>"""


def read(page: str) -> tuple[Document, list[str]]:
    cleaned = clean(Original.of(page.encode(), "text/html", "page.html"))
    return cleaned.document, [note.what for note in cleaned.notes]


def test_the_article_is_read_in_paragraphs() -> None:
    document, notes = read(PAGE)
    assert document.text.split("\n")[:3] == [
        "Bridge falls to the alliance",
        "BEIRUT, Dec. 14 (Reuters) - The alliance took the old bridge on Friday, its spokesman said — after weeks of fighting.",
        "“We hold it now,” he told the Ledger. He gave no figures for the dead,",
    ]
    assert "Home" not in document.text
    assert notes == []


def test_what_the_page_says_about_itself() -> None:
    document, _ = read(PAGE)
    assert (document.title, document.byline, document.publisher) == (
        "Bridge falls to the alliance",
        "Dana Okoro",
        "The Ledger",
    )
    assert (document.published, document.url, document.language) == (
        "2018-12-14",
        "https://ledger.example/bridge",
        "en",
    )
    assert document.credit == "Reuters"
    assert document.dateline is not None
    assert (document.dateline.place, document.dateline.date) == ("BEIRUT", "Dec. 14")


def test_what_is_no_article_is_reported_with_its_bytes() -> None:
    document, _ = read(PAGE)
    content = PAGE.encode()
    outside = [(r.why, content[slice(*r.bytes)].decode()) for r in document.removed if r.span is None and r.bytes]
    assert ("caption", "A guard at the bridge (Photo: Ledger)") in outside
    assert ("boilerplate", "Copyright 2018 The Ledger") in outside
    assert any(why == "boilerplate" and text.startswith("Home</a>") for why, text in outside)


def test_furniture_in_the_article_stays_and_is_marked() -> None:
    document, _ = read(PAGE)
    marked = {r.span.text: r.why for r in document.removed if r.span is not None}
    assert marked["For more stories, go to www.ledger.example"] == "boilerplate"
    assert marked["BEIRUT, Dec. 14 (Reuters) - "] == "dateline"
    blanked = document.reading_text()
    assert len(blanked) == len(document.text)
    assert "Reuters" not in blanked
    assert "For more stories" not in blanked
    assert blanked.index("The alliance took") == document.text.index("The alliance took")


def test_a_short_paragraph_is_not_taken_for_its_teaser() -> None:
    page = PAGE.replace("Bridge falls to the alliance</h1>", "Bridge falls</h1>")
    document, _ = read(page)
    start = document.text.index("Bridge falls")
    assert document.origin is not None
    assert document.origin.bytes_of(start, start + 12) == (page.index("<h1>") + 4, page.index("</h1>"))


def test_without_an_article_all_that_is_visible_is_read() -> None:
    document, notes = read("<html><body><div>" * 300 + "<p>The army denied it.</p>" + "</div>" * 300)
    assert document.text == "The army denied it."
    assert any("no article was found" in note for note in notes)


def test_a_page_cut_off_in_the_middle() -> None:
    document, _ = read(PAGE[: PAGE.index("He gave no figures") + 7])
    assert "The alliance took the old bridge on Friday" in document.text
    assert "“We hold it now,” he told the Ledger. He gave" in document.text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><script>var text = 'The army denied it.';</script></body></html>",
        "<html><head><title>Only a title</title></head><body></body></html>",
        "<!-- nothing -->",
        "<p>&nbsp;</p>",
    ],
)
def test_a_page_that_shows_no_words(page: str) -> None:
    with pytest.raises(UnreadableInput, match=r"^page.html: the page shows no words"):
        read(page)


def test_references_to_characters_that_no_reader_should_meet() -> None:
    page = PAGE.replace("We hold it", "We &#x202E;hold&#8203; it")
    document, notes = read(page)
    assert "“We hold it now,”" in document.text
    assert any("character references" in note for note in notes)


def test_a_comment_that_is_never_closed_is_noted() -> None:
    document, notes = read(PAGE.replace("<p>For more stories", "<!-- <p>For more stories"))
    assert "and asked for patience." in document.text
    assert "For more stories" not in document.text
    assert "a comment that is never closed hides the rest of the page" in notes


@pytest.mark.parametrize("section", ["<![if !IE]>", "<![CDATA[x]]>", "<![", "<![ >", "<!>", "<?php echo 1 ?>"])
def test_markup_that_only_some_parsers_know(section: str) -> None:
    document, _ = read(PAGE.replace("<p>&ldquo;", f"{section}<p>&ldquo;"))
    assert "“We hold it now,” he told the Ledger." in document.text
