"""What becomes of many outcomes at once: a new due date, or whatever is filled in."""

from collections.abc import Callable, Hashable, Sequence
from enum import StrEnum
from typing import Final

from db.codes import FollowUpState, Priority
from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services.follow_up_edits import Changes, InCharge, edit_many
from desktop_app.services.validation import NEEDS_REASON, FieldError
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.day_field import DayField
from desktop_app.ui.session.outcome_owners import Owners, OwnersField
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.line_edit import LineEdit, TextArea
from desktop_app.wording.vocabulary import label as label_of

_PERCENT: Final = UserError("a whole number from 0 to 100 is expected.")
_REASON: Final = UserError("what is suspended, postponed, cancelled or passed on needs its reason.")
_NO_DAY: Final = UserError("Enter the new due date.")
_KEPT: Final = UserError("Fill in at least one field: what is left empty stays as it is.")


class _Changing(Dialog):
    """Asks for changes and writes them; what is refused is told at its field, and all stays typed.

    Attributes:
        fields: the fields by the names of what is refused.
    """

    fields: dict[str, Field]

    def __init__(self, desk: Desk, ids: Sequence[int], title: str, *, width: int) -> None:
        self._ids = ids
        self._count = label("context")
        self.saving = Act(desk, N_("Save"), self._save, icon="check", key="Enter")
        super().__init__(desk, title, (self.saving,), width=width)
        self.body.addWidget(self._count)
        for field in self.fields.values():
            self.body.addWidget(field)

    def dress(self) -> None:
        """Take the words anew."""
        super().dress()
        say = self._desk.say
        self._count.setText(say.plural("{n} outcome", "{n} outcomes", len(self._ids)))

    def asked(self) -> Changes | None:
        """Give what is asked for; None when a field says what is wrong."""
        raise NotImplementedError

    def _save(self) -> None:
        for field in self.fields.values():
            field.set_error(None)
        changes, ids, say = self.asked(), self._ids, self._desk.say
        if changes is None:
            return
        self._desk.write(
            "follow_ups.edit_many",
            lambda work: edit_many(work, ids, changes),
            lambda _: self.leave(),
            self._fail,
            told=lambda n: say.plural("{n} outcome changed", "{n} outcomes changed", n),
        )

    def _fail(self, error: Exception) -> None:
        if isinstance(error, FieldError) and error.path and error.path[-1] in self.fields:
            self._refuse(str(error.path[-1]), error.problem)
        else:
            self._desk.show_error(error)

    def _refuse(self, name: str, problem: UserError) -> None:
        self.fields[name].set_error(problem)
        self.fields[name].setFocus()


class DueDialog(_Changing):
    """Asks until when from now on, and why.

    Attributes:
        day: where it is typed; reason: why.
    """

    def __init__(self, desk: Desk, ids: Sequence[int]) -> None:
        self.day = DayField(desk)
        self.reason = LineEdit(desk)
        self.fields = {
            "due": Field(desk, N_("New due date"), self.day, N_("As 15/06 or Thursday.")),
            "reason": Field(desk, N_("Why? (kept in the history)"), self.reason),
        }
        super().__init__(desk, ids, N_("New due date"), width=460)

    def asked(self) -> Changes | None:
        """Give the new due date."""
        self.day.commit()
        if self.day.value is None:
            if not self.fields["due"].error:
                self._refuse("due", _NO_DAY)
            return None
        return Changes(due=self.day.value, reason=self.reason.text().strip())


class ChangeDialog(_Changing):
    """Asks for state, due date, who is in charge, priority and percent; empty ones stay.

    Attributes:
        state, percent, day, owners, priority, reason: where they are chosen and typed.
    """

    def __init__(self, desk: Desk, ids: Sequence[int]) -> None:
        self.state = Choice(desk, _codes(desk, FollowUpState))
        self.percent = LineEdit(desk, latin=True)
        self.day = DayField(desk)
        self.owners = OwnersField(desk)
        self.priority = Choice(desk, _codes(desk, Priority))
        self.reason = TextArea(desk, lines=2)
        self.fields = {
            "state": Field(desk, N_("State"), self.state, dense=True),
            "reason": Field(desk, N_("Why? (kept in the history)"), self.reason, dense=True),
            "percent": Field(desk, N_("Progress in percent"), self.percent, dense=True),
            "due": Field(desk, N_("Due date"), self.day, dense=True),
            "owners": Field(desk, N_("In charge"), self.owners, dense=True),
            "priority": Field(desk, N_("Priority"), self.priority, dense=True),
        }
        super().__init__(desk, ids, N_("Edit the selection"), width=520)

    def asked(self) -> Changes | None:
        """Give what is filled in."""
        self.day.commit()
        state, priority = str(self.state.value), str(self.priority.value)
        reason = self.reason.toPlainText().strip()
        percent = self._read_percent()
        if self.fields["due"].error or percent == _WRONG:
            return None
        if state in NEEDS_REASON and not reason:
            self._refuse("reason", _REASON)
            return None
        owners = self.owners.owners
        changes = Changes(
            state=FollowUpState(state) if state else None,
            percent=percent,
            due=self.day.value,
            priority=Priority(priority) if priority else None,
            in_charge=_in_charge(owners) if owners != Owners() else None,
            reason=reason,
        )
        if changes == Changes(reason=reason):
            self._refuse("state", _KEPT)
            return None
        return changes

    def _read_percent(self) -> int | None:
        """Read how far they are; None when nothing stands there."""
        typed = self.percent.text().strip().rstrip("%٪").strip()
        if not typed:
            return None
        if not typed.isdecimal() or int(typed) > 100:
            self._refuse("percent", _PERCENT)
            return _WRONG
        return int(typed)


_WRONG: Final = -1


def _in_charge(owners: Owners) -> InCharge:
    person = owners.person.uid if owners.person else None
    return InCharge(person, tuple(body.uid for body in owners.bodies), owners.text)


def _codes(desk: Desk, codes: type[StrEnum]) -> Callable[[], list[tuple[Hashable, str]]]:
    """Offer codes by their labels; the first leaves all as it is."""
    return lambda: [
        ("", desk.say("As it is")),
        *((code.value, label_of(code, desk.language)) for code in codes),
    ]
