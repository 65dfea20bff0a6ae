"""What is offered while a name is typed: lines for the list of suggestions."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.text import capitalised, name_for, text_for
from desktop_app.ui.widgets.suggestions import Suggestion

if TYPE_CHECKING:
    from desktop_app.services.roster import Entry, Kind

ICONS: Final = {"person": "user", "body": "buildings", "group": "users"}
_LONGEST: Final = 60
"""Letters of what was typed that an offer to add it repeats."""


def name_of(desk: Desk, entry: "Entry") -> str:
    """Give a name in the window's language."""
    say = text_for if entry.kind == "person" else name_for
    return say(entry.name, desk.language)


def lines_of(desk: Desk, entries: "Sequence[Entry]", *, icons: bool = False) -> list[Suggestion]:
    """Give the lines of entries that were found."""
    return [
        Suggestion(
            name_of(desk, entry),
            capitalised(text_for(entry.about, desk.language)),
            ICONS[entry.kind] if icons else "",
            entry,
        )
        for entry in entries
    ]


def found(
    desk: Desk,
    typed: str,
    kinds: "Sequence[Kind]",
    *,
    body_id: int | None = None,
    leave_out: Collection[int] = (),
    may_add: bool = False,
) -> list[Suggestion]:
    """Give what the letters find, and an offer to add what was typed unless it is found whole."""
    from desktop_app.services.search import spaced  # the database is loaded by now

    entries = desk.roster.now.find(typed, kinds, body_id=body_id, leave_out=leave_out)
    lines = lines_of(desk, entries, icons=len(kinds) > 1)
    wanted = spaced(typed)
    whole = any(wanted in {spaced(one.name.ar), spaced(one.name.fr)} for one in entries)
    if may_add and wanted.strip() and not whole:
        lines.append(adding(desk, typed))
    return lines


def adding(desk: Desk, typed: str) -> Suggestion:
    """Offer to record what was typed."""
    name = typed.strip()
    if len(name) > _LONGEST:
        name = f"{name[:_LONGEST]}…"
    return Suggestion(desk.say(N_("Add “{name}”"), name=name), icon="plus", value=typed, act=True)
