"""Minutes made final by two windows at once: each has a number of its own, and none is left out."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db.codes import DocumentKind
from db.engine import create_store, open_store
from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.documents import finalising
from desktop_app.services import papers, recording, session_edits, settings
from desktop_app.services.final_minutes import list_versions
from desktop_app.services.sessions import get_session
from tests.services.drafts import draft

REPOSITORY = Path(__file__).parents[2]
EACH = 4
CHILD = """
import sys, time
from db.engine import open_store
from db.errors import UserError
from desktop_app.documents.finalising import finalise
path, *ids = sys.argv[1:]
print("ready", flush=True)
sys.stdin.readline()
for key in map(int, ids):
    while True:
        try:
            with open_store(path) as store, store.write("finalise") as work:
                finalise(work, key, ("ar",))
            break
        except UserError as error:
            if "another window" not in str(error):
                raise
            time.sleep(0.01)
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with create_store(tmp_path / "centre.mahdar") as made:
        yield made


def recorded(store: Store, days: list[date]) -> list[int]:
    """Record one session a day, each with what final minutes need."""
    with store.write("record") as work:
        keys = [
            recording.record_session(work, draft(days=[day.isoformat()], attendance=[]))
            for day in days
        ]
        for key in keys:
            session_edits.edit_fields(work, key, {("signatories",): [1, 2]})
    return keys


def numbers(store: Store, keys: list[int]) -> list[str]:
    with store.read() as reading:
        return [get_session(reading, key).reference for key in keys]


def test_two_processes_give_no_number_twice_and_leave_none_out(tmp_path: Path) -> None:
    path = tmp_path / "centre.mahdar"
    with create_store(path) as store:
        keys = recorded(store, [date(2026, 3, 1 + n) for n in range(2 * EACH)])
    both = [
        subprocess.Popen(
            [sys.executable, "-c", CHILD, str(path), *map(str, own)],
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for own in (keys[::2], keys[1::2])
    ]
    for one in both:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in both:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    assert [one.communicate()[0] for one in both] == ["", ""]
    assert [one.returncode for one in both] == [0, 0]
    with open_store(path) as store:
        given = numbers(store, keys)
        assert sorted(given) == [f"{n}/26" for n in range(1, 2 * EACH + 1)]
        with store.read() as reading:
            assert all(len(list_versions(reading, key)) == 1 for key in keys)


def test_numbers_begin_anew_each_civil_year_and_are_not_used_up_in_vain(store: Store) -> None:
    days = [date(2025, 12, 30), date(2026, 1, 5), date(2026, 1, 6), date(2025, 12, 31)]
    keys = recorded(store, days)
    with store.write("unsign") as work:
        session_edits.edit_fields(work, keys[1], {("signatories",): []})
    for key in keys:
        try:
            with store.write("finalise") as work:
                finalising.finalise(work, key, ("fr",))
        except UserError:
            assert key == keys[1]
    assert numbers(store, keys) == ["1/25", "", "1/26", "2/25"]


def test_kinds_count_in_common_when_the_centre_wants_it(store: Store) -> None:
    keys = recorded(store, [date(2026, 1, 5), date(2026, 1, 6)])
    with store.write("common") as work:
        settings.change(work, ("institution", "common_numbers"), True)  # noqa: FBT003 - a value
    with store.write("finalise") as work:
        finalising.finalise(work, keys[0], ("ar",))
    with store.write("invite") as work:
        papers.give_number(work, keys[0], DocumentKind.MINUTES, date(2026, 1, 5))
        assert papers.next_number(work, DocumentKind.ATTESTATION, date(2026, 1, 6)) == "2/26"
    with store.write("finalise") as work:
        finalising.finalise(work, keys[1], ("ar",))
    assert numbers(store, keys) == ["1/26", "3/26"]
    with store.read() as reading:
        assert all(len(list_versions(reading, key)) == 1 for key in keys)
