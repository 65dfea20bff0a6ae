"""What is folded away: what few sessions have, and the letter that invites."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.naming.day_field import DayField
from desktop_app.ui.naming.people_field import PeopleField
from desktop_app.ui.session.prepare.day_list import DayList
from desktop_app.ui.session.prepare.rows import Row, Rows, set_line
from desktop_app.ui.session.prepare.when import DAYS, in_order
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from desktop_app.services.people_data import Person
    from desktop_app.services.session_data import Session
    from desktop_app.ui.desk import Desk
    from desktop_app.ui.session.prepare.edits import Edits, Path

_LETTER: Final = "invitation"
_BETWEEN: Final = 10


class More(QWidget):
    """Two groups of fields: about the session, and about its letter.

    Args:
        edits: keeps what is typed.
        series: stands first.

    Attributes:
        rows: the fields.
    """

    def __init__(self, desk: "Desk", edits: "Edits", series: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._edits = edits
        self._session: Session | None = None
        self._title = label("strong")
        rows = Rows(desk, edits)
        about, letter = self._about(rows), self._letter(rows)
        self.rows = [row for line in (*about, *letter) for row in line]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        column.addWidget(series)
        for line in about:
            column.addLayout(set_line([(row, 1) for row in line]))
        column.addSpacing(_BETWEEN)
        column.addWidget(self._title)
        for line in letter:
            column.addLayout(set_line([(row, 1) for row in line]))
        self.setFocusProxy(series)
        desk.dressed.connect(self.dress)
        self.dress()

    def refresh(self, session: "Session") -> None:
        """Show what is on file, or what is wrong with what was typed."""
        self._session = session
        for row in self.rows:
            row.refresh(self._edits, session)

    def forget(self) -> None:
        """Give up what was typed for another session and refused."""
        for field in self.findChildren(DayField):
            field.forget()

    def commit(self) -> None:
        """Keep what was typed up to now."""
        for row in self.rows:
            row.commit()

    def dress(self) -> None:
        """Take the words anew."""
        self._title.setText(self._desk.say("Invitation letter"))

    def _about(self, rows: Rows) -> "Sequence[Sequence[Row]]":
        return (
            (
                rows.pair(N_("Purpose"), ("purpose",), lambda one: one.purpose),
                rows.body(N_("Organiser"), ("organiser",), lambda one: one.organiser),
            ),
            (
                rows.pairs(N_("Objectives"), ("objectives",), lambda one: one.objectives),
                rows.person(N_("Rapporteur"), ("rapporteur",), lambda one: one.rapporteur),
            ),
            (
                self._people(N_("Facilitators"), ("facilitators",), lambda one: one.facilitators),
                self._people(N_("Signatories"), ("signatories",), lambda one: one.signatories),
            ),
            (self._further_days(),),
            (
                rows.tick(
                    N_("Opened with the Quran"),
                    ("opened_with_quran",),
                    lambda one: one.opened_with_quran,
                ),
                rows.tick(
                    N_("Opened with the anthem"),
                    ("opened_with_anthem",),
                    lambda one: one.opened_with_anthem,
                ),
            ),
        )

    def _letter(self, rows: Rows) -> "Sequence[Sequence[Row]]":
        return (
            (
                rows.line(
                    N_("Number"), (_LETTER, "reference"), lambda one: one.invitation.reference
                ),
                self._day(N_("Date"), "dated", lambda one: one.invitation.dated),
                self._day(N_("Reply by"), "reply_by", lambda one: one.invitation.reply_by),
            ),
            (
                rows.pair(
                    N_("Addressees"),
                    (_LETTER, "addressees"),
                    lambda one: one.invitation.addressees,
                    prose=True,
                ),
                rows.pair(N_("Through"), (_LETTER, "under"), lambda one: one.invitation.under),
            ),
            (
                rows.pairs(
                    N_("References"),
                    (_LETTER, "references"),
                    lambda one: one.invitation.references,
                ),
                rows.pairs(
                    N_("Enclosures"),
                    (_LETTER, "enclosures"),
                    lambda one: one.invitation.enclosures,
                ),
                rows.pairs(N_("Copies"), (_LETTER, "copies"), lambda one: one.invitation.copies),
            ),
            (
                rows.tick(
                    N_("A convocation: they must come"),
                    (_LETTER, "binding"),
                    lambda one: one.invitation.binding,
                ),
                rows.tick(
                    N_("The agenda is enclosed"),
                    (_LETTER, "agenda_enclosed"),
                    lambda one: one.invitation.agenda_enclosed,
                ),
            ),
        )

    def _people(
        self, message: str, path: "Path", read: "Callable[[Session], Sequence[Person]]"
    ) -> Row:
        editor = PeopleField(self._desk)
        editor.changed.connect(lambda keys: self._edits.keep({path: list(keys)}))
        editor.problem.connect(lambda problem: self._edits.mark(path, problem))
        field = Field(self._desk, message, editor)
        return Row(field, [path], lambda one: editor.show_people(read(one)), editor.commit)

    def _day(self, message: str, name: str, read: "Callable[[Session], date | None]") -> Row:
        path = (_LETTER, name)
        editor = DayField(self._desk)
        editor.chosen.connect(lambda day: self._edits.keep({path: day}))
        editor.problem.connect(lambda problem: self._edits.mark(path, problem))
        field = Field(self._desk, message, editor)
        return Row(field, [path], lambda one: editor.show_day(read(one)), editor.commit)

    def _further_days(self) -> Row:
        editor = DayList(self._desk)
        editor.changed.connect(self._keep_days)
        editor.problem.connect(lambda problem: self._edits.mark(("days", "further"), problem))
        field = Field(self._desk, N_("Further days"), editor)
        return Row(
            field,
            [("days", "further")],
            lambda one: editor.show_days(one.days[1:]),
            editor.commit,
        )

    def _keep_days(self, further: "Sequence[date]") -> None:
        first = self._session.days[:1] if self._session else ()
        self._edits.keep({DAYS: in_order([*first, *further])})
