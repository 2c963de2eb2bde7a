"""Whatever order things are done in, the study is what one built from scratch would be.

Documents are added, changed and removed, decisions made and taken back. At the end another
study is built from the documents that are left, with the decisions that are left.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from unittest.mock import patch

import networkx as nx
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from actors import Settings, Study, build
from actors.errors import CurationError
from actors.study import updating

TEXTS = {
    "a.txt": (
        "Iranian envoy Hassan Karimi met Turkish officials. Hassan Karimi praised Turkey.",
        "Hassan Karimi accused Turkey of delay. China praised Hassan Karimi.",
    ),
    "b.txt": ("Karimi accused Russia of delay.", "Karimi praised Russia. Karimi met Ali Karimi."),
    "c.txt": (
        "Ali Karimi accused Iran of fraud. China praised Ali Karimi.",
        "Iran praised Turkey.",
    ),
    "d.txt": (
        "The World Bank accused Iran of fraud. Hasan Karimi praised the World Bank.",
        "Russia accused Iran of fraud. Mr Karimi met Hassan Karimi.",
    ),
}
PEOPLE = ("Hassan Karimi", "Ali Karimi", "Karimi", "Hasan Karimi")
BODIES = ("World Bank", "Iran", "Turkey", "Russia", "China")
READING = Settings(recogniser=False)

documents = st.sampled_from(sorted(TEXTS))
people = st.sampled_from(PEOPLE)
anybody = st.sampled_from(PEOPLE + BODIES)


class AnyOrder(RuleBasedStateMachine):
    """One study, and a folder with the documents that it should consist of."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp())
        self.reports = self.folder / "reports"
        self.reports.mkdir()
        self.written = patch.object(updating, "_leave")  # the files of a study: tested elsewhere
        self.written.start()
        self.study: Study

    def teardown(self) -> None:
        try:
            self.same_as_from_scratch()
        finally:
            self.written.stop()
            shutil.rmtree(self.folder)

    @initialize()
    def first_documents(self) -> None:
        for name in ("a.txt", "c.txt"):
            (self.reports / name).write_text(TEXTS[name][0], encoding="utf-8")
        self.study = self.built("study")

    @rule(name=documents, version=st.integers(0, 1))
    def add_or_change(self, name: str, version: int) -> None:
        path = self.reports / name
        path.write_text(TEXTS[name][version], encoding="utf-8")
        build([path], self.folder / "study", settings=READING)

    @precondition(lambda self: self.present())
    @rule(number=st.integers(0, 3))
    def remove(self, number: int) -> None:
        path = self.present()[number % len(self.present())]
        path.unlink()
        self.study.remove([path.name])

    @rule(one=people, other=people)
    def merge(self, one: str, other: str) -> None:
        self.tried(lambda: self.study.decide("merge", [one, other], because="seen"))

    @rule(one=people, off=people)
    def split(self, one: str, off: str) -> None:
        self.tried(lambda: self.study.decide("split", one, off=[off]))

    @rule(one=people, other=people)
    def keep_apart(self, one: str, other: str) -> None:
        self.tried(lambda: self.study.decide("apart", [one, other]))

    @rule(one=people, names=st.lists(people, min_size=1, max_size=2))
    def pin(self, one: str, names: list[str]) -> None:
        self.tried(lambda: self.study.decide("pin", one, names=names))

    @rule(one=anybody, other=anybody)
    def rename(self, one: str, other: str) -> None:
        self.tried(lambda: self.study.decide("rename", one, to=other))

    @rule(one=people)
    def identify(self, one: str) -> None:
        self.tried(lambda: self.study.decide("identify", one, **{"with": {"wikidata": "Q1"}}))

    @rule(one=anybody)
    def ignore(self, one: str) -> None:
        self.tried(lambda: self.study.decide("ignore", one))

    @rule(one=anybody, other=anybody)
    def reject(self, one: str, other: str) -> None:
        self.tried(lambda: self.study.decide("reject", {"source": one, "target": other}))

    @rule()
    def undo(self) -> None:
        with suppress(CurationError):
            self.study.undo()

    @precondition(lambda self: self.present())
    @rule()
    def rebuild(self) -> None:
        self.built("study")

    def tried(self, decision: Callable[[], object]) -> None:
        """A decision that matches nothing is refused, and leaves everything as it was."""
        before, rules = self.study.graph(), self.study.rules()
        try:
            decision()
        except CurationError:
            assert self.study.rules() == rules
            assert nx.utils.graphs_equal(self.study.graph(), before)
        else:
            assert self.study.rules()[:-1] == rules

    def same_as_from_scratch(self) -> None:
        if not self.present():
            assert (len(self.study.actors()), self.study.graph().order()) == (0, 0)
            return
        decisions = self.folder / "study" / "curation.yaml"
        (self.folder / "scratch").mkdir()
        if decisions.exists():
            shutil.copy(decisions, self.folder / "scratch")
        scratch = self.built("scratch")
        assert self.study.actors().equals(scratch.actors())
        assert nx.utils.graphs_equal(self.study.graph(), scratch.graph())
        assert self.study.runs()[-1].warnings == scratch.runs()[-1].warnings

    def built(self, name: str) -> Study:
        return build([self.reports], self.folder / name, settings=READING)

    def present(self) -> list[Path]:
        return sorted(self.reports.iterdir())


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=8,
    stateful_step_count=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
