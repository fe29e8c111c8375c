"""Every error that onrecord raises on purpose.

OnrecordError
├── RecordError              a record does not have the shape of the format
│   ├── SchemaVersionError   it names a version of the format that is not known here
│   └── SpanError            a span does not hold the words that it claims to hold
├── InputError               a report cannot be read
│   ├── UnreadableInput      not text, or in no encoding that can be told
│   ├── TooLarge             more bytes than are allowed
│   ├── ParserTimeout        the parser ran past its time and was stopped
│   ├── ParserMemory         the parser wanted more memory than it may have and was stopped
│   ├── RefusedInput         something that is not read on principle (a device, a folder loop, an unknown format)
│   │   └── RefusedAddress   an address that is not asked on principle (a private network, another scheme, robots.txt)
│   └── Unreachable          an address that was asked and gave no report
├── RegistryError            a file of the registry of actors is wrong
├── OntologyError            a file of the ontology is missing or wrong
├── ModelError               the trained reader is missing, changed, or does not fit this code
├── LedgerError              a ledger cannot be opened, written or found in
│   ├── LedgerMissing        there is none
│   ├── NotALedger           what is there is something else
│   ├── LedgerTooNew         a later onrecord made it
│   ├── LedgerTooOld         an earlier onrecord made it, and it is not open for writing
│   ├── LedgerReadOnly       it cannot be written
│   ├── LedgerLocked         another program is writing to it
│   ├── LedgerFull           there is no space left for it
│   ├── LedgerUnreachable    the database does not answer, or what it takes to ask is not installed
│   ├── LedgerDamaged        it is not what was written
│   ├── NotInLedger          nothing in it has this id
│   └── Purged               the report was here and was purged
├── FilterError              a limit of what is looked at or given out is none
├── ExportError              something cannot be given out
├── GazetteerError           a gazetteer cannot be opened or added to
└── SettingsError            a setting is unknown or has an impossible value
"""

__all__ = [
    "ExportError",
    "FilterError",
    "GazetteerError",
    "InputError",
    "LedgerDamaged",
    "LedgerError",
    "LedgerFull",
    "LedgerLocked",
    "LedgerMissing",
    "LedgerReadOnly",
    "LedgerTooNew",
    "LedgerTooOld",
    "LedgerUnreachable",
    "ModelError",
    "NotALedger",
    "NotInLedger",
    "OnrecordError",
    "OntologyError",
    "ParserMemory",
    "ParserTimeout",
    "Purged",
    "RecordError",
    "RefusedAddress",
    "RefusedInput",
    "RegistryError",
    "SchemaVersionError",
    "SettingsError",
    "SpanError",
    "TooLarge",
    "Unreachable",
    "UnreadableInput",
]


class OnrecordError(Exception):
    """The root of the tree: catch it to catch everything that onrecord raises on purpose."""


class FilterError(OnrecordError):
    """A limit of what is looked at has an unknown name or an impossible value; the message says what would be one."""


class ExportError(OnrecordError):
    """Something cannot be given out; the message says what, why and what to do."""


class RecordError(OnrecordError):
    """A record does not have the shape of the format; the message names the path and what to do."""


class SchemaVersionError(RecordError):
    """A record names a version of the format that this code does not know."""


class SpanError(RecordError):
    """A span lies outside its text, or its words are not the words that stand there."""


class InputError(OnrecordError):
    """A report cannot be read; the message names it, the cause and what to do."""


class UnreadableInput(InputError):
    """The bytes are not text, or no encoding can be told that makes them text."""


class TooLarge(InputError):
    """The input has more bytes, or makes more text, than the limits allow."""


class ParserTimeout(InputError):
    """The parser ran past its time and was stopped."""


class ParserMemory(InputError):
    """The parser wanted more memory than it may have and was stopped."""


class RefusedInput(InputError):
    """The input is of a kind that is not read on principle."""


class RefusedAddress(RefusedInput):
    """The address is not asked on principle: it leads into a private network, or whoever runs it asks not to be read."""


class Unreachable(InputError):
    """The address was asked and gave no report: no answer, another status than 200, or an answer that was cut off."""


class RegistryError(OnrecordError):
    """A file of the registry of actors cannot be read or is wrong; the message names file, entry and key."""


class OntologyError(OnrecordError):
    """A file of the ontology is missing, damaged or wrong; the message names file, type and key."""


class ModelError(OnrecordError):
    """The trained reader is missing, was changed, or does not fit this code."""


class LedgerError(OnrecordError):
    """A ledger cannot be opened, written or found in; the message names it, the cause and what to do."""


class LedgerMissing(LedgerError):
    """There is no ledger at that place."""


class NotALedger(LedgerError):
    """What is at that place is no ledger of onrecord."""


class LedgerTooNew(LedgerError):
    """A later version of onrecord made the ledger."""


class LedgerTooOld(LedgerError):
    """An earlier version of onrecord made the ledger, and it has to be opened for writing once."""


class LedgerReadOnly(LedgerError):
    """The ledger cannot be written, or was not opened for writing."""


class LedgerLocked(LedgerError):
    """Another program was writing to the ledger for longer than one may wait."""


class LedgerFull(LedgerError):
    """There is no space left; nothing was written."""


class LedgerUnreachable(LedgerError):
    """The database of the ledger does not answer, or what it takes to ask it is not installed."""


class LedgerDamaged(LedgerError):
    """Something in the ledger is not what was written."""


class NotInLedger(LedgerError):
    """Nothing in the ledger has this id."""


class Purged(LedgerError):
    """The report was in the ledger and was purged."""


class GazetteerError(OnrecordError):
    """A gazetteer is missing or is none, or what is to be added to it is not as it has to be."""


class SettingsError(OnrecordError):
    """A setting is unknown or has an impossible value."""
