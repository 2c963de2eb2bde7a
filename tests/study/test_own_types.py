"""Types of ties of the user's own, as docs/howto/add-a-type-of-tie.md adds them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from actors import Study, build, open_study
from actors.errors import SettingsError
from actors.frames.info import Info, info
from actors.report import findings, gather, write
from tests.cli.screens import ROOT

PAGE = (ROOT / "docs" / "howto" / "add-a-type-of-tie.md").read_text("utf-8")
FILES = dict(re.findall(r'^```\w+ title="([^"]+)"\n(.*?)^```$', PAGE, re.M | re.S))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files of the page."""
    folder = tmp_path_factory.mktemp("own")
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def made(place: Path) -> Study:
    """The study of the page."""
    return build(
        [place / "profile.txt"], place / "port", ontology=place / "my.toml", engine="local"
    )


def info_of(study: Study) -> Info:
    with study.store() as store:
        return info(store, study.rules(), str(study.folder))


def stated(study: Study) -> set[tuple[str, str, str, str, bool]]:
    ties = study.ties(layer="stated")
    return set(
        zip(
            ties["source"], ties["type"], ties["target"], ties["sign"], ties["negated"], strict=True
        )
    )


OWN = {
    ("Ana Lopez", "mentors", "Luis Mora", "0", False),
    ("Delta Steel", "invests_in", "Harbour Bank", "+", False),
    ("Delta Steel", "invests_in", "Northern Trust Company", "0", True),
}


def test_ties_of_the_new_types_are_read(made: Study) -> None:
    assert stated(made) == OWN


def test_later_commands_know_the_types_without_the_file(made: Study) -> None:
    again = open_study(made.folder)
    (tie,) = (tie for tie in again.card("Ana Lopez").ties if tie.type == "mentors")
    assert (tie.other, tie.structural, tie.weight) == ("Luis Mora", True, 2)
    assert info_of(again).ties["stated"] == {"invests_in": 2, "mentors": 1}
    assert info_of(again).settings["ontology"] == "invests_in, mentors"


def test_the_page_shows_the_ties_and_what_they_mean(made: Study) -> None:
    page = (made.folder / "network.html").read_text("utf-8")
    assert '"invests_in"' in page
    assert "The source puts money into the target." in page


def test_the_report_lists_each_type_with_its_definition(made: Study, tmp_path: Path) -> None:
    write(findings(gather(made)), tmp_path / "report.html")
    report = (tmp_path / "report.html").read_text("utf-8")
    assert "The source teaches or guides the target over a longer time." in report
    assert "The source puts money into the target." in report
    assert "Mentors" in report
    assert "invests in (negated)" in report


def test_exports_have_the_ties_and_the_definitions(made: Study, tmp_path: Path) -> None:
    network = json.loads((made.folder / "network.json").read_text("utf-8"))
    types = json.loads(network["graph"]["own_types"])
    assert types["mentors"]["definition"].startswith("The source teaches")
    assert "own_types" in (made.folder / "network.graphml").read_text("utf-8")
    assert "invests_in" in (made.folder / "relations.csv").read_text("utf-8")
    assert "invests_in" in json.loads((made.folder / "run.json").read_text("utf-8"))["ontology"]
    made.export("ftm", tmp_path / "out.ftm")
    links = map(json.loads, (tmp_path / "out.ftm").read_text("utf-8").splitlines())
    roles = {role for one in links for role in one["properties"].get("role", ())}
    assert {"mentors", "invests_in", "not invests_in"} <= roles


def test_what_two_actors_are_to_each_other_is_no_statement(made: Study, tmp_path: Path) -> None:
    made.export("dna", tmp_path / "dna")
    statements = (tmp_path / "dna" / "statements.csv").read_text("utf-8")
    assert "invests in" in statements
    assert "mentors" not in statements


def test_the_next_build_keeps_the_types_until_another_file_is_given(
    place: Path, tmp_path: Path
) -> None:
    (document, types) = place / "profile.txt", place / "my.toml"
    build([document], tmp_path / "s", ontology=types, engine="local")
    (tmp_path / "more.txt").write_text("Kenya accused Uganda.")
    kept = build([document, tmp_path / "more.txt"], tmp_path / "s", engine="local")
    assert stated(kept) == {*OWN, ("Kenya", "accuse", "Uganda", "-", False)}

    other = tmp_path / "other.toml"
    other.write_text(FILES["my.toml"].partition("[invests_in]")[0].replace("mentors", "guides"))
    changed = build([document], tmp_path / "s", ontology=other, engine="local")
    told = {tie[1] for tie in stated(changed)}
    assert {"guides", "accuse"} <= told
    assert not {"mentors", "invests_in"} & told

    (tmp_path / "empty.toml").write_text("")
    plain = build([document], tmp_path / "s", ontology=tmp_path / "empty.toml", engine="local")
    assert not {"guides", "mentors"} & {tie[1] for tie in stated(plain)}
    assert "ontology" not in info_of(plain).settings


def test_a_type_that_holds_both_ways_is_stored_once(tmp_path: Path) -> None:
    (tmp_path / "my.toml").write_text(
        '[merged_with]\ndefinition = "The two became one."\nsymmetric = true\n'
        'verbs = ["merge"]\nacts = ["merger"]\n'
    )
    (tmp_path / "a.txt").write_text("Delta Steel merged with the Harbour Bank.")
    (tmp_path / "b.txt").write_text("The Harbour Bank and Delta Steel merged on Monday.")
    made = build([tmp_path], tmp_path / "s", ontology=tmp_path / "my.toml", engine="local")
    ((_, _, tie),) = made.graph("stated").edges(data=True)
    assert (tie["type"], tie["directed"], tie["weight"]) == ("merged_with", False, 2)


def test_the_page_says_what_the_program_says_of_a_wrong_file(place: Path) -> None:
    with pytest.raises(SettingsError) as raised:
        build([place / "profile.txt"], ontology=place / "wrong.toml")
    said = str(raised.value).replace(str(place / "wrong.toml"), "wrong.toml")
    assert f"actors: {said}\n" in PAGE
