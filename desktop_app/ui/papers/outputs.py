"""A paper printed or saved, and kept as issued when it was."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from db.codes import DocumentKind
from db.unit_of_work import Store
from desktop_app.documents.attesting import attest
from desktop_app.documents.rendering import Rendered, as_issued, issue
from desktop_app.exchange.writing import write_whole
from desktop_app.i18n import N_
from desktop_app.services.outputs import record_print, record_saved
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.batch import people_of, save_each
from desktop_app.ui.papers.printing import make_printer, print_pages
from desktop_app.ui.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.papers.preview import Wanted


@dataclass(frozen=True, slots=True)
class _Progress:
    saved: int
    of: int
    folder: Path


class Outputs(QObject):
    """Asks where a paper goes, and brings it there off the window's thread.

    Args:
        over: the widget that dialogs stand over.
    """

    _stopped = Signal(object)

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._over = over
        self._printer: QPrinter | None = None
        self._stopped.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)

    def ask_printer(self, rendered: Rendered) -> None:
        """Ask the system's own dialog which printer, which pages, how many copies."""
        self._printer = printer = make_printer(Path(rendered.file_name).stem)
        dialog = QPrintDialog(printer, self._over)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setMinMax(1, rendered.pages)
        dialog.accepted.connect(lambda: self.print_on(printer, rendered))
        QDialog.open(dialog)

    def print_on(self, printer: QPrinter, rendered: Rendered) -> Task[None]:
        """Print a paper, and keep it as issued when it was printed."""
        store = self._desk.store
        name = printer.printerName() or Path(printer.outputFileName()).name
        copies = printer.copyCount()

        def work(task: Task[None]) -> None:
            paper = _with_code(rendered, store)
            print_pages(printer, paper.pdf, task)
            if store is not None:
                with store.write("papers.print") as work:
                    record_print(work, issue(work, paper), name, copies)

        say = self._desk.say
        return self._desk.runner.run(
            work,
            lambda _: self._desk.tell(say("The paper was sent to the printer")),
            lambda error: self._desk.show_error(
                error,
                self._act(N_("Other printer"), lambda: self.ask_printer(rendered), "printer"),
                self._act(N_("Save as PDF"), lambda: self.ask_file(rendered), "file-pdf"),
            ),
            title=N_("Printing"),
        )

    def ask_file(self, rendered: Rendered) -> None:
        """Ask where to save a paper."""
        dialog = QFileDialog(self._over, self._desk.say("Save as"), _documents())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(rendered.file_name)
        dialog.fileSelected.connect(lambda name: self.save_as(Path(name), rendered))
        dialog.open()

    def save_as(self, path: Path, rendered: Rendered) -> None:
        """Save a paper as a file, and keep it as issued when it is there."""
        store = self._desk.store

        def work(_: object) -> None:
            paper = _with_code(rendered, store)
            write_whole(path, paper.pdf)
            if store is not None:
                with store.write("papers.save") as work:
                    record_saved(work, issue(work, paper), path.name)

        self._desk.runner.run(
            work,
            lambda _: self._desk.tell(
                self._desk.say("Saved: {file}", file=path.name), self._open(path.parent)
            ),
            lambda error: self._desk.show_error(
                error,
                self._act(N_("Try again"), lambda: self.save_as(path, rendered), "arrow-clockwise"),
                self._act(N_("Save as"), lambda: self.ask_file(rendered)),
            ),
        )

    def ask_folder(self, wanted: "Wanted", rendered: Rendered) -> None:
        """Ask where to save the papers of all persons, one file each."""
        dialog = QFileDialog(self._over, self._desk.say("Folder for the files"), _documents())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.save_each(Path(name), wanted, rendered))
        dialog.open()

    def save_each(self, folder: Path, wanted: "Wanted", rendered: Rendered) -> "Task[None] | None":
        """Save the papers of all persons in a folder, one file each, and keep each as issued."""
        store = self._desk.store
        if store is None:
            return None
        people = people_of(rendered.material)

        def work(task: Task[None]) -> None:
            saved: list[Path] = []

            def next_one(file: Path) -> None:
                saved.append(file)
                task.step(len(saved), len(people))

            try:
                task.step(0, len(people))
                save_each(store, wanted, people, folder, next_one)
            finally:
                self._stopped.emit(_Progress(len(saved), len(people), folder))

        return self._desk.runner.run(work, lambda _: None, title=N_("Saving the files"))

    def keep_as_issued(self, rendered: Rendered, store: Store) -> None:
        """Keep a paper as it stands, though it goes nowhere yet; an attestation is numbered."""

        def work(_: object) -> None:
            material, people = rendered.material, rendered.material.options.people
            with store.write("papers.issue") as work:
                if rendered.kind is DocumentKind.ATTESTATION and len(people) == 1:
                    session_id, languages = material.session.id, rendered.paper.languages
                    attest(work, session_id, people[0], languages, material.options)
                else:
                    issue(work, rendered)

        say = self._desk.say
        self._desk.runner.run(work, lambda _: self._desk.tell(say("The paper is kept as issued")))

    def _tell_progress(self, progress: _Progress) -> None:
        saved, of = progress.saved, progress.of
        if not saved:
            return
        say = self._desk.say
        words = (
            say.plural("{n} file saved", "{n} files saved", of)
            if saved == of
            else say(
                "Only {saved} of {of} files were saved; those that are there are whole.",
                saved=saved,
                of=of,
            )
        )
        self._desk.tell(words, self._open(progress.folder))

    def _open(self, folder: Path) -> Act:
        url = QUrl.fromLocalFile(str(folder))
        return self._act(N_("Open folder"), partial(QDesktopServices.openUrl, url))

    def _act(self, message: str, do: "Callable[[], object]", icon: str = "") -> Act:
        return Act(self._desk, message, do, icon=icon)


def _with_code(rendered: Rendered, store: Store | None) -> Rendered:
    if store is None:
        return rendered
    with store.read() as reading:
        return as_issued(reading, rendered)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
