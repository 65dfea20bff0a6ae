"""Hijri corrections and exceptional holidays as the centre keeps them."""

from datetime import date

import pytest

from db.unit_of_work import Store
from desktop_app.services.calendar_settings import (
    CalendarDraft,
    HijriMonthDraft,
    HolidayDraft,
    get_calendar,
    set_calendar,
)
from desktop_app.services.drafts import Label
from desktop_app.services.validation import FieldError

MONDAY = date(2026, 3, 23)
BRIDGE = HolidayDraft(name=Label("عطلة استثنائية"), first=MONDAY, last=MONDAY)
SHAWWAL = HijriMonthDraft(year=1447, month=10, correction=-1)


def test_what_was_announced_comes_back(store: Store) -> None:
    draft = CalendarDraft(correction=-2, months=(SHAWWAL,), holidays=(BRIDGE,))
    with store.write("x") as work:
        set_calendar(work, draft)
    with store.read() as reading:
        kept = get_calendar(reading)
    assert kept == draft
    fitr, bridge = kept.working().days_off(date(2026, 3, 20), MONDAY)
    assert (fitr.first, fitr.estimated) == (date(2026, 3, 21), False)
    assert (bridge.ar, bridge.first) == ("عطلة استثنائية", MONDAY)


@pytest.mark.parametrize(
    ("draft", "where", "why"),
    [
        (CalendarDraft(months=(SHAWWAL, SHAWWAL)), ("months", 1), "corrected already"),
        (
            CalendarDraft(holidays=(HolidayDraft(name=Label(), first=MONDAY, last=MONDAY),)),
            ("holidays", 0, "name"),
            "needs its name",
        ),
        (
            CalendarDraft(
                holidays=(HolidayDraft(name=Label("ا"), first=MONDAY, last=date(2026, 3, 22)),)
            ),
            ("holidays", 0, "last"),
            "must follow the first",
        ),
        (
            CalendarDraft(
                holidays=(HolidayDraft(name=Label("ا"), first=MONDAY, last=date(2026, 4, 23)),)
            ),
            ("holidays", 0, "last"),
            "by at most 31 days",
        ),
    ],
)
def test_what_cannot_be_is_refused(
    store: Store, draft: CalendarDraft, where: tuple[str | int, ...], why: str
) -> None:
    with pytest.raises(FieldError, match=why) as refused, store.write("x") as work:
        set_calendar(work, draft)
    assert refused.value.path == where
