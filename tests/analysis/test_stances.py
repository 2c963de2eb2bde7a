"""Stances of documents, between the actors of the corpus."""

from __future__ import annotations

from pathlib import Path

from actors import Study, build
from actors.analysis.stances import held_stances


def study(folder: Path) -> Study:
    (folder / "a.txt").write_text("Norway condemned Peru's decision.", encoding="utf-8")
    (folder / "b.txt").write_text("Norway praised Peru.", encoding="utf-8")
    return build([folder / "a.txt", folder / "b.txt"], folder / "out")


def test_each_document_keeps_its_own_stance(tmp_path: Path) -> None:
    held = study(tmp_path).stances()
    assert held[["source", "sign", "target"]].values.tolist() == [
        ["Norway", "-", "Peru"],
        ["Norway", "+", "Peru"],
    ]


def test_a_stance_shows_the_sentence_it_was_read_from(tmp_path: Path) -> None:
    first = study(tmp_path).stances().iloc[0]
    assert first["document"].endswith("a.txt")
    assert first["sentence"] == "Norway condemned Peru's decision."
    assert first["relations"] == 1


def test_a_stance_keeps_the_place_of_its_sentence(tmp_path: Path) -> None:
    with study(tmp_path).store() as store:
        one = next(one for one in held_stances(store) if one.sign == "-")
    assert [(span.document, span.start) for span in one.evidence] == [(one.document, 0)]


def test_the_network_has_no_stances(tmp_path: Path) -> None:
    types = {data["type"] for _, _, data in study(tmp_path).graph().edges(data=True)}
    assert types == {"accuse", "support", "cooccurrence"}
