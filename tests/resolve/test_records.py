"""What a document says about an entity, gathered for the corpus to judge."""

from __future__ import annotations

from datetime import date

from actors.resolve import Candidate, candidates
from actors.types import Document, Entity, Extract, Mention, Relation, Span

DOCUMENT = Document("a.txt", "...", published=date(2021, 7, 14))
KEY = DOCUMENT.key


def mention(number: int, text: str, entity: str, level: str = "name", **more: object) -> Mention:
    kind = more.pop("kind", "person")
    sentence = more.pop("sentence", 0)
    return Mention(f"m{number}", Span(KEY, 0, 1), text, kind, level, entity, sentence, 0, **more)  # type: ignore[arg-type]


def relation(kind: str, source: str, target: str, **more: object) -> Relation:
    return Relation("r", kind, source, target, "0", Span(KEY, 0, 1), **more)  # type: ignore[arg-type]


EXTRACT = Extract(
    KEY,
    (
        mention(0, "Zamir\nKabulov", "e0"),
        mention(1, "Kabulov", "e0", sentence=1),
        mention(2, "Kabulov", "e0", sentence=2),
        mention(3, "the Kremlin envoy", "e0", "nominal"),
        mention(4, "he", "e0", "pronoun"),
        mention(5, "Russia", "e1", kind="country"),
        mention(6, "Moscow", "e1", kind="place", metonymic=True),
        mention(7, "Russian", "e1", kind="group"),
        mention(8, "Taliban", "e2", kind="organisation", sentence=1),
    ),
    (
        Entity("e0", "Zamir Kabulov", "person"),
        Entity("e1", "Russia", "country", None, (("wikidata", "Q159"), ("iso3166", "RU"))),
        Entity("e2", "Taliban", "organisation"),
        Entity("e3", "CSTO", "organisation"),
    ),
    (
        relation("represents", "m0", "m5"),
        relation("member_of", "m0", "m8", negated=True),
        relation("consult", "m0", "m8"),
    ),
)


def read(**more: dict[str, str]) -> dict[str, Candidate]:
    return {one.name: one for one in candidates([EXTRACT], [DOCUMENT], **more)}


def test_names_are_counted_and_written_on_one_line() -> None:
    assert read()["Zamir Kabulov"].names == (("Kabulov", 2), ("Zamir Kabulov", 1))


def test_seats_and_demonyms_are_no_names_of_the_state() -> None:
    assert read()["Russia"].names == (("Russia", 1),)


def test_an_entity_without_a_name_mention_goes_by_its_own() -> None:
    assert read()["CSTO"].names == (("CSTO", 1),)


def test_roles_affiliations_and_company_come_from_the_document() -> None:
    kabulov = read()["Zamir Kabulov"]
    assert kabulov.roles == ("the Kremlin envoy",)
    assert kabulov.affiliations == ("Russia",)
    assert kabulov.neighbours == ("Russia", "Taliban")


def test_the_date_identifiers_and_story_are_carried() -> None:
    russia = read(stories={KEY: "s1"})["Russia"]
    assert (russia.published, russia.story, russia.scope) == (date(2021, 7, 14), "s1", "s1")
    assert russia.identifiers == (("iso3166", "RU"), ("wikidata", "Q159"))
    assert next(candidates([EXTRACT])).published is None
