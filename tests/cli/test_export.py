"""``actors export``: its options choose a part of the network."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from actors import Study
from actors.cli import main
from actors.plugins import names


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(list(argv))
    captured = capsys.readouterr()
    return int(ended.value.code or 0), captured.out, captured.err


def test_help_lists_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "export", "--help")
    words = out.replace(",", " ").split()
    assert code == 0
    assert [name for name in names("exporters") if name not in (*words, "gexf-dynamic")] == []


def test_options_choose_ties(
    capsys: pytest.CaptureFixture[str], study: Study, tmp_path: Path
) -> None:
    file = tmp_path / "n.json"
    options = ("--layer", "stated", "--sign", "positive", "--kind", "country", "--kind", "person")
    asked = ("export", str(study.folder), "--format", "json", "-o", str(file), *options)
    code, out, _ = run(capsys, *asked, "--period", "2021-07-01..", "--min-weight", "1")
    assert (code, out.strip()) == (0, str(file))
    written = json.loads(file.read_text("utf-8"))
    assert {(tie["layer"], tie["sign"]) for tie in written["links"]} == {("stated", "+")}
    assert {actor["kind"] for actor in written["nodes"]} == {"country", "person"}


def test_a_folder_of_files_is_told_file_by_file(
    capsys: pytest.CaptureFixture[str], study: Study, tmp_path: Path
) -> None:
    place = tmp_path / "for-r"
    code, out, _ = run(capsys, "export", str(study.folder), "--format", "r", "-o", str(place))
    assert code == 0
    assert out.split() == [str(place / name) for name in ("nodes.csv", "ties.csv", "load.R")]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--format", "gexf", "--period", "July"), "July"),
        (("--format", "gexf", "--min-weight", "999"), "no tie fits"),
        (("--format", "gexf", "--issue", "border"), "format dna"),
        (("--format", "excel"), "gephi-csv"),
        (("--format", "gexf", "--sign", "good"), "positive"),
    ],
)
def test_what_cannot_be_done_is_told(
    capsys: pytest.CaptureFixture[str],
    study: Study,
    tmp_path: Path,
    options: tuple[str, ...],
    told: str,
) -> None:
    code, _, err = run(capsys, "export", str(study.folder), "-o", str(tmp_path / "n"), *options)
    assert code != 0
    assert told in err
    assert not list(tmp_path.iterdir())
