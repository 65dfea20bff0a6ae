"""What goes over into a session from those before it, what stays and why; each can be flipped."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from db.codes import FollowUpState
from desktop_app.direction import own_order
from desktop_app.i18n import N_
from desktop_app.services import carry_over
from desktop_app.services.carry_over import Key, Line, Preview, Why
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.follow_ups.columns import owners_of, today
from desktop_app.ui.outcomes import state_chip
from desktop_app.ui.text import short_day, text_for
from desktop_app.ui.theme import PAGE_MARGIN, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.columns import NOTHING, Cell, Column, Group, Words
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.key_cap import KeyHint
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.overlay import EDGE
from desktop_app.ui.widgets.table import Table
from desktop_app.wording.dates import cell
from desktop_app.wording.vocabulary import label as label_of

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

_WIDTH: Final = 880
_ROW: Final = 48
_HEADS: Final = 2
_FEWEST: Final = 3
_AROUND: Final = 190
"""What stands above and below the list."""
_BOX: Final = 0
_OVER: Final = {
    FollowUpState.DONE: N_("Done on {day}"),
    FollowUpState.CANCELLED: N_("Cancelled on {day}: {reason}"),
    FollowUpState.PASSED_ON: N_("Passed on: {reason}"),
}


class CarryOverDialog(Dialog):
    """Space flips a line; Enter takes over what is ticked, and nothing is deleted by it.

    Args:
        told: what could go over.

    Attributes:
        table: all of it, under what goes and what stays.
        chosen: what goes.
    """

    def __init__(self, desk: Desk, told: Preview) -> None:
        self._told = told
        self.chosen: set[Key] = set(told.chosen)
        self._carry_act = Act(
            desk, N_("Carry over to the agenda"), self._carry, icon="check", key="Enter"
        )
        self._nothing_act = Act(desk, N_("Carry nothing"), self._carry_nothing, key="0")
        self._flip_act = Act(desk, N_("Choose"), self._flip, key="Space")
        self._intro = label("context", wrap=True)
        self._intro.setObjectName("recorded")
        super().__init__(desk, "", (self._carry_act, self._nothing_act), width=scaled(_WIDTH))
        self.close_act.set_message(N_("Back without a change"))
        self._title.show()
        self._title.setObjectName("recorded")
        self.table: Table[Line] = Table(
            desk,
            N_("What goes over"),
            _columns(desk, self.chosen),
            key=lambda line: line.key,
            tall=True,
        )
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        self._intro.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        self.body.addWidget(self._intro)
        self.body.addWidget(self.table)
        self.foot.addWidget(KeyHint(desk, "Space", N_("Choose")))
        self.table.clicked.connect(self._click)
        self._show()
        self.dress()

    def act_of(self, key: str) -> Act | None:
        """Space flips, wherever the focus is in the list."""
        if key == "Space" and self.table.hasFocus():
            return self._flip_act
        return super().act_of(key)

    def show_over(self, window: QWidget) -> None:
        """Begin in the list."""
        super().show_over(window)
        if self._told.lines:
            self.table.choose(min(self._told.lines, key=self._stays).key)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """Be as high as the lines ask for, and no higher than the window: the list scrolls."""
        if "table" in vars(self):
            wanted = (len(self._told.lines) + _HEADS) * scaled(_ROW)
            room = self.height() - 2 * EDGE - scaled(_AROUND)
            self.table.setFixedHeight(max(min(wanted, room), _FEWEST * scaled(_ROW)))
        super().place()

    def dress(self) -> None:
        """Take the words anew."""
        super().dress()
        say, before = self._desk.say, self._told.before
        number = before.reference if before and before.reference else ""
        if number:
            title = say("What goes over from session {number}", number=number)
        elif before is not None and before.day is not None:
            day = short_day(before.day, self._desk.language)
            title = say("What goes over from the session of {day}", day=day)
        else:
            title = say("What goes over from the sessions before")
        self._title.setText(title)
        self.setAccessibleName(title)
        self._intro.setText(
            say(
                "Each open outcome goes to item {n}, which follows them up. Change the choice with"
                " Space; nothing is deleted.",
                n=self._told.item,
            )
        )
        if "table" in vars(self):
            self._show()

    def _stays(self, line: Line) -> bool:
        return line.key not in self.chosen

    def _show(self) -> None:
        say = self._desk.say
        goes = [one for one in self._told.lines if not self._stays(one)]
        stays = [one for one in self._told.lines if self._stays(one)]
        groups = [Group("goes", say("Goes over"), goes), Group("stays", say("Stays"), stays)]
        self.table.show_groups([group for group in groups if group.rows])
        self._carry_act.set_offered(bool(goes), N_("Nothing is chosen"))
        for button in self.findChildren(Button):
            if button.act is self._carry_act:
                button.set_count(len(goes))

    def _click(self, index: "QModelIndex") -> None:
        if index.column() == _BOX:
            self._flip()

    def _flip(self) -> None:
        if (line := self.table.current) is not None:
            self.chosen ^= {line.key}
            self._show()
            self.table.choose(line.key)

    def _carry(self) -> None:
        self._write(frozenset(self.chosen))

    def _carry_nothing(self) -> None:
        self._write(frozenset())

    def _write(self, chosen: frozenset[Key]) -> None:
        session_id, day = self._told.session_id, today()
        told = self._desk.say("The agenda is up to date")
        begun = self._told.begun
        self.leave()
        if chosen or begun:
            self._desk.write(
                "carry_over.carry",
                lambda work: carry_over.carry(work, session_id, chosen, day),
                told=told,
            )


def _columns(desk: Desk, chosen: set[Key]) -> Sequence[Column[Line]]:
    def box(line: Line) -> Cell:
        if line.key in chosen:
            return Words("", "check-square-fill", "accent")
        return Words("", "square", "text3")

    def kind(line: Line) -> Cell:
        if line.outcome is None:
            return Words(desk.say("Agenda item"), tone="text2")
        return Words(label_of(line.outcome.kind, desk.language), tone="text2")

    def owner(line: Line) -> Cell:
        if line.outcome is None:
            return NOTHING
        first, rest = owners_of(line.outcome, desk)
        return Words(first, aside=rest, tone="text2") if first else NOTHING

    def state(line: Line) -> Cell:
        return NOTHING if line.outcome is None else state_chip(desk, line.outcome, today())

    return (
        Column("box", "", box),
        Column("kind", N_("Kind"), kind, leaves=1),
        Column(
            *("text", N_("Text"), lambda line: text_for(line.title, desk.language), "strong"),
            may_be_cut=True,
            at_least=180,
            stretches=True,
        ),
        Column("owner", N_("In charge"), owner, may_be_cut=True, at_least=140, leaves=2),
        Column("state", N_("State"), state),
        Column(
            *("why", N_("Why"), lambda line: why_words(desk, line), "quiet"),
            may_be_cut=True,
            at_least=170,
        ),
    )


def why_words(desk: Desk, line: Line) -> str:
    """Say why something goes over, or not."""
    say, language = desk.say, desk.language
    match line.why:
        case Why.MINUTES:
            return say("Not approved yet")
        case Why.NOT_REACHED:
            return say("Not reached")
        case Why.EXHAUSTED:
            return say("Nothing was noted under it")
        case Why.OPEN:
            parts = [say("Still open")]
            if line.age is not None and line.age > 0:
                parts = [say.plural("Open for {n} day", "Open for {n} days", line.age)]
            if line.outcome is not None and line.outcome.due is not None:
                parts.append(say("due {day}", day=cell(line.outcome.due)))
            return ("، " if language == "ar" else ", ").join(parts)
    state = line.outcome.state if line.outcome else FollowUpState.DONE
    if state is FollowUpState.DONE and line.changed is None:
        return label_of(state, language)
    day = cell(line.changed) if line.changed else NOTHING
    return say(_OVER[state], day=day, reason=own_order(line.reason))


def ask_carry_over(desk: Desk, session_id: int, nothing: Callable[[], object] = bool) -> None:
    """Show what could go over into a session; where nothing could, do something else."""
    if (store := desk.store) is None:
        return

    def read() -> Preview:
        with store.read() as reading:
            return carry_over.preview(reading, session_id, today())

    def show(told: Preview) -> None:
        if told.lines:
            desk.ask(CarryOverDialog(desk, told))
        else:
            nothing()

    desk.runner.run(lambda _: read(), show)
