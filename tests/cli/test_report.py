"""``actors report`` and ``actors stakeholders``: what they print, write, and refuse."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import docx
import pytest
from PIL import Image

from actors import Study
from actors.cli import main

ISSUE = "border security=border*,refugee*"


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(list(argv))
    captured = capsys.readouterr()
    return int(ended.value.code or 0), captured.out, captured.err


@pytest.mark.parametrize("name", ["report", "stakeholders"])
def test_help_has_examples(capsys: pytest.CaptureFixture[str], name: str) -> None:
    code, out, _ = run(capsys, name, "--help")
    assert code == 0
    assert f"actors {name} " in out.split("Examples:")[1]


def test_the_report_is_written_and_named(
    capsys: pytest.CaptureFixture[str], study: Study, tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    options = ("--markdown", "--replicates", "40", "--issue", ISSUE)
    code, out, _ = run(capsys, "report", str(study.folder), "-o", str(page), *options)
    assert code == 0
    assert out.split() == [str(page), str(page.with_suffix(".md"))]
    lines = page.with_suffix(".md").read_text("utf-8")
    assert "95 % intervals" in lines
    assert "### border security" in lines


def test_title_client_logo_sections_and_dates(
    capsys: pytest.CaptureFixture[str], study: Study, tmp_path: Path
) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGB", (4, 2), "navy").save(logo)
    told = ("--title", "Die Grenze", "--author", "R. Quint", "--client", "Danube Trust")
    more = ("--logo", str(logo), "--sections", "finding, ties", "--language-of-dates", "de")
    page = tmp_path / "border.docx"
    argv = ("report", str(study.folder), "-o", str(page), "--markdown", "--replicates", "0")
    code, out, _ = run(capsys, *argv, *told, *more)
    assert code == 0
    assert out.split() == [str(page), str(page.with_suffix(".md"))]
    found = docx.Document(str(page))
    assert len(found.inline_shapes) == 2  # the logo, and the network
    text = page.with_suffix(".md").read_text("utf-8")
    assert text.startswith("# Die Grenze\n\nFor Danube Trust, by R. Quint\n")
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## The finding",
        "## Annex: all ties, with their sentences",
    ]
    assert "05.07.2021" in text


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("--sections", "brief"), "no section is called 'brief'"),
        (("--language-of-dates", "xx-none"), "no dates are known"),
        (("-o", "border.odt"), "not as .odt"),
        (("--logo", __file__), "neither a PNG nor a JPEG"),
    ],
)
def test_what_a_report_cannot_be_is_refused(
    capsys: pytest.CaptureFixture[str], study: Study, argv: tuple[str, ...], said: str
) -> None:
    code, _, err = run(capsys, "report", str(study.folder), "--replicates", "0", *argv)
    assert code == 2
    assert said in err


def test_the_report_without_intervals(
    capsys: pytest.CaptureFixture[str], study: Study, tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    assert run(capsys, "report", str(study.folder), "-o", str(page), "--replicates", "0")[0] == 0
    assert "95 % intervals" not in page.read_text("utf-8")


def test_the_grid_as_a_table_with_sentences(
    capsys: pytest.CaptureFixture[str], study: Study
) -> None:
    argv = ("stakeholders", str(study.folder), "--issue", ISSUE, "--sentences", "1", "--top", "3")
    code, out, _ = run(capsys, *argv)
    assert code == 0
    assert "Tajikistan" in out
    assert "definitive" in out
    assert "Sample Wire, 2021-07-05" in out


def test_few_sentences_bring_advice(capsys: pytest.CaptureFixture[str], study: Study) -> None:
    _, out, err = run(capsys, "stakeholders", str(study.folder), "--issue", "border security")
    assert "1 sentence about it" in out
    assert "name more words" in err


def test_overrides_are_marked_and_keep_the_computed_score(
    capsys: pytest.CaptureFixture[str], study: Study, tmp_path: Path
) -> None:
    file = tmp_path / "scores.csv"
    file.write_text("actor,score,value,reason\nTaliban,urgency,0.9,=their offensive\n")
    argv = ("stakeholders", str(study.folder), "--issue", ISSUE, "--overrides", str(file))
    out = run(capsys, *argv)[1]
    assert "0.90*" in out
    assert "urgency 0.90 (computed: 0.00): =their offensive" in out
    rows = list(csv.DictReader(io.StringIO(run(capsys, *argv, "--format", "csv")[1])))
    [row] = [row for row in rows if row["name"] == "Taliban"]
    assert (row["urgency"], row["urgency_computed"]) == ("0.9", "0.0")
    assert row["urgency_reason"] == "'=their offensive"  # no spreadsheet runs it
    assert row["salience"] == "dangerous"


def test_json_has_matrices_and_evidence(
    capsys: pytest.CaptureFixture[str], study: Study, tmp_path: Path
) -> None:
    file = tmp_path / "issues.toml"
    file.write_text('"border" = ["border*"]\ntalks = ["talk*", "met"]\n')
    argv = ("stakeholders", str(study.folder), "--issues", str(file), "--format", "json")
    found = json.loads(run(capsys, *argv)[1])
    assert [one["name"] for one in found["issues"]] == ["border", "talks"]
    size = len(found["influence"]["actors"])
    assert len(found["influence"]["direct"]) == len(found["influence"]["direct"][0]) == size
    assert all(one["evidence"] for one in found["stakeholders"])
    assert {one["issue"] for one in found["stakeholders"]} == {"border", "talks"}


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("stakeholders",), "name an issue"),
        (("stakeholders", "--issue", "a", "--issue", "a=b"), "two issues are called 'a'"),
        (("report", "--overrides", "x.csv"), "--overrides needs an issue"),
    ],
)
def test_options_that_make_no_sense_end_with_2(
    capsys: pytest.CaptureFixture[str], study: Study, argv: tuple[str, ...], said: str
) -> None:
    name, *options = argv
    code, _, err = run(capsys, name, str(study.folder), *options)
    assert (code, said in err) == (2, True)


def test_an_unknown_issue_ends_with_1(capsys: pytest.CaptureFixture[str], study: Study) -> None:
    code, _, err = run(capsys, "stakeholders", str(study.folder), "--issue", "xylophones")
    assert code == 1
    assert "xylophones" in err
