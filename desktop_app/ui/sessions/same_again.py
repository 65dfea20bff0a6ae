"""A session like an earlier one: its day is asked for, and what comes over is told first."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from db.codes import SessionState
from desktop_app.i18n import N_
from desktop_app.services import preparing, series
from desktop_app.services.day_warnings import DayWarning, warnings_of
from desktop_app.services.series import Series, series_of
from desktop_app.services.sessions import get_session
from desktop_app.services.validation import FieldError
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.posts import Note, Notes, notes_on
from desktop_app.ui.sessions.day_asked import DayAsked
from desktop_app.ui.sessions.day_words import note_of
from desktop_app.ui.sessions.days import all_days
from desktop_app.ui.sessions.recurrence import RecurrenceDialog
from desktop_app.ui.text import text_for
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.toggle import CheckBox

if TYPE_CHECKING:
    from db.unit_of_work import Store
    from desktop_app.services.preparing import Coming
    from desktop_app.ui.desk import Desk
    from desktop_app.wording.bilingual import Bilingual

_WIDTH: Final = 560


@dataclass(frozen=True, slots=True)
class _Told:
    coming: "Coming"
    warnings: tuple[DayWarning, ...]
    series: Series | None


class SameAgainDialog(Dialog):
    """Asks for the day; the first Enter takes it, the second makes the session.

    Args:
        session_id, theme: of the earlier session.
        following: whether the next one of its series is asked for.
        last: its last day, from which it can come again.

    Attributes:
        field: where the day is typed; it may stay empty.
        series: whether it is the next one of a series.
        notes: what is unusual about it, and what comes over.
    """

    def __init__(
        self,
        desk: "Desk",
        session_id: int,
        theme: "Bilingual",
        *,
        following: bool = False,
        last: date | None = None,
    ) -> None:
        self.next_act = Act(desk, N_("Next"), self._go_on, icon="check", key="Enter")
        title = N_("Next session") if following else N_("Similar session")
        recur = Act(desk, N_("Repeat"), self._recur, icon="calendar-blank", key="Ctrl+R")
        acts = (self.next_act,) if last is None else (self.next_act, recur)
        super().__init__(desk, title, acts, width=scaled(_WIDTH))
        self._last = last
        self._id, self._subject = session_id, theme
        self._gone = False
        self._accepted = False
        self._told: _Told | None = None
        self._theme = label("strong", wrap=True)
        self._theme.setObjectName("recorded")
        self.field = DayAsked(desk)
        self.series = CheckBox(desk, N_("Next session of the same series"))
        self.series.setChecked(following)
        self._decided = following
        self.series.clicked.connect(self._decide)
        self.notes = Notes(desk)
        for part in (self._theme, self.field, self.series, self.notes):
            self.body.addWidget(part)
        self.field.typed.connect(self._reconsider)
        self.field.changed.connect(self._tell)
        self.closed.connect(self._go)
        self.dress()
        self._tell()

    def dress(self) -> None:
        """Take the words anew."""
        super().dress()
        if "_theme" in vars(self):
            self._theme.setText(text_for(self._subject, self._desk.language))
            self._show()

    def _go(self) -> None:
        """What is still being read comes too late."""
        self._gone = True

    def _reconsider(self) -> None:
        """Another day is being typed: it is taken first, then the session is made."""
        self._accepted = False
        self.next_act.set_message(N_("Next"))

    def _recur(self) -> None:
        if self._last is not None:
            self.leave()
            self._desk.ask(RecurrenceDialog(self._desk, self._id, self._subject, self._last))

    def _decide(self) -> None:
        self._decided = True
        self._show()

    def _go_on(self) -> None:
        if not self.field.accept():
            return
        if self._accepted:
            self._make(self.field.day)
        else:
            self._accepted = True
            self.next_act.set_message(N_("Create session"))
            self._tell()

    def _tell(self) -> None:
        """Tell what would come over into a session on the day that stands in the field."""
        store, day = self._desk.store, self.field.day
        if store is not None:
            read = partial(_read, store, self._id, day)
            self._desk.runner.run(lambda _: read(), partial(self._take, day))

    def _take(self, day: date | None, told: _Told) -> None:
        if not self._gone and day == self.field.day:
            self._told = told
            if not self._decided:
                self.series.setChecked(told.series is not None)
            self._show()

    def _show(self) -> None:
        if self._told is None:
            return
        desk, say, coming = self._desk, self._desk.say, self._told.coming
        language = desk.language
        notes = [note_of(desk, warning) for warning in self._told.warnings]
        if coming.days:
            notes.insert(0, Note(all_days(coming.days, language), "calendar-blank"))
        minutes = sum(point.planned_minutes or 0 for point in coming.agenda)
        points = say.plural("{n} agenda item", "{n} agenda items", len(coming.agenda))
        parts = [say("Invited again: {n}", n=len(coming.people))]
        if coming.agenda:
            parts.append(say("{points}, {n} min", points=points, n=minutes) if minutes else points)
        notes.append(Note(" · ".join(parts), "copy"))
        notes += notes_on(desk, coming.people)
        stays = say("Answers, attendance, notes and outcomes stay behind.")
        if self.series.isChecked():
            known = self._told.series
            name = text_for(known.name if known else self._subject, language)
            notes.append(Note(say("Series: {name}", name=name), "list-bullets"))
            stays = say("What goes over, and what stays, is asked next; nothing goes by itself.")
        notes.append(Note(stays, "arrow-bend-up-left"))
        self.notes.show_notes(notes)

    def _make(self, day: date | None) -> None:
        session_id, following = self._id, self.series.isChecked()
        self.next_act.set_offered(offered=False)
        use_case, make = (
            ("series.begin_next", series.begin_next)
            if following
            else ("preparing.begin_again", preparing.begin_again)
        )
        self._desk.write(
            use_case,
            lambda work: make(work, session_id, day),
            partial(self._open, following=following),
            self._refuse,
            told=self._desk.say("Session created"),
        )

    def _open(self, session_id: int, *, following: bool) -> None:
        """Prepare it; what goes over into the next of a series is asked there."""
        self.leave()
        part = "prepare/carry" if following else "prepare"
        self._desk.go(Address("session", session_id, part))

    def _refuse(self, error: Exception) -> None:
        self.next_act.set_offered(offered=True)
        if isinstance(error, FieldError):
            self.field.set_error(error.problem)
        else:
            self.leave()
            self._desk.show_error(error)


def _read(store: "Store", session_id: int, day: date | None) -> _Told:
    today = date.today()  # noqa: DTZ011 - the user's own day
    with store.read() as reading:
        coming = preparing.preview(reading, session_id, day, today)
        planned = replace(
            get_session(reading, session_id), id=0, days=coming.days, state=SessionState.PLANNED
        )
        return _Told(coming, warnings_of(reading, planned, today), series_of(reading, session_id))
