"""A new session from an earlier one."""

from datetime import date

import pytest

from db.codes import DocumentKind, DocumentLanguage, SessionState
from db.errors import UserError
from db.undoing import undo
from db.unit_of_work import Store, UnitOfWork
from desktop_app.services import papers, people, preparing, recording, session_states
from desktop_app.services.drafts import FunctionDraft, Label
from desktop_app.services.session_list import list_sessions
from desktop_app.services.sessions import get_session
from tests.services.drafts import draft

TODAY, NEW = date(2026, 11, 25), date(2026, 12, 2)
WHOLE: dict[str, object] = {
    "type": "training_session",
    "state": "drafting",
    "reference": "7/26",
    "purpose": {"ar": "دراسة", "fr": "l’étude"},
    "objectives": [{"ar": "هدف"}],
    "framework": {"ar": "إطار"},
    "days": ["2026-03-04", "2026-03-05"],
    "start": "09:30",
    "end": "12:30",
    "hijri": {"ar": "15 رمضان"},
    "place": {"mode": "mixed", "room": {"ar": "القاعة"}, "site": {"ar": "المقر"}, "platform": "T"},
    "organiser": "centre",
    "chair": "salma",
    "on_behalf_of": "kamal",
    "rapporteur": "kamal",
    "facilitators": ["kamal", "salma"],
    "signatories": ["salma"],
    "invitation": {
        "reference": "12/26",
        "dated": "2026-03-01",
        "binding": True,
        "addressees": {"ar": "السادة"},
        "under": {"ar": "المديرون"},
        "references": [{"ar": "مذكرة"}],
        "enclosures": [{"ar": "برنامج"}],
        "copies": [{"ar": "نسخة"}],
        "agenda_enclosed": True,
        "reply_by": "2026-03-02",
    },
    "agenda": [
        {"title": {"ar": "عرض"}, "presenter": "kamal", "planned_minutes": 40},
        {"title": {"ar": "مختلفات"}},
    ],
    "attendance": [
        {"person": "kamal", "answer": "yes", "state": "present", "late": True},
        {"person": "salma", "invited": False, "state": "present"},
    ],
    "interventions": [{"kind": "note", "summary": {"ar": "كلام"}}],
    "outcomes": [{"kind": "action", "text": {"ar": "عمل"}, "due": "2026-04-01"}],
    "registry_reference": "33",
    "minutes_dated": "2026-03-06",
}


def earlier(work: UnitOfWork, **fields: object) -> int:
    return recording.record_session(work, draft(**{**WHOLE, **fields}))


def test_what_is_prepared_comes_over(store: Store) -> None:
    with store.write("x") as work:
        before = get_session(work, earlier(work))
        now = get_session(work, preparing.begin_again(work, before.id, NEW))
    for field in (
        *("type", "theme", "purpose", "objectives", "framework", "start", "end", "place"),
        *("organiser", "chair", "on_behalf_of", "rapporteur", "facilitators", "signatories"),
        "copies",
    ):
        assert getattr(now, field) == getattr(before, field), field
    assert now.days == (NEW, date(2026, 12, 3))
    assert now.state is SessionState.PLANNED
    titles = [(item.title, item.presenter, item.planned_minutes) for item in now.agenda]
    assert titles == [(item.title, item.presenter, item.planned_minutes) for item in before.agenda]
    letter, sent = now.invitation, before.invitation
    for field in ("binding", "addressees", "under", "references", "enclosures", "copies"):
        assert getattr(letter, field) == getattr(sent, field), field
    assert letter.agenda_enclosed


def test_what_happened_stays_behind(store: Store) -> None:
    with store.write("x") as work:
        now = get_session(work, preparing.begin_again(work, earlier(work), NEW))
    (line,) = now.attendance
    assert (line.person.name.fr, line.answer, line.state, line.late) == (
        *("Kamal Benziane", "none", "not_recorded", False),
    )
    assert (now.interventions, now.outcomes) == ((), ())
    letter = now.invitation
    assert not any((now.reference, now.registry_reference, now.hijri, now.minutes_dated))
    assert not any((letter.reference, letter.dated, letter.reply_by))
    assert all(item.spent_seconds is None for item in now.agenda)


def test_the_day_may_stay_open(store: Store) -> None:
    with store.write("x") as work:
        assert get_session(work, preparing.begin_again(work, earlier(work), None)).days == ()
        undated = recording.record_session(work, draft(days=[]))
        assert get_session(work, preparing.begin_again(work, undated, NEW)).days == (NEW,)


def test_a_day_that_papers_cannot_write_is_refused(store: Store) -> None:
    with store.write("x") as work:
        key = earlier(work)
    with pytest.raises(UserError, match="the year must be"), store.write("x") as work:
        preparing.begin_again(work, key, date(2222, 1, 1))
    with store.read() as reading:
        assert len(list_sessions(reading)) == 1


def test_undoing_takes_the_new_session_away_whole(store: Store) -> None:
    with store.write("x") as work:
        key = earlier(work)
    with store.write("preparing.begin_again") as work:
        preparing.begin_again(work, key, NEW)
    with store.write("undo") as undoing:
        undo(undoing, work.uid)
    with store.read() as reading:
        assert [row.id for row in list_sessions(reading)] == [key]


class TestPreview:
    """What is said before the new session is made."""

    def test_it_names_what_comes_over_and_what_stays(self, store: Store) -> None:
        with store.write("x") as work:
            coming = preparing.preview(work, earlier(work), NEW, TODAY)
        assert [post.person.name.fr for post in coming.people] == ["Kamal Benziane"]
        assert coming.days == (NEW, date(2026, 12, 3))
        first, second = coming.agenda
        assert (first.title.ar, first.planned_minutes) == ("عرض", 40)
        assert first.presenter
        assert first.presenter.person.name.fr == "Kamal Benziane"
        assert (second.presenter, second.planned_minutes) == (None, None)
        assert (coming.notes, coming.outcomes) == (1, 1)
        assert coming.theme.ar == "جودة المعطيات"

    def test_it_tells_who_left_changed_or_cannot_be_written_to(self, store: Store) -> None:
        people_of = [
            {"key": key, "name": {"fr": key}, "email": email, "function": {"title": {"fr": "x"}}}
            for key, email in (("gone", ""), ("moved", "m@example.org"), ("stays", "s@example.org"))
        ]
        lines = [{"person": one["key"]} for one in people_of]
        fields: dict[str, object] = {
            "type": "meeting", "theme": {"ar": "ج"}, "people": people_of, "bodies": [],
            "attendance": lines, "days": ["2026-03-04"],
        }  # fmt: skip
        with store.write("x") as work:
            key = recording.record_session(work, draft(**fields))
            ids = {
                line.person.name.fr: line.person.id for line in get_session(work, key).attendance
            }
            people.appoint(work, ids["gone"], FunctionDraft(), None, date(2026, 6, 1))
            people.appoint(
                work, ids["moved"], FunctionDraft(title=Label(fr="y")), None, date(2026, 6, 1)
            )
        with store.read() as reading:
            for on in (NEW, None):
                coming = preparing.preview(reading, key, on, TODAY)
                assert [post.person.name.fr for post in coming.left] == ["gone"]
                assert [post.person.function.title.fr for post in coming.changed] == ["y"]
                assert [post.person.name.fr for post in coming.without_address] == ["gone"]


def test_an_empty_session_begins_with_its_type_and_theme(store: Store) -> None:
    with store.write("x") as work:
        dated = preparing.begin(work, "workshop", Label("موضوع", "thème"), NEW)
        undated = preparing.begin(work, "meeting", Label(fr="thème"), None)
        session = get_session(work, dated)
        assert (session.type.code, session.theme.ar, session.days) == ("workshop", "موضوع", (NEW,))
        assert get_session(work, undated).days == ()


@pytest.mark.parametrize(
    ("code", "theme", "problem"),
    [("workshop", Label(), "needs a theme"), ("xyz", Label("ا"), "no type of session")],
)
def test_a_session_needs_a_type_and_a_theme(
    store: Store, code: str, theme: Label, problem: str
) -> None:
    with pytest.raises(UserError, match=problem), store.write("x") as work:
        preparing.begin(work, code, theme, NEW)


class TestDelete:
    """Only what was merely prepared goes."""

    def test_a_planned_session_goes_whole_and_comes_back(self, store: Store) -> None:
        with store.write("x") as work:
            key = preparing.begin_again(work, earlier(work), NEW)
            papers.replace_wording(work, key, DocumentKind.INVITATION, "closing", "ar", "كلام")
            before = get_session(work, key)
        with store.write("preparing.delete") as work:
            preparing.delete(work, key)
        with store.read() as reading:
            assert key not in {row.id for row in list_sessions(reading)}
        with store.write("undo") as undoing:
            undo(undoing, work.uid)
        with store.read() as reading:
            assert get_session(reading, key) == before

    @pytest.mark.parametrize(
        "fields",
        [
            {"state": "invited"},
            {"interventions": WHOLE["interventions"]},
            {"outcomes": WHOLE["outcomes"]},
            {"attendance": WHOLE["attendance"]},
        ],
        ids=["invited", "minutes", "outcomes", "attendance"],
    )
    def test_more_than_a_plan_stays(self, store: Store, fields: dict[str, object]) -> None:
        bare = {"state": "planned", "interventions": [], "outcomes": [], "attendance": []}
        with store.write("x") as work:
            key = earlier(work, **{**bare, **fields})
        with pytest.raises(UserError, match="cancel it instead"), store.write("x") as work:
            preparing.delete(work, key)
        with store.read() as reading:
            assert get_session(reading, key).id == key

    def test_a_session_with_a_paper_stays(self, store: Store) -> None:
        with store.write("x") as work:
            key = recording.record_session(work, draft())
            papers.issue(
                work,
                b"%PDF",
                session_id=key,
                kind=DocumentKind.INVITATION,
                language=DocumentLanguage.ARABIC,
                file_name="i.pdf",
                dated=NEW,
            )
        with pytest.raises(UserError, match="cancel it instead"), store.write("x") as work:
            preparing.delete(work, key)

    @pytest.mark.parametrize("kind", [DocumentKind.MINUTES, DocumentKind.INVITATION])
    def test_a_number_that_was_given_stays_with_the_session_that_was_never_held(
        self, store: Store, kind: DocumentKind
    ) -> None:
        bare = {"state": "planned", "interventions": [], "outcomes": [], "attendance": []}
        with store.write("x") as work:
            key = earlier(work, **bare, reference="", invitation={"reference": ""})
            number = papers.give_number(work, key, kind, NEW)
        with pytest.raises(UserError, match="bear the number") as refused, store.write("x") as work:
            preparing.delete(work, key)
        assert refused.value.values == {"number": number}
        with store.write("x") as work:
            session_states.cancel(work, key, date(2026, 3, 4), "لم تنعقد")
        with store.read() as reading:
            session = get_session(reading, key)
            assert number in {session.reference, session.invitation.reference}
            assert papers.coming_number(reading, kind, NEW) != number
