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

__all__ = ["STOPS", "Stop", "person_id", "session_id", "settle", "wait_until"]

STOPS = (
    *start.STOPS,
    *home.STOPS,
    *sessions.STOPS,
    *series.STOPS,
    *prepare.STOPS,
    *attendance.STOPS,
    *minutes.STOPS,
    *outcomes.STOPS,
    *follow_ups.STOPS,
    *papers.STOPS,
    *final_minutes.STOPS,
    *people.STOPS,
    *reports.STOPS,
    *scans.STOPS,
    *settings.STOPS,
    *window.STOPS,
)
