"""Standing ties that a verb states: "leads", "belongs to", "is based in", "includes"."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import Anchors, Found, resolve
from actors.languages.en.relations.arguments import agents, objects, passive, slot_tokens
from actors.languages.en.relations.claims import Claim, across, trigger
from actors.languages.en.relations.lexicon import rows
from actors.languages.en.relations.office_ties import body_kind
from actors.languages.en.relations.organisations import wider
from actors.languages.en.relations.phrases import is_a

if TYPE_CHECKING:
    from spacy.tokens import Token

Rule = tuple[str, tuple[str, ...], frozenset[str], float]


@functools.cache
def rules() -> Mapping[str, tuple[Rule, ...]]:
    """Verb -> the ties it states."""
    found: dict[str, list[Rule]] = {}
    for type_, slots, options, verbs in rows("structural.tsv"):
        given = dict(option.partition("=")[::2] for option in options.split(","))
        rule = type_, tuple(slots.split("|")), frozenset(given), float(given["conf"])
        for verb in verbs.split():
            found.setdefault(verb, []).append(rule)
    return {verb: tuple(some) for verb, some in found.items()}


def standing_claims(verb: Token, anchors: Anchors) -> Iterator[Claim]:
    """The standing ties that one verb states."""
    for type_, slots, options, sure in rules().get(verb.lemma_.lower(), ()):
        holders = [one for word in holder_words(verb, options) for one in resolve(word, anchors)]
        for slot in slots:
            held = ends_in(verb, slot)
            ends = [one for word in held for one in resolve(word, anchors)]
            if type_ == "owns":
                ends = ends or [one for word in held for one in facility(word, anchors)]
            if type_ == "based_in":
                ends += [one for word in held for one in wider(word, anchors)]
                ends = [one for one in ends if body_kind(one, anchors) in ("state", "place")]
            if "list" in options and verb.lemma_ == "include" and slot_tokens(verb).get("in"):
                ends = []  # "A included B in a list"
            if ends:
                yield from tied(verb, type_, options, sure, holders, ends)
                break


def facility(noun: Token, anchors: Anchors) -> list[Found]:
    """ "The Redstone mine": the name before a word for a works."""
    beside = [child for child in noun.children if child.dep_ == "compound"]
    found = [anchors.heads[word.i] for word in beside if word.i in anchors.heads]
    return [Found(one, 0.95) for one in found if is_a(noun, "facility") and one.kind == "place"]


def holder_words(verb: Token, options: frozenset[str]) -> list[Token]:
    """Whose tie it is; "is based in" has its patient there."""
    return objects(verb) if "passive" in options and passive(verb) else agents(verb)


def ends_in(verb: Token, slot: str) -> list[Token]:
    """The words in the slot."""
    return objects(verb) if slot == "obj" else slot_tokens(verb).get(slot, [])


def tied(
    verb: Token,
    type_: str,
    options: frozenset[str],
    sure: float,
    holders: list[Found],
    ends: list[Found],
) -> Iterator[Claim]:
    """The claims of one rule, turned round where it says so."""
    for one, other in across(holders, ends):
        if "list" in options and one.mention.kind not in ("organisation", "other"):
            continue
        if type_ == "citizen_of" and other.mention.kind != "country":
            continue
        if "joiner" in options and one.mention.kind == other.mention.kind:
            continue
        if "rev" in options:
            one, other = other, one
        yield Claim(type_, one, other, verb.i, trigger(verb), sure, structural=True)
