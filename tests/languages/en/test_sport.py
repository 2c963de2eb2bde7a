"""In a report of sport, states and towns are their teams; elsewhere they stay what they are."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from actors.languages.en.drafts import Draft
from actors.languages.en.facts import look_up
from actors.languages.en.sport import _nicknames, _placed, _written, read_teams, sport_of
from tests.languages.en.reader import Reading, read
from tests.languages.en.test_names import BLANK

REPORT = (
    "Germany beat Poland 2-0 in a World Cup qualifier in Lisbon. The striker scored both goals "
    "before half-time, and the goalkeeper kept Poland out of the match. The coach praised them. "
)


def report(rest: str = "") -> Reading:
    return read(REPORT + rest)


@pytest.mark.parametrize(
    ("text", "sport"),
    [
        (REPORT, "football"),
        ("The batsman made 80 in his first innings before his team lost five wickets.", "cricket"),
        ("The semifinal of the cup and the match for third place are played today.", "sport"),
        ("She was seeded third, won 6-3 6-4 and reached the semifinal of the tennis cup.", ""),
        ("The minister met the goal of his cause in the league of small towns near the sea.", ""),
        ("The parliament of Germany passed the law on aid for Poland after a long debate.", ""),
        ("", ""),
    ],
)
def test_which_reports_are_of_team_sport(text: str, sport: str) -> None:
    assert sport_of(BLANK(text)) == sport


def test_a_state_that_plays_is_its_team_and_no_state() -> None:
    found = report()
    assert (found.who("Germany"), found.who("Poland")) == (
        "Germany (football)",
        "Poland (football)",
    )
    team = next(each for each in found.extract.entities if each.name == "Germany (football)")
    assert (team.kind, team.subtype, team.identifiers) == ("organisation", "team", ())
    assert "report of sport" in found.why("Germany")


def test_the_words_still_name_a_state() -> None:
    assert report().mention("Germany").kind == "country"


@pytest.mark.parametrize(
    ("rest", "name", "who"),
    [
        ("The next match is in Poland.", "Poland", "Poland"),
        ("The cup was held in Ukraine and Poland.", "Poland", "Poland"),
        ("He travelled to Poland at once.", "Poland", "Poland"),
        ("It was his first goal in the Netherlands.", "Netherlands", "Netherlands"),
        ("Ann Lee (Spain) was the referee.", "Spain", "Spain"),
        ("He has left Chile, Poland and Spain behind.", "Spain", "Spain (football)"),
        ("The club is based in Toledo, Spain, and won.", "Spain", "Spain"),
        ("All of Europe saw the match.", "Europe", "Europe"),
    ],
)
def test_where_something_is_is_a_place(rest: str, name: str, who: str) -> None:
    found = report(rest)
    last = sum(each.text == name for each in found.extract.mentions) - 1
    assert found.who(name, last) == who


def test_the_place_at_the_head_of_a_report_is_a_place() -> None:
    found = read("BERLIN, Sept 3 (Reuters) - " + REPORT)
    assert "football" not in found.who("BERLIN")


def test_a_team_keeps_apart_from_its_state_in_one_document() -> None:
    found = report("The game was watched in Germany by many.")
    assert [found.who("Germany", nth) for nth in (0, 1)] == ["Germany (football)", "Germany"]


def test_a_town_that_plays_is_an_organisation() -> None:
    found = report("Then Hamburg beat them, too, and Hamburg won the cup.")
    assert {found.who("Hamburg", nth) for nth in (0, 1)} == {"Hamburg (football)"}
    assert found.mention("Hamburg").kind == "organisation"


def test_in_a_schedule_of_games_both_are_teams() -> None:
    doc = BLANK("KANSAS CITY AT DETROIT")
    drafts = [Draft(doc, 0, 2, "place"), Draft(doc, 3, 4, "place")]
    assert [_placed(draft) for draft in drafts] == [False, False]


def test_the_league_is_no_team() -> None:
    found = report("Hamburg lost. The league and the team fined a player.")
    words = [each.text for each in found.extract.mentions if "football" in found.name(each.entity)]
    assert ("The league" in words, "the team" in words) == (False, True)


def test_a_headline_in_capitals_names_the_same_team() -> None:
    found = read("SOCCER - GERMANY BEAT POLAND.\n" + REPORT)
    assert found.who("Germany") == "Germany (football)"
    assert _written(Draft(BLANK("NEW YORK win"), 0, 2, "place")) == "New York"


def test_a_team_is_no_government() -> None:
    assert not any(each.metonymic for each in report().extract.mentions)


def test_elsewhere_a_state_is_a_state() -> None:
    assert read("Germany beat Poland to the deal.").who("Germany") == "Germany"


def test_nations_that_play_tennis_for_a_cup_are_teams() -> None:
    text = "TENNIS - Germany beat Poland in the Fed Cup tie. The team won the match, the top-seeded"
    assert read(f"{text} Poland lost its last match and the tournament.").who("Germany") == (
        "Germany (tennis)"
    )
    alone = "The top-seeded player won at Wimbledon in Germany for Poland, said the tennis coach."
    assert read(alone).who("Poland") == "Poland"


def test_a_team_of_juniors_is_a_team_of_its_own() -> None:
    found = read("SOCCER - GERMANY BEAT POLAND IN UNDER-21 MATCH.\n" + REPORT)
    assert found.who("Germany") == "Germany (under-21 football)"


def test_a_team_that_is_called_like_a_people_is_no_people() -> None:
    doc = BLANK("Cleveland Indians fans and Indians players")
    drafts = [
        Draft(doc, 0, 2, "organisation"),
        Draft(doc, 4, 5, "group", fact=look_up("Indians")),
    ]
    _nicknames(drafts)
    assert [draft.kind for draft in drafts] == ["organisation", "organisation"]


@pytest.mark.parametrize(
    ("rest", "name", "nth", "actor"),
    [
        (
            "For the finals in France, Portugal must win again.",
            "Portugal",
            0,
            "Portugal (football)",
        ),
        ("The finals are in France, Portugal and Spain.", "Portugal", 0, "Portugal"),
        ("Fans spoke of Portugal's first win.", "Portugal", 0, "Portugal (football)"),
        ("It was their last visit to Portugal.", "Portugal", 0, "Portugal"),
        ("Scotland: Andrew Harlow, Colin Alder.", "Scotland", 0, "Scotland (football)"),
    ],
)
def test_who_begins_a_clause_or_owns_something_plays(
    rest: str, name: str, nth: int, actor: str
) -> None:
    assert report(rest).who(name, nth) == actor


def test_northern_ireland_plays_for_itself() -> None:
    assert report("Northern Ireland lost.").who("Northern Ireland") == "Northern Ireland (football)"


def test_the_place_of_a_dateline_is_no_club() -> None:
    doc = BLANK(f"NICE, France 1996-08-30\n{REPORT}The club Nice won.")
    drafts = [
        Draft(doc, 0, 1, "organisation"),
        Draft(doc, len(doc) - 3, len(doc) - 2, "organisation"),
    ]
    read_teams(doc, drafts)
    assert [(one.text, one.kind) for one in drafts] == [("NICE", "place"), ("Nice", "organisation")]


@pytest.mark.parametrize(
    ("rest", "name", "who"),
    [
        ("Draw:\nSpain at Belgium\nFrance at Japan\n", "Belgium", "Belgium (football)"),
        (
            "Spain travels to Belgium, and Poland heads to the Netherlands.",
            "Belgium",
            "Belgium (football)",
        ),
        ("Spain meet Belgium at Lisbon.", "Lisbon", "Lisbon"),
        ("Spain travels to Lisbon on Monday.", "Lisbon", "Lisbon"),
    ],
)
def test_whom_a_team_visits_is_a_team(rest: str, name: str, who: str) -> None:
    found = report(rest)
    last = sum(each.text == name for each in found.extract.mentions) - 1
    assert found.who(name, last) == who


@pytest.mark.parametrize(
    ("rest", "nth", "who"),
    [
        ("The U.S. captain praised Poland.", 0, "United States"),
        ("The U.S. beat Poland.", 0, "United States (football)"),
        ("The U.S. women beat Poland.", 0, "United States"),
    ],
)
def test_the_short_form_of_a_state_before_a_noun_is_its_adjective(
    rest: str, nth: int, who: str
) -> None:
    assert report(rest).who("U.S.", nth) == who


BASKETBALL = (
    "Results of the basketball tournament:\nBlue Comet (Kenya) beat Ostrand (Norway) 92-90 "
    "(halftime 47-47)\nThird place: Varna Lions 75 Miners 70\nThe Basketball Union paid."
)


def test_a_club_of_another_sport_than_football_is_not_the_football_club() -> None:
    doc = BLANK(BASKETBALL)
    names = ("Blue Comet", "Varna Lions", "Miners", "Basketball Union")
    drafts = [named(doc, name) for name in names]
    read_teams(doc, drafts)
    assert [one.fact.name if one.fact else one.text for one in drafts] == [
        "Blue Comet (basketball)",
        "Varna Lions (basketball)",
        "Miners (basketball)",
        "Basketball Union",
    ]


def test_a_club_of_football_keeps_its_name() -> None:
    doc = BLANK(BASKETBALL.replace("asketball", "ootball") + " The goalkeeper and striker played.")
    drafts = [named(doc, "Blue Comet")]
    read_teams(doc, drafts)
    assert drafts[0].fact is None


def named(doc: Doc, name: str) -> Draft:
    start = doc.text.index(name)
    span = doc.char_span(start, start + len(name))
    assert span is not None
    return Draft(doc, span.start, span.end, "organisation")
