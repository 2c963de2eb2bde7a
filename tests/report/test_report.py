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
    annex,
    camps,
    change,
    corpus,
    disputed,
    finding,
    findings,
    picture,
    profiles,
    robust,
    standing,
)
from actors.report.material import Material, gather
from actors.report.periods import length, periods
from actors.report.stakeholders import scores
from actors.stakeholders import Issue, Override, parse_issue
from actors.store.records import Run
from actors.types import Skipped
from actors.views.blocks import Picture, Table, Text, Warn
from actors.views.markdown import markdown
from tests.report.networks import material, of_kind, paper
from tests.views.networks import crisis

BORDER = parse_issue("border security=border*,refugee*")


def stakes(study: Study, issues: list[Issue], overrides: list[Override] | None = None) -> Stakes:
    graph, measures = study.graph(), as_mapping(study.measures(names=stakeholders.POWER_MEASURES))
    with study.store() as store:
        return stakeholders.stakes(store, graph, measures, issues, overrides or ())


@pytest.fixture(scope="module")
def report_lines(study: Study) -> str:
    return markdown(findings(gather(study), stakes=stakes(study, [BORDER])))


def test_the_report_says_what_was_read_and_how_to_cite_it(report_lines: str) -> None:
    assert "9 documents" in report_lines
    assert "5 Jul 2021 to 28 Jul 2021" in report_lines
    assert "Made with actors" in report_lines
    assert "With 9 stories only" in report_lines
    assert "Below 30, a single article" in report_lines


def test_stakeholders_are_part_of_it_when_an_issue_is_named(
    study: Study, report_lines: str
) -> None:
    assert "## Stakeholder map" in report_lines
    assert "## Stakeholders: scores and evidence" in report_lines
    assert "### border security" in report_lines
    without = markdown(findings(gather(study)))
    assert "### Who moves whom" in without
    assert "border security" not in without


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


def test_every_section_of_a_network_without_anything() -> None:
    empty = material(nx.MultiDiGraph())
    assert camps.camps(empty) is None
    assert change.change(empty) is None
    assert profiles.profiles(empty) is None
    assert list(picture.picture(empty)) == []
    assert list(standing.brokers(empty)) == []
    assert of_kind(standing.top(empty), Table) == []
    assert "No sentence states" in of_kind(finding.finding(empty), Text)[1].text
    assert "On no pair" in of_kind(disputed.disputed(empty), Text)[0].text
    assert "No tie is stated" in of_kind(annex.annex(empty), Text)[0].text


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
    assert sources.rows[0] == ("Wire", "2", "1", "5 Jul 2021", "6 Jul 2021")
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
    assert "Cooperation or conflict is told of 6 pairs. Too few of them form circles" in said


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
    assert by_day["5 Jul 2021"][0] == "1"
    assert sum(int(row[-1]) for row in drawn.numbers.rows) > 0


def test_a_straggler_does_not_squeeze_all_others_into_one_period() -> None:
    late = tuple(paper(n, f"2021-07-{1 + n:02d}") for n in range(30))
    section = change.change(material(crisis(), (*late, paper(99, "2015-01-01"))))
    told = " ".join(text.text for text in of_kind(section, Text))
    assert "Each day from 1 Jul 2021 to 30 Jul 2021." in told
    assert "1 document far from the others in time are left out." in told


def test_undated_documents_are_warned_of_where_time_is_told() -> None:
    papers = (paper(1, "2021-07-05"), paper(2, "2021-07-06"), *(paper(n, "") for n in range(3, 9)))
    section = change.change(material(crisis(), papers))
    assert "Only 2 of 8 documents have a date" in of_kind(section, Warn)[0].text


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
    assert {one.name for one in held[:2]} == {"Afghanistan", "Tajikistan"}
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


def test_a_level_of_influence_is_overridden_with_its_reason(study: Study) -> None:
    found = stakes(study, [BORDER], [Override(2, "Rahmon", "", "influence", 3, "by phone", "CSTO")])
    moving = found.influence
    names = ("Emomali Rahmon", "Collective Security Treaty Organization")
    place = tuple(moving.names.index(name) for name in names)
    assert (moving.direct[place], moving.computed[place]) == (3, 0)
    assert moving.reasons == {place: "by phone"}
    told = f"{names[0]} on {names[1]}: level 3 (computed: 0), because: by phone"
    section = scores(found)
    assert section is not None
    assert Text(told) in section.blocks
    with pytest.raises(CurationError, match=r"line 2: "):
        stakes(study, [BORDER], [Override(2, "Rahmon", "", "influence", 3, "y", "Nobody At All")])
