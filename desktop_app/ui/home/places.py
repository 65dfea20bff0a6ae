"""The lists behind the figures of Home."""

from typing import Final

from desktop_app.services.standing_data import Wait, Waiting
from desktop_app.ui.addresses import Address

LATE, THIS_WEEK, OPEN, DONE = "late", "week", "open", "done"
_PARTS: Final = {
    Wait.FINISH: "minutes",
    Wait.SIGNED_COPY: "papers",
    Wait.SEND: "papers",
    Wait.CONFIRM: "papers",
}
"""The tab of a session where what waits is done."""


def follow_ups(step: str = "", body_id: int | None = None) -> Address:
    """Name the register, narrowed to what is late, due this week, open or done.

    Args:
        step: one of the above; all of them when empty.
        body_id: of a directorate: what it, or a body or person of it, is in charge of.
    """
    filters = [f"due:{step}"] if step else []
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
