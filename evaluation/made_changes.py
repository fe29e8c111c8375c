"""What a rule makes of one sentence: the sentence beside another, their label, and what the pair turns on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from evaluation.made_words import ANTONYMS, PAST, SAME, UNLISTED
from onrecord.link.pairs.scorer import PairLabel

_AUXILIARY = re.compile(r"\b(is|are|was|were|has|have|had|will|can|could|would|should)\b(?!\s+(?:not|no|never)\b|n't)")
_NEGATIVE = re.compile(
    r"\b(?:not|no|never|nobody|none|nothing|neither|nor|without|cannot|den(?:y|ied|ies)|refus\w+|reject\w+|fail\w*|false)\b|n't",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"(?<![\w.,$€£-])(\d{1,3}(?:,\d{3})+|[1-9]\d{0,3})(?![\w.,%:-]*\d)(?=\s+(?!percent|per|January|February|March|April|May|June|July|August|September|October|November|December|and)[a-z])"
)
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_DATED = re.compile(r"\b(" + "|".join([*MONTHS, *DAYS]) + r")\b(?!-)")
_NOUN = r"(?:(?:[Tt]he|[Aa]n?) )?(?:[A-Z][\w-]+(?: [A-Z][\w-]+)*|(?:[a-z]+ )?(?:forces|troops|army|police|rebels|fighters|soldiers|government|group|militia|president|minister|people|man|woman|company|boy|girl|team|party|court|jets|planes))"
_PARTICIPLE = {
    "took": "taken",
    "began": "begun",
    "gave": "given",
    "became": "become",
    "fell": "fallen",
    "showed": "shown",
    "rose": "risen",
}
_TRANSITIVE = "attacked killed captured bombed shelled arrested accused defeated invaded joined supported helped visited criticised wounded threatened surrounded praised occupied warned followed struck".split()
_DOES = re.compile(rf"(?P<one>{_NOUN}) (?P<verb>{'|'.join(_TRANSITIVE)}) (?P<other>{_NOUN})")
_PAST_VERB = re.compile(
    rf"(?<=[a-zA-Z] )(?<!be )(?<!been )(?<!is )(?<!was )(?<!are )(?<!were )(?<!has )(?<!had )(?<!have )(?<!being )(?<!and )(?<!who )(?<!by )({'|'.join(PAST)})(?= (?:the|a|an|in|on|at|to|his|her|its|their|[A-Z]))"
)
SPEAKERS = (
    "The ministry",
    "A spokesman for the army",
    "The government",
    "The group",
    "His lawyer",
    "Moscow",
    "The company",
    "A senior official",
)


@dataclass(frozen=True, slots=True)
class Made:
    """A pair of sentences.

    Attributes:
        a: The first.
        b: The second.
        label: How the second stands to the first.
        phenomenon: What it turns on.
    """

    a: str
    b: str
    label: PairLabel
    phenomenon: str


Rule = Callable[[str, Random], Made | None]


def lowered(sentence: str) -> str:
    """A sentence that stands within another."""
    first = sentence.split(maxsplit=1)[0]
    usual = (
        first.lower()
        in "the a an it he she they we this these there in on at after when while some many two three several his her their".split()
    )
    return (sentence[0].lower() if usual else sentence[0]) + sentence[1:].rstrip(".")


def negated(sentence: str) -> str | None:
    if _NEGATIVE.search(sentence):
        return None
    if found := _PAST_VERB.search(sentence):
        plain = PAST[found[1]]
        return f"{sentence[: found.start()]}did not {plain}{sentence[found.end() :]}"
    if found := _AUXILIARY.search(sentence):
        return f"{sentence[: found.end()]} not{sentence[found.end() :]}"
    return None


def negation(sentence: str, random: Random) -> Made | None:
    other = negated(sentence)
    return other and _either(sentence, other, "contradicts", "negation", random)


def never(sentence: str, random: Random) -> Made | None:
    if _NEGATIVE.search(sentence) or not (found := re.search(r"\b(is|was|are|were|has|have|had)\b", sentence)):
        return None
    return _either(
        sentence, f"{sentence[: found.end()]} never{sentence[found.end() :]}", "contradicts", "negation (never)", random
    )


def no(sentence: str, random: Random) -> Made | None:
    if _NEGATIVE.search(sentence) or not (found := re.match(r"(The|A|An|Some|Several|Many|Two|Three)\b", sentence)):
        return None
    return _either(sentence, "No" + sentence[found.end() :], "contradicts", "negation (no)", random)


def denied(sentence: str, random: Random) -> Made | None:
    if _NEGATIVE.search(sentence):
        return None
    inner = lowered(sentence)
    form = random.choice(
        (
            "{s} denied that {i}.",
            "It is not true that {i}.",
            "Reports that {i} are false.",
            "{s} rejected claims that {i}.",
            "Claims that {i} are a hoax.",
        )
    )
    return _either(sentence, form.format(s=random.choice(SPEAKERS), i=inner), "contradicts", "denial", random)


def both_negated(sentence: str, random: Random) -> Made | None:
    other = negated(sentence)
    shorter = other and shortened(other, random)
    return Made(other, shorter, "agrees", "negated on both sides") if other and shorter else None


def denied_and_negated(sentence: str, random: Random) -> Made | None:
    other = negated(sentence)
    return (
        Made(f"{random.choice(SPEAKERS)} denied that {lowered(sentence)}.", other, "agrees", "denied and negated")
        if other
        else None
    )


def not_denied(sentence: str, random: Random) -> Made | None:
    inner = lowered(sentence)
    form = random.choice(
        (
            "{s} declined to comment on reports that {i}.",
            "{s} could not confirm that {i}.",
            "{s} did not say whether {i}.",
            "It is not known whether {i}.",
        )
    )
    return Made(form.format(s=random.choice(SPEAKERS), i=inner), sentence, "unrelated", "neither denied nor confirmed")


def said(sentence: str, random: Random) -> Made | None:
    form = random.choice(
        ("{s} said that {i}.", "{s} confirmed that {i}.", "According to officials {i}.", "{s} admitted that {i}.")
    )
    return _either(
        form.format(s=random.choice(SPEAKERS), i=lowered(sentence)), sentence, "agrees", "said or confirmed", random
    )


def left_open(sentence: str, random: Random) -> Made | None:
    form = random.choice(
        (
            "It is possible that {i}.",
            "{s} fears that {i}.",
            "If {i}, much will change.",
            "Perhaps {i}.",
            "{s} asked whether {i}.",
        )
    )
    return Made(form.format(s=random.choice(SPEAKERS), i=lowered(sentence)), sentence, "unrelated", "left open")


def may(sentence: str, random: Random) -> Made | None:
    found = _PAST_VERB.search(sentence)
    if not found:
        return None
    form = random.choice(("may {0}", "might {0}", "will {0}", "plans to {0}", "could {0}"))
    return Made(
        sentence[: found.start()] + form.format(PAST[found[1]]) + sentence[found.end() :],
        sentence,
        "unrelated",
        "may or will",
    )


def number(sentence: str, random: Random) -> Made | None:
    found = _FIGURE.search(sentence)
    if not found or (1900 <= int(found[1].replace(",", "")) <= 2030 and "," not in found[1]):
        return None
    value = int(found[1].replace(",", ""))
    other = max(1, int(value * random.choice((0.3, 0.5, 2, 3, 5)))) if value > 3 else value + random.choice((2, 3, 5))
    if other == value or re.search(
        r"(?:at least|more than|over|about|some|up to|nearly|almost|than) $", sentence[: found.start()]
    ):
        return None
    return Made(sentence, f"{sentence[: found.start()]}{other:,}{sentence[found.end() :]}", "contradicts", "number")


def number_word(sentence: str, random: Random) -> Made | None:
    words = "two three four five six seven eight nine ten eleven twelve".split()
    found = _FIGURE.search(sentence)
    if not found or re.search(
        r"(?:at least|more than|over|about|some|up to|nearly|almost|than) $", sentence[: found.start()]
    ):
        return None
    value = int(found[1].replace(",", ""))
    if 1900 <= value <= 2030:
        return None
    forms = [f"at least {found[1]}", f"about {found[1]}", f"more than {value - 1:,}"] + (
        [words[value - 2]] * 3 if 2 <= value <= 12 else []
    )
    return Made(
        sentence,
        sentence[: found.start()] + random.choice(forms) + sentence[found.end() :],
        "agrees",
        "number that fits",
    )


def exchanged(sentence: str, table: dict[str, str], random: Random) -> str | None:
    places = [m for m in re.finditer(r"\b[a-z]+\b", sentence) if m[0] in table]
    if not places:
        return None
    found = random.choice(places)
    return sentence[: found.start()] + table[found[0]].replace("-", " ") + sentence[found.end() :]


def antonym(sentence: str, random: Random) -> Made | None:
    other = exchanged(sentence, ANTONYMS, random)
    return other and Made(sentence, other, "contradicts", "antonym")


def antonym_unlisted(sentence: str, random: Random) -> Made | None:
    other = exchanged(sentence, UNLISTED, random)
    return other and Made(sentence, other, "contradicts", "antonym not in the vocabulary")


def synonym(sentence: str, random: Random) -> Made | None:
    other = exchanged(sentence, SAME, random)
    return other and _either(sentence, other, "agrees", "synonym", random)


def swapped(sentence: str, random: Random) -> Made | None:
    found = _DOES.search(sentence)
    if not found or found["one"].lower() == found["other"].lower():
        return None
    parts = (found["other"], found["verb"], found["one"])
    return _either(sentence, _with(sentence, found, " ".join(parts)), "contradicts", "role swap", random)


def passive(sentence: str, random: Random) -> Made | None:
    found = _DOES.search(sentence)
    if not found or _NEGATIVE.search(sentence):
        return None
    plural = re.search(r"(?:s|police|people)$", found["other"]) and not found["other"][0].isupper()
    verb = _PARTICIPLE.get(found["verb"], found["verb"])
    turned = f"{found['other']} {'were' if plural else 'was'} {verb} by {found['one']}"
    return _either(sentence, _with(sentence, found, turned), "agrees", "passive", random)


def passive_swapped(sentence: str, random: Random) -> Made | None:
    found = _DOES.search(sentence)
    if not found or _NEGATIVE.search(sentence) or found["one"].lower() == found["other"].lower():
        return None
    turned = f"{found['one']} was {_PARTICIPLE.get(found['verb'], found['verb'])} by {found['other']}"
    return _either(sentence, _with(sentence, found, turned), "contradicts", "role swap (passive)", random)


def _with(sentence: str, found: re.Match[str], instead: str) -> str:
    whole = sentence[: found.start()] + instead + sentence[found.end() :]
    return whole[0].upper() + whole[1:]


def shortened(sentence: str, random: Random) -> str | None:
    ways = []
    if m := re.search(r", (?:who|which|where|including|according|as|after|with|while|when)\b[^,]*(?=[,.])", sentence):
        ways.append(sentence[: m.start()] + sentence[m.end() :].lstrip(",").join(("", "")))
    if m := re.search(
        r" (?:in|at|near|on|from|during|since|with|after|for|because of|as part of)\b[^,]{4,60}\.$", sentence
    ):
        ways.append(sentence[: m.start()] + ".")
    if m := re.match(r"(?:In|On|At|After|During|Since|As|When|While|Last|Earlier)\b[^,]{2,60}, (?=\w)", sentence):
        ways.append(sentence[m.end()].upper() + sentence[m.end() + 1 :])
    if m := re.search(
        r"(?<=[a-z] )(?:\w+ly|new|major|heavy|local|senior|armed|least|several|large|young) (?=[a-z])", sentence
    ):
        ways.append(sentence[: m.start()] + sentence[m.end() :])
    ways = [way for way in ways if way.count(" ") >= 3]
    return random.choice(ways) if ways else None


def shorter(sentence: str, random: Random) -> Made | None:
    other = shortened(sentence, random)
    return other and Made(sentence, other, "agrees", "shorter")


def longer(sentence: str, random: Random) -> Made | None:
    other = shortened(sentence, random)
    return Made(other, sentence, "unrelated", "more told") if other and len(other) < 0.75 * len(sentence) else None


def reordered(sentence: str, _: Random) -> Made | None:
    m = re.match(r"((?:In|On|At|After|During|Since|Last)\b[^,]{2,40}), (\w.+)\.$", sentence)
    return (
        Made(sentence, f"{m[2][0].upper()}{m[2][1:]} {m[1][0].lower()}{m[1][1:]}.", "agrees", "reordered")
        if m
        else None
    )


def date(sentence: str, random: Random) -> Made | None:
    found = _DATED.search(sentence)
    if not found:
        return None
    other = random.choice([name for name in (DAYS if found[1] in DAYS else MONTHS) if name != found[1]])
    return Made(sentence, sentence[: found.start()] + other + sentence[found.end() :], "contradicts", "date")


RULES: tuple[Rule, ...] = (
    negation, never, no, denied, both_negated, denied_and_negated, not_denied, said, left_open, may, number, number_word, antonym, antonym_unlisted, synonym,
    swapped, passive, passive_swapped, shorter, longer, reordered, date,
)  # fmt: skip


def _either(one: str, other: str, label: PairLabel, phenomenon: str, random: Random) -> Made:
    """The pair in one order or the other."""
    return Made(one, other, label, phenomenon) if random.random() < 0.5 else Made(other, one, label, phenomenon)
