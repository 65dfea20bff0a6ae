"""The signed sheet as it came back: dropped here, kept with the session, opened, removed."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from db.errors import UserError
from desktop_app.exchange.signed_copy import SUFFIXES
from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.text import short_day
from desktop_app.ui.theme import CARD_PADDING
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.drop_zone import DropZone
from desktop_app.ui.widgets.labels import LineLabel, label

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork
    from desktop_app.exchange.signed_copy import Scan
    from desktop_app.services.signed_sheets import SignedSheet

_KILO: Final = 1000


def size_words(desk: Desk, size: int) -> str:
    """Write the size of a file in the window's language (``1,2 MB``)."""
    if size < _KILO * _KILO:
        return desk.say("{n} kB", n=max(round(size / _KILO), 1))
    number = f"{size / (_KILO * _KILO):.1f}"
    return desk.say("{n} MB", n=number if desk.language == "en" else number.replace(".", ","))


class SignedSheets(QWidget):
    """The zone while there is no scan; then a line for each.

    Attributes:
        drop: the zone.
        keeping: asks for a scan.
        lines: each scan with its acts that open and remove it.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session_id: int | None = None
        self._shown: tuple[SignedSheet, ...] = ()
        self.lines: list[tuple[SignedSheet, Act, Act]] = []
        self.drop = DropZone(desk, N_("Drop the signed sheet here"), "", SUFFIXES)
        self.keeping = Act(
            desk, N_("Signed sheet"), self.drop.ask_file, icon="upload-simple", key="Ctrl+O"
        )
        self._card = QFrame()
        self._card.setProperty("kind", "card")
        self._list = QVBoxLayout(self._card)
        self._list.setContentsMargins(CARD_PADDING, 6, CARD_PADDING, 6)
        self._list.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.drop)
        column.addWidget(self._card)
        self.drop.dropped.connect(self.take_scan)
        desk.notifier.subscribe(("attachments",), self._read)
        desk.dressed.connect(self._show)
        self._show()

    def show_session(self, session_id: int) -> None:
        """Show the scans of a session."""
        if session_id != self._session_id:
            self._session_id, self._shown = session_id, ()
            self._show()
            self._read()

    def take_scan(self, file: Path) -> None:
        """Keep a scan of the signed sheet, or say why it is none."""
        desk, session_id = self._desk, self._session_id

        def read(_: object) -> "Scan":
            from desktop_app.exchange.signed_copy import read_scan  # when one comes in

            return read_scan(file)

        def keep(scan: "Scan") -> None:
            def change(work: "UnitOfWork") -> int:
                from desktop_app.services.signed_sheets import keep_sheet  # as above

                today = date.today()  # noqa: DTZ011 - the user's own day
                return keep_sheet(work, session_id or 0, scan.data, scan.media_type, today)

            told = desk.say("The signed sheet is kept: {file}", file=file.name)
            desk.write("signed_sheets.keep_sheet", change, told=told)

        if session_id is not None:
            desk.runner.run(read, keep)

    def _read(self) -> None:
        store, session_id = self._desk.store, self._session_id
        if store is None or session_id is None:
            return

        def read(_: object) -> "tuple[SignedSheet, ...]":
            from desktop_app.services.signed_sheets import signed_sheets  # the models

            with store.read() as reading:
                return signed_sheets(reading, session_id)

        def take(found: "tuple[SignedSheet, ...]") -> None:
            if session_id == self._session_id and found != self._shown:
                self._shown = found
                self._show()

        self._desk.runner.run(read, take)

    def _show(self) -> None:
        self.drop.setVisible(not self._shown)
        self._card.setVisible(bool(self._shown))
        while (item := self._list.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.deleteLater()
        self.lines = [
            (
                one,
                Act(self._desk, N_("Open"), partial(self._open, one), icon="eye"),
                Act(self._desk, N_("Delete"), partial(self._remove, one), icon="trash"),
            )
            for one in self._shown
        ]
        for shown in self.lines:
            self._list.addWidget(self._line(*shown))

    def _line(self, sheet: "SignedSheet", opening: Act, removing: Act) -> QWidget:
        desk, line = self._desk, QWidget()
        title, about = label("strong"), LineLabel("context")
        title.setText(desk.say("Signed sheet"))
        day = short_day(sheet.added_at.astimezone().date(), desk.language)
        about.setText(f"{day} · {size_words(desk, sheet.size)}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(about)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addLayout(words, 1)
        for act in (opening, removing):
            row.addWidget(Button(desk, act, kind="bare", icon_only=True, small=True))
        return line

    def _open(self, sheet: "SignedSheet") -> None:
        """Lay the scan where programs of this computer can read it, and open it there."""
        store = self._desk.store
        if store is None:
            return

        def work(_: object) -> Path:
            from desktop_app.mail.folder import drafts_folder, put  # when one is opened
            from desktop_app.services.outputs import signed_copy  # the models

            with store.read() as reading:
                data = signed_copy(reading, sheet.id)
            return put({sheet.file_name: data}, drafts_folder()) / sheet.file_name

        def done(file: Path) -> None:
            from desktop_app.ui.papers.mailing import show  # when one is opened

            if not show(file):
                self._desk.show_error(
                    UserError(
                        "The signed sheet was not opened: no program here takes it. It lies in"
                        " {folder}; it is kept with the session too.",
                        folder=str(file.parent),
                    )
                )

        self._desk.runner.run(work, done)

    def _remove(self, sheet: "SignedSheet") -> None:
        def change(work: "UnitOfWork") -> None:
            from desktop_app.services.signed_sheets import remove_sheet  # the models

            remove_sheet(work, sheet.id)

        told = self._desk.say("The signed sheet was removed")
        self._desk.write("signed_sheets.remove_sheet", change, told=told)
