"""A paper beside the settings that follows each key: made off the window's thread, as printed."""

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from db.errors import UserError
from desktop_app.ui.desk import Desk
from desktop_app.ui.settings.binding import Binding
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.painting import fill

if TYPE_CHECKING:
    from db.unit_of_work import Store
    from desktop_app.services.settings import Settings
    from desktop_app.wording.bilingual import PaperLanguage

_AFTER_KEY_MS: Final = 100
_A4: Final = 297 / 210
_WIDTH: Final = 300
_MARGIN: Final = 16
_PAPER: Final = Qt.GlobalColor.white


class Preview(QFrame):
    """Shows the first page of a paper under the settings that are kept or being typed.

    Attributes:
        drawn: emitted when the page in view is that of the settings of the moment.
    """

    drawn = Signal()

    def __init__(self, desk: Desk, binding: Binding) -> None:
        super().__init__()
        self.setProperty("kind", "preview")
        self._desk = desk
        self._binding = binding
        self._title = label("context")
        self.page = _Page(desk)
        self._kind = "minutes"
        self._working = False
        self._stale = False
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_KEY_MS)
        self._soon.timeout.connect(self._draw)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 12, _MARGIN, _MARGIN)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self.page)
        column.addStretch(1)
        self.setFixedWidth(_WIDTH)
        binding.typed.connect(self.draw_soon)
        binding.read.connect(self.draw_soon)
        self.page.resized.connect(self.draw_soon)
        desk.dressed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        self._title.setText(self._desk.say("Live preview"))
        self.draw_soon()

    def show_kind(self, kind: str) -> None:
        """Show another paper, by its code."""
        if kind != self._kind:
            self._kind = kind
            self._draw()

    def draw_soon(self) -> None:
        """Draw again after a short pause, or at once where nothing was drawn yet."""
        if self.isVisible():
            self._soon.start()

    def _draw(self) -> None:
        store = self._desk.store
        if self._working or store is None:
            self._stale = self._working
            return
        self._working, self._stale = True, False
        kind, settings = self._kind, self._binding.as_typed
        language: PaperLanguage = "fr" if self._desk.language == "fr" else "ar"
        width = round(self.page.width() * self.devicePixelRatioF())
        self._desk.runner.run(
            lambda _: _drawn(store, kind, settings, language, width), self._take, self._refuse
        )

    def _take(self, made: tuple[QImage, str]) -> None:
        self._working = False
        self.page.show_page(*made)
        self._go_on()

    def _refuse(self, error: Exception) -> None:
        """Leave the last page in view: what is wrong is said under its field."""
        self._working = False
        if not isinstance(error, UserError):
            self._desk.show_error(error)
        self._go_on()

    def _go_on(self) -> None:
        if self._stale:
            self._draw()
        else:
            self.drawn.emit()


class _Page(QWidget):
    resized = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.image = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_page(self, image: QImage, words: str) -> None:
        """Show a page; its words are for screen readers."""
        self.image = image
        self.setAccessibleName(self._desk.say("Live preview"))
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A sheet of A4, upright until a page says otherwise."""
        width = _WIDTH - 2 * _MARGIN
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Keep the shape of the sheet."""
        if self.image.isNull():
            return round(width * _A4)
        return round(width * self.image.height() / self.image.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a sharper page when it became wider."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, white in a dark window too, with a hairline around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        fill(painter, box, QColor(_PAPER))
        if not self.image.isNull():
            painter.drawImage(box, self.image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._desk.tokens.line), 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


def _drawn(
    store: "Store", kind: str, settings: "Settings", language: "PaperLanguage", width: int
) -> tuple[QImage, str]:
    from desktop_app.documents.proof import render_proof  # ReportLab, off the window's thread
    from desktop_app.ui.papers.pdf import PdfPages  # pdfium, as above

    today = date.today()  # noqa: DTZ011 - the user's own day
    with store.read() as reading:
        pdf = render_proof(reading, kind, settings, today, language)
    with PdfPages(pdf) as pages:
        return pages.draw(0, width / pages.sizes[0].width()), pages.words(0)
