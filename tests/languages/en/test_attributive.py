"""Adjectives of regions and peoples are mentions, but no actors by themselves."""

from __future__ import annotations

import pytest

from tests.languages.en.reader import read


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Many African leaders met in Cairo.", "African", "other"),
        ("Most Arab states agreed.", "Arab", "other"),
        ("The Arab and African delegates left.", "African", "other"),
        ("The Kurds asked for help.", "Kurds", "group"),
        ("Kurdish fighters took the town.", "Kurdish", "group"),
        ("African fighters took the town.", "African", "other"),
        ("Arab leaders met, and the Arab left.", "Arab", "group"),
        ("Tajik leaders met.", "Tajik", "country"),
    ],
)
def test_what_is_an_actor(text: str, word: str, kind: str) -> None:
    found = read(text)
    mention = found.mention(word)
    entity = next(each for each in found.extract.entities if each.id == mention.entity)
    assert (mention.kind, entity.kind) == ("group", kind)


def test_languages_and_faiths_are_no_actors() -> None:
    found = read("He converted to Islam.")
    mention = found.mention("Islam")
    assert next(e for e in found.extract.entities if e.id == mention.entity).kind == "other"
