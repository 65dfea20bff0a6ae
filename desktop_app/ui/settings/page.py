"""The settings: their pages at the start, the rows of one, and a paper that shows what they do."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.settings.binding import Binding
from desktop_app.ui.settings.form import Form, Row
from desktop_app.ui.settings.parts import PARTS
from desktop_app.ui.settings.preview import Preview
from desktop_app.ui.theme import GAP, NARROW_WIDTH, PAGE_MARGIN, scaled
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.parts_list import PartsList
from desktop_app.ui.widgets.saved_sign import SavedSign

_FIRST: Final = PARTS[0].code


class SettingsPage(QWidget):
    """All settings; an address names the part that is in front."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.binding = Binding(desk)
        self.saved = SavedSign(desk)
        self._acts = (
            Act(desk, N_("Next page"), lambda: self._step(1), key="Ctrl+PgDn"),
            Act(desk, N_("Previous page"), lambda: self._step(-1), key="Ctrl+PgUp"),
        )
        self.header = PageHeader(desk, acts=(desk.writer.undo,), sign=self.saved)
        self._forms: dict[str, Form] = {}
        self._code = _FIRST
        self.list = PartsList(desk, N_("Settings"), PARTS)
        self.forms = QStackedWidget()
        self.preview = Preview(desk, self.binding)
        self._lay_out()
        self.list.choose(_FIRST)  # or it would go there by itself when it gets the focus
        self.list.chosen.connect(lambda code: desk.go(Address("settings", part=code)))
        self.binding.failed.connect(self.saved.show_failed)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]  # the application is there
        desk.dressed.connect(self.dress)
        self.dress()

    def open(self, address: Address) -> None:
        """Show a part."""
        code = address.part or self._code
        known = {part.code for part in PARTS}
        self._code = code if code in known else _FIRST
        if self._code not in self._forms:
            part = next(part for part in PARTS if part.code == self._code)
            self._forms[self._code] = form = Form(self._desk, self.binding, part)
            self.forms.addWidget(form)
        self.forms.setCurrentWidget(self._forms[self._code])
        self.list.choose(self._code)
        self.binding.reload()
        self._fit()
        if not self.list.hasFocus():
            self.form.focus_first()

    def leave(self) -> None:
        """Keep what was typed."""
        for form in self._forms.values():
            form.commit()
        self.binding.finish()

    @property
    def acts(self) -> tuple[Act, ...]:
        """What keys do here: go from part to part, and what the part in front offers."""
        return (*self._acts, *(self.form.acts if self._code in self._forms else ()))

    @property
    def form(self) -> Form:
        """The page in front."""
        return self._forms[self._code]

    def dress(self) -> None:
        """Take the words anew."""
        say = self._desk.say
        self.header.title.setText(say("Settings"))
        self.header.context.setText(say("Every change is saved at once and can be undone."))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take less room in a small window."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.window().width() < scaled(NARROW_WIDTH)
        self.list.set_narrow(narrow)
        part = next(part for part in PARTS if part.code == self._code)
        self.preview.setVisible(part.preview and not narrow)
        self.preview.draw_soon()

    def _step(self, by: int) -> None:
        codes = [part.code for part in PARTS]
        at = (codes.index(self._code) + by) % len(codes)
        self._desk.go(Address("settings", part=codes[at]))

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """Bring the setting in hand into view, and the paper on which it can be seen."""
        widget = now
        while widget is not None and not isinstance(widget, Row):
            widget = widget.parentWidget()
        if isinstance(widget, Row) and self.isAncestorOf(widget):
            if now is not None:
                self.form.bring_into_view(now)
            self.preview.show_kind(widget.entry.shown_on)

    def _lay_out(self) -> None:
        side = QFrame()
        side.setProperty("kind", "card")
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.list)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        row.setSpacing(GAP)
        row.addWidget(side)
        row.addWidget(self.forms, 1)
        row.addWidget(self.preview)
