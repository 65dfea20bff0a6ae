"""The papers of a session, and sending them."""

from desktop_app.ui.addresses import Address
from desktop_app.ui.papers.send import SendDialog
from desktop_app.ui.papers.send_ways import WEB
from desktop_app.ui.window import MainWindow
from tests.ui.tours.going import Stop, pressing, settle, to_session


def _by_hand(window: MainWindow) -> None:
    pressing(to_session("papers"), "Ctrl+M")(window)
    dialog = window.dialog
    assert isinstance(dialog, SendDialog)
    dialog.ways.choose(WEB)


def _follow_up_table(window: MainWindow) -> None:
    """Show the register's paper, about to be printed."""
    window.go(Address("follow-ups"))
    settle(window)
    window.obey("Ctrl+P")


STOPS = (
    Stop("paper-seen", _follow_up_table),
    Stop("owners", pressing(to_session("outcomes"), "F9")),
    Stop("papers", to_session("papers")),
    Stop("send", pressing(to_session("papers"), "Ctrl+M")),
    Stop("send-web", _by_hand),
    Stop("sent", pressing(to_session("papers"), "Ctrl+M", "Enter")),
    Stop("sent-waiting", pressing(to_session("papers"), "Ctrl+M")),
)
