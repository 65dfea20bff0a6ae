"""The points of an agenda, one under the other; one of them is the current one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.text import text_for
from desktop_app.ui.theme import CARD_PADDING, ICON, font, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.painting import draw_focus_ring, text_width
from desktop_app.ui.widgets.rows import paint_row_ground, start_of

if TYPE_CHECKING:
    from desktop_app.services.session_data import AgendaItem

HANDLE: Final = ICON
SPACE: Final = 10
_ROW: Final = 33
_PRESENTER: Final = 150
_MARK: Final = 2


class AgendaRows(QWidget):
    """The list; it has the focus, and its rows do not.

    Attributes:
        moved: emitted with the id of a point and the position it was dragged to.
        opened: emitted when a row was double-clicked, or Enter pressed.
        changed: emitted when another row is the current one, or the focus came or went.
        approving: opens the minutes that a point approves: the current one, or else the first.
    """

    moved = Signal(int, int)
    opened = Signal()
    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._items: tuple[AgendaItem, ...] = ()
        self._rows: list[_Row] = []
        self.approving = Act(
            desk, N_("Open the minutes"), self._open_minutes, icon="file-text", key="Ctrl+G"
        )
        self._at = -1
        self._dragged: int | None = None
        self._mark = QFrame(self)
        self._mark.setProperty("kind", "drop-mark")
        self._mark.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._take_focus()
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def items(self) -> "tuple[AgendaItem, ...]":
        """What is shown."""
        return self._items

    @property
    def at(self) -> int:
        """Which row is the current one, from 0; -1 while there is none."""
        return self._at

    @property
    def current(self) -> "AgendaItem | None":
        """The point of the current row."""
        return self._items[self._at] if self._at >= 0 else None

    def show_items(self, items: "Sequence[AgendaItem]") -> None:
        """Show points; the current one stays the current one, wherever it stands now."""
        current = self.current
        self._items = tuple(items)
        self.approving.set_offered(any(item.of_session_id for item in items))
        while len(self._rows) > len(items):
            row = self._rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(items):
            self._rows.append(_Row(self._desk, self))
            self._column.addWidget(self._rows[-1])
        ids = [item.id for item in items]
        if current is not None and current.id in ids:
            self._at = ids.index(current.id)
        else:
            self._at = min(max(self._at, 0), len(items) - 1)
        self._take_focus()
        self._write()

    def go_to(self, at: int) -> None:
        """Make another row the current one."""
        if self._items:
            self._at = min(max(at, 0), len(self._items) - 1)
            self._show_current()
            words = self._rows[self._at].accessibleName()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def put_editor(self, editor: QWidget) -> None:
        """Let an editor stand in the place of the current row."""
        self._column.insertWidget(self._at, editor)
        self._rows[self._at].hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def take_editor(self, editor: QWidget) -> None:
        """Show the row again in whose place an editor stood."""
        self._column.removeWidget(editor)
        for row in self._rows:
            row.show()
        self._take_focus()

    def dress(self) -> None:
        """Take words and sizes anew."""
        self.setAccessibleName(self._desk.say("Agenda"))
        self._write()

    # --- what Qt calls ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from row to row, Enter opens one."""
        steps = {
            Qt.Key.Key_Down: self._at + 1,
            Qt.Key.Key_Up: self._at - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._items) - 1,
        }
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif (to := steps.get(Qt.Key(event.key()))) is not None:
            self.go_to(to)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which row is the current one."""
        super().focusInEvent(event)
        self._show_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No row has the focus now."""
        super().focusOutEvent(event)
        self._show_current()

    # --- dragging ---

    def press(self, row: QWidget, *, handle: bool) -> None:
        """A row was pressed: it is the current one, and is dragged if that was at its handle."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.go_to(next(at for at, one in enumerate(self._rows) if one is row))
        self._dragged = self._at if handle else None

    def drag(self, at: QPoint) -> None:
        """Mark where the row that is dragged would come to stand."""
        if self._dragged is None:
            return
        to = self._place_of(at)
        rows = [row for row in self._rows if not row.isHidden()]
        edge = rows[to].y() if to < len(rows) else rows[-1].geometry().bottom() + 1
        top = min(max(edge - _MARK // 2, 0), self.height() - _MARK)
        self._mark.setGeometry(0, top, self.width(), _MARK)
        self._mark.show()
        self._mark.raise_()
        _bring_into_view(self, at.y(), at.y())

    def drop(self, at: QPoint) -> None:
        """Let go of the row that is dragged."""
        came_from, self._dragged = self._dragged, None
        if came_from is None or self._mark.isHidden():
            return
        self._mark.hide()
        to = self._place_of(at)
        to -= to > came_from
        if to != came_from:
            self.moved.emit(self._items[came_from].id, to + 1)

    def _place_of(self, at: QPoint) -> int:
        """Give before which row a point lies, by the middles of the rows."""
        return sum(row.geometry().center().y() < at.y() for row in self._rows)

    # --- inside ---

    def _open_minutes(self) -> None:
        at = max(self._at, 0)
        about = (item.of_session_id for item in (*self._items[at : at + 1], *self._items))
        if (session_id := next(filter(None, about), None)) is not None:
            self._desk.go(Address("session", session_id, "papers/minutes"))

    def _take_focus(self) -> None:
        """Take the focus while there is a row to show it."""
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if self._items else policy.NoFocus)

    def _write(self) -> None:
        language = self._desk.language
        minutes = [
            self._desk.say("{n} min", n=item.planned_minutes) if item.planned_minutes else ""
            for item in self._items
        ]
        presenters = [
            text_for(item.presenter.name, language) if item.presenter else ""
            for item in self._items
        ]
        presenting = max((text_width(name, font()) for name in presenters), default=0)
        widths = (
            text_width(str(len(self._items)), font(14)) + 4,
            min(presenting + 4, scaled(_PRESENTER)),
            max((text_width(text, font()) for text in minutes), default=0) + 4,
        )
        for at, (row, item) in enumerate(zip(self._rows, self._items, strict=True)):
            row.show_words(
                (str(at + 1), text_for(item.title, language), presenters[at], minutes[at]), widths
            )
            row.offer_minutes(offered=item.of_session_id is not None)
        self._show_current()

    def _show_current(self) -> None:
        for at, row in enumerate(self._rows):
            row.set_current(current=at == self._at, focused=at == self._at and self.hasFocus())
        current = self._rows[self._at] if self._at >= 0 else None
        self.setAccessibleDescription(current.accessibleName() if current else "")
        if current is not None and self.hasFocus():
            _bring_into_view(self, current.y(), current.geometry().bottom())
        self.changed.emit()


class _Row(QWidget):
    """Handle, number, title, what opens the minutes that it approves, presenter, minutes."""

    def __init__(self, desk: Desk, rows: AgendaRows) -> None:
        super().__init__(rows)
        self.setObjectName("recorded")
        self._desk = desk
        self._list = rows
        self._current = self._focused = False
        self._minutes: Button | None = None
        self._words = [label("strong"), label(wrap=True), label("quiet", wrap=True), label("quiet")]
        for part in self._words[1:3]:
            part.setObjectName("recorded")
        line = self._line = QHBoxLayout(self)
        line.setContentsMargins(CARD_PADDING, 6, CARD_PADDING, 7)
        line.setSpacing(SPACE)
        line.addSpacing(HANDLE)
        for part in self._words:
            line.addWidget(part, 1 if part is self._words[1] else 0)

    def show_words(self, words: Sequence[str], widths: tuple[float, float, float]) -> None:
        """Show a point; the widths are those of number, presenter and minutes."""
        for part, text in zip(self._words, words, strict=True):
            part.setText(text)
        number, _, presenter, minutes = self._words
        for part, width in zip((number, presenter, minutes), widths, strict=True):
            part.setFixedWidth(round(width + 0.5))
        self.setAccessibleName(", ".join(filter(None, words)))
        self.setMinimumHeight(scaled(_ROW))

    def offer_minutes(self, *, offered: bool) -> None:
        """Show the button that opens the minutes that the point approves, or none."""
        if self._minutes is None and offered:
            act = self._list.approving
            button = Button(self._desk, act, kind="bare", icon_only=True, small=True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.pressed.connect(lambda: self._list.press(self, handle=False))
            self._line.insertWidget(self._line.indexOf(self._words[2]), button)
            self._minutes = button
        if self._minutes is not None:
            self._minutes.setVisible(offered)

    def set_current(self, *, current: bool, focused: bool) -> None:
        """Look like the current row, or like any other."""
        if (current, focused) != (self._current, self._focused):
            self._current, self._focused = current, focused
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and handle."""
        super().paintEvent(event)
        tokens, layout = self._desk.tokens, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        paint_row_ground(
            *(painter, rect, tokens, layout),
            selected=self._current and self._list.hasFocus(),
            hovered=self.underMouse(),
        )
        inner = rect.adjusted(CARD_PADDING, 0, -CARD_PADDING, 0)
        place = start_of(inner, HANDLE, layout)
        self._desk.icons.paint(painter, "dots-six-vertical", tokens.text3, place)
        if self._focused:
            draw_focus_ring(painter, rect.adjusted(0, 0, 0, -1), tokens, 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Become the current row."""
        if event.button() is Qt.MouseButton.LeftButton:
            edge = CARD_PADDING + HANDLE + SPACE // 2
            rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            from_start = self.width() - event.position().x() if rtl else event.position().x()
            self._list.press(self, handle=from_start <= edge)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Be dragged."""
        self._list.drag(self.mapToParent(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Be let go."""
        self._list.drop(self.mapToParent(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Be opened."""
        event.accept()
        self._list.opened.emit()


def _bring_into_view(rows: QWidget, top: int, bottom: int) -> None:
    """Let what is around scroll to some of its rows."""
    outer = rows.parentWidget()
    while outer is not None and not isinstance(outer, QScrollArea):
        outer = outer.parentWidget()
    if outer is None or (inside := outer.widget()) is None:
        return
    for y in (bottom, top):
        at = rows.mapTo(inside, QPoint(0, y))
        outer.ensureVisible(inside.width() // 2, at.y(), 0, 4)
