"""Words brought to one form, so that "bombed", "bombing" and "bombings" meet. In: text. Out: stems, and names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from onrecord.reference.gazetteer.fold import fold

_WORD: Final = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_POSSESSIVE: Final = re.compile(r"[’']s?$")
IRREGULAR: Final = {
    form: lemma
    for lemma, forms in {
        "arise": "arose arisen", "beat": "beaten", "begin": "began begun", "blow": "blew blown", "break": "broke broken",
        "bring": "brought", "build": "built", "buy": "bought", "catch": "caught", "choose": "chose chosen", "come": "came",
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
        "woman": "women", "child": "children", "person": "people persons",
    }.items()
    for form in forms.split()
}  # fmt: skip
"""Forms that no ending gives away, each with its lemma."""
_ENDINGS: Final = (
    ("ization", "ize"), ("isation", "ise"), ("ational", "ate"), ("iveness", "ive"), ("fulness", "ful"), ("ations", "ate"),
    ("ation", "ate"), ("ments", ""), ("ment", ""), ("ings", ""), ("ing", ""), ("ions", ""), ("ion", ""), ("ies", "y"), ("ied", "y"),
    ("ers", ""), ("er", ""), ("ors", ""), ("or", ""), ("ed", ""), ("es", ""), ("s", ""), ("ly", ""), ("al", ""),
)  # fmt: skip
"""Endings and what stands in their place, the longest first."""
SMALL: Final = frozenset(
    "the a an and or but of in on at to from by for with as is are was were be been being it its this that these those he she they them "
    "his her their who which what when where while after before during into over under about against between through than then "
    "there here not no nor so if because also have has had do does did will would could should may might can more most other some any "
    "all both each few such only own same too very just up down out off again further once near around since until amid among along "
    "we our us you your i me my him said say says told according had one two three".split()
)
"""Words that tell nothing of what happened."""


@lru_cache(1 << 16)
def stem(word: str) -> str:
    """The form that a word's inflections, and the nouns made of a verb, have in common."""
    word = _POSSESSIVE.sub("", word.casefold())
    word = IRREGULAR.get(word, word)
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not (ending == "s" and word.endswith("ss")):
            word = word[: -len(ending)] + instead
            break
    word = word.removesuffix("e") if len(word) > 3 else word
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl" else word


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, as they are written."""
    return tuple(_WORD.findall(text))


def stems_of(text: str) -> tuple[str, ...]:
    """The stems of the words that tell something, each once, in the order of the text."""
    kept = (word for word in words_of(text) if len(word) > 1 and word.casefold() not in SMALL)
    return tuple(dict.fromkeys(stem(fold(word)) for word in kept))


def names_in(text: str) -> tuple[str, ...]:
    """The stems of words with a capital that do not open a sentence, each once."""
    found = []
    for hit in _WORD.finditer(text):
        word = hit.group()
        opens = not text[: hit.start()].rstrip("\"'“‘( ") or text[: hit.start()].rstrip("\"'“‘( ")[-1] in ".!?:\n"
        if word[0].isupper() and not opens and word.casefold() not in SMALL and len(word) > 1:
            found.append(stem(fold(word)))
    return tuple(dict.fromkeys(found))
