"""Small reports that tell of one event, and what is linked of them, for what codes events in the world."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from onrecord import read_report
from onrecord.link.linker import link_records
from onrecord.record import (
    Chain,
    Count,
    Document,
    Event,
    Happening,
    Incident,
    Mention,
    Participant,
    Perpetrator,
    Place,
    Quantity,
    Record,
    TimeExpression,
    Toll,
)
from tests.cli.records import span, statement
from tests.export.material import Held, reported

__all__ = ["ELMSTEAD", "happening", "held", "linked_samples", "report"]

ELMSTEAD: dict[str, Any] = {
    "name": "Elmstead", "geonameid": 7, "latitude": 35.5, "longitude": 40.25, "feature": "P.PPL", "country": "SY",
    "admin1": "Deir ez-Zor", "precision": "settlement", "role": "event",
}  # fmt: skip
_SAMPLES = Path(__file__).parents[2] / "examples/reports"


def report(
    number: int, *, publisher: str = "", who: str = "The army", actor: str | None = "syria-armed-forces", verb: str = "shelled",
    type_: str = "shelling", status: Any = "happened", place: dict[str, Any] | None = None, day: str | None = "2018-12-23",
    last: str | None = None, dead: str = "12", whom: str = "people", source: str = "", source_actor: str | None = None,
    blame: Any = "fact", published: str = "2018-12-25", counted: str | None = "people",
) -> Record:  # fmt: skip
    """A report "The army shelled Elmstead on Sunday, killing 12 people, the mayor said."; any of it can be told otherwise."""
    where = {**ELMSTEAD, **(place or {})}
    said = f", {source} said" if source else ""
    text = f"{who} {verb} {where['name']} on that day, killing {dead} {whom}{said}."
    killed = span(text, f"{dead} {whom}")
    many = int(dead) if dead.isdigit() else None
    times = (TimeExpression("t1", span(text, "on that day"), "DATE", day, day, last or day, "day" if last in (None, day) else "days", "anchored"),)  # fmt: skip
    told_by = ("s1",) if source else ("narrator",)
    organisation: Any = "organisation"
    return Record(
        Document(f"sha256:{number}", text, publisher=publisher or f"Post {number}", title=f"Title {number}", published=published),
        mentions=(Mention("m1", span(text, str(where["name"])), "location", "name"),),
        chains=(
            Chain("c1", organisation, who, (), actor),
            *((Chain("c2", organisation, source, (), source_actor),) if source else ()),
        ),
        times=times if day else (),
        places=(Place("p1", "m1", **where),),
        statements=(statement(text, "s1", source, "said", text[: text.index(said)], chain="c2"),) if source else (),
        events=(
            Event(
                "e1", span(text, verb), type_, place="p1", time="t1" if day else None, quantities=("q1",), certainty="certain",
                polarity="positive", status=status, asserted_by=told_by, incident="i1",
            ),
        ),
        incidents=(
            Incident(
                "i1", type_, "accomplished", ("e1",), "p1", "t1" if day else None,
                perpetrators=(Perpetrator((span(text, who),), "c1", "organisation", blame),),
                victims=(Participant((killed,),),), toll=Toll(killed=Count(many, many, "q1")) if many else None,
            ),
        ),
        quantities=(
            Quantity("q1", killed, many or 24, many or 99, "exact" if many else "vague", "persons", "killed", told_by[0], {"who": counted}),
        ),
    )  # fmt: skip


def happening(*records: Record, id_: str = "h1", type_: str = "shelling") -> Happening:
    """One happening that all of them tell of."""
    return Happening(id_, type_, tuple((record.document.id, "i1") for record in records))


def held(*records: Record, **linked: Any) -> Held:
    """A ledger of these, all of one happening if nothing else is said."""
    linked.setdefault("happenings", (happening(*records),))
    return Held([reported(record, number) for number, record in enumerate(records, 1)], **linked)


@lru_cache(1)
def linked_samples() -> Held:
    """The sample reports, read and linked."""
    records = [read_report(path) for path in sorted(_SAMPLES.iterdir())]
    linked = link_records(records)
    return Held(
        [reported(record, number) for number, record in enumerate(records, 1)],
        linked.claims,
        linked.happenings,
        linked.copies,
    )
