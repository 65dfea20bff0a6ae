"""The card in which the words of one block are typed, beside its place on the page."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTextEdit, QVBoxLayout, QWidget

from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.kinds import LANGUAGE_LABELS
from desktop_app.ui.theme import font, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from desktop_app.wording.bilingual import PaperLanguage

_MARGIN: Final = 8
_WIDEST: Final = 620
_MOST_LINES: Final = 7
_LINE: Final = 22
_TAB: Final = 60


class WordingField(QTextEdit):
    """The words of a block in one language, each paragraph in that language's direction."""

    def __init__(self, desk: Desk, language: "PaperLanguage") -> None:
        super().__init__()
        self._desk = desk
        self.language = language
        self.setProperty("kind", "wording")
        self.setAcceptRichText(False)
        self.setTabStopDistance(_TAB)
        option = QTextOption()
        rtl = language == "ar"
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        option.setAlignment(Qt.AlignmentFlag.AlignLeading)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)

    @property
    def words(self) -> str:
        """What is typed, no-break spaces and all, which `toPlainText` would make plain ones."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def fit(self) -> None:
        """Take the height of the words, within bounds."""
        self.document().setTextWidth(max(self.viewport().width(), 100))
        wanted = round(self.document().size().height()) + 10
        line = scaled(_LINE)
        self.setFixedHeight(max(min(wanted, _MOST_LINES * line), line + 12))


class WordingEditor(QFrame):
    """One field a language of the paper, and what can be done with the wording.

    Attributes:
        typed: emitted with the language whose words were changed.
        acts: of its keys, while it is open.
    """

    typed = Signal(str)

    def __init__(self, desk: Desk, over: QWidget, acts: Sequence[Act], put_back: Act) -> None:
        super().__init__(over)
        self._desk = desk
        self._over = over
        self._fields: list[WordingField] = []
        self._labels: list[QLabel] = []
        self.setProperty("kind", "popup")
        self._title = label("strong")
        self._hint = label("hint", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self._title, 1)
        row.addWidget(Button(desk, put_back, kind="bare", show_key=False))
        for act in acts:
            row.addWidget(Button(desk, act, kind="bare", icon_only=True))
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 6, 8, 10)
        outer.setSpacing(6)
        outer.addLayout(row)
        outer.addLayout(self._column)
        outer.addWidget(self._hint)
        desk.dressed.connect(self.dress)
        self.hide()

    def open(self, texts: "Mapping[PaperLanguage, str]") -> None:
        """Show the words of a block, ready to be typed over."""
        self._drop_fields()
        for language, text in texts.items():
            field = WordingField(self._desk, language)
            field.setPlainText(text)
            field.textChanged.connect(lambda one=field: self._changed(one))
            name = label("hint")
            name.setVisible(len(texts) > 1)
            self._column.addWidget(name)
            self._column.addWidget(field)
            self._labels.append(name)
            self._fields.append(field)
        parted = any("\t" in text for text in texts.values())
        self._hint.setVisible(parted)
        for field in self._fields:
            field.setTabChangesFocus(not parted)
        self.dress()
        self.show()
        self.raise_()
        self._fields[0].setFocus()
        self._fields[0].selectAll()

    def text(self, language: str) -> str:
        """The words typed in a language."""
        return next(field.words for field in self._fields if field.language == language)

    def set_text(self, language: str, text: str) -> None:
        """Put other words into a field, as if they were typed; they can be undone there."""
        field = next(field for field in self._fields if field.language == language)
        cursor = field.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)

    def close_fields(self) -> None:
        """Take the card away."""
        self.hide()
        self._drop_fields()

    def place_beside(self, block: QRect) -> None:
        """Stand under a block, or above it, whole within the view.

        Args:
            block: its frame in the view.
        """
        room = self._over.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        width = min(max(block.width(), 320), room.width(), scaled(_WIDEST))
        self.setFixedWidth(width)
        for field in self._fields:
            field.fit()
        self._outer.activate()
        height = min(self.sizeHint().height(), room.height())
        self.resize(width, height)
        left = max(room.left(), min(block.center().x() - width // 2, room.right() - width))
        under, above = block.bottom() + _MARGIN, block.top() - _MARGIN - height
        top = under if under + height <= room.bottom() else above
        self.move(QPoint(left, max(room.top(), min(top, room.bottom() - height))))

    def dress(self) -> None:
        """Take the words anew."""
        say = self._desk.say
        self._title.setText(say("Wording"))
        self._hint.setText(say("The Tab key parts columns, a new line parts rows."))
        for field, name in zip(self._fields, self._labels, strict=True):
            language = say(LANGUAGE_LABELS[field.language])
            name.setText(language)
            field.setAccessibleName(say("Wording of the block: {language}", language=language))
            field.setFont(font(14))

    def _changed(self, field: WordingField) -> None:
        field.fit()
        self.typed.emit(field.language)

    def _drop_fields(self) -> None:
        for widget in (*self._fields, *self._labels):
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._fields, self._labels = [], []
