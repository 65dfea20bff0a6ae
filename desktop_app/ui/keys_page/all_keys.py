"""All keys of the window, by where they work: read from the acts themselves."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.keys_page.key_cap import KeyCap
from desktop_app.ui.screens import SCREENS
from desktop_app.ui.theme import GAP, scaled
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.overlay import EDGE

if TYPE_CHECKING:
    from desktop_app.ui.window import MainWindow

_WIDTH: Final = 1040
_COLUMN: Final = 300
_HEAD_AS_ROWS: Final = 2
"""A group's name takes about as much height as so many keys."""
Group = tuple[tuple[str, ...], Sequence[Act]]
"""A place by its English catalogue messages, from the larger to the smaller; and its acts."""


@runtime_checkable
class HasParts(Protocol):
    """A page whose acts depend on the part that is in front."""

    def acts_by_part(self) -> Sequence[tuple[str, Sequence[Act]]]:
        """Give the acts of each part."""
        ...


class AllKeys(Dialog):
    """What each key does: everywhere, then on each screen.

    The screens that were not open yet are made for it, since a screen alone knows its acts: one
    between two events, while the keys of those that were are already there.

    Attributes:
        whole: whether the keys of every screen are there.
    """

    def __init__(self, window: "MainWindow") -> None:
        self._over_window = window
        self._groups = list(_groups(window))
        self.whole = not _missing(window)
        self._columns: QWidget | None = None
        self._count = 0
        guide = Act(window.desk, N_("Guide"), self._go_to_guide, icon="book-open", key="Shift+F1")
        super().__init__(window.desk, N_("Keys"), (guide,), width=scaled(_WIDTH))
        self.close_act.set_message(N_("Close"))
        self.acts = (*self.acts, Act(window.desk, N_("Close"), self.leave, key="F1"))
        self._scroll.setProperty("kind", "keys")
        self._scroll.setFrameShape(QFrame.Shape.StyledPanel)  # without it, no focus ring
        self._making = QTimer(self, interval=0)
        self._making.timeout.connect(self._make_next)
        if not self.whole:
            self._making.start()

    def dress(self) -> None:
        """Take the words anew."""
        self._count = 0
        super().dress()
        self._scroll.setAccessibleName(self._desk.say("Keys"))

    def place(self) -> None:
        """Take as many columns as there is room for, once that is known."""
        if self.parentWidget() is None:
            return
        room = min(self._width, self.width())
        count = max(1, room // scaled(_COLUMN))
        if count != self._count:
            self._count = count
            if self._columns is not None:
                self._columns.hide()
                self.body.removeWidget(self._columns)
                self._columns.deleteLater()
            self._columns = self._make_columns(count)
            self.body.addWidget(self._columns)
            self._columns.show()  # or it would have no height yet
        super().place()
        scrolls = self.card.height() >= self.height() - 2 * EDGE
        policies = Qt.FocusPolicy
        self._scroll.setFocusPolicy(policies.StrongFocus if scrolls else policies.NoFocus)

    def _go_to_guide(self) -> None:
        self.leave()
        self._over_window.show_guide()

    def _make_next(self) -> None:
        """Make one more screen; after the last, show the keys of all."""
        for code in _missing(self._over_window)[:1]:
            self._over_window.page_of(code)
            return
        self._making.stop()
        self._groups = list(_groups(self._over_window))
        self._count = 0
        self.place()
        self.whole = True

    def _make_columns(self, count: int) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GAP)
        for groups in shared_out(self._groups, count):
            column = QVBoxLayout()
            column.setSpacing(GAP)
            for group in groups:
                column.addWidget(_card(self._desk, group))
            column.addStretch(1)
            row.addLayout(column, 1)
        return made


def shared_out(groups: Sequence[Group], count: int) -> list[list[Group]]:
    """Share groups out among columns of about one height, in their order."""
    heights = [len(acts) + _HEAD_AS_ROWS for _, acts in groups]
    columns: list[list[Group]] = [[] for _ in range(count)]
    before = 0
    for group, height in zip(groups, heights, strict=True):
        middle = before + height / 2
        columns[min(count - 1, int(middle * count / sum(heights)))].append(group)
        before += height
    return columns


def _groups(window: "MainWindow") -> Iterable[Group]:
    yield (N_("Everywhere"),), _with_keys((*window.acts_everywhere, *window.acts_to_places))
    for screen in SCREENS:
        if not window.is_made(screen.code):
            continue
        page = window.page_of(screen.code)
        parts = page.acts_by_part() if isinstance(page, HasParts) else ()
        of_parts = {act for _, acts in parts for act in acts}
        own = [act for act in page.acts if act not in of_parts]
        groups = (((screen.message,), own), *(((screen.message, m), acts) for m, acts in parts))
        yield from ((place, keys) for place, acts in groups if (keys := _with_keys(acts)))


def _missing(window: "MainWindow") -> list[str]:
    return [screen.code for screen in SCREENS if not window.is_made(screen.code)]


def _with_keys(acts: Iterable[Act]) -> list[Act]:
    return [act for act in acts if act.key]


def _card(desk: Desk, group: Group) -> QFrame:
    place, acts = group
    side = Qt.AlignmentFlag.AlignRight if desk.say.right_to_left else Qt.AlignmentFlag.AlignLeft
    frame = QFrame()
    grid = QGridLayout(frame)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    title = label("strong", wrap=True)
    title.setText(" · ".join(map(desk.say, place)))
    grid.addWidget(title, 0, 0, 1, 2)
    for row, act in enumerate(acts, 1):
        words = label(wrap=True)
        words.setText(desk.say(act.message))
        words.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        grid.addWidget(words, row, 0)
        at_end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop
        grid.addWidget(KeyCap(desk, act.key), row, 1, at_end)
    return frame
