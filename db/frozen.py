"""Final minutes stay as they are: what they tell of a session cannot be changed by any write.

What is told is listed here, table by table. How outcomes are followed up goes on, papers are
issued, signed and sent, and the registry desk gives its number; all else waits for the minutes to
be re-opened.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, select

from db.codes import DocumentKind
from db.errors import UserError
from db.journal import Record, records
from db.models.base import Base

Change = tuple[str, Record | None, Record | None]
"""The table of a record, and what it was and is; None when it was not there or is no more."""

GOES_ON: Final[Mapping[str, frozenset[str]]] = {
    "sessions": frozenset(
        {"state", "since", "reason", "registry_reference", "registry_date", "series_id"}
        | {"minutes_state", "minutes_version", "minutes_final", "reopening"}
    ),
    "session_days": frozenset(),
    "session_people": frozenset(),
    "invitation_letters": frozenset(),
    "agenda_items": frozenset(),
    "attendance": frozenset(),
    "interventions": frozenset(),
    "intervention_speakers": frozenset(),
    "outcomes": frozenset(
        {"owner_person_id", "owner_text_ar", "owner_text_fr", "partners_ar", "partners_fr"}
        | {"due", "ongoing", "priority", "state", "percent", "reason", "review_on"}
        | {"remarks_ar", "remarks_fr"}
    ),
    "carried_outcomes": frozenset(),
    "replaced_wordings": frozenset(),
}
"""The tables that final minutes tell of, each with the columns that change all the same."""
BESIDE: Final = frozenset(
    {"outcome_bodies", "outcome_changes", "issued_documents", "document_signatories"}
    | {"deliveries", "outputs", "attachments", "final_versions"}
)
"""Parts of a session that go on beside its final minutes."""
FINAL: Final = UserError(
    "Nothing was changed, because the minutes of this session are final; re-open them in its"
    " papers first, and say why; what is recorded is safe."
)
NO_VERSION: Final = UserError(
    "Nothing was changed, because minutes that were re-opened become final by finalising them"
    " anew; what is recorded is safe."
)
_DIRECTORY: Final = frozenset({"people", "bodies"})
_THROUGH: Final = {"intervention_speakers": ("interventions", "intervention_id")}


def told(connection: Connection, session_id: int) -> dict[str, list[Record]]:
    """Give all that the minutes of a session tell, as it is recorded: its rows, table by table."""
    found: dict[str, list[Record]] = {}
    for name, goes_on in GOES_ON.items():
        table = Base.metadata.tables[name]
        if name == "sessions":
            condition = table.c.id == session_id
        elif name in _THROUGH:
            above, key = _THROUGH[name]
            parent = Base.metadata.tables[above]
            own = select(parent.c.id).where(parent.c.session_id == session_id)
            condition = table.c[key].in_(own)
        else:
            condition = table.c.session_id == session_id
        rows = records(connection, table, condition)
        found[name] = [
            {key: value for key, value in row.items() if key not in goes_on}
            for row in sorted(rows, key=lambda row: int(row["id"]))
            if _is_told(name, row)
        ]
    return found


def refuse_changes(connection: Connection, changes: Iterable[Change]) -> None:
    """Refuse a unit of work that changes what final minutes tell.

    Raises:
        UserError: it does, or it makes minutes final without a version of them.
    """
    changes = list(changes)
    became = [
        after
        for name, before, after in changes
        if name == "sessions"
        and after
        and after["minutes_final"]
        and not (before and before["minutes_final"])
    ]
    versions = {
        (after["session_id"], after["number"])
        for name, before, after in changes
        if name == "final_versions" and before is None and after
    }
    if any((one["id"], one["minutes_version"]) not in versions for one in became):
        raise NO_VERSION
    gone = {(name, before["id"]) for name, before, after in changes if before and after is None}
    touched = [one for one in changes if _changes_told(one, gone)]
    if touched and _sessions_of(connection, touched) & _final(connection, changes, touched):
        raise FINAL


def _is_told(name: str, record: Record) -> bool:
    return name != "replaced_wordings" or record["kind"] == DocumentKind.MINUTES


def _changes_told(change: Change, gone: set[tuple[str, int]]) -> bool:
    """Tell whether a change is of what minutes tell.

    A person or body that becomes one with another takes its name along wherever it stands.
    """
    name, before, after = change
    if name not in GOES_ON or not any(_is_told(name, one) for one in (before, after) if one):
        return False
    if before is None or after is None:
        return True
    fields = {field for field in after if before[field] != after[field]} - GOES_ON[name]
    return any(not _follows(name, field, before[field], gone) for field in fields)


def _follows(name: str, field: str, was: Any, gone: set[tuple[str, int]]) -> bool:  # noqa: ANN401 - any value
    keys = Base.metadata.tables[name].columns[field].foreign_keys
    targets = {key.column.table.name for key in keys} & _DIRECTORY
    return any((target, was) in gone for target in targets)


def _sessions_of(connection: Connection, changes: Sequence[Change]) -> set[int]:
    """Give the sessions that changed records are or were part of."""
    sessions: set[int] = set()
    through: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for name, before, after in changes:
        for record in filter(None, (before, after)):
            if name in _THROUGH:
                through[_THROUGH[name]].add(record[_THROUGH[name][1]])
            else:
                sessions.add(record["id" if name == "sessions" else "session_id"])
    for (above, _), ids in through.items():
        parent = Base.metadata.tables[above]
        sessions.update(connection.scalars(select(parent.c.session_id).where(parent.c.id.in_(ids))))
    return sessions


def _final(
    connection: Connection, changes: Sequence[Change], touched: Sequence[Change]
) -> set[int]:
    """Give the sessions among them whose minutes were final before the unit of work."""
    table = Base.metadata.tables["sessions"]
    known = {
        (before or after or {})["id"]: bool(before and before["minutes_final"])
        for name, before, after in changes
        if name == "sessions"
    }
    asked = _sessions_of(connection, touched) - known.keys()
    query = select(table.c.id).where(table.c.minutes_final, table.c.id.in_(asked))
    return {key for key, final in known.items() if final} | set(connection.scalars(query))
