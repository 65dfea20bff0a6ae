"""The page of the minutes: real text, a line a block, each with its time and what came of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTextEdit

from db.codes import InterventionKind, OutcomeKind
from desktop_app.services.session_data import Session
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.minutes.lines import Line
from desktop_app.wording.bilingual import PaperLanguage


class MinutesEditor(QTextEdit):
    """Writes the lines of one point of the agenda in one language; keeps them by itself.

    Attributes:
        lines_changed: emitted when `lines` or `captured` changed.
        saved: emitted when what was typed is kept.
        failed: emitted with what went wrong; the text stays and is tried again.
        current_changed: emitted when another line has the caret.
    """

    lines_changed = Signal()
    saved = Signal()
    failed = Signal(Exception)
    current_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the page in front, as they stand now; empty ones are left out."""
        return ()

    @property
    def captured(self) -> tuple[Line, ...]:
        """All outcomes of the session as they stand now, of every point of the agenda."""
        return ()

    @property
    def current(self) -> Line | None:
        """The line that has the caret; None while it is empty."""
        return None

    @property
    def pending(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return False

    def show_page(self, session: Session, item_id: int | None, language: PaperLanguage) -> None:
        """Show the lines of a point of the agenda (None: those of no point)."""

    def set_kind(self, kind: OutcomeKind | None) -> None:
        """Make the current line an outcome of a kind; the same kind again makes it plain."""

    def set_spoken(self, kind: InterventionKind, speakers: tuple[int, ...]) -> None:
        """Say what the current line is: a note, or what somebody said."""

    def set_speaker(self, person_id: int | None) -> None:
        """Say who speaks now; phrases name him."""

    def insert_phrase(self, text: str) -> None:
        """Put a phrase at the caret: Tab and Shift+Tab walk its … blanks."""

    def move_line(self, by: int) -> None:
        """Move the current line up (-1) or down (1)."""

    def ask_due(self) -> None:
        """Offer days for the current line."""

    def go_to_line(self, uid: str) -> None:
        """Put the caret at the end of a line of the page in front."""

    def set_zoom(self, pixels: int) -> None:
        """Show the text 12 to 20 pixels high."""

    def flush(self) -> None:
        """Keep what was typed now."""
