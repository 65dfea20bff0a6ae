"""Writing the minutes: kinds, chips, lines, undo, paste."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.codes import InterventionKind, OutcomeKind
from desktop_app.services.drafts import LONGEST_PROSE
from desktop_app.ui.session.minutes.editor_page import marks_in
from tests.ui.session.minutes.typed import Written

JUNE = date(2026, 6, 15)


def test_a_line_is_lifted_by_one_key_and_made_plain_by_the_same(page: Written) -> None:
    page.type("اعتماد آخر أجل")
    page.editor.set_kind(OutcomeKind.DECISION)
    assert page.line().kind is OutcomeKind.DECISION
    assert [(one.kind, one.text) for one in page.editor.captured][-1] == (
        OutcomeKind.DECISION,
        "اعتماد آخر أجل",
    )
    page.editor.set_kind(OutcomeKind.ACTION)
    assert page.line().kind is OutcomeKind.ACTION
    (line,) = page.kept()
    assert line.outcome is not None
    assert line.outcome.kind is OutcomeKind.ACTION
    page.editor.set_kind(OutcomeKind.ACTION)
    (line,) = page.kept()
    assert (line.text, line.outcome) == ("اعتماد آخر أجل", None)
    assert page.texts == ["اعتماد آخر أجل"]


def test_what_was_understood_leaves_the_text_at_enter_and_stays_as_chips(page: Written) -> None:
    page.type("إعداد دليل مختصر @نعيمة الورياشي قبل 15/06")
    page.editor.set_kind(OutcomeKind.ACTION)
    assert page.texts == ["إعداد دليل مختصر @نعيمة الورياشي قبل 15/06"]
    assert (page.line().text, page.line().due) == ("إعداد دليل مختصر", JUNE)
    assert page.line().person_id == 2
    assert page.chips()[1] == "الاثنين 15 يونيو 2026"
    page.press("Enter")
    assert page.texts == ["إعداد دليل مختصر", ""]
    assert page.chips(0)[0].startswith("نعيمة الورياشي")
    assert page.chips(0)[1:] == ["15 يونيو 2026"]
    (line,) = page.kept()
    assert line.outcome is not None
    assert (line.text, line.outcome.due, line.outcome.person_id) == ("إعداد دليل مختصر", JUNE, 2)


def test_the_outcome_is_clean_before_enter_and_the_page_still_has_what_was_typed(
    page: Written,
) -> None:
    page.type("إعداد دليل قبل 15/06")
    page.editor.set_kind(OutcomeKind.ACTION)
    (line,) = page.kept()
    assert line.outcome is not None
    assert (line.text, line.outcome.text) == ("إعداد دليل قبل 15/06", "إعداد دليل")
    again = Written(page.desk, page._qtbot)
    again.show(2)
    assert again.texts == ["إعداد دليل قبل 15/06", ""]
    assert again.chips(0) == ["الاثنين 15 يونيو 2026"]


def test_backspace_gives_the_last_chip_back_and_then_erases(page: Written) -> None:
    page.type("إعداد دليل @نعيمة الورياشي قبل 15/06")
    page.editor.set_kind(OutcomeKind.ACTION)
    page.press("Enter", "Up", "End", "Back")
    assert page.texts[0] == "إعداد دليل قبل 15/06"
    assert page.line().due is None
    assert page.line().text == "إعداد دليل قبل 15/06"
    assert page.chips()[1:] == ["بلا أجل"]
    page.press("Back")
    assert page.texts[0] == "إعداد دليل قبل 15/0"
    page.press("Down", "Up", "End", "Back")
    assert page.line().person_id is None
    assert page.texts[0].endswith("@نعيمة الورياشي")
    page.undo()
    assert page.line().person_id == 2


def test_a_click_on_a_chip_gives_it_back(page: Written, qtbot: QtBot) -> None:
    page.type("إعداد دليل قبل 15/06")
    page.editor.set_kind(OutcomeKind.ACTION)
    page.editor.grab()
    box, chip, _ = page.editor._placed[0]
    assert chip.what == "due"
    port = page.editor.viewport()
    QTest.mouseMove(port, box.center().toPoint())
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert page.texts == ["إعداد دليل قبل 15/06"]
    assert page.chips() == ["بلا أجل"]
    assert page.line().due is None
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.waitUntil(lambda: page.editor.current is not None)


def test_a_piece_that_is_changed_is_understood_again(page: Written) -> None:
    page.type("إعداد دليل قبل 15/06")
    page.editor.set_kind(OutcomeKind.ACTION)
    page.press("Enter", "Up", "End", "Back", "Back")
    page.type("7")
    assert page.texts[0] == "إعداد دليل قبل 15/07"
    assert page.line().due == date(2026, 7, 15)


def test_enter_in_the_middle_breaks_a_line_whose_mark_stays_with_its_beginning(
    page: Written,
) -> None:
    page.type("أول ثان")
    page.editor.set_kind(OutcomeKind.DECISION)
    page.go(0, 4)
    page.press("Enter")
    assert page.texts == ["أول ", "ثان"]
    first, second = page.lines()
    assert (first.kind, second.kind) == (OutcomeKind.DECISION, None)
    assert first.uid != second.uid
    page.go(0, 0)
    page.press("Enter")
    assert page.texts == ["", "أول ", "ثان"]
    assert page.lines()[0].uid == first.uid
    assert page.lines()[0].kind is OutcomeKind.DECISION


def test_a_line_has_its_name_and_time_from_its_first_letter(page: Written) -> None:
    assert page.lines() == []
    block = page.editor.document().firstBlock()
    assert marks_in(block).uid == ""
    page.type("ك")
    first = page.line().uid
    assert first
    assert page.line().at is not None
    page.type("لام\nآخر")
    assert page.line().uid != first
    page.press("Enter")
    assert marks_in(page.editor.textCursor().block()).uid == ""


def test_undo_brings_a_removed_line_back_with_its_marks(page: Written) -> None:
    page.type("إعداد دليل @نعيمة الورياشي قبل 15/06")
    page.editor.set_kind(OutcomeKind.ACTION)
    page.type("\nبعده")
    before = page.lines()
    page.editor.selectAll()
    page.press("Del")
    assert page.lines() == []
    assert page.kept() == []
    page.undo()
    assert page.lines() == before
    kept = page.kept()
    assert [one.uid for one in kept] == [one.uid for one in before]
    assert kept[0].outcome is not None
    assert kept[0].outcome.due == JUNE
    page.redo()
    assert page.lines() == []


def test_undo_of_enter_brings_the_pieces_back_into_the_text(page: Written) -> None:
    page.type("إعداد دليل قبل 15/06")
    page.editor.set_kind(OutcomeKind.ACTION)
    page.press("Enter")
    page.undo()
    assert page.texts == ["إعداد دليل قبل 15/06"]
    assert page.line().due == JUNE
    page.undo()
    assert page.line().kind is None
    page.redo()
    page.redo()
    assert page.texts == ["إعداد دليل", ""]


def test_undo_outlives_a_visit_to_another_point(page: Written) -> None:
    page.type("كلام")
    page.show(1)
    page.show(2)
    assert page.texts == ["كلام"]
    page.undo()
    assert page.texts == [""]


def test_lines_change_places_with_all_they_carry(page: Written) -> None:
    page.type("أول\nثان")
    page.editor.set_kind(OutcomeKind.COMMITMENT)
    page.editor.move_line(-1)
    assert page.texts == ["ثان", "أول"]
    assert page.line().kind is OutcomeKind.COMMITMENT
    page.editor.move_line(-1)
    assert [one.text for one in page.kept()] == ["ثان", "أول"]
    page.editor.move_line(1)
    assert [one.text for one in page.kept()] == ["أول", "ثان"]


def test_a_plain_line_keeps_its_words_and_names_people_whole(page: Written) -> None:
    page.type("حضر @نعيمة الورياشي يوم 20 ماي")
    assert len(page.chips()) == 2
    page.press("Enter")
    assert page.texts[0] == "حضر نعيمة الورياشي يوم 20 ماي"
    assert page.chips(0) == []
    page.go(0)
    page.editor.set_kind(OutcomeKind.ACTION)
    assert page.line().due == date(2026, 5, 20)


def test_names_are_completed_those_of_the_session_first(page: Written, qtbot: QtBot) -> None:
    page.type("إعداد @نعي")
    offered = page.editor._suggestions
    qtbot.waitUntil(lambda: bool(offered.lines))
    assert offered.lines[0].title == "نعيمة الورياشي"
    assert page.editor.keeps_key("Enter")
    page.press("Enter")
    assert page.texts == ["إعداد @نعيمة الورياشي "]
    assert not offered.lines
    assert page.line().person_id is None  # plain as yet
    page.editor.set_kind(OutcomeKind.ACTION)
    assert page.line().person_id == 2
    page.type("@")
    qtbot.waitUntil(lambda: bool(offered.lines))
    page.press("Esc")
    assert not offered.lines


def test_a_body_is_named_too(page: Written) -> None:
    page.type("إعداد اللوائح @")
    page.editor.set_kind(OutcomeKind.ACTION)
    body = page.desk.roster.now.of("body")[0]
    page.type(f"{body.name.ar} قبل غد")
    assert page.line().body_ids == (body.id,)
    assert page.line().due == date(2026, 5, 21)
    page.press("Enter", "Up", "End", "Back")
    page.press("Down", "Up", "End", "Back")
    assert page.line().body_ids == ()


def test_days_are_offered(page: Written, qtbot: QtBot) -> None:
    page.type("إعداد دليل")
    page.editor.set_kind(OutcomeKind.ACTION)
    page.editor.ask_due()
    offered = page.editor._suggestions
    qtbot.waitUntil(lambda: bool(offered.lines))
    page.press("Enter")
    assert page.line().due == date(2026, 5, 21)
    assert page.chips() == ["21 ماي 2026"]
    page.editor.ask_due()
    page.press("Up", "Enter")
    assert (page.line().due, page.line().ongoing) == (None, True)
    page.editor.set_kind(OutcomeKind.ACTION)
    assert page.texts == ["إعداد دليل مستمر"]
    page.editor.ask_due()
    page.press("Enter")
    assert page.texts == ["إعداد دليل مستمر قبل 21/05/2026"]


def test_a_phrase_names_who_speaks_and_its_blanks_are_walked(page: Written) -> None:
    page.editor.set_speaker(2)
    page.editor.insert_phrase("أكد {who} أن … قبل …")
    assert page.texts == ["أكد نعيمة الورياشي أن … قبل …"]
    page.type("الدليل جاهز")
    assert page.tab()
    assert page.editor.textCursor().selectedText() == "…"
    page.type("الغد")
    assert page.texts == ["أكد نعيمة الورياشي أن الدليل جاهز قبل الغد"]
    page.editor.insert_phrase(" … و…")
    assert page.tab()
    assert page.tab(back=True)
    page.type("أول")
    assert page.texts[0].endswith("الغد أول و…")
    page.editor.set_speaker(None)
    page.editor.insert_phrase("تم.")
    assert page.texts[0].endswith("أولتم. و…")


def test_what_somebody_said_shows_who(page: Written) -> None:
    page.type("شكر الحضور")
    page.editor.set_spoken(InterventionKind.COMMENT, (2,))
    assert page.chips() == ["تدخل: نعيمة الورياشي"]
    assert page.editor.accessibleDescription() == "تدخل: نعيمة الورياشي"
    (line,) = page.kept()
    assert (line.kind, line.speakers) == (InterventionKind.COMMENT, (2,))
    page.press("Enter", "Up", "End", "Back")
    assert page.chips() == []
    assert page.texts[0] == "شكر الحضور"


def test_a_screen_reader_is_told_the_kind_and_the_chips(page: Written) -> None:
    page.type("اعتماد")
    page.editor.set_kind(OutcomeKind.DECISION)
    assert page.editor.accessibleName() == "صفحة المحضر"
    assert page.editor.accessibleDescription() == "قرار, بلا أجل"


def test_paste_is_plain_lines(page: Written) -> None:
    page.paste("<b>أول</b>\r\nثان\u202e\u200fثالث\x07\tرابع\n")
    assert page.texts == ["<b>أول</b>", "ثانثالث رابع"]
    first, second = page.lines()
    assert first.uid != second.uid
    assert [one.text for one in page.kept()] == ["<b>أول</b>", "ثانثالث رابع"]


def test_a_megabyte_is_refused_and_what_was_typed_stays(page: Written, qtbot: QtBot) -> None:
    page.type("كلام")
    with qtbot.waitSignal(page.desk.failed) as told:
        page.paste("سطر\n" * 250_000)
    assert str(LONGEST_PROSE) in page.desk.say.error(told.args[0])
    assert page.texts == ["كلام"]
    assert [one.text for one in page.kept()] == ["كلام"]


def test_what_is_copied_bears_no_signs_of_direction(page: Written) -> None:
    page.type("السنة 2025-2026\nبعدها")
    page.editor.selectAll()
    page.editor.copy()
    assert QApplication.clipboard().text() == "السنة 2025-2026\nبعدها"


@pytest.mark.parametrize("pixels", [5, 12, 20, 50])
def test_the_text_is_shown_in_other_sizes(page: Written, pixels: int) -> None:
    page.type("اعتماد")
    page.editor.set_kind(OutcomeKind.DECISION)
    before = page.editor.cursorRect().height()
    page.editor.set_zoom(pixels)
    assert (page.editor.cursorRect().height() > before) is (pixels > 14)
    assert page.editor.document().defaultFont().pixelSize() == min(max(pixels, 12), 20)
    page.undo()
    page.undo()
    assert page.editor.document().defaultFont().pixelSize() == min(max(pixels, 12), 20)
