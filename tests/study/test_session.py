"""A session leaves the study that applying all decisions at once leaves, whatever was decided."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from actors import Study, build, open_study
from actors.analysis.ledger import Ledger
from actors.analysis.networks import network, relation_warnings
from actors.analysis.statements import curated_statements
from actors.errors import CurationError
from actors.resolve.curation import read
from actors.store.listings import document_rows
from actors.store.relations import corrected_ends, relation_rows
from actors.store.reviewing import mentions_in
from actors.study.deciding import apply
from actors.study.session import Session
from actors.study.updating import applied
from actors.types import Actor, Correction, Document, Judgement

DECISIONS = int(os.environ.get("ACTORS_DECISIONS", "25"))
DRAWS = range(3 if "ACTORS_DECISIONS" in os.environ else 2)


@pytest.fixture
def copied(study: Study, tmp_path: Path) -> Path:
    shutil.copytree(study.folder, tmp_path / "output")
    return tmp_path / "output"


def who_is_who(study: Study) -> tuple[list[Actor], list[Judgement], list[Correction]]:
    with study.store() as store:
        return list(store.all(Actor)), list(store.all(Judgement)), store.corrections()


def ties(study: Study) -> dict[tuple[str, str, str], Any]:
    """The network: who is in it, and every tie with all that it says."""
    graph = study.graph(evidence=1000)
    found: dict[tuple[str, str, str], Any] = {(key, "", ""): a for key, a in graph.nodes(data=True)}
    return found | {(s, t, key): tie for s, t, key, tie in graph.edges(keys=True, data=True)}


def at_once(study: Study, decided: Path, folder: Path) -> Study:
    """A study to which the decisions of another are applied all at once."""
    shutil.copytree(study.folder, folder)
    shutil.copy(decided / "curation.yaml", folder)
    opened = open_study(folder)
    with opened.store(write=True) as store:
        apply(store, folder, largest=0)
    return opened


def from_scratch(samples: Path, decided: Path, folder: Path) -> Study:
    """The samples read again, with the decisions of another study."""
    folder.mkdir()
    shutil.copy(decided / "curation.yaml", folder)
    return build([samples], folder, fresh=True)


def a_mention(draw: random.Random, study: Study) -> dict[str, str]:
    """Some mention as decisions name it, now and then by words that are not there."""
    with study.store() as store:
        document = draw.choice(list(store.all(Document)))
        one = draw.choice(mentions_in(store, document.key))
    words = draw.choice([one.text] * 9 + ["Nobody"])
    return {"document": document.name, "at": f"{one.start}-{one.end}", "words": words}


def decisions(draw: random.Random, study: Study) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """Decisions of all sorts about whoever is there, some of which make no sense."""
    while True:
        with study.store() as store:
            people = [one for one in store.all(Actor) if one.kind != "place"]
            said = draw.choice(relation_rows(store))
            names = {document.key: document.name for document in store.all(Document)}
        one, other = draw.sample(people, 2)
        entity = draw.choice(one.members)
        relation = {"relation": f"{names[said.document]}#{said.id}"}
        yield draw.choice(
            [
                ("merge", [one.key, other.key], {}),
                ("merge", [one.name, other.name], {}),
                ("split", one.key, {"off": [entity]}),
                ("move", [entity], {"to": other.key}),
                ("rename", one.key, {"to": f"Name {draw.randrange(99)}"}),
                ("retype", one.key, {"kind": draw.choice(["person", "group", "organisation"])}),
                ("identify", one.key, {"with": {"wikidata": f"Q{draw.randrange(999)}"}}),
                ("ignore", one.key, {}),
                ("apart", [one.key, other.key], {}),
                ("note", one.key, {"text": "seen"}),
                ("unsure", [one.key, other.key], {"asked": "k"}),
                ("move", a_mention(draw, study), {"to": other.key}),
                ("move", a_mention(draw, study), {"to": "Some One", "kind": "person"}),
                ("add_mention", a_mention(draw, study), {"to": one.key}),
                ("ignore", a_mention(draw, study), {}),
                ("reject", {"source": one.key, "target": other.key}, {}),
                ("reject", relation, {}),
                ("confirm", relation, {}),
                ("retype_relation", relation, {"to": "threaten", "sign": "-"}),
                ("retype_relation", relation, {"to": said.type, "turned": "yes"}),
                ("retype_relation", relation, {"to": said.type, "negated": "yes"}),
                ("retype_relation", relation, {"to": said.type, "modality": "planned"}),
                ("add_relation", {}, {"source": one.key, "target": other.key, "type": "aid"}),
            ]
        )


def decide_at_random(copied: Path, seed: int, number: int) -> int:
    """Decide in a session; return how many decisions made sense."""
    study, session, made = open_study(copied), Session(copied), 0
    for verb, about, says in decisions(random.Random(seed), study):
        with study.store(write=True) as store:
            try:
                session.decide(store, verb, about, says=says, by="A.", on="2021-07-09T10:00:00")
                made += 1
            except CurationError:
                assert applied(store, read(copied / "curation.yaml"))
        if made == number:
            return made
    return made


@pytest.mark.parametrize("seed", DRAWS)
def test_random_decisions_give_what_a_full_pass_gives(
    study: Study, seeds: Path, copied: Path, tmp_path: Path, seed: int
) -> None:
    assert decide_at_random(copied, seed, DECISIONS) == DECISIONS
    if "ACTORS_DECISIONS" in os.environ:  # asked for by hand: the samples are read again
        whole = from_scratch(seeds, copied, tmp_path / "whole")
    else:
        whole = at_once(study, copied, tmp_path / "whole")
    assert who_is_who(open_study(copied)) == who_is_who(whole)
    assert ties(open_study(copied)) == ties(whole)


@pytest.mark.parametrize("seed", range(2))
def test_the_ledger_says_what_the_network_says(copied: Path, seed: int) -> None:
    """Kept in step decision by decision, it has the statements of the network that is made anew."""
    study = open_study(copied)
    with study.store() as store:
        ledger = Ledger(store, document_rows(store))
    for step in range(3):
        decide_at_random(copied, seed * 10 + step, 4)
        rules = read(copied / "curation.yaml")
        with study.store() as store:
            ledger.follow({one.key: one for one in store.all(Actor)}, corrected_ends(store))
            assert ledger.decide(rules) == relation_warnings(store, rules)
            found = ledger.statements
            wanted = list(curated_statements(network(store, rules, "stated")))
        assert {_told(one) for one in found} == {_told(one) for one in wanted}
        assert len(found) == len(wanted)


def _told(one: Any) -> tuple[Any, ...]:
    names = ("source", "target", "source_name", "target_name", "type", "sign", "status")
    more = ("directed", "negated", "confidence", "printing", "happened", "start", "end", "relation")
    return tuple(getattr(one, name) for name in (*names, *more))


def test_a_decision_that_matches_nothing_is_not_written(copied: Path) -> None:
    study, session = open_study(copied), Session(copied)
    with study.store(write=True) as store, pytest.raises(CurationError, match="nobody is called"):
        session.decide(store, "ignore", "Nobody Atall")
    assert not (copied / "curation.yaml").exists()
    assert "Taliban" in {one.name for one in who_is_who(study)[0]}


def test_undo_takes_any_decision_out(study: Study, copied: Path) -> None:
    opened, session = open_study(copied), Session(copied)
    with opened.store(write=True) as store:
        session.decide(store, "rename", "CSTO", says={"to": "The bloc"})
        session.decide(store, "ignore", "Pentagon")
        assert session.undo(store, 0).verb == "rename"
    assert [rule.verb for rule in read(copied / "curation.yaml")] == ["ignore"]
    names = {one.name for one in who_is_who(opened)[0]}
    assert "Collective Security Treaty Organization" in names
    assert "Pentagon" not in names


def test_comments_stay_with_the_decision_that_they_stand_before(copied: Path) -> None:
    path = copied / "curation.yaml"
    path.write_text(
        "# mine\n- ignore: Pentagon\n# about the bloc\n- rename: CSTO\n  to: The bloc\n"
    )
    opened, session = open_study(copied), Session(copied)
    with opened.store(write=True) as store:
        session.undo(store, 0)
    assert path.read_text() == "# mine\n# about the bloc\n- rename: CSTO\n  to: The bloc\n"


def test_the_end_of_a_session_leaves_its_run_and_its_files(study: Study, copied: Path) -> None:
    opened, session = open_study(copied), Session(copied)
    before = len(opened.runs())
    with opened.store(write=True) as store:
        session.decide(store, "rename", "CSTO", says={"to": "The bloc"})
    assert opened.outdated
    with opened.store(write=True) as store:
        session.end(store)
    assert len(opened.runs()) == before + 1
    assert not opened.outdated
    assert "The bloc" in (copied / "actors.csv").read_text()
