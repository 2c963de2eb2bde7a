"""The background of a study: asked for, it is there; left alone, only documents speak."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from click.testing import CliRunner

from actors import Study, build
from actors.cli.export import command

TEXT = """Date: 2013-05-03

Russian President Vladimir Putin met officials of the Collective Security Treaty Organization
in Dushanbe. Tajikistan asked Vladimir Putin for help.
"""


def made(folder: Path) -> Study:
    (folder / "note.txt").write_text(TEXT, encoding="utf-8")
    return build([folder / "note.txt"], folder / "study")


def implied(study: Study, **asked: object) -> set[tuple[str, str, str]]:
    graph = study.graph(**asked)  # type: ignore[arg-type]
    name = dict(graph.nodes(data="name"))
    return {
        (name[source], about["type"], name[target])
        for source, target, about in graph.edges(data=True)
        if about["layer"] == "background"
    }


def test_what_facts_imply_is_a_layer_that_has_to_be_asked_for(tmp_path: Path) -> None:
    study = made(tmp_path)
    body = "Collective Security Treaty Organization"
    facts = {("Tajikistan", "member_of", body), ("Russia", "member_of", body)} | {
        ("Vladimir Putin", type_, "Russia") for type_ in ("leads", "represents")
    }
    assert implied(study) == set()
    assert implied(study, layer=("cooccurrence", "stated")) == set()
    assert implied(study, layer="background") == facts
    assert implied(study, background=True) == facts
    assert implied(study, layer="background", on=date(1995, 1, 1)) == set()
    assert implied(study, layer="background", on=date(2009, 5, 1)) == {
        ("Tajikistan", "member_of", body),
        ("Russia", "member_of", body),
    }
    states = implied(study, level="state", background=True)
    assert states == {fact for fact in facts if fact[1] == "member_of"}
    out = tmp_path / "all.json"
    asked = ["export", str(study.folder), "--format", "json", "--background", "-o", str(out)]
    assert CliRunner().invoke(command, asked[1:]).exit_code == 0
    assert "background" in {edge["layer"] for edge in json.loads(out.read_text("utf-8"))["links"]}
