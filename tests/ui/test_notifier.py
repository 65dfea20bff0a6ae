"""Who is told of what was written."""

from dataclasses import dataclass

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
