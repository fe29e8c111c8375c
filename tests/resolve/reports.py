"""Readings written by hand: a report with its sources and contents marked by brackets."""

import re

from onrecord.record import Antecedent, Content, Document, Mention, Reading, Source, Span, Statement

_MARK = re.compile(r"\[\[(\w+)(?:<(\w+))?(?:!(\w+))?:|\]\]")


def marked(report: str, links: tuple[Antecedent, ...] = (), mentions: tuple[str, ...] = ()) -> Reading:
    """Reads marks off a report.

    `[[s1:she]]` is the source of statement s1, `[[c1:…]]` its content; `[[s2<1:…]]` stands inside statement 1; `[[s1!media:…]]` gives
    the source's type. `mentions` are words that the reader marked as pronouns or names, at their first place.
    """
    text, open_, found, at = "", [], [], 0
    inside: dict[str, str] = {}
    types: dict[str, str] = {}
    for match in _MARK.finditer(report):
        text += report[at : match.start()]
        at = match.end()
        if match[1]:
            open_.append((match[1], len(text)))
            if match[2]:
                inside[match[1][1:]] = match[2]
            if match[3]:
                types[match[1][1:]] = match[3]
        else:
            key, start = open_.pop()
            found.append((key, start, len(text)))
    text += report[at:]
    spans = {key: Span.of(text, start, end) for key, start, end in found}
    statements = tuple(
        Statement(
            id=number,
            form="direct" if "“" in text[max(0, span.start - 1) : span.end] else "indirect",
            source=Source((spans[f"s{number}"],), type=types.get(number)) if f"s{number}" in spans else None,  # type: ignore[arg-type]
            cue=None,
            content=Content((span,)),
            inside=inside.get(number),
        )
        for number, span in sorted((key[1:], span) for key, span in spans.items() if key[0] == "c")
    )
    marks = tuple(
        Mention(
            f"m{i}",
            Span.of(text, text.index(word), text.index(word) + len(word)),
            "person",
            "pronoun" if word.islower() else "name",
        )
        for i, word in enumerate(mentions)
    )
    return Reading(Document("sha256:0", text), marks, statements, links=links)
