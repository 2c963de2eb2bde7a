"""Names of the tables in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.knowledge.gazetteer import gazetteer
from actors.knowledge.own import Known

WORDS = ["The", "the", "U.S.", "us", "United", "Nations", "Security", "Council", "South", "Korea"]
WORDS += ["Tajik", "-", "al", "Qaeda", "said", ",", "Kremlin", "Co", "operation", "", "'s"]


def found(text: str) -> list[tuple[str, str]]:
    tokens = text.split()
    matches = gazetteer().find(tokens)
    return [(" ".join(tokens[m.start : m.end]), m.entry.sense) for m in matches]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("South Korea and North Korea met", [("South Korea", "state"), ("North Korea", "state")]),
        (
            "the United Nations Security Council",
            [("United Nations Security Council", "organisation")],
        ),
        ("al - Qaeda fighters", [("al - Qaeda", "organisation")]),
        ("Tajik troops left Dushanbe", [("Tajik", "demonym"), ("Dushanbe", "seat")]),
        ("NATO 's envoy", [("NATO", "organisation")]),
        ("they told us to polish the china", []),
        ("The Sun said", [("The Sun", "organisation")]),
        ("Sun and sea", []),
        ("across Central Asia", [("Central Asia", "place")]),
        ("Organization for Security and Co - operation in Europe", None),
        ("", []),
    ],
)
def test_the_longest_name_is_found(text: str, names: list[tuple[str, str]] | None) -> None:
    assert found(text) == (names if names is not None else [(text, "organisation")])


def test_an_ambiguous_name_says_so() -> None:
    (match,) = gazetteer().find(["Georgia"])
    assert match.entry.other == "place"


def test_a_users_actor_goes_before_ours() -> None:
    own = (Known("NATO Watch", "organisation", acronyms=("NATO",)),)
    (match,) = gazetteer(own).find(["NATO"])
    assert match.entry.sense == "own"


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_matches_are_ordered_and_never_overlap(tokens: list[str]) -> None:
    matches = gazetteer().find(tokens)
    edges = [edge for match in matches for edge in (match.start, match.end)]
    assert edges == sorted(edges)
    assert all(0 <= match.start < match.end <= len(tokens) for match in matches)
    assert matches == gazetteer().find(tokens)
