"""What fields of several names share: the field for one more, and the chips of those named."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.name_field import Named, NameField
from desktop_app.ui.widgets.chips import RemovableChip
from desktop_app.ui.widgets.flow import Flow


class OneMore(NameField):
    """A field that is empty again after each name.

    Attributes:
        taken: emitted with each `Named`.
        last_removed: emitted when Backspace finds nothing to delete.
    """

    taken = Signal(object)
    last_removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace in the empty field goes back to the last name."""
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.suggestions.close_list()
            self.last_removed.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, one: Named) -> None:
        self._put(None)
        self.taken.emit(one)


class Chips(QWidget):
    """Those who were named, each a chip that can be taken away; hidden when there are none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._flow = Flow(4)
        self.setLayout(self._flow)
        self._names: list[str] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_chips(self, names: Sequence[str], remove: Callable[[int], object]) -> None:
        """Show other chips.

        Args:
            names: in the window's language, or as recorded.
            remove: called with the place of the chip that is taken away.
        """
        if list(names) == self._names:
            return
        self._names = list(names)
        while (item := self._flow.takeAt(0)) is not None:
            if (chip := item.widget()) is not None:
                chip.hide()
                chip.deleteLater()
        for at, name in enumerate(names):
            chip = RemovableChip(self._desk, name)
            chip.setObjectName("recorded")
            chip.removed.connect(partial(remove, at))
            self._flow.addWidget(chip)
            chip.show()
        self.setVisible(bool(names))
        self.updateGeometry()
