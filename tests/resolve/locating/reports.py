"""Reports written by hand, with the names that a reader would mark in brackets."""

import re

from onrecord.record import Dateline, Document, Mention, Place, Record, Span
from onrecord.reference.gazetteer import open_gazetteer
from onrecord.resolve.locating import locate

KINDS = {"": "location", "n": "nationality", "o": "organisation", "p": "person", "f": "facility"}
_MARK = re.compile(r"\[(?:([nopf]):)?([^\[\]]+)\]")


def marked(report: str, dateline: str | None = None, url: str | None = None) -> Record:
    """`[Hajin]` is marked as a location, `[n:Syrian]` as a nationality; o, p and f are organisation, person and facility."""
    text, mentions, at = "", [], 0
    for match in _MARK.finditer(report):
        text += report[at : match.start()]
        mentions.append((len(text), match[2], KINDS[match[1] or ""]))
        text += match[2]
        at = match.end()
    text += report[at:]
    return Record(
        Document("sha256:0", text, url=url, dateline=Dateline(place=dateline) if dateline else None),
        tuple(
            Mention(f"m{k}", Span(start, start + len(words), words), kind, "name")  # type: ignore[arg-type]
            for k, (start, words, kind) in enumerate(mentions)
        ),
    )


def located(report: str, dateline: str | None = None, url: str | None = None) -> list[Place]:
    """The places of a report."""
    return list(locate(marked(report, dateline, url), open_gazetteer()).places)


def place(report: str, name: str, dateline: str | None = None) -> Place:
    """The first place of this name."""
    return next(found for found in located(report, dateline) if found.name == name)
