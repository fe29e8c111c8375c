"""All the visible text of a page, each character with its place in the bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from html.entities import html5
from html.parser import HTMLParser

from onrecord.clean.canonical import tidy
from onrecord.clean.mapping import Decoded, Weaver

__all__ = ["Page", "walk"]

_UNSEEN = frozenset({"script", "style", "template", "title", "textarea", "iframe", "svg", "select", "object"})
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark q s samp small span strike strong "
    "sub sup time tt u var wbr".split()
)
_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows.

    Attributes:
        shown: Its visible text; line breaks between blocks are made up.
        captions: Where in that text figure captions stand.
        language: What the page declares as its language.
    """

    shown: Decoded
    captions: tuple[tuple[int, int], ...] = ()
    language: str | None = None


def walk(decoded: Decoded, end: int) -> Page:
    """Collects the visible text of a page.

    Args:
        decoded: The markup.
        end: Where the page ends in it.
    """
    walker = _Walker(decoded, end)
    walker.feed(decoded.text[:end])
    walker.close()
    return walker.page()


class _Walker(HTMLParser):
    def __init__(self, decoded: Decoded, end: int) -> None:
        super().__init__(convert_charrefs=False)
        self._end = end
        self._markup = decoded.text
        self._weaver = Weaver(decoded)
        self._lines = [0, *(match.end() for match in re.finditer("\n", decoded.text))]
        self._text_from: int | None = None
        self._unseen: str | None = None
        self._unseen_depth = 0
        self._broken = True
        self._caption: int | None = None
        self._captions: list[tuple[int, int]] = []
        self._language: str | None = None
        self._tidied = 0

    def page(self) -> Page:
        said = f"{self._tidied} character references to control or invisible characters are left out or shown as U+FFFD"
        shown = self._weaver.woven([said] if self._tidied else [])
        return Page(shown, tuple(self._captions), self._language)

    def close(self) -> None:
        super().close()
        self._flush(self._end)

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    # Text events only mark where text begins: references are resolved in one place, with their extent known.
    def handle_data(self, data: str) -> None:  # noqa: ARG002
        if self._text_from is None:
            self._text_from = self._here()

    def handle_entityref(self, name: str) -> None:
        self.handle_data(name)

    def handle_charref(self, name: str) -> None:
        self.handle_data(name)

    def handle_comment(self, data: str) -> None:  # noqa: ARG002
        self._flush(self._here())

    def handle_decl(self, decl: str) -> None:  # noqa: ARG002
        self._flush(self._here())

    def handle_pi(self, data: str) -> None:  # noqa: ARG002
        self._flush(self._here())

    def unknown_decl(self, data: str) -> None:  # noqa: ARG002
        self._flush(self._here())

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        # The parser stops with an assertion at one that it does not know. To a browser it is a comment like any other.
        return self.parse_bogus_comment(i, report)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in ("svg", "iframe", "object", "template"):
            self.handle_endtag(tag)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._flush(self._here())
        if tag == "html" and self._language is None:
            self._language = dict(attrs).get("lang") or None
        if self._unseen is not None:
            self._unseen_depth += tag == self._unseen
        elif tag in _UNSEEN:
            self._unseen, self._unseen_depth = tag, 1
        elif tag not in _INLINE:
            self._break()
            if tag == "figcaption":
                self._caption = self._weaver.length

    def handle_endtag(self, tag: str) -> None:
        self._flush(self._here())
        if self._unseen is not None:
            self._unseen_depth -= tag == self._unseen
            if self._unseen_depth == 0:
                self._unseen = None
        elif tag not in _INLINE:
            self._break()
            if tag == "figcaption" and self._caption is not None:
                self._captions.append((self._caption, self._weaver.length))
                self._caption = None

    def _break(self) -> None:
        if not self._broken:
            self._weaver.make_up("\n")
            self._broken = True

    def _flush(self, end: int) -> None:
        start, self._text_from = self._text_from, None
        if start is None or self._unseen is not None or start >= end:
            return
        at = start
        for match in _REFERENCE.finditer(self._markup, start, end):
            meaning, stop = _resolve(match.group(), match.start())
            if meaning is not None:
                shown = tidy(meaning)
                self._tidied += shown != meaning
                self._weaver.keep(at, match.start())
                self._weaver.stand_for(shown, match.start(), stop)
                at = stop
        self._weaver.keep(at, end)
        self._broken = False


def _resolve(reference: str, start: int) -> tuple[str | None, int]:
    """What a character reference stands for and where it ends; (None, 0) if it is none."""
    if reference[1] == "#":
        return unescape(reference), start + len(reference)
    name = reference[1:]
    for length in range(len(name), 1, -1):
        if (meaning := html5.get(name[:length])) is not None:
            return meaning, start + 1 + length
    return None, 0
