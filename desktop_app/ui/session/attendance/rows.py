"""The rows of the attendance sheet on the screen: their numbers, their columns, their cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainterPath, QPen

from db.codes import AttendanceState
from desktop_app.documents.attendance_sheet import in_order
from desktop_app.documents.phrases import body_in_cell, function_beside_body
from desktop_app.i18n import N_, Language
from desktop_app.services.people_data import Person
from desktop_app.services.session_data import Attendance
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.attendance.states import (
    LOOKS,
    MARKS,
    SPACE,
    gender_of,
    segment_widths,
)
from desktop_app.ui.text import capitalised, text_for
from desktop_app.ui.theme import ICON, RADIUS_CONTROL, font, scaled
from desktop_app.ui.widgets.chips import Chip
from desktop_app.ui.widgets.columns import NOTHING, Canvas, Column
from desktop_app.ui.widgets.painting import draw_line, fill, text_width
from desktop_app.ui.widgets.rows import start_of, without_start
from desktop_app.wording.attendance import short_label
from desktop_app.wording.bilingual import PaperLanguage

_SEGMENT_HEIGHT: Final = 26
_FIRST_LINE: Final = 19
_SECOND_LINE: Final = 17
_GAP: Final = 8
_WIDEST: Final = 340
"""No name that anybody bears asks for more."""


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """A line of the sheet under its number.

    Attributes:
        substitute: who came instead.
        replaced: whom this one came for.
    """

    number: int
    line: Attendance
    substitute: Person | None = None
    replaced: Person | None = None

    @property
    def id(self) -> int:
        """By which it is known."""
        return self.line.id


def rows_of(lines: Iterable[Attendance]) -> list[AttendanceRow]:
    """Number lines as the printed sheet does."""
    ordered = in_order(sorted(lines, key=lambda line: line.position))
    people = {line.person.id: line.person for line in ordered}
    replaced = {line.represented_by_id: line.person for line in ordered}
    return [
        AttendanceRow(
            number,
            line,
            people.get(line.represented_by_id or 0),
            replaced.get(line.person.id),
        )
        for number, line in enumerate(ordered, 1)
    ]


@dataclass(frozen=True, slots=True)
class NameCell:
    """A name that is never cut, what is to be noted beside it, and a line below."""

    name: str
    below: str = ""
    notes: tuple[Chip, ...] = ()

    @property
    def label(self) -> str:
        """Its words, for screen readers."""
        return ", ".join(filter(None, (self.name, *(one.label for one in self.notes), self.below)))

    def width(self) -> float:
        """The room it asks for."""
        notes = sum(note.width() + _GAP for note in self.notes)
        name = min(text_width(self.name, _name_face()), scaled(_WIDEST))
        return max(name + notes, min(text_width(self.below, font(12)), scaled(_WIDEST)))

    def paint(self, canvas: Canvas, box: QRectF) -> bool:
        """Name and notes, then the line below."""
        painter, layout = canvas.painter, canvas.layout
        first = QRectF(box)
        if self.below:
            top = box.center().y() - scaled(_FIRST_LINE + _SECOND_LINE) / 2
            first = QRectF(box.left(), top, box.width(), scaled(_FIRST_LINE))
            second = QRectF(box.left(), first.bottom(), box.width(), scaled(_SECOND_LINE))
            painter.setFont(font(12))
            painter.setPen(QColor(canvas.tokens.text2))
            draw_line(painter, second, self.below, layout)
        painter.setFont(_name_face())
        painter.setPen(QColor(canvas.tokens.text1))
        notes = sum(note.width() + _GAP for note in self.notes)
        cut = draw_line(painter, start_of(first, first.width() - notes, layout), self.name, layout)
        taken = min(text_width(self.name, _name_face()), scaled(_WIDEST)) + _GAP
        for note in self.notes:
            cut = note.paint(canvas, without_start(first, taken, layout)) or cut
            taken += note.width() + _GAP
        return cut and text_width(self.name, _name_face()) <= scaled(_WIDEST)


@dataclass(frozen=True, slots=True)
class StatesCell:
    """One of the states, all in sight: tint, weight and icon show the one that is so.

    Attributes:
        words: of each state, agreeing with the person.
        short: whether there is room for digits alone.
    """

    state: AttendanceState
    words: tuple[str, ...]
    language: Language
    short: bool

    @property
    def label(self) -> str:
        """Its words, for screen readers."""
        return self.words[MARKS.index(self.state)] if self.state in MARKS else ""

    def width(self) -> float:
        """The room it asks for."""
        return sum(segment_widths(self.language, short=self.short)) + 2

    def paint(self, canvas: Canvas, box: QRectF) -> bool:
        """Frame, lines between, digits and words."""
        painter, tokens = canvas.painter, canvas.tokens
        frame = self.frame(box, canvas.layout)
        shape = QPainterPath()
        shape.addRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL)
        painter.fillPath(shape, QColor(tokens.surface))
        painter.setClipPath(shape)
        cut = False
        for at, segment in enumerate(self.segments(frame, canvas.layout)):
            if MARKS[at] is self.state:
                fill(painter, segment, tokens.tint("accent"))
            cut = self._paint_segment(canvas, segment, at) or cut
            if at:
                rtl = canvas.layout is Qt.LayoutDirection.RightToLeft
                edge = segment.right() if rtl else segment.left()
                painter.setPen(QPen(QColor(tokens.line), 1))
                painter.drawLine(QPointF(edge, segment.top()), QPointF(edge, segment.bottom()))
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.line2), 1))
        painter.drawPath(shape)
        return cut

    def frame(self, box: QRectF, layout: Qt.LayoutDirection) -> QRectF:
        """Give where the segments stand in a cell."""
        height = scaled(_SEGMENT_HEIGHT)
        place = start_of(box, self.width(), layout)
        return QRectF(place.left(), box.center().y() - height / 2, place.width(), height)

    def segments(self, frame: QRectF, layout: Qt.LayoutDirection) -> list[QRectF]:
        """Give the place of each segment, the first at the start side."""
        rest, places = frame, []
        for width in segment_widths(self.language, short=self.short):
            places.append(start_of(rest, width, layout))
            rest = without_start(rest, width, layout)
        return places

    def _paint_segment(self, canvas: Canvas, segment: QRectF, at: int) -> bool:
        painter, tokens, layout = canvas.painter, canvas.tokens, canvas.layout
        chosen = MARKS[at] is self.state
        words = "" if self.short else self.words[at]
        face = font(weight=QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        digit = "" if chosen else str(at + 1)
        mark = ICON if chosen else text_width(digit, font(11))
        whole = mark + (SPACE + text_width(words, face) if words else 0)
        inner = QRectF(segment.center().x() - whole / 2, segment.top(), whole, segment.height())
        place = start_of(inner, mark, layout)
        if chosen:
            canvas.icons.paint(painter, LOOKS[MARKS[at]][0], QColor(tokens.accent), place)
        else:
            painter.setFont(font(11))
            painter.setPen(QColor(tokens.text3))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, digit)
        painter.setFont(face)
        painter.setPen(QColor(tokens.accent if chosen else tokens.text2))
        rest = without_start(inner, mark + SPACE, layout)
        return bool(words) and draw_line(painter, rest.adjusted(-1, 0, 1, 0), words, layout)


@dataclass(slots=True)
class Shape:
    """How much room the states have.

    Attributes:
        short: whether it is enough for digits alone.
    """

    short: bool = False


def attendance_columns(desk: Desk, shape: Shape) -> tuple[Column[AttendanceRow], ...]:
    """Declare them, from the start side."""

    def name(row: AttendanceRow) -> NameCell:
        return NameCell(_name(desk, row.line.person), _below(desk, row), _notes(desk, row.line))

    def function(row: AttendanceRow) -> str:
        return capitalised(function_beside_body(row.line.person, _paper(desk))) or NOTHING

    def body(row: AttendanceRow) -> str:
        return capitalised(body_in_cell(row.line.person, _paper(desk))) or NOTHING

    def state(row: AttendanceRow) -> StatesCell:
        return _states(desk, row.line, short=shape.short)

    return (
        Column("number", N_("No."), lambda row: str(row.number), "quiet"),
        Column("name", N_("Name"), name, stretches=True),
        Column(
            *("function", N_("Function"), function, "quiet"),
            may_be_cut=True,
            at_least=110,
            leaves=1,
            stretches=True,
        ),
        Column(
            *("body", N_("Body"), body, "quiet"),
            may_be_cut=True,
            at_least=130,
            leaves=2,
        ),
        Column("state", N_("Attendance"), state),
    )


def has_two_lines(row: AttendanceRow) -> bool:
    """Tell whether something stands below the name."""
    return row.substitute is not None or row.replaced is not None


def jump_to(rows: Sequence[AttendanceRow], letters: str, after: int) -> int | None:
    """Give the place of the next row one of whose names begins with some letters, or holds them.

    Args:
        rows: as they are shown.
        letters: as typed.
        after: the place from which to look, over the end and on from the top.
    """
    from db.folding import spaced  # the database is loaded by now

    wanted = spaced(letters).rstrip()
    ahead = [(after + step) % len(rows) for step in range(len(rows))]
    names = [spaced(f"{row.line.person.name.ar} {row.line.person.name.fr}") for row in rows]
    first = (at for at in ahead if names[at].startswith(wanted))
    return next(first, next((at for at in ahead if wanted in names[at]), None))


def _paper(desk: Desk) -> PaperLanguage:
    return "fr" if desk.language == "fr" else "ar"


def _name(desk: Desk, person: Person) -> str:
    return text_for(person.name, desk.language)


def _below(desk: Desk, row: AttendanceRow) -> str:
    say = desk.say
    if row.substitute is not None:
        return say("Represented by: {name}", name=_name(desk, row.substitute))
    if row.replaced is not None:
        return say("In the place of: {name}", name=_name(desk, row.replaced))
    return ""


def _notes(desk: Desk, line: Attendance) -> tuple[Chip, ...]:
    late = Chip(desk.say("Late"), "clock", "amber")
    left = Chip(desk.say("Left early"), "sign-out", "amber")
    return ((late,) if line.late else ()) + ((left,) if line.left_early else ())


def _states(desk: Desk, line: Attendance, *, short: bool) -> StatesCell:
    agreeing = gender_of(line.person)
    words = tuple(short_label(mark, desk.language, agreeing) for mark in MARKS)
    return StatesCell(line.state, words, desk.language, short)


def _name_face() -> QFont:
    return font(weight=QFont.Weight.Medium)
