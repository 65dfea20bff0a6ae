"""The place under a person in which the one who came instead is named."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services.session_data import Attendance
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.name_field import PersonField
from desktop_app.ui.text import capitalised
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.key_cap import KeyHint
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.painting import fill
from desktop_app.ui.widgets.rows import start_of

TITLE: Final = N_("Represented by")
_START: Final = 46
_FIELD: Final = 300


class SubstituteField(PersonField):
    """Offers people at once, those of the same body first; Enter takes the first, Esc gives up.

    Attributes:
        given_up: emitted when nobody is to be named.
    """

    given_up = Signal()

    def keeps_key(self, key: str) -> bool:
        """Keep the keys that end it."""
        return key in {"Enter", "Esc"} or super().keeps_key(key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offer the first names."""
        super().focusInEvent(event)
        self._offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up, whatever is offered."""
        if event.key() == Qt.Key.Key_Escape:
            self.suggestions.close_list()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _refresh(self) -> None:
        """Offer what was read since, also before a letter is typed."""
        if self.hasFocus():
            self._offer()


class Below(QWidget):
    """The field with its words, on the ground of the row above.

    Args:
        line: of the person who is represented.

    Attributes:
        field: where the other one is named.
    """

    def __init__(self, desk: Desk, line: Attendance) -> None:
        super().__init__()
        self._desk = desk
        self.field = SubstituteField(desk)
        body = line.person.body
        self.field.body_id = body.id if body else None
        self.field.leave_out = {line.person.id}
        self.field.setMaximumWidth(scaled(_FIELD))
        self.setFocusProxy(self.field)
        self._label = label("field-label")
        self._label.setBuddy(self.field)
        self._problem = label("note-red")
        self._hints = [
            KeyHint(desk, "Down", N_("choose")),
            KeyHint(desk, "Enter", N_("confirm and go on")),
            KeyHint(desk, "Esc", N_("cancel")),
        ]
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addSpacing(_START)
        first.addWidget(self._label)
        first.addWidget(self.field, 1)
        first.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(10)
        second.addSpacing(_START)
        for hint in self._hints:
            second.addWidget(hint)
        second.addWidget(self._problem)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)  # which do not mirror
        column.setSpacing(2)
        column.addLayout(first)
        column.addLayout(second)
        self.field.problem.connect(self.show_problem)
        desk.dressed.connect(self.dress)
        self.dress()
        self.show_problem(None)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(super().sizeHint().width(), scaled(74))

    def show_problem(self, problem: UserError | None) -> None:
        """Say what is wrong with the name, in the place of the keys."""
        self._problem.setText(capitalised(self._desk.say.error(problem)) if problem else "")
        self._problem.setVisible(problem is not None)
        for hint in self._hints:
            hint.setVisible(problem is None)

    def dress(self) -> None:
        """Take the words anew."""
        words = self._desk.say(TITLE)
        self._label.setText(self._desk.say("{label}:", label=words))
        self.field.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """The ground and the bar of a chosen row."""
        tokens = self._desk.tokens
        painter, box = QPainter(self), QRectF(self.rect())
        fill(painter, box, tokens.tint("accent"))
        fill(painter, start_of(box, 3, self.layoutDirection()), QColor(tokens.accent))
