"""The outcomes of a session, its history and the steps it takes."""

from collections.abc import Callable

from desktop_app.services.drafts import SessionDraft
from desktop_app.services.recording import record_session
from desktop_app.services.validation import checked
from desktop_app.ui.addresses import Address
from desktop_app.ui.window import MainWindow
from tests.ui.tours.going import Stop, settle, to_session


def _outcomes(
    count: int, typed: str = "", *, enter: bool = False
) -> Callable[[MainWindow], object]:
    """Show a session with so many outcomes without due date, and type in the line for one more."""
    text = {"ar": "تنظيم حصة دعم تقني حول MASSAR لفائدة الحراس العامين والنظار بكل مديرية"}
    lines = [{"kind": "action", "text": text}] * count
    session = {"type": "workshop", "theme": {"ar": "جلسة"}, "outcomes": lines}

    def show(window: MainWindow) -> None:
        assert window.desk.store is not None
        with window.desk.store.write("tour") as work:
            key = record_session(work, checked(session, SessionDraft))
        window.go(Address("session", key, "outcomes"))
        settle(window)
        part = window.page.part  # type: ignore[union-attr]  # the page of a session
        part.line.edit.setText(typed)
        part.line.edit.textEdited.emit(typed)
        if enter:
            part.line.take()

    return show


def _step(*keys: str) -> Callable[[MainWindow], object]:
    """Show the steps of a session, or what some keys ask for from there."""

    def show(window: MainWindow) -> None:
        to_session("outcomes")(window)
        settle(window)
        for key in ("Ctrl+T", *keys):
            window.obey(key)

    return show


STOPS = (
    Stop("outcomes", to_session("outcomes")),
    Stop("outcomes-empty", _outcomes(0)),
    Stop("outcomes-line", _outcomes(1, "إعداد دليل MASSAR قبل 15/06/2027")),
    Stop("outcomes-refused", _outcomes(2, "قبل 15/06/2027", enter=True)),
    Stop("outcomes-forty", _outcomes(40)),
    Stop("history", to_session("history")),
    Stop("steps", _step()),
    Stop("postponing", _step("F8")),
    Stop("cancelling", _step("F9", "Ctrl+Enter")),
)
