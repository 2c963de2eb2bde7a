"""A story that many papers print is one source: it counts once, and its reprints are counted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from actors import Study, build
from actors.types import Document

COPIES = 5


def edited(text: str, number: int) -> str:
    """The report as another paper prints it: source, headline, first words, one paragraph less."""
    header, _, body = text.partition("\n\n")
    about = [f"title: Abroad, part {number}" if "title:" in line else line for line in
             header.splitlines() if "source:" not in line]  # fmt: skip
    paragraphs = body.strip().split("\n\n")
    if number:
        del paragraphs[number % len(paragraphs)]
    else:
        paragraphs[0] = f"In the news today: {paragraphs[0]}"
    return "\n".join((*about, f"source: Paper {number}")) + "\n\n" + "\n\n".join(paragraphs)


@pytest.fixture(scope="module")
def reprinted(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Study:
    """Each sample report, and five edited copies of it."""
    folder = tmp_path_factory.mktemp("reprinted")
    for report in sorted(seeds.iterdir()):
        text = report.read_text("utf-8")
        (folder / report.name).write_text(text, encoding="utf-8")
        for number in range(COPIES):
            copy = folder / f"copy-{number}-of-{report.name}"
            copy.write_text(edited(text, number), encoding="utf-8")
    return build([folder])


def weights(study: Study) -> dict[Any, tuple[float, int]]:
    """Weight and stories of each tie by the names of its ends, sorted where it has no direction."""
    graph = study.graph()
    name = dict(graph.nodes(data="name"))
    found = {}
    for a, b, key, tie in graph.edges(keys=True, data=True):
        ends = [name[a], name[b]] if tie["directed"] else sorted((name[a], name[b]))
        found[*ends, key] = (tie["weight"], tie["stories"])
    return found


def test_copies_are_one_story_with_their_report(reprinted: Study, seeds: Path) -> None:
    with reprinted.store() as store:
        name = {document.key: Path(document.name).name for document in store.all(Document)}
        stories = store.stories()
    assert len(stories) == 6 * len(list(seeds.iterdir()))
    assert {name[story] for story in stories.values()} == {path.name for path in seeds.iterdir()}
    assert all(name[key].endswith(name[story]) for key, story in stories.items())


def test_weights_are_those_of_the_reports_alone(reprinted: Study, study: Study) -> None:
    assert weights(reprinted) == weights(study)


def test_reprints_are_counted(reprinted: Study, study: Study) -> None:
    once = study.graph()
    assert {tie["reprints"] for *_, tie in once.edges(data=True)} == {0}
    for *_, tie in reprinted.graph().edges(data=True):
        assert tie["stories"] <= tie["documents"]
        sentences = {(each["document"], each["start"], each["end"]) for each in tie["evidence"]}
        if len(tie["evidence"]) < 50:
            assert len(sentences) == tie["weight"] + tie["reprints"]
    assert sum(tie["reprints"] for *_, tie in reprinted.graph().edges(data=True)) > once.size()


def test_the_summary_says_how_many_there_are(
    reprinted: Study, capsys: pytest.CaptureFixture[str]
) -> None:
    from actors.cli.summary import print_summary
    from actors.study.study import Built

    print_summary(Built(reprinted), "table")
    assert "Reprints:  45 documents repeat one of the others" in capsys.readouterr().out
