"""Text to markup: nothing of a report is ever read as markup, and unseen characters are shown as marks."""

from __future__ import annotations

from html import escape

from onrecord.wording.visible import unseen_in, visible

__all__ = ["in_attribute", "in_text", "label", "of_many"]


def in_text(text: str) -> str:
    """The text as it stands between tags."""
    escaped = escape(text)
    if escaped.isprintable():
        return escaped
    marks = {ord(character): f'<span class="u">{name}</span>' for character, name in unseen_in(escaped).items()}
    return escaped.translate(marks)


def in_attribute(text: str) -> str:
    """The text as it stands in the double quotation marks of an attribute."""
    return escape(visible(" ".join(text.split())))


def label(text: str, kind: str, tag: str = "span") -> str:
    """A stretch of foreign text within a line of ours; its direction does not spill over."""
    return f'<{tag} class="{kind}"><bdi>{in_text(text)}</bdi></{tag}>'


def of_many(count: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 report", "2 reports"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
