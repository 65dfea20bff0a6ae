"""A list of texts in two languages: a field for each, and an empty one for the next."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.pair_field import PairField
from desktop_app.wording.bilingual import Bilingual


class PairList(QWidget):
    """One is taken out by emptying it.

    Args:
        message: English catalogue message that names the list.

    Attributes:
        committed: emitted with all the texts when one was changed.
    """

    committed = Signal(object)

    def __init__(self, desk: Desk, message: str) -> None:
        super().__init__()
        self._desk = desk
        self._message = message
        self.fields: list[PairField] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._ensure(1)

    @property
    def value(self) -> list[Bilingual]:
        """The texts that stand here."""
        return [text for field in self.fields if (text := field.value)]

    def show_pairs(self, texts: Sequence[Bilingual]) -> None:
        """Show what is on file, unless one is typing here."""
        self._ensure(len(texts) + 1)
        for field, text in zip(self.fields, [*texts, Bilingual()], strict=False):
            field.show_pair(text)
        for spare in self.fields[len(texts) + 1 :]:
            spare.show_pair(Bilingual())
        self._drop_spare()

    def commit(self) -> None:
        """Say what was typed now."""
        for field in self.fields:
            field.commit()

    def show_alarm(self, alarm: str, sentence: str) -> None:
        """Take the colour of an error or a warning, or give it up."""
        for field in self.fields:
            field.show_alarm(alarm, sentence)

    def _ensure(self, count: int) -> None:
        while len(self.fields) < count:
            field = PairField(self._desk, self._message, one=True)
            field.committed.connect(lambda _: self.committed.emit(self.value))
            field.typed.connect(self._make_room)
            self.fields.append(field)
            self._column.addWidget(field)
        self.setFocusProxy(self.fields[0])

    def _make_room(self) -> None:
        """Have an empty field at the end."""
        if self.fields[-1].value:
            self._ensure(len(self.fields) + 1)

    def _drop_spare(self) -> None:
        """Leave one empty field at the end."""
        while len(self.fields) > 1 and not (self.fields[-1].value or self.fields[-2].value):
            if self.fields[-1].isAncestorOf(self.window().focusWidget()):
                return
            field = self.fields.pop()
            self._column.removeWidget(field)
            field.hide()
            field.deleteLater()
