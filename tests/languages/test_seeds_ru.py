"""Two sample reports in Russian beside the English ones: one network, no actor twice."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
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


MIXED = {
    "en.txt": "Zamir Kabulov, Russia's special envoy for Afghanistan, met a delegation of the "
    "Taliban in Moscow on Friday. He urged Kabul to share power.",
    "ru.txt": "Спецпредставитель президента России по Афганистану Замир Кабулов встретился в "
    "Москве с делегацией «Талибана». Дипломат призвал движение к переговорам с Кабулом.",
    "fr.txt": "Le ministre des Affaires étrangères du Tadjikistan a rencontré l'ambassadeur de la "
    "France à Douchanbé. La Russie a condamné les attaques des talibans contre l'Afghanistan et "
    "soutient le Tadjikistan, dont les soldats gardent la frontière.",
    "th.txt": "รัฐมนตรีต่างประเทศพบกันที่กรุงดูชานเบเมื่อวันพุธ",
}


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder of four languages built by the command, and what that printed."""
    folder = tmp_path_factory.mktemp("four")
    (folder / "texts").mkdir()
    for name, text in MIXED.items():
        (folder / "texts" / name).write_text(text, "utf-8")
    command = [sys.executable, "-m", "actors", "build", "texts", "-o", "out"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return folder / "out", done.stdout


def test_of_four_languages_three_are_read_and_the_fourth_is_skipped_with_its_reason(
    four: tuple[Path, str],
) -> None:
    printed = four[1]
    assert "3 read, 1 skipped" in printed
    assert "1 en, 1 fr, 1 ru" in printed
    assert "not read in fr: attribution, dates" in printed
    assert "th.txt: in a language that no pack reads (th; there are en, ru, fr)" in printed


def test_the_run_counts_four_languages(four: tuple[Path, str]) -> None:
    run = json.loads((four[0] / "run.json").read_text("utf-8"))
    assert run["languages"] == {"en": 1, "fr": 1, "ru": 1}
    assert run["left_out"] == {"fr": ["attribution", "dates"]}
    [skipped] = run["skipped"]
    assert skipped["name"].endswith("th.txt")
    assert skipped["reason"].startswith("in a language that no pack reads (th;")


def test_who_is_named_in_three_languages_is_there_once(four: tuple[Path, str]) -> None:
    every = list(actors.open_study(four[0]).actors()["name"])
    assert {"Russia", "Taliban", "Zamir Kabulov", "Afghanistan"} <= set(every)
    assert len(every) == len(set(every))
