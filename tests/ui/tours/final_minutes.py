"""Minutes that become final: the check-list, the tabs that are then read-only, two versions."""

from desktop_app.documents.finalising import finalise
from desktop_app.services.final_minutes import reopen, state_of
from desktop_app.services.session_edits import edit_fields
from desktop_app.services.session_list import list_sessions
from desktop_app.ui.addresses import Address
from desktop_app.ui.window import MainWindow
from tests.ui.tours.going import Show, Stop, settle

_FINAL = "1/19"
_REASON = "خطأ في اسم القاعة وفي حضور السيدة ممثلة المديرية الإقليمية"


def _id_of(window: MainWindow, reference: str) -> int:
    assert window.desk.store is not None
    with window.desk.store.read() as reading:
        return next(row.id for row in list_sessions(reading) if row.reference == reference)


def _two_versions(window: MainWindow) -> int:
    """Have a session whose minutes are final for the second time."""
    key, store = _id_of(window, _FINAL), window.desk.store
    assert store is not None
    with store.read() as reading:
        done = state_of(reading, key).version
    if not done:
        with store.write("x") as work:
            finalise(work, key, ("ar",))
        with store.write("x") as work:
            reopen(work, key, _REASON)
        with store.write("x") as work:
            edit_fields(work, key, {("place", "room", "ar"): "القاعة الكبرى"})
        with store.write("x") as work:
            finalise(work, key, ("ar",))
    return key


def _final(part: str, *keys: str) -> Show:
    def show(window: MainWindow) -> None:
        window.go(Address("session", _two_versions(window), part))
        settle(window)
        for key in keys:
            assert window.obey(key)

    return show


def _gaps(window: MainWindow) -> None:
    """The check-list of a session that was not held yet."""
    store = window.desk.store
    assert store is not None
    with store.read() as reading:
        key = max(row.id for row in list_sessions(reading) if not row.reference)
    window.go(Address("session", key, "papers/minutes"))
    settle(window)
    assert window.obey("F12")


STOPS = (
    Stop("finalise", _gaps),
    Stop("final-prepare", _final("prepare")),
    Stop("final-minutes", _final("minutes")),
    Stop("final-papers", _final("papers/minutes")),
    Stop("reopen", _final("attendance", "Shift+F12")),
    Stop("versions", _final("papers/minutes", "F5")),
)
