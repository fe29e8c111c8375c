"""What a page may ask of a parser, checked before any parser sees it."""

from __future__ import annotations

import re

from onrecord.errors import RefusedInput

__all__ = ["MOST_ATTRIBUTES", "MOST_DEPTH", "check_page"]

# The parsers take time in the square of the attributes of a tag: 80,000 hold lxml for a minute.
MOST_ATTRIBUTES = 2_000
MOST_DEPTH = 1_000

_NAME = re.compile(r"/?([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"""[\s/]*[^\s/>][^\s/>=]*\s*(?:=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?""")
_SPACE = re.compile(r"[\s/]*")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "noembed", "noframes"})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
# A parser closes these by itself, so that leaving out their end tags makes nothing deeper.
_CLOSED_BY_PARSER = frozenset(
    {"p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "optgroup", "colgroup", "html"}
    | {"head", "body"}
)
_ADVICE = "Save the page again from a browser, or give its text as a .txt file."


def check_page(markup: str, name: str) -> int:
    """Refuses markup that would hold a parser for long.

    Args:
        markup: The page.
        name: What to call it in an error.

    Returns:
        Where the page ends: before a comment that is never closed, which hides the rest of the page.

    Raises:
        RefusedInput: A tag has too many attributes, or elements are nested too deeply.
    """
    open_elements: list[str] = []
    opened: dict[str, int] = {}
    at = 0
    while (at := markup.find("<", at)) >= 0:
        if markup.startswith("<!--", at):
            end = markup.find("-->", at + 4)
            if end < 0:
                return at
            at = end
            continue
        match = _NAME.match(markup, at + 1)
        if match is None:
            at += 1
            continue
        tag = match.group(1).lower()
        closing = markup[at + 1] == "/"
        at = _after_attributes(markup, match.end(), name, tag)
        if closing:
            _close(tag, open_elements, opened)
        elif tag in _RAW:
            at = _after_raw(markup, at, tag)
        elif tag not in _VOID and tag not in _CLOSED_BY_PARSER:
            open_elements.append(tag)
            opened[tag] = opened.get(tag, 0) + 1
            if len(open_elements) > MOST_DEPTH:
                raise RefusedInput(
                    f"{name}: elements are nested more than {MOST_DEPTH:,} deep, which can stall a parser. {_ADVICE}"
                )
    return len(markup)


def _after_attributes(markup: str, at: int, name: str, tag: str) -> int:
    for _ in range(MOST_ATTRIBUTES + 1):
        match = _ATTRIBUTE.match(markup, at)
        if match is None:
            gap = _SPACE.match(markup, at)
            return gap.end() if gap else at
        at = match.end()
    raise RefusedInput(
        f"{name}: a <{tag[:20]}> tag has more than {MOST_ATTRIBUTES:,} attributes, which can stall a parser. {_ADVICE}"
    )


def _close(tag: str, open_elements: list[str], opened: dict[str, int]) -> None:
    if not opened.get(tag):
        return
    while True:
        popped = open_elements.pop()
        opened[popped] -= 1
        if popped == tag:
            return


def _after_raw(markup: str, at: int, tag: str) -> int:
    match = re.compile(f"</{tag}", re.IGNORECASE).search(markup, at)
    return len(markup) if match is None else match.start()
