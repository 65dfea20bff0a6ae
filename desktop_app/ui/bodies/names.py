"""The names of a body, each from its day on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services import bodies
from desktop_app.services.people_data import Body, BodyName
from desktop_app.services.validation import FieldError
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.pair_field import PairField
from desktop_app.ui.text import name_for, short_day
from desktop_app.ui.theme import ROW_HEIGHT, TABLE_HEADER_HEIGHT, scaled
from desktop_app.ui.widgets.columns import NOTHING, Column
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import card
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.widgets.table import Table
from desktop_app.wording.dates import cell
from desktop_app.wording.note_dates import parse_day

_MOST_ROWS = 6


class RenameDialog(Dialog):
    """Asks for the new names of a body and their first day."""

    def __init__(self, desk: Desk, body: Body) -> None:
        save = Act(desk, N_("Save"), self._save, icon="check", key="Enter")
        super().__init__(desk, N_("Renamed"), (save,), width=480)
        self._body_id = body.id
        self._today = date.today()  # noqa: DTZ011 - the user's own day
        self.name = PairField(desk, N_("Name"), both=True)
        self.short = PairField(desk, N_("Short name"))
        self.since = LineEdit(desk, latin=True)
        hint = N_("Papers of earlier sessions keep the earlier name.")
        self._fields = {
            "name": Field(desk, N_("Name"), self.name),
            "short_name": Field(desk, N_("Short name"), self.short),
            "since": Field(desk, N_("Since"), self.since, hint),
        }
        for field in self._fields.values():
            self.body.addWidget(field)
        self.name.show_pair(body.name)
        self.short.show_pair(body.short_name)
        self.since.setText(cell(self._today))

    def _save(self) -> None:
        since = parse_day(self.since.text(), self._today)
        if since is None:
            example = "15/06/2026"
            wrong = UserError("Not a date. Example: {example}", example=example)
            self._refuse(FieldError(("since",), wrong))
            return
        name = BodyName(since, self.name.value, self.short.value)
        self._desk.write(
            "bodies.rename",
            lambda work: bodies.rename(work, self._body_id, name),
            lambda _: self.leave(),
            self._refuse,
            told=self._desk.say("Renamed"),
        )

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, FieldError):
            self._desk.show_error(error)
            return
        for name, field in self._fields.items():
            field.set_error(error.problem if name in error.path else None)
            if name in error.path:
                field.setFocus()


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    named: BodyName


class NamesDialog(Dialog):
    """All names of a body, the latest first; Del takes one off the list."""

    def __init__(self, desk: Desk, body_id: int, names: Sequence[BodyName]) -> None:
        self._remove_act = Act(desk, N_("Delete"), self._remove, icon="trash", key="Del")
        super().__init__(desk, N_("Earlier names"), (self._remove_act,), width=720)
        self._body_id = body_id
        self.table: Table[_Row] = Table(desk, N_("Earlier names"), _columns(desk))
        frame, column = card()
        column.addWidget(self.table)
        self.body.addWidget(frame)
        rows = min(len(names), _MOST_ROWS)
        self.table.setFixedHeight(scaled(TABLE_HEADER_HEIGHT) + rows * scaled(ROW_HEIGHT))
        self.table.show_rows([_Row(at, one) for at, one in enumerate(reversed(names))])

    def _remove(self) -> None:
        if (row := self.table.current) is None:
            return
        self.leave()
        self._desk.write(
            "bodies.forget_name",
            lambda work: bodies.forget_name(work, self._body_id, row.named.valid_from),
            told=self._desk.say("Name deleted"),
        )


def _columns(desk: Desk) -> tuple[Column[_Row], ...]:
    def since(row: _Row) -> str:
        return short_day(row.named.valid_from, desk.language) if row.named.valid_from else NOTHING

    return (
        Column("since", N_("Since"), since),
        Column(
            "name",
            N_("Name"),
            lambda row: name_for(row.named.name, desk.language),
            "strong",
            may_be_cut=True,
            at_least=260,
            stretches=True,
        ),
        Column(
            "short",
            N_("Short name"),
            lambda row: name_for(row.named.short_name, desk.language) or NOTHING,
            "quiet",
            may_be_cut=True,
        ),
    )
