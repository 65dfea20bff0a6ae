"""A small picture of the head of a paper, true to print, that follows what is being typed."""

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.painting import fill

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.services.institution_data import Institution
    from desktop_app.wording.bilingual import PaperLanguage

    Made = tuple[QImage, str]

_NAME: Final = N_("Head of the papers")
_BELOW: Final = 24
"""Points of paper shown below the head."""
_HEIGHT_TO_WIDTH: Final = 0.26
_PAPER: Final = Qt.GlobalColor.white


class HeadPicture(QWidget):
    """Shows the head of a letter of a centre, made as it is for print.

    Attributes:
        picture: what is shown; null until the first one is made.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.picture = QImage()
        self._wanted: Callable[[], Made] | None = None
        self._working = False
        self._asked: tuple[Institution, tuple[PaperLanguage, ...]] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        desk.dressed.connect(self.dress)
        self.dress()

    def show_head(self, institution: "Institution", languages: "tuple[PaperLanguage, ...]") -> None:
        """Show the head of a centre's papers; the last one asked for is shown in the end."""
        self._asked = (institution, languages)
        width = max(round(self.width() * self.devicePixelRatioF()), 1)
        self._wanted = lambda: _made(institution, languages, width)
        self._work()

    def dress(self) -> None:
        """Take words and colours anew."""
        self.setAccessibleName(self._desk.say(_NAME))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(480, self._height(480))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw it anew, as sharp as the new width asks for."""
        super().resizeEvent(event)
        self._fit()
        if self._asked and event.size().width() != event.oldSize().width():
            self.show_head(*self._asked)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, white in a dark window too, with a hairline around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        fill(painter, box, QColor(_PAPER))
        if not self.picture.isNull():
            painter.drawImage(box, self.picture)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._desk.tokens.line2), 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def _height(self, width: int) -> int:
        if self.picture.isNull():
            return round(width * _HEIGHT_TO_WIDTH)
        return round(width * self.picture.height() / self.picture.width())

    def _fit(self) -> None:
        self.setFixedHeight(self._height(self.width()))

    def _work(self) -> None:
        if self._working or self._wanted is None:
            return
        make, self._wanted = self._wanted, None
        self._working = True
        self._desk.runner.run(lambda _: make(), self._take, self._refuse)

    def _take(self, made: "Made") -> None:
        self._working = False
        self.picture, words = made
        self.setAccessibleDescription(words)
        self._fit()
        self.update()
        self._work()

    def _refuse(self, error: Exception) -> None:
        self._working = False
        self._desk.show_error(error)
        self._work()


def _made(institution: "Institution", languages: "tuple[PaperLanguage, ...]", width: int) -> "Made":
    from desktop_app.documents import specimen  # ReportLab, off the window's thread
    from desktop_app.ui.papers.pdf import PdfPages  # pdfium, as above

    made = specimen.head(institution, languages, date.today())  # noqa: DTZ011 - the user's own day
    with PdfPages(made.pdf) as pages:
        scale = width / pages.sizes[0].width()
        below = max(place.bottom for place in made.places) + _BELOW
        return pages.draw_band(0, scale, 0, round(below * scale)), pages.words(0)
