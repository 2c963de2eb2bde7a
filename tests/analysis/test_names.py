"""Names as analysts type them lead to the actors of a study, and decisions can be replayed."""

from __future__ import annotations

from pathlib import Path

import pytest

from actors import Study, build
from actors.analysis.finding import OwnNames, found_by
from actors.errors import Ambiguous, CurationError, NotFound, SettingsError
from actors.types import Actor

#: Forty-eight ways to name fifteen actors of the sample reports, by their own names.
WAYS = {
    "Russia": "Moscow|the Kremlin|Russian|Russian Federation|iso3166:RU|Россия",
    "United States": "U.S.|USA|the US|America|White House|Washington",
    "China": "Beijing|PRC|Chinese|Peking",
    "Tajikistan": "Dushanbe|Tajik|Tajiks|Q863|wikidata:Q863|TJK",
    "Afghanistan": "Kabul|Afghan|Afghans|the Afghan government",
    "Iran": "Tehran|Persia|Iranian",
    "Collective Security Treaty Organization": "CSTO|C.S.T.O.|Collective Security"
    "|Collective Security Treaty Organisation",
    "Shanghai Cooperation Organisation": "SCO|Shanghai Cooperation Organization",
    "Islamic State": "ISIS|Daesh",
    "Taliban": "the taliban|Taleban",
    "United Nations High Commissioner for Refugees": "UNHCR|UN Refugee Agency",
    "Zamir Kabulov": "Kabulov, Zamir|KABULOV ZAMIR|Mr Kabulov|Кабулов",
    "Emomali Rahmon": "President Rahmon|Emomalii Rahmon",
    "Sergei Lavrov": "Sergey Lavrov|Foreign Minister Lavrov",
    "Aga Khan Health Services": "AKHS|Aga Khan",
}


@pytest.mark.parametrize(
    ("own", "typed"), [(own, typed) for own, ways in WAYS.items() for typed in ways.split("|")]
)
def test_an_actor_of_the_sample_reports_is_found(study: Study, own: str, typed: str) -> None:
    assert study.find(typed).name == own


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        # Two of the four times that the reports write it, Moscow is where something happens.
        ("Moscow", "whose capital it is (read so in 2 of 4 mentions); the place itself is"),
        ("Kremlin", "whose seat it is (read so in 2 of 2 mentions)"),
        ("Dushanbe", "(read so in 0 of 4 mentions)"),
        ("Peking", "“Peking” stands for China, whose capital it is"),
    ],
)
def test_a_capital_or_seat_says_how_often_it_is_read_so(
    study: Study, typed: str, told: str
) -> None:
    with study.store() as store:
        how = found_by(store, typed).how
    assert told in how
    assert study.card(typed).how == how


def test_a_choice_says_where_each_is_mentioned(study: Study) -> None:
    with pytest.raises(Ambiguous, match=r"Sergei Shoigu \(person.* 6 mentions, as in .*08-joint"):
        study.find("Sergei")


def test_words_of_the_documents_lead_to_whom_they_mean(study: Study) -> None:
    assert study.find("Kremlin envoy").name == "Zamir Kabulov"


@pytest.mark.parametrize("ask", ["find", "card"])
def test_nobody_gets_a_suggestion(study: Study, ask: str) -> None:
    with pytest.raises(NotFound, match="did you mean 'Tajikistan'"):
        getattr(study, ask)("Tajikstan")


def test_two_names_of_one_actor_are_no_pair(study: Study) -> None:
    with pytest.raises(SettingsError, match="both names mean Russia"):
        study.timeline(between=("Moscow", "Kremlin"))


@pytest.mark.parametrize(
    ("verb", "about", "says", "written"),
    [
        ("merge", ["Kabulov, Zamir", "Lavrov"], {}, ["Zamir Kabulov", "Sergei Lavrov"]),
        ("rename", "C.S.T.O.", {"to": "the bloc"}, "Collective Security Treaty Organization"),
        ("ignore", "Moscow (place)", {}, "Moscow"),
        ("ignore", "troops", {}, "troops"),
        ("ignore", {"pattern": "^Tas"}, {}, {"pattern": "^Tas"}),
        ("add_actor", "Beijing", {"kind": "place"}, "Beijing"),
        (
            *("reject", {"source": "Kabul", "target": "taleban", "type": "accuse"}, {}),
            {"source": "Afghanistan", "target": "Taliban", "type": "accuse"},
        ),
    ],
)
def test_a_decision_is_written_in_own_names(
    study: Study, verb: str, about: object, says: dict[str, str], written: object
) -> None:
    with study.store() as store:
        assert OwnNames(store).decision(verb, about, says) == (written, says)


def test_keys_are_written_as_they_are(study: Study) -> None:
    lavrov = study.find("Lavrov")
    with study.store() as store:
        for key in (lavrov.key, lavrov.members[0]):
            assert OwnNames(store).decision("ignore", key, {})[0] == key


def test_two_names_that_are_joined_already_are_kept(study: Study) -> None:
    about = ["Zamir Kabulov", "Kabulov"]
    with study.store() as store:
        assert OwnNames(store).decision("merge", about, {})[0] == about
        with pytest.raises(CurationError, match="'Zamir' and 'Kabulov' are one actor already"):
            OwnNames(store).decision("merge", ["Zamir", "Kabulov"], {})


def test_a_decision_about_a_place_and_its_government_is_a_choice(study: Study) -> None:
    told = r"Moscow \(place.*\s+Russia \(country"
    with study.store() as store, pytest.raises(CurationError, match=told):
        OwnNames(store).decision("ignore", "Moscow", {})


def test_how_a_name_was_read_is_noted(study: Study) -> None:
    with study.store() as store:
        own = OwnNames(store)
        own.decision("retype", "Kabulof", {"kind": "group"})
    assert own.notes == ["“Kabulof” is read as another form of Zamir Kabulov"]


def called(study: Study, name: str) -> list[str]:
    """The keys of the actors of a name."""
    with study.store() as store:
        return [one.key for one in store.all(Actor) if one.name == name]


def test_an_actor_whose_name_another_has_is_written_by_its_key(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ali Karimi accused Iran. China praised Omid Rezai.", "utf-8")
    (tmp_path / "out").mkdir()
    by_hand = "- rename: Omid Rezai\n  to: Ali Karimi\n"
    (tmp_path / "out" / "curation.yaml").write_text(by_hand, "utf-8")
    built = build([tmp_path / "a.txt"], tmp_path / "out")
    both = called(built, "Ali Karimi")
    assert len(both) == 2
    with pytest.raises(CurationError, match="may be any of these"):
        built.decide("ignore", "Ali Karimi")
    built.decide("ignore", both[0])
    assert called(built, "Ali Karimi") == both[1:]
    with pytest.raises(CurationError, match="no actor is called 'Nobody'"):
        built.decide("ignore", "Nobody")
    with pytest.raises(CurationError, match="they are: “Iran”"):
        built.decide("split", "Tehran", off=["Isfahan"])
    assert built.rules()[-1].about == both[0]
