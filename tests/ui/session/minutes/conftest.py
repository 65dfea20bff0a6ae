"""A page of the minutes on a real record."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.desk import Desk
from tests.ui.naming.conftest import Show, desk, show  # noqa: F401 - fixtures
from tests.ui.session.minutes.typed import Written


@pytest.fixture
def page(desk: Desk, show: Show, qtbot: QtBot) -> Written:  # noqa: F811 - the fixtures' names
    """An empty page of the second point of a session, in Arabic."""
    made = Written(desk, qtbot)
    made.show(2)
    show(made.editor)
    made.editor.setFocus()
    qtbot.waitUntil(made.editor.hasFocus)
    return made
