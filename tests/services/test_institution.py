"""The centre's settings, its pictures and its numbers."""

from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from db.codes import DocumentKind
from db.errors import UserError
from db.unit_of_work import Store, UnitOfWork
from desktop_app.services import institution, people, sessions
from desktop_app.services.drafts import InstitutionDraft, Label
from desktop_app.services.institution_data import HeaderMode, NumberingMode
from desktop_app.services.papers import give_number, issue, next_number
from desktop_app.services.recording import record_session
from desktop_app.services.references import reference
from tests.services.drafts import PNG, draft

DAY = date(2026, 3, 4)


def test_a_new_centre_has_a_head_that_can_be_printed(store: Store) -> None:
    with store.read() as reading:
        centre = institution.get_institution(reading, DAY)
    assert centre.header_ar[0] == "المملكة المغربية"
    assert centre.name.fr == "le centre régional du système d’information"
    assert (centre.signatory, centre.header_picture, centre.emblem) == (None, b"", b"")


def test_settings_come_back_as_they_were_typed(store: Store) -> None:
    with store.write("x") as work:
        record_session(work, draft())
        salma = people.list_people(work, DAY)[1]
        institution.set_institution(
            work,
            InstitutionDraft(
                header_mode=HeaderMode.PICTURE, city=Label("خنيفرة"), signatory=salma.uid
            ),
        )
    with store.write("x") as work:
        settings = institution.get_settings(work)
        institution.set_institution(work, settings)
    with store.read() as reading:
        centre = institution.get_institution(reading, DAY)
    assert (centre.header_mode, centre.city.ar) == (HeaderMode.PICTURE, "خنيفرة")
    assert centre.signatory == salma


@pytest.mark.parametrize(
    "pattern", ["{yy}", "{seq}", "", "{seq}/{yy}{", "{seq}/{yy}/{x}", "{0.__class__}{seq}{yy}"]
)
def test_a_pattern_that_numbers_nothing_is_refused(store: Store, pattern: str) -> None:
    draft_ = InstitutionDraft(reference_pattern=pattern)
    with (
        pytest.raises(UserError, match=r"a pattern such as \{seq\}/\{yy\}"),
        store.write("x") as work,
    ):
        institution.set_institution(work, draft_)


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("{seq}/{yy}", "7/26"),
        ("{yy}.{seq:03}", "26.007"),
        ("{service}-{seq:2}-{yyyy}", "م.إ-07-2026"),
    ],
)
def test_numbers_are_written_as_the_pattern_has_it(pattern: str, written: str) -> None:
    assert reference(pattern, 7, DAY, "م.إ") == written


def test_numbers_follow_one_another_in_each_civil_year(store: Store) -> None:
    days = (date(2025, 12, 31), DAY, DAY, date(2026, 12, 31), date(2027, 1, 1))
    with store.write("x") as work:
        given = [next_number(work, DocumentKind.MINUTES, day) for day in days]
        other = next_number(work, DocumentKind.INVITATION, DAY)
    assert given == ["1/25", "1/26", "2/26", "3/26", "1/27"]
    assert other == "1/26"


def test_a_number_is_given_once_and_none_is_lost_or_doubled(store: Store) -> None:
    with store.write("x") as work:
        first = record_session(work, draft())
        second = record_session(work, draft(reference="2/26"))
        third = record_session(work, draft())
        assert give_number(work, first, DocumentKind.MINUTES, DAY) == "1/26"
        assert give_number(work, first, DocumentKind.REPORT, DAY) == "1/26"
        assert give_number(work, second, DocumentKind.MINUTES, DAY) == "2/26"

    def number_and_fail(work: UnitOfWork) -> None:
        give_number(work, third, DocumentKind.MINUTES, DAY)
        give_number(work, 99, DocumentKind.MINUTES, DAY)

    with pytest.raises(UserError, match="no record 99"), store.write("x") as work:
        number_and_fail(work)
    with store.write("x") as work:
        assert give_number(work, third, DocumentKind.MINUTES, DAY) == "3/26"
        assert give_number(work, third, DocumentKind.INVITATION, DAY) == "1/26"
    with store.read() as reading:
        session = sessions.get_session(reading, third)
    assert (session.reference, session.invitation.reference) == ("3/26", "1/26")


def test_one_series_may_serve_all_papers(store: Store) -> None:
    with store.write("x") as work:
        institution.set_institution(work, InstitutionDraft(common_numbers=True))
        held = record_session(work, draft())
        issue(
            work,
            b"x",
            session_id=held,
            kind=DocumentKind.ATTESTATION,
            language="ar",  # type: ignore[arg-type]  # a code
            file_name="a.pdf",
            dated=DAY,
            reference="2/26",
        )
        assert give_number(work, held, DocumentKind.MINUTES, DAY) == "1/26"
        assert give_number(work, held, DocumentKind.INVITATION, DAY) == "3/26"


@pytest.mark.parametrize("mode", [NumberingMode.BLANK, NumberingMode.NONE])
def test_where_the_registry_desk_numbers_no_number_is_used(
    store: Store, mode: NumberingMode
) -> None:
    with store.write("x") as work:
        institution.set_institution(work, InstitutionDraft(numbering=mode))
        held = record_session(work, draft())
        assert give_number(work, held, DocumentKind.MINUTES, DAY) == ""
    with store.write("x") as work:
        institution.set_institution(work, InstitutionDraft())
        assert give_number(work, held, DocumentKind.MINUTES, DAY) == "1/26"


def test_an_attendance_sheet_bears_no_number(store: Store) -> None:
    with store.write("x") as work:
        record_session(work, draft())
    with pytest.raises(UserError, match="bear no number"), store.write("x") as work:
        give_number(work, 1, DocumentKind.ATTENDANCE_SHEET, DAY)


def picture(kind: str, size: tuple[int, int] = (4, 3)) -> bytes:
    data = BytesIO()
    Image.new("1", size).save(data, kind)
    return data.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_kept_byte_for_byte_and_taken_away(store: Store, kind: str) -> None:
    data = picture(kind)
    with store.write("x") as work:
        institution.set_header_picture(work, data)
        institution.set_emblem(work, data)
    with store.read() as reading:
        centre = institution.get_institution(reading, DAY)
    assert (centre.header_picture, centre.emblem) == (data, data)
    with store.write("x") as work:
        institution.set_header_picture(work, b"")
    with store.read() as reading:
        assert institution.get_institution(reading, DAY).header_picture == b""


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"not a picture", "no PNG or JPEG"),
        (PNG[:40], "no PNG or JPEG"),
        (picture("GIF"), "no PNG or JPEG"),
        (picture("PNG", (8000, 6000)), "larger than 10 MB or 40 million points"),
        (b"\x89PNG" + b"x" * institution.MOST_BYTES, "larger than 10 MB or 40 million points"),
    ],
    ids=["text", "cut off", "another kind", "many pixels", "many bytes"],
)
def test_a_picture_that_is_none_is_refused_and_the_old_one_stays(
    store: Store, data: bytes, why: str
) -> None:
    with store.write("x") as work:
        institution.set_header_picture(work, PNG)
    with pytest.raises(UserError, match=why), store.write("x") as work:
        institution.set_header_picture(work, data)
    with store.read() as reading:
        assert institution.get_institution(reading, DAY).header_picture == PNG
