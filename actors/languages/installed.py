"""The languages that are installed: ours, and those that other packages add."""

from __future__ import annotations

from functools import cache

from actors import plugins
from actors.languages.pack import Pack

__all__ = ["codes", "find_pack", "packs"]


@cache
def packs() -> tuple[Pack, ...]:
    """Every pack, ours first; other packages add theirs by the entry point ``actors.languages``.

    >>> [pack.code for pack in packs()][:3]
    ['en', 'ru', 'fr']
    """
    return tuple(plugins.load("languages", name)() for name in plugins.names("languages"))


def codes() -> tuple[str, ...]:
    """The codes of the languages that documents may be written in."""
    return tuple(pack.code for pack in packs())


def find_pack(code: str) -> Pack | None:
    """The pack of a language, if there is one.

    >>> find_pack("ru").name, find_pack("xx")
    ('Russian', None)
    """
    return next((pack for pack in packs() if pack.code == code), None)
