"""What tests of the command line share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.cli.screens import MODES, Screen


@pytest.fixture(scope="session")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """A terminal of 80 columns."""
    opened = Screen(MODES[0], tmp_path_factory.mktemp("narrow"))
    yield opened
    opened.close()
