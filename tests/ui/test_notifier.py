"""Who is told of what was written."""

from dataclasses import dataclass

from pytestqt.qtbot import QtBot

from desktop_app.ui.notifier import Notifier


@dataclass(frozen=True)
class _Entry:
    subject: str


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
