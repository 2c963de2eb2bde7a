"""Words that a tokenizer leaves whole though they are two, because the text lacks a mark.

Newswire writes *Avco Corp* without a full stop, so that the one in *bought Avco Corp.* ends the
sentence. Texts that lost their apostrophes say *Texacos bond* and *Iraqs forces*.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from actors.languages.en import lexicon
from actors.languages.en.facts import look_up
from actors.languages.en.parsed import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from actors.languages.en.facts import Fact

__all__ = ["mend_tokens"]

_FORMS = r"(?:Corp|Inc|Co|Ltd|Bros)"
_BARE = re.compile(rf"[A-Z][\w-]+ {_FORMS}(?![.\w])")
_STOPPED = re.compile(rf"{_FORMS}\.")
_MARKED = re.compile(r"\w['’`]s\b|s['’] ")
_ANY = re.compile(r"\w['’`]\w")
_LONG = 60
"""Words of a text that has no apostrophe at all, from which one word tells that it lost them."""
_OWNER = re.compile(r"[A-Z][\w.-]*[^\W\d_]s")
_FEWEST = 2
"""Words without their apostrophe that a text has at least, if none of them names a state."""
_NO_OWNERS = frozenset({"the", "two", "both", "these", "those", "many", "some", "all", "few"})
_NO_OWNED = re.compile(
    r"and|or|of|in|on|at|to|by|for|from|with|who|that|which|as|than|but|is|are|was|were|has|have"
    r"|had|will|would|may|can|could|should|did|do|say|said|told|took|left|went|came|\w+ed"
)


def mend_tokens(doc: Doc) -> Doc:
    """Split off the full stop after a company and the *s* of an owner, before a parser looks.

    Args:
        doc: a document that has been tokenized and not yet been read.

    >>> import spacy
    >>> doc = spacy.blank("en")("Avco Corp fell. He bought Avco Corp. Iraqs forces left.")
    >>> [token.text for token in mend_tokens(doc)][6:]
    ['Avco', 'Corp', '.', 'Iraq', 's', 'forces', 'left', '.']
    """
    stops = list(_full_stops(doc))
    owners = list(_owners(doc))
    if not (stops or owners):
        return doc
    with doc.retokenize() as retokenizer:
        for token in (*stops, *owners):
            parts = [token.text[:-1], token.text[-1]]
            heads: list[Token | tuple[Token, int]] = [(token, 0), (token, 1)]
            norms: dict[str | int, list[str]] = {
                "NORM": [parts[0].lower(), "." if parts[1] == "." else "'s"]
            }
            retokenizer.split(token, parts, heads=heads, attrs=norms)
    return doc


def _full_stops(doc: Doc) -> Iterator[Token]:
    """Legal forms whose full stop ends the sentence: the text writes them without one."""
    if not _BARE.search(text_of(doc)):
        return
    for token in doc:
        if _STOPPED.fullmatch(token.text) and _ends(doc, token.i):
            yield token


def _ends(doc: Doc, position: int) -> bool:
    after = next((token for token in doc[position + 1 :] if not token.is_space), None)
    return after is None or after.text[:1].isupper() or after.is_quote


def _owners(doc: Doc) -> list[Token]:
    """Names with an *s* that an apostrophe should part, in a text that has no apostrophe."""
    if _MARKED.search(text_of(doc)):
        return []
    seen = Counter(token.text for token in doc)
    found = [token for token in doc if _OWNER.fullmatch(token.text) and _owns(doc, token)]
    always = Counter(token.text for token in found)
    facts = {name: _named(name[:-1]) for name in always if always[name] == seen[name]}
    kept = [token for token in found if seen[token.text[:-1]] or facts.get(token.text)]
    sure = any((fact := facts.get(token.text)) and fact.kind == "country" for token in kept)
    bare = not _ANY.search(text_of(doc))
    return kept if sure or len(kept) >= _FEWEST or (bare and len(doc) >= _LONG) else []


def _owns(doc: Doc, token: Token) -> bool:
    """Whether a word may be an owner: what it owns follows, and it is no plural or known name."""
    before = doc[token.i - 1].lower_ if token.i else ""
    plural = before in _NO_OWNERS and not token.text[:-1].isupper()
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    owned = after is not None and after.is_alpha and not _NO_OWNED.fullmatch(after.lower_)
    name = look_up(token.text) is not None or token.lower_ in lexicon.words("organisation_heads")
    return owned and not plural and not name


def _named(text: str) -> Fact | None:
    """The state or body of that name; peoples have plurals of their own."""
    fact = look_up(text)
    return fact if fact is not None and fact.form != "demonym" else None
