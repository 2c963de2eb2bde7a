"""A code of three letters behind a person's name tells the state: *Nuno Sousa (PRT)*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en.drafts import Draft
from actors.languages.en.facts import look_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

OLYMPIC = {
    "ALG": "DZ",
    "BUL": "BG",
    "CHI": "CL",
    "CRO": "HR",
    "DEN": "DK",
    "GER": "DE",
    "GRE": "GR",
    "INA": "ID",
    "IRI": "IR",
    "KSA": "SA",
    "KUW": "KW",
    "LAT": "LV",
    "MAS": "MY",
    "MGL": "MN",
    "NED": "NL",
    "NGR": "NG",
    "PAR": "PY",
    "PHI": "PH",
    "POR": "PT",
    "RSA": "ZA",
    "SLO": "SI",
    "SUD": "SD",
    "SUI": "CH",
    "TAN": "TZ",
    "URU": "UY",
    "VIE": "VN",
    "ZAM": "ZM",
    "ZIM": "ZW",
}
"""Codes of the International Olympic Committee that differ from ISO 3166-1."""


def country_codes(doc: Doc, names: Iterable[Draft]) -> Iterator[Draft]:
    """The states behind the names of persons, by ISO 3166-1 or Olympic code."""
    for name in names:
        if name.kind != "person" or name.end + 2 >= len(doc):
            continue
        before, code, behind = doc[name.end : name.end + 3]
        if (before.text, behind.text) == ("(", ")") and (state := _state(code.text)):
            fact = look_up(state)
            yield Draft(doc, code.i, code.i + 1, "country", score=0.95, fact=fact)


def _state(code: str) -> str | None:
    """The name of the state with a code; None for other words."""
    from actors.knowledge.states import state_by_id

    if len(code) != 3 or not code.isupper():
        return None
    try:
        return state_by_id(OLYMPIC.get(code, code)).name
    except KeyError:
        return None
