"""Power, interest, legitimacy and urgency, and the classes they make."""

from __future__ import annotations

import pytest

from actors.stakeholders import assess
from actors.stakeholders.power_interest import interest, power, quadrant
from actors.stakeholders.salience import legitimacy, salience, standing, urgency
from actors.stakeholders.scores import Score, computed, percentiles
from tests.stakeholders.networks import graph, passage, said, tie

HIGH, LOW = computed(0.5, "at the median"), computed(0.49, "below")


@pytest.mark.parametrize(
    ("power_of", "legitimacy_of", "urgency_of", "name"),
    [  # figure 2 of Mitchell, Agle & Wood (1997), and who has none of the three
        (HIGH, LOW, LOW, "dormant"),
        (LOW, HIGH, LOW, "discretionary"),
        (LOW, LOW, HIGH, "demanding"),
        (HIGH, HIGH, LOW, "dominant"),
        (HIGH, LOW, HIGH, "dangerous"),
        (LOW, HIGH, HIGH, "dependent"),
        (HIGH, HIGH, HIGH, "definitive"),
        (LOW, LOW, LOW, "non-stakeholder"),
    ],
)
def test_the_eight_classes(
    power_of: Score, legitimacy_of: Score, urgency_of: Score, name: str
) -> None:
    assert salience(power_of, legitimacy_of, urgency_of) == name


def test_the_four_corners_of_the_grid() -> None:
    assert quadrant(HIGH, HIGH) == "player"
    assert quadrant(HIGH, LOW) == "context setter"
    assert quadrant(LOW, HIGH) == "subject"
    assert quadrant(LOW, LOW) == "crowd"


def test_ranks_share_the_middle_of_a_tie_and_one_alone_is_in_the_middle() -> None:
    assert percentiles({"a": 9, "b": 4, "c": 4, "d": 1}, "abcd") == {
        "a": 1.0,
        "b": 0.5,
        "c": 0.5,
        "d": 0.0,
    }
    assert percentiles({}, ["a"]) == {"a": 0.5}
    assert percentiles({"a": 0.1 + 0.2, "b": 0.3}, "ab") == {"a": 0.5, "b": 0.5}


def test_power_is_the_mean_rank_of_the_measures_given() -> None:
    measures = {"strength": {"a": 5.0, "b": 1.0}, "betweenness": {"a": 0.0, "b": 0.2}}
    found = power(measures, ["a", "b"])
    assert (found["a"].value, found["b"].value) == (0.5, 0.5)
    assert found["a"].why == "strength 5 (rank 1.00); betweenness 0 (rank 0.00)"


def test_interest_is_the_rank_of_attention() -> None:
    found = interest({"a": 0.5, "b": 3.0, "c": 3.0}, ["a", "b", "c"])
    assert {actor: score.value for actor, score in found.items()} == {"a": 0, "b": 0.75, "c": 0.75}


def test_legitimacy_is_the_mean_of_standing_and_recognition() -> None:
    net = graph()
    tie(net, "un", "tal", "consult", "+", 1, directed=False)
    tie(net, "af", "tal", "accuse", "-", 2, 3)
    tie(net, "tj", "tal", "assault", "-", 4, negated=True)  # not stated to have happened
    found = legitimacy(net, ["tj", "tal", "un"])
    assert found["tj"].value == pytest.approx((1 + 1 / 2) / 2)  # nobody said anything
    assert found["tal"].value == pytest.approx((0 + 2 / 5) / 2)  # 1 for, 2 against
    assert found["un"].value == pytest.approx((1 + 2 / 3) / 2)  # the talks hold both ways
    assert "1 sentences of cooperation and 2 of conflict" in found["tal"].why


def test_people_have_the_standing_of_the_highest_body_they_serve() -> None:
    net = graph()
    tie(net, "rahmon", "tal", "member_of", "0", 1)
    tie(net, "rahmon", "tj", "leads", "0", 2)
    tie(net, "poet", "tj", "leads", "0", 3, negated=True)
    assert standing(net, "rahmon") == (1.0, "office: Tajikistan")
    assert standing(net, "poet") == (0.5, "no office known")


def test_urgency_counts_demands_threats_and_urgent_words_near_the_issue() -> None:
    net = graph()
    tie(net, "tj", "un", "request", "0", 10)
    tie(net, "tal", "af", "threaten", "-", said(20, modality="denied"))
    tie(net, "af", "un", "support", "+", said(30, modality="demanded"))
    tie(net, "tal", "af", "assault", "-", 99)  # elsewhere
    near = [
        passage(10, "tj", "un"),
        passage(20, "tal", "af"),
        passage(30, "af", "un", distance=1),
        passage(40, "tj", text="Rahmon called for immediate help."),
    ]
    found = urgency(net, near, ["tj", "tal", "af", "un"])
    # pressing sentences: tj 2, af 1, un 0, tal 0
    values = {actor: round(score.value, 3) for actor, score in found.items()}
    assert values == {"tj": 1.0, "af": 0.667, "tal": 0.0, "un": 0.0}


def test_urgent_words_are_those_of_every_language_that_is_read() -> None:
    net = graph()
    near = [
        passage(10, "tj", text="Душанбе немедленно попросил о помощи."),
        passage(20, "af", text="Kaboul demande une aide sans délai."),
        passage(30, "un", text="Душанбе попросил о помощи."),
    ]
    found = urgency(net, near, ["tj", "af", "un"])
    assert [found[one].value > 0 for one in ("tj", "af", "un")] == [True, True, False]


def test_the_whole_assessment_of_an_issue() -> None:
    net = graph()
    tie(net, "tj", "un", "request", "0", 10)
    tie(net, "un", "tj", "aid", "+", 20)
    near = [passage(20, "tj", "un"), passage(10, "tj", "un", "gone", distance=1)]
    first, second = assess(net, {"strength": {"tj": 4.0, "un": 2.0}}, near)
    assert (first.name, second.name) == ("Tajikistan", "United Nations")
    assert first.power.value == 0.75  # strength 1, acts a tie
    assert first.attention == 1.5
    assert [one.start for one in first.evidence] == [20, 10]  # about the issue first
    assert (second.stance, second.statements) == (1.0, (1, 0))
    assert first.stance is None
    assert (first.quadrant, first.salience) == ("player", "definitive")
    assert assess(net, {}, []) == []
