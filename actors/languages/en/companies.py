"""Names of companies that a recogniser cut, or ran together: the legal form tells where one ends.

*Alex* and *Brown and Sons Inc* are one company, *Peabody and Co and Hutton Inc* are two.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from actors.knowledge.name_words import legal_forms
from actors.languages.en.parsed import text_of
from actors.languages.en.spans import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from actors.languages.en.drafts import Draft

__all__ = ["join_companies", "legal", "part_companies", "stem", "with_short_names"]

_PARTNERS = frozenset({"co", "sons", "company", "brothers", "bros", "partners", "associates"})
"""What follows *and* inside the name of one company: *Brown and Sons Inc*."""
_AND = frozenset({"and", "&", "und", "et"})
_LETTERS = frozenset({"llp", "lp"})
"""Legal forms besides those of the table, which are also written with full stops (*L.P.*)."""
_SHORTENED = frozenset(["alex", "chas", "edw", "geo", "jas", "jos", "robt", "thos", "wm"])
"""Given names that are written short, with a full stop."""
_INITIALS = re.compile(r"(?:[A-Z]\.)+")


def part_companies(drafts: Iterable[Draft]) -> list[Draft]:
    """The names with those taken apart that hold one company and the next.

    >>> import spacy
    >>> from actors.languages.en.drafts import Draft
    >>> doc = spacy.blank("en")("Brown and Co and Hutton Inc left")
    >>> [draft.text for draft in part_companies([Draft(doc, 0, 6, "organisation")])]
    ['Brown and Co', 'Hutton Inc']
    """
    return [piece for draft in drafts for piece in _parted(draft)]


def _parted(draft: Draft) -> list[Draft]:
    if draft.kind != "organisation":
        return [draft]
    for token in draft.span[1:-1]:
        after = draft.doc[token.i + 1]
        if token.lower_ in _AND and legal(draft.doc[token.i - 1].text) and not _partner(after):
            left = replace(draft, end=token.i)
            start, end = trimmed(draft.doc[token.i + 1 : draft.end], "organisation")
            return [left, *_parted(replace(draft, start=start, end=end))] if end > start else [left]
    return [draft]


def join_companies(drafts: Iterable[Draft]) -> list[Draft]:
    """The names with companies made whole that end in a legal form and were cut before it.

    >>> import spacy
    >>> from actors.languages.en.drafts import Draft
    >>> doc = spacy.blank("en")("Samuel Brown and Sons Ltd left")
    >>> cut = [Draft(doc, 0, 2, "person"), Draft(doc, 3, 5, "organisation")]
    >>> [draft.text for draft in join_companies(cut)]
    ['Samuel Brown and Sons Ltd']
    """
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: draft.start):
        while kept and _one_company(kept[-1], draft):
            draft = replace(draft, start=kept.pop().start, kind="organisation")
        kept.append(draft)
    return kept


def _one_company(left: Draft, right: Draft) -> bool:
    """Whether a name is the first part of the company that follows it."""
    form = all(legal(token.text) for token in right.span)
    if not (right.kind == "organisation" or form) or left.kind == "group":
        return False
    if not legal(right.span[-1].text):
        return False
    between = left.doc[left.end : right.start]
    if any(token.is_space for token in between):
        return False
    last, first = left.doc[left.end - 1], right.doc[right.start]
    if len(between) == 0:
        return bool(last.text.isalpha() or _INITIALS.fullmatch(last.text)) and not legal(last.text)
    if len(between) > 1:
        return False
    mark = between[0]
    if mark.text == "-":
        return not (last.whitespace_ or mark.whitespace_)
    if mark.text == "." and not last.whitespace_:
        return last.lower_ in _SHORTENED and not mark.is_sent_start
    return mark.lower_ in _AND and _partner(first)


def _partner(token: Token) -> bool:
    return token.lower_.rstrip(".") in _PARTNERS


def legal(word: str) -> bool:
    """Whether a word is the legal form of a company.

    >>> legal("Inc."), legal("GmbH"), legal("L.P."), legal("Bank")
    (True, True, True, False)
    """
    return word.lower().replace(".", "") in legal_forms("text") | _LETTERS


def stem(name: str) -> str:
    """A company's name without its legal form and what stands for its partners, if it has such.

    >>> stem("Kidder, Peabody and Co"), stem("Holt & Sons Ltd."), stem("Bank of Peru")
    ('Kidder Peabody', 'Holt', '')
    """
    words = name.replace(",", "").split()
    size = len(words)
    while len(words) > 1 and _ending(words):
        words.pop()
    return " ".join(words) if len(words) < size else ""


def _ending(words: list[str]) -> bool:
    """Whether the last word is no part of a company's own name."""
    last = words[-1].lower().rstrip(".")
    return legal(last) or last in _AND or (last in _PARTNERS and words[-2].lower() in _AND)


def with_short_names(drafts: list[Draft]) -> list[Draft]:
    """The names with companies made whole where a text leaves out their legal form.

    After *J.P. Stevens and Co Inc*, a name that was read in *J.P. Stevens STN* is *J.P. Stevens*.
    """
    pattern = _short(drafts)
    if pattern is None:
        return drafts
    doc = drafts[0].doc
    kept = list(drafts)
    for match in pattern.finditer(text_of(doc)):
        span = doc.char_span(*match.span())
        if span is None:
            continue
        over = [d for d in kept if d.start < span.end and span.start < d.end]
        cut = [d for d in over if d.start < span.start or d.end > span.end]
        exact = any((d.start, d.end) == (span.start, span.end) for d in over)
        if not over or exact or any(map(_longer, cut)):
            continue
        whole = replace(over[0], start=span.start, end=span.end, kind="organisation")
        kept = [each for each in kept if each not in over] + [whole]
    return sorted(kept, key=lambda draft: draft.start)


def _longer(draft: Draft) -> bool:
    """Whether a name goes on beyond a company's by more than the letters of its shares."""
    return draft.kind != "person" or not draft.span[-1].is_upper


def _short(drafts: list[Draft]) -> re.Pattern[str] | None:
    """Finds companies of two words or more by their names without legal form."""
    from actors.knowledge.names import is_given_name
    from actors.knowledge.places import find_place
    from actors.languages.en.facts import look_up

    stems = {stem(draft.text) for draft in drafts if draft.kind == "organisation"}
    own = [
        one.split()
        for one in sorted(stems, key=lambda one: (-len(one), one))
        if " " in one and look_up(one) is None and find_place(one) is None
    ]
    told = [r",? ".join(map(re.escape, words)) for words in own if not is_given_name(words[0])]
    return re.compile(rf"\b(?:{'|'.join(told)})\b") if told else None
