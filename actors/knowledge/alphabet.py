"""The order of names in lists: by letters, whatever their case, accents and alphabet."""

from __future__ import annotations

import unicodedata

__all__ = ["alphabetical"]

_AFTER = {
    "ґ": ("г", 0), "ғ": ("г", 0), "ђ": ("д", 0), "є": ("е", 0), "і": ("и", 0), "ї": ("и", 1),
    "ӣ": ("и", 0), "ј": ("и", 2), "й": ("и", 2), "қ": ("к", 0), "љ": ("л", 0), "ң": ("н", 0),
    "њ": ("н", 0), "ө": ("о", 0), "ћ": ("т", 0), "ў": ("у", 0), "ұ": ("у", 0), "ү": ("у", 1),
    "ӯ": ("у", 0), "ҳ": ("х", 0), "һ": ("х", 0), "ҷ": ("ч", 0), "џ": ("ч", 0), "ә": ("а", 0),
}  # fmt: skip
"""Letters of Cyrillic alphabets, and which letter each stands behind, as which of several."""
_LAST = ("\U0010fffd", "\U0010fffe", "\U0010ffff")


def alphabetical(name: str) -> tuple[str, str, str]:
    """Return what to sort a name by: Latin letters first, *ё* as *е*, *й* behind *и*.

    By code points *Ёлкин* would stand before *Абрамов*, and *Čapek* behind *Zola*.

    >>> sorted(["Яшин", "Ёлкин", "Zola", "Абрамов", "Čapek", "Ежов"], key=alphabetical)
    ['Čapek', 'Zola', 'Абрамов', 'Ежов', 'Ёлкин', 'Яшин']
    """
    small = unicodedata.normalize("NFC", name).casefold()
    marked = "".join("1" if len(unicodedata.normalize("NFD", one)) > 1 else "0" for one in small)
    return "".join(map(_letter, small)), marked, name


def _letter(letter: str) -> str:
    if letter in _AFTER:
        behind, place = _AFTER[letter]
        return behind + _LAST[place]
    return unicodedata.normalize("NFD", letter)[0]
