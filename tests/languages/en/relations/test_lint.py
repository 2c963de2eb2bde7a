"""The word lists hold no entry that can't match, and the linter finds those that couldn't."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

import tools.word_lists as lint
from tools.word_lists import Row, faults, shadowed


def test_the_word_lists_have_no_faults() -> None:
    assert list(faults()) == []


@pytest.fixture
def lists(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Tables in the place of those of the package, each empty until a test fills it."""
    given: dict[str, str] = {}
    found: Mapping[str, str] = given

    def rows(table: str) -> Iterator[Row]:
        for number, line in enumerate(found.get(table, "").splitlines(), start=1):
            yield Row(table, number, tuple(line.split("\t")))

    monkeypatch.setattr(lint, "_rows", rows)
    return given


@pytest.mark.parametrize(
    ("table", "text", "said"),
    [
        ("verbs.tsv", "accuse\tobj", "verbs.tsv:1: has 2 columns, not 4: type, slots, options, "
         "words"),
        ("verbs.tsv", "accuze\tobj\tdeep\tblame", "verbs.tsv:1: accuze is no type of relation: "
         "see actors/ontology/types.toml"),
        ("verbs.tsv", "accuse\tobject\tdeep\tblame", "verbs.tsv:1: object is no slot: an object, "
         "a preposition, set, arg or dat"),
        ("verbs.tsv", "accuse\tobj\tact\tblame", "verbs.tsv:1: nothing reads the option act in "
         "this table: take it out"),
        ("verbs.tsv", "accuse\tobj\tdeep\tblame fault blame", "verbs.tsv:1: blame stands there 2 "
         "times"),
        ("verbs.tsv", "coerce\tobj\tdeep\tblacklist\nsanction\tobj\tdeep\tblacklist",
         "verbs.tsv:2: blacklist: an earlier row of the word always goes before this one"),
        ("verbs.tsv", "cooperate\twith\tsym\tco-operate", "verbs.tsv:1: co-operate can never "
         "match: the text has several words there"),
        ("nouns.tsv", "assault\ton\t\tair_raid", "nouns.tsv:1: air_raid can never match: the text "
         "has several words there"),
        ("combos.tsv", "do\tnothing\tassault\t-\town", "combos.tsv:1: no class of nouns is called "
         "nothing"),
        ("actors.tsv", "nobody_asks\tmayor", "actors.tsv:1: nothing asks for the class "
         "nobody_asks: take the row out"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_file_and_line(
    lists: dict[str, str], table: str, text: str, said: str
) -> None:
    lists[table] = text
    assert said in list(faults())


def test_a_verb_with_its_noun_or_adjective_is_one_entry(lists: dict[str, str]) -> None:
    lists["verbs.tsv"] = "yield\tobj\tdeep\tset_free\nagree\twith|set\tsym\tmake_peace"
    assert list(faults()) == []


def test_a_row_that_holds_only_for_some_sentences_goes_before_no_other() -> None:
    asked = lint.frame("request", "to", "deep,intr")
    assert not shadowed(lint.frame("aid", "to", ""), asked)
