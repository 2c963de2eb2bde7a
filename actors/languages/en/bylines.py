"""Who wrote, edited or supplied a report is nobody's actor: finding such credits in a text."""

from __future__ import annotations

import re

_LABEL = r"(?:Authors?|Editors?|Edited by|Reporting by|Writing by|Additional reporting|Editing by)"
_LABELLED = re.compile(rf"\b{_LABEL}\s*:?\s+(?=[A-Z])[^\n]{{3,120}}$", re.MULTILINE)
_COLON = re.compile(rf"\b{_LABEL}:\s*[A-Z][^\n]{{2,80}}")
_AGENCY = (
    r"(?:AP|AFP|dpa|DPA|Reuters|epd|EPD|KNA|kna|ANSA|EFE|PTI|IANS|Interfax|Xinhua|SID|sid|TASS)"
)
_SLASHED = re.compile(rf"[ \n][a-z]{{2,4}}(?:\s?/\s?(?:[a-z]{{2,4}}|{_AGENCY}))+(?=[ \n(]|$)")
_LISTED = re.compile(rf"\(\s*{_AGENCY}(?:\s*[,/]\s*{_AGENCY})*\s*\)(?=\s*(?:$|\n|[A-Z][a-z]+:))")
_SIGNED = re.compile(rf"(?<=[.!?”\"’'])\s+(?:[-–—]{{1,2}}\s?)?(?:Reuter|REUTER|{_AGENCY})\.?\s*$")
_DATELINE = re.compile(r"\((?:AP|AFP|Reuters|dpa|CNN|UPI|IANS|PTI|Xinhua)\)\s*(?=[-–—])")


def credits(text: str) -> list[tuple[int, int]]:
    """The character ranges of a text that credit authors, editors and agencies.

    >>> text = "The talks failed. mz/kl (Reuters, AFP)"
    >>> [text[start:end].strip() for start, end in credits(text)]
    ['mz/kl', '(Reuters, AFP)']
    >>> credits("Reuters (a news agency) reported it.")
    []
    """
    patterns = (_COLON, _LABELLED, _SLASHED, _LISTED, _DATELINE, _SIGNED)
    return sorted(match.span() for pattern in patterns for match in pattern.finditer(text))
