"""Documents in shards, read here or elsewhere: the same study, whatever is done twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from actors import build
from actors.errors import NothingToRead, StoreError
from actors.knowledge.own import Known
from actors.store import open_store
from actors.store.places import ShardFolder
from actors.store.shards import (
    documents_of,
    pending_parts,
    take_extracts,
    write_documents,
    write_extracts,
)
from actors.study.request import Request
from actors.study.sharding import ReadingPlan, make_shards, read_shards, reading_of
from actors.study.study import Study, carry_out
from actors.types import Document, Entity, Extract, Mention, Settings, Skipped, Span

TEXTS = {f"{n:02}.txt": f"Iran accused Oman on day {n}. Peru met Chile." for n in range(20)}
HERE = {"name": "local"}


def extract_of(document: Document) -> Extract:
    mention = Mention("m0", Span(document.key, 0, 4), "Iran", "country", "name", "e0", 0, 0)
    entity = Entity("e0", "Iran", "country", None, (("iso3166", "IR"),))
    return Extract(document.key, (mention,), (entity,), (), ((0, 22), (23, 39)))


def documents() -> list[Document]:
    return [Document(name, text) for name, text in TEXTS.items()]


def records(study: Study) -> list[object]:
    with study.store() as store:
        return [*store.all(Document), *store.all(Extract), *store.all(Skipped)]


def test_documents_come_out_of_a_shard_as_they_went_in(tmp_path: Path) -> None:
    given = [Document("b's", "x", title="t", notes=("n",)), Document("a", "y", body=((0, 1),))]
    path = tmp_path / "it's.parquet"
    with open_store(":memory:") as store:
        store.add(given)
        write_documents(store, [one.key for one in given], path)
    assert documents_of(path) == [given[1], given[0]]
    assert documents_of(path, [given[0].key]) == [given[0]]


def test_what_was_read_comes_into_a_study_as_it_was_written_once(tmp_path: Path) -> None:
    given = documents()[:3]
    read = [extract_of(given[0]), Skipped(given[1].name, "too long"), Extract(given[2].key)]
    for name in ("one.parquet", "two.parquet"):
        write_extracts(given, read, tmp_path / name)
    paths = [tmp_path / "one.parquet", tmp_path / "two.parquet"]
    assert paths[0].read_bytes() == paths[1].read_bytes()
    with open_store(":memory:") as store:
        store.add(given)
        assert {one.name for one in take_extracts(store, paths, "k")} == {given[1].name}
        assert take_extracts(store, paths[:1], "k") == [read[1]]
        assert list(store.all(Extract)) == [read[0], read[2]]
        assert pending_parts(store, "k") == [(given[1].key, given[1].name)]


def test_a_reading_with_other_settings_takes_the_place_of_the_old(tmp_path: Path) -> None:
    [one] = documents()[:1]
    write_extracts([one], [extract_of(one)], tmp_path / "new.parquet")
    with open_store(":memory:") as store:
        store.add([one])
        store.add_extracts([Extract(one.key, (), (Entity("e9", "Old", "person"),))], "old")
        take_extracts(store, [tmp_path / "new.parquet"], "new")
        assert list(store.all(Extract)) == [extract_of(one)]
        assert store.extracted("old") == set()


def test_what_a_study_has_no_document_for_is_left(tmp_path: Path) -> None:
    one, other = documents()[:2]
    write_extracts([one, other], [extract_of(one), extract_of(other)], tmp_path / "x.parquet")
    with open_store(":memory:") as store:
        store.add([other])
        take_extracts(store, [tmp_path / "x.parquet"], "k")
        assert list(store.all(Extract)) == [extract_of(other)]


@pytest.mark.parametrize("scheme", ["", "file://"], ids=["folder", "store"])
def test_shards_read_elsewhere_in_shares_make_the_same_study(tmp_path: Path, scheme: str) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for name, text in TEXTS.items():
        (source / name).write_text(text)
    place = ShardFolder(f"{scheme}{tmp_path}/shards")
    whole = build([source], engine="local")
    with whole.store() as store:
        found = list(store.all(Document))
    assert len(list(make_shards(found, place, ReadingPlan(Settings())))) == 2  # 16 and 4
    assert len(list(read_shards(place, (1, 2), HERE))) in (4, 16)
    assert len(list(read_shards(place, (1, 1), HERE))) == 20
    study = carry_out(Request((), from_shards=place.address)).study
    assert records(study) == records(whole)


def test_settings_and_known_actors_travel_with_the_shards(tmp_path: Path) -> None:
    known = Known("Pamir Relief", "organisation", aliases=("PR", "Pamir"), wikidata="Q42")
    reading = ReadingPlan(Settings(metonymy="literal", recall=True), (known,))
    list(make_shards(documents(), ShardFolder(str(tmp_path)), reading))
    assert reading_of(ShardFolder(str(tmp_path))) == reading


def test_a_place_without_shards_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no shards there"):
        list(read_shards(ShardFolder(str(tmp_path)), (1, 1), HERE))
    with pytest.raises(StoreError, match="no place for shards"):
        ShardFolder("nowhere://x").has("reading.json")


def test_shards_of_a_stopped_build_are_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "a.txt").write_text("Iran accused Oman.")

    def stop(*_: object) -> list[Skipped]:
        raise KeyboardInterrupt

    monkeypatch.setattr("actors.study.sharding.take_extracts", stop)
    with pytest.raises(KeyboardInterrupt):
        build([source], tmp_path / "out", engine="local")
    monkeypatch.undo()
    monkeypatch.setattr("actors.extract.careful.read_each", stop)
    study = build([source], tmp_path / "out", engine="local")
    assert len(study.actors()) == 2
    assert not (tmp_path / "out" / ".shards").exists()


def test_where_nothing_can_be_read_the_reasons_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    from actors.study.sharding import shard

    with pytest.raises(NothingToRead, match="empty"):
        shard(
            [tmp_path / "a.txt"],
            str(tmp_path / "shards"),
            Settings(),
            columns={},
            languages=("en",),
            known=None,
            skipped=lambda _: None,
            progress=lambda *_: None,
        )
