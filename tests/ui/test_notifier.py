"""Who is told of what was written."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.notifier import Notifier


@dataclass(frozen=True)
class _Entry:
    subject: str
    use_case: str = "people.appoint"


def test_each_screen_is_told_once_of_what_concerns_it(qtbot: QtBot) -> None:
    notifier = Notifier()
    told: list[str] = []
    notifier.subscribe({"sessions", "outcomes"}, lambda: told.append("list"))
    stop = notifier.subscribe({"people"}, lambda: told.append("people"))
    notifier.heard([_Entry("sessions"), _Entry("outcomes"), _Entry("settings")])
    qtbot.waitUntil(lambda: told == ["list"])
    notifier.heard([_Entry("people")])
    qtbot.waitUntil(lambda: told == ["list", "people"])
    stop()
    notifier.heard([_Entry("people"), _Entry("sessions")])
    qtbot.waitUntil(lambda: told == ["list", "people", "list"])


def test_what_is_typed_on_a_page_is_told_apart(qtbot: QtBot) -> None:
    notifier = Notifier()
    told: list[str] = []
    notifier.subscribe({"outcomes"}, lambda: told.append("read"), lambda: told.append("typed"))
    notifier.subscribe({"outcomes"}, lambda: told.append("all"))
    notifier.heard([_Entry("outcomes", "minutes.save_lines")])
    qtbot.waitUntil(lambda: told == ["typed", "all"])
    notifier.heard([_Entry("outcomes", "minutes.save_lines"), _Entry("outcomes")])
    qtbot.waitUntil(lambda: told == ["typed", "all", "read", "all"])


def test_a_hidden_screen_reads_again_once_when_it_is_shown(qtbot: QtBot) -> None:
    notifier, screen = Notifier(), QWidget()
    read: list[str] = []
    qtbot.addWidget(screen)
    notifier.subscribe({"people"}, lambda: read.append("again"), shown_by=screen)
    screen.show()
    assert read == []
    notifier.heard([_Entry("people")])
    qtbot.waitUntil(lambda: len(read) == 1)
    screen.hide()
    with qtbot.waitSignal(notifier.written):
        notifier.heard([_Entry("people")])
    with qtbot.waitSignal(notifier.written):
        notifier.heard([_Entry("people")])
    assert len(read) == 1
    screen.show()
    assert len(read) == 2
    screen.hide()
    screen.show()
    assert len(read) == 2
