"""What is in order and what is not yet, each with the button that mends it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import GAP, PAGE_MARGIN
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.chips import Chip, ChipLabel
from desktop_app.ui.widgets.focus import keep_order
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.restyle import restyle

_ICON: Final = 20
State = Literal["done", "advised", "required"]
_ICONS: Final = {
    "done": ("check-circle-fill", "green"),
    "advised": ("warning", "amber"),
    "required": ("warning-circle", "red"),
}
_CHIPS: Final = {"advised": N_("Advised"), "required": N_("Required")}


@dataclass(frozen=True, slots=True)
class Check:
    """A line of the list.

    Attributes:
        title, detail: in the window's language; detail may be empty.
        state: in order, advised, or required.
        act: mends it or shows more, if anything does.
    """

    title: str
    state: State
    detail: str = ""
    act: Act | None = None


class _Title(QLabel):
    """As wide as its words where there is the room, on several lines where not."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, self.heightForWidth(width))


class CheckList(QWidget):
    """Lines of checks; the focus goes to the first obstacle."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._checks: Sequence[Check] = ()
        self._buttons: dict[int, Button] = {}
        desk.dressed.connect(lambda: self.show_checks(self._checks))

    @property
    def required(self) -> int:
        """How many lines stand in the way."""
        return sum(check.state == "required" for check in self._checks)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show other lines; the page gives them anew when words changed."""
        focused = next((at for at, one in self._buttons.items() if one.hasFocus()), None)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._checks = checks
        self._buttons = {}
        for at, check in enumerate(checks):
            self._column.addWidget(self._line(at, check))
        keep_order(self, list(self._buttons.values()))
        if focused is not None:
            self.focus_first()

    def focus_first(self) -> None:
        """Put the focus on what mends the first obstacle, or else the first thing advised."""
        for state in ("required", "advised", "done"):
            for at, button in self._buttons.items():
                if self._checks[at].state == state:
                    button.setFocus(Qt.FocusReason.OtherFocusReason)
                    return

    def _line(self, at: int, check: Check) -> QFrame:
        line = CheckLine(self._desk, check)
        if line.button is not None:
            self._buttons[at] = line.button
        return line


class CheckLine(QFrame):
    """A line of a list of checks, alone.

    Args:
        editors: mend it on the spot; they stand beside its words, before its button.

    Attributes:
        check: what it says.
        button: of what mends it, if anything does.
    """

    def __init__(self, desk: Desk, check: Check, editors: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.setProperty("kind", "check")
        self._desk = desk
        self.check = check
        self._icon = QLabel()
        self._title = _Title("")
        self._chip = ChipLabel(desk, Chip("", "", "neutral"))
        self._detail = label("context", wrap=True)
        self._detail.setObjectName("recorded")
        self._detail.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button: Button | None = None
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._chip)
        head.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(head)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 8, PAGE_MARGIN, 9)
        row.setSpacing(GAP)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for editor in editors:
            row.addWidget(editor, 0, Qt.AlignmentFlag.AlignVCenter)
        if check.act is not None:
            self.button = Button(desk, check.act, show_key=False, small=True)
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_check(check)

    def show_check(self, check: Check) -> None:
        """Say something else, or the same in another state."""
        self.check = check
        name, tone = _ICONS[check.state]
        self._icon.setPixmap(self._desk.icons.pixmap(name, self._desk.tokens.ink(tone), _ICON))
        self._title.setText(check.title)
        restyle(self._title, "strong" if check.state != "done" else "")
        said = [check.title]
        if check.state != "done":
            words = self._desk.say(_CHIPS[check.state])
            self._chip.show_chip(Chip(words, "", tone))
            said.append(words)
        self._chip.setHidden(check.state == "done")
        self._detail.setText(check.detail)
        self._detail.setHidden(not check.detail)
        said += [check.detail] * bool(check.detail)
        self.setAccessibleName(", ".join(said))
        if self.button is not None:
            self.button.setAccessibleDescription(", ".join(said))
