"""The palette as one uses it: keys, words, lines, and the focus afterwards."""

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from db import models
from db.codes import InterventionKind
from desktop_app.i18n import LANGUAGES, Language
from desktop_app.services import people
from desktop_app.services.drafts import Label, PersonDraft
from desktop_app.ui.addresses import Address
from desktop_app.ui.palette.delegate import draw_found
from desktop_app.ui.palette.lines import Entry, Head
from desktop_app.ui.palette.palette import Palette
from desktop_app.ui.session.minutes.tab import MinutesTab
from desktop_app.ui.session.page import SessionPage
from desktop_app.ui.style import load_fonts
from desktop_app.ui.theme import LIGHT, font
from desktop_app.ui.window import MainWindow
from tests.ui import walking
from tests.ui.conftest import WAIT_MS, Open, sessions_of
from tests.ui.tours.going import wait_until
from tests.ui.widgets.seen import columns_of


@pytest.fixture
def window(open_window: Open, record: Path, qtbot: QtBot) -> MainWindow:
    return ready(open_window(record), qtbot)


def ready(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """Wait until the window is idle."""
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=WAIT_MS)
    return window


def found(palette: Palette) -> Palette:
    """Wait until what was typed is answered."""
    wait_until(lambda: not palette.finder.busy)
    return palette


def opened(window: MainWindow, typed: str = "") -> Palette:
    """Open the palette and type."""
    assert window.obey("Ctrl+K")
    assert isinstance(window.dialog, Palette)
    assert window.dialog.field.hasFocus()
    for letter in typed:
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(window.dialog.field, press)
    return found(window.dialog)


def retyped(palette: Palette, text: str) -> Palette:
    palette.field.setText(text)
    return found(palette)


def arrow(palette: Palette, key: Qt.Key) -> None:
    press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(palette.field, press)


def lines(palette: Palette) -> list[str]:
    """Give what the list shows: heads in brackets."""
    model = palette.list.model()
    shown = [model.index(n, 0).data(Qt.ItemDataRole.UserRole) for n in range(model.rowCount())]
    return [f"[{line.title}]" if isinstance(line, Head) else line.title for line in shown]


def lit(palette: Palette) -> Entry:
    entry = palette.current
    assert entry is not None
    return entry


def test_a_person_is_three_keys_and_a_name_away(window: MainWindow) -> None:
    palette = opened(window, "نجاه")
    assert lines(palette)[:2] == ["[الأشخاص]", "نجاة الإدريسي"]
    assert lit(palette).detail.strip("\u2066\u2068\u2069\u200f").startswith("مديرة ثانوية الزيتون")
    assert window.obey("Enter")
    assert window.dialog is None
    assert window.address == Address("person", 21)


def test_a_session_opens_and_an_outcome_opens_in_its_session(window: MainWindow) -> None:
    palette = opened(window, "المكونات الجديدة لمنظومة")
    assert lines(palette) == [
        *("[الجلسات]", "استعمال المكونات الجديدة لمنظومة مسار"),
        *("[في نص المحاضر]", "«المكونات الجديدة لمنظومة مسار …»"),
    ]
    assert "1/26" in lit(palette).detail
    assert "فبراير 2026" in lit(palette).detail
    assert window.obey("Enter")
    assert window.address == Address("session", 3)
    palette = opened(window, "تقاسم دليل")
    assert lines(palette)[:2] == ["[التتبع]", "تقاسم دليل استعمال المكونات الجديدة"]
    assert window.obey("Enter")
    assert window.address is not None
    assert (window.address.key, window.address.part.split("/")[0]) == (3, "outcomes")


def test_what_was_said_opens_at_its_line_even_if_enter_comes_before_the_answer(
    window: MainWindow, qtbot: QtBot
) -> None:
    palette = opened(window)
    palette.field.setText("كبسولات مصورة للتسجيل")
    assert window.obey("Enter")
    qtbot.waitUntil(lambda: window.dialog is None, timeout=WAIT_MS)
    assert window.address == Address("session", 4, "minutes/line-13")
    page = window.page
    assert isinstance(page, SessionPage)
    qtbot.waitUntil(lambda: isinstance(page.part, MinutesTab), timeout=WAIT_MS)
    tab = page.part
    assert isinstance(tab, MinutesTab)
    editor = tab.editor
    qtbot.waitUntil(lambda: "وسائط" in editor.textCursor().block().text(), timeout=WAIT_MS)
    assert tab.item_id is not None
    palette = opened(window, "حصيلة الوسائط المنجزة")
    shown = lines(palette)
    entries = [line for line in shown if not line.startswith("[")]
    for _ in range(entries.index(shown[shown.index("[نقط جدول الأعمال]") + 1])):
        arrow(palette, Qt.Key.Key_Down)
    assert window.obey("Enter")
    assert window.address == Address("session", 4, "minutes/8")
    assert tab.item_id == 8


def test_what_stands_in_the_other_language_alone_opens_on_its_page(
    window: MainWindow, qtbot: QtBot
) -> None:
    store = window.desk.store
    assert store is not None
    with store.write("x") as work:
        note = models.Intervention(session_id=4, kind=InterventionKind.NOTE, position=99)
        note.summary_fr = "Une panne de zeppelin"
        work.db.add(note)
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=WAIT_MS)
    palette = opened(window, "zeppelin")
    assert lines(palette) == ["[في نص المحاضر]", "«\u2066Une panne de zeppelin\u2069»"]
    assert window.obey("Enter")
    page = window.page
    assert isinstance(page, SessionPage)
    qtbot.waitUntil(lambda: isinstance(page.part, MinutesTab), timeout=WAIT_MS)
    tab = page.part
    assert isinstance(tab, MinutesTab)
    qtbot.waitUntil(lambda: "zeppelin" in tab.editor.textCursor().block().text(), timeout=WAIT_MS)
    assert tab.language == "fr"


def test_an_act_of_the_page_or_of_the_window_is_done(window: MainWindow) -> None:
    page = sessions_of(window)
    palette = opened(window, "تصف")
    assert lines(palette)[:2] == ["[أوامر]", "تصفية"]
    assert lit(palette).key == "Ctrl+F"
    assert window.obey("Enter")
    focus = window.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert page.isAncestorOf(focus)
    palette = opened(window, "اشخاص")
    assert lines(palette)[:2] == ["[أقسام البرنامج]", "الأشخاص"]
    assert window.obey("Enter")
    assert window.address == Address("people")


def test_a_page_of_the_settings_is_a_screen_too(window: MainWindow) -> None:
    window.go(Address("sessions"))
    palette = opened(window, "بريد")
    assert lines(palette)[:2] == ["[أقسام البرنامج]", "البريد"]
    assert lit(palette).detail == "الإعدادات"
    assert window.obey("Enter")
    assert window.address == Address("settings", part="mail")


def test_the_words_that_were_asked_for_stand_out(window: MainWindow) -> None:
    def accented(typed: str) -> int:
        """Count the points that wear the accent, the lit line apart."""
        retyped(palette, typed)
        picture = palette.list.viewport().grab().toImage()
        accent = QColor(window.desk.tokens.accent).rgb()
        points = product(range(picture.width()), range(picture.height()))
        return sum(picture.pixel(x, y) == accent for x, y in points)

    palette = opened(window)
    assert accented("مسار") > accented("@") == 0


def test_a_sign_narrows_to_commands_or_to_people(window: MainWindow) -> None:
    palette = opened(window, ">")
    assert {line for line in lines(palette) if line.startswith("[")} == {
        "[أوامر]",
        "[أقسام البرنامج]",
    }
    retyped(palette, "> جلسات")
    assert lines(palette) == ["[أقسام البرنامج]", "الجلسات", "أنواع الجلسات"]
    retyped(palette, "@")
    assert len(lines(palette)) == 25
    retyped(palette, "@ ازيلال")
    assert lines(palette)[0] == "[الأشخاص]"
    assert len(lines(palette)) > 1


def test_nothing_typed_shows_where_one_was_and_what_can_be_done(window: MainWindow) -> None:
    window.go(Address("session", 3))
    window.go(Address("person", 21))
    window.go(Address("sessions"))
    palette = opened(window)
    assert lines(palette)[:5] == [
        "[آخر ما فُتح]",
        "نجاة الإدريسي",
        "استعمال المكونات الجديدة لمنظومة مسار",
        "الرئيسية",
        "[أوامر]",
    ]
    assert window.obey("Enter")
    assert window.address == Address("person", 21)


def test_up_and_down_pass_over_the_heads_and_go_round(window: MainWindow) -> None:
    palette = opened(window, "مسار")
    entries = [line for line in lines(palette) if not line.startswith("[")]
    seen = [lit(palette).title]
    for _ in entries[1:]:
        arrow(palette, Qt.Key.Key_Down)
        seen.append(lit(palette).title)
    assert seen == entries
    assert len(entries) > 3
    arrow(palette, Qt.Key.Key_Down)
    assert lit(palette).title == entries[0]
    arrow(palette, Qt.Key.Key_Up)
    assert lit(palette).title == entries[-1]
    for _ in entries[::8]:
        arrow(palette, Qt.Key.Key_PageUp)
    assert lit(palette).title == entries[0]
    assert palette.field.accessibleDescription().startswith(entries[0])


def test_esc_and_the_same_key_give_the_focus_back(window: MainWindow) -> None:
    table = sessions_of(window).table
    table.setFocus()
    for key in ("Esc", "Ctrl+K"):
        opened(window, "مسار")
        assert window.obey(key)
        assert window.dialog is None
        assert window.focusWidget() is table
        assert window.address == Address("sessions")


def test_a_click_opens(window: MainWindow) -> None:
    palette = opened(window, "مسار")
    last = palette.list.model().index(palette.list.model().rowCount() - 1, 0)
    palette.list.scrollTo(last)
    wanted = last.data(Qt.ItemDataRole.UserRole).title
    at = QPointF(palette.list.visualRect(last).center())
    viewport = palette.list.viewport()
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(
            *(kind, at, viewport.mapToGlobal(at), Qt.MouseButton.LeftButton),
            *(Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
        )
        QApplication.sendEvent(viewport, event)
    assert window.dialog is None
    assert wanted.startswith("«قرب انطلاق الإحصاء المدرسي")
    assert window.address == Address("session", 2, "minutes/line-5")


def test_ctrl_enter_opens_the_papers_and_prints_once_it_can(
    window: MainWindow, qtbot: QtBot
) -> None:
    palette = opened(window, "نجاه")
    assert not window.obey("Ctrl+Enter")
    retyped(palette, "المكونات الجديدة لمنظومة")
    printed: list[Address | None] = []
    page = window.page_of("session")
    act = next(act for act in page.acts if act.key == "Ctrl+P")
    act.triggered.disconnect()
    act.triggered.connect(lambda: printed.append(window.address))
    assert window.obey("Ctrl+Enter")
    assert window.address == Address("session", 3, "papers")
    qtbot.waitUntil(lambda: bool(printed), timeout=WAIT_MS)
    assert printed == [Address("session", 3, "papers")]


def test_what_was_just_written_is_found(window: MainWindow, qtbot: QtBot) -> None:
    store = window.desk.store
    assert store is not None
    with store.write("people.record") as work:
        people.find_or_create(work, PersonDraft(name=Label("زهور الودغيري")))
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=WAIT_MS)
    palette = opened(window, "ودغيري")
    qtbot.waitUntil(lambda: lines(palette) == ["[الأشخاص]", "زهور الودغيري"], timeout=WAIT_MS)


def test_a_line_stays_lit_when_the_record_is_read_again(window: MainWindow) -> None:
    palette = opened(window, "مسار")
    arrow(palette, Qt.Key.Key_Down)
    title = lit(palette).title
    window.finder.renewed.emit()
    assert lit(palette).title == title


def test_what_is_not_there_is_said(window: MainWindow) -> None:
    palette = opened(window, 'قغ*\u202e"')
    assert lines(palette) == []
    assert palette.current is None
    assert "قغ" in " ".join(walking.words(palette))
    assert not window.obey("Enter") or window.dialog is palette
    arrow(palette, Qt.Key.Key_Down)
    for typed in ("ا" * 10_000, '"' * 10_000, '*) قغ "', "NEAR(قغ"):
        assert lines(retyped(palette, typed)) == []
        assert len(" ".join(walking.words(palette)).replace(typed, "")) < 400


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(1366, 768), (1000, 540)])
def test_it_stands_whole_in_every_window(
    open_window: Open, record: Path, qtbot: QtBot, language: Language, size: tuple[int, int]
) -> None:
    window = ready(open_window(record, language, size), qtbot)
    for percent in (90, 130):
        window.desk.set_text_size(percent)
        palette = opened(window, "a")
        assert window.rect().contains(palette.card.geometry())
        assert walking.clipped(palette) == []
        assert walking.unnamed(palette) == []
        assert palette.list.visualRect(palette.list.currentIndex()).height() > 0
        window.obey("Esc")
    window.desk.set_text_size(100)


def test_the_language_may_change_while_it_is_open(window: MainWindow) -> None:
    palette = opened(window, "نجاه")
    window.desk.set_language("fr")
    assert lines(palette)[:2] == ["[Personnes]", "Najat El Idrissi"]
    assert palette.field.placeholderText() == "Chercher, agir"
    window.desk.set_language("ar")


def test_a_record_that_went_is_told(window: MainWindow, qtbot: QtBot, record: Path) -> None:
    store = window.desk.store
    assert store is not None
    with store.write("people.record") as work:
        people.find_or_create(work, PersonDraft(name=Label("زهور الودغيري")))
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=WAIT_MS)
    QApplication.processEvents()
    store.close()
    record.unlink()
    palette = opened(window, "مسار")
    qtbot.waitUntil(lambda: bool(window.message_bar.text), timeout=WAIT_MS)
    assert lines(palette) == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("language", "town"), [("ar", "خنيفرة"), ("fr", "Khénifra")])
def test_what_was_asked_for_stays_in_sight_however_long_the_line(
    language: Language, town: str
) -> None:
    load_fonts()
    words = "رئيسة المركز الجهوي " if language == "ar" else "Cheffe du centre régional "
    directions = Qt.LayoutDirection
    layout = directions.RightToLeft if language == "ar" else directions.LeftToRight
    found = []
    for text in (words * 9, words * 9 + town, f"{words * 9}{town} {words * 9}"):
        image = QImage(240, 30, QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.surface))
        painter = QPainter(image)
        painter.setFont(font())
        painter.setPen(QColor(LIGHT.text2))
        accent = QColor(LIGHT.accent)
        draw_found(painter, QRectF(0, 0, 240, 30), text, town, accent, layout)
        painter.end()
        found.append(columns_of(image, LIGHT.accent))
    assert [bool(columns) for columns in found] == [False, True, True]
