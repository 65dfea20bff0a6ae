"""What a table shows: its columns, declared once; its rows in groups; cells that are not plain."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, Literal, Protocol, TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desktop_app.direction import ltr
from desktop_app.ui.icons import Icons
from desktop_app.ui.theme import ICON, Tokens, font, scaled
from desktop_app.ui.widgets.painting import draw_line, text_width
from desktop_app.ui.widgets.rows import start_of, without_start

Row = TypeVar("Row")
Kind = Literal["text", "quiet", "strong", "number", "ltr"]
NOTHING = "–"
CELL_PADDING = 10
_SPACE = 8
_NONE: Final[Mapping[str, int]] = {}


@dataclass(frozen=True, slots=True)
class Canvas:
    """What a cell paints itself with."""

    painter: QPainter
    tokens: Tokens
    icons: Icons
    layout: Qt.LayoutDirection
    selected: bool


class Painted(Protocol):
    """A cell that paints itself: a chip, words with an icon."""

    @property
    def label(self) -> str:
        """Its words, for screen readers."""
        ...

    def width(self) -> float:
        """The room it asks for, in logical pixels."""
        ...

    def paint(self, canvas: Canvas, box: QRectF) -> bool:
        """Paint it at the start side of a box, and tell whether something had to be cut."""
        ...


Cell = str | Painted


@dataclass(frozen=True, slots=True)
class Words:
    """Words with an icon before them, in a tone, and quieter words after them.

    Attributes:
        text: the words.
        icon: file name in ``icons/``, or empty.
        tone: name of their colour in `Tokens`.
        weight: of their strokes.
        aside: quieter words on the same line.
    """

    text: str
    icon: str = ""
    tone: str = "text1"
    weight: QFont.Weight = QFont.Weight.Normal
    aside: str = ""

    @property
    def label(self) -> str:
        """Its words, for screen readers."""
        return f"{self.text} {self.aside}" if self.aside else self.text

    def width(self) -> float:
        """The room it asks for."""
        icon = ICON + _SPACE if self.icon else 0
        aside = text_width(self.aside, font(12)) + _SPACE if self.aside else 0
        return icon + text_width(self.text, font(weight=self.weight)) + aside

    def paint(self, canvas: Canvas, box: QRectF) -> bool:
        """Icon, words, aside."""
        painter, layout = canvas.painter, canvas.layout
        if self.icon:
            place = start_of(box, ICON, layout)
            canvas.icons.paint(painter, self.icon, self._ink(canvas), place)
            box = without_start(box, ICON + _SPACE, layout)
        painter.setFont(font(weight=self.weight))
        painter.setPen(self._ink(canvas))
        cut = draw_line(painter, box, self.text, layout)
        if self.aside:
            taken = text_width(self.text, painter.font()) + _SPACE
            painter.setFont(font(12))
            painter.setPen(QColor(canvas.tokens.text2))
            rest = without_start(box, min(taken, box.width()), layout)
            cut = draw_line(painter, rest, self.aside, layout) or cut
        return cut

    def _ink(self, canvas: Canvas) -> QColor:
        return canvas.tokens.ink(self.tone)


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column of a table.

    Attributes:
        code: its name in the code, and where its order is kept.
        message: its head, an English catalogue message.
        cell: writes the cell of a row, in the window's language of the moment.
        kind: how plain words stand: ``text``; ``quiet`` (of less weight); ``strong`` (what the
            row is called); ``number`` (compared, so at the end side); ``ltr`` (a reference, a
            telephone number: never turned over).
        may_be_cut: whether an ellipsis may end it; never a person's name or a day that is due.
        at_least: the narrowest it gets when it may be cut, at a text size of 100 %.
        leaves: in which order columns leave a narrow window, 1 first; 0 never.
        stretches: whether it takes the room that is left; the last of those that stay does.
        sort_by: gives what its rows are ordered by when its head is clicked; None stands last.
    """

    code: str
    message: str
    cell: Callable[[Row], Cell]
    kind: Kind = "text"
    may_be_cut: bool = False
    at_least: int = 110
    leaves: int = 0
    stretches: bool = False
    sort_by: Callable[[Row], Any] | None = None

    def written(self, row: Row) -> Cell:
        """Write the cell of a row; a Latin or numeric token keeps its own order."""
        cell = self.cell(row)
        return ltr(cell) if self.kind == "ltr" and isinstance(cell, str) and cell else cell

    def words(self, row: Row) -> str:
        """The words of the cell of a row."""
        cell = self.written(row)
        return cell if isinstance(cell, str) else cell.label

    def width(self, rows: Iterable[Row]) -> int:
        """Measure the room that the cells of some rows ask for, with their padding."""
        cells = {self.written(row) for row in rows}
        face = QFontMetricsF(self.face())
        widths = [
            face.horizontalAdvance(cell) if isinstance(cell, str) else cell.width()
            for cell in cells
        ]
        return round(max(widths) + 0.5) + 2 * CELL_PADDING if widths else 0

    def firm_width(self, rows: Iterable[Row]) -> int:
        """Measure the room that cells with a shape of their own ask for: a chip is never cut."""
        cells = (self.cell(row) for row in rows)
        widths = [cell.width() for cell in cells if not isinstance(cell, str | Words)]
        return round(max(widths) + 0.5) + 2 * CELL_PADDING if widths else 0

    def face(self) -> QFont:
        """The font of its plain words."""
        strong = self.kind == "strong"
        return font(weight=QFont.Weight.Medium if strong else QFont.Weight.Normal)


@dataclass(frozen=True, slots=True)
class Group(Generic[Row]):
    """Rows under one head.

    Attributes:
        code: its name in the code; a folded group stays folded by it.
        title: in the window's language; without one there is no head row.
        rows: in their own order.
        aside: quieter words after the count.
        counts: whether the head tells how many rows there are; rows that are figures do not.
    """

    code: str
    title: str
    rows: Sequence[Row]
    aside: str = ""
    counts: bool = True


def fitted(
    columns: Sequence[Column[Any]],
    wanted: Mapping[str, int],
    room: int,
    firm: Mapping[str, int] = _NONE,
) -> dict[str, int]:
    """Share the width of a table out among its columns.

    Args:
        columns: of the table.
        wanted: width that the words of each ask for, by code.
        room: width of the table.
        firm: least width of those that may be cut, where that is more than they say themselves.

    Returns:
        The widths of the columns that stay.
    """
    least = {
        column.code: max(_least(column, wanted[column.code]), firm.get(column.code, 0))
        for column in columns
    }
    for column in sorted(columns, key=lambda column: column.leaves):
        if column.leaves and sum(least.values()) > room:
            del least[column.code]
    spare = max(room - sum(least.values()), 0)
    widths = dict(least)
    for column in sorted(columns, key=lambda column: not column.stretches):
        if column.code in widths:
            more = min(max(wanted[column.code] - widths[column.code], 0), spare)
            widths[column.code] += more
            spare -= more
    stretching = [one.code for one in columns if one.stretches and one.code in widths]
    if stretching:
        over = max(sum(widths.values()) - room, 0)
        widths[stretching[-1]] = max(widths[stretching[-1]] + spare - over, 0)
    return widths


def _least(column: Column[Any], wanted: int) -> int:
    if not column.may_be_cut:
        return wanted
    at_least = scaled(column.at_least)
    return at_least if column.stretches else min(wanted, at_least)
