"""Loads what the first page does without, while nobody waits for it."""

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.desk import Desk

_FIRST_MS: Final = 200
_BETWEEN_MS: Final = 10
_BESIDE: Final = (
    "desktop_app.documents.rendering",
    "desktop_app.services.outputs",
    "desktop_app.services.recipients",
    "desktop_app.services.settings",
    "desktop_app.services.session_states",
    "desktop_app.wording.note_dates",
    "pypdfium2",
)
"""Loaded on a thread beside the window's: nothing of it is Qt's."""
_BETWEEN: Final = (
    "desktop_app.ui.sessions.page",
    "desktop_app.ui.palette.palette",
    "desktop_app.ui.widgets.dialog",
    "desktop_app.ui.widgets.field",
    "desktop_app.ui.session.page",
    "desktop_app.ui.papers.preview",
    "desktop_app.ui.papers.details",
    "desktop_app.ui.papers.tab",
    "desktop_app.ui.session.outcomes",
    "desktop_app.ui.session.history",
    "desktop_app.ui.follow_ups.page",
    "desktop_app.ui.people.page",
    "desktop_app.ui.person.page",
    "desktop_app.ui.settings.form",
    "desktop_app.ui.settings.page",
    "desktop_app.ui.keys_page.all_keys",
)
"""Loaded on the window's own thread, one between two of its events: the screens, small parts
first."""


class Idle(QTimer):
    """Loads one thing after the other, so that a screen's first opening is as quick as its next.

    Args:
        desk: runs what can be loaded beside the window.
        parent: the window.

    Attributes:
        begun: emitted when nobody has waited for anything for a moment.
    """

    begun = Signal()

    def __init__(self, desk: "Desk", parent: "QWidget") -> None:
        super().__init__(parent)
        self._desk = desk
        self._left: list[Callable[[], object]] = [
            self._load_beside,
            *(partial(import_module, one) for one in _BETWEEN),
        ]
        self._left.append(_learn_widgets)
        self.timeout.connect(self._go_on)
        desk.leaving.connect(self.stop)

    def begin(self) -> None:
        """Begin in a moment."""
        self.start(_FIRST_MS)

    def _go_on(self) -> None:
        if self._left:
            self._left.pop(0)()
        else:
            self.stop()

    def _load_beside(self) -> None:
        def work(_: object) -> None:
            for name in _BESIDE:
                import_module(name)

        self.stop()
        self.begun.emit()
        self._desk.runner.run(work, lambda _: self.start(_BETWEEN_MS))


def _learn_widgets() -> None:
    """Let Qt for Python load every class of widget, as it does at the first viewport it meets."""
    from PySide6.QtWidgets import QScrollArea  # with the rest

    QScrollArea().viewport()
