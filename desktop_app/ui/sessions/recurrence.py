"""A session that comes again: which days, shown before any session is made."""

from collections.abc import Hashable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app.i18n import N_
from desktop_app.services import series
from desktop_app.services.recurrence import Occurrence, Rhythm, Rule, read_occurrences
from desktop_app.services.validation import FieldError
from desktop_app.ui.acts import Act
from desktop_app.ui.posts import Note, Notes
from desktop_app.ui.text import long_day, text_for
from desktop_app.ui.theme import GAP, scaled
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.toggle import CheckBox

if TYPE_CHECKING:
    from desktop_app.ui.desk import Desk
    from desktop_app.wording.bilingual import Bilingual

_WIDTH: Final = 620
_MOST_EVERY: Final = 12
_MOST_DAYS: Final = 24
_USUAL: Final = 4
_RHYTHMS: Final = {
    Rhythm.WEEKS: N_("By weeks"),
    Rhythm.MONTH_WEEKDAY: N_("By months, on the same weekday"),
    Rhythm.MONTH_DATE: N_("By months, on the same date"),
}


class RecurrenceDialog(Dialog):
    """Enter makes a session of the series on each day that is worked and stays ticked.

    Args:
        session_id, theme: of the session that comes again.
        day: its day.

    Attributes:
        rhythm, every, count: the fields.
        notes: how many sessions there will be.
        boxes: the days that are worked, each to be unticked.
        left_out: the others, each with its word.
    """

    def __init__(self, desk: "Desk", session_id: int, theme: "Bilingual", day: date) -> None:
        self._make_act = Act(desk, N_("Create sessions"), self._make, icon="plus", key="Enter")
        super().__init__(desk, N_("Repeat the session"), (self._make_act,), width=scaled(_WIDTH))
        self._id, self._subject, self._day = session_id, theme, day
        self._gone = False
        self._shown: Sequence[Occurrence] = ()
        self._unticked: set[date] = set()
        self.boxes: list[DayBox] = []
        self.left_out: list[Notes] = []
        self._days = QVBoxLayout()
        self._days.setSpacing(6)
        self._theme = label("strong", wrap=True)
        self._theme.setObjectName("recorded")
        self.rhythm = Choice(desk, self._rhythms)
        self.every = Choice(desk, lambda: [(n, str(n)) for n in range(1, _MOST_EVERY + 1)])
        self.count = Choice(desk, lambda: [(n, str(n)) for n in range(1, _MOST_DAYS + 1)])
        self.count.choose(_USUAL)
        self.notes = Notes(desk)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(Field(desk, N_("Rhythm"), self.rhythm), 3)
        row.addWidget(Field(desk, N_("Every"), self.every), 1)
        row.addWidget(Field(desk, N_("Days"), self.count), 1)
        self.body.addWidget(self._theme)
        self.body.addLayout(row)
        self.body.addWidget(self.notes)
        self.body.addLayout(self._days)
        for choice in (self.rhythm, self.every, self.count):
            choice.chosen.connect(lambda _: self._tell())
        self.closed.connect(self._go)
        self._make_act.set_offered(offered=False)
        self.dress()
        self._tell()

    def dress(self) -> None:
        """Take the words anew."""
        super().dress()
        if "notes" in vars(self):
            self._theme.setText(text_for(self._subject, self._desk.language))
            self._lay_days()
            self._show()

    def _go(self) -> None:
        """What is still being read comes too late."""
        self._gone = True

    def _rhythms(self) -> list[tuple[Hashable, str]]:
        return [(one, self._desk.say(message)) for one, message in _RHYTHMS.items()]

    @property
    def _rule(self) -> Rule:
        every, count = (int(str(one.value)) for one in (self.every, self.count))
        return Rule(self._day, Rhythm(str(self.rhythm.value)), every, count)

    def _tell(self) -> None:
        store, rule = self._desk.store, self._rule
        if store is None:
            return

        def read() -> tuple[Occurrence, ...]:
            with store.read() as reading:
                return read_occurrences(reading, rule)

        self._desk.runner.run(lambda _: read(), partial(self._take, rule))

    def _take(self, rule: Rule, days: tuple[Occurrence, ...]) -> None:
        if not self._gone and rule == self._rule:
            self._shown = days
            self._lay_days()
            self._show()

    def _lay_days(self) -> None:
        """List the days in their order: to be unticked, or left out with the reason."""
        for line in (*self.boxes, *self.left_out):
            self._days.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.boxes, self.left_out = [], []
        for one in self._shown:
            if one.kept:
                box = DayBox(self._desk, one.day)
                box.setChecked(one.day not in self._unticked)
                box.toggled.connect(partial(self._tick, one.day))
                self.boxes.append(box)
                self._days.addWidget(box)
            else:
                note = Notes(self._desk)
                self._days.addWidget(note)
                note.show_notes([_left_out(self._desk, one)])
                self.left_out.append(note)

    def _tick(self, day: date, ticked: bool) -> None:
        if ticked:
            self._unticked.discard(day)
        else:
            self._unticked.add(day)
        self._show()

    @property
    def _chosen(self) -> list[date]:
        return [one.day for one in self._shown if one.kept and one.day not in self._unticked]

    def _show(self) -> None:
        chosen, say = self._chosen, self._desk.say
        why = N_("No day is chosen") if self.boxes else N_("No day is worked")
        self._make_act.set_offered(bool(chosen), why)
        words = []
        if self._shown:
            left = len(self._shown) - len(chosen)
            words.append(say.plural("{n} session", "{n} sessions", len(chosen)))
            if left:
                words.append(say.plural("{n} day left out", "{n} days left out", left))
        self.notes.show_notes([Note(" · ".join(words), "copy")] if words else [])

    def _make(self) -> None:
        session_id, days = self._id, self._chosen
        self._make_act.set_offered(offered=False)
        say = self._desk.say
        self._desk.write(
            "series.repeat",
            lambda work: series.repeat(work, session_id, days),
            lambda _: self.leave(),
            self._refuse,
            told=say.plural("{n} session created", "{n} sessions created", len(days)),
        )

    def _refuse(self, error: Exception) -> None:
        self.leave()
        self._desk.show_error(error.problem if isinstance(error, FieldError) else error)


class DayBox(CheckBox):
    """A day that is worked: ticked, a session is made on it."""

    def __init__(self, desk: "Desk", day: date) -> None:
        self.day = day
        super().__init__(desk, "")
        self.setObjectName("recorded")

    def dress(self) -> None:
        """Write the day anew."""
        self.setText(long_day(self.day, self._desk.language))
        self.updateGeometry()


def _left_out(desk: "Desk", one: Occurrence) -> Note:
    """Say a day, and why no session is held on it."""
    say, language = desk.say, desk.language
    day = long_day(one.day, language)
    why = say("week-end")
    if (holiday := one.holiday) is not None:
        names = {"ar": holiday.ar, "fr": holiday.fr, "en": holiday.en}
        why = names[language] or holiday.ar
        if holiday.estimated:
            why = say("{holiday} (estimated)", holiday=why)
    return Note(say("{day}: left out, {why}", day=day, why=why), "calendar-x", "amber")
