"""Where the record is, what it weighs, and whether all of it is in order."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QProcess, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.errors import UserError
from desktop_app.direction import ltr
from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import GAP
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from db.unit_of_work import Store

_MEGABYTE: Final = 1024 * 1024
_TOLD: Final = 5


class Data(QWidget):
    """The file of the record, and what can be done with it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._findings: tuple[UserError, ...] | None = None
        self._title, self._place, self._size = label("strong"), label(wrap=True), label("hint")
        self._place.setObjectName("recorded")
        self._check_title, self._check_hint = label("strong"), label("hint", wrap=True)
        self._result = QVBoxLayout()
        self._result.setSpacing(6)
        self.open_act = Act(
            desk, N_("Open folder"), self._open_folder, icon="folder-open", key="F3"
        )
        self.other_act = Act(
            desk, N_("Open another record"), self._ask_other, icon="database", key="F4"
        )
        self.check_act = Act(
            desk, N_("Check the record"), self._check, icon="shield-check", key="F5"
        )
        self.acts = (self.open_act, self.other_act, self.check_act)
        self._check_button = Button(desk, self.check_act)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        first = Button(desk, self.open_act)
        buttons.addWidget(first)
        buttons.addWidget(Button(desk, self.other_act))
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._check_title)
        words.addWidget(self._check_hint)
        check = QHBoxLayout()
        check.setSpacing(GAP)
        check.addLayout(words, 1)
        check.addWidget(self._check_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._place)
        column.addWidget(self._size)
        column.addLayout(buttons)
        column.addSpacing(16)
        column.addLayout(check)
        column.addLayout(self._result)
        self.setFocusProxy(first)
        desk.dressed.connect(self.dress)
        desk.notifier.written.connect(self._weigh)
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        say, store = self._desk.say, self._desk.store
        self._title.setText(say("Where the record is"))
        self._check_title.setText(say("Is the record whole?"))
        self._check_hint.setText(
            say("Reads the file, its ties and its journal; nothing is changed.")
        )
        file = store.file if store is not None else None
        place = str(file) if file is not None else store.name if store is not None else ""
        side = Qt.AlignmentFlag.AlignRight if say.right_to_left else Qt.AlignmentFlag.AlignLeft
        self._place.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self._place.setText(ltr(place.replace("/", "/\u200b").replace("\\", "\\\u200b")))
        self._place.setAccessibleName(place)
        on_disk = file is not None
        self.open_act.set_offered(on_disk, N_("The record lies on a server."))
        self._weigh()
        self._show_findings()

    def _weigh(self) -> None:
        store = self._desk.store
        file = store.file if store is not None else None
        size = file.stat().st_size if file is not None and file.exists() else 0
        number = f"{size / _MEGABYTE:.1f}"
        comma = number if self._desk.language == "en" else number.replace(".", ",")
        self._size.setText(self._desk.say("{size} MB", size=comma))
        self._size.setVisible(bool(size))

    def _open_folder(self) -> None:
        store = self._desk.store
        if store is None or store.file is None:
            return
        folder = store.file.parent
        if not folder.is_dir() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._desk.show_error(
                UserError(
                    "The folder {folder} was not opened: it is not there, or no program shows"
                    " folders; open it by hand. What is recorded is safe.",
                    folder=str(folder),
                )
            )

    def _ask_other(self) -> None:
        store = self._desk.store
        folder = str(store.file.parent) if store is not None and store.file is not None else ""
        dialog = QFileDialog(self.window(), self._desk.say("Open another record"), folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_other)
        dialog.open()

    def open_other(self, name: str) -> None:
        """Open another record in a window of its own; this one stays as it is."""
        words = ["--database", name, "--language", self._desk.language]
        started, _ = QProcess.startDetached(sys.executable, [*_program(), *words])
        if not started:
            self._desk.show_error(
                UserError(
                    "The other window was not opened: the program could not be started. Start it"
                    " anew; what you typed is safe."
                )
            )

    def _check(self) -> None:
        store = self._desk.store
        if store is None:
            return
        self.check_act.set_offered(offered=False, reason=N_("The record is being checked."))
        self._desk.runner.run(
            lambda _: _checked(store),
            self._take,
            self._give_up,
            title=self._desk.say("The record is being checked."),
        )

    def _take(self, findings: tuple[UserError, ...]) -> None:
        self.check_act.set_offered(offered=True)
        self._findings = findings
        self._show_findings()

    def _give_up(self, error: Exception) -> None:
        self.check_act.set_offered(offered=True)
        self._desk.show_error(error)

    def _show_findings(self) -> None:
        while (item := self._result.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if self._findings is None:
            return
        say, tokens = self._desk.say, self._desk.tokens
        lines = [(say.error(finding), "warning-circle", "red") for finding in self._findings]
        good = (say("All of it is in order."), "check-circle", "green")
        for words, icon, tone in lines[:_TOLD] or [good]:
            self._result.addWidget(_finding(self._desk, words, icon, tokens.ink(tone).name()))


def _finding(desk: Desk, words: str, icon: str, colour: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    sign, said = QLabel(), label(wrap=True)
    sign.setPixmap(desk.icons.pixmap(icon, colour))
    said.setText(words)
    row.addWidget(sign)
    row.addWidget(said, 1)
    return line


def _checked(store: "Store") -> tuple[UserError, ...]:
    from db.check import check  # Alembic, when it is asked for

    return check(store.file or store.engine.url.render_as_string(hide_password=False))


def _program() -> list[str]:
    """Give the arguments that start this program again; none when it is one file."""
    return [] if getattr(sys, "frozen", False) else [str(Path(sys.argv[0]).resolve())]
