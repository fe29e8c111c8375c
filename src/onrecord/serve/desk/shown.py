"""How values are shown on pages: what the templates know as filters. Nothing of a report is ever taken as markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any, Final

from markupsafe import Markup

from onrecord.ontology import load_ontology
from onrecord.record import Claim
from onrecord.serve.desk.addresses import copies_address, words_address
from onrecord.wording.circumstances import figure
from onrecord.wording.rows import ACTS
from onrecord.wording.visible import flat, unseen_in

__all__ = ["SHOWN", "corrected", "days", "foreign", "many", "plain", "type_name", "words"]


# Put together, since filling in costs several times as much, and a page has hundreds of names.
_APART: Final = Markup("<bdi>")
_TOGETHER: Final = Markup("</bdi>")


def words(text: str | None) -> Markup:
    """Text of others within our page: escaped, unseen characters as marks."""
    escaped = escape(text or "")
    if not escaped.isprintable():
        marks = {ord(one): f'<span class="unseen">{name}</span>' for one, name in unseen_in(escaped).items()}
        escaped = escaped.translate(marks)
    return Markup(escaped)  # noqa: S704 (escaped in the line above)


def foreign(text: str | None, otherwise: str = "—") -> Markup:
    """A name or a title of others in a line of ours, on one line and kept from changing its direction."""
    return _APART + words(flat(text)) + _TOGETHER if text and text.strip() else words(otherwise)


def plain(value: str | None) -> str:
    """A value of a vocabulary in words: "single_source" is "single source"."""
    return (value or "").replace("_", " ")


def type_name(type_: str | None) -> str:
    """The name of a type of event in the ontology."""
    known = load_ontology().types.get(type_ or "")
    return known.name if known else plain(type_) or "something"


def days(earliest: str | None, latest: str | None) -> str:
    """A date or a range of dates; "" for none."""
    if earliest is None and latest is None:
        return ""
    if earliest is None or latest is None:
        return f"until {latest}" if earliest is None else f"since {earliest}"
    return earliest if earliest == latest else f"{earliest} to {latest}"


def many(count: int | None, one: str, more: str | None = None) -> str:
    """A number with its noun: "1 report", "2 reports"."""
    return f"{count or 0:,} {one if count == 1 else more or one + 's'}"


def percent(value: float | None) -> str:
    """A probability as a percentage; "" for none."""
    return "" if value is None else f"{value:.0%}"


def joined(values: Iterable[Any], by: str = ", ") -> str:
    """What is not empty, in a row."""
    return by.join(str(value) for value in values if value)


def does(act: str | None) -> str:
    """What is done by a statement: "denies", or "says" for plainly stating something."""
    return ACTS.get(act or "", "says")


def status_of(claim: Claim) -> str:
    """What the stances of a claim come to, in words."""
    return plain(claim.status) or "nobody asserts it"


def corrected(value: Any) -> str:
    """What a reviewer says is right: each field with its value, or a value alone."""
    if isinstance(value, Mapping):
        return "; ".join(f"{plain(name)}: {corrected(said) or 'none'}" for name, said in value.items())
    if isinstance(value, list):
        return ", ".join(
            _stance(one) if isinstance(one, Mapping) and "stance" in one else corrected(one) for one in value
        )
    return "" if value is None else str(value)


def _stance(one: Mapping[str, Any]) -> str:
    return f"{one.get('source') or 'the report itself'} {plain(one['stance'])}"


SHOWN: Final[dict[str, Callable[..., Any]]] = {
    "words": words, "foreign": foreign, "plain": plain, "type_name": type_name, "days": days, "many": many, "percent": percent,
    "figure": figure, "flat": flat, "joined": joined, "status_of": status_of,
    "does": does, "corrected": corrected,
    "words_address": words_address, "copies_address": copies_address,
}  # fmt: skip
"""The filters by the names that the templates use."""
