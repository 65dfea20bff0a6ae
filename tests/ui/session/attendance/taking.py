"""A session whose attendance is to be taken, and a hand on the keyboard."""

from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.codes import AttendanceState, SessionState
from db.unit_of_work import Store
from desktop_app.services import people, session_edits
from desktop_app.services.drafts import (
    AttendanceDraft,
    FunctionDraft,
    Label,
    PersonDraft,
    SessionBasics,
)
from desktop_app.services.session_data import Session
from desktop_app.services.sessions import get_session
from desktop_app.ui.addresses import Address
from desktop_app.ui.session.attendance.tab import AttendanceTab
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import session_of
from tests.ui.tour import settle

TODAY = date.today()  # noqa: DTZ011 - the user's own day
NONE = Qt.KeyboardModifier.NoModifier
KEYS = {
    "Space": Qt.Key.Key_Space,
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Insert": Qt.Key.Key_Insert,
    "Del": Qt.Key.Key_Delete,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Home": Qt.Key.Key_Home,
    "End": Qt.Key.Key_End,
    "PgDn": Qt.Key.Key_PageDown,
    **{f"F{n}": Qt.Key(Qt.Key.Key_F1 + n - 1) for n in range(1, 13)},
    **{str(n): Qt.Key(Qt.Key.Key_0 + n) for n in range(10)},
}


def prepare(store: Store, count: int = 20, state: SessionState = SessionState.INVITED) -> int:
    """Record a session of today to which so many people are invited, and give its id."""
    with store.write("prepare") as work:
        known = [one.uid for one in people.list_people(work, TODAY)]
        for n in range(len(known), count):
            title = Label("إطار بالمديرية الإقليمية", "le cadre de la direction provinciale")
            draft = PersonDraft(
                name=Label(f"مدعو رقم {n}", f"Invité numéro {n}"),
                function=FunctionDraft(title=title),
            )
            people.find_or_create(work, draft, 1 + n % 5)
        known = [one.uid for one in people.list_people(work, TODAY)]
        session_id = session_edits.create_session(
            work,
            SessionBasics(
                type="workshop",
                theme=Label("مستجدات منظومة مسار", "les nouveautés de MASSAR"),
                days=(TODAY,),
                state=state,
            ),
        )
        lines = [AttendanceDraft(person=uid) for uid in known[:count]]
        session_edits.set_attendance(work, session_id, lines)
    return session_id


def opened(window: MainWindow, session_id: int) -> AttendanceTab:
    """Go to the attendance of a session."""
    window.go(Address("session", session_id, "attendance"))
    settle(window)
    part = session_of(window).part
    assert isinstance(part, AttendanceTab)
    return part


def recorded(window: MainWindow, session_id: int) -> Session:
    """Read what the record says, once all is written."""
    settle(window)
    store = window.desk.store
    assert store
    with store.read() as reading:
        return get_session(reading, session_id)


def states(session: Session) -> dict[str, AttendanceState]:
    """Give where each was, by French name."""
    return {line.person.name.fr or line.person.name.ar: line.state for line in session.attendance}


class Hand:
    """Presses keys and counts them; letters are counted apart."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.keys = self.letters = 0

    def press(self, *keys: str) -> None:
        """Press some keys, each as soon as the last was shown."""
        for key in keys:
            self.keys += 1
            QTest.keyClick(self.window.windowHandle(), KEYS[key], NONE)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type letters where the focus is."""
        for letter in text:
            self.letters += 1
            event = QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter)
            QApplication.sendEvent(self.window.focusWidget(), event)
        settle(self.window)
