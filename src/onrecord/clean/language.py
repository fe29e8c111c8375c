"""The language of a text."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

__all__ = ["identify"]

_FEWEST_LETTERS = 25
# The identifier is least sure of long samples, since it counts the same words again and again.
_SAMPLE = 3_000
# A quotation in another language must not decide for a report, nor a name that looks foreign for a short text.
_SUREST = 0.9
# Rows of signs belong to no language, and the identifier would take them for one.
_SIGNS = re.compile(r"[^\w\s]{3,}|_+")


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def identify(text: str) -> str | None:
    """Identifies the language that a text is written in.

    Args:
        text: The text; its beginning decides.

    Returns:
        The ISO 639-1 code, or None for a text that is too short or could be in several languages.
    """
    sample = _SIGNS.sub(" ", text[: 4 * _SAMPLE])[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return None
    language, probability = _identifier().classify(sample)
    if not math.isfinite(probability) or probability < _SUREST or len(language) != 2:
        return None
    return str(language)
