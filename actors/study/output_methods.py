"""The methods of `actors.Study` that make what others look at: pages, files, exports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actors.analysis.grids import grids
from actors.analysis.measuring import as_mapping
from actors.analysis.networks import network
from actors.analysis.periods import DateRange
from actors.analysis.stakeholders import POWER_MEASURES, stakes
from actors.atomic import write_text
from actors.names import PAGE_FILE, USUAL
from actors.outputs.exporting import export
from actors.outputs.kept import measures
from actors.outputs.page import page_text, title
from actors.outputs.view import View
from actors.study import updating
from actors.study.network_methods import NetworkMethods

if TYPE_CHECKING:
    from actors.stakeholders import Issue, Override
    from actors.views.grids import Grid

__all__ = ["OutputMethods"]

_REPLICATES = 200
"""Corpora drawn for the intervals of the page: a look, not a print."""


class OutputMethods(NetworkMethods):
    """What a study leaves for people and other programs."""

    def page(self, *, size_by: str = "strength", window: str | None = None, **level: Any) -> str:
        """The interactive page as HTML: one file, no request to any host.

        Args:
            size_by: the measure that the size of an actor shows
            window: as in `graph`
            level: levels as in `graph`; ``intervals=("strength",)`` for measures that are shown
                with their intervals, which takes a while;
                ``issues=`` (`actors.stakeholders.parse_issue`) for a view of their stakeholders,
                with ``overrides=`` (`actors.stakeholders.read_overrides`)
        """
        intervals = tuple(dict.fromkeys(level.pop("intervals", ())))
        issues = level.pop("issues", ())
        held = self._grids(issues, level.pop("overrides", ()))
        drawn = {name: value for name, value in level.items() if name != "background"}
        doubt = self.uncertainty(intervals, replicates=_REPLICATES, **drawn) if intervals else None
        rules, about = self.rules(), title(self._place)
        with self.store() as store:
            graph = network(store, rules, window=window, **level)
            numbers = measures(store, rules, **level)
            more: dict[str, Any] = {"intervals": doubt, "grids": held, "issues": issues}
            return page_text(store, about, graph, numbers, size_by, **more)

    def _grids(self, issues: Sequence[Issue], overrides: Sequence[Override]) -> tuple[Grid, ...]:
        """The views of the stakeholders of some issues."""
        if not issues:
            return ()
        graph, numbers = self.graph(), as_mapping(self.measures(names=POWER_MEASURES))
        with self.store() as store:
            return grids(stakes(store, graph, numbers, issues, overrides))

    def refresh(self) -> list[Path]:
        """Write the files beside the study anew where they don't show it as it is.

        A decision about a large study is in force at once, and leaves its files as they were:
        `actors.build`, `view` and this bring them up to date.

        Returns:
            the files that were written; none if all were up to date
        """
        if not self.outdated:
            return []
        with self.store(write=True) as store:
            return updating.refresh(store, self.rules(), self.folder)

    @property
    def outdated(self) -> bool:
        """Whether the files beside the study show it as it was before some decision."""
        if self.path is None:
            return False
        with self.store() as store:
            return updating.outdated(store, self.rules())

    def view(
        self, path: str | Path | None = None, *, size_by: str = "strength", **level: Any
    ) -> View:
        """Write the page and return it; Jupyter shows it inline. Arguments as in `page`.

        Beside the study, its other files are brought up to date too (see `refresh`).
        """
        place = Path(path) if path else self.folder / PAGE_FILE
        usual = size_by == "strength" and all(each in USUAL for each in level.values())
        if not path and self.refresh() and usual:
            return View(place.read_text(encoding="utf-8"), place)
        text = self.page(size_by=size_by, **level)
        if path or self.path:
            write_text(place, text)
        return View(text, place if path or self.path else None)

    def export(
        self,
        format: str,
        path: str | Path | None = None,
        *,
        layer: str | Sequence[str] | None = None,
        sign: str | Sequence[str] | None = None,
        status: str | Sequence[str] | None = None,
        period: DateRange | None = None,
        kinds: str | Sequence[str] | None = None,
        min_weight: float | None = None,
        **more: Any,
    ) -> list[Path]:
        """Write the network, or the part that fits, for another program; return the files.

        Args:
            format: ``gexf``, ``graphml``, ``json``, ``csv``, ``pajek``, ``r`` ...: all are in
                ``docs/exports.md``
            path: the file to write, or the folder for a format of several files; beside the
                study if left out
            layer: only these layers; see `actors.network.select.select`, as for all below
            sign: only ties of these signs, which only ties that hold have
            status: only ties of these statuses (`actors.factuality.STATUSES`)
            period: only what happened from the first day to the last, both included; also
                as ``"2021-07-01..2021-07-14"``
            kinds: only ties among actors of these kinds
            min_weight: only ties of this weight or more
            more: ``level=``, ``on=``, ``private=``, ``background=`` and ``unnamed=`` as in
                `graph`; for ``dna`` ``concept=`` (``"relation"`` or ``"target"``) and
                ``issues=`` (`actors.stakeholders.parse_issue`)

        Raises:
            NotFound: there is no such format, or no tie fits
            SettingsError: a criterion can't be understood
        """
        criteria: dict[str, Any] = {"layer": layer, "sign": sign, "status": status}
        criteria |= {"period": period, "kinds": kinds, "min_weight": min_weight}
        rules, place = self.rules(), Path(path) if path else None
        with self.store() as store:
            return export(store, rules, format, place, self.folder, **criteria, **more)
