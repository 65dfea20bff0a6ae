"""A window that is killed at work leaves a record that passes, and no word older than a second."""

from pathlib import Path

from tests.kills.__main__ import kill_once, make_record


def test_a_killed_window_loses_at_most_the_last_second(tmp_path: Path) -> None:
    record = tmp_path / "centre.mahdar"
    session_id = make_record(record)
    kills = [kill_once(record, session_id, seed) for seed in (3, 8)]
    assert [problem for kill in kills for problem in kill.problems] == []
    assert all(kill.typed for kill in kills)
