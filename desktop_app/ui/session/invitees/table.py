"""The list of those invited."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent

from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.invitees.rows import Invitee, invitee_columns
from desktop_app.ui.widgets.table import Table


class InviteesTable(Table[Invitee]):
    """The list; a click on an answer turns it to the next.

    Attributes:
        pressed_on_answer: emitted after the row of that answer became the current one.
    """

    pressed_on_answer = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, N_("Invitees"), invitee_columns(desk), tall=True)
        self.horizontalHeader().hide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Turn the answer that is clicked on."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        on_chip = index.isValid() and self.rows.columns[index.column()].code == "answer"
        if on_chip and event.button() is Qt.MouseButton.LeftButton:
            self.pressed_on_answer.emit()
