"""What the Russian pack reads, sentence by sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("slovnet")

from actors.errors import SettingsError
from actors.extract import explain
from actors.languages.ru.dates import date_in
from actors.languages.ru.lemmas import is_surname, lemma, nominative
from actors.languages.ru.reader import read
from actors.ontology import read_own
from actors.types import Document, Extract, Relation, Settings


def extract(text: str, **chosen: str) -> Extract:
    [found] = read([Document("note", text)], Settings(**chosen))  # type: ignore[arg-type]
    return found


def entities(text: str) -> dict[str, str]:
    """The names of whom a text means, each with its kind."""
    return {one.name: one.kind for one in extract(text).entities}


def stated(text: str) -> set[tuple[str, str, str]]:
    """The relations of a text by the names of whom they are between."""
    found = extract(text)
    return {named(found, one) for one in found.relations}


def named(found: Extract, one: Relation) -> tuple[str, str, str]:
    whose = {mention.id: mention.entity for mention in found.mentions}
    names = {entity.id: entity.name for entity in found.entities}
    return names[whose[one.source]], one.type, names[whose[one.target]]


def only(text: str, type: str) -> Relation:
    [one] = [each for each in extract(text).relations if each.type == type]
    return one


@pytest.mark.parametrize(
    ("word", "gender", "case", "base"),
    [
        ("Кабуловым", "masc", "Ins", "Кабулов"),
        ("Пичугиной", "femn", "Gen", "Пичугина"),
        ("Шойгу", "masc", "Dat", "Шойгу"),
        ("Чобану", "masc", "Nom", "Чобану"),
        ("Салоненом", "masc", "Ins", "Салонен"),
        ("Тихого", "masc", "Acc", "Тихий"),
    ],
)
def test_a_name_is_put_into_the_nominative(word: str, gender: str, case: str, base: str) -> None:
    assert nominative(word, gender, "Surn", case) == base


def test_a_noun_without_a_gender_has_a_base_form() -> None:
    assert lemma("деньги", "NOUN", "Acc", "") == "деньга"
    assert lemma("премьеры", "NOUN", "Nom", "Masc") == "премьер"


def test_a_surname_is_no_ordinary_word() -> None:
    assert is_surname("Лавров")
    assert not is_surname("Совет")


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВ -", max_size=12))
@settings(max_examples=50, deadline=None)
def test_any_word_has_a_nominative(word: str) -> None:
    assert isinstance(nominative(word, "masc", "Surn"), str)


def test_names_in_all_cases_are_one_actor() -> None:
    text = (
        "Замир Кабулов вылетел в Кабул. С Замиром Кабуловым встретились журналисты. "
        "Кабулову задали вопросы о России, российских войсках и россиянах."
    )
    found = extract(text)
    assert {one.name for one in found.entities if one.kind == "person"} == {"Замир Кабулов"}
    assert len([one for one in found.mentions if one.kind == "person"]) == 3
    russia = next(one for one in found.entities if one.name == "Россия")
    assert russia.identifiers == (("iso3166", "RU"), ("wikidata", "Q159"))
    assert len([one for one in found.mentions if one.entity == russia.id]) == 3


def test_an_acronym_and_its_full_name_are_one_body() -> None:
    text = (
        "Организация Договора о коллективной безопасности (ОДКБ) помогает. В ОДКБ входит Армения."
    )
    bodies = [one for one in extract(text).entities if one.kind == "organisation"]
    assert [dict(one.identifiers)["igo"] for one in bodies] == ["CSTO"]


def test_a_man_and_a_woman_of_one_surname_are_two() -> None:
    text = "Рамон Сальседо и Марта Сальседо прибыли в Минск."
    people = {name for name, kind in entities(text).items() if kind == "person"}
    assert people == {"Рамон Сальседо", "Марта Сальседо"}


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Москва ожидает ответа.", True),
        ("Переговоры с Москвой продолжаются.", True),
        ("В Баку этими планами возмутились.", True),
        ("Делегация прибыла в Москву.", False),
        ("Жители Москвы протестуют.", False),
        ("Встреча прошла в Баку.", False),
    ],
)
def test_a_capital_that_acts_is_its_state(text: str, stands: bool) -> None:
    [mention] = [one for one in extract(text).mentions if one.text[:3] in ("Мос", "Бак")]
    assert mention.metonymic is stands


def test_a_capital_stays_a_place_where_places_are_read_literally() -> None:
    [mention] = extract("Москва ожидает ответа.", metonymy="literal").mentions
    assert (mention.kind, mention.metonymic) == ("place", False)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Президент Чада Али Бонго прибыл.", ("Али Бонго", "leads", "Чад")),
        ("Французский министр Люк Бертран прибыл.", ("Люк Бертран", "represents", "Франция")),
        ("Люк Бертран, посол Чада, прибыл.", ("Люк Бертран", "represents", "Чад")),
        ("Армения является членом ОДКБ.", ("Армения", "member_of", "ОДКБ")),
        ("Норвегия обвинила Чад в шпионаже.", ("Норвегия", "accuse", "Чад")),
        ("Чад был обвинён Норвегией в шпионаже.", ("Норвегия", "accuse", "Чад")),
        ("Чад провёл переговоры с Норвегией.", ("Чад", "consult", "Норвегия")),
        ("Переговоры между Чадом и Норвегией прошли вчера.", ("Чад", "consult", "Норвегия")),
        ("Норвегия ввела санкции против Чада.", ("Норвегия", "sanction", "Чад")),
        ("Норвегия закрыла границу с Чадом.", ("Норвегия", "sanction", "Чад")),
        ("Норвегия назвала решение Чада ошибкой.", ("Норвегия", "accuse", "Чад")),
        ("Войска Чада обстреляли нигерских солдат.", ("Чад", "assault", "Нигер")),
        ("Норвегия, которая поддерживает Чад, молчит.", ("Норвегия", "support", "Чад")),
    ],
)
def test_what_a_sentence_states_is_read(text: str, relation: tuple[str, str, str]) -> None:
    assert relation in {
        (source, type, target.replace("Организация Договора о коллективной безопасности", "ОДКБ"))
        for source, type, target in stated(text)
    }


def test_a_former_president_does_not_lead() -> None:
    assert stated("Бывший президент Чада Али Бонго прибыл.") == {("Али Бонго", "citizen_of", "Чад")}


def test_mere_travel_is_no_talk() -> None:
    assert stated("Президент Чада Али Бонго посетит Краков.") == {
        ("Али Бонго", "leads", "Чад"),
        ("Али Бонго", "represents", "Чад"),
    }


@pytest.mark.parametrize(
    ("text", "type", "negated", "modality"),
    [
        ("Норвегия поддержала Чад.", "support", False, "asserted"),
        ("Норвегия не поддержала Чад.", "support", True, "asserted"),
        ("Норвегия не стала критиковать Чад.", "accuse", True, "asserted"),
        ("Норвегия поддержит Чад.", "support", False, "planned"),
        ("Норвегия намерена поддержать Чад.", "support", False, "planned"),
        ("Норвегия может поддержать Чад.", "support", False, "possible"),
        ("Норвегия должна поддержать Чад.", "support", False, "demanded"),
        ("Норвегия отрицает, что поддерживала Чад.", "support", False, "denied"),
        ("Если Чад уступит, Норвегия поддержит Нигер.", "support", False, "conditional"),
    ],
)
def test_negation_and_modality(text: str, type: str, negated: bool, modality: str) -> None:
    one = only(text, type)
    assert (one.negated, one.modality) == (negated, modality)


def test_a_refusal_is_read_and_not_what_is_refused() -> None:
    types = {type for _, type, _ in stated("Норвегия отказалась встречаться с Чадом.")}
    assert types == {"reject"}


def test_who_says_so_is_told() -> None:
    one = only("Норвегия обвинила Чад в шпионаже, сообщил Сергей Лавров.", "accuse")
    assert (one.speaker, one.cue) == ("Сергей Лавров", "сообщил")


def test_a_pronoun_means_the_last_subject_of_its_gender() -> None:
    text = "Ольга Пичугина приехала в Тверь. Она раскритиковала Петра Ломова."
    assert ("Ольга Пичугина", "accuse", "Пётр Ломов") in {
        (source, type, target.replace("Петр ", "Пётр ")) for source, type, target in stated(text)
    }


def test_offsets_are_those_of_the_text() -> None:
    text = "  Заголовок\n\nПрезидент Чада Али Бонго обвинил Норвегию.\nМосква молчит."
    for mention in extract(text).mentions:
        assert text[mention.span.start : mention.span.end] == mention.text


def test_what_is_no_body_is_not_read() -> None:
    text = "Россия. Чад обвинил Норвегию."
    [found] = read([Document("note", text, body=((8, len(text)),))], Settings())
    assert "Россия" not in {one.name for one in found.entities}


@pytest.mark.parametrize("text", ["", "   ", "...", "1234", "Hello, world."])
def test_texts_without_names_give_nothing(text: str) -> None:
    assert extract(text).relations == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("4 марта 2021 года", "2021-03-04"),
        ("9 мая", "2021-05-09"),
        ("в марте 2020", "2020-03"),
        ("в 2012 году", "2012"),
        ("вчера", "2021-07-08"),
        ("во вторник", "2021-07-06"),
        ("31 июня 2021 года", None),
        ("когда-нибудь", None),
    ],
)
def test_dates(text: str, day: str | None) -> None:
    assert date_in(text, date(2021, 7, 9)) == day


def test_the_same_text_gives_the_same_records() -> None:
    text = "Президент Чада Али Бонго обвинил Норвегию. Он встретился с ОДКБ. Полиция молчит."
    assert extract(text) == extract(text)


def test_only_english_can_be_explained() -> None:
    with pytest.raises(SettingsError, match="only English can be explained"):
        explain(Document("note", "Норвегия обвинила Чад."))


OWN = """
[mentors]
definition = "Источник учит или направляет."
ends = ["person > person"]
verbs = ["наставлять", "взять под крыло"]
nouns = ["наставник"]
[invests_in]
definition = "Источник вкладывает деньги."
quad = "material cooperation"
sign = "+"
ends = ["person, organisation, country > organisation, country"]
verbs = ["инвестировать в", "вложить деньги в"]
acts = ["инвестиция"]
"""


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            "Анна Петрова взяла Ивана Ломова под своё крыло.",
            ("Анна Петрова", "mentors", "Иван Ломов"),
        ),
        ("Наставник Ивана Ломова Анна Петрова прибыла.", ("Анна Петрова", "mentors", "Иван Ломов")),
        ("Анна Петрова — наставник Ивана Ломова.", ("Анна Петрова", "mentors", "Иван Ломов")),
        ("Китай вложил большие деньги в «Газпром».", ("Китай", "invests_in", "Газпром")),
        ("Инвестиции Китая в Чад выросли.", ("Китай", "invests_in", "Чад")),
    ],
)
def test_types_of_the_users_own_are_read_by_their_russian_words(
    text: str, relation: tuple[str, str, str], tmp_path: Path
) -> None:
    path = tmp_path / "own.toml"
    path.write_text(OWN, "utf-8")
    [found] = read([Document("note", text)], Settings(ontology=read_own(path)))
    assert relation in {named(found, one) for one in found.relations}


def test_an_own_type_goes_before_ours_for_its_word_and_is_negated(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(OWN.replace("инвестировать в", "поддерживать"), "utf-8")
    chosen = Settings(ontology=read_own(path))
    [found] = read([Document("note", "Китай не поддерживает Чад.")], chosen)
    assert [(one.type, one.negated) for one in found.relations] == [("invests_in", True)]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Норвегия осудила Чад.", "-"),
        ("Норвегия поблагодарила Чад.", "+"),
        ("Норвегия не осуждала Чад.", "0"),
        ("Норвегия встретилась с Чадом.", "0"),
        ("Норвегия осудила Чад. Норвегия похвалила Чад.", "0"),
    ],
)
def test_a_stance_is_what_is_stated(text: str, sign: str) -> None:
    found = extract(text)
    names = {entity.id: entity.name for entity in found.entities}
    assert {(names[one.source], one.sign) for one in found.stances} == {("Норвегия", sign)}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Посол Чада был вызван в МИД Перу.", ("МИД Перу", "accuse", "Чад")),
        ("Послы Чада были отозваны из Перу.", ("Чад", "sanction", "Перу")),
        ("Санкции, введённые Норвегией против Чада, сняты.", ("Норвегия", "sanction", "Чад")),
        (
            "По мнению аналитика Карнеги Томаса Уолша, поддерживаемая Францией Армения "
            "рассчитывает на помощь.",
            ("Франция", "support", "Армения"),
        ),
        ("Чад обвинил Перу и поддержал Нигер.", ("Чад", "support", "Нигер")),
        ("Чад отказался участвовать в учениях ОДКБ.", ("Чад", "reject", "ОДКБ")),
        ("Юрист Петра Ломова Олег Быков прибыл.", ("Олег Быков", "represents", "Пётр Ломов")),
        ("Премьеры Чада и Нигера — Али Бонго и Луис Мора — рады.", ("Луис Мора", "leads", "Нигер")),
        ("Партия «Рассвет» во главе с Али Бонго растёт.", ("Али Бонго", "leads", "Рассвет")),
        ("Покупка «Альфой» завода «Бета» удалась.", ("Альфа", "owns", "Бета")),
        ("Чад вернул долги. Его глава Али Бонго рад.", ("Али Бонго", "leads", "Чад")),
        ("Дипломатов Чада выслали из Перу.", ("Перу", "sanction", "Чад")),
    ],
)
def test_turns_of_briefings_and_courts(text: str, relation: tuple[str, str, str]) -> None:
    bodies = {
        "Организация Договора о коллективной безопасности": "ОДКБ",
        "Петр Ломов": "Пётр Ломов",
    }
    assert relation in {tuple(bodies.get(each, each) for each in one) for one in stated(text)}


def test_fighters_are_the_only_armed_group_of_the_text() -> None:
    text = "Группировка «Рубеж» напала на Чад. Нигер вооружает боевиков."
    assert ("Нигер", "aid", "Рубеж") in stated(text)
