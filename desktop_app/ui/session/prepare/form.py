"""The card of what is known of a session: what every one has, and under "More" all the rest."""

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from db.codes import Mode
from desktop_app.i18n import N_
from desktop_app.services.session_edits import edit_fields
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.prepare.edits import Edits
from desktop_app.ui.session.prepare.more import More
from desktop_app.ui.session.prepare.read import OF_THE_DAY, Around, read_around
from desktop_app.ui.session.prepare.rows import Row, Rows, set_line
from desktop_app.ui.session.prepare.series_field import SeriesField
from desktop_app.ui.session.prepare.when import When
from desktop_app.ui.sessions.day_words import note_of
from desktop_app.ui.text import capitalised, text_for
from desktop_app.ui.theme import CARD_PADDING
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.field import Field
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.vocabulary import label as label_of

if TYPE_CHECKING:
    from collections.abc import Hashable

    from desktop_app.services.session_data import Session

_OTHER_TYPES: Final = ""
_KEPT_OPEN: Final = "prepare.more"


class SessionForm(QFrame):
    """Shows a session and keeps what is typed about it.

    Attributes:
        acts: what keys do here.
        edits: what is kept and refused.
        when: the fields of the day and the hours.
        more: what is folded away.
        series: of which series it is.
        saving, refused: as of `Edits`.
    """

    saving = Signal()
    refused = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk = desk
        self._session: Session | None = None
        self._around = Around()
        self.edits = Edits(desk, "sessions.edit_fields", edit_fields)
        self.edits.saving.connect(self.saving)
        self.edits.refused.connect(self.refused)
        self.edits.settled.connect(self._refresh)
        self._rows: list[Row] = []
        self._make_rows(Rows(desk, self.edits))
        self._more_act = Act(desk, N_("More"), self._turn_more, icon="caret-down", key="F7")
        self._more_button = Button(desk, self._more_act, kind="bare", small=True)
        self.series = SeriesField(desk)
        self.more = More(desk, self.edits, self.series)
        self._lay_out()
        self.acts = (self._more_act, *self.when.hijri.acts)
        self.setFocusProxy(self._theme.widget)
        self._open_more(desk.kept.choice(_KEPT_OPEN) == "open")
        desk.dressed.connect(self._refresh)

    def show_session(self, session: "Session") -> None:
        """Show a session, or what was changed in it."""
        if self._session is None or self._session.id != session.id:
            self._around = Around(self._around.types)
            self._session = None
            self.when.forget()
            self.more.forget()
        self.edits.turn_to(session.id)
        self._session = session
        self._refresh()
        self._read()

    def leave(self) -> None:
        """Keep what was typed."""
        for row in self._rows:
            row.commit()
        self.more.commit()
        self.series.commit()

    def field(self, *path: str) -> QWidget:
        """Give the field with its words of one thing that is known of a session."""
        rows = (*self._rows, *self.more.rows)
        return next(row.widget for row in rows if path in row.paths)

    # --- showing ---

    def _read(self) -> None:
        store, session = self._desk.store, self._session
        if store is None or session is None:
            return
        today = date.today()  # noqa: DTZ011 - the user's own day

        def take(around: Around) -> None:
            if self._session is session:
                self._around = around
                self._refresh()

        self._desk.runner.run(lambda _: read_around(store, session, today), take)

    def _refresh(self) -> None:
        session = self._session
        if session is None:
            return
        for row in self._rows:
            row.refresh(self.edits, session)
        self._platform.widget.setVisible(
            session.place.mode is not Mode.IN_PERSON or bool(session.place.platform)
        )
        self.when.show_hijri(session.hijri, self._around.hijri)
        self._warn(session)
        self.more.refresh(session)
        self.series.show_session(session, self._around.series)

    def _warn(self, session: "Session") -> None:
        told: dict[bool, list[str]] = {True: [], False: []}
        for warning in self._around.warnings:
            told[warning.problem in OF_THE_DAY].append(note_of(self._desk, warning).words)
        self.when.day.set_warning(" ".join(told[True]) or None)
        self.when.hours.set_warning(". ".join(told[False]) or None)
        known = bool(session.days and session.start and self._around.types)
        well = known and not self._around.warnings
        self.when.hours.set_hint(N_("An ordinary working day, nothing else then") if well else "")

    # --- what is folded away ---

    def _turn_more(self) -> None:
        opening = self.more.isHidden()
        self._open_more(opening)
        self._desk.kept.remember(_KEPT_OPEN, "open" if opening else "")
        if opening:
            self.more.setFocus()

    def _open_more(self, opened: bool) -> None:
        self.more.setVisible(opened)
        if opened:
            self._more_act.set_message(N_("Less"), "caret-up")
        else:
            self._more_act.set_message(N_("More"), "caret-down")

    # --- making ---

    def _make_rows(self, rows: Rows) -> None:
        place = "place"
        self._theme = rows.pair(N_("Subject"), ("theme",), lambda one: one.theme)
        self._type = Choice(self._desk, self._types)
        self._type.chosen.connect(self._choose_type)
        self._mode = Choice(
            self._desk,
            lambda: [(one, label_of(one, self._desk.language)) for one in Mode],
        )
        self._mode.chosen.connect(lambda mode: self.edits.keep({(place, "mode"): mode}))
        self.when = When(self._desk, self.edits)
        self._site = rows.pair(N_("Site"), (place, "site"), lambda one: one.place.site)
        self._room = rows.pair(N_("Room"), (place, "room"), lambda one: one.place.room)
        self._platform = rows.line(
            N_("Platform"), (place, "platform"), lambda one: one.place.platform
        )
        self._chair = rows.person(N_("Chair"), ("chair",), lambda one: one.chair)
        self._behalf = rows.person(
            N_("On behalf of"), ("on_behalf_of",), lambda one: one.on_behalf_of
        )
        self._framework = rows.pair(N_("Framework"), ("framework",), lambda one: one.framework)
        self._type_row = Row(
            Field(self._desk, N_("Type"), self._type), [("type",)], self._show_type
        )
        self._mode_row = Row(
            Field(self._desk, N_("Mode"), self._mode),
            [(place, "mode")],
            lambda one: self._mode.choose(one.place.mode),
        )
        self._lines = (
            ((self._theme, 2), (self._type_row, 1)),
            ((self.when.day_row, 1), (self.when.hours_row, 1), (self._mode_row, 1)),
            ((self._site, 1), (self._room, 1), (self._platform, 1)),
            ((self._chair, 1), (self._behalf, 1), (self._framework, 1)),
        )
        self._rows = [row for line in self._lines for row, _ in line]

    def _types(self) -> "list[tuple[Hashable, str]]":
        kinds = self._around.types.values()
        if self._session is not None and not kinds:
            kinds = {self._session.type.code: self._session.type}.values()
        known: list[tuple[Hashable, str]] = [
            (
                kind.code,
                capitalised(text_for(Bilingual(kind.indefinite, kind.french), self._desk.language)),
            )
            for kind in kinds
        ]
        return [*known, (_OTHER_TYPES, self._desk.say("Other types…"))]

    def _show_type(self, session: "Session") -> None:
        self._type.dress()
        self._type.choose(session.type.code)

    def _choose_type(self, code: "Hashable") -> None:
        if code == _OTHER_TYPES:
            if self._session is not None:
                self._type.choose(self._session.type.code)
            self._desk.go(Address("settings", None, "types"))
        else:
            self.edits.keep({("type",): code})

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 6)
        column.setSpacing(0)
        for line in self._lines:
            column.addLayout(set_line(line))
        foot = QHBoxLayout()
        foot.addWidget(self._more_button)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addWidget(self.more)
