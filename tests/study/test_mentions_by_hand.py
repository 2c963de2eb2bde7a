"""A mention corrected alone moves its edges, and nothing else; all of it is replayed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from actors import Study, open_study
from actors.analysis.networks import network
from actors.errors import CurationError
from actors.resolve import writing
from actors.resolve.curation import read
from actors.store import Store, open_store
from actors.store.records import Run
from actors.study.deciding import apply, decide
from actors.study.session import Session
from actors.study.updating import Clock, now, update
from actors.types import (
    Actor,
    Document,
    Entity,
    Extract,
    Mention,
    Relation,
    Rule,
    Settings,
    Span,
)

TEXT = "Sharif praised China. Sharif met Khan. The envoy met Iran."
OTHER = "Sharif thanked China. Sharif saw Khan. The envoy saw Iran."
SENTENCES = ((0, 21), (22, 38), (39, 58))


def _mention(key: str, number: int, start: int, end: int, kind: Any, entity: str) -> Mention:
    sentence = sum(start >= first for first, _ in SENTENCES) - 1
    words = (TEXT[start:end], kind, "name", entity, sentence, 0)
    return Mention(f"m{number}", Span(key, start, end), *words)


def _read(key: str) -> Extract:
    """What the text states, as it was read: Sharif praises China and meets Khan."""
    mentions = (
        _mention(key, 0, 0, 6, "person", "e0"),
        _mention(key, 1, 15, 20, "country", "e1"),
        _mention(key, 2, 22, 28, "person", "e0"),
        _mention(key, 3, 33, 37, "person", "e2"),
        _mention(key, 4, 53, 57, "country", "e3"),
    )
    entities = (
        Entity("e0", "Nawaz Sharif", "person"),
        Entity("e1", "China", "country", None, (("iso3166", "CN"),)),
        Entity("e2", "Imran Khan", "person"),
        Entity("e3", "Iran", "country", None, (("iso3166", "IR"),)),
    )
    relations = (
        Relation("r0", "support", "m0", "m1", "+", Span(key, 0, 21)),
        Relation("r1", "meet", "m2", "m3", "0", Span(key, 22, 38)),
    )
    return Extract(key, mentions, entities, relations, SENTENCES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A study of two documents that state the same, of which one is corrected."""
    documents = [Document("a/may.txt", TEXT), Document("b/june.txt", OTHER)]
    made = tmp_path / "out"
    with open_store(made / "study.duckdb") as store:
        store.add(documents)
        store.add_extracts([_read(one.key) for one in documents], Settings().reading_key)
        store.add_run(Run(now(), now(), "1", Settings()))
        update(store, [], Settings(), made, Clock(), largest=0)
    return made


def put(
    folder: Path, verb: str, at: str, words: str, document: str = "may.txt", **says: Any
) -> None:
    about = {"document": document, "at": at, "words": words}
    writing.add(folder / "curation.yaml", verb, about, says=says)
    with open_store(folder / "study.duckdb") as store:
        assert apply(store, folder, largest=0) == []


def ties(folder: Path, layer: Any) -> dict[tuple[str, str], float]:
    with open_store(folder / "study.duckdb", read_only=True) as store:
        graph = network(store, read(folder / "curation.yaml"), layer)
    name = dict(graph.nodes(data="name"))
    return {
        tuple(sorted((name[one], name[other]))): weight
        for one, other, weight in graph.edges(data="weight")
    }


def everything(store: Store) -> Any:
    rows = store.connection.execute("SELECT * FROM corrected_mentions ORDER BY ALL").fetchall()
    return list(store.all(Actor)), rows, store.corrections()


def test_ties_follow_the_mention_that_was_corrected(folder: Path) -> None:
    assert ties(folder, "stated") == {
        ("China", "Nawaz Sharif"): 2,
        ("Imran Khan", "Nawaz Sharif"): 2,
    }
    put(folder, "move", "22-28", "Sharif", to="Shehbaz Sharif", kind="person")
    # The second mention of one document alone: its tie to Khan, not the first one's to China.
    assert ties(folder, "stated") == {
        ("China", "Nawaz Sharif"): 2,
        ("Imran Khan", "Nawaz Sharif"): 1,
        ("Imran Khan", "Shehbaz Sharif"): 1,
    }
    assert ties(folder, "cooccurrence") == {
        ("China", "Nawaz Sharif"): 2,
        ("Imran Khan", "Nawaz Sharif"): 1,
        ("Imran Khan", "Shehbaz Sharif"): 1,
    }


def test_what_was_added_stands_beside_the_others_of_its_sentence(folder: Path) -> None:
    put(folder, "add_mention", "43-48", "envoy", to="Imran Khan")
    assert ties(folder, "cooccurrence")["Imran Khan", "Iran"] == 1
    assert "envoy" not in open_study(folder).find("Imran Khan").aliases


def test_a_mention_that_is_nobody_has_no_ties(folder: Path) -> None:
    put(folder, "ignore", "33-37", "Khan")
    assert ties(folder, "stated")["Imran Khan", "Nawaz Sharif"] == 1
    put(folder, "ignore", "33-37", "Khan", "june.txt")
    assert "Imran Khan" not in {one.name for one in _actors(folder)}  # nobody is called so any more


def _actors(folder: Path) -> list[Actor]:
    with open_store(folder / "study.duckdb", read_only=True) as store:
        return list(store.all(Actor))


def test_what_was_read_stays_and_an_undone_decision_leaves_nothing(folder: Path) -> None:
    with open_store(folder / "study.duckdb") as store:
        before, was = everything(store), list(store.all(Extract))
    put(folder, "move", "22-28", "Sharif", to="Imran Khan")
    with open_store(folder / "study.duckdb") as store:
        assert everything(store) != before
        assert list(store.all(Extract)) == was
        writing.undo(folder / "curation.yaml")
        apply(store, folder, largest=0)
        assert everything(store) == before


def test_a_changed_text_makes_a_decision_stale(folder: Path) -> None:
    put(folder, "move", "22-28", "Sharif", to="Imran Khan")
    other = Document("a/may.txt", "New: " + TEXT)
    with open_store(folder / "study.duckdb") as store:
        store.add([other])
        store.add_extracts([Extract(other.key, (), (), (), ((0, 63),))], Settings().reading_key)
        done = update(store, read(folder / "curation.yaml"), Settings(), folder, Clock(), largest=0)
        assert "move: not applied, the text is another: characters 22-28" in done.warnings[0]
        assert store.corrections() == []


@pytest.mark.parametrize(
    ("about", "told"),
    [
        ({"document": "may.txt", "at": "22-28", "words": "Khan"}, "the text is another"),
        ({"document": "july.txt", "at": "22-28", "words": "Sharif"}, "no document is called"),
    ],
)
def test_a_decision_that_fits_nothing_is_not_written(
    folder: Path, about: dict[str, str], told: str
) -> None:
    with (
        open_store(folder / "study.duckdb") as store,
        pytest.raises(CurationError, match=told),
    ):
        decide(store, folder, "ignore", about)
    assert read(folder / "curation.yaml") == []


def test_an_actor_that_is_not_there_leaves_the_mention_as_it_was(folder: Path) -> None:
    (folder / "curation.yaml").write_text(
        "- move: {document: may.txt, at: 22-28, words: Sharif}\n  to: Nobody Known\n"
    )
    with open_store(folder / "study.duckdb") as store:
        rules = read(folder / "curation.yaml")
        done = update(store, rules, Settings(), folder, Clock(), largest=0)
        assert done.warnings == ("curation.yaml, line 1: move: nobody is called “Nobody Known”",)
        assert store.corrections() == []


def test_a_document_that_is_removed_takes_its_corrections_along(folder: Path) -> None:
    put(folder, "ignore", "33-37", "Khan")
    with open_store(folder / "study.duckdb") as store:
        store.remove_documents([Document("a/may.txt", TEXT).key])
        warnings = apply(store, folder, largest=0)
        assert "no document is called 'may.txt'" in warnings[0]
        assert store.corrections() == []


DECISIONS = [
    Rule("move", {"document": "a/may.txt", "at": "22-28", "words": "Sharif"}, {"to": "Imran Khan"}),
    Rule("ignore", {"document": "a/may.txt", "at": "0-6", "words": "Sharif"}),
    Rule("add_mention", {"document": "b/june.txt", "at": "43-48", "words": "envoy"},
         {"to": "The envoy", "kind": "person"}),
    Rule("rename", "The envoy", {"to": "Ali Envoy"}),
    Rule("merge", ["Imran Khan", "Ali Envoy"]),
    Rule("move", {"document": "a/may.txt", "at": "22-28", "words": "Sharif"}, {"to": "China"}),
]  # fmt: skip


def test_a_session_leaves_what_the_file_leaves(folder: Path, tmp_path: Path) -> None:
    fresh = shutil.copytree(folder, tmp_path / "fresh")
    session = Session(folder)
    with open_store(folder / "study.duckdb") as store:
        for one in DECISIONS:
            session.decide(store, one.verb, one.about, says=one.says)
        session.undo(store, 3)
        decided = everything(store)
    shutil.copy(folder / "curation.yaml", fresh)
    with open_store(fresh / "study.duckdb") as store:
        update(store, read(fresh / "curation.yaml"), Settings(), fresh, Clock(), largest=0)
        assert everything(store) == decided
    assert isinstance(open_study(fresh), Study)
