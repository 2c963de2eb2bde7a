"""Whom Russian nouns and pronouns mean: actors that the text has named before."""

from __future__ import annotations

import pytest

from actors.extract import extract
from actors.types import Document, Extract, Settings


def read(text: str) -> Extract:
    [found] = extract([Document("ru.txt", text, language="ru")], Settings())
    return found


def meant(text: str) -> list[tuple[str, str]]:
    """The nouns and pronouns of a text that mean somebody who is named, and whom."""
    found = read(text)
    names = {entity.id: entity.name for entity in found.entities}
    return [
        (one.text, names[one.entity])
        for one in found.mentions
        if one.level != "name" and one.reason != "description"
    ]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Компания «Севтранс» подала иск к Нигеру. Она требует денег.", ("Она", "Севтранс")),
        ("Нигер атаковал Чад. Он закрыл границу.", ("Он", "Нигер")),
        ("Нигер попросил помощи у Чада. Тот согласился.", ("Тот", "Чад")),
        ("Боевики группировки «Рубеж» напали на Чад. Они сожгли мост.", ("Они", "Рубеж")),
        ("США ввели санкции против Чада. Они требуют выборов.", ("Они", "Соединённые Штаты")),
        ("Иван Петров обвинил Ольгу Белову. Она подала в суд.", ("Она", "Ольга Белова")),
        ("Фонд «Вектор» купил завод. Его директор Анна Орлова рада.", ("Его", "Вектор")),
        ("Иван Петров подал иск к фирме «Вектор». Его адвокат молчит.", ("Его", "Иван Петров")),
    ],
)
def test_a_pronoun_agrees_with_whom_it_means(text: str, mention: tuple[str, str]) -> None:
    assert mention in meant(text)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Холдинг «Узмаш» построил цех. Компания ищет рабочих.", ("Компания", "Узмаш")),
        ("Минфин Чада ввёл налог. Ведомство ждёт доходов.", ("Ведомство", "Минфин Чада")),
        (
            "Банк «Север» подал иск к холдингу «Узмаш». Предприятие отрицает долг.",
            ("Предприятие", "Узмаш"),
        ),
        ("Губернатор Пскова Иван Петров ушёл. Политик молчит.", ("Политик", "Иван Петров")),
        ("Владелец «Узмаша» Иван Петров уехал. Бизнесмен болен.", ("Бизнесмен", "Иван Петров")),
        (
            "Президент Чада Иван Петров прилетел в Нигер. Глава государства выступил.",
            ("Глава", "Иван Петров"),
        ),
        (
            "Премьер Чада Иван Петров встретил Анну Орлову. Глава правительства рад.",
            ("Глава", "Иван Петров"),
        ),
        ("Чад и Нигер спорят. Нигер обвинил соседа во лжи.", ("соседа", "Чад")),
        ("Иван Петров встретил Олега Белова. Петров обнял коллегу.", ("коллегу", "Олег Белов")),
        (
            "Суд судил Ивана Петрова. Адвокат осуждённого молчал.",
            ("осуждённого", "Иван Петров"),
        ),
    ],
)
def test_a_lone_noun_means_who_was_called_so(text: str, mention: tuple[str, str]) -> None:
    assert mention in meant(text)


def test_a_plural_means_the_last_two_of_its_sort() -> None:
    text = (
        "Президент Чада Иван Петров встретил президента Нигера Олега Белова. "
        "Главы государств договорились о мире."
    )
    assert meant(text) == [("Главы", "Иван Петров"), ("Главы", "Олег Белов")]


@pytest.mark.parametrize(
    "text",
    [
        "Чад закрыл границу. Тот, кто против, уйдёт.",
        "Иван Петров уехал. Директор школы в Пскове молчит.",
        "Холдинг «Узмаш» растёт. Другая компания молчит.",
    ],
)
def test_a_noun_with_more_words_and_a_relative_mean_nobody_new(text: str) -> None:
    assert meant(text) == []


def test_a_pronoun_is_not_the_other_end_of_its_own_verb() -> None:
    assert ("его", "Нигер") not in meant("Чад молчит. Нигер обвинил его во лжи.")


def test_a_man_whose_name_in_another_case_is_a_womans_is_a_man() -> None:
    text = "Суд осудил блогера Ерлана Сатпаева. Сатпаев подал жалобу."
    assert [entity.name for entity in read(text).entities if entity.kind == "person"] == [
        "Ерлан Сатпаев"
    ]


def test_a_capital_is_not_found_in_a_case_of_another_word() -> None:
    names = {entity.name for entity in read("Фонд Ага Хана строит больницу в Чаде.").entities}
    assert "Ханой" not in names
    assert "Вьетнам" not in names
