"""The tabs of a session, in the order of the work; to add one is to add a line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from db.codes import AttendanceState, SessionState
from desktop_app.i18n import N_
from desktop_app.services.session_data import Session
from desktop_app.ui.widgets.tabs import Tab

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from desktop_app.ui.acts import Act
    from desktop_app.ui.desk import Desk


class Part(Protocol):
    """What the frame needs of what a tab shows; it is a widget too, and takes the focus.

    Attributes:
        acts: what keys do on it.
    """

    @property
    def acts(self) -> "Sequence[Act]":
        """What can be done here."""
        ...

    def show_session(self, session: Session) -> None:
        """Show a session, or the same one after something was written."""
        ...

    def leave(self) -> None:
        """Keep what was typed: something else comes in front."""
        ...


@runtime_checkable
class Chooses(Protocol):
    """A part that can be asked for one of the things it shows."""

    def choose(self, what: str) -> None:
        """Choose what the end of an address names (``12`` in ``outcomes/12``)."""
        ...


@runtime_checkable
class ShowsPaper(Part, Protocol):
    """A part with a paper in view, whose acts the head of the page shows on every tab.

    Attributes:
        print_act, save_act, mail_act: what can be done with the paper.
    """

    print_act: "Act"
    save_act: "Act"
    mail_act: "Act"

    @property
    def rendered(self) -> object:
        """The paper, or nothing while it is being prepared."""
        ...

    @property
    def preparing(self) -> bool:
        """Whether a paper will be in view in a moment."""
        ...


@runtime_checkable
class Saves(Protocol):
    """A part that keeps what is typed, and has the head of the page say so.

    Attributes:
        saving: emitted when something is being kept.
        refused: emitted when something is not kept.
    """

    saving: "SignalInstance"
    refused: "SignalInstance"


@runtime_checkable
class AboutPaper(Protocol):
    """A part that is about one paper: the one that is printed, saved and sent from there.

    Attributes:
        paper: its kind.
        mail_wanted: emitted when it is to be sent.
    """

    paper: str
    mail_wanted: "SignalInstance"


@runtime_checkable
class Prints(Protocol):
    """A part with a button of its own for what the head prints.

    Attributes:
        print_wanted: emitted when it was pressed.
    """

    print_wanted: "SignalInstance"


@dataclass(frozen=True, slots=True)
class SessionTab:
    """A tab of the frame.

    Attributes:
        tab: its code, words and icon.
        make: makes what it shows, importing it only then.
        finished: whether nothing is left to do there.
    """

    tab: Tab
    make: Callable[["Desk"], Part]
    finished: Callable[[Session], bool]


def _minutes(desk: "Desk") -> Part:
    from desktop_app.ui.session.minutes.tab import MinutesTab

    return MinutesTab(desk)


def _prepare(desk: "Desk") -> Part:
    from desktop_app.ui.session.prepare.tab import PrepareTab

    return PrepareTab(desk)


def _prepared(session: Session) -> bool:
    place = session.place
    return bool(
        session.days
        and session.start
        and (place.room or place.site or place.platform)
        and session.chair
        and session.agenda
        and any(line.invited for line in session.attendance)
    )


def _attendance(desk: "Desk") -> Part:
    from desktop_app.ui.session.attendance.tab import AttendanceTab

    return AttendanceTab(desk)


def _attendance_finished(session: Session) -> bool:
    return bool(session.attendance) and all(
        line.state is not AttendanceState.NOT_RECORDED for line in session.attendance
    )


def _outcomes(desk: "Desk") -> Part:
    from desktop_app.ui.session.outcomes import OutcomesTab

    return OutcomesTab(desk)


def _papers(desk: "Desk") -> Part:
    from desktop_app.ui.papers.tab import PapersTab  # ReportLab

    tab = PapersTab(desk)
    tab.setFocusProxy(tab.papers)
    return tab


def _history(desk: "Desk") -> Part:
    from desktop_app.ui.session.history import HistoryTab

    return HistoryTab(desk)


def _minutes_finished(session: Session) -> bool:
    return session.state in {SessionState.SIGNED, SessionState.SENT}


def _outcomes_finished(session: Session) -> bool:
    from desktop_app.ui.session.outcome_rows import gaps_of

    return bool(session.outcomes) and not any(map(gaps_of, session.outcomes))


def _papers_finished(session: Session) -> bool:
    return session.state is SessionState.SENT


TABS: Final = (
    SessionTab(Tab("prepare", N_("Prepare"), "article"), _prepare, _prepared),
    SessionTab(Tab("attendance", N_("Attendance"), "user-list"), _attendance, _attendance_finished),
    SessionTab(Tab("minutes", N_("The minutes"), "note-pencil"), _minutes, _minutes_finished),
    SessionTab(Tab("outcomes", N_("Outcomes"), "list-checks"), _outcomes, _outcomes_finished),
    SessionTab(Tab("papers", N_("Papers"), "files"), _papers, _papers_finished),
    SessionTab(Tab("history", N_("History"), "clock-counter-clockwise"), _history, lambda _: False),
)
FIRST: Final = "papers"
"""Shown when an address names no tab."""
