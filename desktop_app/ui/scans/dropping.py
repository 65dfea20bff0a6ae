"""Scans dropped anywhere in the window, or chosen: looked at, then shown in one dialog."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from desktop_app.exchange.signed_copy import SUFFIXES
from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.drop_zone import DropZone

if TYPE_CHECKING:
    from desktop_app.exchange.scan_looking import Found
    from desktop_app.ui.tasks import Task
    from desktop_app.ui.widgets.overlay import Overlay


class Scans(QObject):
    """Takes files that are dropped where no zone of a page is for them.

    It filters what the system sends to the window; text fields do not see files then.

    Args:
        over: the window that files are dropped in, and dialogs stand over.
    """

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._over = over

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take files that may be scans; leave everything else alone."""
        if not isinstance(event, QDropEvent) or self._desk.store is None:  # moves are drops too
            return False
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not any(map(fits, files)) or self._is_for_a_zone(event, len(files)):
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self.take([file for file in files if fits(file)])
        return True

    def take(self, files: Sequence[Path]) -> None:
        """Look at scans, then show what each was recognised as."""
        from desktop_app.ui.scans.dialog import ScansDialog  # when some come in

        self._look(files, N_("Reading the scans"), ScansDialog)

    def check(self, files: Sequence[Path]) -> None:
        """Look at papers, then say of each whether it is the original."""
        from desktop_app.ui.scans.dialog import VerdictDialog  # when it is asked

        self._look(files, N_("Looking at the paper"), VerdictDialog)

    def ask_scans(self) -> None:
        """Ask for scans in the system's own dialogue."""
        self._ask(N_("Scans of signed papers"), self.take)

    def ask_paper(self) -> None:
        """Ask for a paper in the system's own dialogue."""
        self._ask(N_("Is this paper the original?"), self.check)

    def _look(
        self,
        files: Sequence[Path],
        title: str,
        dialog: "Callable[[Desk, Found], Overlay]",
    ) -> None:
        store = self._desk.store
        if store is None or not files:
            return

        def work(task: "Task[Found]") -> "Found":
            from desktop_app.exchange.scan_looking import look  # pdfium and the like

            return look(store, files, task.step)

        self._desk.runner.run(
            work, lambda found: self._desk.ask(dialog(self._desk, found)), title=title
        )

    def _ask(self, title: str, take: "Callable[[Sequence[Path]], None]") -> None:
        from PySide6.QtWidgets import QFileDialog  # rarely asked for

        dialog = QFileDialog(self._over, self._desk.say(title))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        dialog.setNameFilter(self._desk.say("Files ({patterns})", patterns=patterns))
        dialog.filesSelected.connect(lambda names: take([Path(name) for name in names]))
        dialog.open()

    def _is_for_a_zone(self, event: QDropEvent, files: int) -> bool:
        at = self._over.childAt(event.position().toPoint())
        while at is not None and not isinstance(at, DropZone):
            at = at.parentWidget()
        return files == 1 and at is not None


def fits(file: Path) -> bool:
    """Tell whether a file may be a scan, by its name."""
    return file.suffix.lower() in SUFFIXES
