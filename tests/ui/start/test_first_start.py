"""The first start as a whole: from nothing to a record whose papers bear the right head."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.codes import BodyKind
from db.engine import open_store
from db.errors import UserError
from db.journal import entries
from desktop_app.documents.rendering import render
from desktop_app.i18n import Language
from desktop_app.services import bodies, institution, presets
from desktop_app.services.recording import record_session
from desktop_app.ui.start.wizard import Wizard
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.window import MainWindow
from tests.documents.readers import pdfium_text
from tests.services.drafts import draft
from tests.ui.conftest import WAIT_MS, Open, home_of
from tests.ui.tour import settle

DAY = date(2026, 3, 4)
NONE = Qt.KeyboardModifier.NoModifier
ENTER, TAB, SPACE, DOWN, ESC = (
    *(Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Escape),
)


class Hand:
    """Presses keys as the system sends them, and counts them."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.pressed = 0

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.pressed += 1
            QTest.keyClick(self.window.windowHandle(), key)
            settle(self.window)

    def type(self, text: str) -> None:
        """Type words; their letters are not counted."""
        for letter in text:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter)
            QApplication.sendEvent(self.window.focusWidget(), event)


def wizard_of(window: MainWindow) -> Wizard:
    assert window.start.wizard is not None
    return window.start.wizard


def field(window: MainWindow, name: str) -> LineEdit:
    wizard = wizard_of(window)
    fields = wizard.academy.fields | wizard.centre.fields | wizard.printing.fields
    editor = fields[name].editor
    assert isinstance(editor, LineEdit)
    return editor


@pytest.fixture
def first(open_window: Open, tmp_path: Path) -> Callable[..., tuple[Hand, Path]]:
    """Open a window where there is no record yet."""

    def open_one(language: Language = "ar") -> tuple[Hand, Path]:
        file = tmp_path / "new" / "mahdar.db"
        window = open_window(file, language)
        settle(window)
        return Hand(window), file

    return open_one


First = Callable[..., tuple[Hand, Path]]


@pytest.mark.parametrize(("language", "letter"), [("ar", "ب"), ("fr", "b"), ("en", "ب")])
def test_six_keys_lead_from_nothing_to_minutes_with_the_right_head(
    language: Language, letter: str, first: First, qtbot: QtBot
) -> None:
    hand, file = first(language)
    hand.press(ENTER)
    hand.type(letter)
    hand.pressed += 1
    hand.press(ENTER, ENTER, ENTER)
    assert not file.exists()
    with qtbot.waitSignal(hand.window.ready, timeout=WAIT_MS):
        hand.press(ENTER)
    assert hand.pressed == 6
    window = hand.window
    assert window.message_bar.text == ""
    assert window.side_bar.isVisible()
    home_of(window)
    centre = {"fr": "Centre régional du système d’information"}
    assert window.windowTitle().startswith(centre.get(language, "المركز الجهوي لمنظومة الإعلام"))

    store = window.desk.store
    assert store is not None
    with store.read() as reading:
        assert {entry.use_case for entry in entries(reading)} == {"presets.set_up"}
        assert len({entry.unit for entry in entries(reading)}) == 1
    with store.write("test") as work:
        session = record_session(work, draft())
    with store.read() as reading:
        arabic = pdfium_text(render(reading, "minutes", session, ("ar",)).pdf)
        french = pdfium_text(render(reading, "minutes", session, ("fr",)).pdf)
    for line in ("لجهة بني ملال خنيفرة", "المركز الجهوي لمنظومة الإعلام"):
        assert line in arabic
    for line in ("Région Béni Mellal-Khénifra", "Centre régional du système d’information"):
        assert line in french
    assert "Béni Mellal, le" in french or "Fait à Béni Mellal" in french


def test_everything_that_was_said_is_recorded(first: First, qtbot: QtBot) -> None:
    hand, _ = first("fr")
    hand.press(ENTER)
    hand.type("d")  # Drâa-Tafilalet
    wizard = wizard_of(hand.window)
    while not wizard.academy.table.hasFocus():
        hand.press(TAB)
    hand.press(DOWN, SPACE, ENTER)  # Ouarzazate is left out
    hand.type(" d’essai")
    field(hand.window, "head.fr").setFocus()
    hand.type("Amina Tadili")
    wizard.centre.civility.setFocus()
    hand.type("mm")  # Mme
    assert field(hand.window, "title.fr").text().startswith("la cheffe du centre")
    hand.press(ENTER, TAB)
    hand.type("centre@example.org")
    hand.press(ENTER)
    assert wizard.next.text() == "Commencer avec ce centre"
    with qtbot.waitSignal(hand.window.ready, timeout=WAIT_MS):
        hand.press(ENTER)
    store = hand.window.desk.store
    assert store is not None
    with store.read() as reading:
        one = institution.get_institution(reading, DAY)
        recorded = bodies.list_bodies(reading, DAY)
    assert one.signatory is not None
    assert one.signatory.name.fr == "Amina Tadili"
    assert one.email == "centre@example.org"
    assert [body.town.fr for body in recorded if body.kind is BodyKind.DIRECTORATE] == [
        *("Errachidia", "Midelt", "Tinghir", "Zagora"),
    ]


def test_the_language_is_changed_at_once_and_kept(first: First) -> None:
    hand, _ = first("ar")
    hand.press(DOWN)
    assert hand.window.desk.language == "fr"
    assert hand.window.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert wizard_of(hand.window).next.text().startswith("Suivant")
    assert hand.window.desk.kept.language == "fr"


def test_what_was_typed_is_there_when_one_goes_back(first: First) -> None:
    hand, _ = first("fr")
    hand.press(ENTER)
    hand.type("c")
    hand.press(ENTER, ESC)
    wizard = wizard_of(hand.window)
    assert wizard.academy.isVisible()
    assert wizard.academy.academy.value == "06"
    hand.press(ESC, ESC)
    assert wizard.language.isVisible()


def test_a_provincial_centre_is_asked_for_its_directorate(first: First) -> None:
    hand, _ = first("fr")
    hand.press(ENTER)
    wizard = wizard_of(hand.window)
    hand.type("b")
    wizard.academy.level.setFocus()
    hand.press(DOWN)
    hand.press(ENTER)
    assert wizard.academy.isVisible()
    assert wizard.academy.fields["directorate.ar"].error
    assert field(hand.window, "directorate.ar").hasFocus()
    wizard.academy.own.setFocus()
    hand.type("a")
    assert field(hand.window, "directorate.fr").text() == "la direction provinciale d’Azilal"
    assert wizard.academy.fields["directorate.ar"].error == ""
    hand.press(ENTER)
    assert field(hand.window, "centre.fr").text() == (
        "le centre provincial du système d’information"
    )
    assert field(hand.window, "city.fr").text() == "Azilal"


def test_a_centre_without_a_name_goes_no_further(first: First) -> None:
    hand, _ = first("fr")
    hand.press(ENTER, ENTER)
    for name in ("centre.ar", "centre.fr"):
        field(hand.window, name).selectAll()
        field(hand.window, name).setFocus()
        hand.press(Qt.Key.Key_Delete)
    hand.press(ENTER)
    wizard = wizard_of(hand.window)
    assert wizard.centre.isVisible()
    assert "nom du centre" in wizard.centre.fields["centre.ar"].error


def test_a_wrong_address_goes_no_further(first: First) -> None:
    hand, _ = first("ar")
    hand.press(ENTER, ENTER, ENTER, TAB)
    hand.type("centre@")
    hand.press(ENTER)
    wizard = wizard_of(hand.window)
    assert wizard.printing.isVisible()
    assert wizard.printing.fields["email"].error


def test_another_directorate_is_added(first: First) -> None:
    hand, _ = first("fr")
    hand.press(ENTER)
    hand.type("o")  # L’Oriental has an article: nothing begins with o
    hand.press(Qt.Key.Key_Insert)
    dialog = hand.window.dialog
    assert dialog is not None
    hand.press(ENTER)
    assert hand.window.dialog is dialog  # a directorate without a name
    hand.type("المدينة")
    hand.press(ENTER)
    assert hand.window.dialog is None
    places = wizard_of(hand.window).plan.set_up().directorates
    assert [place.name.ar for place in places] == ["المدينة"]


def test_the_picture_of_the_head_follows(first: First, qtbot: QtBot) -> None:
    hand, _ = first("fr")
    hand.press(ENTER)
    hand.type("b")
    hand.press(ENTER, ENTER)
    picture = wizard_of(hand.window).printing.picture
    qtbot.waitUntil(lambda: not picture.picture.isNull(), timeout=WAIT_MS)
    assert "Région Béni Mellal-Khénifra" in picture.accessibleDescription()
    assert "المملكة" not in picture.accessibleDescription()
    low = picture.height()
    hand.press(DOWN)
    qtbot.waitUntil(lambda: "المملكة" in picture.accessibleDescription(), timeout=WAIT_MS)
    assert picture.height() > low


def test_a_centre_that_cannot_be_recorded_leaves_no_file_and_what_was_typed(
    first: First, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise UserError("a body needs a name.")

    hand, file = first("fr")
    hand.press(ENTER)
    hand.type("b")
    hand.press(ENTER, ENTER, ENTER)
    monkeypatch.setattr(presets, "set_up", fail)
    with qtbot.waitSignal(hand.window.ready, timeout=WAIT_MS):
        hand.press(ENTER)
    assert hand.window.message_bar.text == "le nom de l’entité manque."
    assert list(file.parent.iterdir()) == []
    wizard = wizard_of(hand.window)
    assert wizard.summary.isVisible()
    monkeypatch.undo()
    hand.press(ESC)  # the message
    with qtbot.waitSignal(hand.window.ready, timeout=WAIT_MS):
        hand.press(ENTER)
    home_of(hand.window)


def test_a_file_that_is_no_record_leads_back_to_the_first_start(
    first: First, tmp_path: Path, qtbot: QtBot
) -> None:
    hand, file = first("fr")
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"broken" * 1000)
    hand.press(ENTER)
    with qtbot.waitSignal(hand.window.ready, timeout=WAIT_MS):
        hand.window.start.other_chosen.emit(str(broken))
    assert "broken.db" in hand.window.message_bar.text
    assert wizard_of(hand.window).academy.isVisible()
    hand.press(ESC, ENTER, ENTER, ENTER)
    with qtbot.waitSignal(hand.window.ready, timeout=WAIT_MS):
        hand.press(ENTER)
    assert file.exists()
    assert broken.read_bytes() == b"broken" * 1000


def test_the_first_start_comes_back_for_the_users_own_file_too(first: First) -> None:
    hand, _ = first("fr")
    wizard = wizard_of(hand.window)
    hand.window.start.show_first(None)
    assert wizard_of(hand.window) is wizard
    assert wizard.isVisible()


HOLD = """
import sys
from db.engine import open_store
with open_store(sys.argv[1]):
    print("open", flush=True)
    sys.stdin.read()
"""


def test_a_file_open_in_another_process_is_told_and_opened_once_it_is_free(
    record: Path, open_window: Open, qtbot: QtBot
) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(record)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ,
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    window = open_window(record, "fr")
    hand = Hand(window)
    assert "une autre fenêtre y écrit" in window.message_bar.text
    assert [act.text() for act in window.start.acts] == ["Réessayer", "Ouvrir un autre fichier"]
    other.communicate(timeout=60)
    with qtbot.waitSignal(window.ready, timeout=WAIT_MS):
        hand.press(ENTER)
    assert window.message_bar.text == ""
    home_of(window)
    with pytest.raises(UserError, match="another window is writing"), open_store(record):
        pass
