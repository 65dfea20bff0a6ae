"""An outcome that a later session follows up is not lost with its line in the minutes."""

from collections.abc import Iterable
from typing import Final

from db.errors import UserError
from db.frozen import Change

FOLLOWED_UP: Final = UserError(
    "This outcome was not deleted, because a later session follows it up; cancel it with its"
    " reason instead, or take it off that session first; nothing was changed."
)


def refuse_loss(changes: Iterable[Change]) -> None:
    """Refuse a unit of work that deletes an outcome under a session that follows it up.

    Raises:
        UserError: it does.
    """
    gone: dict[str, set[int]] = {"sessions": set(), "outcomes": set()}
    let_go = []
    for name, before, after in changes:
        if before is None or after is not None:
            continue
        if name in gone:
            gone[name].add(before["id"])
        elif name == "carried_outcomes":
            let_go.append(before)
    if any(
        row["outcome_id"] in gone["outcomes"] and row["session_id"] not in gone["sessions"]
        for row in let_go
    ):
        raise FOLLOWED_UP
