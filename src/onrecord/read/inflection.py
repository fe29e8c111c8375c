"""English verb forms. In: a lemma. Out: its forms, each with what it can be (base, third, past, participle, gerund)."""

from __future__ import annotations

from typing import Final

VOWELS: Final = frozenset("aeiou")
#: Verbs of more than one syllable with the stress on the last one, which double their consonant; and those that never do.
DOUBLING: Final = frozenset(
    "admit commit submit permit omit refer prefer defer infer confer deter occur incur recur rebut rebel repel expel compel propel dispel "
    "control patrol regret forget begin kidnap equip transfer abet".split()
)
NO_DOUBLING: Final = frozenset("x w y".split())


def third(lemma: str) -> str:
    """The form after he, she or it: carry -> carries, crash -> crashes."""
    irregular = {"be": "is", "have": "has", "do": "does", "go": "goes", "undergo": "undergoes", "undo": "undoes"}
    if lemma in irregular:
        return irregular[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ies"
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    return lemma + "s"


def past(lemma: str) -> str:
    """The regular past: carry -> carried, admit -> admitted, fire -> fired."""
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ied"
    return _doubled(lemma) + "ed"


def gerund(lemma: str) -> str:
    """The form in -ing: fire -> firing, die -> dying, admit -> admitting."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return lemma[:-1] + "ing"
    return _doubled(lemma) + "ing"


def forms(lemma: str, irregular: dict[str, tuple[str, str]]) -> dict[str, str]:
    """All forms of a verb.

    Args:
        lemma: The bare verb.
        irregular: Past and participle of the irregular verbs, by lemma.

    Returns:
        For each form what it is: base, third, past, participle, gerund, or "past participle" where both look alike.
    """
    before, done = irregular.get(lemma, (past(lemma), past(lemma)))
    found = {gerund(lemma): "gerund", third(lemma): "third", done: "participle", before: "past"}
    if before == done:
        found[before] = "past participle"
    found.setdefault(lemma, "base")
    return found


def _doubled(lemma: str) -> str:
    """The stem before -ed and -ing, its last consonant doubled where English writes it so."""
    if len(lemma) < 3 or lemma[-1] in VOWELS or lemma[-1] in NO_DOUBLING or lemma[-2] not in VOWELS:
        return lemma
    if lemma in DOUBLING or (lemma[-3] not in VOWELS and sum(c in VOWELS for c in lemma) == 1):
        return lemma + lemma[-1]
    return lemma
