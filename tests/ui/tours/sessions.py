"""The list of sessions, and what makes new ones."""

from collections.abc import Callable
from datetime import date

from desktop_app.services import careers, people
from desktop_app.services.drafts import Label
from desktop_app.ui.addresses import Address
from desktop_app.ui.sessions.page import SessionsPage
from desktop_app.ui.sessions.same_again import SameAgainDialog
from desktop_app.ui.window import MainWindow
from tests.ui.tours.going import Stop, pressing, session_id, settle


def narrowed(*chosen: tuple[str, str]) -> Callable[[MainWindow], object]:
    """Go to the list of sessions, narrowed by some of its drop-downs."""

    def show(window: MainWindow) -> None:
        window.go(Address("sessions"))
        settle(window)
        page = window.page
        assert isinstance(page, SessionsPage)
        page.filters.clear()
        for name, value in chosen:
            getattr(page.filters, name).choose(value)
        page.filters.changed.emit()

    return show


def _like_last(day: str, *keys: str) -> Callable[[MainWindow], object]:
    """Ask for a session like the workshop, some of whose people left their posts since."""

    def show(window: MainWindow) -> None:
        assert window.desk.store is not None
        page = window.page_of("sessions")
        assert isinstance(page, SessionsPage)
        with window.desk.store.write("tour") as work:
            head = Label("رئيسة المركز الإقليمي لمنظومة الإعلام بأزيلال", "la cheffe du centre")
            careers.leave_service(work, 7, date(2026, 9, 1))
            careers.change_post(work, 5, head, 6, date(2026, 9, 1))
            people.set_email(work, 9, "")
        window.go(Address("sessions", session_id(window)))
        settle(window)
        window.obey("Ctrl+D")
        settle(window)
        dialog = window.dialog
        assert isinstance(dialog, SameAgainDialog)
        dialog.field.line.setText(day)
        dialog.field.line.textEdited.emit(day)
        for key in keys:
            window.obey(key)
        settle(window)

    return show


STOPS = (
    Stop("sessions", narrowed()),
    Stop("sessions-narrowed", narrowed(("year", "2025/2026"), ("state", "sent"))),
    Stop("sessions-none", narrowed(("state", "cancelled"))),
    Stop("session-new", pressing(narrowed(), "Ctrl+N")),
    Stop("session-new-wrong", pressing(narrowed(), "Ctrl+N", "Enter")),
    Stop("session-again", _like_last("11/01/2027", "Enter")),
    Stop("session-again-wrong", _like_last("31/02/2027", "Enter")),
)
