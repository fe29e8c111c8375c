"""The tables, in the order in which they are written."""

from __future__ import annotations

from typing import Final

from onrecord.export.tables.shape import Column, Table, columns

__all__ = [
    "CLAIMS", "COLUMNS", "EVENTS", "FLAT", "HAPPENINGS", "HARMS", "INCIDENTS", "JUDGEMENTS", "PLACES", "REPORTS", "STANCES",
    "STATEMENTS", "TABLES", "TELLINGS", "TOLLS",
]  # fmt: skip

HARMS: Final = ("killed", "injured", "abducted", "displaced", "arrested")
_REPORT: Final = columns("""
    report     Id of the report in the ledger.
    title      Its headline.
    publisher  The outlet.
    published  ISO date of publication.
""")
_WHEN: Final = columns("""
    earliest        ISO date: not before.
    latest          ISO date: not after.
    date_precision  How narrow that is: day, days, week, month, season, year, longer or none.
""")
_WHERE: Final = columns("""
    place                 Name of the place.
    country               ISO 3166-1 alpha-2.
    geonameid:integer     GeoNames id.
    latitude:number       Degrees north, WGS 84; empty where the place is an area.
    longitude:number      Degrees east, WGS 84; empty where the place is an area.
    geo_precision         What kind of place: site, settlement, near, district, province, natural_feature, region, country, sea or none.
    geo_radius_m:integer  Metres around the point, for what was near it.
""")
_SPAN: Final = columns("""
    start_offset:integer  Offset of the first character in the report's text, in Unicode code points.
    end_offset:integer    Offset after the last character.
""")
_TOLL: Final = tuple(
    Column(f"{harm}_{end}", "number", f"People {harm}: at {'least' if end == 'low' else 'most'} so many.")
    for harm in HARMS
    for end in ("low", "high")
)
_TAKING_PART: Final = columns("""
    perpetrators  Who did it, as the report says; several are separated by a semicolon.
    blame         For each perpetrator how firmly the report says so: fact, claimed, suspected, suspected_by_authorities or possible.
    targets       What was aimed at.
    victims       Who suffered it.
    instruments   With what.
""")

REPORTS: Final = Table("reports", "report", (
    *_REPORT, *columns("""
    document            Id of the document: a hash of its bytes.
    reading             Id of the reading.
    byline              Who wrote it, as written.
    credit              The agency that it was taken from.
    language            ISO 639-1 code.
    url                 Where it stands or stood.
    added               When it was added to the ledger, ISO 8601 in UTC.
    reader              What read it.
    statements:integer  How many statements it has.
    events:integer      How many events it tells of.
    notes               What was given up on in reading it.
""")))  # fmt: skip
STATEMENTS: Final = Table("statements", "statement", (
    *_REPORT, *columns("""
    statement          Id of the statement within the report.
    speaker            Who speaks: the fullest name that the report gives, or its words.
    speaker_type       What kind of source it is.
    speaker_actor      Id in the registry of actors.
    cue                The words that tell that something is said.
    content            What is said.
    form               direct, indirect or mixed.
    speech_act         What is done by saying it.
    certainty          How sure the speaker is.
    polarity           Whether it is said to be so, or not to be so.
    tense              When it holds, seen from the moment of speaking.
    condition          The words of a condition that it hangs on.
    verification       Whether the report says that it checked it.
    inside             Id of the statement that it stands within.
    inside_speaker     Who speaks there.
    confidence:number  Calibrated probability (0-1) that this is a statement with these parts.
"""), *_SPAN))  # fmt: skip
EVENTS: Final = Table("events", "event", (
    *_REPORT, *columns("""
    event              Id of the event within the report: one sentence's telling.
    incident           Id of the incident that it belongs to.
    type               Its type in the ontology.
    words              The words that tell of it.
    acled_event_type   ACLED event type.
    acled_sub_event_type  ACLED sub-event type.
    plover_event       PLOVER event.
    plover_mode        PLOVER mode.
    status             Whether it happened, goes on, is planned, denied and so on.
    certainty          How sure it is, by the words of the report.
    polarity           Whether it is told as so, or as not so.
    asserted_by        Ids of the statements that tell of it, or narrator for the report's own voice.
    voices             Who speaks in these.
"""), *_WHERE, *_WHEN, *columns("""
    confidence:number  Calibrated probability (0-1) of the words and the type.
"""), *_SPAN))  # fmt: skip
INCIDENTS: Final = Table("incidents", "incident", (
    *_REPORT, *columns("""
    incident  Id of the incident within the report: one happening as this report tells it.
    type      Its type in the ontology.
    stage     accomplished, attempted or threatened.
    events    Ids of the events that tell of it.
"""), *_TAKING_PART, *_WHERE, *_WHEN, *_TOLL))  # fmt: skip
PLACES: Final = Table("places", "place", (
    *_REPORT, *columns("""
    place_id           Id of the place within the report.
    words              The words that name it.
"""), *_WHERE, *columns("""
    admin1             First-order division.
    role               event, reporting or mentioned: only an event happened there.
    confidence:number  Calibrated probability (0-1) that this is the place meant.
    why                Why this one was taken, or none.
""")))  # fmt: skip
FLAT: Final = Table("events_flat", "event row", (
    *_REPORT, *columns("""
    document               Id of the document: a hash of its bytes.
    url                    Where the report stands or stood.
    incident               Id of the incident within the report; the id of the event where it belongs to none.
    happening              Id of the happening in the ledger, within the filter.
    type                   Type in the ontology.
    acled_event_type       ACLED event type.
    acled_sub_event_type   ACLED sub-event type.
    plover_event           PLOVER event.
    words                  The words that tell of it.
    status                 As what it is told: happened, planned, denied and so on; several are separated by a semicolon.
    certainty              How sure it is, by the words of the report.
    asserted_by            Ids of the statements that tell of it, or narrator for the report's own voice.
    voices                 Who speaks in these.
    claim_status           What the claims that it happened come to.
    contested:truth        Whether a claim on it is contested.
    n_independent:integer  Independent sources of the claim that it happened.
    claims                 Ids of the claims on it.
"""), *_TAKING_PART, *_WHERE, *_WHEN, *_TOLL))  # fmt: skip
CLAIMS: Final = Table("claims", "claim", columns("""
    claim                  Id of the claim.
    proposition            What is claimed, in plain words.
    kind                   What kind of proposition.
    status                 What the stances come to.
    actor                  Who did it, or of whom it holds.
    action                 What was done, or what holds.
    target                 To whom or to what.
    place                  Where.
    time                   When.
    quantity               How many of what.
    n_independent:integer  How many independent sources.
    n_reports:integer      How many reports.
    n_texts:integer        The fewest copy families and single reports that cover them.
    n_sources:integer      How many ultimate sources.
    n_parties:integer      How many governments, armed and political groups.
    n_unnamed:integer      How many of the independent sources rest on unnamed ones only.
    why                    The status in words.
"""))  # fmt: skip
STANCES: Final = Table("stances", "stance", (*columns("""
    claim              Id of the claim.
    proposition        What is claimed.
    claim_status       What all stances on it come to.
"""), *_REPORT, *columns("""
    statement          Id of the statement within the report, or narrator.
    source             Who speaks.
    organisation       Who stands behind the source and is counted.
    unnamed:truth      Whether the source is known by description only.
    stance             asserts, denies, hedges, predicts, questions or declines.
    leans              For a hedge, the side that it leans to.
    low:number         The figure that is given: at least so many.
    high:number        At most so many.
    figure             The figure in words.
    superseded:truth   Whether the same source later gave another figure.
    own_text:truth     Whether these are the outlet's own words in a report that is otherwise a copy.
    words              The words.
    basis              What decided the stance.
    confidence:number  Calibrated probability (0-1).
"""), *_SPAN))  # fmt: skip
HAPPENINGS: Final = Table("happenings", "happening", (*columns("""
    happening              Id of the happening.
    type                   Its type in the ontology.
"""), *_WHERE, *_WHEN, *columns("""
    n_reports:integer      How many reports tell of it.
    claim_status           What the claims that it happened come to; several are separated by a semicolon.
    contested:truth        Whether a claim on it is contested.
    n_independent:integer  Independent sources of the claim that it happened.
    claims                 Ids of the claims on it.
    why                    Why the tellings are taken for one event.
""")))  # fmt: skip
TELLINGS: Final = Table("tellings", "telling", (*columns("""
    happening  Id of the happening.
    type       Its type in the ontology.
"""), *_REPORT, *columns("""
    document   Id of the document.
    incident   Id of the incident within the report.
""")))  # fmt: skip
TOLLS: Final = Table("tolls", "toll", (*columns("""
    happening    Id of the happening.
    type         Its type in the ontology.
"""), *_REPORT, *columns("""
    incident     Id of the incident within the report.
    source       Who gives the figure, or narrator.
    statement    Id of the statement that gives it.
    harm         killed, injured, abducted, displaced or arrested.
    low:number   At least so many.
    high:number  At most so many.
""")))  # fmt: skip
JUDGEMENTS: Final = Table("judgements", "judgement", (*columns("""
    judgement  Id of the judgement.
    object     Id of what was judged.
    record_id  The id that it has within the record.
"""), *_REPORT, *columns("""
    verdict    What was found.
    value      The value that is right, as JSON.
    who        Who judged.
    why        The reason.
    at         When, ISO 8601 in UTC.
""")))  # fmt: skip
TABLES: Final = (
    REPORTS, STATEMENTS, EVENTS, INCIDENTS, PLACES, CLAIMS, STANCES, HAPPENINGS, TELLINGS, TOLLS, JUDGEMENTS, FLAT,
)  # fmt: skip
COLUMNS: Final = Table("columns", "column", columns("""
    table    Name of the table.
    column   Name of the column.
    kind     text, integer, number or truth.
    meaning  What it says.
"""))  # fmt: skip
"""The data dictionary: what each column of the others says."""
