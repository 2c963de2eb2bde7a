"""Letters that stand beside a company and name nobody: of its shares, and of what it is rated.

*Acme Corp ACM*, *Acme (NYSE: ACM)*, *Acme ACM.N*, *notes rated AA-1*.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from actors.languages.en.companies import legal
from actors.languages.en.parsed import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actors.languages.en.drafts import Draft

__all__ = ["SYMBOL", "without_tickers"]

SYMBOL = re.compile(r"[A-Z]{2,5}\.[A-Z]{1,2}")
"""A share as news agencies write it: company, full stop, exchange."""
_LETTERS = re.compile(r"[A-Z]{1,5}(?:\.[A-Z]{1,2})?")
_EXCHANGE = (
    r"(?:NYSE|NASDAQ|Nasdaq|AMEX|LSE|LON|AIM|TSXV?|CSE|ASX|NZX|HKEX|HKG|SEHK|SGX|NSE|BSE|JSE|TYO"
    r"|TSE|KRX|SSE|SHA|SHE|FRA|ETR|XETRA|EPA|AMS|BIT|BME|SWX|SIX|STO|OTC[A-Z]*|Euronext)"
)
_BRACKET = re.compile(
    rf"[(<\[]\s*(?:{_EXCHANGE}(?: [A-Z][a-z]+)*\s?:\s?[A-Z0-9.]{{1,8}}[;,]?\s*)+[)>\]]"
    r"|[(<\[]\s*[A-Z0-9]{1,5}\.[A-Z]{1,2}\s*[)>\]]"
)
_RATING = re.compile(r"(?:A{2,3}|Aaa|Aa|Baa|Ba|Caa|BBB|BB|CCC)(?:-?[1-3]|[+-])?|[AB]-?[1-3]")
_RATED = re.compile(
    r"\b(?:rat(?:ed|es?|ings?)|downgrad|upgrad|affirmed|notch|subordinated)"
    r"|\b[Ss]tandard (?:and|&) Poor|[Mm]oody",
    re.A,
)


def without_tickers(drafts: Iterable[Draft]) -> list[Draft]:
    """The names without letters of stock exchanges and of ratings.

    >>> import spacy
    >>> from actors.languages.en.drafts import Draft
    >>> doc = spacy.blank("en")("Acme (NYSE: ACM) bought Dell Inc DLL")
    >>> found = [(0, 1), (2, 3), (4, 5), (7, 9), (9, 10)]
    >>> [d.text for d in without_tickers(Draft(doc, *at, "organisation") for at in found)]
    ['Acme', 'Dell Inc']
    """
    ordered = sorted(drafts, key=lambda draft: draft.start)
    if not ordered:
        return []
    brackets = [match.span() for match in _BRACKET.finditer(text_of(ordered[0].doc))]
    ends = {draft.end: draft for draft in ordered}
    return [d for d in ordered if not (_bracketed(d, brackets) or _symbol(d, ends) or _rating(d))]


def _bracketed(draft: Draft, brackets: list[tuple[int, int]]) -> bool:
    start, end = draft.span.start_char, draft.span.end_char
    return any(first < start and end < last for first, last in brackets)


def _symbol(draft: Draft, ends: dict[int, Draft]) -> bool:
    """Whether letters follow a company at once, or can be nothing but the name of a share."""
    before = ends.get(draft.start)
    if before is None or before.kind != "organisation" or not _LETTERS.fullmatch(draft.text):
        return False
    return legal(before.span[-1].text) or SYMBOL.fullmatch(draft.text) is not None


def _rating(draft: Draft) -> bool:
    """Whether letters are a grade of debt: the text speaks of ratings near by."""
    if not _RATING.fullmatch(draft.text):
        return False
    start, end = draft.span.start_char, draft.span.end_char
    return _RATED.search(text_of(draft.doc), max(0, start - 150), end + 150) is not None
