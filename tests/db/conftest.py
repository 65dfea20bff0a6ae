"""A real file for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.engine import create_store
from db.unit_of_work import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "مركز.mahdar"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with create_store(path) as made:
        yield made
