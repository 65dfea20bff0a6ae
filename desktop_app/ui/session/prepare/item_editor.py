"""The editor of one point of the agenda; it stands in the place of its row."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.services.agenda import edit_item
from desktop_app.ui.naming.name_field import PersonField
from desktop_app.ui.session.prepare.edits import Edits, Path
from desktop_app.ui.session.prepare.showing import show_line
from desktop_app.ui.theme import CARD_PADDING, GAP
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from desktop_app.services.session_data import AgendaItem
    from desktop_app.ui.desk import Desk

_TITLE_AR: Final = ("title", "ar")
_TITLE_FR: Final = ("title", "fr")
_PRESENTER: Final = ("presenter",)
_MINUTES: Final = ("planned_minutes",)


class ItemEditor(QFrame):
    """Title in both languages, presenter, minutes; kept as they are typed.

    Attributes:
        finished: emitted at Enter, unless something was refused and is not typed anew.
        edits: what is kept and refused.
    """

    finished = Signal()

    def __init__(self, desk: "Desk", parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "row-editor")
        self.edits = Edits(desk, "agenda.edit_item", edit_item)
        self._item: AgendaItem | None = None
        self.arabic = LineEdit(desk)
        self.french = LineEdit(desk, latin=True)
        self.presenter = PersonField(desk)
        self.minutes = LineEdit(desk, latin=True)
        self._fields: dict[Path, Field] = {
            _TITLE_AR: Field(desk, N_("Title in Arabic"), self.arabic),
            _TITLE_FR: Field(desk, N_("Title in French"), self.french),
            _PRESENTER: Field(desk, N_("Presenter"), self.presenter),
            _MINUTES: Field(desk, N_("Minutes planned"), self.minutes),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(CARD_PADDING, 8, CARD_PADDING, 8)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(2)
        for at, field in enumerate(self._fields.values()):
            grid.addWidget(field, at // 2, at % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._connect()

    @property
    def item_id(self) -> int | None:
        """Of the point that is edited."""
        return self._item.id if self._item else None

    def field(self, *path: str) -> Field:
        """Give the field with its words of one thing that is known of a point."""
        return self._fields[path]

    def show_item(self, item: "AgendaItem") -> None:
        """Show a point as it is on file."""
        self._item = item
        self.edits.turn_to(item.id)
        self._refresh()

    def leave(self) -> None:
        """Keep what was typed."""
        for edit in (self.arabic, self.french, self.minutes):
            edit.commit()

    def begin(self) -> None:
        """Take the focus, the whole title chosen."""
        line = self.french if self._item and not self._item.title.ar else self.arabic
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        line.selectAll()

    def show_refused(self) -> bool:
        """Go to what was refused, and tell whether anything was."""
        for path, field in self._fields.items():
            if self.edits.problem([path]):
                field.setFocus()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the keys that its fields leave from the list around it."""
        event.accept()

    def _connect(self) -> None:
        keep = self.edits.keep
        self.arabic.committed.connect(lambda text: keep({_TITLE_AR: text}))
        self.french.committed.connect(lambda text: keep({_TITLE_FR: text}))
        self.minutes.committed.connect(lambda text: keep({_MINUTES: _number(text)}))
        self.presenter.chosen.connect(lambda key: keep({_PRESENTER: key}))
        self.presenter.problem.connect(lambda problem: self.edits.mark(_PRESENTER, problem))
        for edit in (self.arabic, self.french, self.minutes):
            edit.returnPressed.connect(self._finish)
        self.edits.settled.connect(self._refresh)

    def _finish(self) -> None:
        self.leave()
        if self.edits.at_work or not self.show_refused():
            self.finished.emit()

    def _refresh(self) -> None:
        for path, field in self._fields.items():
            field.set_error(self.edits.problem([path]))
        item = self._item
        if item is None:
            return
        may_show = self.edits.may_show
        if may_show(_TITLE_AR):
            show_line(self.arabic, item.title.ar)
        if may_show(_TITLE_FR):
            show_line(self.french, item.title.fr)
        if may_show(_MINUTES):
            show_line(self.minutes, str(item.planned_minutes or ""))
        if may_show(_PRESENTER):
            self.presenter.show_name(item.presenter)


def _number(text: str) -> object:
    """Give a number that was typed; nothing for nothing, and the text for what is none."""
    text = text.strip()
    return int(text) if text.isdecimal() else text or None
