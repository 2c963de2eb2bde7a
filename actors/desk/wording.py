"""Words and marks that templates put together: counts, days, decisions in a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import quote, unquote

from actors.ontology import in_words
from actors.types import Rule
from actors.wording import kind_in_words

__all__ = [
    "anchor",
    "at",
    "count",
    "day",
    "hue",
    "kind_in_words",
    "path",
    "told",
    "type_name",
    "unquoted",
]

_HUES = 12
"""Colours by which the actors of a document are told apart."""
SIGN_NAMES = {"+": "cooperation", "-": "conflict", "0": "neutral"}
KIND_NAMES = {
    "person": "person",
    "organisation": "organisation",
    "country": "country",
    "group": "group",
    "place": "place",
    "other": "other",
}


def count(number: int, word: str) -> str:
    """A number with a word.

    >>> count(1, "document"), count(1200, "tie"), count(2, "story")
    ('1 document', '1,200 ties', '2 stories')
    """
    many = word[:-1] + "ies" if word.endswith("y") else word + "s"
    return f"{number:,} {word if number == 1 else many}"


def day(value: date | str | None) -> str:
    """A day in ISO form, or that there is none."""
    return str(value) if value else "no date"


def at(text: str) -> str:
    """When something was decided, to the minute.

    >>> at("2021-07-09T10:20:30+02:00")
    '2021-07-09 10:20'
    """
    return text[:16].replace("T", " ")


def path(*parts: str) -> str:
    """A path of the desk; each part may hold anything.

    >>> path("actors", "a/b")
    '/actors/a%2Fb'
    """
    return "/" + "/".join(quote(part, safe="") for part in parts)


def unquoted(text: str) -> str:
    """What `urllib.parse.quote` made of a text, back."""
    return unquote(text)


def anchor(relation: str) -> str:
    """Where a statement stands on a page that lists it; the page's script says the same.

    >>> anchor("seeds/05.txt#r3")
    'said-seeds-05.txt-r3'
    """
    return "said-" + re.sub(r"[^A-Za-z0-9_.]", "-", relation)


def hue(number: int) -> str:
    """The class of one of the colours."""
    return f"hue{number % _HUES}"


def type_name(name: str) -> str:
    """A type of tie as it is listed."""
    return in_words(name)


_TELLING = {
    "merge": "{about} are one",
    "move": "{about} is {to}",
    "add_mention": "{about} is {to}",
    "apart": "{about} are not the same",
    "split": "{about}: taken out {off}",
    "rename": "{about} is called {to}",
    "retype": "{about} is a {kind}",
    "identify": "{about} has the identifier {with}",
    "ignore": "{about} is no actor",
    "note": "about {about}: {text}",
    "unsure": "{about}: could not be decided",
    "pin": "{about} is whatever is called {names}",
    "add_actor": "{about}, a {kind}, is an actor",
    "reject": "wrong: {about}",
    "confirm": "right: {about}",
    "retype_relation": "{about} is: {to}",
    "add_relation": "{source} – {type} – {target}",
}


def told(rule: Rule, names: Mapping[str, str] | None = None) -> str:
    """A decision in a few words.

    Args:
        rule: the decision
        names: what actors and statements are called that decisions name by key

    >>> told(Rule("merge", ["RIA", "k1"]), {"k1": "RIA Novosti"})
    'RIA and RIA Novosti are one'
    """
    known = names or {}
    says = {key: _said(value, known) for key, value in rule.says.items()}
    about = _said(rule.about, known)
    try:
        return _TELLING[rule.verb].format(about=about, **says)
    except KeyError:
        return f"{rule.verb} {about}"


def _said(value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, list):
        return " and ".join(_said(each, names) for each in value)
    if isinstance(value, Mapping):
        return _relation(value, names)
    return names.get(str(value), str(value))


def _relation(about: Mapping[str, Any], names: Mapping[str, str]) -> str:
    if "words" in about:
        return f"“{' '.join(str(about['words']).split())}” in {about['document']}"
    if "relation" in about:
        name = str(about["relation"])
        return names.get(name, f"the statement {name}")
    if {"source", "target"} <= set(about):
        ends = [names.get(str(about[end]), str(about[end])) for end in ("source", "target")]
        return f"{ends[0]} – {about.get('type', 'any tie')} – {ends[1]}"
    return ", ".join(f"{key} {value}" for key, value in about.items())
