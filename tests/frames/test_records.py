"""Documents, actors, mentions, ties, statements and stances as frames, row by row."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from actors import Study
from actors.errors import NotFound, SettingsError
from actors.frames.columns import COLUMNS, TYPES
from actors.store import open_store
from tests.frames.corpus import COPY, FIRST, made


@pytest.fixture(scope="module")
def small() -> Study:
    return made()


FRAMES: dict[str, Callable[[Study], pd.DataFrame]] = {
    "documents": lambda study: study.documents(),
    "actors": lambda study: study.actors(),
    "mentions": lambda study: study.mentions(),
    "ties": lambda study: study.ties(),
    "statements": lambda study: study.statements(),
    "stances": lambda study: study.stances(),
    "search": lambda study: study.search("anna"),
}


@pytest.mark.parametrize("name", FRAMES)
class TestEveryFrame:
    def test_has_the_columns_that_are_listed(self, name: str, small: Study) -> None:
        frame = FRAMES[name](small).reset_index()
        assert [c for c in frame if c != "index"] == [column.name for column in COLUMNS[name]]

    def test_has_the_same_types_with_rows_and_without(self, name: str, small: Study) -> None:
        full, empty = (FRAMES[name](one) for one in (small, Study(None, open_store(":memory:"))))
        assert len(empty) == 0
        assert full.dtypes.to_dict() == empty.dtypes.to_dict()
        types = {column.name: TYPES[column.type] for column in COLUMNS[name]}
        for column, type in full.dtypes.items():
            assert type == pd.Series([], dtype=types[str(column)]).dtype


class TestDocuments:
    def test_say_what_was_read_of_each(self, small: Study) -> None:
        rows = small.documents()[["name", "source", "words", "sentences", "mentions", "relations"]]
        assert rows.values.tolist() == [
            ["1.txt", "Daily", 4, 3, 5, 2],
            ["2.txt", "Weekly", 4, 2, 4, 1],
            ["3.txt", "Weekly", 4, 3, 5, 1],
        ]

    def test_a_reprint_names_the_document_that_told_the_story_first(self, small: Study) -> None:
        documents = small.documents()
        assert documents["story"].tolist() == ["1.txt", "2.txt", "1.txt"]
        assert documents["reprint"].tolist() == [False, False, True]

    def test_words_are_those_of_the_body(self, study: Study, seeds: object) -> None:
        # The header of a report (title, date, source) is no part of its body.
        text = next(iter(sorted(seeds.iterdir()))).read_text("utf-8")  # type: ignore[attr-defined]
        body = text.split("\n\n", 1)[1]
        assert study.documents()["words"].iloc[0] == len(body.split())

    def test_counts_agree_with_those_of_the_run(self, study: Study) -> None:
        counts = dict(study.runs()[-1].counts)
        sums = study.documents()[["mentions", "relations"]].sum()
        assert sums.tolist() == [counts["mentions"], counts["relations"]]

    def test_days_are_days(self, study: Study) -> None:
        assert study.documents()["published"].min() == pd.Timestamp("2021-07-05")


class TestActors:
    def test_are_named_and_counted_the_most_mentioned_first(self, small: Study) -> None:
        assert small.actors().reset_index().values.tolist() == [
            ["b", "Ben", "person", "", 6, 3, "", ""],
            ["a", "Anna", "person", "", 5, 3, "", ""],
            ["c", "Cara Ltd", "organisation", "", 3, 3, "Cara", "wikidata:Q1"],
        ]

    def test_counts_are_those_of_the_network(self, study: Study) -> None:
        counted = study.actors()[["mentions", "documents"]]
        for key, about in study.graph().nodes(data=True):
            assert counted.loc[key].tolist() == [about["mentions"], about["documents"]]

    def test_those_without_a_name_come_on_request(self, study: Study) -> None:
        named, everybody = study.actors(), study.actors(unnamed=True)
        assert len(everybody) > len(named)
        assert set(named.index) < set(everybody.index)


class TestMentions:
    def test_come_in_the_order_of_the_texts(self, small: Study) -> None:
        rows = small.mentions()[["document", "actor", "start", "sentence"]].head(3)
        assert rows.values.tolist() == [
            ["1.txt", "Anna", 0, "Anna, Ben."],
            ["1.txt", "Ben", 0, "Anna, Ben."],
            ["1.txt", "Ben", 10, "Ben spoke."],
        ]

    def test_of_one_actor_by_any_of_its_names(self, small: Study) -> None:
        assert small.mentions("Cara")["document"].tolist() == ["1.txt", "2.txt", "3.txt"]

    def test_of_one_document_by_the_name_of_its_file(self, small: Study) -> None:
        assert len(small.mentions(document="reports/2.txt")) == 4
        assert small.mentions("Ben", document="2.txt")["document_key"].nunique() == 1

    def test_of_nobody_and_nowhere(self, small: Study) -> None:
        with pytest.raises(NotFound, match="Anne"):
            small.mentions("Anne Nobody")
        with pytest.raises(NotFound, match=r"9\.txt"):
            small.mentions(document="9.txt")

    def test_are_those_of_the_table_on_disk(self, study: Study) -> None:
        table = pd.read_csv(study.folder / "mentions.csv", keep_default_na=False)
        columns = ["document", "actor", "actor_key", "text", "start", "level", "reason"]
        assert study.mentions()[columns].values.tolist() == table[columns].values.tolist()


class TestTies:
    def test_are_the_edges_of_the_network(self, study: Study) -> None:
        graph, frame = study.graph(), study.ties()
        assert len(frame) == graph.number_of_edges()
        assert frame["weight"].sum() == graph.size(weight="weight")

    def test_carry_a_sentence_and_how_it_is_said(self, small: Study) -> None:
        assert small.ties("stated", sign="+").empty
        (row,) = small.ties("stated", status="planned").to_dict("records")
        assert (row["sign"], row["says"]) == ("0", "plans to back")
        assert (row["source"], row["type"], row["target"]) == ("Cara Ltd", "support", "Anna")
        assert (row["modality"], row["first"], row["last"]) == ("planned", "2021-07", "2021-07")
        assert (row["sentence"], row["document"]) == ("Cara, Ann.", "1.txt")

    def test_name_who_is_quoted(self, small: Study) -> None:
        (row,) = small.ties("stated", sign="-").to_dict("records")
        assert row["speakers"] == "Cara's spokesman"

    def test_a_reprint_adds_no_weight(self, small: Study) -> None:
        assert small.ties("stated", sign="-")["weight"].tolist() == [1.0]

    def test_strongest_first(self, small: Study) -> None:
        first = small.ties().iloc[0]
        assert (first["source"], first["target"], first["layer"]) == ("Anna", "Ben", "cooccurrence")
        assert first["weight"] == 2.0
        assert first["modality"] == ""


class TestStatements:
    def test_are_a_row_each_sentence_that_states_a_tie(self, small: Study) -> None:
        rows = small.statements()[["date", "document", "source", "type", "target", "negated"]]
        assert rows.values.tolist() == [
            ["2021-07", "1.txt", "Cara Ltd", "support", "Anna", False],
            ["", "1.txt", "Anna", "accuse", "Ben", False],
            ["", "2.txt", "Ben", "accuse", "Anna", True],
            ["", "3.txt", "Anna", "accuse", "Ben", False],
        ]

    def test_say_who_says_so(self, small: Study) -> None:
        said = small.statements().iloc[1]
        assert (said["speaker"], said["said_by"]) == ("Cara's spokesman", "Cara Ltd")
        assert (said["said_by_key"], said["place"]) == ("c", "Lima")

    def test_mark_what_is_printed_again(self, small: Study) -> None:
        again = small.statements().set_index("document")["reprint"]
        assert again["3.txt"]
        assert not again["1.txt"].any()

    def test_between_two_go_both_ways(self, small: Study) -> None:
        ways = small.statements(between=("Ben", "Anna"))[["source", "target"]].values.tolist()
        assert ways == [["Anna", "Ben"], ["Ben", "Anna"], ["Anna", "Ben"]]
        assert small.statements(between=("Ben", "Cara")).empty

    def test_are_all_the_sentences_of_the_stated_ties(self, study: Study) -> None:
        graph = study.graph("stated")
        told = sum(len(evidence) for *_, evidence in graph.edges(data="evidence"))
        assert len(study.statements()) == told

    def test_point_to_their_place_in_the_text(self, small: Study) -> None:
        texts = {one.key: one.text for one in (FIRST, COPY)}
        for row in small.statements().query("document != '2.txt'").itertuples():
            assert texts[row.document_key][row.start : row.end] == row.sentence

    def test_take_the_filters_of_the_network(self, small: Study) -> None:
        assert small.statements(kinds="person")["source"].unique().tolist() == ["Anna", "Ben"]
        with pytest.raises(SettingsError, match="sign"):
            small.statements(sign="good")
