"""A real file for each test, and one sample centre to read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.engine import create_store
from db.unit_of_work import Store
from desktop_app.services import sample


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with create_store(tmp_path / "centre.mahdar") as made:
        yield made


@pytest.fixture(scope="session")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample centre; tests only read it."""
    with create_store(tmp_path_factory.mktemp("sample") / "centre.mahdar") as made:
        with made.write("sample.fill") as work:
            sample.fill(work)
        yield made
