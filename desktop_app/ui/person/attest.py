"""Which attestations, in which language, and what becomes of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from desktop_app.i18n import N_
from desktop_app.services.person_file import SessionOfPerson
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.kinds import LANGUAGE_LABELS
from desktop_app.ui.papers.usual import usual_language
from desktop_app.ui.person.columns import attestation_column, session_columns
from desktop_app.ui.theme import ICON, ROW_HEIGHT, TABLE_HEADER_HEIGHT, scaled
from desktop_app.ui.widgets.columns import Canvas, Column
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.labels import card, label
from desktop_app.ui.widgets.rows import start_of
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.table import Table

_FEWEST_ROWS, _MOST_ROWS = 3, 7


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was chosen.

    Attributes:
        session_ids: the sessions to attest, the latest first.
        language: a key of `papers.kinds.LANGUAGES`.
    """

    session_ids: tuple[int, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Ways:
    """What can become of attestations."""

    print_: Callable[[Wanted], object]
    save: Callable[[Wanted], object]
    send: Callable[[Wanted], object]


class AttestDialog(Dialog):
    """Offers the latest session attended; another is chosen by the arrows, several by Space.

    Args:
        sessions: those attended, the latest first.
        ways: what becomes of the attestations.
        all_chosen: whether all of them are ticked to begin with.
    """

    def __init__(
        self, desk: Desk, sessions: Sequence[SessionOfPerson], ways: Ways, *, all_chosen: bool
    ) -> None:
        def act(message: str, do: Callable[[Wanted], object], icon: str, key: str) -> Act:
            return Act(desk, message, lambda: self._answer(do), icon=icon, key=key)

        self.print_act = act(N_("Print"), ways.print_, "printer", "Enter")
        self.save_act = act(N_("PDF"), ways.save, "file-pdf", "Ctrl+Shift+P")
        self.send_act = act(N_("E-mail"), ways.send, "envelope-simple", "Ctrl+M")
        self._sessions = tuple(sessions)
        self._ticked = {session.id for session in sessions} if all_chosen else set[int]()
        self._caption = label("context")
        self._hint = label("hint")
        super().__init__(
            desk,
            N_("Attestation of attendance"),
            (self.print_act, self.save_act, self.send_act),
            width=760,
        )
        switch = Act(desk, N_("Language of the paper"), self._next_language, key="F3")
        self.acts = (*self.acts, switch)
        self.table = _Sessions(desk, self._columns(desk), self._tick)
        self.languages = Segmented(desk, N_("Language of the paper"), LANGUAGE_LABELS)
        self.languages.choose(usual_language(desk))
        self._fill()

    @property
    def wanted(self) -> Wanted:
        """What is ticked, or the row that the focus is on when nothing is."""
        rows = [row for row in self._sessions if row.id in self._ticked]
        if not rows and self.table.current is not None:
            rows = [self.table.current]
        return Wanted(tuple(row.id for row in rows), self.languages.value)

    def dress(self) -> None:
        """Take the words anew."""
        self._caption.setText(self._desk.say("Language of the paper"))
        self._hint.setText(self._desk.say("Space ticks several sessions: one attestation each."))
        super().dress()

    def _columns(self, desk: Desk) -> tuple[Column[SessionOfPerson], ...]:
        def tick(row: SessionOfPerson) -> Tick:
            ticked = row.id in self._ticked
            return Tick(ticked, desk.say("ticked") if ticked else desk.say("not ticked"))

        ticks: Column[SessionOfPerson] = Column("ticked", "", tick)
        return (ticks, *session_columns(desk)[1:], attestation_column())

    def _fill(self) -> None:
        frame, column = card()
        column.addWidget(self.table)
        self.body.addWidget(frame)
        self.body.addWidget(self._hint)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._caption)
        row.addWidget(self.languages)
        row.addStretch(1)
        self.body.addLayout(row)
        self.table.show_rows(self._sessions)
        self._offer()

    def _tick(self, row: SessionOfPerson) -> None:
        self._ticked ^= {row.id}
        self._offer()

    def _offer(self) -> None:
        one = len(self.wanted.session_ids) == 1
        self.send_act.set_offered(one, N_("One attestation goes with one e-mail."))

    def _next_language(self) -> None:
        values = list(LANGUAGE_LABELS)
        here = values.index(self.languages.value)
        self.languages.choose(values[(here + 1) % len(values)])

    def _answer(self, do: Callable[[Wanted], object]) -> None:
        wanted = self.wanted
        self.leave()
        do(wanted)


@dataclass(frozen=True, slots=True)
class Tick:
    """A box that is ticked or not.

    Attributes:
        label: says which, to a screen reader.
    """

    ticked: bool
    label: str

    def width(self) -> float:
        """The room it asks for."""
        return ICON

    def paint(self, canvas: Canvas, box: QRectF) -> bool:
        """The box alone."""
        icon = "check-square-fill" if self.ticked else "square"
        ink = canvas.tokens.ink("accent" if self.ticked else "text2")
        canvas.icons.paint(canvas.painter, icon, ink, start_of(box, ICON, canvas.layout))
        return False


class _Sessions(Table[SessionOfPerson]):
    """A table whose rows are ticked by Space, or by a click on their box."""

    def __init__(
        self,
        desk: Desk,
        columns: Sequence[Column[SessionOfPerson]],
        tick: Callable[[SessionOfPerson], object],
    ) -> None:
        super().__init__(desk, N_("Sessions attended"), columns)
        self._tick = tick
        self.clicked.connect(
            lambda index: self._tick_at(index.row()) if not index.column() else None
        )
        self.moved.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        """Room for a few rows; the others are scrolled to."""
        rows = min(max(self.rows.rowCount(), _FEWEST_ROWS), _MOST_ROWS)
        return QSize(400, scaled(TABLE_HEADER_HEIGHT) + rows * scaled(ROW_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks the row that the focus is on."""
        if event.key() == Qt.Key.Key_Space:
            self._tick_at(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _tick_at(self, at: int) -> None:
        if (row := self.rows.row(at)) is not None:
            self._tick(row)
            self.viewport().update()
