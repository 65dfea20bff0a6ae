"""A session that comes again: which days, shown before any session is made."""

from collections.abc import Hashable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout

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
    """Enter makes a session of the series on each day that is worked.

    Args:
        session_id, theme: of the session that comes again.
        day: its day.

    Attributes:
        rhythm, every, count: the fields.
        notes: the days; those that are left out, each with its word.
    """

    def __init__(self, desk: "Desk", session_id: int, theme: "Bilingual", day: date) -> None:
        self._make_act = Act(desk, N_("Create sessions"), self._make, icon="plus", key="Enter")
        super().__init__(desk, N_("Repeat the session"), (self._make_act,), width=scaled(_WIDTH))
        self._id, self._subject, self._day = session_id, theme, day
        self._gone = False
        self._shown: Sequence[Occurrence] = ()
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
            self._show()

    def _show(self) -> None:
        kept = [one for one in self._shown if one.kept]
        say = self._desk.say
        self._make_act.set_offered(bool(kept), N_("No day is worked"))
        notes = [_note(self._desk, one) for one in self._shown]
        if self._shown:
            left = len(self._shown) - len(kept)
            words = [say.plural("{n} session", "{n} sessions", len(kept))]
            if left:
                words.append(say.plural("{n} day left out", "{n} days left out", left))
            notes.insert(0, Note(" · ".join(words), "copy"))
        self.notes.show_notes(notes)

    def _make(self) -> None:
        session_id, days = self._id, [one.day for one in self._shown if one.kept]
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


def _note(desk: "Desk", one: Occurrence) -> Note:
    """Say a day, and why no session is held on it."""
    say, language = desk.say, desk.language
    day = long_day(one.day, language)
    if one.kept:
        return Note(day, "calendar-check")
    why = say("week-end")
    if (holiday := one.holiday) is not None:
        names = {"ar": holiday.ar, "fr": holiday.fr, "en": holiday.en}
        why = names[language] or holiday.ar
        if holiday.estimated:
            why = say("{holiday} (estimated)", holiday=why)
    return Note(say("{day}: left out, {why}", day=day, why=why), "calendar-x", "amber")
