"""Which language a text is in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SHORTEST = 200
"""Characters below which a text is not judged."""
CERTAIN = 0.99
_LONGEST = 4000
_NOT_LETTERS = re.compile(r"[\W\d_]+")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language; None where it is short or uncertain.

    Naive Bayes over byte n-grams (Lui and Baldwin 2012, langid.py) as py3langid has it.

    >>> language_of("Die Minister sprachen am Mittwoch über die Lage an der Grenze. " * 5)
    'de'
    >>> language_of("Zu kurz") is None
    True
    """
    letters = _NOT_LETTERS.sub(" ", text[:_LONGEST])
    if len(letters) < SHORTEST:
        return None
    language, confidence = _identifier().classify(letters)
    return str(language) if confidence >= CERTAIN else None


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
