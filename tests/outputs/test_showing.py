"""How a study, a card and a page show themselves at a prompt and in a notebook."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from actors import Study, build, open_study
from actors.analysis.card import ActorTie, Alias, Card
from actors.analysis.difference import ActorAtRun, Change, Difference
from actors.network import build_graph
from actors.network.sizes import sizes
from actors.types import Actor
from actors.views.notebook import Listing, panel

EVIL = '<script>alert("x")</script>'


def words(html: str) -> str:
    """What a reader sees of some HTML."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def card(name: str) -> Card:
    """A card whose every text comes from a document, and is the same."""
    sentence = {"text": name}
    tie = ActorTie(name, "stated", name, "-", True, True, False, 2.0, (sentence,))
    actor = Actor("k", name, "person", name, identifiers=((name, name),))
    return Card(actor, 3, 1, (Alias(name, 3, name),), (), (tie, tie), name)


class TestStudy:
    def test_a_line_with_numbers_period_and_place(self, study: Study) -> None:
        counts = f"{len(study.graph())} actors, {study.graph().number_of_edges()} ties"
        assert repr(study) == (
            f"<Study: 9 documents, 2021-07-05 to 2021-07-28, {counts}, {study.path}>"
        )

    def test_the_same_in_a_notebook(self, study: Study) -> None:
        said = words(study._repr_html_())
        assert "Documents 9" in said
        assert "Period 2021-07-05 to 2021-07-28" in said
        assert f"Ties {study.graph().number_of_edges()}" in said

    def test_of_memory(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("Norway praised Peru.", encoding="utf-8")
        made = build([tmp_path])
        assert repr(made) == "<Study: 1 document, 2 actors, 2 ties, in memory>"
        assert "in memory" in words(made._repr_html_())

    def test_decisions_about_ties_are_counted(self, study: Study, tmp_path: Path) -> None:
        shutil.copy(study.path or "", tmp_path)
        own = open_study(tmp_path)
        accused = study.ties("stated", sign="-").iloc[0]
        pair = {end: accused[f"{end}_key"] for end in ("source", "target")}
        (tmp_path / "curation.yaml").write_text(
            f"- reject: {{source: {pair['source']}, target: {pair['target']}, "
            f"type: {accused['type']}}}\n",
            encoding="utf-8",
        )
        assert f"{own.graph().number_of_edges()} ties" in repr(own)
        assert own.graph().number_of_edges() < study.graph().number_of_edges()

    def test_one_that_is_gone_says_so_instead_of_failing(self, tmp_path: Path) -> None:
        gone = Study(tmp_path / "study.duckdb")
        assert repr(gone).startswith("<Study: ")
        assert "no study there" in repr(gone)
        assert "no study there" in words(gone._repr_html_())

    def test_lists_what_a_user_wants(self, study: Study) -> None:
        listed = dir(study)
        assert {"ties", "statements", "graph", "view", "find", "path"} < set(listed)
        assert not [name for name in listed if name.startswith("_")]
        assert not {"store", "create"} & set(listed)
        assert all(getattr(study, name) is not None for name in listed)


@pytest.mark.parametrize("window", ["sentence", "2", "paragraph", "document"])
def test_sizes_are_those_of_the_network(study: Study, window: str) -> None:
    with study.store() as store:
        graph = build_graph(store, window=window)
        assert sizes(store, window) == (graph.number_of_nodes(), graph.number_of_edges())


class TestCard:
    def test_a_line(self, study: Study) -> None:
        found = study.card("Kabulov")
        ties = len(found.ties)
        assert repr(found) == (
            f"<Card: Zamir Kabulov, person, 4 mentions in 1 document, {ties} ties>"
        )

    def test_names_with_reasons_and_ties_with_sentences(self, study: Study) -> None:
        said = words(study.card("Ghani")._repr_html_())
        assert "accused or criticised → Pakistan 1 " in said
        assert "Called name mentions why" in said

    def test_a_sentence_is_quoted_once(self) -> None:
        assert words(card("Anna met Ben.")._repr_html_()).count("2 Anna met Ben.") == 1

    def test_all_of_documents_is_escaped(self) -> None:
        html = card(EVIL)._repr_html_()
        assert "<script" not in html
        assert html.count("&lt;script&gt;") >= 8


def test_a_difference_counts_and_lists(tmp_path: Path) -> None:
    before, after = (ActorAtRun(key, EVIL, "person", frozenset()) for key in "ab")
    found = Difference(renamed=(Change((before,), (after,)),), same=3)
    assert repr(found) == (
        "<Difference: 0 merged, 0 split, 1 renamed, 0 appeared, 0 vanished, 3 same>"
    )
    assert "<script" not in found._repr_html_()
    assert "Renamed before after" in words(found._repr_html_())


def test_a_page_says_where_it_is(study: Study, tmp_path: Path) -> None:
    assert repr(study.view(tmp_path / "page.html")) == f"<View: {tmp_path / 'page.html'}>"
    assert study.view(tmp_path / "page.html")._repr_html_().startswith("<iframe")


class TestPanel:
    def test_takes_the_colours_of_the_notebook(self) -> None:
        html = panel("Title", {"Facts": 1}, [Listing("Rows", ("a",), [("b",)])], "note")
        assert "background:none" in html
        assert not re.search(r"(?<![-\w])color:(?!inherit)", html)

    def test_shows_the_first_rows_and_how_many_more(self) -> None:
        rows = [(f"row {number}",) for number in range(12)]
        said = words(panel("Title", {}, [Listing("Rows", (), rows)]))
        assert "row 9" in said
        assert "row 10" not in said
        assert said.endswith("and 2 more")

    def test_leaves_out_what_is_empty(self) -> None:
        assert words(
            panel("Title", {"Period": "", "Sources": None}, [Listing("Rows", (), [])])
        ) == ("Title")
