"""The mail of each paper says what the record holds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from db.codes import DocumentKind, OutcomeKind
from db.engine import create_store
from db.unit_of_work import Store
from desktop_app.documents.mails import mail_to_owner, mail_with, reminder
from desktop_app.documents.options import Attested, PaperOptions
from desktop_app.documents.rendering import Material, gather
from desktop_app.services import sample
from desktop_app.services.follow_up_data import Filters, Standing
from desktop_app.services.follow_up_list import read_register
from desktop_app.services.institution import get_institution
from desktop_app.services.recipients import Recipient
from desktop_app.services.reminders import read_reminders
from desktop_app.wording.bilingual import Bilingual


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("sample") / "centre.mahdar"
    with create_store(path) as store:
        with store.write("sample.fill") as work:
            sample.fill(work)
        yield store


def material(centre: Store, kind: DocumentKind, options: PaperOptions | None = None) -> Material:
    with centre.read() as reading:
        return gather(reading, kind.value, 2, options)


def test_minutes_say_how_much_was_decided_and_are_signed(centre: Store) -> None:
    of = material(centre, DocumentKind.MINUTES)
    decided = {OutcomeKind.DECISION, OutcomeKind.RECOMMENDATION}
    count = sum(outcome.kind in decided for outcome in of.session.outcomes)
    mail = mail_with(of, "ar", ())
    assert mail.subject == "محضر الاجتماع التنسيقي ليوم 15 أكتوبر 2025"
    assert f"عدد القرارات والتوصيات: {count}." in mail.text
    assert of.institution.signatory
    name = of.institution.signatory.name
    assert mail.text.endswith(f"{name.ar}\nرئيسة المركز الجهوي لمنظومة الإعلام")
    french = mail_with(of, "fr", ())
    assert french.text.endswith(f"{name.fr}\nLa Cheffe du centre régional du système d’information")


def test_each_kind_has_its_own_words(centre: Store) -> None:
    subjects = {
        kind: mail_with(material(centre, kind), "ar", ()).subject.split(" ليوم ")[0]
        for kind in (DocumentKind.REPORT, DocumentKind.ATTENDANCE_SHEET, DocumentKind.ATTESTATION)
    }
    assert subjects == {
        DocumentKind.REPORT: "تقرير حول الاجتماع التنسيقي",
        DocumentKind.ATTENDANCE_SHEET: "لائحة حضور الاجتماع التنسيقي",
        DocumentKind.ATTESTATION: "شهادة حضور الاجتماع التنسيقي",
    }
    led = PaperOptions(attested=Attested.FACILITATION)
    mail = mail_with(material(centre, DocumentKind.ATTESTATION, led), "ar", ())
    assert mail.subject.startswith("شهادة تأطير")


def test_an_invitation_tells_theme_day_hour_place_and_until_when_to_answer(centre: Store) -> None:
    of = material(centre, DocumentKind.INVITATION)
    text = mail_with(of, "ar", ()).text
    assert (
        "حضور الاجتماع التنسيقي حول «تحيين معطيات منظومة مسار قبل الإحصاء المدرسي السنوي»، "
        "يوم الأربعاء 15 أكتوبر 2025 على الساعة العاشرة صباحا، بقاعة الاجتماعات بمقر الأكاديمية."
    ) in text
    assert "والبرنامج" in text
    assert "المرجو تأكيد الحضور قبل الاثنين 13 أكتوبر 2025." in text
    other = replace(of.session, theme=Bilingual("«محضر الخروج»"), agenda=())
    quoted = replace(of, of_session=other)
    text = mail_with(quoted, "ar", ()).text
    assert "حول «محضر الخروج»،" in text
    assert "والبرنامج" not in text


def opening(of: Material, *recipients: Recipient) -> tuple[str, str]:
    ar, fr = (mail_with(of, language, recipients).text.split("\n")[0] for language in ("ar", "fr"))
    return ar, fr


def test_one_person_is_called_by_function_or_by_name_and_a_body_as_several(centre: Store) -> None:
    of = material(centre, DocumentKind.MINUTES)
    people = [line.person for line in of.session.attendance]
    head = next(one for one in people if one.function.unique)
    plain = next(one for one in people if not one.function.unique)
    called = opening(of, Recipient(head))[0]
    assert head.function.title.ar in called
    assert called.endswith(("المحترم،", "المحترمة،"))
    assert plain.name.ar in opening(of, Recipient(plain))[0]
    body = next(body for outcome in of.session.outcomes for body in outcome.owner_bodies)
    several = ("السيدات والسادة المحترمون،", "Mesdames, Messieurs,")
    assert opening(of, Recipient(body=body)) == several
    assert opening(of) == several


def test_an_owner_is_told_what_is_his(centre: Store) -> None:
    of = material(centre, DocumentKind.MINUTES)
    owned = next(outcome for outcome in of.session.outcomes if outcome.owner_bodies)
    body = owned.owner_bodies[0]
    text = mail_to_owner(of, "ar", Recipient(body=body)).text
    for outcome in of.session.outcomes:
        assert (outcome.text.ar in text) is (body in outcome.owner_bodies)
    person = of.session.attendance[0].person
    mine = replace(of.session.outcomes[0], owner_person=person, owner_bodies=())
    other = replace(of.session.outcomes[1], owner_person=None)
    own = replace(of, of_session=replace(of.session, outcomes=(mine, other)))
    told = mail_to_owner(own, "ar", Recipient(person)).text
    assert mine.text.ar in told
    assert other.text.ar not in told


def test_without_a_signatory_the_centre_signs(centre: Store) -> None:
    of = material(centre, DocumentKind.MINUTES)
    unsigned = replace(of, institution=replace(of.institution, signatory=None))
    assert mail_with(unsigned, "ar", ()).text.endswith(f"\n{of.institution.name.ar}")


def test_a_reminder_names_what_is_late_and_since_when(centre: Store) -> None:
    today = date(2026, 11, 25)
    with centre.read() as reading:
        late = read_register(reading, Filters(standing=Standing.LATE), today, whole=True)
        ids = [key for section in late.sections for key in section.ids]
        institution = get_institution(reading, today)
        for reminding in read_reminders(reading, ids, today):
            mail = reminder(institution, "ar", reminding)
            assert all(line.text.ar in mail.text for line in reminding.lines)
    assert ids
