"""Ties that hold are told from those that are negated, planned, demanded or possible."""

from __future__ import annotations

from typing import Any

import pytest

from actors.export.flat import flatten
from actors.export.rows import labels, ties
from actors.factuality import modalities, status
from tests.export.networks import statuses


def said(*modalities: str, **about: Any) -> dict[str, Any]:
    evidence = [{"modality": each, "origin": n} for n, each in enumerate(modalities)]
    return {"layer": "stated", "negated": False, "evidence": evidence, **about}


@pytest.mark.parametrize(
    ("tie", "word"),
    [
        (said("asserted"), "asserted"),
        (said("planned", "planned", "asserted"), "asserted"),  # one assertion is enough
        (said("planned", "demanded", "demanded"), "demanded"),
        (said("possible"), "possible"),
        (said("asserted", negated=True), "negated"),
        (said("denied", negated=True), "denied"),
        (said(), "asserted"),
        (said("asserted", layer="cooccurrence"), "unstated"),
        (said("asserted", layer="background"), "implied"),
    ],
)
def test_one_word_for_each_tie(tie: dict[str, Any], word: str) -> None:
    assert status(tie) == word


def test_reprints_count_once_and_the_order_is_fixed() -> None:
    sentences = [("planned", "s1"), ("asserted", "s2"), ("planned", "s1"), ("planned", "s3")]
    tie = {"layer": "stated", "evidence": [{"modality": m, "origin": o} for m, o in sentences]}
    assert list(modalities(tie).items()) == [("asserted", 1), ("planned", 2)]


def test_plain_ties_have_the_columns() -> None:
    flat = flatten(statuses()).edges["t", "r", "stated:aid:+"]
    assert (flat["status"], flat["asserted"], flat["modalities"]) == ("planned", 0, "planned=1")
    found = [(row["relation"], row["status"], row["negated"]) for row in ties(statuses()).rows]
    assert found == [
        ("accuse", "asserted", False),
        ("aid", "planned", False),
        ("cooccurrence", "unstated", False),
        ("consult", "asserted", False),
        ("aid", "denied", True),
        ("citizen_of", "implied", False),
    ]


def test_names_become_identities_whatever_they_are() -> None:
    rows = [{"id": str(n), "name": name} for n, name in enumerate(["A", "a", "A (2)", "A"])]
    assert list(labels(rows).values()) == ["A", "a (2)", "A (2) (2)", "A (3)"]
