"""What is found by which words, best first, whatever is typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import models
from db.codes import OutcomeKind
from db.folding import fold
from db.unit_of_work import Store
from desktop_app.services import bodies, people, session_edits
from desktop_app.services.drafts import (
    BodyDraft,
    FunctionDraft,
    Label,
    OutcomeDraft,
    PersonDraft,
    SessionBasics,
    Words,
)
from desktop_app.services.people_data import BodyName
from desktop_app.services.search import Hit, Index, Kind, begins, read_index, spans
from desktop_app.wording.bilingual import Bilingual

TODAY = date(2026, 5, 20)
MANY = 100


@pytest.fixture(scope="module")
def index(centre: Store) -> Index:
    with centre.read() as reading:
        return read_index(reading, TODAY)


def titles(index: Index, query: str, *kinds: Kind) -> list[str]:
    hits = index.find(query, MANY, kinds) if kinds else index.find(query, MANY)
    return [hit.title.ar for hit in hits]


@pytest.mark.parametrize(
    "query",
    [
        "الإدريسي",
        "الادريسي",
        "ادريس",
        "نجاه الادريسى",
        "نَجَاة الإدريـسي",
        "\ufee7\ufea0\ufe8e\ufe93",
        "El Idrissi Najat",
        "IDRISSI",
        "\u202bنجاة\u202c «الإدريسي»*",
    ],
)
def test_a_person_is_found_however_the_name_is_spelt(index: Index, query: str) -> None:
    assert "نجاة الإدريسي" in titles(index, query, "person")


@pytest.mark.parametrize(
    ("query", "kind", "title"),
    [
        ("مفتشة", "person", "سناء بوزيان"),
        ("inspectrice pedagogique", "person", "سناء بوزيان"),
        ("khenifra", "person", "إيطو بوعزة"),
        ("خنيفره اوعلي", "person", "مريم أوعلي"),
        ("1/26", "session", "استعمال المكونات الجديدة لمنظومة مسار"),
        ("teams", "session", "التحضير لمسك نقط الأسدس الأول"),
        ("دورة تكوينية مسار", "session", "استعمال المكونات الجديدة لمنظومة مسار"),
        ("aref salon", "outcome", ""),
        ("ملصق فضاء ولي", "outcome", "تعليق ملصق فضاء ولي ببهو المؤسسة"),
        ("امزيل دليل", "outcome", "تقاسم دليل استعمال المكونات الجديدة"),
        ("comite suivi", "outcome", "قياس أثر الوسائط لدى الأسر"),
    ],
)
def test_words_beside_the_title_find_it_too(
    index: Index, query: str, kind: Kind, title: str
) -> None:
    assert titles(index, query, kind)[:1] == ([title] if title else [])


def test_each_kind_comes_with_its_best_and_no_more_than_asked_for(index: Index) -> None:
    hits = index.find("ا", 2)
    assert [hit.kind for hit in hits] == ["person", "person", "outcome", "outcome"] + [
        "session"
    ] * 2
    assert index.find("ا", 2, ["session"]) == hits[4:]


def test_what_is_found_says_what_it_is(index: Index) -> None:
    (person,) = index.find("حدوش", MANY)
    assert person.title == Bilingual("عمر حدوش", "Omar Haddouch")
    assert person.about == Bilingual("تقني، بني ملال", "technicien, Béni Mellal")
    assert person.session_id is None
    (head,) = index.find("بوعزة", MANY, ["person"])
    assert head.about.ar == "رئيسة المركز الإقليمي لمنظومة الإعلام بخنيفرة"
    (outcome,) = index.find("لوحات القيادة", MANY)
    assert (outcome.about.ar, outcome.about.fr) == ("المركز الجهوي", "CRSI")
    assert (outcome.reference, outcome.day, outcome.waiting) == ("1/26", date(2026, 11, 30), True)
    (done,) = index.find("تقاسم دليل", MANY)
    assert not done.waiting
    session = index.get("session", outcome.session_id or 0)
    assert session is not None
    assert (session.title.ar, session.day) == (
        "استعمال المكونات الجديدة لمنظومة مسار",
        date(2026, 2, 10),
    )
    assert session.about.ar == "قاعة التكوين"
    assert index.get("person", 999) is None


def test_the_first_of_a_kind_need_no_words(index: Index) -> None:
    assert [hit.title.ar for hit in index.first("person", 2)] == ["أمينة التادلي", "إبراهيم واعزيز"]


@pytest.mark.parametrize(
    ("shown", "query", "begun"),
    [
        ("تدوين المحضر", "محض", True),
        ("تدوين المحضر", "المحضر تدو", True),
        ("تدوين المحضر", "حضر", False),
        ("Rédiger le PV", "redi pv", True),
        ("Rédiger le PV", "iger", False),
        ("Take minutes", "", True),
    ],
)
def test_a_command_is_meant_by_how_its_words_begin(shown: str, query: str, begun: bool) -> None:
    assert begins(shown, query) is begun


def test_nothing_is_found_by_nothing(index: Index) -> None:
    for query in ("", "  ", "*", "«»", "…!", "\u202b"):
        assert index.find(query, MANY) == ()
        assert spans("نص", query) == ()


def made(store: Store, *themes: str) -> list[int]:
    with store.write("x") as work:
        return [
            session_edits.create_session(
                work,
                SessionBasics(type="meeting", theme=Label(theme), days=(date(2026, 1, n + 1),)),
            )
            for n, theme in enumerate(themes)
        ]


def test_the_best_come_first_then_the_latest(store: Store) -> None:
    themes = ["تدبيرات مسار", "مسار", "المسار", "مسارات", "بلا", "مسار النقط", "النقط في مسار"]
    made(store, *themes)
    with store.read() as reading:
        index = read_index(reading, TODAY)
    assert titles(index, "مسار") == [
        "النقط في مسار",
        "مسار النقط",
        "مسار",
        "تدبيرات مسار",
        "مسارات",
        "المسار",
    ]
    assert titles(index, "مسار النقط")[:2] == ["مسار النقط", "النقط في مسار"]


def test_a_type_of_ones_own_is_a_word_too(store: Store) -> None:
    with store.write("x") as work:
        names = {"indefinite": "قافلة", "definite": "القافلة", "plural": "قوافل"}
        french = {"french": "caravane", "french_gender": "f", "french_plural": "caravanes"}
        work.db.add(models.SessionType(code="caravan", gender="f", **names, **french))
        work.db.flush()
        basics = SessionBasics(type="caravan", theme=Label("مسار"))
        session = session_edits.create_session(work, basics)
    with store.read() as reading:
        hits = read_index(reading, TODAY).find("caravane", MANY)
    assert [(hit.id, hit.day) for hit in hits] == [(session, None)]


def test_functions_and_names_are_those_of_the_day(store: Store) -> None:
    with store.write("x") as work:
        body = BodyDraft(
            kind="directorate",  # type: ignore[arg-type]  # a code, as from a file
            name=Label("النيابة"),
            valid_from=date(2010, 1, 1),
        )
        place = bodies.find_or_create(work, body)
        bodies.rename(work, place, BodyName(date(2020, 1, 1), Bilingual("المديرية", "la DP")))
        bodies.rename(work, place, BodyName(date(2030, 1, 1), Bilingual("الغد")))
        draft = PersonDraft(name=Label("سلمى"), function=FunctionDraft(title=Label("أستاذة")))
        person = people.find_or_create(work, draft)
        late = people.find_or_create(work, PersonDraft(name=Label("كمال")))
        for who, since, title in (
            (person, 2015, "مفتشة"),
            (person, 2031, "مديرة"),
            (late, 2031, "مدير"),
        ):
            function = FunctionDraft(title=Label(title))
            people.appoint(work, who, function, place, date(since, 1, 1))
        basics = SessionBasics(type="meeting", theme=Label("لقاء"))
        session = session_edits.create_session(work, basics)
        outcome = OutcomeDraft(OutcomeKind.ACTION, Words("عمل"), owner_text=Label("لجنة"))
        session_edits.set_outcomes(work, session, [outcome])
    with store.read() as reading:
        index = read_index(reading, TODAY)
    assert [hit.about.ar for hit in index.find("سلمى", MANY)] == ["مفتشة، المديرية"]
    assert [hit.about.fr for hit in index.find("كمال", MANY)] == ["مدير, la DP"]
    assert index.find("النيابة", MANY) == index.find("الغد", MANY) == ()
    (found,) = index.find("عمل", MANY)
    assert (found.about.ar, found.day, found.session_id) == ("لجنة", None, session)


def one(text: str) -> Index:
    return Index([(Hit("session", 1, 1, Bilingual(text), Bilingual()), "")])


letters = st.text(
    st.characters(codec="utf-8") | st.sampled_from("اأإآىيةهـًُّ \u202b\u2069éçœ*\"'%_\x00")
)


@given(letters)
def test_a_text_finds_itself_and_every_piece_of_its_words(text: str) -> None:
    index = one(text)
    words = fold(text).split()
    assert bool(index.find(text, MANY)) is any(map(str.isalnum, "".join(words)))
    for word in text.split():
        if any(map(str.isalnum, fold(word))):
            assert index.find(word, MANY)
            assert index.find(word[len(word) // 2 :] + " " + word, MANY)
            assert spans(text, word)


@given(letters, letters)
def test_spans_lie_in_the_text_apart_and_in_order(text: str, query: str) -> None:
    last = -1
    for start, end in spans(text, query):
        assert last < start < end <= len(text)
        last = end


@given(letters, st.sampled_from([1, 10_000]))
def test_whatever_is_typed_is_an_answer(index: Index, text: str, repeated: int) -> None:
    assert len(index.find(text * repeated, 3)) <= 9
