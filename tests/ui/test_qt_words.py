"""Qt's own dialogs speak the language of the window, all of them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDialog,
    QFileDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTabWidget,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.i18n import Language
from desktop_app.ui.desk import Desk
from desktop_app.ui.kept import Kept

NAMES = re.compile(
    r"PDF|CUPS|A\d|[BC]\d+|DL|JIS|ANSI|PRC|US|\d+K|Esc|Ctrl|Shift|Alt|Del|Ins|Qt|KiB|[ABCE]\b"
)
"""Latin names that stay in every language."""
ALIKE = frozenset(("type", "options", "pages", "alias", "qt", "table", "mm", "sidebar"))
"""English words that French has too."""


@pytest.fixture
def desk(qapp: QApplication, kept: Kept) -> Iterator[Desk]:
    made = Desk(qapp, kept, "ar")
    yield made
    made.leave()


def said(widget: QWidget) -> Iterator[str]:
    """Give all that a dialog says, in sight or not."""
    yield widget.windowTitle()
    for action in widget.findChildren(QAction):
        yield action.text()
    for part in widget.findChildren(QWidget):
        yield part.toolTip()
        yield part.whatsThis()
        if isinstance(part, QAbstractButton | QLabel):
            yield part.text()
        elif isinstance(part, QGroupBox):
            yield part.title()
        elif isinstance(part, QComboBox):
            yield from (part.itemText(row) for row in range(part.count()))
        elif isinstance(part, QTabWidget):
            yield from (part.tabText(tab) for tab in range(part.count()))
        elif isinstance(part, QHeaderView):
            model = part.model()
            if model is not None:
                heads = range(model.columnCount())
                yield from (str(model.headerData(n, part.orientation()) or "") for n in heads)


def file_dialogs(folder: Path) -> Iterator[QDialog]:
    (folder / "sub").mkdir()
    (folder / "file.txt").write_text("x")
    for accepting in QFileDialog.AcceptMode:
        for mode in QFileDialog.FileMode:
            dialog = QFileDialog()
            dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
            dialog.setDirectory(str(folder))
            dialog.setAcceptMode(accepting)
            dialog.setFileMode(mode)
            dialog.setViewMode(QFileDialog.ViewMode.Detail)
            yield dialog


def print_dialog(printer: QPrinter) -> QDialog:
    dialog = QPrintDialog(printer)
    for option in QPrintDialog.PrintDialogOption:
        dialog.setOption(option)
    return dialog


def everything(qtbot: QtBot, folder: Path) -> set[str]:
    """Give all that Qt says in the dialogs and menus of this program."""
    words: set[str] = set()
    printer = QPrinter()
    boxes = QMessageBox.StandardButton
    asking = QMessageBox()
    for button in boxes:
        if button.value & 0x0FFFFC00 == button.value and button is not boxes.NoButton:
            asking.addButton(button)
    asking.setDetailedText("…")
    for dialog in (*file_dialogs(folder), print_dialog(printer), asking, QCalendarWidget()):
        qtbot.addWidget(dialog)
        dialog.show()
        QApplication.processEvents()
        words |= set(said(dialog))
        dialog.close()
    for field in (QLineEdit("…"), QTextEdit("…"), QPlainTextEdit("…")):
        qtbot.addWidget(field)
        menu = field.createStandardContextMenu()
        words |= {action.text().partition("\t")[0] for action in menu.actions()}
    return {word for text in words if (word := text.strip())}


def own(texts: set[str], folder: Path) -> set[str]:
    """Leave out names of this computer and of Qt's parts."""
    names = {*folder.parts, str(folder), Path.home().name, "sub", "file.txt"}
    return {text for text in texts if not (text in names or text.startswith(("/", "qt_")))}


@pytest.mark.usefixtures("desk")
def test_no_english_word_is_left_in_arabic(qtbot: QtBot, tmp_path: Path) -> None:
    texts = own(everything(qtbot, tmp_path), tmp_path)
    assert {t for t in texts if re.search("[a-z]{2}", NAMES.sub("", t))} == set()
    assert {"حفظ", "إلغاء", "طباعة", "نسخ", "لصق", "مجلد جديد", "نعم"} <= texts


def test_no_english_word_is_left_in_french(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    english = _in("en", desk, qtbot, tmp_path / "en")
    french = _in("fr", desk, qtbot, tmp_path / "fr")
    assert {t for t in english & french if _worded(t)} == set()
    assert {"Enregistrer", "Annuler", "Imprimer", "Coller", "Nouveau dossier"} <= french


def _in(language: Language, desk: Desk, qtbot: QtBot, folder: Path) -> set[str]:
    desk.set_language(language)
    folder.mkdir()
    return own(everything(qtbot, folder), folder)


def _worded(text: str) -> bool:
    bare = NAMES.sub("", text).strip(" :>.")
    return bool(re.search("[a-z]{2}", bare)) and bare.lower() not in ALIKE


@pytest.mark.usefixtures("desk")
def test_no_letter_waits_for_alt(qtbot: QtBot) -> None:
    field = QLineEdit("x")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    assert not any("&" in action.text() for action in menu.actions())


@pytest.mark.usefixtures("desk")
def test_what_is_not_ours_is_asked_of_qt() -> None:
    assert QApplication.translate("QCheckBox", "no such words") == "no such words"
    assert QApplication.translate("QAbstractSpinBox", "&Step up") == "خطوة لأ&على"
