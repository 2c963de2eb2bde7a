"""The classifier of marked pairs, and how much it may change of what the patterns found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from spacy.tokens import Doc

from actors.extract.relations import relations, review
from actors.extract.relations.anchors import Anchors, Found, anchor
from actors.extract.relations.claims import Claim
from actors.extract.relations.classifier import (
    LAYER,
    WEIGHTS,
    Classifier,
    Ends,
    Judgement,
    softmax,
    with_output,
)
from actors.extract.relations.pathway import features, pathway
from actors.extract.relations.review import candidates, settled
from actors.types import Document, Entity, Mention, Settings, Span

Parse = Callable[[str], Doc]
BLAME = "Norway sharply condemned Peru on Monday."
UNKNOWN = "Norway pummelled Peru over the fish quota."


def mentions_of(text: str, *names: str) -> list[Mention]:
    """A country for each name."""
    key, found = Document("case", text).key, []
    for number, name in enumerate(names):
        start = text.index(name)
        span = Span(key, start, start + len(name))
        found.append(Mention(f"m{number}", span, name, "country", "name", name, 0, 0))
    return found


def anchored(doc: Doc, *names: str) -> Anchors:
    entities = [Entity(name, name, "country") for name in names]
    return anchor(doc, mentions_of(doc.text, *names), entities)


def claim(type_: str, doc: Doc, predicate: int, *, negated: bool = False) -> Claim:
    one, other = mentions_of(doc.text, "Norway", "Peru")
    ends = Found(one), Found(other)
    return Claim(type_, *ends, predicate, (predicate, predicate + 1), 0.7, negated=negated)


def said(**types: float) -> Judgement:
    return Judgement(0.1, types, 0.5)


def test_the_way_leads_over_the_verb(parse: Parse) -> None:
    doc = parse(BLAME)
    way = pathway(doc, (0, 1), (3, 4))
    assert way is not None
    assert (way.meeting.text, [token.text for token in way.path]) == ("condemned", ["condemned"])
    known = features(doc, way)
    assert {"meet condemn", "source nsubj", "target dobj", "source first"} <= set(known)
    assert known == sorted(set(known))


def test_no_way_between_sentences_or_overlapping_ends(parse: Parse) -> None:
    doc = parse("Norway left. Peru stayed.")
    assert pathway(doc, (0, 1), (3, 4)) is None
    assert pathway(doc, (0, 2), (1, 2)) is None


def test_a_clear_sentence_is_judged_clearly(parse: Parse) -> None:
    doc = parse(BLAME)
    (found,) = Classifier().judge(doc, [((0, 1), (3, 4))])
    assert found is not None
    assert found.best == "accuse"
    assert found.types["accuse"] > 0.8
    assert found.none < 0.2
    assert found.positive < 0.2
    assert sum(found.types.values()) == pytest.approx(1, abs=1e-5)


def test_judging_does_not_depend_on_company(parse: Parse) -> None:
    doc = parse(BLAME + " Chile thanked Benin. " + UNKNOWN)
    pairs = [((0, 1), (3, 4)), ((7, 8), (9, 10)), ((0, 1), (9, 10))]
    together = Classifier().judge(doc, pairs)
    alone = [Classifier().judge(doc, [pair])[0] for pair in pairs]
    assert together == alone
    assert together[2] is None


def test_the_network_gives_out_one_of_its_layers() -> None:
    import onnxruntime

    graph = with_output((WEIGHTS / "recogniser.onnx").read_bytes(), LAYER)
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    assert [one.name for one in session.get_outputs()] == ["scores", LAYER]
    ids = np.ones((1, 3), dtype=np.int64)
    assert session.run([LAYER], {"ids": ids, "shapes": ids})[0].shape == (1, 3, 384)


def test_the_weights_are_small() -> None:
    assert sum(path.stat().st_size for path in Path(WEIGHTS).iterdir()) < 60e6


def test_softmax() -> None:
    # e^0 : e^ln3 = 1 : 3
    assert softmax(np.array([0.0, np.log(3)])) == pytest.approx([0.25, 0.75])


def test_a_sure_classifier_puts_another_type_of_the_same_class(parse: Parse) -> None:
    doc = parse(BLAME)
    first = claim("reject", doc, 2)
    assert settled(doc, first, said(accuse=0.9, reject=0.05)).type == "accuse"
    assert settled(doc, first, said(accuse=0.7, reject=0.1)).type == "reject"
    assert settled(doc, first, said(accuse=0.76, reject=0.24)).type == "reject"


def test_class_and_mutual_events_are_left_alone(parse: Parse) -> None:
    doc = parse(BLAME)
    assert settled(doc, claim("accuse", doc, 2), said(assault=0.9, accuse=0.1)).type == "accuse"
    assert settled(doc, claim("reject", doc, 2), said(support=0.9, reject=0.05)).type == "reject"
    assert settled(doc, claim("consult", doc, 2), said(support=0.9, consult=0.01)).type == "consult"
    assert settled(doc, claim("support", doc, 2), said(agree=0.9, support=0.01)).type == "support"


def test_what_is_negated_or_planned_keeps_the_type_of_its_words(parse: Parse) -> None:
    doubt = said(accuse=0.9, reject=0.01)
    for text, verb in (("Norway did not rebuke Peru.", 3), ("Norway may rebuke Peru.", 2)):
        doc = parse(text)
        assert settled(doc, claim("reject", doc, verb), doubt).type == "reject"
    doc = parse(BLAME)
    assert settled(doc, claim("reject", doc, 2, negated=True), doubt).type == "reject"


def test_candidates_are_a_subject_and_what_its_verb_governs(parse: Parse) -> None:
    doc = parse("Norway castigated Peru, and Chile left for Benin.")
    anchors = anchored(doc, "Norway", "Peru", "Chile", "Benin")
    found = [(v.text, one.text, other.text) for v, one, other in candidates(doc, anchors)]
    assert ("castigated", "Norway", "Peru") in found
    assert ("left", "Chile", "Benin") in found
    assert ("castigated", "Norway", "Benin") not in found


class Sure:
    """A classifier that sees blame everywhere."""

    def judge(self, doc: Doc, pairs: Sequence[Ends]) -> list[Judgement]:
        return [Judgement(0.2, {"accuse": 0.9, "reject": 0.05}, 0.1) for _ in pairs]


def stated(doc: Doc, settings: Settings) -> list[tuple[str, str, str, float]]:
    entities = [Entity(name, name, "country") for name in ("Norway", "Peru")]
    given = mentions_of(doc.text, "Norway", "Peru")
    found = relations(doc, Document("case", doc.text), given, entities, settings)
    return [(one.source, one.type, one.target, one.confidence) for one in found]


def test_only_the_recall_tier_reads_verbs_that_no_lexicon_knows(
    parse: Parse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "classifier", Sure)
    doc = parse(UNKNOWN)
    assert stated(doc, Settings()) == []
    # 0.45 of a certainty of (1 - 0.2) * 0.9
    assert stated(doc, Settings(recall=True)) == [("m0", "accuse", "m1", 0.324)]


def test_only_the_recall_tier_changes_types(parse: Parse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review, "classifier", Sure)
    doc = parse("Norway rejected Peru.")
    assert [one[1] for one in stated(doc, Settings())] == ["reject"]
    assert [one[1] for one in stated(doc, Settings(recall=True))] == ["accuse"]


def test_nothing_is_judged_where_nothing_is_tied(parse: Parse) -> None:
    assert stated(parse("Norway left. Peru stayed."), Settings(recall=True)) == []
