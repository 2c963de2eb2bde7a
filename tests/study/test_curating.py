"""The analyst's word is final: written to curation.yaml, applied, undone, never lost."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

from actors import Study, build
from actors.errors import CurationError
from actors.types import Document

REPORTS = {
    "a.txt": "Iranian envoy Hassan Karimi met Turkish officials. Hassan Karimi praised Turkey.",
    "b.txt": "Karimi accused Russia of delay.",
    "c.txt": "Ali Karimi accused Iran of fraud. China praised Ali Karimi.",
}


@pytest.fixture
def study(tmp_path: Path) -> Study:
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return build([tmp_path / name for name in REPORTS], tmp_path / "out")


def names(study: Study) -> set[str]:
    return {name for _, name in study.graph().nodes(data="name")}


def ties(study: Study) -> set[tuple[str, str, str]]:
    graph = study.graph("stated")
    name = dict(graph.nodes(data="name"))
    return {(name[a], type_, name[b]) for a, b, type_ in graph.edges(data="type")}


def test_an_ambiguous_surname_stays_apart(study: Study) -> None:
    assert {"Karimi", "Hassan Karimi", "Ali Karimi"} <= names(study)


def test_merge_joins_and_the_card_says_why(study: Study) -> None:
    study.decide("merge", ["Ali Karimi", "Karimi"], because="he is at the same ministry")
    assert "Karimi" not in names(study)
    assert ("Ali Karimi", "accuse", "Russia") in ties(study)
    card = study.card("Ali Karimi")
    assert any(each.why == "he is at the same ministry" for each in card.judgements)


def test_split_takes_apart_what_a_merge_joined(study: Study) -> None:
    before = study.graph()
    study.decide("merge", ["Ali Karimi", "Karimi"])
    study.decide("split", "Ali Karimi", off=["Karimi"])
    assert nx.utils.graphs_equal(study.graph(), before)


@pytest.mark.parametrize("whole", [False, True])
def test_split_takes_the_name_of_a_document(study: Study, tmp_path: Path, whole: bool) -> None:
    before = study.graph()
    study.decide("merge", ["Ali Karimi", "Karimi"])
    study.decide("split", "Ali Karimi", off=[str(tmp_path / "b.txt") if whole else "b.txt"])
    assert nx.utils.graphs_equal(study.graph(), before)


def test_split_takes_the_key_of_a_document_and_refuses_what_is_none(study: Study) -> None:
    before = study.graph()
    with study.store() as store:
        key = next(each.key for each in store.all(Document) if each.name.endswith("b.txt"))
    study.decide("merge", ["Ali Karimi", "Karimi"])
    with pytest.raises(CurationError, match="none of the entities"):
        study.decide("split", "Ali Karimi", off=["z.txt"])
    study.decide("split", "Ali Karimi", off=[key])
    assert nx.utils.graphs_equal(study.graph(), before)


def test_rename_retype_and_ignore(study: Study) -> None:
    study.decide("rename", "Ali Karimi", to="Ali Karimi (driver)")
    study.decide("retype", "Hassan Karimi", kind="group")
    study.decide("ignore", "China")
    kinds = {about["name"]: about["kind"] for _, about in study.graph().nodes(data=True)}
    assert kinds["Ali Karimi (driver)"] == "person"
    assert kinds["Hassan Karimi"] == "group"
    assert "China" not in kinds


def test_reject_and_retype_a_tie(study: Study) -> None:
    study.decide("reject", {"source": "Ali Karimi", "target": "Iran", "type": "accuse"})
    about = {"source": "China", "target": "Ali Karimi", "type": "support"}
    study.decide("retype_relation", about, to="agree")
    found = ties(study)
    assert ("Ali Karimi", "accuse", "Iran") not in found
    assert ("China", "agree", "Ali Karimi") in found
    assert ("China", "support", "Ali Karimi") not in found


def test_a_retyped_tie_joins_the_one_that_is_there(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text("Iran praised China. Iran accused China.", encoding="utf-8")
    study = build([report], tmp_path / "out")
    about = {"source": "Iran", "target": "China", "type": "support"}
    study.decide("retype_relation", about, to="accuse", sign="-")
    [edge] = [edge for *_, edge in study.graph("stated").edges(data=True)]
    assert (edge["type"], edge["weight"], len(edge["evidence"])) == ("accuse", 2.0, 2)


def test_one_sentence_of_a_tie_can_be_rejected_by_its_name(study: Study) -> None:
    [(_, _, edge)] = [
        edge for edge in study.graph("stated").edges(data=True) if edge[2]["type"] == "accuse"
    ][:1]
    one = edge["evidence"][0]
    study.decide("reject", {"relation": f"{one['name']}#{one['relation']}"})
    kept = [e for *_, about in study.graph("stated").edges(data=True) for e in about["evidence"]]
    assert (one["name"], one["relation"]) not in {(e["name"], e["relation"]) for e in kept}


def test_a_tie_added_by_hand_has_its_source(study: Study) -> None:
    assert study.curation is not None
    study.curation.write_text(
        "- add_relation: from my notes\n"
        "  source: Iran\n  target: China\n  type: cooperate\n  sign: '+'\n"
        "  quote: They share a port.\n  document: Interview, May\n",
        encoding="utf-8",
    )
    [edge] = [
        about
        for *_, about in study.graph("stated").edges(data=True)
        if about["type"] == "cooperate"
    ]
    assert edge["evidence"][0]["text"] == "They share a port."
    assert edge["evidence"][0]["name"] == "Interview, May"
    assert not any(
        about["type"] == "cooperate" for *_, about in study.graph("cooccurrence").edges(data=True)
    )


def test_confirm_marks_a_tie(study: Study) -> None:
    about = {"source": "Ali Karimi", "target": "Iran", "type": "accuse"}
    study.decide("confirm", about, because="seen the letter")
    [edge] = [
        edge
        for *_, edge in study.graph("stated").edges(data=True)
        if edge["type"] == "accuse" and edge.get("decided")
    ]
    assert (edge["confidence"], edge["decided"]) == (1.0, "seen the letter")


def test_undo_takes_the_newest_decision_back(study: Study) -> None:
    before = study.graph()
    study.decide("merge", ["Ali Karimi", "Karimi"])
    assert study.undo().verb == "merge"
    assert nx.utils.graphs_equal(study.graph(), before)
    with pytest.raises(CurationError, match="no decision to undo"):
        study.undo()


@pytest.mark.parametrize(
    ("verb", "about", "says"),
    [
        ("merge", ["Ali Karimi", "Nobody Known"], {}),
        ("rename", "Nobody Known", {"to": "Somebody"}),
        ("reject", {"source": "Iran", "target": "China", "type": "assault"}, {}),
    ],
)
def test_a_decision_that_matches_nothing_is_refused(
    study: Study, verb: str, about: object, says: dict[str, str]
) -> None:
    with pytest.raises(CurationError, match="nothing was changed"):
        study.decide(verb, about, **says)
    assert study.rules() == []


def test_decisions_outlive_a_rebuild_and_new_documents(study: Study, tmp_path: Path) -> None:
    study.decide("merge", ["Ali Karimi", "Karimi"])
    (tmp_path / "d.txt").write_text("Ali Karimi praised Peru.", encoding="utf-8")
    again = build([tmp_path / "d.txt"], tmp_path / "out")
    assert ("Ali Karimi", "accuse", "Russia") in ties(again)
    assert ("Ali Karimi", "support", "Peru") in ties(again)
    fresh = build([tmp_path / name for name in (*REPORTS, "d.txt")], tmp_path / "out", fresh=True)
    assert nx.utils.graphs_equal(fresh.graph(), again.graph())


def test_a_rule_that_matches_nothing_any_more_is_reported(study: Study, tmp_path: Path) -> None:
    study.decide("rename", "China", to="PRC")
    (tmp_path / "c.txt").write_text("Ali Karimi accused Iran of fraud.", encoding="utf-8")
    again = build([tmp_path / "c.txt"], tmp_path / "out")
    assert any("curation.yaml, line 3" in warning for warning in again.runs()[-1].warnings)


def test_a_broken_file_is_refused_with_its_line(study: Study, tmp_path: Path) -> None:
    assert study.curation is not None
    study.curation.write_text("- merge: [Iran]\n", encoding="utf-8")
    with pytest.raises(CurationError, match="line 1"):
        build([tmp_path / "a.txt"], tmp_path / "out")


def test_a_study_in_memory_has_no_file_for_decisions() -> None:
    with pytest.raises(CurationError, match="in memory"):
        Study.create(None).decide("ignore", "China")
