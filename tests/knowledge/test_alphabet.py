"""Names stand in the order of their alphabet, whatever their case and accents."""

from __future__ import annotations

import pytest

from actors.knowledge.alphabet import alphabetical


@pytest.mark.parametrize(
    "names",
    [
        ["Абрамов", "Ежов", "Ёлкин", "Жуков", "Яшин"],
        ["ёж", "Жук"],
        ["Иванов", "Ишимов", "Йованович", "Каримов"],
        ["Ильченко", "Івасюк", "Їжак", "Йосипенко", "Костенко"],
        ["Гулов", "Ғафуров", "Давлатов"],
        ["Capek", "Čapek", "Dahl", "Zola", "Азимов"],
        ["abc", "Abd", "ÉCOLE", "Zulu"],
    ],
)
def test_names_are_sorted_as_a_reader_expects(names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(backwards, key=alphabetical) == names


def test_equal_letters_are_told_apart_by_the_name_itself() -> None:
    assert sorted(["Ёжиков", "Ежиков"], key=alphabetical) == ["Ежиков", "Ёжиков"]
