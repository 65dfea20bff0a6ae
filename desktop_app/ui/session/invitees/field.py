"""The field in which those to be invited are named, one after the other."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent

from desktop_app.i18n import N_
from desktop_app.ui.naming.offers import adding, found, whole
from desktop_app.ui.theme import ICON
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.widgets.suggestions import Suggestion, Suggestions

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop_app.services.roster import Kind
    from desktop_app.ui.desk import Desk

_KINDS: "Final[tuple[Kind, ...]]" = ("person", "group", "body")


class InviteField(LineEdit):
    """A few letters find people, groups and bodies; Enter takes one, and the next can be typed.

    Attributes:
        named: emitted with the entry of the roster that was taken.
        unknown: emitted with the typed line of somebody who is to be recorded.
        suggestions: the list under the field.
        leave_out: ids of people that are not offered.
    """

    named = Signal(object)
    unknown = Signal(str)

    def __init__(self, desk: "Desk") -> None:
        self.leave_out: Collection[int] = ()
        super().__init__(desk, placeholder=N_("Name, function or body…"))
        self.suggestions = Suggestions(desk, N_("Suggestions"), self)
        self.suggestions.chosen.connect(self._take)
        self.textEdited.connect(lambda _: self._follow_names())
        desk.roster.changed.connect(self._offer_again)

    def dress(self) -> None:
        """Leave room for the icon."""
        super().dress()
        self.setAccessibleName(self._desk.say("Invite"))
        rtl = self._desk.say.right_to_left
        start = ICON + (6 if rtl else 8)
        self.setTextMargins(0 if rtl else start, 0, start if rtl else 0, 0)

    def keeps_key(self, key: str) -> bool:
        """Keep the keys of the list, Enter for what was typed, and Esc to take it back."""
        return self.suggestions.keeps_key(key) or (bool(self.text()) and key in {"Enter", "Esc"})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass the keys of the list on; ↓ opens it, Esc empties the field."""
        if self.suggestions.press(event):
            return
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() == Qt.Key.Key_Down or (enter and self.text().strip()):
            self._offer()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be ready."""
        super().focusInEvent(event)
        self._desk.roster.need()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the icon to the stock field."""
        super().paintEvent(event)
        painter = QPainter(self)
        rtl = self._desk.say.right_to_left
        at = self.width() - 11 - ICON if rtl else 11
        place = QRectF(at, 0, ICON, self.height())
        self._desk.icons.paint(painter, "user-plus", self._desk.tokens.text2, place)

    def _follow_names(self) -> None:
        """Offer what the letters find; Enter in a field that was emptied invites nobody."""
        if self.text().strip():
            self._offer()
        else:
            self.suggestions.close_list()

    def _offer(self) -> None:
        self._desk.roster.need()
        typed = self.text()
        lines = found(self._desk, typed, _KINDS, leave_out=self.leave_out)
        if typed.strip() and not whole(lines, typed):
            lines.append(adding(self._desk, typed, partial(self.unknown.emit, typed)))
        self.suggestions.offer(self, lines)

    def _offer_again(self) -> None:
        """Offer what was read since, while one types."""
        if self.hasFocus() and self.text():
            self._offer()

    def _take(self, taken: Suggestion) -> None:
        self.clear()
        if taken.act:
            taken.value()
        else:
            self.named.emit(taken.value)
