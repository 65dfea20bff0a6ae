"""What stands under a line: who is in charge, until when, who spoke; and the word before it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont

from db.codes import InterventionKind, OutcomeKind
from desktop_app.services.minutes import LineOutcome
from desktop_app.services.note_reading import Owner, Reading
from desktop_app.ui.desk import Desk
from desktop_app.ui.outcomes import KIND_ICONS
from desktop_app.ui.session.minutes.lines import Marks, outcome_of
from desktop_app.ui.session.minutes.reading import Reader
from desktop_app.ui.session.outcome_rows import NO_DUE
from desktop_app.ui.text import long_day, name_for, short_day, text_for
from desktop_app.ui.widgets.chips import Chip
from desktop_app.ui.widgets.columns import Canvas
from desktop_app.ui.widgets.painting import draw_line, text_width
from desktop_app.wording.vocabulary import label

What = Literal["person", "bodies", "due", "speakers", ""]
SPACE: Final = 8
_ICON: Final = 16
_GAP: Final = 5


@dataclass(frozen=True, slots=True)
class LineChip:
    """A chip under a line.

    Attributes:
        what: what of the line it shows; empty for what is missing.
        pending: whether it stands in the text still, to be confirmed by Enter.
        short: what it says where there is little room.
    """

    chip: Chip
    what: What = ""
    pending: bool = False
    short: str = ""

    def shortened(self) -> "LineChip":
        """Say less."""
        return replace(self, chip=replace(self.chip, label=self.short)) if self.short else self


def chips_of(desk: Desk, reader: Reader, marks: Marks, reading: Reading) -> Sequence[LineChip]:
    """Give the chips of a line, from the start side."""
    said = outcome_of(marks, reading, "") or _said(reading)
    chips = [*_owners(desk, reader, said, reading), *_due(desk, reader, said, reading)]
    if marks.kind not in {None, OutcomeKind.PROPOSAL} and not (said.due or said.ongoing):
        chips.append(LineChip(Chip(desk.say(NO_DUE), "warning", "amber")))
    if marks.spoken is not InterventionKind.NOTE:
        names = [_name(desk, reader, Owner("person", one)) for one in marks.speakers]
        spoke = label(marks.spoken, desk.language)
        words = _joined(desk, names)
        words = desk.say("{kind}: {theme}", kind=spoke, theme=words) if words else spoke
        chips.insert(0, LineChip(Chip(words, "megaphone", "neutral"), "speakers"))
    return chips


def _said(reading: Reading) -> LineOutcome:
    return LineOutcome(
        *("", OutcomeKind.ACTION, "", reading.person_id, reading.body_ids),
        due=reading.due,
        ongoing=reading.ongoing,
    )


def _owners(desk: Desk, reader: Reader, said: LineOutcome, reading: Reading) -> list[LineChip]:
    if said.owner_text:
        words = text_for(said.owner_text, desk.language)
        what: What = "person" if said.person_id else "bodies"
        return [LineChip(Chip(words, "user", "neutral"), what)]
    chips = []
    if said.person_id is not None:
        owner = Owner("person", said.person_id)
        about = text_for(reader.about(owner), desk.language)
        name = _name(desk, reader, owner)
        words = " · ".join(filter(None, (name, about)))
        pending = reading.person_id is not None
        chips.append(LineChip(Chip(words, "user", _tone(pending)), "person", pending, name))
    if said.body_ids:
        names = [_name(desk, reader, Owner("body", one)) for one in said.body_ids]
        pending = bool(reading.body_ids)
        icon = "buildings" if len(names) == 1 else "users"
        chip = Chip(_joined(desk, names), icon, _tone(pending))
        count = desk.say.plural("{n} body", "{n} bodies", len(names)) if len(names) > 1 else ""
        chips.append(LineChip(chip, "bodies", pending, count))
    return chips


def _due(desk: Desk, reader: Reader, said: LineOutcome, reading: Reading) -> list[LineChip]:
    pending = reading.due is not None or reading.ongoing
    if said.ongoing:
        return [
            LineChip(Chip(desk.say("Ongoing"), "arrow-clockwise", _tone(pending)), "due", pending)
        ]
    if said.due is None:
        return []
    past = said.due < reader.today()
    write = long_day if pending else short_day
    tone = "amber" if past and pending else _tone(pending)
    return [LineChip(Chip(write(said.due, desk.language), "calendar-blank", tone), "due", pending)]


def _tone(pending: bool) -> str:
    return "accent" if pending else "neutral"


def _name(desk: Desk, reader: Reader, owner: Owner) -> str:
    return name_for(reader.name_of(owner), desk.language)


def _joined(desk: Desk, names: Sequence[str]) -> str:
    return ("، " if desk.language == "ar" else ", ").join(filter(None, names))


def paint_chips(
    canvas: Canvas,
    row: QRectF,
    chips: Sequence[LineChip],
    hint: str = "",
    hot: LineChip | None = None,
) -> list[tuple[QRectF, LineChip]]:
    """Paint chips from the start side of a row, and give where they stand.

    Args:
        canvas: paints.
        row: as high as a chip.
        chips: in their order; those without room are left out, the others cut.
        hint: quiet words after them.
        hot: the one under the mouse, which shows that it can be taken back.
    """
    placed = []
    rtl = canvas.layout is Qt.LayoutDirection.RightToLeft
    chips = _fitting(chips, row.width())
    room = row.width() - sum(one.chip.width() + SPACE for one in chips if one.what in {"due", ""})
    left = row.width()
    for one in chips:
        chip = one.chip
        if one is hot or (hot is not None and one.what and one.what == hot.what):
            chip = replace(chip, icon="x")
        width = min(chip.width(), left)
        if one.what not in {"due", ""}:  # a due date is never cut
            width = min(width, max(room, 0))
            room -= width + SPACE
        start = row.width() - left
        x = row.right() - start - width if rtl else row.left() + start
        box = QRectF(x, row.top(), width, row.height())
        chip.paint(canvas, box)
        placed.append((box, one))
        left -= width + SPACE
    if hint and left > 0:
        canvas.painter.setPen(canvas.tokens.ink("text3"))
        x = row.left() if rtl else row.right() - left
        draw_line(canvas.painter, QRectF(x, row.top(), left, row.height()), hint, canvas.layout)
    return placed


def _fitting(chips: Sequence[LineChip], width: float) -> Sequence[LineChip]:
    """Let chips say less until they have room."""
    shown = list(chips)
    for n in range(len(shown)):
        if sum(one.chip.width() + SPACE for one in shown) - SPACE <= width:
            break
        shown[n] = shown[n].shortened()
    return shown


def kind_words(desk: Desk, kind: OutcomeKind) -> str:
    """Give the word that stands before a line."""
    return desk.say("{kind}:", kind=label(kind, desk.language))


def kind_width(desk: Desk, kind: OutcomeKind, face: QFont) -> float:
    """Measure the icon and the word before a line, with the space after them."""
    return _ICON + _GAP + text_width(kind_words(desk, kind), face) + _GAP


def paint_kind(canvas: Canvas, box: QRectF, kind: OutcomeKind, words: str, face: QFont) -> None:
    """Paint the icon and the word at the start side of a line."""
    painter, tokens = canvas.painter, canvas.tokens
    rtl = canvas.layout is Qt.LayoutDirection.RightToLeft
    x = box.right() - _ICON if rtl else box.left()
    pixmap = canvas.icons.pixmap(KIND_ICONS[kind], tokens.accent, _ICON)
    painter.drawPixmap(round(x), round(box.center().y() - _ICON / 2), pixmap)
    painter.setFont(face)
    painter.setPen(tokens.ink("accent"))
    inner = box.adjusted(0, 0, -_ICON - _GAP, 0) if rtl else box.adjusted(_ICON + _GAP, 0, 0, 0)
    draw_line(painter, inner, words, canvas.layout)
