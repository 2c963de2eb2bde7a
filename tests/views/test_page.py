"""The file: one page with everything in it, built from what pyvis was given."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors.views import assets, drawing, layout, page
from tests.views.networks import crisis
from tests.views.test_columns import unpacked


def drawn(graph: nx.MultiDiGraph[Any]) -> Any:
    return drawing.draw(graph, layout.positions(graph), page.strength(graph))


def data_of(text: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert found
    parsed: dict[str, Any] = json.loads(found[1])
    return parsed


def test_nothing_is_fetched_and_nothing_else_may_run() -> None:
    text = page.html(crisis())
    head = text[: text.index('<script type="application/json"')]
    assert not re.search(r"<(link|img|iframe|script)\b|@import|url\(", head)
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert "default-src 'none'" in policy[1]
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy[1]
    assert len(scripts) == 2
    assert "unsafe-eval" not in policy[1]


def test_the_drawing_library_is_the_one_that_pyvis_carries() -> None:
    assert "vis-network" in assets.drawing_library()[:200]
    assert "</script" not in assets.drawing_library().lower()
    assert "</script" not in assets.own_script().lower()


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40))
def test_any_title_is_text(title: str) -> None:
    text = page.html(nx.MultiDiGraph(), title=title)
    own = text.replace(assets.drawing_library(), "")
    assert own.count("<script") == 4
    assert text.count("</title>") == 1


def test_the_page_of_a_network_is_the_same_every_time(tmp_path: Path) -> None:
    page.write(crisis(), tmp_path / "one.html")
    page.write(crisis(), tmp_path / "two.html")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_size_by_a_measure_by_values_or_by_strength() -> None:
    graph = crisis()
    measure = {"tj": 9.0, "ru": 1.0}
    assert data_of(page.html(graph, measures={"m": measure}, size_by="m"))["sizeBy"] == "m"
    sizes = data_of(page.html(graph, size_by=measure))["measures"]["size"]
    assert unpacked(sizes)[:3] == [9.0, None, 1.0]
    unknown = data_of(page.html(graph, measures={"m": measure}, size_by="not there"))
    assert unknown["sizeBy"] == "strength"
    given = data_of(page.html(graph, measures={"strength": measure}))
    assert unpacked(given["measures"]["strength"])[0] == 9.0


def test_strength_is_the_sum_of_weights_in_and_out() -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_edge("a", "b", weight=2.0)
    graph.add_edge("b", "a", weight=3.0)
    graph.add_edge("b", "c", weight=4.0)
    assert page.strength(graph) == {"a": 5.0, "b": 9.0, "c": 4.0}


def test_a_notebook_gets_the_page_in_a_sandbox() -> None:
    shown = page.frame('<p title="&">', 300)
    assert 'srcdoc="&lt;p title=&quot;&amp;&quot;&gt;"' in shown
    assert "allow-same-origin" not in shown
    assert "height:300px" in shown


def test_pyvis_holds_every_actor_and_every_tie_without_titles() -> None:
    net = drawn(crisis())
    assert (net.num_nodes(), net.num_edges()) == (31, crisis().number_of_edges())
    assert all("title" not in item for item in (*net.nodes, *net.edges))
    assert net.options["physics"] == {"enabled": False}


def test_kinds_have_their_colour_and_shape_and_an_unknown_one_is_other() -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for kind in ("country", "person", "<b>"):
        graph.add_node(kind, kind=kind)
    looks = [(node["shape"], node["color"]) for node in drawn(graph).nodes]
    assert looks == [("dot", "#0072b2"), ("triangle", "#56b4e9"), ("hexagon", "#b3a89a")]


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ({"layer": "background", "sign": "0"}, {"dashes": [12, 3]}),
        ({"layer": "cooccurrence", "weight": 1.0}, {"width": 1.19}),  # 0.7 of the usual
        ({"layer": "stated", "sign": "+"}, {"color": {"color": "#009e73"}}),
        ({"layer": "stated", "sign": "-"}, {"color": {"color": "#d55e00"}}),
        ({"layer": "stated", "negated": True}, {"dashes": [2, 4]}),
        ({"directed": True}, {"arrows": {"to": {"enabled": True, "scaleFactor": 0.45}}}),
        ({"weight": 1.0}, {"width": 1.7}),  # 0.8 + 0.9 log2(2)
        ({"weight": 3.0}, {"width": 2.6}),  # 0.8 + 0.9 log2(4)
        ({"weight": 1e9}, {"width": 6.0}),
    ],
)
def test_ties_show_layer_sign_direction_and_strength(
    about: dict[str, Any], expected: dict[str, Any]
) -> None:
    (edge,) = drawn(nx.MultiDiGraph([("a", "b", about)])).edges
    assert expected.items() <= edge.items()


def test_a_plain_tie_has_neither_dashes_nor_arrows() -> None:
    (edge,) = drawn(nx.MultiDiGraph([("a", "b", {"layer": "stated"})])).edges
    assert not {"dashes", "arrows", "smooth"} & set(edge)


def test_parallel_ties_are_all_drawn_apart() -> None:
    """Seen from one end: straight, then to one side and the other, ever further."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_edge("a", "b", layer="cooccurrence")
    for source, target in (("a", "b"), ("b", "a"), ("a", "b")):
        graph.add_edge(source, target, layer="stated")
    bends = []
    for edge in sorted(drawn(graph).edges, key=lambda edge: edge["id"]):
        smooth = edge.get("smooth", {"roundness": 0.0, "type": "curvedCW"})
        side = 1 if (smooth["type"] == "curvedCW") == (edge["from"] == 0) else -1
        bends.append(round(side * smooth["roundness"], 2))
    assert bends == [0.26, 0.0, 0.13, -0.13]  # the first stated tie is the straight one


def test_co_occurrences_lie_below_stated_ties() -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_edge("a", "b", layer="stated")
    graph.add_edge("a", "c", layer="cooccurrence")
    assert [edge["id"] for edge in drawn(graph).edges] == [1, 0]


def test_radii_of_equal_and_of_missing_values() -> None:
    assert drawing.radius({"a": 2.0, "b": 2.0}) == {"a": 19.0, "b": 19.0}
    assert drawing.radius({"a": float("nan"), "b": 2.0}) == {"b": 19.0}
    assert drawing.radius({}) == {}
