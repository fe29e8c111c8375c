"""What a report puts forward, one proposition for each source and thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.link.claims.account import Account
from onrecord.link.claims.blame import blame_of
from onrecord.link.claims.deeds import deeds_of
from onrecord.link.claims.figures import figures_of
from onrecord.link.claims.force import force_at
from onrecord.link.claims.found import Found
from onrecord.link.claims.ground import ground_of
from onrecord.link.claims.holding import defeats_of, states_of
from onrecord.link.claims.once import once
from onrecord.link.claims.proposition import Proposition, proposition_id
from onrecord.link.claims.remarks import remarks_of
from onrecord.link.claims.ties import ties_of
from onrecord.link.claims.voices import voice_at
from onrecord.record.record import Record


def propositions_of(record: Record) -> tuple[Proposition, ...]:
    """What each source in a report, or the report itself, puts forward.

    Args:
        record: The report as it was read.

    Returns:
        One for each source and thing, in the order of the text. The outlet's own voice counts only where nobody else is given the
        content.
    """
    account = Account(record)
    found = [
        *figures_of(account),
        *blame_of(account),
        *deeds_of(account),
        *states_of(account),
        *ground_of(account),
        *ties_of(account),
        *defeats_of(account),
    ]
    found += remarks_of(account, [span for one in found for span in one.spans])
    made = [p for one in found for p in _made(account, one)]
    return once(sorted({p.id: p for p in made}.values(), key=lambda p: (p.spans[0].start, p.id)))


def _made(account: Account, found: Found) -> Iterator[Proposition]:
    first = found.spans[0]
    voice = found.voice or voice_at(account, first.start, first.end)
    negated = False if found.value is not None else None
    force = found.force or force_at(account, voice.statement, first.start, first.end, negated)
    setting, incident = account.setting_at(found.at if found.at is not None else first.start)
    slots = replace(
        found.slots,
        place=found.slots.place or (setting.spots[0].name if setting.spots else None),
        time=found.slots.time or (setting.earliest if setting.dated else None),
    )
    document = account.record.document
    for speaker in voice.speakers:
        yield Proposition(
            id=proposition_id(
                document.id, found.kind, found.theme, speaker.key, first.start, f"{force.stance}|{found.counted}"
            ),
            document=document.id,
            published=account.published,
            kind=found.kind,
            theme=found.theme,
            slots=slots,
            stance=force.stance,
            spans=found.spans,
            speaker=speaker,
            statement=voice.id,
            setting=setting,
            leans=force.leans,
            value=found.value,
            counted=found.counted,
            whole=found.whole,
            basis=force.basis,
            certainty=voice.statement.certainty if voice.statement else "certain",
            incident=incident,
            counter=found.counter,
        )
