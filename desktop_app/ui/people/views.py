"""The views of the screen of people: what each of them lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from desktop_app.i18n import N_, Language
from desktop_app.services.body_list import BodyRow, GroupRow, list_body_rows, list_group_rows
from desktop_app.services.people_list import PersonRow, list_rows
from desktop_app.ui.desk import Desk
from desktop_app.ui.people.columns import body_columns, group_columns, people_columns
from desktop_app.ui.people.listing import Listed
from desktop_app.ui.people.rows import (
    bodies_in_order,
    in_order,
    searchable,
    searchable_body,
    searchable_group,
)
from desktop_app.ui.text import text_for
from desktop_app.ui.widgets.columns import Column, Group
from desktop_app.ui.widgets.tabs import Tab

if TYPE_CHECKING:
    from db.unit_of_work import Reading

VIEWS: Final = (
    Tab("people", N_("People"), "users"),
    Tab("bodies", N_("Bodies"), "buildings"),
    Tab("groups", N_("Groups"), "users-three"),
    Tab("alike", N_("Look-alikes"), "arrows-merge"),
)
"""The views, in the order of their tabs."""


@dataclass(frozen=True, slots=True)
class AlikeRow:
    """A person whose name looks like others'.

    Attributes:
        group: the same for all who look alike; their place among the groups.
    """

    id: int
    person: PersonRow
    group: int


def people(desk: Desk) -> Listed[PersonRow]:
    """Everybody on file, by name."""
    return Listed(
        N_("People"),
        N_("Filter: name, function, body"),
        people_columns(desk),
        lambda reading: list_rows(reading, _today()),
        searchable,
        in_order,
        (
            "users",
            N_("No people yet"),
            N_("Those who are invited to a session or attend it stand here."),
        ),
    )


def bodies(desk: Desk) -> Listed[BodyRow]:
    """All bodies, by name."""
    return Listed(
        N_("Bodies"),
        N_("Filter: name, town"),
        body_columns(desk),
        lambda reading: list_body_rows(reading, _today()),
        searchable_body,
        bodies_in_order,
        (
            "buildings",
            N_("No bodies yet"),
            N_("Academy, directorates, centres and schools that people come from stand here."),
        ),
    )


def groups(desk: Desk) -> Listed[GroupRow]:
    """All groups, by name."""
    return Listed(
        N_("Groups"),
        N_("Filter: name, member"),
        group_columns(desk),
        list_group_rows,
        searchable_group,
        in_order,
        (
            "users-three",
            N_("No groups yet"),
            N_("People who are often invited together make a group: one line invites them all."),
        ),
    )


def alike(desk: Desk) -> Listed[AlikeRow]:
    """People whose names look alike, those of one group under one head."""

    def grouped(rows: Sequence[AlikeRow]) -> list[Group[AlikeRow]]:
        together: dict[int, list[AlikeRow]] = {}
        for row in rows:
            together.setdefault(row.group, []).append(row)
        return [
            Group(str(at), text_for(some[0].person.name, desk.language), some)
            for at, some in together.items()
        ]

    return Listed(
        N_("Look-alikes"),
        N_("Filter: name, function, body"),
        tuple(_of_person(column) for column in people_columns(desk)),
        _read_alike,
        lambda row: searchable(row.person),
        _alike_in_order,
        (
            "check-circle",
            N_("No look-alikes"),
            N_("Nobody seems to be on file twice."),
        ),
        grouped,
    )


def _of_person(column: Column[PersonRow]) -> Column[AlikeRow]:
    cell = column.cell
    return Column(
        *(column.code, column.message, lambda row: cell(row.person), column.kind),
        may_be_cut=column.may_be_cut,
        at_least=column.at_least,
        leaves=column.leaves,
        stretches=column.stretches,
    )


def _read_alike(reading: "Reading") -> list[AlikeRow]:
    from desktop_app.services.look_alikes import look_alikes  # when they are looked for

    rows = {row.id: row for row in list_rows(reading, _today())}
    found = look_alikes(rows.values())
    return [AlikeRow(key, rows[key], at) for at, some in enumerate(found) for key in some]


def _alike_in_order(rows: Sequence[AlikeRow], language: Language) -> list[AlikeRow]:
    del language  # the groups keep the order in which they were found
    return list(rows)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's own day
