"""Two records side by side: what each says, what stays, and what becomes of what names them."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from db.codes import BodyKind, Civility
from desktop_app.i18n import N_
from desktop_app.services import merging
from desktop_app.services.merging_data import Clash, MergedField, Merging, Shown
from desktop_app.services.uses import USE_MESSAGES, Uses
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.people.sides import Side
from desktop_app.ui.text import capitalised, listed, short_day, text_for
from desktop_app.ui.theme import GAP
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.labels import label
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.vocabulary import label as label_of

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_WIDTH: Final = 860
_MOST_CLASHES: Final = 6
_NAMES: Final = {
    "name_ar": N_("Name in Arabic"),
    "name_fr": N_("Name in French"),
    "civility": N_("Civility"),
    "function": N_("Function"),
    "email": N_("E-mail address"),
    "phone": N_("Phone (not printed)"),
    "kind": N_("Kind"),
    "name": N_("Name"),
    "town": N_("Town"),
    "parent": N_("Part of"),
}


def ask_to_merge(desk: Desk, kind: str, keep_id: int, other_id: int) -> None:
    """Show what would become of two people, or two bodies, and merge them if that is wanted.

    Args:
        desk: of the window.
        kind: ``person`` or ``body``.
        keep_id: which stays, unless papers of its own decide for the other.
        other_id: which goes.
    """
    look = merging.preview if kind == "person" else merging.preview_bodies
    if (store := desk.store) is None:
        return

    def read(_: object) -> Merging:
        with store.read() as reading:
            return look(reading, keep_id, other_id)

    desk.runner.run(read, lambda shown: desk.ask(MergeDialog(desk, kind, shown)), desk.show_error)


class MergeDialog(Dialog):
    """Both records in columns; of what differs one is chosen, Enter merges.

    Args:
        kind: ``person`` or ``body``.
        shown: what becomes of them.

    Attributes:
        sides: the two values of each field that differs, by its code: kept, other.
    """

    def __init__(self, desk: Desk, kind: str, shown: Merging) -> None:
        self._kind = kind
        self._shown = shown
        self.sides: dict[str, tuple[Side, Side]] = {}
        self._content: QWidget | None = None
        merge = Act(desk, N_("Merge"), self._merge, icon="arrows-merge", key="Enter")
        title = N_("Merge two people") if kind == "person" else N_("Merge two bodies")
        super().__init__(desk, title, (merge,), width=_WIDTH)

    @property
    def choices(self) -> dict[str, bool]:
        """Of which fields the other's value is taken."""
        return {code: other.isChecked() for code, (_, other) in self.sides.items()}

    def dress(self) -> None:
        """Take the words anew; what was chosen stays chosen."""
        chosen = self.choices
        if self._content is not None:
            self.body.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self.sides = {}
        self._content = QWidget()
        self._fill(QVBoxLayout(self._content))
        self.body.addWidget(self._content)
        for code, takes_other in chosen.items():
            self.sides[code][int(takes_other)].setChecked(True)
        super().dress()

    def _fill(self, content: QVBoxLayout) -> None:
        desk, shown = self._desk, self._shown
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(GAP)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        heads = ((N_("First record"), shown.kept_uses), (N_("Second record"), shown.other_uses))
        for at, (message, uses) in enumerate(heads, 1):
            head, hint = label("card-title"), label("hint", wrap=True)
            head.setText(desk.say(message))
            hint.setText(_told(desk, uses))
            grid.addWidget(head, 0, at)
            grid.addWidget(hint, 1, at)
        for at, field in enumerate(self._fields(), 2):
            self._add_field(grid, at, field)
        content.addLayout(grid)
        for words in self._told_after():
            line = label("hint", wrap=True)
            line.setText(words)
            content.addWidget(line)

    def _fields(self) -> Iterator[MergedField]:
        """Give those that say something: what differs first."""
        told = [one for one in self._shown.fields if one.differs or _words(self._desk, one.kept)]
        yield from (one for one in told if one.differs)
        yield from (one for one in told if not one.differs)

    def _add_field(self, grid: QGridLayout, at: int, field: MergedField) -> None:
        desk = self._desk
        name = label("strong" if field.differs else "field-label")
        name.setText(desk.say(_NAMES[field.code]))
        grid.addWidget(name, at, 0)
        if not field.differs:
            same = label(wrap=True)
            same.setObjectName("recorded")
            same.setText(_words(desk, field.kept))
            grid.addWidget(same, at, 1, 1, 2)
            return
        group = QButtonGroup(self._content)
        both = tuple(
            Side(desk, name.text(), _with_day(desk, value, day))
            for value, day in zip((field.kept, field.other), field.since, strict=True)
        )
        for column, side in enumerate(both, 1):
            group.addButton(side)
            side.wanted.connect(lambda across, down, one=side: self._go(one, across, down))
            grid.addWidget(side, at, column)
        both[int(field.takes_other)].setChecked(True)
        self.sides[field.code] = (both[0], both[1])

    def _go(self, start: Side, across: int, down: int) -> None:
        """Go to the next side that way, as the eye sees it; across, it is chosen."""
        here = _place(start)
        rows = list(self.sides.values())
        row = next(at for at, pair in enumerate(rows) if start in pair)
        if across:
            other = next(one for one in rows[row] if one is not start)
            if (_place(other).center().x() - here.center().x()) * across > 0:
                other.setChecked(True)
                other.setFocus()
        elif 0 <= row + down < len(rows):
            next(one for one in rows[row + down] if one.isChecked()).setFocus()

    def _told_after(self) -> Iterator[str]:
        say, clashes = self._desk.say, self._shown.clashes
        yield say("All that names the second record names the first afterwards.")
        for clash in clashes[:_MOST_CLASHES]:
            yield self._told_clash(clash)
        if len(clashes) > _MOST_CLASHES:
            rest = len(clashes) - _MOST_CLASHES
            yield say.plural("{n} more session of both", "{n} more sessions of both", rest)

    def _told_clash(self, clash: Clash) -> str:
        desk, language = self._desk, self._desk.language
        theme = text_for(clash.theme, language)
        day = short_day(clash.day, language) if clash.day else ""
        states = [label_of(state, language) for state in (clash.kept, clash.other)]
        return desk.say(
            "Both are in “{theme}” ({day}): {first}, {second}. One line stays: {stays}.",
            theme=theme,
            day=day,
            first=states[0],
            second=states[1],
            stays=label_of(clash.stays, language),
        )

    def _merge(self) -> None:
        desk, shown, kind, choices = self._desk, self._shown, self._kind, self.choices
        use_case = "people.merge" if kind == "person" else "bodies.merge"

        def change(work: "UnitOfWork") -> None:
            join = merging.merge if kind == "person" else merging.merge_bodies
            join(work, shown.keep_id, shown.other_id, choices)

        self.leave()
        desk.write(
            use_case,
            change,
            lambda _: desk.go(Address(kind, shown.keep_id)),
            desk.show_error,
            told=desk.say("Merged into one record"),
        )


def _words(desk: Desk, value: Shown) -> str:
    if isinstance(value, Civility | BodyKind):
        return "" if value is Civility.UNKNOWN else label_of(value, desk.language)
    if isinstance(value, Bilingual):
        return "\n".join(filter(None, (value.ar, value.fr)))
    return value


def _with_day(desk: Desk, value: Shown, day: date | None) -> str:
    words = _words(desk, value) or desk.say("Nothing noted")
    if day is None:
        return words
    since = desk.say("since {day}", day=short_day(day, desk.language))
    return f"{words}\n{since}"


def _told(desk: Desk, uses: Uses) -> str:
    told = (capitalised(desk.say(USE_MESSAGES[code], n=n)) for code, n in uses.items())
    return listed(told, right_to_left=desk.say.right_to_left) or desk.say("Nothing names it yet")


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(widget.rect().topLeft()), widget.size())
