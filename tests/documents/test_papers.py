import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.codes import AttendanceState, InterventionKind, Mode, OutcomeKind
from db.errors import UserError
from desktop_app.documents import papers
from desktop_app.documents.blocks import Paper
from desktop_app.documents.options import Attested, PaperOptions, SheetVariant
from desktop_app.services.institution_data import HeaderMode, Institution, NumberingMode
from desktop_app.services.people_data import Person
from desktop_app.services.session_data import (
    AgendaItem,
    Attendance,
    Intervention,
    InvitationLetter,
    Outcome,
    Place,
    Session,
)
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.session_types import SESSION_TYPES
from tests.documents.reading import blocks, made, names, whole
from tests.documents.samples import (
    AMZIL,
    AR,
    AZILAL,
    BOTH,
    CENTRE,
    CHIEF,
    FR,
    INSTITUTION,
    KHENIFRA,
    MR,
    MRS,
    OUALI,
    SUPPORT,
    UNKNOWN,
    person,
    session,
    workshop,
)

# Building never fails, and what it gives can be signed ---------------------------------------

PHRASES = st.sampled_from(
    ("", "تدارس النتائج", "22 نقطة", "MASSAR", "النص الأول.", "هل تم؟", "عرض، ثم نقاش؛", " ")
)
FRENCH = st.sampled_from(("", "l’étude", "le suivi.", "8 points", "Azilal", "est-ce fait ?"))
TEXTS = st.builds(Bilingual, PHRASES, FRENCH)
CIVILITIES = st.sampled_from((MR, MRS, UNKNOWN))
BODIES = st.sampled_from((None, CENTRE, AZILAL, KHENIFRA))
STATES = st.sampled_from(list(AttendanceState))
DAYS = st.lists(st.dates(date(2020, 1, 1), date(2035, 12, 31)), max_size=4, unique=True).map(
    lambda days: tuple(sorted(days))
)
TIMES = st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0))


@st.composite
def persons(draw: st.DrawFn, number: int) -> Person:
    unique = draw(st.booleans())
    title = draw(
        st.sampled_from((("", ""), ("رئيس المركز", "le chef du centre")))
        if unique
        else st.sampled_from((("", ""), ("مهندس", "ingénieur")))
    )
    return person(
        number,
        draw(CIVILITIES),
        draw(st.sampled_from((("أ. ب.", "A. B."), ("أحمد", ""), ("", "Zahra")))),
        title,
        unique=unique,
        body=draw(BODIES),
    )


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    people = [draw(persons(number)) for number in range(1, draw(st.integers(1, 7)))]
    someone = st.none() | st.sampled_from(people) if people else st.none()
    several = st.lists(st.sampled_from(people), max_size=3, unique=True) if people else st.just([])
    numbers = range(draw(st.integers(0, 3)))
    return Session(
        1,
        "session",
        draw(st.sampled_from(list(SESSION_TYPES.values()))),
        draw(TEXTS),
        purpose=draw(TEXTS),
        objectives=tuple(draw(st.lists(TEXTS, max_size=3))),
        framework=draw(TEXTS),
        days=draw(DAYS),
        start=draw(TIMES),
        end=draw(TIMES),
        place=Place(draw(st.sampled_from(list(Mode))), draw(TEXTS), draw(TEXTS), draw(PHRASES)),
        organiser=draw(BODIES),
        chair=draw(someone),
        on_behalf_of=draw(someone),
        rapporteur=draw(someone),
        facilitators=tuple(draw(several)),
        signatories=tuple(draw(several)),
        invitation=InvitationLetter(
            reference=draw(st.sampled_from(("", "7/26"))),
            dated=draw(st.none() | st.just(date(2026, 4, 8))),
            binding=draw(st.booleans()),
            addressees=draw(TEXTS),
            under=draw(TEXTS),
            references=tuple(draw(st.lists(TEXTS, max_size=3))),
            enclosures=tuple(draw(st.lists(TEXTS, max_size=2))),
            agenda_enclosed=draw(st.booleans()),
            reply_by=draw(st.none() | st.just(date(2026, 4, 1))),
        ),
        agenda=tuple(AgendaItem(n, f"item-{n}", n, draw(TEXTS)) for n in numbers),
        attendance=tuple(
            Attendance(
                n,
                f"line-{n}",
                n,
                one,
                draw(st.booleans()),
                state=draw(STATES),
                represented_by_id=draw(st.none() | st.integers(1, 8)),
                late=draw(st.booleans()),
            )
            for n, one in enumerate(people)
        ),
        interventions=tuple(
            Intervention(
                n,
                f"say-{n}",
                n,
                draw(st.sampled_from(list(InterventionKind))),
                tuple(draw(several)),
                draw(TEXTS),
                draw(TEXTS),
                draw(TEXTS),
                agenda_item_id=draw(st.none() | st.sampled_from([*numbers, -1])),
            )
            for n in range(draw(st.integers(0, 5)))
        ),
        outcomes=tuple(
            Outcome(
                n,
                f"out-{n}",
                n,
                draw(st.sampled_from(list(OutcomeKind))),
                draw(TEXTS),
                owner_person=draw(someone),
                owner_text=draw(TEXTS),
                due=draw(st.none() | st.just(date(2026, 5, 1))),
                ongoing=draw(st.booleans()),
                remarks=draw(TEXTS),
            )
            for n in numbers
        ),
        opened_with_quran=draw(st.booleans()),
        opened_with_anthem=draw(st.booleans()),
        agenda_exhausted=draw(st.booleans()),
        conclusions=tuple(draw(st.lists(TEXTS, max_size=2))),
        other_business=draw(TEXTS),
        enclosures=tuple(draw(st.lists(TEXTS, max_size=2))),
        copies=tuple(draw(st.lists(TEXTS, max_size=2))),
        reference=draw(st.sampled_from(("", "14/26"))),
    )


INSTITUTIONS = st.builds(
    Institution,
    name=st.just(CENTRE.name),
    academy=st.sampled_from((Bilingual(), Bilingual(" "), INSTITUTION.academy)),
    header_ar=st.just(INSTITUTION.header_ar),
    header_mode=st.sampled_from(list(HeaderMode)),
    city=st.sampled_from((Bilingual(), INSTITUTION.city)),
    email=st.sampled_from(("", "a@b.example")),
    numbering=st.sampled_from(list(NumberingMode)),
    hours_in_words=st.booleans(),
    hijri_date=st.booleans(),
    blank_date=st.booleans(),
    lateness_shown=st.booleans(),
    phone_on_sheet=st.booleans(),
    signatory=st.none() | persons(50),
)
OPTIONS = st.builds(
    PaperOptions,
    guest=st.booleans(),
    variant=st.sampled_from(list(SheetVariant)),
    half_days=st.sampled_from((None, 1, 2)),
    closed_by_hand=st.none() | st.booleans(),
    each=st.booleans(),
    attested=st.sampled_from(list(Attested)),
    asked_for=st.booleans(),
    hours=st.none() | st.integers(1, 40),
    on_behalf_of=st.none() | persons(60),
)
LANGUAGES: st.SearchStrategy[tuple[PaperLanguage, ...]] = st.sampled_from(
    (("ar",), ("fr",), ("ar", "fr"))
)
FAULTS = re.compile(
    r"[{}]|None|\(ة\)|\(e\)|  |[،,:؛;] *[،,؛;.]|؟\.|\?\.|(?<![.\d])\.\.(?!\.)|^[،؛,;.]|\bB?ilingual"
)
"""Placeholders, forgotten genders, double spaces, doubled signs, a sign at the start of a line."""


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    held=sessions(),
    centre=INSTITUTIONS,
    options=OPTIONS,
    languages=LANGUAGES,
    kind=st.sampled_from(list(papers.KINDS)),
)
def test_any_session_gives_papers_that_can_be_signed(
    held: Session,
    centre: Institution,
    options: PaperOptions,
    languages: tuple[PaperLanguage, ...],
    kind: str,
) -> None:
    try:
        paper = papers.build(kind, held, centre, languages, options)
    except UserError:
        assert kind == "attestation"
        return
    said = [
        line
        for one in blocks(paper)
        for language in languages
        for line in re.split(r"[\t\n]|\.{20}", papers.wording(one, language))
    ]
    said += [paper.title, *(text for text in (paper.running_head.ar, paper.footer.fr) if text)]
    assert [line for line in said if FAULTS.search(line)] == []
    assert len(set(names(paper))) == len(names(paper))
    for one in blocks(paper):
        assert any(papers.wording(one, language) for language in languages) or (
            one.name.partition(".")[0] == "header"
        )
    assert papers.file_name(paper, held.days).endswith(".pdf")


def test_papers_of_women_say_nothing_in_the_masculine_alone() -> None:
    women = workshop(
        chair=CHIEF,
        rapporteur=SUPPORT,
        signatories=(SUPPORT, CHIEF),
        facilitators=(OUALI,),
        interventions=(),
    )
    minutes = whole(made("minutes", women))
    assert "رئيس الجلسة" not in minutes
    assert "مقرر الجلسة" not in minutes


# The registry ---------------------------------------------------------------------------------


def test_kinds_have_the_codes_of_the_command_line_and_names_in_both_languages() -> None:
    assert list(papers.KINDS) == [
        *("minutes", "report", "attendance-sheet", "invitation", "attestation"),
    ]
    for code, kind in papers.KINDS.items():
        assert kind.code == code
        assert kind.title.ar
        assert kind.title.fr
        assert made(code, workshop()).kind == code


def test_without_options_the_defaults_serve() -> None:
    assert papers.build("minutes", workshop(), INSTITUTION, AR) == made("minutes", workshop())


# File names -----------------------------------------------------------------------------------


def paper(title: str, languages: tuple[PaperLanguage, ...] = AR) -> Paper:
    return Paper("minutes", languages, title, Bilingual(), Bilingual())


def test_file_names_say_what_and_when() -> None:
    assert papers.file_name(made("minutes", workshop()), workshop().days) == (
        "محضر-ورشة-عمل-العمليات-التواصلية-للتعريف-بمستجدات-النظم-المعلوماتية-2026-04-22.pdf"
    )
    assert papers.file_name(
        made("attestation", workshop(), people=(AMZIL.id,)), workshop().days
    ) == ("شهادة-حضور-السيد-يوسف-أمزيل-2026-04-22.pdf")
    assert papers.file_name(made("report", session("meeting"), FR), session().days) == (
        "Compte-rendu-de-la-réunion.pdf"
    )
    assert papers.file_name(made("minutes", session("meeting"), BOTH), session().days) == (
        "محضر-اجتماع-ar-fr.pdf"
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ('a<b>:"c"/d\\e|f?g*h\x00i\u202ej', "a-b-c-d-e-f-g-h-i-j.pdf"),
        ("CON", "minutes-CON.pdf"),
        ("lpt1", "minutes-lpt1.pdf"),
        ("...", "minutes.pdf"),
        ("مُحَضَّر", "مُحَضَّر.pdf"),
    ],
)
def test_file_names_hold_nothing_that_windows_refuses(title: str, expected: str) -> None:
    assert papers.file_name(paper(title), session().days) == expected


@settings(deadline=None)
@given(title=st.text(max_size=400), languages=LANGUAGES, days=DAYS)
def test_file_names_are_never_too_long_nor_odd(
    title: str, languages: tuple[PaperLanguage, ...], days: tuple[date, ...]
) -> None:
    name = papers.file_name(paper(title, languages), days)
    assert len(name.encode()) <= 255
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\u200e\u200f\u202a-\u202e\u2066-\u2069]', name)
    assert not name.startswith((".", " ", "-"))


def test_one_word_of_five_hundred_letters_is_cut() -> None:
    assert papers.file_name(paper("م" * 500), session().days) == "م" * 90 + ".pdf"


def test_a_long_name_is_cut_between_words() -> None:
    name = papers.file_name(paper("كلمة " * 80), [date(2026, 5, 20)])
    assert name.endswith("كلمة-2026-05-20.pdf")
