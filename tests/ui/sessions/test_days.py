"""Days of a session as the window writes them."""

import re
from datetime import date, time

import pytest

from desktop_app.i18n import LANGUAGES, Language
from desktop_app.ui.sessions.days import all_days, month_name, span, when

MAY = [date(2026, 5, day) for day in (20, 21, 22, 27)]


def bare(text: str) -> str:
    return re.sub("[\u2066-\u2069]", "", text)


@pytest.mark.parametrize(
    ("days", "language", "written"),
    [
        ([date(2026, 5, 20)], "ar", "الأربعاء 20 ماي 2026"),
        (MAY[:2], "ar", "20–21 ماي 2026"),
        (MAY, "ar", "20–22، 27 ماي 2026"),
        (MAY, "fr", "20–22, 27 mai 2026"),
        ([date(2026, 4, 1), date(2026, 4, 2), date(2026, 5, 1)], "fr", "1er–2 avril, 1er mai 2026"),
        ([date(2026, 3, 31), date(2026, 4, 1)], "en", "31 March, 1 April 2026"),
        (
            [date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 1)],
            "en",
            "30–31 December 2026, 1 January 2027",
        ),
    ],
)
def test_all_days(days: list[date], language: Language, written: str) -> None:
    assert bare(all_days(days, language)) == written


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (date(2026, 5, 20), date(2026, 5, 20), "20 mai 2026"),
        (date(2026, 5, 20), date(2026, 5, 22), "20–22 mai 2026"),
        (date(2026, 3, 30), date(2026, 4, 2), "30 mars – 2 avril 2026"),
        (date(2026, 12, 30), date(2027, 1, 2), "30 décembre 2026 – 2 janvier 2027"),
    ],
)
def test_span(first: date, last: date, written: str) -> None:
    assert bare(span(first, last, "fr")) == written


def test_a_span_keeps_its_order_in_an_arabic_line() -> None:
    assert span(MAY[0], MAY[2], "ar").startswith("\u206620–22\u2069")


def test_when_nothing_is_fixed_nothing_is_written() -> None:
    assert when((), None, None, "ar") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_hours_stand_after_the_days(language: Language) -> None:
    written = bare(when(MAY[:1], time(9, 30), time(12, 30), language))
    assert written.endswith("09:30–12:30")
    assert written.startswith(all_days(MAY[:1], language))
    assert bare(when((), time(9, 30), None, language)) == "09:30"


def test_months_begin_with_a_capital() -> None:
    assert month_name(date(2026, 5, 1), "fr") == "Mai 2026"
    assert month_name(date(2026, 5, 1), "ar") == "ماي 2026"
