"""Cities that stand for their market: *soymeal followed Chicago higher*.

A market is no town: taken for one, what moves prices would be tied to who lives there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from actors.languages.en.facts import Fact
from actors.languages.en.parsed import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actors.languages.en.drafts import Draft

_WAY = (
    r"(?:higher|lower|firmer|weaker|up|down|flat|mixed)"
    r"(?=\s*(?:[^\w\s]|$|(?:in|on|at|after|as|amid|by|with|from|to)\b))"
)
"""Which way prices went, and no adjective of what follows: *higher courts*."""
_AFTER = re.compile(rf"\s(?:(?:closed|ended|finished|opened|traded)\s(?:\w+ly\s)?)?{_WAY}")
"""What a market does: *Chicago closed slightly higher*."""
_FOLLOWED = re.compile(r"\b(?:follow|track|mirror)(?:s|ed|ing)?\s$")
_MOVED = re.compile(r"\b(?:gains?|losses|falls?|rises?|rally|rallies|declines?)\s(?:in|on)\s$")
_CLOSE = re.compile(r"\s(?:overnight\b|(?:at|by|on|after)\b[^.;\n]{0,24}\b(?:close|opening)\b)")
"""When prices moved: *gains in Chicago at Thursday's close*."""
_ENDED = re.compile(rf"\s(?:closed|ended|finished|opened)\s(?:\w+ly\s)?{_WAY}")
_NEAR = 60
"""Characters that are looked at on either side of a name."""


def read_markets(drafts: Iterable[Draft]) -> None:
    """Give the name of a city to its market where prices are told of it."""
    from actors.knowledge.places import find_city

    for draft in drafts:
        if draft.kind == "place" and _moves(draft) and find_city(draft.text.title()):
            name = " ".join(draft.text.split())
            name = name.title() if name.isupper() else name
            key = f"market:{name.casefold()}"
            draft.fact = Fact(key, f"{name} (market)", "place", form="market")


def _moves(draft: Draft) -> bool:
    """Whether the words around a name tell of prices there."""
    text, start, end = text_of(draft.doc), draft.span.start_char, draft.span.end_char
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    if _ENDED.match(after):
        return True
    followed = _FOLLOWED.search(before) and _AFTER.match(after)
    return bool(followed or (_MOVED.search(before) and _CLOSE.match(after)))
