"""Finds events. In: a text with its statements and mentions. Out: events, whose arguments have spans and no chain yet.

Triggers are words of the lexicon (`triggers`); each gets a type (`kinds`), a status from its own words (`status`) and from the
statements around it (`voices`); those that tell of one happening are joined (`merging`); then who took part (`arguments`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from typing import Final

from onrecord.ontology import load_ontology
from onrecord.read.events.arguments import arguments_of
from onrecord.read.events.grammar import MARKS
from onrecord.read.events.kinds import Kinds
from onrecord.read.events.merging import Draft, joined
from onrecord.read.events.mode_words import CARRYING, OCCURRING
from onrecord.read.events.sentences import Sentences, cut
from onrecord.read.events.status import mode_of
from onrecord.read.events.triggers import Trigger, find_triggers
from onrecord.read.events.voices import NARRATOR, innermost, telling, voice
from onrecord.record.event import Acled, Event, Plover
from onrecord.record.ids import make_id
from onrecord.record.mention import Mention
from onrecord.record.span import Span
from onrecord.record.statement import Statement

Judge = Callable[[Sentences, Draft], Draft | None]
"""What may change type and status of a draft, or refuse it: the place for a trained scorer."""
SHORT_GAP: Final = 2
"""Words within a phrase that its span takes in."""
OPENING: Final = 90
"""Characters from the beginning of a content within which a trigger is taken for what the content is about."""
OF_THE_WAR: Final = re.compile(
    r"\bsince (?:the )?(?:start|beginning|outbreak|\w*\s?(?:conflict|war|uprising|crisis|revolt|insurgency))|\b(?:war|conflict|crisis|uprising) (?:\w+ ){0,8}?(?:has|had|have) (?:killed|claimed|left|cost|caused|seen|displaced)|\b(?:killed|died) in (?:the )?(?:\w+ )?(?:civil war|conflict|war)\b",
    re.IGNORECASE,
)
LONG_AGO: Final = re.compile(
    r"\b(?:(?:years?|months|decades?) (?:ago|earlier|before)|last year|(?:in|of|from|since) (?:\w+ )?(?:19|20)\d\d|anniversary|earlier this (?:month|year)"
    r"|previous(?:ly)?|in the past|over the years|since then\W+(?:\w+\W+){0,3}?(?:thousands|millions|(?:hundreds|tens) of thousands))\b",
    re.IGNORECASE,
)


def find_events(
    text: str, statements: Sequence[Statement], mentions: Sequence[Mention], judge: Judge | None = None
) -> tuple[Event, ...]:
    """Events in the order of their triggers.

    Args:
        text: The text that was read.
        statements: What is said in it: an event within a content is that source's.
        mentions: Names, descriptions and pronouns.
        judge: What has the last word on type and status of each trigger; the rules alone if none is given.
    """
    s = cut(text, mentions)
    triggers = find_triggers(s)
    kinds = Kinds(s, triggers)
    by_id = {statement.id: statement for statement in statements}
    drafts = []
    for trigger in triggers:
        draft = _draft(s, trigger, kinds.type_of(trigger), statements, by_id)
        judged = judge(s, draft) if judge is not None else draft
        if judged is not None:
            drafts.append(judged)
    ago = {s.sentence_at(match.start()) for match in LONG_AGO.finditer(text)} if drafts else set()
    return tuple(_event(s, group, ago) for group in joined(s, drafts))


def _draft(
    s: Sentences, trigger: Trigger, type_id: str | None, statements: Sequence[Statement], by_id: dict[str, Statement]
) -> Draft:
    mode = mode_of(s, trigger)
    start = s.words[trigger.first].start
    inner = innermost(statements, start, s.words[trigger.first].end)
    around = []
    at = inner
    while at is not None and at not in around:
        around.append(at)
        at = by_id.get(at.inside) if at.inside else None
    opens = inner is not None and any(span.start <= start <= span.start + OPENING for span in inner.content.spans)
    told = telling(mode, around, opens, start)
    return Draft(trigger, type_id, told, voice(around, opens, told), mode.past)


def _event(s: Sentences, group: Sequence[Draft], ago: Set[int]) -> Event:
    """The event that a group of drafts tells; `ago` holds the sentences that tell of former times."""
    main = group[0]
    if main.trigger.act.part == "harm" and _is_of_the_war(s, main.trigger):
        main = replace(main, type=None)
    span = _span(s, main.trigger)
    known = load_ontology().types.get(main.type or "")
    extra: dict[str, object] = {"why": main.telling.why}
    others = [_span(s, draft.trigger) for draft in group[1:]]
    light = (_light_verb(s, draft.trigger) for draft in group if not draft.trigger.verb)
    others += [span for span in dict.fromkeys(light) if span is not None and span not in others]
    if others:
        extra["other_triggers"] = [{"start": o.start, "end": o.end, "text": o.text} for o in others]
    had_been = main.asserted_by == NARRATOR and main.trigger.aux.have == "had"
    if had_been or main.trigger.sentence in ago:
        extra["background"] = True
    status = (
        "ongoing"
        if any(draft.telling.status == "ongoing" for draft in group if draft.trigger.act.part == "act")
        else main.telling.status
    )
    return Event(
        id=make_id("e", span.start, span.end),
        trigger=span,
        type=main.type,
        acled=Acled(*known.acled) if known and known.acled else None,
        plover=Plover(*known.plover) if known and known.plover else None,
        arguments=arguments_of(s, [draft.trigger for draft in group], main.type),
        certainty=main.telling.certainty,
        polarity=main.telling.polarity,
        status=status,
        asserted_by=(main.asserted_by,),
        extra=extra,
    )


def _light_verb(s: Sentences, t: Trigger) -> Span | None:
    """The verb by which a noun is said to be done or to take place: "launched an attack", "the attack occurred"."""
    start, end = s.bounds[t.sentence]
    before = next(
        (k for k in range(t.first - 1, max(start, t.first - 6) - 1, -1) if s.low[k] in CARRYING or s.low[k] in MARKS),
        None,
    )
    after = next((k for k in range(t.end, min(end, t.end + 8)) if s.low[k] in OCCURRING or s.low[k] in MARKS), None)
    at = next((k for k in (before, after) if k is not None and s.low[k] not in MARKS), None)
    return Span.of(s.text, s.words[at].start, s.words[at].end) if at is not None else None


def _is_of_the_war(s: Sentences, t: Trigger) -> bool:
    """Whether it counts a whole war, which is a frame and no event: "has killed 9,000 since the conflict began"."""
    start, end = s.bounds[t.sentence]
    return OF_THE_WAR.search(s.text, s.words[start].start, s.words[end - 1].end) is not None


def _span(s: Sentences, t: Trigger) -> Span:
    """The words of a trigger; of a phrase with many others in between the first alone."""
    end = t.end if t.end - t.first - len(t.taken) <= SHORT_GAP else t.head + 1
    return Span.of(s.text, s.words[t.first].start, s.words[end - 1].end)
