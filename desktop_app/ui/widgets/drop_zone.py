"""Where a file is dropped, or chosen."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import CARD_PADDING, RADIUS_CARD, font, scaled
from desktop_app.ui.widgets.painting import draw_focus_ring, draw_line, text_width

_ICON: Final = 20
_LINE: Final = 20


class DropZone(QAbstractButton):
    """Dashed; a click, Enter or Space asks for the file instead.

    Args:
        title: English catalogue message that says what belongs here.
        sentence: English catalogue message that says what becomes of it, or empty.
        suffixes: of the files taken, in small letters (``.pdf``).

    Attributes:
        dropped: emitted with the path of the file.
    """

    dropped = Signal(Path)

    def __init__(self, desk: Desk, title: str, sentence: str, suffixes: Sequence[str]) -> None:
        super().__init__()
        self._desk = desk
        self._title = title
        self._sentence = sentence
        self._suffixes = tuple(suffixes)
        self._over = False
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _: self.ask_file())
        desk.dressed.connect(self.dress)
        self.dress()

    def ask_file(self) -> None:
        """Ask for the file in the system's own dialogue."""
        from PySide6.QtWidgets import QFileDialog  # rarely asked for

        dialog = QFileDialog(self.window(), self.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        patterns = " ".join(f"*{suffix}" for suffix in self._suffixes)
        dialog.setNameFilter(self._desk.say("Files ({patterns})", patterns=patterns))
        dialog.fileSelected.connect(lambda name: self.dropped.emit(Path(name)))
        dialog.open()

    def dress(self) -> None:
        """Take the words anew."""
        self.setText(self._desk.say(self._title))
        sentence = self._desk.say(self._sentence) if self._sentence else ""
        self.setAccessibleDescription(sentence)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon and both lines."""
        sentence = text_width(self.accessibleDescription(), font(12))
        width = max(text_width(self.text(), _bold()), sentence)
        lines = 2 if self._sentence else 1
        height = scaled(_LINE) * lines + _ICON + 6 + 2 * CARD_PADDING
        return QSize(round(width + 0.5) + 2 * CARD_PADDING, height)

    def minimumSizeHint(self) -> QSize:
        """As much as the size hint: words are never cut."""
        return self.sizeHint()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Light up for a file that belongs here."""
        if self._file(event) is not None:
            event.acceptProposedAction()
            self._light(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The file went elsewhere."""
        self._light(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file."""
        self._light(over=False)
        if (file := self._file(event)) is not None:
            event.acceptProposedAction()
            self.dropped.emit(file)

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Dashed frame, icon, two lines."""
        tokens, layout = self._desk.tokens, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        edge = tokens.accent if self._over else tokens.line2
        painter.setPen(QPen(QColor(edge), 1, Qt.PenStyle.DashLine))
        painter.setBrush(tokens.tint("accent") if self._over else QColor(tokens.surface))
        painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), RADIUS_CARD, RADIUS_CARD)
        if self.hasFocus():
            draw_focus_ring(painter, box, tokens, RADIUS_CARD)
        top = CARD_PADDING
        pixmap = self._desk.icons.pixmap("upload-simple", tokens.text2, _ICON)
        painter.drawPixmap(round(box.center().x()) - _ICON // 2, top, pixmap)
        top += _ICON + 6
        for words, face, ink in (
            (self.text(), _bold(), tokens.text1),
            (self.accessibleDescription(), font(12), tokens.text2),
        ):
            painter.setFont(face)
            painter.setPen(QColor(ink))
            width = min(text_width(words, face), box.width())
            line = QRectF(box.center().x() - width / 2, top, width, scaled(_LINE))
            draw_line(painter, line, words, layout)
            top += scaled(_LINE)

    def _file(self, event: QDropEvent) -> Path | None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        fits = len(files) == 1 and files[0].suffix.lower() in self._suffixes
        return files[0] if fits else None

    def _light(self, *, over: bool) -> None:
        self._over = over
        self.update()


def _bold() -> QFont:
    return font(weight=QFont.Weight.DemiBold)
