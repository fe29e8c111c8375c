"""Lines that are no part of a report's telling, as a table of rules.

A rule has to match the whole line. A line that is marked by mistake hides a statement, so each rule asks for the fixed
words of its kind, and not for what a line looks like.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

__all__ = ["AGENCIES", "OUTLET_WORD", "RULES", "RemovedWhy", "Rule", "find_rule"]

RemovedWhy = Literal[
    "caption", "credit", "boilerplate", "repeated", "advertisement", "correction", "dateline", "byline"
]

# Written out of the alphabet, since "AP" and "Reuters" do different work in a pattern.
AGENCIES = (
    "Reuters|Thomson Reuters|AP|Associated Press|The Associated Press|AFP|Agence France-Presse|UPI|DPA|dpa|EFE|ANSA|TASS"
    "|Xinhua|Kyodo|Interfax|RIA Novosti|Sputnik|SANA|Anadolu|Anadolu Agency|IRNA|FNA|PTI|IANS|ANI|Bloomberg|EPA"
    "|Getty|Getty Images|CNN|BBC|Al Jazeera|VOA|RFE/RL|IRIN|ANHA|Hawar News|ARA News|SOHR|WAFA|KUNA|QNA|WAM"
    "|The Canadian Press|Yonhap|Press TV|presstv"
)
OUTLET_WORD = (
    r"\b(?:News|Media|Line|Times|Post|Press|Agency|Agencies|TV|Television|Radio|Network|Herald|Tribune|Journal|Daily"
    r"|Courier|Gazette|Chronicle|Observer|Telegraph|Guardian|Photos?|Images|Pictures|Wire|Service|World)\b"
)
_PHOTO = r"(?:(?:file|handout|screen)[ -]?)?(?:photo|photograph|image|picture|video|screenshot|illustration|graphic)s?"
_CREDITED = r"(?:[ -]?(?:credits?|courtesy(?: of)?|by|from|source|supplied by|taken by))"
_PHOTO_NOTE = rf"{_PHOTO}(?:{_CREDITED}\s*:?|\s*[:/])\s*\S.{{0,80}}|{_PHOTO}|(?:photo )?credits?\s*:\s*\S.{{0,80}}"
_NAME = r"[A-Z][\w’'.-]*(?: (?:(?:al|el|de|van|von|bin|abu|ibn)[ -])?[A-Z][\w’'.-]*)"
_SITES = r"(?:twitter|facebook|instagram|telegram|whatsapp|youtube|linkedin|google|tiktok|mastodon|x\b)"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_WHEN = rf"(?:{_MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d[\d.:/-]*(?:st|nd|rd|th)?|[ap]\.?m\.?|gmt|utc|[a-z]{{2,3}}t|at|on|[\s,|.()+-])"


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of line.

    Attributes:
        name: What the rule is called in tests and notes.
        why: What such a line is.
        pattern: What the whole line must look like.
        longest: No longer line is looked at.
    """

    name: str
    why: RemovedWhy
    pattern: re.Pattern[str]
    longest: int


def _rule(name: str, why: RemovedWhy, pattern: str, longest: int = 160, *, cased: bool = False) -> Rule:
    return Rule(name, why, re.compile(pattern, re.NOFLAG if cased else re.IGNORECASE), longest)


RULES: tuple[Rule, ...] = (
    _rule(
        "photo_credit",
        "credit",
        rf"[(\[]?\s*(?:{_PHOTO}(?:{_CREDITED}\s*:?|\s*[:/])|photo credits?:?)\s*[^.!?]{{2,80}}[)\]]?",
        110,
    ),
    _rule(
        "agency_photo",
        "credit",
        rf"\(?(?:{AGENCIES})(?: (?:Photo|Images|Pictures))?\s?/\s?{_NAME}{{0,3}}\)?",
        80,
        cased=True,
    ),
    _rule("captioned_photo", "caption", rf".{{3,250}}[(\[]\s*(?:{_PHOTO_NOTE})\s*[)\]]", 320),
    _rule(
        "caption_by_photographer",
        "caption",
        r".{3,250}[(\[]\s*(?:[^()\[\]]{2,40}/\s?)?(?:AP Photo|AFP Photo|Getty Images|AFP via Getty Images|Reuters|AFP|EPA)\s?(?:/[^()\[\]]{2,60})?[)\]]",
        80,
    ),
    _rule("file_photo", "caption", r"(?:FILE PHOTO\s*[:–—-]|FILE\s*[–—-])\s.{5,400}", 420, cased=True),
    _rule(
        "name_and_outlet",
        "caption",
        rf"{_NAME}{{1,4}} \((?:[^()]{{0,40}}{OUTLET_WORD}[^()]{{0,20}}|{AGENCIES})\)",
        90,
        cased=True,
    ),
    _rule("source_line", "credit", r"\(?sources?\s*:\s*[^.!?,]{2,60}\.?\)?", 70),
    _rule(
        "sign_off",
        "credit",
        r"\(?(?:additional )?(?:reporting|writing|editing|compiled|translated|edited|written|editing and translation|reporting and writing)(?: and (?:editing|writing))? by\b:? [A-Z(].{2,280}",
        300,
    ),
    _rule(
        "with_agencies",
        "credit",
        r"\(?(?:with (?:files|reporting|contributions?|additional reporting|input|material|inputs) (?:from|by)\b.{2,100}|with (?:agencies|agency inputs|wires)|(?:with |from )?(?:agencies|staff and agencies))\)?\.?",
        130,
    ),
    _rule(
        "agency_alone",
        "credit",
        rf"[–—-]*\s*[(\[]?(?:{AGENCIES})(?:(?:,| and|/) ?(?:{AGENCIES})){{0,3}}[)\]]?\.?",
        60,
        cased=True,
    ),
    _rule(
        "contributed",
        "credit",
        r"[A-Z][^.!?]{3,150} contributed to this (?:report|story|article)(?: from [^.!?]{2,50})?\.?",
        230,
        cased=True,
    ),
    _rule(
        "first_published",
        "credit",
        r"(?:this|the) (?:article|story|report|post|piece)(?: (?:was|has been))? (?:originally |first )(?:appeared|published|posted)\b.{2,150}",
        200,
    ),
    _rule(
        "more_stories",
        "boilerplate",
        r"for (?:more|other|further|all|the latest|full)\b(?! than)[^.!?\"“”]{0,80}\b(?:go to|visit|see|click|log on|check|read|follow|subscribe)\b.{0,80}",
        180,
    ),
    _rule(
        "follow",
        "boilerplate",
        rf"(?:you can )?(?:follow|like|join|find|connect with|contact|get)\b[^.!?\"“”]{{0,80}}\b(?:on|at|via)\b[^.!?\"“”]{{0,30}}{_SITES}.{{0,60}}",
        160,
    ),
    _rule(
        "subscribe",
        "boilerplate",
        r"(?:please |to )?(?:subscribe|sign up|register|click here|tap here|download our|donate now|support our|share this|email this|print this|tweet this)\b[^\"“”]{0,120}",
        150,
    ),
    _rule(
        "read_more",
        "boilerplate",
        r"(?:read|see|watch)(?:[ -]?(?:more|also|next|now|here|full story|the full (?:story|report|article)))(?:\s*[:>»|–—-].{0,180}|[.…]*)",
        210,
    ),
    _rule(
        "read_more",
        "boilerplate",
        r"(?:READ|WATCH|LISTEN|MORE|RELATED|ALSO|Related|ALSO READ|Also read|READ ON)\s*[:>»|].{2,180}",
        200,
        cased=True,
    ),
    _rule(
        "related",
        "boilerplate",
        r"(?:related|recommended|popular|most read|more|similar) (?:articles?|stories|topics?|news|content|coverage|posts?|on this story|from [\w ]{2,30})\s*:?",
        60,
    ),
    _rule(
        "buttons",
        "boilerplate",
        r"(?:share|tweet|print|email|comments?|leave a (?:comment|reply)|share on [\w ]{2,20}|follow us|save|reply|tags?\s*:.{0,150}|topics?\s*:.{0,150}|keywords\s*:.{0,150}|filed under\s*:?.{0,100}|get short url|loading(?:\.\.\.|…)?|skip to (?:main )?content)",
        170,
    ),
    _rule(
        "copyright",
        "boilerplate",
        r"(?:©|\(c\)|copyright\b)\s*(?:©|\(c\))?\s*(?:by\s+)?(?:\d{4}\b|[A-Z][^.!?]{2,60},? \d{4}\b|[A-Z][\w ]{2,40}\.? all rights).{0,200}",
        280,
    ),
    _rule(
        "rights",
        "boilerplate",
        r"[^\"“”]{0,100}\ball rights reserved\b[^\"“”]{0,160}|this material may not be published, broadcast, rewritten.{0,80}",
        300,
    ),
    _rule(
        "terms",
        "boilerplate",
        r"(?:(?:terms (?:of|and) (?:use|service|conditions)|privacy (?:policy|notice)|cookies?(?: policy| settings)?|contact us|about us|careers|advertise(?: with us)?|community standards|legal)[\s|·•,/-]*)+",
        150,
    ),
    _rule(
        "stamp",
        "boilerplate",
        rf"(?:last |first )?(?:updated?|modified|published|posted)\b\s*:?\s*(?:on |at )?{_WHEN}{{2,24}}",
        90,
    ),
    _rule(
        "advertisement",
        "advertisement",
        r"(?:\[|\()?(?:advertisements?|sponsored(?: content| post)?|promoted(?: content)?|paid content|ads?)(?:\]|\))?",
        40,
    ),
    _rule(
        "goes_on_below",
        "advertisement",
        r"(?:the )?(?:story|article|content|post|report) continues (?:below|after|beneath)\b.{0,60}|(?:scroll (?:down )?to continue|continue reading)\b.{0,60}",
        100,
    ),
    _rule(
        "correction",
        "correction",
        r"(?:corrections?|clarifications?|corrections? and clarifications?)\b[^:–—.]{0,40}[:–—]\s*.{3,}",
        1000,
    ),
    # Other notes of editors make claims of their own, which are part of what the report tells.
    _rule(
        "editors_note",
        "correction",
        r"editor[’']?s?[’']? note\s*[:–—]\s*.{0,200}\b(?:correct|clarif|misstat|incorrect|earlier version|(?:article|story|report|post|piece) (?:was|has been) (?:updated|amended|revised)).*",
        1000,
    ),
    _rule(
        "earlier_version",
        "correction",
        r"\(?(?:an|the|a) (?:earlier|previous|original|prior) version of this (?:story|article|report|post|piece)\b.{3,}",
        1000,
    ),
    _rule(
        "has_been_corrected",
        "correction",
        r"\(?this (?:story|article|report|post|piece) (?:has been|was) (?:updated|corrected|amended|revised|clarified)\b.{0,}",
        600,
    ),
)

_LONGEST = max(rule.longest for rule in RULES)
# One of these words stands in every line that a rule matches; nearly every other line is settled by looking them up.
_HINTS = frozenset(
    "photo photos photograph photographs image images picture pictures video videos screenshot screenshots illustration "
    "graphic graphics credit credits file source sources reporting writing editing compiled translated edited written "
    "agencies contributed appeared published posted visit see click log check read follow subscribe twitter facebook "
    "instagram telegram whatsapp youtube linkedin google tiktok mastodon x sign register tap download donate support "
    "share email print tweet watch listen more related also recommended popular most similar comment comments leave tag "
    "tags topic topics keywords filed get save reply loading skip © c copyright rights material terms privacy cookie "
    "cookies contact about careers advertise community legal update updated modified advertisement advertisements "
    "sponsored promoted paid ad ads continues continue scroll correction corrections clarification clarifications note "
    "version been was files contributions contribution input inputs wires".split()
) | frozenset(re.split(r"[ /-]", agency.lower())[-1] for agency in AGENCIES.split("|"))
_WORDS = re.compile(r"[a-zé©]+")
_OUTLET = re.compile(OUTLET_WORD)


def find_rule(line: str) -> Rule | None:
    """The first rule that matches a whole line, if any.

    Args:
        line: A line without white space around it.
    """
    if len(line) > _LONGEST:
        return None
    if _HINTS.isdisjoint(_WORDS.findall(line.lower())) and not (line.endswith(")") and _OUTLET.search(line)):
        return None
    return next((rule for rule in RULES if len(line) <= rule.longest and rule.pattern.fullmatch(line)), None)
