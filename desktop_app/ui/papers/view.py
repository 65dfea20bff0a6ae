"""The pages of a paper on the screen."""

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.pdf import POINTS_PER_INCH, PdfPages

_MARGIN: Final = 16
_GAP: Final = 12
_ZOOMS: Final = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_SCREEN_DOTS: Final = 96


@dataclass
class _Sheet:
    size: QSizeF
    place: QRect = field(default_factory=QRect)
    image: QImage | None = None
    drawn_scale: float = 0
    asked_scale: float = 0


class PageView(QAbstractScrollArea):
    """Pages one under the other, drawn off the window's thread when they come into view.

    A page keeps its old picture until the new one is there, so nothing ever blinks.

    Attributes:
        moved: emitted when another page, or another zoom, is in view.
        page_drawn: emitted with the page whose picture arrived.
    """

    moved = Signal()
    page_drawn = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pages: PdfPages | None = None
        self._sheets: list[_Sheet] = []
        self._zoom: float | None = None
        self.setObjectName("pages")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        desk.dressed.connect(self.viewport().update)
        desk.leaving.connect(self.clear)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sheets)

    @property
    def page(self) -> int:
        """The page in the middle of the view, counted from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        above = [number for number, sheet in enumerate(self._sheets) if sheet.place.top() <= middle]
        return above[-1] if above else 0

    @property
    def drawn(self) -> bool:
        """Whether every page in view shows its own picture at its own size."""
        return bool(self._sheets) and all(
            sheet.drawn_scale == self._scale for sheet in self._visible()
        )

    @property
    def fits_width(self) -> bool:
        """Whether pages are as wide as the view."""
        return self._zoom is None

    def show_pages(self, pages: PdfPages) -> None:
        """Show another paper, or the same one made anew; the place in it stays."""
        old, self._pages = self._pages, pages
        images = [sheet.image for sheet in self._sheets]
        self._sheets = [_Sheet(size) for size in pages.sizes]
        for sheet, image in zip(self._sheets, images, strict=False):
            sheet.image = image
        if old is not None:
            old.close()
        self._arrange()

    def clear(self) -> None:
        """Show no paper."""
        if self._pages is not None:
            self._pages.close()
        self._pages, self._sheets = None, []
        self._arrange()

    def go_to(self, page: int) -> None:
        """Bring a page to the top of the view."""
        if self._sheets:
            page = max(0, min(page, self.count - 1))
            self.verticalScrollBar().setValue(self._sheets[page].place.top() - _MARGIN)

    def zoom(self, steps: int) -> None:
        """Make pages larger or smaller; 0 makes them as wide as the view."""
        if steps == 0:
            self._zoom = None
        else:
            now = self._pixels_a_point * POINTS_PER_INCH / _SCREEN_DOTS
            larger = [zoom for zoom in _ZOOMS if zoom > now + 0.01]
            smaller = [zoom for zoom in _ZOOMS if zoom < now - 0.01]
            self._zoom = min(larger, default=now) if steps > 0 else max(smaller, default=now)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages anew."""
        super().resizeEvent(event)
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in view."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        offset = self._offset()
        for sheet in self._visible():
            place = sheet.place.translated(-offset)
            if not place.intersects(event.rect()):
                continue
            painter.fillRect(place, QColor(Qt.GlobalColor.white))
            if sheet.image is not None:
                painter.drawImage(place, sheet.image)
            painter.setPen(QPen(QColor(self._desk.tokens.line), 1))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))

    @property
    def _pixels_a_point(self) -> float:
        if self._zoom is not None:
            return self._zoom * _SCREEN_DOTS / POINTS_PER_INCH
        widest = max((sheet.size.width() for sheet in self._sheets), default=1)
        return max(self.viewport().width() - 2 * _MARGIN, 50) / widest

    @property
    def _scale(self) -> float:
        return self._pixels_a_point * self.devicePixelRatioF()

    def _offset(self) -> QPoint:
        bar = self.horizontalScrollBar()
        across = bar.value()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            across = bar.maximum() - across
        return QPoint(across, self.verticalScrollBar().value())

    def _visible(self) -> list[_Sheet]:
        seen = QRect(self._offset(), self.viewport().size())
        return [sheet for sheet in self._sheets if sheet.place.intersects(seen)]

    def _arrange(self) -> None:
        pixels, view = self._pixels_a_point, self.viewport().size()
        top = _MARGIN
        widest = 0
        for sheet in self._sheets:
            width = round(sheet.size.width() * pixels)
            height = round(sheet.size.height() * pixels)
            left = max((view.width() - width) // 2, _MARGIN)
            sheet.place = QRect(left, top, width, height)
            top += height + _GAP
            widest = max(widest, width + 2 * _MARGIN)
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().setRange(0, max(top - _GAP + _MARGIN - view.height(), 0))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setRange(0, max(widest - view.width(), 0))
        self._scrolled()

    def _scrolled(self) -> None:
        self.viewport().update()
        self._ask()
        self.moved.emit()

    def _ask(self) -> None:
        pages, scale = self._pages, self._scale
        if pages is None:
            return
        for sheet in self._visible():
            if sheet.asked_scale == scale:
                continue
            sheet.asked_scale = scale
            self._draw(pages, sheet, scale)

    def _draw(self, pages: PdfPages, sheet: _Sheet, scale: float) -> None:
        number = self._sheets.index(sheet)

        def work(_: object) -> QImage | None:
            return pages.draw(number, scale) if self._pages is pages else None

        self._desk.runner.run(work, lambda image: self._take(sheet, image, scale))

    def _take(self, sheet: _Sheet, image: QImage | None, scale: float) -> None:
        if image is None or sheet not in self._sheets or sheet.asked_scale != scale:
            return
        sheet.image, sheet.drawn_scale = image, scale
        self.viewport().update()
        self.page_drawn.emit(self._sheets.index(sheet))
