"""One document, one reading: votes added up by hand."""

from __future__ import annotations

import numpy as np
import pytest

from actors.neural.agreement import Reading, agree

KINDS = ["PER", "ORG", "LOC"]


def reading(surface, *shares):
    return Reading(surface, np.array(shares))


def test_the_same_name_is_of_the_same_kind_everywhere():
    # ORG .9 + .3 = 1.2 against LOC .1 + .7 = .8 of two votes.
    votes = [reading("Tishreen", 0.0, 0.9, 0.1), reading("Tishreen", 0.0, 0.3, 0.7)]
    assert agree(votes, KINDS) == [("ORG", pytest.approx(0.6)), ("ORG", pytest.approx(0.6))]


def test_a_surname_follows_the_full_name():
    votes = [reading("Lena Paris", 0.9, 0.0, 0.1), reading("Paris", 0.3, 0.0, 0.7)]
    assert [kind for kind, _ in agree(votes, KINDS)] == ["PER", "PER"]


def test_the_full_name_does_not_follow_the_surname():
    votes = [reading("Lena Paris", 0.6, 0.4, 0.0), reading("Paris", 0.0, 0.0, 1.0)]
    assert agree(votes, KINDS)[0] == ("PER", pytest.approx(0.6))


def test_last_words_of_organisations_are_no_surnames():
    votes = [reading("Bank of Paris", 0.0, 1.0, 0.0), reading("Paris", 0.0, 0.4, 0.6)]
    assert agree(votes, KINDS)[1][0] == "LOC"


def test_different_spellings_are_different_names():
    votes = [reading("Turkey", 0.0, 0.0, 1.0), reading("TURKEY", 0.0, 0.9, 0.1)]
    assert [kind for kind, _ in agree(votes, KINDS)] == ["LOC", "ORG"]


def test_no_names_nothing_to_agree_on():
    assert agree([], KINDS) == []
