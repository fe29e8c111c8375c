"""Words that the rules for pairs of sentences exchange: past forms, opposites, words for the same."""

from __future__ import annotations

PAST = {
    "attacked": "attack", "killed": "kill", "captured": "capture", "seized": "seize", "bombed": "bomb", "shelled": "shell", "arrested": "arrest",
    "accused": "accuse", "defeated": "defeat", "invaded": "invade", "joined": "join", "destroyed": "destroy", "signed": "sign",
    "crossed": "cross", "reached": "reach", "entered": "enter", "launched": "launch", "took": "take", "lost": "lose", "won": "win", "held": "hold",
    "began": "begin", "left": "leave", "sent": "send", "met": "meet", "gave": "give", "made": "make", "became": "become", "fell": "fall", "fled": "flee",
    "hit": "hit", "struck": "strike", "fired": "fire", "died": "die", "opened": "open", "closed": "close", "agreed": "agree", "called": "call",
    "supported": "support", "told": "tell", "rejected": "reject", "ordered": "order", "helped": "help", "visited": "visit", "criticised": "criticise",
    "wounded": "wound", "threatened": "threaten", "surrounded": "surround", "praised": "praise", "occupied": "occupy", "warned": "warn", "followed": "follow",
    "returned": "return", "started": "start", "ended": "end", "received": "receive", "showed": "show", "rose": "rise", "paid": "pay",
}  # fmt: skip
ANTONYMS = {
    one: other for pair in
    """held/lost captured/lost advanced/retreated confirmed/denied opened/closed began/ended started/stopped won/lost arrested/released arrived/left
    increased/decreased rose/fell accepted/rejected entered/left continued/stopped killed/spared supported/opposed allowed/banned true/false
    legal/illegal north/south east/west northern/southern eastern/western before/after inside/outside large/small young/old strong/weak first/last
    alive/dead destroyed/rebuilt successful/unsuccessful joined/left up/down attacked/defended agreed/refused likely/unlikely more/fewer
    high/low long/short early/late public/private safe/dangerous rich/poor happy/sad open/closed""".split()
    for one, other in (pair.split("/"), pair.split("/")[::-1])
}  # fmt: skip
UNLISTED = {
    one: other for pair in
    """mobilised/demobilised loyal/disloyal victory/setback bought/auctioned expanded/contracted urban/rural permanent/temporary domestic/foreign
    military/civilian modern/ancient optimistic/pessimistic majority/minority official/unofficial guilty/cleared encouraged/discouraged
    included/excluded import/export imports/exports imported/exported upper/lower included/omitted remembered/overlooked major/minor""".split()
    for one, other in (pair.split("/"), pair.split("/")[::-1])
}  # fmt: skip
"""Opposites of which the product's vocabulary does not know that they are."""
SAME = {
    one: other for pair in
    """killed/slain soldiers/troops troops/soldiers attacked/raided captured/seized seized/captured town/city started/began began/started ended/finished
    injured/wounded wounded/injured fled/escaped rebels/insurgents talks/negotiations agreement/deal children/kids big/large large/big small/little
    destroyed/demolished stopped/halted arrested/detained detained/arrested explosion/blast helped/assisted near/close-to house/home car/automobile
    quickly/rapidly road/street bought/purchased released/freed election/vote leader/head company/firm job/position important/significant
    problem/difficulty shows/demonstrates needs/requires said/stated""".split()
    for one, other in (pair.split("/"),)
}  # fmt: skip
