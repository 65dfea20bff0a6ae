"""The school year across: the sessions of each month, the holidays, today."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from desktop_app.calendar import DayOff
from desktop_app.i18n import N_
from desktop_app.services.standing_data import MonthOfSessions
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.home.panel import SLIM_PADDING, Panel
from desktop_app.ui.theme import CARD_PADDING
from desktop_app.ui.widgets.stacked_bar import Legend, Part
from desktop_app.ui.widgets.year_ribbon import Lane, Operation, Span, YearRibbon

_AUGUST: Final = 8
"""The ribbon ends in July."""


class YearPanel(Panel):
    """A bar a month opens the list of sessions there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, N_("Sessions of the school year"), Legend(desk))
        self._months: Sequence[MonthOfSessions] = ()
        self._days_off: Sequence[DayOff] = ()
        self._today = date.min
        self.ribbon = YearRibbon(desk, N_("Sessions of the school year"), single_line=True)
        self.column.addWidget(self.ribbon)
        self.column.setContentsMargins(CARD_PADDING, 1, CARD_PADDING, SLIM_PADDING)
        self._head.setContentsMargins(0, SLIM_PADDING, 0, SLIM_PADDING)
        self.ribbon.opened.connect(lambda key: desk.go(Address("sessions", key)))
        self.dress()

    def show_year(
        self, months: Sequence[MonthOfSessions], days_off: Sequence[DayOff], today: date
    ) -> None:
        """Show the school year of today."""
        self._months, self._days_off, self._today = months, days_off, today
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        say = self._desk.say
        if self.legend is not None:
            self.legend.show_parts(
                [
                    Part(0, "chart_done", say("past")),
                    Part(0, "chart_progress", say("current")),
                    Part(0, "chart_rest", say("to come")),
                    Part(0, "red", say("today")),
                ]
            )
        super().dress()
        if self._today == date.min:
            return
        first = self._today.year if self._today.month > _AUGUST else self._today.year - 1
        bars = tuple(self._bar(one) for one in self._months if one.month.month != _AUGUST)
        self.ribbon.show_year(
            first,
            (Lane(bars),),
            holidays=[Span(one.first, one.last) for one in self._days_off],
            today=self._today,
        )

    def _bar(self, one: MonthOfSessions) -> Operation:
        this_month = self._today.replace(day=1)
        tone = "green" if one.month < this_month else "accent"
        tone = "neutral" if one.month > this_month else tone
        following = (one.month + timedelta(days=31)).replace(day=1)
        words = self._desk.say.plural("{n} session", "{n} sessions", one.count)
        span = Span(one.month + timedelta(days=1), following - timedelta(days=2))
        return Operation(one.session_id, span, words, tone)
