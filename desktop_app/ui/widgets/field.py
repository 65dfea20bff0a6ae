"""A field: label, any editor, and below them a hint or what is wrong with what was typed."""

from math import ceil
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QRectF, QSize, Qt, SignalInstance
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from db.errors import UserError
from desktop_app.ui.desk import Desk
from desktop_app.ui.text import capitalised
from desktop_app.ui.theme import CONTROL_HEIGHT, GAP, ICON, font, scaled
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.line_edit import align_start
from desktop_app.ui.widgets.painting import text_width
from desktop_app.ui.widgets.restyle import restyle

_NOTE: Final = 12
_LABEL: Final = 20
_WORDS: Final = 130
_FOLDED: Final = 8
_ALARMS: Final = {"red": "warning-circle", "amber": "warning"}
Sentence = UserError | str


@runtime_checkable
class Composite(Protocol):
    """An editor of several parts, which shows and says an alarm in its own way."""

    def show_alarm(self, alarm: str, sentence: str) -> None:
        """Take the colour of an error or a warning (``red``, ``amber``), or give it up.

        Args:
            alarm: the colour, or empty.
            sentence: what is wrong, or the hint, for screen readers.
        """
        ...


class Field(QWidget):
    """Gives an editor its words; nothing moves when they change, unless it is dense.

    The editor is named by the label, to the eye and to a screen reader; hint, error and warning
    are its description. An editor that finds itself what is wrong says so by its signal `problem`.

    Args:
        message: the label, an English catalogue message.
        editor: any widget.
        hint: English catalogue message, or empty.
        beside: whether the editor stands at the end side of its words, as in settings, and below
            them where there is no room.
        plain: whether the label looks like text, also above its editor.
        dense: whether there is no room below while nothing is to be said there.

    Attributes:
        editor: as given.
    """

    def __init__(
        self,
        desk: Desk,
        message: str,
        editor: QWidget,
        hint: str = "",
        *,
        beside: bool = False,
        plain: bool = False,
        dense: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("kind", "field")
        self._desk = desk
        self._message = message
        self._hint = hint
        self._dense = dense
        self._error: Sentence | None = None
        self._warning: Sentence | None = None
        self.editor = editor
        self._label = label("" if beside or plain else "field-label")
        self._label.setBuddy(editor)
        self._icon = QLabel()
        self._note = label("hint", wrap=True)
        self._note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._locked = _Locked(desk)
        self._locked.hide()
        self._words = QVBoxLayout()
        self._row: QBoxLayout | None = None
        self.setFocusProxy(editor)
        problem = getattr(editor, "problem", None)
        if isinstance(problem, SignalInstance):
            problem.connect(self.set_error)
        (self._lay_beside if beside else self._lay_below)()
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def error(self) -> str:
        """The sentence that says what is wrong, in the window’s language, or nothing."""
        return self._said(self._error)

    def set_error(self, sentence: Sentence | None) -> None:
        """Say what is wrong (a `UserError`, or an English catalogue message), or no more."""
        if sentence != self._error:
            self._error = sentence
            self.dress()
            if sentence is not None:
                alert = QAccessibleEvent(self._note, QAccessible.Event.Alert)
                QAccessible.updateAccessibility(alert)

    def set_warning(self, sentence: Sentence | None) -> None:
        """Say what deserves a thought and hinders nothing, or no more; an error goes first."""
        self._warning = sentence
        self.dress()

    def set_hint(self, message: str) -> None:
        """Give another hint."""
        self._hint = message
        self.dress()

    def set_read_only(self, words: str | None) -> None:
        """Show words with a lock in the editor's place; None gives the editor back."""
        locked = words is not None
        self._locked.setText(words or "")
        self._locked.setVisible(locked)
        self.editor.setVisible(not locked)
        self.setFocusProxy(self._locked if locked else self.editor)

    def dress(self) -> None:
        """Take words and colours anew."""
        say, tokens = self._desk.say, self._desk.tokens
        words = say(self._message)
        self._label.setText(words)
        self._label.setMinimumHeight(scaled(_LABEL))
        alarm = "red" if self._error is not None else "amber" if self._warning is not None else ""
        sentence = self._said(self._error if alarm == "red" else self._warning or self._hint)
        self._note.setText(sentence)
        self._note.setHidden(self._dense and not sentence)
        self._note.setMinimumHeight(ceil(QFontMetricsF(font(_NOTE)).height()) + 1)
        self._icon.setVisible(bool(alarm))
        if alarm:
            self._icon.setPixmap(self._desk.icons.pixmap(_ALARMS[alarm], tokens.ink(alarm)))
        restyle(self._note, f"note-{alarm}" if alarm else "hint")
        if isinstance(self.editor, Composite):
            self.editor.show_alarm(alarm, sentence)
        elif isinstance(self.editor, Choice):
            self.editor.set_alarm(alarm)
        else:
            restyle(self.editor, alarm, "alarm")
        align_start(self._locked, right=say.right_to_left)
        for widget in (self.editor, self._locked):
            widget.setAccessibleName(words)
            widget.setAccessibleDescription(sentence)

    def _said(self, sentence: Sentence | None) -> str:
        if isinstance(sentence, UserError):
            return capitalised(self._desk.say.error(sentence))
        return self._desk.say(sentence) if sentence else ""

    def _lay_below(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._label)
        column.addWidget(self.editor)
        column.addWidget(self._locked)
        column.addLayout(self._note_row())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def minimumSizeHint(self) -> QSize:
        """As wide as its words or its editor, which can stand below them."""
        least = super().minimumSizeHint()
        if self._row is None:
            return least
        sides = (self._words.minimumSize().width(), self._end.minimumSizeHint().width())
        return QSize(max(sides), min(least.height(), self.heightForWidth(least.width())))

    def heightForWidth(self, width: int) -> int:
        """As high as the words and the editor, beside or below each other."""
        if self._row is None:
            return super().heightForWidth(width)
        end = self._end.sizeHint()
        if self._folds(width):
            return self._words.totalHeightForWidth(width) + _FOLDED + end.height()
        return max(self._words.totalHeightForWidth(width - end.width() - GAP), end.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the editor where there is room."""
        super().resizeEvent(event)
        if self._row is not None:
            folded = self._folds(self.width())
            ways = QBoxLayout.Direction
            self._row.setDirection(ways.TopToBottom if folded else ways.LeftToRight)
            self._row.setSpacing(_FOLDED if folded else GAP)

    @property
    def _end(self) -> QWidget:
        return self.editor if self._locked.isHidden() else self._locked

    def _folds(self, width: int) -> bool:
        words = max(self._words.minimumSize().width(), scaled(_WORDS))
        return words + GAP + self._end.sizeHint().width() > width

    def _lay_beside(self) -> None:
        self._words.setSpacing(0)
        self._words.addWidget(self._label)
        self._words.addLayout(self._note_row())
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addLayout(self._words, 1)
        row.addWidget(self.editor)
        row.addWidget(self._locked)

    def _note_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._note, 1)
        return row


class _Locked(QLineEdit):
    """Text that can be read and copied, with a lock after it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setReadOnly(True)
        self.setProperty("kind", "locked")
        desk.dressed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take the height anew."""
        self.setFixedHeight(scaled(CONTROL_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the lock."""
        super().paintEvent(event)
        painter = QPainter(self)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        taken = min(text_width(self.text(), self.font()) + 8, self.width() - ICON)
        at = self.width() - taken - ICON if rtl else taken
        place = QRectF(at, 0, ICON, self.height())
        self._desk.icons.paint(painter, "lock-simple", self._desk.tokens.text2, place)
