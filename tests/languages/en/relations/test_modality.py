"""Negation and modality: the rules, and the network where the rules see a plain fact."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from actors.languages.en.networks import pair_scorer
from actors.languages.en.relations.anchors import Found
from actors.languages.en.relations.claims import Claim
from actors.languages.en.relations.modality import MODALITIES, NEGATED, PLAIN, likeliest, standing
from actors.languages.en.relations.pair_claims import Reading
from actors.types import Mention, Modality, Span

Parse = Callable[[str], Doc]


def claim(doc: Doc, predicate: int) -> Claim:
    """An accusation of Chile by Peru."""
    ends = []
    for number, word in enumerate(("Peru", "Chile")):
        at = doc.text.index(word)
        span = Span("d", at, at + len(word))
        ends.append(Found(Mention(f"m{number}", span, word, "country", "name", word, 0, 0)))
    return Claim("accuse", ends[0], ends[1], predicate, (predicate, predicate + 1), 0.8)


def read(one: Claim, *, negated: float = 0.0, **shares: float) -> Reading:
    """What the network thinks of a claim: probabilities by modality, the rest is plain."""
    rest = 1 - sum(shares.values())
    moods = (rest, *(shares.get(name, 0.0) for name in MODALITIES[1:]))
    return Reading(one.type, one.source.mention, one.target.mention, 0.9, negated, moods)


def test_the_labels_of_the_network_are_those_of_relations() -> None:
    assert tuple(pair_scorer().labels["modalities"]) == MODALITIES


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru accused Chile.", (False, "asserted")),
        ("Peru never accused Chile.", (True, "asserted")),
        ("Peru may accuse Chile.", (False, "possible")),
    ],
)
def test_rules_alone_where_the_network_has_no_opinion(
    parse: Parse, text: str, told: tuple[bool, Modality]
) -> None:
    doc = parse(text)
    verb = next(token for token in doc if token.lemma_ == "accuse")
    assert standing(claim(doc, verb.i), verb, None) == told


def test_a_fact_to_the_rules_is_none_if_the_network_is_sure(parse: Parse) -> None:
    doc = parse("That Peru accused Chile is for the birds.")
    one = claim(doc, 2)
    sure, unsure = 1 - PLAIN + 0.05, 1 - PLAIN - 0.05
    assert standing(one, doc[2], read(one, denied=sure)) == (False, "denied")
    assert standing(one, doc[2], read(one, denied=unsure)) == (False, "asserted")


def test_a_modality_that_the_rules_read_stays(parse: Parse) -> None:
    doc = parse("Peru may accuse Chile.")
    one = claim(doc, 2)
    assert standing(one, doc[2], read(one, denied=0.9)) == (False, "possible")


def test_a_negation_that_only_the_network_sees(parse: Parse) -> None:
    doc = parse("Hardly anybody believes that Peru accused Chile.")
    one = claim(doc, 5)
    assert standing(one, doc[5], read(one, negated=NEGATED + 0.1))[0]
    assert not standing(one, doc[5], read(one, negated=NEGATED - 0.1))[0]


def test_the_likeliest_is_never_the_plain_one() -> None:
    assert likeliest((0.9, 0.0, 0.0, 0.0, 0.06, 0.04)) == "possible"
