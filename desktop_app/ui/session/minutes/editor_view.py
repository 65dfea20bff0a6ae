"""How the page of the minutes looks: times, bars, words and chips around real text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
)
from PySide6.QtWidgets import QTextEdit, QToolTip

from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.minutes.chips import (
    LineChip,
    kind_width,
    kind_words,
    paint_chips,
    paint_kind,
)
from desktop_app.ui.session.minutes.editor_page import AROUND, BELOW, INSET, MARGIN, Page, marks_in
from desktop_app.ui.session.minutes.gutter import Gutter
from desktop_app.ui.session.minutes.lines import Marks
from desktop_app.ui.theme import font, scaled
from desktop_app.ui.widgets.chips import CHIP_HEIGHT
from desktop_app.ui.widgets.columns import Canvas
from desktop_app.ui.widgets.painting import draw_line, fill

SMALLEST_TEXT: Final = 12
LARGEST_TEXT: Final = 20
TEXT: Final = 14
_BAR: Final = 3
TAKE_BACK: Final = N_("Click to take it back into the text")
CONFIRM: Final = N_("{key} to confirm")


@dataclass(frozen=True, slots=True)
class Seen:
    """A line in view; heights are those of the viewport.

    Attributes:
        top, bottom: with the room around it.
        text: where its words stand.
    """

    block: QTextBlock
    marks: Marks
    top: float
    bottom: float
    text: QRectF
    line_height: float
    current: bool

    @property
    def text_top(self) -> float:
        """Where its first line begins."""
        return self.text.top()


class PageView(QTextEdit):
    """Shows a page with what is known of its lines.

    Attributes:
        taken_back: emitted with the number of a block and what of it was clicked.
        desk: colours, words and icons.
    """

    taken_back = Signal(int, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._page: Page | None = None
        self._pixels = TEXT
        self._placed: list[tuple[QRectF, LineChip, int]] = []
        self._hot: tuple[int, str] | None = None
        self.setProperty("kind", "minutes")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self._gutter = Gutter(self)
        self.verticalScrollBar().valueChanged.connect(self._gutter.update)
        self.cursorPositionChanged.connect(self.refresh)
        desk.dressed.connect(self.dress)

    @property
    def page(self) -> Page | None:
        """The page in front."""
        return self._page

    def put_in_front(self, page: Page) -> None:
        """Show a page."""
        self._page = page
        self.setLayoutDirection(page.direction)
        self.setDocument(page.document)
        self.document().setDefaultFont(font(self._pixels))
        self.document().documentLayout().update.connect(self._gutter.update)
        self.setCursorWidth(2)
        self.place_gutter()
        self.refresh()

    def set_zoom(self, pixels: int) -> None:
        """Show the text 12 to 20 pixels high."""
        self._pixels = max(SMALLEST_TEXT, min(pixels, LARGEST_TEXT))
        self.dress()

    def dress(self) -> None:
        """Take words, sizes and colours anew."""
        if self._page is not None:
            self._page.dress(self._pixels)
        self.place_gutter()
        self.refresh()

    def refresh(self) -> None:
        """Paint anew what is painted around the text."""
        self.viewport().update()
        self._gutter.update()

    def place_gutter(self) -> None:
        """Put the times at the start side."""
        width = self._gutter.sizeHint().width()
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setViewportMargins(0 if rtl else width, 0, width if rtl else 0, 0)
        port = self.viewport().geometry()
        x = port.right() + 1 if rtl else port.left() - width
        self._gutter.setGeometry(x, port.top(), width, port.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the times beside the text."""
        super().resizeEvent(event)
        self.place_gutter()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the size of the text and the place of the times."""
        super().changeEvent(event)
        kinds = {QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange}
        if event.type() in kinds and self._page is not None:
            self.document().setDefaultFont(font(self._pixels))
            self.place_gutter()

    def seen_lines(self) -> Sequence[Seen]:
        """Give the lines in view, from the top."""
        layout = self.document().documentLayout()
        block = self.cursorForPosition(QPoint(0, 0)).block()
        before = block.previous()
        block = before if before.isValid() else block
        here = self.textCursor().blockNumber()
        shift = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        seen = []
        while block.isValid():
            text = layout.blockBoundingRect(block).translated(shift)
            if text.top() - AROUND > self.viewport().height():
                break
            form = block.blockFormat()
            lines = block.layout()
            height = lines.lineAt(0).height() if lines.lineCount() else text.height()
            top, bottom = text.top() - form.topMargin(), text.bottom() + form.bottomMargin()
            current = block.blockNumber() == here
            seen.append(Seen(block, marks_in(block), top, bottom, text, height, current))
            block = block.next()
        return seen

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground of the current line, then the text, then what stands around it."""
        seen = self.seen_lines()
        port = self.viewport()
        painter = QPainter(port)
        for line in seen:
            if line.current:
                band = QRectF(0, line.top, port.width(), line.bottom - line.top)
                fill(painter, band, QColor(self.desk.tokens.hover))
        painter.end()
        super().paintEvent(event)
        if self._page is None:
            return
        painter = QPainter(port)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        desk = self.desk
        canvas = Canvas(painter, desk.tokens, desk.icons, self.layoutDirection(), selected=False)
        self._placed = []
        for line in seen:
            if line.bottom >= 0:
                self._paint_around(canvas, line, self._page)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which chip the mouse would take back."""
        super().mouseMoveEvent(event)
        at = self._chip_at(event.position())
        hot = (at[2], at[1].what) if at else None
        if hot != self._hot:
            self._hot = hot
            shape = Qt.CursorShape.PointingHandCursor if hot else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a chip gives its words back to the text."""
        at = self._chip_at(event.position())
        if at is not None and event.button() is Qt.MouseButton.LeftButton:
            self._hot = None
            self.taken_back.emit(at[2], at[1].what)
            return
        super().mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a click on a chip does."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._chip_at(QPointF(event.pos()))
            if at is not None:
                QToolTip.showText(event.globalPos(), self.desk.say(TAKE_BACK), self)
                return True
        return super().viewportEvent(event)

    def _chip_at(self, place: QPointF) -> tuple[QRectF, LineChip, int] | None:
        return next((one for one in self._placed if one[1].what and one[0].contains(place)), None)

    def _paint_around(self, canvas: Canvas, line: Seen, page: Page) -> None:
        rtl = canvas.layout is Qt.LayoutDirection.RightToLeft
        inner = QRectF(MARGIN, line.text.top(), self.viewport().width() - 2 * MARGIN, 0)
        chips = page.chips(line.block)
        foot = line.bottom - BELOW if chips else line.text.bottom()
        kind = line.marks.kind
        if kind is not None:
            x = inner.right() - _BAR if rtl else inner.left()
            bar = QRectF(x, line.text.top(), _BAR, foot - line.text.top())
            fill(canvas.painter, bar, canvas.tokens.ink("accent"))
            inner.adjust(*((0, 0, -INSET, 0) if rtl else (INSET, 0, 0, 0)))
            box = QRectF(inner.left(), line.text.top(), inner.width(), line.line_height)
            paint_kind(canvas, box, kind, kind_words(self.desk, kind), page.kind_face())
        other = page.others.get(line.marks.uid, "")
        if other and not line.block.text():
            self._paint_other(canvas, line, inner, other, page)
        if chips:
            height = scaled(CHIP_HEIGHT)
            row = QRectF(inner.left(), line.text.bottom() + AROUND, inner.width(), height)
            number = line.block.blockNumber()
            hot = next((one for one in chips if (number, one.what) == self._hot), None)
            pending = line.current and any(one.pending for one in chips)
            hint = self.desk.say(CONFIRM, key="Enter") if pending else ""
            canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            placed = paint_chips(canvas, row, chips, hint, hot)
            self._placed += [(box, chip, number) for box, chip in placed]

    def _paint_other(
        self, canvas: Canvas, line: Seen, inner: QRectF, words: str, page: Page
    ) -> None:
        """Paint what one line holds of the other language where a translation is to be typed."""
        box = QRectF(inner.left(), line.text.top(), inner.width(), line.line_height)
        if line.marks.kind is not None:
            width = kind_width(self.desk, line.marks.kind, page.kind_face())
            rtl = canvas.layout is Qt.LayoutDirection.RightToLeft
            box.adjust(*((0, 0, -width, 0) if rtl else (width, 0, 0, 0)))
        canvas.painter.setFont(font(self._pixels))
        canvas.painter.setPen(canvas.tokens.ink("text3"))
        draw_line(canvas.painter, box, words.split("\n", maxsplit=1)[0], canvas.layout)
