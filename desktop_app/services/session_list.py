"""What the window shows first: the list of sessions, and whose it is.

It is read as bare columns, so that it can be shown before the mapped classes are loaded.
"""

import json
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import Date, Time, text

from db.codes import DocumentState, SessionState
from db.unit_of_work import Reading
from desktop_app.services.session_row import SessionRow
from desktop_app.services.standing_data import waits_for
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.session_types import SESSION_TYPES

if TYPE_CHECKING:
    from desktop_app.wording.gender import Gender

_SESSIONS = text(
    """
    SELECT id, uid, type_code, theme_ar, theme_fr,
        (SELECT min(day) FROM session_days WHERE session_id = sessions.id) AS first_day,
        (SELECT max(day) FROM session_days WHERE session_id = sessions.id) AS last_day,
        start_time, state, reference,
        (SELECT count(*) FROM attendance WHERE session_id = sessions.id AND invited) AS invited,
        (SELECT count(*) FROM attendance WHERE session_id = sessions.id
            AND attendance.state IN ('present', 'remote')) AS present,
        (SELECT count(*) FROM outcomes WHERE session_id = sessions.id) AS outcomes,
        room_ar, room_fr, site_ar, site_fr, platform, minutes_state
    FROM sessions
    """
).columns(start_time=Time, first_day=Date, last_day=Date)
_ADDED_TYPES = text("SELECT code, indefinite, french, gender, french_gender FROM session_types")
_SETTINGS = text("SELECT value FROM settings WHERE key = 'institution'")


def list_sessions(reading: Reading) -> tuple[SessionRow, ...]:
    """Give all sessions as lines of a list, the latest day first, those without a day on top."""
    types = type_labels(reading)
    shared = cache(Bilingual)  # the same few places come again and again
    states = {state.value: state for state in SessionState}
    documents = {state.value: state for state in DocumentState}
    rows = []
    for read in reading.connection.execute(_SESSIONS).all():
        (key, uid, code, ar_theme, fr_theme, first, last, start, state, reference) = read[:10]
        invited, present, outcomes, *named, platform, minutes = read[10:]
        room, site = named[:2], named[2:]
        place = shared(*room) or shared(*site) or shared(platform, platform)
        rows.append(
            SessionRow(
                *(key, uid, code, *types[code], Bilingual(ar_theme, fr_theme)),
                *(first, last, start, states[state], place, reference),
                *(invited, present, outcomes, waits_for(states[state], documents[minutes])),
            )
        )
    rows.sort(key=lambda row: (row.first_day or date.max, row.id), reverse=True)
    return tuple(rows)


def type_labels(reading: Reading) -> "dict[str, tuple[Bilingual, Gender, Gender]]":
    """Give the names of all types of session by their codes, and what agrees with each."""
    types: dict[str, tuple[Bilingual, Gender, Gender]] = {
        code: (Bilingual(kind.indefinite, kind.french), kind.gender, kind.french_gender)
        for code, kind in SESSION_TYPES.items()
    }
    for code, indefinite, french, ar, fr in reading.connection.execute(_ADDED_TYPES):
        types[code] = (Bilingual(indefinite, french), _gender(ar), _gender(fr))
    return types


def centre_name(reading: Reading) -> Bilingual:
    """Give the name of the centre; what `get_institution` gives, without all the rest."""
    kept = reading.connection.scalar(_SETTINGS)
    name = json.loads(kept).get("name") if kept else None
    if name:
        return Bilingual(**name)
    from desktop_app.wording.centre import DEFAULT_NAME  # seldom, and with all its grammar

    return DEFAULT_NAME


def _gender(kept: str) -> "Gender":
    return "f" if kept == "f" else "m"
