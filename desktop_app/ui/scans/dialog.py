"""What scans were recognised as, each with its paper; one Enter keeps them all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.exchange.scan_looking import Found, Looked
from desktop_app.exchange.signed_copy import Scan
from desktop_app.i18n import N_
from desktop_app.services.scan_words import scan_words, verdict_words
from desktop_app.services.scans import Match, PaperFound, Recognised, keep
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.history_words import CODES
from desktop_app.ui.text import listed, short_day
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import LineLabel, label

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_WIDTH: Final = 680


def paper_words(desk: Desk, paper: PaperFound) -> str:
    """Name an issued paper: what it is, its number, day, language and version."""
    say = desk.say
    parts = [
        say(CODES[paper.kind]),
        paper.reference,
        short_day(paper.dated, desk.language) if paper.dated else "",
        say(CODES[paper.language]),
        say("Version {n}", n=paper.version) if paper.latest > 1 else "",
    ]
    return listed(parts, right_to_left=say.right_to_left)


@dataclass(slots=True)
class ScanLine:
    """A scan and the paper that it is kept with.

    Attributes:
        choice: which paper; None where nothing can be kept.
    """

    looked: Looked
    known: Recognised | None
    frame: QFrame
    choice: Choice | None = None


class ScansDialog(Dialog):
    """Lists scans; Enter keeps each with the paper that it shows.

    Attributes:
        lines: one for each paper of each scan.
    """

    def __init__(self, desk: Desk, found: Found) -> None:
        self._waiting = found.waiting
        self._keep_act = Act(
            desk, N_("Keep the signed copies"), self._keep, icon="seal-check", key="Ctrl+Enter"
        )
        super().__init__(desk, N_("Scans of signed papers"), (self._keep_act,), width=_WIDTH)
        self.lines = [
            self._line(looked, known) for looked in found.files for known in looked.known or (None,)
        ]
        for line in self.lines:
            self.body.addWidget(line.frame)
        self._offer()

    def act_of(self, key: str) -> Act | None:
        """Let Enter keep them, wherever the focus is."""
        return self._keep_act if key == "Enter" else super().act_of(key)

    def show_over(self, window: QWidget) -> None:
        """Cover the window; the focus is on the first scan whose paper must be chosen."""
        super().show_over(window)
        open_ones = [line.choice for line in self.lines if line.choice and line.choice.value == 0]
        if open_ones:
            open_ones[0].setFocus()
        else:
            buttons = self.card.findChildren(Button)
            next(one for one in buttons if one.act is self._keep_act).setFocus()

    def _line(self, looked: Looked, known: Recognised | None) -> ScanLine:
        frame = QFrame()
        frame.setProperty("kind", "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        name, note = LineLabel("strong"), label("hint", wrap=True)
        name.setText(looked.file.name)
        column.addWidget(name)
        line = ScanLine(looked, known, frame)
        if known is None:
            note.setText(self._desk.say.error(looked.error) if looked.error else "")
        else:
            note.setText(scan_words(self._desk.say, known))
        column.addWidget(note)
        if known is not None and known.match is not Match.SIGNED_COPY:
            line.choice = self._choice(known)
            field = Field(self._desk, N_("Kept with"), line.choice)
            column.addWidget(field)
        return line

    def _choice(self, known: Recognised) -> Choice:
        papers = {paper.id: paper for paper in self._waiting}
        if known.paper is not None and known.paper.session_id is not None:
            papers = {known.paper.id: known.paper} | papers

        def choices() -> Sequence[tuple[int, str]]:
            named = [(id_, paper_words(self._desk, paper)) for id_, paper in papers.items()]
            return ((0, self._desk.say("Do not keep")), *named)

        choice = Choice(self._desk, choices)
        choice.choose(known.paper.id if known.can_be_kept and known.paper else 0)
        choice.setMinimumWidth(scaled(200))
        choice.chosen.connect(lambda _: self._offer())
        return choice

    def _wanted(self) -> list[tuple[int, Scan]]:
        return [
            (line.choice.value, line.looked.scan)
            for line in self.lines
            if line.choice and line.looked.scan and isinstance(line.choice.value, int)
            if line.choice.value
        ]

    def _offer(self) -> None:
        self._keep_act.set_offered(bool(self._wanted()), N_("No scan has a paper yet"))

    def _keep(self) -> None:
        wanted = self._wanted()
        today = date.today()  # noqa: DTZ011 - the user's own day

        def change(work: "UnitOfWork") -> None:
            for document_id, scan in wanted:
                keep(work, document_id, scan.data, scan.media_type, today)

        say = self._desk.say
        told = say.plural("{n} signed copy is kept", "{n} signed copies are kept", len(wanted))
        self._desk.write("scans.keep", change, told=told)
        self.leave()


class VerdictDialog(Dialog):
    """Says of each file whether it is the paper that was issued."""

    def __init__(self, desk: Desk, found: Found) -> None:
        super().__init__(desk, N_("Is this paper the original?"), width=_WIDTH)
        self.close_act.set_message(N_("Close"))
        for looked in found.files:
            for known in looked.known or (None,):
                self.body.addLayout(self._line(looked, known))

    def _line(self, looked: Looked, known: Recognised | None) -> QVBoxLayout:
        say = self._desk.say
        said = label("", wrap=True)
        about = label("context", wrap=True)
        if known is None:
            said.setText(say.error(looked.error) if looked.error else "")
        else:
            said.setText(verdict_words(say, known))
        paper = known.paper if known else None
        about.setText(paper_words(self._desk, paper) if paper else looked.file.name)
        column = QVBoxLayout()
        column.addWidget(about)
        column.addWidget(said)
        return column
