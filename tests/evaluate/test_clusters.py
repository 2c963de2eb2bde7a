"""B-cubed and actors, counted by hand."""

from __future__ import annotations

import pytest

from actors.evaluate import clusters
from actors.evaluate.compared import compare
from actors.evaluate.tally import Tallies, Tally
from tests.evaluate.marked import document

GOLD = "[Ana|a] met [Bo|b]; [Lopez|a] and [Mora|b] and [Ana L|a] left"


def counted(read: str, gold: str = GOLD) -> Tallies:
    return clusters.tallies(compare(document(gold), document(read)))


def test_two_actors_read_as_one() -> None:
    # one cluster of five: precision of each a is 3/5, of each b 2/5; nothing is torn apart
    found = counted(GOLD.replace("|b", "|a"))["who is who, names"]
    assert found == Tally(pytest.approx(3 * 3 / 5 + 2 * 2 / 5), 5, 5, 5)


def test_an_actor_read_as_two() -> None:
    # the a's are cut into two and one: recall 2/3, 2/3 and 1/3; nothing is joined
    found = counted(GOLD.replace("[Ana L|a]", "[Ana L|c]"))["who is who, names"]
    assert found == Tally(5, 5, pytest.approx(2 * 2 / 3 + 1 / 3 + 2), 5)


def test_a_mention_that_is_not_found_costs_recall_alone() -> None:
    # of the a's two of three are left: recall 2/3 each, and nothing for the third
    found = counted(GOLD.replace("[Ana L|a]", "Ana L"))["who is who, names"]
    assert found == Tally(4, 4, pytest.approx(2 * 2 / 3 + 2), 5)


def test_names_alone_and_all_mentions() -> None:
    gold = "[Ana|a] said [she|a||pronoun] would leave"
    found = counted(gold.replace("[she|a||pronoun]", "she"), gold)
    assert found["who is who, names"] == Tally(1, 1, 1, 1)
    assert found["who is who, all mentions"] == Tally(1, 1, 0.5, 2)


def test_a_people_may_be_its_state_or_not() -> None:
    gold = "[Peru|p|c] and the [Peruvian|x|g] army"
    assert counted(gold, gold)["who is who, names"] == Tally(1, 1, 1, 1)


def test_an_actor_is_found_if_most_of_its_names_are_one_actors() -> None:
    # b is found; a is cut into a, c and e, none of which has more than half of it
    read = GOLD.replace("[Lopez|a]", "[Lopez|c]").replace("[Ana L|a]", "[Ana L|e]")
    assert counted(read)["actors"] == Tally(1, 4, 1, 2)


def test_an_actor_out_of_nothing_is_charged() -> None:
    assert counted(GOLD.replace("left", "[Left|n|o]"))["actors"] == Tally(2, 3, 2, 2)


def test_misses_name_what_was_cut_and_what_was_joined() -> None:
    gold = document(GOLD)
    cut = compare(gold, document(GOLD.replace("[Ana L|a]", "[Ana L|c]")))
    [miss] = clusters.misses(cut)
    assert (miss.what, miss.gold, miss.read) == ("read as several", "a", "a | c")
    assert miss.at == gold.text.index("Ana L")
    [miss] = clusters.misses(compare(gold, document(GOLD.replace("|b", "|a"))))
    assert (miss.what, miss.gold, miss.read) == ("read as one", "a | b", "a")
    assert miss.at == gold.text.index("Bo")
