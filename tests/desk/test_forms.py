"""Whatever forms say of what is in the study: a decision that can be replayed, or a refusal."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from urllib.parse import urlencode

import pytest

from actors import Study, open_study
from actors.study.deciding import apply
from actors.types import Actor
from tests.desk.conftest import Client, Opened

FIELDS = {
    "doubts/answer": "key answer",
    "ties/verdict": "relation answer",
    "history/redo": "",
    "actors/KEY/rename": "to",
    "actors/KEY/merge": "other",
    "actors/KEY/note": "text",
    "actors/KEY/split": "off other",
    "actors/KEY/ignore": "",
    "actors/KEY/retype": "kind",
    "actors/KEY/identify": "scheme value",
    "history/undo": "number",
    "documents/KEY/somebody-else": "entity mention actor called to other scope named kind",
    "documents/KEY/mentions": "words at to other named kind",
    "documents/KEY/ties": "source target type sign quote",
    "ties/correct": "relation type sign modality turned negated",
    "stakeholders/override": "actor score value issue answer",
    "stakeholders/influence/override": "actor on value answer",
}
WORDS = {
    "answer": ("right", "wrong", "same", "different", "unsure", "computed"),
    "to": ("new", "other", "nobody", "Some One"),
    "kind": ("person", "group", "place"),
    "scope": ("one", "all"),
    "sign": ("+", "-", "0", ""),
    "type": ("accuse", "aid"),
    "modality": ("planned", ""),
    "turned": ("yes",),
    "negated": ("yes", "no"),
    "score": ("power", "influence"),
    "value": ("0.5", "2", "nan", "-1"),
    "number": ("0", "-1", "999"),
    "at": ("0-8", "100-108", "9-1"),
    "scheme": ("wikidata",),
    "issue": ("border*", "/(/"),
}
ODD = (
    "",
    "é",
    "\x00",
    "<script>",
    "../..",
    "x" * 600,
    "１",
    "a: [b",
    "\n- ignore: Taliban",
    "\ud7ff",
)


def known(desk: Opened) -> dict[str, tuple[str, ...]]:
    """What is in the study, by the field that may name it."""
    with desk.desk.at_work() as now:
        people = tuple(now.people)
        said = tuple(one.relation for one in now.statements)
        asked = tuple(one.key for one in now.questions)
        entities = tuple(entity for one in now.people.values() for entity in one.members)
        documents = tuple(row[0] for row in now.documents)
    keys = dict.fromkeys(("other", "actor", "on", "source", "target", "actors"), people)
    keys |= {"relation": said, "key": asked, "off": entities, "mention": ("m0", "m3", "m9")}
    keys |= {"entity": tuple(one.partition(":")[2] for one in entities), "documents": documents}
    return {**WORDS, **keys}


@pytest.mark.parametrize("seed", range(2))
def test_every_decision_that_a_form_makes_can_be_replayed(
    desk: Opened, client: Client, study: Study, tmp_path: Path, seed: int
) -> None:
    draw, pools, answers = random.Random(seed), known(desk), list[int]()
    for _ in range(60):
        form = draw.choice(sorted(FIELDS))
        path = "/" + form.replace("KEY", draw.choice(pools.get(form.partition("/")[0], ("",))))
        fields = {name: a_value(draw, pools.get(name, ())) for name in FIELDS[form].split()}
        answers.append(sent(desk, client, path, fields))
    assert answers.count(303) > 15
    assert answers.count(422) > 15
    assert client.get("/doubts").status_code == 200
    assert replayed(study, desk.folder, tmp_path / "whole") == people_of(desk.study())


def a_value(draw: random.Random, pool: tuple[str, ...]) -> str:
    """What is known of a field, now and then any text."""
    return draw.choice(pool) if pool and draw.random() < 0.9 else draw.choice(ODD)


def sent(desk: Opened, client: Client, path: str, fields: dict[str, str]) -> int:
    """Send a form as the desk's own page does; what it answers."""
    with desk.desk.at_work() as now:
        whole = fields | {"token": desk.server.wanted.form, "version": now.version}
    body = urlencode({name: value.encode("utf-8", "replace") for name, value in whole.items()})
    headers = {"origin": desk.origin, "content-type": "application/x-www-form-urlencoded"}
    found = client.post(path, content=body, headers=headers)
    assert found.status_code in (303, 404, 422), (path, fields, found.status_code)
    return found.status_code


def people_of(study: Study) -> list[Actor]:
    with study.store() as store:
        return list(store.all(Actor))


def replayed(study: Study, decided: Path, folder: Path) -> list[Actor]:
    """The actors of a fresh study to which the same decisions are applied at once."""
    shutil.copytree(study.folder, folder)
    shutil.copy(decided / "curation.yaml", folder)
    opened = open_study(folder)
    with opened.store(write=True) as store:
        apply(store, folder, largest=0)
    return people_of(opened)
