"""A month to choose a day from; it never takes the focus from the field it opens at."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from math import floor
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from desktop_app.calendar import (
    FIRST_YEAR,
    HIJRI_MONTHS,
    LAST_YEAR,
    MONTHS,
    DayOff,
    WorkingCalendar,
    hijri,
    is_weekend,
)
from desktop_app.i18n import N_, Language
from desktop_app.ui.desk import Desk
from desktop_app.ui.icons import mirrored
from desktop_app.ui.text import capitalised, long_day
from desktop_app.ui.theme import ICON, RADIUS_CONTROL, font, scaled
from desktop_app.ui.widgets.painting import draw_line
from desktop_app.ui.widgets.popup import Popup

_DAYS: Final[dict[Language, tuple[str, ...]]] = {
    "ar": ("ن", "ث", "ر", "خ", "ج", "س", "ح"),
    "fr": ("lu", "ma", "me", "je", "ve", "sa", "di"),
    "en": ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"),
}
"""Monday first, as on a wall calendar."""
_FIRST: Final = date(FIRST_YEAR, 1, 1)
_LAST: Final = date(LAST_YEAR, 12, 31)
_WEEKS: Final = 6
_CELL: Final = 34
_ROW: Final = 30
_TITLE: Final = 44
_HEAD: Final = 24
_FOOT: Final = 22
_AROUND: Final = 8
_RTL: Final = Qt.LayoutDirection.RightToLeft


class CalendarPopup(Popup):
    """The days of one month, weeks from Monday, in the direction of the window.

    Attributes:
        chosen: emitted with the day that was taken, by Enter or the mouse.
        calendar: which days are worked, and how the moon was seen.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(desk, owner)
        self.calendar = WorkingCalendar()
        self._day = date.today()  # noqa: DTZ011 - the user's own day
        self._today = self._day
        self.setMouseTracking(True)
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def day(self) -> date:
        """What Enter would take."""
        return self._day

    def open_at(self, host: QWidget, day: date) -> None:
        """Open under a field with a day current."""
        self._today = date.today()  # noqa: DTZ011 - the user's own day
        width = 7 * scaled(_CELL) + 2 * _AROUND
        height = _WEEKS * scaled(_ROW) + scaled(_TITLE) + scaled(_HEAD) + scaled(_FOOT)
        size = QSize(width, height + 2 * _AROUND)
        self._open_at(host, None, size, size.height())
        self._go_to(day)

    def show_calendar(self, calendar: WorkingCalendar) -> None:
        """Tint the holidays of the record."""
        self.calendar = calendar
        self.update()

    def press(self, event: QKeyEvent) -> bool:
        """Obey a key that whoever has the focus was sent; tell whether it meant anything here."""
        if not self.isVisible() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        towards_end = 1 if self.layoutDirection() is not _RTL else -1
        steps: dict[int, Callable[[], date]] = {
            Qt.Key.Key_Right: lambda: self._day + timedelta(days=towards_end),
            Qt.Key.Key_Left: lambda: self._day - timedelta(days=towards_end),
            Qt.Key.Key_Down: lambda: self._day + timedelta(weeks=1),
            Qt.Key.Key_Up: lambda: self._day - timedelta(weeks=1),
            Qt.Key.Key_PageDown: lambda: _months_on(self._day, 1),
            Qt.Key.Key_PageUp: lambda: _months_on(self._day, -1),
            Qt.Key.Key_Home: lambda: self._today,
        }
        key = event.key()
        if key in steps:
            self._go_to(steps[key]())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take(self._day)
        elif key == Qt.Key.Key_Escape:
            self.close_popup()
        else:
            return False
        return True

    def dress(self) -> None:
        """Take the words anew; sizes changed, so it closes."""
        self.setAccessibleName(self._desk.say(N_("Calendar")))
        self.close_popup()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a day, or go to the month before or after."""
        place = event.position()
        for step, box in ((-1, self._arrow(-1)), (1, self._arrow(1))):
            if box.contains(place):
                self._go_to(_months_on(self._day, step))
                return
        day = next((one for one, box in self._cells() if box.contains(place)), None)
        if day is not None:
            self._take(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what a click would do."""
        day = next((one for one, box in self._cells() if box.contains(event.position())), None)
        over = day is not None or any(self._arrow(n).contains(event.position()) for n in (-1, 1))
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        holiday = self.calendar.day_off(day) if day is not None else None
        self.setToolTip(self._named(holiday) if holiday is not None else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Title, names of days, days, and what holiday the current one is."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        cells = list(self._cells())
        off = self.calendar.days_off(cells[0][0], cells[-1][0])
        for day, box in cells:
            self._paint_day(painter, day, box, any(one.first <= day <= one.last for one in off))
        holiday = self.calendar.day_off(self._day)
        if holiday is not None:
            painter.setFont(font(12))
            painter.setPen(self._desk.tokens.ink("amber"))
            foot = QRectF(0, self.height() - _AROUND - scaled(_FOOT), self.width(), scaled(_FOOT))
            inner = foot.adjusted(2 * _AROUND, 0, -2 * _AROUND, 0)
            draw_line(painter, inner, self._named(holiday), self.layoutDirection())

    def _go_to(self, day: date) -> None:
        """Make a day current; beyond the tables of the moon there is none."""
        day = self._day = min(max(day, _FIRST), _LAST)
        words = long_day(day, self._desk.language)
        holiday = self.calendar.day_off(day)
        if holiday is not None:
            words = f"{words}, {self._named(holiday)}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.update()

    def _take(self, day: date) -> None:
        self.close_popup()
        self.chosen.emit(day)

    def _named(self, holiday: DayOff) -> str:
        names = {"ar": holiday.ar, "fr": holiday.fr, "en": holiday.en}
        return capitalised(names[self._desk.language] or holiday.fr or holiday.ar)

    def _cells(self) -> Iterator[tuple[date, QRectF]]:
        """Give the days in sight, each with its place."""
        first = self._day.replace(day=1)
        before = first.weekday()
        top = _AROUND + scaled(_TITLE) + scaled(_HEAD)
        for number in range(7 * _WEEKS):
            row, column = divmod(number, 7)
            day = first + timedelta(days=number - before)
            yield day, self._cell(column, top + row * scaled(_ROW), _ROW)

    def _cell(self, column: int, top: float, height: int) -> QRectF:
        width = (self.width() - 2 * _AROUND) / 7
        at = 6 - column if self.layoutDirection() is _RTL else column
        return QRectF(_AROUND + at * width, top, width, scaled(height))

    def _arrow(self, step: int) -> QRectF:
        """Give the place of what goes to the month before (-1) or after (1)."""
        size = scaled(_TITLE) / 2 + 4
        at_left = (step < 0) is not (self.layoutDirection() is _RTL)
        left = _AROUND if at_left else self.width() - _AROUND - size
        return QRectF(left, _AROUND, size, size)

    def _paint_head(self, painter: QPainter) -> None:
        tokens, language = self._desk.tokens, self._desk.language
        for step in (-1, 1):
            drawn = self._desk.icons.pixmap(
                "caret-left" if step < 0 else "caret-right", tokens.text2
            )
            if self.layoutDirection() is _RTL:
                drawn = mirrored(drawn)
            corner = self._arrow(step).center() - QPointF(ICON / 2, ICON / 2)
            painter.drawPixmap(floor(corner.x()), floor(corner.y()), drawn)
        half = scaled(_TITLE) / 2
        title = QRectF(_AROUND, _AROUND, self.width() - 2 * _AROUND, half)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setFont(font(13, QFont.Weight.DemiBold))
        painter.setPen(QColor(tokens.text1))
        month = f"{MONTHS[language][self._day.month - 1]} {self._day.year}"
        painter.drawText(title, Qt.AlignmentFlag.AlignCenter, capitalised(month))
        painter.setFont(font(12))
        painter.setPen(QColor(tokens.text2))
        below = title.translated(0, half)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._hijri())
        top = _AROUND + scaled(_TITLE)
        painter.setPen(QColor(tokens.text3))
        for column, name in enumerate(_DAYS[language]):
            painter.drawText(self._cell(column, top, _HEAD), Qt.AlignmentFlag.AlignCenter, name)

    def _hijri(self) -> str:
        """Name the Hijri months that this month touches."""
        names = HIJRI_MONTHS["ar" if self._desk.say.right_to_left else "fr"]
        last = _months_on(self._day.replace(day=1), 1) - timedelta(days=1)
        edges = [hijri(day, self.calendar.hijri) for day in (self._day.replace(day=1), last)]
        months = dict.fromkeys((one.year, one.month) for one in edges if one is not None)
        if len({year for year, _ in months}) > 1:
            said = [f"{capitalised(names[month - 1])} {year}" for year, month in months]
            return " – ".join(said)
        return " – ".join(capitalised(names[month - 1]) for _, month in months) + "".join(
            f" {year}" for year, _ in [*months][:1]
        )

    def _paint_day(self, painter: QPainter, day: date, box: QRectF, holiday: bool) -> None:
        tokens = self._desk.tokens
        inside = day.month == self._day.month
        size = min(box.width(), box.height()) - 2
        frame = QRectF(0, 0, box.width() - 2, size)
        frame.moveCenter(box.center())
        ink = QColor(tokens.text1 if inside else tokens.text3)
        painter.setPen(Qt.PenStyle.NoPen)
        if day == self._day:
            painter.setBrush(QColor(tokens.accent))
            ink = QColor(tokens.on_accent)
        elif holiday and inside:
            painter.setBrush(tokens.tint("amber"))
            ink = tokens.ink("amber")
        elif inside and is_weekend(day):
            painter.setBrush(QColor(tokens.sunken))
            ink = QColor(tokens.text2)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if day == self._today:
            painter.setPen(QPen(QColor(tokens.accent), 1.5))
        painter.drawRoundedRect(frame, RADIUS_CONTROL, RADIUS_CONTROL)
        bold = QFont.Weight.DemiBold if day in {self._day, self._today} else QFont.Weight.Normal
        painter.setFont(font(13, bold))
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))


def _months_on(day: date, step: int) -> date:
    """Give the same day some months on, or the last of that month."""
    years, month = divmod(day.month - 1 + step, 12)
    first = date(day.year + years, month + 1, 1)
    following = first + timedelta(days=31)
    last = following - timedelta(days=following.day)
    return first.replace(day=min(day.day, last.day))
