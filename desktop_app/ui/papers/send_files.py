"""What goes with a mail: the paper as a file, or its signed copy."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.send_parts import FileChip
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from desktop_app.documents.sending import SignedPaper


class EnclosedPart(QWidget):
    """Names the file that goes; where there is a signed copy, it goes unless one turns it down.

    Args:
        file_name: of the paper itself.
        signed: its signed copy, if it has one.

    Attributes:
        signed: what goes in place of the paper itself, if anything does.
        turn: lets the other one go.
    """

    def __init__(self, desk: Desk, file_name: str, signed: "SignedPaper | None") -> None:
        super().__init__()
        self._desk = desk
        self._file_name = file_name
        self._copy = self.signed = signed
        self.file = FileChip(desk)
        self.note = label("hint", wrap=True)
        self.turn = Act(desk, "", self._turn, icon="swap", key="F3")
        self.turn.set_offered(signed is not None)
        line = QHBoxLayout()
        line.addWidget(self.note, 1)
        button = Button(desk, self.turn, kind="bare", small=True)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.file)
        column.addLayout(line)
        self.note.setVisible(signed is not None)
        button.setVisible(signed is not None)
        desk.dressed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        say, signed, copy = self._desk.say, self.signed, self._copy
        self.file.show_file(signed.copy.file_name if signed else self._file_name)
        if signed is None:
            self.turn.set_message(N_("Attach the signed copy"))
            self.note.setText(say("The paper without signatures goes."))
        else:
            self.turn.set_message(N_("Attach the paper itself"))
            self.note.setText(say("The signed copy goes."))
        if copy is not None and copy.changed:
            changed = say("The paper was changed since it was signed.")
            self.note.setText(f"{self.note.text()} {changed}")

    def _turn(self) -> None:
        self.signed = self._copy if self.signed is None else None
        self.dress()
