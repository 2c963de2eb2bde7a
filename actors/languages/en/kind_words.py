"""What the words of a name, and those beside it, tell of its kind and its sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.knowledge.names import korean_name
from actors.languages.en import lexicon

if TYPE_CHECKING:
    from actors.languages.en.drafts import Draft
    from actors.types import Kind


CIVIL = frozenset(
    {"conservation", "diplomatic", "medical", "mercy", "peace", "relief", "rescue", "volunteer"}
)
"""What makes a corps one of helpers, not of soldiers."""
SIDES = frozenset({"west", "east", "south", "north", "left", "right"})
"""What makes a bank that of a river."""


def of_words(draft: Draft) -> Kind | None:
    """The kind that the words of a name itself tell (*Ministry of Mines*, *Fars Province*)."""
    if len(draft.span) < 2 or (draft.kind == "person" and draft.span[0].text.istitle() is False):
        return None
    if korean_name(draft.text):
        return "person"
    last, first = draft.span[-1].lower_, draft.span[0].lower_
    if any(token.lower_ == "military" for token in draft.span):
        return "organisation"
    if last == "bank" and first in SIDES:
        return "place"
    head = _head(draft)
    if last in lexicon.words("organisation_heads") or head in lexicon.words("organisation_heads"):
        return "organisation"
    if draft.kind in ("place", "organisation") and last in lexicon.words("firm_heads"):
        return "organisation"
    if last in lexicon.words("place_heads") or first in lexicon.words("place_openings"):
        return "place"
    return None


def _head(draft: Draft) -> str:
    """The word before *of* or *for* in a name, else its last word."""
    for token in draft.span[1:]:
        if token.lower_ in ("of", "for", "on"):
            return str(draft.doc[token.i - 1].lower_)
    return str(draft.span[-1].lower_)


def beside(draft: Draft) -> tuple[Kind | None, str | None]:
    """The kind and sort that the words right before or after a name tell.

    *news agency Interfax* is a medium, *PKK militants* an armed group, *Mr Aziz* a person.
    """
    if draft.kind == "group":
        return None, None
    doc = draft.doc
    after = " ".join(token.lower_ for token in doc[draft.end : draft.end + 2])
    before = " ".join(token.lower_ for token in doc[max(0, draft.start - 2) : draft.start])
    for phrase in (after, after.partition(" ")[0]):
        if sort := lexicon.sort_after(phrase):
            return "organisation", sort
    for phrase in (before, before.rpartition(" ")[2]):
        if sort := lexicon.sort_before(phrase):
            return "organisation", sort
    return None, None


def sort_of_words(draft: Draft) -> str | None:
    """The sort that the words of an organisation's name tell (*Party*, *Ministry*, *Bank*)."""
    if any(token.lower_ == "military" for token in draft.span):
        return "military"
    if draft.span[-1].lower_ == "corps" and draft.span[-2:-1].text.lower() in CIVIL:
        return "ngo"
    for word in (draft.span[-1].lower_, _head(draft), draft.span[0].lower_):
        if sort := lexicon.sort_named(word):
            return sort
    return None
