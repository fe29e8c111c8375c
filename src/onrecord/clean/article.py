"""The article of a page: its paragraphs and what the page says about it. The only caller of trafilatura."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from lxml.etree import _Element, iterwalk
from resiliparse.extract.html2text import extract_plain_text
from trafilatura import bare_extraction, load_html

from onrecord.clean.body import Article
from onrecord.clean.canonical import tidy
from onrecord.clean.declared import declared
from onrecord.clean.evidence import Evidence

__all__ = ["extract", "second_length"]

_BLOCKS = frozenset({"p", "head", "item", "quote", "row", "list", "table", "code", "div", "ab", "fw", "lb"})


def extract(markup: str) -> Article:
    """Finds the article of a page; without lines if there is none.

    Args:
        markup: The page, already checked against the limits.
    """
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    tree = load_html(markup)
    said = () if tree is None else tuple(declared(tree))
    # Only a date that the page states: a search through its text would be a guess.
    found = bare_extraction(
        markup,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or isinstance(found, dict):
        return Article(evidence=said)
    lines = tuple(" ".join(tidy(line).split()) for line in _lines(found.body)) if found.body is not None else ()
    values = {
        "title": found.title, "byline": found.author, "published": found.date, "publisher": found.sitename, "url": found.url
    }  # fmt: skip
    guessed = (Evidence(field, value, "extractor") for field, value in values.items() if isinstance(value, str))
    return Article(tuple(line for line in lines if line), (*said, *guessed))


def _lines(body: _Element) -> Iterator[str]:
    """The text of a tree, a line for each block; no recursion, since trees may be deep."""
    pieces: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            yield "".join(pieces)
            pieces = []
        elif element.tag == "cell":
            pieces.append(" ")
        text = element.text if event == "start" else element.tail
        if text and not (event == "end" and element is body):
            pieces.append(text)
    yield "".join(pieces)


def second_length(markup: str) -> int:
    """How many letters another extractor would take for the article."""
    text = extract_plain_text(markup, main_content=True, alt_texts=False, links=False, form_fields=False)
    return sum(map(str.isalnum, text))
