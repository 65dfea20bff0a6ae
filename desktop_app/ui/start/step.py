"""What the steps of the first start that fill a plan in share: fields bound to its texts."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop_app.services.drafts import LONGEST_LINE
from desktop_app.ui.desk import Desk
from desktop_app.ui.start.plan import Plan
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.field import Field, Sentence
from desktop_app.ui.widgets.line_edit import LineEdit

_BETWEEN: Final = 18
_LEAST: Final = 560


class PlanStep(QWidget):
    """A step that asks for texts.

    Attributes:
        title, sentence: English catalogue messages, above the step.
        plan: what is filled in.
        column: takes what the step shows.
    """

    title = ""
    sentence = ""

    def __init__(self, desk: Desk, plan: Plan) -> None:
        super().__init__()
        self.desk = desk
        self.plan = plan
        self.fields: dict[str, Field] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)

    def begin(self) -> None:
        """Show what the plan holds, and put the focus where typing begins."""
        self.refresh()
        first = self.first_field()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_field(self) -> QWidget:
        """Say where the focus goes first."""
        return next(iter(self.fields.values()))

    def may_go_on(self) -> bool:
        """Tell whether all is well here; else say what is not, and put the focus there."""
        return True

    def refresh(self) -> None:
        """Show the texts that the plan filled in."""
        for name, field in self.fields.items():
            if isinstance(field.editor, LineEdit):
                field.editor.show_text(self.plan.texts[name])

    def text_field(self, name: str, message: str, hint: str = "", *, latin: bool = False) -> Field:
        """Make a field for a text of the plan."""
        editor = LineEdit(self.desk, latin=latin or name.endswith(".fr"))
        editor.setMaxLength(LONGEST_LINE)
        field = Field(self.desk, message, editor, hint)
        editor.edited.connect(lambda: self._put(name, editor.text()))
        self.fields[name] = field
        return field

    def refuse(self, name: str, problem: Sentence) -> bool:
        """Say at a field what is wrong with it, and go there; gives False."""
        field = self.fields[name]
        field.set_error(problem)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _put(self, name: str, text: str) -> None:
        self.plan.put(name, text)
        self.fields[name].set_error(None)
        self.refresh()


class Beside(QWidget):
    """Fields side by side, all of one width; one below the other where that cuts their words."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_BETWEEN)
        for widget in widgets:
            self._row.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction that the width allows."""
        super().resizeEvent(event)
        wide = event.size().width() >= scaled(_LEAST)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self._row.setSpacing(_BETWEEN if wide else 2)
