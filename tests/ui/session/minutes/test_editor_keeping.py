"""What is typed is kept, by itself, and shown again whatever happened in between."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from db.codes import OutcomeKind
from db.errors import UserError
from desktop_app.services import outcomes
from desktop_app.services.minutes import PageLine, lines_of
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.minutes.lines import words_of
from desktop_app.wording.bilingual import Bilingual
from tests.ui.session.minutes.typed import SESSION, Written


def on_file(page: Written, item: int = 2) -> list[str]:
    """Give the words that the record holds now, whatever the page does."""
    session = page.read()
    return [line.text for line in lines_of(session, session.agenda[item - 1].id, "ar")]


def test_it_is_kept_soon_after_the_last_key(page: Written, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.editor.saved):
        page.type("كلام")
        assert page.editor.pending
    assert on_file(page) == ["كلام"]
    assert not page.editor.pending


def test_it_is_kept_while_one_types_on(page: Written, qtbot: QtBot) -> None:
    """A pause that begins anew at each key would never end."""
    typed = 0
    while not on_file(page):
        page.type("ك")
        typed += 1
        qtbot.wait(50)
        assert typed < 100
    page.keep()
    assert on_file(page) == ["ك" * typed]


def test_enter_keeps_the_line(page: Written, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.editor.saved):
        page.type("كلام\n")
        assert not page.editor._keeper._typed
    assert on_file(page) == ["كلام"]


def test_it_is_kept_when_the_focus_leaves(page: Written, qtbot: QtBot) -> None:
    page.type("كلام")
    with qtbot.waitSignal(page.editor.saved):
        page.editor.clearFocus()
        assert not page.editor._keeper._typed
    assert on_file(page) == ["كلام"]


def test_it_is_kept_when_the_desk_is_left(page: Written, desk: Desk, record: Path) -> None:
    page.type("كلام")
    page.editor.flush()
    desk.leave()
    with sqlite3.connect(record) as file:
        (found,) = file.execute(
            "SELECT count(*) FROM interventions WHERE summary_ar = 'كلام'"
        ).fetchone()
    assert found == 1


def test_what_was_not_kept_is_said_and_tried_again(
    page: Written, qtbot: QtBot, record: Path, tmp_path: Path
) -> None:
    away = tmp_path / "away.mahdar"
    record.rename(away)
    with qtbot.waitSignals([page.editor.failed, page.desk.failed]):
        page.type("كلام")
        page.editor.flush()
    assert page.texts == ["كلام"]
    away.rename(record)
    with qtbot.waitSignal(page.editor.saved):
        page.type(" آخر")
    assert on_file(page) == ["كلام آخر"]


def test_try_again_keeps_it(page: Written, qtbot: QtBot, record: Path, tmp_path: Path) -> None:
    away = tmp_path / "away.mahdar"
    record.rename(away)
    page.type("كلام")
    with qtbot.waitSignal(page.desk.failed) as told:
        page.editor.flush()
    away.rename(record)
    error, (again,) = told.args
    assert isinstance(error, UserError)
    with qtbot.waitSignal(page.editor.saved):
        again.trigger()
    assert on_file(page) == ["كلام"]


def test_empty_lines_are_not_kept(page: Written) -> None:
    page.type("أول\n\n  \nثان\n")
    assert [line.text for line in page.kept()] == ["أول", "ثان"]


def test_a_translation_is_typed_over_the_other_words(page: Written, qtbot: QtBot) -> None:
    page.type("كلام")
    page.editor.set_kind(OutcomeKind.DECISION)
    page.show(2, "fr")
    french = page.editor.page
    assert french is not None
    qtbot.waitUntil(lambda: bool(french.known))
    assert page.texts == [""]
    picture = page.editor.grab().toImage()
    page.go(0)
    page.type("Paroles")
    assert page.editor.grab().toImage() != picture
    page.keep()
    (outcome,) = [one for one in page.read().outcomes if one.text.ar == "كلام"]
    assert outcome.text == Bilingual("كلام", "Paroles")
    page.press(*["Back"] * len("Paroles"))
    page.editor.clearFocus()
    page.keep()
    (outcome,) = [one for one in page.read().outcomes if one.text.ar == "كلام"]
    assert outcome.text == Bilingual("كلام", "")
    page.show(2, "ar")
    assert page.texts == ["كلام"]


def test_what_was_changed_elsewhere_is_shown_and_not_written_over(
    page: Written, qtbot: QtBot
) -> None:
    page.type("كلام")
    page.editor.set_kind(OutcomeKind.DECISION)
    page.press("Enter")
    page.keep()
    (outcome,) = [one for one in page.read().outcomes if one.text.ar == "كلام"]
    store = page.desk.store
    assert store is not None
    with store.write("outcomes.edit") as work:
        outcomes.edit(work, outcome.id, {("text", "ar"): "من مكان آخر"})
    page.type("بعده")
    page.keep()
    page.show(2)
    qtbot.waitUntil(lambda: page.texts == ["من مكان آخر", "بعده"])
    page.type(" أيضا")
    assert [line.text for line in page.kept()] == ["من مكان آخر", "بعده أيضا"]


def test_what_is_being_typed_is_not_overwritten_by_news(page: Written, qtbot: QtBot) -> None:
    page.type("كلام")
    page.editor.set_kind(OutcomeKind.DECISION)
    page.keep()
    (outcome,) = [one for one in page.read().outcomes if one.text.ar == "كلام"]
    store = page.desk.store
    assert store is not None
    with store.write("outcomes.edit") as work:
        outcomes.edit(work, outcome.id, {("remarks", "ar"): "ملاحظة", ("text", "ar"): "غيره"})
    page.type(" كثير")
    page.show(2)
    assert page.texts == ["كلام كثير"]
    assert [line.text for line in page.kept()] == ["كلام كثير"]
    qtbot.waitUntil(lambda: not page.editor.pending)
    assert page.texts == ["كلام كثير"]


def test_a_line_removed_elsewhere_goes_and_one_added_comes(
    page: Written, other: Written, qtbot: QtBot
) -> None:
    page.type("أول\nثان")
    page.keep()
    other.show(2)
    other.go(0)
    other.type("\nبينهما")
    other.go(2)
    other.editor.moveCursor(other.editor.textCursor().MoveOperation.StartOfBlock)
    other.press("Back", *["Del"] * 3)
    assert [line.text for line in other.kept()] == ["أول", "بينهما"]
    page.show(2)
    qtbot.waitUntil(lambda: page.texts == ["أول", "بينهما"])
    other.editor.selectAll()
    other.press("Del")
    assert other.kept() == []
    page.show(2)
    qtbot.waitUntil(lambda: page.texts == [""])
    assert page.editor.lines == ()
    page.type("جديد")
    assert [line.text for line in page.kept()] == ["جديد"]


def test_words_of_a_decision_may_be_typed_anew_and_it_stays_the_same(page: Written) -> None:
    page.type("كلام")
    page.editor.set_kind(OutcomeKind.DECISION)
    (before,) = page.kept()
    page.press(*["Back"] * 4)
    page.keep()
    page.type("غيره")
    (after,) = page.kept()
    assert before.outcome is not None
    assert after.outcome is not None
    assert (after.outcome.uid, after.outcome.text) == (before.outcome.uid, "غيره")
    (outcome,) = [one for one in page.read().outcomes if one.uid == after.outcome.uid]
    assert outcome.text.ar == "غيره"
    page.press(*["Back"] * 4)
    page.editor.clearFocus()
    assert page.kept() == []


def test_all_outcomes_of_the_session_are_told_of_every_point(page: Written) -> None:
    before = len(page.read().outcomes)
    page.type("كلام")
    page.editor.set_kind(OutcomeKind.DECISION)
    page.show(1)
    page.type("\nآخر")
    page.editor.set_kind(OutcomeKind.ACTION)
    told = page.editor.captured
    assert len(told) == before + 2
    assert {one.text for one in told[-2:]} == {"كلام", "آخر"}
    page.editor.set_kind(OutcomeKind.ACTION)
    assert len(page.editor.captured) == before + 1


def test_another_session_has_other_pages(page: Written, qtbot: QtBot) -> None:
    page.type("كلام")
    from desktop_app.services.sessions import get_session

    store = page.desk.store
    assert store is not None
    with store.read() as reading:
        other = get_session(reading, 1)
    page.editor.show_page(other, None, "ar")
    page.keep()
    assert "كلام" not in page.texts
    page.show(2)
    qtbot.waitUntil(lambda: page.texts == ["كلام", ""])
    assert page.read().id == SESSION


@pytest.fixture
def other(page: Written, qtbot: QtBot) -> Written:
    """Another window on the same page."""
    return Written(page.desk, qtbot)


KEYS = st.one_of(
    st.sampled_from(["Enter", "Back", "Del", "Up", "Down", "Home", "End", "undo", "redo"]),
    st.sampled_from(list(OutcomeKind)[:4]),
    st.sampled_from(["كلام ", "MASSAR 2025-2026 ", "قبل 15/06 ", "@نعيمة ", "…"]),
    st.sampled_from([-1, 1]),
    st.just("keep"),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(KEYS, max_size=16))
def test_whatever_is_typed_is_read_again(
    page: Written, other: Written, keys: list[str | int | OutcomeKind]
) -> None:
    page.editor.selectAll()
    page.press("Del")
    page.keep()
    page.editor.document().clearUndoRedoStacks()
    for key in keys:
        match key:
            case OutcomeKind():
                page.editor.set_kind(key)
            case int():
                page.editor.move_line(key)
            case "undo":
                page.undo()
            case "redo":
                page.redo()
            case "keep":
                page.editor.flush()
            case "Enter" | "Back" | "Del" | "Up" | "Down" | "Home" | "End":
                page.press(key)
            case _:
                page.type(key)
    page.press("Enter")
    shown = [
        (line.uid, line.kind, line.text, line.due, line.person_id) for line in page.editor.lines
    ]
    kept = page.kept()
    assert [(one.uid, *_outcome(one)) for one in kept] == shown
    other.forget()
    other.show(2)
    texts, again = ([words_of(one).strip() for one in each.texts] for each in (page, other))
    assert list(filter(None, again)) == list(filter(None, texts))
    assert [one.uid for one in other.editor.lines] == [one[0] for one in shown]


def _outcome(line: PageLine) -> tuple[object, ...]:
    said = line.outcome
    if said is None:
        return None, line.text, None, None
    return said.kind, said.text, said.due, said.person_id


def test_the_page_keeps_the_focus_when_a_list_opens(page: Written) -> None:
    page.type("@")
    assert page.editor._suggestions.isVisible()
    assert page.editor.hasFocus()
