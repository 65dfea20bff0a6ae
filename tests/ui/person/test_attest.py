"""Attestations from a person's page: chosen, printed, saved, sent."""

import re
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog

from db.codes import OutputMeans
from desktop_app.services.paper_data import IssuedPaper
from desktop_app.services.papers import issued_pdf, list_issued
from desktop_app.services.recording import record_session
from desktop_app.ui.papers.pdf import joined
from desktop_app.ui.papers.printing import make_printer
from desktop_app.ui.papers.send import SendDialog
from desktop_app.ui.person.attest import AttestDialog, Wanted
from desktop_app.ui.person.handing import Handing
from desktop_app.ui.person.page import PersonPage
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.window import MainWindow
from tests.services.drafts import draft
from tests.ui.conftest import Open
from tests.ui.person.test_person import opened, press, store_of
from tests.ui.tour import settle
from tests.ui.walking import clipped

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window: Open, record: Path) -> MainWindow:
    return open_window(record, "ar")


@pytest.fixture
def page(window: MainWindow) -> PersonPage:
    return opened(window)


def asked(window: MainWindow, *, all_: bool = False) -> AttestDialog:
    press(window, Qt.Key.Key_F9, SHIFT if all_ else Qt.KeyboardModifier.NoModifier)
    dialog = window.dialog
    assert isinstance(dialog, AttestDialog)
    return dialog


def issued(window: MainWindow) -> tuple[IssuedPaper, ...]:
    with store_of(window).read() as reading:
        return list_issued(reading)


def to_file(printer: object, path: Path) -> None:
    assert isinstance(printer, QPrinter)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))


def pages(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


class TestTheDialog:
    """The latest session first; the arrows choose another, Space several."""

    def test_the_latest_is_offered_and_the_arrows_choose_another(
        self, window: MainWindow, page: PersonPage
    ) -> None:
        assert page.shown
        attended = [session.id for session in page.shown.attended]
        dialog = asked(window)
        assert dialog.wanted.session_ids == (attended[0],)
        press(window, Qt.Key.Key_Down)
        assert dialog.wanted.session_ids == (attended[1],)
        press(window, Qt.Key.Key_Space)
        press(window, Qt.Key.Key_Down)
        press(window, Qt.Key.Key_Space)
        assert dialog.wanted.session_ids == tuple(attended[1:3])
        assert not dialog.send_act.isEnabled()
        press(window, Qt.Key.Key_Space)
        assert dialog.send_act.isEnabled()

    def test_a_click_on_the_box_ticks(self, window: MainWindow, page: PersonPage) -> None:
        dialog = asked(window)
        table = dialog.table
        for column, ticked in ((0, 1), (2, 1), (0, 0)):
            box = table.visualRect(table.rows.index(2, column))
            QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
            told = table.rows.index(2, 0).data()
            assert told == ("مختارة" if ticked else "غير مختارة")
        assert page.isVisible()

    def test_all_of_them_in_one_key(self, window: MainWindow, page: PersonPage) -> None:
        assert page.shown
        assert len(asked(window, all_=True).wanted.session_ids) == len(page.shown.attended) == 6

    @pytest.mark.usefixtures("page")
    def test_the_language_is_that_of_the_papers_and_turned_by_f3(self, window: MainWindow) -> None:
        dialog = asked(window)
        assert dialog.wanted.language == "ar"
        press(window, Qt.Key.Key_F3)
        assert dialog.wanted.language == "fr"
        press(window, Qt.Key.Key_Escape)
        assert window.dialog is None
        assert issued(window) == ()

    @pytest.mark.parametrize("percent", [90, 130])
    def test_it_has_room_in_a_small_window(
        self, percent: int, open_window: Open, record: Path
    ) -> None:
        window = open_window(record, "fr", (1000, 540))
        window.desk.set_text_size(percent)
        opened(window)
        dialog = asked(window, all_=True)
        assert clipped(window) == []
        assert dialog.languages.isVisible()


class TestHandedOut:
    """Printed, saved or sent, each is numbered, kept and noted once."""

    def test_several_are_printed_as_one_job(
        self, window: MainWindow, page: PersonPage, tmp_path: Path
    ) -> None:
        asked(window, all_=True)
        press(window, Qt.Key.Key_Return)
        (system,) = page.findChildren(QPrintDialog)
        to_file(system.printer(), tmp_path / "all.pdf")
        system.done(QDialog.DialogCode.Accepted)
        settle(window)
        settle(window)
        kept = issued(window)
        assert sorted(paper.reference for paper in kept) == [
            "1/19",
            "1/25",
            "1/26",
            "2/26",
            "3/26",
            "4/26",
        ]
        assert all(len(paper.outputs) == 1 for paper in kept)
        assert pages(tmp_path / "all.pdf") == 6
        assert page.shown
        assert len(page.shown.attestations) == 6

    def test_a_printer_given_up_uses_no_number(self, window: MainWindow, page: PersonPage) -> None:
        asked(window)
        press(window, Qt.Key.Key_Return)
        (system,) = page.findChildren(QPrintDialog)
        system.reject()
        settle(window)
        assert issued(window) == ()

    def test_printed_again_it_keeps_number_and_version(
        self, window: MainWindow, page: PersonPage, tmp_path: Path
    ) -> None:
        assert page.shown
        wanted = Wanted((page.shown.attended[0].id,), "ar")
        for name in ("one.pdf", "two.pdf"):
            printer = make_printer("x")
            to_file(printer, tmp_path / name)
            Handing(window.desk, page).print_on(printer, page.shown.person.id, wanted)
            settle(window)
            settle(window)
        (paper,) = issued(window)
        assert (paper.reference, paper.version, len(paper.outputs)) == ("1/26", 1, 2)

    def test_one_is_saved_under_a_name_that_tells_whose_it_is(
        self, window: MainWindow, page: PersonPage, tmp_path: Path
    ) -> None:
        asked(window)
        press(window, Qt.Key.Key_P, CONTROL | SHIFT)
        (ask,) = page.findChildren(QFileDialog)
        (name,) = [Path(file).name for file in ask.selectedFiles()]
        assert re.fullmatch(r"شهادة-حضور-السيدة-سعاد-الحمداوي-\d{4}-\d\d-\d\d\.pdf", name)
        assert issued(window) == ()
        target = tmp_path / name
        ask.fileSelected.emit(str(target))
        settle(window)
        (paper,) = issued(window)
        with store_of(window).read() as reading:
            assert target.read_bytes() == issued_pdf(reading, paper.id)
        assert [(one.means, one.target) for one in paper.outputs] == [(OutputMeans.FILE, name)]

    def test_several_are_saved_in_a_folder_each_under_its_name(
        self, window: MainWindow, page: PersonPage, tmp_path: Path
    ) -> None:
        folder = tmp_path / "شهادات"
        folder.mkdir()
        asked(window, all_=True)
        press(window, Qt.Key.Key_P, CONTROL | SHIFT)
        (ask,) = page.findChildren(QFileDialog)
        assert ask.fileMode() is QFileDialog.FileMode.Directory
        ask.fileSelected.emit(str(folder))
        settle(window)
        assert len(list(folder.iterdir())) == len(issued(window)) == 6

    def test_two_sessions_of_one_day_are_two_files(
        self, window: MainWindow, page: PersonPage, tmp_path: Path
    ) -> None:
        with store_of(window).write("x") as work:
            for hour in ("09:00", "14:00"):
                line = {"person": "salma", "state": "present"}
                record_session(work, draft(start=hour, attendance=[line]))
        page = opened(window, "Salma Aït Ouali")
        asked(window, all_=True)
        press(window, Qt.Key.Key_P, CONTROL | SHIFT)
        (ask,) = page.findChildren(QFileDialog)
        folder = tmp_path / "two"
        folder.mkdir()
        ask.fileSelected.emit(str(folder))
        settle(window)
        assert len(list(folder.iterdir())) == len(issued(window)) == 2

    def test_a_folder_that_is_gone_uses_no_number_and_can_be_tried_again(
        self, window: MainWindow, page: PersonPage, tmp_path: Path
    ) -> None:
        assert page.shown
        folder = tmp_path / "gone"
        wanted = Wanted((page.shown.attended[0].id,), "ar")
        Handing(window.desk, page).save_to(
            lambda one: folder / one.rendered.file_name, page.shown.person.id, wanted
        )
        settle(window)
        assert window.message_bar.isVisible()
        assert issued(window) == ()
        folder.mkdir()
        (again, *_) = [
            button
            for button in window.message_bar.findChildren(Button)
            if button.act.message == "Try again"
        ]
        again.click()
        settle(window)
        (paper,) = issued(window)
        assert paper.reference == "1/26"

    def test_it_is_sent_to_that_person(self, window: MainWindow, page: PersonPage) -> None:
        asked(window)
        press(window, Qt.Key.Key_M, CONTROL)
        settle(window)
        dialog = window.dialog
        assert isinstance(dialog, SendDialog)
        assert [one.address for one in dialog.recipients.chosen] == ["souad.hamdaoui@example.org"]
        assert [paper.reference for paper in issued(window)] == ["1/26"]
        assert page.isVisible()


def test_one_file_alone_stays_as_it_is() -> None:
    assert joined([b"%PDF"]) == b"%PDF"
