"""Given names, and the gender that most people who bear one have."""

from __future__ import annotations

from functools import cache
from typing import Literal

from actors.knowledge.folding import fold
from actors.knowledge.tables import rows

SURE = 0.9  # share of bearers from which a name tells the gender


def female_share(name: str) -> float | None:
    """The share of women among the bearers of a given name, None for one that is not known.

    >>> female_share("Fatima"), female_share("Zamir"), female_share("Kremlin")
    (0.99, 0.0, None)
    """
    table = _shares()
    key = fold(name)
    return table.get(key, table.get(key.replace(" ", "-")))


def gender_of(name: str) -> Literal["male", "female"] | None:
    """The gender that a full or given name tells, None where it does not.

    The first word that is a known given name counts, because most names put it first; a
    name borne by both (*Jean*, *Kim*) tells nothing.

    >>> gender_of("Angela Merkel"), gender_of("Zamir Kabulov"), gender_of("Kim Jong Un")
    ('female', 'male', None)
    """
    for word in name.split():
        share = female_share(word)
        if share is not None:
            return "female" if share >= SURE else "male" if share <= 1 - SURE else None
    return None


def is_given_name(word: str) -> bool:
    """Whether a word is a given name of some currency.

    >>> is_given_name("Sergei"), is_given_name("Kremlin")
    (True, False)
    """
    return female_share(word) is not None


@cache
def _shares() -> dict[str, float]:
    return {row["name"]: float(row["female"]) for row in rows("names")}
