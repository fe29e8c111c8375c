"""Views for people: what one would ask a ledger first, in SQL that both databases take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class View:
    """A question that the ledger answers as a table.

    Attributes:
        about: What it shows.
        query: The SQL.
    """

    about: str
    query: str


VIEWS: Final = {
    "latest_readings": View(
        "The newest reading of each report.",
        """
        SELECT readings.id, reports.id AS report, reports.title, reports.publisher, reports.published, readings.reader,
               readings.reader_version, readings.at, readings.statements, readings.mentions, readings.notes
        FROM reports JOIN readings ON readings.id = reports.latest_reading""",
    ),
    "who_said_what": View(
        "Every statement of the newest readings, with the report that it stands in. A machine read them: look at the words.",
        """
        SELECT statements.id, reports.published, reports.publisher, statements.speaker, statements.speaker_type,
               statements.cue, statements.content, statements.form, statements.speech_act, statements.certainty,
               statements.polarity, statements.tense, statements.verification, statements.inside, statements.confidence,
               reports.id AS report, reports.title
        FROM statements JOIN reports ON reports.latest_reading = statements.reading""",
    ),
    "denials": View(
        "Who denied what.",
        """
        SELECT id, published, publisher, speaker, speaker_type, cue, content, certainty, inside, report, title
        FROM who_said_what WHERE speech_act = 'deny'""",
    ),
    "claims_of_responsibility": View(
        "Who is said to have claimed what.",
        """
        SELECT id, published, publisher, speaker, speaker_type, cue, content, certainty, inside, report, title
        FROM who_said_what WHERE speech_act = 'claim_responsibility'""",
    ),
    "what_happened": View(
        "Every event of the newest readings, a line for each voice that tells of it; one with a status other than happened or ongoing is not told as having happened.",
        """
        SELECT events.id, reports.published, reports.publisher, events.type, events.acled_event_type,
               events.acled_sub_event_type, events.trigger_words, events.status, events.certainty, events.polarity,
               statements.speaker, assertions.narrator, assertions.statement, places.name AS place, places.country,
               places.admin1, places.latitude, places.longitude, places.precision AS place_precision, times.earliest,
               times.latest, times.precision AS time_precision, events.incident, reports.id AS report, reports.title
        FROM events JOIN reports ON reports.latest_reading = events.reading
             LEFT JOIN assertions ON assertions.event = events.id
             LEFT JOIN statements ON statements.id = assertions.statement
             LEFT JOIN places ON places.id = events.place
             LEFT JOIN times ON times.id = events.time""",
    ),
    "figures": View(
        "Every number of people and things of the newest readings, with who gives it and the event that it belongs to.",
        """
        SELECT quantities.id, reports.published, reports.publisher, quantities.text, quantities.low, quantities.high,
               quantities.modifier, quantities.unit, quantities.about, statements.speaker, quantities.narrator,
               quantities.statement, events.type AS event_type, events.status, quantities.event, reports.id AS report,
               reports.title
        FROM quantities JOIN reports ON reports.latest_reading = quantities.reading
             LEFT JOIN statements ON statements.id = quantities.statement
             LEFT JOIN events ON events.id = quantities.event""",
    ),
    "what_holds": View(
        "Who holds what, and how many they are, by the newest readings, a line for each voice that says so.",
        """
        SELECT states.id, reports.published, reports.publisher, states.kind, chains.name AS holder, chains.actor,
               places.name AS place, places.country, places.admin1, times.earliest, times.latest, states.text, states.low,
               states.high, states.certainty, states.polarity, statements.speaker, assertions.narrator,
               assertions.statement, reports.id AS report, reports.title
        FROM states JOIN reports ON reports.latest_reading = states.reading
             LEFT JOIN assertions ON assertions.state = states.id
             LEFT JOIN statements ON statements.id = assertions.statement
             LEFT JOIN chains ON chains.id = states.holder
             LEFT JOIN places ON places.id = states.place
             LEFT JOIN times ON times.id = states.time""",
    ),
    "speakers": View(
        "Who speaks, how often, and in how many reports. One name may stand for several people, and several names for one.",
        """
        SELECT speaker, count(*) AS statements, count(DISTINCT report) AS reports, count(DISTINCT publisher) AS publishers,
               sum(CASE WHEN speech_act = 'deny' THEN 1 ELSE 0 END) AS denials, min(published) AS first, max(published) AS last
        FROM who_said_what WHERE speaker IS NOT NULL GROUP BY speaker""",
    ),
    "reports_by_publisher": View(
        "How many reports of each outlet there are, and of when.",
        """
        SELECT reports.publisher, count(*) AS reports, sum(readings.statements) AS statements,
               min(reports.published) AS first, max(reports.published) AS last
        FROM reports LEFT JOIN readings ON readings.id = reports.latest_reading GROUP BY reports.publisher""",
    ),
    "changed_reports": View(
        "Addresses that gave other bytes later: each version beside the one before.",
        """
        SELECT later.id, later.url, later.version, later.title, later.added, earlier.id AS earlier,
               earlier.title AS earlier_title, earlier.added AS earlier_added
        FROM reports AS later JOIN reports AS earlier ON earlier.id = later.previous""",
    ),
    "open_failures": View(
        "What failed and was not added since, each name once, as it failed last.",
        """
        SELECT failures.id, failures.name, failures.error, failures.reason, failures.original, failures.at
        FROM failures
        WHERE NOT EXISTS (SELECT 1 FROM captures WHERE captures.name = failures.name
                          AND captures.sequence > failures.sequence)
          AND NOT EXISTS (SELECT 1 FROM captures JOIN reports ON reports.id = captures.report
                          WHERE reports.original = failures.original AND captures.sequence > failures.sequence)
          AND NOT EXISTS (SELECT 1 FROM failures AS later
                          WHERE later.name = failures.name AND later.number > failures.number)""",
    ),
    "latest_judgements": View(
        "What people decided last on each thing; a judgement on a part counts for the same part of a later reading too.",
        """
        SELECT judgements.id, judgements.object, judgements.report, judgements.verdict, judgements.value, judgements.who,
               judgements.why, judgements.at
        FROM judgements
        WHERE NOT EXISTS (SELECT 1 FROM judgements AS later
                          WHERE later.report = judgements.report AND later.number > judgements.number
                            AND (later.object = judgements.object OR later.record_id = judgements.record_id))""",
    ),
    "contested_claims": View(
        "Claims that are contested, a line for each stance: who stands how to it, in which words, in which report.",
        """
        SELECT claims.id, claims.proposition, claims.kind, claims.independent, stances.stance, stances.leans, stances.source,
               stances.organisation, stances.low, stances.high, stances.figure, stances.superseded, stances.text,
               reports.publisher, reports.published, stances.statement, stances.report, reports.title
        FROM claims JOIN stances ON stances.claim = claims.id JOIN reports ON reports.id = stances.report
        WHERE claims.status = 'contested'""",
    ),
    "who_tells_of_it": View(
        "Happenings, a line for each report that tells of one.",
        """
        SELECT happenings.id, happenings.type, happenings.place, happenings.country, happenings.earliest, happenings.latest,
               happenings.reports, reports.publisher, reports.published, tellings.incident, tellings.report, reports.title
        FROM happenings JOIN tellings ON tellings.happening = happenings.id JOIN reports ON reports.id = tellings.report""",
    ),
    "judged_pairs": View(
        "How the machine judged pairs of items.",
        """
        SELECT one.kind, one.id AS a, other.id AS b, one.report AS report_a, other.report AS report_b, link_pairs.verdict,
               link_pairs.score, link_pairs.why
        FROM link_pairs JOIN link_items AS one ON one.number = link_pairs.a
             JOIN link_items AS other ON other.number = link_pairs.b""",
    ),
}
"""Every view by its name, in an order in which they can be made."""
