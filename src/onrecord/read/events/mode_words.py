"""Words that tell whether what stands after them happened. Lemmas; each word stands in one list."""

from __future__ import annotations

from typing import Final

from onrecord.read.verbs import lemma_forms
from onrecord.record.vocabulary import EventStatus

GOVERNORS: Final[dict[EventStatus, str]] = {
    "attempted": "try attempt seek struggle fail foil thwart abort endeavour endeavor strive aim focus",
    "planned": (
        "plan prepare intend schedule decide agree propose consider mull pledge promise offer announce arrange want wish hope order "
        "poise ready authorise authorize approve commit resolve mobilise mobilize"
    ),
    "threatened": "threaten vow warn swear",
    "demanded": "demand urge call ask appeal request require implore press insist beg plead recommend pressure invite",
    "hypothetical": (
        "prevent avoid avert fear expect anticipate deter predict forecast risk suspect-of could-face allow enable protect defend guard "
        "spark trigger brace worry envisage simulate"
    ),
    "denied": "deny refute rebut dismiss disavow refuse reject",
    "claimed": "accuse allege suspect charge claim blame implicate purport",
}
"""What the verb that a verb or noun hangs on makes of it."""
NOUN_GOVERNORS: Final[dict[EventStatus, str]] = {
    "attempted": "attempt attempts bid effort efforts struggle aim aims goal objective failure",
    "planned": (
        "plan plans preparation preparations preparing prepared intention intent proposal proposals promise pledge decision readiness ready ahead "
        "order orders deal agreement accord willingness set due about scheduled poised going bound determined offer eve"
    ),
    "threatened": "threat threats vow ultimatum warning warnings",
    "demanded": "call calls demand demands appeal appeals request requests need pressure urge",
    "hypothetical": (
        "fear fears risk risks possibility prospect danger likelihood chance anticipation case event likely unlikely able expected expectation "
        "expectations capable ability capability capacity hope hopes possible potential lest avoid scenario unless"
    ),
    "denied": "denial denials rejection",
    "claimed": "responsible allegation allegations accusation accusations suspicion suspicions claim claims accused suspected reports report rumours rumors",
}
"""Likewise for nouns and adjectives."""
ADJECTIVES: Final[dict[EventStatus, str]] = {
    "claimed": "alleged suspected purported supposed claimed reported apparent unconfirmed so-called presumed rumoured rumored",
    "planned": "planned upcoming imminent future forthcoming impending looming scheduled proposed expected next",
    "hypothetical": "possible potential hypothetical feared any further eventual would-be likely retaliatory",
    "attempted": "attempted foiled failed thwarted abortive botched unsuccessful",
    "ongoing": "ongoing continuing current continued continuous relentless daily persistent",
    "threatened": "threatened",
}
"""What an adjective makes of its noun."""
CARRYING_OUT: Final = (
    "carry launch conduct stage mount commit perpetrate begin start resume wage undertake make hold execute suffer see witness report hit kill continue "
    "intensify escalate lead use claim bring deliver unleash face sustain cause leave step ramp open take do get keep end stop halt cease"
)
"""Verbs with which an act is told as the act itself: what their auxiliaries say holds for it."""
CARRIERS: Final = "carry launch conduct stage mount commit perpetrate begin start resume wage undertake unleash initiate continue renew open execute"
"""Of these, verbs that tell no more than that it was done."""
TAKING_PLACE: Final = "occur happen erupt begin start continue break take resume come"
"""Verbs that tell no more than that it took place."""
GOING_ON: Final = "continue go persist rage intensify escalate proceed remain"
"""Verbs that in the present, or with a participle, say that an act goes on."""
PRESUPPOSING: Final = "stop end halt cease condemn denounce decry investigate discuss probe retaliate respond avenge punish follow mourn regret survive witness"
"""Verbs that take for granted that what they are about happened or happens."""
BLOCKED: Final = "prevent foil thwart avert avoid deter plan threaten fear expect postpone cancel"
"""Verbs in the passive, or after it, that say of their subject that it did not happen so far."""


def _by_form(lists: dict[EventStatus, str]) -> dict[str, EventStatus]:
    return {form: status for status, words in lists.items() for form in lemma_forms(words.split())}


def _by_word(lists: dict[EventStatus, str]) -> dict[str, EventStatus]:
    return {word: status for status, words in lists.items() for word in words.split()}


OF_VERB: Final = _by_form(GOVERNORS)
OF_NOUN: Final = _by_word(NOUN_GOVERNORS)
OF_ADJECTIVE: Final = _by_word(ADJECTIVES)
TRANSPARENT: Final = frozenset(lemma_forms(CARRYING_OUT.split()))
CARRYING: Final = frozenset(lemma_forms(CARRIERS.split()))
OCCURRING: Final = frozenset(lemma_forms(TAKING_PLACE.split()))
CONTINUING: Final = frozenset(lemma_forms(GOING_ON.split()))
TAKEN_FOR_GRANTED: Final = frozenset(lemma_forms(PRESUPPOSING.split()))
NOT_YET: Final = {form: OF_VERB.get(form, "planned") for form in lemma_forms(BLOCKED.split())}
