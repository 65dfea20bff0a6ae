"""To whom a paper goes: groups to tick, and the addresses that are missing, to be filled there."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.mail.draft import is_address
from desktop_app.services.recipients import GroupCode, Recipient, RecipientGroup, missed
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.send_parts import CheckRow
from desktop_app.ui.text import text_for
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.line_edit import align_start

_GROUPS: Final = {
    GroupCode.INVITED: N_("Those invited"),
    GroupCode.PRESENT: N_("Those present"),
    GroupCode.ABSENT: N_("Those absent or represented"),
    GroupCode.DIRECTORATES: N_("Provincial directorates"),
    GroupCode.OWNERS: N_("Those in charge, each with what is theirs"),
    GroupCode.PERSON: N_("The person attested"),
}
_WHY_NOT_OWNERS: Final = N_(
    "In the browser one message goes to all: choose a ready message for one to each."
)
_NAMED: Final = 6


class RecipientsPart(QWidget):
    """The groups of those who may get a paper.

    Args:
        groups: not empty ones.
        ticked: to begin with; all but those who get a mail of their own when None.

    Attributes:
        changed: emitted when others are chosen.
        addressed: emitted with a recipient and the address that was typed for them.
    """

    changed = Signal()
    addressed = Signal(object, str)

    def __init__(
        self,
        desk: Desk,
        groups: Sequence[RecipientGroup],
        ticked: Collection[GroupCode] | None = None,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._groups = tuple(groups)
        self._rows = {group.code: CheckRow(desk, _GROUPS[group.code], 0) for group in groups}
        self._missing = label("note-amber", wrap=True)
        self.why_not_owners = label("hint", wrap=True)
        self.problem = label("note-red", wrap=True)
        self.add = Act(desk, N_("Add addresses"), self._turn, icon="pencil-simple", key="F2")
        self._add_button = Button(desk, self.add, kind="bare", small=True)
        self._fields = QWidget()
        self._column = QVBoxLayout(self._fields)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._fields.hide()
        self.problem.hide()
        self.why_not_owners.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for code, row in self._rows.items():
            row.setChecked(code is not GroupCode.OWNERS if ticked is None else code in ticked)
            row.toggled.connect(self._choose)
            column.addWidget(row)
        column.addWidget(self.why_not_owners)
        line = QHBoxLayout()
        line.addWidget(self._missing, 1)
        line.addWidget(self._add_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addWidget(self._fields)
        column.addWidget(self.problem)
        desk.dressed.connect(self.dress)
        self.set_groups(groups)

    @property
    def ticked(self) -> frozenset[GroupCode]:
        """The groups that are ticked, whether or not they can be written to now."""
        return frozenset(code for code, row in self._rows.items() if row.isChecked())

    @property
    def chosen(self) -> tuple[Recipient, ...]:
        """Those of the ticked groups, but for those who get a mail of their own."""
        return tuple(self._of(self._reached - {GroupCode.OWNERS}))

    @property
    def owners(self) -> tuple[Recipient, ...]:
        """Those who get a mail of their own."""
        return tuple(self._of(self._reached & {GroupCode.OWNERS}))

    def row(self, code: GroupCode) -> CheckRow:
        """Give the line of a group."""
        return self._rows[code]

    def offer_owners(self, *, offered: bool) -> None:
        """Let each owner be written to, or not and say why."""
        row = self._rows.get(GroupCode.OWNERS)
        if row is not None and offered is not row.isEnabled():
            row.set_offered(offered, _WHY_NOT_OWNERS)
            self.why_not_owners.setVisible(not offered)
            self._choose()

    def set_groups(self, groups: Sequence[RecipientGroup]) -> None:
        """Show the groups as they are now."""
        self._groups = tuple(groups)
        for group in groups:
            self._rows[group.code].set_count(len(group.recipients))
        self._make_fields()
        self.dress()
        self.changed.emit()

    def dress(self) -> None:
        """Take the words anew."""
        say, language = self._desk.say, self._desk.language
        without = missed((*self.chosen, *self.owners))
        names = [text_for(one.name, language) for one in without]
        comma = "، " if language == "ar" else ", "
        shown = comma.join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
        self._missing.setText(
            say.plural(
                "{n} address is missing: {names}",
                "{n} addresses are missing: {names}",
                len(names),
                names=shown,
            )
        )
        for part in (self._missing, self._add_button):
            part.setVisible(bool(without))
        self.add.set_offered(bool(without))
        self.why_not_owners.setText(say(_WHY_NOT_OWNERS))
        self.problem.setText(
            say("This is no e-mail address. Example: {example}", example="name@taalim.ma")
        )
        for field in self._fields.findChildren(QLineEdit):
            name = text_for(field.property("recipient").name, language)
            field.setPlaceholderText(name)
            field.setAccessibleName(say("Address of {name}", name=name))
            align_start(field, right=say.right_to_left)

    @property
    def _reached(self) -> frozenset[GroupCode]:
        return frozenset(code for code in self.ticked if self._rows[code].isEnabled())

    def _of(self, codes: Collection[GroupCode]) -> Iterator[Recipient]:
        return (one for group in self._groups if group.code in codes for one in group.recipients)

    def _choose(self) -> None:
        self._make_fields()
        self.dress()
        self.changed.emit()

    def _turn(self) -> None:
        self._fields.setVisible(self._fields.isHidden())
        first = self._fields.findChild(QLineEdit)
        if first is not None and self._fields.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_fields(self) -> None:
        """Make a field for each who has no address; what is being typed stays."""
        wanted = missed((*self.chosen, *self.owners))
        there = {
            field.property("recipient"): field for field in self._fields.findChildren(QLineEdit)
        }
        for recipient, field in there.items():
            if recipient not in wanted:
                self._column.removeWidget(field)
                field.setParent(None)
                field.deleteLater()
        for recipient in wanted:
            if recipient in there:
                continue
            field = QLineEdit()
            field.setProperty("recipient", recipient)
            field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            field.editingFinished.connect(partial(self._take, field))
            self._column.addWidget(field)
        if not wanted:
            self._fields.hide()
            self.problem.hide()

    def _take(self, field: QLineEdit) -> None:
        typed = field.text().strip()
        good = not typed or is_address(typed)
        self.problem.setVisible(not good)
        if good and typed:
            self.addressed.emit(field.property("recipient"), typed)
