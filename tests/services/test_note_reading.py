from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.services.note_reading import Names, Owner, Reading, Span, read
from desktop_app.wording.note_dates import FoundDate, Milestone

TODAY = date(2026, 5, 20)
KHADIJA, OTHER, AZILAL, KHENIFRA = (
    Owner("person", 1),
    Owner("person", 2),
    Owner("body", 3),
    Owner("body", 4),
)
NAMES = Names(
    [
        (KHADIJA, ("خديجة العمراني", "Khadija EL AMRANI")),
        (OTHER, ("خديجة بناني", "Khadija BENNANI")),
        (AZILAL, ("المديرية الإقليمية بأزيلال", "DP d’Azilal")),
        (KHENIFRA, ("المديرية الإقليمية بخنيفرة", "DP de Khénifra", "خنيفرة")),
    ]
)


def said(text: str, **more: object) -> Reading:
    return read(text, NAMES, TODAY, **more)  # type: ignore[arg-type]  # what each test adds


@pytest.mark.parametrize(
    ("line", "text", "person", "bodies", "due"),
    [
        (
            "إعداد دليل @خديجة العمراني قبل 15/06",
            "إعداد دليل",
            1,
            (),
            date(2026, 6, 15),
        ),
        ("إعداد دليل @خديجه العمرانى", "إعداد دليل", 1, (), None),
        ("@العمراني: إعداد دليل", "إعداد دليل", 1, (), None),
        (
            "إعداد دليل، @Khadija el Amrani, avant le 15/06.",
            "إعداد دليل.",
            1,
            (),
            date(2026, 6, 15),
        ),
        ("Envoyer @DP d'Azilal le lien @DP de Khenifra", "Envoyer le lien", None, (3, 4), None),
        ("Préparer la salle d’ici jeudi", "Préparer la salle", None, (), date(2026, 5, 21)),
        (
            "اعتماد 12/06/2026 آخر أجل لإغلاق المسك",
            "اعتماد 12/06/2026 آخر أجل لإغلاق المسك",
            None,
            (),
            None,
        ),
        ("تحيين اللائحة @خنيفرة", "تحيين اللائحة", None, (4,), None),
        ("@خديجة إعداد دليل", "@خديجة إعداد دليل", None, (), None),
        ("راسل amrani@men.example قبل غد", "راسل amrani@men.example", None, (), date(2026, 5, 21)),
        ("@العمراني مع @بناني", "مع @بناني", 1, (), None),
        ("كتب @ ثم سكت", "كتب @ ثم سكت", None, (), None),
        ("@فلان يتكلف", "@فلان يتكلف", None, (), None),
        ("", "", None, (), None),
    ],
)
def test_says_who_and_until_when(
    line: str, text: str, person: int | None, bodies: tuple[int, ...], due: date | None
) -> None:
    reading = said(line)
    assert (reading.text, reading.person_id, reading.body_ids, reading.due) == (
        text,
        person,
        bodies,
        due,
    )


def test_what_is_ongoing_has_no_date_on_purpose() -> None:
    reading = said("تتبع المسك مستمر")
    assert (reading.text, reading.due, reading.ongoing) == ("تتبع المسك", None, True)


def test_spans_stand_where_the_words_stand() -> None:
    line = "إعداد دليل @خديجة العمراني قبل 15/06 للمديريات"
    first, second = said(line).spans
    assert (line[first.start : first.end], first.what) == ("@خديجة العمراني", KHADIJA)
    assert line[second.start : second.end] == "قبل 15/06"
    assert isinstance(second.what, FoundDate)


def test_what_was_given_back_stays_text() -> None:
    line = "إعداد دليل @العمراني قبل 15/06"
    assert said(line, given_back={"@العمراني"}).text == "إعداد دليل @العمراني"
    date_back = said(line, given_back={"قبل 15/06"})
    assert (date_back.text, date_back.due) == ("إعداد دليل قبل 15/06", None)
    assert said(line, given_back={"@العمراني", "قبل 15/06"}) == Reading(line)


def test_a_date_wins_over_a_name_inside_it() -> None:
    exams = Milestone(("@لجنة",), TODAY, TODAY)
    names = Names([(AZILAL, ("لجنة",))])
    reading = read("عرض قبل @لجنة", names, TODAY, [exams])
    assert (reading.text, reading.body_ids, reading.due) == ("عرض", (), TODAY)


def test_milestones_and_the_next_session_are_known() -> None:
    exams = Milestone(("امتحانات الباكالوريا",), date(2026, 6, 8), date(2026, 6, 12))
    assert said("توفير القاعات قبل امتحانات الباكالوريا", milestones=[exams]).due == date(
        2026, 6, 8
    )
    assert said("عرض النتائج في الجلسة المقبلة", next_session=TODAY).due == TODAY


@given(st.text("@ خديجةلعمران،,15/06قبل\nab", max_size=60))
def test_any_line_is_its_text_and_what_was_understood(line: str) -> None:
    reading = said(line)
    at = 0
    for span in reading.spans:
        assert at <= span.start < span.end <= len(line)
        at = span.end
    assert set(reading.text) <= {*line, " "}
    if not reading.spans:
        assert reading.text == line.strip()


def test_a_span_is_what_it_says() -> None:
    assert said("@بناني").spans == (Span(0, 6, OTHER),)
