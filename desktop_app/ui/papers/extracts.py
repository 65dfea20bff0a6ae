"""Extracts of the outcomes that are chosen in a list: of the one in hand, or one for each owner."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from db.codes import DocumentKind
from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.paper_acts import PaperActs, Request
from desktop_app.ui.papers.usual import usual_language

if TYPE_CHECKING:
    from db.unit_of_work import Store
    from desktop_app.ui.tasks import Task


def acts_for_owner(desk: Desk, kind: str, owner: Callable[[], int | None]) -> PaperActs:
    """Make acts for the extract of what one person, or one body, has in hand.

    Args:
        desk: of the window.
        kind: ``person`` or ``body``.
        owner: tells the id of who is shown now.
    """

    def request() -> Request | None:
        from desktop_app.documents.extract import of_body, of_person  # when it is asked for

        key = owner()
        if key is None:
            return None
        return Request(DocumentKind.EXTRACT, (of_person if kind == "person" else of_body)(key))

    papers = PaperActs(desk, request)
    papers.print_act.set_message(N_("Extract"))
    return papers


class Extracts:
    """One act for a list of outcomes.

    Args:
        over: the widget that dialogs stand over.
        key: that does the act.

    Attributes:
        act: with one outcome chosen, shows its extract; with several, saves one for each who is
            in charge of them, with all that each has in hand.
    """

    def __init__(self, desk: Desk, over: QWidget, key: str) -> None:
        self._desk = desk
        self._over = over
        self._chosen: Sequence[int] = ()
        self._paper = PaperActs(desk, self._of_one)
        self.act = Act(desk, N_("Extract"), self._ask, icon="file-text", key=key)

    def show_chosen(self, outcome_ids: Sequence[int]) -> None:
        """Say what the act would do with the outcomes that are chosen now."""
        self._chosen = outcome_ids
        many = len(outcome_ids) > 1
        self.act.set_message(N_("Extract for each owner") if many else N_("Extract"))
        self.act.set_offered(bool(outcome_ids), N_("Choose an outcome first"))

    def save_to(self, folder: Path, outcome_ids: Sequence[int]) -> None:
        """Save the extract of each owner in a folder, and keep each as issued."""
        store, language = self._desk.store, usual_language(self._desk)
        if store is None:
            return
        self._desk.runner.run(
            lambda task: _save(store, folder, outcome_ids, language, task),
            partial(self._tell, folder),
            title=N_("Saving the files"),
        )

    def _ask(self) -> None:
        if len(self._chosen) == 1:
            self._paper.show("print")
            return
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        dialog = QFileDialog(self._over, self._desk.say("Folder for the files"), documents)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        chosen = tuple(self._chosen)
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name), chosen))
        dialog.open()

    def _of_one(self) -> Request | None:
        store = self._desk.store
        if store is None:
            return None
        from desktop_app.documents.extract import of_outcome  # when it is asked for
        from desktop_app.services.followed import session_of

        (outcome_id,) = self._chosen
        with store.read() as reading:
            session_id = session_of(reading, outcome_id)
        return Request(DocumentKind.EXTRACT, of_outcome(session_id, outcome_id))

    def _tell(self, folder: Path, saved: int) -> None:
        say = self._desk.say
        if not saved:
            self._desk.tell(say("Nobody is in charge of what is chosen: no file was saved"))
            return
        open_it = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(folder)))
        words = say.plural("{n} file saved", "{n} files saved", saved)
        self._desk.tell(words, Act(self._desk, N_("Open folder"), open_it))


def _save(
    store: "Store", folder: Path, outcome_ids: Sequence[int], language: str, task: "Task[int]"
) -> int:
    """Make, keep and save them one by one; those made stay when the others are given up."""
    from desktop_app.documents.extract import for_owners  # ReportLab, when needed
    from desktop_app.documents.rendering import as_issued, issue, render
    from desktop_app.exchange.writing import write_whole
    from desktop_app.services.outputs import record_saved
    from desktop_app.ui.papers.batch import free_place
    from desktop_app.ui.papers.kinds import LANGUAGES

    with store.read() as reading:
        scopes = for_owners(reading, outcome_ids)
    for done, scope in enumerate(scopes):
        task.step(done, len(scopes))
        with store.write("papers.save_each") as work:
            rendered = as_issued(
                work, render(work, DocumentKind.EXTRACT, scope, LANGUAGES[language])
            )
            file = free_place(folder, rendered.file_name, rendered.pdf)
            record_saved(work, issue(work, rendered), file.name)
            write_whole(file, rendered.pdf)
    return len(scopes)
