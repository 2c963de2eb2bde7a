"""Sentences that hold some words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors import Study
from actors.analysis.sentences import parse_words
from actors.errors import SettingsError
from actors.store import open_store
from actors.types import Document, Extract
from tests.frames.corpus import made
from tests.store.records import READING

SENTENCES = (
    "Erdoğan's envoys began peace talks at the border.",
    "Talks of peace, said the envoy, are over.",
    "Borders\nwere closed; the “cease-fire” did not hold.",
)


@pytest.fixture(scope="module")
def texts() -> Study:
    document = Document("a.txt", " ".join(SENTENCES), source="Daily")
    ends = [sum(len(each) + 1 for each in SENTENCES[: at + 1]) - 1 for at in range(3)]
    spans = tuple(zip([0, ends[0] + 1, ends[1] + 1], ends, strict=True))
    store = open_store(":memory:")
    store.add([document])
    store.add_extracts([Extract(document.key, sentences=spans)], READING)
    return Study(None, store)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("talks", [0, 1]),
        ("TALKS peace", [0, 1]),  # any case, any order
        ('"peace talks"', [0]),  # words that stand together
        ("“peace talks”", [0]),
        ('"peace talks" border', [0]),
        ("border", [0, 2]),  # with the ending of the plural
        ("bord*", [0, 2]),
        ("bord", []),  # whole words
        ("envoy", [0, 1]),
        ("erdogan", [0]),  # without accents
        ("Erdoğan", [0]),
        ("erdogan’s", [0]),
        ("cease-fire", [2]),
        ('"were closed"', [2]),
        ("a.c", []),  # no regular expression
        ("(", None),
        ("  ", None),
        ('""', None),
    ],
)
def test_what_words_find(texts: Study, words: str, found: list[int] | None) -> None:
    if found is None:
        with pytest.raises(SettingsError, match="no word to look for"):
            texts.search(words)
    else:
        assert texts.search(words)["number"].tolist() == found


def test_a_sentence_comes_on_one_line_with_its_place(texts: Study) -> None:
    (row,) = texts.search("closed").to_dict("records")
    assert row["sentence"].startswith("Borders were closed;")
    assert " ".join(SENTENCES)[row["start"] : row["end"]] == SENTENCES[2]
    assert (row["document"], row["outlet"]) == ("a.txt", "Daily")


def test_the_actors_in_it_are_named_in_order() -> None:
    found = made().search("ann*")
    assert found[["document", "sentence", "actors"]].values.tolist() == [
        ["1.txt", "Anna, Ben.", "Anna; Ben"],
        ["1.txt", "Cara, Ann.", "Anna; Cara Ltd"],
        ["2.txt", "Ben Anna.", "Anna; Ben"],
        ["3.txt", "Anna, Ben.", "Anna; Ben"],
        ["3.txt", "Cara, Ann.", "Anna; Cara Ltd"],
    ]


def test_sentences_come_by_date(study: Study) -> None:
    days = study.search("Taliban")["published"]
    assert len(days) > 10
    assert days.is_monotonic_increasing


WORDS = st.lists(st.text("abcdé-'’", min_size=1).filter(lambda w: any(map(str.isalpha, w))))


@given(WORDS.filter(bool))
def test_each_word_of_a_query_is_looked_for(words: list[str]) -> None:
    sentence = " ".join(words).replace("é", "e").replace("’", "'")
    assert all(each.matches(sentence) for each in parse_words(" ".join(words)))
