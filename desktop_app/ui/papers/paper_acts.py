"""Print, save and send a paper from any page: what would go is seen first."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from db.codes import DocumentKind
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.scope import Scope
from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk

if TYPE_CHECKING:
    from desktop_app.ui.papers.outbox import Outbox


@dataclass(frozen=True, slots=True)
class Request:
    """A paper that a page asks for.

    Attributes:
        scope: what it is about.
    """

    kind: DocumentKind
    scope: Scope
    options: PaperOptions = field(default_factory=PaperOptions)


WAYS: Final = {
    "print": (N_("Print"), "printer", "Ctrl+P"),
    "save": (N_("PDF"), "file-pdf", "Ctrl+Shift+P"),
    "mail": (N_("E-mail"), "envelope-simple", "Ctrl+M"),
}
"""What can be done with a paper: words, icon, key."""


class PaperActs:
    """Three acts that a page shows and whose keys it hears.

    Each shows the paper first; the same key, or Enter, then does it.

    Args:
        make: tells which paper is wanted now; None when there is none.

    Attributes:
        acts: `print_act`, `save_act` and `mail_act`.
    """

    def __init__(self, desk: Desk, make: Callable[[], Request | None]) -> None:
        self._desk = desk
        self._make = make
        self._outbox: Outbox | None = None
        self.print_act, self.save_act, self.mail_act = self.acts = (
            self._act("print"),
            self._act("save"),
            self._act("mail"),
        )

    def set_offered(self, offered: bool, reason: str = "") -> None:
        """Offer them, or say why not."""
        for act in self.acts:
            act.set_offered(offered, reason)

    def show(self, way: str) -> QWidget | None:
        """Show the paper that is wanted now, about to be printed, saved or sent."""
        request = self._make()
        if request is None:
            return None
        from desktop_app.ui.papers.outbox import Outbox  # ReportLab, when needed
        from desktop_app.ui.papers.paper_dialog import PaperDialog

        self._outbox = self._outbox or Outbox()
        dialog = PaperDialog(self._desk, request, way, self._outbox)
        self._desk.ask(dialog)
        return dialog

    def _act(self, way: str) -> Act:
        message, icon, key = WAYS[way]
        return Act(self._desk, message, lambda: self.show(way), icon=icon, key=key)
