"""The report of a study: what it says of the sample reports, and of odd corpora."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from typing import Any

import networkx as nx
import pandas as pd
import pytest

from actors import Study
from actors.analysis import stakeholders
from actors.analysis.measuring import as_mapping
from actors.analysis.stakeholders import Stakes
from actors.errors import CurationError, NotFound
from actors.report import (
    camps,
    change,
    corpus,
    findings,
    picture,
    relations,
    robust,
    standing,
    write,
)
from actors.report.material import Material, Paper, gather
from actors.report.periods import length, periods
from actors.stakeholders import Issue, Override, parse_issue
from actors.store.records import Run
from actors.types import Skipped
from actors.views.blocks import Beside, Picture, Section, Table, Text, Tie, Warn
from actors.views.markdown import markdown
from tests.views.networks import crisis

BORDER = parse_issue("border security=border*,refugee*")


def of_kind(section: Section | None, kind: type) -> list[Any]:
    return [block for block in section.blocks if isinstance(block, kind)] if section else []


def material(graph: nx.MultiDiGraph[Any], papers: tuple[Paper, ...] = (), **more: Any) -> Material:
    for _, _, about in graph.edges(data=True):
        about.setdefault("stories", about["documents"])
        for sentence in about["evidence"]:
            sentence.setdefault("event_date", "")
            sentence.setdefault("story", sentence["document"])
            sentence.setdefault("confidence", 0.8)
    from actors.measures import table

    measured = table(graph, ["strength", "betweenness", "pagerank"])
    ordered = measured.sort_values(["strength", "name"], ascending=[False, True])
    return Material("A study", graph, ordered, papers, run=None, **({"skipped": ()} | more))


def paper(number: int, day: str, source: str = "Wire", story: str = "") -> Paper:
    key = f"d{number}"
    return Paper(key, f"{number}.txt", f"Title {number}", source, day, story or key)


def stakes(study: Study, issues: list[Issue], overrides: list[Override] | None = None) -> Stakes:
    graph, measures = study.graph(), as_mapping(study.measures(names=stakeholders.POWER_MEASURES))
    with study.store() as store:
        return stakeholders.stakes(store, graph, measures, issues, overrides or ())


@pytest.fixture(scope="module")
def report_lines(study: Study) -> str:
    return markdown(findings(gather(study), stakes=stakes(study, [BORDER])))


def test_the_report_says_what_was_read_and_how_to_cite_it(report_lines: str) -> None:
    assert "9 documents" in report_lines
    assert "2021-07-05 to 2021-07-28" in report_lines
    assert "Made with actors" in report_lines
    assert "Below 30, a single article" in report_lines


def test_key_relations_come_with_sentence_source_and_day(report_lines: str) -> None:
    plain = report_lines.replace("\\", "")
    assert "Ashraf Ghani → accuse → Pakistan" in plain
    quoted = plain.split("Ashraf Ghani → accuse → Pakistan")[1].split("####")[0]
    assert "**accused** Pakistan" in quoted
    assert "Sample Gazette, 2021-07-16, " in quoted


def test_what_nobody_asserts_says_so_and_comes_after_what_is_asserted() -> None:
    graph = nx.MultiDiGraph()
    graph.add_nodes_from("abc", name="Actor", kind="country", documents=2, mentions=2)
    for source, modality in (("a", "planned"), ("b", "asserted")):
        told = {"text": f"{source} aids c.", "document": source, "name": source, "title": ""}
        said = {"modality": modality, "speaker": "", "start": 0, "relation": "", "origin": source}
        one = {**told, **said, "source": "", "date": "2021-07-05", "event_date": ""}
        about = {"layer": "stated", "type": "aid", "sign": "+", "directed": True, "negated": False}
        count = {"weight": 1.0, "documents": 1, "first": "", "last": "", "confidence": 0.8}
        graph.add_edge(source, "c", key="k", **about, **count, evidence=(one,))
    ties = of_kind(relations.relations(material(graph)), Tie)
    assert [tie.heading for tie in ties] == [
        "Actor → aid → Actor",
        "Actor → aid → Actor (planned)",
    ]


def test_contradictory_reports_stand_side_by_side(study: Study) -> None:
    section = relations.contradictions(gather(study))
    sides = of_kind(section, Beside)
    assert "Afghanistan and Taliban" in [side.heading for side in sides]
    for side in sides:
        assert {tie.sign for tie in side.left} == {"+"}
        assert {tie.sign for tie in side.right} == {"-"}
        assert all(tie.quotes for tie in (*side.left, *side.right))


def test_stakeholders_are_part_of_it_when_an_issue_is_named(
    study: Study, report_lines: str
) -> None:
    assert "## Stakeholders" in report_lines
    assert "### border security" in report_lines
    assert "### Who moves whom" in report_lines
    assert "## Stakeholders" not in markdown(findings(gather(study)))


def test_the_same_study_gives_the_same_report(study: Study, report_lines: str) -> None:
    assert markdown(findings(gather(study), stakes=stakes(study, [BORDER]))) == report_lines


def test_camps_hang_on_no_order_of_sets(study: Study) -> None:
    program = (
        "import sys; from actors import open_study\n"
        "from actors.report import camps\n"
        "from actors.report.material import gather\n"
        "print(camps.camps(gather(open_study(sys.argv[1]))))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program, str(study.folder)],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


def test_both_files_are_written(study: Study, tmp_path: Any) -> None:
    page, lines = write(gather(study), tmp_path / "new" / "border.html", markdown=True)
    assert (page.name, lines.name) == ("border.html", "border.md")
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert lines.read_text("utf-8").startswith("# Actor network")


def test_every_section_of_a_network_without_anything() -> None:
    empty = material(nx.MultiDiGraph())
    assert camps.camps(empty) is None
    assert change.change(empty) is None
    assert picture.picture(empty) is None
    assert standing.brokers(empty) is None
    assert relations.relations(empty) is None
    assert of_kind(standing.top(empty), Table) == []
    assert "Of no pair" in of_kind(relations.contradictions(empty), Text)[0].text


def test_reprints_skipped_inputs_and_missing_days_are_told() -> None:
    papers = (paper(1, "2021-07-05"), paper(2, "2021-07-06", story="d1"), paper(3, "", source=""))
    run = Run(datetime(2021, 8, 1), datetime(2021, 8, 1), "0.1", warnings=("Odd.",))
    made = material(
        crisis(), papers, skipped=tuple(Skipped(f"{n}.pdf", "empty") for n in range(30))
    )
    made = Material(made.title, made.graph, made.measures, papers, made.skipped, run)
    section = corpus.corpus(made)
    said = " ".join(warn.text for warn in of_kind(section, Warn))
    assert "1 document of 3 without a date" in said
    assert "Wire wrote 67% of the documents" in said
    assert "Odd." in said
    sources, again, skipped = of_kind(section, Table)
    assert sources.rows[0] == ("Wire", "2", "1", "2021-07-05", "2021-07-06")
    assert again.rows == (("Title 1", "2", "Wire"),)
    assert skipped.rows[0] == ("0.pdf", "empty")
    assert of_kind(section, Text)[-1].text.startswith("18 more")
    assert len(of_kind(section, Picture)) == 1


def test_crowded_windows_are_named() -> None:
    made = material(crisis(), (paper(1, "2021-07-05"),))
    told = {
        "cap": 12,
        "windows_over_cap": 1,
        "windows_fullest": "letter.txt, sentence 4 (39 actors)",
    }
    made.graph.graph.update(told)
    said = " ".join(warn.text for warn in of_kind(corpus.corpus(made), Warn))
    assert "1 window of text named more than 12 actors" in said
    assert "letter.txt, sentence 4 (39 actors)" in said


def test_many_sources_are_cut_and_the_rest_counted() -> None:
    papers = tuple(paper(n, "2021-07-05", source=f"Source {n:02d}") for n in range(40))
    section = corpus.corpus(material(crisis(), papers))
    assert len(of_kind(section, Table)[0].rows) == 12
    assert "28 more sources gave 28 documents." in [t.text for t in of_kind(section, Text)]


def test_intervals_stand_beside_the_numbers_where_they_are_known() -> None:
    made = material(crisis())
    first = made.measures.index[0]
    ends = {"strength_low": 1.0, "strength_high": 90.4, "strength_rank_low": 1}
    doubt = pd.DataFrame([ends | {"strength_rank_high": 3}], index=[first])
    doubt.attrs["warnings"] = ("few stories",)
    known = Material(*(getattr(made, part) for part in PARTS), doubt=doubt)
    section = standing.top(known)
    row, other = of_kind(section, Table)[0].rows[:2]
    assert row[0] == "1 (1–3)"
    assert row[5].endswith("(1–90)")
    assert "(" not in other[0]
    assert of_kind(section, Warn)[0].text == "Few stories"


PARTS = ("title", "graph", "measures", "papers", "skipped", "run")


def test_structure_is_no_key_relation_and_the_rest_is_grouped() -> None:
    section = relations.relations(material(crisis()))
    ties = of_kind(section, Tie)
    assert not any("member of" in tie.heading or "leads" in tie.heading for tie in ties)
    assert [tie.sign for tie in ties] == sorted((tie.sign for tie in ties), key="+-0".index)
    assault = next(tie for tie in ties if tie.heading == "Taliban → assault → Afghan National Army")
    assert len(assault.quotes) == 3
    assert assault.more == 6


def test_camps_divide_supporters_from_opponents() -> None:
    section = camps.camps(material(crisis()))
    sides = next(table for table in of_kind(section, Table) if table.caption == "Two camps")
    assert [row[2] for row in sides.rows] == [
        "Tajikistan, Afghanistan, United States",
        "Taliban, Pakistan",
    ]
    assert [row[0] for row in sides.rows] == ["Tajikistan and others", "Taliban and others"]


def signed(*ties: tuple[str, str, str, str]) -> nx.MultiDiGraph[Any]:
    """Ties by sign and story, as ``("a", "b", "+", "s1")``."""
    graph = nx.MultiDiGraph()
    for number, (source, target, sign, story) in enumerate(ties):
        for end in (source, target):
            graph.add_node(end, name=end.upper(), kind="country", documents=1, mentions=1)
        one = {"text": f"{number}.", "document": story, "name": story, "start": number, "end": 9}
        said = {"modality": "asserted", "speaker": "", "source": "", "date": "", "title": ""}
        about = {"layer": "stated", "type": "aid", "sign": sign, "directed": True}
        count = {"negated": False, "weight": 1.0, "documents": 1, "first": "", "last": ""}
        evidence = ({**one, **said, "relation": str(number)},)
        graph.add_edge(
            source, target, key=number, **about, **count, confidence=0.8, evidence=evidence
        )
    return graph


def test_one_tie_each_makes_no_camps() -> None:
    star = signed(
        *(("a", other, sign, "s") for other, sign in zip("bcdefg", "++--+-", strict=True))
    )
    said = " ".join(text.text for text in of_kind(camps.camps(material(star)), Text))
    assert "6 pairs with stated cooperation or conflict, too few of them in circles" in said


def test_camps_that_hang_on_the_stories_drawn_are_not_firm() -> None:
    """Two triangles of friends; what ties them is told for and against in as many stories."""
    friends = [(*pair, "+", f"s{n}") for n, pair in enumerate(("ab", "bc", "ac", "de", "ef", "df"))]
    doubtful = [("a", "d", sign, f"x{n}") for n, sign in enumerate("++--+--")]
    doubtful += [("b", "e", sign, f"y{n}") for n, sign in enumerate("--++-++")]
    section = camps.camps(material(signed(*friends, *doubtful)))
    assert not [table for table in of_kind(section, Table) if table.caption == "Two camps"]
    assert "show no two camps" in " ".join(text.text for text in of_kind(section, Text))


def test_changes_count_each_story_once_and_compare_the_halves() -> None:
    papers = tuple(paper(n, f"2021-07-{5 + n:02d}") for n in range(9))
    section = change.change(material(crisis(), papers))
    [drawn] = of_kind(section, Picture)
    assert drawn.numbers is not None
    assert drawn.numbers.header[0] == "Day from"
    by_day = {row[0]: row[1:] for row in drawn.numbers.rows}
    assert by_day["2021-07-05"][0] == "1"
    assert sum(int(row[-1]) for row in drawn.numbers.rows) > 0


def test_a_straggler_does_not_squeeze_all_others_into_one_period() -> None:
    late = tuple(paper(n, f"2021-07-{1 + n:02d}") for n in range(30))
    section = change.change(material(crisis(), (*late, paper(99, "2015-01-01"))))
    told = " ".join(text.text for text in of_kind(section, Text))
    assert "Each day from 2021-07-01 to 2021-07-30." in told
    assert "1 document far from the others in time are left out." in told


def test_undated_documents_are_warned_of_where_time_is_told() -> None:
    papers = (paper(1, "2021-07-05"), paper(2, "2021-07-06"), *(paper(n, "") for n in range(3, 9)))
    section = change.change(material(crisis(), papers))
    assert "Only 2 of 8 documents have a date" in of_kind(section, Warn)[0].text


def test_the_words_that_state_a_tie_are_marked(study: Study) -> None:
    ties = of_kind(relations.relations(gather(study)), Tie)
    marked = [quote.words for tie in ties for quote in tie.quotes]
    assert sum(bool(words) for words in marked) > 0.9 * len(marked)


def test_two_statements_of_one_sentence_are_no_contradiction() -> None:
    one = signed(("a", "b", "+", "s1"), ("a", "b", "-", "s1"))
    for _, _, about in one.edges(data=True):
        about["evidence"][0]["start"] = 7
    assert "Of no pair" in of_kind(relations.contradictions(material(one)), Text)[0].text
    two = signed(("a", "b", "+", "s1"), ("a", "b", "-", "s1"))
    assert len(of_kind(relations.contradictions(material(two)), Beside)) == 1


def test_backbones_stand_side_by_side(study: Study) -> None:
    section = robust.robust(gather(study))
    [table] = of_kind(section, Table)
    assert table.rows[0][0] == "whole network"
    assert table.rows[0][4:] == ("100%", "1.00 (10)", "1.00 (10)", "1.00")
    assert {row[0] for row in table.rows} >= {"threshold", "disparity filter", "core"}
    assert "of the first 10 by strength" in " ".join(t.text for t in of_kind(section, Text))
    assert robust.robust(material(nx.MultiDiGraph())) is None


def test_who_rests_on_one_story_is_told(study: Study) -> None:
    told = gather(study)
    assert all(0 < share <= 1 for share in told.largest.values())
    [warned] = of_kind(standing.top(told), Warn)
    assert "comes from a single story" in warned.text
    rows = of_kind(standing.top(told), Table)[0].rows
    assert all(row[6].endswith("%") for row in rows)


def test_only_the_strongest_actors_are_drawn() -> None:
    graph = crisis()
    for number in range(120):
        graph.add_node(f"x{number}", name=f"Extra {number}", kind="person")
        about = dict(graph["tj"]["csto"]["stated:request:0"]) | {"layer": "cooccurrence"}
        graph.add_edge("tj", f"x{number}", key="c", **(about | {"weight": 1.0, "sign": "0"}))
    made = material(graph)
    [drawn] = of_kind(picture.picture(made), Picture)
    assert "are not drawn" in drawn.caption


@pytest.mark.parametrize(
    ("last", "unit", "number"),
    [
        ("2021-07-20", "day", 16),
        ("2021-09-05", "week", 9),
        ("2022-09-05", "month", 15),
        ("2027-01-01", "quarter", 23),
        ("2040-01-01", "year", 20),
    ],
)
def test_periods_are_as_long_as_the_corpus_needs(last: str, unit: str, number: int) -> None:
    found = periods(["2021-07-05", last])
    assert (length(found), len(found)) == (unit, number)
    assert "2021-07-05" in found[0]
    assert last in found[-1]


def test_stakes_lead_back_to_sentences(study: Study) -> None:
    found = stakes(study, [BORDER])
    held = found.stakeholders["border security"]
    assert held[0].name == "Tajikistan"
    assert all(one.evidence for one in held)
    texts = [one.text.casefold() for one in held[0].evidence if one.distance == 0]
    assert texts
    assert all("border" in text or "refugee" in text for text in texts)
    with study.store() as store:
        rows = store.connection.execute("SELECT key, text FROM documents").fetchall()
    documents = dict(rows)
    for one in held[0].evidence:
        assert documents[one.document][one.start : one.end] == one.text
    assert found.influence.direct.max() <= 3
    assert found.network.nodes["issue:border security"]["bipartite"] == 1


def test_an_issue_that_nothing_is_about_says_what_to_do(study: Study) -> None:
    with pytest.raises(NotFound, match="give words that the documents use"):
        stakes(study, [parse_issue("xylophones")])


def test_overrides_are_matched_by_any_name_and_faults_are_named(study: Study) -> None:
    own = [
        Override(2, "Tajik", "", "power", 0.1, "why"),
        Override(3, "Tajikistan", "x", "power", 1, "y"),
    ]
    with pytest.raises(CurationError, match=r"(?s)line 2: .*line 3: no issue is called 'x'"):
        stakes(study, [BORDER], [Override(2, "Nobody", "", "power", 0.1, "why"), own[1]])
    found = stakes(study, [BORDER], [Override(2, "tajikistan", "", "power", 0.1, "why")])
    held = {one.name: one for one in found.stakeholders["border security"]}
    assert held["Tajikistan"].power.value == 0.1
    assert held["Tajikistan"].power.computed > 0.5
    lines = markdown(findings(gather(study), stakes=found))
    assert "0.10\\*" in lines
    assert "because: why" in lines
