"""The page of the minutes is kept line by line."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db import models
from db.codes import FollowUpState, InterventionKind, OutcomeKind
from db.engine import create_store, open_store
from db.journal import entries
from db.unit_of_work import Store
from desktop_app.services import follow_ups, outcomes, sessions
from desktop_app.services.drafts import LONGEST_PROSE, ProgressDraft
from desktop_app.services.minutes import (
    LineChange,
    LineOutcome,
    PageLine,
    lines_of,
    other_words,
    save_lines,
)
from desktop_app.services.recording import record_session
from desktop_app.services.session_data import Session
from desktop_app.services.validation import FieldError
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from tests.services.drafts import draft

LINES: dict[str, object] = {
    "agenda": [{"title": {"ar": "الأولى"}}, {"title": {"ar": "الثانية"}}],
    "interventions": [
        {"kind": "note", "summary": {"ar": "أول"}, "agenda_item": 1, "uid": "first"},
        {
            "kind": "comment",
            "summary": {"ar": "ثان", "fr": "Deuxième"},
            "speakers": ["salma"],
            "agenda_item": 1,
            "uid": "second",
        },
        {"kind": "note", "summary": {"ar": "بعده"}, "agenda_item": 2, "uid": "later"},
    ],
}
DUE = date(2026, 6, 15)


@pytest.fixture
def recorded(store: Store) -> Store:
    with store.write("x") as work:
        record_session(work, draft(**LINES))
    return store


def read(store: Store) -> Session:
    with store.read() as reading:
        return sessions.get_session(reading, 1)


def page(store: Store, item: int = 1, language: PaperLanguage = "ar") -> dict[str, PageLine]:
    return {line.uid: line for line in lines_of(read(store), item, language)}


def save(
    store: Store, *changes: LineChange, item: int | None = 1, language: PaperLanguage = "ar"
) -> None:
    with store.write("minutes.save_lines") as work:
        save_lines(work, 1, item, language, changes)


def put(
    before: PageLine | None, after: PageLine, follows: str = "", *, placed: bool = False
) -> LineChange:
    return LineChange(after.uid, before, after, follows, placed)


def lift(line: PageLine, text: str = "", **more: object) -> PageLine:
    said = LineOutcome("out", OutcomeKind.ACTION, text or line.text, **more)  # type: ignore[arg-type]  # what each test adds
    return replace(line, outcome=said)


def add_decision(store: Store) -> PageLine:
    """Make the second line an outcome, and give what a page knows of it then."""
    line = page(store)["second"]
    save(store, put(line, lift(line)))
    return page(store)["second"]


def test_only_the_line_that_changed_is_written(recorded: Store) -> None:
    line = page(recorded)["first"]
    save(recorded, put(line, replace(line, text="أول معدل")))
    with recorded.read() as reading:
        told = [e for e in entries(reading) if e.use_case == "minutes.save_lines"]
    assert [(e.record_uid, e.after) for e in told] == [("first", {"summary_ar": "أول معدل"})]


def test_a_new_line_stands_where_it_was_typed(recorded: Store) -> None:
    new = PageLine("new", "جديد", time(10, 2), InterventionKind.COMMENT, (2, 1))
    save(recorded, put(None, new, "first"))
    assert list(page(recorded)) == ["first", "new", "second"]
    assert page(recorded)["new"] == new
    assert list(page(recorded, 2)) == ["later"]


def test_lines_after_one_another_keep_their_order_without_moving_the_others(
    recorded: Store,
) -> None:
    before = ""
    for n in range(100):
        save(recorded, put(None, PageLine(f"n{n}", f"{n}"), before))
        before = f"n{n}"
    assert list(page(recorded)) == [*(f"n{n}" for n in range(100)), "first", "second"]
    with recorded.read() as reading:
        moved = [e for e in entries(reading) if e.after and set(e.after) == {"position"}]
    assert len({e.unit for e in moved}) < 5


def test_the_first_line_of_a_point_stands_after_what_others_said(recorded: Store) -> None:
    save(recorded, put(None, PageLine("none", "بلا نقطة")), item=None)
    assert [line.uid for line in read(recorded).interventions][-1] == "none"
    save(recorded, put(None, PageLine("lost", "بعد سطر حذف"), "gone"))
    assert list(page(recorded)) == ["first", "second", "lost"]


def test_a_line_is_moved(recorded: Store) -> None:
    line = page(recorded)["second"]
    save(recorded, put(line, line, "", placed=True))
    assert list(page(recorded)) == ["second", "first"]


def test_words_of_a_point_that_was_removed_stay(recorded: Store) -> None:
    save(recorded, put(None, PageLine("new", "جديد")), item=99)
    assert [line.uid for line in lines_of(read(recorded), None, "ar")] == ["new"]


def test_a_translation_leaves_the_other_words_alone(recorded: Store) -> None:
    line = page(recorded, language="fr")["first"]
    assert (line.text, other_words(read(recorded), "fr")["first"]) == ("", "أول")
    save(recorded, put(line, replace(line, text="Premier")), language="fr")
    assert read(recorded).interventions[0].summary == Bilingual("أول", "Premier")
    assert other_words(read(recorded), "ar")["first"] == "Premier"


def test_who_spoke_is_kept_and_taken_back(recorded: Store) -> None:
    line = page(recorded)["first"]
    said = replace(line, kind=InterventionKind.ANSWER, speakers=(1, 2))
    save(recorded, put(line, said))
    assert page(recorded)["first"] == said
    save(recorded, put(said, replace(said, speakers=(2,))))
    assert page(recorded)["first"].speakers == (2,)
    save(recorded, put(page(recorded)["first"], replace(line, at=time(9, 5))))
    assert page(recorded)["first"] == replace(line, at=time(9, 5))


def test_the_words_of_a_presentation_are_its_title(recorded: Store) -> None:
    line = page(recorded)["second"]
    shown = replace(line, kind=InterventionKind.PRESENTATION)
    save(recorded, put(line, shown))
    (said,) = (one for one in read(recorded).interventions if one.uid == "second")
    assert (said.title, said.summary) == (Bilingual("ثان", "Deuxième"), Bilingual())
    assert page(recorded)["second"] == shown
    save(recorded, put(shown, line))
    (said,) = (one for one in read(recorded).interventions if one.uid == "second")
    assert (said.title, said.summary) == (Bilingual(), Bilingual("ثان", "Deuxième"))
    shown = replace(shown, text="عنوان آخر")
    save(recorded, put(line, shown))
    save(recorded, put(shown, replace(shown, text="عنوان")))
    assert page(recorded)["second"].text == "عنوان"


def test_a_line_is_lifted_with_one_key(recorded: Store) -> None:
    line = page(recorded)["second"]
    typed = replace(line, text="إعداد دليل @سلمى قبل 15/06")
    lifted = lift(typed, "إعداد دليل", person_id=1, body_ids=(1,), due=DUE)
    save(recorded, put(line, lifted))
    session = read(recorded)
    (outcome,) = session.outcomes
    assert (outcome.uid, outcome.kind, outcome.due) == ("out", OutcomeKind.ACTION, DUE)
    assert outcome.text == Bilingual("إعداد دليل", "Deuxième")
    assert outcome.agenda_item_id == 1
    assert outcome.owner_person is not None
    assert outcome.owner_person.id == 1
    assert [body.id for body in outcome.owner_bodies] == [1]
    (said,) = (one for one in session.interventions if one.uid == "second")
    assert said.summary == Bilingual("إعداد دليل @سلمى قبل 15/06")
    assert page(recorded)["second"] == lifted
    confirmed = replace(lifted, text="إعداد دليل")
    save(recorded, put(lifted, confirmed))
    (said,) = (one for one in read(recorded).interventions if one.uid == "second")
    assert said.summary == Bilingual()
    assert page(recorded)["second"] == confirmed


def test_a_presentation_that_is_lifted_gives_its_title_away(recorded: Store) -> None:
    line = page(recorded)["second"]
    shown = replace(line, kind=InterventionKind.PRESENTATION)
    save(recorded, put(line, shown), put(shown, lift(shown)))
    assert page(recorded)["second"] == lift(shown)
    save(recorded, put(lift(shown), shown))
    assert page(recorded)["second"] == shown
    assert page(recorded, language="fr")["second"].text == "Deuxième"


def test_other_words_keep_the_history_of_what_came_of_a_line(recorded: Store) -> None:
    lifted = add_decision(recorded)
    assert lifted.outcome is not None
    with recorded.write("x") as work:
        follow_ups.record_progress(work, 1, ProgressDraft(state=FollowUpState.IN_PROGRESS))
    before = len(history(recorded))
    said = replace(lifted.outcome, text="أوضح", kind=OutcomeKind.DECISION)
    save(recorded, put(lifted, replace(lifted, text="أوضح", outcome=said)))
    (outcome,) = read(recorded).outcomes
    assert (outcome.id, outcome.text.ar, outcome.kind) == (1, "أوضح", OutcomeKind.DECISION)
    assert outcome.state is FollowUpState.IN_PROGRESS
    assert len(history(recorded)) == before


def history(store: Store) -> list[int]:
    with store.read() as reading:
        return list(reading.db.scalars(select(models.OutcomeChange.id)))


def test_what_was_changed_elsewhere_is_not_written_over(recorded: Store) -> None:
    stale = add_decision(recorded)
    assert stale.outcome is not None
    with recorded.write("x") as work:
        outcomes.edit(
            work, 1, {("text", "ar"): "من مكان آخر", ("due",): DUE, ("owner_text", "ar"): "الكل"}
        )
    ongoing = replace(stale.outcome, kind=OutcomeKind.DECISION)
    save(recorded, put(stale, replace(stale, outcome=ongoing)))
    (outcome,) = read(recorded).outcomes
    assert page(recorded)["second"].text == "من مكان آخر"
    assert (outcome.text.ar, outcome.due, outcome.kind) == (
        "من مكان آخر",
        DUE,
        OutcomeKind.DECISION,
    )
    now = page(recorded)["second"]
    assert now.outcome is not None
    assert now.outcome.owner_text == Bilingual("الكل")
    said = replace(now.outcome, owner_text=Bilingual(), body_ids=(1,), due=None, ongoing=True)
    save(recorded, put(now, replace(now, outcome=said)))
    assert page(recorded)["second"].outcome == said


def test_plain_again_the_line_has_its_words_and_nothing_came_of_it(recorded: Store) -> None:
    lifted = add_decision(recorded)
    assert lifted.outcome is not None
    with recorded.write("x") as work:
        work.db.add(
            models.Attachment(
                session_id=1,
                outcome_id=1,
                file_name="a.pdf",
                added_at=work.at,
                content=models.Content.of(b"a", "application/pdf"),
            )
        )
    said = replace(lifted, outcome=replace(lifted.outcome, body_ids=(1,)))
    save(recorded, put(lifted, said), put(said, replace(lifted, outcome=None)))
    session = read(recorded)
    assert session.outcomes == ()
    (line,) = (one for one in session.interventions if one.uid == "second")
    assert line.summary == Bilingual("ثان", "Deuxième")


def test_what_a_page_never_knew_of_stays(recorded: Store) -> None:
    stale = page(recorded)["second"]
    add_decision(recorded)
    save(recorded, put(stale, replace(stale, text="قديم")))
    said = LineOutcome("another", OutcomeKind.ACTION, "قديم")
    save(recorded, put(stale, replace(stale, text="قديم", outcome=said)))
    (outcome,) = read(recorded).outcomes
    assert outcome.text == Bilingual("ثان", "Deuxième")
    assert page(recorded)["second"].text == "قديم"


def test_a_line_taken_away_and_brought_back_says_what_it_said(recorded: Store) -> None:
    lifted = add_decision(recorded)
    save(recorded, LineChange("second", lifted, None))
    assert read(recorded).outcomes[0].text == Bilingual("", "Deuxième")
    save(recorded, put(None, lifted, "first"))
    assert read(recorded).outcomes[0].text == Bilingual("ثان", "Deuxième")
    assert page(recorded)["second"] == lifted


def test_an_outcome_that_was_removed_elsewhere_comes_back_when_it_is_typed(recorded: Store) -> None:
    lifted = add_decision(recorded)
    with recorded.write("x") as work:
        outcomes.remove(work, 1)
    assert lifted.outcome is not None
    said = replace(lifted, text="عاد", outcome=replace(lifted.outcome, text="عاد"))
    save(recorded, put(lifted, said))
    assert page(recorded)["second"] == said
    with recorded.write("x") as work:
        outcomes.remove(work, 2)
    save(recorded, put(said, replace(said, outcome=None)))
    assert page(recorded)["second"].outcome is None


def test_lines_without_words_are_not_kept(recorded: Store) -> None:
    first, second = page(recorded).values()
    save(recorded, put(first, replace(first, text="  ")), LineChange("gone", None, None))
    save(recorded, put(None, replace(lift(PageLine("empty", "")), text="")))
    assert list(page(recorded)) == ["second"]
    save(recorded, LineChange("second", second, None))
    assert page(recorded)["second"] == replace(second, text="")
    second = page(recorded, language="fr")["second"]
    save(recorded, LineChange("second", second, None), language="fr")
    assert page(recorded) == {}


def test_a_line_removed_takes_with_it_what_came_of_it(recorded: Store) -> None:
    lifted = add_decision(recorded)
    save(recorded, LineChange("second", lifted, None))
    (outcome,) = read(recorded).outcomes
    assert outcome.text == Bilingual("", "Deuxième")
    lifted = page(recorded, language="fr")["second"]
    save(recorded, LineChange("second", lifted, None), language="fr")
    assert read(recorded).outcomes == ()
    assert list(page(recorded)) == ["first"]


def test_the_words_of_an_outcome_never_become_none(recorded: Store) -> None:
    save(recorded, put(None, lift(PageLine("new", "كلام"))))
    lifted = page(recorded)["new"]
    assert lifted.outcome is not None
    emptied = replace(lifted, text="", outcome=replace(lifted.outcome, text=""))
    save(recorded, put(lifted, emptied))
    assert page(recorded)["new"] == lifted


@pytest.mark.parametrize(
    "after",
    [
        PageLine("first", "س" * (LONGEST_PROSE + 1)),
        PageLine("first", "نصف \ud800"),
        lift(PageLine("first", "عمل"), due=date(9999, 1, 1)),
    ],
)
def test_what_cannot_be_kept_is_refused_whole(recorded: Store, after: PageLine) -> None:
    first, second = page(recorded).values()
    with pytest.raises(FieldError):
        save(recorded, put(second, replace(second, text="معه")), put(first, after))
    assert list(page(recorded).values()) == [first, second]


WORDS = st.sampled_from(["", "نص", "نص آخر", "Texte", "قبل 15/06"])
EDITS = st.lists(
    st.tuples(st.sampled_from("iwlpdm"), st.integers(0, 5), WORDS, st.booleans()), max_size=12
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(EDITS)
def test_what_was_kept_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, int, str, bool]]
) -> None:
    """Whatever is typed, moved, lifted and removed: the file holds the page."""
    path = tmp_path_factory.mktemp("edits") / "centre.mahdar"
    with create_store(path) as store:
        with store.write("x") as work:
            record_session(work, draft(**LINES))
        shown = list(lines_of(read(store), 1, "ar"))
        for number, (what, place, words, late) in enumerate(edits):
            before = {line.uid: line for line in shown}
            at = place % len(shown) if shown else 0
            if what == "i" or not shown:
                shown.insert(at + late if shown else 0, PageLine(f"n{number}", words or "جديد"))
            elif what == "w":
                text = words or "كلام"
                said = shown[at].outcome
                changed = replace(said, text=text) if said else None
                shown[at] = replace(shown[at], text=text, outcome=changed)
            elif what == "l" and shown[at].outcome is None:
                said = LineOutcome(f"o{number}", OutcomeKind.DECISION, shown[at].text)
                shown[at] = replace(shown[at], outcome=said)
            elif what == "p":
                shown[at] = replace(shown[at], outcome=None)
            elif what == "m":
                shown.append(shown.pop(at))
            elif what == "d" and shown[at].uid != "second":
                del shown[at]
            order = ["", *(line.uid for line in shown)]
            changes = [
                LineChange(line.uid, before.get(line.uid), line, order[n], placed=True)
                for n, line in enumerate(shown)
            ]
            gone = before.keys() - set(order)
            save(store, *changes, *(LineChange(uid, before[uid], None) for uid in gone))
    with open_store(path) as store:
        assert list(lines_of(read(store), 1, "ar")) == shown
