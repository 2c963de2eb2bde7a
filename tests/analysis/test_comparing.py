"""Intervals, time and comparisons of a study, on a corpus made for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import networkx as nx
import pandas as pd
import pytest

from actors import Study
from actors.analysis import bootstrap as uncertain
from actors.analysis.bootstrap import REPORTED, Sample, existence, for_report, sample
from actors.analysis.compare import Comparison, compare
from actors.analysis.contradictions import contradictions
from actors.analysis.periods import parse_period, study_periods, told
from actors.analysis.sides import same_actors
from actors.analysis.timeline import courses, dyad, measures_over_time
from actors.analysis.whole import whole
from actors.errors import NotFound, SettingsError
from actors.network.slices import Period, lives
from actors.store import Store, open_store
from actors.store.holdings import stories_told
from actors.store.queries import outlets
from actors.types import Document
from tests.network.corpora import everybody, says
from tests.store.records import READING, extract


def made(early: str = "Daily", late: str = "Weekly") -> Study:
    """Twenty days: Anna and Ben are told of together, then Anna and Cara, who makes war on her."""
    documents, extracts = [], []
    for day in range(1, 21):
        first = day <= 10
        name, source = f"{day:02}.txt", early if first else late
        of = Document(name, "Names are.", "Title", source, None, date(2021, 7, day))
        other = "b" if first else "c"
        sign = {"type": "cooperate", "sign": "+"} if day in (2, 12) else {}
        told = (says(of, 0, 0, 1, **sign),) if day in (2, 12, 13) else ()
        documents.append(of)
        extracts.append(extract(of, [("a", 0), (other, 0)], told))
    store = open_store(":memory:")
    store.add(documents)
    store.add_extracts(extracts, READING)
    store.replace_resolution([], everybody(extracts))
    return Study(None, store)


@pytest.fixture
def corpus() -> Study:
    return made()


def records(corpus: Study) -> Store:
    """The records of a study in memory, which stay open."""
    with corpus.store() as store:
        return store


def periods(corpus: Study, *given: object) -> list[Period]:
    return study_periods(records(corpus), *given)  # type: ignore[arg-type]


FIRST, SECOND = parse_period("..2021-07-10"), parse_period("2021-07-11..2021-07-31")


def halves(corpus: Study, **settings: object) -> Comparison:
    return compare(*corpus.sides(periods=[FIRST, SECOND]), permutations=999, **settings)  # type: ignore[arg-type]


def test_measures_with_intervals_are_those_without(corpus: Study) -> None:
    told: list[tuple[str, int, int | None]] = []
    names = ["strength", "betweenness", "in_strength", "pagerank"]
    found = corpus.uncertainty(names, replicates=50, progress=lambda *at: told.append(at))
    plain = corpus.measures(names=names)
    for name in names:
        assert found[name].to_dict() == pytest.approx(plain[name].to_dict())
    assert list(found["name"]) == ["A", "B", "C"]
    anna = found.loc["a"]
    assert (anna["strength"], anna["strength_low"], anna["strength_high"]) == (20, 20, 20)
    assert (anna["strength_rank"], anna["strength_stories"]) == (1, 20)
    assert found.loc["b", "strength_low"] < 10 < found.loc["b", "strength_high"]
    assert told[-1] == ("draw", 50, 50)
    assert "only 20 stories" in found.attrs["warnings"][0]


def test_measures_of_support_have_intervals_too(corpus: Study) -> None:
    found = corpus.uncertainty(["net_support", "pn"], replicates=50)
    plain = corpus.measures(names=["net_support", "pn"])
    for name in ("net_support", "pn"):
        assert found[name].to_dict() == pytest.approx(plain[name].to_dict())
        assert (found[f"{name}_low"] <= found[name]).all()
        assert (found[f"{name}_high"] >= found[name]).all()
    nobody = corpus.uncertainty(["pn"], layer="background", replicates=40)
    assert set(nobody["pn_high"]) == {1.0}


def again(part: Sample) -> Sample:
    """The same ties, of which nothing has been drawn."""
    return replace(part, drawn=None)


def test_a_report_draws_betweenness_as_often_as_it_can_afford(
    corpus: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = sample(
        whole(records(corpus), (), "cooccurrence"), REPORTED, stories_told(records(corpus))
    )
    found = for_report(part, replicates=50)
    assert found.attrs["draws"] == {"strength": 50, "betweenness": 50}
    assert "only 20 stories" in found.attrs["warnings"][0]
    plain = corpus.uncertainty(["strength", "betweenness"], replicates=50)
    for name in ("strength_low", "betweenness_rank_high"):
        assert found[name].to_dict() == plain[name].to_dict()
    monkeypatch.setattr(uncertain, "AFFORDABLE", 6 * 45)  # three actors times two ties
    assert for_report(again(part), replicates=50).attrs["draws"]["betweenness"] == 45
    monkeypatch.setattr(uncertain, "AFFORDABLE", 6 * 39)
    few = for_report(again(part), replicates=50)
    assert few.attrs["draws"] == {"strength": 50}
    assert "betweenness_low" not in few


def test_a_first_answer_comes_early_and_the_last_is_the_same_as_without(corpus: Study) -> None:
    early: list[pd.DataFrame] = []
    found = corpus.uncertainty(["strength"], replicates=100, first=early.append)
    [first] = early
    assert (first.attrs["replicates"], found.attrs["replicates"]) == (60, 100)
    assert found.equals(corpus.uncertainty(["strength"], replicates=100))
    assert first.equals(corpus.uncertainty(["strength"], replicates=60))
    assert 0 < found.attrs["errors"]["strength"] < 0.2


def test_existence_of_what_is_stated(corpus: Study) -> None:
    assert existence(whole(records(corpus), (), "stated")) == {("a", "b"): 1.0, ("a", "c"): 1.0}


def test_two_periods_by_hand(corpus: Study) -> None:
    found = halves(corpus)
    assert found.stories == (10, 10)
    ben, cara = (next(a for a in found.actors if a.key == key) for key in "bc")
    # Ben in each of the first ten stories, in none of the others: (10.5 / 10) / (0.5 / 10) = 21.
    assert (ben.ratio.first, ben.ratio.second) == (10, 0)
    assert ben.ratio.effect == pytest.approx(3.0445, abs=1e-4)
    assert cara.ratio.effect == pytest.approx(-ben.ratio.effect)
    # Of 184,756 ways to deal out the stories, two are as unequal: hardly one of 999 deals.
    assert ben.ratio.p <= 2 / 1000
    assert ben.ratio.q == pytest.approx(3 / 2 * ben.ratio.p)
    anna = next(actor for actor in found.actors if actor.key == "a")
    assert (anna.ratio.effect, anna.ratio.p) == (0, 1)
    assert [(tie.source, tie.target) for tie in found.ties] == [("A", "B"), ("A", "C")]
    assert found.warnings == ()


def test_the_seed_decides(corpus: Study) -> None:
    assert halves(corpus, seed=1) == halves(corpus, seed=1)


def test_stated_ties_are_compared_by_type(corpus: Study) -> None:
    told: list[tuple[str, int, int | None]] = []
    found = halves(corpus, layer="stated", progress=lambda *at: told.append(at))
    kinds = {(tie.target, tie.type, tie.sign, tie.directed) for tie in found.ties}
    assert kinds == {
        ("B", "cooperate", "+", False),
        ("C", "cooperate", "+", False),
        ("C", "accuse", "-", True),
    }
    assert told[-1] == ("shuffle", 1998, 1998)


def test_contradictory_reports_stand_side_by_side(corpus: Study) -> None:
    (pair,) = halves(corpus).contradictions
    assert (pair.one, pair.other) == ("A", "C")
    (good,), (bad,) = pair.cooperative, pair.hostile
    assert (good.type, good.date, good.source, good.name) == (
        "cooperate",
        "2021-07-12",
        "Weekly",
        "12.txt",
    )
    assert (bad.type, bad.side, bad.text) == ("accuse", "2021-07-11..2021-07-31", "Names are.")


def test_no_contradiction_without_both_signs(corpus: Study) -> None:
    assert contradictions(corpus.sides(periods=[FIRST, SECOND])[0]) == []


def test_two_sources_and_one_that_is_unknown(corpus: Study) -> None:
    found = compare(*corpus.sides(sources=["Daily", "Weekly"]), permutations=99)
    assert (found.first, found.second, found.stories) == ("Daily", "Weekly", (10, 10))
    assert outlets(records(corpus)) == ["Daily", "Weekly"]
    with pytest.raises(NotFound, match="Daily, Weekly"):
        corpus.sides(sources=["Daily", "Monthly"])


def test_two_studies_that_are_the_same_do_not_differ(corpus: Study) -> None:
    found = compare(*corpus.sides(made()), permutations=99)
    assert found.first != found.second
    assert {actor.ratio.p for actor in found.actors} == {1.0}
    assert {actor.ratio.effect for actor in found.actors} == {0.0}


def test_an_empty_side_cannot_be_compared(corpus: Study) -> None:
    with pytest.raises(SettingsError):
        compare(*corpus.sides(periods=[FIRST, "2030-01-01.."]))


def test_few_stories_are_told_apart_from_no_difference(corpus: Study) -> None:
    two = compare(*corpus.sides(periods=["2021-07-01..2021-07-02", SECOND]))
    assert "p cannot fall below" not in "".join(two.warnings)
    one = compare(*corpus.sides(periods=["2021-07-01..2021-07-01", SECOND]))
    assert "p cannot fall below 0.091" in one.warnings[0]


def test_actors_are_matched_by_identifier_then_by_name() -> None:
    one, other = nx.MultiDiGraph(), nx.MultiDiGraph()
    one.add_node("1", name="Iran", kind="country", identifiers=(("iso3166", "IR"),))
    one.add_node("2", name="Ann", kind="person", identifiers=())
    one.add_node("3", name="Same", kind="person", identifiers=())
    other.add_node("x", name="IRI", kind="country", identifiers=(("iso3166", "IR"),))
    other.add_node("y", name="ann", kind="person", identifiers=())
    other.add_node("z", name="Ann", kind="country", identifiers=())
    other.add_node("3", name="Other", kind="person", identifiers=())
    other.add_node("w", name="Ann", kind="person", identifiers=())
    assert same_actors(one, other) == {"3": "3", "x": "1", "y": "2"}


@pytest.mark.parametrize("text", ["", "..", "2021-07-01", "July..August", "2021-07-02..2021-07-01"])
def test_periods_that_cannot_be_read(text: str) -> None:
    with pytest.raises(SettingsError, match=r"2021-07-01\.\.2021-07-10"):
        parse_period(text)


def test_measures_over_time(corpus: Study) -> None:
    graph = whole(records(corpus), (), "cooccurrence")
    found = measures_over_time(graph, ["strength"], periods(corpus))
    # Weeks from Monday; the 1st of July 2021 is a Thursday.
    assert found["strength"].loc["2021-06-28"].to_dict() == {"a": 4, "b": 4}
    assert found["strength"].loc["2021-07-05"].to_dict() == {"a": 7, "b": 6, "c": 1}
    assert len(periods(corpus, 5, 5)) == 4


def test_a_dyad_in_time(corpus: Study) -> None:
    pair, days = [corpus.find("A"), corpus.find("C")], periods(corpus, "day")
    exposure = told(records(corpus), days)
    found = dyad(whole(records(corpus), (), "stated"), pair, days, exposure)
    assert [(event.day, event.sign) for event in found.events] == [
        ("2021-07-12", "+"),
        ("2021-07-13", "-"),
    ]
    assert found.changes == {"+": (), "-": (), "0": ()}
    met = dyad(whole(records(corpus), (), "cooccurrence"), pair, days, exposure)
    (change,) = met.changes["0"]
    assert (change.at, change.before, change.after) == (10, 0, 1)


def test_the_course_of_actors_and_where_it_changes(corpus: Study) -> None:
    days, graph = periods(corpus, None), whole(records(corpus), (), "cooccurrence")
    exposure = told(records(corpus), days)
    assert len(days) == 20  # the shortest that gives 31 at most
    anna, ben = courses(graph, days, exposure, ["a", "b"])
    assert (anna.name, anna.stories, anna.changes) == ("A", (1,) * 20, ())
    assert ben.stories == (1,) * 10 + (0,) * 10
    [change] = ben.changes
    assert (change.at, change.before, change.after) == (10, 1, 0)
    assert [each.key for each in courses(graph, days, exposure)] == ["a", "b", "c"]
    assert told(records(corpus), periods(corpus, "month")) == [20]


def test_births_and_deaths_of_ties(corpus: Study) -> None:
    graph = whole(records(corpus), (), "cooccurrence")
    told = {life.pair: life for life in lives(graph, periods(corpus))}
    assert str(told["a", "c"].born) == "2021-07-05..2021-07-11"
    assert str(told["a", "b"].died) == "2021-07-12..2021-07-18"


def test_a_study_without_dates_is_not_put_in_time() -> None:
    store = open_store(":memory:")
    store.add([Document("1.txt", "Text.")])
    with pytest.raises(NotFound, match="no document"):
        study_periods(store)
