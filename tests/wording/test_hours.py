"""Section 3: the table of hours in words."""

from datetime import time

import pytest

from desktop_app.wording.hours import hour_in_words, parse_hour

TABLE = """
8 | الثامنة صباحا | الثامنة والربع صباحا | الثامنة والنصف صباحا | التاسعة إلا ربعا صباحا | huit heures
9 | التاسعة صباحا | التاسعة والربع صباحا | التاسعة والنصف صباحا | العاشرة إلا ربعا صباحا | neuf heures
10 | العاشرة صباحا | العاشرة والربع صباحا | العاشرة والنصف صباحا | الحادية عشرة إلا ربعا صباحا | dix heures
11 | الحادية عشرة صباحا | الحادية عشرة والربع صباحا | الحادية عشرة والنصف صباحا | الثانية عشرة إلا ربعا زوالا | onze heures
12 | الثانية عشرة زوالا | الثانية عشرة والربع زوالا | الثانية عشرة والنصف زوالا | الواحدة إلا ربعا بعد الزوال | douze heures
13 | الواحدة بعد الزوال | الواحدة والربع بعد الزوال | الواحدة والنصف بعد الزوال | الثانية إلا ربعا بعد الزوال | treize heures
14 | الثانية بعد الزوال | الثانية والربع بعد الزوال | الثانية والنصف بعد الزوال | الثالثة إلا ربعا بعد الزوال | quatorze heures
15 | الثالثة بعد الزوال | الثالثة والربع بعد الزوال | الثالثة والنصف بعد الزوال | الرابعة إلا ربعا بعد الزوال | quinze heures
16 | الرابعة بعد الزوال | الرابعة والربع بعد الزوال | الرابعة والنصف بعد الزوال | الخامسة إلا ربعا بعد الزوال | seize heures
17 | الخامسة بعد الزوال | الخامسة والربع بعد الزوال | الخامسة والنصف بعد الزوال | السادسة إلا ربعا مساء | dix-sept heures
18 | السادسة مساء | السادسة والربع مساء | السادسة والنصف مساء | السابعة إلا ربعا مساء | dix-huit heures
"""  # noqa: E501  # one row of the specification a line


@pytest.mark.parametrize("row", TABLE.strip().splitlines(), ids=lambda row: row.split(" ")[0])
def test_each_quarter(row: str) -> None:
    hour, *arabic, french = row.split(" | ")
    quarters = [time(int(hour), minute) for minute in (0, 15, 30, 45)]
    assert [hour_in_words(at, "ar") for at in quarters] == arabic
    assert [hour_in_words(at, "fr") for at in quarters] == [
        french,
        f"{french} quinze",
        f"{french} trente",
        f"{french} quarante-cinq",
    ]


@pytest.mark.parametrize(
    ("at", "arabic", "french"),
    [
        (time(7, 30), "السابعة والنصف صباحا", "sept heures trente"),
        (time(7, 45), "الثامنة إلا ربعا صباحا", "sept heures quarante-cinq"),
        (time(1), "الواحدة صباحا", "une heure"),
        (time(21, 15), "التاسعة والربع مساء", "vingt et une heures quinze"),
        (time(22, 45), "الحادية عشرة إلا ربعا مساء", "vingt-deux heures quarante-cinq"),
        (time(23, 45), "", "vingt-trois heures quarante-cinq"),
        (time(0, 30), "", "zéro heure trente"),
        (time(9, 20), "", ""),
    ],
)
def test_hours_beyond_the_table(at: time, arabic: str, french: str) -> None:
    assert hour_in_words(at, "ar") == arabic
    assert hour_in_words(at, "fr") == french


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("9", time(9)),
        ("09", time(9)),
        ("930", time(9, 30)),
        ("0930", time(9, 30)),
        ("1230", time(12, 30)),
        ("9:30", time(9, 30)),
        ("9.30", time(9, 30)),
        (" 9 h 30 ", time(9, 30)),
        ("9h", time(9)),
        ("9H30", time(9, 30)),
        ("9h30min", time(9, 30)),
        ("9 heures 30", time(9, 30)),
        ("٩:٣٠", time(9, 30)),
        ("9 س 30 د", time(9, 30)),
        ("\u200e9:30", time(9, 30)),
        ("0", time(0)),
        ("2359", time(23, 59)),
    ],
)
def test_an_hour_is_read_as_people_type_it(typed: str, hour: time) -> None:
    assert parse_hour(typed) == hour


@pytest.mark.parametrize(
    "typed", ["", " ", "24", "2400", "975", "9:60", "9:3", "99999", "-9", "9:30:00", "متى", "h30"]
)
def test_what_is_no_hour_is_not_read(typed: str) -> None:
    assert parse_hour(typed) is None
