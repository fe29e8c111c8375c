"""Stems of English words, and which words carry no content of their own."""

from __future__ import annotations

import re
from functools import lru_cache

FUNCTION = frozenset(
    """a an the this that these those some any each his her its their our your my he she it they we you i him them us me himself themselves ours theirs yours mine herself itself
    who whom whose which what when where why how of to for from by at as is are was were be been being am do does did done doing
    has have had having will would shall should can could may might must and or but nor so than then there here also just very too
    about if whether while because since until although though however such own other another both either neither not no one ones
    s t re ve d ll m say says said saying according tell told tells mr mrs ms dr get gets got during among between through against
    much only even still yet already again ever never nobody nothing none without with cannot it's that's there's""".split()
)
"""Words that carry no content of their own. Prepositions that can be opposed (in, out, before, after) are not among them."""
_FORMS = """be: am is are was were been being
have: has had having
do: does did done doing
go: goes went gone going
hold: held
lose: lost losing
fall: fell fallen
win: won winning
shoot: shot
strike: struck stricken
take: took taken
retake: retook retaken
overrun: overran
leave: leaving leaves
flee: fled
fight: fought
begin: began begun
break: broke broken
die: dying dies died
lie: lying lied
come: came
become: became
rise: rose risen
run: ran
sit: sat sitting
stand: stood
sleep: slept
speak: spoke spoken
throw: threw thrown
catch: caught
buy: bought
sell: sold
give: gave given
send: sent
find: found
build: built
rebuild: rebuilt
bring: brought
keep: kept
know: knew known
see: saw seen
drive: drove driven
ride: rode ridden
write: wrote written
withdraw: withdrew withdrawn
forbid: forbade forbidden
forget: forgot forgotten
hang: hung
hide: hid hidden
grow: grew grown
fly: flew flown flies flying
freeze: froze frozen
eat: ate eaten
drink: drank drunk
swim: swam swum
sing: sang sung
wear: wore worn
meet: met
pay: paid
make: made
lead: led
sink: sank sunk
steal: stole stolen
swear: swore sworn
teach: taught
think: thought
seek: sought
man: men
woman: women
child: children
person: people persons
foot: feet
wife: wives
life: lives
knife: knives
policeman: policemen
gunman: gunmen
serviceman: servicemen
lay: laid
tie: tying ties
bear: born bore
wake: woke woken
deal: dealt
mean: meant
spend: spent
feel: felt
arise: arose arisen
choose: chose chosen
draw: drew drawn
lend: lent
shrink: shrank shrunk
bus: buses
aeroplane: plane planes airplane airplanes
gas: gases"""
_IRREGULAR = {
    form: plain for line in _FORMS.splitlines() for plain, _, forms in [line.partition(": ")] for form in forms.split()
}
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("sses", "ss"), ("es", "e"), ("s", ""))
_DOUBLED = re.compile(r"([bdglmnprt])\1$")


@lru_cache(50_000)
def stem(word: str) -> str:
    """What the forms of an English word share; good enough to know them again, not to be shown."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    word = _IRREGULAR.get(word, word)
    for ending, instead in _ENDINGS:
        short = word.removesuffix(ending) + instead
        if word.endswith(ending) and len(short) > 2 and not word.endswith(("ss", "us", "is")):
            word = short
            break
    word = _DOUBLED.sub(r"\1", word)
    return word.removesuffix("e") if len(word) > 3 else word
