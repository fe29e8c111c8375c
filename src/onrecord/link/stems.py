"""Forms of a word brought to one, so that "bombed", "bombing" and "bombings" meet. In: a word. Out: its stem."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_POSSESSIVE: Final = re.compile(r"[’']s?$")
IRREGULAR: Final = {
    form: lemma
    for lemma, forms in {
        "arise": "arose arisen", "beat": "beaten", "begin": "began begun", "blow": "blew blown", "break": "broke broken",
        "bring": "brought", "build": "built", "buy": "bought", "catch": "caught", "choose": "chose chosen choice", "come": "came",
        "die": "dead death deaths died dying dies", "do": "did done", "draw": "drew drawn", "drive": "drove driven", "fall": "fell fallen",
        "feel": "felt", "fight": "fought", "find": "found", "flee": "fled fleeing", "fly": "flew flown flight flights",
        "get": "got gotten", "give": "gave given", "go": "went gone", "grow": "grew grown", "hang": "hung", "hear": "heard",
        "hide": "hid hidden", "hold": "held", "keep": "kept", "know": "knew known", "lay": "laid", "lead": "led", "leave": "left",
        "lie": "lying", "lose": "lost loss losses", "make": "made", "meet": "met", "pay": "paid", "ride": "rode ridden",
        "rise": "rose risen", "run": "ran running", "say": "said", "see": "saw seen", "seek": "sought", "sell": "sold sale sales",
        "send": "sent", "shake": "shook shaken", "shoot": "shot shots", "show": "shown", "sink": "sank sunk",
        "sit": "sat", "slay": "slew slain", "speak": "spoke spoken", "spend": "spent", "stand": "stood", "steal": "stole stolen",
        "strike": "struck stricken", "sue": "sued suing", "swear": "swore sworn", "take": "took taken", "teach": "taught",
        "tell": "told", "think": "thought", "throw": "threw thrown", "win": "won winner winning", "wear": "wore worn",
        "write": "wrote written", "be": "am is are was were been being", "have": "has had having", "man": "men",
        "acquire": "acquisition acquisitions", "assassinate": "assassin assassins", "collide": "collision collisions",
        "convict": "conviction", "decide": "decision decisions", "deny": "denial denials", "destroy": "destruction",
        "discover": "discovery", "explode": "explosion explosions explosive", "injure": "injury injuries", "invade": "invasion invasions",
        "intrude": "intrusion", "marry": "marriage wedding", "recover": "recovery", "retire": "retirement",
        "seize": "seizure seizures", "try": "trial trials tried tries",
        "woman": "women", "child": "children", "person": "people persons",
    }.items()
    for form in forms.split()
}  # fmt: skip
"""Forms that no ending gives away, each with its lemma."""
_INFLECTIONS: Final = (("ings", ""), ("ing", ""), ("ies", "y"), ("ied", "y"), ("ed", ""), ("es", ""), ("s", ""))
_DERIVATIONS: Final = (
    ("ization", "ize"), ("isation", "ise"), ("ational", "ate"), ("iveness", "ive"), ("fulness", "ful"), ("ation", "ate"), ("ment", ""),
    ("ion", ""), ("er", ""), ("or", ""), ("ly", ""), ("al", ""),
)  # fmt: skip
"""Endings and what stands in their place, the longest first."""
_LEFT: Final = {"er": 4, "or": 4}
"""How many letters have to be left of a word; for others three. An offer is no "off"."""
_DERIVED: Final = frozenset(
    "choice dead death deaths flight flights loss losses sale sales shots winner winning acquisition acquisitions assassin assassins collision "
    "collisions conviction decision decisions denial denials destruction discovery explosion explosions explosive injury injuries invasion "
    "invasions intrusion marriage wedding recovery retirement seizure seizures trial trials".split()
)
"""Forms in `IRREGULAR` that are nouns and adjectives made of the verb."""


@lru_cache(1 << 16)
def stem(word: str) -> str:
    """The form that a word's inflections, and the nouns made of a verb, have in common."""
    word = _POSSESSIVE.sub("", word.casefold())
    return _bare(IRREGULAR.get(word, word), _INFLECTIONS, _DERIVATIONS)


@lru_cache(1 << 16)
def lemma(word: str) -> str:
    """The form that a word's inflections have in common, but not the nouns made of it: "exploded" is not "explosion"."""
    word = _POSSESSIVE.sub("", word.casefold())
    return _bare(word if word in _DERIVED else IRREGULAR.get(word, word), _INFLECTIONS)


def _bare(word: str, *steps: tuple[tuple[str, str], ...]) -> str:
    for endings in steps:
        for ending, instead in endings:
            left = len(word) - len(ending)
            if word.endswith(ending) and left >= _LEFT.get(ending, 3) and not (ending == "s" and word.endswith("ss")):
                word = word[:left] + instead
                break
    word = word.removesuffix("e") if len(word) > 3 else word
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl" else word
