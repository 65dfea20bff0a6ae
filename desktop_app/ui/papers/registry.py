"""Number and date that the registry desk gave to the minutes: typed later, never printed anew."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.services.drafts import LONGEST_LINE
from desktop_app.services.session_edits import edit_fields
from desktop_app.services.validation import FieldError
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.day_field import DayField
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from desktop_app.services.session_data import Session


class Registry(QWidget):
    """Two fields that keep what is typed.

    Attributes:
        number: the registry desk's.
        day: on which it was registered.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session_id: int | None = None
        self.number = LineEdit(desk, latin=True)
        self.number.setMaxLength(LONGEST_LINE)
        self.day = DayField(desk)
        self._number_field = Field(desk, N_("Registry number"), self.number, dense=True)
        self._day_field = Field(desk, N_("Registry date"), self.day, dense=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._number_field)
        column.addWidget(self._day_field)
        self.number.committed.connect(
            lambda text: self._write(("registry_reference",), text, self._number_field)
        )
        self.day.chosen.connect(lambda on: self._write(("registry_date",), on, self._day_field))
        self.setEnabled(False)

    def show_session(self, session: "Session") -> None:
        """Show what is on file."""
        self._session_id = session.id
        self.setEnabled(True)
        self.number.show_text(session.registry_reference)
        self.day.show_day(session.registry_date)

    def commit(self) -> None:
        """Keep what was typed."""
        self.number.commit()
        self.day.commit()

    def _write(self, path: tuple[str, ...], value: str | date | None, field: Field) -> None:
        session_id = self._session_id
        if session_id is None:
            return

        def refuse(error: Exception) -> None:
            if isinstance(error, FieldError):
                field.set_error(error.problem)
            else:
                self._desk.show_error(error)

        self._desk.write(
            "session_edits.edit_fields",
            lambda work: edit_fields(work, session_id, {path: value}),
            failed=refuse,
        )
