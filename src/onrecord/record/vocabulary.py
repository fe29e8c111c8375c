"""The closed vocabularies of the format, each as a type for the checker and as a set for the program."""

from typing import Final, Literal, get_args

MentionKind = Literal[
    "person",
    "organisation",
    "location",
    "nationality",
    "weapon",
    "military_platform",
    "vehicle",
    "quantity",
    "money",
    "temporal",
    "facility",
    "comms_identifier",
    "document_reference",
    "frequency",
    "url",
    "other",
]
MentionForm = Literal["name", "nominal", "pronoun"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
TimePrecision = Literal["day", "days", "week", "month", "season", "year", "longer", "none"]
Derivation = Literal["written", "anchored", "unanchored"]
PlacePrecision = Literal[
    "site", "settlement", "near", "district", "province", "natural_feature", "region", "country", "sea", "none"
]
PlaceRole = Literal["event", "reporting", "mentioned"]
StatementForm = Literal["direct", "indirect", "mixed"]
SourceType = Literal[
    "person", "official", "organisation", "media", "document", "imagery", "unnamed_person", "unnamed_group"
]
SpeechAct = Literal[
    "state",
    "claim_responsibility",
    "accuse",
    "deny",
    "confirm",
    "admit",
    "threaten",
    "promise",
    "order",
    "demand",
    "predict",
    "ask",
    "decline",
    "believe",
]
Certainty = Literal["certain", "probable", "possible", "unspecified"]
Polarity = Literal["positive", "negative"]
Tense = Literal["past", "present", "future", "none"]
Verification = Literal["none", "not_verified", "verified"]
ArgumentRole = Literal["actor", "recipient", "victim", "target", "instrument", "beneficiary"]
EventStatus = Literal[
    "happened", "ongoing", "attempted", "planned", "threatened", "demanded", "hypothetical", "denied", "claimed"
]
Stage = Literal["accomplished", "attempted", "threatened"]
PerpetratorKind = Literal["individual", "organisation"]
Blame = Literal["fact", "claimed", "suspected", "suspected_by_authorities", "possible"]
Modifier = Literal["exact", "about", "at_least", "at_most", "more_than", "fewer_than", "vague"]
RelationKind = Literal["member_of", "leads", "allied_with", "backs", "fights", "same_as"]
StateKind = Literal["controls_territory", "strength", "presence", "capability", "alliance", "support"]
Copying = Literal["wholly", "partially", "not"]
ClaimKind = Literal["occurrence", "responsibility", "quantity", "control", "identity", "intent", "status"]
StanceKind = Literal["asserts", "denies", "hedges", "predicts", "questions", "declines"]
ClaimStatus = Literal[
    "single_source", "repeated_not_corroborated", "corroborated", "contested", "denied_only", "superseded"
]

MENTION_KINDS: Final = frozenset[str](get_args(MentionKind))
MENTION_FORMS: Final = frozenset[str](get_args(MentionForm))
STATEMENT_FORMS: Final = frozenset[str](get_args(StatementForm))
SOURCE_TYPES: Final = frozenset[str](get_args(SourceType))
SPEECH_ACTS: Final = frozenset[str](get_args(SpeechAct))
CERTAINTIES: Final = frozenset[str](get_args(Certainty))
POLARITIES: Final = frozenset[str](get_args(Polarity))
TENSES: Final = frozenset[str](get_args(Tense))
VERIFICATIONS: Final = frozenset[str](get_args(Verification))
