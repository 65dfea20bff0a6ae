"""Attestations of one person handed out: printed, saved as files, sent by mail."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop_app.direction import ltr
from desktop_app.documents.attesting import Attestation, attest
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.rendering import render
from desktop_app.exchange.writing import write_whole
from desktop_app.i18n import N_
from desktop_app.services.outputs import record_print, record_saved
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.batch import free_place
from desktop_app.ui.papers.kinds import LANGUAGES
from desktop_app.ui.papers.outbox import Outbox
from desktop_app.ui.papers.pdf import joined
from desktop_app.ui.papers.printing import make_printer, print_pages
from desktop_app.ui.person.attest import Wanted
from desktop_app.ui.tasks import Result, Task

if TYPE_CHECKING:
    from db.unit_of_work import Store

Given = list[Attestation]


class Handing:
    """Asks for printer or place first, so that what is given up uses up no number.

    Args:
        page: over which Qt's own dialogs stand.
    """

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._desk = desk
        self._page = page
        self._outbox = Outbox()

    def ask_printer(self, person_id: int, wanted: Wanted) -> None:
        """Ask which printer, then make, keep and print."""
        printer = make_printer(self._desk.say("Attestation of attendance"))
        dialog = QPrintDialog(printer, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_on(printer, person_id, wanted))
        QDialog.open(dialog)

    def print_on(self, printer: QPrinter, person_id: int, wanted: Wanted) -> None:
        """Make and keep them, then print them as one job."""
        self._run(
            lambda store, task: _give(store, person_id, wanted, task),
            lambda given: self._print(printer, given),
            N_("Preparing the paper"),
        )

    def ask_place(self, person_id: int, wanted: Wanted) -> None:
        """Ask where to, then make, keep and save: one file, or several in a folder."""
        if len(wanted.session_ids) > 1:
            folder = self._dialog(N_("Choose a folder"), "")
            folder.setFileMode(QFileDialog.FileMode.Directory)
            folder.fileSelected.connect(
                lambda name: self.save_to(lambda one: _place(Path(name), one), person_id, wanted)
            )
            folder.open()
            return

        def name_it(store: "Store", _: Task[str]) -> str:
            options = PaperOptions(people=(person_id,))
            with store.read() as reading:
                (session_id,) = wanted.session_ids
                languages = LANGUAGES[wanted.language]
                return render(reading, "attestation", session_id, languages, options).file_name

        self._run(name_it, lambda name: self._ask_file(name, person_id, wanted))

    def save_to(self, place: Callable[[Attestation], Path], person_id: int, wanted: Wanted) -> None:
        """Make, keep and save each where it belongs."""

        def work(store: "Store", task: Task[list[Path]]) -> list[Path]:
            saved: list[Path] = []
            for session_id in wanted.session_ids:
                task.step(len(saved), len(wanted.session_ids))
                with store.write("attestations.save") as unit:
                    one = attest(unit, session_id, person_id, LANGUAGES[wanted.language])
                    path = place(one)
                    record_saved(unit, one.document_id, path.name)
                    write_whole(path, one.rendered.pdf)
                saved.append(path)
            return saved

        again = Act(
            self._desk,
            N_("Try again"),
            lambda: self.save_to(place, person_id, wanted),
            icon="arrow-clockwise",
        )
        elsewhere = Act(self._desk, N_("Save as"), lambda: self.ask_place(person_id, wanted))
        self._run(
            work,
            self._tell_saved,
            N_("Preparing the paper"),
            lambda error: self._desk.show_error(error, again, elsewhere),
        )

    def send(self, person_id: int, wanted: Wanted) -> None:
        """Make and keep it, then ask how it is sent to that person."""

        def show(given: Given) -> None:
            from desktop_app.ui.papers.send import SendDialog  # mail, when it is sent

            self._desk.ask(SendDialog(self._desk, given[0].rendered, self._outbox))

        self._run(
            lambda store, task: _give(store, person_id, wanted, task),
            show,
            N_("Preparing the paper"),
        )

    def _run(
        self,
        work: "Callable[[Store, Task[Result]], Result]",
        done: Callable[[Result], object],
        title: str = "",
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        if (store := self._desk.store) is not None:
            self._desk.runner.run(lambda task: work(store, task), done, failed, title=title)

    def _print(self, printer: QPrinter, given: Given) -> None:
        def work(store: "Store", task: Task[None]) -> None:
            print_pages(printer, joined([one.rendered.pdf for one in given]), task)
            name = printer.printerName() or Path(printer.outputFileName()).name
            with store.write("papers.print") as unit:
                for one in given:
                    record_print(unit, one.document_id, name, printer.copyCount())

        self._run(work, lambda _: self._tell_printed(given), N_("Printing"))

    def _ask_file(self, name: str, person_id: int, wanted: Wanted) -> None:
        dialog = self._dialog(N_("Save as"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(
            lambda chosen: self.save_to(lambda _: Path(chosen), person_id, wanted)
        )
        dialog.open()

    def _dialog(self, title: str, name: str) -> QFileDialog:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._page, self._desk.say(title), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if name:
            dialog.selectFile(name)
        return dialog

    def _tell_printed(self, given: Given) -> None:
        numbers = "، " if self._desk.say.right_to_left else ", "
        told = numbers.join(ltr(one.reference) for one in given if one.reference)
        say = self._desk.say
        words = say.plural("{n} attestation printed", "{n} attestations printed", len(given))
        self._desk.tell(f"{words} · {told}" if told else words)

    def _tell_saved(self, saved: list[Path]) -> None:
        folder = QUrl.fromLocalFile(str(saved[0].parent))
        opening = Act(self._desk, N_("Open folder"), lambda: QDesktopServices.openUrl(folder))
        say = self._desk.say
        if len(saved) == 1:
            self._desk.tell(say("Saved: {file}", file=saved[0].name), opening)
        else:
            words = say.plural("{n} attestation saved", "{n} attestations saved", len(saved))
            self._desk.tell(words, opening)


def _place(folder: Path, one: Attestation) -> Path:
    """Give a file of its own: two sessions of one day would bear one name."""
    return free_place(folder, one.rendered.file_name, one.rendered.pdf)


def _give(store: "Store", person_id: int, wanted: Wanted, task: "Task[Result]") -> Given:
    """Number, make and keep them one by one; those made stay when the others are given up."""
    given = []
    total = len(wanted.session_ids)
    for done, session_id in enumerate(wanted.session_ids):
        task.step(done, total)
        with store.write("attestations.give") as work:
            given.append(attest(work, session_id, person_id, LANGUAGES[wanted.language]))
    task.step(total, total)
    return given
