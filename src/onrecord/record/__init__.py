"""The nouns of onrecord: what reading a report returns, and how it is written as JSON. Standard library only."""

from onrecord.record.by_id import NARRATOR, ById
from onrecord.record.chain import Chain, Role
from onrecord.record.claim import Claim, Join, Slots, Stance, Tally, Value
from onrecord.record.codec import Linked, dumps, from_json, linked_from_json, linked_to_json, loads, to_json
from onrecord.record.copies import Copies, Evidence, Passage
from onrecord.record.document import Dateline, Document, Removed
from onrecord.record.event import Acled, Argument, Event, Plover
from onrecord.record.filter import Filter
from onrecord.record.grouping import Told, incidents_of
from onrecord.record.happening import Happening, SourceToll, When, Where
from onrecord.record.ids import document_id, make_id
from onrecord.record.incident import Count, Incident, Participant, Perpetrator, Toll
from onrecord.record.judgement import Judgement
from onrecord.record.mention import Mention
from onrecord.record.place import Candidate, Place
from onrecord.record.provenance import Decision, Note, Origin, Page, Reader, Run
from onrecord.record.quantity import Quantity
from onrecord.record.reading import Antecedent, Filler, FillerRole, Reading
from onrecord.record.record import SCHEMA, Record
from onrecord.record.relation import Relation
from onrecord.record.span import Span
from onrecord.record.state import State
from onrecord.record.statement import Content, Cue, Source, Statement
from onrecord.record.time import TimeExpression

__all__ = [
    "NARRATOR",
    "SCHEMA",
    "Acled",
    "Antecedent",
    "Argument",
    "ById",
    "Candidate",
    "Chain",
    "Claim",
    "Content",
    "Copies",
    "Count",
    "Cue",
    "Dateline",
    "Decision",
    "Document",
    "Event",
    "Evidence",
    "Filler",
    "FillerRole",
    "Filter",
    "Happening",
    "Incident",
    "Join",
    "Judgement",
    "Linked",
    "Mention",
    "Note",
    "Origin",
    "Page",
    "Participant",
    "Passage",
    "Perpetrator",
    "Place",
    "Plover",
    "Quantity",
    "Reader",
    "Reading",
    "Record",
    "Relation",
    "Removed",
    "Role",
    "Run",
    "Slots",
    "Source",
    "SourceToll",
    "Span",
    "Stance",
    "State",
    "Statement",
    "Tally",
    "TimeExpression",
    "Told",
    "Toll",
    "Value",
    "When",
    "Where",
    "document_id",
    "dumps",
    "from_json",
    "incidents_of",
    "linked_from_json",
    "linked_to_json",
    "loads",
    "make_id",
    "to_json",
]
