"""How much a study holds, how much of the text was read, and what was left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from actors.languages import DEFAULT_LANGUAGE, find_pack
from actors.languages import pack as packing
from actors.languages.choice import named_language
from actors.store.holdings import document_languages, text_tally
from actors.store.queries import record_count
from actors.types import Json, Skipped

if TYPE_CHECKING:
    from actors.store import Store

__all__ = ["counts", "languages", "reasons"]

_TABLES = ("documents", "skipped", "mentions", "relations", "actors")


def counts(store: Store) -> Counter[str]:
    """How many records of each kind a study holds, and characters of its documents.

    ``articles`` are documents that share a file with others; ``in_parts`` those that were too long
    to be read at once; ``characters_set_aside`` stand in headers and boilerplate.
    """
    text = text_tally(store, packing.READ_AT_ONCE)
    return Counter(
        **{table: record_count(store, table) for table in _TABLES},
        articles=text.articles,
        in_parts=text.in_parts,
        characters_read=text.read,
        characters_set_aside=text.set_aside,
    )


def reasons(store: Store) -> dict[str, int]:
    """Why inputs were skipped, and how many for each reason, the commonest first."""
    told = Counter(one.reason for one in store.all(Skipped))
    return dict(sorted(told.items(), key=lambda pair: (-pair[1], pair[0])))


def _by_language(store: Store) -> dict[str, int]:
    """How many documents were read in each language, by its code, the commonest first."""
    told: Counter[str] = Counter()
    for language, count in document_languages(store).items():
        told[named_language(language) or DEFAULT_LANGUAGE] += count
    return dict(sorted(told.items(), key=lambda pair: (-pair[1], pair[0])))


def languages(store: Store) -> dict[str, Mapping[str, Json]]:
    """The documents of each language, and what is not read in it, where one isn't English.

    Empty for a study of English documents alone.
    """
    told = _by_language(store)
    if told.keys() <= {DEFAULT_LANGUAGE}:
        return {}
    packs = {code: find_pack(code) for code in told}
    lacking = {code: list(pack.cannot) for code, pack in packs.items() if pack and pack.cannot}
    return {"languages": told, "left_out": lacking}
