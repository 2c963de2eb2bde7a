"""Documents added, changed, read and removed in any order leave what a plain dict would."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from actors.store import open_store
from actors.types import Document, Extract
from tests.store.records import document, full_extract

NAMES = st.sampled_from(["a.txt", "b.txt", "c.txt"])
READINGS = st.sampled_from(["one", "other"])
STEPS = st.one_of(
    st.tuples(st.just("add"), NAMES, st.sampled_from(["Old text.", "New text."])),
    st.tuples(st.just("read"), NAMES, READINGS),
    st.tuples(st.just("remove"), NAMES, st.just("")),
)


@settings(deadline=None, max_examples=25)
@given(st.lists(STEPS, max_size=12))
def test_the_study_is_what_the_last_word_on_each_document_made_it(
    steps: list[tuple[str, str, str]],
) -> None:
    documents: dict[str, Document] = {}
    readings: dict[str, str] = {}
    with open_store(":memory:") as store:
        for step, name, what in steps:
            if step == "add":
                new = document(name, what)
                assert store.add([new]) == (documents.get(name) != new)
                if documents.get(name) != new:
                    readings.pop(name, None)
                documents[name] = new
            elif name in documents and step == "read":
                store.add_extracts([full_extract(documents[name])], what)
                readings[name] = what
            elif name in documents:
                assert store.remove_documents([documents.pop(name).key]) == 1
                readings.pop(name, None)
        wanted = [documents[name] for name in sorted(documents)]
        assert list(store.all(Document)) == wanted
        read = [each for each in wanted if each.name in readings]
        assert list(store.all(Extract)) == list(map(full_extract, read))
        for reading in ("one", "other"):
            kept = {each.key for each in read if readings[each.name] == reading}
            assert store.extracted(reading) == kept
            assert [each.key for each in store.pending(reading)] == [
                each.key for each in wanted if each.key not in kept
            ]
