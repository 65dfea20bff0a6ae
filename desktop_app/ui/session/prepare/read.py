"""What the form shows beside the session itself."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.calendar import WorkingCalendar
from desktop_app.services.calendar_settings import get_calendar
from desktop_app.services.day_warnings import DayProblem, DayWarning, warnings_of
from desktop_app.services.series import Series, list_series
from desktop_app.services.sessions import session_types
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.dates import hijri_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from db.unit_of_work import Store
    from desktop_app.services.session_data import Session
    from desktop_app.wording.session_types import SessionType

OF_THE_DAY = frozenset({DayProblem.PAST, DayProblem.WEEKEND, DayProblem.HOLIDAY})
"""Problems of a day whatever its hours."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around a session.

    Attributes:
        types: of sessions, by their codes.
        warnings: about its days and hours.
        hijri: its first day as it is computed.
        series: those on file.
    """

    types: "Mapping[str, SessionType]" = field(default_factory=dict)
    warnings: tuple[DayWarning, ...] = ()
    hijri: Bilingual = Bilingual()
    series: tuple[Series, ...] = ()


def read_around(store: "Store", session: "Session", today: date) -> Around:
    """Read it."""
    with store.read() as reading:
        return Around(
            session_types(reading),
            warnings_of(reading, session, today),
            _hijri(session, get_calendar(reading).working()),
            list_series(reading),
        )


def _hijri(session: "Session", calendar: WorkingCalendar) -> Bilingual:
    if not session.days:
        return Bilingual()
    day, moon = session.days[0], calendar.hijri
    return Bilingual(hijri_text(day, "ar", moon), hijri_text(day, "fr", moon))
