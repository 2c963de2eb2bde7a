"""Keys, which are content hashes, and the words that fields of records may hold."""

from __future__ import annotations

import hashlib
from typing import Literal, TypeAlias

Key: TypeAlias = str
Kind: TypeAlias = Literal["country", "organisation", "person", "group", "place", "other"]
Level: TypeAlias = Literal["name", "nominal", "pronoun"]
Sign: TypeAlias = Literal["+", "-", "0"]
Modality: TypeAlias = Literal[
    "asserted", "planned", "conditional", "demanded", "possible", "denied"
]
Basis: TypeAlias = Literal["stated", "background"]
Verdict: TypeAlias = Literal["same", "different", "unsure"]


def content_key(*parts: str) -> Key:
    """A short, stable hash of some strings (BLAKE2b, 80 bits, hexadecimal).

    >>> content_key("a", "b") == content_key("a", "b") != content_key("ab")
    True
    """
    digest = hashlib.blake2b(digest_size=10)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.hexdigest()


def entity_key(document: Key, entity: str) -> Key:
    """The key of an entity in the whole corpus: its document and its id there.

    >>> entity_key("d1", "e2")
    'd1:e2'
    """
    return f"{document}:{entity}"
