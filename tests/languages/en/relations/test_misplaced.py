"""Who only reports what was done, or is where it was done, did nothing."""

from __future__ import annotations

import pytest

from tests.languages.en.reader import read


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("In Lima the Water Board sued Ana Vos.", {("Water Board", "accuse", "Ana Vos")}),
        ("Chile accused Peru of theft, the Coast Herald reported.", {("Chile", "accuse", "Peru")}),
        ("Ana Vos said that Chile had attacked Peru.", {("Chile", "assault", "Peru")}),
    ],
)
def test_places_and_reporters_do_nothing(text: str, ties: set[tuple[str, str, str]]) -> None:
    assert stated(text) == ties


def test_who_summons_an_envoy_is_not_the_envoy() -> None:
    found = stated("President Amos Keto summoned the envoy of Uganda, Ruth Nakato, on Monday.")
    assert ("Ruth Nakato", "represents", "Uganda") in found
    assert not {type for one, type, _ in found if one == "Amos Keto"} & {"represents", "leads"}


def test_who_becomes_president_leads() -> None:
    assert ("Ana Vos", "leads", "Peru") in stated("Ana Vos became president of Peru in May.")


def stated(text: str) -> set[tuple[str, str, str]]:
    found = read(text, recogniser=True)
    ends = {one.id: found.name(one.entity) for one in found.extract.mentions}
    return {(ends[one.source], one.type, ends[one.target]) for one in found.extract.relations}
