"""What the minutes lack, each line with the field or the button that mends it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services import outcomes
from desktop_app.services.attendance import mark_rest
from desktop_app.services.closing import Lack
from desktop_app.services.directory import under_uids
from desktop_app.services.session_edits import edit_fields
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.day_field import DayField
from desktop_app.ui.naming.name_field import PersonField
from desktop_app.ui.naming.people_field import PeopleField
from desktop_app.ui.text import text_for
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.check_list import Check, CheckLine, State
from desktop_app.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from desktop_app.services.session_data import Session

_TITLES: Final = {
    "attendance": N_("Attendance not recorded"),
    "due": N_("No due date"),
    "signatory": N_("Nobody signs"),
    "owner": N_("Nobody in charge"),
    "rapporteur": N_("No rapporteur"),
    "chair": N_("Nobody presides"),
    "place": N_("No place"),
    "text": N_("Points without a line"),
    "second": N_("Only one signs"),
}
_DONE: Final = {
    "attendance": N_("Attendance recorded"),
    "due": N_("Due date set"),
    "signatory": N_("Who signs"),
    "owner": N_("In charge"),
    "rapporteur": N_("Rapporteur"),
    "chair": N_("Chair"),
    "place": N_("Place"),
    "text": N_("Points without a line"),
    "second": N_("Who signs"),
}
_SIGNING: Final = frozenset({"signatory", "second"})
_DAY: Final = 132
_NAME: Final = 200


class Mend(QObject):
    """A line of the list, and what is done when its field or button is used.

    Args:
        lack: what is missing.
        session: as it was when one asked to end it.

    Attributes:
        mended: emitted when it is no more missing.
        line: the widget.
        editor: where one types or what one presses to mend it; None when it is only told.
        is_done: whether it was mended.
    """

    mended = Signal()

    def __init__(self, desk: Desk, lack: Lack, session: "Session") -> None:
        super().__init__()
        self._desk = desk
        self.lack = lack
        self._session = session
        self.is_done = False
        self.editor: QWidget | None = None
        self._problem: UserError | None = None
        self._named: tuple[QWidget, str] | None = None
        act, editors = self._tools()
        self.line = CheckLine(desk, self._check(act), editors)
        self.setParent(self.line)
        self.editor = editors[0] if editors else None
        if self.line.button is not None and (lack.what in _SIGNING or not editors):
            self.editor = self.line.button
        self._show()
        desk.dressed.connect(self._show)

    @property
    def is_required(self) -> bool:
        """Whether it still stands in the way of finished minutes."""
        return self.lack.required and not self.is_done

    def commit(self) -> bool:
        """Take what was typed; tell whether nothing is wrong with it."""
        if isinstance(self.editor, LineEdit | DayField | PeopleField):
            self.editor.commit()
        return self._problem is None

    def _tools(self) -> tuple[Act | None, list[QWidget]]:
        """Make the fields and the button of a kind of gap."""
        what = self.lack.what
        if what == "attendance":
            return self._act(N_("Rest present"), self._mark_rest), []
        if what == "due":
            day = DayField(self._desk, placeholder=N_("Due date"))
            day.setFixedWidth(scaled(_DAY))
            self._named = (day, N_("Due date"))
            day.chosen.connect(self._take_day)
            day.problem.connect(self._show_problem)
            return self._act(N_("Ongoing"), self._mark_ongoing), [day]
        if what == "place":
            place = LineEdit(self._desk, placeholder=N_("Place"))
            place.setFixedWidth(scaled(_NAME))
            self._named = (place, N_("Place"))
            place.committed.connect(self._take_place)
            return None, [place]
        if what == "text":
            return None, []
        if what in _SIGNING:
            return self._signing()
        person = PersonField(self._desk, placeholder=_DONE[what])
        person.setFixedWidth(scaled(_NAME))
        self._named = (person, _DONE[what])
        person.chosen.connect(self._take_person)
        person.problem.connect(self._show_problem)
        return None, [person]

    def _signing(self) -> tuple[Act | None, list[QWidget]]:
        people = PeopleField(self._desk, placeholder=_DONE["signatory"])
        people.setFixedWidth(scaled(_NAME))
        people.show_people(self._session.signatories)
        self._named = (people, _DONE["signatory"])
        people.changed.connect(self._take_signatories)
        people.problem.connect(self._show_problem)
        if self._session.chair is None or self._session.rapporteur is None:
            return None, [people]
        return self._act(N_("Chair and rapporteur"), self._sign_both), [people]

    def _act(self, message: str, do: Callable[[], object]) -> Act:
        return Act(self._desk, message, do, key="Enter")  # when its button has the focus

    def _check(self, act: Act | None = None) -> Check:
        say, lack = self._desk.say, self.lack
        title = say((_DONE if self.is_done else _TITLES)[lack.what])
        if lack.count > 1 and not self.is_done:
            title = say("{what}: {n}", what=title, n=lack.count)
        detail = ""
        if lack.outcome is not None:
            detail = text_for(lack.outcome.text, self._desk.language)
        elif lack.what == "second" and not self.is_done:
            detail = say("With one signature they are a report.")
        if self._problem is not None:
            detail = say.error(self._problem)
        state: State = "done" if self.is_done else "required" if lack.required else "advised"
        return Check(title, state, detail, act)

    def _show(self) -> None:
        if self._named is not None:
            widget, message = self._named
            widget.setAccessibleName(self._desk.say(message))
        self.line.show_check(self._check(self.line.check.act))

    def _show_problem(self, problem: UserError | None) -> None:
        self._problem = problem
        self._show()

    def _done(self) -> None:
        self._problem = None
        self.is_done = True
        self._show()
        self.mended.emit()

    def _refuse(self, error: Exception) -> None:
        self.is_done = False
        if isinstance(error, UserError):
            self._show_problem(getattr(error, "problem", error))
        else:
            self._desk.show_error(error)
            self._show()
        self.mended.emit()

    # --- what mends ---

    def _mark_rest(self) -> None:
        session_id = self._session.id
        self._desk.write(
            "attendance.mark_rest",
            lambda work: mark_rest(work, session_id),
            failed=self._refuse,
        )
        self._done()

    def _take_day(self, on: date | None) -> None:
        if on is not None:
            self._change_outcome({("due",): on, ("ongoing",): False})

    def _mark_ongoing(self) -> None:
        self._change_outcome({("ongoing",): True, ("due",): None})

    def _take_person(self, person_id: int | None) -> None:
        if person_id is None:
            return
        what = self.lack.what
        if what == "owner":
            self._change_outcome({("owner_person",): person_id})
        else:
            self._change_session({(what,): person_id})

    def _take_signatories(self, people: tuple[int, ...]) -> None:
        self._change_session({("signatories",): list(people)})
        if not people:
            self.is_done = False
            self._show()

    def _sign_both(self) -> None:
        session = self._session
        if session.chair is not None and session.rapporteur is not None:
            both = dict.fromkeys((session.chair.id, session.rapporteur.id))
            self._change_session({("signatories",): list(both)})

    def _take_place(self, typed: str) -> None:
        if typed.strip():
            language = "fr" if self._desk.language == "fr" else "ar"
            far = self._session.type.remote
            path = ("place", "platform") if far else ("place", "room", language)
            self._change_session({path: typed})

    def _change_outcome(self, changes: Mapping[tuple[str, ...], object]) -> None:
        outcome = self.lack.outcome
        if outcome is not None:
            key = outcome.id
            self._desk.write(
                "outcomes.edit",
                lambda work: outcomes.edit(work, key, under_uids(work, changes)),
                failed=self._refuse,
            )
            self._done()

    def _change_session(self, changes: Mapping[tuple[str, ...], object]) -> None:
        key = self._session.id
        self._desk.write(
            "session_edits.edit_fields",
            lambda work: edit_fields(work, key, changes),
            failed=self._refuse,
        )
        self._done()


def mends_of(desk: Desk, lacks: tuple[Lack, ...], session: "Session") -> tuple[Mend, ...]:
    """Make a line for each gap; the end has a field of its own."""
    return tuple(Mend(desk, lack, session) for lack in lacks if lack.what != "end")
