from dataclasses import replace
from datetime import date, time

import pytest

from db.codes import AttendanceState, Mode
from db.errors import UserError
from desktop_app.documents.blocks import Paragraph
from desktop_app.services.people_data import Person
from desktop_app.services.session_data import InvitationLetter, Place
from desktop_app.wording.bilingual import Bilingual
from tests.documents.reading import block, blocks, made, names, text, whole
from tests.documents.samples import (
    AMZIL,
    AZILAL_DIRECTOR,
    BOTH,
    CHIEF,
    COMMUNICATION,
    FR,
    INSTITUTION,
    KHENIFRA_HEAD,
    MR,
    MRS,
    OUALI,
    PLANNING,
    TADILI,
    UNKNOWN,
    line,
    person,
    session,
    workshop,
)

NOT_YET = AttendanceState.NOT_RECORDED


def to(*people: Person, **more: object) -> object:
    lines = tuple(line(n, one, NOT_YET) for n, one in enumerate(people))
    return session("meeting", attendance=lines, **more)


def test_invitation_to_the_workshop_in_arabic() -> None:
    paper = made("invitation", workshop())
    assert text(paper, "header").endswith("\n\nبني ملال في 8 أبريل 2026")
    assert text(paper, "reference") == "117/26"
    assert text(paper, "from") == "من رئيسة المركز الجهوي لمنظومة الإعلام"
    assert text(paper, "to") == (
        "إلى السيدات والسادة رئيسات ورؤساء المراكز الإقليمية لمنظومة الإعلام"
    )
    assert text(paper, "under") == "تحت إشراف السيدات والسادة المديرات والمديرين الإقليميين"
    assert text(paper, "subject") == (
        "الموضوع:\tدعوة لحضور ورشة عمل حول «العمليات التواصلية للتعريف بمستجدات النظم المعلوماتية»."
    )
    assert text(paper, "references") == "المرجع:\tالمخطط التواصلي برسم السنة الدراسية 2025/2026."
    assert text(paper, "enclosures") == "المرفقات:\tالبرنامج؛ بطاقة تأكيد الحضور."
    assert text(paper, "call") == "سلام تام بوجود مولانا الإمام المؤيد بالله،"
    assert text(paper, "body") == (
        "وبعد، فعلاقة بالموضوع والمرجع المشار إليهما أعلاه، وفي إطار أجرأة المخطط التواصلي برسم "
        "السنة الدراسية 2025/2026، يشرفني دعوتكم لحضور ورشة العمل التي ستنعقد يوم الأربعاء 22 "
        "أبريل "
        "2026، على الساعة التاسعة والنصف صباحا، بقاعة الاجتماعات بمقر الأكاديمية، وفق جدول الأعمال "
        "الآتي:"
    )
    assert text(paper, "agenda") == (
        "مستجدات النظم المعلوماتية حسب المجالات؛\nمشروع الحملة التواصلية."
    )
    assert text(paper, "substitute") == (
        "وفي حال تعذر الحضور، المرجو انتداب من ينوب عنكم، وإخبارنا بذلك قبل يوم الجمعة 17 أبريل "
        "2026 "
        "عبر crsi@academie.example."
    )
    assert text(paper, "farewell") == "وتقبلوا فائق التقدير والاحترام، والسلام."
    assert text(paper, "signatures") == "رئيسة المركز الجهوي لمنظومة الإعلام\tنعيمة الورياشي"
    assert text(paper, "call", "fr") == ""
    assert paper.footer.ar == "المرجع: دعوة رقم 117/26"
    assert paper.running_head.ar == "دعوة لحضور ورشة عمل – 8 أبريل 2026"


def test_invitation_to_the_workshop_in_french() -> None:
    paper = made("invitation", workshop(), FR)
    assert text(paper, "from") == "De la Cheffe du centre régional du système d’information"
    assert text(paper, "to") == (
        "À Mmes et MM. les Chefs des centres provinciaux du système d’information"
    )
    assert text(paper, "under") == "Sous couvert de Mmes et MM. les Directeurs provinciaux"
    assert text(paper, "subject") == (
        "Objet :\tinvitation à un atelier de travail sur le thème « Actions de communication sur "
        "les nouveautés des systèmes d’information »."
    )
    assert text(paper, "references").startswith("Réf. :\tle plan de communication")
    assert text(paper, "enclosures") == "P.J. :\tprogramme ; fiche de confirmation."
    assert text(paper, "call") == "Mesdames, Messieurs,"
    assert text(paper, "body") == (
        "Faisant suite au plan de communication de l’année scolaire 2025/2026 et dans le cadre de "
        "la mise en œuvre du plan de communication de l’année scolaire 2025/2026, j’ai l’honneur "
        "de vous inviter à prendre part à l’atelier de travail qui se tiendra le mercredi 22 avril "
        "2026, à 9 h 30, à la salle de réunions du siège de l’académie, selon l’ordre du jour "
        "ci-après :"
    )
    assert text(paper, "substitute") == (
        "En cas d’empêchement, je vous prie de désigner un représentant et de nous en informer "
        "avant le vendredi 17 avril 2026, à l’adresse crsi@academie.example."
    )
    assert text(paper, "farewell") == (
        "Veuillez agréer, Mesdames, Messieurs, l’expression de ma considération distinguée."
    )
    assert text(paper, "call", "ar") == ""
    assert "السلام" not in whole(paper)


def test_convocation_to_a_study_day_on_the_first_of_a_month() -> None:
    called = session(
        "study_day",
        days=(date(2026, 9, 1),),
        invitation=InvitationLetter(binding=True),
    )
    paper = made("invitation", called, BOTH)
    assert text(paper, "subject", "ar") == "الموضوع:\tاستدعاء لحضور يوم دراسي."
    assert text(paper, "subject", "fr") == "Objet :\tconvocation à une journée d’étude."
    assert text(paper, "body", "ar") == (
        "وبعد، فعلاقة بالموضوع المشار إليه أعلاه، المرجو منكم حضور اليوم الدراسي الذي سينظم يوم "
        "فاتح شتنبر 2026."
    )
    assert text(paper, "body", "fr") == (
        "J’ai l’honneur de vous convoquer à la journée d’étude qui sera organisée le 1er septembre "
        "2026."
    )


@pytest.mark.parametrize(
    ("binding", "subject", "body"),
    [
        (
            False,
            "دعوة للمشاركة في زيارة تتبع.",
            "يشرفني دعوتكم للمشاركة في زيارة التتبع التي ستجرى",
        ),
        (
            True,
            "استدعاء للمشاركة في زيارة تتبع.",
            "المرجو منكم المشاركة في زيارة التتبع التي ستجرى",
        ),
    ],
    ids=["invited", "called"],
)
def test_one_takes_part_in_a_visit(binding: bool, subject: str, body: str) -> None:
    letter = InvitationLetter(binding=binding)
    visit = session("follow_up_visit", days=(date(2026, 5, 20),), invitation=letter)
    paper = made("invitation", visit)
    assert text(paper, "subject") == f"الموضوع:\t{subject}"
    assert body in text(paper, "body")


def test_several_references_and_the_programme_enclosed() -> None:
    letter = InvitationLetter(
        references=(
            Bilingual("المذكرة 60-17", "la note n° 60-17"),
            Bilingual("المقرر 051.25", "la décision n° 051.25"),
        ),
        agenda_enclosed=True,
    )
    paper = made("invitation", workshop(invitation=letter), BOTH)
    assert text(paper, "references", "ar") == "المراجع:\tالمذكرة 60-17؛ المقرر 051.25."
    assert "فعلاقة بالموضوع والمراجع المشار إليها أعلاه" in text(paper, "body", "ar")
    assert text(paper, "body", "ar").endswith("، وفق البرنامج المرفق طيه.")
    assert text(paper, "body", "fr").startswith("Faisant suite aux références citées ci-dessus et ")
    assert text(paper, "body", "fr").endswith(", selon le programme ci-joint.")
    assert text(paper, "enclosures", "ar") == "المرفقات:\tالبرنامج."
    assert text(paper, "enclosures", "fr") == "P.J. :\tprogramme."
    assert "agenda" not in names(paper)


def test_remote_and_mixed_meetings_promise_the_link() -> None:
    remote = session(
        "meeting", place=Place(Mode.REMOTE, platform="Teams"), days=(date(2026, 5, 20),)
    )
    paper = made("invitation", remote, BOTH)
    assert text(paper, "link", "ar") == "وسيوافيكم المركز برابط الولوج قبل الموعد."
    assert text(paper, "link", "fr") == "Le lien d’accès vous sera communiqué."
    assert text(paper, "body", "ar").endswith("يوم الأربعاء 20 ماي 2026، عن بعد عبر منصة Teams.")
    assert text(paper, "body", "fr").endswith("à distance, sur la plateforme Teams.")
    assert "link" in names(made("invitation", session("remote_meeting")))
    assert "link" not in names(made("invitation", workshop()))


def test_over_several_days_the_period_and_the_hour_from_which() -> None:
    days = (date(2026, 5, 4), date(2026, 5, 5), date(2026, 5, 6))
    long = session("training_session", days=days, start=time(9, 0))
    paper = made("invitation", long, BOTH)
    assert text(paper, "body", "ar").endswith(
        "الدورة التكوينية التي ستنظم خلال الفترة الممتدة من 4 إلى 6 ماي 2026، ابتداء من الساعة "
        "التاسعة صباحا."
    )
    assert text(paper, "body", "fr").endswith(
        "à la session de formation qui sera organisée du 4 au 6 mai 2026, à partir de 9 h."
    )


def test_a_session_without_a_day_is_still_announced() -> None:
    timed = session(
        "meeting", start=time(9, 0), place=Place(site=Bilingual("مقر المركز", "le siège"))
    )
    paper = made("invitation", timed, BOTH)
    assert text(paper, "body", "ar").endswith(
        "لحضور الاجتماع الذي سينعقد على الساعة التاسعة صباحا، بمقر المركز."
    )
    assert text(paper, "body", "fr").endswith("à la réunion qui se tiendra, à 9 h, au siège.")
    placed = replace(timed, start=None)
    assert text(made("invitation", placed), "body").endswith("الذي سينعقد بمقر المركز.")
    assert text(made("invitation", session("meeting")), "body").endswith(
        "لحضور الاجتماع الذي سينعقد."
    )


def test_a_letter_for_each_person_addresses_each_rightly() -> None:
    held = to(KHENIFRA_HEAD, AMZIL, AZILAL_DIRECTOR, person(70, UNKNOWN, ("س. ع.", "S. A.")))
    paper = made("invitation", held, BOTH, each=True)  # type: ignore[arg-type]  # a session
    assert len(paper.sections) == 4
    head, named, director, unknown = paper.sections
    assert text(head, "to", "ar") == "إلى السيدة رئيسة المركز الإقليمي بخنيفرة"
    assert text(head, "to", "fr") == "À Mme la Cheffe du centre provincial de Khénifra"
    assert text(head, "call", "fr") == "Madame la Cheffe du centre provincial de Khénifra,"
    assert text(head, "farewell", "fr") == (
        "Veuillez agréer, Madame la Cheffe du centre provincial de Khénifra, l’expression de ma "
        "considération distinguée."
    )
    assert text(named, "to", "ar") == "إلى السيد يوسف أمزيل، مهندس بالمركز الجهوي"
    assert text(named, "to", "fr") == "À M. Youssef Amzil, ingénieur au centre régional"
    assert text(named, "call", "fr") == "Monsieur,"
    assert text(director, "to", "ar") == "إلى السيد المدير الإقليمي بأزيلال"
    assert text(director, "call", "fr") == "Monsieur le Directeur provincial d’Azilal,"
    assert text(unknown, "to", "ar") == "إلى س. ع."
    assert text(unknown, "call", "fr") == "Madame, Monsieur,"
    every = [one.name for one in blocks(paper)]
    assert len(set(every)) == len(every)


def test_one_chosen_person_gets_a_letter_that_is_no_batch() -> None:
    held = to(KHENIFRA_HEAD, AMZIL)
    paper = made("invitation", held, each=True, people=(AMZIL.id,))  # type: ignore[arg-type]  # a session
    assert paper.sections == ()
    assert text(paper, "to").startswith("إلى السيد يوسف أمزيل")


def test_a_letter_for_somebody_who_is_not_invited_is_refused() -> None:
    with pytest.raises(UserError, match="none of those chosen is invited"):
        made("invitation", workshop(), people=(9999,), each=True)


def test_a_letter_each_to_nobody_is_the_general_one() -> None:
    assert "body" in names(made("invitation", session("meeting"), each=True))


def director(number: int, civility: object) -> Person:
    title = "المدير الإقليمي" if civility is MR else "المديرة الإقليمية"
    return person(
        number,
        civility,  # type: ignore[arg-type]  # a civility
        ("س. ع.", "S. A."),
        (f"{title} بأزيلال", "le directeur provincial d’Azilal"),
        unique=True,
        code="provincial_director",
    )


def inspector(number: int, civility: object) -> Person:
    title = "مفتش" if civility is MR else "مفتشة"
    return person(
        number,
        civility,  # type: ignore[arg-type]  # a civility
        ("س. ع.", "S. A."),
        (title, "inspecteur"),
        code="inspector",
    )


@pytest.mark.parametrize(
    ("people", "ar", "fr", "call"),
    [
        (
            (director(1, MR), director(2, MRS)),
            "السيدات والسادة المديرات والمديرين الإقليميين",
            "Mmes et MM. les participants",
            "Mesdames, Messieurs,",
        ),
        (
            (director(1, MR), director(2, MR)),
            "السادة المديرين الإقليميين",
            "MM. les participants",
            "Messieurs,",
        ),
        (
            (inspector(1, MRS), inspector(2, MRS)),
            "السيدات المفتشات",
            "Mmes les participantes",
            "Mesdames,",
        ),
        (
            (COMMUNICATION, PLANNING),
            "السادة المشاركين",
            "MM. les participants",
            "Messieurs,",
        ),
        (
            (OUALI, KHENIFRA_HEAD),
            "السيدات المشاركات",
            "Mmes les participantes",
            "Mesdames,",
        ),
        (
            (OUALI, PLANNING),
            "السيدات والسادة المشاركات والمشاركين",
            "Mmes et MM. les participants",
            "Mesdames, Messieurs,",
        ),
        (
            (TADILI,),
            "السيدة أمينة التادلي، متصرفة",
            "Mme Amina Tadili, administratrice",
            "Madame,",
        ),
    ],
    ids=["directors", "men directors", "inspectors", "men", "women", "mixed", "one"],
)
def test_a_general_letter_without_typed_addressees_names_the_group(
    people: tuple[Person, ...], ar: str, fr: str, call: str
) -> None:
    paper = made("invitation", to(*people), BOTH)  # type: ignore[arg-type]  # a session
    assert text(paper, "to", "ar") == f"إلى {ar}"
    assert text(paper, "to", "fr") == f"À {fr}"
    assert text(paper, "call", "fr") == call


def test_a_walk_in_is_not_invited() -> None:
    lines = (line(1, AMZIL, NOT_YET), replace(line(2, TADILI, NOT_YET), invited=False))
    paper = made("invitation", session("meeting", attendance=lines), each=True)
    assert text(paper, "to").startswith("إلى السيد يوسف أمزيل")


def test_unknown_sender_leaves_no_empty_line() -> None:
    nobody = replace(INSTITUTION, signatory=None)
    paper = made("invitation", session("meeting"), BOTH, nobody)
    assert not {"from", "to", "under", "signatures"} & set(names(paper))
    nameless = replace(INSTITUTION, signatory=person(80, MR, ("س. ع.", "S. A.")))
    assert "from" not in names(made("invitation", session("meeting"), BOTH, nameless))


def test_hierarchy_in_one_language_only() -> None:
    letter = InvitationLetter(
        under=Bilingual("السيد المدير الإقليمي", "M. le Directeur provincial")
    )
    paper = made("invitation", session("meeting", invitation=letter), BOTH)
    assert text(paper, "under", "fr") == "Sous couvert de M. le Directeur provincial"


def test_a_dated_number_blank_date_and_other_signatory() -> None:
    by_hand = replace(INSTITUTION, blank_date=True)
    paper = made("invitation", workshop(), BOTH, by_hand, signatory=AZILAL_DIRECTOR)
    assert text(paper, "header", "ar").endswith("بني ملال في: ....................")
    assert text(paper, "header", "fr").endswith("Béni Mellal, le ....................")
    assert text(paper, "from", "fr") == "Du Directeur provincial d’Azilal"
    assert text(paper, "signatures", "fr") == "Le Directeur provincial d’Azilal\tDriss Zemmouri"


@pytest.mark.parametrize(
    ("mail", "phone", "ar", "fr"),
    [
        ("", "05 23 00 12 34", " عبر 05 23 00 12 34.", "avant le 1er juin 2026."),
        ("", "", "قبل يوم فاتح يونيو 2026.", "avant le 1er juin 2026."),
    ],
    ids=["phone", "neither"],
)
def test_where_to_answer(mail: str, phone: str, ar: str, fr: str) -> None:
    centre = replace(INSTITUTION, email=mail, phone=phone)
    letter = InvitationLetter(reply_by=date(2026, 6, 1))
    paper = made("invitation", session("meeting", invitation=letter), BOTH, centre)
    assert text(paper, "substitute", "ar").endswith(ar)
    assert text(paper, "substitute", "fr").endswith(fr)


def test_labels_hang_and_lines_are_centred() -> None:
    paper = made("invitation", workshop())
    subject, sender = block(paper, "subject"), block(paper, "from")
    assert isinstance(subject, Paragraph)
    assert isinstance(sender, Paragraph)
    assert subject.hanging
    assert sender.align == "center"


@pytest.mark.parametrize(
    ("references", "expected"),
    [
        (("la note n° 60-17",), "Faisant suite à la note n° 60-17, j’ai l’honneur"),
        (("Note n° 60-17",), "Faisant suite à la référence citée ci-dessus, j’ai l’honneur"),
        (("la note", "le plan"), "Faisant suite aux références citées ci-dessus, j’ai l’honneur"),
        ((), "J’ai l’honneur"),
    ],
    ids=["with article", "without", "several", "none"],
)
def test_a_french_letter_follows_its_references(references: tuple[str, ...], expected: str) -> None:
    letter = InvitationLetter(references=tuple(Bilingual(fr=one) for one in references))
    paper = made("invitation", session("meeting", invitation=letter), FR)
    assert text(paper, "body").startswith(expected)


def test_who_signs_the_letters_gets_one_only_when_asked_by_name() -> None:
    herself = "إلى السيدة رئيسة المركز الجهوي لمنظومة الإعلام"
    every = made("invitation", workshop(), each=True)
    assert herself not in [text(one, "to") for one in every.sections]
    assert text(made("invitation", workshop(), each=True, people=(CHIEF.id,)), "to") == herself
    alone = session("meeting", attendance=(line(1, CHIEF, AttendanceState.PRESENT),))
    assert text(made("invitation", alone, each=True), "to") == herself


def test_copies_are_named_under_the_signature() -> None:
    asked = workshop()
    copies = (Bilingual("السيد مدير الأكاديمية (للإخبار)", "M. le Directeur (pour information)"),)
    asked = replace(asked, invitation=replace(asked.invitation, copies=copies))
    paper = made("invitation", asked, BOTH)
    assert names(paper)[-2:] == ["signatures", "notes"]
    assert text(paper, "notes", "ar") == "نسخة موجهة إلى:\tالسيد مدير الأكاديمية (للإخبار)."
    assert text(paper, "notes", "fr") == "Ampliation :\tM. le Directeur (pour information)."
