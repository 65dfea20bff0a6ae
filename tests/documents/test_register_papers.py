"""The papers of the register: follow-up table, extracts, actions, cover sheet, attestations."""

import hashlib
from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from db.codes import BodyKind, DocumentKind, FollowUpState, OutcomeKind
from db.engine import create_store
from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.documents import attestation_register, cover_sheet, extract
from desktop_app.documents.attesting import attest
from desktop_app.documents.blocks import Header, Paper, Table
from desktop_app.documents.mails import mail_with
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.rendering import Rendered, as_issued, gather, issue, make, render
from desktop_app.documents.scope import Scope
from desktop_app.services import follow_ups, papers, sample
from desktop_app.services.drafts import ProgressDraft
from desktop_app.services.followed import Group, Which
from desktop_app.services.recording import record_session
from desktop_app.services.sessions import get_session
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from tests.documents.reading import block, names, text, whole
from tests.services.drafts import draft

DAY = date(2026, 11, 25)
DATED = PaperOptions(dated=DAY)
LATE = Scope(subject="late", about=Which(late=True))
AR: tuple[PaperLanguage, ...] = ("ar",)
FR: tuple[PaperLanguage, ...] = ("fr",)
BOTH: tuple[PaperLanguage, ...] = ("ar", "fr")
WORKSHOP = 4
"""The session of the sample centre with the most outcomes."""


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample centre, with the attestations of two sessions given."""
    with create_store(tmp_path_factory.mktemp("register") / "centre.mahdar") as made:
        with made.write("sample.fill") as work:
            sample.fill(work)
            for session_id in (3, WORKSHOP):
                for line in get_session(work, session_id).attendance:
                    if line.state in {"present", "remote"}:
                        attest(work, session_id, line.person.id, AR)
        yield made


def made(
    store: Store,
    kind: str,
    scope: Scope,
    languages: tuple[PaperLanguage, ...] = AR,
    options: PaperOptions = DATED,
) -> Rendered:
    with store.read() as reading:
        return render(reading, kind, scope, languages, options)


def rows(paper: Paper, name: str = "table", language: PaperLanguage = "ar") -> list[list[str]]:
    table = block(paper, name)
    assert isinstance(table, Table)
    return [
        [f"{one.label.get(language)} {one.text.get(language)}".strip() for one in row]
        for row in table.rows
    ]


# The follow-up table ----------------------------------------------------------------------------


def test_the_table_tells_what_was_decided_who_does_it_until_when_and_how_far_it_is(
    centre: Store,
) -> None:
    paper = made(centre, "follow-ups", Scope(session_id=WORKSHOP)).paper
    assert paper.landscape
    assert text(paper, "title").split("\n") == [
        "جدول تتبع تنفيذ القرارات والتوصيات",
        "الوضعية إلى غاية 25 نونبر 2026 – المنبثقة عن ورشة العمل المنعقدة بتاريخ 22 أبريل 2026",
    ]
    late = rows(paper)[2]
    assert late[0] == "3"
    assert late[1] == "2/26\n22/04/2026"
    assert late[2].startswith("إجراء: طبع الملصق")
    assert late[3:8] == [
        "المديريات الإقليمية",
        "—",
        "11/09/2026",
        "عادية",
        "في طور الإنجاز\nمتأخر",
    ]
    assert late[8].endswith("80%")
    assert late[9:] == ["بقيت مؤسسات الوسط القروي", "—"]
    (counts,) = rows(paper, "counts")
    assert counts[0].startswith("المجموع: 5 · منجز: 2 · في طور الإنجاز: 2 · لم يشرع فيه: 1 · منها")
    french = made(centre, "follow-ups", Scope(session_id=WORKSHOP), FR).paper
    assert text(french, "title").endswith(
        "Situation au 25 novembre 2026 – issues de l’atelier de travail du 22 avril 2026"
    )
    assert rows(french, language="fr")[2][7] == "En cours\nEn retard"


def test_the_table_of_all_says_whose_and_which_they_are(centre: Store) -> None:
    everything = made(centre, "follow-ups", Scope()).paper
    assert text(everything, "title").endswith("– جميع الجهات المسؤولة")
    assert [int(row[0]) for row in rows(everything)] == list(range(1, 27))
    late = made(centre, "follow-ups", LATE, FR).paper
    assert text(late, "title").endswith("– éléments en retard")
    with centre.read() as reading:
        session = get_session(reading, WORKSHOP)
    owner = next(one.owner_person for one in session.outcomes if one.owner_person)
    body = next(one.owner_bodies[0] for one in session.outcomes if one.owner_bodies)
    of = Scope(about=Which(person_id=owner.id, body_id=body.id))
    named = made(centre, "follow-ups", of, BOTH).paper
    assert owner.function.title.fr.split(" ", 1)[1] in whole(named)
    assert body.short_name.ar in text(named, "title")
    assert "Aucune décision ni recommandation ouverte au 25 novembre 2026." in whole(named)


def test_groups_keep_their_heads_and_the_numbers_go_on(centre: Store) -> None:
    groups = (
        Group(Bilingual("المتأخرة", "En retard"), (18, 22)),
        Group(Bilingual("لا شيء", "Rien"), ()),
        Group(Bilingual("هذا الأسبوع", "Cette semaine"), (1,)),
    )
    scope = Scope(subject="x", about=Which(groups=groups, told=Bilingual("حسب الأجل")))
    paper = made(centre, "follow-ups", scope).paper
    assert [name for name in names(paper) if name.startswith(("group", "table"))] == [
        "group.1",
        "table.1",
        "group.3",
        "table.3",
    ]
    assert [row[0] for name in ("table.1", "table.3") for row in rows(paper, name)] == [
        "1",
        "2",
        "3",
    ]
    assert text(paper, "title").endswith("– حسب الأجل")


@pytest.fixture
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One session with forty outcomes: long, empty, in one language or in both."""
    long = "تعميم دليل استعمال المنظومة MASSAR على جميع المؤسسات التعليمية برسم 2025/2026 "
    outcomes = [
        {
            "kind": kind,
            "text": {"ar": long * (1 + number % 4)} if number % 3 else {"fr": "Diffuser le guide"},
            **(
                {"due": f"2026-0{1 + number % 9}-15"}
                if number % 2
                else {"ongoing": number % 4 == 0}
            ),
            **({"owner_text": {"ar": "رئيس مصلحة " * 8, "fr": "Le chef "}} if number % 5 else {}),
        }
        for number, kind in enumerate(list(OutcomeKind) * 8)
    ]
    with create_store(tmp_path_factory.mktemp("full") / "centre.mahdar") as store:
        with store.write("x") as work:
            record_session(work, draft(days=["2025-12-03"], outcomes=outcomes))
        with store.write("x") as work:
            state = ProgressDraft(state=FollowUpState.POSTPONED, reason="إلى ما بعد الامتحانات")
            follow_ups.record_progress(work, 1, state)
        yield store


@pytest.mark.parametrize("languages", [AR, FR, BOTH], ids="+".join)
def test_forty_rows_go_over_pages_under_a_repeated_head_and_give_the_same_bytes(
    full: Store, languages: tuple[PaperLanguage, ...]
) -> None:
    table = made(full, "follow-ups", Scope(session_id=1), languages)
    assert table.pages > 3
    assert made(full, "follow-ups", Scope(session_id=1), languages).pdf == table.pdf
    head = {"ar": "القرار", "fr": "recommandation"}[languages[0]]
    document = pypdfium2.PdfDocument(table.pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    assert all(head in page for page in pages[:-1])
    document.close()
    assert "بعد الامتحانات" in whole(table.paper)
    sheet = made(full, "actions", Scope(session_id=1), languages)
    assert len(rows(sheet.paper, language=languages[0])) == 16
    with pikepdf.open(BytesIO(sheet.pdf)) as pdf:
        assert len(pdf.pages) == sheet.pages


# Extracts and actions ---------------------------------------------------------------------------


def test_the_extract_of_one_decision_keeps_its_number_and_is_signed(centre: Store) -> None:
    with centre.read() as reading:
        outcome = get_session(reading, WORKSHOP).outcomes[1]
    scope = extract.of_outcome(WORKSHOP, outcome.id)
    paper = made(centre, "extract", scope).paper
    assert text(paper, "title") == (
        "مستخرج من محضر ورشة العمل رقم 2/26\nالمنعقدة بتاريخ 22 أبريل 2026 – النقطة 2"
    )
    assert [row[0] for row in rows(paper, "outcomes.table")] == ["2"]
    assert text(paper, "true-copy") == "مستخرج مطابق للأصل."
    assert "نعيمة الورياشي" in text(paper, "signatures")
    french = made(centre, "extract", scope, FR).paper
    assert text(french, "title").endswith("du 22 avril 2026 – point n° 2")
    for gone in (extract.of_outcome(WORKSHOP, 999), Scope(about=outcome.id)):
        with pytest.raises(UserError, match="is not in this session any more"):
            made(centre, "extract", gone)


def test_the_extract_of_a_bare_session_says_what_there_is(full: Store) -> None:
    with full.write("x") as work:
        bare = draft(
            days=[],
            signatories=["salma"],
            outcomes=[
                {"kind": "decision", "text": {"ar": "قرار"}},
            ],
        )
        session_id = record_session(work, bare)
        (outcome,) = get_session(work, session_id).outcomes
    paper = made(full, "extract", extract.of_outcome(session_id, outcome.id)).paper
    assert text(paper, "title") == "مستخرج من تقرير حول الاجتماع\nالنقطة 1"
    assert not {"item", "signatures"} & set(names(paper))
    french = made(full, "extract", extract.of_outcome(session_id, outcome.id), FR).paper
    assert text(french, "title") == "Extrait du compte rendu de la réunion\npoint n° 1"
    table = made(full, "follow-ups", Scope(session_id=session_id), BOTH).paper
    assert "المنبثقة عن الاجتماع" in whole(table)


def test_an_owner_and_a_directorate_get_what_is_theirs(centre: Store) -> None:
    with centre.read() as reading:
        session = get_session(reading, WORKSHOP)
    owner = next(one.owner_person for one in session.outcomes if one.owner_person)
    body = next(
        one
        for outcome in session.outcomes
        for one in outcome.owner_bodies
        if one.kind is BodyKind.DIRECTORATE
    )
    of_body = made(centre, "extract", extract.of_body(body.id)).paper
    assert text(of_body, "title").startswith("مستخرج من جدول التتبع خاص بالمديرية الإقليمية")
    assert text(of_body, "title").endswith("الوضعية إلى غاية 25 نونبر 2026 – المفتوحة")
    assert all(row[7] != "منجز" for row in rows(of_body))
    of_person = extract.of_person(owner.id, unfinished=False)
    french = made(centre, "extract", of_person, FR).paper
    assert text(french, "title").startswith("Extrait du tableau de suivi : M. le chef")
    assert len(rows(french, language="fr")) >= 1
    with centre.read() as reading:
        asked = extract.for_owners(reading, [one.id for one in session.outcomes])
    assert {scope.subject for scope in asked} >= {f"body:{body.id}", f"owner:{owner.id}"}
    nobody = made(centre, "extract", Scope(about=Which())).paper
    assert text(nobody, "title").startswith("مستخرج من جدول التتبع\n")


def test_the_sheet_of_actions_lists_them_by_due_date(centre: Store) -> None:
    paper = made(centre, "actions", Scope()).paper
    due = [row[3] for row in rows(paper)]
    dated = [date(int(day[6:]), int(day[3:5]), int(day[:2])) for day in due if "/" in day]
    assert dated == sorted(dated)
    assert set(due[len(dated) :]) <= {"مستمر", ""}
    assert "2/26 – 3" in {row[0] for row in rows(paper)}
    of_one = made(centre, "actions", Scope(session_id=WORKSHOP)).paper
    assert [row[0] for row in rows(of_one)] == ["3", "4"]
    assert "المنبثقة عن ورشة العمل" in text(of_one, "title")
    none = made(centre, "actions", Scope(about=Which(kinds=frozenset(), session_id=7))).paper
    assert "لا إجراءات ولا التزامات إلى غاية 25 نونبر 2026." in whole(none)


# The cover sheet and the register of attestations -----------------------------------------------


def test_the_cover_sheet_counts_what_is_sent_and_leaves_a_receipt(centre: Store) -> None:
    rendered = made(centre, "cover-sheet", Scope(session_id=WORKSHOP))
    paper = rendered.paper
    lines = rows(paper)
    assert lines[0][1].startswith("محضر ورشة العمل حول «")
    assert lines[0][1].endswith("»، المنعقدة بتاريخ 22 أبريل 2026")
    assert [line[2] for line in lines] == ["01", "01", "01", "17", "20"]
    assert lines[3][1] == "17 شهادة"
    assert text(paper, "receipt").startswith("وصل بالتسلم")
    receipt = next(place for place in rendered.places if place.name == "receipt")
    assert rendered.pages == 1
    assert receipt.bottom > 700
    assert made(centre, "cover-sheet", Scope(session_id=7), BOTH).pages == 1
    french = made(centre, "cover-sheet", Scope(session_id=WORKSHOP), FR).paper
    assert "tenu le 22 avril 2026" in whole(french)
    planned = made(centre, "cover-sheet", Scope(session_id=7)).paper
    assert "17 شهادة" not in whole(planned)


def test_what_is_sent_may_be_said_otherwise(centre: Store) -> None:
    lines = (
        cover_sheet.Enclosed(Bilingual("مذكرة", "Note"), 3, Bilingual("للتعميم", "Diffusion")),
    )
    sending = cover_sheet.Sending(
        lines=lines,
        to=Bilingual("السيد المدير الإقليمي بأزيلال", "M. le Directeur provincial d’Azilal"),
        under=Bilingual("السيد مدير الأكاديمية", "M. le Directeur de l’académie"),
    )
    numbered = PaperOptions(dated=DAY, reference="131/26")
    scope = Scope(subject="131/26", about=sending)
    rendered = made(centre, "cover-sheet", scope, AR, numbered)
    assert rendered.reference == "131/26"
    assert text(rendered.paper, "to") == "إلى السيد المدير الإقليمي بأزيلال"
    assert text(rendered.paper, "under") == "تحت إشراف السيد مدير الأكاديمية"
    assert rendered.paper.footer.ar == "المرجع: ورقة إرسال رقم 131/26"
    french = made(centre, "cover-sheet", scope, FR, numbered).paper
    assert text(french, "to") == "À M. le Directeur provincial d’Azilal"
    assert text(french, "under") == "Sous couvert de M. le Directeur de l’académie"
    assert rows(made(centre, "cover-sheet", Scope()).paper) == [["", "المجموع", "00", ""]]


def test_a_report_and_a_session_without_date_are_sent_too(full: Store) -> None:
    with full.write("x") as work:
        session_id = record_session(work, draft(days=[], signatories=["salma"]))
    lines = rows(made(full, "cover-sheet", Scope(session_id=session_id)).paper)
    assert [line[1] for line in lines] == ["تقرير حول الاجتماع في موضوع «جودة المعطيات»", "المجموع"]


def test_each_attestation_has_one_line_and_a_sheet_its_total(centre: Store) -> None:
    with centre.write("x") as work:  # given once more it bears the same number
        again = get_session(work, WORKSHOP).attendance[0].person.id
        attest(work, WORKSHOP, again, FR)
    of_year = attestation_register.of_school_year(date(2026, 3, 1))
    assert of_year.subject == "2025-09-01/2026-08-31"
    rendered = made(centre, "attestation-register", of_year)
    sheets = rendered.paper.sections
    lines = [row for number, one in enumerate(sheets, 1) for row in rows(one, f"table.{number}")]
    numbers = [line[0] for line in lines]
    assert len(set(numbers)) == len(numbers) > 17
    first, last = numbers[0], numbers[14]
    assert f"مجموع الصفحة: 15 شهادة، من رقم {first} إلى رقم {last}" in text(sheets[0], "closing.1")
    assert "توقيع المسؤولة:" in text(sheets[0], "closing.1")
    assert text(sheets[0], "title.1") == "سجل الشهادات\nالسنة الدراسية 2025/2026"
    assert not isinstance(sheets[0].blocks[0], Table)
    default = made(
        centre, "attestation-register", Scope(), FR, PaperOptions(dated=date(2026, 3, 1))
    )
    assert "du n° " in whole(default.paper)
    both = made(centre, "attestation-register", Scope(session_id=WORKSHOP), BOTH)
    assert both.pages == len(both.paper.sections) == 2  # what a sheet totals stands on its page
    of_one = made(centre, "attestation-register", Scope(session_id=WORKSHOP), FR).paper
    assert whole(of_one).count("2/26") >= 17
    none = made(centre, "attestation-register", Scope(session_id=1)).paper
    assert text(none, "nothing") == "لم تسلم أي شهادة إلى حد الآن."


def test_attestations_without_number_are_counted_alone(full: Store) -> None:
    with full.write("x") as work:
        present = [{"person": "kamal", "state": "present"}]
        session_id = record_session(work, draft(attendance=present))
        person_id = get_session(work, session_id).attendance[0].person.id
        options = PaperOptions(people=(person_id,), dated=DAY)
        issue(work, render(work, "attestation", session_id, AR, options))
    paper = made(full, "attestation-register", Scope(session_id=session_id)).paper
    assert text(paper, "closing.1").startswith("مجموع الصفحة: شهادة واحدة\t")
    with full.write("x") as work:
        attest(work, session_id, person_id, FR)


# Kept as issued, worded, sent -------------------------------------------------------------------


def test_a_paper_of_no_session_is_kept_by_what_it_is_about(centre: Store) -> None:
    first = made(centre, "follow-ups", LATE)
    with centre.write("x") as work:
        handed = as_issued(work, first).pdf
        one = issue(work, first)
        assert issue(work, first) == one
        other = issue(work, render(work, "follow-ups", Scope(), AR, DATED))
        later = PaperOptions(dated=date(2026, 12, 1))
        second = issue(work, render(work, "follow-ups", LATE, AR, later))
    with centre.read() as reading:
        kept = {paper.id: paper for paper in papers.list_issued(reading, kind=first.kind)}
        assert kept[one].digest == first.digest
        assert papers.issued_pdf(reading, one) == handed
    assert [kept[one].session_id, kept[one].subject, kept[one].version] == [None, "late", 1]
    assert kept[second].version == 2
    assert (kept[other].subject, kept[other].version) == ("", 1)
    assert kept[one].sha256 == hashlib.sha256(handed).hexdigest()
    with pytest.raises(LookupError):
        _ = first.material.session


def test_its_wording_can_be_typed_and_put_back(centre: Store) -> None:
    def title(scope: Scope) -> str:
        return text(made(centre, "follow-ups", scope).paper, "title")

    with centre.write("x") as work:
        args = (work, None, DocumentKind.FOLLOW_UPS, "title", AR[0])
        papers.replace_wording(*args, "عنوان آخر", subject="late")
    assert title(LATE) == "عنوان آخر"
    assert title(Scope()) != "عنوان آخر"
    with centre.write("x") as work:
        papers.put_back(work, None, DocumentKind.FOLLOW_UPS, "title", "ar", subject="late")
    assert title(LATE) != "عنوان آخر"


def test_a_mail_names_the_paper_it_goes_with(centre: Store) -> None:
    with centre.read() as reading:
        material = gather(reading, "follow-ups", LATE, DATED)
    mail = mail_with(material, "ar", ())
    assert mail.subject.startswith("جدول تتبع تنفيذ القرارات والتوصيات")
    assert "تجدون طيه جدول تتبع تنفيذ القرارات والتوصيات – المتأخر عن الأجل." in mail.text
    assert "Veuillez trouver ci-joint : Tableau de suivi" in mail_with(material, "fr", ()).text


def test_a_header_of_ones_own_stands_on_it(centre: Store) -> None:
    with centre.read() as reading:
        rendered = make(gather(reading, "follow-ups", LATE), BOTH)
    assert isinstance(rendered.paper.blocks[0], Header)
    assert rendered.dated == date.today()  # noqa: DTZ011 - as the program
    with pytest.raises(ValueError, match="without date"):
        _ = PaperOptions().day
