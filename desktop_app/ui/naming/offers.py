"""What is offered while a name is typed: lines for the list of suggestions."""

import re
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Final

from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.text import capitalised, name_for, text_for
from desktop_app.ui.widgets.suggestions import Suggestion

if TYPE_CHECKING:
    from desktop_app.services.roster import Entry, Kind

ICONS: Final = {"person": "user", "body": "buildings", "group": "users"}
_COMMA: Final = re.compile("[،,]")
_LONGEST: Final = 60
"""Letters of what was typed that an offer to add it repeats."""


def name_of(desk: Desk, entry: "Entry") -> str:
    """Give a name in the window's language."""
    say = text_for if entry.kind == "person" else name_for
    return say(entry.name, desk.language)


def line_of(desk: Desk, entry: "Entry", *, icon: bool = False) -> Suggestion:
    """Give the line of an entry that was found."""
    about = capitalised(text_for(entry.about, desk.language))
    return Suggestion(name_of(desk, entry), about, ICONS[entry.kind] if icon else "", entry)


def found(
    desk: Desk,
    typed: str,
    kinds: "Sequence[Kind]",
    *,
    body_id: int | None = None,
    leave_out: Collection[int] = (),
) -> list[Suggestion]:
    """Give lines for what the letters find."""
    entries = desk.roster.now.find(typed, kinds, body_id=body_id, leave_out=leave_out)
    return [line_of(desk, entry, icon=len(kinds) > 1) for entry in entries]


def whole(lines: Sequence[Suggestion], typed: str) -> "list[Entry]":
    """Give those of the entries found whose whole name was typed, in either language."""
    from db.folding import spaced  # the database is loaded by now

    wanted = spaced(typed)
    return [
        line.value
        for line in lines
        if wanted in {spaced(line.value.name.ar), spaced(line.value.name.fr)}
    ]


def lines_alike(desk: Desk, typed: str, offered: Sequence[Suggestion]) -> list[Suggestion]:
    """Give lines for people whose name looks like the one that begins a typed line."""
    known = [line.value for line in offered]
    name = _COMMA.split(typed, maxsplit=1)[0]
    return [line_of(desk, one) for one in desk.roster.now.alike(name) if one not in known]


def adding(desk: Desk, typed: str, do: Callable[[], object]) -> Suggestion:
    """Offer to record what was typed."""
    name = typed.strip()
    if len(name) > _LONGEST:
        name = f"{name[:_LONGEST]}…"
    return Suggestion(desk.say(N_("Add “{name}”"), name=name), icon="plus", value=do, act=True)
