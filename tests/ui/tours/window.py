"""What the whole window shows: a failure, the guide, the palette, the keys, a toast."""

from collections.abc import Callable

from db.errors import UserError
from desktop_app.ui.palette.palette import Palette
from desktop_app.ui.window import MainWindow
from tests.ui.tours.going import Stop, pressing, settle, to, to_session
from tests.ui.tours.sessions import narrowed

LONG_ERROR = UserError(
    "{file} cannot be opened or saved, because you have no right to it or to its folder; ask for"
    " that right or work on a copy elsewhere; what is recorded is safe.",
    file="محضر-ورشة-عمل-2026.pdf",
)


def _error(window: MainWindow) -> None:
    to_session("papers")(window)
    settle(window)
    window.show_error(LONG_ERROR)


def _found(query: Callable[[MainWindow], str]) -> Callable[[MainWindow], object]:
    """Open the palette and type something."""

    def show(window: MainWindow) -> None:
        pressing(narrowed(), "Ctrl+K")(window)
        palette = window.dialog
        assert isinstance(palette, Palette)
        palette.field.setText(query(window))

    return show


def _town(window: MainWindow) -> str:
    return "خنيفره" if window.desk.language == "ar" else "khenifra"


def _said(window: MainWindow) -> str:
    return "الدخول" if window.desk.language == "ar" else "rentree"


def _undoable(window: MainWindow) -> None:
    narrowed()(window)
    window.desk.undoable(window.desk.say("Saved"), lambda: None)


STOPS = (
    Stop("error", _error),
    Stop("guide", to("guide", "begin")),
    Stop("guide-picture", to("guide", "sessions")),
    Stop("palette", _found(_town)),
    Stop("palette-words", _found(_said)),
    Stop("palette-empty", _found(lambda _: "")),
    Stop("palette-nothing", _found(lambda _: "xyzzy")),
    Stop("keys", pressing(narrowed(), "F1")),
    Stop("toast", _undoable),
)
