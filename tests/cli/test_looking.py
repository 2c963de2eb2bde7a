"""``list``, ``search``, ``read``, ``info``, ``explain-measure`` and ``show`` on the samples."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from actors import Study
from actors.cli.read import Mark, bracketed, nested
from tests.cli.test_cli import run


@pytest.fixture
def folder(study: Study) -> str:
    return str(study.folder)


def rows(capsys: pytest.CaptureFixture[str], *argv: str) -> list[dict[str, str]]:
    code, out, _ = run(capsys, *argv, "--format", "csv")
    assert code == 0
    return list(csv.DictReader(io.StringIO(out)))


def record(capsys: pytest.CaptureFixture[str], *argv: str) -> Any:
    code, out, _ = run(capsys, *argv, "--format", "json")
    assert code == 0
    return json.loads(out)


def test_actors_are_listed_by_kind(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    people = rows(capsys, "list", folder, "actors", "--kind", "person")
    assert {row["kind"] for row in people} == {"person"}
    assert "Ashraf Ghani" in {row["name"] for row in people}
    assert {row["kind"] for row in rows(capsys, "list", folder)} == {
        "country",
        "organisation",
        "person",
    }


def test_actors_of_a_source_are_counted_in_its_documents(
    capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    everywhere = {row["name"]: int(row["documents"]) for row in rows(capsys, "list", folder)}
    wire, gazette = (
        {
            row["name"]: int(row["documents"])
            for row in rows(capsys, "list", folder, "--source", name)
        }
        for name in ("Sample Wire", "Sample Gazette")
    )
    assert all(
        wire.get(name, 0) + gazette.get(name, 0) == count for name, count in everywhere.items()
    )


def test_actors_with_a_hostile_tie(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    found = rows(capsys, "list", folder, "--sign", "negative", "--kind", "person")
    assert [row["name"] for row in found] == ["Ashraf Ghani"]


@pytest.mark.parametrize("sign", ["-", "negative"])
def test_ties_are_listed_by_sign_and_type(
    capsys: pytest.CaptureFixture[str], folder: str, sign: str
) -> None:
    found = rows(capsys, "list", folder, "ties", "--sign", sign, "--type", "accuse")
    assert {row["type"] for row in found} == {"accuse"}
    assert ("Ashraf Ghani", "Pakistan") in {(row["source"], row["target"]) for row in found}


def test_ties_are_counted_in_the_period(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    found = rows(capsys, "list", folder, "ties", "--period", "2021-07-16..2021-07-16")
    assert {row["last"] for row in found} == {"2021-07-16"}


def test_weak_ties_are_left_out(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    found = rows(capsys, "list", folder, "ties", "--layer", "stated", "--min-weight", "2")
    assert found
    assert all(float(row["weight"]) >= 2 for row in found)


def test_documents_of_a_source_and_days(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    argv = ("--source", "Sample Wire", "--period", "..2021-07-10")
    found = rows(capsys, "list", folder, "documents", *argv)
    assert [row["published"] for row in found] == ["2021-07-05", "2021-07-09"]


@pytest.mark.parametrize(
    ("argv", "code", "hint"),
    [
        (("actors", "--source", "Nobody"), 1, "Sample Gazette"),
        (("ties", "--type", "acuse"), 1, "accuse"),
        (("documents", "--sign", "-"), 2, "--sign is of actors or ties"),
        (("ties", "--period", "July"), 2, "2021-07-01..2021-07-10"),
    ],
)
def test_a_filter_that_cannot_be_says_why(
    capsys: pytest.CaptureFixture[str], folder: str, argv: tuple[str, ...], code: int, hint: str
) -> None:
    ended, _, err = run(capsys, "list", folder, *argv)
    assert (ended, hint in err) == (code, True)


def test_the_study_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "list", "ties", "ties")
    assert (code, "the study comes first" in err) == (2, True)


def test_words_and_phrases_are_found(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    [found] = rows(capsys, "search", folder, "Afghan soldiers", "cross*")
    assert found["published"] == "2021-07-05"
    assert "Taliban" in found["actors"].split("; ")
    code, out, err = run(capsys, "search", folder, "zeppelin")
    assert (code, out.splitlines()[1:], "no sentence has zeppelin" in err) == (0, [], True)


def test_a_document_has_its_names_in_brackets(
    capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    _, out, _ = run(capsys, "read", folder, "03-taliban-in-moscow.txt")
    assert "met [Zamir Kabulov], the [Kremlin: Russia] envoy" in out
    assert "[Kabulov: Zamir Kabulov], quoted by" in out
    assert "[he: Zamir Kabulov]" not in out
    assert (
        "[he: Zamir Kabulov]" in run(capsys, "read", folder, "03-taliban-in-moscow.txt", "--all")[1]
    )


def test_offsets_lead_to_the_names(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    found = record(capsys, "read", folder, "01-afghan-troops-cross.txt", "--all")
    assert found["published"] == "2021-07-05"
    assert len(found["mentions"]) > 20
    for mention in found["mentions"]:
        assert found["text"][mention["start"] : mention["end"]] == mention["text"]


def test_marks_lie_inside_one_another() -> None:
    outer, inner = Mark(0, 13, "Moscow Oblast", "place"), Mark(0, 6, "Russia", "country")
    crossing = Mark(7, 20, "region of Tver", "place")
    marks = list(nested([crossing, inner, outer]))
    assert marks == [outer, inner]
    assert bracketed("Moscow region is", marks) == "[[Moscow: Russia] region: Moscow Oblast] is"


def test_info_counts_what_is_there(capsys: pytest.CaptureFixture[str], study: Study) -> None:
    found = record(capsys, "info", str(study.folder))
    assert found["documents"] == 9
    assert found["sources"] == {"Sample Wire": 5, "Sample Gazette": 4}
    assert (found["first"], found["last"], found["undated"]) == ("2021-07-05", "2021-07-28", 0)
    assert sum(found["kinds"].values()) == len(study.graph())
    ties = sum(sum(types.values()) for types in found["ties"].values())
    assert ties == study.graph().number_of_edges()
    assert found["settings"]["window"] == "sentence"
    assert [each["run"] for each in found["runs"]] == [1]
    assert "9 (5 Sample Wire, 4 Sample Gazette)" in run(capsys, "info", str(study.folder))[1]


def test_a_measure_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "explain-measure", "betweenness")
    assert out.startswith("betweenness\n  The share of shortest paths between two others")
    assert "Formula: b(v) =" in out
    assert "Source: Freeman, L. C. (1977)" in out
    assert run(capsys, "explain-measure", "luck")[0] == 2


def test_a_sentence_is_shown_once_with_how_it_is_meant(
    capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    _, out, _ = run(capsys, "show", folder, "Russia")
    supply = "said that Russia would supply weapons"
    assert out.count(supply) == 1
    assert "planned, according to Russian Defence Minister Sergei Shoigu" in out
    titles = ["Cooperation", "Conflict", "Roles and memberships"]
    titles += ["Planned, demanded, possible, denied or disputed", "Occurs together with"]
    assert [line for line in out.splitlines() if line in titles] == titles


def test_top_and_sentences_shorten_a_card(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    _, out, _ = run(capsys, "show", folder, "Russia", "--top", "1", "--sentences", "0")
    assert "[1]" not in out
    assert "more ties" in out


def test_a_card_for_programs(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    found = rows(capsys, "show", folder, "Ghani", "--layer", "stated")
    [accused] = [row for row in found if row["type"] == "accuse"]
    assert (accused["source"], accused["target"]) == ("Ashraf Ghani", "Pakistan")
    card = record(capsys, "show", folder, "Ghani")
    assert card["actor"]["name"] == "Ashraf Ghani"
    assert {tie["layer"] for tie in card["ties"]} == {"stated", "cooccurrence"}
