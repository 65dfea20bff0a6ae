"""The side bar: the places of the window, and at its foot language and appearance."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from desktop_app.i18n import LANGUAGES, N_, Language
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import (
    ICON,
    RADIUS_CONTROL,
    SIDE_BAR_NARROW,
    SIDE_BAR_WIDTH,
    font,
)
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import LineLabel, label
from desktop_app.ui.widgets.painting import draw_line

_ROW: Final = 36
LANGUAGE_NAMES: Final[dict[Language, str]] = {"ar": "العربية", "fr": "Français", "en": "English"}
_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class PlaceInWindow:
    """A place of the side bar; `message` is an English catalogue message."""

    code: str
    message: str
    icon: str


class _Places(QAbstractListModel):
    def __init__(self, desk: Desk, places: tuple[PlaceInWindow, ...]) -> None:
        super().__init__()
        self._desk = desk
        self.places = places

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """One row for each place."""
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a place, for the eye, the tool tip and screen readers."""
        roles = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        return self._desk.say(self.places[index.row()].message) if role in roles else None

    def refresh(self) -> None:
        """Tell the view that words and colours changed."""
        self.dataChanged.emit(self.index(0), self.index(len(self.places) - 1))


class _PlaceDelegate(QStyledItemDelegate):
    def __init__(self, desk: Desk, places: tuple[PlaceInWindow, ...]) -> None:
        super().__init__()
        self._desk = desk
        self._places = places

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows of one height, whatever they hold (hence no argument is looked at)."""
        return QSize(SIDE_BAR_NARROW, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Surface, bar and filled icon show where one is."""
        tokens = self._desk.tokens
        place = self._places[index.row()]
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(QColor(tokens.line), 1) if current else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.surface if current else tokens.hover))
            painter.drawRoundedRect(
                box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL
            )
        if current:
            at = box.right() - 3 if rtl else box.left()
            bar = QRectF(at, box.top() + 8, 3, box.height() - 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        icon = f"{place.icon}-fill" if current else place.icon
        ink = tokens.accent if current else tokens.text2
        narrow = box.width() < 2 * SIDE_BAR_NARROW
        at = box.center().x() - ICON / 2 if narrow else _icon_left(box, rtl=rtl)
        self._desk.icons.paint(painter, icon, ink, QRectF(at, box.top(), ICON, box.height()))
        if not narrow:
            painter.setPen(QColor(tokens.text1 if current else tokens.text2))
            painter.setFont(font(13, QFont.Weight.DemiBold if current else QFont.Weight.Medium))
            words = box.adjusted(10, 0, -36, 0) if rtl else box.adjusted(36, 0, -10, 0)
            draw_line(painter, words, self._desk.say(place.message), option.direction)
        painter.restore()


def _icon_left(box: QRectF, *, rtl: bool) -> float:
    return box.right() - 10 - ICON if rtl else box.left() + 10


class SideBar(QFrame):
    """Places, language and appearance.

    Attributes:
        went: emitted with the code of the place the user chose.
    """

    went = Signal(str)

    def __init__(self, desk: Desk, places: tuple[PlaceInWindow, ...]) -> None:
        super().__init__()
        self._desk = desk
        self._places = places
        self.setProperty("kind", "side-bar")
        self._name = LineLabel("card-title")
        self._centre = label("context", wrap=True)
        self._centre.setObjectName("recorded")
        self.centre_name = ""
        self._list = QListView()
        self._model = _Places(desk, places)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_PlaceDelegate(desk, places))
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._go)
        self._list.activated.connect(self._go)
        self._menu_button = Button(desk, N_("Language"), icon="translate", kind="bare")
        self._menu_button.clicked.connect(self._offer_languages)
        self._look_button = Button(desk, N_("Dark appearance"), icon="moon", kind="bare")
        self._look_button.clicked.connect(self._turn_appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 10)
        column.setSpacing(2)
        self._head = QVBoxLayout()
        self._head.setContentsMargins(8, 0, 8, 10)
        self._head.setSpacing(0)
        self._head.addWidget(self._name)
        self._head.addWidget(self._centre)
        column.addLayout(self._head)
        column.addWidget(self._list, 1)
        column.addWidget(self._menu_button)
        column.addWidget(self._look_button)
        desk.dressed.connect(self.dress)
        self.dress()
        self.set_narrow(False)

    def show_place(self, code: str) -> None:
        """Show where the window is."""
        row = next(row for row, place in enumerate(self._places) if place.code == code)
        self._list.setCurrentIndex(self._model.index(row, 0))

    def set_centre(self, name: str) -> None:
        """Show whose record is open."""
        self.centre_name = name
        self._centre.setText(name)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, or words too."""
        self.setFixedWidth(SIDE_BAR_NARROW if narrow else SIDE_BAR_WIDTH)
        for part in (self._name, self._centre):
            part.setVisible(not narrow)
        for button in (self._menu_button, self._look_button):
            button.set_icon_only(narrow)

    def dress(self) -> None:
        """Take the words anew."""
        self._name.setText(self._desk.say("Mahdar"))
        self._list.setAccessibleName(self._desk.say("Places"))
        self._model.refresh()
        dark = self._desk.dark
        message, icon = (N_("Light appearance"), "sun") if dark else (N_("Dark appearance"), "moon")
        self._look_button.set_message(message, icon)

    def _go(self, index: QModelIndex) -> None:
        self.went.emit(self._places[index.row()].code)

    def _offer_languages(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for language in LANGUAGES:
            action = menu.addAction(LANGUAGE_NAMES[language])
            action.setCheckable(True)
            action.setChecked(language == self._desk.language)
            action.triggered.connect(
                lambda _=False, language=language: self._desk.set_language(language)
            )
        menu.popup(self._menu_button.mapToGlobal(self._menu_button.rect().topLeft()))

    def _turn_appearance(self) -> None:
        self._desk.set_dark(dark=not self._desk.dark)
