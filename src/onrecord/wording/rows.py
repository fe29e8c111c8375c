"""A record as rows for people: who said what, in words, nested statements right below the one that they stand in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.record import Record, Span, Statement
from onrecord.wording.visible import flat

__all__ = ["ACTS", "NOBODY", "OPEN", "Row", "facts_of", "notes_of", "rows_of", "set_aside"]

NOBODY: Final = "nobody named"
OPEN: Final = "not certain who"
ACTS: Final[Mapping[str, str]] = {
    "claim_responsibility": "claims responsibility",
    "accuse": "accuses",
    "deny": "denies",
    "confirm": "confirms",
    "admit": "admits",
    "threaten": "threatens",
    "promise": "promises",
    "order": "orders",
    "demand": "demands",
    "predict": "predicts",
    "ask": "asks",
    "decline": "declines to say",
    "believe": "believes",
}
"""What is done by a statement, as the end of a sentence about who speaks; plainly stating something needs no word."""
_CERTAINTIES: Final = {
    "certain": "certain",
    "probable": "probable",
    "possible": "possible",
    "unspecified": "certainty left open",
    None: "certainty unknown",
}
_VERIFICATIONS: Final = {"not_verified": "not verified, says the report", "verified": "verified, says the report"}
_OPENING: Final = "“\"„«‘'"
_CLOSING: Final = "”\"“»’'"
# Below this it is likelier than not that the reader erred.
_WEAK: Final = 0.5


@dataclass(frozen=True, slots=True)
class Row:
    """One statement, put for people. Every text is on one line and safe to show.

    Attributes:
        number: Its number within the report, in the order of the rows.
        depth: How many statements it stands within.
        inside: Number of the statement that it stands within, or None.
        who: The fullest name of the one who speaks, or the words of the report, or that nobody is named.
        words: The words of the report for the one who speaks, where they are not that name.
        cue: The words that tell that something is said, or "".
        act: What is done by saying it ("denies"), or "" for plainly stating it.
        what: What is said; quoted words within quotation marks.
        how: How sure that is: certainty, negation, time, condition, verification, each with the words that decided it.
        statement: The statement itself.
    """

    number: int
    depth: int
    inside: int | None
    who: str
    words: str
    cue: str
    act: str
    what: str
    how: tuple[str, ...]
    statement: Statement


def rows_of(record: Record) -> tuple[Row, ...]:
    """Orders the statements by their place in the text, each followed by those within it, and puts them into words."""
    names = {chain.id: chain.name for chain in record.chains if chain.name}
    numbers: dict[str, int] = {}
    rows: list[Row] = []
    for statement, depth in _in_order(record.statements):
        numbers[statement.id] = len(rows) + 1
        inside = numbers.get(statement.inside) if statement.inside and depth else None
        rows.append(_row(statement, len(rows) + 1, depth, inside, names))
    return tuple(rows)


def facts_of(record: Record) -> tuple[str, ...]:
    """What is known about the report besides its title, in words: publisher, date, dateline, byline, credit, language."""
    document = record.document
    dateline = document.dateline
    opens = ", ".join(filter(None, (dateline.place, dateline.date))) if dateline else ""
    known = (
        document.publisher,
        document.published,
        f"from {opens}" if opens else None,
        f"by {document.byline}" if document.byline else None,
        f"credited to {document.credit}" if document.credit else None,
        f"language: {document.language}" if document.language not in (None, "en") else None,
    )
    return tuple(flat(fact) for fact in known if fact)


def set_aside(record: Record) -> str:
    """What the reader passed over, counted by reason: "2 caption, 1 credit"; "" for nothing."""
    counts = Counter(removed.why for removed in record.document.removed)
    return ", ".join(f"{count} {flat(why)}" for why, count in sorted(counts.items()))


def notes_of(record: Record, rows: tuple[Row, ...]) -> tuple[str, ...]:
    """What was given up on, with statements by the number of their row; the same reason twice is told once."""
    numbers = {f"statement {row.statement.id}": row.number for row in rows}
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for note in record.notes:
        number = numbers.get(note.where)
        found["" if number else note.where, note.what].extend([number] if number else [])
    return tuple(_note(where, what, sorted(told)) for (where, what), told in found.items())


def _note(where: str, what: str, told: Sequence[int]) -> str:
    if told:
        where = f"statement{'s' if len(told) > 1 else ''} {', '.join(map(str, told))}"
    return f"{flat(where)}: {flat(what)}"


def _in_order(statements: tuple[Statement, ...]) -> Iterator[tuple[Statement, int]]:
    """Every statement once, depth first; one whose `inside` leads nowhere, or in a circle, counts as standing alone."""
    ordered = sorted(statements, key=_place)
    children: dict[str, list[Statement]] = defaultdict(list)
    ids = {statement.id for statement in ordered}
    for statement in ordered:
        if statement.inside in ids:
            children[statement.inside or ""].append(statement)
    seen: set[int] = set()
    for root in [*(statement for statement in ordered if statement.inside not in ids), *ordered]:
        stack = [(root, 0)]
        while stack:
            statement, depth = stack.pop()
            if id(statement) in seen:
                continue
            seen.add(id(statement))
            yield statement, depth
            stack.extend((child, depth + 1) for child in reversed(children[statement.id]))


def _place(statement: Statement) -> int:
    parts = (statement.content, statement.source, statement.cue)
    return min((span.start for part in parts if part for span in part.spans), default=0)


def _row(statement: Statement, number: int, depth: int, inside: int | None, names: Mapping[str, str]) -> Row:
    who, words = _speaker(statement, names)
    return Row(
        number=number,
        depth=depth,
        inside=inside,
        who=who,
        words=words,
        cue=_joined(statement.cue.spans) if statement.cue else "",
        act=ACTS.get(statement.speech_act or "", ""),
        what=" … ".join(_quoted(span.text, statement.form) for span in statement.content.spans),
        how=tuple(_how(statement)),
        statement=statement,
    )


def _speaker(statement: Statement, names: Mapping[str, str]) -> tuple[str, str]:
    source = statement.source
    if source is None:
        return NOBODY, ""
    words = _joined(source.spans)
    name = flat(source.name or names.get(source.chain or "") or "")
    if not name:
        return words or OPEN, ""
    return name, words if words.casefold() not in ("", name.casefold()) else ""


def _joined(spans: tuple[Span, ...]) -> str:
    return " … ".join(flat(span.text) for span in spans)


def _quoted(words: str, form: str | None) -> str:
    """Words on one line; what is quoted word for word gets the marks that its span left outside."""
    words = flat(words)
    if form != "direct" or not words:
        return words
    before = "" if words[0] in _OPENING else "“"
    after = "" if words[-1] in _CLOSING and len(words) > 1 else "”"
    return f"{before}{words}{after}"


def _how(statement: Statement) -> Iterator[str]:
    yield _CERTAINTIES[statement.certainty] + _because(statement.hedges)
    if statement.polarity == "negative":
        yield "not so" + _because(statement.negation)
    if statement.tense in ("past", "present", "future"):
        yield statement.tense
    if statement.condition is not None:
        yield f"on condition: “{flat(statement.condition.text)}”"
    if statement.verification in _VERIFICATIONS:
        span = (statement.verification_span,) if statement.verification_span else ()
        yield _VERIFICATIONS[statement.verification] + _because(span)
    if statement.confidence is not None and statement.confidence < _WEAK:
        yield f"weak reading ({statement.confidence:.0%})"


def _because(spans: tuple[Span, ...]) -> str:
    return f" ({', '.join(f'“{flat(span.text)}”' for span in spans)})" if spans else ""
