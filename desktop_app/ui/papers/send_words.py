"""The words of a mail: subject and text, in the language of the paper."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QTextEdit, QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.labels import label
from desktop_app.wording.bilingual import PaperLanguage
from desktop_app.wording.mails import Mail

_SUBJECT: Final = N_("Subject")
_TEXT: Final = N_("Text")


class WordsPart(QWidget):
    """Two fields that are written for one, and may be written over.

    Args:
        language: of the words.

    Attributes:
        typed: emitted when one types in them.
    """

    typed = Signal()

    def __init__(self, desk: Desk, language: PaperLanguage) -> None:
        super().__init__()
        self._desk = desk
        self.subject = QLineEdit()
        self.text = QTextEdit()
        self._generated = self.mail
        self._heads = {_SUBJECT: label("context"), _TEXT: label("context")}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._heads[_SUBJECT])
        column.addWidget(self.subject)
        column.addSpacing(4)
        column.addWidget(self._heads[_TEXT])
        column.addWidget(self.text)
        arabic = language == "ar"
        self._turn(Qt.LayoutDirection.RightToLeft if arabic else Qt.LayoutDirection.LeftToRight)
        self.text.setTabChangesFocus(True)
        self.text.setAcceptRichText(False)
        self.subject.textEdited.connect(lambda _: self.typed.emit())
        self.text.textChanged.connect(lambda: self.typed.emit() if self.text.hasFocus() else None)
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def mail(self) -> Mail:
        """The words as they are now."""
        return Mail(self.subject.text(), self.text.toPlainText())

    def generate(self, mail: Mail) -> None:
        """Put other words there, unless one wrote over those that were."""
        if self.mail == self._generated:
            self.write(mail)
            self._generated = self.mail  # as the fields give it back, without hard spaces

    def write(self, mail: Mail) -> None:
        """Put what was written before there."""
        self.subject.setText(mail.subject)
        self.subject.setCursorPosition(0)
        self.text.setPlainText(mail.text)

    def dress(self) -> None:
        """Take the words of the window anew."""
        for message, head in self._heads.items():
            head.setText(self._desk.say(message))
        self.subject.setAccessibleName(self._desk.say(_SUBJECT))
        self.text.setAccessibleName(self._desk.say(_TEXT))

    def _turn(self, direction: Qt.LayoutDirection) -> None:
        for field in (self.subject, self.text):
            field.setLayoutDirection(direction)
        option = self.text.document().defaultTextOption()
        option.setTextDirection(direction)
        self.text.document().setDefaultTextOption(option)
