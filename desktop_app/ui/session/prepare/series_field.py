"""The series of a session: chosen, begun, named, left."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.services import series
from desktop_app.services.drafts import Label
from desktop_app.services.series import Series
from desktop_app.services.validation import FieldError
from desktop_app.ui.naming.pair_field import PairField
from desktop_app.ui.text import text_for
from desktop_app.ui.theme import GAP
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.field import Field

if TYPE_CHECKING:
    from desktop_app.services.session_data import Session
    from desktop_app.ui.desk import Desk
    from desktop_app.wording.bilingual import Bilingual

_NONE: Final = 0
_NEW: Final = -1


class SeriesField(QWidget):
    """Of which series a session is, and beside it the name of that series.

    Attributes:
        choice: none, one that is on file, or a new one under the subject of the session.
        name: of the series; gone while there is none.
    """

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._known: Sequence[Series] = ()
        self.choice = Choice(desk, self._offered)
        self.name = PairField(desk, N_("Name of the series"), one=True)
        self.name_field = Field(desk, N_("Name of the series"), self.name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(Field(desk, N_("Series"), self.choice), 1)
        row.addWidget(self.name_field, 1)
        self.setFocusProxy(self.choice)
        self.choice.chosen.connect(self._choose)
        self.name.committed.connect(self._rename)

    def show_session(self, session: "Session", known: Sequence[Series]) -> None:
        """Show of which series a session is."""
        self._session, self._known = session, known
        self.choice.dress()
        self.choice.choose(session.series_id or _NONE)
        current = next((one for one in known if one.id == session.series_id), None)
        self.name_field.setVisible(current is not None)
        if current is not None and not self.name_field.error:
            self.name.show_pair(current.name)

    def commit(self) -> None:
        """Keep the name as it was typed up to now."""
        if self.name_field.isVisible():
            self.name.commit()

    def _offered(self) -> list[tuple[Hashable, str]]:
        say, language = self._desk.say, self._desk.language
        known: list[tuple[Hashable, str]] = [
            (one.id, text_for(one.name, language)) for one in self._known
        ]
        return [(_NONE, say("None")), *known, (_NEW, say("A new series"))]

    def _choose(self, value: Hashable) -> None:
        session = self._session
        if session is None or value == (session.series_id or _NONE):
            return
        say, key = self._desk.say, session.id
        if value == _NEW:
            name = Label(session.theme.ar, session.theme.fr)
            self._desk.write(
                "series.create",
                lambda work: series.create(work, key, name),
                failed=self._fail,
                told=say("A series was begun"),
            )
        else:
            chosen = int(str(value)) or None
            self._desk.write(
                "series.choose",
                lambda work: series.choose(work, key, chosen),
                failed=self._fail,
                told=say("Of this series now") if chosen else say("Of no series now"),
            )

    def _rename(self, text: "Bilingual") -> None:
        session = self._session
        if session is None or session.series_id is None:
            return
        key = session.series_id
        self._desk.write(
            "series.rename",
            lambda work: series.rename(work, key, Label(text.ar, text.fr)),
            lambda _: self.name_field.set_error(None),
            self._refuse,
        )

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, FieldError):
            self.name_field.set_error(error.problem)
        else:
            self._desk.show_error(error)

    def _fail(self, error: Exception) -> None:
        self._desk.show_error(error)
        if self._session is not None:
            self.show_session(self._session, self._known)
