"""What is found by which words, best first, whatever is typed."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import models
from db.codes import DocumentKind, DocumentLanguage, OutcomeKind
from db.folding import words_of
from db.search import Kind
from db.unit_of_work import Store
from desktop_app.services import bodies, people, search, session_edits
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
from desktop_app.services.search import KINDS, Hit, begins, sentence, spans
from desktop_app.wording.bilingual import Bilingual, PaperLanguage

TODAY = date(2026, 5, 20)
MANY = 100


def find(store: Store, query: str, *kinds: Kind, limit: int = MANY) -> tuple[Hit, ...]:
    with store.read() as reading:
        return search.find(reading, query, limit, TODAY, kinds or KINDS)


def titles(store: Store, query: str, *kinds: Kind) -> list[str]:
    return [hit.title.ar for hit in find(store, query, *kinds)]


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
def test_a_person_is_found_however_the_name_is_spelt(centre: Store, query: str) -> None:
    assert "نجاة الإدريسي" in titles(centre, query, "person")


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
    centre: Store, query: str, kind: Kind, title: str
) -> None:
    assert titles(centre, query, kind)[:1] == ([title] if title else [])


def test_each_kind_comes_with_its_best_and_no_more_than_asked_for(centre: Store) -> None:
    hits = find(centre, "ا", limit=2)
    kinds = ("person", "outcome", "session", "line", "item", "body")
    assert [hit.kind for hit in hits] == [kind for kind in kinds for _ in range(2)]
    assert find(centre, "ا", "session", limit=2) == hits[4:6]


def test_what_is_found_says_what_it_is(centre: Store) -> None:
    (person,) = find(centre, "حدوش", "person")
    assert person.title == Bilingual("عمر حدوش", "Omar Haddouch")
    assert person.about == Bilingual("تقني، بني ملال", "technicien, Béni Mellal")
    assert person.session_id is None
    (head,) = find(centre, "بوعزة", "person")
    assert head.about.ar == "رئيسة المركز الإقليمي لمنظومة الإعلام بخنيفرة"
    (outcome,) = find(centre, "لوحات القيادة", "outcome")
    assert (outcome.about.ar, outcome.about.fr) == ("المركز الجهوي", "CRSI")
    assert (outcome.reference, outcome.day, outcome.waiting) == ("1/26", date(2026, 11, 30), True)
    (done,) = find(centre, "تقاسم دليل", "outcome")
    assert not done.waiting
    with centre.read() as reading:
        (session,) = search.get(reading, "session", [outcome.session_id or 0, 999], TODAY)
    assert (session.title.ar, session.day) == (
        "استعمال المكونات الجديدة لمنظومة مسار",
        date(2026, 2, 10),
    )
    assert session.about.ar == "قاعة التكوين"
    (body,) = find(centre, "dp khenifra", "body")
    assert (body.title.ar, body.about.fr) == ("المديرية الإقليمية بخنيفرة", "Khénifra")


def test_what_was_said_is_found_with_its_session_and_point(centre: Store) -> None:
    (line,) = find(centre, "كبسولات مصورة", "line")
    assert (line.session_id, line.reference, line.item) == (4, "2/26", 3)
    assert line.about.ar == "الوسائط التواصلية لمواكبة الدخول المدرسي 2026/2027"
    (item,) = find(centre, "حصيلة الوسائط", "item")
    assert (item.session_id, item.item, item.about) == (4, 2, line.about)


def test_a_paper_is_found_by_its_number_its_name_and_whose_it_is(store: Store) -> None:
    with store.write("x") as work:
        person = people.find_or_create(work, PersonDraft(name=Label("سلمى", "Salma")))
        basics = SessionBasics(type="meeting", theme=Label("لقاء"))
        session = session_edits.create_session(work, basics)
        content = models.Content.of(b"%PDF", "application/pdf")
        work.db.add(content)
        work.db.flush()
        issued: list[dict[str, Any]] = [
            {"session_id": session, "kind": DocumentKind.MINUTES, "reference": "7/26"},
            {"person_id": person, "session_id": session, "kind": DocumentKind.ATTESTATION},
            {"kind": DocumentKind.SYNTHESIS, "subject": "2026"},
        ]
        for at, one in enumerate(issued):
            shared = {"language": DocumentLanguage.ARABIC, "issued_at": work.at}
            name = f"{('محضر-اجتماع', 'شهادة', 'تركيب')[at]}-2026-02-10.pdf"
            paper = models.IssuedDocument(content_id=content.id, file_name=name, **shared, **one)
            work.db.add(paper)
    (minutes,) = find(store, "محضر 7/26", "paper")
    assert (minutes.title.ar, minutes.paper) == ("محضر اجتماع 2026-02-10", "minutes")
    assert (minutes.session_id, minutes.reference, minutes.about.ar) == (session, "7/26", "لقاء")
    (attestation,) = find(store, "salma", "paper")
    assert (attestation.person_id, attestation.about.ar) == (person, "سلمى")
    (alone,) = find(store, "تركيب", "paper")
    assert (alone.session_id, alone.person_id, alone.about) == (None, None, Bilingual())


def test_the_first_people_need_no_words(centre: Store) -> None:
    with centre.read() as reading:
        hits = search.first_people(reading, 2, TODAY)
    assert [hit.title.ar for hit in hits] == ["أمينة التادلي", "إبراهيم واعزيز"]


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


def test_nothing_is_found_by_nothing(centre: Store) -> None:
    for query in ("", "  ", "*", "«»", "…!", "\u202b", '"' * 10_000, "*" * 10_000):
        assert find(centre, query) == ()
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
    assert titles(store, "مسار") == [
        "النقط في مسار",
        "مسار النقط",
        "مسار",
        "تدبيرات مسار",
        "مسارات",
        "المسار",
    ]
    assert titles(store, "مسار النقط")[:2] == ["مسار النقط", "النقط في مسار"]


def test_a_type_of_ones_own_is_a_word_too(store: Store) -> None:
    with store.write("x") as work:
        names = {"indefinite": "قافلة", "definite": "القافلة", "plural": "قوافل"}
        french = {"french": "caravane", "french_gender": "f", "french_plural": "caravanes"}
        work.db.add(models.SessionType(code="caravan", gender="f", **names, **french))
        work.db.flush()
        basics = SessionBasics(type="caravan", theme=Label("مسار"))
        session = session_edits.create_session(work, basics)
    hits = find(store, "caravane")
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
    assert [hit.about.ar for hit in find(store, "سلمى")] == ["مفتشة، المديرية"]
    assert [hit.about.fr for hit in find(store, "كمال")] == ["مدير, la DP"]
    assert {hit.kind for hit in find(store, "النيابة")} == {"person", "body"}, "by former names"
    (found,) = find(store, "عمل", "outcome")
    assert (found.about.ar, found.day, found.session_id) == ("لجنة", None, session)


@pytest.mark.parametrize(
    ("told", "query", "language", "shown"),
    [
        (Bilingual("أولا. ثم تجهيز القاعات. وأخيرا", ""), "القاعات", "ar", "… ثم تجهيز القاعات. …"),
        (Bilingual("نص", "Un mot. Un autre"), "autre", "ar", "… Un autre"),
        (Bilingual("نص", "Un mot"), "xyz", "fr", "Un mot"),
        (Bilingual("م. إ. خنيفرة\nسطر"), "خنيفرة", "fr", "م. إ. خنيفرة …"),
        (Bilingual(), "x", "ar", ""),
    ],
)
def test_the_sentence_is_the_one_where_the_words_stand(
    told: Bilingual, query: str, language: PaperLanguage, shown: str
) -> None:
    assert sentence(told, query, language) == shown


def test_words_are_marked_where_they_begin_without_what_is_written_to_them() -> None:
    text = "وبالمديرية في مسار"
    assert [text[slice(*span)] for span in spans(text, "مدير سار المديريه")] == ["المديرية"]


letters = st.text(
    st.characters(codec="utf-8") | st.sampled_from("اأإآىيةهـًُّ \u202b\u2069éçœ*\"'%_\x00-")
)
VARIANTS = str.maketrans({"ا": "أ", "ه": "ة", "ي": "ى", "ك": "ڭ", "e": "é", "c": "ç"})


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(letters, min_size=1, max_size=5))
def test_what_is_recorded_is_found_by_any_beginning_in_any_spelling(
    store: Store, texts: list[str]
) -> None:
    with store.write("x") as work:
        recorded = [models.Person(name_ar=text) for text in texts if text]
        work.db.add_all(recorded)
        work.db.flush()
        ids = [person.id for person in recorded]
    with store.read() as reading:
        for key, text in zip(ids, filter(None, texts), strict=True):
            for word in words_of(text)[:3]:
                for typed in (word[: len(word) // 2 + 1], f"*{word.translate(VARIANTS)}ـ"):
                    hits = search.find(reading, typed, 10_000, TODAY, ["person"])
                    assert key in {hit.id for hit in hits}
                    assert spans(text, typed)


@given(letters, letters)
def test_spans_lie_in_the_text_apart_and_in_order(text: str, query: str) -> None:
    last = -1
    for start, end in spans(text, query):
        assert last < start < end <= len(text)
        last = end


@given(letters, st.sampled_from([1, 10_000]))
def test_whatever_is_typed_is_an_answer(centre: Store, text: str, repeated: int) -> None:
    assert len(find(centre, text * repeated, limit=3)) <= 3 * len(KINDS)
    assert sentence(Bilingual(text), text, "ar") is not None
