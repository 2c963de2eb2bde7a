"""Stances of documents, between the actors of the corpus."""

from __future__ import annotations

from pathlib import Path

from actors import Study, build


def study(folder: Path) -> Study:
    (folder / "a.txt").write_text("Norway condemned Peru's decision.", encoding="utf-8")
    (folder / "b.txt").write_text("Norway praised Peru.", encoding="utf-8")
    return build([folder / "a.txt", folder / "b.txt"], folder / "out")


def test_each_document_keeps_its_own_stance(tmp_path: Path) -> None:
    made = study(tmp_path)
    names = {actor.key: actor.name for actor in made.actors()}
    held = [(names[one.source], one.sign, names[one.target]) for one in made.stances()]
    assert ("Norway", "-", "Peru") in held
    assert ("Norway", "+", "Peru") in held


def test_a_stance_shows_the_sentence_it_was_read_from(tmp_path: Path) -> None:
    made = study(tmp_path)
    one = next(one for one in made.stances() if one.sign == "-")
    assert one.relations
    assert [(span.document, span.start) for span in one.evidence] == [(one.document, 0)]


def test_the_network_has_no_stances(tmp_path: Path) -> None:
    types = {data["type"] for _, _, data in study(tmp_path).graph().edges(data=True)}
    assert types == {"accuse", "support", "cooccurrence"}
