"""The whole room: records, tiers, evidence, and what is read beyond one sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from spacy.tokens import Doc

from actors.languages.en.relations import relations
from actors.languages.en.relations.anchors import anchor
from actors.ontology import ontology
from actors.types import Document, Entity, Kind, Level, Mention, Relation, Settings, Span

Parse = Callable[[str], Doc]
Marked = Sequence[tuple[Any, ...]]


def read(parse: Parse, text: str, marked: Marked, recall: bool = False) -> list[Any]:
    """(source entity, type, target entity) of each relation; marks are (words, kind, entity)."""
    return [tie for tie, _ in read_all(parse, text, marked, recall)]


def read_all(
    parse: Parse, text: str, marked: Marked, recall: bool = False
) -> list[tuple[tuple[str, str, str], Relation]]:
    document = Document("note", text)
    mentions, entities, at = [], {}, 0
    for number, (words, kind, entity, *level) in enumerate(marked):
        start = text.index(words, at)
        at = start + len(words)
        mentions.append(mention(number, document, start, at, kind, entity, (*level, "name")[0]))
        state = "country" if kind == "group" else kind
        entities.setdefault(entity, Entity(entity, entity, state))
    who = {one.id: one.entity for one in mentions}
    settings = Settings(recall=recall)
    found = relations(parse(text), document, mentions, list(entities.values()), settings)
    return [((who[r.source], r.type, who[r.target]), r) for r in found]


def mention(
    number: int, document: Document, start: int, end: int, kind: Kind, entity: str, level: Level
) -> Mention:
    span = Span(document.key, start, end)
    return Mention(f"m{number}", span, document.text[start:end], kind, level, entity, 0, 0)


KENYA, UGANDA = ("Kenya", "country", "kenya"), ("Uganda", "country", "uganda")


def test_evidence_is_the_sentence_and_the_trigger_lies_in_it(parse: Parse) -> None:
    text = "Rain fell. Kenya condemned Uganda. It stopped."
    [(_, one)] = read_all(parse, text, [KENYA, UGANDA])
    assert text[one.evidence.start : one.evidence.end] == "Kenya condemned Uganda."
    assert one.trigger is not None
    assert text[one.trigger.start : one.trigger.end] == "condemned"


def test_ids_follow_the_order_of_the_text(parse: Parse) -> None:
    text = "Kenya condemned Uganda. Uganda thanked Kenya."
    found = read_all(parse, text, [KENYA, UGANDA, UGANDA, KENYA])
    assert [(r.id, r.type) for _, r in found] == [("r0", "accuse"), ("r1", "support")]


def test_the_same_statement_in_one_sentence_counts_once(parse: Parse) -> None:
    text = "Kenya condemned and again condemned Uganda."
    assert read(parse, text, [KENYA, UGANDA]).count(("kenya", "accuse", "uganda")) == 1


def test_a_pronoun_with_a_known_entity_is_an_end(parse: Parse) -> None:
    text = "Kenya is large. It condemned Uganda."
    marked = [KENYA, ("It", "country", "kenya", "pronoun"), UGANDA]
    assert read(parse, text, marked) == [("kenya", "accuse", "uganda")]


def test_an_unresolved_pronoun_after_a_report_is_the_speaker(parse: Parse) -> None:
    text = "Kenya said it had attacked Uganda."
    assert read(parse, text, [KENYA, UGANDA]) == [("kenya", "assault", "uganda")]


def test_no_relation_of_an_entity_with_itself(parse: Parse) -> None:
    marked = [("Kenya", "country", "kenya"), ("Kenyan", "group", "kenya")]
    assert read(parse, "Kenya condemned Kenyan troops.", marked) == []


def test_the_recall_tier_adds_and_never_takes_away(parse: Parse) -> None:
    text = "Luis Mora was arrested in Chile."
    marked = [("Luis Mora", "person", "mora"), ("Chile", "country", "chile")]
    found = read(parse, text, marked, recall=True)
    assert found == [("chile", "coerce", "mora")]
    assert set(read(parse, text, marked)) <= set(found)


def test_violence_without_a_target_is_against_its_place_in_the_recall_tier(parse: Parse) -> None:
    text = "Rebels of Dawn Front killed 48 people in Niger on Tuesday."
    marked = [("Dawn Front", "organisation", "dawn"), ("Niger", "country", "niger")]
    assert ("dawn", "assault", "niger") in read(parse, text, marked, recall=True)


def test_a_bare_title_is_read_against_the_state_of_the_document(parse: Parse) -> None:
    text = "Malta voted today. The island of Malta was calm. Prime Minister Ana Lopez won."
    marked = [("Malta", "country", "malta")] * 2 + [("Ana Lopez", "person", "lopez")]
    found = read(parse, text, marked)
    assert ("lopez", "leads", "malta") in found


def test_a_bare_title_among_many_states_is_left_alone(parse: Parse) -> None:
    text = "Malta and Italy voted. Prime Minister Ana Lopez won."
    marked = [
        ("Malta", "country", "malta"),
        ("Italy", "country", "italy"),
        ("Ana Lopez", "person", "lopez"),
    ]
    assert read(parse, text, marked) == []


def test_who_visits_the_state_of_the_document_is_not_its_minister(parse: Parse) -> None:
    text = "Malta waited. Malta was calm. Prime Minister Ana Lopez began her visit to Malta."
    marked = [("Malta", "country", "malta")] * 2
    marked += [("Ana Lopez", "person", "lopez"), ("Malta", "country", "malta")]
    assert ("lopez", "leads", "malta") not in read(parse, text, marked)


def test_the_capital_that_opens_a_report_is_no_party(parse: Parse) -> None:
    """Though it stands for its state elsewhere: "Lima: The Union hosted a delegation"."""
    document = Document("note", "Lima: The Harbour Union hosted a delegation.")
    state = mention(0, document, 0, 4, "country", "Peru", "name")
    peru, doc = [Entity("Peru", "Peru", "country")], parse(document.text)
    assert anchor(doc, [state], peru).heads
    assert not anchor(doc, [replace(state, metonymic=True)], peru).heads


def test_a_title_that_names_its_state_is_not_read_against_another(parse: Parse) -> None:
    text = (
        "Malta voted. Malta was calm. Premier Luis Mora of Lima spoke. State Premier Ute Kern sang."
    )
    marked = [
        ("Malta", "country", "malta"),
        ("Malta", "country", "malta"),
        ("Luis Mora", "person", "mora"),
        ("Lima", "place", "lima"),
        ("Ute Kern", "person", "kern"),
    ]
    assert not [tie for tie in read(parse, text, marked) if tie[2] == "malta"]


def test_a_ministry_without_an_owner_is_that_of_the_document(parse: Parse) -> None:
    text = "Malta voted. Malta was calm. The Interior Ministry counted."
    marked = [
        ("Malta", "country", "malta"),
        ("Malta", "country", "malta"),
        ("Interior Ministry", "organisation", "ministry"),
    ]
    assert ("ministry", "part_of", "malta") in read(parse, text, marked)


def test_a_state_inside_a_name_counts_where_the_document_names_it(parse: Parse) -> None:
    text = "Maltese voters queued. The Maltese Electoral Commission counted."
    marked = [
        ("Maltese", "group", "malta"),
        ("Maltese Electoral Commission", "organisation", "commission"),
    ]
    found = read(parse, text, marked)
    assert ("commission", "based_in", "malta") in found
    assert ("commission", "part_of", "malta") in found


def test_all_items_of_a_list_take_the_noun_before_it(parse: Parse) -> None:
    text = "It was founded by German carmakers Norwagen, Ultra and Bavar."
    marked = [
        ("German", "group", "germany"),
        ("Norwagen", "organisation", "norwagen"),
        ("Ultra", "organisation", "ultra"),
        ("Bavar", "organisation", "bavar"),
    ]
    found = read(parse, text, marked)
    assert ("norwagen", "based_in", "germany") in found
    assert ("bavar", "based_in", "germany") in found


def test_leaders_are_matched_with_their_states_in_order(parse: Parse) -> None:
    text = "The leaders of Kenya and Uganda, Ade Bello and Luis Mora, slept."
    marked = [KENYA, UGANDA, ("Ade Bello", "person", "bello"), ("Luis Mora", "person", "mora")]
    found = read(parse, text, marked)
    assert ("bello", "leads", "uganda") not in found
    assert ("mora", "leads", "kenya") not in found


def test_an_attack_with_words_is_no_assault(parse: Parse) -> None:
    text = "Ana Lopez attacked Luis Mora in a speech."
    marked = [("Ana Lopez", "person", "lopez"), ("Luis Mora", "person", "mora")]
    assert read(parse, text, marked) == [("lopez", "accuse", "mora")]


def test_a_mention_outside_the_tokens_is_passed_over(parse: Parse) -> None:
    document = Document("note", "Kenya slept.")
    stray = Mention("m0", Span(document.key, 40, 45), "Kenya", "country", "name", "kenya", 0, 0)
    assert relations(parse(document.text), document, [stray], [], Settings()) == []


def test_an_empty_document_states_nothing(parse: Parse) -> None:
    document = Document("note", "")
    assert relations(parse(""), document, [], [], Settings()) == []


@pytest.mark.parametrize("name", sorted(ontology()))
def test_the_example_of_a_type_is_described(name: str) -> None:
    type_ = ontology()[name]
    assert type_.example != type_.counter_example
    assert type_.definition.endswith(".")


def test_a_bare_title_beside_the_minister_of_another_state_is_left_alone(parse: Parse) -> None:
    text = (
        "Malta voted. Malta was calm. Italian President Luis Mora spoke. "
        "Mora met Prime Minister Ana Lopez."
    )
    marked = [("Malta", "country", "malta")] * 2 + [
        ("Italian", "group", "italy"),
        ("Luis Mora", "person", "mora"),
        ("Mora", "person", "mora"),
        ("Ana Lopez", "person", "lopez"),
    ]
    found = read(parse, text, marked)
    assert ("lopez", "leads", "malta") not in found


def test_a_ministry_in_a_sentence_about_another_state_is_nobodys(parse: Parse) -> None:
    text = "Malta voted. Malta was calm. The Foreign Ministry flew them to Italy."
    marked = [("Malta", "country", "malta")] * 2 + [
        ("Foreign Ministry", "organisation", "ministry"),
        ("Italy", "country", "italy"),
    ]
    assert ("ministry", "part_of", "malta") not in read(parse, text, marked)
    text = "Malta voted. Malta was calm. The Foreign Ministry flew them home."
    assert ("ministry", "part_of", "malta") in read(parse, text, marked[:3])


def test_whose_chair_it_is_stays_open_where_its_may_mean_two_bodies(parse: Parse) -> None:
    bank, guild = ("Delta Bank", "organisation", "bank"), ("Harbour Guild", "organisation", "guild")
    its, mora = ("its", "organisation", "bank", "pronoun"), ("Luis Mora", "person", "mora")
    alone = "Delta Bank dismissed its chairman Luis Mora."
    led = [("mora", "leads", "bank")]
    assert led[0] in read(parse, alone, [bank, its, mora])
    both = "Delta Bank sued Harbour Guild and its chairman Luis Mora."
    assert led[0] not in read(parse, both, [bank, guild, its, mora])
    assert led[0] in read(parse, both, [bank, guild, its, mora], recall=True)
