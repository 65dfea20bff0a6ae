"""The lists behind the figures of Home."""

from datetime import date, timedelta
from typing import Final

from desktop_app.calendar import first_of_school_year
from desktop_app.services.standing_data import Wait, Waiting
from desktop_app.ui.addresses import Address

LATE, THIS_WEEK, AHEAD, DONE = "late", "week", "ahead", "done"
_ALL_OPEN: Final = "open"
_PARTS: Final = {
    Wait.FINISH: "minutes",
    Wait.SIGNED_COPY: "papers",
    Wait.SEND: "papers",
    Wait.CONFIRM: "papers",
}
"""The tab of a session where what waits is done."""


def follow_ups(step: str = _ALL_OPEN, body_id: int | None = None) -> Address:
    """Name the register, narrowed as `desktop_app.ui.follow_ups.narrowing` reads it.

    Args:
        step: one of the above; what is done is that of this school year. All that is open unless
            one is given.
        body_id: of a directorate: what it, or a body or person of it, is in charge of.
    """
    filters = [f"due:{step}"]
    if step == DONE:
        first = first_of_school_year(date.today())  # noqa: DTZ011 - the user's own day
        last = first.replace(year=first.year + 1) - timedelta(days=1)
        filters.append(f"held:{first}/{last}")
    if body_id is not None:
        filters.append(f"body:{body_id}")
    return Address("follow-ups", None, " ".join(filters))


def sessions(wait: Wait) -> Address:
    """Name the list of sessions, narrowed to those whose minutes wait for something."""
    return Address("sessions", None, wait.value)


def waiting(one: Waiting) -> Address:
    """Name where something that waits is done."""
    if one.wait is Wait.REVIEW:
        return follow_ups("review")
    if one.session_id is None:
        return sessions(one.wait)
    return Address("session", one.session_id, _PARTS[one.wait])
