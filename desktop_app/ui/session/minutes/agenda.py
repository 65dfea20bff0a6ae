"""The pane of the agenda: what is in hand, how the time goes, who is there."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from db.codes import AttendanceState
from desktop_app.direction import ltr
from desktop_app.services.session_data import AgendaItem
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.minutes.clock import PointClock
from desktop_app.ui.session.minutes.points import Point, PointList
from desktop_app.ui.text import text_for
from desktop_app.ui.theme import CARD_PADDING, GAP, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.restyle import restyle
from desktop_app.ui.widgets.stacked_bar import Bar, Part, StackedBar

if TYPE_CHECKING:
    from desktop_app.services.session_data import Session

WIDTH: Final = 228
HEAD: Final = 46
_FOOT: Final = 8


class AgendaPane(QFrame):
    """Points with their time; below them the whole time and the attendance.

    Args:
        clock: counts for the point in hand.
        add: adds a point.
        turn: starts and stops the clock.

    Attributes:
        chosen: emitted with the id of a point, or None for what belongs to none.
        points: the list.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk, clock: PointClock, add: Act, turn: Act) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk = desk
        self._clock = clock
        self._session: Session | None = None
        self._item_id: int | None = None
        self._begun: Collection[int | None] = ()
        self._title = label("card-title")
        self.points = PointList(desk)
        self._time_name = label("context")
        self._time = label("strong")
        self._bar = Bar(desk, StackedBar((), 1))
        self._there = label("context", wrap=True)
        self._line = label("context")
        self._add = Button(desk, add, kind="bare", icon_only=True)
        self._turn = Button(desk, turn, kind="bare", icon_only=True)
        self._turn_in_strip = Button(desk, turn, kind="bare", icon_only=True)
        self._lay_out()
        self.points.chosen.connect(self.chosen)
        clock.ticked.connect(self.refresh)
        desk.dressed.connect(self.dress)
        self.dress()

    def show_session(
        self, session: "Session", item_id: int | None, begun: Collection[int | None]
    ) -> None:
        """Show an agenda.

        Args:
            session: that it is of.
            item_id: the point in hand; None for what belongs to none.
            begun: points about which something is written or that took time.
        """
        self._session, self._item_id, self._begun = session, item_id, begun
        self.refresh()

    def set_strip(self, *, strip: bool) -> None:
        """Be a strip of numbers, or a column."""
        if strip is self._strip.isHidden():
            restyle(self, "plain" if strip else "card")
            ways = QBoxLayout.Direction
            self._column.setDirection(ways.LeftToRight if strip else ways.TopToBottom)
            self._head.setHidden(strip)
            self._foot.setHidden(strip)
            self._strip.setHidden(not strip)
            self.points.set_strip(strip=strip)
        self.dress()

    def dress(self) -> None:
        """Take words and sizes anew."""
        self._head.setFixedHeight(scaled(HEAD))
        strip = not self._strip.isHidden()
        self.setMinimumWidth(0 if strip else scaled(WIDTH))
        self.setMaximumWidth(16_777_215 if strip else scaled(WIDTH))
        self._title.setText(self._desk.say("Agenda"))
        self._time_name.setText(self._desk.say("Time used"))
        self.refresh()

    def refresh(self) -> None:
        """Show the time as it is now."""
        session = self._session
        if session is None:
            return
        self.points.show_points(self._points(session))
        used = sum(map(self._clock.spent, session.agenda))
        booked = booked_seconds(session)
        figures = f"{_clock(used)} / {_clock(booked)}" if booked else _clock(used)
        over = bool(booked) and used > booked
        self._time.setText(ltr(figures))
        restyle(self._time, "note-amber" if over else "strong")
        tone = "chart_soon" if over else "chart_done"
        parts = (
            Part(min(used, booked or used), tone, self._desk.say("Time used")),
            Part(max(booked - used, 0), "chart_rest", self._desk.say("Time left")),
        )
        self._bar.show_bar(StackedBar(parts, max(booked, used, 1)))
        there = self._attendance(session)
        self._there.setText(there)
        self._line.setText(f"{ltr(figures)} · {there}")

    def _points(self, session: "Session") -> list[Point]:
        language = self._desk.language
        general = Point(
            None,
            "",
            self._desk.say("General"),
            "",
            "current" if self._item_id is None else "done" if None in self._begun else "open",
        )
        made = [general]
        for item in session.agenda:
            seconds, planned = self._clock.spent(item), item.planned_minutes
            state = "done" if item.id in self._begun or seconds else "open"
            title = self._desk.say(
                "{number}. {title}", number=item.position, title=text_for(item.title, language)
            )
            made.append(
                Point(
                    item.id,
                    str(item.position),
                    title,
                    self._minutes(item, seconds),
                    "current"
                    if item.id == self._item_id
                    else "done"
                    if state == "done"
                    else "open",
                    over=planned is not None and seconds > planned * 60,
                )
            )
        return made

    def _minutes(self, item: AgendaItem, seconds: int) -> str:
        """Minutes used and planned: ``31/40``; one of them where the other is unknown."""
        used = str(round(seconds / 60)) if seconds else ""
        planned = str(item.planned_minutes) if item.planned_minutes else ""
        if item.id == self._item_id and planned and not used:
            used = "0"
        figures = "/".join(filter(None, (used, planned)))
        return self._desk.say("{n} min", n=ltr(figures)) if figures else ""

    def _attendance(self, session: "Session") -> str:
        states = [line.state for line in session.attendance]
        if not states or set(states) == {AttendanceState.NOT_RECORDED}:
            return self._desk.say("Attendance not recorded")
        here = {AttendanceState.PRESENT, AttendanceState.REMOTE}
        invited = [line for line in session.attendance if line.invited]
        parts = [
            self._desk.say(
                "Present: {n} of {all}",
                n=sum(state in here for state in states),
                all=len(invited) or len(states),
            )
        ]
        if stood_in := states.count(AttendanceState.REPRESENTED):
            parts.append(self._desk.say("Represented: {n}", n=stood_in))
        return " · ".join(part.replace(" ", "\u00a0") for part in parts)

    def _lay_out(self) -> None:
        self._head = QFrame()
        self._head.setProperty("kind", "card-header")
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)  # margins would not mirror, spacings do
        head.setSpacing(2)
        head.addSpacing(CARD_PADDING)
        head.addWidget(self._title, 1)
        head.addWidget(self._turn)
        head.addWidget(self._add)
        head.addSpacing(6)
        self._foot = QFrame()
        self._foot.setProperty("kind", "pane-foot")
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 12)
        foot.setSpacing(4)
        times = QHBoxLayout()
        times.addWidget(self._time_name, 1)
        times.addWidget(self._time)
        foot.addLayout(times)
        foot.addWidget(self._bar)
        foot.addWidget(self._there)
        self._strip = QWidget()
        strip = QHBoxLayout(self._strip)
        strip.setContentsMargins(0, 0, 0, 0)
        strip.setSpacing(GAP)
        strip.addWidget(self._turn_in_strip)
        strip.addWidget(self._line)
        self._strip.hide()
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addWidget(self.points, 1)
        self._column.addWidget(self._foot)
        self._column.addWidget(self._strip)


def booked_seconds(session: "Session") -> int:
    """Give the time that is booked: that of the room on one day, or the minutes planned."""
    if session.start is not None and session.end is not None:
        day = datetime(2000, 1, 1)  # noqa: DTZ001 - only the difference counts
        span = datetime.combine(day, session.end) - datetime.combine(day, session.start)
        return round(span.total_seconds()) * max(len(session.days), 1)
    return 60 * sum(item.planned_minutes or 0 for item in session.agenda)


def _clock(seconds: int) -> str:
    return f"{seconds // 3600}:{seconds // 60 % 60:02}"
