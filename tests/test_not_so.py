"""What is only planned, asked for, possible, denied or disputed counts as a fact nowhere.

A network with ties of each of these statuses is compared with the same network without them:
whatever counts facts gives the same of both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

from actors.export.flat import flatten
from actors.export.rows import ties
from actors.export.tables import relations
from actors.factuality import REALISED, status
from actors.measures import table
from actors.names import MEASURES
from actors.report import camps, picture, profiles
from actors.stakeholders import influence, salience
from actors.views import page, payload, perspectives
from tests.report.networks import material, told

HELD = ("Cadia assault - Dravia | Wire | 2021-07-05", "Dravia aid + Estia | Wire | 2021-07-06")
STATUSES = ("planned", "demanded", "possible", "conditional", "denied", "negated", "disputed")
if TYPE_CHECKING:
    Network = nx.MultiDiGraph[Any]


def _line(number: int, status_: str, tie: str) -> str:
    negated = "not " if status_ in ("denied", "negated") else ""
    modality = "" if status_ in ("negated", "disputed") else status_
    return f"Avaria{number} {negated}{tie} Bursia{number} | Wire | 2021-07-07 | {modality}"


@pytest.fixture(scope="module", params=["assault -", "aid +"])
def doubtful(request: pytest.FixtureRequest) -> Network:
    """The network with a tie of each status between actors of its own."""
    lines = [_line(number, one, request.param) for number, one in enumerate(STATUSES)]
    graph = told(*HELD, *lines)
    nx.set_node_attributes(graph, "", "subtype")
    for source, _, about in graph.edges(data=True):
        about["denials"] = int(source == f"Avaria{STATUSES.index('disputed')}")
    found = [status(about) for *_, about in graph.edges(data=True)]
    assert found == ["asserted", "asserted", *STATUSES]
    return graph


@pytest.fixture(scope="module")
def without(doubtful: Network) -> Network:
    """The same network without these ties."""
    graph = doubtful.copy()
    graph.remove_edges_from([edge for edge in doubtful.edges(keys=True) if "Avaria" in edge[0]])
    return graph


def test_no_measure_counts_it(doubtful: Network, without: Network) -> None:
    assert table(doubtful, MEASURES).equals(table(without, MEASURES))


def test_no_camp_no_profile_and_no_picture_of_the_report_counts_it(
    doubtful: Network, without: Network
) -> None:
    made, bare = material(doubtful), material(without)
    assert camps.camps(made) == camps.camps(bare)
    assert list(picture.picture(made)) == list(picture.picture(bare))
    named = {one.name for one in profiles.profiles(made).blocks if hasattr(one, "facts")}
    assert named == {"Cadia", "Dravia", "Estia"}


def test_no_score_of_stakeholders_counts_it(doubtful: Network, without: Network) -> None:
    among = sorted(doubtful)
    assert (influence.direct(doubtful, among) == influence.direct(without, among)).all()
    assert influence.acts(doubtful) == influence.acts(without)
    assert salience.legitimacy(doubtful, among) == salience.legitimacy(without, among)


def test_no_view_of_the_page_is_laid_out_by_it(doubtful: Network, without: Network) -> None:
    views, bare = (perspectives.parts(each, ()) for each in (doubtful, without))
    for name in ("support", "belonging"):
        assert sorted(views[name].edges) == sorted(bare[name].edges)


def test_the_page_draws_it_without_a_sign_and_tells_its_status(doubtful: Network) -> None:
    known = payload.network(doubtful)
    forms = [one for one in known["forms"] if one["status"] not in REALISED]
    assert sorted(one["status"] for one in forms) == sorted(STATUSES)
    assert {one["sign"] for one in forms} == {"0"}
    assert not {one["words"] for one in forms} & {"attacked", "helped"}
    assert {one["status"] for one in forms} <= set(page.DASHES)
    assert known["ties"]["so"] == [1, 1, *(0 for _ in STATUSES)]


def test_exports_leave_out_its_sign_and_tell_its_status(doubtful: Network) -> None:
    plain = [dict(about) for *_, about in flatten(doubtful).edges(data=True)]
    for rows in (ties(doubtful).rows, list(relations(doubtful)), plain):
        told_of = {row["status"]: row["sign"] for row in rows if row["status"] not in REALISED}
        assert sorted(told_of) == sorted(STATUSES)
        assert not {"+", "-", "positive", "negative"} & set(told_of.values())
