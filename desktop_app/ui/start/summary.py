"""Last step: what is about to be recorded, and where."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.direction import ltr
from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.start.plan import Plan
from desktop_app.ui.text import name_for, text_for
from desktop_app.ui.widgets.labels import card, label


class SummaryStep(QWidget):
    """Says everything once more; what is wrong is mended by going back."""

    title = N_("Ready to begin")
    sentence = N_("Nothing is recorded before this step. Everything can be changed in Settings.")

    def __init__(self, desk: Desk, plan: Plan) -> None:
        super().__init__()
        self._desk = desk
        self._plan = plan
        self._file = ""
        self._rows: list[tuple[QLabel, QLabel]] = []
        frame, inside = card()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(14, 10, 14, 10)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        inside.addLayout(self._grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        column.addStretch(1)
        desk.dressed.connect(self._show)

    def set_file(self, file: str) -> None:
        """Say where the record will lie."""
        self._file = file

    def begin(self) -> None:
        """Show the plan; nothing here takes the focus."""
        self._show()

    def may_go_on(self) -> bool:
        """The steps before saw to that."""
        return True

    def _show(self) -> None:
        lines = self._lines()
        flags = Qt.AlignmentFlag
        side = flags.AlignRight if self._desk.say.right_to_left else flags.AlignLeft
        while len(self._rows) < len(lines):
            pair = label("field-label"), label("strong", wrap=True)
            pair[1].setObjectName("recorded")
            pair[1].setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            for at, one in enumerate(pair):
                self._grid.addWidget(one, len(self._rows), at, Qt.AlignmentFlag.AlignTop)
            self._rows.append(pair)
        for at, pair in enumerate(self._rows):
            shown = at < len(lines)
            for one, words in zip(pair, lines[at] if shown else ("", ""), strict=True):
                one.setText(words)
                one.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
                one.setVisible(shown)

    def _lines(self) -> list[tuple[str, str]]:
        say, plan = self._desk.say, self._plan
        made = plan.set_up()
        places = made.directorates
        head = self._named("head")
        lines = [
            (say("Centre"), self._named("centre")),
            (say("City"), self._named("city")),
            (say("Academy"), self._named("academy")),
        ]
        if plan.is_provincial:
            lines.append((say("Provincial directorate"), self._named("directorate")))
        else:
            names = [text_for(one.name.bilingual(), self._desk.language) for one in places]
            comma = "، " if say.right_to_left else ", "
            lines.append((say("Provincial directorates"), comma.join(names)))
        lines += [
            (say("Signs"), head or say("Nobody yet")),
            (say("Function"), self._named("title") if head else ""),
            (say("E-mail of the centre"), ltr(made.email) if made.email else ""),
            (say("File"), ltr(self._file)),
        ]
        return [(name, value) for name, value in lines if value]

    def _named(self, name: str) -> str:
        return name_for(self._plan.label(name).bilingual(), self._desk.language)
