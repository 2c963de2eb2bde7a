"""Annotated relations are tied to our own mentions by the words that stand for their ends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "training" / "reader"
sys.path.insert(0, str(FOLDER))

import labelled as room  # noqa: E402

from actors.types import Extract, Mention, Span  # noqa: E402

TEXT = "Kenya met Uganda. Police jailed Ana Lopez, and Kenya thanked them."


def ours(words: str, kind: Any, entity: str, sentence: int, level: Any = "name") -> Mention:
    start = TEXT.index(words, 18 if sentence else 0)
    span = Span("d", start, start + len(words))
    return Mention(words, span, words, kind, level, entity, sentence, 0)


EXTRACT = Extract(
    "d",
    mentions=(
        ours("Kenya", "country", "e0", 0),
        ours("Uganda", "country", "e1", 0),
        ours("Ana Lopez", "person", "e2", 1),
        ours("Kenya", "country", "e0", 1),
    ),
    sentences=((0, 17), (18, len(TEXT))),
)


def span(words: str, after: int = 0) -> list[int]:
    start = TEXT.index(words, after)
    return [start, start + len(words)]


def relation(type_: str, source: str, target: str, spans: Any, **more: Any) -> dict[str, Any]:
    start = min(one[0] for one in spans)
    plain = {"also": [], "negated": False, "modality": "asserted", "core": True}
    ends = {"source_span": spans[0], "target_span": spans[1]}
    evidence = [start, max(one[1] for one in spans)]
    about = {"type": type_, "source": source, "target": target, "evidence": evidence}
    return {**about, **plain, **ends, **more}


def document(*relations: dict[str, Any], **more: Any) -> dict[str, Any]:
    actors = {"k": "country", "u": "country", "p": "organisation", "l": "person"}
    names = {"k": "Kenya", "u": "Uganda", "l": "Ana Lopez"}
    return {
        "text": TEXT,
        "actors": [{"id": name, "kind": kind} for name, kind in actors.items()],
        "mentions": [
            {"start": span(word)[0], "end": span(word)[1], "actor": name}
            for name, word in names.items()
        ],
        "relations": list(relations),
        **more,
    }


MET = relation("consult", "k", "u", [span("Kenya"), span("Uganda")])
JAILED = relation("coerce", "p", "l", [span("Police"), span("Ana Lopez")], also=["assault"])


def test_our_entities_are_the_actors_that_they_overlap() -> None:
    assert room.whom(document(), EXTRACT) == {"e0": "k", "e1": "u", "e2": "l"}


def test_a_symmetric_relation_is_labelled_both_ways() -> None:
    first, _ = room.labelled(document(MET), EXTRACT)
    assert {pair: label.types for pair, label in first.labels.items()} == {
        (0, 1): {"consult"},
        (1, 0): {"consult"},
    }


def test_an_end_that_we_do_not_find_is_added() -> None:
    _, second = room.labelled(document(JAILED), EXTRACT)
    police, lopez, _ = second.mentions
    assert (police.entity, police.kind, police.level) == ("gold:p", "organisation", "name")
    assert lopez.entity == "e2"
    assert second.labels[0, 1].types == {"coerce"}
    assert second.labels[0, 1].also == {"assault"}
    assert (1, 0) not in second.labels


def test_negation_and_modality_are_kept() -> None:
    denied = {**JAILED, "negated": True, "modality": "possible"}
    _, second = room.labelled(document(denied), EXTRACT)
    assert (second.labels[0, 1].negated, second.labels[0, 1].modality) == (True, "possible")


def test_other_words_for_the_same_two_are_left_out() -> None:
    them = relation("support", "k", "p", [span("Kenya", 20), span("them")])
    _, second = room.labelled(document(JAILED, them), EXTRACT)
    words = [second.text[one.start - 18 : one.end - 18] for one in second.mentions]
    kenya, police, pronoun = words.index("Kenya"), words.index("Police"), words.index("them")
    assert second.labels[kenya, pronoun].types == {"support"}
    assert second.mentions[pronoun].level == "pronoun"
    assert (kenya, police) in second.unknown


def test_where_pairs_alone_are_annotated_the_rest_is_unknown() -> None:
    whole, _ = room.labelled(document(MET), EXTRACT)
    pairs, _ = room.labelled(document(MET, relation_scope="pair"), EXTRACT)
    assert (whole.whole, pairs.whole) == (True, False)
