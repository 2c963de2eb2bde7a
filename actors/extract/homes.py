"""Names that several bodies go by: whose *Congress*, and which *NPA*, a document means."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from actors.extract.coreference.acronyms import initialism

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actors.extract.drafts import Draft
    from actors.extract.facts import Fact
    from actors.knowledge.organisations import Organisation

LITTLE = 3
"""Letters of a word that tells nothing (*of*, *the*)."""
SHARE = 1 / 3
"""Of how often the state most spoken of is named, that the state of a known body has to be."""


def tell_homes(drafts: Iterable[Draft]) -> None:
    """Forget the known body behind an ambiguous name where the document is about other states.

    It stays an organisation under the name that the text gives. A document that names no state
    tells nothing, and one that names the body in full means it. A state is spoken of by its own
    name and by its bodies (the FBI, the Bundestag).
    """
    every = list(drafts)
    bodies = [(draft, body) for draft in every if (body := _body(draft)) is not None]
    plain = {body.id for draft, body in bodies if not _ambiguous(draft)}
    spoken = Counter(
        draft.fact.id for draft in every if draft.fact is not None and draft.fact.kind == "country"
    )
    spoken.update(f"state:{body.country}" for draft, body in bodies if not _ambiguous(draft))
    least = SHARE * max(spoken.values(), default=0)
    for draft, body in bodies:
        elsewhere = body.country and spoken[f"state:{body.country}"] < least
        if elsewhere and _ambiguous(draft) and body.id not in plain:
            draft.fact = None
    for draft in every:
        if draft.kind == "organisation" and _body(draft) is None and _ambiguous(draft):
            _take_home(draft, spoken)


def _take_home(draft: Draft, spoken: Counter[str]) -> None:
    """Give a ministry or court of no state in particular to the state that is most spoken of.

    *The Justice Department* is that of the United States in a report on them, where it is known
    by that name.
    """
    from actors.extract.facts import organisation

    fact = organisation(draft.text)
    body = organisation_of(fact) if fact is not None else None
    if body is not None and spoken[f"state:{body.country}"] == max(spoken.values(), default=1):
        draft.fact, draft.subtype = fact, body.subtype or draft.subtype


def tell_initials(drafts: Iterable[Draft]) -> None:
    """Forget the known body behind an acronym that the document writes out as another body.

    *The National Prosecuting Authority (NPA)* is no New People's Army. One written out as the
    known body, in whatever spelling, stays.
    """
    every = list(drafts)
    long = [d for d in every if d.kind == "organisation" and d.fact is None and " " in d.text]
    named = {body.id for d in every if not d.text.isupper() and (body := _body(d)) is not None}
    for draft in every:
        body = _body(draft) if draft.text.isupper() else None
        if body is None or body.id in named:
            continue
        written = [other.text for other in long if initialism(draft.text, other.text)]
        if written and not any(_alike(body.name, text) for text in written):
            draft.fact = None


def _alike(one: str, other: str) -> bool:
    """Whether two names share half of the words of the first."""
    words = _words(one)
    return 2 * len(words & _words(other)) >= len(words)


def _words(name: str) -> frozenset[str]:
    from actors.knowledge.folding import fold

    return frozenset(word for word in fold(name).split() if len(word) > LITTLE)


def _body(draft: Draft) -> Organisation | None:
    return organisation_of(draft.fact) if draft.fact is not None else None


def organisation_of(fact: Fact) -> Organisation | None:
    """The known body that a fact means."""
    from actors.knowledge.organisations import organisation_by_id

    kind, _, key = fact.id.partition(":")
    return organisation_by_id(key) if kind == "organisation" else None


def _ambiguous(draft: Draft) -> bool:
    from actors.knowledge.ambiguity import ambiguous

    return ambiguous(draft.text) is not None
