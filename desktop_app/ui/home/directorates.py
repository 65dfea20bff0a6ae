"""How far the outcomes of each directorate are: a bar, and the numbers beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QRectF
from PySide6.QtGui import QFont

from desktop_app.i18n import N_
from desktop_app.services.standing_data import DirectorateStanding
from desktop_app.ui.desk import Desk
from desktop_app.ui.home import places
from desktop_app.ui.home.panel import Panel
from desktop_app.ui.text import text_for
from desktop_app.ui.theme import TABLE_HEADER_HEIGHT, font, scaled
from desktop_app.ui.widgets.columns import NOTHING, Canvas, Cell, Column
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.painting import draw_line, text_width
from desktop_app.ui.widgets.rows import without_start
from desktop_app.ui.widgets.stacked_bar import Legend, Part, StackedBar
from desktop_app.ui.widgets.table import Table

_STEPS: Final = (
    ("late", places.LATE, N_("late"), "chart_late"),
    ("this_week", places.THIS_WEEK, N_("this week"), "chart_soon"),
    ("open", places.AHEAD, N_("in progress"), "chart_progress"),
    ("done", places.DONE, N_("done"), "chart_done"),
)
"""Fields of `DirectorateStanding` with the list behind each, its name and the tone of its part."""
_HEADS: Final = {
    "late": N_("Late"),
    "this_week": N_("This week"),
    "open": N_("In progress"),
    "done": N_("Done"),
}


@dataclass(frozen=True, slots=True)
class Alarm:
    """A number to be seen first, at the end side as the numbers under it."""

    label: str

    def width(self) -> float:
        """The room it asks for."""
        return text_width(self.label, font(weight=QFont.Weight.DemiBold))

    def paint(self, canvas: Canvas, box: QRectF) -> bool:
        """The number alone."""
        canvas.painter.setFont(font(weight=QFont.Weight.DemiBold))
        canvas.painter.setPen(canvas.tokens.ink("red"))
        rest = without_start(box, box.width() - self.width() - 1, canvas.layout)
        return draw_line(canvas.painter, rest, self.label, canvas.layout)


class DirectoratePanel(Panel):
    """A line for each directorate; a number opens the outcomes that it counts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, N_("Where do we stand? By directorate"), Legend(desk))
        self._rows: Sequence[DirectorateStanding] = ()
        self.table: Table[DirectorateStanding] = Table(
            desk,
            N_("By directorate"),
            self._columns(desk),
            key=lambda row: row.body_id,
            inset=True,
        )
        self.table.set_dense()
        self._none = EmptyState(
            desk,
            "buildings",
            N_("No directorate on file"),
            N_("Directorates recorded under People stand here with what they are in charge of."),
        )
        self.column.addWidget(self.table)
        self.column.addWidget(self._none)
        self.table.clicked.connect(self._click)
        self.table.opened.connect(lambda row: desk.go(places.follow_ups(body_id=row.body_id)))
        self.dress()

    def show_standing(self, rows: Sequence[DirectorateStanding]) -> None:
        """Show them in the order of the record."""
        self._rows = rows
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def open_current(self) -> None:
        """Open what the directorate that is chosen is in charge of."""
        if (row := self.table.current) is not None:
            self._desk.go(places.follow_ups(body_id=row.body_id))

    def fit(self, most: int, spare: int) -> None:
        """Be as high as some directorates; the others are scrolled to.

        Args:
            most: so many at most.
            spare: so many pixels higher than now at most.
        """
        row = self.table.verticalHeader().defaultSectionSize()
        head = scaled(TABLE_HEADER_HEIGHT)
        fitting = (self.table.minimumHeight() + spare - head) // row
        rows = max(min(len(self._rows), most, fitting), 1)
        self.table.setFixedHeight(head + rows * row)

    def dress(self) -> None:
        """Take the words anew."""
        if self.legend is not None:
            say = self._desk.say
            self.legend.show_parts([Part(0, tone, say(message)) for *_, message, tone in _STEPS])
        super().dress()

    def _columns(self, desk: Desk) -> tuple[Column[DirectorateStanding], ...]:
        def bar(row: DirectorateStanding) -> Cell:
            parts = tuple(
                Part(getattr(row, field), tone, desk.say(message))
                for field, _, message, tone in _STEPS
            )
            return StackedBar(parts, max((one.total for one in self._rows), default=0))

        name: Column[DirectorateStanding] = Column(
            "name",
            N_("Directorate"),
            lambda row: text_for(row.name, desk.language),
            "strong",
            may_be_cut=True,
            at_least=130,
            stretches=True,
        )
        bars: Column[DirectorateStanding] = Column(
            "bar", "", bar, leaves=1, at_least=120, stretches=True
        )
        return (name, bars, *(_number(field) for field, *_ in _STEPS))

    def _click(self, index: QModelIndex) -> None:
        row = self.table.rows.row(index.row())
        if row is None:
            return
        code = self.table.rows.columns[index.column()].code
        steps = {field: step for field, step, *_ in _STEPS}
        self._desk.go(places.follow_ups(steps.get(code, "open"), row.body_id))


def _number(field: str) -> Column[DirectorateStanding]:
    def cell(row: DirectorateStanding) -> Cell:
        count: int = getattr(row, field)
        if field == "late" and count:
            return Alarm(str(count))
        return str(count) if count else NOTHING

    written: Callable[[DirectorateStanding], Cell] = cell
    return Column(field, _HEADS[field], written, "number")
