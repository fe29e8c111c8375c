"""Readable patterns for what the model may miss: who is named beside a quotation, and nouns that report ("claims by X that …").

In: a text. Out: parts of a statement. Only words that the lexicon of cues knows count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from onrecord.read.cues import lemma_of, lexicon
from onrecord.read.quotations import Quotation

Range = tuple[int, int]

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
TAG_END = re.compile(r"[.!?;:]\s|[.!?;:]$|\n|[\"“«]")
LONGEST_SOURCE = 16
NOUNS = (
    "claims? denials? accusations? allegations? reports? announcements? statements? warnings? threats? suggestions? assertions? "
    "promises? pledges? demands? calls? beliefs? insistence assurances? declarations? predictions? rumou?rs? suspicions? testimony "
    "acknowledg(?:e)?ments? confirmations? admissions? vows? complaints? charges?"
)
NOUN = "(?P<cue>" + "|".join(NOUNS.split()) + ")"
NAMED = r"(?P<source>(?:(?!\b(?:that|by)\b)[^,;:.!?\"“”]){2,90}?)"
OWNER = r"(?P<source>(?:(?:the|an?|his|her|its|their|our|my)\s+)?(?:[A-Z][\w.-]*\s+){0,5}[A-Z][\w.-]*[’']s?|\bthe\s+(?:[\w-]+\s+){0,3}[\w-]+[’']s|\b(?:his|her|its|their))"
CLAUSE = r"(?P<content>[^;:.!?\"“”\n]{6,}?)(?=\s*(?:[;:.!?\"“”\n]|,\s+(?:but|and|which|who|while|although|though|as|according|said)\b|$))"
PHRASE = CLAUSE.replace("(?P<content>", "(?P<phrase>").replace(
    "(?=", r"(?=\s+(?:is|are|was|were|has|have|had|will|would|should|could|may|might)\b|", 1
)
REPORTING_NOUNS = (
    (
        "noun by source that content",
        re.compile(rf"\b{NOUN}\s+(?:made\s+)?(?:by|from)\s+{NAMED}\s+that\s+{CLAUSE}", re.IGNORECASE),
    ),
    (
        "source's noun that content",
        re.compile(rf"{OWNER}\s+(?:[a-z]+\s+){{0,2}}{NOUN}\s+(?:that|about|of|on)\s+{CLAUSE}"),
    ),
    (
        "noun of content",
        re.compile(
            rf"(?P<source>)\b(?P<cue>reports?|allegations?|accusations?|rumou?rs?|warnings?)\s+(?:of\s+{PHRASE}|(?=(?:its|their|his|her)\s){CLAUSE})",
            re.IGNORECASE,
        ),
    ),
    ("noun that content", re.compile(rf"(?P<source>)\b{NOUN}\s+that\s+{CLAUSE}", re.IGNORECASE)),
)
CONTRAST = re.compile(r",\s+but\b|\s+(?:but|and)\s+that\b")


@dataclass(frozen=True, slots=True)
class Match:
    """Parts of a statement that a pattern found, half-open ranges of code points; `by` names the pattern.

    `lead` is a part of the content that stands before the cue, where there is another behind it or none.
    """

    source: Range | None
    cue: Range
    content: Range | None
    by: str
    lead: Range | None = None

    @property
    def contents(self) -> tuple[Range, ...]:
        """What is said, in the order of the text."""
        return tuple(part for part in (self.lead, self.content) if part)


def tag_of(text: str, quotation: Quotation) -> tuple[Range, Range] | None:
    """Source and cue that stand directly behind a quotation ("…," the mayor said / said the mayor), or None."""
    if not quotation.closed:
        return None
    stop = TAG_END.search(text, quotation.end)
    start, end = quotation.end, stop.start() if stop else len(text)
    if text[start:end].lstrip(" ").startswith((",", ".")):
        return None
    words = list(islice(WORD.finditer(text, start, end), LONGEST_SOURCE + 1))
    cues = [k for k, m in enumerate(words) if _is_cue(m.group())]
    if not cues or len(words) < 2:
        return None
    k = cues[0]
    named = (words[1].start(), words[-1].end()) if k == 0 else (words[0].start(), words[k - 1].end())
    if k and text[words[k].end() : end].strip(" ,"):
        return None
    return named, words[k].span()


def reporting_nouns(text: str, start: int, end: int) -> Iterator[Match]:
    """Statements that a noun reports within a stretch of text, no two with the same noun."""
    seen: set[Range] = set()
    for name, pattern in REPORTING_NOUNS:
        for found in pattern.finditer(text, start, end):
            if found.span("cue") in seen:
                continue
            seen.add(found.span("cue"))
            source = _without_possessive(text, *found.span("source")) if found.group("source") else None
            phrase = "phrase" in pattern.groupindex and found["phrase"] is not None
            yield Match(source, found.span("cue"), found.span("phrase" if phrase else "content"), name)


def before_contrast(text: str, start: int, end: int) -> int:
    """Where a report of another one's words ends: before ", but", by which the one who quotes takes over again."""
    found = CONTRAST.search(text, start, end)
    return found.start() if found else end


def _is_cue(word: str) -> bool:
    return word.islower() and lemma_of(word) in lexicon().acts


def _without_possessive(text: str, start: int, end: int) -> Range:
    found = re.search(r"[’']s?$", text[start:end])
    return start, end - len(found.group()) if found else end


ACCORDING = re.compile(r"\b[Aa]ccording to\s+(?=\S)")
LEAD = re.compile(r"(?:(?:However|But|And|Meanwhile|Still|Yet|Also|In addition|On \w+),?\s*)?$")
APPOSITION = re.compile(r"\s*(?:an?|the|who|whose|which|his|her|its|their)\s")
STOP = re.compile(r"[.!?;]*$")
LEAST_CONTENT = 3
SAYING = (
    "say says said claim claims claimed insist insists insisted argue argues argued believe believes believed think thinks thought "
    "suspect suspects suspected announce announces announced declare declares declared warn warns warned deny denies denied allege "
    "alleges alleged maintain maintains maintained admit admits admitted confirm confirms confirmed assert asserts asserted "
    "acknowledge acknowledges acknowledged"
)
SUBJECT = r"(?P<source>(?:he|she|they|it|we|I|(?:the|an?|some|many|its|his|their)\s+[\w’'-]+(?:\s+[\w’'-]+){0,2}|[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3})"
REPORTED = re.compile(
    rf"(?:that\s+)?{SUBJECT}(?:\s+\[[^\]]*\])?)\s+(?:(?:has|have|had|also|now|still)\s+){{0,2}}"
    rf"(?:(?P<cue>{'|'.join(SAYING.split())})\s+|(?P<told>tells?|told)\s+(?:[\w’'-]+\s+){{1,4}}?(?=that\s))(?P<content>(?:that\s+)?[^\n]+)",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    rf"(?P<lead>\b(?:the|an?|its|his|their|some|these|those)\s+(?:[\w’'-]+\s+){{0,3}}?[\w’'-]+)\s+(?:which|that|who)\s+{SUBJECT})\s+"
    rf"(?P<cue>{'|'.join(SAYING.split())})\s+(?P<content>(?:is|are|was|were|has|have|had|will|would|could|may|might|[a-z]+ed)\b[^,;:.!?\n]*)"
)
COUNT = r"(?:death\s+tolls?|tolls?|numbers?|figures?|totals?|tally|count|losses|casualties)"
FIGURE = (
    r"(?:\s+(?:about|around|roughly|nearly|almost|over|up to|at least|at most|more than|less than|close to|as high as|some|just|only))*"
    r"\s+(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a|several"
    r"|dozens|scores|hundreds|thousands|zero)\b)"
)
WHO_COUNTS = (
    r"(?:^|(?<=[.!?]\s)|,\s+(?:(?:while|but|and|though|although|whereas)\s+)?|\b(?:while|but|whereas)\s+)"
    r"(?P<source>(?!(?:this|that|which|it|bringing|another)\b)[^\s,;:.!?\"“”][^,;:.!?\n\"“”]{1,70}?)(?:,\s[^,;.!?\n]{2,80},)?"
    r"\s+(?:(?:has|have|had|also|later|now|initially|earlier)\s+){0,2}"
)
COUNTED = (
    re.compile(
        rf"{WHO_COUNTS}(?P<cue>puts?|places?|placed)\s+(?P<content>(?:the|its|their|his|her)\s+(?:[\w’'-]+\s+){{0,3}}?{COUNT}\b"
        rf"[^,;:.!?\n]{{0,80}}?\bat{FIGURE}[^;:.!?\n]*?)(?=\s*(?:[;:.!?\n]|,\s+(?:but|and|which|while|whereas|although|though)\b|$))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{WHO_COUNTS}(?P<cue>raise[sd]?|revise[sd]?|lower(?:s|ed)?|update[sd]?)\s+(?P<content>(?:the|its|their|his|her|an?)\s+(?:[\w’'-]+\s+){{0,3}}?{COUNT}\b"
        rf"[^,;:.!?\n]{{0,80}}?\bto{FIGURE}[^;:.!?\n]*?)(?=\s*(?:[;:.!?\n]|,\s+(?:but|and|which|while|whereas|although|though)\b|$))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{WHO_COUNTS}(?P<cue>gives?|gave|cite[sd]?|offer(?:s|ed)?|issue[sd]?)\s+(?P<content>an?\s+(?:[\w’'-]+\s+){{0,3}}?{COUNT}\s+of{FIGURE}[^;:.!?\n]*?)"
        r"(?=\s*(?:[;:.!?\n]|,\s+(?:but|and|which|while|whereas|although|though)\b|$))",
        re.IGNORECASE,
    ),
)
HAPPENING = re.compile(
    r"\b(?:attacks?|blasts?|explosions?|bomb(?:ing)?s?|strikes?|raids?|shelling|clash(?:es)?|fighting|killings?|deaths?|massacres?|casualties|bod(?:y|ies)|violence|incident|it|they|that)$",
    re.IGNORECASE,
)
"""How a subject ends that changes a toll itself and reports none: "the latest deaths raised the toll"; "it" is left to what learnt to read."""
IMAGERY = re.compile(
    r"(?P<source>(?:[^\s,;:.]+\s+){0,4}?(?:videos?|footage|pictures?|photos?|photographs?|images?)\b[^,;:.!?\n]{0,60}?)\s+"
    r"(?:(?:has|have|had|also|appeared to|appears? to|seemed to|seems? to)\s+)*(?P<cue>shows?|showed|shown|showing)\s+(?P<content>[^\n]+)",
    re.IGNORECASE,
)
REPORTED_PASSIVE = re.compile(
    r"(?:^|(?<=[.!?]\s)|,\s+|\b(?:but|and|that|while)\s+)(?P<lead>(?:[\w’'-]+\s+){1,6}?)(?:was|were|has been|have been|had been)\s+"
    r"(?P<cue>reported)\b(?P<content>[^,;:.!?\n]*)"
)
REPORTEDLY = re.compile(r"\b(?:reportedly|allegedly)\b,?", re.IGNORECASE)
ASIDE = re.compile(r",\s+(?:something|a\s+(?:move|step|decision|claim|charge|demand|remark))\b")


def according_to(text: str, start: int, end: int) -> Match | None:
    """The statement of a sentence that says "according to": before or behind it stands what is said."""
    found = ACCORDING.search(text, start, end)
    if found is None:
        return None
    end = STOP.search(text, start, end).start()  # type: ignore[union-attr]
    cue = (found.start(), found.start() + len("according to"))
    if LEAD.fullmatch(text, start, found.start()):
        commas = [m.start() for m in re.finditer(",", text[found.end() : end])]
        if len(commas) > 1 and APPOSITION.match(text, found.end() + commas[0] + 1):
            commas = commas[1:]
        if not commas:
            return None
        border = found.end() + commas[0]
        return _match((found.end(), border), cue, (border + 1, end), text, "according to")
    border = text.find(",", found.end(), end)
    return _match((found.end(), border if border > 0 else end), cue, (start, found.start()), text, "according to")


def reported_clause(text: str, start: int, end: int) -> Match | None:
    """A sentence that begins with who says something: "He says X", "(that) they suspected that X"."""
    found = REPORTED.match(text, start, end)
    if found is None:
        return None
    cue = found.span("cue" if found["cue"] else "told")
    return _match(found.span("source"), cue, found.span("content"), text, "source says content")


def relative_clauses(text: str, start: int, end: int) -> Iterator[Match]:
    """Something of which somebody says more in passing: "the gas which they suspect was chlorine"."""
    for found in RELATIVE.finditer(text, start, end):
        content = _trimmed(text, *found.span("content"))
        yield Match(found.span("source"), found.span("cue"), content, "thing that source says", found.span("lead"))


def counted(text: str, start: int, end: int) -> Iterator[Match]:
    """How many somebody counts: "the monitor put the number of dead at 68", "officials raised the toll to 90", "medics gave a figure of 40"."""
    for pattern in COUNTED:
        for found in pattern.finditer(text, start, end):
            if HAPPENING.search(found["source"]) is None:
                said = _match(
                    found.span("source"), found.span("cue"), found.span("content"), text, "source counts so many"
                )
                if said is not None:
                    yield said


def imagery(text: str, start: int, end: int) -> Match | None:
    """A sentence in which footage or pictures show something."""
    found = IMAGERY.match(text, start, end)
    return found and _match(
        found.span("source"), found.span("cue"), found.span("content"), text, "footage shows content"
    )


def reported_by_nobody(text: str, start: int, end: int) -> Iterator[Match]:
    """What is reported without a word of who reports it: "no casualties were reported", "seven others were reported injured"."""
    for found in REPORTED_PASSIVE.finditer(text, start, end):
        content = _trimmed(text, *found.span("content"))
        yield Match(
            None, found.span("cue"), content if content[0] < content[1] else None, "is reported", found.span("lead")
        )


def reportedly(text: str, start: int, end: int) -> Match | None:
    """A sentence that holds the word "reportedly" or "allegedly": nobody is named, all the rest is what is said."""
    found = REPORTEDLY.search(text, start, end)
    if found is None:
        return None
    end = STOP.search(text, start, end).start()  # type: ignore[union-attr]
    lead, content = _trimmed(text, start, found.start()), _trimmed(text, found.end(), end)
    if any(word[0].islower() for word in text[slice(*lead)].split()):
        return Match(None, found.span(), content, "reportedly", lead)
    return Match(None, found.span(), content, "reportedly")


def before_aside(text: str, start: int, end: int) -> int:
    """Where a content ends: before ", something he …", by which the report comments on it."""
    found = ASIDE.search(text, start, end)
    return found.start() if found else end


def _match(source: Range, cue: Range, content: Range, text: str, by: str) -> Match | None:
    source, content = _trimmed(text, *source), _trimmed(text, *content)
    named, said = len(text[slice(*source)].split()), len(text[slice(*content)].split())
    return Match(source, cue, content, by) if 0 < named <= LONGEST_SOURCE and said >= LEAST_CONTENT else None


def _trimmed(text: str, start: int, end: int) -> Range:
    while start < end and text[start] in " ,\t\xa0":
        start += 1
    while start < end and text[end - 1] in " ,.\t\xa0":
        end -= 1
    return start, end
