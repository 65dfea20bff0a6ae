"""The register as a calendar: how much is due on each day of a month, and how much of it late."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.calendar import MONTHS, WEEKDAYS, is_weekend
from desktop_app.i18n import N_
from desktop_app.services.follow_up_data import DayCount, Filters
from desktop_app.services.follow_up_list import read_month
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.follow_ups.columns import today
from desktop_app.ui.text import capitalised, long_day
from desktop_app.ui.theme import GAP, RADIUS_CONTROL, font, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.chips import CHIP_HEIGHT, Chip
from desktop_app.ui.widgets.columns import Canvas
from desktop_app.ui.widgets.labels import card, label
from desktop_app.ui.widgets.painting import draw_focus_ring, fill

_WEEKS: Final = 6
_HEAD: Final = 24
_NOTHING: Final = DayCount()


class MonthView(QWidget):
    """A month with its days; one of them is in hand.

    Attributes:
        chosen: emitted with the `date` whose outcomes are to be listed.
        days: the days, painted.
        acts: go to the month before and after.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._filters = Filters()
        self._title = label("card-title")
        self._told = label("context")
        self.days = Days(desk)
        before, after = self.acts = (
            self._step(N_("Month before"), -1, "caret-left", "PgUp"),
            self._step(N_("Month after"), 1, "caret-right", "PgDn"),
        )
        row = QHBoxLayout()
        row.setContentsMargins(GAP, GAP, GAP, 0)
        row.setSpacing(8)
        row.addWidget(Button(desk, before, kind="bare", icon_only=True))
        row.addWidget(self._title)
        row.addWidget(Button(desk, after, kind="bare", icon_only=True))
        row.addStretch(1)
        row.addWidget(self._told)
        frame, column = card()
        column.addLayout(row)
        column.addWidget(self.days, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)
        self.setFocusProxy(self.days)
        self.days.turned.connect(self._read)
        self.days.chosen.connect(self.chosen)
        desk.dressed.connect(self.dress)
        self.dress()

    def show_filters(self, filters: Filters) -> None:
        """Count by these filters; the standing counts for nothing here."""
        self._filters = filters
        self._read()

    def dress(self) -> None:
        """Take the words anew."""
        day, language = self.days.day, self._desk.language
        self._title.setText(capitalised(f"{MONTHS[language][day.month - 1]} {day.year}"))
        self._told.setText(self.days.told(day))

    def _step(self, message: str, months: int, icon: str, key: str) -> Act:
        step = partial(self.days.step, months)
        return Act(self._desk, message, step, icon=icon, key=key, mirror=True)

    def _read(self) -> None:
        self.dress()
        if (store := self._desk.store) is None:
            return
        filters, days = self._filters, list(self.days.shown())

        def read(_: object) -> Mapping[date, DayCount]:
            with store.read() as reading:
                return read_month(reading, filters, days[0], days[-1], today())

        self._desk.runner.run(read, self._take)

    def _take(self, counts: Mapping[date, DayCount]) -> None:
        self.days.show_counts(counts)
        self.dress()


class Days(QWidget):
    """The days of a month in six weeks from Monday; arrows go from day to day.

    Attributes:
        day: the one in hand.
        turned: emitted when another day, perhaps of another month, is in hand.
        chosen: emitted with the day at Enter, Space or a click.
    """

    turned = Signal()
    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.day = today()
        self._counts: Mapping[date, DayCount] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        desk.dressed.connect(self.dress)
        self.dress()

    def shown(self) -> Iterator[date]:
        """Give the days in sight."""
        first = self.day.replace(day=1)
        start = first - timedelta(days=first.weekday())
        return (start + timedelta(days=at) for at in range(7 * _WEEKS))

    def show_counts(self, counts: Mapping[date, DayCount]) -> None:
        """Show how much is due on each day."""
        self._counts = counts
        self.update()

    def told(self, day: date) -> str:
        """Say what is due on a day."""
        say, count = self._desk.say, self._counts.get(day, _NOTHING)
        parts = [
            say.plural("{n} outcome late", "{n} outcomes late", count.late) if count.late else "",
            say.plural("{n} outcome due", "{n} outcomes due", count.open) if count.open else "",
            say.plural("{n} outcome closed", "{n} outcomes closed", count.over)
            if count.over
            else "",
        ]
        words = " · ".join(filter(None, parts)) or say("Nothing due")
        return f"{long_day(day, self._desk.language)} · {words}"

    def step(self, months: int) -> None:
        """Go to the month before or after."""
        first = self.day.replace(day=1)
        other = first - timedelta(days=1) if months < 0 else first + timedelta(days=32)
        self._go_to(other.replace(day=min(self.day.day, 28)))

    def dress(self) -> None:
        """Take the words anew."""
        self.setAccessibleName(self._desk.say("Calendar"))
        self.setAccessibleDescription(self.told(self.day))
        self.update()

    def keeps_key(self, key: str) -> bool:
        """Keep Enter, which lists the day."""
        return key == "Enter"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go on; Enter and Space list the day."""
        ahead = -1 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 1
        steps = {
            Qt.Key.Key_Right: ahead,
            Qt.Key.Key_Left: -ahead,
            Qt.Key.Key_Down: 7,
            Qt.Key.Key_Up: -7,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._go_to(self.day + timedelta(days=steps[key]))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes a day in hand, and lists what is due on it."""
        found = (day for day, box in self._cells() if box.contains(event.position()))
        if (day := next(found, None)) is not None:
            self._go_to(day)
            if day in self._counts:
                self.chosen.emit(day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which day is in hand."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Names of the days, then each day with its chips."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._desk.tokens
        painter.setFont(font(12))
        painter.setPen(QColor(tokens.text2))
        for column, name in enumerate(WEEKDAYS[self._desk.language]):
            box = self._place(0, column)
            head = QRectF(box.left(), 0, box.width(), scaled(_HEAD))
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, capitalised(name))
        for day, box in self._cells():
            self._paint_day(painter, day, box)

    def _paint_day(self, painter: QPainter, day: date, box: QRectF) -> None:
        tokens = self._desk.tokens
        inside = day.month == self.day.month
        if not inside or is_weekend(day):
            fill(painter, box, QColor(tokens.bg))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        if day == self.day:
            painter.setPen(QPen(QColor(tokens.accent), 1.5))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
            if self.hasFocus():
                draw_focus_ring(painter, box.adjusted(1, 1, -1, -1), tokens, RADIUS_CONTROL)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        number = box.adjusted(8, 4, -8, 0)
        number.setHeight(scaled(20))
        is_today = day == today()
        painter.setFont(font(13, QFont.Weight.DemiBold if is_today else QFont.Weight.Normal))
        ink = tokens.accent if is_today else tokens.text1 if inside else tokens.text3
        painter.setPen(QColor(ink))
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            number,
            Qt.AlignmentFlag.AlignAbsolute | side | Qt.AlignmentFlag.AlignVCenter,
            str(day.day),
        )
        self._paint_chips(painter, self._counts.get(day, _NOTHING), box)

    def _paint_chips(self, painter: QPainter, count: DayCount, box: QRectF) -> None:
        chips = [
            chip
            for number, chip in (
                (count.late, Chip(str(count.late), "warning", "red")),
                (count.open, Chip(str(count.open), "clock", "accent")),
                (count.over, Chip(str(count.over), "check", "green")),
            )
            if number
        ]
        layout = self.layoutDirection()
        canvas = Canvas(painter, self._desk.tokens, self._desk.icons, layout, selected=False)
        rtl = layout is Qt.LayoutDirection.RightToLeft
        at = 6.0
        top = box.bottom() - scaled(CHIP_HEIGHT) - 5
        for chip in chips:
            width = chip.width()
            if at + width > box.width() - 4:
                break
            left = box.right() - at - width if rtl else box.left() + at
            chip.paint(canvas, QRectF(left, top, width, scaled(CHIP_HEIGHT)))
            at += width + 4

    def _cells(self) -> Iterator[tuple[date, QRectF]]:
        for at, day in enumerate(self.shown()):
            yield day, self._place(*divmod(at, 7))

    def _place(self, week: int, column: int) -> QRectF:
        width = (self.width() - 1) / 7
        height = (self.height() - 1 - scaled(_HEAD)) / _WEEKS
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        at = 6 - column if rtl else column
        return QRectF(at * width, scaled(_HEAD) + week * height, width, height)

    def _go_to(self, day: date) -> None:
        self.day = day
        self.dress()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.told(day)))
        self.turned.emit()
