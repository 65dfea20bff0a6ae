"""The end of the session: what is missing is mended, what ends the minutes is typed."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services import closing
from desktop_app.services.drafts import Label, Words
from desktop_app.services.session_edits import edit_fields
from desktop_app.services.validation import FieldError
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.day_field import DayField
from desktop_app.ui.naming.pair_field import PairField
from desktop_app.ui.session.minutes.mends_dialog import MendsDialog
from desktop_app.ui.theme import GAP, PAGE_MARGIN
from desktop_app.ui.widgets.check_list import Check, CheckLine
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.widgets.toggle import Toggle
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.hours import parse_hour

if TYPE_CHECKING:
    from desktop_app.services.session_data import Session

_NO_HOUR: Final = UserError("Not an hour. Example: {example}", example="12:30")
Path = tuple[str, ...]


class ClosingDialog(MendsDialog):
    """Enter goes from gap to gap; when nothing required is left, it ends the session.

    Args:
        session: that ends.
        now: the hour, offered as its end.

    Attributes:
        ended: emitted when the session is closed and the dialog gone.
        next_wanted: emitted when it is closed and the next of its series is to be prepared.
        attendance_wanted: emitted when one goes to take the attendance first.
        end: the hour at which it ended.
    """

    ended = Signal()
    next_wanted = Signal()
    attendance_wanted = Signal()

    def __init__(self, desk: Desk, session: "Session", now: datetime) -> None:
        self._now = now
        close = Act(
            desk, N_("Close the session"), self._close, icon="check-circle", key="Ctrl+Enter"
        )
        following = Act(
            desk, N_("Next session"), self._close_for_next, icon="calendar-check", key="Ctrl+D"
        )
        lacks = closing.lacks(session)
        attendance = Act(
            desk, N_("Take attendance"), self._leave_for_attendance, icon="users", key="F6"
        )
        needs_attendance = any(lack.what == "attendance" for lack in lacks)
        acts = (close, following, *((attendance,) if needs_attendance else ()))
        super().__init__(desk, N_("Close the session"), session, lacks, acts)
        self._fields: dict[Path, Field] = {}
        self._commits: list[Callable[[], object]] = []
        self.end = LineEdit(desk, latin=True)
        self._fill()
        self.count()

    def last(self) -> QWidget:
        """The hour stands after the gaps."""
        return self.end

    def commit(self) -> bool:
        """Take what was typed; the first field that is refused gets the focus."""
        self._fields["end",].set_error(None)
        if not super().commit():
            return False
        for commit in self._commits:
            commit()
        wrong = next((field for field in self._fields.values() if field.error), None)
        if wrong is not None:
            wrong.setFocus()
        return wrong is None

    def _close_for_next(self) -> None:
        """Close it, then prepare the next of its series."""
        self._end(self.next_wanted.emit)

    def _close(self) -> None:
        self._end(self.ended.emit)

    def _end(self, then: Callable[[], object]) -> None:
        typed = parse_hour(self.end.text())
        wrong = typed is None and bool(self.end.text().strip())
        if not self.commit():
            return
        if wrong:
            self._fields["end",].set_error(_NO_HOUR)
            self.end.setFocus()
            return
        end = f"{typed:%H:%M}" if typed is not None else None
        session_id, today = self._session.id, self._now.date()
        self._desk.write(
            "closing.close",
            lambda work: closing.close(work, session_id, end, today),
            lambda _: self._gone(then),
            self._refuse,
            told=self._desk.say("The session is closed"),
        )

    def _gone(self, then: Callable[[], object]) -> None:
        self.leave()
        then()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, FieldError):
            self._fields["end",].set_error(error.problem)
            self.end.setFocus()
        else:
            self._desk.show_error(error)

    def _leave_for_attendance(self) -> None:
        self.leave()
        self.attendance_wanted.emit()

    # --- fields ---

    def _fill(self) -> None:
        session = self._session
        self._left.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 6)
        self.body.addWidget(self._left)
        if not self.mends:
            nothing = Check(self._desk.say("Nothing is missing"), "done")
            self.body.addWidget(CheckLine(self._desk, nothing))
        for mend in self.mends:
            self.body.addWidget(mend.line)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, 0)
        rows.setSpacing(4)
        hour = session.end or _ended(session, self._now)
        self.end.setText(f"{hour:%H:%M}" if hour else "")
        dated = self._day(("minutes_dated",), N_("Date under the minutes"), session.minutes_dated)
        number = self._line(
            ("registry_reference",), N_("Registry number"), session.registry_reference
        )
        given = self._day(("registry_date",), N_("Registry date"), session.registry_date)
        short = QGridLayout()
        short.setHorizontalSpacing(GAP)
        fields = (self._field(("end",), N_("End"), self.end), dated, number, given)
        for at, field in enumerate(fields):
            short.addWidget(field, at // 2, at % 2)
        rows.addLayout(short)
        rows.addWidget(self._exhausted())
        for path, message, value in (
            (("conclusions",), N_("Conclusions"), session.conclusions),
            (("enclosures",), N_("Enclosures"), session.enclosures),
            (("copies",), N_("Copies to"), session.copies),
        ):
            rows.addWidget(self._list(path, message, value))
        rows.addWidget(self._other_business())
        self.body.addWidget(inside)

    def _field(self, path: Path, message: str, editor: QWidget, hint: str = "") -> Field:
        field = self._fields[path] = Field(self._desk, message, editor, hint)
        return field

    def _line(self, path: Path, message: str, value: str) -> Field:
        edit = LineEdit(self._desk, latin=True)
        edit.setText(value)
        edit.committed.connect(lambda text: self._write(path, text))
        self._commits.append(edit.commit)
        return self._field(path, message, edit)

    def _day(self, path: Path, message: str, value: date | None) -> Field:
        edit = DayField(self._desk)
        edit.show_day(value)
        field = self._field(path, message, edit)
        edit.chosen.connect(lambda on: self._write(path, on))
        edit.problem.connect(field.set_error)
        self._commits.append(edit.commit)
        return field

    def _list(self, path: Path, message: str, value: Sequence[Bilingual]) -> Field:
        """Make a field for a list: an item a line, in each language."""
        edit = PairField(self._desk, message, prose=True, lines=2)
        edit.show_pair(
            Bilingual(
                "\n".join(one.ar for one in value).rstrip(),
                "\n".join(one.fr for one in value).rstrip(),
            )
        )
        kind = Words if path == ("conclusions",) else Label

        def take(text: Bilingual) -> None:
            lines = zip_longest(text.ar.split("\n"), text.fr.split("\n"), fillvalue="")
            items = [kind(ar=ar.strip(), fr=fr.strip()) for ar, fr in lines]
            self._write(path, [one for one in items if one.bilingual()])

        edit.committed.connect(take)
        self._commits.append(edit.commit)
        return self._field(path, message, edit, N_("One on each line."))

    def _other_business(self) -> Field:
        edit = PairField(self._desk, N_("Other business"), prose=True, lines=2)
        edit.show_pair(self._session.other_business)
        edit.committed.connect(
            lambda text: self._write(("other_business",), Words(ar=text.ar, fr=text.fr))
        )
        self._commits.append(edit.commit)
        return self._field(("other_business",), N_("Other business"), edit)

    def _exhausted(self) -> Field:
        toggle = Toggle(self._desk)
        toggle.setChecked(self._session.agenda_exhausted)
        toggle.clicked.connect(lambda on: self._write(("agenda_exhausted",), on))
        return Field(
            self._desk,
            N_("The agenda is exhausted"),
            toggle,
            N_("Said at the end of the minutes."),
            beside=True,
            plain=True,
        )

    def _write(self, path: Path, value: object) -> None:
        session_id = self._session.id

        def refuse(error: Exception) -> None:
            if isinstance(error, FieldError):
                self._fields[path].set_error(error.problem)
            else:
                self._desk.show_error(error)

        self._desk.write(
            "session_edits.edit_fields",
            lambda work: edit_fields(work, session_id, {path: value}),
            failed=refuse,
        )


def _ended(session: "Session", now: datetime) -> time | None:
    """Offer the present hour on the day of the session, when it can be its end."""
    hour = now.time().replace(second=0, microsecond=0)
    today = bool(session.days) and session.days[-1] == now.date()
    return hour if today and (session.start is None or hour > session.start) else None
