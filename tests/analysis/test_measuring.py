"""Tables of measures: in which order actors stand."""

from __future__ import annotations

import pandas as pd
import pytest

from actors.analysis.measuring import ABOUT, strongest_first

TABLE = pd.DataFrame(
    {
        **{name: ["Ana", "Bo", "Cy"] for name in ABOUT},
        "strength": [1.0, 3.0, 3.0],
        "degree": [2.0, 1.0, 2.0],
        "pagerank": [0.3, 0.2, 0.5],
        "closeness": [0.9, 0.1, 0.1],
    }
)


@pytest.mark.parametrize(
    ("measures", "order"),
    [
        (["pagerank", "strength"], ["Bo", "Cy", "Ana"]),
        (["degree", "strength"], ["Cy", "Bo", "Ana"]),
        (["pagerank"], ["Cy", "Ana", "Bo"]),
        (["closeness", "pagerank"], ["Ana", "Bo", "Cy"]),
        ([], ["Ana", "Bo", "Cy"]),
    ],
)
def test_the_strongest_come_first_then_names(measures: list[str], order: list[str]) -> None:
    assert list(strongest_first(TABLE, measures)["name"]) == order
