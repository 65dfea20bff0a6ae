"""The sample centre as a user meets it: what is signed or sent really went that way."""

from pathlib import Path

from db.check import check
from db.codes import DocumentState, SessionState
from db.engine import create_store
from desktop_app.documents import sample
from desktop_app.services.final_minutes import is_as_frozen, list_versions, state_of
from desktop_app.services.session_list import list_sessions

STATES = {SessionState.SIGNED: DocumentState.SIGNED, SessionState.SENT: DocumentState.SENT}


def test_minutes_are_as_far_as_their_session(tmp_path: Path) -> None:
    file = tmp_path / "centre.mahdar"
    with create_store(file) as store:
        with store.write("sample.fill") as work:
            sample.fill(work)
        with store.read() as reading:
            rows = list_sessions(reading)
            final = [row for row in rows if row.state in STATES]
            for row in final:
                minutes = state_of(reading, row.id)
                assert (minutes.state, minutes.version) == (STATES[row.state], 1)
                assert is_as_frozen(reading, row.id, 1)
                (version,) = list_versions(reading, row.id)
                assert bool(version.sent) is (row.state is SessionState.SENT)
            assert {row.state for row in final} == set(STATES)
            assert not any(state_of(reading, row.id).final for row in rows if row not in final)
    assert not check(str(file))
