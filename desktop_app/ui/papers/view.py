"""The pages of a paper on the screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from desktop_app.documents.setting import BlockPlace
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.pdf import POINTS_PER_INCH, PdfPages
from desktop_app.ui.theme import ICON, LIGHT, RADIUS_CHIP

_MARGIN: Final = 16
_GAP: Final = 12
_ZOOMS: Final = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_SCREEN_DOTS: Final = 96
_AROUND_BLOCK: Final = 3
_BESIDE_TEXT: Final = 40.0
"""From the paper's edge to the frame of a block, in points."""


@dataclass(eq=False)
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
        block_chosen: emitted with the name of the block that was clicked.
    """

    moved = Signal()
    page_drawn = Signal(int)
    block_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pages: PdfPages | None = None
        self._sheets: list[_Sheet] = []
        self._zoom: float | None = None
        self._places: Sequence[BlockPlace] = ()
        self._own: frozenset[str] = frozenset()
        self._hovered = ""
        self._edited = ""
        self.viewport().setMouseTracking(True)
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

    def show_blocks(self, places: Sequence[BlockPlace], own: Iterable[str]) -> None:
        """Let blocks be chosen.

        Args:
            places: of those that can be.
            own: names of those with words of the user's own, which are marked.
        """
        self._places, self._own = places, frozenset(own)
        self._hovered = ""
        self.viewport().update()

    def mark_edited(self, name: str) -> None:
        """Frame the block that is being edited; none when the name is empty."""
        self._edited = name
        self.viewport().update()

    def frame_of(self, name: str) -> QRect | None:
        """Give where a block stands in the view, its first part if it has several."""
        place = next((place for place in self._places if place.name == name), None)
        return None if place is None else self._frame(place)

    def block_in_view(self) -> str:
        """Give the first block that is in view, its beginning too if there is one such."""
        seen = self.viewport().rect()
        frames = [(place.name, self._frame(place)) for place in self._places]
        inside = [name for name, frame in frames if frame.top() >= 0 and frame.intersects(seen)]
        touched = [name for name, frame in frames if frame.intersects(seen)]
        return next(iter(inside or touched), "")

    def reveal(self, name: str) -> None:
        """Scroll until the beginning of a block can be seen."""
        frame = self.frame_of(name)
        if frame is None or self.viewport().rect().contains(frame):
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + frame.top() - self.viewport().height() // 4)

    def clear(self) -> None:
        """Show no paper."""
        if self._pages is not None:
            self._pages.close()
        self._pages, self._sheets = None, []
        self._places = ()
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
        elif self._sheets:  # or there is nothing that the present zoom would be of
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

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Frame the block under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self._block_at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the block under the pointer."""
        super().mouseReleaseEvent(event)
        name = self._block_at(event.position().toPoint())
        if name and event.button() is Qt.MouseButton.LeftButton:
            self.block_chosen.emit(name)

    def viewportEvent(self, event: QEvent) -> bool:
        """Take the frame away when the pointer leaves."""
        if event.type() is QEvent.Type.Leave:
            self._hover("")
        return super().viewportEvent(event)

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
        self._paint_blocks(painter, event.rect())

    @property
    def _pixels_a_point(self) -> float:
        if self._zoom is not None:
            return self._zoom * _SCREEN_DOTS / POINTS_PER_INCH
        widest = max((sheet.size.width() for sheet in self._sheets), default=1)
        return max(self.viewport().width() - 2 * _MARGIN, 50) / widest

    @property
    def _scale(self) -> float:
        return self._pixels_a_point * self.devicePixelRatioF()

    def _paint_blocks(self, painter: QPainter, seen: QRect) -> None:
        """Frame what is under the pointer and what is edited; mark what has words of its own.

        Pages are white in both appearances, so the light colours serve.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(LIGHT.accent)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for place in self._places:
            frame = self._frame(place)
            if not frame.adjusted(-2 * ICON, -2, 2 * ICON, 2).intersects(seen):
                continue
            if place.name in (self._hovered, self._edited):
                painter.setPen(QPen(accent, 2 if place.name == self._edited else 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(frame), RADIUS_CHIP, RADIUS_CHIP)
            if place.name in self._own:
                left = frame.left() - ICON - 4 if rtl else frame.right() + 4
                mark = self._desk.icons.pixmap("pencil-simple", accent)
                painter.drawPixmap(left, frame.top() + 2, mark)

    def _frame(self, place: BlockPlace) -> QRect:
        sheet = self._sheets[place.page - 1] if place.page <= self.count else _Sheet(QSizeF())
        pixels = self._pixels_a_point
        left = round(_BESIDE_TEXT * pixels)
        frame = QRect(
            sheet.place.left() + left,
            sheet.place.top() + round(place.top * pixels) - _AROUND_BLOCK,
            sheet.place.width() - 2 * left,
            round((place.bottom - place.top) * pixels) + 2 * _AROUND_BLOCK,
        )
        return frame.translated(-self._offset())

    def _block_at(self, at: QPoint) -> str:
        return next((p.name for p in self._places if self._frame(p).contains(at)), "")

    def _hover(self, name: str) -> None:
        if name != self._hovered:
            self._hovered = name
            shape = Qt.CursorShape.PointingHandCursor if name else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

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
        self._let_go()
        for sheet in self._visible():
            if sheet.asked_scale == scale:
                continue
            sheet.asked_scale = scale
            self._draw(pages, sheet, scale)

    def _let_go(self) -> None:
        """Forget the pictures of pages that are far from view: one may take 30 MB."""
        size = self.viewport().size()
        near = QRect(self._offset(), size).adjusted(0, -size.height(), 0, size.height())
        for sheet in self._sheets:
            if not sheet.place.intersects(near):
                sheet.image, sheet.drawn_scale, sheet.asked_scale = None, 0, 0

    def _draw(self, pages: PdfPages, sheet: _Sheet, scale: float) -> None:
        number = self._sheets.index(sheet)

        self._desk.runner.run(
            lambda _: pages.draw(number, scale), lambda image: self._take(sheet, image, scale)
        )

    def _take(self, sheet: _Sheet, image: QImage, scale: float) -> None:
        if sheet not in self._sheets or sheet.asked_scale != scale:
            return
        sheet.image, sheet.drawn_scale = image, scale
        self.viewport().update()
        self.page_drawn.emit(self._sheets.index(sheet))
