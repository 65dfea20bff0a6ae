"""What scans were recognised as, each with its paper; one Enter keeps them all."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.exchange.scan_looking import Found, Looked
from desktop_app.exchange.signed_copy import Scan
from desktop_app.i18n import N_, Catalogue
from desktop_app.services.scan_words import scan_words, verdict_words
from desktop_app.services.scans import Match, PaperFound, Recognised, keep
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.history_words import CODES
from desktop_app.ui.text import listed, short_day
from desktop_app.ui.theme import GAP
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.labels import LineLabel, label

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_WIDTH: Final = 680
_ICON: Final = 20
_SURE: Final = ("check-circle-fill", "green")
_DOUBTED: Final = ("warning", "amber")
_REFUSED: Final = ("warning-circle", "red")
_ICONS: Final[Mapping[Match, tuple[str, str]]] = {
    Match.ORIGINAL: _SURE,
    Match.SIGNED_COPY: _SURE,
    Match.CODE: _SURE,
    Match.OLDER: _DOUBTED,
    Match.OTHER_WORDS: _REFUSED,
    Match.UNKNOWN: _DOUBTED,
    Match.NO_CODE: _DOUBTED,
}


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


class FileLine(QFrame):
    """A file, what is said of it, and the paper that it is kept with.

    Args:
        known: what it was recognised as; None when it was not taken.
        said: says it in words.
        choice: of the paper, where one can be chosen.
    """

    def __init__(
        self,
        desk: Desk,
        looked: Looked,
        known: Recognised | None,
        said: Callable[[Catalogue, Recognised], str],
        choice: Choice | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("kind", "check")
        self._desk = desk
        self._known = known
        self._said = said
        self.looked = looked
        self.choice = choice
        self._icon = QLabel()
        self._name, self._paper, self._note = LineLabel("strong"), label(), label("context")
        self._name.setText(looked.file.name)
        self._name.setObjectName("recorded")
        self._paper.setObjectName("recorded")
        self._note.setObjectName("recorded")
        for words in (self._paper, self._note):
            words.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(4)
        for widget in (self._name, self._note, self._paper, choice):
            if widget is not None:
                column.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 10)
        row.setSpacing(GAP)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        desk.dressed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        desk, known = self._desk, self._known
        name, tone = _REFUSED if known is None else _ICONS[known.match]
        if known is not None and known.is_of_no_session and self._said is scan_words:
            name, tone = _DOUBTED
        self._icon.setPixmap(desk.icons.pixmap(name, desk.tokens.ink(tone), _ICON))
        error = self.looked.error
        if known is not None:
            self._note.setText(self._said(desk.say, known))
        elif error is not None:
            self._note.setText(desk.say.error(error))
        paper = known.paper if known is not None and self.choice is None else None
        self._paper.setText(paper_words(desk, paper) if paper else "")
        self._paper.setVisible(paper is not None)
        if self.choice is not None:
            self.choice.setAccessibleName(desk.say("Kept with"))


class ScansDialog(Dialog):
    """Lists scans; Enter keeps each with the paper that it shows.

    Attributes:
        lines: one for each paper of each scan.
    """

    def __init__(self, desk: Desk, found: Found) -> None:
        self._waiting = found.waiting
        self._keep_act = Act(
            desk, N_("Keep the signed copies"), self._keep, icon="seal-check", key="Enter"
        )
        super().__init__(desk, N_("Scans of signed papers"), (self._keep_act,), width=_WIDTH)
        self.body.setSpacing(0)
        self.lines = [
            FileLine(desk, looked, known, scan_words, self._choice(known))
            for looked, known in _each(found)
        ]
        for line in self.lines:
            self.body.addWidget(line)
        self._offer()

    def show_over(self, window: QWidget) -> None:
        """Cover the window; the focus is on the first scan whose paper must be chosen."""
        super().show_over(window)
        buttons = (one for one in self.card.findChildren(Button) if one.act is self._keep_act)
        unread = (line.choice for line in self.lines if line.choice and line.choice.value == 0)
        next(unread, next(buttons)).setFocus()

    def _choice(self, known: Recognised | None) -> Choice | None:
        if known is None or known.match is Match.SIGNED_COPY or known.is_of_no_session:
            return None
        papers = {paper.id: paper for paper in self._waiting}
        if known.paper is not None:
            papers = {known.paper.id: known.paper} | papers

        def choices() -> Sequence[tuple[int, str]]:
            named = [(id_, paper_words(self._desk, paper)) for id_, paper in papers.items()]
            return ((0, self._desk.say("Do not keep")), *named)

        choice = Choice(self._desk, choices)
        choice.choose(known.paper.id if known.can_be_kept and known.paper else 0)
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
    """Says of each file whether it is the paper that was issued.

    Attributes:
        lines: one for each paper of each file.
    """

    def __init__(self, desk: Desk, found: Found) -> None:
        super().__init__(desk, N_("Is this paper the original?"), width=_WIDTH)
        self.close_act.set_message(N_("Close"))
        self.body.setSpacing(0)
        self.lines = [
            FileLine(desk, looked, known, verdict_words) for looked, known in _each(found)
        ]
        for line in self.lines:
            self.body.addWidget(line)


def _each(found: Found) -> Iterator[tuple[Looked, Recognised | None]]:
    for looked in found.files:
        for known in looked.known or (None,):
            yield looked, known
