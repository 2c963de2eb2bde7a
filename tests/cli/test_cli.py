"""The command line: what is printed, and with which exit code it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import actors
from actors import Study
from actors.cli import SECTIONS, main

COMMANDS = tuple(name for names in SECTIONS.values() for name in names)


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(list(argv))
    captured = capsys.readouterr()
    return int(ended.value.code or 0), captured.out, captured.err


def test_help_lists_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--help")
    assert code == 0
    assert all(name in out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_helps_with_an_example(capsys: pytest.CaptureFixture[str], name: str) -> None:
    code, out, _ = run(capsys, name, "--help")
    assert code == 0
    assert f"actors {name} " in out.split("Example")[1]


def test_help_loads_no_heavy_library() -> None:
    heavy = "spacy", "pandas", "duckdb", "networkx", "onnxruntime", "numpy", "rich"
    heavy += "actors.study.study", "actors.plugins"
    program = (
        "import sys; from actors.cli import main\n"
        "try: main(['--help'])\n"
        f"except SystemExit: print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_version_and_module(capsys: pytest.CaptureFixture[str]) -> None:
    assert actors.__version__ in run(capsys, "--version")[1]
    command = [sys.executable, "-m", "actors", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert actors.__version__ in done.stdout


def test_shell_completion_offers_the_commands() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from actors.cli import main; main()"],
        env={"_ACTORS_COMPLETE": "bash_complete", "COMP_WORDS": "actors ", "COMP_CWORD": "1"},
        capture_output=True,
        text=True,
    )
    assert {f"plain,{name}" for name in COMMANDS} <= set(done.stdout.split())


def test_build_prints_a_summary(
    capsys: pytest.CaptureFixture[str], seeds: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    code, out, _ = run(
        capsys, "build", str(seeds), str(tmp_path / "empty.txt"), "-o", str(tmp_path / "out")
    )
    assert code == 0
    assert "9 read, 1 skipped" in out
    assert "empty.txt" in out
    assert "cooccurrence" in out
    assert "betweenness" in out
    assert str(tmp_path / "out" / "network.html") in out.replace("\n", "")


def test_nothing_usable_ends_with_1(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = run(capsys, "build", str(tmp_path / "missing.txt"), "-o", str(tmp_path / "out"))
    assert code == 1
    assert "missing.txt" in err


@pytest.mark.parametrize(
    "argv",
    [
        ("build",),
        ("build", "a.txt", "--window", "sideways"),
        ("build", "a.txt", "--column", "body"),
        ("extract", "a.txt", "--format", "xml"),
        ("no-such-command",),
    ],
)
def test_wrong_usage_ends_with_2(capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]) -> None:
    assert run(capsys, *argv)[0] == 2


def test_extract_writes_a_line_a_document(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text = "Tajikistan accused the Taliban."
    source = tmp_path / "gold.jsonl"
    source.write_text(json.dumps({"id": "d1", "text": text, "mentions": "ignored"}) + "\n")
    (tmp_path / "empty.txt").write_bytes(b"")
    code, out, err = run(capsys, "extract", str(source), str(tmp_path / "empty.txt"), "-q")
    record = json.loads(out)
    assert code == 0
    assert "empty.txt" in err
    assert (record["id"], record["text"]) == ("d1", text)
    [relation] = record["relations"]
    assert (relation["type"], relation["sign"], relation["negated"]) == ("accuse", "-", False)
    assert set(relation) >= {"modality", "attributed_to", "date", "confidence", "mentions"}


def test_metrics_as_table_csv_and_json(capsys: pytest.CaptureFixture[str], study: Study) -> None:
    folder = str(study.folder)
    assert "Tajikistan" in run(capsys, "metrics", folder, "--top", "3")[1]
    assert run(capsys, "metrics", folder, "--format", "csv")[1].startswith("key,name,kind")
    _, out, _ = run(capsys, "metrics", folder, "--format", "json", "--measure", "degree")
    assert set(json.loads(out)[0]) == {"key", "name", "kind", "subtype", "degree"}


def test_show_prints_the_card(capsys: pytest.CaptureFixture[str], study: Study) -> None:
    code, out, _ = run(capsys, "show", str(study.folder), "Ghani")
    assert code == 0
    assert "Ashraf Ghani -- accused or criticised --> Pakistan" in out
    assert "accused Pakistan" in out
    code, _, err = run(capsys, "show", str(study.folder), "Nobody Known")
    assert code == 1
    assert "no actor is called" in err


def test_actors_without_a_name_are_exported_on_request(
    capsys: pytest.CaptureFixture[str], study: Study, tmp_path: Path
) -> None:
    for options, shown in (((), False), (("--unnamed",), True)):
        target = str(tmp_path / "tables")
        said = run(capsys, "export", str(study.folder), "--format", "csv", "-o", target, *options)
        assert said[0] == 0
        table = Path(target, "actors.csv").read_text("utf-8-sig")
        assert ("unnamed:" in table) == shown


def test_view_and_export(capsys: pytest.CaptureFixture[str], study: Study, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run(capsys, "view", str(study.folder), "--no-open", "-o", str(page))[0] == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")
    code, _, err = run(capsys, "view", str(study.folder), "--no-open", "--size-by", "luck")
    assert (code, "strength" in err) == (1, True)
    graph = tmp_path / "network.gexf"
    assert run(capsys, "export", str(study.folder), "--format", "gexf", "-o", str(graph))[0] == 0
    assert graph.exists()


def test_a_missing_study_ends_with_1(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = run(capsys, "metrics", str(tmp_path))
    assert (code, "actors build" in err) == (1, True)
