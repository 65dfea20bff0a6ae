"""The palette: one field that finds anything and does anything, over the window."""

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
)

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act, of_key
from desktop_app.ui.addresses import Address
from desktop_app.ui.palette.delegate import HEAD, ROW, LineDelegate
from desktop_app.ui.palette.finder import Finder
from desktop_app.ui.palette.foot import Foot
from desktop_app.ui.palette.lines import (
    COMMANDS_ONLY,
    PEOPLE_ONLY,
    Entry,
    Head,
    Line,
    Offer,
    asked,
)
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.overlay import EDGE, Overlay

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.window import MainWindow

_WIDTH: Final = 640
_HEIGHT: Final = 500
_TOP: Final = 84
_FIELD: Final = 52
_AROUND: Final = 5
"""What is left free above the first line and under the last."""
_REPEATED: Final = 60
"""Letters of a question that are shown again when nothing answers it."""
_LOOK_MS: Final = 50
_LOOKS: Final = 200
_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class _Lines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []

    def set_lines(self, lines: list[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """One row for each line."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A line, and its words for screen readers."""
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return words_of(line)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Heads are passed over."""
        if isinstance(self.lines[index.row()], Head):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def words_of(line: Line) -> str:
    """Give a line as it is read out."""
    parts = [line.title] if isinstance(line, Head) else [line.title, line.detail, line.key]
    return ", ".join(filter(None, parts))


class _Field(QLineEdit):
    """Leaves the keys that move in the list to the palette."""

    def __init__(self, palette: "Palette") -> None:
        super().__init__()
        self._palette = palette
        self.setProperty("kind", "palette")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move in the list."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8} | {
            Qt.Key.Key_PageDown: 8
        }
        step = steps.get(Qt.Key(event.key())) if event.key() in set(steps) else None
        if step is None:
            super().keyPressEvent(event)
        else:
            self._palette.step(step)


class Palette(Overlay):
    """Finds as one types; Enter opens or does what is lit.

    Args:
        window: that it stands over.
        finder: what it looks through.

    Attributes:
        finder: what it looks through.
        field: where one types.
        list: what was found.
    """

    def __init__(self, window: "MainWindow", finder: Finder) -> None:
        desk = window.desk
        self._window = window
        self.finder = finder
        printing = Act(desk, N_("Open and print"), self._print, key="Ctrl+Enter")
        opening = Act(desk, N_("Open"), self._open, key="Enter")
        again = Act(desk, N_("Close"), self.leave, key="Ctrl+K")
        super().__init__(desk, N_("Close"), (printing, opening, again))
        self._printing = printing
        self._here = tuple(window.page.acts) if window.page is not None else ()
        self.field = _Field(self)
        self._hint = label("hint")
        self._icon = QLabel()
        self._head = QFrame()
        self.list = QListView()
        self._lines = _Lines()
        self._drawn = LineDelegate(desk)
        self._nothing = label("context", wrap=True)
        self._foot = Foot(desk)
        self._lay_out()
        self._anew = True
        self._meant: Callable[[], None] | None = None
        self.field.textChanged.connect(self._ask)
        self.list.clicked.connect(self._choose)
        finder.renewed.connect(self._take)
        finder.outdated.connect(self._ask)
        self.dress()
        self._ask()

    @property
    def current(self) -> Entry | None:
        """What is lit."""
        index = self.list.currentIndex()
        line = self._lines.lines[index.row()] if index.isValid() else None
        return line if isinstance(line, Entry) else None

    def dress(self) -> None:
        """Take the words anew."""
        say = self._desk.say
        self.setAccessibleName(say("Search or do"))
        self.field.setAccessibleName(say("Search or do"))
        self.field.setPlaceholderText(say("Search or do"))
        self.list.setAccessibleName(say("What was found"))
        self._head.setFixedHeight(scaled(_FIELD))
        side = Qt.AlignmentFlag.AlignRight if say.right_to_left else Qt.AlignmentFlag.AlignLeft
        self.field.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self._hint.setText(say("Without accents: “eleve” finds “élève”"))
        colour = self._desk.tokens.text2
        self._icon.setPixmap(self._desk.icons.pixmap("magnifying-glass", colour, 20))
        self.answer()

    def answer(self, *, anew: bool = False) -> None:
        """Show what was found for what is typed.

        Args:
            anew: light the first line, whatever was lit before.
        """
        lit = None if anew else self.current
        typed = self.field.text()
        window = self._window
        offer = Offer(
            say=self._desk.say,
            here=self._here,
            everywhere=[act for act in window.acts_everywhere if act.key not in {"Ctrl+K", "Esc"}],
            places=window.acts_to_places,
            recent=self._recent(),
            hits=self.finder.hits,
            go=self._desk.go,
            today=date.today(),  # noqa: DTZ011 - the user's own day
        )
        lines = offer.answer(typed)
        query = typed.lstrip().removeprefix(COMMANDS_ONLY).removeprefix(PEOPLE_ONLY)
        self._drawn.query = query
        self._lines.set_lines(lines)
        self._nothing.setText(self._desk.say("No results for “{query}”", query=_shortened(query)))
        self._nothing.setVisible(not lines and not self.finder.busy)
        self.list.setVisible(bool(lines))
        first = next((row for row, line in enumerate(lines) if isinstance(line, Entry)), 0)
        same = (row for row, line in enumerate(lines) if _name(line) == _name(lit))
        self._light(next(same, first) if lit is not None else first)
        self.place()

    def step(self, by: int) -> None:
        """Light another line, so many further; past an end, the other end."""
        rows = [n for n, line in enumerate(self._lines.lines) if isinstance(line, Entry)]
        if not rows:
            return
        at = rows.index(self.list.currentIndex().row())
        to = at + by
        if abs(by) > 1:
            to = max(0, min(to, len(rows) - 1))
        self._light(rows[to % len(rows)])

    def place(self) -> None:
        """Stand in the upper half, as high as what was found."""
        width = min(scaled(_WIDTH), self.width() - 2 * EDGE)
        fixed = scaled(_FIELD) + self._foot.sizeHint().height() + 2
        heads = sum(isinstance(line, Head) for line in self._lines.lines)
        entries = len(self._lines.lines) - heads
        content = heads * scaled(HEAD) + entries * scaled(ROW)
        if self._nothing.isVisibleTo(self.card):
            content += self._nothing.heightForWidth(width - 2)
        content += 2 * _AROUND
        most = min(scaled(_HEIGHT), self.height() - 2 * EDGE)
        top = max(EDGE, min(_TOP, (self.height() - most) // 2))
        self.card.setGeometry((self.width() - width) // 2, top, width, min(fixed + content, most))
        taken = self.field.fontMetrics().horizontalAdvance(self.field.text())
        free = width - taken - self._hint.sizeHint().width() - 100
        self._hint.setVisible(free > 0)

    def _light(self, row: int) -> None:
        index = self._lines.index(row, 0) if self._lines.lines else QModelIndex()
        self.list.setCurrentIndex(index)
        if row <= 1:
            self.list.scrollToTop()
        entry = self.current
        self._printing.set_offered(entry is not None and entry.paper is not None)
        self._foot.set_printing(self._printing.isEnabled())
        self.field.setAccessibleDescription(words_of(entry) if entry is not None else "")

    def _recent(self) -> list[Address]:
        return [one for one in self.finder.recent if one != self._window.address]

    def _ask(self) -> None:
        """Look for what is typed; until it is found, what was found before stays in sight."""
        self._anew, self._meant = True, None
        wanted = asked(self.field.text(), self._recent())
        if wanted is not None:
            self.finder.ask(wanted)
        if wanted is None or not self.finder.busy:
            self._take()

    def _take(self) -> None:
        """Show what was found, and do what was meant by a key that came before it."""
        self.answer(anew=self._anew)
        self._anew, meant, self._meant = False, self._meant, None
        if meant is not None:
            meant()

    def _choose(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self._meant = None
        self._do(self.current)

    def _open(self) -> None:
        if self.finder.busy:
            self._meant = self._open
        else:
            self._do(self.current)

    def _do(self, entry: Entry | None) -> None:
        if entry is not None:
            self.leave()
            entry.do()

    def _print(self) -> None:
        if self.finder.busy:
            self._meant = self._print
            return
        entry = self.current
        if entry is not None and entry.paper is not None:
            self.leave()
            self._desk.go(entry.paper)
            _Printing(self._window, entry.paper)

    def _lay_out(self) -> None:
        self.list.setModel(self._lines)
        self.list.setItemDelegate(self._drawn)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setMinimumHeight(0)
        self._nothing.setContentsMargins(20, 14, 20, 14)
        self._head.setProperty("kind", "card-header")
        row = QHBoxLayout(self._head)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(14)
        row.addWidget(self._icon)
        row.addWidget(self.field, 1)
        row.addWidget(self._hint)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addSpacing(_AROUND)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addSpacing(_AROUND)
        column.addWidget(self._foot)


def _shortened(query: str) -> str:
    shown = query.strip()
    return shown if len(shown) <= _REPEATED else f"{shown[:_REPEATED]}…"


def _name(line: Line | None) -> tuple[str, str] | None:
    return (line.title, line.detail) if isinstance(line, Entry) else None


class _Printing(QTimer):
    """Prints what a page shows, as soon as it offers to; not when the user left it meanwhile."""

    def __init__(self, window: "MainWindow", address: Address) -> None:
        super().__init__(window, interval=_LOOK_MS)
        self._window = window
        self._address = address
        self._left = _LOOKS
        self.timeout.connect(self._look)
        self.start()

    def _look(self) -> None:
        page = self._window.page
        self._left -= 1
        left = self._window.address != self._address or not self._left
        act = of_key(page.acts, "Ctrl+P") if page is not None and not left else None
        if left or act is not None:
            self.stop()
            self.deleteLater()
        if act is not None:
            act.trigger()
