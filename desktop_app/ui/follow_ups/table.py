"""The table of the register: lines are marked by Space or their boxes, and stay so on the way."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from desktop_app.i18n import N_
from desktop_app.services.follow_up_data import Line
from desktop_app.ui.desk import Desk
from desktop_app.ui.follow_ups.columns import MARK, register_columns
from desktop_app.ui.follow_ups.rows import RegisterRows
from desktop_app.ui.widgets.rows_model import Index
from desktop_app.ui.widgets.table import Table

_FLAGS = QItemSelectionModel.SelectionFlag


class RegisterTable(Table[Line]):
    """Many can be chosen: with Shift and Ctrl as everywhere, or marked one by one.

    Attributes:
        marked: emitted when others are chosen.
        is_marking: whether lines are marked one by one, so that the arrows leave them so.
    """

    marked = Signal()
    is_marking = False
    keeps_rows = RegisterRows

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            N_("Follow-ups"),
            register_columns(desk),
            many=True,
            foldable=True,
        )
        self.selectionModel().selectionChanged.connect(lambda *_: self.marked.emit())

    def unmark(self) -> None:
        """Choose the current line alone."""
        self.is_marking = False
        self.selectionModel().select(self.currentIndex(), _FLAGS.ClearAndSelect | _FLAGS.Rows)
        self.marked.emit()

    def select_all(self) -> None:
        """Choose all lines."""
        self.is_marking = True
        last = self.rows.rowCount() - 1
        every = QItemSelection(
            self.rows.index(0, 0), self.rows.index(last, len(self.rows.columns) - 1)
        )
        self.selectionModel().select(every, _FLAGS.ClearAndSelect)

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Leave what is marked as it is while one only goes on."""
        if self.is_marking and (
            event is None or (isinstance(event, QKeyEvent) and not _held(event))
        ):
            return _FLAGS.NoUpdate
        return super().selectionCommand(index, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space marks the line, or no longer; Ctrl+A chooses all."""
        key, at = event.key(), self.currentIndex().row()
        if key == Qt.Key.Key_Space and self.rows.key_at(at) is not None:
            self._mark(at)
        elif key == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.select_all()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a box marks its line; a click beside the boxes chooses one line."""
        index = self.indexAt(event.position().toPoint())
        boxed = index.isValid() and self.rows.columns[index.column()].code == MARK
        if boxed and self.rows.key_at(index.row()) is not None and not _held(event):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._mark(index.row())
            return
        self.is_marking = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        super().mousePressEvent(event)

    def _mark(self, at: int) -> None:
        """Mark a line or no longer; the one that was merely current is marked by itself."""
        index = self.rows.index(at, 0)
        if not self.is_marking:
            self.is_marking = True
            command = _FLAGS.ClearAndSelect
        else:
            command = _FLAGS.Toggle
        self.selectionModel().setCurrentIndex(index, _FLAGS.NoUpdate)
        self.selectionModel().select(index, command | _FLAGS.Rows)
        self.marked.emit()


def _held(event: QKeyEvent | QMouseEvent) -> bool:
    held = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
    return bool(event.modifiers() & held)
