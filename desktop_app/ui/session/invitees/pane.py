"""The pane of those invited: named, taken from last time, answered, ordered."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from db.codes import Answer
from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services import invitees
from desktop_app.services.naming import record as record_person
from desktop_app.services.posts import posts_on
from desktop_app.services.validation import FieldError
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.posts import Note, Notes, notes_on
from desktop_app.ui.session.invitees.field import InviteField
from desktop_app.ui.session.invitees.group_dialog import GroupDialog, read_groups
from desktop_app.ui.session.invitees.rows import (
    CYCLE,
    Invitee,
    invitees_of,
    troubles_of,
)
from desktop_app.ui.session.invitees.table import InviteesTable
from desktop_app.ui.text import capitalised, text_for
from desktop_app.ui.theme import CARD_PADDING
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.restyle import restyle
from desktop_app.wording.vocabulary import label as label_of

if TYPE_CHECKING:
    from db.unit_of_work import Store, UnitOfWork
    from desktop_app.services.groups import Group
    from desktop_app.services.invitees import SameAgain
    from desktop_app.services.posts import Post
    from desktop_app.services.roster import Entry
    from desktop_app.services.session_data import Session
    from desktop_app.ui.desk import Desk

Asked = tuple[frozenset[int], date]
_ANSWERS: Final = (Answer.YES, Answer.NO, Answer.NONE)


class InviteesPane(QFrame):
    """A card: what adds people, then who is invited, then what they answered.

    Attributes:
        field: where somebody is named.
        table: those invited.
        notes: what came of inviting the same people again, until something else is done.
    """

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk = desk
        self._session: Session | None = None
        self._posts: Mapping[int, Post] = {}
        self._asked: Asked | None = None
        self._rows: list[Invitee] = []
        self._title = label("card-title")
        self._count = label("context")
        self.field = InviteField(desk)
        self.problem = label("note-red", wrap=True)
        self._refused: UserError | None = None
        self.notes = Notes(desk)
        self.table = InviteesTable(desk)
        self._foot = label("context", wrap=True)
        self._same = Act(desk, N_("Same attendees"), self._invite_same, icon="users", key="F4")
        self._group = Act(desk, N_("Group"), self._ask_group, icon="users-three", key="Shift+F4")
        self._on_row = self._acts_on_row()
        self._nothing = EmptyState(
            desk,
            "users",
            N_("Nobody invited yet"),
            N_("Name them above, or take those of the last session or of a group."),
        )
        self._lay_out()
        self.setFocusProxy(self.field)
        self._connect()
        self.dress()

    @property
    def acts(self) -> tuple[Act, ...]:
        """What can be done here; the acts on a row while the focus is on the list."""
        return (self._same, self._group, *self._on_row)

    def show_session(self, session: "Session") -> None:
        """Show who is invited to a session."""
        if self._session is None or self._session.id != session.id:
            self._posts, self._asked = {}, None
            self.field.clear()
            self._refuse(None)
            self.notes.show_notes(())
        self._session = session
        self._show(invitees_of(self._desk, session, self._posts))
        self._read_posts()

    def leave(self) -> None:
        """Nothing typed here waits to be kept."""

    def dress(self) -> None:
        """Take the words anew."""
        self._title.setText(self._desk.say("Invitees"))
        self._refuse(self._refused)
        if self._session is not None:
            self._show(invitees_of(self._desk, self._session, self._posts))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer the acts on a row while the focus is on the list."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._offer()
        return super().eventFilter(watched, event)

    # --- the pane ---

    def _acts_on_row(self) -> tuple[Act, ...]:
        desk = self._desk
        return (
            Act(desk, N_("Next answer"), self._turn, icon="check", key="Space"),
            Act(desk, N_("Confirmed"), partial(self._answer, Answer.YES), key="1"),
            Act(desk, N_("Declined"), partial(self._answer, Answer.NO), key="2"),
            Act(desk, N_("No answer"), partial(self._answer, Answer.NONE), key="0"),
            Act(desk, N_("Remove"), self._remove, icon="trash", key="Del"),
        )

    def _lay_out(self) -> None:
        head = QWidget()
        line = Flow(8)
        head.setLayout(line)
        titles = QWidget()
        row = QHBoxLayout(titles)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._count)
        line.addWidget(titles)
        line.addWidget(Button(self._desk, self._same, small=True))
        line.addWidget(Button(self._desk, self._group, small=True, show_key=False))
        top = QVBoxLayout()
        top.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 8)
        top.setSpacing(6)
        top.addWidget(head)
        top.addWidget(self.field)
        top.addWidget(self.problem)
        top.addWidget(self.notes)
        self._stack = QStackedLayout()
        foot = QFrame()
        foot.setProperty("kind", "pane-foot")
        under = QHBoxLayout(foot)
        under.setContentsMargins(CARD_PADDING, 8, CARD_PADDING, 8)
        under.addWidget(self._foot)
        self._end = foot
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(self._stack, 1)
        column.addWidget(foot)
        for part in (self.table, self._nothing):  # which a layout without parent would show
            self._stack.addWidget(part)

    def _connect(self) -> None:
        self.field.named.connect(self._invite)
        self.field.unknown.connect(self._invite_unknown)
        self.field.textEdited.connect(lambda _: self._refuse(None))
        self.table.installEventFilter(self)
        self.table.moved.connect(self._offer)
        self.table.opened.connect(lambda row: self._desk.go(Address("person", row.id)))
        self.table.pressed_on_answer.connect(self._turn)
        self._desk.dressed.connect(self.dress)
        self._desk.notifier.subscribe({"appointments"}, self._ask_again)

    def _show(self, rows: Iterable[Invitee]) -> None:
        self._rows = list(rows)
        self.field.leave_out = {row.id for row in self._rows}
        self.table.show_rows(self._rows)
        self._stack.setCurrentIndex(0 if self._rows else 1)
        self._count.setText(str(len(self._rows)))
        answers = [Answer.NONE if row.answer is Answer.SENT else row.answer for row in self._rows]
        say, language = self._desk.say, self._desk.language
        self._foot.setText(
            " · ".join(
                say("{what}: {n}", what=label_of(one, language, of="answer"), n=answers.count(one))
                for one in _ANSWERS
            )
        )
        self._end.setVisible(bool(self._rows))
        self._offer()

    def _offer(self) -> None:
        here = self.table.hasFocus() and self.table.current is not None
        for act in self._on_row:
            act.set_offered(here)

    def _read_posts(self) -> None:
        """Ask who left the post for which he is invited, once for the same people and day."""
        store, session = self._desk.store, self._session
        if store is None or session is None:
            return
        on = session.days[-1] if session.days else date.today()  # noqa: DTZ011 - the user's own day
        ids = [row.id for row in self._rows]
        asked = (frozenset(ids), on)
        if asked != self._asked:
            self._asked = asked
            self._desk.runner.run(lambda _: _posts(store, ids, on), partial(self._take, asked))

    def _take(self, asked: Asked, posts: Mapping[int, "Post"]) -> None:
        if asked == self._asked and self._session is not None:
            before, self._posts = self._posts, posts
            if _left(before) != _left(posts):
                self._show(invitees_of(self._desk, self._session, posts))

    def _ask_again(self) -> None:
        """Somebody got another post."""
        self._asked = None
        self._read_posts()

    # --- who is invited ---

    def _invite(self, entry: "Entry") -> None:
        """Invite a person, the people of a group or those of a body."""
        roster = self._desk.roster.now
        people = {one.id: one for one in roster.of("person")}
        ids: Iterable[int] = (entry.id,)
        if entry.kind == "group":
            ids = entry.members
        elif entry.kind == "body":
            ids = [one.id for one in people.values() if one.body_id == entry.id]
        here = {row.id for row in self._rows}
        new = [people[key] for key in ids if key in people and key not in here]
        name = text_for(entry.name, self._desk.language)
        if not new:
            said = (
                N_("Already invited: {name}")
                if entry.kind == "person"
                else N_("Nobody to add from: {name}")
            )
            self._desk.tell(self._desk.say(said, name=name))
            return
        self._show([*self._rows, *(self._row(one) for one in new)])
        self.table.choose(new[-1].id)
        added = [one.id for one in new]
        words = self._desk.say("Invited: {n}", n=len(added))
        self._write("invitees.invite", partial(_invite, person_ids=added), told=words)

    def _row(self, entry: "Entry") -> Invitee:
        return Invitee(
            id=entry.id,
            number="",
            name=text_for(entry.name, self._desk.language),
            about=capitalised(text_for(entry.about, self._desk.language)),
            civility=entry.civility,
            troubles=troubles_of(self._desk, entry.email),
        )

    def _invite_unknown(self, typed: str) -> None:
        today = date.today()  # noqa: DTZ011 - the user's own day
        self._write(
            "invitees.invite",
            partial(_invite_unknown, typed=typed, today=today),
            failed=partial(self._give_back, typed),
            told=self._desk.say("Added: {name}", name=typed.strip()[:60]),
        )

    def _give_back(self, typed: str, error: Exception) -> None:
        """What was refused stays where it was typed."""
        if not self.field.text():
            self.field.setText(typed)
        if isinstance(error, FieldError):
            self._refuse(error.problem)
        else:
            self._desk.show_error(error)

    def _refuse(self, problem: UserError | None) -> None:
        """Say at the field why nobody was added, or no more."""
        self._refused = problem
        words = capitalised(self._desk.say.error(problem)) if problem else ""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.field.setAccessibleDescription(words)
        restyle(self.field, "red" if words else "", "alarm")

    def _invite_same(self) -> None:
        today = date.today()  # noqa: DTZ011 - the user's own day
        self._write(
            "invitees.same_as_last",
            partial(_same, today=today),
            self._tell_same,
            told=lambda same: (
                self._desk.say("Came over: {n}", n=len(same.came_over)) if same.came_over else ""
            ),
        )

    def _tell_same(self, same: "SameAgain") -> None:
        say = self._desk.say
        if same.session_id is None:
            self._desk.tell(say("No earlier session like this one invited anybody."))
            return
        came = say("Came over: {n}", n=len(same.came_over))
        told = notes_on(self._desk, same.came_over)
        tone = "amber" if any(one.tone == "amber" for one in told) else "text2"
        words = " · ".join([came, *(one.words for one in told)])
        self.notes.show_notes([Note(words, "warning" if tone == "amber" else "check", tone)])

    def _ask_group(self) -> None:
        store = self._desk.store
        if store is None:
            return
        here = [row.id for row in self._rows]

        def ask(groups: "Sequence[Group]") -> None:
            dialog = GroupDialog(self._desk, groups, here)
            dialog.chosen.connect(
                lambda key: self._write("invitees.invite_group", partial(_group, group_id=key))
            )
            self._desk.ask(dialog)

        self._desk.runner.run(lambda _: read_groups(store), ask)

    # --- the row in hand ---

    def _turn(self) -> None:
        if (row := self.table.current) is not None:
            self._answer(CYCLE[row.answer])

    def _answer(self, answer: Answer) -> None:
        if (row := self.table.current) is not None and row.answer is not answer:
            self._show(replace(one, answer=answer) if one is row else one for one in self._rows)
            self._write("invitees.set_answer", partial(_set, person_id=row.id, answer=answer))

    def _remove(self) -> None:
        if (row := self.table.current) is None:
            return
        self.table.move_by(1 if row is not self._rows[-1] else -1)
        self._show(one for one in self._rows if one is not row)
        self._write(
            "invitees.uninvite",
            partial(_uninvite, person_id=row.id),
            told=self._desk.say("Not invited any more: {name}", name=row.name),
        )

    def _write(
        self,
        use_case: str,
        change: "Callable[[UnitOfWork, int], object]",
        done: Callable[..., object] = lambda _: None,
        *,
        failed: Callable[[Exception], object] | None = None,
        told: "str | Callable[[Any], str]" = "",
    ) -> None:
        """Write for the session that is shown; what is refused is shown as the record has it."""
        session = self._session
        if session is None:
            return
        self.notes.show_notes(())

        def refuse(error: Exception) -> None:
            if self._session is session:
                self._show(invitees_of(self._desk, session, self._posts))
            (failed or self._desk.show_error)(error)

        key = session.id
        self._desk.write(use_case, lambda work: change(work, key), done, refuse, told=told)


def _left(posts: Mapping[int, "Post"]) -> set[int]:
    return {key for key, post in posts.items() if post.left}


def _posts(store: "Store", ids: list[int], on: date) -> dict[int, "Post"]:
    with store.read() as reading:
        return {post.person.id: post for post in posts_on(reading, ids, on)}


def _invite(work: "UnitOfWork", session_id: int, person_ids: list[int]) -> None:
    invitees.invite(work, session_id, person_ids)


def _invite_unknown(work: "UnitOfWork", session_id: int, typed: str, today: date) -> None:
    invitees.invite(work, session_id, [record_person(work, typed, today)])


def _same(work: "UnitOfWork", session_id: int, today: date) -> "SameAgain":
    return invitees.same_as_last(work, session_id, today)


def _group(work: "UnitOfWork", session_id: int, group_id: int) -> None:
    invitees.invite_group(work, session_id, group_id)


def _set(work: "UnitOfWork", session_id: int, person_id: int, answer: Answer) -> None:
    invitees.set_answer(work, session_id, person_id, answer)


def _uninvite(work: "UnitOfWork", session_id: int, person_id: int) -> None:
    invitees.uninvite(work, session_id, [person_id])
