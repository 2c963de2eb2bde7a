"""Two sample reports in Russian beside the English ones: one network, no actor twice."""

from __future__ import annotations

import base64
import json
import re
import zlib
from pathlib import Path

import pytest

import actors
from actors import Study

RUSSIAN = Path(__file__).with_name("seeds_ru")
REPORTS = ("02-dushanbe-asks-the-bloc.txt", "03-taliban-in-moscow.txt")


@pytest.fixture(scope="module")
def english(seeds: Path) -> Study:
    return actors.build([seeds / name for name in REPORTS])


@pytest.fixture(scope="module")
def mixed(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Study:
    folder = tmp_path_factory.mktemp("mixed")
    (folder / "thai.txt").write_text("รัฐมนตรีต่างประเทศพบกันที่กรุงดูชานเบเมื่อวันพุธ", "utf-8")
    paths = [*(seeds / name for name in REPORTS), RUSSIAN, folder / "thai.txt"]
    return actors.build(paths, folder / "out")


def names(study: Study) -> set[str]:
    return set(study.actors()["name"])


def test_the_translations_add_no_actor_but_those_that_only_they_name(
    english: Study, mixed: Study
) -> None:
    assert names(mixed) - names(english) <= {"Foreign Ministry of Afghanistan", "Central Asia"}
    assert names(english) <= names(mixed)


def test_no_actor_is_there_twice(mixed: Study) -> None:
    every = list(mixed.actors()["name"])
    assert len(every) == len(set(every))


def test_an_actor_is_found_by_its_name_in_either_script(mixed: Study) -> None:
    assert mixed.card("Кабулов").actor == mixed.card("Kabulov").actor
    assert mixed.card("ОДКБ").actor.name == "Collective Security Treaty Organization"


def test_states_and_bodies_are_found_by_their_names_in_russian_in_an_english_study(
    english: Study,
) -> None:
    assert english.card("ОДКБ").actor.name == "Collective Security Treaty Organization"
    assert english.card("Белоруссия").actor.name == "Belarus"
    assert english.card("Кабулов").actor.name == "Zamir Kabulov"


def test_the_page_holds_the_names_in_both_scripts(mixed: Study) -> None:
    page = (Path(str(mixed.folder)) / "network.html").read_text("utf-8")
    assert json.dumps("Замир Кабулов").strip('"') in page
    [packed] = re.findall(r'<script type="text/plain" id="evidence">(.*?)</script>', page)
    said = zlib.decompress(base64.b64decode(packed), wbits=-zlib.MAX_WBITS).decode("ascii")
    assert json.dumps("Делегация «Талибана» встретилась").strip('"') in said


def test_the_run_counts_the_languages_and_says_what_was_left_out(mixed: Study) -> None:
    run = json.loads((Path(str(mixed.folder)) / "run.json").read_text("utf-8"))
    assert run["languages"] == {"en": 2, "ru": 2}
    assert run["left_out"] == {}
    assert "no pack reads (th;" in run["skipped"][0]["reason"]


def test_both_languages_state_the_same_tie(mixed: Study) -> None:
    ties = mixed.ties("stated")
    met = ties[(ties["type"] == "consult") & (ties["source"] == "Zamir Kabulov")]
    assert list(met["target"]) == ["Taliban"]
