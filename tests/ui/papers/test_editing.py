"""The words of a block, typed over beside its place."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.codes import DocumentKind
from db.journal import entries
from desktop_app.services.papers import kept_wordings
from desktop_app.ui.papers.editor import WordingField
from desktop_app.ui.papers.tab import PapersTab
from desktop_app.ui.window import MainWindow
from desktop_app.wording.bilingual import PaperLanguage
from tests.ui.conftest import WAIT_MS, Open, open_papers, session_of
from tests.ui.papers.doing import choose, settle, shown_text, store_of, type_text

MINUTES = DocumentKind.MINUTES


def click(tab: PapersTab, block: str, qtbot: QtBot) -> None:
    frame = tab.view.frame_of(block)
    assert frame is not None
    QTest.mouseMove(tab.view.viewport(), frame.center() + QPoint(1, 1))
    QTest.mouseClick(tab.view.viewport(), Qt.MouseButton.LeftButton, pos=frame.center())
    qtbot.waitUntil(lambda: tab.editing.block == block, timeout=WAIT_MS)


def field_of(tab: PapersTab, language: str = "ar") -> WordingField:
    fields = tab.editing.editor.findChildren(WordingField)
    return next(one for one in fields if one.language == language and one.isVisible())


def kept(window: MainWindow) -> dict[tuple[str, PaperLanguage], str]:
    session = session_of(window).session
    assert session is not None
    with store_of(window).read() as reading:
        return kept_wordings(reading, session.id, MINUTES)


def test_a_block_is_clicked_and_its_words_are_typed_over(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    tab = open_papers(window, qtbot)
    before = shown_text(tab)
    click(tab, "opening", qtbot)
    field = field_of(tab)
    assert field.hasFocus()
    assert field.toPlainText().startswith("في يوم الأربعاء")
    frame, editor = tab.view.frame_of("opening"), tab.editing.editor.geometry()
    assert frame is not None
    assert not frame.intersects(editor)
    assert tab.view.rect().contains(editor)
    type_text(field, "كلام آخر")
    qtbot.waitUntil(lambda: "كلام آخر" in shown_text(tab), timeout=WAIT_MS)
    assert "في يوم الأربعاء" not in shown_text(tab)
    qtbot.waitUntil(lambda: kept(window) == {("opening", "ar"): "كلام آخر"}, timeout=WAIT_MS)
    assert window.obey("Ctrl+Enter")
    settle(window, tab, qtbot)
    assert not tab.editing.editor.isVisible()
    assert window.toast.isVisible()
    assert window.obey("Ctrl+Z")
    settle(window, tab, qtbot)
    assert kept(window) == {}
    assert shown_text(tab) == before


def test_what_is_typed_is_seen_before_it_is_recorded(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    tab = open_papers(window, qtbot)
    click(tab, "opening", qtbot)
    tab.editing._rest.setInterval(100_000)
    tab.editing._ceiling.setInterval(100_000)
    type_text(field_of(tab), "قيد الكتابة")
    qtbot.waitUntil(lambda: "قيد الكتابة" in shown_text(tab), timeout=WAIT_MS)
    assert kept(window) == {}


def test_typing_without_a_rest_is_kept_all_the_same(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    tab = open_papers(window, qtbot)
    click(tab, "opening", qtbot)
    tab.editing._rest.setInterval(100_000)
    tab.editing._ceiling.setInterval(1)
    type_text(field_of(tab), "دون توقف")
    qtbot.waitUntil(lambda: kept(window) != {}, timeout=WAIT_MS)


def test_however_fast_one_types_the_last_words_are_shown_and_few_papers_are_made(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    tab = open_papers(window, qtbot)
    click(tab, "opening", qtbot)
    made = []
    tab.shown.connect(lambda: made.append(shown_text(tab)))
    tab.preview._typing.setInterval(0)  # each key alone asks for a paper
    words = "كلمة " * 40 + "أخيرة"
    for letter in words:
        type_text(field_of(tab), letter)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: not tab.preview.busy, timeout=WAIT_MS)
    assert "أخيرة" in made[-1]
    assert len(made) < len(words)


def test_own_words_are_put_back(open_window: Open, record: Path, qtbot: QtBot) -> None:
    window = open_window(record)
    tab = open_papers(window, qtbot)
    before = shown_text(tab)
    click(tab, "opening", qtbot)
    assert not window.obey("F8")
    type_text(field_of(tab), "كلام آخر")
    assert window.obey("Esc")
    settle(window, tab, qtbot)
    assert kept(window) == {("opening", "ar"): "كلام آخر"}
    click(tab, "opening", qtbot)
    assert window.obey("F8")
    assert window.obey("Esc")
    settle(window, tab, qtbot)
    assert kept(window) == {}
    assert shown_text(tab) == before
    with store_of(window).read() as reading:
        written = entries(reading, subject="replaced_wordings")
    assert {entry.use_case for entry in written} == {"papers.reword"}


def test_a_look_without_a_change_leaves_no_trace(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    tab = open_papers(window, qtbot)
    click(tab, "opening", qtbot)
    assert window.obey("Esc")
    settle(window, tab, qtbot)
    assert not window.toast.isVisible()
    assert kept(window) == {}


def test_both_languages_of_a_block_are_typed_over(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    tab = open_papers(window, qtbot)
    window.obey("F3")
    window.obey("F3")
    settle(window, tab, qtbot)
    click(tab, "opening", qtbot)
    field_of(tab, "fr").selectAll()
    type_text(field_of(tab, "fr"), "Autres mots.")
    assert window.obey("Esc")
    settle(window, tab, qtbot)
    assert kept(window) == {("opening", "fr"): "Autres mots."}
    assert "Autres mots." in shown_text(tab)
    assert "في يوم الأربعاء" in shown_text(tab)


def test_f2_and_arrows_go_from_block_to_block(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "fr")
    tab = open_papers(window, qtbot)
    assert window.obey("F2")
    first = tab.editing.block
    assert first == "header"
    assert window.obey("Ctrl+Down")
    second = tab.editing.block
    assert second not in {"", first}
    type_text(field_of(tab, "fr"), "88/26")
    assert window.obey("Ctrl+Up")
    assert tab.editing.block == first
    assert window.obey("Ctrl+Up")
    assert tab.editing.block == first
    assert kept(window) == {(second, "fr"): "88/26"}
    for _ in tab.preview.blocks:
        window.obey("Ctrl+Down")
    assert tab.editing.block == list(tab.preview.blocks)[-1]
    frame = tab.view.frame_of(tab.editing.block)
    assert frame is not None
    assert frame.intersects(tab.view.viewport().rect())


def test_rows_and_columns_of_a_table_are_typed_over(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    tab = open_papers(window, qtbot)
    tab.editing.open("attendance.table")
    field = field_of(tab)
    cursor = field.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    field.setTextCursor(cursor)
    type_text(field, "\n99\tالسيدة ليلى الفاسي\tمتصرفة\tالأكاديمية")
    assert window.obey("Esc")
    settle(window, tab, qtbot)
    assert "ليلى الفاسي" in shown_text(tab)
    assert kept(window)["attendance.table", "ar"].count("\n") > 10


@pytest.mark.parametrize("leaving", ["another paper", "another screen", "the window closes"])
def test_what_was_typed_last_is_kept_when_one_leaves(
    leaving: str, open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    tab = open_papers(window, qtbot)
    click(tab, "opening", qtbot)
    type_text(field_of(tab), "آخر ما كُتب")
    session = session_of(window).session
    assert session is not None
    if leaving == "the window closes":
        from db.engine import open_store

        window.close()
        with open_store(record) as store, store.read() as reading:
            wordings = kept_wordings(reading, session.id, MINUTES)
        assert wordings == {("opening", "ar"): "آخر ما كُتب"}
        return
    if leaving == "another paper":
        choose(window, tab, DocumentKind.INVITATION, qtbot)
    else:
        assert window.obey("Ctrl+1")
    assert not tab.editing.editor.isVisible()
    with store_of(window).read() as reading:
        wordings = kept_wordings(reading, session.id, MINUTES)
    assert wordings == {("opening", "ar"): "آخر ما كُتب"}


def test_each_person_has_words_of_his_own_in_an_attestation(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "fr")
    tab = open_papers(window, qtbot)
    window.obey("F3")
    choose(window, tab, DocumentKind.ATTESTATION, qtbot)
    statements = [name for name in tab.preview.blocks if name.startswith("statement.")]
    assert len(statements) > 5
    tab.editing.open(statements[1])
    type_text(field_of(tab, "fr"), "Propos pour une seule personne.")
    assert window.obey("Esc")
    settle(window, tab, qtbot)
    assert shown_text(tab).count("Propos pour une seule") == 1


def test_the_block_under_the_pointer_is_framed(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    view = open_papers(window, qtbot).view
    frame = view.frame_of("opening")
    assert frame is not None
    edge = QPoint(frame.center().x(), frame.top())
    QTest.mouseMove(view.viewport(), QPoint(2, 2))
    plain = view.viewport().grab().toImage().pixelColor(edge)
    QTest.mouseMove(view.viewport(), frame.center())
    framed = view.viewport().grab().toImage().pixelColor(edge)
    assert plain != framed
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_a_record_that_takes_nothing_is_told_and_the_words_stay(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    import sqlite3

    window = open_window(record, "fr")
    tab = open_papers(window, qtbot)
    click(tab, "opening", qtbot)
    other = sqlite3.connect(record)
    other.execute("BEGIN IMMEDIATE")
    type_text(field_of(tab, "fr"), "mots")
    tab.editing.keep()
    assert window.message_bar.text != ""
    assert field_of(tab, "fr").toPlainText() == "mots"
    other.rollback()
    other.close()
    tab.editing.keep()
    assert kept(window) == {("opening", "fr"): "mots"}
