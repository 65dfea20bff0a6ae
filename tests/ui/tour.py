"""The tour of the window: every screen and state that is walked over and photographed."""

from tests.ui.tours import (
    attendance,
    final_minutes,
    follow_ups,
    home,
    minutes,
    outcomes,
    papers,
    people,
    prepare,
    reports,
    scans,
    series,
    sessions,
    settings,
    start,
    window,
)
from tests.ui.tours.going import Stop, person_id, session_id, settle, wait_until

__all__ = ["STOPS", "TOURS", "Stop", "person_id", "session_id", "settle", "wait_until"]

TOURS = {
    tour.__name__.rpartition(".")[2]: tour.STOPS
    for tour in (
        *(start, home, sessions, series, prepare, attendance, minutes, outcomes, follow_ups),
        *(papers, final_minutes, people, reports, scans, settings, window),
    )
}
STOPS = tuple(stop for stops in TOURS.values() for stop in stops)
