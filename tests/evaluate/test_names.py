"""Scores of names, counted by hand."""

from __future__ import annotations

from actors.evaluate import names
from actors.evaluate.annotated import AnnotatedDocument
from actors.evaluate.compared import compare
from actors.evaluate.tally import Tallies, Tally
from tests.evaluate.marked import document


def counted(gold: AnnotatedDocument, read: AnnotatedDocument) -> Tallies:
    return names.tallies(compare(gold, read))


def test_words_and_kind_have_to_be_right() -> None:
    gold = document("[Peru|a|c] and [Lima|b|l] met [Ana Lopez|x] of [Delta Steel|d|o]")
    read = document("[Peru|a|c] and [Lima|b|c] met Ana [Lopez|x] of [Delta Steel|d|o]")
    found = counted(gold, read)
    # Lima has another kind, "Lopez" other words
    assert found["names"] == Tally(3, 4, 3, 4)
    assert found["names, typed"] == Tally(2, 4, 2, 4)
    assert found["names, country and place as one"] == Tally(3, 4, 3, 4)
    assert found["names, country"] == Tally(1, 2, 1, 1)
    assert found["names, place"] == Tally(0, 0, 0, 1)


def test_an_article_and_an_ending_do_not_matter() -> None:
    gold = document("[Senate|s|o] of [Peru's|p|c] vote")
    read = document("[Senate|s|o] of [Peru|p|c]'s vote")
    assert counted(gold, read)["names, typed"] == Tally(2, 2, 2, 2)


def test_nouns_and_pronouns_are_no_names() -> None:
    gold = document("[Ana|a] said [she|a||pronoun] knows [the minister|m||nominal]")
    read = document("[Ana|a] said [she|a||pronoun] knows the minister")
    assert counted(gold, read)["names"] == Tally(1, 1, 1, 1)


def test_kinds_that_are_not_annotated_count_neither_way() -> None:
    gold = document("[Ana|a] in Lima", kinds=["person"])
    read = document("[Ana|a] in [Lima|l|l]")
    assert counted(gold, read)["names, typed"] == Tally(1, 1, 1, 1)


def test_optional_names_may_be_found_or_not() -> None:
    gold = document("[Ana|a] of the [Post|p|o]")
    soft = AnnotatedDocument(
        "d", gold.text, (gold.mentions[0], replace_optional(gold)), gold.actors
    )
    for read in (document("[Ana|a] of the Post"), document("[Ana|a] of the [Post|p|o]")):
        assert counted(soft, read)["names, typed"] == Tally(1, 1, 1, 1)


def replace_optional(gold: AnnotatedDocument) -> names.AnnotatedMention:
    from dataclasses import replace

    return replace(gold.mentions[1], optional=True)


def test_a_corpus_without_names_gives_nothing() -> None:
    gold = document("[Ana|a]", kinds=[])
    assert counted(gold, gold) == {}
    assert list(names.misses(compare(gold, document("Ana")))) == []


def test_misses_say_what_is_wrong() -> None:
    gold = document("[Peru|a|c] and [Lima|b|l] met Ana")
    read = document("[Peru|a|o] and Lima met [Ana|x]")
    told = [(miss.what, miss.gold, miss.read) for miss in names.misses(compare(gold, read))]
    assert told == [
        ("kind", "Peru (country)", "Peru (organisation)"),
        ("name not found", "Lima (place)", ""),
        ("no name", "", "Ana (person)"),
    ]
