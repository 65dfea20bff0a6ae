"""A point of an agenda is typed on one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.services.agenda_line import AgendaLine, read_line
from desktop_app.services.note_reading import Names, Owner

NAMES = Names(
    [
        (Owner("person", 4), ("هشام بوعزة", "Hicham Bouazza")),
        (Owner("person", 5), ("هشام الفاسي", "Hicham El Fassi")),
        (Owner("body", 9), ("المركز الجهوي",)),
    ]
)


@pytest.mark.parametrize(
    ("typed", "title", "presenter", "minutes"),
    [
        ("عرض التغطية", "عرض التغطية", None, None),
        ("عرض التغطية /20", "عرض التغطية", None, 20),
        ("عرض التغطية / 20 د", "عرض التغطية", None, 20),
        ("Présentation /20 min ", "Présentation", None, 20),
        ("عرض @هشام بوعزة /15", "عرض", 4, 15),
        ("@hicham bouazza Taux de saisie", "Taux de saisie", 4, None),
        ("عرض @هشام", "عرض @هشام", None, None),
        ("عرض @المركز الجهوي", "عرض @المركز الجهوي", None, None),
        ("عرض @غير معروف /5", "عرض @غير معروف", None, 5),
        ("مذكرة 12/26", "مذكرة 12/26", None, None),
        ("الموسم 2025/2026", "الموسم 2025/2026", None, None),
        ("قبل 15/06", "قبل 15/06", None, None),
        ("مختلفات /0", "مختلفات", None, 0),
        ("مختلفات /100000", "مختلفات", None, 100_000),
        ("/30", "", None, 30),
        ("عرض /٢٠", "عرض", None, 20),
    ],
)
def test_what_a_line_says(
    typed: str, title: str, presenter: int | None, minutes: int | None
) -> None:
    assert read_line(typed, NAMES) == AgendaLine(title, presenter, minutes)


@given(st.text(st.characters(exclude_characters="@/")))
def test_what_is_not_marked_is_title(typed: str) -> None:
    assert read_line(typed, NAMES) == AgendaLine(typed.strip())
