"""False alarms: violent events that are put forward as happened in reports that tell of none. In: judged reports. Out: counts, and each one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evaluation.gold import Shared
from evaluation.judgements import documents_of, read_judged
from evaluation.predict import Reads, predict
from onrecord.ontology import load_ontology
from onrecord.record.record import Record

VERDICTS = {
    "peaceful": "sport, business, culture, weather, politics: no violence is told",
    "passing": "likewise, but war or violence is named in passing: what is found may be true",
    "crime": "crime, accidents and disasters: what is found may be true",
}
"""The kinds of reports, the first of which has the figure that counts."""
VIOLENT = frozenset(name for name, kind in load_ontology().types.items() if kind.violent)
"""Types of events that are violence."""
REAL = ("happened", "ongoing")
PER = 20
"""Reports to which the count is related."""
AROUND = 45
"""Characters shown on either side of a trigger."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """One violent event that is put forward as real.

    Attributes:
        document: Id of the report.
        start: Where its trigger begins.
        end: Where its trigger ends.
        type: Its type.
        status: Its status.
        words: The trigger with what stands around it.
    """

    document: str
    start: int
    end: int
    type: str
    status: str
    words: str


def alarms_of(record: Record) -> list[Alarm]:
    """The violent events of a record that happened or go on."""
    text = record.document.text
    found = []
    for event in record.events:
        if event.trigger is None or event.type not in VIOLENT or event.status not in REAL:
            continue
        start, end = event.trigger.start, event.trigger.end
        words = " ".join(text[max(0, start - AROUND) : end + AROUND].split())
        found.append(Alarm(record.document.id, start, end, event.type, event.status, words))
    return found


def rate(alarms: Sequence[Alarm], reports: int) -> float:
    """Alarms per twenty reports."""
    return PER * len(alarms) / max(1, reports)


def find_alarms(
    reader: Reads, shared: Shared, verdicts: Iterable[str] = VERDICTS
) -> dict[str, tuple[int, list[Alarm]]]:
    """For each kind of judged reports how many there are, and the alarms in them."""
    judged = read_judged("peaceful")
    found = {}
    for verdict in verdicts:
        documents = documents_of([row for row in judged if row["verdict"] == verdict], shared)
        records = predict("modality", documents.values(), reader)
        found[verdict] = (len(documents), [alarm for record in records for alarm in alarms_of(record)])
    return found


def run(reader: Reads, shared: Shared, verdicts: Sequence[str]) -> int:
    """Prints the counts and every alarm."""
    for verdict, (reports, alarms) in find_alarms(reader, shared, verdicts).items():
        with_one = len({alarm.document for alarm in alarms})
        print(f"{verdict}: {VERDICTS[verdict]}")
        print(
            f"  {reports} reports, {len(alarms)} violent events in {with_one} of them: {rate(alarms, reports):.2f} in {PER}"
        )
        for a in alarms:
            print(f"  {a.document[:19]} {a.start}-{a.end} {a.type} {a.status}: {a.words}")
    return 0
