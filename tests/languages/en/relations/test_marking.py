"""Which word pieces of a sentence belong to a pair, and which part of a long one is read."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from actors.languages.en.networks import WEIGHTS
from actors.neural.marking import LONGEST, ROLES, marked, room
from actors.neural.subwords import Pieces, cut, load_tokenizer

BLAME = "Norway sharply condemned Peru on Monday."


def pieces_of(text: str) -> Pieces:
    return cut(text, load_tokenizer(WEIGHTS / "tokenizer.json"))


def spaced(words: int) -> Pieces:
    """Pieces of ``words`` words of three letters with a space after each."""
    starts = np.arange(words, dtype=np.int64) * 4
    whole = np.ones(words, dtype=np.bool_)
    return Pieces(starts, starts, starts, starts + 3, whole, whole)


def test_ends_path_and_what_hangs_on_it() -> None:
    row = marked(pieces_of(BLAME), (0, 6), (25, 29), path=[15], hanging=[7])
    assert row is not None
    assert [ROLES[role] for role in row.roles] == [
        "source",
        "hanging",
        "path",
        "target",
        "text",
        "text",
        "text",
    ]


def test_the_target_may_come_first() -> None:
    row = marked(pieces_of(BLAME), (25, 29), (0, 6))
    assert row is not None
    assert [ROLES[role] for role in row.roles[[0, 3]]] == ["target", "source"]


def test_every_piece_of_a_word_has_its_role() -> None:
    text = "Norway unseated Peru."
    pieces = pieces_of(text)
    row = marked(pieces, (0, 6), (16, 20), path=[7])
    assert row is not None
    inside = (pieces.starts >= 7) & (pieces.ends <= 15)
    assert inside.sum() > 1
    assert {ROLES[role] for role in row.roles[inside]} == {"path"}


def test_the_ends_outweigh_the_path() -> None:
    row = marked(pieces_of(BLAME), (0, 6), (25, 29), path=[0, 25])
    assert row is not None
    assert "path" not in [ROLES[role] for role in row.roles]


def test_ends_that_overlap_or_hold_nothing_are_not_read() -> None:
    pieces = pieces_of(BLAME)
    assert marked(pieces, (0, 6), (0, 14)) is None
    assert marked(pieces, (6, 6), (25, 29)) is None
    assert marked(pieces, (0, 6), (400, 410)) is None


def test_ends_too_far_apart_are_not_read() -> None:
    # From word 0 to word 160 is one piece more than fits.
    far = 4 * LONGEST
    assert marked(spaced(LONGEST + 1), (0, 3), (far, far + 3)) is None
    assert marked(spaced(LONGEST + 1), (4, 7), (far, far + 3)) is not None


@given(st.integers(2, 600), st.data())
def test_what_is_read_holds_both_ends(total: int, data: st.DataObject) -> None:
    low = data.draw(st.integers(0, total - 1))
    high = data.draw(st.integers(low + 1, min(total, low + LONGEST)))
    first, last = room(total, low, high)
    edges = [0, first, low, high, last, total]
    assert all(one <= other for one, other in pairwise(edges))
    assert last - first == min(total, LONGEST)
