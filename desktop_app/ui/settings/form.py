"""One page of settings: a row for each, made from what is declared."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.settings.binding import Binding
from desktop_app.ui.settings.declared import Part, Path, Setting, Special
from desktop_app.ui.settings.editors import Editor, make_editor
from desktop_app.ui.theme import CARD_PADDING
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import label

_HEAD: Final = 42


class Form(QFrame):
    """A card with the rows of a part; it scrolls when the window is low."""

    def __init__(self, desk: Desk, binding: Binding, part: Part) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk = desk
        self._binding = binding
        self._part = part
        self._title = label("card-title")
        self._rows = [self._row(entry) for entry in part.entries]
        self._lay_out()
        binding.read.connect(self.refresh)
        binding.typed.connect(self._show_what_counts)
        desk.dressed.connect(self.dress)
        self.dress()
        self.refresh()

    def dress(self) -> None:
        """Take the words anew."""
        self._title.setText(self._desk.say(self._part.message))

    def refresh(self) -> None:
        """Show what is kept."""
        for row in self._rows:
            row.refresh(self._binding)
        self._show_what_counts()

    def commit(self) -> None:
        """Keep what was typed up to now."""
        for row in self._rows:
            row.commit()

    @property
    def acts(self) -> tuple[Act, ...]:
        """What keys do on this page beside its editors."""
        shown = (row for row in self._rows if row.isVisibleTo(self))
        return tuple(act for row in shown for act in row.acts)

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        self._rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll to what has the focus."""
        self._scroll.ensureWidgetVisible(widget, 0, CARD_PADDING)

    def _row(self, entry: Setting | Special) -> "Row":
        if isinstance(entry, Special):
            return Row(entry, entry.make(self._desk, self._binding))
        editor = make_editor(self._desk, self._binding, entry)
        field = Field(
            self._desk,
            entry.message,
            editor.widget,
            entry.explanation,
            beside=not entry.wide,
            plain=True,
        )
        return Row(entry, field, editor)

    def _show_what_counts(self) -> None:
        settings = self._binding.as_typed
        for row in self._rows:
            if row.entry.when is not None:
                row.setVisible(row.entry.when(settings))

    def _lay_out(self) -> None:
        head = QFrame()
        head.setProperty("kind", "card-header")
        heading = QVBoxLayout(head)
        heading.setContentsMargins(CARD_PADDING, 8, CARD_PADDING, 8)
        heading.addWidget(self._title)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for row in self._rows:
            rows.addWidget(row)
        rows.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        for ground in (self._scroll, inside):
            ground.setProperty("kind", "plain")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._scroll, 1)


class Row(QFrame):
    """A setting, or a special block, with the hairline under it."""

    def __init__(
        self, entry: Setting | Special, content: QWidget, editor: Editor | None = None
    ) -> None:
        super().__init__()
        self.setProperty("kind", "setting-row")
        self.entry = entry
        self.acts: tuple[Act, ...] = getattr(editor.widget if editor else content, "acts", ())
        self._field = content if isinstance(content, Field) else None
        self._editor = editor
        column = QVBoxLayout(self)
        column.setContentsMargins(CARD_PADDING, 7, CARD_PADDING, 8)
        column.addWidget(content)
        self.setFocusProxy(content)

    @property
    def path(self) -> Path:
        """Of its setting; empty for a special block."""
        return self.entry.path if isinstance(self.entry, Setting) else ()

    def refresh(self, binding: Binding) -> None:
        """Show what is kept, and what is wrong with what was typed."""
        if self._editor is not None and self._field is not None:
            self._editor.refresh()
            self._field.set_error(binding.problem(self.path))

    def commit(self) -> None:
        """Keep what was typed up to now."""
        if self._editor is not None:
            self._editor.commit()
