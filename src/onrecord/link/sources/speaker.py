"""A speaker: the ultimate source of a statement, so that the same one is known again in another report."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record.vocabulary import SourceType


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as it can be told apart across reports.

    Attributes:
        key: The same for the same speaker in any report ("actor:…", "name:…"). A source that is known by description only has a
            key of its report ("unnamed:…"), and so has an outlet's own voice ("narrator:…" with the publisher).
        name: How to call it.
        type: What kind of source it is; None for an outlet's own voice.
        organisation: Key of the body that stands behind it and is counted, where that is another.
        party: Key of the government, armed or political group that it speaks for, if it speaks for one.
        unnamed: Whether it is known by description only.
        cites: Keys of those whom it is said to have it from ("Reuters, citing SANA").
        organisation_name: How to call the organisation.
        party_name: How to call the party.
    """

    key: str
    name: str
    type: SourceType | None
    organisation: str | None = None
    party: str | None = None
    unnamed: bool = False
    cites: tuple[str, ...] = ()
    organisation_name: str | None = None
    party_name: str | None = None

    @property
    def body(self) -> str:
        """Key of the one that is counted: the organisation behind it, or the speaker itself."""
        return self.organisation or self.key

    @property
    def narrator(self) -> bool:
        """Whether it is an outlet's own voice."""
        return self.key.startswith("narrator:")
