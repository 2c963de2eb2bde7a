"""An actor is found by whatever an analyst types; who is not found is told whom they may mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.errors import Ambiguous, NotFound
from actors.knowledge.own import Known
from actors.resolve.lookup import DocumentEvidence, Lookup, find
from actors.types import Actor, Key


def country(code: str, wikidata: str, name: str) -> Actor:
    return Actor(
        f"state-{code}", name, "country", identifiers=(("iso3166", code), ("wikidata", wikidata))
    )


def person(key: str, name: str, *aliases: str) -> Actor:
    return Actor(key, name, "person", aliases=aliases)


def body(key: str, name: str, *aliases: str, igo: str = "", subtype: str = "igo") -> Actor:
    pairs = (("igo", igo),) if igo else ()
    return Actor(key, name, "organisation", subtype, aliases, pairs)


RUSSIA = country("RU", "Q159", "Russia")
TAJIKISTAN = country("TJ", "Q863", "Tajikistan")
AMERICA = country("US", "Q30", "United States")
CHINA = country("CN", "Q148", "China")
KOREA = country("KP", "Q423", "North Korea")
IVORY_COAST = country("CI", "Q1008", "Ivory Coast")
CSTO = body("csto", "Collective Security Treaty Organization", igo="CSTO")
STATE = Actor(
    *("is", "Islamic State", "organisation", "armed_group"),
    identifiers=(("actors", "islamic-state"),),
)
ICELAND = country("IS", "Q189", "Iceland")
GAZPROM = body("gazprom", "Gazprom", subtype="company")
HEALTH = body("akhs", "Aga Khan Health Services", subtype="ngo")
KABULOV = person("kabulov", "Zamir Kabulov", "Kabulov")
RAHMON = person("rahmon", "Emomali Rahmon", "Rahmon")
LAVROV = person("lavrov", "Sergei Lavrov", "Lavrov")
SHOIGU = person("shoigu", "Sergei Shoigu", "Shoigu")
MUHRIDDIN = person("muhriddin", "Sirojiddin Muhriddin")
DOSTUM = person("dostum", "Abdul Rashid Dostum", "Dostum")
FATIMA = person("fatima", "Fátima Álvarez")
MOSCOW = Actor("moscow", "Moscow", "place")
KHOROG = Actor("khorog", "Khorog", "place")

EVERYBODY = [
    *(RUSSIA, TAJIKISTAN, AMERICA, CHINA, KOREA, IVORY_COAST, ICELAND),
    *(CSTO, STATE, GAZPROM, HEALTH),
    *(KABULOV, RAHMON, LAVROV, SHOIGU, MUHRIDDIN, DOSTUM, FATIMA, MOSCOW, KHOROG),
]

NAMES = {
    RUSSIA.key: "Russia|russia|RUSSIA|Russian|Russians|the Russians|Russian Federation|RUS|Moscow"
    "|the Kremlin|kremlin|Kremlin's|Russian government|government of Russia|Q159|q159"
    "|wikidata:Q159|wikidata Q159|iso3166:RU|https://www.wikidata.org/wiki/Q159|Россия",
    TAJIKISTAN.key: "Tajik|Tajiks|Tajikistani|Republic of Tajikistan|Dushanbe|TJK|TJ|Tadjikistan"
    "|Таджикистан",
    AMERICA.key: "U.S.|US|us|USA|U.S.A.|the U.S.|America|Americans|Washington|White House"
    "|the White House|Washington D.C.|Capitol Hill|United States of America",
    CHINA.key: "Beijing|Peking|PRC|P.R.C.|Chinese|Zhongnanhai|People's Republic of China",
    KOREA.key: "DPRK|Pyongyang|North Koreans|N. Korea",
    IVORY_COAST.key: "Côte d’Ivoire|Cote d'Ivoire|cote divoire|Ivorian|Abidjan",
    CSTO.key: "CSTO|csto|C.S.T.O.|the CSTO|Collective Security|Treaty Organization|igo:CSTO"
    "|Collective Security Treaty Organisation|Treaty Organization, Collective Security"
    "|Collective Security Treaty Organization (CSTO)|CSTO (ODKB)",
    STATE.key: "IS|ISIS|Daesh|Da'esh|ISIL/Daesh|Islamic State group|actors:islamic-state",
    ICELAND.key: "iso3166:IS|ISL|Reykjavik|Icelandic",
    GAZPROM.key: "Gazprom PJSC|OAO Gazprom|gazprom",
    HEALTH.key: "AKHS|Aga Khan|Health Services|the Aga Khan Health Services",
    KABULOV.key: "Kabulov|kabulov|Kabulov, Zamir|Kabulov Zamir|KABULOV ZAMIR|Zamir|Z. Kabulov"
    "|Mr Kabulov|Mr. Kabulov|Kabulov's|Ambassador Kabulov|Russian envoy Zamir Kabulov"
    "|Замир Кабулов|Кабулов",
    RAHMON.key: "Rahmon|President Rahmon|Tajik President Emomali Rahmon|Rahmon, E.|Emomali Rakhmon",
    LAVROV.key: "Lavrov|Sergey Lavrov|Foreign Minister Lavrov|S. Lavrov|Lavrov S.|Лавров"
    "|Sergei Viktorovich Lavrov",
    MUHRIDDIN.key: "Muhriddin|Sirojiddin|Mukhriddin",
    DOSTUM.key: "General Dostum|Rashid Dostum|Gen. Abdul Rashid Dostum|Dostum, Abdul Rashid",
    FATIMA.key: "Fatima Alvarez|alvarez|ÁLVAREZ|Ms Álvarez",
    KHOROG.key: "Khorog|khorog|Khorog (place)",
    MOSCOW.key: "Moscow (place)|moscow (Place)",
}


@pytest.mark.parametrize(
    ("key", "name"), [(key, name) for key, names in NAMES.items() for name in names.split("|")]
)
def test_an_actor_is_found_by(key: Key, name: str) -> None:
    assert find(EVERYBODY, name).key == key


@given(st.sampled_from(EVERYBODY), st.sampled_from([str.upper, str.lower, str.title]))
def test_case_articles_and_spaces_make_no_difference(
    actor: Actor, case: Callable[[str], str]
) -> None:
    typed = f"  the {case(actor.name)} "
    assert find([one for one in EVERYBODY if one is not MOSCOW or one is actor], typed) in (
        actor,
        RUSSIA,  # which Moscow stands for
    )


@given(st.text(max_size=12))
def test_whatever_is_typed_there_is_an_answer(text: str) -> None:
    with suppress(NotFound):
        assert find(EVERYBODY, text) in EVERYBODY


def test_an_exact_name_beats_an_alias_and_an_alias_beats_a_part() -> None:
    first = person("k1", "Ghani", "President of the day")
    second = person("k2", "Ashraf Ghani", "Ghani")
    third = person("k3", "Abdul Ghani Baradar", "Ashraf")
    assert find([third, second, first], "Ghani") == first
    assert find([third, second], "Ghani") == second
    assert find([third], "Ghani") == third
    assert find([third, second], "Ashraf") == third


def test_a_name_that_fits_several_lists_what_tells_them_apart() -> None:
    with pytest.raises(Ambiguous) as told:
        find(EVERYBODY, "Sergei")
    assert str(told.value) == (
        "'Sergei' may be any of these; give one in full, or its key:\n"
        "  Sergei Lavrov (person, also “Lavrov”, key lavrov)\n"
        "  Sergei Shoigu (person, also “Shoigu”, key shoigu)"
    )


def test_a_long_choice_is_cut() -> None:
    many = [person(f"k{number}", f"Ali {chr(65 + number)}li") for number in range(20)]
    with pytest.raises(Ambiguous, match="and 12 more"):
        find(many, "Ali")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Tajikstan", "'Tajikistan'"),
        ("Dushambe", r"'Dushanbe' \(Tajikistan\)"),
        ("Collective Securty Treaty", "'Collective Security Treaty Organization'"),
        ("Emmomali Rachmonov", "'Emomali Rahmon'"),
        ("FM Lavrov", "'Sergei Lavrov'"),
        ("Kremlin spokesman", r"'Kremlin' \(Russia\)"),
    ],
)
def test_a_name_near_others_gets_a_suggestion(typed: str, meant: str) -> None:
    with pytest.raises(NotFound, match=f"no actor is called '{typed}'; did you mean {meant}"):
        find(EVERYBODY, typed)


def test_a_name_near_no_other_gets_none() -> None:
    with pytest.raises(NotFound) as told:
        find(EVERYBODY, "Xylophone Quartet")
    assert str(told.value) == "no actor is called 'Xylophone Quartet'"


@pytest.mark.parametrize(
    ("typed", "who"), [("Holland", "Netherlands"), ("Burma", "Myanmar"), ("E.U.", "European Union")]
)
def test_who_is_known_but_not_in_the_study_is_told_by_name(typed: str, who: str) -> None:
    with pytest.raises(NotFound, match=f"{who} is not among the actors of this study"):
        find(EVERYBODY, typed)


def test_a_known_name_is_no_part_of_another() -> None:
    papua = country("PG", "Q691", "Papua New Guinea")
    with pytest.raises(NotFound, match="did you mean 'Papua New Guinea'"):
        find([papua], "Guinea")


def test_a_part_says_so() -> None:
    how = Lookup(EVERYBODY).look_up("Collective Security").how
    assert how.startswith("“Collective Security” is part of the name of Collective Security Treaty")
    assert Lookup(EVERYBODY).look_up("Kabulov").how == ""


def meant(name: str) -> Mapping[Key, int]:
    return {RUSSIA.key: 4, MOSCOW.key: 2} if name == "Moscow" else {}


def test_a_place_leads_to_its_government_and_says_how_often_it_is_read_so() -> None:
    found = Lookup(EVERYBODY, evidence=DocumentEvidence(meant=meant)).look_up("Moscow")
    assert found.actor == RUSSIA
    assert found.how == (
        "“Moscow” stands for Russia, whose capital it is (read so in 4 of 6 mentions); "
        "the place itself is “Moscow (place)”"
    )


def test_a_country_that_is_called_like_a_place_comes_first_and_says_so() -> None:
    state, place = country("GE", "Q230", "Georgia"), Actor("atlanta", "Georgia", "place")
    found = Lookup([place, state]).look_up("Georgia")
    assert (found.actor, found.how) == (state, "the place itself is “Georgia (place)”")


def test_actors_of_one_name_are_told_apart_by_where_they_are_mentioned() -> None:
    two = [body(key, "Congress", subtype="government") for key in ("k1", "k2")]
    described = {"k1": "4 mentions, as in may.txt", "k2": "1 mention, as in june.txt"}
    evidence = DocumentEvidence(described=lambda actor: described[actor.key])
    with pytest.raises(Ambiguous, match=r"Congress \(government, 4 mentions, as in may.txt, key"):
        Lookup(two, evidence=evidence).look_up("the congress")


def test_whether_an_actor_is_the_only_one_of_its_name() -> None:
    karimi, ali = person("k1", "Karimi"), person("k2", "Ali Karimi", "KARIMI")
    names = Lookup([karimi, ali, LAVROV])
    assert names.alone(karimi)
    assert not names.alone(karimi, aliases=True)
    assert not Lookup([karimi, person("k3", "Kárimi")]).alone(karimi)


def test_words_that_are_no_name_lead_to_whom_documents_mean_by_them() -> None:
    said = {"the Kremlin envoy": {KABULOV.key: 2}, "minister": {LAVROV.key: 1, SHOIGU.key: 3}}
    names = Lookup(EVERYBODY, evidence=DocumentEvidence(spoken_of=lambda name: said.get(name, {})))
    found = names.look_up("the Kremlin envoy")
    assert (found.actor, found.how) == (KABULOV, "“the Kremlin envoy” is said of Zamir Kabulov")
    with pytest.raises(Ambiguous, match=r"Lavrov .*\s+Sergei Shoigu"):
        names.look_up("minister")
    with pytest.raises(NotFound):
        names.look_up("the Kremlin envoy", sure=True)


def test_a_place_is_itself_where_its_government_is_no_actor() -> None:
    found = Lookup([MOSCOW, KABULOV]).look_up("Moscow")
    assert (found.actor, found.how) == (MOSCOW, "")


def test_for_a_decision_a_place_and_its_government_are_a_choice() -> None:
    with pytest.raises(Ambiguous, match=r"Moscow \(place, key moscow\)\s+Russia \(country"):
        Lookup(EVERYBODY).look_up("Moscow", sure=True)
    assert Lookup(EVERYBODY).look_up("Moscow (place)", sure=True).actor == MOSCOW
    assert Lookup([RUSSIA]).look_up("Moscow", sure=True).actor == RUSSIA


def test_a_surname_that_is_a_capital_is_a_choice() -> None:
    jack, britain = person("k1", "Jack London", "London"), country("GB", "Q145", "United Kingdom")
    with pytest.raises(Ambiguous, match=r"Jack London .*\s+United Kingdom"):
        find([jack, britain], "London")
    assert find([jack, britain], "London (person)") == jack
    assert find([jack], "London") == jack


def test_brussels_is_the_union_before_the_kingdom() -> None:
    union = Actor("eu", "European Union", "organisation", "igo", (), (("igo", "EU"),))
    belgium = country("BE", "Q31", "Belgium")
    assert find([belgium, union], "Brussels") == union
    assert find([belgium], "Brussels") == belgium


def test_names_of_the_users_list_count() -> None:
    relief = Actor("k1", "Pamir Relief", "organisation", identifiers=(("own", "pamir relief"),))
    known = [Known("Pamir Relief", "organisation", acronyms=("PRF",), aliases=("Roof Aid",))]
    assert find([relief], "Roof Aid", known) == find([relief], "P.R.F.", known) == relief
