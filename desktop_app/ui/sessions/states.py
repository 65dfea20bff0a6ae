"""The states of a session as the window shows them, and the tab that each leads to."""

from typing import Final

from db.codes import SessionState
from desktop_app.i18n import N_, Language
from desktop_app.ui.widgets.chips import Chip
from desktop_app.wording.gender import Gender
from desktop_app.wording.vocabulary import label

OUT_OF_STEP: Final = frozenset({SessionState.POSTPONED, SessionState.CANCELLED})
_LOOKS: Final = {
    SessionState.PLANNED: ("calendar-blank", "neutral"),
    SessionState.INVITED: ("paper-plane-tilt", "accent"),
    SessionState.HELD: ("check", "accent"),
    SessionState.DRAFTING: ("note-pencil", "amber"),
    SessionState.SIGNED: ("seal-check", "green"),
    SessionState.SENT: ("check-circle", "green"),
    SessionState.POSTPONED: ("calendar-x", "neutral"),
    SessionState.CANCELLED: ("prohibit", "neutral"),
}
_OF_THE_MINUTES: Final = frozenset({SessionState.SIGNED, SessionState.SENT})
"""States whose word speaks of the minutes, not of the session."""
_PREPARE: Final = ("prepare", N_("Prepare"), "notebook")
_FOLLOWING: Final = {
    SessionState.PLANNED: _PREPARE,
    SessionState.POSTPONED: _PREPARE,
    SessionState.INVITED: ("attendance", N_("Take attendance"), "user-list"),
    SessionState.HELD: ("minutes", N_("Take minutes"), "note-pencil"),
    SessionState.DRAFTING: ("minutes", N_("Take minutes"), "note-pencil"),
    SessionState.SIGNED: ("papers", N_("Papers"), "file-text"),
    SessionState.SENT: ("outcomes", N_("Outcomes"), "list-checks"),
    SessionState.CANCELLED: ("history", N_("History"), "clock-counter-clockwise"),
}


def state_label(
    state: SessionState, language: Language, gender: Gender = "f", french_gender: Gender = "f"
) -> str:
    """Name a state.

    Args:
        state: of the session.
        language: of the window.
        gender: of the type that it agrees with; of *session* when not given.
        french_gender: the same in French.
    """
    if state in _OF_THE_MINUTES:
        return label(state, language)
    return label(state, language, french_gender if language == "fr" else gender)


def state_chip(
    state: SessionState, language: Language, gender: Gender = "f", french_gender: Gender = "f"
) -> Chip:
    """Show a state, agreeing as `state_label` does."""
    icon, tone = _LOOKS[state]
    return Chip(state_label(state, language, gender, french_gender), icon, tone)


def following_tab(state: SessionState) -> tuple[str, str, str]:
    """Give the tab where work goes on in a state: its code, its message, its icon."""
    return _FOLLOWING[state]
