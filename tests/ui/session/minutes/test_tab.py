"""The tab of the minutes: from point to point, by keys alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.codes import InterventionKind, OutcomeKind
from desktop_app.i18n import Language
from desktop_app.services.agenda import remove_item
from desktop_app.services.drafts import Label, SessionBasics
from desktop_app.services.session_edits import create_session
from desktop_app.ui.session.minutes.details import LineDetails
from desktop_app.ui.session.minutes.new_item import NewItem, item_of
from desktop_app.wording.bilingual import Bilingual
from tests.ui.conftest import Open, session_of
from tests.ui.session.minutes.driving import CONTROL, SHIFT, K, Minutes

HELD = 6
"""A session that was held, with two points and two outcomes."""


@pytest.fixture
def minutes(open_window: Open, record: Path, qtbot: QtBot) -> Minutes:
    return Minutes(open_window(record), qtbot, HELD)


def test_points_are_gone_through_and_each_has_its_own_lines(minutes: Minutes) -> None:
    tab, (first, second) = minutes.tab, minutes.session.agenda
    minutes.press(K.Key_F9, SHIFT)
    assert tab.item_id == first.id
    minutes.enter()
    minutes.type("كلام عن النقطة الأولى")
    minutes.press(K.Key_F9)
    assert tab.item_id == second.id
    assert not any("النقطة الأولى" in line.text for line in tab.editor.lines)
    assert [p.state for p in tab.agenda.points.points] == ["open", "done", "current"]
    minutes.press(K.Key_F9)
    assert tab.item_id == second.id, "there is none after it"
    minutes.settle()
    said = {
        line.agenda_item_id for line in minutes.session.interventions if "الأولى" in line.summary.ar
    }
    assert said == {first.id}
    for _ in range(3):
        minutes.press(K.Key_F9, SHIFT)
    assert tab.item_id is None, "what belongs to no point comes first"
    minutes.type("كلمة ترحيبية")
    minutes.settle()
    assert "كلمة ترحيبية" in [
        line.summary.ar for line in minutes.session.interventions if line.agenda_item_id is None
    ]


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (K.Key_F2, OutcomeKind.DECISION),
        (K.Key_F3, OutcomeKind.RECOMMENDATION),
        (K.Key_F4, OutcomeKind.COMMITMENT),
        (K.Key_F5, OutcomeKind.ACTION),
    ],
)
def test_a_key_lifts_the_line_into_the_pane(minutes: Minutes, key: K, kind: OutcomeKind) -> None:
    before = len(minutes.tab.captured.lines)
    minutes.press(K.Key_End, CONTROL)
    minutes.enter()
    minutes.type("إعداد دليل مختصر")
    minutes.press(key)
    minutes.wait(lambda: len(minutes.tab.captured.lines) == before + 1)
    line = minutes.tab.captured.lines[-1]
    assert (line.kind, line.text) == (kind, "إعداد دليل مختصر")
    minutes.settle()
    assert [one.kind for one in minutes.session.outcomes].count(kind) >= 1
    minutes.press(key)
    minutes.wait(lambda: len(minutes.tab.captured.lines) == before)


def test_f6_goes_round_the_panes_and_enter_goes_to_the_line(minutes: Minutes) -> None:
    tab, (first, second) = minutes.tab, minutes.session.agenda
    minutes.type("قرار جديد")
    minutes.press(K.Key_F2)
    minutes.settle()
    written = tab.item_id
    minutes.press(K.Key_F6)
    assert tab.captured.list.hasFocus()
    minutes.press(K.Key_F6)
    assert tab.agenda.points.hasFocus()
    minutes.press(K.Key_F6)
    assert tab.editor.hasFocus()
    tab.go_to(first.id if written == second.id else second.id)
    minutes.press(K.Key_F6)
    tab.captured.list.setCurrentRow(len(tab.captured.lines) - 1)
    minutes.press(K.Key_Return)
    assert tab.item_id == written
    assert tab.editor.hasFocus()
    assert tab.editor.current is not None
    assert "قرار جديد" in tab.editor.current.text


def test_the_agenda_takes_a_point_by_enter(minutes: Minutes) -> None:
    tab, (first, _) = minutes.tab, minutes.session.agenda
    minutes.press(K.Key_F6)
    minutes.press(K.Key_F6)
    tab.agenda.points.setCurrentRow(1)
    minutes.press(K.Key_Return)
    assert (tab.item_id, tab.editor.hasFocus()) == (first.id, True)


def test_an_outcome_without_a_line_opens_among_the_outcomes(minutes: Minutes) -> None:
    outcome = minutes.session.outcomes[0]
    line = next(one for one in minutes.tab.captured.lines if one.outcome_uid == outcome.uid)
    assert not line.uid
    minutes.tab.go_to_line(line)
    minutes.wait(lambda: session_of(minutes.window).tabs.code == "outcomes")


def test_the_page_turns_to_the_other_language(minutes: Minutes) -> None:
    minutes.press(K.Key_F9, SHIFT)
    minutes.press(K.Key_F9, SHIFT)
    minutes.type("كلام")
    minutes.press(K.Key_L, CONTROL)
    assert minutes.tab.language == "fr"
    minutes.type("paroles")
    minutes.settle()
    assert any(line.summary.fr == "paroles" for line in minutes.session.interventions)
    minutes.press(K.Key_L, CONTROL)
    assert "كلام" in [line.text for line in minutes.tab.editor.lines]


def test_the_text_grows_and_shrinks_within_bounds(minutes: Minutes) -> None:
    def height() -> int:
        return minutes.tab.editor.document().defaultFont().pixelSize()

    at_first = height()
    for _ in range(20):
        minutes.press(K.Key_Plus, CONTROL)
    largest = height()
    for _ in range(20):
        minutes.press(K.Key_Minus, CONTROL)
    assert height() < at_first < largest
    assert (height(), largest) == (12, 20)


@pytest.mark.parametrize(
    ("line", "title", "minutes"),
    [
        ("عرض المستجدات /20", "عرض المستجدات", 20),
        ("عرض المستجدات", "عرض المستجدات", None),
        ("مسار 2026/2027", "مسار 2026", 2027),
        (" نقطة / 5 ", "نقطة", 5),
        ("نقطة /0", "نقطة", None),
    ],
)
def test_a_point_is_typed_with_its_minutes(line: str, title: str, minutes: int | None) -> None:
    draft = item_of(line, "ar")
    assert (draft.title.ar, draft.planned_minutes) == (title, minutes)
    assert item_of("Point /5", "fr").title == Label("", "Point")


def test_a_point_is_added_and_taken_in_hand(minutes: Minutes) -> None:
    minutes.press(K.Key_N, CONTROL)
    dialog = minutes.window.dialog
    assert isinstance(dialog, NewItem)
    minutes.press(K.Key_Return)
    assert dialog.field.error
    minutes.type("نقطة طارئة /15")
    minutes.press(K.Key_Return)
    minutes.wait(
        lambda: (
            minutes.window.dialog is None and minutes.tab.page.title.text().endswith("نقطة طارئة")
        )
    )
    added = minutes.session.agenda[-1]
    assert (added.title.ar, added.planned_minutes) == ("نقطة طارئة", 15)
    assert minutes.tab.item_id == added.id


def test_a_point_that_is_refused_stays_typed(minutes: Minutes) -> None:
    minutes.press(K.Key_N, CONTROL)
    dialog = minutes.window.dialog
    assert isinstance(dialog, NewItem)
    dialog.title.setText("ن" * 400)
    minutes.press(K.Key_Return)
    minutes.wait(lambda: bool(dialog.field.error))
    assert dialog.title.text() == "ن" * 400
    minutes.press(K.Key_Escape)


def test_without_an_agenda_one_writes_all_the_same(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    assert window.desk.store
    with window.desk.store.write("x") as work:
        key = create_session(work, SessionBasics(type="meeting", theme=Label("تنسيق")))
    minutes = Minutes(window, qtbot, key)
    assert minutes.tab.item_id is None
    assert len(minutes.tab.agenda.points.points) == 1
    minutes.type("افتتحت الأشغال")
    minutes.settle()
    assert [line.summary.ar for line in minutes.session.interventions] == ["افتتحت الأشغال"]


def test_the_words_of_a_point_that_is_removed_stay(minutes: Minutes) -> None:
    gone = minutes.tab.item_id
    assert gone is not None
    minutes.settle()
    with minutes.store.write("agenda.remove_item") as work:
        remove_item(work, gone)
    minutes.wait(lambda: minutes.tab.item_id is None)


def test_all_of_a_line_is_typed_in_a_dialog(minutes: Minutes) -> None:
    minutes.press(K.Key_F9, SHIFT)
    minutes.press(K.Key_F9, SHIFT)
    assert minutes.tab.item_id is None
    minutes.type("أهمية التكوين")
    minutes.press(K.Key_E, CONTROL)
    minutes.wait(lambda: isinstance(minutes.window.dialog, LineDetails))
    dialog = minutes.window.dialog
    assert isinstance(dialog, LineDetails)
    assert dialog.summary.value.ar == "أهمية التكوين"
    dialog.kind.choose(InterventionKind.PRESENTATION.value)
    dialog.kind.chosen.emit(InterventionKind.PRESENTATION.value)
    minutes.press(K.Key_Return, CONTROL)
    minutes.wait(lambda: any(field.error for field in dialog._fields.values()))
    people = [line.person for line in minutes.session.attendance[:2]]
    dialog.speakers.show_people(people)
    dialog.title.show_pair(Bilingual("حصيلة التكوين"))
    dialog.summary.show_pair(Bilingual("أهمية التكوين", "l’importance de la formation"))
    minutes.press(K.Key_Return, CONTROL)
    minutes.wait(lambda: minutes.window.dialog is None)
    line = next(one for one in minutes.session.interventions if one.summary.fr.startswith("l’imp"))
    assert line.kind is InterventionKind.PRESENTATION
    assert [one.id for one in line.speakers] == [one.id for one in people]
    assert (line.title.ar, line.summary.ar) == ("حصيلة التكوين", "أهمية التكوين")
    minutes.wait(
        lambda: any(one.spoken is InterventionKind.PRESENTATION for one in minutes.tab.editor.lines)
    )


def test_an_empty_line_has_no_details_and_a_lifted_one_opens_as_outcome(minutes: Minutes) -> None:
    minutes.enter()
    minutes.press(K.Key_E, CONTROL)
    assert minutes.window.dialog is None
    minutes.type("قرار")
    minutes.press(K.Key_F2)
    minutes.settle()
    minutes.wait(lambda: any(one.text.ar == "قرار" for one in minutes.session.outcomes))
    minutes.press(K.Key_E, CONTROL)
    minutes.wait(lambda: session_of(minutes.window).tabs.code == "outcomes")


def test_in_a_small_window_outcomes_take_the_place_of_the_page(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    minutes = Minutes(open_window(record, "ar", (800, 540)), qtbot, HELD)
    tab = minutes.tab
    assert not tab.captured.isVisible()
    minutes.press(K.Key_F6, SHIFT)
    assert tab.captured.isVisible()
    assert not tab.page.isVisible()
    minutes.press(K.Key_Escape)
    assert tab.page.isVisible()
    assert tab.editor.hasFocus()
    assert minutes.window.address is not None
    assert minutes.window.address.place == "session", "Esc closed the pane alone"


def test_the_clock_runs_on_a_day_of_the_session_and_waits_elsewhere(minutes: Minutes) -> None:
    tab, seconds = minutes.tab, 0.0
    assert not tab.clock.running, "another day"
    tab.clock.now = lambda: seconds
    tab.today = lambda: minutes.session.days[0]
    tab.go_to(minutes.session.agenda[0].id)
    assert tab.clock.running
    seconds = 61.0
    tab.clock.tick()
    minutes.settle()
    assert minutes.session.agenda[0].spent_seconds == 61
    seconds = 90.0
    minutes.press(K.Key_F9)
    minutes.settle()
    first, second = minutes.session.agenda
    assert (first.spent_seconds, second.spent_seconds) == (90, None)
    minutes.press(K.Key_T, CONTROL | SHIFT)
    assert not tab.clock.running
    seconds = 500.0
    minutes.press(K.Key_T, CONTROL | SHIFT)
    seconds = 512.0
    session_of(minutes.window).tabs.step(1)
    minutes.settle()
    assert minutes.session.agenda[1].spent_seconds == 12
    assert not tab.clock.running


def test_over_the_planned_minutes_the_time_is_told_so(minutes: Minutes) -> None:
    tab, item = minutes.tab, minutes.session.agenda[0]
    seconds = 0.0
    tab.clock.now = lambda: seconds
    tab.go_to(item.id)
    tab.clock.start()
    assert item.planned_minutes
    seconds = item.planned_minutes * 60.0
    tab.clock.ticked.emit()
    assert not tab.agenda.points.points[1].over
    seconds += 61
    tab.clock.ticked.emit()
    assert tab.agenda.points.points[1].over
    assert f"{item.planned_minutes + 1}/{item.planned_minutes}" in tab.agenda.points.points[1].time
    tab.clock.pause()


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_head_of_the_agenda_begins_where_its_foot_does(
    language: Language, open_window: Open, record: Path, qtbot: QtBot
) -> None:
    minutes = Minutes(open_window(record, language), qtbot, HELD)
    pane, say = minutes.tab.agenda, minutes.window.desk.say
    title, time = (
        next(one for one in pane.findChildren(QLabel) if one.text() == say(words))
        for words in ("Agenda", "Time used")
    )
    edges = {
        one.mapTo(pane, one.rect().topRight() if language == "ar" else QPoint()).x()
        for one in (title, time)
    }
    assert len(edges) == 1
